//! `gradle/verification-metadata.xml`: the digests a build of Gradle holds what it fetched against
//! (<https://docs.gradle.org/current/userguide/dependency_verification.html>).

use std::collections::HashMap;

use proofmark_facts::{Place, Problem, Read};
use proofmark_text::text;

use crate::Limits;
use crate::digest::digest;
use crate::xml_elements::read_xml;

/// The digests of each artifact's own file, by group, name and version.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GradleDigests(HashMap<(String, String, String), Vec<(String, String)>>);

impl GradleDigests {
    pub(super) fn of(&self, group: &str, artifact: &str, version: &str) -> Vec<(String, String)> {
        let key = (group.to_owned(), artifact.to_owned(), version.to_owned());
        self.0.get(&key).cloned().unwrap_or_default()
    }
}

/// Reads a `verification-metadata.xml`. It names what was ever fetched, for building and testing too, so it says what a package's file
/// is and not that a product has it. Digests of descriptions (`.pom`, `.module`) are not of what is shipped.
pub fn read_verification_metadata(bytes: &[u8], limits: &Limits) -> Read<GradleDigests> {
    let root = match read_xml(bytes, limits) {
        Ok(root) => root,
        Err(problem) => return Read::refused(*problem),
    };
    if root.name != "verification-metadata" {
        let why = text!("generate-without-element", name = "verification-metadata").to_string();
        let says = text!("generate-malformed", format = "verification-metadata.xml", why = why);
        return Read::refused(Problem::error(Place::default(), says));
    }
    let mut all: HashMap<_, Vec<(String, String)>> = HashMap::new();
    for component in root.listed("components", "component") {
        let part = |name: &str| component.attribute(name).unwrap_or_default().to_owned();
        let (artifact, version) = (part("name"), part("version"));
        let own = [".jar", ".aar", ".war"].map(|ending| format!("{artifact}-{version}{ending}"));
        let key = (part("group"), artifact, version);
        let is_own = |name: Option<&str>| name.is_some_and(|name| own.iter().any(|own| own == name));
        for file in component.children.iter().filter(|child| is_own(child.attribute("name"))) {
            let digests = file.children.iter().filter_map(|it| digest(&it.name, it.attribute("value")?));
            all.entry(key.clone()).or_default().extend(digests);
        }
    }
    Read::clean(GradleDigests(all))
}
