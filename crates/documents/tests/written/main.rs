//! The papers, written from outside the crate: complete ones, bare ones, and everything between.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod knocked_out;
mod nr_8;
mod six_papers;
