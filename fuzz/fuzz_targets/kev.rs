//! Whatever the bytes, the reader of the catalogue of exploited vulnerabilities answers.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_formats::Limits;

fuzz_target!(|bytes: &[u8]| {
    let _ = proofmark_formats::read_kev(bytes, &Limits::default());
});
