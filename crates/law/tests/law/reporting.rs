//! Articles 14 to 17, row by row: whether to notify, since when, by when, to whom, and what.

use jiff::civil::{Date, date};
use jiff::{SignedDuration, Timestamp};
use proofmark_facts::*;
use proofmark_law::{
    AwarenessOutcome, CaseVerdict, Clock, ClockState, CoordinatorOutcome, Gap, Ground, MayApply, Reason,
    StateOfTheLaw, TriggerOutcome, Verdict, assess_at, contradictions,
};

use crate::a_product::{free_software_with, with};

/// A change to what is known.
type Change = fn(&mut CaseKnowledge);
/// What is known, or not.
type Known = Option<bool>;
/// A change to where the operator stands, what follows, and a row that says so.
type Stands = (fn(&mut ReportingPlace), CoordinatorOutcome, &'static str);

const AWARE: &str = "2026-10-06T08:30:00Z";
const NOW: &str = "2026-10-06T20:00:00Z";

fn at(written: &str) -> Timestamp {
    written.parse().unwrap()
}

fn ruling(written: &str) -> AwarenessRuling {
    AwarenessRuling {
        aware_at: at(written),
        because: Some("logs".to_owned()),
        evidence: None,
        decided_by: Some("A. Person".to_owned()),
        confirmed_by: None,
        stands: None,
    }
}

/// A vulnerability exploited in our product, of which we became aware on a Tuesday morning.
pub(crate) fn exploited() -> DeclaredCase {
    let mut case = DeclaredCase::new("tokens", Stream::Vulnerability);
    case.known = CaseKnowledge {
        exploited_in_our_product: Some(true),
        reliable_evidence: Some(true),
        malicious_actor: Some(true),
        without_owner_permission: Some(true),
        ..CaseKnowledge::default()
    };
    case.rulings = vec![ruling(AWARE)];
    case
}

/// A severe incident, of which we became aware at the same time.
pub(crate) fn severe() -> DeclaredCase {
    let mut case = DeclaredCase::new("signing key", Stream::Incident);
    case.known = CaseKnowledge {
        affects_product_security: Some(true),
        leads_to_malicious_code: Some(true),
        ..CaseKnowledge::default()
    };
    case.rulings = vec![ruling(AWARE)];
    case
}

pub(crate) fn german(case: DeclaredCase) -> Dossier {
    with(|dossier| {
        dossier.operator.reporting_place.decisions_taken_in = "DE".parse().ok();
        dossier.cases = vec![case];
    })
}

fn verdict_of(dossier: &Dossier, now: &str) -> CaseVerdict {
    let now = at(now);
    let day: Date = now.to_zoned(jiff::tz::TimeZone::UTC).date();
    let verdict = assess_at(dossier, StateOfTheLaw::embedded(), day, now);
    every_reason_is_as_its_row_says(&verdict);
    verdict.reporting.into_iter().next().unwrap()
}

fn judged(case: DeclaredCase, now: &str) -> CaseVerdict {
    verdict_of(&german(case), now)
}

fn exploited_but(change: fn(&mut CaseKnowledge)) -> CaseVerdict {
    let mut case = exploited();
    change(&mut case.known);
    judged(case, NOW)
}

fn missing(verdict: &CaseVerdict) -> Vec<&str> {
    match &verdict.trigger.outcome {
        TriggerOutcome::Undetermined { missing } => missing.iter().map(String::as_str).collect(),
        other => panic!("{other:?}"),
    }
}

fn rows(reasons: &[Reason]) -> Vec<&str> {
    reasons.iter().map(|reason| reason.row).collect()
}

fn clock<'a>(verdict: &'a CaseVerdict, row: &str) -> &'a Clock {
    verdict.clocks.iter().find(|clock| clock.row == row).unwrap_or_else(|| panic!("{row}: {verdict:#?}"))
}

fn due(verdict: &CaseVerdict, row: &str) -> String {
    clock(verdict, row).deadline.as_ref().map(|end| end.strict.to_string()).unwrap_or_default()
}

/// Each reason names a row of the reference with exactly the codes that row has.
pub(crate) fn every_reason_is_as_its_row_says(verdict: &Verdict) {
    static ROWS: std::sync::LazyLock<std::collections::BTreeMap<String, Vec<String>>> =
        std::sync::LazyLock::new(|| {
            let file: toml::Table = include_str!("../../data/rows.toml").parse().unwrap();
            let rows = file["rows"].as_array().unwrap().iter();
            let codes = |row: &toml::Value| {
                let codes = row["verified"].as_array().unwrap().iter();
                codes.map(|code| code.as_str().unwrap().to_owned()).collect()
            };
            rows.map(|row| (row["id"].as_str().unwrap().to_owned(), codes(row))).collect()
        });
    fn walk(value: &serde_json::Value) {
        match value {
            serde_json::Value::Object(fields) => {
                if let (Some(row), Some(verified)) = (fields.get("row"), fields.get("verified")) {
                    let known = ROWS.get(row.as_str().unwrap());
                    let known = known.unwrap_or_else(|| panic!("{row} is no row"));
                    assert_eq!(&serde_json::to_value(known).unwrap(), verified, "{row}");
                }
                fields.values().for_each(walk);
            }
            serde_json::Value::Array(items) => items.iter().for_each(walk),
            _ => {}
        }
    }
    walk(&serde_json::to_value(&verdict.reporting).unwrap());
}

#[test]
fn an_exploited_vulnerability_must_be_notified() {
    let verdict = judged(exploited(), NOW);
    assert_eq!(verdict.trigger.outcome, TriggerOutcome::Mandatory);
    assert_eq!(rows(&verdict.trigger.reasons), ["TRG-01", "TRG-03"]);
    assert_eq!(verdict.awareness.outcome, AwarenessOutcome::Aware { aware_at: at(AWARE) });
    assert_eq!(due(&verdict, "CLK-A1"), "2026-10-07T08:30:00Z");
    assert_eq!(due(&verdict, "CLK-A2"), "2026-10-09T08:30:00Z");
    assert!(matches!(clock(&verdict, "CLK-A3").state, ClockState::NotStarted { .. }));
    assert!(matches!(clock(&verdict, "CLK-X2").state, ClockState::OwedWithoutDelay { .. }));
    assert_eq!(clock(&verdict, "CLK-A1").state, ClockState::Running { minutes_left: 750 });
    assert_eq!(
        verdict.pressing().iter().map(|clock| clock.row).collect::<Vec<_>>(),
        ["CLK-A1", "CLK-A2", "CLK-X2"]
    );
}

#[test]
fn one_thing_that_is_not_so_decides_whatever_is_unknown() {
    let table: [(&str, Change); 7] = [
        ("TRG-01", |known| *known = only(|only| only.exploited_in_our_product = Some(false))),
        ("TRG-04", |known| *known = only(|only| only.exploited_somewhere = Some(false))),
        ("TRG-05", |known| *known = only(|only| only.exploitable_in_our_product = Some(false))),
        ("DEF-29", |known| known.reliable_evidence = Some(false)),
        ("TRG-04", |known| known.malicious_actor = Some(false)),
        ("TRG-04", |known| *known = only(|only| only.good_faith_research_only = Some(true))),
        ("DEF-29", |known| known.without_owner_permission = Some(false)),
    ];
    for (row, change) in table {
        let verdict = exploited_but(change);
        assert_eq!(verdict.trigger.outcome, TriggerOutcome::Voluntary, "{row}");
        assert_eq!(verdict.trigger.reasons[0].row, row);
        assert!(verdict.trigger.reasons.iter().any(|reason| reason.row == "OPN-02"), "{row}");
        assert!(verdict.clocks.is_empty() && verdict.content.is_empty(), "{row}");
    }
}

fn only(change: fn(&mut CaseKnowledge)) -> CaseKnowledge {
    let mut known = CaseKnowledge::default();
    change(&mut known);
    known
}

#[test]
fn exploited_somewhere_is_not_exploited_in_our_product() {
    let verdict = exploited_but(|known| {
        known.exploited_somewhere = Some(true);
        known.exploited_in_our_product = Some(false);
    });
    assert_eq!(verdict.trigger.outcome, TriggerOutcome::Voluntary);
    let verdict = exploited_but(|known| {
        known.exploited_somewhere = Some(true);
        known.exploited_in_our_product = None;
    });
    assert_eq!(missing(&verdict), ["cases[0].known.exploited_in_our_product"]);
    // Until that is known, the clocks that would run are shown.
    assert_eq!(due(&verdict, "CLK-A1"), "2026-10-07T08:30:00Z");
}

#[test]
fn every_unknown_is_asked_for() {
    let verdict = exploited_but(|known| *known = CaseKnowledge::default());
    assert_eq!(
        missing(&verdict),
        [
            "cases[0].known.exploited_in_our_product",
            "cases[0].known.reliable_evidence",
            "cases[0].known.malicious_actor",
            "cases[0].known.without_owner_permission",
        ]
    );
}

#[test]
fn facts_that_clash_decide_nothing_and_are_named() {
    let table: [(Change, &str); 3] = [
        (|known| known.exploited_somewhere = Some(false), "known.exploited_somewhere"),
        (|known| known.exploitable_in_our_product = Some(false), "known.exploitable_in_our_product"),
        (|known| known.good_faith_research_only = Some(true), "known.good_faith_research_only"),
    ];
    for (change, fact) in table {
        let verdict = exploited_but(change);
        assert_eq!(missing(&verdict)[0], format!("cases[0].{fact}"));
        let mut case = exploited();
        change(&mut case.known);
        let problems = contradictions(&german(case), StateOfTheLaw::embedded());
        let place = format!("cases[0].{fact}");
        assert!(problems.iter().any(|problem| problem.place.path.as_deref() == Some(&place)), "{fact}");
    }
}

#[test]
fn a_components_vulnerability_is_ours_only_if_exploited_in_ours() {
    let ours = exploited_but(|known| known.in_third_party_component = Some(true));
    assert_eq!(ours.trigger.outcome, TriggerOutcome::Mandatory);
    assert_eq!(rows(&ours.trigger.reasons), ["TRG-01", "TRG-05", "MAN-13-06", "TRG-03"]);
    let theirs = exploited_but(|known| {
        known.in_third_party_component = Some(true);
        known.component = Some("pkg:cargo/left@1.0.0".to_owned());
        known.exploitable_in_our_product = Some(true);
        known.exploited_in_our_product = Some(false);
    });
    assert_eq!(theirs.trigger.outcome, TriggerOutcome::Voluntary);
    // The FAQ and the guidance differ here: a lawyer is asked.
    assert_eq!(rows(&theirs.trigger.reasons)[..4], ["TRG-01", "TRG-05", "MAN-13-06", "OPN-09"]);
    assert!(theirs.trigger.reasons[3].legal_review.is_some());
    assert!(theirs.trigger.reasons[2].says.to_string().contains("pkg:cargo/left@1.0.0"));
    let neither = exploited_but(|known| {
        known.in_third_party_component = Some(true);
        known.exploitable_in_our_product = Some(false);
        known.exploited_in_our_product = Some(false);
    });
    assert!(!rows(&neither.trigger.reasons).contains(&"OPN-09"));
}

#[test]
fn an_incident_is_severe_in_one_of_two_ways() {
    let table: [(Known, Known, Known, &str); 9] = [
        (Some(true), Some(true), None, "mandatory"),
        (Some(true), None, Some(true), "mandatory"),
        (Some(true), Some(false), Some(true), "mandatory"),
        (Some(true), Some(false), Some(false), "voluntary"),
        (Some(true), Some(false), None, "undetermined"),
        (Some(true), None, None, "undetermined"),
        (None, Some(true), None, "undetermined"),
        (None, Some(false), Some(false), "voluntary"),
        (Some(false), Some(true), Some(true), "not-reportable"),
    ];
    for (touches, sensitive, code, expected) in table {
        let mut case = severe();
        case.known.affects_product_security = touches;
        case.known.affects_sensitive_or_important = sensitive;
        case.known.leads_to_malicious_code = code;
        let outcome = judged(case, NOW).trigger.outcome;
        let said = match outcome {
            TriggerOutcome::Mandatory => "mandatory",
            TriggerOutcome::Voluntary => "voluntary",
            TriggerOutcome::NotReportable => "not-reportable",
            TriggerOutcome::Undetermined { .. } => "undetermined",
        };
        assert_eq!(said, expected, "{touches:?} {sensitive:?} {code:?}");
    }
    for stream in [Stream::NearMiss, Stream::CyberThreat] {
        let verdict = judged(DeclaredCase { stream, ..severe() }, NOW);
        assert_eq!(verdict.trigger.outcome, TriggerOutcome::Voluntary);
        assert_eq!(verdict.trigger.reasons[0].row, "DEF-32");
    }
}

#[test]
fn nothing_is_notified_backwards_in_time() {
    let mut before = exploited();
    before.rulings = vec![ruling("2026-09-08T10:00:00Z")];
    let verdict = judged(before.clone(), NOW);
    assert_eq!(verdict.trigger.outcome, TriggerOutcome::Voluntary);
    assert!(rows(&verdict.trigger.reasons).contains(&"TRN-05"));
    // Midnight on 11 September in Nicosia is the first instant that counts anywhere.
    before.rulings = vec![ruling("2026-09-10T20:59:59Z")];
    assert_eq!(judged(before.clone(), NOW).trigger.outcome, TriggerOutcome::Voluntary);
    before.rulings = vec![ruling("2026-09-10T21:00:00Z")];
    assert_eq!(judged(before, NOW).trigger.outcome, TriggerOutcome::Mandatory);

    let stated = exploited_but(|known| known.known_before_reporting_applied = Some(true));
    assert_eq!(
        missing(&stated),
        ["cases[0].known.known_before_reporting_applied", "cases[0].rulings[0].aware_at"]
    );
    let mut silent = exploited();
    silent.rulings.clear();
    silent.known.known_before_reporting_applied = Some(true);
    assert_eq!(judged(silent, NOW).trigger.outcome, TriggerOutcome::Voluntary);
    // Of incidents the guidance does not say so.
    let mut incident = severe();
    incident.rulings = vec![ruling("2026-09-08T10:00:00Z")];
    let verdict = judged(incident, NOW);
    let reason = verdict.trigger.reasons.iter().find(|reason| reason.row == "TRN-05").unwrap();
    assert!(reason.legal_review.is_some());
    // Asked for a day before, Article 14 is not there yet.
    let verdict = judged(exploited(), "2026-09-10T12:00:00Z");
    assert_eq!(verdict.trigger.outcome, TriggerOutcome::NotReportable);
}

#[test]
fn old_and_unsupported_products_are_notified_too() {
    let mut dossier = german(exploited());
    dossier.release.placed_on_the_market_on = Some(date(2019, 5, 1));
    dossier.support_period.ends_on = Some(date(2024, 5, 1));
    dossier.operator.enterprise_size = Some(EnterpriseSize::Micro);
    dossier.cases[0].known.concerns_remote_data_processing = Some(true);
    let verdict = verdict_of(&dossier, NOW);
    assert_eq!(verdict.trigger.outcome, TriggerOutcome::Mandatory);
    assert_eq!(
        rows(&verdict.trigger.reasons),
        ["TRG-01", "TRG-03", "TRG-06", "TRG-08", "TRG-09", "TRN-03", "TRN-04"]
    );
}

#[test]
fn others_than_the_manufacturer_do_not_file() {
    let supplier = |imports: bool, now: &str| {
        let mut dossier = german(exploited());
        dossier.operator.activity = Activity {
            markets_under_own_name: Some(false),
            substantially_modifies: Some(false),
            places_third_country_brand: Some(imports),
            distributes_unchanged: Some(!imports),
            ..Activity::default()
        };
        verdict_of(&dossier, now)
    };
    for imports in [true, false] {
        for now in [NOW, "2028-01-10T10:00:00Z"] {
            let verdict = supplier(imports, now);
            assert_eq!(verdict.trigger.outcome, TriggerOutcome::Voluntary);
            assert!(rows(&verdict.trigger.reasons).contains(&"TRG-10"));
            assert!(verdict.clocks.is_empty());
        }
    }
    let cited = supplier(true, "2028-01-10T10:00:00Z").trigger.reasons[0].cites.to_string();
    assert!(cited.starts_with("Article 14") || cited.starts_with("Article 19"), "{cited}");
}

#[test]
fn stewards_notify_what_their_work_reaches_and_from_their_own_day() {
    let steward = |case: DeclaredCase, now: &str| {
        let mut dossier = free_software_with(|free| free.sustained_support = Some(true));
        dossier.cases = vec![case];
        verdict_of(&dossier, now)
    };
    let later = "2028-01-10T10:00:00Z";
    let early = steward(exploited(), NOW);
    assert_eq!(early.trigger.outcome, TriggerOutcome::Voluntary);
    assert!(rows(&early.trigger.reasons).contains(&"TRN-14"));
    let open = steward(exploited(), later);
    assert_eq!(missing(&open), ["cases[0].known.steward_involved_in_development"]);
    for (involved, expected) in [(true, TriggerOutcome::Mandatory), (false, TriggerOutcome::Voluntary)] {
        let mut case = exploited();
        case.known.steward_involved_in_development = Some(involved);
        let verdict = steward(case, later).trigger;
        assert_eq!(verdict.outcome, expected);
        assert!(rows(&verdict.reasons).contains(&"STW-03"), "{involved}");
        let mut case = severe();
        case.known.affects_systems_for_development = Some(involved);
        let verdict = steward(case, later).trigger;
        assert_eq!(verdict.outcome, expected);
        assert!(rows(&verdict.reasons).contains(&"STW-04"), "{involved}");
    }
}

#[test]
fn scope_decides_as_well() {
    let mut dossier = german(exploited());
    dossier.scope.data_connection = Some(DataConnection::None);
    assert_eq!(verdict_of(&dossier, NOW).trigger.outcome, TriggerOutcome::NotReportable);
    dossier.scope.data_connection = None;
    assert_eq!(missing(&verdict_of(&dossier, NOW)), ["scope.data_connection"]);
    dossier.operator.activity = Activity::default();
    assert!(missing(&verdict_of(&dossier, NOW)).contains(&"operator.activity.develops_or_has_developed"));
}

#[test]
fn signal_assessment_and_awareness_are_three_instants() {
    let mut case = exploited();
    case.rulings.clear();
    assert_eq!(judged(case.clone(), NOW).awareness.outcome, AwarenessOutcome::NoSignal);
    case.awareness.signal_at = Some(at("2026-10-06T18:00:00Z"));
    let verdict = judged(case.clone(), NOW);
    assert_eq!(rows(&verdict.awareness.reasons), ["AWR-01"]);
    assert_eq!(
        verdict.awareness.early_warning_from_signal_at,
        Some(at("2026-10-07T18:00:00Z")),
        "an authority may take the signal for awareness"
    );
    assert!(matches!(clock(&verdict, "CLK-A1").state, ClockState::NotStarted { .. }));
    case.awareness.assessment_started_at = Some(at("2026-10-06T18:10:00Z"));
    let verdict = judged(case.clone(), NOW);
    assert_eq!(
        verdict.awareness.outcome,
        AwarenessOutcome::UnderAssessment { since: at("2026-10-06T18:10:00Z") }
    );
    assert_eq!(rows(&verdict.awareness.reasons), ["AWR-02"]);
    // Exactly four hours after the signal nobody is asked yet, a second later somebody is.
    assert_eq!(rows(&judged(case.clone(), "2026-10-06T22:00:00Z").awareness.reasons), ["AWR-02"]);
    assert_eq!(rows(&judged(case, "2026-10-06T22:00:01Z").awareness.reasons), ["AWR-02", "AWR-03"]);
}

#[test]
fn awareness_before_the_signal_and_rulings_that_compete_alarm_early() {
    let alarm = |verdict: &CaseVerdict| match verdict.awareness.outcome {
        AwarenessOutcome::Undetermined { alarm_from } => alarm_from.to_string(),
        other => panic!("{other:?}"),
    };
    let mut case = exploited();
    case.awareness.signal_at = Some(at("2026-10-06T09:00:00Z"));
    let verdict = judged(case.clone(), NOW);
    assert_eq!(alarm(&verdict), AWARE);
    assert_eq!(due(&verdict, "CLK-A1"), "2026-10-07T08:30:00Z");
    let problems = contradictions(&german(case), StateOfTheLaw::embedded());
    assert!(problems.iter().any(|problem| problem.says.id() == "reporting-contradiction-aware-before"));

    let mut case = exploited();
    case.rulings = vec![ruling("2026-10-06T12:00:00Z"), ruling("2026-10-06T07:00:00Z")];
    assert_eq!(alarm(&judged(case.clone(), NOW)), "2026-10-06T07:00:00Z");
    // The same instant twice is one instant.
    case.rulings = vec![ruling(AWARE), ruling(AWARE)];
    assert_eq!(judged(case.clone(), NOW).awareness.outcome, AwarenessOutcome::Aware { aware_at: at(AWARE) });
    // Moving it later takes a second person; moving it earlier does not.
    case.rulings = vec![ruling("2026-10-06T12:00:00Z"), ruling("2026-10-06T07:00:00Z")];
    case.rulings[0].stands = Some(true);
    assert_eq!(alarm(&judged(case.clone(), NOW)), "2026-10-06T07:00:00Z");
    case.rulings[0].confirmed_by = Some("B. Person".to_owned());
    let moved = judged(case.clone(), NOW);
    assert_eq!(moved.awareness.outcome, AwarenessOutcome::Aware { aware_at: at("2026-10-06T12:00:00Z") });
    case.rulings[0].stands = None;
    case.rulings[1].stands = Some(true);
    let moved = judged(case, NOW);
    assert_eq!(moved.awareness.outcome, AwarenessOutcome::Aware { aware_at: at("2026-10-06T07:00:00Z") });
}

#[test]
fn clocks_stand_as_the_instant_asked_for_has_it() {
    let mut case = exploited();
    case.sent.early_warning_at = Some(at("2026-10-07T08:30:00Z"));
    case.sent.notification_at = Some(at("2026-10-09T09:00:30Z"));
    // On the last instant it is in time; half an hour later it is not.
    let verdict = judged(case.clone(), "2026-10-10T00:00:00Z");
    let submitted_at = at("2026-10-07T08:30:00Z");
    assert_eq!(clock(&verdict, "CLK-A1").state, ClockState::Met { submitted_at });
    let submitted_at = at("2026-10-09T09:00:30Z");
    assert_eq!(clock(&verdict, "CLK-A2").state, ClockState::MetLate { submitted_at, minutes_late: 30 });
    // Asked for an earlier instant, what came later has not happened.
    let verdict = judged(case.clone(), "2026-10-07T08:30:00Z");
    assert_eq!(clock(&verdict, "CLK-A2").state, ClockState::Running { minutes_left: 48 * 60 });
    let verdict = judged(case, "2026-10-06T08:00:00Z");
    assert_eq!(verdict.awareness.outcome, AwarenessOutcome::NoSignal);

    let verdict = judged(exploited(), "2026-10-07T08:30:00Z");
    assert_eq!(clock(&verdict, "CLK-A1").state, ClockState::Running { minutes_left: 0 });
    let verdict = judged(exploited(), "2026-10-07T08:31:00Z");
    assert_eq!(clock(&verdict, "CLK-A1").state, ClockState::Late { minutes_late: 1 });
    assert!(verdict.is_late());
}

#[test]
fn the_final_report_of_a_vulnerability_runs_from_the_first_measure() {
    let measure = |written: &str, kind| Measure { available_at: at(written), kind, details: None };
    let mut case = exploited();
    case.measures = vec![
        measure("2026-10-20T10:00:00Z", Some(MeasureKind::Patch)),
        measure("2026-10-08T10:00:00Z", Some(MeasureKind::Workaround)),
    ];
    let verdict = judged(case.clone(), "2026-10-21T00:00:00Z");
    assert_eq!(due(&verdict, "CLK-A3"), "2026-10-22T10:00:00Z");
    assert!(rows(&clock(&verdict, "CLK-A3").reasons).contains(&"OPN-06"));
    case.measures.pop();
    let verdict = judged(case.clone(), "2026-10-21T00:00:00Z");
    assert_eq!(due(&verdict, "CLK-A3"), "2026-11-03T10:00:00Z");
    assert_eq!(rows(&clock(&verdict, "CLK-A3").reasons), ["CLK-A3"]);
    // Neither awareness nor the notification moves it.
    case.sent.notification_at = Some(at("2026-10-09T08:00:00Z"));
    assert_eq!(due(&judged(case.clone(), "2026-10-21T00:00:00Z"), "CLK-A3"), "2026-11-03T10:00:00Z");
    // A measure that was there before anyone was aware: fourteen days from awareness, and a lawyer.
    case.measures = vec![measure("2026-09-20T10:00:00Z", Some(MeasureKind::Patch))];
    let verdict = judged(case, "2026-10-21T00:00:00Z");
    assert_eq!(due(&verdict, "CLK-A3"), "2026-10-20T08:30:00Z");
    assert!(rows(&clock(&verdict, "CLK-A3").reasons).contains(&"OPN-06"));
}

#[test]
fn the_final_report_of_an_incident_runs_from_submitting_the_notification() {
    let mut case = severe();
    assert!(matches!(clock(&judged(case.clone(), NOW), "CLK-S3").state, ClockState::NotStarted { .. }));
    case.sent.notification_at = Some(at("2026-10-08T07:15:00Z"));
    let verdict = judged(case.clone(), "2026-10-10T00:00:00Z");
    assert_eq!(due(&verdict, "CLK-S3"), "2026-11-08T07:15:00Z");
    let outer = clock(&verdict, "CLK-S3").deadline.as_ref().unwrap().legal_outer.as_ref().unwrap();
    // 8 November 2026 is a Sunday.
    assert_eq!((outer.last_day, outer.moved_from), (date(2026, 11, 9), Some(date(2026, 11, 8))));
    // The early warning held everything: its submission is the start, and a lawyer looks.
    case.sent = Sent {
        early_warning_at: Some(at("2026-10-06T20:00:00Z")),
        information_already_given: vec![Stage::Notification],
        ..Sent::default()
    };
    let verdict = judged(case, "2026-10-10T00:00:00Z");
    assert!(matches!(clock(&verdict, "CLK-S2").state, ClockState::Skippable { .. }));
    assert_eq!(due(&verdict, "CLK-S3"), "2026-11-06T20:00:00Z");
    assert!(clock(&verdict, "CLK-S3").reasons.iter().any(|reason| reason.legal_review.is_some()));
}

#[test]
fn an_early_warning_is_never_skipped() {
    let mut case = exploited();
    case.sent.information_already_given = vec![Stage::EarlyWarning];
    let verdict = judged(case.clone(), NOW);
    assert!(matches!(clock(&verdict, "CLK-A1").state, ClockState::Running { .. }));
    let problems = contradictions(&german(case), StateOfTheLaw::embedded());
    let found =
        problems.iter().find(|problem| problem.says.id() == "reporting-contradiction-skipped-warning");
    assert_eq!(found.unwrap().weight, Weight::Error);
}

#[test]
fn an_intermediate_report_is_due_when_the_coordinator_says_so() {
    let mut case = exploited();
    assert!(judged(case.clone(), NOW).clocks.iter().all(|clock| clock.row != "CLK-X1"));
    case.sent.intermediate_requested_at = Some(at("2026-10-06T10:00:00Z"));
    let verdict = judged(case.clone(), NOW);
    assert!(matches!(clock(&verdict, "CLK-X1").state, ClockState::OwedWithoutDelay { .. }));
    case.sent.intermediate_due_at = Some(at("2026-10-06T19:00:00Z"));
    assert_eq!(clock(&judged(case.clone(), NOW), "CLK-X1").state, ClockState::Late { minutes_late: 60 });
    case.sent.intermediate_report_at = Some(at("2026-10-06T18:00:00Z"));
    case.sent.users_informed_at = Some(at("2026-10-06T11:00:00Z"));
    let verdict = judged(case, NOW);
    assert!(matches!(clock(&verdict, "CLK-X1").state, ClockState::Met { .. }));
    assert!(matches!(clock(&verdict, "CLK-X2").state, ClockState::Met { .. }));
}

#[test]
fn the_next_stage_says_what_it_still_needs() {
    let mut case = exploited();
    case.content.title = Some("é".repeat(256));
    let verdict = judged(case.clone(), NOW);
    let stages: Vec<Stage> = verdict.content.iter().map(|stage| stage.stage).collect();
    assert_eq!(stages, [Stage::EarlyWarning, Stage::Users]);
    let first = &verdict.content[0];
    assert_eq!((first.items.len(), first.items[0].row, first.items[0].given), (1, "CNT-A1", false));
    let gaps: Vec<(&str, Gap)> = first.platform.iter().map(|gap| (gap.field, gap.gap)).collect();
    assert_eq!(
        gaps,
        [
            ("f02", Gap::TooLong { limit: 255, characters: 256 }),
            ("f03", Gap::Missing),
            ("f05", Gap::Missing),
            ("f07", Gap::Missing),
        ]
    );
    case.sent.early_warning_at = Some(at("2026-10-06T12:00:00Z"));
    case.content.general_nature = Some("guessable".to_owned());
    case.content.title = Some("é".repeat(255));
    let verdict = judged(case.clone(), NOW);
    let second = &verdict.content[0];
    assert_eq!(second.stage, Stage::Notification);
    let given: Vec<(&str, bool)> = second.items.iter().map(|item| (item.fact.as_str(), item.given)).collect();
    assert_eq!(
        given,
        [
            ("product.name", true),
            ("cases[0].content.general_nature", true),
            ("cases[0].content.measures_taken", false),
            ("cases[0].content.measures_for_users", false),
            ("cases[0].content.sensitivity", false),
        ]
    );
    // A CVE identifier is never asked for.
    let fields: Vec<&str> = second.platform.iter().map(|gap| gap.field).collect();
    assert_eq!(fields, ["v26a"]);
    assert_eq!(rows(&second.reasons), ["f16", "f17"]);
    case.sent.notification_at = Some(at("2026-10-06T13:00:00Z"));
    let last = &judged(case, NOW).content[0];
    assert_eq!((last.stage, last.items.len(), last.items[0].row), (Stage::FinalReport, 4, "CNT-A3"));
    let incident = judged(severe(), NOW);
    assert_eq!(incident.content[0].items[0].fact, "cases[0].known.suspected_unlawful_or_malicious");
    assert!(incident.content[0].platform.iter().any(|gap| gap.field == "i31"));
}

#[test]
fn the_coordinator_is_found_in_six_steps() {
    let place = |change: fn(&mut ReportingPlace)| {
        let mut dossier = german(exploited());
        dossier.operator.reporting_place = ReportingPlace::default();
        change(&mut dossier.operator.reporting_place);
        verdict_of(&dossier, NOW).coordinator
    };
    let table = in_the_union().into_iter().chain(outside_the_union());
    for (number, (change, expected, row)) in table.enumerate() {
        let verdict = place(change);
        assert_eq!(verdict.outcome, expected, "{number}");
        assert!(rows(&verdict.reasons).contains(&row), "{number}: {:?}", rows(&verdict.reasons));
        assert_eq!(verdict.coordinator.is_some(), matches!(expected, CoordinatorOutcome::Is(_)));
    }
}

/// Steps one and two: the main establishment in the Union.
fn in_the_union() -> Vec<Stands> {
    vec![
        (
            |place| {
                place.established_in_the_union = Some(false);
                place.establishments = vec![count("FR", Some(40))];
            },
            open(&["established_in_the_union", "establishments"]),
            "CSI-02",
        ),
        (|_| {}, open(&["decisions_taken_in"]), "CSI-01"),
        (|place| place.decisions_taken_in = "FR".parse().ok(), state("FR"), "CSI-01"),
        (|place| place.decisions_taken_in = "US".parse().ok(), open(&["established_in_the_union"]), "CSI-02"),
        (
            |place| {
                place.decisions_taken_in = "FR".parse().ok();
                place.decisions_are_distributed = Some(true);
            },
            open(&["decisions_taken_in", "decisions_are_distributed"]),
            "CSI-01",
        ),
        (
            |place| {
                place.decisions_are_distributed = Some(true);
                place.establishments = vec![count("FR", Some(40)), count("PL", Some(41))];
            },
            state("PL"),
            "OPN-07",
        ),
        (
            |place| {
                place.decisions_are_distributed = Some(true);
                place.establishments = vec![count("FR", Some(40)), count("PL", Some(40))];
            },
            open(&["establishments"]),
            "CSI-02",
        ),
        (
            |place| {
                place.decisions_are_distributed = Some(true);
                place.establishments = vec![count("FR", None), count("PL", Some(40))];
            },
            open(&["establishments"]),
            "CSI-02",
        ),
        (
            |place| {
                place.decisions_are_distributed = Some(true);
                place.establishments = vec![count("US", Some(400)), count("FR", None)];
            },
            state("FR"),
            "CSI-02",
        ),
        (
            |place| {
                place.decisions_taken_in = "FR".parse().ok();
                place.shared_within_a_group = Some(true);
            },
            state("FR"),
            "OPN-07",
        ),
    ]
}

/// Steps three to six: none in the Union.
fn outside_the_union() -> Vec<Stands> {
    vec![
        (
            |place| {
                abroad(place);
                place.representatives = vec![count("IE", Some(3)), count("NL", Some(2))];
                place.importers = vec![count("DE", Some(9))];
            },
            state("IE"),
            "CSI-03",
        ),
        (
            |place| {
                abroad(place);
                place.importers = vec![count("DE", Some(9)), count("NL", Some(2))];
            },
            state("DE"),
            "CSI-04",
        ),
        (
            |place| {
                abroad(place);
                place.distributors = vec![count("NL", None)];
            },
            state("NL"),
            "CSI-05",
        ),
        (
            |place| {
                abroad(place);
                place.users = vec![count("SE", Some(100)), count("FI", Some(90))];
            },
            state("SE"),
            "CSI-06",
        ),
        (
            |place| {
                abroad(place);
                place.users = vec![count("SE", Some(100)), count("FI", Some(90))];
                place.coordinator_used_before = "FI".parse().ok();
            },
            state("FI"),
            "CSI-06",
        ),
        (abroad, open(&["representatives", "importers", "distributors", "users"]), "CSI-06"),
    ]
}

fn state(code: &str) -> CoordinatorOutcome {
    CoordinatorOutcome::Is(code.parse().unwrap())
}

fn open(facts: &[&str]) -> CoordinatorOutcome {
    let missing = facts.iter().map(|fact| format!("operator.reporting_place.{fact}")).collect();
    CoordinatorOutcome::Undetermined { missing }
}

fn count(state: &str, count: Option<u64>) -> InState {
    InState { state: state.parse().unwrap(), count }
}

fn abroad(place: &mut ReportingPlace) {
    place.established_in_the_union = Some(false);
}

#[test]
fn the_coordinator_is_the_one_the_state_of_the_law_lists() {
    let dossier = german(exploited());
    let listed = |change: fn(&mut StateOfTheLaw)| {
        let mut law = StateOfTheLaw::embedded().clone();
        change(&mut law);
        let verdict = assess_at(&dossier, &law, date(2026, 10, 6), at(NOW));
        verdict.reporting[0].coordinator.coordinator.clone().map(|found| found.name)
    };
    assert_eq!(listed(|_| {}).as_deref(), Some("CERT-Bund (BSI)"));
    let renamed = listed(|law| {
        let all = &mut law.coordinators.as_mut().unwrap().csirts;
        all.iter_mut().find(|one| one.member_state == "DE").unwrap().name = "Another".to_owned();
    });
    assert_eq!(renamed.as_deref(), Some("Another"));
    assert_eq!(listed(|law| law.coordinators = None), None);
}

#[test]
fn a_notification_to_another_coordinator_is_doubted() {
    let mut case = exploited();
    case.sent.coordinator = "FR".parse().ok();
    let verdict = judged(case.clone(), NOW);
    let doubted = verdict.coordinator.reasons.iter().find(|reason| reason.legal_review.is_some());
    assert_eq!(doubted.unwrap().fact.as_deref(), Some("cases[0].sent.coordinator"));
    // While Article 14(7) gives no answer, the chosen one's civil time counts.
    let dossier = with(|dossier| dossier.cases = vec![case]);
    let outer = clock(&verdict_of(&dossier, NOW), "CLK-A1").deadline.clone().unwrap().legal_outer;
    assert_eq!(outer.unwrap().zone, "Europe/Paris");
}

#[test]
fn delays_are_grounded_in_declared_facts() {
    let ground = |case: DeclaredCase, wanted: Ground| {
        let verdict = judged(case, NOW).dissemination.unwrap();
        verdict.grounds.into_iter().find(|ground| ground.ground == wanted).unwrap()
    };
    let facts = |change: fn(&mut Dissemination)| {
        let mut case = exploited();
        case.dissemination.risks_outweigh_benefits = Some(true);
        case.dissemination.marking_is_enough = Some(false);
        change(&mut case.dissemination);
        case
    };
    let nature = Ground::NatureOfTheInformation;
    let yes: [fn(&mut Dissemination); 4] = [
        |facts| facts.mitigation_expected_within_72_hours = Some(true),
        |facts| facts.enough_to_build_an_exploit = Some(true),
        |facts| facts.partial_information_is_enough = Some(true),
        |facts| facts.coordinator_is_trusted_intermediary = Some(true),
    ];
    for change in yes {
        assert_eq!(ground(facts(change), nature).may_apply, MayApply::Yes);
    }
    assert_eq!(ground(facts(|facts| facts.marking_is_enough = Some(true)), nature).may_apply, MayApply::No);
    assert!(
        matches!(ground(facts(|_| {}), nature).may_apply, MayApply::Undetermined { missing } if missing.len() == 4)
    );
    let compromised = facts(|facts| facts.platform_compromised = Some(true));
    assert_eq!(ground(compromised, Ground::Platform).may_apply, MayApply::Yes);
    let recipient = facts(|facts| facts.recipient_cannot_protect_it = Some(false));
    assert_eq!(ground(recipient, Ground::Recipient).may_apply, MayApply::No);

    let stated = |facts: &mut Dissemination| {
        facts.particularly_exceptional = vec![ExceptionalCircumstance::ImminentHighRisk];
    };
    let exceptional = ground(facts(stated), Ground::ParticularlyExceptional);
    assert_eq!(exceptional.may_apply, MayApply::Yes);
    assert_eq!(rows(&exceptional.reasons), ["DEL-08", "SRP-11"]);
    // Of an incident they cannot be claimed.
    let mut incident = severe();
    stated(&mut incident.dissemination);
    let none = ground(incident.clone(), Ground::ParticularlyExceptional);
    assert_eq!((none.may_apply, rows(&none.reasons)), (MayApply::No, vec!["ERR-32"]));
    let problems = contradictions(&german(incident), StateOfTheLaw::embedded());
    assert!(problems.iter().any(|problem| problem.weight == Weight::Error));
}

#[test]
fn a_notification_goes_onward_to_the_states_that_are_named() {
    let onward = |states: &[&str], delay: bool| {
        let mut case = exploited();
        case.content.member_states = states.iter().map(|state| state.parse().unwrap()).collect();
        case.dissemination.delay_requested = delay.then_some(true);
        let verdict = judged(case, NOW).dissemination.unwrap();
        verdict.reasons.iter().map(|reason| reason.row).collect::<Vec<_>>()
    };
    let always = ["DEL-07", "DEL-09", "DEL-10", "DEL-11", "SRP-10"];
    assert_eq!(onward(&["DE", "FR"], false), [&["DEL-01"][..], &always].concat());
    assert_eq!(onward(&["DE"], false), [&["DEL-02"][..], &always].concat());
    assert_eq!(onward(&[], true), [&["DEL-01", "DEL-03", "OPN-01"][..], &always].concat());
}

#[test]
fn a_dossier_without_cases_says_nothing_of_them() {
    let verdict = assess_at(
        &with(|_| {}),
        StateOfTheLaw::embedded(),
        date(2026, 10, 6),
        at(NOW) + SignedDuration::ZERO,
    );
    assert!(!serde_json::to_string(&verdict).unwrap().contains("reporting\":["));
}
