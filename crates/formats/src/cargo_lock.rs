//! `Cargo.lock`, versions 1 to 4 (<https://doc.rust-lang.org/cargo/guide/cargo-toml-vs-cargo-lock.html>).

use std::collections::{BTreeMap, HashMap, HashSet};

use proofmark_facts::{Component, ComponentKind, Place, Problem, Purl, Read, Sbom, SbomOrigin};
use proofmark_text::{Text, text};
use serde::Deserialize;

use crate::Limits;
use crate::cargo_manifest::CargoManifest;
use crate::excerpt::excerpt;
use crate::gathered::Gathered;
use crate::input::{line_and_column, text_of};
use crate::json::Words;

/// The newest version of the format known here.
const NEWEST: u32 = 4;

/// The two addresses of the registry that a package URL of type `cargo` means by default.
const CRATES_IO: [&str; 2] =
    ["registry+https://github.com/rust-lang/crates.io-index", "sparse+https://index.crates.io/"];

/// Reads a `Cargo.lock`.
///
/// Packages without a source are members of the workspace, so `own`. The subject is the one member no other
/// depends on; where there are several, a component named `product` that contains them, and stands first.
/// The file does not tell dependencies for development and for building from those shipped: all are listed.
pub fn read_cargo_lock(bytes: &[u8], product: &str, limits: &Limits) -> Read<Sbom> {
    read_cargo_lock_beside(bytes, product, &CargoWorkspace::default(), limits)
}

/// The manifests of a lockfile's workspace.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CargoWorkspace {
    /// Every manifest of it.
    pub manifests: Vec<CargoManifest>,
    /// The name of the package whose manifest lies beside the lockfile; `None`: that manifest is the workspace's alone.
    pub root: Option<String>,
}

/// The same beside the manifests of the workspace, which tell what a member needs for development alone: what nothing else needs is
/// not shipped and left out, and a warning says how many. Without its manifest all a member needs is taken for shipped. The subject is
/// the package beside the lockfile, else the workspace as `product`.
pub fn read_cargo_lock_beside(
    bytes: &[u8],
    product: &str,
    workspace: &CargoWorkspace,
    limits: &Limits,
) -> Read<Sbom> {
    let written = match text_of(bytes, limits.toml_bytes) {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    let mut gathered = Gathered::new(limits);
    match toml::from_str::<Lock>(written) {
        Ok(lock) => match lock.gather(product, workspace, &mut gathered) {
            Ok(subject) => {
                let format = format!("Cargo.lock {}", lock.version());
                gathered.finish(SbomOrigin { format, ..SbomOrigin::default() }, subject)
            }
            Err(says) => gathered.refuse(Problem::error(Place::default(), says)),
        },
        Err(error) => {
            let mut place = Place::default();
            if let Some(span) = error.span() {
                place.line_and_column = Some(line_and_column(written, span.start));
                place.bytes = Some(span);
            }
            let says = text!("formats-cargo-lock-malformed", why = excerpt(error.message()));
            gathered.refuse(Problem::error(place, says))
        }
    }
}

#[derive(Deserialize)]
struct Lock {
    version: Option<u32>,
    #[serde(default)]
    package: Vec<Package>,
    /// The workspace's own package, in files from before 2016.
    root: Option<Package>,
    /// Checksums, in version 1: `checksum name version (source)`.
    #[serde(default)]
    metadata: BTreeMap<String, toml::Value>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    source: Option<String>,
    checksum: Option<String>,
    #[serde(default)]
    dependencies: Vec<String>,
}

impl Lock {
    /// A file without version is of version 2 where packages hold their checksums, else of version 1.
    fn version(&self) -> u32 {
        let second = self.package.iter().any(|package| package.checksum.is_some());
        self.version.unwrap_or(if second { 2 } else { 1 })
    }

    fn gather<'a>(
        &'a self,
        product: &str,
        workspace: &CargoWorkspace,
        gathered: &mut Gathered<'a>,
    ) -> Result<Option<u32>, Text> {
        if self.version() > NEWEST {
            let says = text!("formats-cargo-lock-newer", version = u64::from(self.version()));
            gathered.problems.warn(Place::at("version"), says);
        }
        let packages: Vec<&Package> = self.root.iter().chain(&self.package).collect();
        if packages.is_empty() {
            gathered.problems.warn(Place::default(), text!("formats-lockfile-without-packages"));
        }
        let mut tree = Tree::of(&packages);
        let left_out = tree.for_development_alone(&packages, &workspace.manifests);
        let tops = tree.tops(&packages);
        let is_root = |at: &usize| Some(&packages[*at].name) == workspace.root.as_ref();
        let named = (0..packages.len()).find(|at| packages[*at].source.is_none() && is_root(at));
        let main = named.or_else(|| {
            let only = tops.first().filter(|_| tops.len() == 1 && workspace.manifests.is_empty());
            only.copied()
        });
        let synthetic =
            if main.is_some() { None } else { Some(gathered.add(root(product), Place::default)?) };
        let mut indices = Vec::with_capacity(packages.len());
        for (index, package) in packages.iter().enumerate() {
            let place = || Place::at(format!("package[{index}]"));
            if left_out[index] {
                indices.push(None);
                continue;
            }
            let component = self.component(package, main == Some(index), gathered, index);
            let reference = component.reference.clone();
            let number = gathered.add(component, place)?;
            gathered.refer(&Words(reference.into()), number, place);
            indices.push(Some(number));
        }
        for (from, names) in tree.unknown {
            let place = Place::at(format!("package[{from}].dependencies"));
            gathered.problems.warn(place, text!("formats-dependency-unknown", reference = excerpt(names)));
        }
        for (from, to) in tree.edges {
            if let (Some(from), Some(to)) = (indices[from], indices[to]) {
                gathered.depend(from, to)?;
            }
        }
        let subject = synthetic.or_else(|| main.and_then(|main| indices[main]));
        for (root, top) in tops.iter().filter_map(|&top| Some((subject?, indices[top]?))) {
            if root != top {
                gathered.depend(root, top)?;
            }
        }
        let count = left_out.iter().filter(|is_left_out| **is_left_out).count();
        if count > 0 {
            gathered
                .problems
                .warn(Place::default(), text!("formats-package-lock-development", count = count));
        }
        Ok(subject)
    }

    fn component(
        &self,
        package: &Package,
        top: bool,
        gathered: &mut Gathered<'_>,
        index: usize,
    ) -> Component {
        let Package { name, version, source, .. } = package;
        let source = source.as_deref();
        let purl = purl_of(name, version, source);
        if purl.is_none() {
            let place = Place::at(format!("package[{index}]"));
            gathered.problems.warn(place, text!("formats-purl-unreadable", purl = excerpt(name)));
        }
        let old = || format!("checksum {name} {version} ({})", source.unwrap_or_default());
        let checksum = package.checksum.as_deref().or_else(|| self.metadata.get(&old())?.as_str());
        let place = || Place::at(format!("package[{index}].checksum"));
        let checksum = checksum.filter(|&checksum| checksum != "<none>");
        let digest = checksum.and_then(|checksum| gathered.digest("SHA-256", checksum, place));
        Component {
            reference: purl.as_ref().map_or_else(|| format!("{name}@{version}"), Purl::to_string),
            kind: if top { ComponentKind::Application } else { ComponentKind::Library },
            name: name.clone(),
            version: Some(version.clone()),
            purl,
            digests: digest.into_iter().collect(),
            own: source.is_none(),
            ..Component::default()
        }
    }
}

/// The component that stands for a product of several workspace members.
fn root(product: &str) -> Component {
    Component {
        reference: product.to_owned(),
        kind: ComponentKind::Application,
        name: product.to_owned(),
        own: true,
        ..Component::default()
    }
}

/// `pkg:cargo/name@version`; another registry and a repository are named as the specification's common
/// qualifiers `repository_url` and `vcs_url` ask.
fn purl_of(name: &str, version: &str, source: Option<&str>) -> Option<Purl> {
    let vcs_url;
    let qualifier = match source {
        Some(source) if source.starts_with("git+") => {
            let (address, commit) = source.split_once('#').unwrap_or((source, ""));
            let address = address.split_once('?').map_or(address, |(address, _)| address);
            vcs_url = if commit.is_empty() { address.to_owned() } else { format!("{address}@{commit}") };
            Some(("vcs_url", vcs_url.as_str()))
        }
        Some(source) if !CRATES_IO.contains(&source) => {
            let kinds = ["registry+", "sparse+"];
            let address = kinds.iter().find_map(|kind| source.strip_prefix(kind)).unwrap_or(source);
            Some(("repository_url", address))
        }
        _ => None,
    };
    Purl::new("cargo", "", name, version, qualifier.as_slice(), "").ok()
}

/// Dependencies between packages, by their places in the file.
struct Tree<'a> {
    edges: Vec<(usize, usize)>,
    /// Names of dependencies that are no package of the file.
    unknown: Vec<(usize, &'a str)>,
}

impl<'a> Tree<'a> {
    fn of(packages: &[&'a Package]) -> Self {
        // A name is written with as much of version and source as makes it unambiguous.
        let mut by_words: HashMap<(&str, &str, &str), usize> = HashMap::new();
        for (index, package) in packages.iter().enumerate() {
            let (name, version) = (package.name.as_str(), package.version.as_str());
            let source = package.source.as_deref().unwrap_or_default();
            let without_commit = source.split_once('#').map_or(source, |(address, _)| address);
            for words in [("", ""), (version, ""), (version, without_commit), (version, source)] {
                by_words.entry((name, words.0, words.1)).or_insert(index);
            }
        }
        let mut tree = Self { edges: Vec::new(), unknown: Vec::new() };
        for (from, package) in packages.iter().enumerate() {
            for written in &package.dependencies {
                let mut words = written.splitn(3, ' ');
                let mut next = || words.next().unwrap_or_default();
                let (name, version, source) = (next(), next(), next());
                let source = source.trim_start_matches('(').trim_end_matches(')');
                match by_words.get(&(name, version, source)) {
                    Some(&to) => tree.edges.push((from, to)),
                    None => tree.unknown.push((from, written)),
                }
            }
        }
        tree
    }

    /// Drops what members need for development alone, and gives which packages then nobody needs. A name that is also asked for
    /// otherwise stays, whichever of its versions is meant.
    fn for_development_alone(&mut self, packages: &[&Package], manifests: &[CargoManifest]) -> Vec<bool> {
        let by_name: HashMap<&str, (HashSet<&str>, &CargoManifest)> = manifests
            .iter()
            .filter_map(|it| Some((it.name.as_deref()?, (it.needs.iter().map(String::as_str).collect(), it))))
            .collect();
        if by_name.is_empty() {
            return vec![false; packages.len()];
        }
        let mut alone = HashSet::new();
        for (index, package) in packages.iter().enumerate().filter(|(_, package)| package.source.is_none()) {
            if let Some((needs, manifest)) = by_name.get(package.name.as_str()) {
                let names = manifest.develops_with.iter().map(String::as_str);
                alone.extend(names.filter(|name| !needs.contains(name)).map(|name| (index, name)));
            }
        }
        self.edges.retain(|(from, to)| !alone.contains(&(*from, packages[*to].name.as_str())));
        let mut needs = vec![Vec::new(); packages.len()];
        for &(from, to) in &self.edges {
            needs[from].push(to);
        }
        let mut waiting: Vec<usize> =
            (0..packages.len()).filter(|&index| packages[index].source.is_none()).collect();
        let mut left_out = vec![true; packages.len()];
        while let Some(at) = waiting.pop() {
            if std::mem::replace(&mut left_out[at], false) {
                waiting.extend(&needs[at]);
            }
        }
        left_out
    }

    /// The workspace members no other member depends on; all members where they depend on each other in a
    /// circle; in a file without members, the packages nothing depends on.
    fn tops(&self, packages: &[&Package]) -> Vec<usize> {
        let is_member = |index: &usize| packages[*index].source.is_none();
        let members: Vec<usize> = (0..packages.len()).filter(is_member).collect();
        let mut depended_on = vec![false; packages.len()];
        for (from, to) in self.edges.iter().filter(|(from, to)| from != to) {
            depended_on[*to] |= members.is_empty() || is_member(from);
        }
        let among = if members.is_empty() { (0..packages.len()).collect() } else { members };
        let tops: Vec<usize> = among.iter().copied().filter(|&index| !depended_on[index]).collect();
        if tops.is_empty() { among } else { tops }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(written: &str) -> Read<Sbom> {
        read_cargo_lock(written.as_bytes(), "thermostat", &Limits::default())
    }

    fn told(read: &Read<Sbom>) -> String {
        read.problems.iter().map(|problem| problem.says.to_string()).collect::<Vec<_>>().join("\n")
    }

    fn edges(sbom: &Sbom) -> Vec<String> {
        let name = |index: u32| &sbom.components[index as usize];
        let shown = |(from, to): &(u32, u32)| {
            let (from, to) = (name(*from), name(*to));
            format!("{} -> {} {}", from.name, to.name, to.version.as_deref().unwrap_or_default())
        };
        sbom.dependencies.iter().map(shown).collect()
    }

    const TWO_RANDS: &str = r#"
version = 4

[[package]]
name = "app"
version = "0.1.0"
dependencies = ["rand 0.7.2", "rand 0.8.5 (git+https://github.com/rust-random/rand?branch=main)", "gone"]

[[package]]
name = "rand"
version = "0.7.2"
source = "registry+https://github.com/rust-lang/crates.io-index"
checksum = "0000000000000000000000000000000000000000000000000000000000000001"

[[package]]
name = "rand"
version = "0.8.5"
source = "registry+https://registry.example/index"

[[package]]
name = "rand"
version = "0.8.5"
source = "git+https://github.com/rust-random/rand?branch=main#0123abc"
"#;

    #[test]
    fn version_and_source_tell_packages_of_one_name_apart() {
        let read = read(TWO_RANDS);
        insta::assert_snapshot!(told(&read), @"the reference `gone` stands for no component of this document");
        let sbom = read.value.unwrap();
        assert_eq!(sbom.origin.format, "Cargo.lock 4");
        assert_eq!((sbom.subject, sbom.components[0].own), (Some(0), true));
        let references: Vec<&str> = sbom.components.iter().map(|it| it.reference.as_str()).collect();
        insta::assert_snapshot!(references.join("\n"), @r"
        pkg:cargo/app@0.1.0
        pkg:cargo/rand@0.7.2
        pkg:cargo/rand@0.8.5?repository_url=https:%2F%2Fregistry.example%2Findex
        pkg:cargo/rand@0.8.5?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Frust-random%2Frand%400123abc
        ");
        assert_eq!(sbom.dependencies, [(0, 1), (0, 3)]);
        assert_eq!(sbom.components[1].digests[0].0, "SHA-256");
    }

    #[test]
    fn the_first_version_keeps_checksums_apart_and_names_sources_in_full() {
        let read = read(
            r#"
[[package]]
name = "app"
version = "1.0.0"
dependencies = ["log 0.4.1 (registry+https://github.com/rust-lang/crates.io-index)"]
[[package]]
name = "log"
version = "0.4.1"
source = "registry+https://github.com/rust-lang/crates.io-index"
[metadata]
"checksum log 0.4.1 (registry+https://github.com/rust-lang/crates.io-index)" = "00000000000000000000000000000000000000000000000000000000000000ff"
"#,
        );
        assert_eq!(told(&read), "");
        let sbom = read.value.unwrap();
        assert_eq!(
            (sbom.origin.format.as_str(), sbom.dependencies.as_slice()),
            ("Cargo.lock 1", &[(0, 1)][..])
        );
        assert!(sbom.components[1].digests[0].1.ends_with("ff"));
    }

    #[test]
    fn what_a_manifest_asks_for_in_tests_alone_is_left_out() {
        let lock = r#"
[[package]]
name = "app"
version = "0.1.0"
dependencies = ["log", "insta", "both"]
[[package]]
name = "log"
version = "1.0.0"
source = "registry+https://github.com/rust-lang/crates.io-index"
[[package]]
name = "insta"
version = "1.0.0"
source = "registry+https://github.com/rust-lang/crates.io-index"
dependencies = ["similar", "log"]
[[package]]
name = "similar"
version = "1.0.0"
source = "registry+https://github.com/rust-lang/crates.io-index"
[[package]]
name = "both"
version = "1.0.0"
source = "registry+https://github.com/rust-lang/crates.io-index"
"#;
        let words = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let manifest = CargoManifest {
            name: Some("app".to_owned()),
            needs: words(&["log", "both"]),
            develops_with: words(&["insta", "both"]),
        };
        let limits = Limits::default();
        let read = read_cargo_lock_beside(
            lock.as_bytes(),
            "product",
            &CargoWorkspace { manifests: vec![manifest], root: Some("app".to_owned()) },
            &limits,
        );
        assert_eq!(told(&read), "packages that only development needs are left out: 2");
        insta::assert_snapshot!(edges(&read.value.unwrap()).join("\n"), @r"
        app -> log 1.0.0
        app -> both 1.0.0
        ");
        assert_eq!(read_cargo_lock(lock.as_bytes(), "product", &limits).value.unwrap().components.len(), 5);
    }

    #[test]
    fn several_members_nobody_depends_on_hang_on_the_product() {
        let package = |name: &str, needs: &str| {
            format!("[[package]]\nname = \"{name}\"\nversion = \"1.0.0\"\ndependencies = [{needs}]\n")
        };
        let written =
            [package("cli", "\"lib\""), package("daemon", "\"lib\""), package("lib", "\"lib\"")].concat();
        let sbom = read(&written).value.unwrap();
        assert_eq!((sbom.subject, sbom.components[0].name.as_str()), (Some(0), "thermostat"));
        insta::assert_snapshot!(edges(&sbom).join("\n"), @r"
        thermostat -> cli 1.0.0
        thermostat -> daemon 1.0.0
        cli -> lib 1.0.0
        daemon -> lib 1.0.0
        lib -> lib 1.0.0
        ");
    }

    #[test]
    fn what_is_no_lockfile_is_refused_with_its_place() {
        let refused = read("version = 4\n[[package]]\nname = é\n");
        assert_eq!(refused.problems[0].place.line_and_column, Some((3, 8)));
        insta::assert_snapshot!(told(&refused), @"this is not a `Cargo.lock`: string values must be quoted, expected literal string");
        for hostile in [
            "[".repeat(100_000),
            format!("a = {}", "[".repeat(100_000)),
            "a.".repeat(100_000) + "b = 1",
            "[[package]]\n".repeat(100_000),
            "a={".repeat(100_000),
            "x = 1\n".repeat(100),
        ] {
            assert_eq!(read(&hostile).value, None);
        }
    }

    #[test]
    fn our_own_lockfile_is_read_and_the_door_is_what_nobody_depends_on() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../Cargo.lock");
        let Ok(bytes) = std::fs::read(path) else { return };
        let read = read_cargo_lock(&bytes, "proofmark", &Limits::default());
        assert_eq!(told(&read), "");
        let sbom = read.value.unwrap();
        assert!(sbom.components.iter().any(|component| component.name == "serde" && !component.own));
        assert!(sbom.components[sbom.subject.unwrap()].own);
    }
}
