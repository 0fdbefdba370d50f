//! CycloneDX XML, 1.2 to 1.7, told as the JSON it stands for: one reader then reads both.

use std::borrow::Cow;
use std::collections::BTreeSet;

use proofmark_facts::{Place, Problem};
use proofmark_text::{Text, text};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::xml_grammar::{BOM, Item, Member, Shape};
use super::xml_place::DependencyPlace;
use crate::Limits;
use crate::excerpt::excerpt;
use crate::input::line_and_column;
use crate::xml_signs::{is_forbidden, not_allowed, predefined};

/// What the names of CycloneDX's elements belong to; the version comes behind it.
const NAMESPACE: &str = "http://cyclonedx.org/schema/bom/";

/// The most attributes of one element: whether one stands twice is found by comparing each with each.
const MOST_ATTRIBUTES: usize = 256;

pub(super) type Step<T> = Result<T, Box<Problem>>;

/// A document told as JSON.
pub(crate) struct ToldAsJson {
    /// What is read of it, each member at its place.
    pub(crate) json: String,
    /// Where each of its dependencies stands, which in XML stand in each other.
    pub(crate) places: Vec<DependencyPlace>,
    /// The names of the elements and attributes of CycloneDX that are passed over, each once.
    pub(crate) passed_over: BTreeSet<String>,
}

/// The document in JSON. Elements of other namespaces are passed over.
pub(crate) fn told_as_json(written: &str, limits: &Limits) -> Result<ToldAsJson, Box<Problem>> {
    let mut teller = Teller::new(written, limits);
    if let Some((offset, sign)) = written.char_indices().find(|&(_, sign)| is_forbidden(sign)) {
        return teller.refuse_at(offset, not_allowed(sign));
    }
    teller.document()?;
    Ok(ToldAsJson { json: teller.json, places: teller.places, passed_over: teller.passed_over })
}

/// What comes next.
enum Token<'a> {
    Opens(BytesStart<'a>),
    Says(Cow<'a, str>),
    Closes,
}

/// Follows the XML and writes the JSON.
pub(super) struct Teller<'a> {
    written: &'a str,
    reader: Reader<&'a [u8]>,
    pub(super) json: String,
    /// What prefixes stand for where the reader is, an empty one for names without: how deep that was said, the prefix, and
    /// whether it is the namespace.
    bound: Vec<(usize, String, bool)>,
    limits: &'a Limits,
    depth: usize,
    pub(super) places: Vec<DependencyPlace>,
    passed_over: BTreeSet<String>,
}

/// The most names that are told of what is passed over.
const MOST_PASSED_OVER: usize = 20;

impl<'a> Teller<'a> {
    fn new(written: &'a str, limits: &'a Limits) -> Self {
        let mut reader = Reader::from_str(written);
        reader.config_mut().expand_empty_elements = true;
        reader.config_mut().check_comments = true;
        Self {
            written,
            reader,
            json: String::new(),
            bound: Vec::new(),
            limits,
            depth: 0,
            places: Vec::new(),
            passed_over: BTreeSet::new(),
        }
    }

    fn document(&mut self) -> Step<()> {
        let root = loop {
            match self.token()? {
                Token::Opens(root) => break root,
                Token::Says(words) if words.trim().is_empty() => {}
                Token::Says(_) | Token::Closes => return self.refuse(text!("formats-xml-outside")),
            }
        };
        let version = self.bind(&root)?;
        self.json.push_str("{\"bomFormat\":\"CycloneDX\",\"specVersion\":");
        self.say(&version);
        self.members(&root, &BOM)?;
        self.json.push('}');
        loop {
            match self.event()? {
                Event::Eof => return self.bounded(),
                Event::Comment(_) | Event::PI(_) => {}
                Event::Text(words) if words.iter().all(u8::is_ascii_whitespace) => {}
                _ => return self.refuse(text!("formats-xml-outside")),
            }
        }
    }

    /// Which version of CycloneDX the outermost element is of, and which prefixes say so.
    fn bind(&mut self, root: &BytesStart<'_>) -> Step<String> {
        let mut versions = Vec::new();
        for (name, value) in self.attributes(root)? {
            let prefix = name.strip_prefix("xmlns").map(|rest| rest.strip_prefix(':').unwrap_or(rest));
            if let (Some(prefix), Some(version)) = (prefix, value.strip_prefix(NAMESPACE)) {
                versions.push((prefix.to_owned(), version.to_owned()));
            }
        }
        let (prefix, local) = named(root);
        let version = versions.iter().find(|(bound, _)| *bound == prefix).map(|(_, version)| version.clone());
        let Some(version) = version.filter(|_| local == "bom") else {
            return self.refuse(text!("formats-cyclonedx-xml-root", found = excerpt(&local)));
        };
        Ok(version)
    }

    /// The value an element stands for, to its end.
    pub(super) fn value(&mut self, element: &BytesStart<'_>, shape: &Shape) -> Step<()> {
        match shape {
            Shape::Words => {
                let words = self.words()?;
                self.say(words.trim());
            }
            Shape::Number | Shape::Boolean => {
                let words = self.words()?;
                self.say_as(words.trim(), shape);
            }
            Shape::Reference => {
                let named = self.attributes(element)?.into_iter().find(|(name, _)| name == "ref");
                self.skip()?;
                let named = named.map(|(_, value)| value).unwrap_or_default();
                self.say(named.trim());
            }
            Shape::Repeated(shape) => self.value(element, shape)?,
            Shape::Object { .. } => {
                self.json.push('{');
                self.members(element, shape)?;
                self.json.push('}');
            }
            Shape::List(items) => {
                self.json.push('[');
                self.items(items)?;
                self.json.push(']');
            }
            Shape::Tools => self.tools()?,
            Shape::Dependencies => self.dependencies()?,
        }
        Ok(())
    }

    /// The members of an object, from the element's attributes, its elements and its text.
    fn members(&mut self, element: &BytesStart<'_>, shape: &Shape) -> Step<()> {
        let Shape::Object { members, text } = shape else { return self.skip() };
        for (name, value) in self.attributes(element)? {
            let is_it = |member: &&Member| member.xml.strip_prefix('@') == Some(&*name);
            if let Some(member) = members.iter().find(is_it) {
                self.key(member.json);
                self.say_as(value.trim(), member.shape);
            } else if !name.contains(':') && name != "xmlns" {
                self.pass_over(Some(&name));
            }
        }
        let (mut words, mut there) = (String::new(), Vec::new());
        let mut lists: Vec<(&str, String)> = Vec::new();
        loop {
            match self.token()? {
                Token::Closes => break,
                Token::Says(more) if text.is_some() => words.push_str(&more),
                Token::Says(_) => {}
                Token::Opens(child) => {
                    let local = self.ours(&child)?;
                    let member = members.iter().find(|member| Some(member.xml) == local.as_deref());
                    match member {
                        Some(Member { json, shape: Shape::Repeated(shape), .. }) => {
                            let before = std::mem::take(&mut self.json);
                            self.value(&child, shape)?;
                            let one = std::mem::replace(&mut self.json, before);
                            match lists.iter_mut().find(|(name, _)| name == json) {
                                Some((_, list)) => {
                                    list.push(',');
                                    list.push_str(&one);
                                }
                                None => lists.push((json, one)),
                            }
                        }
                        Some(member) if there.contains(&member.xml) => {
                            return self.refuse(text!("formats-xml-twice", name = member.xml));
                        }
                        Some(member) => {
                            there.push(member.xml);
                            self.key(member.json);
                            self.value(&child, member.shape)?;
                        }
                        None => {
                            self.pass_over(local.as_deref());
                            self.skip()?;
                        }
                    }
                }
            }
        }
        for (name, list) in lists {
            self.key(name);
            self.json.push('[');
            self.json.push_str(&list);
            self.json.push(']');
        }
        if let Some(name) = text {
            // Of what is attached, blanks are a part. A property need not have a value.
            let is_attached = members.iter().any(|member| member.json == "contentType");
            let words = if is_attached { words.as_str() } else { words.trim() };
            if !words.is_empty() || *name != "value" {
                self.key(name);
                self.say(words);
            }
        }
        Ok(())
    }

    /// The elements of a list, to the end of what they stand in.
    pub(super) fn items(&mut self, items: &[Item]) -> Step<()> {
        while let Some(child) = self.child()? {
            let local = self.ours(&child)?;
            let Some(item) = items.iter().find(|item| Some(item.xml) == local.as_deref()) else {
                self.pass_over(local.as_deref());
                self.skip()?;
                continue;
            };
            self.separate();
            if let Some(inside) = item.inside {
                self.json.push('{');
                self.key(inside);
            }
            self.value(&child, item.shape)?;
            if item.inside.is_some() {
                self.json.push('}');
            }
        }
        Ok(())
    }

    /// The next element inside the one that is open; `None` at its end.
    pub(super) fn child(&mut self) -> Step<Option<BytesStart<'a>>> {
        loop {
            match self.token()? {
                Token::Opens(child) => return Ok(Some(child)),
                Token::Closes => return Ok(None),
                Token::Says(_) => {}
            }
        }
    }

    /// The text of the element that is open, to its end; that of elements in it is none of it.
    fn words(&mut self) -> Step<String> {
        let mut words = String::new();
        loop {
            match self.token()? {
                Token::Says(more) => words.push_str(&more),
                Token::Opens(_) => self.skip()?,
                Token::Closes => return Ok(words),
            }
        }
    }

    /// Passes over the element that is open.
    pub(super) fn skip(&mut self) -> Step<()> {
        let inside = self.depth;
        while self.depth >= inside {
            self.token()?;
        }
        Ok(())
    }

    /// The name of an element of CycloneDX without its prefix; `None`: it is another namespace's.
    pub(super) fn ours(&self, element: &BytesStart<'_>) -> Step<Option<String>> {
        let (prefix, local) = named(element);
        let bound = self.bound.iter().rev().find(|(_, bound, _)| *bound == prefix);
        match bound {
            None if !prefix.is_empty() => self.refuse(text!("formats-xml-prefix", prefix = excerpt(&prefix))),
            bound => Ok(bound.is_some_and(|(.., is_ours)| *is_ours).then_some(local)),
        }
    }

    /// What this element says prefixes stand for, in it.
    fn bind_inside(&mut self, element: &BytesStart<'_>) -> Step<()> {
        if element.attributes_raw().is_empty() {
            return Ok(());
        }
        for (name, value) in self.attributes(element)? {
            let prefix = name.strip_prefix("xmlns").filter(|rest| rest.is_empty() || rest.starts_with(':'));
            if let Some(prefix) = prefix {
                let prefix = prefix.strip_prefix(':').unwrap_or(prefix).to_owned();
                self.bound.push((self.depth, prefix, value.starts_with(NAMESPACE)));
            }
        }
        if self.bound.len() > MOST_ATTRIBUTES {
            return self.refuse(text!("formats-xml-attributes", most = MOST_ATTRIBUTES));
        }
        Ok(())
    }

    pub(super) fn attributes<'e>(&self, element: &'e BytesStart<'_>) -> Step<Vec<(String, Cow<'e, str>)>> {
        let mut all = Vec::new();
        for attribute in element.attributes() {
            let read = attribute.map_err(|error| error.to_string()).and_then(|attribute| {
                let value = attribute.normalized_value(XmlVersion::Implicit1_0);
                let name = String::from_utf8_lossy(attribute.key.as_ref()).into_owned();
                value.map(|value| (name, value)).map_err(|error| error.to_string())
            });
            if let Some(sign) =
                read.iter().find_map(|(_, value)| value.chars().find(|&sign| is_forbidden(sign)))
            {
                return self.refuse(not_allowed(sign));
            }
            match read {
                Ok(read) if all.len() < MOST_ATTRIBUTES => all.push(read),
                Ok(_) => return self.refuse(text!("formats-xml-attributes", most = MOST_ATTRIBUTES)),
                Err(why) => return self.refuse(text!("formats-xml-malformed", why = excerpt(&why))),
            }
        }
        Ok(all)
    }

    /// The next thing that is said, opened or closed; comments and instructions are nothing.
    fn token(&mut self) -> Step<Token<'a>> {
        loop {
            match self.event()? {
                Event::Start(element) => {
                    self.depth += 1;
                    if self.depth > self.limits.depth {
                        return self.refuse(text!("formats-xml-too-deep", most = self.limits.depth));
                    }
                    self.bounded()?;
                    self.bind_inside(&element)?;
                    return Ok(Token::Opens(element));
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    let depth = self.depth;
                    while self.bound.pop_if(|(bound, ..)| *bound > depth).is_some() {}
                    return Ok(Token::Closes);
                }
                // In text it may end nothing but a `CDATA` section (section 2.4).
                Event::Text(words) if words.windows(3).any(|signs| signs == b"]]>") => {
                    return self.refuse(text!("formats-xml-not-allowed", what = "]]>"));
                }
                Event::Text(words) => return self.said(words.xml10_content()),
                Event::CData(words) => return self.said(words.xml10_content()),
                Event::GeneralRef(reference) => {
                    let name = reference.decode().unwrap_or_default();
                    let sign = match reference.resolve_char_ref() {
                        Ok(Some(sign)) => Some(sign),
                        _ => predefined(&name),
                    };
                    return match sign {
                        Some(sign) if is_forbidden(sign) => self.refuse(not_allowed(sign)),
                        Some(sign) => Ok(Token::Says(sign.to_string().into())),
                        None => self.refuse(text!("formats-xml-entity", name = excerpt(&name))),
                    };
                }
                Event::DocType(_) => return self.refuse(text!("formats-xml-doctype")),
                Event::Eof => return self.refuse(text!("formats-xml-ends-early")),
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
    }

    fn said<E: ToString>(&self, words: Result<Cow<'a, str>, E>) -> Step<Token<'a>> {
        match words {
            Ok(words) => Ok(Token::Says(words)),
            Err(error) => self.refuse(text!("formats-xml-malformed", why = excerpt(&error.to_string()))),
        }
    }

    fn event(&mut self) -> Step<Event<'a>> {
        match self.reader.read_event() {
            Ok(event) => Ok(event),
            Err(quick_xml::Error::Syntax(_)) if self.is_at_its_end() => {
                self.refuse(text!("formats-xml-ends-early"))
            }
            Err(error) => self.refuse(text!("formats-xml-malformed", why = excerpt(&error.to_string()))),
        }
    }

    /// What is written of it stays within what is read of any document: some signs are longer in JSON.
    fn bounded(&self) -> Step<()> {
        if self.json.len() > self.limits.bytes {
            return self.refuse(text!("formats-xml-too-much", most = self.limits.bytes));
        }
        Ok(())
    }

    fn is_at_its_end(&self) -> bool {
        usize::try_from(self.reader.buffer_position()).is_ok_and(|at| at >= self.written.len())
    }

    /// Why it is read no further, with the line and column.
    fn refuse<T>(&self, says: Text) -> Step<T> {
        self.refuse_at(usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX), says)
    }

    fn refuse_at<T>(&self, offset: usize, says: Text) -> Step<T> {
        let mut offset = offset.min(self.written.len());
        while !self.written.is_char_boundary(offset) {
            offset -= 1;
        }
        let place =
            Place { line_and_column: Some(line_and_column(self.written, offset)), ..Place::default() };
        Err(Box::new(Problem::error(place, says)))
    }

    pub(super) fn key(&mut self, name: &str) {
        self.separate();
        self.say(name);
        self.json.push(':');
    }

    pub(super) fn say(&mut self, words: &str) {
        let words = serde_json::to_string(words).expect("words become JSON");
        self.json.push_str(&words);
    }

    /// Words as what they stand for; what is no number and neither yes nor no stays as it is written.
    fn say_as(&mut self, words: &str, shape: &Shape) {
        let told = match (shape, words) {
            (Shape::Boolean, "true" | "1") => Some("true".to_owned()),
            (Shape::Boolean, "false" | "0") => Some("false".to_owned()),
            (Shape::Number, _) => serde_json::from_str::<serde_json::Number>(words)
                .ok()
                .or_else(|| words.parse::<f64>().ok().and_then(serde_json::Number::from_f64))
                .map(|number| number.to_string()),
            _ => None,
        };
        match told {
            Some(told) => self.json.push_str(&told),
            None => self.say(words),
        }
    }

    pub(super) fn pass_over(&mut self, name: Option<&str>) {
        let Some(name) = name else { return };
        if self.passed_over.len() < MOST_PASSED_OVER && !self.passed_over.contains(name) {
            self.passed_over.insert(excerpt(name));
        }
    }

    /// A comma where something stands before in the same list or object: whatever is said ends with another sign.
    pub(super) fn separate(&mut self) {
        if !matches!(self.json.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.json.push(',');
        }
    }
}

/// An element's prefix and its name.
fn named(element: &BytesStart<'_>) -> (String, String) {
    let name = element.name();
    let words = String::from_utf8_lossy(name.as_ref());
    let (prefix, local) = words.split_once(':').unwrap_or(("", &words));
    (prefix.to_owned(), local.to_owned())
}
