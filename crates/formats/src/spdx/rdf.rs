//! RDF/XML (<https://www.w3.org/TR/rdf-syntax-grammar/>) as the statements it makes, as much of it as SPDX is written in.
//!
//! Nothing here calls itself: elements may stand a thousand deep in each other, since writers nest what depends on each other.

use std::collections::HashMap;

use proofmark_facts::{Place, Problem};
use proofmark_text::{Text, text};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::Limits;
use crate::excerpt::excerpt;
use crate::input::line_and_column;
use crate::xml_signs::{is_forbidden, not_allowed, predefined};

/// What the names of RDF itself belong to.
const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/// What `xml:base` and `xml:lang` belong to, bound without being said.
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// The most attributes of one element, and the most prefixes that stand for something at one place.
const MOST_ATTRIBUTES: usize = 256;

/// How deep elements may stand in each other. Each dependency takes four of them where what depends is nested.
const MOST_DEEP: usize = 4096;

/// The longest name of a namespace: it stands in the name of every property, however short the document says it.
const LONGEST_NAMESPACE: usize = 1024;

pub(super) type Step<T> = Result<T, Box<Problem>>;

/// What a statement says of its subject.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Object {
    /// A text.
    Words(String),
    /// Another node, by its name.
    Node(String),
}

/// One statement of a node.
#[derive(Debug)]
pub(super) struct Statement {
    /// The name of the property, with its namespace.
    pub(super) property: String,
    pub(super) object: Object,
    /// Where it stands, in bytes.
    pub(super) offset: usize,
}

/// All that is said of one node, wherever it is said.
#[derive(Debug)]
pub(super) struct Node {
    /// Its IRI, or `_:` and its name in the document.
    pub(super) name: String,
    pub(super) statements: Vec<Statement>,
}

/// The nodes in the order they are first spoken of.
#[derive(Debug, Default)]
pub(super) struct Graph {
    pub(super) nodes: Vec<Node>,
    by_name: HashMap<String, usize>,
}

impl Graph {
    pub(super) fn node(&self, name: &str) -> Option<&Node> {
        self.by_name.get(name).map(|&index| &self.nodes[index])
    }

    fn noted(&mut self, name: &str) -> usize {
        *self.by_name.entry(name.to_owned()).or_insert_with(|| {
            self.nodes.push(Node { name: name.to_owned(), statements: Vec::new() });
            self.nodes.len() - 1
        })
    }
}

/// What an open element is.
enum Open {
    /// `rdf:RDF`.
    Root,
    /// A node.
    Node(usize),
    /// A property of a node: the text in it, and whether its object is already told.
    Property { of: usize, property: String, words: String, told: bool, offset: usize },
}

/// An attribute: its namespace, its name in it, its value.
type Attribute = (String, String, String);

struct Reading<'a> {
    written: &'a str,
    reader: Reader<&'a [u8]>,
    graph: Graph,
    open: Vec<Open>,
    /// What prefixes stand for: how deep that was said, the prefix, the namespace.
    bound: Vec<(usize, String, String)>,
    base: String,
    unnamed: usize,
}

/// The statements of a document.
pub(super) fn read_rdf(written: &str, limits: &Limits) -> Step<Graph> {
    if written.len() > limits.toml_bytes {
        let says = text!("formats-too-long", bytes = written.len(), most = limits.toml_bytes);
        return Err(Box::new(Problem::error(Place::default(), says)));
    }
    let mut reader = Reader::from_str(written);
    reader.config_mut().expand_empty_elements = true;
    reader.config_mut().check_comments = true;
    let bound = vec![(0, "xml".to_owned(), XML.to_owned())];
    let (graph, open) = (Graph::default(), Vec::new());
    let mut reading = Reading { written, reader, graph, open, bound, base: String::new(), unnamed: 0 };
    if let Some((offset, sign)) = written.char_indices().find(|&(_, sign)| is_forbidden(sign)) {
        return Err(refusal(written, offset, not_allowed(sign)));
    }
    reading.document()?;
    Ok(reading.graph)
}

/// Why a document is read no further, with the line and column.
pub(super) fn refusal(written: &str, offset: usize, says: Text) -> Box<Problem> {
    let mut offset = offset.min(written.len());
    while !written.is_char_boundary(offset) {
        offset -= 1;
    }
    let place = Place { line_and_column: Some(line_and_column(written, offset)), ..Place::default() };
    Box::new(Problem::error(place, says))
}

impl Reading<'_> {
    fn document(&mut self) -> Step<()> {
        let mut is_over = false;
        loop {
            let offset = self.offset();
            let event = self.reader.read_event();
            let event = event.map_err(|error| self.malformed(&error.to_string()))?;
            match event {
                Event::Start(_) if is_over => return Err(self.refuse(text!("formats-xml-outside"))),
                Event::Start(element) => self.opens(&element, offset)?,
                Event::End(_) => {
                    self.closes()?;
                    is_over = self.open.is_empty();
                }
                Event::Text(words) => {
                    let words = words.xml10_content().map_err(|error| self.malformed(&error.to_string()))?;
                    self.says(&words)?;
                }
                Event::CData(words) => {
                    let words = words.xml10_content().map_err(|error| self.malformed(&error.to_string()))?;
                    self.says(&words)?;
                }
                Event::GeneralRef(reference) => {
                    let name = reference.decode().unwrap_or_default();
                    let sign = reference.resolve_char_ref().ok().flatten().or_else(|| predefined(&name));
                    match sign {
                        Some(sign) if is_forbidden(sign) => return Err(self.refuse(not_allowed(sign))),
                        Some(sign) => self.says(sign.encode_utf8(&mut [0; 4]))?,
                        None => {
                            return Err(self.refuse(text!("formats-xml-entity", name = excerpt(&name))));
                        }
                    }
                }
                Event::DocType(_) => return Err(self.refuse(text!("formats-xml-doctype"))),
                Event::Eof if is_over => return Ok(()),
                Event::Eof => return Err(self.refuse(text!("formats-xml-ends-early"))),
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
    }

    fn opens(&mut self, element: &BytesStart<'_>, offset: usize) -> Step<()> {
        if self.open.len() >= MOST_DEEP {
            return Err(self.refuse(text!("formats-xml-too-deep", most = MOST_DEEP)));
        }
        let attributes = self.attributes(element)?;
        let name = String::from_utf8_lossy(element.name().as_ref()).into_owned();
        let (namespace, local) = self.resolved(&name, true)?;
        let full = format!("{namespace}{local}");
        match self.open.last_mut() {
            None if namespace == RDF && local == "RDF" => {
                self.open.push(Open::Root);
                Ok(())
            }
            None | Some(Open::Root) => {
                let node = self.node(&full, &attributes, offset)?;
                self.open.push(Open::Node(node));
                Ok(())
            }
            Some(Open::Property { told: true, .. }) => Err(self.unread(&name)),
            Some(Open::Property { of, property, told, words, offset: of_property }) => {
                if !words.trim().is_empty() {
                    return Err(self.unread(&name));
                }
                *told = true;
                let (of, property, of_property) = (*of, property.clone(), *of_property);
                let node = self.node(&full, &attributes, offset)?;
                let object = Object::Node(self.graph.nodes[node].name.clone());
                self.state(of, property, object, of_property);
                self.open.push(Open::Node(node));
                Ok(())
            }
            Some(Open::Node(of)) => {
                let of = *of;
                self.property(of, full, &attributes, offset)
            }
        }
    }

    /// A node by its element, with what its attributes say.
    fn node(&mut self, kind: &str, attributes: &[Attribute], offset: usize) -> Step<usize> {
        let mut named = None;
        for (namespace, local, value) in attributes.iter().filter(|(namespace, ..)| namespace == RDF) {
            let name = match local.as_str() {
                "about" => self.absolute(value),
                "ID" => self.absolute(&format!("#{value}")),
                "nodeID" => format!("_:{value}"),
                "type" => continue,
                _ => return Err(self.unread(&format!("{namespace}{local}"))),
            };
            if named.replace(name).is_some() {
                return Err(self.refuse(text!("formats-xml-twice", name = "rdf:about")));
            }
        }
        let name = named.unwrap_or_else(|| self.unnamed());
        let node = self.graph.noted(&name);
        let type_of = || format!("{RDF}type");
        if kind != format!("{RDF}Description") {
            self.state(node, type_of(), Object::Node(kind.to_owned()), offset);
        }
        for (namespace, local, value) in attributes {
            if namespace == RDF && local == "type" {
                self.state(node, type_of(), Object::Node(value.clone()), offset);
            } else if namespace != RDF && namespace != XML && !namespace.is_empty() {
                self.state(node, format!("{namespace}{local}"), Object::Words(value.clone()), offset);
            }
        }
        Ok(node)
    }

    /// A property of a node, with the object its attributes name, if they do.
    fn property(&mut self, of: usize, property: String, attributes: &[Attribute], offset: usize) -> Step<()> {
        let mut object = None;
        let mut stands_in_it = None;
        for (namespace, local, value) in attributes {
            let next = match (namespace.as_str(), local.as_str()) {
                (RDF, "resource") => Object::Node(self.absolute(value)),
                (RDF, "nodeID") => Object::Node(format!("_:{value}")),
                (RDF, "parseType") if value == "Resource" => {
                    let name = self.unnamed();
                    stands_in_it = Some(self.graph.noted(&name));
                    Object::Node(name)
                }
                (RDF, "datatype") | (XML | "", _) => continue,
                _ => return Err(self.unread(&format!("{namespace}{local}"))),
            };
            if object.replace(next).is_some() {
                return Err(self.refuse(text!("formats-xml-twice", name = "rdf:resource")));
            }
        }
        let told = object.is_some();
        if let Some(object) = object {
            self.state(of, property.clone(), object, offset);
        }
        self.open.push(match stands_in_it {
            Some(node) => Open::Node(node),
            None => Open::Property { of, property, words: String::new(), told, offset },
        });
        Ok(())
    }

    fn says(&mut self, more: &str) -> Step<()> {
        match self.open.last_mut() {
            Some(Open::Property { words, told: false, .. }) => words.push_str(more),
            _ if more.trim().is_empty() => {}
            _ => return Err(self.refuse(text!("formats-xml-outside"))),
        }
        Ok(())
    }

    fn closes(&mut self) -> Step<()> {
        let Some(done) = self.open.pop() else { return Err(self.malformed("</")) };
        if let Open::Property { of, property, words, told: false, offset } = done {
            self.state(of, property, Object::Words(words), offset);
        }
        let depth = self.open.len();
        while self.bound.pop_if(|(bound, ..)| *bound > depth).is_some() {}
        Ok(())
    }

    fn state(&mut self, of: usize, property: String, object: Object, offset: usize) {
        self.graph.nodes[of].statements.push(Statement { property, object, offset });
    }

    fn unnamed(&mut self) -> String {
        self.unnamed += 1;
        // A blank stands in no name that a document gives.
        format!("_: {}", self.unnamed)
    }

    /// A name that is no whole IRI goes on from the document's own.
    fn absolute(&self, name: &str) -> String {
        match name.strip_prefix('#') {
            Some(_) => format!("{}{name}", self.base.trim_end_matches('#')),
            None => name.to_owned(),
        }
    }

    /// The namespace a name is of and the name in it. Attributes without a prefix are of none.
    fn resolved(&self, name: &str, is_element: bool) -> Step<(String, String)> {
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        if prefix.is_empty() && !is_element {
            return Ok((String::new(), local.to_owned()));
        }
        let bound = self.bound.iter().rev().find(|(_, bound, _)| bound == prefix);
        match bound {
            Some((.., namespace)) => Ok((namespace.clone(), local.to_owned())),
            None => Err(self.refuse(text!("formats-xml-prefix", prefix = excerpt(prefix)))),
        }
    }

    /// The attributes of an element, once what it says prefixes stand for is noted.
    fn attributes(&mut self, element: &BytesStart<'_>) -> Step<Vec<Attribute>> {
        let mut all = Vec::new();
        for attribute in element.attributes() {
            let attribute = attribute.map_err(|error| self.malformed(&error.to_string()))?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            let value = value.map_err(|error| self.malformed(&error.to_string()))?;
            if let Some(sign) = value.chars().find(|&sign| is_forbidden(sign)) {
                return Err(self.refuse(not_allowed(sign)));
            }
            let name = String::from_utf8_lossy(attribute.key.as_ref()).into_owned();
            let of_names = name.starts_with("xmlns") || name == "xml:base";
            if of_names && value.len() > LONGEST_NAMESPACE {
                return Err(self.unread(&name));
            }
            let prefix = name.strip_prefix("xmlns").filter(|rest| rest.is_empty() || rest.starts_with(':'));
            match prefix {
                Some(prefix) => {
                    let prefix = prefix.trim_start_matches(':').to_owned();
                    self.bound.push((self.open.len() + 1, prefix, value.into_owned()));
                }
                None => all.push((name, value.into_owned())),
            }
            if all.len().max(self.bound.len()) > MOST_ATTRIBUTES {
                return Err(self.refuse(text!("formats-xml-attributes", most = MOST_ATTRIBUTES)));
            }
        }
        let mut resolved = Vec::with_capacity(all.len());
        for (name, value) in all {
            let (namespace, local) = self.resolved(&name, false)?;
            if namespace == XML && local == "base" {
                if !self.open.is_empty() {
                    return Err(self.unread("xml:base"));
                }
                self.base.clone_from(&value);
            }
            resolved.push((namespace, local, value));
        }
        Ok(resolved)
    }

    fn offset(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    fn refuse(&self, says: Text) -> Box<Problem> {
        refusal(self.written, self.offset(), says)
    }

    fn malformed(&self, why: &str) -> Box<Problem> {
        if self.offset() >= self.written.len() {
            return self.refuse(text!("formats-xml-ends-early"));
        }
        self.refuse(text!("formats-xml-malformed", why = excerpt(why)))
    }

    fn unread(&self, name: &str) -> Box<Problem> {
        self.refuse(text!("formats-rdf-unread", name = excerpt(name)))
    }
}
