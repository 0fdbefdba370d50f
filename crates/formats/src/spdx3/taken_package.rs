//! What a package says beyond what matching needs, with its licences and the file it is delivered as.

use std::collections::HashMap;

use proofmark_facts::{
    Component, ExternalReference, LicenceName, LicenceSense, OwnWords, Particulars, Party, PartyKind, Purl,
    Sbom, SbomParticulars, StatedLicence,
};
use serde_json::Value;
use serde_json::value::RawValue;

use super::item::{Fate, Item, NotKept, PACKAGE};
use super::known::{Known, KnownLicence, value};
use super::own_elements::Renamed;
use super::taken_relations::{Relation, Relations};
use super::written_package::{REFERENCES, distribution, file, hash, package};
use crate::digest::digest;
use crate::json::compact;
use crate::spdx::{Members, as_id, further_of};

/// The document as it is looked at.
pub(super) struct Reading<'r, 'a> {
    pub(super) items: &'r [Item<'a>],
    pub(super) known: &'r Known<'r>,
    pub(super) relations: &'r Relations,
    pub(super) renamed: &'r Renamed,
}

/// Names of licence texts, with the text each stands for: its name, the text and its address.
type Texts = HashMap<String, (Option<String>, Option<String>, Option<String>)>;

/// Takes what every package says.
pub(super) fn take_packages(
    sbom: &mut Sbom,
    particulars: &mut SbomParticulars,
    reading: &Reading<'_, '_>,
    fate: &mut Fate,
) -> Result<(), NotKept> {
    let mut further: HashMap<u32, Vec<Purl>> = HashMap::new();
    for (component, of) in sbom.components.iter().zip(further_of(sbom)) {
        if let (Some(of), Some(purl)) = (of, &component.purl) {
            further.entry(of).or_default().push(purl.clone());
        }
    }
    let mut texts = Texts::new();
    for (place, index) in (0_u32..).zip(&reading.known.elements) {
        let Some(component) = sbom.components.get_mut(place as usize) else { break };
        let item = &reading.items[*index];
        let members: Members<'_> =
            serde_json::from_str(item.raw.get()).map_err(|error| (format!("/@graph/{index}"), error))?;
        component.particulars = Some(Box::default());
        fate.taken[*index] = true;
        for (member, raw) in &members.0 {
            take(component, member, raw, reading.known);
        }
        // Relationships lead to the first package that is called so.
        if reading.known.packages.get(&*item.id) == Some(&place) {
            take_licences(component, particulars, place, reading, &mut texts, fate);
            take_file(component, place, reading, fate)?;
        }
        order(component);
        let written = package(component, further.get(&place).map_or(&[], Vec::as_slice));
        let mut own_words = Vec::new();
        for (member, raw) in &members.0 {
            let json = own_words_of(component, member, raw, &written, reading, fate)
                .map_err(|error| (format!("/@graph/{index}/{}", &**member), error))?;
            own_words.extend(json.map(|json| OwnWords { member: member.to_string(), json }));
        }
        own_words.sort_by(|one, other| one.member.cmp(&other.member));
        own_words.shrink_to_fit();
        if let Some(said) = component.particulars.as_deref_mut() {
            said.own_words = own_words;
        }
    }
    Ok(())
}

fn shaped<T: serde::de::DeserializeOwned>(raw: &RawValue) -> Option<T> {
    serde_json::from_str(raw.get()).ok()
}

/// A text that says something.
fn stated(raw: &RawValue) -> Option<String> {
    shaped::<String>(raw).filter(|words| !matches!(words.as_str(), "" | NOTHING_SAID | "NONE"))
}

/// What says no more than that nothing is said, as no member and no relationship does (`copyrightText`, `hasDeclaredLicense`).
const NOTHING_SAID: &str = "NOASSERTION";

fn take(component: &mut Component, member: &str, raw: &RawValue, known: &Known<'_>) {
    let Some(said) = component.particulars.as_deref_mut() else { return };
    let at = |raw| shaped::<String>(raw).and_then(|at| at.parse().ok());
    match member {
        "description" => said.description = shaped(raw),
        "software_copyrightText" => said.copyright = stated(raw),
        "software_homePage" => refer(said, "website", raw),
        "software_downloadLocation" => refer(said, "distribution", raw),
        "releaseTime" => said.released_at = at(raw),
        "builtTime" => said.built_at = at(raw),
        "validUntilTime" => said.valid_until = at(raw),
        "software_additionalPurpose" => take_purposes(said, &shaped::<Vec<String>>(raw).unwrap_or_default()),
        "externalRef" => {
            let entries: Vec<Value> = shaped(raw).unwrap_or_default();
            said.external_references.extend(entries.iter().filter_map(reference));
        }
        "suppliedBy" => {
            said.supplier = shaped::<String>(raw).and_then(|id| known.agents.get(id.as_str()).cloned());
        }
        "originatedBy" => {
            let makers = parties(&shaped::<Vec<String>>(raw).unwrap_or_default(), known);
            (said.manufacturer, said.authors) = makers;
        }
        _ => {}
    }
}

/// The parties: an organisation that comes first, and the others.
pub(super) fn parties(ids: &[String], known: &Known<'_>) -> (Option<Party>, Vec<Party>) {
    let mut all: Vec<Party> = ids.iter().filter_map(|id| known.agents.get(id.as_str()).cloned()).collect();
    let is_led = all.first().is_some_and(|party| party.kind == Some(PartyKind::Organisation));
    let first = if is_led { Some(all.remove(0)) } else { None };
    (first, all)
}

fn refer(said: &mut Particulars, kind: &str, raw: &RawValue) {
    let reference = |url| ExternalReference { kind: kind.to_owned(), url, ..ExternalReference::default() };
    // Before others of its kind, whichever member stands first.
    if let Some(url) = stated(raw) {
        said.external_references.insert(0, reference(url));
    }
}

fn take_purposes(said: &mut Particulars, purposes: &[String]) {
    let has = |word: &str| purposes.iter().any(|purpose| purpose == word);
    said.executable = has("executable").then_some(true).or(said.executable);
    if has("archive") {
        said.archive = Some(true);
        said.structured = match (has("container"), has("firmware")) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            _ => None,
        };
    }
}

/// A reference to one address.
fn reference(entry: &Value) -> Option<ExternalReference> {
    let members = entry.as_object()?;
    let is_known =
        |member: &String| ["type", "externalRefType", "locator", "comment"].contains(&member.as_str());
    let word = |member: &str| members.get(member).and_then(Value::as_str);
    let kind = word("externalRefType")?;
    let kind = REFERENCES.iter().find(|(_, written)| *written == kind).map(|(kind, _)| *kind);
    let kind = kind.or((word("externalRefType") == Some("other")).then_some("other"))?;
    match members.get("locator").and_then(Value::as_array).map(Vec::as_slice) {
        Some([Value::String(url)]) if members.keys().all(is_known) => Some(ExternalReference {
            kind: kind.to_owned(),
            url: url.clone(),
            comment: word("comment").map(str::to_owned),
            digests: Vec::new(),
        }),
        _ => None,
    }
}

/// The web page first, then the place it is downloaded from, as they are written.
fn order(component: &mut Component) {
    let Some(said) = component.particulars.as_deref_mut() else { return };
    let rank = |it: &ExternalReference| match (it.kind.as_str(), it.comment.is_some()) {
        ("website", false) => 0,
        ("distribution", false) => 1,
        _ => 2,
    };
    said.external_references.sort_by_key(rank);
    said.licences.sort_by_key(|licence| licence.sense != Some(LicenceSense::Concluded));
}

/// What of a member is not written again from what was taken.
fn own_words_of(
    component: &Component,
    member: &str,
    raw: &RawValue,
    written: &Value,
    reading: &Reading<'_, '_>,
    fate: &mut Fate,
) -> Result<Option<String>, serde_json::Error> {
    let known = reading.known;
    let mut all_plain = |ids: &[String]| {
        let plain = !ids.is_empty() && ids.iter().all(|id| known.is_plain_id(id));
        if plain {
            fate.used.extend(ids.iter().cloned());
        }
        plain
    };
    let is_taken = match member {
        // A model or a data set stays one.
        "type" => shaped::<String>(raw).as_deref() == Some(PACKAGE),
        "spdxId" => true,
        "creationInfo" => {
            let made = shaped::<String>(raw);
            if made.is_none() || made.as_deref() != known.creation.as_deref() {
                return compact(raw).map(|json| Some(reading.renamed.in_member(json)));
            }
            true
        }
        "suppliedBy" => shaped::<String>(raw).is_some_and(|id| all_plain(&[id])),
        "originatedBy" => shaped::<Vec<String>>(raw).is_some_and(|ids| all_plain(&ids)),
        "software_packageUrl" => {
            let read = shaped::<String>(raw).and_then(|url| url.trim().parse::<Purl>().ok());
            read.is_some() && read == component.purl
        }
        "verifiedUsing" | "externalIdentifier" | "externalRef" => {
            compact(raw)?;
            return Ok(rest(raw, written.get(member), component, written));
        }
        "software_copyrightText" | "software_homePage" | "software_downloadLocation"
            if shaped::<String>(raw).as_deref() == Some(NOTHING_SAID) =>
        {
            true
        }
        _ => shaped::<Value>(raw).is_some_and(|value| written.get(member) == Some(&value)),
    };
    if is_taken { Ok(None) } else { compact(raw).map(Some) }
}

/// The entries of a list that are not written from elsewhere; `None` where all are.
fn rest(raw: &RawValue, list: Option<&Value>, component: &Component, written: &Value) -> Option<String> {
    let entries = match shaped::<Value>(raw)? {
        Value::Array(entries) => entries,
        Value::Null => return None,
        other => return Some(Value::Array(vec![other]).to_string()),
    };
    let list = list.and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let is_elsewhere = |entry: &Value| {
        let of = |kind: &str, member: &str| {
            reference(entry).is_some_and(|it| {
                it.kind == kind && it.comment.is_none() && written.get(member) == Some(&Value::from(it.url))
            })
        };
        of("website", "software_homePage")
            || of("distribution", "software_downloadLocation")
            || is_name_of(component, entry)
            || is_digest_of(component, entry)
    };
    let rest: Vec<Value> =
        entries.into_iter().filter(|entry| !list.contains(entry) && !is_elsewhere(entry)).collect();
    (!rest.is_empty()).then(|| Value::Array(rest).to_string())
}

fn texts<'v>(entry: &'v Value, members: [&str; 2]) -> Option<[&'v str; 2]> {
    let is_known = |member: &String| member == "type" || members.contains(&member.as_str());
    let all = members.map(|member| entry.get(member).and_then(Value::as_str));
    let only = entry.as_object().is_some_and(|entry| entry.keys().all(is_known));
    (only && all.iter().all(Option::is_some)).then(|| all.map(Option::unwrap_or_default))
}

/// A package URL or CPE name that is among those of the component, however it is spelled.
fn is_name_of(component: &Component, entry: &Value) -> bool {
    let Some([kind, written]) = texts(entry, ["externalIdentifierType", "identifier"]) else { return false };
    match kind {
        "packageUrl" | "purl" => {
            written.trim().parse::<Purl>().is_ok_and(|purl| component.purl.as_ref() == Some(&purl))
        }
        "cpe23" => written.starts_with("cpe:2.3:") && component.cpes().any(|cpe| cpe == written),
        "cpe22" => !written.starts_with("cpe:2.3:") && component.cpes().any(|cpe| cpe == written),
        _ => false,
    }
}

fn is_digest_of(component: &Component, entry: &Value) -> bool {
    let Some([algorithm, value]) = texts(entry, ["algorithm", "hashValue"]) else { return false };
    let is_plain = entry.get("type").and_then(Value::as_str).is_none_or(|kind| kind == "Hash");
    is_plain
        && digest(&algorithm.replace('_', "-"), value)
            .is_some_and(|digest| component.digests.contains(&digest) && hash(&digest).is_some())
}

fn take_licences(
    component: &mut Component,
    particulars: &mut SbomParticulars,
    place: u32,
    reading: &Reading<'_, '_>,
    texts: &mut Texts,
    fate: &mut Fate,
) {
    let mut licences = Vec::new();
    let mut senses = Vec::new();
    for relation in reading.relations.beside(place) {
        let sense = match relation.kind.as_str() {
            "hasDeclaredLicense" => LicenceSense::Declared,
            "hasConcludedLicense" => LicenceSense::Concluded,
            _ => continue,
        };
        let is_first = !senses.contains(&sense);
        senses.push(sense);
        for id in &relation.to {
            let Some(mut licence) = licence(id, reading.known) else { continue };
            licence.sense = Some(sense);
            let is_only =
                is_first && relation.is_plain && relation.completeness.is_none() && relation.to.len() == 1;
            let known = reading.known.licences.get(id.as_str()).filter(|_| reading.known.is_plain_id(id));
            if let Some(known) = known.filter(|_| is_only)
                && let Some(named) = take_texts(particulars, known, reading.known, texts, fate)
            {
                if let Some((name, text, url)) = named {
                    licence.named = LicenceName::Name(name);
                    (licence.text, licence.url) = (text, url);
                }
                fate.used.insert(id.clone());
                fate.taken[relation.index] = licence.named.as_str() != "NONE";
            }
            if !matches!(licence.named.as_str(), NOTHING_SAID | "NONE") {
                licences.push(licence);
            }
        }
    }
    if let Some(said) = component.particulars.as_deref_mut() {
        said.licences = licences;
    }
}

fn licence(id: &str, known: &Known<'_>) -> Option<StatedLicence> {
    if let Some(licence) = known.licences.get(id) {
        let named = LicenceName::Expression(licence.words.clone());
        return Some(StatedLicence { named, ..StatedLicence::default() });
    }
    if let Some(listed) =
        id.strip_prefix("https://spdx.org/licenses/").or(id.strip_prefix("http://spdx.org/licenses/"))
    {
        let named = LicenceName::Expression(listed.to_owned());
        return Some(StatedLicence { named, ..StatedLicence::default() });
    }
    let text = known.texts.get(id)?;
    Some(StatedLicence {
        named: LicenceName::Name(text.name.clone()?),
        sense: None,
        text: text.text.clone(),
        url: text.url.clone(),
    })
}

/// A licence's own name, its text and its address, where the expression is nothing but its reference.
type Named = Option<(String, Option<String>, Option<String>)>;

/// Takes the texts the expression speaks of; `None` where they would be written otherwise.
fn take_texts(
    particulars: &mut SbomParticulars,
    licence: &KnownLicence,
    known: &Known<'_>,
    texts: &mut Texts,
    fate: &mut Fate,
) -> Option<Named> {
    let mut named = None;
    let mut found = Vec::new();
    let words: Vec<&str> = licence.words.split([' ', '(', ')', '+']).collect();
    for (key, id) in &licence.texts {
        let text = known.texts.get(id.as_str()).filter(|_| known.is_plain_id(id))?;
        let name_of = key.strip_prefix("LicenseRef-")?;
        if as_id(name_of) != name_of || !words.contains(&key.as_str()) {
            return None;
        }
        if let Some(name) = &text.name {
            if licence.words != *key || as_id(name) != name_of || name.starts_with("LicenseRef-") {
                return None;
            }
            named = Some((name.clone(), text.text.clone(), text.url.clone()));
        }
        let value = (text.name.clone(), text.text.clone(), text.url.clone());
        if texts.get(key).is_some_and(|known| *known != value) {
            return None;
        }
        found.push((key, id, value));
    }
    for (key, id, value) in found {
        fate.used.insert(id.clone());
        if texts.insert(key.clone(), value.clone()).is_none() && value.0.is_none() {
            let (_, text, url) = value;
            let name = LicenceName::Name(key.clone());
            particulars.licence_texts.push(StatedLicence { named: name, sense: None, text, url });
        }
    }
    Some(named)
}

/// Takes the file the package is delivered as.
fn take_file(
    component: &mut Component,
    place: u32,
    reading: &Reading<'_, '_>,
    fate: &mut Fate,
) -> Result<(), NotKept> {
    let is_file = |relation: &&Relation| relation.kind == "hasDistributionArtifact";
    let Some(relation) = reading.relations.beside(place).find(is_file) else { return Ok(()) };
    let Some(index) = relation.to.first().and_then(|id| reading.known.files.get(id.as_str())) else {
        return Ok(());
    };
    let element = value(&reading.items[*index], *index)?;
    let digests: Vec<(String, String)> = element
        .get("verifiedUsing")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|hash| {
            let word = |member| hash.get(member).and_then(Value::as_str);
            digest(&word("algorithm")?.replace('_', "-"), word("hashValue")?)
        })
        .collect();
    let is_of_package = digests == component.digests;
    let Some(said) = component.particulars.as_deref_mut() else { return Ok(()) };
    let word = |member: &str| element.get(member).and_then(Value::as_str).map(str::to_owned);
    said.file_name = word("name").filter(|name| !name.is_empty());
    said.media_type = word("contentType");
    let purposes = element.get("software_additionalPurpose").and_then(Value::as_array).into_iter().flatten();
    let purposes: Vec<String> = purposes.filter_map(Value::as_str).map(str::to_owned).collect();
    take_purposes(said, &purposes);
    if let Some(delivered) = distribution(&mut said.external_references).filter(|_| !is_of_package) {
        delivered.digests = digests;
    }
    let is_plain = relation.is_plain
        && relation.to.len() == 1
        && relation.completeness.as_deref() == Some("complete")
        && element.get("creationInfo").and_then(Value::as_str) == reading.known.creation.as_deref();
    let written = component.particulars.as_deref().and_then(|said| file(component, said));
    let mut plain = element;
    if let Some(members) = plain.as_object_mut() {
        members.retain(|member, _| !matches!(member.as_str(), "type" | "spdxId" | "creationInfo"));
    }
    // A file of several packages is none of theirs alone.
    if is_plain && written == Some(plain) && !fate.taken[*index] {
        fate.taken[relation.index] = true;
        fate.taken[*index] = true;
    }
    Ok(())
}
