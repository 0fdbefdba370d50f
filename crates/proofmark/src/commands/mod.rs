//! What each command does: parse, open, call one action, show. One file a command.

mod assess;
mod db;
mod explain;
mod init;
mod interview;
mod ledger;
mod maturity;
mod quiz;
mod schema;
mod verify;

pub(crate) use assess::assess;
pub(crate) use db::db;
pub(crate) use explain::explain;
pub(crate) use init::init;
pub(crate) use ledger::ledger;
pub(crate) use maturity::maturity;
pub(crate) use quiz::quiz;
pub(crate) use schema::schema;
pub use schema::schema_of;
pub(crate) use verify::verify;
