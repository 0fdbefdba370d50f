//! One line of the classification: a category, how the product stands to it, what that rests on, and what speaks against.

use proofmark_facts::{CategoryRelation, ConsideredCategory, CoreFunctionality};
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;

use crate::citation::Citation;
use crate::classes::category::{Category, Class};
use crate::source::{D, G, P, P_IR, Source, Verification};

/// Parts of the technical descriptions whose final wording was not seen.
const UNSEEN: Source = Source::new("OPN-10", &[D]);

/// How the product stands to one category of Annexes III and IV.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CategoryLine {
    /// The category.
    pub category: &'static str,
    /// The class a product with that core functionality has.
    pub class: Class,
    /// How the product stands to it.
    pub verdict: CategoryVerdict,
    /// Whether this is the core functionality the routes follow.
    pub is_the_core_functionality: bool,
    /// The element of the technical description relied on, as declared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub element: Option<String>,
    /// What speaks against it, as declared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub against: Option<String>,
    /// The kind of product looked at, where it is one the description names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<&'static str>,
    /// The way to the declared fact.
    pub fact: String,
    /// The law.
    pub cites: Citation,
    /// The row of the reference.
    pub row: &'static str,
    /// How the part relied on was verified.
    pub verified: &'static [Verification],
    /// Why a lawyer should look at this line before anyone relies on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_review: Option<Text>,
}

/// How a product can stand to a category.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CategoryVerdict {
    /// Its description fits.
    Matches,
    /// A component with that core functionality is integrated; that alone changes nothing.
    IntegratedOnly,
    /// The function is there beside the core functionality; that alone changes nothing.
    AncillaryOnly,
    /// The product's core functionality substantially exceeds it.
    SubstantiallyExceeds,
    /// The product's core functionality falls substantially short of it.
    FallsShort,
    /// What is beyond the category merely complements it, so that it matches.
    MerelyComplements,
}

impl CategoryVerdict {
    /// Whether the product has this category's core functionality.
    pub const fn is_a_match(self) -> bool {
        matches!(self, Self::Matches | Self::MerelyComplements)
    }

    /// Integration and ancillary functions change nothing whatever the category's wording is.
    pub(crate) const fn turns_on_the_wording(self) -> bool {
        !matches!(self, Self::IntegratedOnly | Self::AncillaryOnly)
    }
}

impl From<CategoryRelation> for CategoryVerdict {
    fn from(relation: CategoryRelation) -> Self {
        match relation {
            CategoryRelation::Matches => Self::Matches,
            CategoryRelation::IntegratedOnly => Self::IntegratedOnly,
            CategoryRelation::AncillaryOnly => Self::AncillaryOnly,
            CategoryRelation::SubstantiallyExceeds => Self::SubstantiallyExceeds,
            CategoryRelation::FallsShort => Self::FallsShort,
            CategoryRelation::MerelyComplements => Self::MerelyComplements,
        }
    }
}

/// The line of the core functionality's own category.
pub(crate) fn of_core(found: &'static Category, core: &CoreFunctionality, fact: &str) -> CategoryLine {
    let kind = core.kind.as_deref();
    let source = relied_on(found, kind);
    CategoryLine {
        category: found.id,
        class: found.class,
        verdict: CategoryVerdict::Matches,
        is_the_core_functionality: true,
        element: core.because.clone(),
        against: core.against.clone(),
        kind: kind.and_then(|kind| found.example(kind)),
        fact: fact.to_owned(),
        cites: found.cites,
        row: found.row,
        verified: source.verified,
        legal_review: review(found, kind),
    }
}

/// The line of a category that was considered beside it.
pub(crate) fn of_considered(found: &'static Category, one: &ConsideredCategory, fact: &str) -> CategoryLine {
    let verdict = CategoryVerdict::from(one.relation);
    let kind = one.kind.as_deref();
    let (source, cites) = rule(verdict, found, kind);
    CategoryLine {
        category: found.id,
        class: found.class,
        verdict,
        is_the_core_functionality: false,
        element: Some(one.because.clone()),
        against: one.against.clone(),
        kind: kind.and_then(|kind| found.example(kind)),
        fact: fact.to_owned(),
        cites,
        row: source.row,
        verified: source.verified,
        legal_review: if verdict.turns_on_the_wording() { review(found, kind) } else { None },
    }
}

/// The rule each verdict rests on.
pub(crate) fn rule(verdict: CategoryVerdict, found: &Category, kind: Option<&str>) -> (Source, Citation) {
    match verdict {
        CategoryVerdict::Matches => (relied_on(found, kind), found.cites),
        CategoryVerdict::IntegratedOnly => {
            (Source::new("CLS-02", &[P, G]), Citation::article(7).paragraph(1))
        }
        CategoryVerdict::AncillaryOnly => (Source::new("CLS-04", &[G]), Citation::guidance(140)),
        CategoryVerdict::SubstantiallyExceeds
        | CategoryVerdict::FallsShort
        | CategoryVerdict::MerelyComplements => (Source::new("CLS-05", &[G]), Citation::guidance(142)),
    }
}

/// The category's source, without its draft where the part relied on is none.
pub(crate) fn relied_on(found: &Category, kind: Option<&str>) -> Source {
    match found.is_drafted(kind) {
        Some(false) => Source::new(found.row, &[P_IR]),
        Some(true) | None => found.source(),
    }
}

/// Why a lawyer should look at the category's wording, where the part relied on is, or may be, a draft.
pub(crate) fn review(found: &Category, kind: Option<&str>) -> Option<Text> {
    let parts = found.draft_sentence()?;
    match found.is_drafted(kind) {
        Some(false) => None,
        Some(true) => Some(text!(
            "routes-review-draft-kind",
            category = found.id,
            kind = kind.unwrap_or_default(),
            row = UNSEEN.row,
        )),
        None => Some(text!("law-review-category", category = found.id, parts = parts)),
    }
}
