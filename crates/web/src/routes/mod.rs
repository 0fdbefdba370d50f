//! What can be asked of the window, a file a subject.

mod account;
mod attestations;
mod entrance;
mod finding_api;
mod finding_pages;
mod installation_api;
mod installation_pages;
mod ledger;
mod people_pages;
mod product_api;
mod product_pages;
mod register;

pub use register::{ROUTES, Register};
