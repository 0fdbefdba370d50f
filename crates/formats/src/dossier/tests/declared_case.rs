//! Cases and the place reported from: read as they are meant, and every fault at its place.

use proofmark_facts::{
    AwarenessRuling, CaseKnowledge, DeclaredAwareness, DeclaredCase, ExceptionalCircumstance, InState,
    Measure, MeasureKind, ReportingPlace, Sent, Stage, Stream,
};

use super::super::read::read_dossier;
use super::{least_and, report};

const CASES: &str = r#"
[operator.reporting_place]
decisions_are_distributed = true
[[operator.reporting_place.establishments]]
state = "DE"
count = 40
[[operator.reporting_place.establishments]]
state = "FR"

[[cases]]
name = "one"
stream = "vulnerability"
[cases.known]
exploited_in_our_product = true
reliable_evidence = false
[cases.awareness]
signal_at = 2026-09-14T18:30:00+02:00
[[cases.rulings]]
aware_at = "2026-09-14T22:10:00+02:00"
decided_by = "Erika Mustermann"
[[cases.rulings]]
aware_at = 2026-09-14T20:10:00Z
stands = true
[[cases.measures]]
available_at = "2026-09-20 10:00:00Z"
kind = "workaround"
[cases.sent]
coordinator = "DE"
information_already_given = ["notification"]
[cases.dissemination]
particularly_exceptional = ["imminent-high-risk"]

[[cases]]
name = "two"
stream = "near-miss"
"#;

#[test]
fn cases_are_read_as_they_are_meant() {
    let read = read_dossier(least_and(CASES).as_bytes());
    assert_eq!(read.problems, []);
    let dossier = read.value.unwrap().dossier;
    let aware_at = "2026-09-14T20:10:00Z".parse().unwrap();
    let ruling = AwarenessRuling {
        aware_at,
        because: None,
        evidence: None,
        decided_by: Some("Erika Mustermann".to_owned()),
        confirmed_by: None,
        stands: None,
    };
    let mut one = DeclaredCase::new("one", Stream::Vulnerability);
    one.known = CaseKnowledge {
        exploited_in_our_product: Some(true),
        reliable_evidence: Some(false),
        ..CaseKnowledge::default()
    };
    one.awareness =
        DeclaredAwareness { signal_at: "2026-09-14T16:30:00Z".parse().ok(), ..DeclaredAwareness::default() };
    one.rulings = vec![ruling.clone(), AwarenessRuling { decided_by: None, stands: Some(true), ..ruling }];
    one.measures = vec![Measure {
        available_at: "2026-09-20T10:00:00Z".parse().unwrap(),
        kind: Some(MeasureKind::Workaround),
        details: None,
    }];
    one.sent = Sent {
        coordinator: "DE".parse().ok(),
        information_already_given: vec![Stage::Notification],
        ..Sent::default()
    };
    one.dissemination.particularly_exceptional = vec![ExceptionalCircumstance::ImminentHighRisk];
    assert_eq!(dossier.cases, [one, DeclaredCase::new("two", Stream::NearMiss)]);
    let place = ReportingPlace {
        decisions_are_distributed: Some(true),
        establishments: vec![
            InState { state: "DE".parse().unwrap(), count: Some(40) },
            InState { state: "FR".parse().unwrap(), count: None },
        ],
        ..ReportingPlace::default()
    };
    assert_eq!(dossier.operator.reporting_place, place);
}

#[test]
fn faults_in_cases_are_named_at_their_places() {
    let faulty = r#"
[operator.reporting_place]
[[operator.reporting_place.users]]
count = -1

[[cases]]
stream = "exploit"
[cases.known]
exploited = true
[cases.awareness]
signal_at = 2026-09-14
assessment_started_at = "2026-09-14T19:00:00"
[[cases.rulings]]
because = "no instant"
[cases.sent]
early_warning_at = "soon"
information_already_given = ["warning"]
"#;
    let read = read_dossier(least_and(faulty).as_bytes());
    let found: Vec<(String, &str)> = read
        .problems
        .iter()
        .map(|problem| (problem.place.path.clone().unwrap_or_default(), problem.says.id()))
        .collect();
    let expected = [
        ("operator.reporting_place.users[0].state", "dossier-missing-key"),
        ("operator.reporting_place.users[0].count", "periods-count-out-of-range"),
        ("cases[0].name", "dossier-missing-key"),
        ("cases[0].stream", "dossier-unknown-word"),
        ("cases[0].known.exploited", "dossier-unknown-key"),
        ("cases[0].awareness.signal_at", "reporting-not-an-instant"),
        ("cases[0].awareness.assessment_started_at", "reporting-instant-without-offset"),
        ("cases[0].rulings[0].aware_at", "dossier-missing-key"),
        ("cases[0].sent.early_warning_at", "reporting-not-an-instant"),
        ("cases[0].sent.information_already_given[0]", "dossier-unknown-word"),
    ];
    let expected: Vec<(String, &str)> = expected.map(|(path, id)| (path.to_owned(), id)).to_vec();
    assert_eq!(found, expected);
    assert!(report(&least_and(faulty)).contains("2026-09-14T22:10:00+02:00"));
}
