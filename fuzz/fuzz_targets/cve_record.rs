//! Whatever the bytes, the reader of CVE records answers, and what it reads can be kept and asked for.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_formats::{Limits, advisory_kind, read_cve_record};
use proofmark_vulndb::{Builder, Index};

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits::default();
    let _ = advisory_kind(bytes, &limits);
    let Some(advisory) = read_cve_record(bytes, &limits).value else { return };
    let mut builder = Builder::new();
    builder.add(&advisory, "fuzz").expect("one record fits");
    let index = builder.finish().and_then(Index::from_bytes).expect("what was built is read");
    let told = index.tell(&advisory.id).expect("what was built is whole");
    assert!(told.iter().any(|one| !one.claims.is_empty()), "every record is heard");
});
