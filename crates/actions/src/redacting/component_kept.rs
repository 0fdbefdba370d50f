//! What stays of a component that stays: only what is known to be fit for publication, member by member. What a format alone can say
//! may hold anything, so of that only what the policy names stays.

use proofmark_facts::{Component, OwnWords, Particulars, Purl, fits_one};
use proofmark_text::text;
use serde_json::{Value, json};

use super::removed::Removing;
use super::withheld::properties;

/// Qualifiers of package URLs that tell what a package is, not where it lies.
const TELLING_QUALIFIERS: [&str; 12] = [
    "arch",
    "build",
    "channel",
    "classifier",
    "distro",
    "epoch",
    "ext",
    "os",
    "platform",
    "subdir",
    "type",
    "upstream",
];

/// Takes out of the component what does not stay.
pub(crate) fn keep_of_component(component: &mut Component, removing: &mut Removing<'_>) {
    let kept = std::mem::take(&mut component.particulars).map(|particulars| *particulars).unwrap_or_default();
    let had_supplier = kept.supplier.is_some();
    let mut kept = keep_of_particulars(kept, component, removing);
    if had_supplier {
        component.supplier = kept.supplier.as_ref().map(|party| party.name.clone());
    } else if let Some(name) = component.supplier.take() {
        let mut party = Some(proofmark_facts::Party::named(name));
        removing.party("supplier", &mut party);
        component.supplier = party.as_ref().map(|party| party.name.clone());
        kept.supplier = party;
    }
    version(component, removing);
    if let Some(purl) = &mut component.purl {
        purl_kept(purl, removing);
    }
    if !removing.policy.keep.hashes && !component.digests.is_empty() {
        component.digests.clear();
        removing.note("hashes", text!("redact-not-kept"));
    }
    // Where a component comes from is an address, and a commit of a repository nobody sees says nothing.
    let before = component.revisions.len();
    component.revisions.retain(|revision| {
        revision.repository.as_ref().is_some_and(|repository| removing.is_kept_address(repository))
            && !removing.mentions.are_in(&revision.at)
    });
    if component.revisions.len() < before {
        removing.note("revisions", text!("redact-address"));
    }
    let before = component.licences.len();
    component.licences.retain(|words| !removing.mentions.are_in(words));
    if component.licences.len() < before {
        removing.note("licenses", text!("redact-names-withheld"));
    }
    component.doubt = None;
    component.particulars = Some(Box::new(kept));
}

/// A version that is an address, as package managers write for what they fetch from repositories.
fn version(component: &mut Component, removing: &mut Removing<'_>) {
    let tells = |version: &String| {
        let is_address = version.contains("://") || version.starts_with("file:") || version.contains('@');
        (is_address && !removing.is_kept_address(version)) || removing.mentions.are_in(version)
    };
    let purls = component.purl.as_ref().and_then(|purl| purl.version.as_ref());
    if !component.version.iter().chain(purls).any(tells) {
        return;
    }
    component.version = None;
    if let Some(purl) = &mut component.purl {
        purl.version = None;
    }
    if component.cpe.take().is_some() || !component.more_cpes.is_empty() {
        component.more_cpes.clear();
        removing.note("cpe", text!("redact-address"));
    }
    removing.note("version", text!("redact-address"));
}

fn purl_kept(purl: &mut Purl, removing: &mut Removing<'_>) {
    let keep = &removing.policy.keep;
    let before = purl.qualifiers.len();
    let stays = |key: &str, value: &str| {
        let by_kind = match key {
            "repository_url" | "download_url" | "vcs_url" => {
                // A registry is often named without a scheme.
                let address =
                    if value.contains("://") { value.to_owned() } else { format!("https://{value}") };
                return removing.is_kept_address(&address) && !removing.mentions.are_in(value);
            }
            "file_name" => keep.file_names,
            "checksum" => keep.hashes,
            key => TELLING_QUALIFIERS.contains(&key),
        };
        by_kind && !removing.mentions.are_in(value)
    };
    purl.qualifiers.retain(|key, value| stays(key, value));
    if purl.qualifiers.len() < before {
        removing.note("purl", text!("redact-purl"));
    }
    // Of Go a subpath is a package, of others a path.
    let is_path = purl.kind != "golang" && !keep.file_names;
    if purl.subpath.as_ref().is_some_and(|path| is_path || removing.mentions.are_in(path)) {
        purl.subpath = None;
        removing.note("purl", text!("redact-purl"));
    }
}

fn keep_of_particulars(
    mut said: Particulars,
    component: &Component,
    removing: &mut Removing<'_>,
) -> Particulars {
    let keep = &removing.policy.keep;
    removing.text("description", &mut said.description, keep.descriptions);
    removing.text("copyright", &mut said.copyright, true);
    removing.party("supplier", &mut said.supplier);
    removing.party("manufacturer", &mut said.manufacturer);
    removing.text("publisher", &mut said.publisher, keep.persons);
    if !keep.persons && !said.authors.is_empty() {
        said.authors.clear();
        removing.note("authors", text!("redact-person"));
    }
    removing.parties("authors", &mut said.authors);
    removing.text("file name", &mut said.file_name, keep.file_names);
    removing.text("media type", &mut said.media_type, true);
    licences(&mut said.licences, removing);
    references(&mut said.external_references, removing);
    said.own_words = own_words(&said.own_words, component, removing);
    said
}

/// Licences without what names something withheld, or lies at an address that is not kept.
pub(super) fn licences(licences: &mut Vec<proofmark_facts::StatedLicence>, removing: &mut Removing<'_>) {
    let before = licences.len();
    licences.retain(|licence| !removing.mentions.are_in(licence.named.as_str()));
    if licences.len() < before {
        removing.note("licenses", text!("redact-names-withheld"));
    }
    for licence in licences {
        removing.text("licenses/text", &mut licence.text, true);
        removing.address("licenses/url", &mut licence.url);
    }
}

/// References to what anybody can reach.
pub(super) fn references(
    references: &mut Vec<proofmark_facts::ExternalReference>,
    removing: &mut Removing<'_>,
) {
    let keep = &removing.policy.keep;
    let all = std::mem::take(references);
    for mut reference in all {
        if !removing.is_kept_address(&reference.url) {
            removing.note(&format!("externalReferences/{}", reference.kind), text!("redact-address"));
            continue;
        }
        removing.text("externalReferences/comment", &mut reference.comment, keep.descriptions);
        if !keep.hashes && !reference.digests.is_empty() {
            reference.digests.clear();
            removing.note("externalReferences/hashes", text!("redact-not-kept"));
        }
        references.push(reference);
    }
}

/// Of properties those the policy names; nothing else.
fn own_words(all: &[OwnWords], component: &Component, removing: &mut Removing<'_>) -> Vec<OwnWords> {
    let names = &removing.policy.keep.properties;
    let mut kept = Vec::new();
    for words in all {
        if words.member != "properties" || names.is_empty() {
            removing.note(&words.member, text!("redact-not-kept"));
            continue;
        }
        let with_words = Component {
            particulars: Some(Box::new(Particulars {
                own_words: vec![words.clone()],
                ..Particulars::default()
            })),
            ..Component { name: component.name.clone(), ..Component::default() }
        };
        let stays: Vec<Value> = properties(&with_words)
            .into_iter()
            .filter_map(|property| {
                let name = property.name?;
                let value = property.value.unwrap_or_default();
                let stays = fits_one(names, &name)
                    && !removing.mentions.are_in(&name)
                    && !removing.mentions.are_in(&value);
                if !stays {
                    removing.note(&format!("properties/{name}"), text!("redact-not-kept"));
                }
                stays.then(|| json!({"name": name, "value": value}))
            })
            .collect();
        if !stays.is_empty() {
            kept.push(OwnWords { member: "properties".to_owned(), json: Value::from(stays).to_string() });
        }
    }
    kept
}
