//! Whatever the bytes, the readers of Python's lockfiles, requirements, manifests and installed packages answer. Every dependency is
//! between components that are there.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_formats::{
    Limits, read_pdm_lock, read_pipfile, read_pipfile_lock, read_poetry_lock, read_pylock, read_pyproject,
    read_python_metadata, read_requirements, read_uv_lock,
};

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits::default();
    let project = read_pyproject(bytes, &limits).value.or_else(|| read_pipfile(bytes, &limits).value);
    let project = project.as_ref();
    let requirements = read_requirements(bytes, &limits).value.map(|requirements| requirements.sbom);
    let all = [
        read_poetry_lock(bytes, project, &limits).value,
        read_uv_lock(bytes, &limits).value,
        read_pdm_lock(bytes, project, &limits).value,
        read_pipfile_lock(bytes, project, &limits).value,
        read_pylock(bytes, project, &limits).value,
        read_python_metadata(bytes, &limits).value,
        requirements,
    ];
    for sbom in all.into_iter().flatten() {
        let count = sbom.components.len();
        assert!(sbom.dependencies.iter().all(|(from, to)| (*from as usize) < count && (*to as usize) < count));
    }
});
