//! Relationships (SPDX 2.3 section 11): which of them say that one thing depends on another, and which way.

use std::collections::HashSet;

use proofmark_facts::Place;
use proofmark_text::text;
use serde::Deserialize;

use crate::excerpt::excerpt;
use crate::gathered::Gathered;
use crate::json::Words;

/// The identifier a document has for itself.
const DOCUMENT: &str = "SPDXRef-DOCUMENT";

/// A relationship as written: this element, in this relation, to that element.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Relationship<'a> {
    #[serde(borrow)]
    spdx_element_id: Option<Words<'a>>,
    #[serde(rename = "relationshipType", borrow)]
    kind: Option<Words<'a>>,
    #[serde(borrow)]
    related_spdx_element: Option<Words<'a>>,
}

/// What a relationship means for an SBOM.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The first depends on, or contains, the second.
    Forward,
    /// The second depends on, or contains, the first.
    Backward,
    /// The first, the document, is about the second.
    Describes,
    /// The other way round.
    DescribedBy,
    /// Nothing: history, tools, tests, copies.
    Nothing,
}

pub(super) fn meaning(kind: &str) -> Meaning {
    match kind {
        "DEPENDS_ON" | "CONTAINS" | "DYNAMIC_LINK" | "STATIC_LINK" | "HAS_PREREQUISITE" => Meaning::Forward,
        "DEPENDENCY_OF"
        | "BUILD_DEPENDENCY_OF"
        | "DEV_DEPENDENCY_OF"
        | "OPTIONAL_DEPENDENCY_OF"
        | "OPTIONAL_COMPONENT_OF"
        | "PROVIDED_DEPENDENCY_OF"
        | "RUNTIME_DEPENDENCY_OF"
        | "TEST_DEPENDENCY_OF"
        | "CONTAINED_BY"
        | "PACKAGE_OF"
        | "PREREQUISITE_FOR" => Meaning::Backward,
        // `DESCRIBE` is written by tools that the specification's own examples misled.
        "DESCRIBES" | "DESCRIBE" => Meaning::Describes,
        "DESCRIBED_BY" => Meaning::DescribedBy,
        _ => Meaning::Nothing,
    }
}

/// Relationships waiting until every package is known.
#[derive(Default)]
pub(super) struct Relationships<'a> {
    /// From, to, and the relationship's place in the document.
    pairs: Vec<(Words<'a>, Words<'a>, usize)>,
    /// What the document says it describes.
    pub(super) described: Vec<Words<'a>>,
    /// Files and snippets, which are no components.
    pub(super) elsewhere: HashSet<Words<'a>>,
}

impl<'a> Relationships<'a> {
    /// Keeps a relationship that says something about dependencies or the subject.
    pub(super) fn hold(&mut self, written: Relationship<'a>, index: usize) {
        let Relationship { spdx_element_id, kind, related_spdx_element } = written;
        let (Some(first), Some(second)) = (spdx_element_id, related_spdx_element) else { return };
        match meaning(kind.as_deref().unwrap_or_default()) {
            Meaning::Forward => self.pairs.push((first, second, index)),
            Meaning::Backward => self.pairs.push((second, first, index)),
            Meaning::Describes if &*first == DOCUMENT => self.described.push(second),
            Meaning::DescribedBy if &*second == DOCUMENT => self.described.push(first),
            _ => {}
        }
    }

    /// How many are kept.
    pub(super) fn held(&self) -> usize {
        self.pairs.len() + self.described.len()
    }

    /// Turns references into dependencies and gives the subject.
    pub(super) fn resolve(&self, gathered: &mut Gathered<'a>) -> Option<u32> {
        for (from, to, index) in &self.pairs {
            let ends = [from, to].map(|reference| {
                let found = gathered.find(reference);
                if found.is_none() && !self.is_elsewhere(reference) {
                    let place = Place::at(format!("/relationships/{index}"));
                    let says = text!("formats-dependency-unknown", reference = excerpt(reference));
                    gathered.problems.warn(place, says);
                }
                found
            });
            let [Some(from), Some(to)] = ends else { continue };
            if let Err(says) = gathered.depend(from, to) {
                gathered.problems.error(Place::at("/relationships"), says);
                break;
            }
        }
        let mut described: Vec<u32> = self.described.iter().filter_map(|it| gathered.find(it)).collect();
        described.sort_unstable();
        described.dedup();
        if described.len() > 1 {
            let says = text!("formats-spdx-several-subjects", count = described.len());
            gathered.problems.warn(Place::at("/documentDescribes"), says);
        }
        described.first().copied().filter(|_| described.len() == 1)
    }

    /// Whether a reference may name something that is no component: the document, a file, another document.
    fn is_elsewhere(&self, reference: &str) -> bool {
        matches!(reference, DOCUMENT | "NONE" | "NOASSERTION")
            || reference.starts_with("DocumentRef-")
            || self.elsewhere.contains(reference)
    }
}
