//! The head every paper has: its identification, its product, its issuer, and where it stands.

use proofmark_law::Citation;
use proofmark_text::{Text, text};

use super::inputs::PaperInputs;
use crate::{Document, Section};

/// A paper with its head and nothing in it.
pub(super) fn begin(inputs: &PaperInputs<'_>, kind: &str, title: &Text) -> Document {
    let (product, release) = (&inputs.dossier.product, &inputs.dossier.release);
    let subject = text!("papers-product-and-version", product = &product.name, version = &release.version);
    Document::new(document_id(inputs, kind), title.to_string(), "en", inputs.day)
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

/// Letters and digits of any script in lower case; everything not kept becomes one hyphen.
fn slug(name: &str, kept: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for letter in name.chars() {
        if letter.is_alphanumeric() || kept.contains(letter) {
            slug.extend(letter.to_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "unnamed".to_owned() } else { slug.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn a_version_keeps_its_points_and_a_name_becomes_one_word() {
        assert_eq!(slug("Heat pump / HPC-40 ™", ""), "heat-pump-hpc-40");
        assert_eq!(slug("2.1.0-rc.1+build 7", ".+_~"), "2.1.0-rc.1+build-7");
        assert_eq!(slug("///", ""), "unnamed");
    }
}
