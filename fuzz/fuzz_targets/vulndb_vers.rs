//! Reads any text as a range of versions, asks it for any other, and writes it again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_vulndb::VersRange;

fuzz_target!(|text: &str| {
    let (range, version) = text.split_once('\n').unwrap_or((text, "1.0"));
    for read in [VersRange::read(range), VersRange::read_loosely(range)] {
        for problem in &read.problems {
            assert!(problem.place.bytes.clone().is_some_and(|place| range.get(place).is_some()));
        }
        if let Some(range) = read.value {
            let _ = range.contains(version);
            let simple = range.simplified();
            assert_eq!(simple.simplified(), simple);
            assert_eq!(VersRange::read_loosely(&range.to_string()).value, Some(range));
        }
    }
});
