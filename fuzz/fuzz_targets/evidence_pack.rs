//! Reads any bytes as an evidence pack and as its parts: archive, manifest, lines of the ledger.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_actions::{Archive, LedgerLine, Manifest, verify_pack};

fuzz_target!(|bytes: &[u8]| {
    let _ = Archive::parse(bytes);
    let _ = Manifest::parse(bytes);
    let _ = LedgerLine::parse(bytes);
    // Nothing that was not packed is taken for proof.
    let _ = verify_pack(bytes, None);
});
