//! How results look in a terminal: one file a result, all written on the same page.

mod assessment;
mod database;
mod law;
mod ledger;
mod pack;
mod page;
mod problems;
mod readiness;
mod routes;

pub(crate) use assessment::assessment;
pub(crate) use database::database;
pub(crate) use law::{law_diff, law_history, law_in_use};
pub(crate) use ledger::ledger;
pub(crate) use pack::pack;
pub(crate) use page::Page;
pub(crate) use problems::problems;
