//! The interview: which fact to ask for next, until the law waits for nothing the asked person knows.
//!
//! The law says what is missing; the register of questions says how to ask for it. Start reading at `asking.rs`.

mod asking;
mod missing_facts;
mod of_afterwards;
mod of_boundary;
mod of_cases;
mod of_class;
mod of_free_software;
mod of_identity;
mod of_modification;
mod of_neighbours;
mod of_operator;
mod of_placing;
mod of_remainder;
mod of_remote;
mod of_role;
mod of_scope;
mod of_supply;
mod question;
mod questions;
mod situation;

pub use asking::{Asked, Choice, Interview, OpenQuestion};
pub use missing_facts::missing_facts;
pub use question::{Question, Shape};
pub use questions::{question_for, questions};
