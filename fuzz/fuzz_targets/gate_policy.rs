//! The readers of a gate's policy, of end-of-life data and of licence expressions on any bytes: no panic, and a value only where no
//! problem is an error.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_facts::Weight;
use proofmark_formats::{LicenceList, licence_can_be_met, read_end_of_life, read_gate_policy};

fuzz_target!(|bytes: &[u8]| {
    let read = read_gate_policy(bytes);
    let refused = read.problems.iter().any(|problem| problem.weight == Weight::Error);
    assert_eq!(read.value.is_none(), refused);
    if let Some(file) = read_end_of_life(bytes).value {
        let _ = file.line_of("1.2.3");
    }
    if let Ok(words) = str::from_utf8(bytes) {
        let denied = LicenceList::read(&[words.to_owned()]).unwrap_or_default();
        let _ = licence_can_be_met(words, None, &denied);
    }
});
