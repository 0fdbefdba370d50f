//! The reader of cases for the law on any bytes: no panic, and a value only where there is no problem.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_formats::read_law_case;

fuzz_target!(|bytes: &[u8]| {
    let read = read_law_case(bytes);
    assert_eq!(read.value.is_some(), read.problems.is_empty());
});
