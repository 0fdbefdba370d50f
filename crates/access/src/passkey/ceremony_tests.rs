//! Both ceremonies, with an authenticator made of software: as published, and wrong in one point after the other.

use proofmark_facts::Sha256;

use super::samples::{Authenticator, Ceremony, challenge, derived, extra, party};
use super::{Passkey, PasskeyUse};
use crate::refusal::Refusal;

fn registered(authenticator: &Authenticator) -> Passkey {
    authenticator.register(&Ceremony::create()).unwrap().passkey
}

fn signed_in(authenticator: &Authenticator, told: &Ceremony, kept: &Passkey) -> Result<PasskeyUse, Refusal> {
    let expected = challenge(&derived("none.ES256", 7, 32));
    authenticator.assertion(told).check(&party(), &expected, true, "anna", kept)
}

/// Web Authentication level 3, section 16.2: what our samples write is what is published, and it is accepted.
#[test]
fn the_published_registration_and_sign_in_with_es256() {
    let authenticator = Authenticator::es256();
    let told = Ceremony { flags: 0x59, more: extra(&derived("none.ES256", 3, 16)), ..Ceremony::create() };
    assert_eq!(
        Sha256::of(told.client_data().as_bytes()).to_string(),
        "090d1e7dfd42dcc631e7a4f02070fe3be8a0019a480153e0603d0b7cebc17d98"
    );
    assert_eq!(
        Sha256::of(&authenticator.attestation(&told)).to_string(),
        "c0aa49c57f59765c9f47e6000c04dfe66547a3bd2a6e003a82e336a6e569cb7f"
    );
    let refused = authenticator.register(&told).unwrap_err();
    assert_eq!(refused.says.id(), "access-passkey-not-verified", "the vector's user is not verified");

    let json = authenticator.registration(&told);
    let response = super::RegistrationResponse::read(&json).unwrap();
    let expected = response.challenge().unwrap();
    let passkey =
        response.register(&party(), &expected, false, "key ring", jiff::Timestamp::UNIX_EPOCH).unwrap();
    assert!(passkey.passkey.backup_eligible && passkey.notice.is_none());

    let told = Ceremony { flags: 0x19, ..Ceremony::get() };
    assert_eq!(
        Sha256::of(told.client_data().as_bytes()).to_string(),
        "676a6e380fd31ea5710705c7be1ac4889b037895d0a25291f51251b7d7b1df02"
    );
    assert_eq!(
        Sha256::of(&authenticator.data(&told)).to_string(),
        "2fa3688ce26520481b38f218e1289f8db04f2726fa5d0007a8b2db6c66b4eeab"
    );
    let answer = authenticator.assertion(&told);
    let used = answer.check(&party(), &answer.challenge().unwrap(), false, "anna", &passkey.passkey);
    assert_eq!(used, Ok(PasskeyUse { sign_count: 0, user_verified: false }));
}

/// The same, section 16.11: Ed25519 signs one way only, so the signature itself is the published one.
#[test]
fn the_published_sign_in_with_ed25519() {
    let authenticator = Authenticator::ed25519();
    let told = Ceremony {
        kind: "webauthn.get",
        challenge: derived("packed.EdDSA", 9, 32),
        flags: 0x01,
        ..Ceremony::create()
    };
    let mut signed = authenticator.data(&told);
    signed.extend(Sha256::of(told.client_data().as_bytes()).0);
    assert_eq!(
        Sha256::of(&authenticator.sign(&signed)).to_string(),
        "63cdbd608d9eae1bcbff5a3fcb2e1472a2807b7f5d1a01d6385860c603ed3e96"
    );
    let kept = registered(&authenticator);
    let answer = authenticator.assertion(&told);
    assert!(answer.check(&party(), &answer.challenge().unwrap(), false, "anna", &kept).is_ok());
}

#[test]
fn each_kind_of_key_registers_and_signs_in() {
    for authenticator in [Authenticator::es256(), Authenticator::ed25519(), Authenticator::rs256()] {
        let kept = registered(&authenticator);
        let used = signed_in(&authenticator, &Ceremony::get(), &kept);
        assert_eq!(used, Ok(PasskeyUse { sign_count: 0, user_verified: true }));
        assert_eq!(authenticator.assertion(&Ceremony::get()).key(), kept.key());
    }
}

#[test]
fn a_registration_wrong_in_one_point_is_refused_for_that_point() {
    let authenticator = Authenticator::es256();
    let right = Ceremony::create;
    for (wrong, code) in [
        (Ceremony { kind: "webauthn.get", ..right() }, "access-passkey-malformed"),
        (Ceremony { challenge: vec![7; 32], ..right() }, "access-passkey-challenge"),
        (Ceremony { challenge: vec![], ..right() }, "access-passkey-challenge"),
        (Ceremony { origin: "https://example.org.evil.example", ..right() }, "access-passkey-origin"),
        (Ceremony { origin: "http://example.org", ..right() }, "access-passkey-origin"),
        (
            Ceremony { more: r#","topOrigin":"https://example.com""#.into(), ..right() },
            "access-passkey-origin",
        ),
        (Ceremony { more: r#","crossOrigin":true"#.into(), ..right() }, "access-passkey-malformed"),
        (Ceremony { rp_id: "example.com", ..right() }, "access-passkey-other-party"),
        (Ceremony { flags: 0x44, ..right() }, "access-passkey-nobody-there"),
        (Ceremony { flags: 0x41, ..right() }, "access-passkey-not-verified"),
        (Ceremony { flags: 0x05, ..right() }, "access-passkey-malformed"),
        (Ceremony { flags: 0x55, ..right() }, "access-passkey-malformed"),
        (Ceremony { flags: 0xc5, ..right() }, "access-passkey-malformed"),
    ] {
        let refused = authenticator.register(&wrong).unwrap_err();
        assert_eq!(refused.says.id(), code, "{}", wrong.client_data());
    }
    let mut longer = Authenticator::es256();
    longer.id = vec![7; 1024];
    assert_eq!(longer.register(&right()).unwrap_err().says.id(), "access-passkey-malformed");
    longer.id = vec![7; 1023];
    assert!(longer.register(&right()).is_ok());
}

#[test]
fn an_attestation_is_not_looked_at_and_that_is_said() {
    let registered =
        Authenticator::es256().register(&Ceremony { format: "packed", ..Ceremony::create() }).unwrap();
    assert_eq!(registered.notice.unwrap().id(), "access-passkey-attestation-ignored");
}

#[test]
fn a_sign_in_wrong_in_one_point_is_refused_for_that_point() {
    let authenticator = Authenticator::es256();
    let kept = registered(&authenticator);
    let right = Ceremony::get;
    for (wrong, code) in [
        (Ceremony { kind: "webauthn.create", ..right() }, "access-passkey-malformed"),
        (Ceremony { challenge: derived("none.ES256", 0, 32), ..right() }, "access-passkey-challenge"),
        (Ceremony { origin: "https://evil.example", ..right() }, "access-passkey-origin"),
        (Ceremony { rp_id: "evil.example", ..right() }, "access-passkey-other-party"),
        (Ceremony { flags: 0x04, ..right() }, "access-passkey-nobody-there"),
        (Ceremony { flags: 0x01, ..right() }, "access-passkey-not-verified"),
        (Ceremony { flags: 0x0d, ..right() }, "access-passkey-malformed"),
    ] {
        let refused = signed_in(&authenticator, &wrong, &kept).unwrap_err();
        assert_eq!(refused.says.id(), code, "{}", wrong.client_data());
    }
}

#[test]
fn another_key_does_not_sign_for_this_one() {
    let (one, other) = (Authenticator::es256(), Authenticator::ed25519());
    let (mine, theirs) = (registered(&one), registered(&other));
    let refused = signed_in(&other, &Ceremony::get(), &mine).unwrap_err();
    assert_eq!(refused.says.id(), "access-passkey-unknown");
    let swapped = Passkey { credential_id: theirs.credential_id.clone(), ..mine };
    let refused = signed_in(&other, &Ceremony::get(), &swapped).unwrap_err();
    assert_eq!(refused.says.id(), "access-passkey-signature");
}

#[test]
fn a_count_that_does_not_rise_tells_of_a_copy() {
    let authenticator = Authenticator::es256();
    let kept = Passkey { sign_count: 5, ..registered(&authenticator) };
    for (count, expected) in
        [(6, None), (5, Some("access-passkey-copied")), (0, Some("access-passkey-copied"))]
    {
        let used = signed_in(&authenticator, &Ceremony { count, ..Ceremony::get() }, &kept);
        assert_eq!(used.err().map(|refusal| refusal.says.id()), expected, "{count}");
    }
}
