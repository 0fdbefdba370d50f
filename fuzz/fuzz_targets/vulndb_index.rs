//! Opens any bytes as an index and asks it; the header's digest is made to fit, so that the body is reached.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_facts::{Component, Purl, Sha256};
use proofmark_vulndb::Index;

/// Where the header's own digest begins: behind so many sections as it says there are.
fn said(bytes: &[u8]) -> Option<usize> {
    let count: [u8; 4] = bytes.get(12..16)?.try_into().ok()?;
    Some(8 + 4 + 4 + 32 + u32::from_le_bytes(count).min(1_000) as usize * 20)
}

fuzz_target!(|bytes: &[u8]| {
    let mut bytes = bytes.to_vec();
    if let Some(said) = said(&bytes).filter(|said| bytes.len() >= said + 32) {
        let digest = Sha256::of(&bytes[..said]);
        bytes[said..said + 32].copy_from_slice(&digest.0);
    }
    let Ok(index) = Index::from_bytes(bytes) else { return };
    let _ = (index.verify(), index.facts(), index.tell("CVE-1"));
    for cpe in ["cpe:/a:v:p:1.5", "cpe:/a::p:1", "cpe:2.3:a:v:p:*:*:*:*:*:*:*:*"] {
        let component = Component { cpe: Some(cpe.to_owned()), ..Component::default() };
        let _ = index.check(&component);
    }
    let named = Component { name: "p".to_owned(), version: Some("1".to_owned()), ..Component::default() };
    let _ = index.check(&named);
    for purl in ["pkg:pypi/p@1.5", "pkg:deb/debian/p@1?distro=debian-12", "pkg:maven/g/a@1"] {
        if let Ok(purl) = purl.parse::<Purl>() {
            let _ = index.check_purl(&purl);
        }
    }
});
