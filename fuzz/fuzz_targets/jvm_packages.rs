//! Whatever the bytes, the readers of what Maven, Gradle and their archives say of packages answer. Every dependency is between
//! components that are there.

#![no_main]

use libfuzzer_sys::fuzz_target;
use proofmark_formats::{
    Limits, list_poms, read_dependency_tree, read_gradle_lock, read_java_archive, read_pom,
    read_verification_metadata,
};

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits::default();
    let digests = read_verification_metadata(bytes, &limits).value;
    let pom = read_pom(bytes, &limits).value;
    let all = [
        read_dependency_tree(bytes, &limits).value,
        read_gradle_lock(bytes, false, digests.as_ref(), &limits).value,
        read_java_archive(bytes, &limits).and_then(|read| read.value),
        pom.and_then(|pom| {
            let poms = [("pom.xml".to_owned(), pom.clone()), ("a/pom.xml".to_owned(), pom)];
            list_poms(&poms, &limits).value
        }),
    ];
    for sbom in all.into_iter().flatten() {
        let count = sbom.components.len();
        assert!(sbom.dependencies.iter().all(|(from, to)| (*from as usize) < count && (*to as usize) < count));
    }
});
