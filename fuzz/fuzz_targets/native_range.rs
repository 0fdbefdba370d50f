//! Reads any text as a range in the notation of each package manager, and holds a version against it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_vulndb::NativeRange;

const KINDS: [&str; 12] = [
    "npm", "cargo", "pypi", "gem", "maven", "nuget", "composer", "conan", "hex", "nginx", "openssl", "deb",
];

fuzz_target!(|written: &str| {
    for kind in KINDS {
        if let Ok(range) = NativeRange::read(kind, written) {
            let said = range.contains("1.2.3");
            if let (Some(vers), Some(said)) = (range.as_vers(), said) {
                assert_eq!(vers.contains("1.2.3"), Some(said), "{kind} {written}");
            }
        }
    }
});
