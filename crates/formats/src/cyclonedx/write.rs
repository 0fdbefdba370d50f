//! Writing CycloneDX JSON 1.6: the SBOM of a release as it goes into the papers.

use std::collections::HashSet;
use std::fmt::Write as _;

use jiff::Timestamp;
use proofmark_facts::{Component, ComponentKind, Purl, RevisionKind, Sbom};
use serde::Serialize;

use super::component::{CPE, KINDS, OWN};
use super::licence_expression::is_expression;
use crate::digest::algorithm_named;

/// What the written document says of itself and of the release it is about.
#[derive(Debug, Clone)]
pub struct CyclonedxHeading<'a> {
    /// The product's name; the subject's where the SBOM has no subject of its own.
    pub product: &'a str,
    /// The release; the subject's version where the SBOM has no subject, or one without version.
    pub release: &'a str,
    /// A UUID (RFC 9562) that no other document has.
    pub serial: [u8; 16],
    /// When the document is made.
    pub created_at: Timestamp,
    /// The version of this program.
    pub tool_version: &'a str,
}

/// Writes an SBOM as CycloneDX JSON 1.6; equal input gives equal bytes.
///
/// Without a subject, the product becomes one that depends on every component nothing else depends on.
/// References that are missing or stand twice are made up. Digests by algorithms that CycloneDX 1.6 does
/// not know are left out. Reading the document back gives the same components and dependencies, the
/// subject first.
///
/// # Panics
///
/// Never: texts, numbers and lists always serialize. An index in `dependencies` beyond the components is
/// what no reader gives.
pub fn write_cyclonedx(sbom: &Sbom, heading: &CyclonedxHeading<'_>) -> String {
    let (own_subject, references, mut targets);
    let made_up = sbom.subject.is_none();
    let mut components: Vec<&Component> = sbom.components.iter().collect();
    targets = targets_of(sbom);
    if made_up {
        own_subject = subject_made_of(heading);
        components.push(&own_subject);
        targets.push(roots(sbom));
    }
    let subject = sbom.subject.unwrap_or(components.len() - 1);
    references = unique_references(&components);
    let write = |index: usize| written(components[index], &references[index]);
    let mut about = write(subject);
    about.version = about.version.or(Some(heading.release));
    // The subject first, as it stands first in the document: then reading gives the same order again.
    let others: Vec<usize> = (0..components.len()).filter(|&index| index != subject).collect();
    let dependency = |&index: &usize| Dependency {
        reference: &references[index],
        depends_on: targets[index].iter().map(|&to| references[to].as_str()).collect(),
    };
    let document = Document {
        bom_format: "CycloneDX",
        spec_version: "1.6",
        serial_number: format!("urn:uuid:{}", uuid(heading.serial)),
        version: 1,
        metadata: Metadata {
            timestamp: heading.created_at,
            tools: Tools {
                components: [Tool { kind: "application", name: "proofmark", version: heading.tool_version }],
            },
            component: about,
        },
        components: others.iter().map(|&index| write(index)).collect(),
        dependencies: [subject].iter().chain(&others).map(dependency).collect(),
    };
    let mut json =
        serde_json::to_string_pretty(&document).expect("texts, numbers and lists always serialize");
    json.push('\n');
    json
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Document<'a> {
    bom_format: &'static str,
    spec_version: &'static str,
    serial_number: String,
    version: u32,
    metadata: Metadata<'a>,
    components: Vec<Written<'a>>,
    dependencies: Vec<Dependency<'a>>,
}

#[derive(Serialize)]
struct Metadata<'a> {
    timestamp: Timestamp,
    tools: Tools<'a>,
    component: Written<'a>,
}

#[derive(Serialize)]
struct Tools<'a> {
    components: [Tool<'a>; 1],
}

#[derive(Serialize)]
struct Tool<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    name: &'static str,
    version: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Written<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(rename = "bom-ref")]
    reference: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    supplier: Option<Supplier<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<&'a str>,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hashes: Vec<Hash<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    licenses: Vec<LicenceChoice<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cpe: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    purl: Option<&'a Purl>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pedigree: Option<Pedigree<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    external_references: Vec<ExternalReference>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    properties: Vec<Property<'a>>,
}

#[derive(Serialize)]
struct Supplier<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Hash<'a> {
    alg: &'static str,
    content: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum LicenceChoice<'a> {
    Expression(&'a str),
    License { name: &'a str },
}

#[derive(Serialize)]
struct Pedigree<'a> {
    commits: Vec<Commit<'a>>,
}

#[derive(Serialize)]
struct Commit<'a> {
    uid: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
}

#[derive(Serialize)]
struct ExternalReference {
    #[serde(rename = "type")]
    kind: &'static str,
    url: String,
}

#[derive(Serialize)]
struct Property<'a> {
    name: &'static str,
    value: &'a str,
}

#[derive(Serialize)]
struct Dependency<'a> {
    #[serde(rename = "ref")]
    reference: &'a str,
    #[serde(rename = "dependsOn", skip_serializing_if = "Vec::is_empty")]
    depends_on: Vec<&'a str>,
}

fn written<'a>(component: &'a Component, reference: &'a str) -> Written<'a> {
    let word = KINDS.iter().find(|(_, kind)| *kind == component.kind).map_or("library", |(word, _)| word);
    let hash = |(name, value): &'a (String, String)| {
        let algorithm = algorithm_named(name).filter(|algorithm| algorithm.in_cyclonedx)?;
        Some(Hash { alg: algorithm.name, content: value })
    };
    Written {
        kind: word,
        reference,
        supplier: component.supplier.as_deref().map(|name| Supplier { name }),
        group: component.group.as_deref(),
        name: &component.name,
        version: component.version.as_deref(),
        hashes: component.digests.iter().filter_map(hash).collect(),
        licenses: licences(&component.licences),
        cpe: component.cpe.as_deref(),
        purl: component.purl.as_ref(),
        pedigree: pedigree(component),
        external_references: made_from(component),
        properties: properties(component),
    }
}

/// The commits it holds.
fn pedigree(component: &Component) -> Option<Pedigree<'_>> {
    let held = component.revisions.iter().filter(|revision| revision.kind == RevisionKind::Holds);
    let commits: Vec<Commit<'_>> =
        held.map(|revision| Commit { uid: &revision.at, url: revision.repository.as_deref() }).collect();
    (!commits.is_empty()).then_some(Pedigree { commits })
}

/// What it is made from, as addresses of repositories.
fn made_from(component: &Component) -> Vec<ExternalReference> {
    let made_from = component.revisions.iter().filter(|revision| revision.kind == RevisionKind::MadeFrom);
    made_from
        .filter_map(|revision| Some(ExternalReference { kind: "vcs", url: revision.address()? }))
        .collect()
}

/// What our own reader finds again and CycloneDX has no member for.
fn properties(component: &Component) -> Vec<Property<'_>> {
    let own = component.own.then_some(Property { name: OWN, value: "true" });
    own.into_iter().chain(component.more_cpes.iter().map(|value| Property { name: CPE, value })).collect()
}

/// The schema allows one expression alone, or any number of licences. Whether an identifier is on the SPDX
/// list is not looked up here, so what is no expression is written as a name.
fn licences(licences: &[String]) -> Vec<LicenceChoice<'_>> {
    match licences {
        [only] if is_expression(only) => vec![LicenceChoice::Expression(only)],
        several => several.iter().map(|name| LicenceChoice::License { name }).collect(),
    }
}

fn subject_made_of(heading: &CyclonedxHeading<'_>) -> Component {
    Component {
        reference: heading.product.to_owned(),
        kind: ComponentKind::Application,
        name: heading.product.to_owned(),
        version: Some(heading.release.to_owned()),
        own: true,
        ..Component::default()
    }
}

/// What each component depends on, in order.
fn targets_of(sbom: &Sbom) -> Vec<Vec<usize>> {
    let mut targets = vec![Vec::new(); sbom.components.len()];
    for &(from, to) in &sbom.dependencies {
        targets[from as usize].push(to as usize);
    }
    for list in &mut targets {
        list.sort_unstable();
        list.dedup();
    }
    targets
}

/// The components nothing depends on; all of them where dependencies run in circles only.
fn roots(sbom: &Sbom) -> Vec<usize> {
    let depended_on: HashSet<usize> = sbom.dependencies.iter().map(|&(_, to)| to as usize).collect();
    let roots: Vec<usize> = (0..sbom.components.len()).filter(|index| !depended_on.contains(index)).collect();
    if roots.is_empty() { (0..sbom.components.len()).collect() } else { roots }
}

/// A reference for each component: its own where it has one that no earlier component has.
fn unique_references(components: &[&Component]) -> Vec<String> {
    let written: HashSet<&str> = components.iter().map(|component| component.reference.as_str()).collect();
    let mut taken = HashSet::new();
    let mut references = Vec::with_capacity(components.len());
    for (index, component) in components.iter().enumerate() {
        let own = component.reference.as_str();
        if !own.is_empty() && taken.insert(own) {
            references.push(own.to_owned());
            continue;
        }
        let mut made_up = format!("component-{index}");
        while written.contains(made_up.as_str()) {
            made_up.push('-');
        }
        references.push(made_up);
    }
    references
}

/// RFC 9562 section 4.
fn uuid(bytes: [u8; 16]) -> String {
    let mut written = String::with_capacity(36);
    for (index, byte) in bytes.iter().enumerate() {
        if matches!(index, 4 | 6 | 8 | 10) {
            written.push('-');
        }
        write!(written, "{byte:02x}").expect("writing into a string cannot fail");
    }
    written
}
