//! Commands against a server: the same commands, answered somewhere else.

mod assess;
mod beside;
mod check;
mod command;
mod declaration;
mod explain;
mod feeds;
mod form;
mod gate;
mod hold;
mod ledger;
mod maturity;
mod modification;
mod papers;
mod printed;
mod purge;
mod server;
mod told;
mod unfit;

pub(crate) use command::command;
pub use told::read_refusal;
