//! The words a component is asked for by, beside its package: who keeps them knows, when records change, of which components
//! something else may be said, without the component.

use proofmark_facts::Component;

use crate::cpe_asked::AskedName;
use crate::kept_digest;
use crate::kernel_component;
use crate::kernel_source::is_kernel;
use crate::repository::AskedCommit;

const PRODUCT: &str = "cpe:";
const NAME: &str = "name:";
const REPOSITORY: &str = "git:";
const COMMIT: &str = "commit:";
const KERNEL: &str = "kernel";
const FILE: &str = "file";
/// Stands for whatever may be asked.
const UNKNOWN: &str = "unknown";

/// The kernel as it is asked for where a dossier states the version its tree was made from.
const KERNEL_PRODUCT: &str = "o:linux:linux_kernel";

/// What a word asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AskedWord<'a> {
    /// A product, by part, vendor and product of a CPE name or by the product's name alone.
    Product,
    /// A repository.
    Repository,
    /// A commit or the beginning of one, in whichever repository.
    Commit(&'a str),
    /// The Linux kernel's package, by a CPE name.
    Kernel,
    /// Some file, by a digest.
    File,
    /// Nobody knows what.
    Unknown,
}

impl<'a> AskedWord<'a> {
    /// What this word asks for; what is none of ours may ask for anything.
    pub(crate) fn of(word: &'a str) -> Self {
        if let Some(at) = word.strip_prefix(COMMIT) {
            return Self::Commit(at);
        }
        match word {
            KERNEL => Self::Kernel,
            FILE => Self::File,
            _ if word.starts_with(PRODUCT) || word.starts_with(NAME) => Self::Product,
            _ if word.starts_with(REPOSITORY) => Self::Repository,
            _ => Self::Unknown,
        }
    }

    /// The word for a product by part, vendor and product.
    pub(crate) fn product(key: &str) -> String {
        format!("{PRODUCT}{key}")
    }

    /// The word for every product of this name.
    pub(crate) fn name(name: &str) -> String {
        format!("{NAME}{name}")
    }

    /// The word for a repository.
    pub(crate) fn repository(key: &str) -> String {
        format!("{REPOSITORY}{key}")
    }
}

/// Everything the component is asked for by but its package: products by the CPE names it states, or by its own name where it has
/// neither those nor a package URL; repositories and commits it says it comes from; that it has digests, but not which: there
/// are as many as components, and few records speak of files. Sorted, each once.
pub fn asked_words(component: &Component) -> Vec<String> {
    let mut words = Vec::new();
    for asked in component.cpes().filter_map(|written| AskedName::of(written, component).ok()) {
        let keys = asked.keys();
        if keys.is_empty() {
            words.extend(asked.product().map(|product| AskedWord::name(product.as_quoted())));
        }
        words.extend(keys.iter().map(|key| AskedWord::product(key)));
    }
    let states_cpe = component.cpes().next().is_some();
    if component.purl.is_none() && !states_cpe {
        let bare = AskedName::of_bare(component);
        let product = bare.as_ref().and_then(AskedName::product);
        words.extend(product.map(|product| AskedWord::name(product.as_quoted())));
    }
    if words.is_empty() && (component.purl.is_none() || states_cpe) {
        // It asks for no product, but whether there is anything to ask.
        words.push(PRODUCT.to_owned());
    }
    if is_kernel(component) || kernel_component::stated_kernel(component).is_some() {
        words.extend([KERNEL.to_owned(), AskedWord::product(KERNEL_PRODUCT)]);
    }
    for asked in AskedCommit::of(component) {
        words.extend(asked.repository.as_deref().map(AskedWord::repository));
        if asked.is_anywhere() {
            words.push(format!("{COMMIT}{}", asked.at));
        }
    }
    if component.digests.iter().any(|digest| kept_digest::key_of(digest).is_some()) {
        words.push(FILE.to_owned());
    }
    // Words are kept one a line.
    let kept = |word: String| if word.contains(char::is_control) { UNKNOWN.to_owned() } else { word };
    let mut words: Vec<String> = words.into_iter().map(kept).collect();
    words.sort_unstable();
    words.dedup();
    words
}

#[cfg(test)]
mod tests {
    use proofmark_facts::{Revision, RevisionKind};

    use super::*;

    fn named(name: &str) -> Component {
        Component { name: name.to_owned(), version: Some("1.0".to_owned()), ..Component::default() }
    }

    #[test]
    fn a_component_is_asked_for_by_what_it_says_of_itself_and_no_more() {
        let commit = "21767c654d31d2dccdde4330529775c6c5fd5389";
        let revised = |repository: Option<&str>| Component {
            purl: "pkg:npm/pad@1.0".parse().ok(),
            revisions: vec![Revision {
                repository: repository.map(str::to_owned),
                at: commit.to_owned(),
                kind: RevisionKind::MadeFrom,
            }],
            ..named("pad")
        };
        let of_commit = format!("commit:{commit}");
        let cases: [(Component, &[&str]); 9] = [
            // A package URL says what it is: its name alone is nobody's product.
            (Component { purl: "pkg:npm/pad@1.0".parse().ok(), ..named("pad") }, &[]),
            (named("Pad"), &["name:pad"]),
            (
                Component { cpe: Some("cpe:2.3:a:acme:pad:1.0:*:*:*:*:*:*:*".into()), ..named("other") },
                &["cpe:a:acme:pad"],
            ),
            (
                Component { cpe: Some("cpe:2.3:a:*:pad:1.0:*:*:*:*:*:*:*".into()), ..named("other") },
                &["name:pad"],
            ),
            (Component { cpe: Some("no name".into()), ..named("pad") }, &["cpe:"]),
            (revised(Some("https://git.example/acme/pad")), &[&of_commit, "git:git.example/acme/pad"]),
            (revised(None), &[&of_commit]),
            (
                Component {
                    purl: "pkg:npm/pad@1.0".parse().ok(),
                    digests: vec![("SHA-256".into(), "ab".repeat(32))],
                    ..named("pad")
                },
                &["file"],
            ),
            (
                Component { purl: "pkg:generic/linux@6.6".parse().ok(), ..named("linux") },
                &["cpe:o:linux:linux_kernel", "kernel"],
            ),
        ];
        for (component, words) in cases {
            assert_eq!(asked_words(&component), words, "{component:?}");
        }
        // Words are kept one a line: what holds an end of one may be anything.
        let broken = asked_words(&Component {
            cpe: Some("cpe:2.3:a:ac\nme:pad:1.0:*:*:*:*:*:*:*".into()),
            ..named("pad")
        });
        assert!(broken.iter().all(|word| !word.contains('\n')), "{broken:?}");
    }
}
