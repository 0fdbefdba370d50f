//! `vcpkg.json` (<https://learn.microsoft.com/vcpkg/reference/vcpkg-json>): what a project asks for.

use proofmark_facts::{Place, Read, Sbom};
use proofmark_text::text;
use serde::Deserialize;

use crate::Limits;
use crate::excerpt::excerpt;
use crate::gathered::Gathered;
use crate::json::{List, MaybeWords, Words, read_value};
use crate::lock_graph::{LockGraph, LockedProject};
use crate::packaged::{Packaged, own};

/// Reads a `vcpkg.json`: what a project asks for, where nothing says what was installed. A package has a version here where `overrides` fixes it;
/// of any other the `builtin-baseline` decides, a commit of vcpkg's own repository, which is told. What is for the building machine
/// (`host`) is left out; what features ask for is not asked for by itself.
pub fn read_vcpkg_manifest(bytes: &[u8], limits: &Limits) -> Read<Sbom> {
    let root: Manifest<'_> = match read_value(bytes, limits.bytes, limits.depth, "`vcpkg.json`") {
        Ok(root) => root,
        Err(problem) => return Read::refused(*problem),
    };
    let baseline = root.baseline.0.as_deref().unwrap_or_default();
    let mut gathered = Gathered::new(limits);
    let mut graph = LockGraph::default();
    let mut needs = Vec::new();
    for (at, dependency) in root.dependencies.0.iter().enumerate() {
        let place = format!("dependencies[{at}]");
        let (name, is_for_development) = match dependency {
            Dependency::Name(name) => (&**name, false),
            Dependency::Table { name, host } => (&**name, *host),
        };
        let fixed = root.overrides.0.iter().find(|it| it.name.0.as_deref() == Some(name));
        let version = fixed.map(Versioned::version).unwrap_or_default();
        // A version may carry the port's own behind a number sign.
        let (version, port) = version.split_once('#').unwrap_or((version, ""));
        if version.is_empty() && !is_for_development {
            let says = text!("generate-version-open", name = excerpt(name));
            gathered.problems.warn(Place::at(place.as_str()), says);
        }
        let qualifiers =
            [("port_version", port), ("repository_revision", if version.is_empty() { baseline } else { "" })];
        let package =
            Packaged { kind: "vcpkg", name, version, qualifiers: &qualifiers, ..Packaged::default() };
        let component = package.component(&mut gathered, &|| Place::at(place.as_str()));
        let number = graph.package(component, place, is_for_development);
        if !is_for_development {
            needs.push(number);
        }
    }
    if let Some(name) = root.own.name.0.as_deref() {
        let component = own(name, root.own.version());
        graph.projects.push(LockedProject { component, needs, ..LockedProject::default() });
    }
    graph.finish(gathered, "vcpkg.json, declared, not resolved".to_owned())
}

#[derive(Deserialize)]
struct Manifest<'a> {
    #[serde(flatten, borrow)]
    own: Versioned<'a>,
    #[serde(default, borrow, rename = "builtin-baseline")]
    baseline: MaybeWords<'a>,
    #[serde(default, borrow)]
    dependencies: List<Dependency<'a>>,
    #[serde(default, borrow)]
    overrides: List<Versioned<'a>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Dependency<'a> {
    Name(#[serde(borrow)] Words<'a>),
    Table {
        #[serde(borrow)]
        name: Words<'a>,
        #[serde(default)]
        host: bool,
    },
}

/// A name with the member its version stands in.
#[derive(Deserialize)]
struct Versioned<'a> {
    #[serde(default, borrow)]
    name: MaybeWords<'a>,
    #[serde(default, borrow)]
    version: MaybeWords<'a>,
    #[serde(default, borrow, rename = "version-semver")]
    semver: MaybeWords<'a>,
    #[serde(default, borrow, rename = "version-date")]
    date: MaybeWords<'a>,
    #[serde(default, borrow, rename = "version-string")]
    string: MaybeWords<'a>,
}

impl Versioned<'_> {
    fn version(&self) -> &str {
        let all = [&self.version, &self.semver, &self.date, &self.string];
        all.into_iter().find_map(|it| it.0.as_deref()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overrides_fix_versions_and_the_baseline_stands_with_the_others() {
        let written = br#"{"name": "app", "version-string": "1.0", "builtin-baseline": "41dfc53", "dependencies": ["fmt",
            {"name": "openssl", "version>=": "3.0.0"}, {"name": "vcpkg-cmake", "host": true}],
            "overrides": [{"name": "fmt", "version": "9.1.0#1"}]}"#;
        let read = read_vcpkg_manifest(written, &Limits::default());
        let told: Vec<&str> = read.problems.iter().map(|it| it.says.id()).collect();
        assert_eq!(told, ["generate-version-open", "formats-package-lock-development"]);
        let called: Vec<String> =
            read.value.unwrap().components.iter().map(proofmark_facts::Component::called).collect();
        assert_eq!(
            called,
            [
                "app@1.0",
                "pkg:vcpkg/fmt@9.1.0?port_version=1",
                "pkg:vcpkg/openssl?repository_revision=41dfc53"
            ]
        );
        assert_eq!(read_vcpkg_manifest(b"[]", &Limits::default()).value, None);
    }
}
