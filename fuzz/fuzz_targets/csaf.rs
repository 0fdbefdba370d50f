//! Whatever the bytes, the readers of CSAF documents and of the lists of them answer, and so does who judges them.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_formats::{Limits, advisory_kind, judge_csaf, read_csaf, read_csaf_changes, read_csaf_index};

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits::default();
    let _ = (advisory_kind(bytes, &limits), read_csaf(bytes, &limits));
    if let Some(judged) = judge_csaf(bytes, 3).value {
        assert!(judged.tests.iter().all(|test| test.findings.len() <= 3 && test.findings.len() <= test.count));
    }
    let _ = (read_csaf_index(bytes), read_csaf_changes(bytes));
});
