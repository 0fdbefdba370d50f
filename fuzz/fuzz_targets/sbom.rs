//! Whatever the bytes, the reader of any bill of materials answers.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_formats::Limits;

fuzz_target!(|bytes: &[u8]| {
    let _ = proofmark_formats::read_sbom("bom.json", bytes, &Limits::default());
});
