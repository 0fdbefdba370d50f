//! Reads any bytes as a kernel's configuration and as the rules its files are compiled under, and lays one against the other.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_formats::{Limits, read_build_rules, read_kernel_config};

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits::default();
    let (config, rules) = (read_kernel_config(bytes, &limits), read_build_rules(bytes, &limits));
    if let (Some(config), Some(rules)) = (config.value, rules.value) {
        let _ = rules.options_off("net/can/bcm.c", &config);
    }
});
