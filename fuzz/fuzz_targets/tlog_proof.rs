//! Reads any bytes as a proof: what is accepted must print as it was, and its path must be walked without panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_trust::{Checkpoint, Hash, Proof, inclusion};

fuzz_target!(|bytes: &[u8]| {
    let Ok(proof) = Proof::parse(bytes) else { return };
    assert_eq!(proof.to_string().as_bytes(), bytes);
    let leaf = Hash::of_leaf(b"");
    assert!(proof.verify(leaf, "example.com/ledger", &[]).is_err());
    if let Ok(checkpoint) = proof.checkpoint().unverified_text().parse::<Checkpoint>() {
        let _ = inclusion::verify(checkpoint.head(), proof.index(), leaf, proof.path());
    }
});
