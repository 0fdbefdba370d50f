//! A component as an SPDX 3.0.1 package and the file it is delivered as; a party as an agent.

use proofmark_facts::{
    Component, ComponentKind, ExternalReference, Particulars, Party, PartyKind, Purl, RevisionKind,
};
use serde_json::{Value, json};

use crate::digest::algorithm_named;
use crate::spdx::instant;

/// Kinds by the words of `SoftwarePurpose`.
pub(super) const PURPOSES: [(&str, ComponentKind); 12] = [
    ("application", ComponentKind::Application),
    ("framework", ComponentKind::Framework),
    ("library", ComponentKind::Library),
    ("container", ComponentKind::Container),
    ("platform", ComponentKind::Platform),
    ("operatingSystem", ComponentKind::OperatingSystem),
    ("device", ComponentKind::Device),
    ("deviceDriver", ComponentKind::DeviceDriver),
    ("firmware", ComponentKind::Firmware),
    ("file", ComponentKind::File),
    ("model", ComponentKind::MachineLearningModel),
    ("data", ComponentKind::Data),
];

/// What stands elsewhere, in CycloneDX's words and in those of `ExternalRefType`.
pub(super) const REFERENCES: [(&str, &str); 28] = [
    ("vcs", "vcs"),
    ("issue-tracker", "issueTracker"),
    ("website", "altWebPage"),
    ("advisories", "securityAdvisory"),
    ("mailing-list", "mailingList"),
    ("social", "socialMedia"),
    ("chat", "chat"),
    ("documentation", "documentation"),
    ("support", "support"),
    ("source-distribution", "sourceArtifact"),
    ("distribution", "altDownloadLocation"),
    ("license", "license"),
    ("build-meta", "buildMeta"),
    ("build-system", "buildSystem"),
    ("release-notes", "releaseNotes"),
    ("security-contact", "securityOther"),
    ("rfc-9116", "securityPolicy"),
    ("attestation", "secureSoftwareAttestation"),
    ("threat-model", "securityThreatModel"),
    ("adversary-model", "securityAdversaryModel"),
    ("risk-assessment", "riskAssessment"),
    ("vulnerability-assertion", "vulnerabilityDisclosureReport"),
    ("exploitability-statement", "vulnerabilityExploitabilityAssessment"),
    ("pentest-report", "securityPenTestReport"),
    ("static-analysis-report", "staticAnalysisReport"),
    ("dynamic-analysis-report", "dynamicAnalysisReport"),
    ("component-analysis-report", "componentAnalysisReport"),
    ("certification-report", "certificationReport"),
];

/// The algorithm's name among SPDX 3's.
pub(super) fn hash((name, value): &(String, String)) -> Option<Value> {
    let name = algorithm_named(name)?.name;
    if name.starts_with("Streebog") || name.starts_with("GOST") {
        return None;
    }
    let spelled = match name.strip_prefix("SHA3-") {
        Some(bits) => format!("sha3_{bits}"),
        None => name.to_ascii_lowercase().replace('-', ""),
    };
    Some(json!({"type": "Hash", "algorithm": spelled, "hashValue": value}))
}

/// The members of the package that need nothing else of the document.
pub(super) fn package(component: &Component, further: &[Purl]) -> Value {
    let nothing = Particulars::default();
    let particulars = component.particulars.as_deref().unwrap_or(&nothing);
    let purpose = PURPOSES.iter().find(|(_, kind)| *kind == component.kind).map_or("other", |(word, _)| word);
    let mut written = json!({"name": component.name, "software_primaryPurpose": purpose});
    let mut add = |member: &str, value: Option<Value>| {
        if let Some(value) = value {
            written[member] = value;
        }
    };
    add("software_packageVersion", component.version.as_deref().map(|it| json!(it)));
    add("software_packageUrl", component.purl.as_ref().map(|purl| json!(purl.to_string())));
    add("software_copyrightText", particulars.copyright.as_deref().map(|it| json!(it)));
    add("description", particulars.description.as_deref().map(|it| json!(it)));
    let homepage = first(particulars, "website");
    let download = first(particulars, "distribution");
    add("software_homePage", homepage.map(|reference| json!(reference.url)));
    let made_from = component.revisions.iter().find(|revision| revision.kind == RevisionKind::MadeFrom);
    let address = || made_from.and_then(proofmark_facts::Revision::address).filter(|it| is_address(it));
    let download_url = download.map(|reference| reference.url.clone()).or_else(address);
    add("software_downloadLocation", download_url.map(|url| json!(url)));
    add("releaseTime", particulars.released_at.map(instant));
    add("builtTime", particulars.built_at.map(instant));
    add("validUntilTime", particulars.valid_until.map(instant));
    let hashes: Vec<Value> = component.digests.iter().filter_map(hash).collect();
    add("verifiedUsing", Some(json!(hashes)).filter(|_| !hashes.is_empty()));
    let identifier = |cpe: &str| {
        let kind = if cpe.starts_with("cpe:2.3:") { "cpe23" } else { "cpe22" };
        json!({"type": "ExternalIdentifier", "externalIdentifierType": kind, "identifier": cpe})
    };
    let of_purl = |purl: &Purl| json!({"type": "ExternalIdentifier", "externalIdentifierType": "packageUrl", "identifier": purl.to_string()});
    let names: Vec<Value> = component.cpes().map(identifier).chain(further.iter().map(of_purl)).collect();
    add("externalIdentifier", Some(json!(names)).filter(|_| !names.is_empty()));
    let is_elsewhere = |one: &&ExternalReference| {
        [homepage, download].into_iter().flatten().any(|other| std::ptr::eq(other, *one))
    };
    let references: Vec<Value> =
        particulars.external_references.iter().filter(|one| !is_elsewhere(one)).map(reference).collect();
    add("externalRef", Some(json!(references)).filter(|_| !references.is_empty()));
    if particulars.file_name.is_none() {
        let purposes = purposes(particulars);
        add("software_additionalPurpose", Some(json!(purposes)).filter(|_| !purposes.is_empty()));
    }
    written
}

/// The file it is delivered as (BSI TR-03183-2, 8.2): its name, its digests and what it can do.
pub(super) fn file(component: &Component, particulars: &Particulars) -> Option<Value> {
    let mut written = json!({"name": particulars.file_name.as_deref()?});
    let purposes = purposes(particulars);
    if !purposes.is_empty() {
        written["software_additionalPurpose"] = json!(purposes);
    }
    let delivered =
        first(particulars, "distribution").map(|it| &it.digests).filter(|digests| !digests.is_empty());
    let hashes: Vec<Value> = delivered.unwrap_or(&component.digests).iter().filter_map(hash).collect();
    if !hashes.is_empty() {
        written["verifiedUsing"] = json!(hashes);
    }
    if let Some(kind) = particulars.media_type.as_deref().filter(|it| is_media_type(it)) {
        written["contentType"] = json!(kind);
    }
    Some(written)
}

/// Executable, archive, and of archives whether they are structured: a container is, a firmware image is not.
fn purposes(particulars: &Particulars) -> Vec<&'static str> {
    let archive = particulars.archive == Some(true);
    [
        ("executable", particulars.executable == Some(true)),
        ("archive", archive),
        ("container", archive && particulars.structured == Some(true)),
        ("firmware", archive && particulars.structured == Some(false)),
    ]
    .into_iter()
    .filter_map(|(word, is_so)| is_so.then_some(word))
    .collect()
}

pub(super) fn is_media_type(words: &str) -> bool {
    words.split_once('/').is_some_and(|(kind, rest)| {
        let signs = |part: &str| {
            !part.is_empty()
                && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$&^_.+-".contains(&byte))
        };
        signs(kind) && signs(rest)
    })
}

/// An absolute address, as `xsd:anyURI` of the schema asks for.
pub(super) fn is_address(words: &str) -> bool {
    words.contains(':') && words.bytes().all(|byte| byte.is_ascii_graphic())
}

/// The reference that has a member of its own, where nothing but an address fits.
fn first<'p>(particulars: &'p Particulars, kind: &str) -> Option<&'p ExternalReference> {
    particulars.external_references.iter().find(|reference| is_bare(reference, kind))
}

fn is_bare(reference: &ExternalReference, kind: &str) -> bool {
    reference.kind == kind && is_address(&reference.url) && reference.comment.is_none()
}

/// The place the component is downloaded from: the digests of what lies there are those of its file.
pub(super) fn distribution(references: &mut [ExternalReference]) -> Option<&mut ExternalReference> {
    references.iter_mut().find(|reference| is_bare(reference, "distribution"))
}

fn reference(stated: &ExternalReference) -> Value {
    let kind = REFERENCES.iter().find(|(word, _)| *word == stated.kind).map_or("other", |(_, kind)| kind);
    let mut written = json!({"type": "ExternalRef", "externalRefType": kind, "locator": [stated.url]});
    if let Some(comment) = &stated.comment {
        written["comment"] = json!(comment);
    }
    written
}

/// The members of `SimpleLicensingText`. Where the text is not known, what stands for it says so.
pub(super) fn licence_text(name: Option<&str>, text: Option<&str>, url: Option<&str>) -> Value {
    let mut written = json!({"simplelicensing_licenseText": text.unwrap_or("NOASSERTION")});
    if let Some(name) = name {
        written["name"] = json!(name);
    }
    if let Some(url) = url {
        written["externalRef"] =
            json!([{"type": "ExternalRef", "externalRefType": "license", "locator": [url]}]);
    }
    written
}

/// `Organization` or `Person`, with how they are reached.
pub(super) fn agent(party: &Party, id: &str) -> Value {
    let kind = match party.kind {
        Some(PartyKind::Person) => "Person",
        Some(PartyKind::Tool) => "SoftwareAgent",
        Some(PartyKind::Organisation) | None => "Organization",
    };
    let mut written = json!({"type": kind, "spdxId": id, "creationInfo": "_:creationinfo"});
    if !party.name.is_empty() {
        written["name"] = json!(party.name);
    }
    let identifier = |kind: &str, words: &str| json!({"type": "ExternalIdentifier", "externalIdentifierType": kind, "identifier": words});
    let mails = party.contacts.iter().filter_map(|contact| contact.email.as_deref());
    let urls = party.urls.iter().map(|url| identifier("urlScheme", url));
    let identifiers: Vec<Value> = mails.map(|mail| identifier("email", mail)).chain(urls).collect();
    if !identifiers.is_empty() {
        written["externalIdentifier"] = json!(identifiers);
    }
    written
}
