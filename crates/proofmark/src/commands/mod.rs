//! What each command does: parse, open, call one action, show. One file a command.

mod assess;
mod db;
mod init;
mod ledger;
mod modification;
mod schema;
mod verify;

pub(crate) use assess::assess;
pub(crate) use db::db;
pub(crate) use init::init;
pub(crate) use ledger::ledger;
pub(crate) use modification::modification;
pub(crate) use schema::schema;
pub use schema::schema_of;
pub(crate) use verify::verify;
