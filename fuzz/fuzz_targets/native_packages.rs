//! Whatever the bytes, the readers of what Conan, vcpkg and CMake write, of workspaces of Go, and of what makers declare answer. Every
//! dependency is between components that are there.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_formats::{
    Limits, included_files, read_cmake, read_conan_lock, read_conanfile, read_go_work, read_vcpkg_manifest,
    read_vcpkg_status, read_vendored,
};

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits::default();
    let _ = (read_go_work(bytes, &limits), included_files(bytes));
    let all = [
        read_conan_lock(bytes, &limits).value,
        read_conanfile(bytes, &limits).value,
        read_vcpkg_manifest(bytes, &limits).value,
        read_vcpkg_status(bytes, &limits).value,
        read_cmake(bytes, &limits).value,
        read_vendored(bytes, &limits).value.map(|vendored| vendored.sbom),
    ];
    for sbom in all.into_iter().flatten() {
        let count = sbom.components.len();
        assert!(sbom.dependencies.iter().all(|(from, to)| (*from as usize) < count && (*to as usize) < count));
    }
});
