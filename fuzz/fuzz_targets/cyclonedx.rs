//! Whatever the bytes, the reader of CycloneDX answers; and what it read whole is written and read again.

#![no_main]

use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;
use proofmark_facts::Sbom;
use proofmark_formats::{CyclonedxHeading, CyclonedxVersion, Limits, read_cyclonedx, read_sbom, write_cyclonedx};

fuzz_target!(|bytes: &[u8]| {
    let _ = read_cyclonedx(bytes, &Limits::default());
    let mut xml = br#"<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components>"#.to_vec();
    xml.extend_from_slice(bytes);
    xml.extend_from_slice(b"</components></bom>");
    let whole = Limits::default().whole();
    let of_xml = [&xml[..], bytes].into_iter().filter(|xml| xml.starts_with(b"<"));
    let of_xml = of_xml.filter_map(|xml| read_sbom("bom.xml", xml, &whole).value);
    for whole in of_xml.chain(read_cyclonedx(bytes, &whole).value) {
        written_and_read(&whole);
    }
});

fn written_and_read(whole: &Sbom) {
    for version in [CyclonedxVersion::V1_6, CyclonedxVersion::V1_7] {
        let heading = CyclonedxHeading {
            version,
            product: "product",
            release: "1",
            serial: [0; 16],
            created_at: Timestamp::UNIX_EPOCH,
            tool_version: "0",
        };
        let written = write_cyclonedx(whole, &heading).document;
        assert!(read_cyclonedx(written.as_bytes(), &Limits::default().whole()).value.is_some());
    }
}
