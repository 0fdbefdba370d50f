//! CycloneDX 1.4 to 1.7, read for what its vulnerabilities state: of components of its own, or of those of another document (BOM-Link).

use std::collections::HashMap;

use proofmark_facts::{
    CyclonedxWords, FALSE_POSITIVE, Place, Read, VexAction, VexActionKind, VexAuthor, VexDocument, VexItem,
    VexJustification, VexProduct, VexStatement, VexStatus, VexVulnerability,
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

/// What stands in words for the only CycloneDX state that is another claim than the status it is read as.
const WRONG_MATCH: &str = "false_positive: the vulnerability was brought together with the wrong component";

pub(super) fn read(tree: &Tree, limits: &Limits) -> Read<VexDocument> {
    let mut noticing = Noticing::new(Problems::new(limits.problems));
    let components = Components::of(tree);
    for (index, one) in tree.list("vulnerabilities").iter().enumerate() {
        vulnerability(one, &format!("/vulnerabilities/{index}"), &components, &mut noticing);
    }
    let nothing = Tree::Other;
    let metadata = tree.get("metadata").unwrap_or(&nothing);
    let author =
        metadata.list("authors").first().and_then(|one| one.own("name").or_else(|| one.own("email")));
    let by = |member: &str| metadata.at(&[member, "name"]).and_then(Tree::as_words).map(str::to_owned);
    let made_at = metadata.words("timestamp").and_then(instant_of);
    let edition = match tree.get("version") {
        Some(Tree::Count(number)) => u32::try_from(*number).unwrap_or(1).max(1),
        _ => 1,
    };
    let tools = metadata.at(&["tools", "components"]).or_else(|| metadata.get("tools"));
    let document = VexDocument {
        id: tree.own("serialNumber").unwrap_or_default(),
        author: VexAuthor {
            name: author
                .or_else(|| by("supplier"))
                .or_else(|| by("manufacturer"))
                .or_else(|| by("manufacture"))
                .unwrap_or_default(),
            role: None,
            namespace: None,
        },
        issued_at: made_at,
        updated_at: made_at,
        edition,
        tool: tools.and_then(|tools| tools.elements().first()).and_then(|tool| tool.own("name")),
        ..VexDocument::default()
    };
    noticing.into_read(document)
}

fn vulnerability(one: &Tree, place: &str, components: &Components, noticing: &mut Noticing) {
    let references = one.list("references").iter().filter_map(|reference| reference.own("id"));
    let names = one.own("id").into_iter().chain(references);
    let vulnerability = VexVulnerability::of(names, one.own("description"));
    let Some(analysis) = one.get("analysis") else {
        // A list of components may name what is known of them, and state nothing.
        let name = vulnerability.map(|it| it.name).unwrap_or_default();
        let says = text!("vex-states-nothing-of", name = excerpt(&name));
        return noticing.problems.warn(Place::at(place), says);
    };
    let Some(vulnerability) = vulnerability else {
        return noticing.problems.error(Place::at(place), text!("vex-without-vulnerability"));
    };
    let word = analysis.words("state").unwrap_or_default();
    let Some(status) = VexStatus::of_cyclonedx(word) else {
        let says = text!("vex-state-unknown", word = excerpt(word));
        return noticing.problems.error(Place::at(format!("{place}/analysis/state")), says);
    };
    let mut products = Vec::new();
    for (index, affected) in one.list("affects").iter().enumerate() {
        let place = format!("{place}/affects/{index}");
        let Some(reference) = affected.words("ref") else { continue };
        let narrowed = !affected.list("versions").is_empty();
        if narrowed && matches!(status, VexStatus::NotAffected | VexStatus::Fixed) {
            // Without its versions it would be said of all of them.
            noticing
                .problems
                .warn(Place::at(place), text!("vex-versions-left-out", item = excerpt(reference)));
            continue;
        }
        if narrowed {
            noticing
                .problems
                .warn(Place::at(place.as_str()), text!("vex-not-kept", what = "affects.versions"));
        }
        products.push(components.find(reference));
    }
    if products.is_empty() && !one.list("affects").is_empty() {
        return;
    }
    let analysis = Analysis { written: analysis, one, status, word };
    noticing.add(analysis.into_statement(vulnerability, products), place.to_owned(), Obliges::No);
}

struct Analysis<'a> {
    written: &'a Tree,
    one: &'a Tree,
    status: VexStatus,
    word: &'a str,
}

impl Analysis<'_> {
    fn into_statement(self, vulnerability: VexVulnerability, products: Vec<VexProduct>) -> VexStatement {
        let Self { written: analysis, one, status, word } = self;
        let reason = analysis.words("justification").filter(|_| status == VexStatus::NotAffected);
        let justification =
            reason.filter(|_| word != FALSE_POSITIVE).and_then(VexJustification::of_cyclonedx);
        let detail = analysis.own("detail");
        let labelled = detail.as_deref().and_then(Said::of);
        // The paragraph about the justification is only what the table says anyway; where it says more, it is words.
        let said = labelled.filter(|said| {
            said.justification.is_none()
                || said.justification.as_deref() == justification.map(|it| it.words().openvex)
        });
        let said = said.unwrap_or_else(|| match status {
            VexStatus::NotAffected => Said { impact: detail, ..Said::default() },
            _ => Said { notes: detail, ..Said::default() },
        });
        let own = CyclonedxWords {
            state: Some(word.to_owned()).filter(|word| *word != status.words().cyclonedx[0]),
            justification: reason
                .filter(|reason| justification.is_none_or(|it| it.words().cyclonedx_out != *reason))
                .map(str::to_owned),
        };
        let impact = match (&own.justification, word == FALSE_POSITIVE) {
            (_, true) => Some(prefixed(WRONG_MATCH, said.impact)),
            // A reason none of ours is equal to is the reason in words.
            (Some(reason), false) if justification.is_none() => Some(prefixed(reason, said.impact)),
            _ => said.impact,
        };
        VexStatement {
            vulnerability,
            products,
            status,
            justification,
            impact,
            action: said.action.or_else(|| action(analysis, one)),
            notes: said.notes,
            stated_at: analysis
                .words("lastUpdated")
                .or_else(|| analysis.words("firstIssued"))
                .and_then(instant_of),
            cyclonedx: Some(own).filter(|own| *own != CyclonedxWords::default()),
        }
    }
}

/// The word before what is said, unless it stands there already.
fn prefixed(word: &str, says: Option<String>) -> String {
    match says {
        Some(says) if says.starts_with(word) => says,
        Some(says) => format!("{word}: {says}"),
        None => word.to_owned(),
    }
}

/// What is to be done: the responses, the workaround and the recommendation.
fn action(analysis: &Tree, one: &Tree) -> Option<VexAction> {
    let responses = analysis.all_words("response");
    let kind = responses.iter().find_map(|word| {
        Some(match *word {
            "update" | "rollback" => VexActionKind::VendorFix,
            "workaround_available" => VexActionKind::Workaround,
            "will_not_fix" => VexActionKind::NoFixPlanned,
            "can_not_fix" => VexActionKind::NoneAvailable,
            _ => return None,
        })
    });
    let words = [one.own("recommendation"), one.own("workaround")];
    let mut says: Vec<String> = words.into_iter().flatten().collect();
    if says.is_empty() || responses.len() > 1 || responses.contains(&"rollback") {
        says.splice(0..0, responses.iter().map(|word| (*word).to_owned()));
    }
    (!says.is_empty()).then(|| VexAction { kind, says: says.join("; ") })
}

/// The components by their references, each with what it is in.
struct Components {
    by_reference: HashMap<String, (VexItem, Option<VexItem>)>,
}

impl Components {
    fn of(tree: &Tree) -> Self {
        let mut components = Self { by_reference: HashMap::new() };
        let about = tree.at(&["metadata", "component"]);
        let subject = about.map(item);
        if let (Some(about), Some(item)) = (about, &subject) {
            components.add(about, item.clone(), None);
            components.below(about, Some(item));
        }
        components.below(tree, subject.as_ref());
        for service in tree.list("services") {
            components.add(service, item(service), subject.clone());
        }
        components
    }

    fn below(&mut self, tree: &Tree, within: Option<&VexItem>) {
        for one in tree.list("components") {
            let known = item(one);
            self.add(one, known.clone(), within.cloned());
            self.below(one, Some(within.unwrap_or(&known)));
        }
    }

    fn add(&mut self, one: &Tree, item: VexItem, within: Option<VexItem>) {
        if let Some(reference) = one.own("bom-ref") {
            self.by_reference.entry(reference).or_insert((item, within));
        }
    }

    /// What a reference stands for. One that leads to another document (`urn:cdx:…#…`) stands for itself, and for the package URL it
    /// ends in.
    fn find(&self, reference: &str) -> VexProduct {
        if let Some((item, within)) = self.by_reference.get(reference) {
            return match within {
                Some(whole) => VexProduct { item: whole.clone(), subcomponents: vec![item.clone()] },
                None => VexProduct { item: item.clone(), subcomponents: Vec::new() },
            };
        }
        let mut item = VexItem::named(reference);
        if let Some((_, fragment)) = reference.split_once('#').filter(|_| reference.starts_with("urn:cdx:")) {
            let fragment = percent_decoded(fragment);
            item.purl = Some(fragment).filter(|word| word.starts_with("pkg:"));
        }
        VexProduct { item: item.plain(), subcomponents: Vec::new() }
    }
}

fn percent_decoded(word: &str) -> String {
    let bytes = word.as_bytes();
    let (mut decoded, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while at < bytes.len() {
        let hex = word.get(at + 1..at + 3).filter(|_| bytes[at] == b'%');
        let byte = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        decoded.push(byte.unwrap_or(bytes[at]));
        at += if byte.is_some() { 3 } else { 1 };
    }
    String::from_utf8(decoded).unwrap_or_else(|_| word.to_owned())
}

/// A component; what its package URL says already is not said twice.
fn item(one: &Tree) -> VexItem {
    let name = match (one.words("group"), one.words("name")) {
        (Some(group), Some(name)) if one.words("purl").is_none() => Some(format!("{group}/{name}")),
        (_, name) => name.map(str::to_owned),
    };
    let digests = one.list("hashes").iter();
    let mut references =
        one.list("externalReferences").iter().filter(|it| it.words("comment") == Some(IDENTIFIER));
    VexItem {
        id: references.find_map(|it| it.own("url")),
        name: name.filter(|name| name != NAMELESS),
        version: one.own("version"),
        purl: one.own("purl"),
        cpe: one.own("cpe"),
        digests: digests.filter_map(|hash| digest(hash.words("alg")?, hash.words("content")?)).collect(),
    }
    .plain()
}

/// What an external reference that holds an identifier of software is marked with.
pub(super) const IDENTIFIER: &str = "identifier in VEX";

/// The name of a component that has none: CycloneDX asks for one.
pub(super) const NAMELESS: &str = "unnamed";
