//! Proves what is kept: the ledger against its tree, documents and records against the ledger, rows against the record.

mod attestations;
mod document_replay;
mod documents;
mod faults;
mod kept_with;
mod ledger;
mod ledger_replay;
mod nodes;
mod record;
mod row_differences;
mod rows;
mod schema;
mod seals;
mod set_backs;

pub use ledger::{LedgerReport, verify_ledger};
pub use schema::schema_faults;
pub use set_backs::set_backs;
