//! Commands against a server: the same commands, answered somewhere else.

mod address;
mod assess;
mod beside;
mod check;
mod command;
mod db;
mod explain;
mod form;
mod ledger;
mod maturity;
mod modification;
mod papers;
mod printed;
mod server;
mod told;
mod unfit;
mod whereabouts;

pub(crate) use command::command;
pub(crate) use whereabouts::Where;
