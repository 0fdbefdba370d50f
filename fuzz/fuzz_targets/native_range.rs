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
                // Bounds that have no order among each other stand in no sequence: then VERS says nothing. It never says otherwise.
                if let Some(as_vers) = vers.contains("1.2.3") {
                    assert_eq!(as_vers, said, "{kind} {written}");
                }
            }
        }
    }
});
