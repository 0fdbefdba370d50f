//! Whatever the bytes, the reader of an export's list of changes answers; and what it read is what it reads again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_formats::read_osv_changes;

fuzz_target!(|bytes: &[u8]| {
    let Some(changes) = read_osv_changes(bytes).value else { return };
    let written: String =
        changes.iter().map(|change| format!("{},{}\n", change.modified_at, change.id)).collect();
    assert_eq!(read_osv_changes(written.as_bytes()).value, Some(changes));
});
