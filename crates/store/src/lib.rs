//! Where it is kept: the ledger's lines and nodes in SQLite, documents by digest on disk. This room must
//! never decide what may be kept, nor read a clock: it promises that a change and its ledger line are kept
//! together or not at all, through crashes. Start reading at [`Store`], then at the migrations.

mod blobs;
mod error;
mod migration;
mod sqlite;

pub use sqlite::Store;
