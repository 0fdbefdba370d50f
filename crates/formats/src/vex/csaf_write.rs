//! CSAF 2.0, profile `csaf_vex`, written so that every mandatory test of the standard (section 6.1) passes.

use proofmark_facts::{Cpe, Purl, STATUS_WORDS, VexDocument, VexItem, VexStatement, VexStatus, is_cve};
use proofmark_text::text;
use serde_json::{Map, Value, json};

use super::csaf::{PROFILE, STATUS_NOTES};
use super::csaf_products::PART_OF;
use super::labelled::action_word;
use super::written::{Items, Losses, NO_ACTION, VexHeading, WrittenVex, pretty};

/// What a publisher may be (CSAF 2.0, section 3.2.1.8.1).
const CATEGORIES: [&str; 6] = ["coordinator", "discoverer", "other", "translator", "user", "vendor"];

/// The marks of version 2.0. `AMBER+STRICT` has no equal there and becomes the stricter `RED`.
const LABELS: [(&str, &str); 6] = [
    ("WHITE", "WHITE"),
    ("CLEAR", "WHITE"),
    ("GREEN", "GREEN"),
    ("AMBER", "AMBER"),
    ("AMBER+STRICT", "RED"),
    ("RED", "RED"),
];

/// The digests CSAF takes: a value has 32 digits at least.
const SHORTEST_DIGEST: usize = 32;

/// Words that make a version a range in the eyes of test 6.1.31.
const RANGES: [&str; 14] = [
    "<", "<=", ">", ">=", "after", "all", "before", "earlier", "later", "prior", "versions", "up", "and",
    "or",
];

/// Writes a VEX document of CSAF 2.0.
///
/// A document without statements, identifier or author, or of which nobody said under which address its author publishes, is not
/// written. An action of which nothing says what kind it is becomes `none_available`, the weakest claim there is.
pub fn write_csaf_vex(document: &VexDocument, heading: &VexHeading<'_>) -> WrittenVex {
    let mut losses = Losses::default();
    let namespace = document.author.namespace.as_deref().or(heading.namespace);
    let statements = losses.reasoned(document);
    let (Some(namespace), false) =
        (namespace, document.id.trim().is_empty() || document.author.name.is_empty())
    else {
        losses.tell(text!("vex-csaf-needs-namespace"));
        return losses.with(None);
    };
    if statements.is_empty() {
        losses.tell(text!("vex-nothing-to-write"));
        return losses.with(None);
    }
    let mut tree = ProductTree::default();
    let vulnerabilities = vulnerabilities(&statements, &mut tree, &mut losses);
    let written = json!({
        "document": head(document, namespace, heading, &mut losses),
        "product_tree": tree.written(&mut losses),
        "vulnerabilities": vulnerabilities,
    });
    losses.with(Some(pretty(&written)))
}

fn head(document: &VexDocument, namespace: &str, heading: &VexHeading<'_>, losses: &mut Losses) -> Value {
    let role = document.author.role.as_deref().unwrap_or("vendor");
    let category = CATEGORIES.iter().find(|known| **known == role).copied();
    losses.member("role", category.is_none());
    let issued_at = document.issued_at.or(document.updated_at).unwrap_or(heading.written_at);
    let updated_at = document.updated_at.unwrap_or(issued_at).max(issued_at);
    let edition = document.edition.max(1);
    let version = format!("1.{}.0", edition - 1);
    let mut history =
        vec![json!({"date": issued_at.to_string(), "number": "1.0.0", "summary": "First edition"})];
    if edition > 1 {
        let summary = format!("Edition {edition}");
        history.push(json!({"date": updated_at.to_string(), "number": version, "summary": summary}));
    }
    let updated_at = if edition > 1 { updated_at } else { issued_at };
    let title = document.title.clone();
    let title = title.unwrap_or_else(|| format!("Vulnerability statements of {}", document.author.name));
    let mut head = json!({
        "category": PROFILE,
        "csaf_version": "2.0",
        "lang": "en",
        "publisher": {"category": category.unwrap_or("other"), "name": document.author.name, "namespace": namespace},
        "title": title,
        "tracking": {
            "id": document.id.trim(),
            "status": "final",
            "version": version,
            "initial_release_date": issued_at.to_string(),
            "current_release_date": updated_at.to_string(),
            "revision_history": history,
            "generator": {"engine": {"name": document.tool.as_deref().unwrap_or(heading.tool)}},
        },
    });
    if let Some(mark) = &document.tlp {
        let known = LABELS.iter().find(|(label, _)| label == mark).map(|(_, label)| *label);
        losses.member("tlp", known.is_none_or(|label| label == "RED" && mark != "RED"));
        // A mark nobody knows is kept as the strictest one.
        let label = known.unwrap_or("RED");
        head["distribution"] = json!({"tlp": {"label": label, "url": "https://www.first.org/tlp/"}});
    }
    head
}

/// One entry for each vulnerability, in the order of the statements.
fn vulnerabilities<'d>(
    statements: &[&'d VexStatement],
    tree: &mut ProductTree<'d>,
    losses: &mut Losses,
) -> Vec<Value> {
    let mut names: Vec<&str> = Vec::new();
    let mut by_name: std::collections::HashMap<&str, Vec<&'d VexStatement>> =
        std::collections::HashMap::new();
    for statement in statements {
        let name = statement.vulnerability.name.as_str();
        if !by_name.contains_key(name) {
            names.push(name);
        }
        by_name.entry(name).or_default().push(statement);
    }
    names.iter().map(|name| vulnerability(&by_name[name], tree, losses)).collect()
}

fn vulnerability<'d>(
    statements: &[&'d VexStatement],
    tree: &mut ProductTree<'d>,
    losses: &mut Losses,
) -> Value {
    let about = &statements[0].vulnerability;
    let mut written = Map::new();
    if is_cve(&about.name) {
        written.insert("cve".to_owned(), json!(about.name));
    }
    let mut aliases: Vec<&str> = statements.iter().flat_map(|one| one.vulnerability.names()).collect();
    aliases.sort_unstable();
    aliases.dedup();
    let first = if is_cve(&about.name) { None } else { Some(about.name.as_str()) };
    let others = aliases.into_iter().filter(|alias| *alias != about.name);
    let ids: Vec<Value> = first.into_iter().chain(others).map(id).collect();
    if !ids.is_empty() {
        written.insert("ids".to_owned(), json!(ids));
    }
    let description = statements.iter().find_map(|one| one.vulnerability.description.as_deref());
    let mut notes = vec![json!({"category": "description", "text": description.unwrap_or(&about.name)})];
    let mut status: Map<String, Value> = Map::new();
    let (mut flags, mut threats, mut remediations) = (Vec::new(), Vec::new(), Vec::new());
    let mut flagged: std::collections::HashSet<String> = std::collections::HashSet::new();
    for one in statements {
        losses.cyclonedx_words(one);
        losses.member("timestamp", one.stated_at.is_some());
        let ids = tree.ids(one);
        let member = STATUS_WORDS[one.status as usize].csaf[0];
        if let Value::Array(known) = status.entry(member).or_insert_with(|| json!([])) {
            known.extend(
                ids.iter()
                    .filter(|id| !known.iter().any(|known| known == *id))
                    .map(|id| json!(id))
                    .collect::<Vec<_>>(),
            );
        }
        if let Some(justification) = one.justification {
            // A product has one flag of these (test 6.1.33).
            let (fresh, again): (Vec<&String>, Vec<&String>) =
                ids.iter().partition(|id| flagged.insert((*id).clone()));
            losses.member("justification", !again.is_empty());
            if !fresh.is_empty() {
                flags.push(json!({"label": justification.words().openvex, "product_ids": fresh}));
            }
        }
        if let Some(impact) = &one.impact {
            threats.push(json!({"category": "impact", "details": impact, "product_ids": ids}));
        }
        let remedy =
            |category: &str, says: &str| json!({"category": category, "details": says, "product_ids": ids});
        match &one.action {
            Some(action) => {
                remediations.push(remedy(action.kind.map_or("none_available", action_word), &action.says));
            }
            None if one.status == VexStatus::Affected => {
                remediations.push(remedy("none_available", NO_ACTION));
            }
            None => {}
        }
        if let Some(says) = &one.notes {
            notes.push(json!({"category": "details", "text": says, "title": format!("{STATUS_NOTES}{}", ids.join(", "))}));
        }
    }
    written.insert("notes".to_owned(), json!(notes));
    written.insert("product_status".to_owned(), Value::Object(status));
    for (member, values) in [("flags", flags), ("threats", threats), ("remediations", remediations)] {
        if !values.is_empty() {
            written.insert(member.to_owned(), json!(values));
        }
    }
    Value::Object(written)
}

fn id(name: &str) -> Value {
    let system = name.split_once('-').map_or("other", |(system, _)| system);
    let system = if system == "EUVD" { "https://euvd.enisa.europa.eu" } else { system };
    json!({"system_name": if system.is_empty() { "other" } else { system }, "text": name})
}

/// The tree as it grows: software, and parts in their products.
#[derive(Default)]
struct ProductTree<'d> {
    items: Items<'d>,
    /// Part and whole by their places, with its id.
    parts: std::collections::HashMap<(usize, usize), String>,
    relationships: Vec<(usize, usize)>,
}

impl<'d> ProductTree<'d> {
    /// The ids of what a statement is about.
    fn ids(&mut self, statement: &'d VexStatement) -> Vec<String> {
        let mut ids = Vec::new();
        for (item, within) in statement.about() {
            let item = self.items.place(item);
            let Some(within) = within else {
                ids.push(product_id(item));
                continue;
            };
            let whole = self.items.place(within);
            let id = self.parts.entry((item, whole)).or_insert_with(|| {
                self.relationships.push((item, whole));
                format!("CSAFPID-R{:04}", self.relationships.len())
            });
            ids.push(id.clone());
        }
        ids
    }

    fn written(&self, losses: &mut Losses) -> Value {
        let (mut branches, mut names) = (Vec::new(), Vec::new());
        for (place, item) in self.items.all.iter().enumerate() {
            let product = full_name(item, place, losses);
            match (&item.name, &item.version) {
                (Some(name), Some(version)) if !is_range(version) => branches.push(json!({
                    "category": "product_name", "name": name,
                    "branches": [{"category": "product_version", "name": version, "product": product}],
                })),
                _ => names.push(product),
            }
        }
        let relationships = self.relationships.iter().map(|(part, whole)| {
            let (item, product) = (self.items.all[*part].called(), self.items.all[*whole].called());
            json!({
                "category": PART_OF,
                "product_reference": product_id(*part),
                "relates_to_product_reference": product_id(*whole),
                "full_product_name": {
                    "name": format!("{item} as a component of {product}"),
                    "product_id": self.parts[&(*part, *whole)],
                },
            })
        });
        let relationships: Vec<Value> = relationships.collect();
        let mut tree = Map::new();
        for (member, values) in
            [("branches", branches), ("full_product_names", names), ("relationships", relationships)]
        {
            if !values.is_empty() {
                tree.insert(member.to_owned(), json!(values));
            }
        }
        Value::Object(tree)
    }
}

fn product_id(place: usize) -> String {
    format!("CSAFPID-{:04}", place + 1)
}

fn is_range(version: &str) -> bool {
    let lower = version.to_ascii_lowercase();
    lower.contains(['<', '>'])
        || lower.split(|letter: char| !letter.is_alphanumeric()).any(|word| RANGES.contains(&word))
}

fn full_name(item: &VexItem, place: usize, losses: &mut Losses) -> Value {
    let name = match (&item.name, &item.version) {
        (Some(name), Some(version)) => format!("{name}@{version}"),
        (Some(name), None) => name.clone(),
        _ => item.called(),
    };
    let mut helper = Map::new();
    match item.purl.as_deref().map(|purl| (purl, purl.parse::<Purl>().is_ok())) {
        Some((purl, true)) => drop(helper.insert("purl".to_owned(), json!(purl))),
        Some((_, false)) => losses.member("product.purl", true),
        None => {}
    }
    match item.cpe.as_deref().map(|cpe| (cpe, cpe.parse::<Cpe>().is_ok())) {
        Some((cpe, true)) => drop(helper.insert("cpe".to_owned(), json!(cpe))),
        Some((_, false)) => losses.member("product.cpe", true),
        None => {}
    }
    let (kept, short): (Vec<_>, Vec<_>) =
        item.digests.iter().partition(|(_, value)| value.len() >= SHORTEST_DIGEST);
    losses.member("product.hashes", !short.is_empty());
    let hashes = kept.into_iter().map(|(algorithm, value)| {
        let hash =
            json!({"algorithm": algorithm.to_ascii_lowercase().replace("sha-", "sha"), "value": value});
        json!({"filename": name, "file_hashes": [hash]})
    });
    let hashes: Vec<Value> = hashes.collect();
    if !hashes.is_empty() {
        helper.insert("hashes".to_owned(), json!(hashes));
    }
    if let Some(id) = &item.id {
        helper
            .insert("x_generic_uris".to_owned(), json!([{"namespace": "https://openvex.dev/ns", "uri": id}]));
    }
    let mut product = json!({"name": name, "product_id": product_id(place)});
    if !helper.is_empty() {
        product["product_identification_helper"] = Value::Object(helper);
    }
    product
}
