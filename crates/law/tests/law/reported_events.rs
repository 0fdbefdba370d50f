//! Article 14 in the register: owed once a declared case must be notified, and open while that is open.

use jiff::civil::date;
use proofmark_facts::{DeclaredCase, Dossier};
use proofmark_law::{Case, Kept, Standing, StandingState, StateOfTheLaw, TriggerOutcome, assess, readiness};

use crate::a_product::with;
use crate::reporting::{exploited, german, severe};

fn standings(dossier: &Dossier) -> Vec<Standing> {
    let day = date(2026, 10, 7);
    let state = StateOfTheLaw::embedded();
    let verdict = assess(dossier, state, day);
    readiness(&Case { dossier, verdict: &verdict, state, kept: &Kept::default(), day })
}

/// Of Article 14: what is owed, and what is open with these missing facts.
fn owed_and_open(dossier: &Dossier) -> (Vec<&'static str>, Vec<(&'static str, Vec<String>)>) {
    let (mut owed, mut open) = (Vec::new(), Vec::new());
    for standing in standings(dossier).into_iter().filter(|one| one.obligation.starts_with("art14-")) {
        match standing.state {
            StandingState::Open { missing } | StandingState::Late { missing, .. } => {
                let facts: Vec<String> =
                    missing.into_iter().map(|one| one.at).filter(|at| at.starts_with("cases[")).collect();
                if facts.is_empty() {
                    owed.push(standing.obligation);
                } else {
                    open.push((standing.obligation, facts));
                }
            }
            StandingState::NotApplicable { .. } => {}
            other @ StandingState::Met { .. } => panic!("{}: {other:?}", standing.obligation),
        }
    }
    (owed, open)
}

fn outcome(dossier: &Dossier) -> TriggerOutcome {
    let verdict = assess(dossier, StateOfTheLaw::embedded(), date(2026, 10, 7));
    verdict.reporting[0].trigger.outcome.clone()
}

const OF_A_VULNERABILITY: [&str; 5] = ["art14-1", "art14-2-a", "art14-2-b", "art14-2-c", "art14-8"];
const OF_AN_INCIDENT: [&str; 5] = ["art14-3", "art14-4-a", "art14-4-b", "art14-4-c", "art14-8"];

#[test]
fn a_case_that_must_be_notified_makes_its_own_stream_owed() {
    for (case, expected) in [(exploited(), OF_A_VULNERABILITY), (severe(), OF_AN_INCIDENT)] {
        let dossier = german(case);
        assert_eq!(outcome(&dossier), TriggerOutcome::Mandatory);
        assert_eq!(owed_and_open(&dossier), (expected.to_vec(), Vec::new()));
    }
    assert_eq!(owed_and_open(&with(|_| {})), (Vec::new(), Vec::new()));
}

#[test]
fn an_intermediate_report_is_owed_once_it_is_asked_for() {
    let mut asked = exploited();
    asked.sent.intermediate_requested_at = "2026-10-06T12:00:00Z".parse().ok();
    let (owed, _) = owed_and_open(&german(asked));
    assert!(owed.contains(&"art14-6"), "{owed:?}");
}

#[test]
fn a_voluntary_case_makes_nothing_owed() {
    let mut case = exploited();
    case.known.malicious_actor = Some(false);
    let dossier = german(case);
    assert_eq!(outcome(&dossier), TriggerOutcome::Voluntary);
    assert_eq!(owed_and_open(&dossier), (Vec::new(), Vec::new()));
}

#[test]
fn an_undetermined_case_leaves_its_stream_open_with_its_missing_facts() {
    let open_case = |change: fn(&mut DeclaredCase)| {
        let mut case = exploited();
        change(&mut case);
        german(case)
    };
    let dossier = open_case(|case| case.known.exploited_in_our_product = None);
    let TriggerOutcome::Undetermined { missing } = outcome(&dossier) else { panic!("guessed") };
    let (owed, open) = owed_and_open(&dossier);
    assert_eq!(owed, Vec::<&str>::new());
    assert_eq!(open, OF_A_VULNERABILITY.map(|id| (id, missing.clone())).to_vec());
    // One case that must be notified is enough, whatever another one waits for.
    let mut both = dossier;
    both.cases.push(exploited());
    assert_eq!(owed_and_open(&both), (OF_A_VULNERABILITY.to_vec(), Vec::new()));
}
