//! Who goes outside for the worker: with parcels and letters, and to those who attest the ledger.

use proofmark_actions::{Attestors, Post};

/// Carries everything a job may have to carry.
pub trait Messenger: Post + Attestors + Send + Sync {}

impl<T: Post + Attestors + Send + Sync> Messenger for T {}
