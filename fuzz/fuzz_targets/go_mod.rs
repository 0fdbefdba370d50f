//! Whatever the bytes, the reader of `go.mod` answers.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_formats::{Limits, read_go_mod};

fuzz_target!(|bytes: &[u8]| {
    let _ = read_go_mod(bytes, &Limits::default());
});
