//! The head every paper has: its identification, its product, its issuer, and where it stands.

use proofmark_facts::slug;
use proofmark_law::Citation;
use proofmark_text::{Language, Text, text};

use super::inputs::PaperInputs;
use crate::{Document, Section};

/// A paper with its head and nothing in it.
pub(super) fn begin(inputs: &PaperInputs<'_>, kind: &str, title: &Text) -> Document {
    let (product, release) = (&inputs.dossier.product, &inputs.dossier.release);
    let subject = text!("papers-product-and-version", product = &product.name, version = &release.version);
    Document::new(document_id(inputs, kind), title.to_string(), Language::English.tag(), inputs.day)
        .subject(subject.to_string())
        .author(inputs.dossier.operator.name.clone())
}

/// Says where the paper stands, by what it marks as missing; what goes to users says nothing once it is complete.
pub(super) fn finish(document: Document, complete: Option<Text>) -> Document {
    let status = match document.missing().len() {
        0 => complete,
        count => Some(draft(count)),
    };
    match status {
        Some(status) => document.status(status.to_string()),
        None => document,
    }
}

/// The status of a paper that lacks something.
pub(super) fn draft(count: usize) -> Text {
    match count {
        1 => text!("papers-draft-one-missing"),
        count => text!("papers-draft-missing", count = count),
    }
}

/// A heading with its place in the law.
pub(super) fn section(title: &Text, cites: Citation) -> Section {
    Section::new(title.to_string()).cites(cites.to_string())
}

/// Product, version and kind: the same for the same release, whenever the paper is written.
pub(super) fn document_id(inputs: &PaperInputs<'_>, kind: &str) -> String {
    let product = slug(&inputs.dossier.product.name, "");
    let version = slug(&inputs.dossier.release.version, ".+_~");
    format!("{product}-{version}-{kind}")
}
