//! Proves what is kept: the ledger against its tree, the record against the ledger, the rows against the record.

mod attestations;
mod faults;
mod ledger;
mod ledger_replay;
mod missing_documents;
mod outlook;
mod record;
mod rows;
mod set_backs;

pub use ledger::{LedgerReport, verify_ledger};
pub use set_backs::set_backs;
