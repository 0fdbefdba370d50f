//! What waits for an event begins with the case a dossier declares; and what is said of one thing decides no other.

use jiff::civil::{Date, date};
use proofmark_facts::{
    AuthorisedRepresentative, AuthorityRequest, AvaVan, CategoryRelation, ConsideredCategory, DeclaredCase,
    Dossier, MandatedTask, Module, ProductKind, Stream, UnionAct,
};
use proofmark_law::{
    Class, Kept, ScopeOutcome, Standing, StandingState, StateOfTheLaw, assess, contradictions, scope,
};

use crate::a_product::{TODAY, core, of_category, with};
use crate::reporting::{exploited, severe};
use crate::standings::stand;

const DAY: Date = date(2028, 2, 1);

fn applies(standings: &[Standing], id: &str) -> bool {
    let standing = standings.iter().find(|standing| standing.obligation == id).unwrap();
    !matches!(standing.state, StandingState::NotApplicable { .. })
}

fn with_case(case: Option<DeclaredCase>) -> Vec<Standing> {
    stand(&with(|dossier| dossier.cases.extend(case)), &Kept::default(), DAY)
}

#[test]
fn article_14_begins_with_a_case_that_is_to_be_notified_and_with_its_own_stream_only() {
    let vulnerability = ["art14-1", "art14-2-a", "art14-2-b", "art14-2-c"];
    let incident = ["art14-3", "art14-4-a", "art14-4-b", "art14-4-c"];
    for (case, of_vulnerability, of_incident) in [
        (None, false, false),
        (Some(exploited()), true, false),
        (Some(severe()), false, true),
        // What is not known yet leaves its own stream open, with the facts to ask for.
        (Some(DeclaredCase::new("not known enough", Stream::Vulnerability)), true, false),
    ] {
        let name = format!("{case:?}");
        let standings = with_case(case);
        for (ids, expected) in [(vulnerability, of_vulnerability), (incident, of_incident)] {
            for id in ids {
                assert_eq!(applies(&standings, id), expected, "{id} with {name}");
            }
        }
        assert_eq!(applies(&standings, "art14-8"), of_vulnerability || of_incident, "{name}");
        assert!(!applies(&standings, "art14-6"), "no coordinator asked: {name}");
    }
}

#[test]
fn an_intermediate_report_is_owed_once_the_coordinator_asked() {
    let mut case = exploited();
    case.sent.intermediate_requested_at = Some("2028-01-20T10:00:00Z".parse().unwrap());
    assert!(applies(&with_case(Some(case)), "art14-6"));
}

#[test]
fn man_13_06_begins_with_a_vulnerability_declared_in_somebody_elses_component() {
    for (stated, expected) in [(Some(true), true), (Some(false), false), (None, false)] {
        let mut case = DeclaredCase::new("parser", Stream::Vulnerability);
        case.known.in_third_party_component = stated;
        assert_eq!(applies(&with_case(Some(case)), "art13-6"), expected, "{stated:?}");
    }
}

#[test]
fn man_13_10_is_used_where_older_versions_are_declared_to_go_without() {
    for (stated, expected) in [(Some(true), true), (Some(false), false), (None, false)] {
        let dossier = with(|dossier| dossier.support_period.older_versions.remediation_stopped = stated);
        let standings = stand(&dossier, &Kept::default(), DAY);
        assert_eq!(applies(&standings, "art13-10"), expected, "{stated:?}");
    }
}

#[test]
fn man_13_21_begins_at_the_latest_when_an_authority_calls_on_it() {
    for asked in [false, true] {
        let dossier = with(|dossier| {
            let request = AuthorityRequest {
                obligation: "art13-21".to_owned(),
                authority: None,
                received_on: Some(date(2028, 1, 5)),
                due_on: None,
                answered_on: None,
            };
            dossier.authority_requests.extend(asked.then_some(request));
        });
        assert_eq!(applies(&stand(&dossier, &Kept::default(), DAY), "art13-21"), asked);
    }
}

#[test]
fn ar_04_a_mandate_that_names_further_tasks_hands_them_over() {
    let least = [MandatedTask::KeepDocuments, MandatedTask::AnswerAuthorities, MandatedTask::Cooperate];
    for (further, expected) in
        [(None, false), (Some(MandatedTask::CeMarking), true), (Some(MandatedTask::Declaration), true)]
    {
        let dossier = with(|dossier| {
            let activity = &mut dossier.operator.activity;
            activity.develops_or_has_developed = Some(false);
            activity.markets_under_own_name = Some(false);
            activity.acts_under_written_mandate = Some(true);
            dossier.operator.authorised_representative = Some(AuthorisedRepresentative {
                name: "Muster GmbH".to_owned(),
                postal_address: None,
                established_in: Some("DE".parse().unwrap()),
                mandate: None,
                tasks: least.into_iter().chain(further).collect(),
            });
        });
        let standings = stand(&dossier, &Kept::default(), DAY);
        assert_eq!(applies(&standings, "annex-VIII-representative"), expected, "{further:?}");
    }
}

#[test]
fn cls_05_the_own_category_named_again_contradicts_only_where_it_is_set_aside() {
    for (relation, contradicts) in [
        (CategoryRelation::MerelyComplements, false),
        (CategoryRelation::Matches, false),
        (CategoryRelation::FallsShort, true),
        (CategoryRelation::IntegratedOnly, true),
    ] {
        let mut dossier = of_category("III.I.3");
        dossier.product.considered_categories.push(ConsideredCategory {
            category: "III.I.3".to_owned(),
            relation,
            because: "as looked at".to_owned(),
            against: None,
            kind: None,
        });
        let found = contradictions(&dossier, StateOfTheLaw::embedded());
        assert_eq!(!found.is_empty(), contradicts, "{relation:?}: {found:#?}");
    }
}

#[test]
fn cls_07_what_is_stated_of_the_host_s_circuit_says_nothing_of_a_module() {
    let dossier = with(|dossier: &mut Dossier| {
        dossier.product.ava_van_level = Some(AvaVan::Four);
        dossier.product.tamper_protection = Some(true);
        dossier.product.modules.push(Module {
            name: "Controller".to_owned(),
            sold_separately: Some(true),
            core_functionality: Some(core(Some("III.I.14"))),
        });
    });
    let verdict = assess(&dossier, StateOfTheLaw::embedded(), TODAY);
    let module = verdict.boundary.modules[0].class.clone().unwrap();
    assert_eq!(module.class(), Some(Class::ImportantI));
}

#[test]
fn scp_08_vehicles_of_category_l_are_out_by_the_delegated_act_alone() {
    let dossier = with(|dossier| {
        dossier.product.kind = ProductKind::HardwareWithSoftware;
        dossier.scope.other_acts.push(UnionAct::TwoAndThreeWheelVehicles);
    });
    let embedded = StateOfTheLaw::embedded();
    assert_eq!(scope(&dossier, embedded).outcome, ScopeOutcome::Out);
    let mut without = embedded.clone();
    without.exclusion_acts.clear();
    assert_eq!(scope(&dossier, &without).outcome, ScopeOutcome::InScope);
}
