//! Reads any bytes as a time stamp, as an authority's answer and as roots: nothing panics, and nothing is a stamp of roots
//! that never signed it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_trust::time_stamp::{StampRoots, TimeStamp};

const NOBODY: [u8; 32] = [7; 32];

fuzz_target!(|bytes: &[u8]| {
    let roots = StampRoots::from_pem(&String::from_utf8_lossy(bytes));
    for read in [TimeStamp::parse(bytes), TimeStamp::from_answer(bytes)] {
        match read {
            Ok(stamp) => {
                assert!(TimeStamp::parse(stamp.as_der()).is_ok(), "what was read is read again");
                let _ = stamp.is_of(&NOBODY);
                if let Ok(roots) = &roots {
                    assert!(stamp.verify(&NOBODY, roots).is_err());
                }
            }
            Err(refusal) => assert!(!refusal.to_string().is_empty()),
        }
    }
});
