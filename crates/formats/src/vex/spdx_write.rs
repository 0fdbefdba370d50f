//! The security profile of SPDX 3.0.1, written as JSON-LD.

use std::collections::HashMap;

use jiff::Timestamp;
use proofmark_facts::{
    Purl, Sha256, VexDocument, VexItem, VexStatement, VexStatus, VexVulnerability, is_cve,
};
use proofmark_text::text;
use serde_json::{Map, Value, json};

use super::written::{Items, Losses, NO_ACTION, VexHeading, WrittenVex, pretty};

/// What every element refers to for who made it and when.
const CREATION: &str = "_:creation";

/// The digests SPDX 3 names, by our names.
const ALGORITHMS: [(&str, &str); 12] = [
    ("MD5", "md5"),
    ("SHA-1", "sha1"),
    ("SHA-224", "sha224"),
    ("SHA-256", "sha256"),
    ("SHA-384", "sha384"),
    ("SHA-512", "sha512"),
    ("SHA3-256", "sha3_256"),
    ("SHA3-384", "sha3_384"),
    ("SHA3-512", "sha3_512"),
    ("BLAKE2b-256", "blake2b256"),
    ("BLAKE2b-512", "blake2b512"),
    ("BLAKE3", "blake3"),
];

/// Writes SPDX 3.0.1, core, software and security profiles.
///
/// An assessment names one element a vulnerability was found in: a statement about several parts of a product becomes as many.
pub fn write_spdx_vex(document: &VexDocument, heading: &VexHeading<'_>) -> WrittenVex {
    let mut losses = Losses::default();
    for (member, present) in [
        ("tlp", document.tlp.is_some()),
        ("role", document.author.role.is_some()),
        ("publisher.namespace", document.author.namespace.is_some()),
        ("version", document.edition > 1),
        ("issued_at", document.issued_at.is_some() && document.issued_at != document.updated_at),
    ] {
        losses.member(member, present);
    }
    let statements = losses.reasoned(document);
    if statements.is_empty() {
        losses.tell(text!("vex-nothing-to-write"));
        return losses.with(None);
    }
    let base = base(document, heading);
    let mut graph =
        Graph { base, items: Items::default(), vulnerabilities: HashMap::new(), elements: Vec::new() };
    for statement in &statements {
        graph.assess(statement, &mut losses);
    }
    let items: Vec<Value> =
        (0..graph.items.all.len()).map(|place| graph.software(place, &mut losses)).collect();
    graph.elements.splice(0..0, items);
    losses.with(Some(pretty(&json!({
        "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld",
        "@graph": graph.written(document, heading),
    }))))
}

/// Under which the elements are named: the document's own identifier where it is an address, else one made of it.
fn base(document: &VexDocument, heading: &VexHeading<'_>) -> String {
    let id = document.id.trim();
    if id.contains("://") && !id.contains(char::is_whitespace) {
        return id.trim_end_matches(['#', '/']).to_owned();
    }
    let space =
        document.author.namespace.as_deref().or(heading.namespace).unwrap_or("https://spdx.org/spdxdocs");
    format!("{}/vex-{}", space.trim_end_matches('/'), &Sha256::of(id.as_bytes()).to_string()[..16])
}

struct Graph<'d> {
    base: String,
    items: Items<'d>,
    /// By name: each vulnerability is one element.
    vulnerabilities: HashMap<&'d VexVulnerability, String>,
    elements: Vec<Value>,
}

impl<'d> Graph<'d> {
    fn vulnerability(&mut self, one: &'d VexVulnerability) -> String {
        if let Some(id) = self.vulnerabilities.get(one) {
            return id.clone();
        }
        let id = format!("{}#vulnerability-{}", self.base, self.vulnerabilities.len() + 1);
        self.vulnerabilities.insert(one, id.clone());
        let identifiers = one.names().map(|name| {
            let kind = if is_cve(name) { "cve" } else { "securityOther" };
            json!({"type": "ExternalIdentifier", "externalIdentifierType": kind, "identifier": name})
        });
        let mut written = json!({
            "type": "security_Vulnerability", "spdxId": id, "creationInfo": CREATION, "name": one.name,
            "externalIdentifier": identifiers.collect::<Vec<_>>(),
        });
        if let Some(description) = &one.description {
            written["description"] = json!(description);
        }
        self.elements.push(written);
        id
    }

    fn item(&mut self, item: &'d VexItem) -> String {
        let place = self.items.place(item);
        format!("{}#software-{}", self.base, place + 1)
    }

    fn assess(&mut self, one: &'d VexStatement, losses: &mut Losses) {
        losses.cyclonedx_words(one);
        let from = self.vulnerability(&one.vulnerability);
        // What stands alone in one assessment, each part in one of its own.
        let alone: Vec<&'d VexItem> =
            one.products.iter().filter(|it| it.subcomponents.is_empty()).map(|it| &it.item).collect();
        if !alone.is_empty() {
            let to: Vec<String> = alone.into_iter().map(|item| self.item(item)).collect();
            self.relationship(one, &from, &to, None, losses);
        }
        for product in &one.products {
            for part in &product.subcomponents {
                let (to, part) = (self.item(&product.item), self.item(part));
                self.relationship(one, &from, &[to], Some(&part), losses);
            }
        }
    }

    fn relationship(
        &mut self,
        one: &VexStatement,
        from: &str,
        to: &[String],
        part: Option<&str>,
        losses: &mut Losses,
    ) {
        let words = one.status.words();
        let mut written = json!({
            "type": format!("security_Vex{}VulnAssessmentRelationship", words.spdx_class),
            "spdxId": format!("{}#statement-{}", self.base, self.elements.len() + 1),
            "creationInfo": CREATION,
            "relationshipType": words.spdx_type,
            "from": from,
            "to": to,
        });
        let mut say = |member: &str, value: Option<&str>| {
            if let Some(value) = value {
                written[member] = json!(value);
            }
        };
        say("security_assessedElement", part);
        say("security_statusNotes", one.notes.as_deref());
        let stated_at = one.stated_at.map(whole_second);
        losses.member("timestamp below seconds", one.stated_at.is_some_and(|at| at.subsec_nanosecond() != 0));
        say("security_publishedTime", stated_at.as_deref());
        if one.status == VexStatus::NotAffected {
            say("security_justificationType", one.justification.map(|it| it.words().spdx));
            say("security_impactStatement", one.impact.as_deref());
        } else {
            losses.member("impact", one.impact.is_some());
        }
        let action = one.action.as_ref();
        losses.member("remediations.category", action.is_some_and(|action| action.kind.is_some()));
        if one.status == VexStatus::Affected {
            say("security_actionStatement", Some(action.map_or(NO_ACTION, |action| &action.says)));
        } else {
            losses.member("action", action.is_some());
        }
        self.elements.push(written);
    }

    fn software(&self, place: usize, losses: &mut Losses) -> Value {
        let item = self.items.all[place];
        let purl = item.purl.as_deref().and_then(|purl| purl.parse::<Purl>().ok());
        let mut written = Map::new();
        let mut say = |member: &str, value: Value| drop(written.insert(member.to_owned(), value));
        say("type", json!("software_Package"));
        say("spdxId", json!(format!("{}#software-{}", self.base, place + 1)));
        say("creationInfo", json!(CREATION));
        let name = item.name.clone().or_else(|| purl.as_ref().map(|purl| purl.name.clone()));
        if let Some(name) = name {
            say("name", json!(name));
        }
        if let Some(version) =
            item.version.clone().or_else(|| purl.as_ref().and_then(|purl| purl.version.clone()))
        {
            say("software_packageVersion", json!(version));
        }
        if let Some(purl) = &item.purl {
            say("software_packageUrl", json!(purl));
        }
        let identifier = |kind: &str, value: &str| json!({"type": "ExternalIdentifier", "externalIdentifierType": kind, "identifier": value});
        let cpe = item
            .cpe
            .iter()
            .map(|cpe| identifier(if cpe.starts_with("cpe:2.3:") { "cpe23" } else { "cpe22" }, cpe));
        let identifiers: Vec<Value> = item.id.iter().map(|id| identifier("other", id)).chain(cpe).collect();
        if !identifiers.is_empty() {
            say("externalIdentifier", json!(identifiers));
        }
        let named =
            |ours: &str| ALGORITHMS.iter().find(|(known, _)| *known == ours).map(|(_, theirs)| *theirs);
        losses.member("product.hashes", item.digests.iter().any(|(algorithm, _)| named(algorithm).is_none()));
        let hashes = item.digests.iter().filter_map(|(algorithm, value)| {
            Some(json!({"type": "Hash", "algorithm": named(algorithm)?, "hashValue": value}))
        });
        let hashes: Vec<Value> = hashes.collect();
        if !hashes.is_empty() {
            say("verifiedUsing", json!(hashes));
        }
        Value::Object(written)
    }

    fn written(self, document: &VexDocument, heading: &VexHeading<'_>) -> Vec<Value> {
        let base = &self.base;
        let created_at = document.updated_at.or(document.issued_at).unwrap_or(heading.written_at);
        let tool = document.tool.as_deref().unwrap_or(heading.tool);
        let ids: Vec<&Value> = self.elements.iter().map(|one| &one["spdxId"]).collect();
        let mut head = json!({
            "type": "SpdxDocument", "spdxId": document_id(document, base), "creationInfo": CREATION,
            "profileConformance": ["core", "software", "security"], "rootElement": ids, "element": ids,
        });
        if let Some(title) = &document.title {
            head["name"] = json!(title);
        }
        let mut graph = vec![
            json!({"type": "CreationInfo", "@id": CREATION, "specVersion": "3.0.1",
                "created": whole_second(created_at),
                "createdBy": [format!("{base}#author")], "createdUsing": [format!("{base}#tool")]}),
            json!({"type": "Agent", "spdxId": format!("{base}#author"), "creationInfo": CREATION,
                "name": document.author.name}),
            json!({"type": "Tool", "spdxId": format!("{base}#tool"), "creationInfo": CREATION, "name": tool}),
            head,
        ];
        graph.extend(self.elements);
        graph
    }
}

fn document_id(document: &VexDocument, base: &str) -> String {
    let id = document.id.trim();
    if id.contains(':') && !id.contains(char::is_whitespace) {
        id.to_owned()
    } else {
        format!("{base}#document")
    }
}

/// SPDX 3, `DateTime`: no parts of seconds.
fn whole_second(at: Timestamp) -> String {
    Timestamp::from_second(at.as_second()).unwrap_or(at).to_string()
}
