//! Where a product stands, what comes first, and how it stays that way: the register as three steps.

use jiff::civil::Date;
use proofmark_facts::Dossier;
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;

use crate::annex_i_gate::Gate;
use crate::calendar::Bound;
use crate::calendar::REPORTING;
use crate::classes::article_7_classification::ClassOutcome;
use crate::readiness::area::Area;
use crate::readiness::next_steps::next_steps;
use crate::readiness::routine::{ROUTINES, Routine};
use crate::readiness::shown::Missing;
use crate::readiness::standing::{Standing, StandingState};
use crate::register::evidence_kind::EvidenceKind;
use crate::roles::role::{Role, RoleOutcome};
use crate::scope::article_2_scope::ScopeOutcome;
use crate::verdict::Verdict;

/// How many reasons an area gives.
const REASONS: usize = 4;

/// The three steps.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Maturity {
    /// What none of it must be read without.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caution: Option<Text>,
    /// Where it stands, area by area.
    pub stands: Vec<AreaStanding>,
    /// What comes first, the most urgent first.
    pub first: Vec<FirstStep>,
    /// What recurs.
    pub embed: Vec<Routine>,
}

/// Where one area stands: counts, and what they rest on.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct AreaStanding {
    /// The area.
    pub area: Area,
    /// How many of its obligations or facts are met.
    pub met: usize,
    /// How many are open, with time left.
    pub open: usize,
    /// How many are late.
    pub late: usize,
    /// What is missing, the late first.
    pub reasons: Vec<Text>,
    /// The obligations that were counted.
    pub obligations: Vec<&'static str>,
}

/// Something to do, and why so soon.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct FirstStep {
    /// Why it stands where it stands.
    pub urgency: Urgency,
    /// What to do.
    pub says: Text,
    /// By when, where there is a day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Date>,
    /// The obligations it closes, or brings closer.
    pub closes: Vec<&'static str>,
    /// What is missing.
    pub missing: Vec<Text>,
}

/// Why a step comes before others, the most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    /// The law asks it already, and not all it needs is there.
    BindsAlready,
    /// The day has passed.
    Late,
    /// It keeps the release from the market.
    BlocksTheRelease,
    /// It is due on a day to come.
    Due,
}

/// Turns the answers on one product into the three steps.
pub fn maturity(
    dossier: &Dossier,
    verdict: &Verdict,
    standings: &[Standing],
    gate: Option<&Gate>,
) -> Maturity {
    let concerned =
        matches!(verdict.scope.outcome, ScopeOutcome::InScope | ScopeOutcome::Undetermined { .. });
    let reporting = reports(verdict).then(|| facts_of_reporting(dossier));
    let stands = Area::ALL.iter().map(|area| area_standing(*area, verdict, standings, reporting.as_deref()));
    let owes = |routine: &&Routine| concerned && serves_what_is_owed(routine, standings, reporting.is_some());
    let conditional = standings.iter().any(|one| one.bound == Bound::NotUnlessSubstantiallyModified);
    Maturity {
        caution: conditional.then(|| text!("teaching-conditional")),
        stands: stands.collect(),
        first: first(verdict, standings, gate, reporting.as_deref()),
        embed: ROUTINES.iter().filter(owes).copied().collect(),
    }
}

/// Whether this operator reports under Article 14.
fn reports(verdict: &Verdict) -> bool {
    let mut dates = verdict.calendar.iter().filter(|date| date.on == REPORTING);
    dates.any(|date| !matches!(date.bound, Bound::Not))
        && verdict.role.role().is_none_or(|role| role == Role::Manufacturer)
}

/// A fact, whether it is there, and what its absence is called.
struct Fact {
    stated: bool,
    says: Text,
}

fn fact(stated: bool, says: Text) -> Fact {
    Fact { stated, says }
}

/// What a report within hours needs to be at hand.
fn facts_of_reporting(dossier: &Dossier) -> Vec<Fact> {
    let stated = |path: &str| text!("law-missing-fact", path = path);
    vec![
        fact(dossier.operator.established_in.is_some(), stated("operator.established_in")),
        fact(!dossier.release.member_states.is_empty(), stated("release.member_states")),
        fact(dossier.contact.vulnerability_reports.is_some(), stated("contact.vulnerability_reports")),
        fact(dossier.contact.disclosure_policy.is_some(), stated("contact.disclosure_policy")),
    ]
}

fn facts_of_scope(verdict: &Verdict) -> Vec<Fact> {
    let waits = |missing: &[String]| text!("teaching-waits-for", missing = missing.join(", "));
    let scope = match &verdict.scope.outcome {
        ScopeOutcome::Undetermined { missing } => fact(false, waits(missing)),
        _ => fact(true, text!("teaching-decided")),
    };
    let role = match &verdict.role.outcome {
        RoleOutcome::Undetermined { missing } => fact(false, waits(missing)),
        RoleOutcome::Is(_) => fact(true, text!("teaching-decided")),
    };
    let class = match &verdict.class.outcome {
        ClassOutcome::Undetermined { missing } => fact(false, waits(missing)),
        ClassOutcome::Is(_) => fact(true, text!("teaching-decided")),
    };
    // What the Regulation leaves alone has neither role nor class to settle.
    if matches!(verdict.scope.outcome, ScopeOutcome::InScope | ScopeOutcome::Undetermined { .. }) {
        vec![scope, role, class]
    } else {
        vec![scope]
    }
}

fn area_standing(
    area: Area,
    verdict: &Verdict,
    standings: &[Standing],
    reporting: Option<&[Fact]>,
) -> AreaStanding {
    let mut found =
        AreaStanding { area, met: 0, open: 0, late: 0, reasons: Vec::new(), obligations: Vec::new() };
    let scope = facts_of_scope(verdict);
    let facts: &[Fact] = match area {
        Area::ScopeAndClass => &scope,
        Area::Reporting => reporting.unwrap_or_default(),
        _ => &[],
    };
    let (mut late, mut open) = (Vec::new(), Vec::new());
    for one in facts {
        if one.stated {
            found.met += 1;
        } else {
            found.open += 1;
            open.push(one.says.clone());
        }
    }
    for standing in standings.iter().filter(|standing| Area::of(standing.obligation) == area) {
        match &standing.state {
            StandingState::NotApplicable { .. } => continue,
            StandingState::Met { .. } => found.met += 1,
            StandingState::Open { missing } => {
                found.open += 1;
                open.extend(of_the_area(missing));
            }
            StandingState::Late { missing, .. } => {
                found.late += 1;
                late.extend(of_the_area(missing));
            }
        }
        found.obligations.push(standing.obligation);
    }
    for says in late.into_iter().chain(open) {
        if found.reasons.len() < REASONS && !found.reasons.contains(&says) {
            found.reasons.push(says);
        }
    }
    found
}

/// What decides scope and role is missing everywhere; it is named in its own area.
fn of_the_area(missing: &[Missing]) -> impl Iterator<Item = Text> {
    let own = |one: &&Missing| !matches!(one.kind, EvidenceKind::ScopeFacts | EvidenceKind::RoleFacts);
    missing.iter().filter(own).map(|one| one.says.clone())
}

fn first(
    verdict: &Verdict,
    standings: &[Standing],
    gate: Option<&Gate>,
    reporting: Option<&[Fact]>,
) -> Vec<FirstStep> {
    let mut steps = Vec::new();
    let binds = verdict.calendar.iter().any(|date| date.on == REPORTING && date.bound == Bound::Already);
    let lacking: Vec<Text> = reporting
        .unwrap_or_default()
        .iter()
        .filter(|fact| !fact.stated)
        .map(|fact| fact.says.clone())
        .collect();
    if binds && !lacking.is_empty() {
        let says = text!("teaching-first-reporting");
        let (by, urgency) = (Some(REPORTING), Urgency::BindsAlready);
        steps.push(FirstStep { urgency, says, by, closes: Vec::new(), missing: lacking });
    }
    // While it is open whether the Regulation applies at all, the gate keeps nothing from the market.
    let blocks = verdict.scope.outcome == ScopeOutcome::InScope
        && gate.is_some_and(|gate| !gate.blocked_by.is_empty());
    for step in next_steps(standings) {
        let urgency = match step.kind {
            _ if step.late => Urgency::Late,
            EvidenceKind::ReleaseGate if blocks => Urgency::BlocksTheRelease,
            _ => Urgency::Due,
        };
        let (says, by, closes, missing) = (step.says, Some(step.by), step.closes, step.missing);
        steps.push(FirstStep { urgency, says, by, closes, missing });
    }
    // The sort is stable: on one day, what others rest on stays first, then what closes more obligations.
    steps.sort_by_key(|step| (step.urgency, step.by));
    steps
}

fn serves_what_is_owed(routine: &Routine, standings: &[Standing], reports: bool) -> bool {
    let owed = |id: &str| {
        standings.iter().any(|standing| {
            standing.obligation == id && !matches!(standing.state, StandingState::NotApplicable { .. })
        })
    };
    if routine.serves.is_empty() { reports } else { routine.serves.iter().any(|id| owed(id)) }
}
