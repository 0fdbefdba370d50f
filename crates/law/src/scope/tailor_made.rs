//! Annex I and recital 64: what a product made for one business user may agree on otherwise.

use proofmark_facts::{Dossier, TailorMade};
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;

use crate::citation::Citation;
use crate::reason::Reason;
use crate::source::{P, Source};
use crate::step::not_stated;

const AI1_2B: Source = Source::new("AI1-2b", &[P]);
const AI2_8: Source = Source::new("AI2-8", &[P]);
const SECURE_BY_DEFAULT: Citation = Citation::annex("I").part("I").point("2").letter("b");
const FREE_UPDATES: Citation = Citation::annex("I").part("II").point("8");
const TAILOR_MADE: Citation = Citation::recital(64);

/// Whether the product is tailor-made, and what it may deviate in.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct TailorMadeVerdict {
    /// The answer.
    pub outcome: TailorMadeOutcome,
    /// A configuration that is not secure by default.
    pub configuration: Deviation,
    /// Security updates against payment.
    pub paid_updates: Deviation,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// Whether the conditions hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TailorMadeOutcome {
    /// All of them do.
    TailorMade,
    /// One does not.
    NotTailorMade,
    /// These facts are not stated.
    Undetermined {
        /// The ways to the facts.
        missing: Vec<String>,
    },
}

/// What becomes of one agreed deviation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Deviation {
    /// None was agreed.
    NotAgreed,
    /// Agreed, and allowed.
    Allowed,
    /// Agreed, and not allowed.
    NotAllowed,
    /// Agreed, and open until the conditions are stated.
    Undetermined,
}

/// Lays the tailor-made claim against its conditions (reference section 2.7); `None`: no such claim.
pub fn tailor_made(dossier: &Dossier) -> Option<TailorMadeVerdict> {
    let declared = dossier.product.tailor_made.as_ref()?;
    let conditions = conditions(declared);
    let mut reasons = Vec::new();
    let unstated: Vec<String> = conditions
        .iter()
        .filter(|(_, holds, _)| holds.is_none())
        .map(|(field, ..)| format!("product.tailor_made.{field}"))
        .collect();
    let fails = conditions.into_iter().find(|(_, holds, _)| *holds == Some(false));
    let outcome = if let Some((field, _, says)) = fails {
        reasons.push(Reason::new(says, AI1_2B, TAILOR_MADE).on(format!("product.tailor_made.{field}")));
        TailorMadeOutcome::NotTailorMade
    } else if unstated.is_empty() {
        let says = text!("law-scope-tailor-made", user = &declared.business_user);
        reasons.push(Reason::new(says, AI1_2B, TAILOR_MADE).on("product.tailor_made"));
        TailorMadeOutcome::TailorMade
    } else {
        reasons.extend(unstated.iter().map(|path| not_stated(path, AI1_2B, TAILOR_MADE)));
        TailorMadeOutcome::Undetermined { missing: unstated }
    };
    let configuration = deviation(declared.configuration_agreed, &outcome);
    let paid_updates = deviation(declared.paid_updates_agreed, &outcome);
    reasons.extend(deviations(declared, configuration, paid_updates));
    Some(TailorMadeVerdict { outcome, configuration, paid_updates, reasons })
}

fn conditions(declared: &TailorMade) -> [(&'static str, Option<bool>, Text); 5] {
    [
        ("particular_purpose", declared.particular_purpose, text!("law-scope-tailor-no-purpose")),
        ("for_a_business", declared.for_a_business, text!("law-scope-tailor-no-business")),
        ("explicitly_agreed", declared.explicitly_agreed, text!("law-scope-tailor-not-agreed")),
        (
            "more_than_minor_customising",
            declared.more_than_minor_customising,
            text!("law-scope-tailor-minor"),
        ),
        (
            "evidence_in_documentation",
            declared.evidence_in_documentation,
            text!("law-scope-tailor-no-evidence"),
        ),
    ]
}

fn deviation(agreed: bool, outcome: &TailorMadeOutcome) -> Deviation {
    match outcome {
        _ if !agreed => Deviation::NotAgreed,
        TailorMadeOutcome::TailorMade => Deviation::Allowed,
        TailorMadeOutcome::NotTailorMade => Deviation::NotAllowed,
        TailorMadeOutcome::Undetermined { .. } => Deviation::Undetermined,
    }
}

fn deviations(declared: &TailorMade, configuration: Deviation, paid_updates: Deviation) -> Vec<Reason> {
    let mut reasons = Vec::new();
    match configuration {
        Deviation::Allowed => reasons.push(agreed(
            text!("law-scope-tailor-configuration"),
            AI1_2B,
            SECURE_BY_DEFAULT,
            "configuration_agreed",
        )),
        Deviation::NotAllowed => reasons.push(agreed(
            text!("law-scope-tailor-configuration-contradicts"),
            AI1_2B,
            SECURE_BY_DEFAULT,
            "configuration_agreed",
        )),
        Deviation::NotAgreed | Deviation::Undetermined => {}
    }
    match paid_updates {
        Deviation::Allowed => {
            let says = text!("law-scope-tailor-updates");
            reasons.push(agreed(says, AI2_8, FREE_UPDATES, "paid_updates_agreed"));
        }
        Deviation::NotAllowed => {
            let says = text!("law-scope-tailor-updates-contradicts");
            reasons.push(agreed(says, AI2_8, FREE_UPDATES, "paid_updates_agreed"));
        }
        Deviation::NotAgreed | Deviation::Undetermined => {}
    }
    for (index, other) in declared.other_deviations.iter().enumerate() {
        let says = text!("law-scope-tailor-other-contradicts", deviation = other);
        reasons.push(agreed(says, AI1_2B, TAILOR_MADE, &format!("other_deviations[{index}]")));
    }
    reasons
}

fn agreed(says: Text, source: Source, cites: Citation, field: &str) -> Reason {
    Reason::new(says, source, cites).on(format!("product.tailor_made.{field}"))
}
