//! A state of the law comes from outside: whatever its bytes, reading it gives a state or a refusal.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_law::StateOfTheLaw;

fuzz_target!(|file: &str| {
    if let Ok(state) = StateOfTheLaw::parse(file) {
        let _ = state.name().to_string();
    }
});
