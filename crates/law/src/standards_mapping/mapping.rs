//! The mapping from Annex I to the clauses of standards: a data file, embedded, read strictly.

use std::fmt;
use std::sync::LazyLock;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::row::{Confidence, MappingRow, Relation};
use crate::register::requirement_ids::{PART_I, PART_II};
use crate::routes::applied_standards::names;

const EMBEDDED: &str = include_str!("../../data/standards-mapping.toml");

/// The origin of what was not checked; its rows deserve no more than low confidence.
const UNCHECKED: &str = "own-unchecked";

static MAPPING: LazyLock<StandardsMapping> = LazyLock::new(|| {
    StandardsMapping::parse(EMBEDDED).expect("the embedded mapping is parsed by a test of this room")
});

/// The mapping this program was built with.
///
/// None of it gives a presumption of conformity: that takes a reference cited in the Official Journal under this
/// Regulation (Article 27(1)), which the state of the law knows.
pub fn standards_mapping() -> &'static StandardsMapping {
    &MAPPING
}

/// What standards say to the requirements of Annex I.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StandardsMapping {
    /// The day its sources were read.
    pub read_on: Date,
    /// Whose mappings it holds.
    #[serde(rename = "origin")]
    pub origins: Vec<MappingOrigin>,
    /// The standards it speaks of.
    #[serde(rename = "standard")]
    pub standards: Vec<MappedStandard>,
    /// The rows, by requirement, then standard, then origin.
    pub rows: Vec<MappingRow>,
}

/// Where rows of the mapping come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MappingOrigin {
    /// Its id.
    pub id: String,
    /// Its name, short enough for a table.
    pub short: String,
    /// What it is.
    pub says: String,
}

/// A standard or guideline of the mapping.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MappedStandard {
    /// Its name, without the year.
    pub name: String,
    /// The name it shares with its other parts.
    pub family: String,
    /// The edition whose clause numbers are used.
    pub edition: String,
    /// What it is about, and what to know of its edition.
    pub note: String,
}

/// Why a text is not a mapping.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAMapping {
    /// It is not TOML of the expected shape; the parser's words.
    Shape(String),
    /// A row names a requirement, standard or origin that there is not.
    Unknown(String),
    /// A row contradicts itself: clauses without a counterpart, a counterpart without clauses, or trust in the unchecked.
    Contradicts(String),
    /// A row does not stand where it belongs, or stands twice.
    Order(String),
}

impl fmt::Display for NotAMapping {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape(words) => write!(out, "the standards mapping cannot be read: {words}"),
            Self::Unknown(what) => write!(out, "the standards mapping names the unknown `{what}`"),
            Self::Contradicts(row) => write!(out, "a row of the standards mapping contradicts itself: {row}"),
            Self::Order(row) => write!(out, "a row of the standards mapping is out of order: {row}"),
        }
    }
}

impl std::error::Error for NotAMapping {}

impl StandardsMapping {
    /// Reads a mapping; an unknown key, a dangling name or a row out of its order is refused.
    pub fn parse(file: &str) -> Result<Self, NotAMapping> {
        let mapping: Self = toml::from_str(file).map_err(|error| NotAMapping::Shape(error.to_string()))?;
        let mut before = None;
        for row in &mapping.rows {
            let place = mapping.place(row)?;
            let named = || format!("{} {} ({})", row.requirement, row.standard, row.origin);
            let has_counterpart = row.relation != Relation::None;
            let trusts_unchecked = row.origin == UNCHECKED && row.confidence != Confidence::Low;
            if has_counterpart == row.clauses.is_empty() || trusts_unchecked {
                return Err(NotAMapping::Contradicts(named()));
            }
            if before.is_some_and(|before| before >= place) {
                return Err(NotAMapping::Order(named()));
            }
            before = Some(place);
        }
        Ok(mapping)
    }

    /// The rows of one requirement.
    pub fn of_requirement<'a>(&'a self, requirement: &'a str) -> impl Iterator<Item = &'a MappingRow> {
        self.rows.iter().filter(move |row| row.requirement == requirement)
    }

    /// The standard of this exact name.
    pub fn standard(&self, name: &str) -> Option<&MappedStandard> {
        self.standards.iter().find(|standard| standard.name == name)
    }

    /// The origin of this id.
    pub fn origin(&self, id: &str) -> Option<&MappingOrigin> {
        self.origins.iter().find(|origin| origin.id == id)
    }

    /// The standards that what somebody wrote (`DIN EN 18031-1:2024`, `EN 18031`) names: one, a family, or none.
    pub fn named_by(&self, written: &str) -> Vec<&MappedStandard> {
        let exactly = |standard: &&MappedStandard| names(written, &standard.name);
        let named: Vec<&MappedStandard> = self.standards.iter().filter(exactly).collect();
        if !named.is_empty() {
            return named;
        }
        self.standards.iter().filter(|standard| names_family(written, &standard.family)).collect()
    }

    /// Where a row belongs: its requirement, standard and origin by their places in the lists.
    fn place(&self, row: &MappingRow) -> Result<(usize, usize, usize), NotAMapping> {
        let unknown = |what: &str| NotAMapping::Unknown(what.to_owned());
        let mut requirements = PART_I.iter().chain(&PART_II);
        let requirement = requirements.position(|id| *id == row.requirement);
        let standard = self.standards.iter().position(|standard| standard.name == row.standard);
        let origin = self.origins.iter().position(|origin| origin.id == row.origin);
        Ok((
            requirement.ok_or_else(|| unknown(&row.requirement))?,
            standard.ok_or_else(|| unknown(&row.standard))?,
            origin.ok_or_else(|| unknown(&row.origin))?,
        ))
    }
}

/// Whether the whole family is meant: `EN 18031` or `EN 18031 series`, but not `EN 18031-9`, which is another part.
fn names_family(written: &str, family: &str) -> bool {
    let part_of_it = format!("{family}-").replace(' ', "").to_uppercase();
    names(written, family) && !written.replace(' ', "").to_uppercase().contains(&part_of_it)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_mapping_is_read_and_every_standard_has_its_edition() {
        let mapping = StandardsMapping::parse(EMBEDDED).unwrap();
        assert!(mapping.standards.iter().all(|standard| !standard.edition.trim().is_empty()));
        assert!(mapping.origins.iter().all(|origin| origin.short.chars().count() <= 14));
        assert_eq!(&mapping, standards_mapping());
    }

    #[test]
    fn every_requirement_hears_from_every_family_or_hears_that_there_is_no_counterpart() {
        let mapping = standards_mapping();
        for requirement in PART_I.iter().chain(&PART_II) {
            for standard in &mapping.standards {
                let heard = mapping.of_requirement(requirement).any(|row| {
                    mapping.standard(&row.standard).is_some_and(|found| found.family == standard.family)
                });
                assert!(heard, "{requirement}: nothing from {}", standard.family);
            }
        }
    }

    #[test]
    fn no_counterpart_stands_beside_no_other_row_of_the_same_standard() {
        let mapping = standards_mapping();
        for none in mapping.rows.iter().filter(|row| row.relation == Relation::None) {
            let beside =
                mapping.of_requirement(&none.requirement).filter(|row| row.standard == none.standard);
            assert_eq!(beside.count(), 1, "{} {}", none.requirement, none.standard);
            assert!(none.note.is_some(), "{} {} gives no reason", none.requirement, none.standard);
        }
    }

    #[test]
    fn a_row_that_lies_is_refused() {
        let changed = |from: &str, to: &str| {
            assert!(EMBEDDED.contains(from), "{from}");
            StandardsMapping::parse(&EMBEDDED.replacen(from, to, 1))
        };
        assert!(matches!(
            changed("requirement = \"I.1\"", "requirement = \"I.9\""),
            Err(NotAMapping::Unknown(_))
        ));
        assert!(matches!(
            changed("standard = \"EN 18031-1\"", "standard = \"EN 1\""),
            Err(NotAMapping::Unknown(_))
        ));
        assert!(matches!(
            changed("origin = \"subject\"", "origin = \"hearsay\""),
            Err(NotAMapping::Unknown(_))
        ));
        assert!(matches!(changed("confidence = \"low\"", "sureness = \"low\""), Err(NotAMapping::Shape(_))));
        let clauses_of_none = changed("clauses = [], relation", "clauses = [\"ACM-1\"], relation");
        assert!(matches!(clauses_of_none, Err(NotAMapping::Contradicts(_))));
        let trusted = changed(
            "origin = \"own-unchecked\", confidence = \"low\"",
            "origin = \"own-unchecked\", confidence = \"high\"",
        );
        assert!(matches!(trusted, Err(NotAMapping::Contradicts(_))));
        let swapped = changed("requirement = \"I.1\"", "requirement = \"II.8\"");
        assert!(matches!(swapped, Err(NotAMapping::Order(_))));
    }

    #[test]
    fn a_written_reference_names_one_part_or_the_whole_family() {
        let named = |written: &str| -> Vec<&str> {
            standards_mapping().named_by(written).iter().map(|standard| standard.name.as_str()).collect()
        };
        assert_eq!(named("EN 18031-1:2024"), ["EN 18031-1"]);
        assert_eq!(named("EN 18031"), ["EN 18031-1", "EN 18031-2", "EN 18031-3"]);
        assert_eq!(named("EN IEC 62443-4-2:2019"), ["IEC 62443-4-2"]);
        assert_eq!(named("EN 303 645 V3.1.3"), ["ETSI EN 303 645"]);
        assert_eq!(named("DIN EN ISO/IEC 27001:2024"), ["ISO/IEC 27001"]);
        assert_eq!(named("prEN 40000-1-3"), ["EN 40000-1-3"]);
        assert_eq!(named("EN 18031-9"), Vec::<&str>::new());
        assert_eq!(named("ISO/IEC 29147"), Vec::<&str>::new());
    }
}
