//! Articles 7 and 8: the class of the product, by its one core functionality.

use proofmark_facts::{CategoryRelation, ConsideredCategory, Dossier};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::Serialize;

use crate::citation::Citation;
use crate::classes::categories::category;
use crate::classes::category::{Category, Class};
use crate::reason::Reason;
use crate::source::{G, P, S, Source};
use crate::state::state_of_the_law::StateOfTheLaw;
use crate::step::not_stated;

const CLS_01: Source = Source::new("CLS-01", &[P, G]);
const CORE: &str = "product.core_functionality";
const CORE_CATEGORY: &str = "product.core_functionality.category";

/// The class, with reasons.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ClassVerdict {
    /// The answer.
    pub outcome: ClassOutcome,
    /// The category the core functionality falls under, as `III.I.12`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<&'static str>,
    /// Why, and why other categories that were considered do not change it.
    pub reasons: Vec<Reason>,
}

/// Where classification ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ClassOutcome {
    /// This class.
    Is(Class),
    /// These facts are not stated, or name no category.
    Undetermined {
        /// The ways to the facts.
        missing: Vec<String>,
    },
}

impl ClassVerdict {
    /// The class, where it is determined.
    pub fn class(&self) -> Option<Class> {
        match self.outcome {
            ClassOutcome::Is(class) => Some(class),
            ClassOutcome::Undetermined { .. } => None,
        }
    }
}

/// Classifies by the declared core functionality. What is merely integrated never changes the class.
pub fn classification(dossier: &Dossier, state: &StateOfTheLaw) -> ClassVerdict {
    let cites = Citation::article(7).paragraph(1);
    let Some(core) = &dossier.product.core_functionality else {
        return undetermined(CORE, vec![not_stated(CORE, Source::new("CLS-03", &[G]), cites)]);
    };
    let mut reasons = Vec::new();
    let matched = match core.category.as_deref() {
        None => {
            reasons.push(Reason::new(text!("law-class-none", core = &core.is), CLS_01, cites).on(CORE));
            None
        }
        Some(id) => {
            let Some(found) = category(id) else {
                let says = text!("law-class-unknown-category", category = id);
                return undetermined(CORE_CATEGORY, vec![Reason::new(says, CLS_01, cites).on(CORE_CATEGORY)]);
            };
            reasons.push(of_category(found));
            Some(found)
        }
    };
    reasons.extend(considered(dossier));
    let source = Source::new("CLS-09", &[P]);
    reasons.push(Reason::new(text!("law-class-only-route"), source, Citation::article(32)));
    reasons.extend(state.annex_amendments.iter().map(|act| amended(act)));
    let class = matched.map_or(Class::Default, |found| found.class);
    ClassVerdict { outcome: ClassOutcome::Is(class), category: matched.map(|found| found.id), reasons }
}

fn undetermined(path: &str, reasons: Vec<Reason>) -> ClassVerdict {
    let outcome = ClassOutcome::Undetermined { missing: vec![path.to_owned()] };
    ClassVerdict { outcome, category: None, reasons }
}

fn of_category(found: &'static Category) -> Reason {
    let says = text!(
        "law-class-of-category",
        category = found.id,
        title = found.title,
        class = found.class.name(),
        matches = found.matches_when,
    );
    with_draft(Reason::new(says, found.source(), found.cites).on(CORE_CATEGORY), found)
}

fn with_draft(reason: Reason, found: &Category) -> Reason {
    match found.rests_on_a_draft {
        Some(parts) => reason.for_review(text!("law-review-category", category = found.id, parts = parts)),
        None => reason,
    }
}

fn considered(dossier: &Dossier) -> Vec<Reason> {
    let all = dossier.product.considered_categories.iter().enumerate();
    all.filter_map(|(index, one)| Some(set_aside(index, one, category(&one.category)?))).collect()
}

fn set_aside(index: usize, one: &ConsideredCategory, found: &'static Category) -> Reason {
    let path = format!("product.considered_categories[{index}].relation");
    let because = &one.because;
    let (says, source, cites) = match one.relation {
        CategoryRelation::IntegratedOnly => (
            text!("law-class-integrated-only", category = found.id, because = because),
            Source::new("CLS-02", &[P, G]),
            Citation::article(7).paragraph(1),
        ),
        CategoryRelation::SubstantiallyExceeds => (
            text!("law-class-exceeds", category = found.id, because = because),
            Source::new("CLS-05", &[G]),
            Citation::guidance(142),
        ),
        CategoryRelation::FallsShort => (
            text!("law-class-falls-short", category = found.id, because = because),
            Source::new("CLS-05", &[G]),
            Citation::guidance(142),
        ),
    };
    let reason = Reason::new(says, source, cites).on(path);
    // Integration changes nothing whatever the category's wording; the other two turn on that wording.
    if one.relation == CategoryRelation::IntegratedOnly { reason } else { with_draft(reason, found) }
}

fn amended(act: &str) -> Reason {
    let source = Source::new("CLS-11", &[P, S]);
    Reason::new(text!("law-class-annex-amended", act = act), source, Citation::article(7).paragraph(3))
        .for_review(text!("law-review-annex-amended", act = act))
}
