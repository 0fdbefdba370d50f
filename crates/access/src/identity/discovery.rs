//! What a provider says about itself (`OpenID` Connect Discovery 1.0, section 3).

use proofmark_text::text;
use serde::Deserialize;

use crate::refusal::Refusal;

/// Bytes of the document.
const MOST_BYTES: usize = 256 * 1024;

/// A provider's own description, checked.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Discovery {
    /// Whom its tokens are from.
    pub issuer: String,
    /// Where people are sent.
    pub authorization_endpoint: String,
    /// Where a code becomes a token.
    pub token_endpoint: String,
    /// Where its keys are.
    pub jwks_uri: String,
    /// Whether it names itself when it sends somebody back (RFC 9207 section 3).
    #[serde(default, rename = "authorization_response_iss_parameter_supported")]
    pub names_itself: bool,
}

impl Discovery {
    /// Where an issuer's document is (section 4).
    pub fn address(issuer: &str) -> String {
        format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/'))
    }

    /// Reads the document of this issuer. Another issuer's, or an address without TLS, is refused.
    pub fn read(json: &[u8], issuer: &str) -> Result<Self, Refusal> {
        let malformed = || Refusal::from(text!("access-discovery-malformed", issuer = issuer));
        if json.len() > MOST_BYTES {
            return Err(malformed());
        }
        let said: Self = serde_json::from_slice(json).map_err(|_| malformed())?;
        // Section 4.3: exactly the same, or somebody answers for somebody else.
        if said.issuer != issuer {
            return Err(malformed());
        }
        for address in [&said.authorization_endpoint, &said.token_endpoint, &said.jwks_uri] {
            check_address(address)?;
        }
        Ok(said)
    }

    /// Whether somebody who came back was sent by this issuer, by the `iss` they brought (RFC 9207 section 2.4).
    ///
    /// Who is sent back by another than the one they were sent to must not have their code redeemed at the first.
    pub fn check_sent_back_by(&self, issuer: Option<&str>) -> Result<(), Refusal> {
        match issuer {
            Some(issuer) if issuer == self.issuer => Ok(()),
            None if !self.names_itself => Ok(()),
            _ => Err(text!("access-identity-issuer", expected = &self.issuer).into()),
        }
    }
}

/// An address is taken with TLS, or without it on this very machine.
pub(super) fn check_address(address: &str) -> Result<(), Refusal> {
    let plain = address.bytes().all(|one| one.is_ascii_graphic()) && address.len() <= 2048;
    let secure = address.strip_prefix("https://").is_some_and(|rest| !host(rest).is_empty());
    let local = address.strip_prefix("http://").is_some_and(|rest| is_loopback(host(rest)));
    if plain && (secure || local) && !address.contains('#') {
        return Ok(());
    }
    let shown: String = address.chars().filter(|one| !one.is_control()).take(200).collect();
    Err(text!("access-address-insecure", address = shown).into())
}

/// The host of what follows the scheme; empty where somebody's name and password stand before it.
fn host(rest: &str) -> &str {
    let authority = rest.split(['/', '?']).next().unwrap_or_default();
    if authority.contains('@') {
        return "";
    }
    match authority.strip_prefix('[') {
        Some(six) => six.split(']').next().unwrap_or_default(),
        None => authority.split(':').next().unwrap_or_default(),
    }
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse::<core::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(issuer: &str, keys: &str) -> Vec<u8> {
        serde_json::json!({
            "issuer": issuer, "authorization_endpoint": "https://id.example/authorize",
            "token_endpoint": "https://id.example/token", "jwks_uri": keys, "scopes_supported": ["openid"],
        })
        .to_string()
        .into_bytes()
    }

    #[test]
    fn a_provider_speaks_for_itself_alone_and_over_tls() {
        let issuer = "https://id.example/realm";
        assert_eq!(Discovery::address(issuer), "https://id.example/realm/.well-known/openid-configuration");
        assert!(Discovery::read(&document(issuer, "https://id.example/keys"), issuer).is_ok());
        assert!(Discovery::read(&document("https://id.example", "https://id.example/keys"), issuer).is_err());
        assert!(Discovery::read(&document(issuer, "http://id.example/keys"), issuer).is_err());
        assert!(Discovery::read(b"{}", issuer).is_err());
        assert!(Discovery::read(&vec![b' '; MOST_BYTES + 1], issuer).is_err());
    }

    #[test]
    fn who_is_sent_back_by_another_is_refused() {
        let issuer = "https://id.example/realm";
        let silent = Discovery::read(&document(issuer, "https://id.example/keys"), issuer).unwrap();
        let named = Discovery { names_itself: true, ..silent.clone() };
        assert!(silent.check_sent_back_by(None).is_ok() && named.check_sent_back_by(None).is_err());
        for provider in [silent, named] {
            assert!(provider.check_sent_back_by(Some(issuer)).is_ok());
            assert!(provider.check_sent_back_by(Some("https://id.example/realm/")).is_err());
        }
    }

    #[test]
    fn only_this_machine_needs_no_tls() {
        for (address, taken) in [
            ("https://id.example", true),
            ("http://127.0.0.1:8080/x", true),
            ("http://[::1]:8080", true),
            ("http://localhost/x", true),
            ("http://localhost.evil.example", false),
            ("http://localhost@evil.example", false),
            ("http://127.0.0.1@evil.example", false),
            ("https://user:word@id.example", false),
            ("https://", false),
            ("ftp://id.example", false),
            ("javascript:alert(1)", false),
            ("https://id.example/\nx", false),
        ] {
            assert_eq!(check_address(address).is_ok(), taken, "{address}");
        }
    }
}
