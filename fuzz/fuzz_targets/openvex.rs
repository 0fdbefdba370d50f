//! Reads any bytes as statements of OpenVEX.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_formats::{Limits, read_openvex};

fuzz_target!(|bytes: &[u8]| {
    let _ = read_openvex(bytes, &Limits::default());
});
