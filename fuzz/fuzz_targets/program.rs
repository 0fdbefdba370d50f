//! Whatever the bytes, the reader of programs answers.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_formats::{Limits, read_program};

fuzz_target!(|bytes: &[u8]| {
    let _ = read_program(bytes, &Limits::default());
});
