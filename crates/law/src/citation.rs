//! A citation: where in the law, or in what explains it, a rule stands.

use std::borrow::Cow;
use std::fmt;

use proofmark_text::Language;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use crate::act_name::act_name;

/// A place in the Regulation, in another act, or in the Commission's guidance. In JSON it is its own wording.
///
/// `Citation::article(32).paragraph(4).point("b")` is written `Article 32(4)(b)`;
/// `Citation::annex("I").part("I").point("2").letter("a")` is written `Annex I, Part I, point (2)(a)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Citation {
    text: Cited,
    part: Option<&'static str>,
    paragraph: Option<u8>,
    subparagraph: Option<u8>,
    point: Option<&'static str>,
    letter: Option<&'static str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Cited {
    Article(u8),
    Annex(&'static str),
    Recital(u8),
    Guidance(u16),
    Faq(&'static str),
    Act(&'static str),
}

impl Citation {
    /// An article of Regulation (EU) 2024/2847.
    pub const fn article(number: u8) -> Self {
        Self::of(Cited::Article(number))
    }

    /// An annex of Regulation (EU) 2024/2847, by its Roman number.
    pub const fn annex(number: &'static str) -> Self {
        Self::of(Cited::Annex(number))
    }

    /// A recital of Regulation (EU) 2024/2847.
    pub const fn recital(number: u8) -> Self {
        Self::of(Cited::Recital(number))
    }

    /// A point of the Commission guidance C(2026) 5252; it explains and does not bind.
    pub const fn guidance(point: u16) -> Self {
        Self::of(Cited::Guidance(point))
    }

    /// An entry of the Commission services' FAQ, version 1.4; it explains and does not bind.
    pub const fn faq(entry: &'static str) -> Self {
        Self::of(Cited::Faq(entry))
    }

    /// Another act, by its usual short reference.
    pub const fn act(reference: &'static str) -> Self {
        Self::of(Cited::Act(reference))
    }

    const fn of(text: Cited) -> Self {
        Self { text, part: None, paragraph: None, subparagraph: None, point: None, letter: None }
    }

    /// A part of an annex (of Annex III: a class), by its Roman number.
    #[must_use]
    pub const fn part(mut self, number: &'static str) -> Self {
        self.part = Some(number);
        self
    }

    /// A paragraph of an article.
    #[must_use]
    pub const fn paragraph(mut self, number: u8) -> Self {
        self.paragraph = Some(number);
        self
    }

    /// A subparagraph of a paragraph, counted from one.
    #[must_use]
    pub const fn subparagraph(mut self, number: u8) -> Self {
        self.subparagraph = Some(number);
        self
    }

    /// A point: of an article (`a`), or of an annex (`2`).
    #[must_use]
    pub const fn point(mut self, name: &'static str) -> Self {
        self.point = Some(name);
        self
    }

    /// A lettered point below a numbered one.
    #[must_use]
    pub const fn letter(mut self, name: &'static str) -> Self {
        self.letter = Some(name);
        self
    }

    /// The citation as lawyers write it in this language.
    pub fn in_language(&self, language: Language) -> String {
        match language {
            Language::English => self.to_string(),
            Language::German => self.in_german(),
        }
    }

    /// `Artikel 32 Absatz 4 Buchstabe b`: German names every step.
    fn in_german(&self) -> String {
        let mut said = match self.text {
            Cited::Article(number) => format!("Artikel {number}"),
            Cited::Annex(number) => format!("Anhang {number}"),
            Cited::Recital(number) => format!("Erwägungsgrund {number}"),
            Cited::Guidance(point) => format!("Leitlinien C(2026) 5252, Nummer {point}"),
            Cited::Faq(entry) => format!("FAQ der Kommission 1.4, Eintrag {entry}"),
            Cited::Act(reference) => act_and_place_in_german(reference),
        };
        let division = if self.text == Cited::Annex("III") { "Klasse" } else { "Teil" };
        let step = |name: &&str| {
            if name.starts_with(|first: char| first.is_ascii_digit()) { "Nummer" } else { "Buchstabe" }
        };
        let steps = [
            self.part.map(|part| format!(" {division} {part}")),
            self.paragraph.map(|number| format!(" Absatz {number}")),
            self.subparagraph.map(|number| format!(" Unterabsatz {number}")),
            self.point.map(|name| format!(" {} {name}", step(&name))),
            self.letter.map(|name| format!(" {} {name}", step(&name))),
        ];
        said.extend(steps.into_iter().flatten());
        said
    }

    fn point_of_article(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(paragraph) = self.paragraph {
            write!(out, "({paragraph})")?;
        }
        for name in self.point.iter().chain(&self.letter) {
            write!(out, "({name})")?;
        }
        match self.subparagraph {
            Some(number) => write!(out, ", {} subparagraph", ordinal(number)),
            None => Ok(()),
        }
    }

    fn point_of_annex(&self, annex: &str, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(part) = self.part {
            // Annex III is divided into classes, the others into parts.
            let division = if annex == "III" { "class" } else { "Part" };
            write!(out, ", {division} {part}")?;
        }
        if let Some(point) = self.point {
            // Annex I writes its points in brackets, the other annexes do not.
            if annex == "I" { write!(out, ", point ({point})")? } else { write!(out, ", point {point}")? }
        }
        match self.letter {
            Some(letter) => write!(out, "({letter})"),
            None => Ok(()),
        }
    }
}

/// `Regulation (EU) 2026/881, Article 3`: an act, and often a place in it.
fn act_and_place_in_german(reference: &str) -> String {
    let said = |act: &str| act_name(act).in_language(Language::German);
    if let Some((act, number)) = reference.split_once(", recital ") {
        return format!("{}, Erwägungsgrund {number}", said(act));
    }
    let Some((act, place)) = reference.split_once(", Article ") else { return said(reference) };
    let mut german = format!("{}, Artikel ", said(act));
    for (at, steps) in place.split(" and ").enumerate() {
        if at > 0 {
            german.push_str(" und");
        }
        for (step, name) in steps.split(['(', ')']).filter(|name| !name.is_empty()).enumerate() {
            let number = name.starts_with(|first: char| first.is_ascii_digit());
            match (number, at == 0 && step == 0) {
                (true, true) => german.push_str(name),
                (true, false) => german.extend([" Absatz ", name]),
                (false, _) => german.extend([" Buchstabe ", name]),
            }
        }
    }
    german
}

fn ordinal(number: u8) -> Cow<'static, str> {
    match number {
        1 => "first".into(),
        2 => "second".into(),
        3 => "third".into(),
        4 => "fourth".into(),
        5 => "fifth".into(),
        6 => "sixth".into(),
        other => format!("{other}th").into(),
    }
}

impl fmt::Display for Citation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.text {
            Cited::Article(number) => {
                write!(out, "Article {number}")?;
                self.point_of_article(out)
            }
            Cited::Annex(number) => {
                write!(out, "Annex {number}")?;
                self.point_of_annex(number, out)
            }
            Cited::Recital(number) => write!(out, "recital {number}"),
            Cited::Guidance(point) => write!(out, "Guidance C(2026) 5252, point {point}"),
            Cited::Faq(entry) => write!(out, "Commission FAQ 1.4, entry {entry}"),
            Cited::Act(reference) => out.write_str(reference),
        }
    }
}

impl Serialize for Citation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for Citation {
    fn schema_name() -> Cow<'static, str> {
        "Citation".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A place in Regulation (EU) 2024/2847 unless another act is named.",
            "examples": ["Article 13(8)", "Annex I, Part I, point (2)(a)"]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn citations_are_written_as_lawyers_write_them() {
        let cases = [
            (Citation::article(13).paragraph(8), "Article 13(8)"),
            (Citation::article(32).paragraph(4).point("b"), "Article 32(4)(b)"),
            (Citation::article(13).paragraph(8).subparagraph(3), "Article 13(8), third subparagraph"),
            (Citation::annex("I").part("I").point("2").letter("a"), "Annex I, Part I, point (2)(a)"),
            (Citation::annex("I").part("II").point("5"), "Annex I, Part II, point (5)"),
            (Citation::annex("VII").point("2").letter("b"), "Annex VII, point 2(b)"),
            (Citation::annex("VIII").part("II").point("7"), "Annex VIII, Part II, point 7"),
            (Citation::annex("III").part("I").point("12"), "Annex III, class I, point 12"),
            (Citation::recital(18), "recital 18"),
            (Citation::guidance(145), "Guidance C(2026) 5252, point 145"),
            (Citation::act("Regulation (EU) 2017/745"), "Regulation (EU) 2017/745"),
        ];
        for (citation, written) in cases {
            assert_eq!(citation.to_string(), written);
        }
    }

    #[test]
    fn german_lawyers_name_every_step() {
        let cases = [
            (Citation::article(32).paragraph(4).point("b"), "Artikel 32 Absatz 4 Buchstabe b"),
            (Citation::article(13).paragraph(8).subparagraph(3), "Artikel 13 Absatz 8 Unterabsatz 3"),
            (Citation::annex("I").part("I").point("2").letter("a"), "Anhang I Teil I Nummer 2 Buchstabe a"),
            (Citation::annex("III").part("I").point("12"), "Anhang III Klasse I Nummer 12"),
            (Citation::recital(18), "Erwägungsgrund 18"),
            (Citation::act("Directive 2014/90/EU"), "Richtlinie 2014/90/EU"),
            (
                Citation::act("Delegated Regulation (EU) 2026/881, recital 7"),
                "Delegierte Verordnung (EU) 2026/881, Erwägungsgrund 7",
            ),
            (
                Citation::act("Regulation (EEC, Euratom) No 1182/71, Article 3(1) and (2)(b)"),
                "Verordnung (EWG, Euratom) Nr. 1182/71, Artikel 3 Absatz 1 und Absatz 2 Buchstabe b",
            ),
        ];
        for (citation, written) in cases {
            assert_eq!(citation.in_language(Language::German), written);
            assert_eq!(citation.in_language(Language::English), citation.to_string());
        }
    }

    #[test]
    fn in_json_a_citation_is_its_wording() {
        let json = serde_json::to_string(&Citation::article(7).paragraph(1)).unwrap();
        assert_eq!(json, "\"Article 7(1)\"");
    }
}
