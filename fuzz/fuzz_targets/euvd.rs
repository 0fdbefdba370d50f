//! Whatever the bytes, the readers of the European database and of its list of exploited vulnerabilities answer.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_formats::{Limits, advisory_kind, read_eu_exploited, read_euvd, read_euvd_page};

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits::default();
    let _ = read_euvd_page(bytes, &limits);
    let _ = (advisory_kind(bytes, &limits), read_euvd(bytes, &limits), read_eu_exploited(bytes, &limits));
});
