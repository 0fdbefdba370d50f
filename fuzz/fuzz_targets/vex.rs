//! Reads any bytes as statements of vulnerabilities, writes what was read in every format, and reads that again: no claim may come
//! out stronger than it went in.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_formats::{
    Limits, VexHeading, is_vex, read_vex, write_csaf_vex, write_cyclonedx_vex, write_openvex, write_spdx_vex,
};

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits::default();
    let Some(document) = read_vex("", bytes, &limits).value else { return };
    assert!(is_vex(bytes, &limits).is_some());
    let heading = VexHeading {
        namespace: Some("https://a.example"),
        written_at: jiff::Timestamp::UNIX_EPOCH,
        tool: "fuzz",
    };
    for write in [write_openvex, write_csaf_vex, write_cyclonedx_vex, write_spdx_vex] {
        let Some(written) = write(&document, &heading).text else { continue };
        // What was read may contradict itself once a format has dropped what told two things apart: then it is refused.
        let Some(again) = read_vex("", written.as_bytes(), &limits).value else { continue };
        for one in &again.statements {
            let same = |other: &&proofmark_facts::VexStatement| other.vulnerability.name == one.vulnerability.name;
            assert!(document.statements.iter().filter(same).any(|other| other.status == one.status));
        }
    }
});
