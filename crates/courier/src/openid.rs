//! `OpenID` Connect: fetches what a provider publishes about itself and its keys, and posts a code to be redeemed.
//!
//! Documents go in and out as bytes: what they say, and whether it is to be believed, is not decided here.

use std::time::Duration;

use proofmark_text::text;

use crate::courier::Courier;
use crate::errand::{Answer, Errand, Limits};
use crate::trouble::CourierError;

/// For documents of providers: small, and for somebody who waits to be let in.
const LIMITS: Limits = Limits { bytes: 256 << 10, time: Duration::from_secs(10), ..Limits::SMALL };

impl Courier {
    /// What is published at this URL, as JSON: a discovery document (`OpenID` Connect Discovery 1.0 section 4), or a
    /// key set (RFC 7517 section 5).
    pub fn fetch_published(&self, url: &str) -> Result<Vec<u8>, CourierError> {
        let errand = Errand::get(url).header("accept", "application/json").within(LIMITS);
        json_of(self.carry(&errand)?.or_trouble()?)
    }

    /// Posts a form to a token endpoint (RFC 6749 section 4.1.3) and gives its answer, JSON with the tokens.
    pub fn post_form(&self, url: &str, fields: &[(&str, &str)]) -> Result<Vec<u8>, CourierError> {
        let body = form(fields).into_bytes();
        let errand = Errand::post(url, "application/x-www-form-urlencoded", body)
            .header("accept", "application/json")
            .within(LIMITS);
        json_of(self.carry(&errand)?.or_trouble()?)
    }
}

/// The body, if it is JSON. The error names where it is wrong, never what stands there: it may be a token.
fn json_of(answer: Answer) -> Result<Vec<u8>, CourierError> {
    let read: Result<serde::de::IgnoredAny, _> = serde_json::from_slice(&answer.body);
    read.map_err(|error| {
        let (line, column) = (error.line(), error.column());
        CourierError::broken(text!(
            "courier-openid-json",
            origin = &answer.origin,
            line = line,
            column = column
        ))
    })?;
    Ok(answer.body)
}

/// Fields in the form `application/x-www-form-urlencoded`.
fn form(fields: &[(&str, &str)]) -> String {
    let pairs: Vec<String> =
        fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
    pairs.join("&")
}

/// Percent-encodes everything but what no form changes.
fn encoded(value: &str) -> String {
    let digit = |half: u8| char::from(b"0123456789ABCDEF"[usize::from(half)]);
    let mut written = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._*".contains(&byte) {
            written.push(char::from(byte));
        } else {
            written.extend(['%', digit(byte >> 4), digit(byte & 0xf)]);
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::form;

    #[test]
    fn forms_hold_no_stray_delimiters() {
        let fields = [("code", "a b&c=d+e%"), ("x", "ü")];
        assert_eq!(form(&fields), "code=a%20b%26c%3Dd%2Be%25&x=%C3%BC");
    }
}
