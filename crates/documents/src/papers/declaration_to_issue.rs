//! The declaration as it would be issued: the words of Annex V for a named signatory, and everything that forbids it.

use jiff::civil::Date;
use proofmark_facts::{Sha256, Signatory};
use proofmark_text::{Text, text};

use super::declaration::body;
use super::inputs::PaperInputs;
use super::obstacles::obstacles;
use crate::{Block, Callout, Document, Section, Signature};

/// A day that stands in for the day of issue where two declarations are compared: nothing was ever declared on it.
const NO_DAY: Date = Date::constant(1, 1, 1);

/// A declaration that waits to be issued.
#[derive(Debug, Clone, PartialEq)]
pub struct DeclarationToIssue {
    /// The declaration, without its day of issue.
    pub document: Document,
    /// What Annex V asks for and the dossier does not state, in the annex's order.
    pub lacks: Vec<DeclarationLack>,
    /// Everything else in the way, in the order of the Regulation.
    pub obstacles: Vec<Text>,
}

/// Something Annex V asks for and the dossier does not state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeclarationLack {
    /// The way to the fact in the dossier, as `operator.postal_address`.
    pub path: String,
    /// The point of the annex that asks for it, as `Annex V, point 2`.
    pub cites: String,
}

/// Writes the declaration for this signatory, whoever the dossier names, as it would be issued.
pub fn declaration_to_issue(inputs: &PaperInputs<'_>, signatory: &Signatory) -> DeclarationToIssue {
    let mut dossier = inputs.dossier.clone();
    // The day of issue is the day the second person approves, not one that was declared.
    dossier.conformity.signatory = Some(Signatory { signed_on: None, ..signatory.clone() });
    let inputs = PaperInputs { dossier: &dossier, ..inputs.clone() };
    let mut document = body(&inputs);
    document.date = NO_DAY;
    let lacks = document.sections.iter().flat_map(lacks).collect();
    DeclarationToIssue { document, lacks, obstacles: obstacles(&inputs) }
}

impl DeclarationToIssue {
    /// The digest of what it says: the same on every day as long as it says the same.
    pub fn digest(&self) -> Sha256 {
        digest(&self.document)
    }

    /// The declaration as it is issued on this day, as this revision (from 1).
    pub fn issued(&self, on: Date, revision: usize) -> Document {
        let mut document = self.document.clone();
        document.date = on;
        document.id = format!("{}-{revision}", document.id);
        for signature in document.sections.iter_mut().filter_map(signature_in) {
            signature.date = Some(on);
        }
        let status = text!("issuing-paper-issued", issued_on = on.to_string(), revision = revision);
        document.status(status.to_string())
    }

    /// The declaration as it would be issued, for whoever is to approve it on this day: it says that it was not issued.
    pub fn waiting(&self, on: Date) -> Document {
        let mut document = self.document.clone();
        document.date = on;
        let document = document.lead(Callout::warning(text!("issuing-paper-waits-warning")));
        document.status(text!("issuing-paper-waits").to_string())
    }

    /// Its points that say something else than an issued declaration, each by number and heading.
    pub fn differs_from(&self, issued: &Document) -> Vec<String> {
        let mut issued = issued.clone();
        for signature in issued.sections.iter_mut().filter_map(signature_in) {
            signature.date = None;
        }
        let named = |section: &Section| {
            format!("{} {}", section.number.as_deref().unwrap_or_default(), section.title).trim().to_owned()
        };
        let (now, was) = (&self.document.sections, &issued.sections);
        let changed = now.iter().filter(|section| !was.contains(section)).map(named);
        let mut all: Vec<String> = changed.collect();
        for gone in was.iter().filter(|section| !now.contains(section)).map(named) {
            if !all.contains(&gone) {
                all.push(gone);
            }
        }
        all
    }
}

fn digest(document: &Document) -> Sha256 {
    let written = serde_json::to_vec(document).expect("the content model has no maps");
    Sha256::of(&written)
}

fn signature_in(section: &mut Section) -> Option<&mut Signature> {
    section.blocks.iter_mut().find_map(|block| match block {
        Block::Signature(signature) => Some(signature),
        _ => None,
    })
}

/// What a section marks as missing. Every mark ends with the way to the fact.
fn lacks(section: &Section) -> Vec<DeclarationLack> {
    let alone = Document::new("", "", "en", NO_DAY).section(section.clone());
    let cites = section.cites.first().cloned().unwrap_or_default();
    let path = |mark: &String| {
        let last = mark.split_whitespace().last().unwrap_or_default();
        last.trim_matches(|sign: char| !sign.is_alphanumeric() && sign != ']').to_owned()
    };
    let mut found: Vec<DeclarationLack> = Vec::new();
    for lack in alone.missing().iter().map(|mark| DeclarationLack { path: path(mark), cites: cites.clone() })
    {
        if !found.contains(&lack) {
            found.push(lack);
        }
    }
    found
}
