//! OpenVEX 0.2.0, written as its JSON schema asks.

use proofmark_facts::{Purl, VexDocument, VexItem, VexStatement, VexStatus};
use proofmark_text::text;
use serde_json::{Map, Value, json};

use super::labelled::Said;
use super::openvex::name_by_digest;
use super::written::{Losses, NO_ACTION, VexHeading, WrittenVex, pretty};

/// The algorithms OpenVEX names, by our names.
const HASHES: [(&str, &str); 8] = [
    ("MD5", "md5"),
    ("SHA-1", "sha1"),
    ("SHA-256", "sha-256"),
    ("SHA-384", "sha-384"),
    ("SHA-512", "sha-512"),
    ("SHA3-256", "sha3-256"),
    ("SHA3-512", "sha3-512"),
    ("BLAKE2b-512", "blake2b-512"),
];

/// Writes OpenVEX 0.2.0.
///
/// Its schema wants a justification *or* an impact statement: where both are said, the impact goes among the notes, with a label by
/// which [`read_vex`](super::read_vex) finds it again. Software known by name and version alone is identified by `name@version`.
pub fn write_openvex(document: &VexDocument, heading: &VexHeading<'_>) -> WrittenVex {
    let mut losses = Losses::default();
    losses.member("title", document.title.is_some());
    losses.member("tlp", document.tlp.is_some());
    losses.member("publisher.namespace", document.author.namespace.is_some());
    let statements: Vec<Value> =
        losses.reasoned(document).into_iter().map(|one| statement(one, &mut losses)).collect();
    if statements.is_empty() {
        losses.tell(text!("vex-nothing-to-write"));
        return losses.with(None);
    }
    let issued_at = document.issued_at.unwrap_or(heading.written_at);
    let mut written = json!({
        "@context": "https://openvex.dev/ns/v0.2.0",
        "@id": document.id,
        "author": document.author.name,
        "timestamp": issued_at.to_string(),
        "version": document.edition.max(1),
        "tooling": document.tool.as_deref().unwrap_or(heading.tool),
        "statements": statements,
    });
    if let Some(updated_at) = document.updated_at.filter(|at| *at != issued_at) {
        written["last_updated"] = json!(updated_at.to_string());
    }
    if let Some(role) = &document.author.role {
        written["role"] = json!(role);
    }
    losses.with(Some(pretty(&written)))
}

fn statement(one: &VexStatement, losses: &mut Losses) -> Value {
    losses.cyclonedx_words(one);
    let mut vulnerability = json!({"name": one.vulnerability.name});
    if !one.vulnerability.aliases.is_empty() {
        vulnerability["aliases"] = json!(one.vulnerability.aliases);
    }
    if let Some(description) = &one.vulnerability.description {
        vulnerability["description"] = json!(description);
    }
    let products = one.products.iter().map(|product| {
        let mut written = item(&product.item, losses);
        if !product.subcomponents.is_empty() {
            let parts: Vec<Value> =
                product.subcomponents.iter().map(|part| Value::Object(item(part, losses))).collect();
            written.insert("subcomponents".to_owned(), json!(parts));
        }
        Value::Object(written)
    });
    let mut written = json!({
        "vulnerability": vulnerability,
        "products": products.collect::<Vec<_>>(),
        "status": one.status.words().openvex,
    });
    if let Some(justification) = one.justification {
        written["justification"] = json!(justification.words().openvex);
    }
    // The schema has room for an impact only where nothing is justified, and the specification only where nothing is affected.
    let in_place = one.status == VexStatus::NotAffected && one.justification.is_none();
    let elsewhere = one.impact.clone().filter(|_| !in_place);
    if let Some(impact) = one.impact.as_ref().filter(|_| in_place) {
        written["impact_statement"] = json!(impact);
    }
    let said = Said { impact: elsewhere, notes: one.notes.clone(), ..Said::default() };
    // Notes that read like labelled ones are labelled, too: what is written is what is read.
    let is_plain =
        said.impact.is_none() && one.notes.as_deref().is_none_or(|notes| Said::of(notes).is_none());
    if let Some(notes) = if is_plain { one.notes.clone() } else { said.to_words() } {
        written["status_notes"] = json!(notes);
    }
    match &one.action {
        Some(action) => {
            losses.member("remediations.category", action.kind.is_some());
            written["action_statement"] = json!(action.says);
        }
        None if one.status == VexStatus::Affected => written["action_statement"] = json!(NO_ACTION),
        None => {}
    }
    if let Some(stated_at) = one.stated_at {
        written["timestamp"] = json!(stated_at.to_string());
    }
    written
}

fn item(one: &VexItem, losses: &mut Losses) -> Map<String, Value> {
    let mut written = Map::new();
    let named = one.name.is_some() && (one.purl.is_some() || one.id.is_some());
    losses.member("product.name", named);
    if let Some(id) = iri(one) {
        written.insert("@id".to_owned(), json!(id));
    }
    let mut identifiers = Map::new();
    if let Some(purl) = &one.purl {
        identifiers.insert("purl".to_owned(), json!(purl));
    }
    if let Some(cpe) = &one.cpe {
        let key = if cpe.starts_with("cpe:2.3:") { "cpe23" } else { "cpe22" };
        identifiers.insert(key.to_owned(), json!(cpe));
    }
    if !identifiers.is_empty() {
        written.insert("identifiers".to_owned(), Value::Object(identifiers));
    }
    let mut hashes = Map::new();
    for (algorithm, value) in &one.digests {
        let key = HASHES.iter().find(|(ours, _)| ours == algorithm).map(|(_, key)| *key);
        match key.filter(|key| !hashes.contains_key(*key)) {
            Some(key) => drop(hashes.insert(key.to_owned(), json!(value))),
            None => losses.member("product.hashes", true),
        }
    }
    if !hashes.is_empty() {
        written.insert("hashes".to_owned(), Value::Object(hashes));
    }
    written
}

/// What identifies it from outside, which has to be an IRI: its own, its package URL, the package URL of what is known by name alone,
/// or its digest (RFC 6920, section 7). A CPE name stands with the identifiers.
fn iri(one: &VexItem) -> Option<String> {
    let generic = || {
        let version = one.version.as_deref().unwrap_or_default();
        Some(Purl::new("generic", "", one.name.as_deref()?, version, &[], "").ok()?.to_string())
    };
    let digest = || {
        let mut digests = one.digests.iter().filter(|_| one.cpe.is_none());
        digests.find_map(|(algorithm, value)| name_by_digest(algorithm, value))
    };
    one.id.clone().or_else(|| one.purl.clone()).or_else(generic).or_else(digest)
}
