//! Lockfiles of PHP and Ruby beside the manifests of their projects.

use proofmark_facts::TreeGap;
use proofmark_formats::{Limits, read_composer_json, read_composer_lock, read_gemfile_lock};
use proofmark_text::text;

use super::kept_files::KeptFiles;
use super::named_kind::{NamedKind, split};
use super::parts::Parts;

/// Reads every lockfile; a manifest that none lies beside is a gap.
pub(super) fn read_scripted(kept: &KeptFiles, limits: &Limits, parts: &mut Parts) {
    for (path, bytes) in kept.of_kind(NamedKind::ComposerLock) {
        let manifest = kept.beside(split(path).0, NamedKind::ComposerManifest);
        let manifest =
            manifest.and_then(|(path, bytes)| parts.value(path, read_composer_json(bytes, limits)));
        parts.take(path, read_composer_lock(bytes, manifest.as_ref().map(|(it, _)| it), limits));
    }
    for (path, bytes) in kept.of_kind(NamedKind::GemfileLock) {
        parts.take(path, read_gemfile_lock(bytes, limits));
    }
    let lacks = |path: &str, lock| !kept.is_system() && kept.beside(split(path).0, lock).is_none();
    let not_locked = |path: &str| TreeGap { path: path.to_owned(), because: text!("generate-not-locked") };
    let manifests = kept.of_kind(NamedKind::ComposerManifest);
    for (path, bytes) in manifests.filter(|(path, _)| lacks(path, NamedKind::ComposerLock)) {
        let manifest = parts.value(path, read_composer_json(bytes, limits));
        if manifest.is_some_and(|(manifest, _)| !manifest.needs.is_empty()) {
            parts.gaps.push(not_locked(path));
        }
    }
    for (path, bytes) in
        kept.of_kind(NamedKind::Gemfile).filter(|(path, _)| lacks(path, NamedKind::GemfileLock))
    {
        // A `Gemfile` is a program: whether it asks for something is all that is read of it.
        let asks = |line: &str| {
            ["gem ", "gem(", "gemspec"].iter().any(|begins| line.trim_start().starts_with(begins))
        };
        if String::from_utf8_lossy(bytes).lines().any(asks) {
            parts.gaps.push(not_locked(path));
        }
    }
}
