//! A component as an SPDX 2.3 package (section 7): what the model holds of it, member by member.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use proofmark_facts::{
    Component, ComponentKind, ExternalReference, LicenceSense, Particulars, Party, PartyKind, Purl,
    RevisionKind,
};
use serde_json::{Value, json};

use super::extracted::Extracted;
use super::party::party_written;
use crate::digest::algorithm_named;

/// The members in the order of the specification.
pub(super) type Members = Vec<(&'static str, Value)>;

/// Kinds by the words of section 7.24. Those it has no word for are `OTHER`.
pub(super) const PURPOSES: [(&str, ComponentKind); 8] = [
    ("APPLICATION", ComponentKind::Application),
    ("FRAMEWORK", ComponentKind::Framework),
    ("LIBRARY", ComponentKind::Library),
    ("CONTAINER", ComponentKind::Container),
    ("OPERATING_SYSTEM", ComponentKind::OperatingSystem),
    ("DEVICE", ComponentKind::Device),
    ("FIRMWARE", ComponentKind::Firmware),
    ("FILE", ComponentKind::File),
];

/// Words of CycloneDX for what stands elsewhere that can be a reference type of its own.
pub(super) const REFERENCES: [&str; 43] = [
    "vcs",
    "issue-tracker",
    "website",
    "advisories",
    "bom",
    "mailing-list",
    "social",
    "chat",
    "documentation",
    "support",
    "source-distribution",
    "distribution",
    "distribution-intake",
    "license",
    "build-meta",
    "build-system",
    "release-notes",
    "security-contact",
    "model-card",
    "log",
    "configuration",
    "evidence",
    "formulation",
    "attestation",
    "threat-model",
    "adversary-model",
    "risk-assessment",
    "vulnerability-assertion",
    "exploitability-statement",
    "pentest-report",
    "static-analysis-report",
    "dynamic-analysis-report",
    "runtime-analysis-report",
    "component-analysis-report",
    "maturity-report",
    "certification-report",
    "codified-infrastructure",
    "quality-metrics",
    "poam",
    "electronic-signature",
    "digital-signature",
    "rfc-9116",
    "other",
];

/// The members of a package; `further` are the package URLs it has beside its own.
pub(super) fn members<'a>(
    component: &'a Component,
    id: &str,
    further: impl Iterator<Item = &'a Purl>,
    licences: &Extracted,
) -> Members {
    let nothing = Particulars::default();
    let said = component.particulars.as_deref();
    let particulars = said.unwrap_or(&nothing);
    let or_nothing = |words: Option<String>| json!(words.unwrap_or_else(|| "NOASSERTION".to_owned()));
    let mut written: Members = vec![("SPDXID", json!(id)), ("name", json!(component.name))];
    let mut add = |member, value: Option<Value>| written.extend(value.map(|value| (member, value)));
    add("versionInfo", component.version.as_deref().map(|it| json!(it)));
    add("packageFileName", particulars.file_name.as_deref().map(|it| json!(it)));
    let by_name = || component.supplier.as_deref().map(of_supplier);
    let supplier = if said.is_some() { particulars.supplier.clone() } else { by_name() };
    add("supplier", supplier.as_ref().map(|party| json!(party_written(party))));
    let originator = particulars.manufacturer.as_ref().or(particulars.authors.first());
    add("originator", originator.map(|party| json!(party_written(party))));
    let (homepage, download) = (first(particulars, "website"), download(component, particulars));
    add("downloadLocation", Some(or_nothing(download.map(|download| download.1))));
    add("filesAnalyzed", Some(json!(false)));
    let checksums: Vec<Value> = component.digests.iter().filter_map(checksum).collect();
    add("checksums", Some(json!(checksums)).filter(|_| !checksums.is_empty()));
    add("homepage", homepage.map(|reference| json!(reference.url)));
    let (concluded, declared) = match said {
        Some(said) => (
            licences.expression(&said.licences, LicenceSense::Concluded),
            licences.expression(&said.licences, LicenceSense::Declared),
        ),
        None => (None, licences.expression_of_words(&component.licences)),
    };
    add("licenseConcluded", Some(or_nothing(concluded)));
    add("licenseDeclared", Some(or_nothing(declared)));
    add("copyrightText", Some(or_nothing(particulars.copyright.clone())));
    add("description", particulars.description.as_deref().map(|it| json!(it)));
    let references = external_refs(component, particulars, further);
    add("externalRefs", Some(json!(references)).filter(|_| !references.is_empty()));
    add("primaryPackagePurpose", Some(json!(purpose(component, particulars))));
    add("releaseDate", particulars.released_at.map(instant));
    add("builtDate", particulars.built_at.map(instant));
    add("validUntilDate", particulars.valid_until.map(instant));
    written
}

/// Who is known by name alone.
fn of_supplier(name: &str) -> Party {
    Party { kind: Some(PartyKind::Organisation), ..Party::named(name) }
}

/// `2026-01-02T03:04:05Z`, as section 6.9 writes it: to the second.
pub(crate) fn instant(at: Timestamp) -> Value {
    json!(at.to_zoned(TimeZone::UTC).strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
}

fn first<'p>(particulars: &'p Particulars, kind: &str) -> Option<&'p ExternalReference> {
    particulars
        .external_references
        .iter()
        .find(|reference| reference.kind == kind && is_locator(&reference.url))
}

/// Where it is downloaded: the reference that says so, else the place in a repository it was made from.
fn download<'p>(
    component: &Component,
    particulars: &'p Particulars,
) -> Option<(Option<&'p ExternalReference>, String)> {
    let kinds = ["distribution", "source-distribution", "vcs"];
    let stated = first(particulars, kinds[0]);
    let made_from = component.revisions.iter().find(|revision| revision.kind == RevisionKind::MadeFrom);
    let address = made_from.and_then(proofmark_facts::Revision::address).map(|address| (None, address));
    stated.map(|reference| (stated, reference.url.clone())).or(address).or_else(|| {
        kinds[1..].iter().find_map(|kind| first(particulars, kind)).map(|it| (Some(it), it.url.clone()))
    })
}

/// The algorithm's name in SPDX 2: without the hyphen of the SHA families.
pub(super) fn checksum((name, value): &(String, String)) -> Option<Value> {
    let name = algorithm_named(name)?.name;
    let spelled = match name.strip_prefix("SHA-") {
        Some(bits) => format!("SHA{bits}"),
        None if name.starts_with("Streebog") || name.starts_with("GOST") => return None,
        None => name.to_owned(),
    };
    Some(json!({"algorithm": spelled, "checksumValue": value}))
}

pub(super) fn purpose(component: &Component, particulars: &Particulars) -> &'static str {
    if component.kind == ComponentKind::File && particulars.archive == Some(true) {
        return "ARCHIVE";
    }
    PURPOSES.iter().find(|(_, kind)| *kind == component.kind).map_or("OTHER", |(word, _)| word)
}

/// A locator has no blanks (section 7.21).
pub(super) fn is_locator(words: &str) -> bool {
    !words.is_empty() && !words.chars().any(char::is_whitespace)
}

fn external_refs<'a>(
    component: &'a Component,
    particulars: &Particulars,
    further: impl Iterator<Item = &'a Purl>,
) -> Vec<Value> {
    let reference = |category: &str, kind: &str, locator: &str| json!({"referenceCategory": category, "referenceType": kind, "referenceLocator": locator});
    let mut written = Vec::new();
    for purl in component.purl.iter().chain(further) {
        written.push(reference("PACKAGE-MANAGER", "purl", &purl.to_string()));
    }
    for cpe in component.cpes().filter(|cpe| is_locator(cpe)) {
        let kind = if cpe.starts_with("cpe:2.3:") { "cpe23Type" } else { "cpe22Type" };
        written.push(reference("SECURITY", kind, cpe));
    }
    let homepage = first(particulars, "website");
    let download = download(component, particulars).and_then(|(reference, _)| reference);
    for stated in particulars.external_references.iter().filter(|it| is_locator(&it.url)) {
        let written_elsewhere =
            |other: Option<&ExternalReference>| other.is_some_and(|other| std::ptr::eq(other, stated));
        if written_elsewhere(homepage) || written_elsewhere(download) {
            continue;
        }
        let kind = REFERENCES.iter().find(|kind| **kind == stated.kind).copied().unwrap_or("other");
        let (category, kind) = if kind == "advisories" { ("SECURITY", "advisory") } else { ("OTHER", kind) };
        let mut one = reference(category, kind, &stated.url);
        if let Some(comment) = stated.comment.as_deref().filter(|comment| !comment.is_empty()) {
            one["comment"] = json!(comment);
        }
        written.push(one);
    }
    written
}
