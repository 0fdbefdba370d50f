//! Whatever is written for a vector, its score is one or there is none.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_vulndb::cvss_base_score;

fuzz_target!(|written: &str| {
    if let Some(score) = cvss_base_score(written) {
        assert!((0.0..=10.0).contains(&score), "{written}: {score}");
    }
});
