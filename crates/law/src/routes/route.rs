//! A conformity assessment procedure as it stands for one product: open, closed, or closed until something happens.

use jiff::civil::Date;
use proofmark_facts::{Dossier, Procedure};
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;

use crate::classes::category::Class;
use crate::reason::Reason;
use crate::routes::annex_viii::ModuleDuties;
use crate::state::state_of_the_law::StateOfTheLaw;

/// The procedures of Article 32(1) as they stand for this product under one state of the law.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct RoutesVerdict {
    /// Open now, lightest first.
    pub open: Vec<Route>,
    /// Closed now.
    pub closed: Vec<Route>,
    /// Closed now, and what would open them.
    pub would_open: Vec<Route>,
    /// Neither open nor closed, because a fact is not stated that decides it; each reason names the fact.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub undecided: Vec<Route>,
    /// What else bears on the choice: other acts' procedures, the notified bodies there are.
    pub beside: Vec<Reason>,
    /// What is worth knowing about the choice and changes nothing in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Reason>,
    /// Facts that are not stated; while there are any, nothing is open or closed.
    pub missing: Vec<String>,
}

/// One procedure with the reasons for where it stands.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Route {
    /// The procedure.
    pub procedure: Procedure,
    /// Why.
    pub reasons: Vec<Reason>,
    /// What it demands of whom, where it is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub demands: Option<&'static ModuleDuties>,
}

impl Route {
    pub(crate) const fn new(procedure: Procedure, reasons: Vec<Reason>) -> Self {
        Self { procedure, reasons, demands: None }
    }
}

impl RoutesVerdict {
    /// Whether this procedure is open now.
    pub fn is_open(&self, procedure: Procedure) -> bool {
        self.open.iter().any(|route| route.procedure == procedure)
    }

    /// Whether every open procedure needs a notified body.
    pub fn needs_a_notified_body(&self) -> bool {
        let needs =
            |procedure| matches!(procedure, Procedure::TypeExamination | Procedure::FullQualityAssurance);
        !self.open.is_empty() && self.open.iter().all(|route| needs(route.procedure))
    }
}

/// What the table is asked with.
pub(crate) struct Inputs<'a> {
    pub(crate) dossier: &'a Dossier,
    pub(crate) state: &'a StateOfTheLaw,
    pub(crate) day: Date,
    pub(crate) class: Class,
    pub(crate) category: Option<&'static str>,
}

impl Inputs<'_> {
    /// Why an answer that rests on what the state does not list should be looked at again.
    pub(crate) fn review_of_state(&self) -> Text {
        text!("law-review-state", newest = self.state.evidence_newest.to_string())
    }
}
