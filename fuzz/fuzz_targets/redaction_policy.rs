//! The reader of what is left out of a published list on any bytes: no panic, and a value only where no problem is an error.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_facts::Weight;
use proofmark_formats::read_redaction_policy;

fuzz_target!(|bytes: &[u8]| {
    let read = read_redaction_policy(bytes);
    let refused = read.problems.iter().any(|problem| problem.weight == Weight::Error);
    assert_eq!(read.value.is_none(), refused);
    if let Some(policy) = read.value {
        assert!(policy.components.iter().all(|entry| entry.says_which()));
    }
});
