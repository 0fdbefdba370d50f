//! What a bill of materials says of itself beyond its components and how they depend on each other.

use crate::external_reference::ExternalReference;
use crate::own_words::OwnWords;
use crate::party::Party;
use crate::stated_licence::StatedLicence;

/// The particulars of a document, read where the whole of it is asked for. Components are named by their index in
/// [`crate::Sbom::components`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SbomParticulars {
    /// The document's name (SPDX `name`).
    pub name: Option<String>,
    /// Which edition of the document this is (CycloneDX `version`).
    pub edition: Option<u32>,
    /// Persons who made the document.
    pub authors: Vec<Party>,
    /// The organisation that made the document (CycloneDX `metadata.manufacturer`).
    pub manufacturer: Option<Party>,
    /// The organisation that supplies what the document is about.
    pub supplier: Option<Party>,
    /// Programs that made the document.
    pub tools: Vec<ToolUsed>,
    /// In which phases of its life the product was looked at, in CycloneDX's words: `design`, `build`, `operations`.
    pub lifecycles: Vec<String>,
    /// Under which licences the document itself may be used (SPDX `dataLicense`).
    pub licences: Vec<StatedLicence>,
    /// Licences whose text stands in the document, by a reference of its own (SPDX `hasExtractedLicensingInfos`).
    pub licence_texts: Vec<StatedLicence>,
    /// What stands elsewhere about the document.
    pub external_references: Vec<ExternalReference>,
    /// Those of [`crate::Sbom::dependencies`] by which the first contains the second, in order.
    pub contained: Vec<(u32, u32)>,
    /// Components of which the document states on what they depend, be it nothing; in order.
    pub answered: Vec<u32>,
    /// How complete lists are stated to be.
    pub completeness: Vec<Completeness>,
    /// Whether a signature stands in the document. It is kept in `own_words`, and not verified here.
    pub signed: bool,
    /// What its format alone can say of the document.
    pub own_words: Vec<OwnWords>,
}

impl SbomParticulars {
    /// Names components by where they are now; what is no longer among them is left out.
    pub fn moved(&mut self, place: impl Fn(u32) -> Option<u32>) {
        let all = |places: &mut Vec<u32>| *places = places.iter().filter_map(|index| place(*index)).collect();
        self.contained =
            self.contained.iter().filter_map(|(from, to)| place(*from).zip(place(*to))).collect();
        all(&mut self.answered);
        for list in &mut self.completeness {
            all(&mut list.parts_of);
            all(&mut list.dependencies_of);
        }
    }
}

/// A program that made a document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct ToolUsed {
    /// Who makes it.
    pub vendor: Option<String>,
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: Option<String>,
}

/// How complete a list is stated to be (CycloneDX `compositions`; SPDX 3 `completeness` of a relationship).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completeness {
    /// How complete, in CycloneDX's words: `complete`, `incomplete`, `incomplete_first_party_only`, `unknown`, `not_specified`.
    pub aggregate: String,
    /// Components of which it is said what they contain.
    pub parts_of: Vec<u32>,
    /// Components of which it is said on what they depend.
    pub dependencies_of: Vec<u32>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_a_component_moves_with_it_and_goes_with_it() {
        let mut particulars = SbomParticulars {
            contained: vec![(0, 1), (0, 2)],
            answered: vec![1, 2],
            completeness: vec![Completeness {
                aggregate: "complete".to_owned(),
                parts_of: vec![0, 1],
                dependencies_of: vec![2],
            }],
            ..SbomParticulars::default()
        };
        particulars.moved(|index| [Some(0), None, Some(1)][index as usize]);
        assert_eq!((particulars.contained, particulars.answered), (vec![(0, 1)], vec![1]));
        let list = &particulars.completeness[0];
        assert_eq!((&list.parts_of, &list.dependencies_of), (&vec![0], &vec![1]));
    }
}
