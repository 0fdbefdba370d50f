//! Reads any text as a checkpoint: what is accepted must print as it was.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_trust::Checkpoint;

fuzz_target!(|text: &str| {
    match text.parse::<Checkpoint>() {
        Ok(checkpoint) => assert_eq!(checkpoint.to_string(), text),
        Err(refusal) => drop(refusal.to_string()),
    }
});
