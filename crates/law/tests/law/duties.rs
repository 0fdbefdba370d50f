//! Representatives, stewards and Article 14: what each owes, from when, and what waits for an event.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use proofmark_facts::{
    AuthorisedRepresentative, AuthorityRequest, DeclaredEvidence, Dossier, MandatedTask, Sha256,
    StewardSupport, Weight,
};
use proofmark_law::{
    Bound, FileState, Kept, Modal, OBLIGATIONS, Role, Standing, StandingState, StateOfTheLaw, contradictions,
};

use crate::a_product::{a_product, free_software_with, with};
use crate::standings::{owed, stand};

const DAY: Date = date(2028, 2, 1);
const FILE: &str = "record.pdf";

fn kept() -> Kept {
    let file = FileState { sha256: Sha256::of(b"pdf") };
    Kept { files: BTreeMap::from([(FILE.to_owned(), file)]), ..Kept::default() }
}

fn showing(ids: &[&str]) -> Vec<DeclaredEvidence> {
    vec![DeclaredEvidence {
        file: FILE.to_owned(),
        shows: ids.iter().map(|id| (*id).to_owned()).collect(),
        says: None,
        observed_on: None,
        stale_after: None,
    }]
}

fn one(standings: &[Standing], id: &str) -> Standing {
    standings.iter().find(|standing| standing.obligation == id).unwrap().clone()
}

fn is_not_applicable(standing: &Standing) -> bool {
    matches!(standing.state, StandingState::NotApplicable { .. })
}

fn representative() -> Dossier {
    with(|dossier| {
        let activity = &mut dossier.operator.activity;
        activity.develops_or_has_developed = Some(false);
        activity.markets_under_own_name = Some(false);
        activity.acts_under_written_mandate = Some(true);
        dossier.operator.authorised_representative = Some(AuthorisedRepresentative {
            name: "Muster GmbH".to_owned(),
            postal_address: None,
            established_in: Some("DE".parse().unwrap()),
            mandate: Some(FILE.to_owned()),
            tasks: vec![
                MandatedTask::KeepDocuments,
                MandatedTask::AnswerAuthorities,
                MandatedTask::Cooperate,
                MandatedTask::CeMarking,
            ],
        });
        dossier.release.placed_on_the_market_on = Some(date(2028, 1, 15));
        dossier.supply_chain.record = vec![FILE.to_owned()];
        dossier.evidence = showing(&["art18-3-a"]);
    })
}

#[test]
fn a_representative_with_mandate_and_archive_owes_nothing_more() {
    type Change = fn(&mut Dossier);
    assert_eq!(owed(&stand(&representative(), &kept(), DAY)), Vec::<&str>::new());
    let mandate = ["art18-2", "art18-3", "art18-3-a"];
    let pieces: [(Change, &[&str]); 4] = [
        (|dossier| dossier.operator.authorised_representative = None, &mandate),
        (|dossier| dossier.operator.authorised_representative.as_mut().unwrap().tasks.clear(), &mandate),
        (|dossier| dossier.evidence.clear(), &["art18-3-a"]),
        (|dossier| dossier.supply_chain.record.clear(), &["art23-2"]),
    ];
    for (take_away, expected) in pieces {
        let mut dossier = representative();
        take_away(&mut dossier);
        assert_eq!(owed(&stand(&dossier, &kept(), DAY)), expected);
    }
}

#[test]
fn a_mandate_holds_what_it_must_and_not_what_it_cannot() {
    let problems = |tasks: &[MandatedTask]| {
        let mut dossier = representative();
        dossier.operator.authorised_representative.as_mut().unwrap().tasks = tasks.to_vec();
        let found = contradictions(&dossier, StateOfTheLaw::embedded());
        found.iter().map(|one| (one.says.id(), one.weight)).collect::<Vec<_>>()
    };
    let least = [MandatedTask::KeepDocuments, MandatedTask::AnswerAuthorities, MandatedTask::Cooperate];
    assert_eq!(problems(&least), []);
    assert_eq!(problems(&[]), [], "not stated is not judged");
    assert_eq!(problems(&least[..2]), [("duties-contradiction-missing-task", Weight::Error)]);
    for excluded in [
        MandatedTask::Design,
        MandatedTask::RiskAssessment,
        MandatedTask::Components,
        MandatedTask::VulnerabilityHandling,
        MandatedTask::KeepUpdatesAvailable,
        MandatedTask::DrawUpDocumentation,
        MandatedTask::SeriesProduction,
    ] {
        let tasks = [&least[..], &[excluded]].concat();
        assert_eq!(problems(&tasks), [("duties-contradiction-excluded-task", Weight::Error)], "{excluded:?}");
    }
    for optional in [
        MandatedTask::CeMarking,
        MandatedTask::Declaration,
        MandatedTask::ApplyForExamination,
        MandatedTask::InformNotifiedBody,
        MandatedTask::QualityAssurance,
    ] {
        assert_eq!(problems(&[&least[..], &[optional]].concat()), [], "{optional:?}");
    }
}

#[test]
fn article_14_is_due_by_its_own_day_whenever_the_product_is_placed() {
    let later = with(|dossier| dossier.release.placed_on_the_market_on = Some(date(2027, 12, 13)));
    let standings = stand(&later, &kept(), date(2026, 11, 21));
    let reporting: Vec<&Standing> =
        standings.iter().filter(|standing| standing.obligation.starts_with("art14-")).collect();
    assert!(reporting.len() > 3, "{}", reporting.len());
    for standing in reporting {
        let id = standing.obligation;
        assert_eq!((standing.due, &standing.bound), (date(2026, 9, 11), &Bound::Already), "{id}");
    }
    assert_eq!(one(&standings, "art13-1").due, date(2027, 12, 13), "the others wait for the product");
}

#[test]
fn a_steward_owes_its_policy_from_full_application_and_reports_on_events_only() {
    let steward = free_software_with(|free| free.sustained_support = Some(true));
    let before = stand(&steward, &kept(), date(2026, 11, 21));
    let policy = one(&before, "art24-1");
    assert!(matches!(policy.state, StandingState::Open { .. }));
    assert_eq!((policy.bound.clone(), policy.due), (Bound::Later, date(2027, 12, 11)));
    assert_eq!(owed(&before), ["art24-1"], "nothing else, and nothing of Article 14");
    let late = one(&stand(&steward, &kept(), DAY), "art24-1");
    assert!(matches!(late.state, StandingState::Late { since, .. } if since == date(2027, 12, 11)));
    let mut shown = steward;
    shown.free_software.as_mut().unwrap().support_provided = vec![StewardSupport::Engineering];
    shown.evidence = showing(&["art24-1", "art24-3-exploited"]);
    let standings = stand(&shown, &kept(), DAY);
    assert_eq!(owed(&standings), Vec::<&str>::new());
    assert!(matches!(one(&standings, "art24-3-exploited").state, StandingState::Met { .. }));
    assert!(is_not_applicable(&one(&standings, "art24-3-incidents")));
    assert!(is_not_applicable(&one(&standings, "art14-1")));
}

#[test]
fn what_a_steward_reports_follows_from_how_it_supports() {
    use StewardSupport::{Engineering, Infrastructure, NonTechnical};
    let rows: [(&[StewardSupport], bool, bool); 4] = [
        (&[NonTechnical], false, false),
        (&[Infrastructure], false, true),
        (&[NonTechnical, Engineering], true, false),
        (&[Infrastructure, Engineering], true, true),
    ];
    let steward = |support: &[StewardSupport]| {
        let mut dossier = free_software_with(|free| {
            free.sustained_support = Some(true);
            free.support_provided = support.to_vec();
        });
        dossier.evidence = showing(&["art24-3-exploited", "art24-3-incidents"]);
        stand(&dossier, &kept(), DAY)
    };
    for (support, exploited, incidents) in rows {
        let standings = steward(support);
        let reports = |id| matches!(one(&standings, id).state, StandingState::Met { .. });
        assert_eq!(reports("art24-3-exploited"), exploited, "{support:?}");
        assert_eq!(reports("art24-3-incidents"), incidents, "{support:?}");
    }
    let unstated = one(&steward(&[]), "art24-3-exploited");
    let StandingState::Open { missing } = unstated.state else { panic!("{:?}", unstated.state) };
    assert_eq!(missing[0].at, "free_software.support_provided");
}

#[test]
fn article_14_binds_legacy_products_already_but_waits_for_an_event() {
    let legacy = |evidence: Vec<DeclaredEvidence>| {
        with(|dossier| {
            dossier.release.placed_on_the_market_on = Some(date(2020, 1, 1));
            dossier.support_period.ends_on = Some(date(2025, 1, 1));
            dossier.evidence = evidence;
        })
    };
    let reporting = OBLIGATIONS.iter().filter(|obligation| obligation.id.starts_with("art14-"));
    let quiet = stand(&legacy(Vec::new()), &kept(), date(2026, 11, 21));
    for obligation in reporting {
        let standing = one(&quiet, obligation.id);
        assert!(is_not_applicable(&standing), "{}", obligation.id);
        assert_eq!(standing.bound, Bound::Already, "TRN-02, TRN-03");
        assert_eq!(standing.from, date(2026, 9, 11));
    }
    assert_eq!(one(&quiet, "art13-2").bound, Bound::NotUnlessSubstantiallyModified);
    let early = stand(&legacy(Vec::new()), &kept(), date(2026, 9, 10));
    assert_eq!(one(&early, "art14-1").bound, Bound::Later);
    let met = stand(&legacy(showing(&["art14-2-a"])), &kept(), DAY);
    assert!(matches!(one(&met, "art14-2-a").state, StandingState::Met { .. }));
    let unshown = stand(&legacy(showing(&["art14-2-a"])), &Kept::default(), DAY);
    assert!(matches!(one(&unshown, "art14-2-a").state, StandingState::Open { .. }), "no day makes it late");
}

#[test]
fn options_are_marked_and_owed_by_nobody_who_does_not_use_them() {
    let options: Vec<&str> =
        OBLIGATIONS.iter().filter(|one| one.modal == Modal::May).map(|one| one.id).collect();
    assert_eq!(
        options,
        [
            "art13-10",
            "art13-11",
            "art15-1",
            "art18-1",
            "annex-VIII-representative",
            "art30-2",
            "art32-5",
            "art33-5"
        ]
    );
    let standings = stand(&a_product(), &kept(), DAY);
    for id in options {
        assert!(is_not_applicable(&one(&standings, id)), "{id}");
    }
    let volunteer = with(|dossier| dossier.evidence = showing(&["art15-1"]));
    let standing = one(&stand(&volunteer, &kept(), DAY), "art15-1");
    assert!(matches!(standing.state, StandingState::Met { .. }));
    assert_eq!(standing.owed_by, Role::Manufacturer);
    assert!(standing.also_owed_by.contains(&Role::None));
}

#[test]
fn of_the_classes_only_the_products_own_paragraph_of_article_32_applies() {
    use crate::a_product::of_category;
    for (category, expected) in [("III.I.12", "art32-2"), ("III.II.2", "art32-3"), ("IV.1", "art32-4")] {
        let standings = stand(&of_category(category), &kept(), DAY);
        for id in ["art32-2", "art32-3", "art32-4"] {
            assert_eq!(is_not_applicable(&one(&standings, id)), id != expected, "{id} for {category}");
        }
        assert!(!is_not_applicable(&one(&standings, "art32-1")));
    }
}

#[test]
fn a_request_of_an_authority_is_due_on_the_day_it_sets() {
    let state = |due_on, answered_on, day| {
        let dossier = with(|dossier| {
            dossier.release.placed_on_the_market_on = Some(date(2028, 1, 1));
            dossier.authority_requests = vec![AuthorityRequest {
                obligation: "art53".to_owned(),
                authority: None,
                received_on: Some(date(2028, 2, 1)),
                due_on,
                answered_on,
            }];
        });
        one(&stand(&dossier, &Kept::default(), day), "art53").state
    };
    let due = Some(date(2028, 2, 15));
    assert!(matches!(state(due, None, date(2028, 2, 15)), StandingState::Open { .. }), "its last day");
    let late = state(due, None, date(2028, 2, 16));
    assert!(matches!(late, StandingState::Late { since, .. } if since == date(2028, 2, 15)));
    assert!(matches!(state(None, None, date(2030, 1, 1)), StandingState::Open { .. }), "no day was set");
    let answered = Some(date(2028, 2, 20));
    assert!(matches!(state(due, answered, date(2028, 2, 20)), StandingState::Met { .. }));
    assert!(matches!(state(due, answered, date(2028, 2, 19)), StandingState::Late { .. }), "not yet then");
}

#[test]
fn a_request_for_nothing_and_an_answer_before_it_are_pointed_out() {
    let dossier = with(|dossier| {
        dossier.authority_requests = vec![AuthorityRequest {
            obligation: "art99".to_owned(),
            authority: None,
            received_on: Some(date(2028, 2, 2)),
            due_on: None,
            answered_on: Some(date(2028, 2, 1)),
        }];
    });
    let found = contradictions(&dossier, StateOfTheLaw::embedded());
    let found: Vec<_> = found.iter().map(|one| (one.says.id(), one.weight)).collect();
    assert_eq!(
        found,
        [
            ("law-contradiction-unknown-obligation", Weight::Warning),
            ("duties-contradiction-answered-before-asked", Weight::Error)
        ]
    );
}
