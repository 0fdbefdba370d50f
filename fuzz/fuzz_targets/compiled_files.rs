//! Reads any bytes as a list of compiled files, and asks it for files.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_formats::{Limits, read_compiled_files};

fuzz_target!(|bytes: &[u8]| {
    if let Some(list) = read_compiled_files(bytes, &Limits::default()).value {
        assert!(!list.is_empty());
        for file in ["init/main.c", "net/can/bcm.c", &String::from_utf8_lossy(bytes)] {
            let _ = list.says(file);
        }
    }
});
