//! Reads any bytes as answers of an interview, as a dossier, as a dossier that was kept.
#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_actions::read_kept;
use proofmark_formats::{read_answers, read_dossier};

fuzz_target!(|bytes: &[u8]| {
    let _ = read_answers(bytes);
    let _ = read_dossier(bytes);
    let _ = read_kept(bytes);
});
