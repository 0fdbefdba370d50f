//! Reads any text as a CPE name; what is read is written in both spellings and read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_facts::{Cpe, LONGEST_CPE_BYTES};

fuzz_target!(|text: &str| {
    match text.parse::<Cpe>() {
        Ok(cpe) => {
            assert_eq!(cpe.to_string().parse::<Cpe>().as_ref(), Ok(&cpe));
            let uri = cpe.uri();
            assert!(uri.len() > LONGEST_CPE_BYTES || uri.parse::<Cpe>() == Ok(cpe));
        }
        Err(fault) => assert!(fault.at <= text.len() && !fault.says().to_string().is_empty()),
    }
});
