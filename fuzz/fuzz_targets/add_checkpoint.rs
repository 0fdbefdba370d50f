//! Reads any bytes as a request to a witness: what is accepted must print as it was.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_trust::witness::AddCheckpoint;

fuzz_target!(|bytes: &[u8]| match AddCheckpoint::parse(bytes) {
    Ok(request) => assert_eq!(request.to_string().as_bytes(), bytes),
    Err(refusal) => assert!(!refusal.to_string().is_empty()),
});
