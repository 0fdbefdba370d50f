//! Whatever the bytes, the readers of what NuGet, Composer and Bundler write answer. Every dependency is between components that are
//! there.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_formats::{
    Limits, list_dotnet_project, read_central_versions, read_composer_json, read_composer_lock, read_deps_json,
    read_dotnet_project, read_gemfile_lock, read_packages_config, read_packages_lock,
};

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits::default();
    let project = read_dotnet_project(bytes, "app", &limits).value;
    let central = read_central_versions(bytes, &limits).value;
    let manifest = read_composer_json(bytes, &limits).value;
    let all = [
        read_packages_lock(bytes, project.as_ref(), &limits).value,
        read_packages_config(bytes, project.as_ref(), &limits).value,
        read_deps_json(bytes, &limits).value,
        read_composer_lock(bytes, manifest.as_ref(), &limits).value,
        read_gemfile_lock(bytes, &limits).value,
        project.and_then(|project| list_dotnet_project(&project, central.as_ref(), &limits).value),
    ];
    for sbom in all.into_iter().flatten() {
        let count = sbom.components.len();
        assert!(sbom.dependencies.iter().all(|(from, to)| (*from as usize) < count && (*to as usize) < count));
    }
});
