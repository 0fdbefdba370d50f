//! Witnesses: others who watch that a log only ever grows, and say so with a signature of their own
//! (C2SP tlog-cosignature and tlog-witness).
//!
//! A [`Witness`] makes a [`Cosignature`] on a checkpoint, a [`WitnessKey`] checks it, and a [`WitnessPolicy`] says how
//! many are needed. [`AddCheckpoint`] is how a log asks for one and [`WitnessAnswer`] what comes back.

mod add_checkpoint;
mod answer;
mod cosignature;
mod policy;
mod witness_key;

pub use add_checkpoint::{AddCheckpoint, AddCheckpointError};
pub use answer::{WitnessAnswer, WitnessAnswerError, WitnessRefusal};
pub use cosignature::{Cosignature, CosignatureError, Witness};
pub use policy::{WitnessPolicy, WitnessPolicyError, WitnessesMissing};
pub use witness_key::WitnessKey;
