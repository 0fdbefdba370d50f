//! What others say about the ledger: whom to ask, asking them, keeping what they said with one line each, and handing it
//! to whoever follows.

mod attest_pack;
mod attestation_jobs;
mod attestations;
mod attestors;
mod change_attestors;
mod checkpoint_to_attest;
mod cosign_checkpoint;
mod keep_attestation;
mod line_names;
mod pack_attestations;
mod shown_checkpoint;
mod stamp_checkpoint;

pub use attest_pack::attest_pack;
pub use attestation_jobs::{COSIGN, CosignWork, STAMP, attestation_jobs};
pub use attestations::{AttestationList, AttestorStanding, attestations, attestors, time_stamp};
pub use attestors::Attestors;
pub use change_attestors::{
    SHORTEST_MINUTES, USUAL_MINUTES, change_attestors, with_witness, without_witness,
};
pub(crate) use checkpoint_to_attest::sealed_at;
pub(crate) use cosign_checkpoint::instant_of;
pub use cosign_checkpoint::{CosignErrand, Cosigned, begin_cosigning, cosign_checkpoint, end_cosigning};
pub use pack_attestations::{PackAttestation, TrustedAttestors};
pub(crate) use pack_attestations::{is_attestation_path, verify_pack_attestations};
pub use shown_checkpoint::{checkpoint_of_size, shown_checkpoint};
pub use stamp_checkpoint::{
    CarriedStamp, StampErrand, StampedCheckpoint, begin_stamp, end_stamp, stamp_checkpoint,
};
