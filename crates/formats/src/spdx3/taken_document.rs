//! What the document says of itself: who made it when with what, what it is called, and what it is about.

use jiff::Timestamp;
use proofmark_facts::{LicenceName, OwnWords, Sbom, SbomParticulars, StatedLicence, ToolUsed};
use serde_json::Value;
use serde_json::value::RawValue;

use super::item::{Fate, Item, NotKept};
use super::known::Known;
use super::own_elements::Renamed;
use super::taken_package::parties;
use crate::json::compact;
use crate::spdx::{Members, instant};

/// What a written document keeps to.
pub(super) const PROFILES: [&str; 3] = ["core", "software", "simpleLicensing"];

/// Phases of a product's life in CycloneDX's words, and the words of `SbomType`.
pub(super) const PHASES: [(&str, &str); 5] = [
    ("design", "design"),
    ("pre-build", "source"),
    ("build", "build"),
    ("post-build", "analyzed"),
    ("operations", "deployed"),
];

/// The only licence an SPDX document's own data has.
pub(super) const DATA_LICENCE: &str = "CC0-1.0";

fn shaped<T: serde::de::DeserializeOwned>(raw: &RawValue) -> Option<T> {
    serde_json::from_str(raw.get()).ok()
}

/// Takes what the document says of itself.
pub(super) fn take_document(
    sbom: &Sbom,
    particulars: &mut SbomParticulars,
    items: &[Item<'_>],
    known: &Known<'_>,
    renamed: &Renamed,
    fate: &mut Fate,
) -> Result<(), NotKept> {
    let of_kind = |kind: &str| -> Vec<usize> {
        (0..items.len()).filter(|index| &*items[*index].kind == kind).collect()
    };
    let mut taking = Taking { sbom, particulars, items, known, renamed, fate };
    if let Some(index) = of_kind("CreationInfo").first() {
        taking.members("CreationInfo", *index, Taking::creation)?;
    }
    let (documents, lists) = (of_kind("SpdxDocument"), of_kind("software_Sbom"));
    let is_plain = match (documents.as_slice(), lists.as_slice()) {
        ([document], [list]) if of_kind("Bom").is_empty() => is_about(items, *document, &items[*list].id),
        _ => false,
    };
    match documents.first() {
        Some(index) => taking.members("SpdxDocument", *index, Taking::document)?,
        None => taking.keep("SpdxDocument", "null".to_owned()),
    }
    if let Some(index) = lists.first().filter(|_| is_plain) {
        taking.members("software_Sbom", *index, Taking::list)?;
    } else if !documents.is_empty() && taking.particulars.own_words.iter().all(|it| it.member != ROOT) {
        taking.keep(ROOT, "[]".to_owned());
    }
    if is_plain {
        taking.particulars.own_words.retain(|words| words.member != ROOT);
    }
    Ok(())
}

/// What a document is about, where that is not one list of components.
pub(super) const ROOT: &str = "SpdxDocument/rootElement";

/// Whether the document is about this list of components alone.
fn is_about(items: &[Item<'_>], document: usize, list: &str) -> bool {
    let roots = serde_json::from_str::<Value>(items[document].raw.get());
    roots.is_ok_and(|document| document.get("rootElement") == Some(&Value::from(vec![list])))
}

struct Taking<'t, 'a> {
    sbom: &'t Sbom,
    particulars: &'t mut SbomParticulars,
    items: &'t [Item<'a>],
    known: &'t Known<'t>,
    renamed: &'t Renamed,
    fate: &'t mut Fate,
}

impl Taking<'_, '_> {
    /// Takes each member of an element; those that would be written otherwise stay in their own words.
    fn members(
        &mut self,
        kind: &str,
        index: usize,
        take: fn(&mut Self, &str, &RawValue) -> bool,
    ) -> Result<(), NotKept> {
        let raw = self.items[index].raw;
        let members: Members<'_> =
            serde_json::from_str(raw.get()).map_err(|error| (format!("/@graph/{index}"), error))?;
        self.fate.taken[index] = true;
        for (member, raw) in &members.0 {
            let json = compact(raw).map_err(|error| (format!("/@graph/{index}/{}", &**member), error))?;
            let is_taken = match &**member {
                "type" | "spdxId" | "@id" | "element" => true,
                "creationInfo" => {
                    let made = shaped::<String>(raw);
                    made.is_some() && made.as_deref() == self.known.creation.as_deref()
                }
                member => take(self, member, raw),
            };
            if !is_taken {
                let json = if &**member == "creationInfo" { self.renamed.in_member(json) } else { json };
                self.keep(&format!("{kind}/{}", &**member), json);
            }
        }
        Ok(())
    }

    fn keep(&mut self, member: &str, json: String) {
        self.particulars.own_words.push(OwnWords { member: member.to_owned(), json });
    }

    fn all_plain(&mut self, ids: &[String]) -> bool {
        let is_plain = !ids.is_empty() && ids.iter().all(|id| self.known.is_plain_id(id));
        if is_plain {
            self.fate.used.extend(ids.iter().cloned());
        }
        is_plain
    }

    fn creation(&mut self, member: &str, raw: &RawValue) -> bool {
        match member {
            "specVersion" => true,
            "created" => {
                let at = shaped::<String>(raw).and_then(|at| at.parse::<Timestamp>().ok());
                at.is_some_and(|at| Some(instant(at)) == shaped::<Value>(raw))
            }
            "createdBy" => {
                let ids: Vec<String> = shaped(raw).unwrap_or_default();
                let makers = parties(&ids, self.known);
                (self.particulars.manufacturer, self.particulars.authors) = makers;
                ids.iter().all(|id| self.known.agents.contains_key(id.as_str())) && self.all_plain(&ids)
            }
            "createdUsing" => {
                let ids: Vec<String> = shaped(raw).unwrap_or_default();
                let tools = ids.iter().filter_map(|id| self.known.tools.get(id.as_str()));
                let tool = |name: &String| ToolUsed { name: name.clone(), ..ToolUsed::default() };
                self.particulars.tools = tools.map(tool).collect();
                ids.iter().all(|id| self.known.tools.contains_key(id.as_str())) && self.all_plain(&ids)
            }
            _ => false,
        }
    }

    fn document(&mut self, member: &str, raw: &RawValue) -> bool {
        match member {
            "name" => {
                self.particulars.name = shaped(raw);
                self.particulars.name.as_deref().is_some_and(|name| !name.is_empty())
            }
            "profileConformance" => shaped::<Vec<String>>(raw).is_some_and(|all| all == PROFILES),
            "dataLicense" => {
                let id = shaped::<String>(raw).unwrap_or_default();
                let known = self.known.licences.get(id.as_str()).map(|licence| licence.words.as_str());
                let listed = id.rsplit_once("spdx.org/licenses/").map(|(_, name)| name);
                let Some(name) = known.or(listed) else { return false };
                let named = LicenceName::Id(name.to_owned());
                self.particulars.licences = vec![StatedLicence { named, ..StatedLicence::default() }];
                name == DATA_LICENCE && (known.is_none() || self.all_plain(&[id]))
            }
            _ => false,
        }
    }

    fn list(&mut self, member: &str, raw: &RawValue) -> bool {
        match member {
            "profileConformance" => shaped::<Vec<String>>(raw).is_some_and(|all| all == PROFILES),
            "rootElement" => {
                let roots: Vec<String> = shaped(raw).unwrap_or_default();
                let subject = self.sbom.subject.map(|subject| &self.sbom.components[subject].reference);
                matches!((roots.as_slice(), subject), ([root], Some(subject)) if root == subject)
            }
            "software_sbomType" => {
                let types: Vec<String> = shaped(raw).unwrap_or_default();
                let phase = |word: &String| PHASES.iter().find(|(_, known)| known == word).map(|(it, _)| *it);
                let phases: Vec<String> = types.iter().filter_map(phase).map(str::to_owned).collect();
                let is_taken = phases.len() == types.len() && !types.is_empty();
                self.particulars.lifecycles = phases;
                is_taken
            }
            _ => false,
        }
    }
}
