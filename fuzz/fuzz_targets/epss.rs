//! Whatever the bytes, the reader of EPSS scores answers.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_formats::Limits;

fuzz_target!(|bytes: &[u8]| {
    let _ = proofmark_formats::read_epss(bytes, &Limits::default());
    let _ = proofmark_formats::read_epss(&[b"cve,epss,percentile\n", bytes].concat(), &Limits::default());
});
