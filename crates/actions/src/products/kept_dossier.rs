//! Reads a dossier as people look at it: the file, what it declares, and each key with its line.

use proofmark_access::Right;
use proofmark_facts::{Dossier, ProductRecord, Sha256, SystemOfRecord};
use proofmark_formats::{Answer, dossier_key, read_answers, read_partial_dossier};
use proofmark_text::text;

use crate::dossier_input::DOSSIER;
use crate::error::ActionError;
use crate::products::change_order::ChangeOrder;

/// Keys that are told of at most; the file itself is whole.
const MOST_KEYS: usize = 2000;

/// A dossier that was kept.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptDossier {
    /// The file.
    pub text: String,
    /// What it declares; `None`: it cannot be read as a dossier.
    pub dossier: Option<Dossier>,
    /// Its keys, in the order of their lines.
    pub keys: Vec<DossierKeyLine>,
}

/// A key of a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DossierKeyLine {
    /// Its path, as `support_period.ends_on`.
    pub path: String,
    /// What it holds, as TOML.
    pub value: String,
    /// What the key says, in one sentence.
    pub about: Option<&'static str>,
    /// The line it stands on, from one.
    pub line: Option<usize>,
}

/// The product's dossier as it counts now; `None`: it has none.
pub fn kept_dossier(
    order: &ChangeOrder<'_>,
    operator: &str,
    product: &ProductRecord,
    keeping: &dyn SystemOfRecord,
) -> Result<Option<KeptDossier>, ActionError> {
    order.demand(Right::SeeProduct, operator, Some(&product.id))?;
    present_dossier(operator, product, keeping)
}

/// The same, for an action that has asked for a right of its own.
pub(crate) fn present_dossier(
    operator: &str,
    product: &ProductRecord,
    keeping: &dyn SystemOfRecord,
) -> Result<Option<KeptDossier>, ActionError> {
    let Some(digest) = product.files.get(DOSSIER) else { return Ok(None) };
    let bytes = keeping.document_of(operator, digest)?.ok_or_else(|| missing(digest))?;
    Ok(Some(read_kept(&bytes)))
}

fn missing(digest: &Sha256) -> ActionError {
    ActionError::NotFound(text!("record-no-such-revision", digest = digest.to_string()))
}

/// Reads a dossier's file for people.
pub fn read_kept(bytes: &[u8]) -> KeptDossier {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let read = read_partial_dossier(bytes).read;
    let starts = line_starts(&text);
    let line = |path: &str| {
        let places = &read.as_ref()?.places;
        let at = places.key(path).or_else(|| places.value(path))?.start;
        Some(starts.partition_point(|start| *start <= at))
    };
    let answers = read_answers(bytes).value.unwrap_or_default();
    let mut keys: Vec<DossierKeyLine> = answers
        .in_order()
        .into_iter()
        .filter_map(|(path, answer)| match answer {
            Answer::Value(value) => Some(DossierKeyLine {
                path: path.to_owned(),
                value: value.trim().to_owned(),
                about: dossier_key(path).map(|key| key.says),
                line: line(path),
            }),
            Answer::Table | Answer::Nothing | Answer::Unknown => None,
        })
        .take(MOST_KEYS)
        .collect();
    keys.sort_by_key(|key| key.line.unwrap_or(usize::MAX));
    KeptDossier { text, dossier: read.map(|read| read.dossier), keys }
}

/// The bytes lines begin at.
fn line_starts(text: &str) -> Vec<usize> {
    std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_found_on_its_line() {
        let file = "proofmark = 1\n\n[operator]\nname = \"Nordlicht\"\n\n[product]\nname = \"Gateway\"\nkind = \"software\"\n[release]\nversion = \"1\"\n";
        let kept = read_kept(file.as_bytes());
        let lines: Vec<(&str, Option<usize>)> =
            kept.keys.iter().map(|key| (key.path.as_str(), key.line)).collect();
        assert!(lines.contains(&("operator.name", Some(4))), "{lines:?}");
        assert!(lines.contains(&("product.kind", Some(8))), "{lines:?}");
        assert!(kept.keys.iter().all(|key| key.path == "proofmark" || key.about.is_some()));
        assert_eq!(kept.dossier.unwrap().operator.name, "Nordlicht");
    }

    #[test]
    fn what_is_no_dossier_is_shown_as_it_is() {
        let kept = read_kept(b"\xffnot [ toml");
        assert_eq!((kept.dossier, kept.keys.len()), (None, 0));
        assert!(kept.text.contains("not [ toml"));
    }
}
