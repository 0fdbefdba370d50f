//! The graph: packages, what was built from what, what contains what, and what is said of vulnerabilities.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use proofmark_facts::{Component, ComponentKind, Place, Purl};

use super::element::{Digest, Element};
use super::item::is_package;
use crate::cve_name::cve_names;
use crate::gathered::Gathered;
use crate::json::{MaybeWords, Words};

/// What was kept of the graph.
#[derive(Default)]
pub(super) struct Graph<'a> {
    /// Packages in the order of the document.
    pub(super) packages: Vec<(Package<'a>, Component)>,
    pub(super) by_id: HashMap<Words<'a>, usize>,
    /// What a build is called: the name of its recipe.
    pub(super) builds: HashMap<Words<'a>, String>,
    /// Relationships that say something of packages: from, what, to.
    pub(super) relations: Vec<(Words<'a>, Words<'a>, Vec<Words<'a>>)>,
    /// Licence expressions by their identifier.
    pub(super) licences: HashMap<Words<'a>, Words<'a>>,
    /// Names of people and organisations.
    pub(super) agents: HashMap<Words<'a>, Words<'a>>,
    /// CVE identifiers of vulnerabilities.
    pub(super) vulnerabilities: HashMap<Words<'a>, String>,
    /// Patches by the CVE identifiers in their names.
    pub(super) patches: HashMap<Words<'a>, Words<'a>>,
    /// What is said of vulnerabilities.
    pub(super) assessments: Vec<Element<'a>>,
    pub(super) roots: Vec<Words<'a>>,
    pub(super) spec_version: Option<Words<'a>>,
    pub(super) serial: Option<Words<'a>>,
    pub(super) created: Option<Words<'a>>,
    pub(super) created_by: Vec<Words<'a>>,
}

/// A package beside its component.
pub(super) struct Package<'a> {
    pub(super) purpose: Option<Words<'a>>,
    pub(super) supplied_by: Option<Words<'a>>,
    /// Its package URLs after the first.
    pub(super) also: Vec<Purl>,
}

impl<'a> Graph<'a> {
    /// Keeps what an element says of packages, if anything.
    pub(super) fn keep(&mut self, element: Element<'a>, index: usize, gathered: &mut Gathered<'_>) {
        let Some(kind) = element.kind.0.clone() else { return };
        let id = element.id.0.clone().or(element.blank_id.0.clone()).unwrap_or_default();
        match &*kind {
            class if is_package(class) => self.package(element, id, index, gathered),
            "software_File" => {
                let is_patch = element.purpose.0.as_deref() == Some("patch");
                if let Some(name) = element.name.0.filter(|name| is_patch && !cve_names(name).is_empty()) {
                    self.patches.insert(id, name);
                }
            }
            "build_Build" => {
                if let Some((recipe, _)) = element.name.0.as_deref().and_then(|name| name.split_once(":do_"))
                {
                    self.builds.insert(id, recipe.to_owned());
                }
            }
            "security_Vulnerability" => {
                let identified = element.identifiers.0.iter().filter_map(|one| one.identifier.0.as_deref());
                let named = identified.chain(element.name.0.as_deref()).flat_map(cve_names).next();
                self.vulnerabilities.extend(named.map(|name| (id, name)));
            }
            "Relationship" | "LifecycleScopedRelationship" => self.relation(element),
            "SpdxDocument" | "software_Sbom" => {
                if &*kind == "SpdxDocument" {
                    self.serial = Some(id);
                }
                self.roots.extend(element.roots.0);
            }
            "CreationInfo" => {
                self.spec_version = self.spec_version.take().or(element.spec_version.0);
                self.created = self.created.take().or(element.created.0);
                self.created_by.extend(element.created_by.0);
            }
            "Organization" | "Person" | "Agent" | "SoftwareAgent" | "Tool" => {
                self.agents.extend(element.name.0.map(|name| (id, name)));
            }
            "simplelicensing_LicenseExpression" => {
                self.licences.extend(element.licence.0.map(|licence| (id, licence)));
            }
            vex if vex.starts_with("security_Vex") => self.assessments.push(element),
            _ => {}
        }
    }

    fn relation(&mut self, element: Element<'a>) {
        let (Some(from), Some(relation)) = (element.from.0, element.relation.0) else { return };
        let is_kept = matches!(
            &*relation,
            "contains"
                | "dependsOn"
                | "hasOutput"
                | "hasInput"
                | "describes"
                | "hasConcludedLicense"
                | "hasDeclaredLicense"
                | "hasStaticLink"
                | "hasDynamicLink"
                | "generates"
        );
        if is_kept {
            self.relations.push((from, relation, element.to.0));
        }
    }

    fn package(&mut self, element: Element<'a>, id: Words<'a>, index: usize, gathered: &mut Gathered<'_>) {
        let place = || Place::at(format!("/@graph/{index}"));
        gathered.check_name(element.name.0.as_deref(), place);
        let purl = element.purl.0.as_deref().and_then(|written| gathered.purl(written, place));
        let mut purls: Vec<Purl> = purl.into_iter().collect();
        let mut cpes: Vec<String> = Vec::new();
        for identifier in &element.identifiers.0 {
            let written = identifier.identifier.0.as_deref().unwrap_or_default();
            match identifier.kind.0.as_deref() {
                Some("cpe23" | "cpe22") if !cpes.iter().any(|known| known == written) => {
                    cpes.push(gathered.cpe(written, place));
                }
                Some("packageUrl" | "purl") => {
                    let read = gathered.purl(written, place);
                    purls.extend(read.filter(|purl| !purls.contains(purl)));
                }
                _ => {}
            }
        }
        let mut digests = Vec::new();
        // What is computed from the files of a package is no digest of the package.
        let is_digest = |digest: &&Digest<'_>| digest.kind.0.as_deref() != Some("PackageVerificationCode");
        for digest in element.digests.0.iter().filter(is_digest) {
            let algorithm = digest.algorithm.0.as_deref().unwrap_or_default();
            let value = digest.hash_value.0.as_deref().unwrap_or_default();
            // `sha3_256`: among names of ours, a hyphen stands there.
            digests.extend(gathered.digest(&spelled(algorithm), value, place));
        }
        let (mut cpes, mut purls) = (cpes.into_iter(), purls.into_iter());
        let owned =
            |words: &MaybeWords<'_>| words.0.as_deref().filter(|it| !it.is_empty()).map(str::to_owned);
        let component = Component {
            reference: id.to_string(),
            kind: kind_of(element.purpose.0.as_deref(), element.kind.0.as_deref()),
            name: owned(&element.name).unwrap_or_default(),
            version: owned(&element.version),
            purl: purls.next(),
            cpe: cpes.next(),
            more_cpes: cpes.collect(),
            digests,
            ..Component::default()
        };
        self.by_id.entry(id).or_insert(self.packages.len());
        let (purpose, supplied_by) = (element.purpose.0, element.supplied_by.0);
        let package = Package { purpose, supplied_by, also: purls.collect() };
        self.packages.push((package, component));
    }

    /// Completes each package with what stands elsewhere in the graph: its supplier and its licences.
    pub(super) fn complete(&mut self) {
        for (package, component) in &mut self.packages {
            let supplier = package.supplied_by.as_ref().and_then(|id| self.agents.get(id));
            component.supplier = supplier.map(|name| name.to_string());
        }
        for wanted in ["hasConcludedLicense", "hasDeclaredLicense"] {
            for (from, relation, to) in self.relations.iter().filter(|(_, relation, _)| &**relation == wanted)
            {
                let Some(package) = self.by_id.get(from).filter(|_| !relation.is_empty()) else { continue };
                let component = &mut self.packages[*package].1;
                if component.licences.is_empty() {
                    let says_something =
                        |licence: &&Words<'a>| !matches!(&***licence, "NOASSERTION" | "NONE");
                    let licences = to.iter().filter_map(|id| self.licences.get(id)).filter(says_something);
                    component.licences = licences.map(|licence| licence.to_string()).collect();
                }
            }
        }
    }

    /// The recipe each package was built from, and the patches each recipe was built with.
    pub(super) fn recipes(&self) -> (BTreeMap<usize, &str>, BTreeSet<(&str, &str)>) {
        let (mut recipes, mut patches) = (BTreeMap::new(), BTreeSet::new());
        for (from, relation, to) in &self.relations {
            let Some(recipe) = self.builds.get(from) else { continue };
            match &**relation {
                "hasOutput" => {
                    recipes.extend(to.iter().filter_map(|id| Some((*self.by_id.get(id)?, recipe.as_str()))));
                }
                "hasInput" => {
                    patches
                        .extend(to.iter().filter_map(|id| Some((recipe.as_str(), &**self.patches.get(id)?))));
                }
                _ => {}
            }
        }
        (recipes, patches)
    }
}

fn spelled(algorithm: &str) -> Cow<'_, str> {
    if algorithm.contains('_') { algorithm.replace('_', "-").into() } else { algorithm.into() }
}

/// SPDX 3.0, `SoftwarePurpose`; what states none is what its class is.
fn kind_of(purpose: Option<&str>, class: Option<&str>) -> ComponentKind {
    let Some(purpose) = purpose else {
        return match class {
            Some("ai_AIPackage") => ComponentKind::MachineLearningModel,
            Some("dataset_DatasetPackage") => ComponentKind::Data,
            _ => ComponentKind::Library,
        };
    };
    match purpose {
        "application" | "install" | "executable" => ComponentKind::Application,
        "framework" => ComponentKind::Framework,
        "container" => ComponentKind::Container,
        "operatingSystem" => ComponentKind::OperatingSystem,
        "device" => ComponentKind::Device,
        "deviceDriver" => ComponentKind::DeviceDriver,
        "firmware" => ComponentKind::Firmware,
        "file" | "archive" | "diskImage" | "filesystemImage" => ComponentKind::File,
        "model" => ComponentKind::MachineLearningModel,
        "data" => ComponentKind::Data,
        "platform" => ComponentKind::Platform,
        _ => ComponentKind::Library,
    }
}
