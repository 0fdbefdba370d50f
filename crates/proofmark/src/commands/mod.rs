//! What each command does: parse, open, call one action, show. One file a command.

mod assess;
mod check;
mod clocks;
mod db;
mod explain;
mod init;
mod interview;
mod law;
mod law_map;
mod law_state;
mod law_try;
mod ledger;
mod maturity;
mod modification;
mod quiz;
mod schema;
mod serve;
mod verify;

pub(crate) use assess::assess;
pub(crate) use check::check;
pub(crate) use clocks::clocks;
pub(crate) use db::db;
pub(crate) use explain::explain;
pub(crate) use init::init;
pub(crate) use law::law;
pub(crate) use ledger::ledger;
pub(crate) use maturity::maturity;
pub(crate) use modification::modification;
pub(crate) use quiz::quiz;
pub(crate) use schema::schema;
pub use schema::schema_of;
pub(crate) use serve::serve;
pub(crate) use verify::verify;
