//! Reads any bytes as a browser's answers about a passkey, and as what an authenticator says inside them (CBOR).
#![no_main]

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;
use proofmark_access::{AssertionResponse, Challenge, Passkey, RegistrationResponse, RelyingParty};

const RANDOM: [u8; 32] = [7; 32];

fn client_data(does: &str) -> String {
    let challenge = BASE64.encode(RANDOM);
    let says = format!(r#"{{"type":"{does}","challenge":"{challenge}","origin":"https://p.example"}}"#);
    BASE64.encode(says)
}

fuzz_target!(|bytes: &[u8]| {
    let party = RelyingParty {
        id: "p.example".to_owned(),
        origin: "https://p.example".to_owned(),
        name: "Proofmark".to_owned(),
    };
    let challenge = Challenge::new(RANDOM);
    let given = BASE64.encode(bytes);
    let register = |json: &[u8]| {
        let Ok(answer) = RegistrationResponse::read(json) else { return };
        let _ = answer.challenge();
        let _ = answer.register(&party, &challenge, false, "key", Timestamp::UNIX_EPOCH);
    };
    register(bytes);
    let said = client_data("webauthn.create");
    register(
        format!(
            r#"{{"id":"","rawId":"","type":"public-key","response":{{"clientDataJSON":"{said}","attestationObject":"{given}"}}}}"#
        )
        .as_bytes(),
    );
    // The bytes stand for the key that is kept, too: it came from an authenticator once.
    let kept = Passkey {
        credential_id: String::new(),
        public_key: given.clone(),
        sign_count: 0,
        backup_eligible: false,
        name: "key".to_owned(),
        made_at: Timestamp::UNIX_EPOCH,
    };
    let assert = |json: &[u8]| {
        let Ok(answer) = AssertionResponse::read(json) else { return };
        let _ = (answer.challenge(), answer.key());
        let _ = answer.check(&party, &challenge, false, "anna", &kept);
    };
    assert(bytes);
    let said = client_data("webauthn.get");
    assert(
        format!(
            r#"{{"id":"","rawId":"","type":"public-key","response":{{"clientDataJSON":"{said}","authenticatorData":"{given}","signature":"{given}"}}}}"#
        )
        .as_bytes(),
    );
});
