//! CycloneDX 1.6, written as a VEX document with the components its statements are about.

use std::collections::HashMap;

use proofmark_facts::{
    CyclonedxWords, Purl, Sha256, VexActionKind, VexDocument, VexItem, VexProduct, VexStatement, VexStatus,
    is_cve,
};
use proofmark_text::text;
use serde_json::{Value, json};

use super::cyclonedx::{IDENTIFIER, NAMELESS};
use super::labelled::Said;
use super::written::{Losses, VexHeading, WrittenVex, pretty};
use crate::digest::algorithm_named;

/// Writes CycloneDX 1.6.
///
/// Its justifications are others than those of VEX: the exact word of ours stands in `detail`, where
/// [`read_vex`](super::read_vex) finds it. A statement that was read from CycloneDX keeps CycloneDX's own words.
pub fn write_cyclonedx_vex(document: &VexDocument, heading: &VexHeading<'_>) -> WrittenVex {
    let mut losses = Losses::default();
    let author = &document.author;
    for (member, present) in [
        ("title", document.title.is_some()),
        ("tlp", document.tlp.is_some()),
        ("role", author.role.is_some()),
        ("publisher.namespace", author.namespace.is_some()),
        ("issued_at", document.issued_at.is_some() && document.issued_at != document.updated_at),
    ] {
        losses.member(member, present);
    }
    let statements = losses.reasoned(document);
    if statements.is_empty() {
        losses.tell(text!("vex-nothing-to-write"));
        return losses.with(None);
    }
    let mut components = Components::default();
    let vulnerabilities: Vec<Value> =
        statements.iter().map(|one| vulnerability(one, &mut components, &mut losses)).collect();
    let written_at = document.updated_at.or(document.issued_at).unwrap_or(heading.written_at);
    let tool = document.tool.as_deref().unwrap_or(heading.tool);
    let mut metadata = json!({
        "timestamp": written_at.to_string(),
        "tools": {"components": [{"type": "application", "name": tool}]},
    });
    if !author.name.is_empty() {
        metadata["authors"] = json!([{"name": author.name}]);
    }
    let serial = serial(document, &mut losses);
    let written = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": serial,
        "version": document.edition.max(1),
        "metadata": metadata,
        "components": components.written(&mut losses),
        "vulnerabilities": vulnerabilities,
    });
    losses.with(Some(pretty(&written)))
}

/// The document's own number where it has one, else one made of its identifier (RFC 9562, version 8), the same each time.
fn serial(document: &VexDocument, losses: &mut Losses) -> String {
    let id = document.id.trim();
    let is_number = |rest: &str| {
        let parts: Vec<usize> = rest.split('-').map(str::len).collect();
        parts == [8, 4, 4, 4, 12]
            && rest.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
    };
    if id.strip_prefix("urn:uuid:").is_some_and(is_number) {
        return id.to_owned();
    }
    losses.member("id", true);
    let mut hex = Sha256::of(format!("{}\n{id}", document.author.name).as_bytes()).to_string();
    hex.replace_range(12..13, "8");
    hex.replace_range(16..17, "8");
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    format!("urn:uuid:{}-{}-{}-{}-{}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
}

fn vulnerability<'d>(one: &'d VexStatement, components: &mut Components<'d>, losses: &mut Losses) -> Value {
    let name = &one.vulnerability.name;
    let source = |name: &str| {
        if is_cve(name) {
            json!({"name": "NVD", "url": "https://nvd.nist.gov/"})
        } else {
            json!({"name": "other"})
        }
    };
    let references: Vec<Value> =
        one.vulnerability.aliases.iter().map(|alias| json!({"id": alias, "source": source(alias)})).collect();
    let affects: Vec<Value> =
        one.products.iter().flat_map(|product| components.references(product)).collect();
    let mut written = json!({
        "id": name,
        "source": source(name),
        "analysis": analysis(one, losses),
        "affects": affects,
    });
    if !references.is_empty() {
        written["references"] = json!(references);
    }
    if let Some(description) = &one.vulnerability.description {
        written["description"] = json!(description);
    }
    written
}

fn analysis(one: &VexStatement, losses: &mut Losses) -> Value {
    let nothing = CyclonedxWords::default();
    let own = one.cyclonedx.as_ref().unwrap_or(&nothing);
    // Words that were read are written again only where they are words for what the statement says.
    let state = own.state.as_deref().filter(|word| VexStatus::of_cyclonedx(word) == Some(one.status));
    let mut analysis = json!({"state": state.unwrap_or(one.status.words().cyclonedx[0])});
    let mut word = None;
    if one.status == VexStatus::NotAffected {
        if let Some(reason) = &own.justification {
            analysis["justification"] = json!(reason);
        } else if let Some(justification) = one.justification {
            analysis["justification"] = json!(justification.words().cyclonedx_out);
            word = Some(justification.words().openvex.to_owned());
            losses.tell(text!("vex-justification-mapped", word = justification.words().openvex,
                as = justification.words().cyclonedx_out));
        }
    }
    let response = one.action.as_ref().and_then(|action| action.kind).and_then(response);
    if let Some(response) = response {
        analysis["response"] = json!([response]);
    }
    let said = Said {
        impact: one.impact.clone(),
        action: one.action.clone(),
        notes: one.notes.clone(),
        justification: word,
    };
    if let Some(detail) = said.to_words() {
        analysis["detail"] = json!(detail);
    }
    if let Some(stated_at) = one.stated_at {
        analysis["lastUpdated"] = json!(stated_at.to_string());
    }
    analysis
}

/// CycloneDX, `response`.
fn response(kind: VexActionKind) -> Option<&'static str> {
    Some(match kind {
        VexActionKind::VendorFix => "update",
        VexActionKind::Workaround => "workaround_available",
        VexActionKind::NoFixPlanned => "will_not_fix",
        VexActionKind::NoneAvailable => "can_not_fix",
        VexActionKind::Mitigation => return None,
    })
}

/// The products of the statements in order, each with its parts.
#[derive(Default)]
struct Components<'d> {
    all: Vec<(&'d VexItem, Vec<&'d VexItem>)>,
    places: HashMap<&'d VexItem, usize>,
    parts: HashMap<(usize, &'d VexItem), usize>,
}

impl<'d> Components<'d> {
    /// References to the parts, or to the product itself.
    fn references(&mut self, product: &'d VexProduct) -> Vec<Value> {
        let next = self.all.len();
        let place = *self.places.entry(&product.item).or_insert(next);
        if place == next {
            self.all.push((&product.item, Vec::new()));
        }
        if product.subcomponents.is_empty() {
            return vec![json!({"ref": product_reference(place)})];
        }
        let parts = &mut self.all[place].1;
        let reference = |part: &'d VexItem| {
            let number = *self.parts.entry((place, part)).or_insert_with(|| {
                parts.push(part);
                parts.len() - 1
            });
            json!({"ref": part_reference(place, number)})
        };
        product.subcomponents.iter().map(reference).collect()
    }

    fn written(&self, losses: &mut Losses) -> Vec<Value> {
        let mut all = Vec::new();
        for (place, (product, parts)) in self.all.iter().enumerate() {
            let mut written = component(product, &product_reference(place), "application", losses);
            if !parts.is_empty() {
                let parts = parts
                    .iter()
                    .enumerate()
                    .map(|(number, part)| component(part, &part_reference(place, number), "library", losses));
                written["components"] = Value::Array(parts.collect());
            }
            all.push(written);
        }
        all
    }
}

fn product_reference(place: usize) -> String {
    format!("product-{}", place + 1)
}

fn part_reference(place: usize, number: usize) -> String {
    format!("product-{}-part-{}", place + 1, number + 1)
}

fn component(item: &VexItem, reference: &str, kind: &str, losses: &mut Losses) -> Value {
    let purl = item.purl.as_deref().and_then(|purl| purl.parse::<Purl>().ok());
    let by_purl = purl.as_ref().map(|purl| purl.name.clone());
    let name = item.name.clone().or(by_purl).unwrap_or_else(|| NAMELESS.to_owned());
    let mut written = json!({"type": kind, "bom-ref": reference, "name": name});
    let version = item.version.clone().or_else(|| purl.and_then(|purl| purl.version));
    for (member, value) in [("version", &version), ("purl", &item.purl), ("cpe", &item.cpe)] {
        if let Some(value) = value {
            written[member] = json!(value);
        }
    }
    let is_known = |algorithm: &str| algorithm_named(algorithm).is_some_and(|known| known.in_cyclonedx);
    let (kept, other): (Vec<_>, Vec<_>) = item.digests.iter().partition(|(algorithm, _)| is_known(algorithm));
    losses.member("product.hashes", !other.is_empty());
    if !kept.is_empty() {
        let hashes = kept.iter().map(|(algorithm, value)| json!({"alg": algorithm, "content": value}));
        written["hashes"] = Value::Array(hashes.collect());
    }
    if let Some(id) = &item.id {
        written["externalReferences"] = json!([{"type": "other", "url": id, "comment": IDENTIFIER}]);
    }
    written
}
