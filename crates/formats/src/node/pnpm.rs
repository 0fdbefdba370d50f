//! `pnpm-lock.yaml`, versions 5 to 9 (<https://github.com/pnpm/spec/tree/master/lockfile>).

use std::collections::{BTreeMap, HashMap};

use proofmark_facts::{Component, Place, Problem, Read, Sbom};
use proofmark_text::text;
use serde::Deserialize;

use super::manifest::NodeManifest;
use super::package::package;
use crate::Limits;
use crate::excerpt::excerpt;
use crate::gathered::Gathered;
use crate::input::text_of;
use crate::integrity::digests_of_integrity;
use crate::lock_graph::{LockGraph, LockedProject};
use crate::yaml_guard::would_swell;

/// The longest lockfile, in bytes: it is held as a tree while it is read.
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// The newest version known here.
const NEWEST: u32 = 9;

/// Reads a `pnpm-lock.yaml`, beside the manifests of its workspace, which name its projects. What only `devDependencies` need is left
/// out, and a warning says how many. A package that stands once for each set of its peers is one component.
pub fn read_pnpm_lock(bytes: &[u8], manifests: &[NodeManifest], limits: &Limits) -> Read<Sbom> {
    let written = match text_of(bytes, limits.bytes.min(MOST_BYTES)) {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    let mut gathered = Gathered::new(limits);
    if would_swell(written) {
        let why = text!("generate-yaml-swells").to_string();
        let says = text!("generate-malformed", format = "pnpm-lock.yaml", why = why);
        return gathered.refuse(Problem::error(Place::default(), says));
    }
    let mut lock = None;
    // A first document may hold what pnpm itself is made of.
    for document in yaml_serde::Deserializer::from_str(written) {
        match Lock::deserialize(document) {
            Ok(read) => lock = Some(read),
            Err(error) => {
                let place = error.location().map(|at| (at.line(), at.column()));
                let place = Place { line_and_column: place, ..Place::default() };
                let why = excerpt(&error.to_string());
                let says = text!("generate-malformed", format = "pnpm-lock.yaml", why = why);
                return gathered.refuse(Problem::error(place, says));
            }
        }
    }
    let Some(lock) = lock else {
        let says = text!("formats-empty");
        return gathered.refuse(Problem::error(Place::default(), says));
    };
    let major = lock.version.0.split('.').next().and_then(|major| major.parse().ok()).unwrap_or_default();
    if major > NEWEST {
        let says = text!("generate-newer", format = "pnpm-lock.yaml", version = excerpt(&lock.version.0));
        gathered.problems.warn(Place::at("lockfileVersion"), says);
    }
    if lock.packages.len().max(lock.snapshots.len()) > limits.components {
        let says = text!("formats-too-many-components", most = limits.components);
        return gathered.refuse(Problem::error(Place::at("packages"), says));
    }
    let graph = lock.graph(major, manifests, &mut gathered);
    graph.finish(gathered, format!("pnpm-lock.yaml {}", lock.version.0))
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Lock {
    #[serde(rename = "lockfileVersion")]
    version: Scalar,
    #[serde(default)]
    importers: BTreeMap<String, Importer>,
    /// What the one project asks for, where there are no importers.
    #[serde(default)]
    dependencies: Asked,
    #[serde(default, rename = "optionalDependencies")]
    optional: Asked,
    #[serde(default, rename = "devDependencies")]
    development: Asked,
    #[serde(default)]
    packages: BTreeMap<String, Package>,
    #[serde(default)]
    snapshots: BTreeMap<String, Snapshot>,
}

/// A version of the format: `5.4` is a number in YAML, `'9.0'` a text.
#[derive(Deserialize)]
#[serde(from = "Written")]
struct Scalar(String);

#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Number(f64),
    Text(String),
}

impl From<Written> for Scalar {
    fn from(written: Written) -> Self {
        Self(match written {
            Written::Number(number) => number.to_string(),
            Written::Text(text) => text,
        })
    }
}

type Asked = BTreeMap<String, Got>;

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase")]
struct Importer {
    #[serde(default)]
    dependencies: Asked,
    #[serde(default, rename = "optionalDependencies")]
    optional: Asked,
    #[serde(default, rename = "devDependencies")]
    development: Asked,
}

/// What is got where something is asked for.
#[derive(Deserialize)]
#[serde(untagged)]
enum Got {
    Version(String),
    WithSpecifier { version: String },
}

impl Got {
    fn version(&self) -> &str {
        match self {
            Self::Version(version) | Self::WithSpecifier { version } => version,
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Package {
    #[serde(default)]
    resolution: Resolution,
    name: Option<String>,
    version: Option<String>,
    #[serde(default)]
    dependencies: BTreeMap<String, String>,
    #[serde(default, rename = "optionalDependencies")]
    optional: BTreeMap<String, String>,
}

#[derive(Deserialize, Default)]
struct Snapshot {
    #[serde(default)]
    dependencies: BTreeMap<String, String>,
    #[serde(default, rename = "optionalDependencies")]
    optional: BTreeMap<String, String>,
}

#[derive(Deserialize, Default)]
struct Resolution {
    integrity: Option<String>,
    repo: Option<String>,
    commit: Option<String>,
    directory: Option<String>,
}

impl Lock {
    fn graph(&self, major: u32, manifests: &[NodeManifest], gathered: &mut Gathered<'_>) -> LockGraph {
        let mut graph = LockGraph::default();
        let mut by_key: HashMap<&str, usize> = HashMap::new();
        let mut by_package: HashMap<(&str, &str), usize> = HashMap::new();
        for (key, package) in &self.packages {
            let named = package.named(key, major);
            let number = *by_package.entry(named).or_insert_with(|| {
                graph.package(package.component(named, key, gathered), format!("packages.{key}"), false)
            });
            by_key.insert(key, number);
        }
        for key in self.snapshots.keys() {
            // A snapshot is of the package that is called as it is without its peers.
            let base = key.split_once('(').map_or(key.as_str(), |(base, _)| base);
            if let Some(&number) = by_key.get(base) {
                by_key.insert(key, number);
            }
        }
        let of_packages = self.packages.iter().map(|(key, it)| (key, &it.dependencies, &it.optional));
        let of_snapshots = self.snapshots.iter().map(|(key, it)| (key, &it.dependencies, &it.optional));
        for (key, dependencies, optional) in of_packages.chain(of_snapshots) {
            for (name, got) in dependencies.iter().chain(optional) {
                if let (Some(&from), Some(to)) = (by_key.get(key.as_str()), find(&by_key, name, got)) {
                    graph.need(from, to);
                }
            }
        }
        let importers = self.importers();
        let folders: HashMap<&str, usize> =
            importers.iter().enumerate().map(|(at, (folder, _))| (*folder, at)).collect();
        for (folder, [dependencies, optional, development]) in &importers {
            let found = |asked: &Asked| {
                asked.iter().filter_map(|(name, got)| find(&by_key, name, got.version())).collect::<Vec<_>>()
            };
            let mut needs = found(dependencies);
            needs.extend(found(optional));
            let linked = dependencies.values().chain(optional.values());
            let linked = linked.filter_map(|got| {
                folders.get(beside(folder, got.version().strip_prefix("link:")?).as_str()).copied()
            });
            graph.projects.push(LockedProject {
                component: project(folder, manifests, gathered),
                needs,
                develops_with: found(development),
                contains: linked.collect(),
            });
        }
        // The root sorts before every other folder.
        let others = 1..graph.projects.len();
        if let Some(root) = graph.projects.first_mut() {
            root.contains.extend(others);
        }
        graph
    }

    /// The projects by their folders, `.` the root, with what each asks for.
    fn importers(&self) -> Vec<(&str, [&Asked; 3])> {
        if self.importers.is_empty() {
            return vec![(".", [&self.dependencies, &self.optional, &self.development])];
        }
        self.importers.iter().map(|(folder, it)| (folder.as_str(), it.asked())).collect()
    }
}

impl Importer {
    fn asked(&self) -> [&Asked; 3] {
        [&self.dependencies, &self.optional, &self.development]
    }
}

/// A project, by the manifest in its folder; without one, by the folder.
fn project(folder: &str, manifests: &[NodeManifest], gathered: &mut Gathered<'_>) -> Component {
    let below = if folder == "." { "" } else { folder };
    let manifest = manifests.iter().find(|manifest| manifest.folder == below);
    match manifest.and_then(|manifest| Some((manifest.name.as_deref()?, manifest.version.as_deref()))) {
        Some((name, version)) => package(name, version.unwrap_or_default(), None, gathered, &Place::default),
        None => Component { name: below.to_owned(), reference: folder.to_owned(), ..Component::default() },
    }
}

/// The package a name and what it got lead to: the versions of the format write keys in different ways, and an alias names the key itself.
fn find(by_key: &HashMap<&str, usize>, name: &str, got: &str) -> Option<usize> {
    let ways = [format!("{name}@{got}"), format!("/{name}@{got}"), format!("/{name}/{got}"), got.to_owned()];
    ways.iter().find_map(|key| by_key.get(key.as_str()).copied())
}

/// The folder a path from this one leads to.
fn beside(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| *part != ".").collect();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    if parts.is_empty() { ".".to_owned() } else { parts.join("/") }
}

impl Package {
    /// Name and version: as it says itself, else by its key.
    fn named<'p>(&'p self, key: &'p str, major: u32) -> (&'p str, &'p str) {
        let key = key.strip_prefix('/').unwrap_or(key);
        let key = key.split_once('(').map_or(key, |(key, _)| key);
        let (name, version) = if major >= 6 {
            let at = key.get(1..).and_then(|rest| rest.find('@')).map_or(key.len(), |at| at + 1);
            (&key[..at], key.get(at + 1..).unwrap_or_default())
        } else {
            // The peers stand behind an underscore, in which a slash is written as a plus.
            let (name, version) = key.rsplit_once('/').unwrap_or((key, ""));
            (name, version.split_once('_').map_or(version, |(version, _)| version))
        };
        let version = if version.contains([':', '/']) { "" } else { version };
        (self.name.as_deref().unwrap_or(name), self.version.as_deref().unwrap_or(version))
    }

    fn component(&self, named: (&str, &str), key: &str, gathered: &mut Gathered<'_>) -> Component {
        let place = || Place::at(format!("packages.{}", excerpt(key)));
        let commit = self.resolution.commit.as_deref().unwrap_or_default();
        let repository = self.resolution.repo.as_ref().map(|repo| {
            let begins = if repo.starts_with("git") { "" } else { "git+" };
            format!("{begins}{repo}#{commit}")
        });
        let mut component = package(named.0, named.1, repository.as_deref(), gathered, &place);
        component.own = self.resolution.directory.is_some();
        let integrity = self.resolution.integrity.as_deref().unwrap_or_default();
        component.digests = digests_of_integrity(integrity, gathered, &place);
        component
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(written: &str) -> Read<Sbom> {
        let manifest = NodeManifest {
            name: Some("app".to_owned()),
            version: Some("1.0.0".to_owned()),
            ..NodeManifest::default()
        };
        read_pnpm_lock(written.as_bytes(), &[manifest], &Limits::default())
    }

    fn shown(sbom: &Sbom) -> String {
        let called = |at: u32| sbom.components[at as usize].called();
        let components = sbom.components.iter().map(|it| format!("{} {}", it.called(), it.digests.len()));
        let edges =
            sbom.dependencies.iter().map(|(from, to)| format!("{} -> {}", called(*from), called(*to)));
        components.chain(edges).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn version_9_keeps_snapshots_apart_from_packages() {
        let read = read(
            "lockfileVersion: '9.0'\nsettings:\n  autoInstallPeers: true\nimporters:\n  .:\n    dependencies:\n      a:\n        specifier: ^1\n        \
             version: 1.0.0(p@2.0.0)\n      alias:\n        specifier: npm:p@2\n        version: p@2.0.0\n    devDependencies:\n      jest:\n        \
             specifier: '29'\n        version: 29.0.0\n  packages/ui:\n    dependencies:\n      '@s/b':\n        specifier: '3'\n        version: 3.0.0\n      \
             app:\n        specifier: workspace:*\n        version: link:../..\npackages:\n  '@s/b@3.0.0':\n    resolution: {integrity: \
             sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==}\n  a@1.0.0:\n    resolution: {integrity: sha1-x}\n  \
             g@https://codeload.github.com/x/g/tar.gz/beef:\n    resolution: {tarball: https://codeload.github.com/x/g/tar.gz/beef}\n    version: 0.5.0\n  \
             jest@29.0.0:\n    resolution: {}\n  p@2.0.0:\n    resolution: {}\nsnapshots:\n  '@s/b@3.0.0': {}\n  a@1.0.0(p@2.0.0):\n    dependencies:\n      \
             p: 2.0.0\n      g: https://codeload.github.com/x/g/tar.gz/beef\n  g@https://codeload.github.com/x/g/tar.gz/beef: {}\n  jest@29.0.0: {}\n  p@2.0.0: {}\n",
        );
        insta::assert_snapshot!(shown(&read.value.unwrap()), @r"
        pkg:npm/app@1.0.0 0
        packages/ui 0
        pkg:npm/%40s/b@3.0.0 1
        pkg:npm/a@1.0.0 0
        pkg:npm/g@0.5.0 0
        pkg:npm/p@2.0.0 0
        pkg:npm/app@1.0.0 -> packages/ui
        pkg:npm/app@1.0.0 -> pkg:npm/a@1.0.0
        pkg:npm/app@1.0.0 -> pkg:npm/p@2.0.0
        packages/ui -> pkg:npm/app@1.0.0
        packages/ui -> pkg:npm/%40s/b@3.0.0
        pkg:npm/a@1.0.0 -> pkg:npm/g@0.5.0
        pkg:npm/a@1.0.0 -> pkg:npm/p@2.0.0
        ");
        assert_eq!(read.problems.len(), 2);
    }

    #[test]
    fn versions_5_and_6_write_their_keys_otherwise() {
        let fifth = "lockfileVersion: 5.4\nspecifiers:\n  a: ^1\ndependencies:\n  a: 1.0.0_p@2.0.0\n  '@s/b': 3.0.0\ndevDependencies:\n  jest: 29.0.0\n\
            packages:\n  /@s/b/3.0.0:\n    resolution: {integrity: sha512-x}\n    dev: false\n  /a/1.0.0_p@2.0.0:\n    resolution: {}\n    dependencies:\n      \
            p: 2.0.0\n  /jest/29.0.0:\n    resolution: {}\n    dev: true\n  /p/2.0.0:\n    resolution: {}\n  github.com/x/g/beef:\n    resolution: {commit: beef, \
            repo: https://github.com/x/g.git, type: git}\n    name: g\n    version: 1.2.3\n";
        let sixth = "lockfileVersion: '6.0'\ndependencies:\n  a:\n    specifier: ^1\n    version: 1.0.0(p@2.0.0)\n  '@s/b':\n    specifier: '3'\n    version: 3.0.0\n\
            devDependencies:\n  jest:\n    specifier: '29'\n    version: 29.0.0\npackages:\n  /@s/b@3.0.0:\n    resolution: {integrity: sha512-x}\n  \
            /a@1.0.0(p@2.0.0):\n    resolution: {}\n    dependencies:\n      p: 2.0.0\n  /jest@29.0.0:\n    resolution: {}\n  /p@2.0.0:\n    resolution: {}\n  \
            github.com/x/g/beef:\n    resolution: {commit: beef, repo: https://github.com/x/g.git, type: git}\n    name: g\n    version: 1.2.3\n";
        let (fifth, sixth) = (read(fifth).value.unwrap(), read(sixth).value.unwrap());
        assert_eq!(shown(&fifth), shown(&sixth));
        insta::assert_snapshot!(shown(&fifth), @r"
        pkg:npm/app@1.0.0 0
        pkg:npm/%40s/b@3.0.0 0
        pkg:npm/a@1.0.0 0
        pkg:npm/p@2.0.0 0
        pkg:npm/g@1.2.3?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Fx%2Fg.git%40beef 0
        pkg:npm/app@1.0.0 -> pkg:npm/%40s/b@3.0.0
        pkg:npm/app@1.0.0 -> pkg:npm/a@1.0.0
        pkg:npm/a@1.0.0 -> pkg:npm/p@2.0.0
        ");
        assert_eq!(
            (fifth.origin.format.as_str(), sixth.origin.format.as_str()),
            ("pnpm-lock.yaml 5.4", "pnpm-lock.yaml 6.0")
        );
    }

    #[test]
    fn what_would_swell_or_recurse_is_refused_in_no_time() {
        let bomb = "lockfileVersion: '9.0'\npackages:\n".to_owned()
            + "  a: &a {dependencies: {x: y}}\n"
            + &(0..30)
                .map(|at| {
                    let before = if at == 0 { "a".to_owned() } else { format!("b{}", at - 1) };
                    format!("  b{at}: &b{at} {{x: [{}]}}\n", vec![format!("*{before}"); 10].join(", "))
                })
                .collect::<Vec<_>>()
                .concat();
        for hostile in [
            bomb,
            "lockfileVersion: ".to_owned() + &"[".repeat(200_000),
            "lockfileVersion: '9.0'\npackages: ".to_owned() + &"{a: ".repeat(200_000),
            "lockfileVersion: '9.0'\npackages: ".to_owned() + &"{a:\n ".repeat(200_000),
            "lockfileVersion: '9.0'\npackages: ".to_owned() + &"{']': {\"}\\\"}\": ".repeat(100_000),
            "lockfileVersion: '9.0'\npackages: ".to_owned() + &"{a: # }}}}\n ".repeat(100_000),
            "a: &a [*a]\nlockfileVersion: *a\n".to_owned(),
            format!(
                "lockfileVersion: '9.0'\npackages:\n  b: {{dependencies: &d {{{}}}}}\n{}",
                (0..20_000).map(|at| format!("x{at}: y, ")).collect::<Vec<_>>().concat(),
                (0..20_000).map(|at| format!("  c{at}: {{dependencies: *d}}\n")).collect::<Vec<_>>().concat()
            ),
            "lockfileVersion: '9.0'\nlockfileVersion: '6.0'\n".to_owned(),
            "x".to_owned(),
        ] {
            assert_eq!(read(&hostile).value, None);
        }
        let many: String =
            (0..200_000).map(|at| format!("  a@{at}.0.0: {{}}\n")).collect::<Vec<_>>().concat();
        let many = read(&format!("lockfileVersion: '9.0'\npackages:\n{many}"));
        assert_eq!(many.value.unwrap().components.len(), 200_001);
    }
}
