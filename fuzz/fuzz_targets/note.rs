//! Reads any bytes as a note: what is accepted must print as it was, and opening it must not panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_trust::{Note, VerifierKey};

fuzz_target!(|bytes: &[u8]| {
    let Ok(note) = Note::parse(bytes) else { return };
    assert_eq!(note.to_string().as_bytes(), bytes);
    let key: VerifierKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
        .parse()
        .expect("the key of the specification");
    if let Err(refusal) = note.open(&[key]) {
        let _ = refusal.to_string();
    }
});
