//! Whatever the bytes, the readers of what Yarn and pnpm write answer, alone and beside a manifest. Every dependency is between
//! components that are there.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_formats::{Limits, read_package_json, read_pnpm_lock, read_yarn_lock};

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits::default();
    let cut = bytes.iter().position(|byte| *byte == 0).unwrap_or(0);
    let (manifest, lock) = bytes.split_at(cut);
    let manifests: Vec<_> = read_package_json(manifest, &limits).value.into_iter().collect();
    let lock = lock.strip_prefix(b"\0").unwrap_or(lock);
    let all = [read_yarn_lock(lock, &manifests, &limits), read_pnpm_lock(lock, &manifests, &limits)];
    for sbom in all.into_iter().filter_map(|read| read.value) {
        let count = sbom.components.len();
        assert!(sbom.dependencies.iter().all(|(from, to)| (*from as usize) < count && (*to as usize) < count));
    }
});
