//! Whatever the bytes, the readers of a publisher's metadata, of its feeds, of lists of publishers and of `security.txt` answer.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_formats::{
    Limits, csaf_of_security_txt, read_csaf_aggregator, read_csaf_provider, read_rolie,
};

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits::default();
    let _ = (read_csaf_provider(bytes, &limits), read_rolie(bytes, &limits));
    let _ = (read_csaf_aggregator(bytes, &limits), csaf_of_security_txt(bytes));
});
