//! Whatever the bytes, they are an OpenPGP certificate or none, and no signature of anything by a known key.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_trust::openpgp::{OpenPgpCertificate, verify_detached};

const KNOWN: &[u8] = include_bytes!("../seeds/openpgp/psirt.key.asc");

fuzz_target!(|bytes: &[u8]| {
    let _ = OpenPgpCertificate::parse(bytes).map(|certificate| certificate.fingerprint());
    let known = OpenPgpCertificate::parse(KNOWN).expect("the seed is a certificate");
    let now = jiff::Timestamp::UNIX_EPOCH;
    assert!(verify_detached(b"never signed", bytes, &[known], now).is_err());
});
