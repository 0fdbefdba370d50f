//! Documents held against the checksums by which others refer to them (SPDX 2.3 section 6.6): which document was meant, and whether
//! it is the one that is there.

use std::collections::HashMap;

use proofmark_text::{Text, text};

use super::noted::{Noted, document_place};
use crate::digest::digest;
use crate::excerpt::excerpt;
use crate::problems::Problems;

/// Why what each of these documents says of its packages cannot be relied on, where it is not the one others refer to. Each checksum
/// that differs, and each that cannot be compared, is told.
pub(super) fn doubts(documents: &[Noted], problems: &mut Problems) -> Vec<Option<Text>> {
    let mut doubts = vec![None; documents.len()];
    // Two documents may say that they are the same one.
    let mut by_namespace: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, noted) in documents.iter().enumerate().filter(|(_, noted)| !noted.namespace.is_empty()) {
        by_namespace.entry(noted.namespace.as_str()).or_default().push(place);
    }
    for by in documents {
        let places = |namespace: &str| by_namespace.get(namespace).map_or(&[][..], Vec::as_slice);
        let referred =
            by.elsewhere.iter().flat_map(|it| places(&it.namespace).iter().map(move |place| (it, *place)));
        for (referred, place) in referred {
            let Some((algorithm, value)) = &referred.checksum else { continue };
            let document = &documents[place];
            let Some(digests) = &document.digests else { continue };
            let Some((algorithm, stated)) = digest(algorithm, value) else {
                let says = text!(
                    "formats-digest-unreadable",
                    algorithm = excerpt(algorithm),
                    value = excerpt(value)
                );
                problems.warn(document_place(&by.name), says);
                continue;
            };
            let Some(found) = digests.by(&algorithm) else {
                let name = excerpt(&document.name);
                let says =
                    text!("embedded-spdx-document-not-compared", document = name, algorithm = algorithm);
                problems.warn(document_place(&by.name), says);
                continue;
            };
            if found != stated {
                let says = text!(
                    "embedded-spdx-document-differs",
                    by = excerpt(&by.name),
                    algorithm = algorithm,
                    stated = stated,
                    found = found
                );
                problems.warn(document_place(&document.name), says);
                doubts[place] = Some(text!("embedded-spdx-doubted", document = excerpt(&document.name)));
            }
        }
    }
    doubts
}
