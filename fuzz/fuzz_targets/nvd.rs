//! Whatever the bytes, the reader of the National Vulnerability Database answers.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_formats::Limits;
use proofmark_vulndb::Builder;

fuzz_target!(|bytes: &[u8]| {
    let _ = proofmark_formats::begins_as_nvd(bytes);
    let mut builder = Builder::new();
    let _ = proofmark_formats::read_nvd(bytes, &Limits::default(), &mut |record| {
        let _ = builder.add_with_configurations(&record.advisory, &record.configurations, "NVD");
        Ok(())
    });
    let _ = builder.finish();
});
