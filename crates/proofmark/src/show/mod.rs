//! How results look in a terminal: one file a result, all written on the same page.

mod assessment;
mod database;
mod ledger;
mod modification;
mod pack;
mod page;
mod problems;
mod readiness;
mod reason;

pub(crate) use assessment::assessment;
pub(crate) use database::database;
pub(crate) use ledger::ledger;
pub(crate) use modification::modification;
pub(crate) use pack::pack;
pub(crate) use page::Page;
pub(crate) use problems::problems;
