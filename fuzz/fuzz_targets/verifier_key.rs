//! Reads any text as a verifier key and as a signer key: what is accepted must print as it was.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_trust::witness::WitnessKey;
use proofmark_trust::{SignerKey, VerifierKey};

fuzz_target!(|text: &str| {
    if let Ok(key) = text.parse::<VerifierKey>() {
        assert_eq!(key.to_string(), text);
    }
    let _ = text.parse::<WitnessKey>();
    if let Ok(key) = SignerKey::from_secret_line(text) {
        assert_eq!(key.to_secret_line().as_str(), text);
    }
});
