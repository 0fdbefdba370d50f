//! Where it is kept: records, rows, jobs and the ledger in SQLite or PostgreSQL, documents by digest on disk or S3. This
//! room must never decide what may be kept, nor read a clock: it promises that a change and its ledger line are kept
//! together or not at all, through crashes, and that nobody reads another operator's. Start reading at [`Store`], then
//! at the migrations.

mod asking;
mod blobs;
mod component_names;
mod component_packages;
mod error;
mod facet;
mod finding_identifiers;
mod finding_names;
mod finding_weeks;
mod folding;
mod forgetting;
mod held_names;
mod held_packages;
mod held_rows;
mod jobs;
mod keeping;
mod ledger;
mod migration;
mod moving;
mod outlook_rows;
mod owners;
mod passing;
mod percent;
mod place;
mod pool;
mod projection;
mod proving;
mod records;
mod release_rows;
mod row_key;
mod schema;
mod seal_memory;
mod sql;
mod store;
mod stray_rows;
mod table;
mod together;
mod translation;
mod upkeep;

pub use place::Place;
pub use pool::{PooledStore, StorePool};
pub use store::Store;
