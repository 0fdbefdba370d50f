//! Whatever the bytes, the readers of CSAF documents and of the lists of them answer.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_formats::{Limits, advisory_kind, read_csaf, read_csaf_changes, read_csaf_index};

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits::default();
    let _ = (advisory_kind(bytes, &limits), read_csaf(bytes, &limits));
    let _ = (read_csaf_index(bytes), read_csaf_changes(bytes));
});
