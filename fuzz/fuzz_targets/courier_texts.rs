//! Reads any text as what a server sent or a person typed about where to go: addresses, times to come back, webhook secrets.
#![no_main]

use jiff::Timestamp;
use libfuzzer_sys::fuzz_target;
use proofmark_courier::{ContentRange, Destination, DirectHosts, RetryAfter, WebhookSecret};

fuzz_target!(|text: &str| {
    if let Ok(there) = Destination::parse(text) {
        let origin = there.origin();
        let again = Destination::parse(&origin).expect("an origin is an address");
        assert_eq!(again.origin(), origin);
    }
    if let Some(after) = RetryAfter::parse(text) {
        let _ = after.not_before(Timestamp::UNIX_EPOCH);
    }
    let _ = WebhookSecret::parse(text);
    if let Some(range) = ContentRange::parse(text) {
        assert!(range.first <= range.last && range.last < range.whole);
    }
    let _ = DirectHosts::of(text).holds(text);
});
