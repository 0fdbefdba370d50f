//! Reads any bytes as an identity token, as signing keys and as what a provider publishes and answers.
#![no_main]

use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;
use proofmark_access::{
    Discovery, Secret, SigningKeys, check_id_token, claimed_issuer, claimed_key, is_identity_token,
    token_response,
};

const ISSUER: &str = "https://id.example";

fuzz_target!(|bytes: &[u8]| {
    let token = Secret::new(String::from_utf8_lossy(bytes).into_owned());
    let _ = (claimed_issuer(&token), claimed_key(&token), is_identity_token(&token));
    let none = SigningKeys::read(br#"{"keys":[]}"#).expect("a set without keys");
    let check = |keys: &SigningKeys| {
        check_id_token(keys, &token, ISSUER, "proofmark", "nonce", Timestamp::UNIX_EPOCH)
    };
    assert!(check(&none).is_err(), "nobody signed it");
    if let Ok(keys) = SigningKeys::read(bytes) {
        let _ = check(&keys);
    }
    if let Ok(found) = Discovery::read(bytes, ISSUER) {
        let _ = found.check_sent_back_by(Some(ISSUER));
    }
    let _ = token_response(bytes);
});
