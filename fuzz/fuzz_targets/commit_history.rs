//! Reads any bytes as a history of commits, and asks what comes before what.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_formats::{Limits, read_commit_history};

fuzz_target!(|bytes: &[u8]| {
    if let Some(history) = read_commit_history(bytes, &Limits::default()).value {
        let asked = String::from_utf8_lossy(&bytes[..bytes.len().min(40)]);
        let commit = history.find(&asked).unwrap_or_default();
        assert!(history.ancestors(commit).contains(commit));
        assert_eq!(history.ancestors(commit).says(commit), Some(true));
        assert_eq!(history.in_circle(), None, "a circle is refused");
        assert!(history.is_before(commit, commit));
        let _ = history.is_before(0, u32::MAX);
    }
});
