//! How results look in a terminal: one file a result, all written on the same page.

mod assessment;
mod database;
mod explanation;
mod interview;
mod ledger;
mod maturity;
mod pack;
mod page;
mod problems;
mod quiz;
mod readiness;

pub(crate) use assessment::assessment;
pub(crate) use database::database;
pub(crate) use explanation::explanations;
pub(crate) use interview::{answered, question, question_in_full};
pub(crate) use ledger::ledger;
pub(crate) use maturity::maturity;
pub(crate) use pack::pack;
pub(crate) use page::Page;
pub(crate) use problems::problems;
pub(crate) use quiz::{quiz_answer, quiz_question};
