//! The security profile of SPDX 3.0, read from JSON-LD.

use std::collections::HashMap;

use proofmark_facts::{
    Place, Read, STATUS_WORDS, VexAction, VexAuthor, VexDocument, VexItem, VexJustification, VexProduct,
    VexStatement, VexVulnerability,
};
use proofmark_text::text;

use super::noticing::{Noticing, Obliges};
use crate::Limits;
use crate::digest::digest;
use crate::excerpt::excerpt;
use crate::instants::instant_of;
use crate::json::Tree;
use crate::problems::Problems;

/// The kinds of software an assessment may be about.
const SOFTWARE: [&str; 3] = ["software_Package", "software_File", "software_Snippet"];

pub(super) fn read(tree: &Tree, limits: &Limits) -> Read<VexDocument> {
    let mut noticing = Noticing::new(Problems::new(limits.problems));
    let graph = tree.list("@graph");
    let elements: HashMap<&str, &Tree> = graph.iter().filter_map(|one| Some((id(one)?, one))).collect();
    for (index, one) in graph.iter().enumerate() {
        let kind = kind(one);
        let middle = kind
            .strip_prefix("security_Vex")
            .and_then(|rest| rest.strip_suffix("VulnAssessmentRelationship"));
        let Some(words) = STATUS_WORDS.iter().find(|words| middle == Some(words.spdx_class)) else {
            continue;
        };
        let place = format!("/@graph/{index}");
        let vulnerability = one.words("from").and_then(|from| vulnerability(elements.get(from)?));
        let Some(vulnerability) = vulnerability else {
            noticing.problems.error(Place::at(place), text!("vex-without-vulnerability"));
            continue;
        };
        let part = one.words("security_assessedElement").map(|id| software(&elements, id));
        let products = one.all_words("to").into_iter().map(|to| {
            let item = software(&elements, to);
            let subcomponents = part.clone().filter(|part| *part != item).into_iter().collect();
            VexProduct { item, subcomponents }
        });
        let says = one.own("security_actionStatement");
        let justification = match one.words("security_justificationType") {
            Some(word) => {
                let known = VexJustification::of_spdx(word);
                if known.is_none() {
                    let says = text!("vex-state-unknown", word = excerpt(word));
                    noticing.problems.error(Place::at(format!("{place}/security_justificationType")), says);
                }
                known
            }
            None => None,
        };
        let statement = VexStatement {
            vulnerability,
            products: products.collect(),
            status: words.status,
            justification,
            impact: one.own("security_impactStatement"),
            action: says.map(|says| VexAction { kind: None, says }),
            notes: one.own("security_statusNotes"),
            stated_at: one.words("security_publishedTime").and_then(instant_of),
            cyclonedx: None,
        };
        noticing.add(statement, place, Obliges::No);
    }
    let document = head(graph, &elements);
    noticing.into_read(document)
}

fn id(one: &Tree) -> Option<&str> {
    one.words("spdxId").or_else(|| one.words("@id"))
}

fn kind(one: &Tree) -> &str {
    one.words("type").or_else(|| one.words("@type")).unwrap_or_default()
}

fn head(graph: &[Tree], elements: &HashMap<&str, &Tree>) -> VexDocument {
    let of_kind = |wanted: &str| graph.iter().find(|one| kind(one) == wanted);
    let document = of_kind("SpdxDocument");
    let told_by = document.and_then(|one| one.words("creationInfo"));
    let creation = told_by.and_then(|id| elements.get(id).copied()).or_else(|| of_kind("CreationInfo"));
    let named = |id: &str| elements.get(id).and_then(|one| one.own("name"));
    let first =
        |member: &str| creation.and_then(|one| one.all_words(member).first().and_then(|id| named(id)));
    let created_at = creation.and_then(|one| one.words("created")).and_then(instant_of);
    VexDocument {
        id: document.and_then(id).unwrap_or_default().to_owned(),
        author: VexAuthor { name: first("createdBy").unwrap_or_default(), role: None, namespace: None },
        title: document.and_then(|one| one.own("name")),
        issued_at: created_at,
        updated_at: created_at,
        edition: 1,
        tool: first("createdUsing"),
        ..VexDocument::default()
    }
}

fn vulnerability(one: &Tree) -> Option<VexVulnerability> {
    let identifiers = one.list("externalIdentifier").iter().filter_map(|it| it.own("identifier"));
    let names: Vec<String> = identifiers.collect();
    let names = if names.is_empty() { one.own("name").into_iter().collect() } else { names };
    VexVulnerability::of(names, one.own("description"))
}

/// The software an identifier stands for: an element of the graph, or one elsewhere by its identifier alone.
fn software(elements: &HashMap<&str, &Tree>, id: &str) -> VexItem {
    let Some(one) = elements.get(id).filter(|one| SOFTWARE.contains(&kind(one))) else {
        return VexItem::named(id).plain();
    };
    let identifier = |wanted: &[&str]| {
        let all = one.list("externalIdentifier").iter();
        all.filter(|it| it.words("externalIdentifierType").is_some_and(|kind| wanted.contains(&kind)))
            .find_map(|it| it.own("identifier"))
    };
    let digests = one.list("verifiedUsing").iter();
    VexItem {
        id: identifier(&["other"]),
        name: one.own("name"),
        version: one.own("software_packageVersion"),
        purl: one.own("software_packageUrl").or_else(|| identifier(&["packageUrl"])),
        cpe: identifier(&["cpe23", "cpe22"]),
        digests: digests
            .filter_map(|hash| digest(&hash.words("algorithm")?.replace('_', "-"), hash.words("hashValue")?))
            .collect(),
    }
    .plain()
}
