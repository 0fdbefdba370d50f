//! Reads any bytes as what a server says of a refusal (RFC 9457): it is a refusal in words, whatever stands in it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark::read_refusal;

fuzz_target!(|input: (u16, &[u8])| {
    let (status, body) = input;
    let says = read_refusal(status, body).to_string();
    assert!(!says.chars().any(|letter| letter.is_control() && letter != '\n'), "nothing steers the terminal");
});
