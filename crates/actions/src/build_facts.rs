//! What the release's build wrote about its packages: what it declares of vulnerabilities, what packages are made from, and the names
//! they are known by.

use std::collections::{BTreeMap, BTreeSet};

use proofmark_facts::{
    BuilderStatement, Component, DeclaredByBuilder, KnownVulnerability, Place, Problem, Purl, Release,
    TriageEvidence,
};
use proofmark_formats::{Limits, PackageFact, read_build_file};
use proofmark_text::text;
use proofmark_vulndb::is_kernel;

use crate::component_list::ComponentList;
use crate::named_files::NamedFiles;

/// The most statements that are told with one finding.
const MOST_TOLD: usize = 20;

/// What is known from the build.
#[derive(Debug, Default)]
pub(crate) struct BuildFacts {
    /// By vulnerability.
    declared: BTreeMap<String, Vec<DeclaredByBuilder>>,
    /// By package.
    packages: BTreeMap<String, PackageFact>,
    /// What the list counts as each of its components, by the component's place.
    built: BTreeMap<usize, Vec<String>>,
}

impl BuildFacts {
    /// Reads the files the release names, and takes what the list itself declares; what is wrong is told with everything else.
    pub(crate) fn read(
        release: &Release,
        list: Option<&ComponentList>,
        files: &NamedFiles,
        problems: &mut Vec<Problem>,
    ) -> Self {
        let mut facts = Self::default();
        if let Some(list) = list {
            let evidence = TriageEvidence { file: list.about.name.clone(), sha256: list.about.sha256 };
            facts.declare(list.statements.clone(), &evidence);
            facts.built = list.folded.iter().map(|it| (it.component, it.packages.clone())).collect();
        }
        for path in &release.build_files {
            let Some(file) = files.get(path).and_then(Option::as_ref) else {
                let says = text!("embedded-file-not-there", name = path);
                problems.push(Problem::error(Place::at("release.build_files"), says));
                continue;
            };
            let read = read_build_file(path, &file.bytes, &Limits::default()).in_file(path);
            problems.extend(read.problems);
            let Some(read) = read.value else { continue };
            facts.declare(read.statements, &TriageEvidence { file: path.clone(), sha256: file.sha256 });
            for fact in read.packages {
                facts.learn(fact);
            }
            problems.extend(read.kernel_version.and_then(|version| other_kernel(&version, list)));
        }
        facts
    }

    fn declare(&mut self, statements: Vec<BuilderStatement>, evidence: &TriageEvidence) {
        for statement in statements {
            let declared = DeclaredByBuilder { evidence: evidence.clone(), statement };
            self.declared.entry(declared.statement.vulnerability.clone()).or_default().push(declared);
        }
    }

    /// What an earlier file did not say of a package, a later one may.
    fn learn(&mut self, fact: PackageFact) {
        let known = self.packages.entry(fact.name.clone()).or_insert_with(|| fact.clone());
        known.source = known.source.take().or(fact.source);
        known.cpe = known.cpe.take().or(fact.cpe);
    }

    fn fact(&self, component: &Component) -> Option<&PackageFact> {
        self.packages.get(&component.name)
    }

    /// The component with the name it is known by, where only the build says it.
    pub(crate) fn asked_as(&self, component: &Component) -> Option<Component> {
        let cpe = self.fact(component)?.cpe.clone().filter(|_| component.cpes().next().is_none())?;
        Some(Component { cpe: Some(cpe), ..component.clone() })
    }

    /// Components that are made from one source in one version, by their places; the one that is called as the source first.
    pub(crate) fn sources(&self, components: &[&Component]) -> Vec<Vec<usize>> {
        let mut groups: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
        for (place, component) in components.iter().enumerate() {
            let source = self.fact(component).and_then(|fact| fact.source.as_deref());
            if let (Some(source), Some(version)) = (source, component.version.as_deref()) {
                groups.entry((source, version)).or_default().push(place);
            }
        }
        let groups = groups.into_iter().filter(|(_, group)| group.len() > 1);
        let mut groups: Vec<Vec<usize>> = groups
            .map(|((source, _), mut group)| {
                group.sort_by_key(|place| (components[*place].name != source, *place));
                group
            })
            .collect();
        groups.sort_unstable();
        groups
    }

    /// What the list says was built from its components, by their names.
    pub(crate) fn built(&self) -> impl Iterator<Item = (usize, &Vec<String>)> {
        self.built.iter().map(|(place, packages)| (*place, packages))
    }

    /// What is declared of a vulnerability in a component, which stands for these others as well.
    pub(crate) fn declared(
        &self,
        known: &KnownVulnerability,
        (place, component): (usize, &Component),
        others: &[String],
    ) -> Vec<DeclaredByBuilder> {
        if self.declared.is_empty() {
            return Vec::new();
        }
        let names = self.names(place, component, others);
        let mut told: Vec<DeclaredByBuilder> = Vec::new();
        for id in std::iter::once(&known.id).chain(&known.aliases) {
            for declared in self.declared.get(id).into_iter().flatten() {
                let fits = concerns(
                    &declared.statement,
                    &names,
                    component.version.as_deref(),
                    component.purl.as_ref(),
                );
                if fits && told.len() < MOST_TOLD && !told.contains(declared) {
                    told.push(declared.clone());
                }
            }
        }
        told
    }

    /// Every name a builder may call a component by: its own, its source's, and those of what was built from the same source.
    fn names(&self, place: usize, component: &Component, others: &[String]) -> BTreeSet<String> {
        let of_purl = component.purl.as_ref().map(|purl| purl.name.as_str());
        let source = self.fact(component).and_then(|fact| fact.source.as_deref());
        let built = self.built.get(&place).into_iter().flatten().chain(others).map(String::as_str);
        let names = [Some(component.name.as_str()), of_purl, source].into_iter().flatten().chain(built);
        names.map(str::to_ascii_lowercase).collect()
    }
}

/// A statement about another package or another version says nothing of this one.
fn concerns(
    statement: &BuilderStatement,
    names: &BTreeSet<String>,
    version: Option<&str>,
    purl: Option<&Purl>,
) -> bool {
    let is_named = statement.package.as_ref().is_none_or(|name| names.contains(&name.to_ascii_lowercase()));
    // What a builder puts behind the number for a commit differs from file to file.
    let number =
        |version: &str| version.split('+').next().unwrap_or(version).trim_start_matches('v').to_owned();
    let is_version = match (&statement.version, version) {
        (Some(said), Some(version)) => number(said) == number(version),
        _ => true,
    };
    is_named && is_version && is_same_package(statement.purl.as_deref(), purl)
}

/// A package of another type or namespace is another package, even where it is called alike.
fn is_same_package(said: Option<&str>, purl: Option<&Purl>) -> bool {
    match (said.and_then(|said| said.parse::<Purl>().ok()), purl) {
        (Some(said), Some(purl)) => said.package() == purl.package(),
        _ => true,
    }
}

/// That the image was made with another kernel than the list names.
fn other_kernel(version: &str, list: Option<&ComponentList>) -> Option<Problem> {
    let kernel = list?.sbom.components.iter().find(|component| is_kernel(component))?;
    let listed = kernel.version.as_deref().filter(|listed| !listed.starts_with(version))?;
    let says = text!("embedded-kernel-differs", version = version, listed = listed);
    Some(Problem::warning(Place::at("release.build_files"), says))
}

#[cfg(test)]
mod tests {
    use proofmark_facts::{BuilderSays, Sha256, StatementOrigin};

    use super::*;

    fn component(name: &str, version: &str) -> Component {
        Component { name: name.into(), version: Some(version.into()), ..Component::default() }
    }

    fn facts(package: Option<&str>, version: Option<&str>) -> BuildFacts {
        let mut facts = BuildFacts::default();
        let statement = BuilderStatement {
            package: package.map(str::to_owned),
            version: version.map(str::to_owned),
            ..BuilderStatement::new("CVE-2026-1", BuilderSays::Fixed, StatementOrigin::Patch)
        };
        facts.declare(vec![statement], &TriageEvidence { file: "x".into(), sha256: Sha256::of(b"") });
        facts.learn(PackageFact { name: "libssl3".into(), source: Some("openssl".into()), cpe: None });
        facts.learn(PackageFact {
            name: "libssl3".into(),
            source: None,
            cpe: Some("cpe:/a:openssl:openssl".into()),
        });
        facts.learn(PackageFact { name: "openssl".into(), source: Some("openssl".into()), cpe: None });
        facts
    }

    fn known() -> KnownVulnerability {
        KnownVulnerability {
            id: "GHSA-x".into(),
            aliases: vec!["CVE-2026-1".into()],
            ..KnownVulnerability::default()
        }
    }

    #[test]
    fn a_statement_is_about_its_package_in_its_version() {
        for (package, version, said) in [
            (Some("openssl"), Some("3.0.13"), 1),
            (Some("OpenSSL"), Some("3.0.13+git"), 1),
            (Some("openssl"), None, 1),
            (None, None, 1),
            (Some("openssl"), Some("3.0.14"), 0),
            (Some("zlib"), Some("3.0.13"), 0),
        ] {
            let facts = facts(package, version);
            let component = component("libssl3", "3.0.13");
            assert_eq!(facts.declared(&known(), (0, &component), &[]).len(), said, "{package:?} {version:?}");
        }
        let other = KnownVulnerability { aliases: vec![], ..known() };
        assert!(facts(None, None).declared(&other, (0, &component("a", "1")), &[]).is_empty());
        let by_others = facts(Some("libcrypto3"), None);
        let one = component("anything", "1");
        assert!(by_others.declared(&known(), (0, &one), &[]).is_empty());
        assert_eq!(by_others.declared(&known(), (0, &one), &["libcrypto3".into()]).len(), 1);
    }

    #[test]
    fn packages_of_one_source_in_one_version_are_one() {
        let facts = facts(None, None);
        let list =
            [component("libssl3", "3.0.13"), component("openssl", "3.0.13"), component("libssl3", "1.1.1")];
        let borrowed: Vec<&Component> = list.iter().collect();
        assert_eq!(facts.sources(&borrowed), [[1, 0]]);
        assert_eq!(facts.asked_as(&list[0]).unwrap().cpe.as_deref(), Some("cpe:/a:openssl:openssl"));
        assert_eq!(facts.asked_as(&list[1]), None);
        let named = Component { cpe: Some("cpe:/a:x:y".into()), ..list[0].clone() };
        assert_eq!(facts.asked_as(&named), None, "what the list says goes first");
    }
}
