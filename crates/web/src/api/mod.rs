//! What programs ask: one file a thing.

mod description;
mod health;
mod ledger;

pub(crate) use description::openapi;
pub(crate) use health::health;
pub(crate) use ledger::{checkpoint, entries, ledger_key, tile};
