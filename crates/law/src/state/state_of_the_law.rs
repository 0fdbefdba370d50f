//! The dated state of the law: what changes without the Regulation changing, as data.

use std::fmt;

use jiff::civil::Date;
use proofmark_facts::{AssuranceLevel, Sha256};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::classes::categories::category;
use crate::state::instruments::{Coordinators, Instrument, LawProposal, NotUsed};
use crate::state::regulation::OwnFigures;

/// The longest state file that is read, in bytes.
pub const LONGEST_STATE_BYTES: usize = 1 << 20;

/// Standards cited, schemes designated, acts adopted and bodies notified on one day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StateOfTheLaw {
    /// The day this state describes.
    pub as_of: Date,
    /// The newest source it rests on; between this day and `as_of` something may have changed unseen.
    pub evidence_newest: Date,
    /// Delegated acts that exclude products (Article 2(5)).
    pub exclusion_acts: Vec<String>,
    /// Delegated acts that changed Annex III or IV (Articles 7(3) and 8(2)).
    pub annex_amendments: Vec<String>,
    /// The act on the SBOM's format (Article 13(24)), once there is one.
    #[serde(default)]
    pub sbom_format_act: Option<String>,
    /// The Commission's form for simplified technical documentation (Article 33(5)), once there is one.
    #[serde(default)]
    pub simplified_documentation_form: Option<String>,
    /// The act on the format of notifications (Article 14(10)), once there is one.
    #[serde(default)]
    pub notification_format_act: Option<String>,
    /// The Regulation's own days and numbers, for whoever reads the file alone.
    #[serde(default)]
    pub regulation: OwnFigures,
    /// How many notified bodies are listed for this Regulation.
    pub notified_bodies: NotifiedBodies,
    /// The Commission's guidance (Article 26).
    pub guidance: Publication,
    /// The FAQ of the Commission's services.
    pub faq: Publication,
    /// ENISA's single reporting platform.
    pub reporting_platform: ReportingPlatform,
    /// The CSIRTs designated as coordinators (Article 14(7)).
    #[serde(default)]
    pub coordinators: Option<Coordinators>,
    /// The instruments that make up the law.
    #[serde(default, rename = "instrument")]
    pub instruments: Vec<Instrument>,
    /// Empowerments nobody has used, each with the day that was looked up.
    #[serde(default, rename = "not_used")]
    pub not_used: Vec<NotUsed>,
    /// Proposals; nothing is computed from them.
    #[serde(default, rename = "proposal")]
    pub proposals: Vec<LawProposal>,
    /// Standards; only those with `cited_on` give a presumption of conformity.
    #[serde(default, rename = "standard")]
    pub standards: Vec<Standard>,
    /// Common specifications (Article 27(2)).
    #[serde(default, rename = "common_specification")]
    pub common_specifications: Vec<CommonSpecification>,
    /// Certification schemes designated under Article 27(9).
    #[serde(default, rename = "designated_scheme")]
    pub designated_schemes: Vec<DesignatedScheme>,
    /// Delegated acts that make certification mandatory (Article 8(1)).
    #[serde(default, rename = "mandatory_certification")]
    pub mandatory_certifications: Vec<MandatoryCertification>,
    /// Minimum support periods set for product categories (Article 13(8)).
    #[serde(default, rename = "minimum_support_period")]
    pub minimum_support_periods: Vec<MinimumSupportPeriod>,
    /// The digest of the file; a file cannot hold its own, so it is no part of what is written.
    #[serde(skip, default = "not_digested")]
    digest: Sha256,
}

/// The count of notified bodies, and when it was looked up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NotifiedBodies {
    /// How many.
    pub count: u32,
    /// When it was looked up.
    pub checked_on: Date,
}

/// A published interpretation; it does not bind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// Its reference.
    pub reference: String,
    /// Its date.
    pub dated: Date,
}

/// The single reporting platform (Article 16).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportingPlatform {
    /// Where it is.
    pub url: String,
    /// The version of its glossary of fields.
    pub glossary: String,
    /// When the glossary was captured.
    pub captured_on: Date,
    /// Whether it takes notifications from programs.
    pub has_api: bool,
}

/// A standard that matters for the Regulation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Standard {
    /// Its reference, without the year.
    pub reference: String,
    /// What it is about.
    pub subject: String,
    /// The categories of Annexes III and IV it serves; empty: none in particular.
    pub categories: Vec<String>,
    /// How far it has come, in words.
    pub status: String,
    /// When its reference appeared in the Official Journal under this Regulation.
    #[serde(default)]
    pub cited_on: Option<Date>,
    /// The restrictions it was cited with, if any.
    #[serde(default)]
    pub restrictions: Option<String>,
}

/// A common specification (Article 27(2)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CommonSpecification {
    /// The implementing act.
    pub reference: String,
    /// The categories it serves.
    pub categories: Vec<String>,
    /// When it starts to apply.
    pub applies_from: Date,
}

/// A certification scheme designated by a delegated act (Article 27(9)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DesignatedScheme {
    /// The scheme, as `EUCC`.
    pub scheme: String,
    /// The delegated act.
    pub act: String,
    /// The categories it serves; empty: any product.
    pub categories: Vec<String>,
    /// The assurance level.
    pub level: AssuranceLevel,
    /// When the act starts to apply.
    pub applies_from: Date,
}

/// A delegated act that makes certification mandatory for a critical category (Article 8(1)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MandatoryCertification {
    /// The delegated act.
    pub act: String,
    /// The critical category.
    pub category: String,
    /// The scheme it names.
    pub scheme: String,
    /// The level it asks for.
    pub level: AssuranceLevel,
    /// When it starts to apply.
    pub applies_from: Date,
}

/// A minimum support period for a product category (Article 13(8), fourth subparagraph).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MinimumSupportPeriod {
    /// The delegated act.
    pub act: String,
    /// The products, in the act's words.
    pub products: String,
    /// How long at least.
    pub years: u32,
}

/// The name a verdict gives the state it was reached under.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StateName {
    /// The day the state describes.
    pub as_of: Date,
    /// The digest of its file.
    pub digest: Sha256,
}

impl fmt::Display for StateName {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} (sha256:{})", self.as_of, self.digest)
    }
}

/// Why a text is not a state of the law.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAState {
    /// It is longer than [`LONGEST_STATE_BYTES`].
    TooLong,
    /// It is not TOML of the expected shape; the parser's words.
    Shape(String),
    /// It names a category that neither annex has.
    UnknownCategory(String),
    /// It states other days or numbers of the Regulation than the Regulation has.
    NotTheRegulations,
    /// Its newest source is younger than the state itself.
    EvidenceAfterState,
}

impl fmt::Display for NotAState {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong => write!(out, "the state of the law is longer than {LONGEST_STATE_BYTES} bytes"),
            Self::Shape(words) => write!(out, "the state of the law cannot be read: {words}"),
            Self::UnknownCategory(id) => {
                write!(out, "the state of the law names the unknown category `{id}`")
            }
            Self::NotTheRegulations => out.write_str(
                "the state of the law states days or numbers in `[regulation]` that are not the Regulation's",
            ),
            Self::EvidenceAfterState => {
                out.write_str("the newest source of the state of the law is younger than its `as_of`")
            }
        }
    }
}

impl std::error::Error for NotAState {}

impl StateOfTheLaw {
    /// Reads a state file; an unknown key is refused, because a misspelt act would silently not count.
    pub fn parse(file: &str) -> Result<Self, NotAState> {
        if file.len() > LONGEST_STATE_BYTES {
            return Err(NotAState::TooLong);
        }
        let mut state: Self = toml::from_str(file).map_err(|error| NotAState::Shape(error.to_string()))?;
        state.digest = Sha256::of(file.as_bytes());
        if let Some(unknown) = state.categories().find(|id| category(id).is_none()) {
            return Err(NotAState::UnknownCategory(unknown.to_owned()));
        }
        if state.regulation != OwnFigures::default() {
            return Err(NotAState::NotTheRegulations);
        }
        if state.evidence_newest > state.as_of {
            return Err(NotAState::EvidenceAfterState);
        }
        Ok(state)
    }

    /// Its name.
    pub fn name(&self) -> StateName {
        StateName { as_of: self.as_of, digest: self.digest }
    }

    /// Standards cited in the Official Journal on or before the day that serve this category.
    pub fn cited_standards(&self, category: &str, day: Date) -> impl Iterator<Item = &Standard> {
        self.standards_for(category)
            .filter(move |standard| standard.cited_on.is_some_and(|cited_on| cited_on <= day))
    }

    /// Standards that serve this category, cited or not.
    pub fn standards_for(&self, category: &str) -> impl Iterator<Item = &Standard> {
        let category = category.to_owned();
        self.standards.iter().filter(move |standard| standard.categories.contains(&category))
    }

    /// The scheme designated for this category (or for every product) on the day, at `substantial` or above.
    pub fn designated_scheme(&self, category: Option<&str>, day: Date) -> Option<&DesignatedScheme> {
        self.designated_schemes.iter().find(|scheme| {
            let covers = scheme.categories.is_empty()
                || category.is_some_and(|id| scheme.categories.iter().any(|covered| covered == id));
            covers && scheme.applies_from <= day && scheme.level >= AssuranceLevel::Substantial
        })
    }

    /// The act that makes certification mandatory for this category on the day.
    pub fn mandatory_certification(&self, category: &str, day: Date) -> Option<&MandatoryCertification> {
        self.mandatory_certifications.iter().find(|act| act.category == category && act.applies_from <= day)
    }

    fn categories(&self) -> impl Iterator<Item = &str> {
        let standards = self.standards.iter().flat_map(|standard| &standard.categories);
        let specifications = self.common_specifications.iter().flat_map(|one| &one.categories);
        let schemes = self.designated_schemes.iter().flat_map(|scheme| &scheme.categories);
        let mandatory = self.mandatory_certifications.iter().map(|act| &act.category);
        standards.chain(specifications).chain(schemes).chain(mandatory).map(String::as_str)
    }
}

fn not_digested() -> Sha256 {
    Sha256([0; 32])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proofmark_facts::MEMBER_STATES;

    use super::*;

    const EMBEDDED: &str = include_str!("../../data/states/2026-11-21.toml");

    #[test]
    fn the_embedded_state_is_read_and_cites_no_standard() {
        let state = StateOfTheLaw::embedded();
        assert_eq!(state.as_of.to_string(), "2026-11-21");
        assert!(state.standards.iter().all(|standard| standard.cited_on.is_none()));
        assert!(state.common_specifications.is_empty() && state.designated_schemes.is_empty());
        assert!(state.mandatory_certifications.is_empty() && state.minimum_support_periods.is_empty());
        assert_eq!(state.sbom_format_act, None);
        assert_eq!(state.simplified_documentation_form, None);
        assert_eq!(state.notified_bodies.count, 0);
        assert_eq!(state.exclusion_acts, ["Delegated Regulation (EU) 2025/1535"]);
        assert_eq!(state.name().digest, Sha256::of(EMBEDDED.as_bytes()));
    }

    #[test]
    fn an_unknown_key_is_refused() {
        let refused = StateOfTheLaw::parse(&format!("harmonized = []\n{EMBEDDED}"));
        assert!(matches!(refused, Err(NotAState::Shape(words)) if words.contains("harmonized")));
    }

    #[test]
    fn an_unknown_category_is_refused() {
        let refused = StateOfTheLaw::parse(&EMBEDDED.replace("\"III.I.12\"", "\"III.I.20\""));
        assert_eq!(refused, Err(NotAState::UnknownCategory("III.I.20".to_owned())));
    }

    #[test]
    fn a_file_cannot_change_the_regulation_itself() {
        for (from, to) in [
            ("general_application = \"2027-12-11\"", "general_application = \"2028-12-11\""),
            ("euro = 15000000", "euro = 1"),
            ("early_warning_hours = 24", "early_warning_hours = 48"),
        ] {
            assert!(EMBEDDED.contains(from), "{from}");
            let refused = StateOfTheLaw::parse(&EMBEDDED.replace(from, to));
            assert_eq!(refused, Err(NotAState::NotTheRegulations), "{from}");
        }
        let later = EMBEDDED.replace("evidence_newest = \"2026-10-07\"", "evidence_newest = \"2026-11-22\"");
        assert_eq!(StateOfTheLaw::parse(&later), Err(NotAState::EvidenceAfterState));
    }

    #[test]
    fn the_embedded_state_holds_every_key_of_the_reference() {
        let state = StateOfTheLaw::embedded();
        let coordinators = state.coordinators.as_ref().unwrap();
        let states: BTreeSet<&str> =
            coordinators.csirts.iter().map(|one| one.member_state.as_str()).collect();
        assert_eq!(states, MEMBER_STATES.into_iter().collect());
        assert_eq!(coordinators.csirts.len(), 27);
        for one in &coordinators.csirts {
            let host = format!("{}.cra-srp.enisa.europa.eu", one.member_state.to_lowercase());
            assert_eq!(one.platform_host, host);
            assert!(one.contact_url.starts_with("https://"), "{one:?}");
        }
        assert_eq!(coordinators.of("DE".parse().unwrap()).unwrap().name, "CERT-Bund (BSI)");
        let rows: Vec<&str> = state.instruments.iter().map(|one| one.row.as_str()).collect();
        let expected: Vec<String> = (1..=11).map(|number| format!("INS-{number:02}")).collect();
        assert_eq!(rows, expected);
        assert_eq!(state.not_used.len(), 11);
        assert!(state.not_used.iter().all(|one| one.checked_on.to_string() == "2026-10-06"));
        assert_eq!(state.proposals.len(), 6);
        assert!(EMBEDDED.contains("[regulation]"), "the Regulation's own figures stand in the file too");
    }

    #[test]
    fn an_endless_file_is_refused() {
        assert_eq!(StateOfTheLaw::parse(&"#".repeat(LONGEST_STATE_BYTES + 1)), Err(NotAState::TooLong));
    }

    #[test]
    fn a_standard_counts_from_the_day_it_is_cited() {
        let cited = EMBEDDED
            .replace("categories = [\"III.I.12\"]", "categories = [\"III.I.12\"]\ncited_on = \"2027-03-01\"");
        let state = StateOfTheLaw::parse(&cited).unwrap();
        let on = |day: &str| state.cited_standards("III.I.12", day.parse().unwrap()).count();
        assert_eq!((on("2027-02-28"), on("2027-03-01")), (0, 1));
    }
}
