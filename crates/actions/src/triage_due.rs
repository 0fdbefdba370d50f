//! By when findings are to be decided on and dealt with, what is late, and what will be.

use jiff::ToSpan;
use jiff::civil::Date;
use proofmark_facts::{Beside, Finding, FindingState, Rating, TriagePolicy, TriageTarget};
use proofmark_formats::read_triage_policy;
use proofmark_law::StateOfTheLaw;
use schemars::JsonSchema;
use serde::Serialize;

use crate::assess::OpenSources;
use crate::conclusion::{AssessOrder, Meant, conclude, read_inputs};
use crate::error::ActionError;
use crate::gate::state_of;
use crate::triage::known_on;

/// The version of the report's form.
const DUE_FORMAT: u32 = 1;

/// The targets where the makers state none, each with why.
const DEFAULTS: &str = include_str!("../data/triage-defaults.toml");

/// The file of the targets that hold where the makers state none, to be taken over and changed.
pub fn default_targets() -> &'static str {
    DEFAULTS
}

/// What is due in a release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DueReport {
    /// The form's version.
    pub proofmark_triage_due: u32,
    /// The product.
    pub product: String,
    /// The release's version.
    pub release: String,
    /// The day the answer is for.
    pub as_of: Date,
    /// How many days ahead was looked.
    pub within_days: u32,
    /// The file of the targets; `None`: the defaults.
    pub targets_of: Option<String>,
    /// The targets.
    pub targets: Vec<TriageTarget>,
    /// Past their day.
    pub breached: usize,
    /// Due within the days that were looked ahead.
    pub due_soon: usize,
    /// Findings somebody still has to do something about, what is due first first; then those without a day.
    pub findings: Vec<DueFinding>,
}

/// A finding with its days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DueFinding {
    /// The vulnerability.
    pub vulnerability: String,
    /// The component.
    pub component: String,
    /// How bad it is.
    pub rating: Rating,
    /// Listed as exploited somewhere.
    pub exploited: bool,
    /// How it stands.
    pub state: FindingState,
    /// The target; `None`: it meets none.
    pub target: Option<String>,
    /// The day its days are counted from; `None`: nobody dated it.
    pub known_on: Option<Date>,
    /// Days since then.
    pub age_days: Option<i64>,
    /// The last day to decide on it; `None`: somebody did, or no target says.
    pub triage_by: Option<Date>,
    /// The last day to deal with it; `None`: no target says.
    pub remediate_by: Option<Date>,
    /// Days until the first of the two has passed; negative: since.
    pub days_left: Option<i64>,
    /// Whether it is late.
    pub standing: DueStanding,
}

/// Whether a finding is late.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DueStanding {
    /// A day has passed.
    Breached,
    /// A day is within those that were looked ahead.
    DueSoon,
    /// No day is that near.
    OnTime,
    /// Nobody dated it, or no target is for it: nothing can be said.
    Undated,
}

/// Says what is due in a release as an assessment would find it; nothing is kept.
pub fn due(
    order: &AssessOrder<'_>,
    within_days: u32,
    beside: &dyn Beside,
    open_sources: &OpenSources<'_>,
    state: &StateOfTheLaw,
) -> Result<DueReport, ActionError> {
    let inputs = read_inputs(beside, state, &Meant::default())?;
    let sources = open_sources(&inputs.dossier.advisories)?;
    let assessment = conclude(order, &inputs, &sources, state);
    let policy = &inputs.triage.policy;
    let own = !policy.targets.is_empty();
    let targets = if own { policy.targets.clone() } else { defaults().targets };
    let day = order.as_of;
    let mut findings: Vec<DueFinding> = assessment
        .findings
        .iter()
        .filter_map(|finding| due_finding(finding, &targets, policy.exposed, day, within_days))
        .collect();
    findings.sort_by(|one, other| {
        (one.standing, one.days_left, &one.vulnerability, &one.component).cmp(&(
            other.standing,
            other.days_left,
            &other.vulnerability,
            &other.component,
        ))
    });
    let count = |standing| findings.iter().filter(|finding| finding.standing == standing).count();
    Ok(DueReport {
        proofmark_triage_due: DUE_FORMAT,
        product: assessment.product.clone(),
        release: assessment.release.clone(),
        as_of: day,
        within_days,
        targets_of: inputs.triage.file.clone().filter(|_| own),
        targets,
        breached: count(DueStanding::Breached),
        due_soon: count(DueStanding::DueSoon),
        findings,
    })
}

fn defaults() -> TriagePolicy {
    let read = read_triage_policy(DEFAULTS.as_bytes()).value;
    read.map(|read| read.policy).unwrap_or_default()
}

/// The finding with its days; `None`: there is nothing left to do about it.
fn due_finding(
    finding: &Finding,
    targets: &[TriageTarget],
    exposed: Option<bool>,
    day: Date,
    within_days: u32,
) -> Option<DueFinding> {
    let state = state_of(finding, day);
    // What lacks a second person or its evidence takes nothing out of the way.
    let is_dealt_with = !state.is_open() || state == FindingState::RiskAccepted;
    if is_dealt_with && finding.lacks.is_empty() {
        return None;
    }
    let is_decided =
        !matches!(state, FindingState::Undecided | FindingState::UnderInvestigation | FindingState::Expired)
            && finding.lacks.is_empty();
    let known = &finding.vulnerability;
    let target = targets.iter().find(|target| meets(target, finding, exposed));
    let listed_on = known.exploited.as_ref().and_then(|exploited| exploited.added_on);
    let since =
        target.filter(|target| target.exploited == Some(true)).and(listed_on).or_else(|| known_on(finding));
    let last = |days: Option<u64>| {
        let days = i64::try_from(days?).ok()?;
        since?.checked_add(days.days()).ok()
    };
    let triage_by = last(target.and_then(|target| target.triage_days)).filter(|_| !is_decided);
    let remediate_by = last(target.and_then(|target| target.remediate_days));
    let days_left =
        triage_by.into_iter().chain(remediate_by).min().map(|by| i64::from((by - day).get_days()));
    let standing = match days_left {
        None => DueStanding::Undated,
        Some(left) if left < 0 => DueStanding::Breached,
        Some(left) if left <= i64::from(within_days) => DueStanding::DueSoon,
        Some(_) => DueStanding::OnTime,
    };
    Some(DueFinding {
        vulnerability: known.id.clone(),
        component: finding.component.clone(),
        rating: known.severity.rating,
        exploited: known.exploited.is_some(),
        state,
        target: target.map(|target| target.id.clone()),
        known_on: since,
        age_days: since.map(|since| i64::from((day - since).get_days())),
        triage_by,
        remediate_by,
        days_left,
        standing,
    })
}

/// Whether the target is for such a finding. A product of which nobody says whether it is exposed is taken to be.
fn meets(target: &TriageTarget, finding: &Finding, exposed: Option<bool>) -> bool {
    let known = &finding.vulnerability;
    let scored = known.prediction.map(|prediction| prediction.probability * 100.0);
    #[expect(clippy::cast_precision_loss, reason = "a share in hundredths")]
    let likely = |least: u64| scored.is_some_and(|share| share >= least as f64);
    target.severity_at_least.is_none_or(|least| known.severity.rating >= least)
        && target.exploited.is_none_or(|exploited| known.exploited.is_some() == exploited)
        && target.epss_percent_at_least.is_none_or(likely)
        && target.exposed.is_none_or(|asked| exposed.unwrap_or(true) == asked)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proofmark_facts::{
        DecisionLack, DecisionStatus, ExploitPrediction, Exploited, KnownVulnerability, Severity,
        VulnerabilityDecision,
    };

    use super::*;

    fn listed(rating: Rating, on: Date) -> Finding {
        Finding {
            component: "c@1".into(),
            vulnerability: KnownVulnerability {
                id: "CVE-1".into(),
                severity: Severity { rating, ..Severity::default() },
                exploited: Some(Exploited { catalogue: "KEV".into(), added_on: Some(on) }),
                ..KnownVulnerability::default()
            },
            path: vec![],
            decision: None,
            triage: None,
            declared: vec![],
            lapsed: vec![],
            lacks: vec![],
        }
    }

    fn with(finding: Finding, status: DecisionStatus, risk_accepted: bool) -> Finding {
        let decision = VulnerabilityDecision { status, risk_accepted, ..VulnerabilityDecision::default() };
        Finding { decision: Some(decision), ..finding }
    }

    #[test]
    fn the_defaults_are_read_and_every_finding_has_one() {
        let read = read_triage_policy(DEFAULTS.as_bytes());
        assert_eq!(read.problems, []);
        let targets = read.value.unwrap().policy.targets;
        assert!(targets.iter().all(|target| target.triage_days < target.remediate_days));
        let named = |finding: &Finding, exposed| {
            targets.iter().find(|target| meets(target, finding, exposed)).map(|target| target.id.as_str())
        };
        let rated = |rating| {
            let mut finding = listed(rating, date(2026, 11, 1));
            finding.vulnerability.exploited = None;
            finding
        };
        assert_eq!(named(&listed(Rating::Low, date(2026, 11, 1)), None), Some("exploited"));
        assert_eq!(
            named(&rated(Rating::Critical), None),
            Some("critical-exposed"),
            "nobody said: taken to be"
        );
        assert_eq!(named(&rated(Rating::Critical), Some(true)), Some("critical-exposed"));
        assert_eq!(named(&rated(Rating::Critical), Some(false)), Some("high"));
        assert_eq!(named(&rated(Rating::Medium), None), Some("medium"));
        assert_eq!(named(&rated(Rating::Low), None), Some("low"));
        assert_eq!(named(&rated(Rating::Unknown), None), Some("unrated"));
        let mut likely = rated(Rating::High);
        likely.vulnerability.prediction =
            Some(ExploitPrediction { probability: 0.1, percentile: 0.9, scored_on: None });
        assert_eq!(named(&likely, None), Some("likely-exposed"));
        likely.vulnerability.prediction =
            Some(ExploitPrediction { probability: 0.099, percentile: 0.9, scored_on: None });
        assert_eq!(named(&likely, None), Some("high"));
    }

    #[test]
    fn a_day_holds_to_its_end_and_deciding_stops_the_first_of_the_two() {
        use DueStanding::{Breached, DueSoon, OnTime};

        let finding = listed(Rating::High, date(2026, 11, 1));
        let on = |finding: &Finding, day: Date, within| {
            let due = due_finding(finding, &defaults().targets, None, day, within).unwrap();
            (due.standing, due.days_left.unwrap())
        };
        assert_eq!(on(&finding, date(2026, 11, 2), 0), (DueSoon, 0), "the day to decide is not over");
        assert_eq!(on(&finding, date(2026, 11, 3), 0), (Breached, -1));
        let decided = with(finding.clone(), DecisionStatus::Affected, false);
        assert_eq!(on(&decided, date(2026, 11, 3), 11), (OnTime, 12));
        assert_eq!(on(&decided, date(2026, 11, 3), 12), (DueSoon, 12));
        assert_eq!(on(&decided, date(2026, 11, 15), 0), (DueSoon, 0));
        assert_eq!(on(&decided, date(2026, 11, 16), 0), (Breached, -1));
        let looking = with(finding, DecisionStatus::UnderInvestigation, false);
        assert_eq!(on(&looking, date(2026, 11, 3), 0), (Breached, -1), "looking into it decides nothing");
    }

    #[test]
    fn what_is_dealt_with_is_due_no_more_unless_it_lacks_what_it_rests_on() {
        let day = date(2026, 12, 24);
        let is_due = |finding: &Finding| due_finding(finding, &defaults().targets, None, day, 0).is_some();
        let finding = listed(Rating::High, date(2026, 11, 1));
        for (status, risk_accepted, expected) in [
            (DecisionStatus::NotAffected, false, false),
            (DecisionStatus::WrongMatch, false, false),
            (DecisionStatus::Affected, true, false),
            (DecisionStatus::Affected, false, true),
            (DecisionStatus::Fixed, false, true),
        ] {
            let decided = with(finding.clone(), status, risk_accepted);
            assert_eq!(is_due(&decided), expected, "{status:?}");
            let lacking = Finding { lacks: vec![DecisionLack::SecondPerson], ..decided };
            assert!(is_due(&lacking), "{status:?}");
        }
        let mut undated = finding;
        undated.vulnerability.exploited = None;
        let due = due_finding(&undated, &defaults().targets, None, day, 0).unwrap();
        assert_eq!((due.standing, due.days_left), (DueStanding::Undated, None));
    }
}
