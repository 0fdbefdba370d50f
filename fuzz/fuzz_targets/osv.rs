//! Whatever the bytes, the reader of OSV records answers.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_formats::Limits;

fuzz_target!(|bytes: &[u8]| {
    let whole = proofmark_formats::read_osv(bytes, &Limits::default());
    let to_match = proofmark_formats::read_osv_to_match(bytes, &Limits::default());
    assert_eq!(whole.problems, to_match.problems);
    let without_prose = whole.value.map(|mut advisory| {
        (advisory.details, advisory.references, advisory.related) = (None, Vec::new(), Vec::new());
        advisory.affected.iter_mut().for_each(|affected| affected.purl = None);
        advisory
    });
    assert_eq!(without_prose, to_match.value);
});
