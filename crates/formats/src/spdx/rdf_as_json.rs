//! SPDX 2.2 and 2.3 in RDF/XML, told as the JSON it stands for: one reader then reads both.

use std::collections::{BTreeSet, HashMap, HashSet};

use proofmark_facts::Problem;
use proofmark_text::text;
use serde_json::{Map, Value};

use super::rdf::{Graph, Node, Object, Statement, Step, read_rdf, refusal};
use super::rdf_names::{
    As, DOCUMENT, ELSEWHERE, EXTRACTED, FILE, Member, PACKAGE, RELATIONSHIP, SNIPPET, TERMS, algorithm,
    in_capitals,
};
use crate::Limits;
use crate::excerpt::excerpt;

const TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

/// The most names that are told of what is passed over.
const MOST_PASSED_OVER: usize = 20;

/// A document told as JSON.
pub(crate) struct RdfAsJson {
    pub(crate) json: String,
    /// The names of the properties of SPDX that are passed over, each once.
    pub(crate) passed_over: BTreeSet<String>,
}

/// The document in JSON. It is held as statements on the way, and so no longer one is read than of other documents that are.
pub(crate) fn rdf_as_json(written: &str, limits: &Limits) -> Result<RdfAsJson, Box<Problem>> {
    let graph = read_rdf(written, limits)?;
    let mut kinds = HashMap::new();
    for node in &graph.nodes {
        let kind = node.statements.iter().find_map(|statement| match &statement.object {
            Object::Node(kind) if statement.property == TYPE => kind.strip_prefix(TERMS),
            _ => None,
        });
        kinds.insert(node.name.as_str(), kind.unwrap_or_default());
    }
    let mut documents = graph.nodes.iter().filter(|node| kinds[node.name.as_str()] == "SpdxDocument");
    let Some(document) = documents.next() else {
        return Err(refusal(written, 0, text!("formats-rdf-no-document")));
    };
    if let Some(second) = documents.next() {
        let offset = second.statements.first().map_or(0, |statement| statement.offset);
        return Err(refusal(written, offset, text!("formats-rdf-several-documents")));
    }
    let namespace = document.name.split_once('#').map_or(document.name.as_str(), |(namespace, _)| namespace);
    let mut telling = Telling {
        written,
        graph: &graph,
        kinds: &kinds,
        namespace,
        elsewhere: HashMap::new(),
        passed_over: BTreeSet::new(),
        left: limits.toml_bytes.saturating_mul(4),
        most: limits.toml_bytes.saturating_mul(4),
    };
    let json = telling.document(document)?;
    Ok(RdfAsJson { json: json.to_string(), passed_over: telling.passed_over })
}

pub(super) struct Telling<'g> {
    pub(super) written: &'g str,
    pub(super) graph: &'g Graph,
    pub(super) kinds: &'g HashMap<&'g str, &'g str>,
    namespace: &'g str,
    /// What documents elsewhere are called here, by their namespace.
    elsewhere: HashMap<String, String>,
    passed_over: BTreeSet<String>,
    /// How many bytes may still be told: what is said once may be spoken of many times.
    left: usize,
    most: usize,
}

impl<'g> Telling<'g> {
    fn document(&mut self, document: &'g Node) -> Step<Value> {
        let mut references = Vec::new();
        for node in self.of_kind("ExternalDocumentRef") {
            let mut reference = self.members(node, ELSEWHERE, &["externalDocumentId"])?;
            let fragment = || node.name.rsplit_once('#').map(|(_, fragment)| fragment);
            let name = words_of(node, "externalDocumentId").or_else(fragment).unwrap_or_default();
            if let Some(namespace) = reference.get("spdxDocument").and_then(Value::as_str) {
                self.elsewhere.insert(namespace.to_owned(), name.to_owned());
            }
            reference.insert("externalDocumentId".to_owned(), name.into());
            references.push(Value::Object(reference));
        }
        let elsewhere = [
            "relationship",
            "externalDocumentRef",
            "hasExtractedLicensingInfo",
            "describesPackage",
            "referencesFile",
        ];
        let mut told = self.members(document, DOCUMENT, &elsewhere)?;
        told.insert("SPDXID".to_owned(), self.element(&document.name).into());
        told.insert("documentNamespace".to_owned(), self.namespace.into());
        put(&mut told, "externalDocumentRefs", references);
        let mut extracted = Vec::new();
        for node in self.of_kind("ExtractedLicensingInfo") {
            let mut one = self.members(node, EXTRACTED, &["licenseId"])?;
            let name = words_of(node, "licenseId").map_or_else(|| self.element(&node.name), str::to_owned);
            one.insert("licenseId".to_owned(), name.into());
            extracted.push(Value::Object(one));
        }
        put(&mut told, "hasExtractedLicensingInfos", extracted);
        let mut related = self.relationships(document)?;
        let packages =
            self.elements("Package", PACKAGE, &["relationship", "hasFile"], &mut related.files_of)?;
        let files = self.elements("File", FILE, &["relationship"], &mut related.files_of)?;
        let snippets = self.elements("Snippet", SNIPPET, &["relationship"], &mut related.files_of)?;
        put(&mut told, "documentDescribes", related.described.0);
        put(&mut told, "packages", packages);
        put(&mut told, "files", files);
        put(&mut told, "snippets", snippets);
        put(&mut told, "relationships", related.others);
        Ok(Value::Object(told))
    }

    fn of_kind(&self, kind: &str) -> Vec<&'g Node> {
        self.graph.nodes.iter().filter(|node| self.kinds[node.name.as_str()] == kind).collect()
    }

    /// The relationships, those JSON has members for among these: what the document describes, and the files of packages.
    fn relationships(&mut self, document: &'g Node) -> Step<Related<'g>> {
        let mut related = Related::default();
        for node in &self.graph.nodes {
            for statement in of_term(node, "describesPackage") {
                if let Object::Node(package) = &statement.object {
                    add(&mut related.described, self.element(package));
                }
            }
            for statement in of_term(node, "hasFile") {
                if let Object::Node(file) = &statement.object {
                    related.has_file(&node.name, self.element(file));
                }
            }
            let mut seen = HashSet::new();
            for statement in of_term(node, "relationship") {
                let Some(relationship) = self.node_of(statement).filter(|node| seen.insert(&node.name))
                else {
                    continue;
                };
                let mut one = self.members(relationship, RELATIONSHIP, &[])?;
                let kind = one.get("relationshipType").and_then(Value::as_str).unwrap_or_default();
                let other = one.get("relatedSpdxElement").and_then(Value::as_str);
                let is_of = |kind| self.kinds[node.name.as_str()] == kind;
                match (kind, other) {
                    _ if one.contains_key("comment") => {}
                    ("DESCRIBES", Some(other)) if node.name == document.name => {
                        add(&mut related.described, other.to_owned());
                        continue;
                    }
                    ("CONTAINS", Some(other)) if is_of("Package") && self.is_file(relationship) => {
                        related.has_file(&node.name, other.to_owned());
                        continue;
                    }
                    _ => {}
                }
                one.insert("spdxElementId".to_owned(), self.element(&node.name).into());
                related.others.push(Value::Object(one));
            }
        }
        Ok(related)
    }

    /// Whether a relationship leads to a file of this document.
    fn is_file(&self, relationship: &Node) -> bool {
        of_term(relationship, "relatedSpdxElement").any(|statement| match &statement.object {
            Object::Node(name) => self.kinds.get(name.as_str()).is_some_and(|kind| *kind == "File"),
            Object::Words(_) => false,
        })
    }

    fn elements(
        &mut self,
        kind: &str,
        members: &[Member],
        elsewhere: &[&str],
        files_of: &mut HashMap<&'g str, Listed>,
    ) -> Step<Vec<Value>> {
        let mut all = Vec::new();
        for node in self.of_kind(kind) {
            let mut one = self.members(node, members, elsewhere)?;
            one.insert("SPDXID".to_owned(), self.element(&node.name).into());
            if let Some((files, _)) = files_of.remove(node.name.as_str()) {
                put(&mut one, "hasFiles", files);
            }
            all.push(Value::Object(one));
        }
        Ok(all)
    }

    /// A node as an object. What is told elsewhere is no member of it, and nothing that was passed over.
    fn members(
        &mut self,
        node: &'g Node,
        members: &[Member],
        elsewhere: &[&str],
    ) -> Step<Map<String, Value>> {
        let mut told = Map::new();
        let mut seen = HashSet::new();
        for statement in &node.statements {
            // A statement that is made twice says no more than once.
            if statement.property == TYPE || !seen.insert((&statement.property, &statement.object)) {
                continue;
            }
            let Some(member) = members.iter().find(|member| member.is(&statement.property)) else {
                let name = statement.property.strip_prefix(TERMS).unwrap_or(&statement.property);
                if !elsewhere.contains(&name) && self.passed_over.len() < MOST_PASSED_OVER {
                    self.passed_over.insert(excerpt(name));
                }
                continue;
            };
            let value = self.value(statement, member.told)?;
            match told.get_mut(member.json) {
                Some(Value::Array(list)) if member.is_list => list.push(value),
                Some(_) => {
                    let name = member.json;
                    return Err(refusal(
                        self.written,
                        statement.offset,
                        text!("formats-xml-twice", name = name),
                    ));
                }
                None if member.is_list => {
                    told.insert(member.json.to_owned(), Value::Array(vec![value]));
                }
                None => {
                    told.insert(member.json.to_owned(), value);
                }
            }
        }
        Ok(told)
    }

    fn value(&mut self, statement: &'g Statement, told: As) -> Step<Value> {
        if let As::Object(members) = told {
            self.take(16, statement)?;
            return match self.node_of(statement) {
                Some(node) => self.members(node, members, &[]).map(Value::Object),
                None => Ok(Value::Object(Map::new())),
            };
        }
        let licence = match told {
            As::Licence => Some(self.licence(statement)?),
            _ => None,
        };
        let said = match &statement.object {
            Object::Words(words) | Object::Node(words) => words.as_str(),
        };
        let choice = || {
            let name = said.strip_prefix(TERMS).unwrap_or(said);
            name.split_once('_').map_or(name, |(_, choice)| choice)
        };
        let words = match told {
            As::Licence => licence.unwrap_or_default(),
            As::Choice => in_capitals(choice(), '_'),
            As::Category => in_capitals(choice(), '-'),
            As::Algorithm => algorithm(choice()),
            As::ReferenceType => {
                said.strip_prefix("http://spdx.org/rdf/references/").unwrap_or(said).to_owned()
            }
            As::Element => self.element(said),
            As::Boolean if matches!(said.trim(), "true" | "1") => return Ok(Value::Bool(true)),
            As::Boolean if matches!(said.trim(), "false" | "0") => return Ok(Value::Bool(false)),
            As::Number if said.trim().parse::<u64>().is_ok() => {
                return Ok(Value::from(said.trim().parse::<u64>().unwrap_or_default()));
            }
            As::Document => said.trim_end_matches('#').to_owned(),
            _ => match &statement.object {
                Object::Words(words) => words.clone(),
                Object::Node(name) => none_or_unknown(name).unwrap_or(name).to_owned(),
            },
        };
        self.take(words.len(), statement)?;
        Ok(words.into())
    }

    /// Counts what is told, and refuses to tell more than fits.
    pub(super) fn take(&mut self, bytes: usize, statement: &Statement) -> Step<()> {
        let Some(left) = self.left.checked_sub(bytes.saturating_add(8)) else {
            let says = text!("formats-xml-too-much", most = self.most);
            return Err(refusal(self.written, statement.offset, says));
        };
        self.left = left;
        Ok(())
    }

    pub(super) fn node_of(&self, statement: &Statement) -> Option<&'g Node> {
        match &statement.object {
            Object::Node(name) => self.graph.node(name),
            Object::Words(_) => None,
        }
    }

    /// What an element is called in JSON: by its identifier here, or by the document it is of and its identifier there.
    pub(super) fn element(&self, name: &str) -> String {
        if let Some(said) = none_or_unknown(name) {
            return said.to_owned();
        }
        let Some((namespace, fragment)) = name.rsplit_once('#') else { return name.to_owned() };
        if namespace == self.namespace {
            // The library of SPDX in Java writes a colon so.
            return fragment.replace("%3A", ":");
        }
        match self.elsewhere.get(namespace) {
            Some(document) => format!("{document}:{fragment}"),
            None => name.to_owned(),
        }
    }
}

/// Identifiers in the order they are told, each once.
type Listed = (Vec<Value>, HashSet<String>);

/// What relationships say, by where JSON says it.
#[derive(Default)]
struct Related<'g> {
    described: Listed,
    /// The files of each package.
    files_of: HashMap<&'g str, Listed>,
    others: Vec<Value>,
}

impl<'g> Related<'g> {
    fn has_file(&mut self, package: &'g str, file: String) {
        add(self.files_of.entry(package).or_default(), file);
    }
}

/// `NONE` and `NOASSERTION`, which are nodes of SPDX's own.
pub(super) fn none_or_unknown(name: &str) -> Option<&'static str> {
    match name.strip_prefix(TERMS)? {
        "none" => Some("NONE"),
        "noassertion" => Some("NOASSERTION"),
        _ => None,
    }
}

/// The statements of one of SPDX's own properties.
pub(super) fn of_term<'n>(node: &'n Node, term: &str) -> impl Iterator<Item = &'n Statement> {
    node.statements.iter().filter(move |statement| statement.property.strip_prefix(TERMS) == Some(term))
}

/// What a node says in one of SPDX's own properties.
pub(super) fn words_of<'n>(node: &'n Node, term: &str) -> Option<&'n str> {
    of_term(node, term).find_map(|statement| match &statement.object {
        Object::Words(words) => Some(words.trim()),
        Object::Node(_) => None,
    })
}

fn add(listed: &mut Listed, name: String) {
    if listed.1.insert(name.clone()) {
        listed.0.push(name.into());
    }
}

fn put(object: &mut Map<String, Value>, name: &str, list: Vec<Value>) {
    if !list.is_empty() {
        object.insert(name.to_owned(), Value::Array(list));
    }
}
