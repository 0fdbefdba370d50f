//! What others say about the ledger: asked for, verified, kept, shown, put into packs; and those who lie.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod authority;
mod meanwhile;
mod packs;
mod published;
mod site;
mod stamps;
mod witness;
mod witnessing;
