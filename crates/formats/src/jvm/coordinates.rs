//! Maven's coordinates as a component (purl types, `maven`).

use proofmark_facts::{Component, Place};

use crate::gathered::Gathered;
use crate::packaged::Packaged;

/// What names an artifact. An empty part is an absent one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(super) struct Coordinates<'a> {
    pub(super) group: &'a str,
    pub(super) artifact: &'a str,
    pub(super) version: &'a str,
    /// The kind of file; `jar` is none of its own.
    pub(super) kind: &'a str,
    pub(super) classifier: &'a str,
}

impl<'a> Coordinates<'a> {
    /// `group:artifact:type[:classifier]:version`, as `mvn dependency:tree` writes it, and the scope where one stands behind.
    pub(super) fn read(written: &'a str) -> Option<(Self, &'a str)> {
        let parts: Vec<&str> = written.split(':').collect();
        let (group, artifact, kind, classifier, version, scope) = match parts[..] {
            [group, artifact, kind, version] => (group, artifact, kind, "", version, ""),
            [group, artifact, kind, version, scope] if is_scope(scope) => {
                (group, artifact, kind, "", version, scope)
            }
            [group, artifact, kind, classifier, version] => (group, artifact, kind, classifier, version, ""),
            [group, artifact, kind, classifier, version, scope] => {
                (group, artifact, kind, classifier, version, scope)
            }
            _ => return None,
        };
        let is_whole = [group, artifact, version].iter().all(|part| !part.is_empty() && !part.contains(' '));
        is_whole.then_some((Self { group, artifact, version, kind, classifier }, scope))
    }

    pub(super) fn component(&self, gathered: &mut Gathered<'_>, place: &dyn Fn() -> Place) -> Component {
        let kind =
            if matches!(self.kind, "jar" | "pom" | "bundle" | "maven-plugin") { "" } else { self.kind };
        let qualifiers = [("type", kind), ("classifier", self.classifier)];
        let package = Packaged {
            kind: "maven",
            namespace: self.group,
            name: self.artifact,
            version: self.version,
            qualifiers: &qualifiers,
        };
        package.component(gathered, place)
    }
}

/// The scopes of Maven.
fn is_scope(word: &str) -> bool {
    matches!(word, "compile" | "runtime" | "provided" | "system" | "test" | "import")
}
