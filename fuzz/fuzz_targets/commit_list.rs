//! Reads any bytes as what `git log` writes, and asks the list for commits.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_facts::CommitName;
use proofmark_formats::{Limits, read_commit_list};

fuzz_target!(|bytes: &[u8]| {
    if let Some(list) = read_commit_list(bytes, &Limits::default()).value {
        let asked = String::from_utf8_lossy(&bytes[..bytes.len().min(40)]);
        let _ = list.carrier_of(&asked);
        if let Some(name) = CommitName::parse(&asked) {
            assert_eq!(name.to_string(), asked.to_ascii_lowercase());
        }
    }
});
