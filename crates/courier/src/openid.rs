//! `OpenID` Connect: fetches what a provider publishes about itself, its keys, and what a code is redeemed for.
//!
//! What a token says and whether it is to be believed is not decided here.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use proofmark_text::text;
use serde::Deserialize;

use crate::courier::Courier;
use crate::errand::{Answer, Errand, Limits};
use crate::trouble::CourierError;

/// The most of an answer that is parsed.
const MAX_BYTES: u64 = 256 << 10;

/// What a provider publishes about itself (`OpenID` Connect Discovery 1.0 section 3), as far as it is used.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Discovery {
    /// Who it says it is.
    pub issuer: String,
    /// Where people are sent to sign in; absent for those that only issue tokens to workloads.
    #[serde(default)]
    pub authorization_endpoint: Option<String>,
    /// Where a code is redeemed.
    #[serde(default)]
    pub token_endpoint: Option<String>,
    /// Where its keys are.
    pub jwks_uri: String,
    /// How clients may prove who they are at the token endpoint; empty: by `client_secret_basic`.
    #[serde(default)]
    pub token_endpoint_auth_methods_supported: Vec<String>,
}

/// A code to be redeemed (RFC 6749 section 4.1.3, RFC 7636).
#[derive(Clone, Copy)]
pub struct CodeOrder<'a> {
    /// Who we are to the provider.
    pub client_id: &'a str,
    /// What proves it.
    pub client_secret: &'a str,
    /// The code.
    pub code: &'a str,
    /// What the code's challenge was made of.
    pub verifier: &'a str,
    /// Where the provider sent the person back to.
    pub redirect_uri: &'a str,
}

/// What a code was redeemed for.
#[derive(Clone, PartialEq, Eq, Deserialize)]
pub struct Redeemed {
    /// The token that says who signed in.
    pub id_token: String,
}

impl Courier {
    /// What the provider of this issuer publishes about itself. It must be that issuer, letter by letter.
    pub fn discover(&self, issuer: &str) -> Result<Discovery, CourierError> {
        let url = format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/'));
        let answer = self.fetch_json(&url)?;
        let found: Discovery = parse(&answer)?;
        if found.issuer != issuer {
            let says = text!(
                "courier-openid-issuer",
                origin = &answer.origin,
                asked = issuer,
                found = &found.issuer
            );
            return Err(CourierError::broken(says));
        }
        Ok(found)
    }

    /// The provider's keys, as JSON (RFC 7517 section 5).
    pub fn fetch_keys(&self, jwks_uri: &str) -> Result<Vec<u8>, CourierError> {
        let answer = self.fetch_json(jwks_uri)?;
        parse::<serde_json::Value>(&answer)?;
        Ok(answer.body)
    }

    /// Redeems a code at the token endpoint.
    pub fn redeem(&self, found: &Discovery, order: &CodeOrder<'_>) -> Result<Redeemed, CourierError> {
        let endpoint = found.token_endpoint.as_deref().unwrap_or_default();
        let mut fields = vec![
            ("grant_type", "authorization_code"),
            ("code", order.code),
            ("redirect_uri", order.redirect_uri),
            ("code_verifier", order.verifier),
            ("client_id", order.client_id),
        ];
        let methods = &found.token_endpoint_auth_methods_supported;
        let knows = |method: &str| methods.iter().any(|known| known == method);
        let posts = !methods.is_empty() && !knows("client_secret_basic") && knows("client_secret_post");
        if posts {
            fields.push(("client_secret", order.client_secret));
        }
        let mut errand =
            Errand::post(endpoint, "application/x-www-form-urlencoded", form(&fields).into_bytes())
                .header("accept", "application/json")
                .within(Limits { bytes: MAX_BYTES, ..Limits::SMALL });
        if !posts {
            // Both halves are form-encoded before they are joined (RFC 6749 section 2.3.1).
            let pair = format!("{}:{}", encoded(order.client_id), encoded(order.client_secret));
            errand = errand.header("authorization", &format!("Basic {}", STANDARD.encode(pair)));
        }
        parse(&self.carry(&errand)?.or_trouble()?)
    }

    fn fetch_json(&self, url: &str) -> Result<Answer, CourierError> {
        let errand = Errand::get(url)
            .header("accept", "application/json")
            .within(Limits { bytes: MAX_BYTES, ..Limits::SMALL });
        self.carry(&errand)?.or_trouble()
    }
}

impl fmt::Debug for Redeemed {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Redeemed(…)")
    }
}

impl fmt::Debug for CodeOrder<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("CodeOrder").field("client_id", &self.client_id).finish_non_exhaustive()
    }
}

/// Reads an answer. The error names where it is wrong, never what stands there: it may be a token.
fn parse<T: for<'a> Deserialize<'a>>(answer: &Answer) -> Result<T, CourierError> {
    serde_json::from_slice(&answer.body).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        CourierError::broken(text!(
            "courier-openid-json",
            origin = &answer.origin,
            line = line,
            column = column
        ))
    })
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
    use super::*;

    #[test]
    fn forms_hold_no_stray_delimiters() {
        let fields = [("code", "a b&c=d+e%"), ("x", "ü")];
        assert_eq!(form(&fields), "code=a%20b%26c%3Dd%2Be%25&x=%C3%BC");
    }

    #[test]
    fn neither_codes_nor_tokens_are_shown() {
        let order = CodeOrder {
            client_id: "proofmark",
            client_secret: "hunter2",
            code: "hunter2",
            verifier: "hunter2",
            redirect_uri: "hunter2",
        };
        assert!(!format!("{order:?}").contains("hunter2"));
        assert!(!format!("{:?}", Redeemed { id_token: "hunter2".to_owned() }).contains("hunter2"));
    }
}
