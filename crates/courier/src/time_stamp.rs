//! Time stamps: carries a request to a time-stamping authority and its answer back (RFC 3161 section 3.4).

use proofmark_text::text;

use crate::courier::Courier;
use crate::errand::{Errand, Limits};
use crate::trouble::CourierError;

/// The media types of request and answer (RFC 3161 section 3.4).
const QUERY: &str = "application/timestamp-query";
const REPLY: &str = "application/timestamp-reply";

impl Courier {
    /// Posts a DER-encoded request and gives the DER-encoded answer. What it is worth, `trust` finds out.
    pub fn ask_time_stamp(&self, url: &str, request: &[u8]) -> Result<Vec<u8>, CourierError> {
        let errand = Errand::post(url, QUERY, request.to_vec()).header("accept", REPLY).within(Limits::SMALL);
        let answer = self.carry(&errand)?.or_trouble()?;
        let media_type = answer.content_type.as_deref().unwrap_or_default();
        let named = media_type.split(';').next().unwrap_or_default().trim();
        // Whatever sits between may answer 200 with a page of its own.
        if !named.eq_ignore_ascii_case(REPLY) {
            let says = text!("courier-media-type", origin = &answer.origin, found = named, asked = REPLY);
            return Err(CourierError::broken(says));
        }
        Ok(answer.body)
    }
}
