//! Walks any bytes as a zip, a tar or a gzip archive, within small limits.
#![no_main]

use std::convert::Infallible;
use std::io::Cursor;

use libfuzzer_sys::fuzz_target;
use proofmark_vulndb::{Limits, packs_tar, walk_gz, walk_tar, walk_tar_gz, walk_zip};

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits { entry_bytes: 1 << 16, total_bytes: 1 << 20, entries: 1_000, ratio: 100, harmless: 1 << 16 };
    let _ = walk_zip(Cursor::new(bytes), &limits, |_, _| Ok::<(), Infallible>(()));
    let _ = walk_tar(bytes, &limits, |_, _| Ok::<(), Infallible>(()));
    let _ = walk_tar_gz(bytes, &limits, |_, _| Ok::<(), Infallible>(()));
    let _ = walk_gz("a", bytes, &limits, |_, _| Ok::<(), Infallible>(()));
    let _ = packs_tar(bytes);
});
