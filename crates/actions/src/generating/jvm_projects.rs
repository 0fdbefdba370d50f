//! What Maven and Gradle wrote, and what their projects ask for.

use std::collections::BTreeMap;

use proofmark_facts::TreeGap;
use proofmark_formats::{
    Limits, list_poms, read_dependency_tree, read_gradle_lock, read_pom, read_verification_metadata,
};
use proofmark_text::text;

use super::kept_files::KeptFiles;
use super::named_kind::{NamedKind, around, split};
use super::parts::Parts;

/// Reads every lockfile and resolved tree. What a project of Maven asks for is listed as declared where none lies beside it.
pub(super) fn read_jvm(kept: &KeptFiles, limits: &Limits, parts: &mut Parts) {
    for (path, bytes) in kept.of_kind(NamedKind::DependencyTree) {
        parts.take(path, read_dependency_tree(bytes, limits));
    }
    read_poms(kept, limits, parts);
    read_gradle(kept, limits, parts);
}

/// Projects that stand below one another are listed together: what one inherits another may say.
fn read_poms(kept: &KeptFiles, limits: &Limits, parts: &mut Parts) {
    let mut below: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for (path, bytes) in kept.of_kind(NamedKind::Pom) {
        let outermost = around(split(path).0).filter_map(|folder| kept.beside(folder, NamedKind::Pom)).last();
        let root = outermost.map_or(path, |(path, _)| path);
        if let Some((pom, _)) = parts.value(path, read_pom(bytes, limits)) {
            below.entry(root).or_default().push((path.to_owned(), pom));
        }
    }
    for (root, mut poms) in below {
        if is_resolved(kept, split(root).0) {
            continue;
        }
        poms.retain(|(path, _)| path == root || !is_resolved(kept, split(path).0));
        poms.sort_by_key(|(path, _)| (path != root, path.clone()));
        parts.take(root, list_poms(&poms, limits));
        parts.gaps.push(TreeGap { path: root.to_owned(), because: text!("generate-declared") });
    }
}

/// Whether what `mvn dependency:tree` wrote lies in a project's folder, or where its build writes.
fn is_resolved(kept: &KeptFiles, folder: &str) -> bool {
    let target = if folder.is_empty() { "target".to_owned() } else { format!("{folder}/target") };
    [folder, &target].iter().any(|folder| kept.beside(folder, NamedKind::DependencyTree).is_some())
}

fn read_gradle(kept: &KeptFiles, limits: &Limits, parts: &mut Parts) {
    for kind in [NamedKind::GradleLock, NamedKind::GradleBuildScriptLock] {
        for (path, bytes) in kept.of_kind(kind) {
            let digests = around(split(path).0).find_map(|folder| {
                let folder = if folder.is_empty() { "gradle".to_owned() } else { format!("{folder}/gradle") };
                kept.beside(&folder, NamedKind::GradleVerification)
            });
            let digests = digests
                .and_then(|(path, bytes)| parts.value(path, read_verification_metadata(bytes, limits)));
            let digests = digests.as_ref().map(|(digests, _)| digests);
            let is_of_build_script = kind == NamedKind::GradleBuildScriptLock;
            parts.take(path, read_gradle_lock(bytes, is_of_build_script, digests, limits));
        }
    }
    // A build script is a program: whether it asks for something is all that is read of it.
    let unlocked =
        |path: &str| !kept.is_system() && kept.beside(split(path).0, NamedKind::GradleLock).is_none();
    for (path, bytes) in kept.of_kind(NamedKind::GradleBuild).filter(|(path, _)| unlocked(path)) {
        if String::from_utf8_lossy(bytes).lines().any(asks) {
            parts.gaps.push(TreeGap { path: path.to_owned(), because: text!("generate-not-locked") });
        }
    }
}

/// Whether a line begins the block a script asks for packages in.
fn asks(line: &str) -> bool {
    line.trim_start().strip_prefix("dependencies").is_some_and(|rest| rest.trim_start().starts_with('{'))
}
