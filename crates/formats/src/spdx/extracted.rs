//! Licences that are on no list: what SPDX calls them in an expression, and their texts (SPDX 2.3 section 10).

use std::collections::{HashMap, HashSet};

use proofmark_facts::{LicenceName, LicenceSense, Sbom, StatedLicence};
use serde_json::{Value, json};

use crate::cyclonedx::is_expression;

/// What an identifier of a licence on no list begins with.
const REFERENCE: &str = "LicenseRef-";

/// The identifiers under which licences that are no expressions are written.
#[derive(Default)]
pub(crate) struct Extracted {
    as_read: bool,
    ids: HashMap<(String, Option<String>), String>,
    taken: HashSet<String>,
    /// Identifier, name, text and address of each, in the order they are first needed.
    pub(crate) all: Vec<ExtractedLicence>,
}

/// A licence whose text is in the document.
pub(crate) struct ExtractedLicence {
    pub(crate) id: String,
    pub(crate) name: Option<String>,
    pub(crate) text: Option<String>,
    pub(crate) url: Option<String>,
}

impl Extracted {
    /// Those of a whole SBOM. Where `as_read`, expressions are SPDX's own and stay as they are.
    pub(crate) fn of(sbom: &Sbom, as_read: bool) -> Self {
        let mut extracted = Self { as_read, ..Self::default() };
        for licence in sbom.particulars.iter().flat_map(|particulars| &particulars.licence_texts) {
            extracted.add(licence.named.as_str(), licence.text.as_deref(), licence.url.as_deref());
        }
        for component in &sbom.components {
            match &component.particulars {
                Some(particulars) => particulars.licences.iter().for_each(|licence| extracted.need(licence)),
                None => component.licences.iter().for_each(|words| extracted.need_words(words)),
            }
        }
        extracted
    }

    fn need(&mut self, licence: &StatedLicence) {
        match &licence.named {
            LicenceName::Expression(words) => self.need_words(words),
            LicenceName::Name(name) => self.add(name, licence.text.as_deref(), licence.url.as_deref()),
            LicenceName::Id(id) if !is_id(id) => {
                self.add(id, licence.text.as_deref(), licence.url.as_deref());
            }
            LicenceName::Id(_) => {}
        }
    }

    fn need_words(&mut self, words: &str) {
        if self.as_read {
            return;
        }
        if !is_expression(words) {
            return self.add(words, None, None);
        }
        let of_expression = words.split(|sign: char| sign.is_whitespace() || matches!(sign, '(' | ')'));
        for word in of_expression.filter(|word| word.starts_with(REFERENCE)) {
            self.add(word.trim_end_matches('+'), None, None);
        }
    }

    fn add(&mut self, name: &str, text: Option<&str>, url: Option<&str>) {
        let key = (name.to_owned(), text.map(str::to_owned));
        // An expression names a licence whose text stands elsewhere in the document.
        if self.ids.contains_key(&key) || (text.is_none() && self.taken.contains(name)) {
            return;
        }
        let is_reference = name.strip_prefix(REFERENCE).is_some_and(is_id);
        let base = if is_reference { name.to_owned() } else { format!("{REFERENCE}{}", as_id(name)) };
        let mut id = base.clone();
        let mut number = 1;
        while !self.taken.insert(id.clone()) {
            number += 1;
            id = format!("{base}-{number}");
        }
        self.ids.insert(key, id.clone());
        self.all.push(ExtractedLicence {
            id,
            name: (!is_reference).then(|| name.to_owned()),
            text: text.map(str::to_owned),
            url: url.map(str::to_owned),
        });
    }

    fn id(&self, name: &str, text: Option<&str>) -> String {
        let known = self.ids.get(&(name.to_owned(), text.map(str::to_owned)));
        known.cloned().unwrap_or_else(|| name.to_owned())
    }

    fn words(&self, words: &str) -> String {
        if is_expression(words) { words.to_owned() } else { self.id(words, None) }
    }

    fn one(&self, licence: &StatedLicence) -> String {
        match &licence.named {
            LicenceName::Expression(words) => self.words(words),
            LicenceName::Id(id) if is_id(id) => id.clone(),
            LicenceName::Id(name) | LicenceName::Name(name) => self.id(name, licence.text.as_deref()),
        }
    }

    /// One expression for all licences of this sense; those stated in none count as declared by the maker.
    pub(crate) fn expression(&self, licences: &[StatedLicence], sense: LicenceSense) -> Option<String> {
        let of_sense = licences.iter().filter(|it| it.sense.unwrap_or(LicenceSense::Declared) == sense);
        joined(of_sense.map(|licence| self.one(licence)).collect())
    }

    /// One expression for licences of which only the words are known.
    pub(crate) fn expression_of_words(&self, licences: &[String]) -> Option<String> {
        joined(licences.iter().map(|words| self.words(words)).collect())
    }
}

impl ExtractedLicence {
    /// `ExtractedLicensingInfo`. Where the text is not known, what stands for it says so.
    pub(crate) fn written(&self) -> Value {
        let mut written = json!({
            "licenseId": self.id,
            "extractedText": self.text.as_deref().unwrap_or("NOASSERTION"),
        });
        if let Some(name) = &self.name {
            written["name"] = json!(name);
        }
        if let Some(url) = &self.url {
            written["seeAlsos"] = json!([url]);
        }
        written
    }
}

/// All of them apply.
fn joined(mut expressions: Vec<String>) -> Option<String> {
    let mut seen = HashSet::new();
    expressions.retain(|expression| seen.insert(expression.clone()));
    match expressions.as_slice() {
        [] => None,
        [only] => Some(only.clone()),
        several => {
            let one = |it: &String| if it.contains(' ') { format!("({it})") } else { it.clone() };
            Some(several.iter().map(one).collect::<Vec<_>>().join(" AND "))
        }
    }
}

/// `idstring` of SPDX 2.3 annex D.
pub(super) fn is_id(words: &str) -> bool {
    !words.is_empty() && words.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'))
}

/// The nearest `idstring`.
pub(crate) fn as_id(words: &str) -> String {
    let sign = |sign: char| if sign.is_ascii_alphanumeric() || sign == '.' { sign } else { '-' };
    let id: String = words.chars().take(80).map(sign).collect();
    let id = id.trim_matches('-');
    if id.is_empty() { "unnamed".to_owned() } else { id.to_owned() }
}
