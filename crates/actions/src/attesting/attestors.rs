//! Those who attest, as actions see them: who carries requests to them. Where they may go is the courier's to say.

use proofmark_text::Text;
use proofmark_trust::witness::{AddCheckpoint, WitnessAnswer};

/// Who carries requests to time-stamping authorities and witnesses.
pub trait Attestors {
    /// Sends a request (RFC 3161) and gives the answer, both DER.
    fn ask_time_stamp(&self, url: &str, request: &[u8]) -> Result<Vec<u8>, Text>;

    /// Asks a witness for a cosignature (C2SP tlog-witness).
    fn ask_witness(&self, prefix: &str, request: &AddCheckpoint) -> Result<WitnessAnswer, Text>;
}
