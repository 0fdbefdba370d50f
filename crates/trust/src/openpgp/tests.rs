//! Certificates and signatures made by GnuPG 2.2, each named for what is wrong with it.

use jiff::Timestamp;
use proptest::prelude::*;

use super::*;

const DOCUMENT: &[u8] = include_bytes!("samples/doc.json");

macro_rules! sample {
    ($name:literal) => {
        include_bytes!(concat!("samples/", $name, ".asc")).as_slice()
    };
}

fn now() -> Timestamp {
    "2026-11-22T10:00:00Z".parse().unwrap()
}

fn certificate(bytes: &[u8]) -> OpenPgpCertificate {
    OpenPgpCertificate::parse(bytes).unwrap()
}

fn verify(signature: &[u8], key: &[u8]) -> Result<String, OpenPgpFault> {
    verify_detached(DOCUMENT, signature, &[certificate(key)], now())
}

#[test]
fn a_signature_holds_for_its_document_and_its_key_alone() {
    let psirt = certificate(sample!("psirt.key"));
    assert_eq!(psirt.fingerprint(), "277b3afd6e1f51b2b23828ba6917c429b2fdcc0e");
    let known = [certificate(sample!("o.key")), psirt.clone()];
    for signature in [sample!("psirt.sig"), sample!("psirt-text.sig")] {
        assert_eq!(verify_detached(DOCUMENT, signature, &known, now()), Ok(psirt.fingerprint()));
        assert_eq!(
            verify_detached(b"{\"document\":\"two\"}\n", signature, &known, now()),
            Err(OpenPgpFault::Forged)
        );
        assert_eq!(
            verify_detached(DOCUMENT, signature, &known[..1], now()),
            Err(OpenPgpFault::UnknownSigner)
        );
        assert_eq!(verify_detached(DOCUMENT, signature, &[], now()), Err(OpenPgpFault::UnknownSigner));
    }
    let two = [sample!("o.sig"), sample!("psirt.sig")].concat();
    assert!(verify_detached(DOCUMENT, &two, &known, now()).is_ok());
}

#[test]
fn a_subkey_signs_for_its_certificate() {
    let fingerprint = certificate(sample!("sub.key")).fingerprint();
    assert_eq!(verify(sample!("sub.sig"), sample!("sub.key")), Ok(fingerprint));
}

#[test]
fn time_and_revocation_are_heeded() {
    let psirt = sample!("psirt.key");
    assert_eq!(verify(sample!("psirt-sha1.sig"), psirt), Err(OpenPgpFault::WeakDigest));
    assert_eq!(verify(sample!("psirt-future.sig"), psirt), Err(OpenPgpFault::Undated));
    assert_eq!(verify(sample!("psirt-expired.sig"), psirt), Err(OpenPgpFault::Expired));
    // Signed while the key was valid: what ended later takes nothing back.
    assert!(verify(sample!("s-in-time.sig"), sample!("s.key")).is_ok());
    assert!(verify(sample!("g.sig"), sample!("g.key")).is_ok());
    assert_eq!(verify(sample!("g.sig"), sample!("g-revoked.key")), Err(OpenPgpFault::KeyUnfit));
}

#[test]
fn what_is_neither_is_told_apart() {
    let (key, signature) = (sample!("psirt.key"), sample!("psirt.sig"));
    assert_eq!(OpenPgpCertificate::parse(signature), Err(OpenPgpFault::NoCertificate));
    assert_eq!(OpenPgpCertificate::parse(b""), Err(OpenPgpFault::NoCertificate));
    assert_eq!(OpenPgpCertificate::parse(b"<html>"), Err(OpenPgpFault::NoCertificate));
    let long = vec![b'x'; 2 << 20];
    assert_eq!(OpenPgpCertificate::parse(&long), Err(OpenPgpFault::TooLarge { bytes: 2 << 20 }));
    assert_eq!(verify(key, key), Err(OpenPgpFault::NoSignature));
    assert_eq!(verify(b"", key), Err(OpenPgpFault::NoSignature));
    assert_eq!(verify(&long, key), Err(OpenPgpFault::TooLarge { bytes: 2 << 20 }));
}

proptest! {
    #[test]
    fn no_change_of_a_signature_or_of_the_document_holds(
        place in 0_usize..10_000, bit in 0_u8..8, in_document: bool
    ) {
        let (mut signature, mut document) = (sample!("psirt.sig").to_vec(), DOCUMENT.to_vec());
        let changed = if in_document { &mut document } else { &mut signature };
        let place = place % changed.len();
        changed[place] ^= 1 << bit;
        let held = verify_detached(&document, &signature, &[certificate(sample!("psirt.key"))], now());
        // Of the armor more than one spelling says the same; of the document none.
        prop_assert!(held.is_err() || !in_document);
    }

    #[test]
    fn whatever_the_bytes_there_is_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = OpenPgpCertificate::parse(&bytes);
        let _ = verify_detached(DOCUMENT, &bytes, &[certificate(sample!("psirt.key"))], now());
    }
}
