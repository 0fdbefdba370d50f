//! Article 14(7): whose coordinator a notification goes to, as a cascade of six questions.

use proofmark_facts::{Country, InState, ReportingPlace};
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;

use crate::citation::Citation;
use crate::reason::Reason;
use crate::reporting::asked::Asked;
use crate::source::{I, P, Source};
use crate::state::instruments::Coordinator;
use crate::step::not_stated;

/// Whose coordinator, with reasons.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CoordinatorVerdict {
    /// The answer.
    pub outcome: CoordinatorOutcome,
    /// That State's coordinator, as the state of the law lists it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub coordinator: Option<Coordinator>,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// Where the cascade ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CoordinatorOutcome {
    /// This Member State's.
    Is(Country),
    /// These facts are missing.
    Undetermined {
        /// The ways to the facts.
        missing: Vec<String>,
    },
}

const PLACE: &str = "operator.reporting_place";

/// The State with the largest count.
enum Most {
    Is(Country),
    /// Nothing is declared.
    None,
    /// Two are level, or a count is missing.
    Open,
}

/// Where to report.
pub(crate) fn coordinator(asked: &Asked<'_>) -> CoordinatorVerdict {
    let mut reasons = Vec::new();
    let place = &asked.dossier.operator.reporting_place;
    let outcome = match main_establishment(place, &mut reasons) {
        Some(outcome) => outcome,
        None => outside(asked, place, &mut reasons),
    };
    if let (Some(used), CoordinatorOutcome::Is(state)) = (asked.case.sent.coordinator, &outcome)
        && used != *state
    {
        // A notification to the wrong one may be void; the clock does not stop for that.
        let source = Source::new("CSI-01", &[P]);
        let says = text!("reporting-other-coordinator", used = used.as_str(), state = state.as_str());
        let reason = Reason::new(says, source, Citation::article(14).paragraph(7));
        let reason = reason.on(asked.path("sent.coordinator"));
        reasons.push(reason.for_review(text!("reporting-review-other-coordinator")));
    }
    if let CoordinatorOutcome::Is(state) = &outcome {
        let source = Source::new("DEF-36", &[P]);
        let says = text!("reporting-coordinator", state = state.as_str());
        reasons.push(Reason::new(says, source, Citation::article(3).point("51")));
    }
    let listed = asked.state.coordinators.as_ref();
    let found = match &outcome {
        CoordinatorOutcome::Is(state) => listed.and_then(|listed| listed.of(*state)).cloned(),
        CoordinatorOutcome::Undetermined { .. } => None,
    };
    CoordinatorVerdict { outcome, coordinator: found, reasons }
}

/// CSI-01 and CSI-02: the main establishment in the Union; nothing where there is none.
fn main_establishment(place: &ReportingPlace, reasons: &mut Vec<Reason>) -> Option<CoordinatorOutcome> {
    let decisions = Source::new("CSI-01", &[P]);
    let employees = Source::new("CSI-02", &[P]);
    let cites = Citation::article(14).paragraph(7).subparagraph(2);
    if place.shared_within_a_group == Some(true) {
        let source = Source::new("OPN-07", &[I]);
        let says = text!("reporting-group");
        reasons.push(Reason::new(says, source, cites).on(path("shared_within_a_group")));
    }
    let distributed = place.decisions_are_distributed == Some(true);
    match place.decisions_taken_in {
        Some(_) if distributed => {
            let says = text!(
                "reporting-facts-clash",
                one = path("decisions_taken_in"),
                other = path("decisions_are_distributed")
            );
            reasons.push(Reason::new(says, decisions, cites).on(path("decisions_taken_in")));
            return Some(open(&["decisions_taken_in", "decisions_are_distributed"]));
        }
        Some(state) if state.is_member_state() => {
            let source = Source::new("DEF-37", &[P]);
            let says = text!("reporting-decisions", state = state.as_str());
            let reason = Reason::new(says, source, cites);
            reasons.push(reason.on(path("decisions_taken_in")));
            let says = text!("reporting-decisions-lead", state = state.as_str());
            reasons.push(Reason::new(says, decisions, cites).on(path("decisions_taken_in")));
            return Some(CoordinatorOutcome::Is(state));
        }
        Some(state) => {
            let says = text!("reporting-decisions-outside", state = state.as_str());
            reasons.push(Reason::new(says, decisions, cites).on(path("decisions_taken_in")));
        }
        None if distributed => {
            let source = Source::new("OPN-07", &[I]);
            let says = text!("reporting-decisions-distributed");
            reasons.push(Reason::new(says, source, cites).on(path("decisions_are_distributed")));
        }
        None if place.established_in_the_union == Some(false) => {}
        None => {
            reasons.push(not_stated(&path("decisions_taken_in"), decisions, cites));
            return Some(open(&["decisions_taken_in"]));
        }
    }
    match (most(&place.establishments), place.established_in_the_union) {
        // Employees in the Union and no establishment there: either may be the slip, and each leads elsewhere.
        (Most::Is(_) | Most::Open, Some(false)) => {
            let (one, other) = ("established_in_the_union", "establishments");
            let says = text!("reporting-facts-clash", one = path(one), other = path(other));
            reasons.push(Reason::new(says, employees, cites).on(path(one)));
            Some(open(&[one, other]))
        }
        (Most::Is(state), _) => {
            let says = text!("reporting-employees", state = state.as_str());
            reasons.push(Reason::new(says, employees, cites).on(path("establishments")));
            Some(CoordinatorOutcome::Is(state))
        }
        (Most::None, Some(false)) => None,
        (Most::None, None) => {
            reasons.push(not_stated(&path("established_in_the_union"), employees, cites));
            Some(open(&["established_in_the_union"]))
        }
        (Most::None | Most::Open, _) => {
            reasons.push(
                Reason::new(text!("reporting-counts-open"), employees, cites).on(path("establishments")),
            );
            Some(open(&["establishments"]))
        }
    }
}

/// A list of the cascade: its key, what it holds, its row, its point, and what to say of the State it leads to.
type Question<'a> = (&'static str, &'a [InState], Source, &'static str, fn(&str) -> Text);

/// CSI-03 to CSI-06: no main establishment in the Union.
fn outside(asked: &Asked<'_>, place: &ReportingPlace, reasons: &mut Vec<Reason>) -> CoordinatorOutcome {
    let of_product = asked.dossier.operator.authorised_representative.as_ref();
    let mut representatives = place.representatives.clone();
    if representatives.is_empty() {
        let state = of_product.and_then(|representative| representative.established_in);
        representatives.extend(state.map(|state| InState { state, count: None }));
    }
    let steps: [Question<'_>; 4] = [
        ("representatives", &representatives, Source::new("CSI-03", &[P]), "a", |state| {
            text!("reporting-by-representative", state = state)
        }),
        ("importers", &place.importers, Source::new("CSI-04", &[P]), "b", |state| {
            text!("reporting-by-importer", state = state)
        }),
        ("distributors", &place.distributors, Source::new("CSI-05", &[P]), "c", |state| {
            text!("reporting-by-distributor", state = state)
        }),
        ("users", &place.users, Source::new("CSI-06", &[P]), "d", |state| {
            text!("reporting-by-users", state = state)
        }),
    ];
    for (fact, states, source, point, says) in steps {
        let cites = Citation::article(14).paragraph(7).subparagraph(3).point(point);
        if let (true, Some(used)) = (fact == "users", place.coordinator_used_before)
            && used.is_member_state()
        {
            let says = text!("reporting-coordinator-before", state = used.as_str());
            reasons.push(Reason::new(says, source, cites).on(path("coordinator_used_before")));
            return CoordinatorOutcome::Is(used);
        }
        match most(states) {
            Most::Is(state) => {
                reasons.push(Reason::new(says(state.as_str()), source, cites).on(path(fact)));
                return CoordinatorOutcome::Is(state);
            }
            Most::Open => {
                reasons.push(Reason::new(text!("reporting-counts-open"), source, cites).on(path(fact)));
                return open(&[fact]);
            }
            Most::None => {
                let says = text!("reporting-none-declared", fact = path(fact));
                reasons.push(Reason::new(says, source, cites).on(path(fact)));
            }
        }
    }
    open(&["representatives", "importers", "distributors", "users"])
}

fn most(states: &[InState]) -> Most {
    let in_the_union: Vec<&InState> = states.iter().filter(|at| at.state.is_member_state()).collect();
    match in_the_union[..] {
        [] => Most::None,
        [only] => Most::Is(only.state),
        _ => {
            let largest = in_the_union.iter().max_by_key(|at| at.count);
            let same = |at: &&&InState| largest.is_some_and(|largest| at.count == largest.count);
            let is_open = in_the_union.iter().any(|at| at.count.is_none());
            match largest {
                Some(largest) if !is_open && in_the_union.iter().filter(same).count() == 1 => {
                    Most::Is(largest.state)
                }
                _ => Most::Open,
            }
        }
    }
}

fn path(fact: &str) -> String {
    format!("{PLACE}.{fact}")
}

fn open(facts: &[&str]) -> CoordinatorOutcome {
    CoordinatorOutcome::Undetermined { missing: facts.iter().map(|fact| path(fact)).collect() }
}
