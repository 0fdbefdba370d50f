//! ID tokens: who somebody is, in their provider's word (`OpenID` Connect Core section 3.1.3.7).

use jiff::Timestamp;
use proofmark_text::text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::jwt::SigningKeys;
use crate::refusal::Refusal;
use crate::secret::{Secret, same};

/// Somebody at a provider. Only issuer and subject together name a person; an e-mail address does not.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExternalIdentity {
    /// The provider's `iss`.
    pub issuer: String,
    /// Its `sub`.
    pub subject: String,
}

/// What an ID token says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdentityClaims {
    /// Who it is.
    pub identity: ExternalIdentity,
    /// Their name, as the provider has it: to greet them with, not to know them by.
    pub name: Option<String>,
    /// Their address, where the provider says that it was verified.
    pub email: Option<String>,
}

/// Verifies an ID token for this client, in answer to the request with this nonce.
pub fn check_id_token(
    keys: &SigningKeys,
    token: &Secret,
    issuer: &str,
    client: &str,
    nonce: &str,
    now: Timestamp,
) -> Result<IdentityClaims, Refusal> {
    let claims = keys.verify(token, issuer, client, now)?;
    // Steps 3 to 5: a token for others too must name us as the one it was given to.
    let given_to = claims.text("azp");
    let alone = claims.audiences().len() == 1;
    if given_to.is_some_and(|one| one != client) || (!alone && given_to.is_none()) {
        return Err(text!("access-identity-audience", expected = client).into());
    }
    // Step 11: it answers this request and no other.
    if !claims.text("nonce").is_some_and(|one| same(one.as_bytes(), nonce.as_bytes())) {
        return Err(text!("access-identity-nonce").into());
    }
    // Section 2: at most 255 ASCII characters.
    let subject = claims
        .text("sub")
        .filter(|one| (1..=255).contains(&one.len()) && one.is_ascii())
        .ok_or_else(|| text!("access-identity-malformed"))?;
    let verified = claims.written("email_verified").as_deref() == Some("true");
    let short = |name: &str| claims.text(name).filter(|one| one.len() <= 254).map(str::to_owned);
    Ok(IdentityClaims {
        identity: ExternalIdentity { issuer: issuer.to_owned(), subject: subject.to_owned() },
        name: short("name"),
        email: short("email").filter(|_| verified),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::super::samples::{Issuer, at, unsigned};
    use super::*;

    const ISSUER: &str = "https://id.example";

    fn claims() -> Value {
        json!({
            "iss": ISSUER, "aud": "proofmark", "sub": "248289761001", "nonce": "n", "exp": 2000, "iat": 1000,
            "name": "Anna", "email": "anna@maker.example", "email_verified": true,
        })
    }

    fn with(name: &str, value: Value) -> Value {
        let mut claims = claims();
        claims[name] = value;
        claims
    }

    fn check(issuer: &Issuer, token: &Secret, now: i64) -> Result<IdentityClaims, &'static str> {
        check_id_token(&issuer.keys(), token, ISSUER, "proofmark", "n", at(now))
            .map_err(|refusal| refusal.says.id())
    }

    #[test]
    fn each_algorithm_we_take_is_verified() {
        for issuer in [Issuer::es256(), Issuer::ed25519(), Issuer::rs256()] {
            for algorithm in issuer.algorithms() {
                let found = check(&issuer, &issuer.sign(algorithm, &claims()), 1500).unwrap();
                assert_eq!(found.identity.subject, "248289761001", "{algorithm}");
                assert_eq!(found.email.as_deref(), Some("anna@maker.example"));
            }
        }
    }

    #[test]
    fn a_token_wrong_in_one_point_is_refused_for_that_point() {
        let issuer = Issuer::es256();
        for (claims, now, code) in [
            (with("iss", json!("https://evil.example")), 1500, "access-identity-issuer"),
            (with("iss", Value::Null), 1500, "access-identity-issuer"),
            (with("aud", json!("another")), 1500, "access-identity-audience"),
            (with("aud", json!(["proofmark", "another"])), 1500, "access-identity-audience"),
            (with("azp", json!("another")), 1500, "access-identity-audience"),
            (with("nonce", json!("m")), 1500, "access-identity-nonce"),
            (with("nonce", Value::Null), 1500, "access-identity-nonce"),
            (with("sub", json!("")), 1500, "access-identity-malformed"),
            (with("sub", json!("x".repeat(256))), 1500, "access-identity-malformed"),
            (with("exp", Value::Null), 1500, "access-identity-malformed"),
            (with("exp", json!("2000")), 1500, "access-identity-malformed"),
            (with("nbf", json!(1561)), 1500, "access-identity-too-early"),
            (with("iat", json!(1561)), 1500, "access-identity-too-early"),
            (claims(), 2060, "access-identity-expired"),
        ] {
            let token = issuer.sign("ES256", &claims);
            assert_eq!(check(&issuer, &token, now), Err(code), "{claims}");
        }
        for (claims, now) in [
            (claims(), 2059),
            (with("nbf", json!(1560)), 1500),
            (with("exp", json!(2000.5)), 1500),
            (with("aud", json!(["proofmark"])), 1500),
        ] {
            assert!(check(&issuer, &issuer.sign("ES256", &claims), now).is_ok(), "{claims}");
        }
        let mut both = with("aud", json!(["proofmark", "another"]));
        both["azp"] = json!("proofmark");
        assert!(check(&issuer, &issuer.sign("ES256", &both), 1500).is_ok());
        let unverified = issuer.sign("ES256", &with("email_verified", json!(false)));
        assert_eq!(check(&issuer, &unverified, 1500).unwrap().email, None);
    }

    #[test]
    fn nobody_signs_in_without_the_issuers_key() {
        let (issuer, other) = (Issuer::es256(), Issuer::rs256());
        let refused = |token: &Secret| check(&issuer, token, 1500).unwrap_err();
        assert_eq!(refused(&other.sign("RS256", &claims())), "access-identity-signature");
        assert_eq!(refused(&unsigned(&json!({ "alg": "none" }), &claims())), "access-identity-malformed");
        // Signed with the public key as a shared secret.
        assert_eq!(refused(&issuer.signed_with_public_key(&claims())), "access-identity-algorithm");
        let critical = unsigned(&json!({ "alg": "ES256", "crit": ["b64"], "b64": false }), &claims());
        assert_eq!(refused(&critical), "access-identity-algorithm");
        // Its own key brought along.
        let own = unsigned(&json!({ "alg": "RS256", "jwk": other.public()["keys"][0] }), &claims());
        assert_eq!(refused(&own), "access-identity-signature");
        let token = issuer.sign("ES256", &claims());
        let (body, signature) = token.reveal().rsplit_once('.').unwrap();
        let (head, _) = body.split_once('.').unwrap();
        let swapped = issuer.sign("ES256", &with("sub", json!("somebody else")));
        let swapped = swapped.reveal().split('.').nth(1).unwrap();
        assert_eq!(
            refused(&format!("{head}.{swapped}.{signature}").as_str().into()),
            "access-identity-signature"
        );
        assert_eq!(refused(&"x".repeat(17_000).as_str().into()), "access-identity-malformed");
    }

    #[test]
    fn a_key_for_encryption_or_of_another_algorithm_verifies_nothing() {
        let issuer = Issuer::es256();
        let token = issuer.sign("ES256", &claims());
        for (name, value) in [("use", "enc"), ("alg", "ES384"), ("kid", "another")] {
            let mut keys = issuer.public();
            keys["keys"][0][name] = json!(value);
            let keys = SigningKeys::read(keys.to_string().as_bytes()).unwrap();
            let refused = check_id_token(&keys, &token, ISSUER, "proofmark", "n", at(1500)).unwrap_err();
            assert_eq!(refused.says.id(), "access-identity-signature", "{name}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(token in "\\PC{0,100}|[A-Za-z0-9_-]{0,40}\\.[A-Za-z0-9_-]{0,40}\\.[A-Za-z0-9_-]{0,40}") {
            let keys = SigningKeys::read(br#"{"keys":[]}"#).unwrap();
            prop_assert!(check_id_token(&keys, &token.as_str().into(), ISSUER, "x", "n", at(0)).is_err());
            let _ = super::super::claimed_issuer(&token.as_str().into());
            let _ = SigningKeys::read(token.as_bytes());
        }
    }
}
