//! `composer.lock` and `composer.json` (<https://getcomposer.org/doc/04-schema.md>).

use std::collections::{BTreeMap, HashMap};

use proofmark_facts::{Component, Place, Read, Revision, RevisionKind, Sbom};
use serde::Deserialize;

use crate::Limits;
use crate::gathered::Gathered;
use crate::json::{List, MaybeList, MaybeWords, Words, read_value};
use crate::lock_graph::{LockGraph, LockedProject};
use crate::packaged::Packaged;

/// What a `composer.json` says of its project.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ComposerManifest {
    /// The project's name; a project that is never published need not have one.
    pub name: Option<String>,
    /// Its version, where it is said.
    pub version: Option<String>,
    /// The packages it asks for, in lower case; PHP itself and its extensions are none.
    pub needs: Vec<String>,
}

/// Reads a `composer.json`.
pub fn read_composer_json(bytes: &[u8], limits: &Limits) -> Read<ComposerManifest> {
    let written: Manifest<'_> = match read_value(bytes, limits.bytes, limits.depth, "`composer.json`") {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    let own = |words: MaybeWords<'_>| words.0.map(|words| (*words).to_owned());
    let needs = written.require.0.keys().filter(|name| name.contains('/'));
    Read::clean(ComposerManifest {
        needs: needs.map(|name| name.to_lowercase()).collect(),
        name: own(written.name),
        version: own(written.version),
    })
}

/// Reads a `composer.lock`, beside the `composer.json` where there is one. `packages-dev` is left out. The commit a package was made from
/// is kept with its repository; `shasum` where there is one is of the archive as it was handed out.
pub fn read_composer_lock(bytes: &[u8], manifest: Option<&ComposerManifest>, limits: &Limits) -> Read<Sbom> {
    let lock: Lock<'_> = match read_value(bytes, limits.bytes, limits.depth, "`composer.lock`") {
        Ok(lock) => lock,
        Err(problem) => return Read::refused(*problem),
    };
    let mut gathered = Gathered::new(limits);
    let mut graph = LockGraph::default();
    let mut by_name: HashMap<String, usize> = HashMap::new();
    let develops = lock.develops.iter().flat_map(|list| &list.0);
    let all: Vec<(&Package<'_>, bool)> =
        lock.packages.0.iter().map(|it| (it, false)).chain(develops.map(|it| (it, true))).collect();
    for (at, (package, is_for_development)) in all.iter().enumerate() {
        let place = format!("packages[{at}]");
        let component = package.component(&mut gathered, &|| Place::at(place.as_str()));
        by_name.insert(package.name.to_lowercase(), graph.package(component, place, *is_for_development));
    }
    // A package's own name goes before what another takes the place of.
    for (at, (package, _)) in all.iter().enumerate() {
        for name in package.replace.0.keys().chain(package.provide.0.keys()) {
            by_name.entry(name.to_lowercase()).or_insert(at);
        }
    }
    for (from, (package, _)) in all.iter().enumerate() {
        for to in package.require.0.keys().filter_map(|name| by_name.get(&name.to_lowercase())) {
            graph.need(from, *to);
        }
    }
    if let Some((manifest, name)) = manifest.and_then(|it| Some((it, it.name.as_deref()?))) {
        let (vendor, name) = name.split_once('/').unwrap_or(("", name));
        let version = manifest.version.as_deref().unwrap_or_default();
        let package = Packaged { kind: "composer", namespace: vendor, name, version, ..Packaged::default() };
        let component = package.component(&mut gathered, &|| Place::at("name"));
        let needs = manifest.needs.iter().filter_map(|name| by_name.get(name).copied()).collect();
        graph.projects.push(LockedProject { component, needs, ..LockedProject::default() });
    }
    graph.finish(gathered, "composer.lock".to_owned())
}

#[derive(Deserialize)]
struct Manifest<'a> {
    #[serde(default, borrow)]
    name: MaybeWords<'a>,
    #[serde(default, borrow)]
    version: MaybeWords<'a>,
    #[serde(default, borrow)]
    require: Links<'a>,
}

#[derive(Deserialize)]
struct Lock<'a> {
    #[serde(borrow)]
    packages: List<Package<'a>>,
    #[serde(default, borrow, rename = "packages-dev")]
    develops: Option<List<Package<'a>>>,
}

#[derive(Deserialize)]
struct Package<'a> {
    #[serde(borrow)]
    name: Words<'a>,
    #[serde(default, borrow)]
    version: MaybeWords<'a>,
    #[serde(default, borrow)]
    source: Option<Source<'a>>,
    #[serde(default, borrow)]
    dist: Option<Source<'a>>,
    #[serde(default, borrow)]
    license: MaybeList<'a>,
    #[serde(default, borrow)]
    require: Links<'a>,
    #[serde(default, borrow)]
    replace: Links<'a>,
    #[serde(default, borrow)]
    provide: Links<'a>,
}

#[derive(Deserialize)]
struct Source<'a> {
    #[serde(default, borrow, rename = "type")]
    kind: MaybeWords<'a>,
    #[serde(default, borrow)]
    url: MaybeWords<'a>,
    #[serde(default, borrow)]
    reference: MaybeWords<'a>,
    #[serde(default, borrow)]
    shasum: MaybeWords<'a>,
}

/// Packages by name. PHP writes an empty table as an empty list.
#[derive(Default)]
struct Links<'a>(BTreeMap<Words<'a>, MaybeWords<'a>>);

impl<'de: 'a, 'a> Deserialize<'de> for Links<'a> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Either<'a> {
            #[serde(borrow)]
            Table(BTreeMap<Words<'a>, MaybeWords<'a>>),
            Other(serde::de::IgnoredAny),
        }
        Ok(match Either::deserialize(deserializer)? {
            Either::Table(table) => Self(table),
            Either::Other(_) => Self::default(),
        })
    }
}

impl Package<'_> {
    fn component(&self, gathered: &mut Gathered<'_>, place: &dyn Fn() -> Place) -> Component {
        let (vendor, name) = self.name.split_once('/').unwrap_or(("", &self.name));
        let version = self.version.0.as_deref().unwrap_or_default();
        let named = Packaged { kind: "composer", namespace: vendor, name, version, ..Packaged::default() };
        let mut component = named.component(gathered, place);
        component.licences = self.license.0.iter().map(|licence| (**licence).to_owned()).collect();
        if let Some(shasum) =
            self.dist.as_ref().and_then(|dist| dist.shasum.0.as_deref()).filter(|it| !it.is_empty())
        {
            component.digests.extend(gathered.digest("SHA-1", shasum, place));
        }
        let source = self.source.as_ref().filter(|source| source.kind.0.as_deref() == Some("git"));
        if let Some(at) = source.and_then(|source| source.reference.0.as_deref()).filter(|it| !it.is_empty())
        {
            let repository = source.and_then(|source| source.url.0.as_deref()).map(str::to_owned);
            component.revisions.push(Revision {
                repository,
                at: at.to_owned(),
                kind: RevisionKind::MadeFrom,
            });
        }
        // A folder of the tree: the product's own.
        component.own = self.dist.as_ref().is_some_and(|dist| dist.kind.0.as_deref() == Some("path"));
        component
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"{"_readme": ["x"], "content-hash": "y", "packages": [
        {"name": "Monolog/Monolog", "version": "2.9.1", "source": {"type": "git", "url": "https://github.com/Seldaek/monolog.git", "reference": "f259e2b"},
         "dist": {"type": "zip", "url": "https://x", "reference": "f259e2b", "shasum": ""}, "require": {"php": ">=7.2", "psr/log-implementation": "1"}, "license": ["MIT"]},
        {"name": "acme/log", "version": "1.1.4", "provide": {"psr/log-implementation": "1.0.0"}, "require": [],
         "dist": {"type": "zip", "shasum": "f259e2b15fb95494c83f52d3caad003bbf5ffaa1"}},
        {"name": "acme/own", "version": "dev-main", "dist": {"type": "path", "url": "../own"}}],
        "packages-dev": [{"name": "phpunit/phpunit", "version": "9.6.0", "require": {"acme/shared": "1"}}]}"#;

    #[test]
    fn development_is_left_out_and_needs_are_met_by_what_provides_them() {
        let limits = Limits::default();
        let manifest = br#"{"name": "acme/app", "require": {"php": "8", "monolog/monolog": "^2"}, "require-dev": {"phpunit/phpunit": "9"}}"#;
        let manifest = read_composer_json(manifest, &limits).value.unwrap();
        let read = read_composer_lock(LOCK.as_bytes(), Some(&manifest), &limits);
        let told: Vec<&str> = read.problems.iter().map(|it| it.says.id()).collect();
        assert_eq!(told, ["formats-package-lock-development"]);
        let sbom = read.value.unwrap();
        let called: Vec<String> =
            sbom.components.iter().map(|it| format!("{} {}", it.called(), it.own)).collect();
        assert_eq!(
            called,
            [
                "pkg:composer/acme/app true",
                "pkg:composer/monolog/monolog@2.9.1 false",
                "pkg:composer/acme/log@1.1.4 false",
                "pkg:composer/acme/own@dev-main true"
            ]
        );
        assert_eq!((sbom.subject, sbom.dependencies), (Some(0), vec![(0, 1), (1, 2)]));
        assert_eq!(
            (sbom.components[1].revisions[0].at.as_str(), sbom.components[1].licences.len()),
            ("f259e2b", 1)
        );
        assert_eq!(sbom.components[2].digests[0].0, "SHA-1");
    }

    #[test]
    fn what_is_no_lockfile_is_refused() {
        assert_eq!(read_composer_lock(b"{}", None, &Limits::default()).value, None);
        assert_eq!(read_composer_lock(br#"{"packages": {}}"#, None, &Limits::default()).value, None);
    }
}
