//! What the graph calls by an identifier: packages, parties, tools, licences and their texts, files.

use std::collections::{HashMap, HashSet};

use proofmark_facts::{Party, PartyKind, ReachedBy, Sbom};
use serde_json::Value;

use super::item::{Item, NotKept, is_package};
use super::written_package::agent;
use crate::json::compact;

/// A licence expression.
pub(super) struct KnownLicence {
    pub(super) words: String,
    /// Under which names it speaks of which texts.
    pub(super) texts: Vec<(String, String)>,
}

/// A licence text.
pub(super) struct KnownText {
    pub(super) name: Option<String>,
    pub(super) text: Option<String>,
    pub(super) url: Option<String>,
}

/// What is called by an identifier. What says more than is taken of it is known all the same.
#[derive(Default)]
pub(super) struct Known<'a> {
    /// Places of packages among the components.
    pub(super) packages: HashMap<&'a str, u32>,
    /// The components' elements, in order.
    pub(super) elements: Vec<usize>,
    pub(super) agents: HashMap<&'a str, Party>,
    pub(super) tools: HashMap<&'a str, String>,
    pub(super) licences: HashMap<&'a str, KnownLicence>,
    pub(super) texts: HashMap<&'a str, KnownText>,
    pub(super) files: HashMap<&'a str, usize>,
    /// What the information on how the document was made is called.
    pub(super) creation: Option<String>,
    /// Elements of which everything that is said is taken, where they are spoken of.
    plain: HashSet<&'a str>,
    plain_at: HashSet<usize>,
}

impl<'a> Known<'a> {
    pub(super) fn of(items: &'a [Item<'_>], sbom: &Sbom) -> Result<Self, NotKept> {
        let creation = items.iter().find(|item| &*item.kind == "CreationInfo");
        let mut known = Self { creation: creation.map(|item| item.id.to_string()), ..Self::default() };
        let mut seen = HashSet::new();
        for (index, item) in items.iter().enumerate() {
            let id: &'a str = &item.id;
            let is_first = seen.insert(id);
            match &*item.kind {
                class if is_package(class) => {
                    let place = known.elements.len();
                    known.elements.push(index);
                    if let Ok(place) = u32::try_from(place)
                        && (place as usize) < sbom.components.len()
                    {
                        known.packages.entry(id).or_insert(place);
                    }
                }
                "software_File" => _ = known.files.entry(id).or_insert(index),
                "Organization"
                | "Person"
                | "SoftwareAgent"
                | "Agent"
                | "Tool"
                | "simplelicensing_LicenseExpression"
                | "simplelicensing_SimpleLicensingText" => {
                    let element = value(item, index)?;
                    let is_plain = known.named(id, &item.kind, &element);
                    // Of two that are called the same, neither is what is meant.
                    if !is_first {
                        known.plain.remove(id);
                    } else if is_plain && !id.is_empty() {
                        known.plain.insert(id);
                        known.plain_at.insert(index);
                    }
                }
                _ => {}
            }
        }
        Ok(known)
    }

    /// Takes what the element says, and whether that is all.
    fn named(&mut self, id: &'a str, kind: &str, element: &Value) -> bool {
        let is_of_document = element.get("creationInfo").and_then(Value::as_str) == self.creation.as_deref();
        let word = |member: &str| element.get(member).and_then(Value::as_str).map(str::to_owned);
        let says_only = |members: &[&str]| {
            let is_known = |member: &String| {
                matches!(member.as_str(), "type" | "spdxId" | "creationInfo")
                    || members.contains(&member.as_str())
            };
            is_of_document && element.as_object().is_some_and(|all| all.keys().all(is_known))
        };
        match kind {
            "Tool" => {
                self.tools.insert(id, word("name").unwrap_or_default());
                says_only(&["name"]) && word("name").is_some()
            }
            "simplelicensing_LicenseExpression" => {
                let texts: Vec<(String, String)> = element
                    .get("simplelicensing_customIdToUri")
                    .and_then(Value::as_array)
                    .into_iter()
                    .flatten()
                    .filter_map(|entry| {
                        let word = |member| entry.get(member).and_then(Value::as_str).map(str::to_owned);
                        Some((word("key")?, word("value")?))
                    })
                    .collect();
                let words = word("simplelicensing_licenseExpression").unwrap_or_default();
                let is_plain = !words.trim().is_empty()
                    && says_only(&["simplelicensing_licenseExpression", "simplelicensing_customIdToUri"]);
                self.licences.insert(id, KnownLicence { words, texts });
                is_plain
            }
            "simplelicensing_SimpleLicensingText" => {
                let text = KnownText {
                    name: word("name"),
                    text: word("simplelicensing_licenseText").filter(|text| text != "NOASSERTION"),
                    url: element
                        .pointer("/externalRef/0/locator/0")
                        .and_then(Value::as_str)
                        .map(str::to_owned),
                };
                let written = super::written_package::licence_text(
                    text.name.as_deref(),
                    text.text.as_deref(),
                    text.url.as_deref(),
                );
                let is_same = ["name", "externalRef", "simplelicensing_licenseText"]
                    .iter()
                    .all(|member| element.get(member) == written.get(member));
                self.texts.insert(id, text);
                is_same && says_only(&["name", "externalRef", "simplelicensing_licenseText"])
            }
            _ => {
                let party = party(kind, element);
                let written = agent(&party, id);
                self.agents.insert(id, party);
                let is_same = |(member, value): (&String, &Value)| {
                    member == "creationInfo" || written.get(member) == Some(value)
                };
                is_of_document && element.as_object().is_some_and(|all| all.iter().all(is_same))
            }
        }
    }

    /// Whether all the element says is taken where it is spoken of.
    pub(super) fn is_plain(&self, index: usize) -> bool {
        self.plain_at.contains(&index)
    }

    /// Whether all is taken of what is called so.
    pub(super) fn is_plain_id(&self, id: &str) -> bool {
        self.plain.contains(id)
    }

    /// Whether the element has its identifier in what is written, whatever is kept of it.
    pub(super) fn keeps_its_id(&self, index: usize) -> bool {
        self.elements.binary_search(&index).is_ok()
    }
}

/// The element as a tree. One that has a member twice is refused.
pub(super) fn value(item: &Item<'_>, index: usize) -> Result<Value, NotKept> {
    let pointer = || format!("/@graph/{index}");
    compact(item.raw).map_err(|error| (pointer(), error))?;
    serde_json::from_str(item.raw.get()).map_err(|error| (pointer(), error))
}

fn party(kind: &str, element: &Value) -> Party {
    let mut party = Party {
        kind: match kind {
            "Person" => Some(PartyKind::Person),
            "SoftwareAgent" => Some(PartyKind::Tool),
            "Organization" => Some(PartyKind::Organisation),
            _ => None,
        },
        ..Party::named(element.get("name").and_then(Value::as_str).unwrap_or_default())
    };
    for identifier in element.get("externalIdentifier").and_then(Value::as_array).into_iter().flatten() {
        let word = |member| identifier.get(member).and_then(Value::as_str).map(str::to_owned);
        match (word("externalIdentifierType").as_deref(), word("identifier")) {
            (Some("email"), Some(mail)) => {
                party.contacts.push(ReachedBy { email: Some(mail), ..ReachedBy::default() });
            }
            (Some("urlScheme"), Some(url)) => party.urls.push(url),
            _ => {}
        }
    }
    party
}
