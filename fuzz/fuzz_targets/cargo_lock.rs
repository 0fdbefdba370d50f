//! Whatever the bytes, the reader of `Cargo.lock` answers.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_formats::Limits;

fuzz_target!(|bytes: &[u8]| {
    let _ = proofmark_formats::read_cargo_lock(bytes, "product", &Limits::default());
});
