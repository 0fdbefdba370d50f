//! Whatever the bytes, the reader of `Cargo.toml` answers, and beside what it gave the reader of `Cargo.lock` does.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_formats::{CargoWorkspace, Limits, read_cargo_lock_beside, read_cargo_manifest};

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits::default();
    let cut = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
    let (manifest, lock) = bytes.split_at(cut);
    let manifests: Vec<_> = read_cargo_manifest(manifest, &limits).value.into_iter().collect();
    let root = manifests.first().and_then(|manifest| manifest.name.clone());
    let workspace = CargoWorkspace { manifests, root };
    let _ = read_cargo_lock_beside(lock.get(1..).unwrap_or_default(), "product", &workspace, &limits);
});
