//! A small XML document as a tree of its elements: project files, which are read in no order of their own.

use proofmark_facts::{Place, Problem};
use proofmark_text::{Text, text};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::Limits;
use crate::excerpt::excerpt;
use crate::input::{line_and_column, text_of};
use crate::xml_signs::predefined;

/// The most attributes of one element: whether one stands twice is found by comparing each with each.
const MOST_ATTRIBUTES: usize = 256;

/// An element with what stands in it. Prefixes of namespaces are taken away.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct XmlElement {
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
    text: String,
    pub(crate) children: Vec<Self>,
}

impl XmlElement {
    /// The first child of this name.
    pub(crate) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The children of a name inside the first child of another.
    pub(crate) fn listed<'e>(&'e self, list: &str, name: &'e str) -> impl Iterator<Item = &'e Self> {
        self.child(list).into_iter().flat_map(|list| &list.children).filter(move |child| child.name == name)
    }

    /// What stands between its marks, without blanks around it.
    pub(crate) fn text(&self) -> &str {
        self.text.trim()
    }

    /// The text of the first child of this name, if there is any.
    pub(crate) fn words(&self, name: &str) -> Option<&str> {
        self.child(name).map(Self::text).filter(|text| !text.is_empty())
    }

    /// An attribute, in whatever case its name is written, as `MSBuild` and NuGet take it.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.trim())
    }

    /// This element and all below it, in the order they stand.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Self> {
        let mut waiting = vec![self];
        std::iter::from_fn(move || {
            let next = waiting.pop()?;
            waiting.extend(next.children.iter().rev());
            Some(next)
        })
    }
}

/// The outermost element. A document type is refused, and so every entity it could declare.
pub(crate) fn read_xml(bytes: &[u8], limits: &Limits) -> Result<XmlElement, Box<Problem>> {
    // Names of people in comments may be in other encodings.
    let lossy = String::from_utf8_lossy(bytes);
    let written = text_of(lossy.as_bytes(), limits.toml_bytes)?;
    let mut reader = Reader::from_str(written);
    reader.config_mut().expand_empty_elements = true;
    let mut open: Vec<XmlElement> = Vec::new();
    loop {
        let refuse = |reader: &Reader<&[u8]>, says: Text| {
            let mut at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX).min(written.len());
            while !written.is_char_boundary(at) {
                at -= 1;
            }
            let place = Place { line_and_column: Some(line_and_column(written, at)), ..Place::default() };
            Box::new(Problem::error(place, says))
        };
        let malformed = |reader: &Reader<&[u8]>, why: &str| {
            refuse(reader, text!("formats-xml-malformed", why = excerpt(why)))
        };
        let event = reader.read_event().map_err(|error| malformed(&reader, &error.to_string()))?;
        let words = match event {
            Event::Start(element) if open.len() >= limits.depth => {
                drop(element);
                return Err(refuse(&reader, text!("formats-xml-too-deep", most = limits.depth)));
            }
            Event::Start(element) => {
                open.push(begun(&element).map_err(|says| refuse(&reader, says))?);
                continue;
            }
            Event::End(_) => {
                let Some(done) = open.pop() else { return Err(malformed(&reader, "</")) };
                match open.last_mut() {
                    Some(around) => around.children.push(done),
                    None => return Ok(done),
                }
                continue;
            }
            Event::Text(words) => words.xml10_content().map(std::borrow::Cow::into_owned).ok(),
            Event::CData(words) => words.xml10_content().map(std::borrow::Cow::into_owned).ok(),
            Event::GeneralRef(reference) => {
                let name = reference.decode().unwrap_or_default();
                let sign = reference.resolve_char_ref().ok().flatten().or_else(|| predefined(&name));
                let untold = || refuse(&reader, text!("formats-xml-entity", name = excerpt(&name)));
                Some(sign.ok_or_else(untold)?.to_string())
            }
            Event::DocType(_) => return Err(refuse(&reader, text!("formats-xml-doctype"))),
            Event::Eof => return Err(refuse(&reader, text!("formats-xml-ends-early"))),
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
        };
        let Some(words) = words else { return Err(malformed(&reader, "&")) };
        match open.last_mut() {
            Some(element) => element.text.push_str(&words),
            None if words.trim().is_empty() => {}
            None => return Err(refuse(&reader, text!("formats-xml-outside"))),
        }
    }
}

fn begun(element: &BytesStart<'_>) -> Result<XmlElement, Text> {
    let local = |name: &[u8]| {
        let name = String::from_utf8_lossy(name);
        name.rsplit_once(':').map_or_else(|| name.to_string(), |(_, local)| local.to_owned())
    };
    let mut begun = XmlElement { name: local(element.name().as_ref()), ..XmlElement::default() };
    for attribute in element.attributes() {
        if begun.attributes.len() >= MOST_ATTRIBUTES {
            return Err(text!("formats-xml-attributes", most = MOST_ATTRIBUTES));
        }
        let malformed = |why: String| text!("formats-xml-malformed", why = excerpt(&why));
        let attribute = attribute.map_err(|error| malformed(error.to_string()))?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0);
        let value = value.map_err(|error| malformed(error.to_string()))?.into_owned();
        begun.attributes.push((local(attribute.key.as_ref()), value));
    }
    Ok(begun)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(written: &str) -> Result<XmlElement, String> {
        read_xml(written.as_bytes(), &Limits::default()).map_err(|problem| problem.says.id().to_owned())
    }

    #[test]
    fn elements_attributes_and_texts_are_read_and_prefixes_taken_away() {
        let root = read(
            "<?xml version=\"1.0\"?>\n<!-- x --><m:a xmlns:m='u' B=' 1 '><m:c> x&amp;y&#33;<![CDATA[<]]> </m:c><d/></m:a>",
        )
        .unwrap();
        assert_eq!((root.name.as_str(), root.attribute("b")), ("a", Some("1")));
        assert_eq!((root.words("c"), root.words("d")), (Some("x&y!<"), None));
        assert_eq!(root.all().count(), 3);
    }

    #[test]
    fn what_could_swell_or_is_cut_off_is_refused() {
        assert_eq!(read("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), Err("formats-xml-doctype".to_owned()));
        assert_eq!(read("<a>&b;</a>"), Err("formats-xml-entity".to_owned()));
        assert_eq!(read(&"<a>".repeat(100)), Err("formats-xml-too-deep".to_owned()));
        assert_eq!(read("<a><b></b>"), Err("formats-xml-ends-early".to_owned()));
        assert!(read("<a></b>").is_err() && read("x<a/>").is_err());
        let many = (0..1000).map(|at| format!(" a{at}='1'")).collect::<Vec<_>>().concat();
        assert_eq!(read(&format!("<a{many}/>")), Err("formats-xml-attributes".to_owned()));
    }
}
