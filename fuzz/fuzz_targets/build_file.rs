//! Whatever the bytes, the reader of what builds write beside their lists answers, and what patches and reports declare can be told.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_formats::{Limits, read_build_file};

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits::default();
    for name in ["build/cve-summary.json", "openssl/CVE-2024-1234.patch"] {
        let read = read_build_file(name, bytes, &limits);
        for statement in read.value.into_iter().flat_map(|file| file.statements) {
            let _ = statement.justification();
        }
    }
});
