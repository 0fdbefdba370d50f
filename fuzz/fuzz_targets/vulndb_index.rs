//! Opens any bytes as an index and asks it; the header's digest is made to fit, so that the body is reached.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_facts::{Purl, Sha256};
use proofmark_vulndb::Index;

/// Where the header's own digest begins.
const SAID: usize = 8 + 4 + 4 + 32 + 15 * 16;

fuzz_target!(|bytes: &[u8]| {
    let mut bytes = bytes.to_vec();
    if bytes.len() >= SAID + 32 {
        let digest = Sha256::of(&bytes[..SAID]);
        bytes[SAID..SAID + 32].copy_from_slice(&digest.0);
    }
    let Ok(index) = Index::from_bytes(bytes) else { return };
    let _ = (index.verify(), index.facts());
    for purl in ["pkg:pypi/p@1.5", "pkg:deb/debian/p@1?distro=debian-12", "pkg:maven/g/a@1"] {
        if let Ok(purl) = purl.parse::<Purl>() {
            let _ = index.check_purl(&purl);
        }
    }
});
