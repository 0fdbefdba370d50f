//! What a package or the document says beyond what matching needs, taken from its members as they are written.
//!
//! A member that would be written again otherwise is kept in its own words; of a list, the entries of which that is so.

use proofmark_facts::{
    Component, ComponentKind, ExternalReference, LicenceName, LicenceSense, OwnWords, Particulars, Party,
    PartyKind, Purl, SbomParticulars, StatedLicence, ToolUsed,
};
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::RawValue;

use super::extracted::Extracted;
use super::party::party;
use super::written_document::creators;
use super::written_package::{REFERENCES, checksum, members as written_members};
use crate::digest::digest;
use crate::json::{Words, compact};

/// A member as written: its name and its value.
pub(crate) type Member<'a> = (Words<'a>, &'a RawValue);

/// The member that cannot be kept, and why.
pub(super) type NotKept = (String, serde_json::Error);

/// The value, where it has the shape.
fn shaped<T: DeserializeOwned>(raw: &RawValue) -> Option<T> {
    serde_json::from_str(raw.get()).ok()
}

/// A text that says something.
fn stated(raw: &RawValue) -> Option<String> {
    shaped::<String>(raw).filter(|words| !matches!(words.as_str(), "" | "NOASSERTION" | "NONE"))
}

/// Takes what a package's members say; `further` are the package URLs it has beside its own.
pub(super) fn take_package(
    component: &mut Component,
    members: &[Member<'_>],
    further: &[Purl],
) -> Result<(), NotKept> {
    let mut particulars = Particulars::default();
    for (member, raw) in members {
        take(&mut particulars, component.kind, member, raw);
    }
    // The web page first, then the place it is downloaded from, as they are written.
    let rank = |kind: &str| ["website", "distribution"].iter().position(|known| *known == kind).unwrap_or(2);
    particulars.external_references.sort_by_key(|reference| rank(&reference.kind));
    particulars.external_references.shrink_to_fit();
    particulars.licences.sort_by_key(|licence| licence.sense != Some(LicenceSense::Concluded));
    component.particulars = Some(Box::new(particulars));
    let written = written_members(component, &component.reference, further.iter(), &Extracted::default());
    let written = |member: &str| written.iter().find(|(name, _)| *name == member).map(|(_, value)| value);
    let mut own_words = Vec::new();
    for (member, raw) in members {
        let json = match &**member {
            "SPDXID" => None,
            "externalRefs" => rest(raw, written(member), |entry| is_carried(component, further, entry)),
            "checksums" => rest(raw, written(member), |entry| is_digest_of(component, entry)),
            "primaryPackagePurpose" if raw.get() == "\"OPERATING-SYSTEM\"" => None,
            _ if written(member).is_some_and(|written| same(written, raw)) => None,
            _ => Some(compact(raw).map_err(|error| (member.to_string(), error))?),
        };
        own_words.extend(json.map(|json| OwnWords { member: member.to_string(), json }));
    }
    own_words.sort_by(|one, other| one.member.cmp(&other.member));
    own_words.shrink_to_fit();
    if let Some(particulars) = &mut component.particulars {
        particulars.own_words = own_words;
    }
    Ok(())
}

/// Whether the value is written again as it is.
fn same(written: &Value, raw: &RawValue) -> bool {
    match written {
        // Most values are texts without a sign that is written in two ways.
        Value::String(words) if !raw.get().contains('\\') => {
            raw.get().strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) == Some(words)
        }
        _ => shaped::<Value>(raw).as_ref() == Some(written),
    }
}

/// The entries of a list that are not written from elsewhere; `None` where all are.
fn rest(raw: &RawValue, written: Option<&Value>, carried: impl Fn(&Value) -> bool) -> Option<String> {
    let mut entries = match shaped::<Value>(raw)? {
        Value::Array(entries) => entries,
        Value::Null => return None,
        other => return Some(other.to_string()),
    };
    for entry in entries.iter_mut().filter_map(Value::as_object_mut) {
        // Some writers leave an empty one everywhere.
        if entry.get("comment").and_then(Value::as_str) == Some("") {
            entry.remove("comment");
        }
    }
    let nothing = Vec::new();
    let written = written.and_then(Value::as_array).unwrap_or(&nothing);
    let is_new = |entry: &Value| !written.contains(entry) && !carried(entry);
    let mut rest: Vec<Value> = entries.into_iter().filter(is_new).collect();
    for entry in &mut rest {
        // Version 2.2 wrote some categories with underscores.
        if let Some(category) = entry.get_mut("referenceCategory")
            && matches!(category.as_str(), Some("PERSISTENT_ID" | "PACKAGE_MANAGER"))
        {
            *category = Value::String(category.as_str().unwrap_or_default().replace('_', "-"));
        }
    }
    (!rest.is_empty()).then(|| Value::Array(rest).to_string())
}

fn texts<'v, const COUNT: usize>(entry: &'v Value, members: [&str; COUNT]) -> Option<[&'v str; COUNT]> {
    let all = members.map(|member| entry.get(member).and_then(Value::as_str));
    let only = entry.as_object().is_some_and(|entry| entry.len() == COUNT);
    (only && all.iter().all(Option::is_some)).then(|| all.map(Option::unwrap_or_default))
}

/// A package URL or CPE name that is among those of the component, however it is spelled.
fn is_carried(component: &Component, further: &[Purl], entry: &Value) -> bool {
    let Some([_, kind, locator]) = texts(entry, ["referenceCategory", "referenceType", "referenceLocator"])
    else {
        return false;
    };
    match kind.strip_prefix("http://spdx.org/rdf/references/").unwrap_or(kind) {
        "purl" => locator
            .trim()
            .parse()
            .is_ok_and(|purl: Purl| component.purl.iter().chain(further).any(|known| *known == purl)),
        "cpe23Type" => locator.starts_with("cpe:2.3:") && component.cpes().any(|cpe| cpe == locator),
        "cpe22Type" => !locator.starts_with("cpe:2.3:") && component.cpes().any(|cpe| cpe == locator),
        _ => false,
    }
}

fn is_digest_of(component: &Component, entry: &Value) -> bool {
    let Some([algorithm, value]) = texts(entry, ["algorithm", "checksumValue"]) else { return false };
    digest(algorithm, value)
        .is_some_and(|digest| component.digests.contains(&digest) && checksum(&digest).is_some())
}

fn take(particulars: &mut Particulars, kind: ComponentKind, member: &str, raw: &RawValue) {
    match member {
        "supplier" => particulars.supplier = stated(raw).as_deref().and_then(party),
        "originator" => particulars.manufacturer = stated(raw).as_deref().and_then(party),
        "licenseConcluded" => licence(particulars, raw, LicenceSense::Concluded),
        "licenseDeclared" => licence(particulars, raw, LicenceSense::Declared),
        "copyrightText" => particulars.copyright = stated(raw),
        "description" => particulars.description = shaped(raw),
        "packageFileName" => {
            let name = stated(raw).map(|path| path.rsplit('/').next().unwrap_or_default().to_owned());
            particulars.file_name = name.filter(|name| !name.is_empty());
        }
        "homepage" => refer(particulars, "website", stated(raw)),
        "downloadLocation" => refer(particulars, "distribution", stated(raw)),
        "externalRefs" => {
            for entry in shaped::<Vec<Value>>(raw).unwrap_or_default() {
                particulars.external_references.extend(reference(&entry));
            }
        }
        "primaryPackagePurpose" if kind == ComponentKind::File && raw.get() == "\"ARCHIVE\"" => {
            particulars.archive = Some(true);
        }
        "releaseDate" => particulars.released_at = stated(raw).and_then(|at| at.parse().ok()),
        "builtDate" => particulars.built_at = stated(raw).and_then(|at| at.parse().ok()),
        "validUntilDate" => particulars.valid_until = stated(raw).and_then(|at| at.parse().ok()),
        _ => {}
    }
}

fn licence(particulars: &mut Particulars, raw: &RawValue, sense: LicenceSense) {
    let Some(words) = stated(raw) else { return };
    let (named, sense) = (LicenceName::Expression(words), Some(sense));
    particulars.licences.push(StatedLicence { named, sense, ..StatedLicence::default() });
}

fn refer(particulars: &mut Particulars, kind: &str, url: Option<String>) {
    let reference = |url| ExternalReference { kind: kind.to_owned(), url, ..ExternalReference::default() };
    particulars.external_references.extend(url.map(reference));
}

/// A reference of a type that other formats know as well.
fn reference(entry: &Value) -> Option<ExternalReference> {
    let word = |member| entry.get(member).and_then(Value::as_str);
    let kind = match (word("referenceCategory")?, word("referenceType")?) {
        ("SECURITY", "advisory") => "advisories",
        ("OTHER", kind) if !matches!(kind, "website" | "distribution" | "advisories") => {
            REFERENCES.iter().find(|known| **known == kind)?
        }
        _ => return None,
    };
    Some(ExternalReference {
        kind: kind.to_owned(),
        url: word("referenceLocator")?.to_owned(),
        comment: word("comment").map(str::to_owned),
        digests: Vec::new(),
    })
}

/// Takes what the document's own members say, but for packages and relationships.
pub(super) fn take_document(members: &[Member<'_>]) -> Result<SbomParticulars, NotKept> {
    let mut particulars = SbomParticulars::default();
    for (member, raw) in members {
        let kept = match &**member {
            // What stands in the SBOM itself, or is written anew.
            "spdxVersion" | "SPDXID" | "documentNamespace" => continue,
            "name" => {
                particulars.name = shaped(raw);
                particulars.name.is_some()
            }
            "dataLicense" => {
                particulars.licences = shaped(raw).map(of_data).into_iter().collect();
                raw.get() == "\"CC0-1.0\""
            }
            "creationInfo" => {
                take_creation(&mut particulars, raw)?;
                continue;
            }
            "hasExtractedLicensingInfos" => {
                let entries = shaped::<Vec<Value>>(raw).unwrap_or_default();
                particulars.licence_texts = entries.iter().filter_map(licence_text).collect();
                let is_plain = |entry: &Value| {
                    entry.as_object().is_some_and(|entry| entry.len() == 2) && licence_text(entry).is_some()
                };
                entries.iter().all(is_plain) && !entries.is_empty()
            }
            _ => false,
        };
        if !kept {
            let mut json = compact(raw).map_err(|error| (member.to_string(), error))?;
            // Written among others, and so with its members in order.
            if let ("hasExtractedLicensingInfos", Some(entries)) = (&**member, shaped::<Value>(raw)) {
                json = entries.to_string();
            }
            particulars.own_words.push(OwnWords { member: member.to_string(), json });
        }
    }
    if particulars.licences.is_empty() {
        // The only one an SPDX document may have (section 6.2).
        particulars.licences.push(of_data("CC0-1.0".to_owned()));
    }
    Ok(particulars)
}

fn of_data(id: String) -> StatedLicence {
    StatedLicence { named: LicenceName::Id(id), ..StatedLicence::default() }
}

fn licence_text(entry: &Value) -> Option<StatedLicence> {
    let word = |member| entry.get(member).and_then(Value::as_str).map(str::to_owned);
    Some(StatedLicence {
        named: LicenceName::Name(word("licenseId")?),
        sense: None,
        text: word("extractedText"),
        url: entry.get("seeAlsos").and_then(|all| all.get(0)).and_then(Value::as_str).map(str::to_owned),
    })
}

fn take_creation(particulars: &mut SbomParticulars, raw: &RawValue) -> Result<(), NotKept> {
    let within = |member: &str| format!("creationInfo/{member}");
    let members: std::collections::BTreeMap<String, &RawValue> =
        serde_json::from_str(raw.get()).map_err(|error| ("creationInfo".to_owned(), error))?;
    for (member, raw) in members {
        let kept = match member.as_str() {
            "creators" => {
                let all = shaped::<Vec<String>>(raw).unwrap_or_default();
                for party in all.iter().filter_map(|written| party(written)) {
                    take_creator(particulars, party);
                }
                creators(particulars) == all
            }
            "created" => stated(raw).and_then(|at| at.parse::<jiff::Timestamp>().ok()).is_some_and(|at| {
                super::written_package::instant(at).as_str() == shaped::<String>(raw).as_deref()
            }),
            _ => false,
        };
        if !kept {
            compact(raw).map_err(|error| (within(&member), error))?;
            let json = shaped::<Value>(raw).unwrap_or_default().to_string();
            particulars.own_words.push(OwnWords { member: within(&member), json });
        }
    }
    Ok(())
}

fn take_creator(particulars: &mut SbomParticulars, party: Party) {
    match party.kind {
        Some(PartyKind::Tool) => {
            let split = party.name.rsplit_once('-').filter(|(name, version)| {
                let begins = version.bytes().next();
                !name.is_empty() && begins.is_some_and(|byte| byte.is_ascii_digit() || byte == b'v')
            });
            let (name, version) =
                split.map_or((party.name.as_str(), None), |(name, version)| (name, Some(version)));
            let (name, version) = (name.to_owned(), version.map(str::to_owned));
            particulars.tools.push(ToolUsed { vendor: None, name, version });
        }
        Some(PartyKind::Organisation) if particulars.manufacturer.is_none() => {
            particulars.manufacturer = Some(party);
        }
        _ => particulars.authors.push(party),
    }
}
