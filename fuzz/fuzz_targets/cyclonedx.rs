//! Whatever the bytes, the reader of CycloneDX answers; and what it read whole is written and read again.

#![no_main]

use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;
use proofmark_formats::{CyclonedxHeading, CyclonedxVersion, Limits, read_cyclonedx, write_cyclonedx};

fuzz_target!(|bytes: &[u8]| {
    let _ = read_cyclonedx(bytes, &Limits::default());
    let Some(whole) = read_cyclonedx(bytes, &Limits::default().whole()).value else { return };
    for version in [CyclonedxVersion::V1_6, CyclonedxVersion::V1_7] {
        let heading = CyclonedxHeading {
            version,
            product: "product",
            release: "1",
            serial: [0; 16],
            created_at: Timestamp::UNIX_EPOCH,
            tool_version: "0",
        };
        let written = write_cyclonedx(&whole, &heading).document;
        assert!(read_cyclonedx(written.as_bytes(), &Limits::default().whole()).value.is_some());
    }
});
