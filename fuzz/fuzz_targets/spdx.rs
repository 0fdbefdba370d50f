//! Whatever the bytes, the readers of SPDX answer, and what they read whole is written.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_formats::{
    Limits, SpdxHeading, read_sbom, read_spdx, read_spdx_3, read_spdx_tag_value, write_spdx_2, write_spdx_3,
};

fuzz_target!(|bytes: &[u8]| {
    let _ = read_spdx(bytes, &Limits::default());
    let heading = SpdxHeading {
        product: "p",
        release: "1",
        serial: [0; 16],
        created_at: Default::default(),
        tool_version: "0",
        goes_on: bytes.len() % 2 == 0,
    };
    let whole = Limits::default().whole();
    let tags = read_spdx_tag_value(bytes, &whole).value.map(|listed| listed.sbom);
    for sbom in read_spdx(bytes, &whole).value.into_iter().chain(tags) {
        let written = write_spdx_2(&sbom, &heading);
        assert!(read_spdx(written.document.as_bytes(), &whole).value.is_some());
        let _ = write_spdx_3(&sbom, &heading);
    }
    let mut yaml = b"spdxVersion: SPDX-2.3\n".to_vec();
    yaml.extend_from_slice(bytes);
    let _ = read_sbom("bom.spdx.yaml", &yaml, &whole);
    let mut rdf = br#"<rdf:RDF xmlns="http://spdx.org/rdf/terms#" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#"><SpdxDocument rdf:about="n#SPDXRef-DOCUMENT"><specVersion>SPDX-2.3</specVersion>"#
        .to_vec();
    rdf.extend_from_slice(bytes);
    rdf.extend_from_slice(b"</SpdxDocument></rdf:RDF>");
    for rdf in [&rdf[..], bytes] {
        let _ = read_sbom("bom.rdf.xml", rdf, &whole);
    }
    if let Some(listed) = read_spdx_3(bytes, &whole).value {
        let written = write_spdx_3(&listed.sbom, &heading);
        assert!(read_spdx_3(written.document.as_bytes(), &whole).value.is_some());
    }
});
