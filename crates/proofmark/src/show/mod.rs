//! How results look in a terminal: one file a result, all written on the same page.

mod assessment;
mod attestations;
mod boundary;
mod cases;
mod clocks;
mod database;
mod explanation;
mod interview;
mod law;
mod ledger;
mod maturity;
mod modification;
mod neighbours;
mod pack;
mod page;
mod periods;
mod problems;
mod quiz;
mod readiness;
mod record;
mod routes;
mod standards_mapping;
mod supplier_check;

pub(crate) use assessment::assessment;
pub(crate) use attestations::attestations;
pub(crate) use cases::cases;
mod reasons;
mod reporting;

pub(crate) use clocks::clocks;
pub(crate) use database::database;
pub(crate) use explanation::explanations;
pub(crate) use interview::{answered, question, question_in_full};
pub(crate) use law::{law_diff, law_history, law_in_use};
pub(crate) use ledger::ledger;
pub(crate) use maturity::maturity;
pub(crate) use modification::modification;
pub(crate) use pack::pack;
pub(crate) use page::Page;
pub(crate) use problems::problems;
pub(crate) use quiz::{quiz_answer, quiz_question};
pub(crate) use record::{doctor, export, holds, purge};
pub(crate) use standards_mapping::standards_mapping;
pub(crate) use supplier_check::supplier_check;
