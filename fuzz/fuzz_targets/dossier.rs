//! The reader of `proofmark.toml` on any bytes: no panic, and every place lies within the input.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_formats::{excerpt, read_partial_dossier};

fuzz_target!(|bytes: &[u8]| {
    let partial = read_partial_dossier(bytes);
    assert!(partial.problems.len() <= 200);
    let Ok(source) = str::from_utf8(bytes) else { return };
    for problem in &partial.problems {
        // A file over the limit has one problem without a place.
        let Some(range) = problem.place.bytes.clone() else { continue };
        assert!(source.get(range.clone()).is_some(), "{range:?} is not within the text");
        let _ = excerpt(source, &range, 80).to_string();
    }
    if let Some(read) = partial.read {
        for path in ["product.kind", "requirements[0].applies", "evidence[3].file", "release.nothing"] {
            assert!(read.places.resolve(path).is_none_or(|range| source.get(range).is_some()));
        }
    }
});
