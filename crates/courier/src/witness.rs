//! Witnesses: carries a checkpoint to one and its answer back (C2SP tlog-witness, "add-checkpoint").

use proofmark_text::text;
use proofmark_trust::witness::{AddCheckpoint, WitnessAnswer};

use crate::courier::Courier;
use crate::errand::{Errand, Limits};
use crate::trouble::CourierError;

impl Courier {
    /// Posts a checkpoint below a witness's submission prefix and reads the answer. Nothing in it is verified yet.
    pub fn ask_witness(&self, prefix: &str, request: &AddCheckpoint) -> Result<WitnessAnswer, CourierError> {
        let url = format!("{}{}", prefix.trim_end_matches('/'), AddCheckpoint::PATH);
        let body = request.to_string().into_bytes();
        let errand = Errand::post(&url, "text/plain; charset=utf-8", body).within(Limits::SMALL);
        let answer = self.carry(&errand)?;
        let origin = answer.origin.clone();
        WitnessAnswer::read(answer.status, answer.content_type.as_deref(), &answer.body).map_err(|error| {
            CourierError::broken(text!("courier-witness", origin = origin, error = error.to_string()))
        })
    }
}
