//! OpenVEX (specification 0.2.0, and what was written before it), read.

use proofmark_facts::{
    Place, Read, STATUS_WORDS, VexAction, VexAuthor, VexDocument, VexItem, VexJustification, VexProduct,
    VexStatement, VexVulnerability,
};
use proofmark_text::text;

use super::labelled::Said;
use super::noticing::{Noticing, Obliges};
use crate::Limits;
use crate::digest::digest;
use crate::excerpt::excerpt;
use crate::instants::instant_of;
use crate::json::Tree;
use crate::problems::Problems;

/// What a statement has no place for here.
const UNKEPT: [&str; 5] = ["@id", "version", "last_updated", "action_statement_timestamp", "supplier"];

pub(super) fn read(tree: &Tree, limits: &Limits) -> Read<VexDocument> {
    let mut noticing = Noticing::new(Problems::new(limits.problems));
    if !matches!(tree.get("statements"), Some(Tree::List(_))) {
        noticing.problems.error(Place::default(), text!("formats-openvex-other"));
    }
    let instant = |name: &str| tree.words(name).and_then(instant_of);
    let document = VexDocument {
        id: tree.own("@id").unwrap_or_default(),
        author: VexAuthor {
            name: tree.own("author").unwrap_or_default(),
            role: tree.own("role").or_else(|| tree.own("author_role")),
            namespace: None,
        },
        issued_at: instant("timestamp"),
        updated_at: instant("last_updated").or_else(|| instant("timestamp")),
        edition: edition(tree),
        tool: tree.own("tooling"),
        ..VexDocument::default()
    };
    for (index, one) in tree.list("statements").iter().enumerate() {
        let place = format!("/statements/{index}");
        match statement(one) {
            Ok(statement) => {
                let unkept = UNKEPT.iter().filter(|name| one.words(name).is_some());
                for name in unkept {
                    let says = text!("vex-not-kept", what = *name);
                    noticing.problems.warn(Place::at(format!("{place}/{name}")), says);
                }
                noticing.add(statement, place, Obliges::Yes);
            }
            Err(wrong) => {
                let says = text!("formats-openvex-statement", found = excerpt(&wrong));
                noticing.problems.error(Place::at(place), says);
            }
        }
    }
    noticing.into_read(document)
}

/// A number, or one in a text as some tools wrote it.
fn edition(tree: &Tree) -> u32 {
    let counted = match tree.get("version") {
        Some(Tree::Count(number)) => u32::try_from(*number).ok(),
        Some(other) => other.as_words().and_then(|words| words.parse().ok()),
        None => None,
    };
    counted.unwrap_or(1).max(1)
}

/// The statement, or the word that cannot be read.
fn statement(one: &Tree) -> Result<VexStatement, String> {
    let written = one.get("vulnerability").ok_or("vulnerability")?;
    let names = match written {
        Tree::Words(name) => vec![name.clone()],
        object => {
            let name = object.own("name").or_else(|| object.own("@id")).into_iter();
            name.chain(object.all_words("aliases").into_iter().map(str::to_owned)).collect()
        }
    };
    let vulnerability = VexVulnerability::of(names, written.own("description")).ok_or("vulnerability")?;
    let word = one.words("status").unwrap_or_default();
    let status = STATUS_WORDS.iter().find(|words| words.openvex == word).ok_or(word)?.status;
    let justification = match one.words("justification") {
        Some(word) => Some(VexJustification::of_openvex(word).ok_or(word)?),
        None => None,
    };
    // Where a justification stands, the schema has no room for the impact: it is written among the notes, with a label.
    let labelled = one.words("status_notes").and_then(Said::of);
    let (impact, notes) = match labelled {
        Some(said) if said.action.is_none() && said.justification.is_none() => (said.impact, said.notes),
        _ => (None, one.own("status_notes")),
    };
    let action = one.own("action_statement").map(|says| VexAction { kind: None, says });
    let products: Vec<VexProduct> = one.list("products").iter().map(product).collect();
    if products.iter().all(|product| product.item.is_empty()) {
        return Err("products".to_owned());
    }
    Ok(VexStatement {
        vulnerability,
        products,
        status,
        justification,
        impact: one.own("impact_statement").or(impact),
        action,
        notes,
        stated_at: one.words("timestamp").and_then(instant_of),
        cyclonedx: None,
    })
}

fn product(one: &Tree) -> VexProduct {
    VexProduct { item: item(one), subcomponents: one.list("subcomponents").iter().map(item).collect() }
}

/// An identifier alone, as versions before 0.2.0 write it, or an object.
fn item(one: &Tree) -> VexItem {
    if let Some(word) = one.as_words() {
        return VexItem::named(word);
    }
    let mut item = one.words("@id").map(VexItem::named).unwrap_or_default();
    if let Some(identifiers) = one.get("identifiers") {
        item.purl = identifiers.own("purl").or(item.purl);
        let cpe = ["cpe23", "@cpe23", "cpe22", "@cpe22"].iter().find_map(|name| identifiers.own(name));
        item.cpe = cpe.or(item.cpe);
    }
    let digests = one.get("hashes").map_or(&[][..], Tree::members).iter();
    item.digests = digests.filter_map(|(algorithm, value)| digest(algorithm, value.as_words()?)).collect();
    let names = item.digests.iter().filter_map(|(algorithm, value)| name_by_digest(algorithm, value));
    if item.id.is_some() && names.into_iter().any(|name| item.id.as_ref() == Some(&name)) {
        item.id = None;
    }
    item.plain()
}

/// What is known by its digest alone, as an IRI (RFC 6920, section 7); `None`: the registry knows no such algorithm.
pub(super) fn name_by_digest(algorithm: &str, value: &str) -> Option<String> {
    let named =
        ["sha-256", "sha-384", "sha-512"].into_iter().find(|it| it.eq_ignore_ascii_case(algorithm))?;
    Some(format!("nih:{named};{}", value.to_ascii_lowercase()))
}
