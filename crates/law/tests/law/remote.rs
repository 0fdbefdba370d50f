//! Section 2.3 of the reference: remote data processing.

use proofmark_facts::{
    Dossier, RemoteAssurance, RemoteHosting, RemoteKind, RemoteOrigin, RemoteService, ServedFunction, Weight,
};
use proofmark_law::{RemoteOutcome, RemoteVerdict, StateOfTheLaw, contradictions, remote_services};

use crate::a_product::with;

#[test]
fn every_remote_service_is_part_component_outside_or_waits_for_facts() {
    let cases = [
        (false, Some(true), Some(true), "RDP-01", Some(RemoteOutcome::PartOfTheProduct)),
        (false, Some(true), Some(false), "RDP-06", Some(RemoteOutcome::Component)),
        (false, Some(false), Some(true), "RDP-07", Some(RemoteOutcome::Outside)),
        (false, Some(false), None, "RDP-07", Some(RemoteOutcome::Outside)),
        (true, Some(true), Some(true), "RDP-13", Some(RemoteOutcome::Outside)),
        (false, None, Some(true), "RDP-01", None),
        (false, Some(true), None, "RDP-01", None),
    ];
    let dossier = with(|dossier| {
        dossier.remote_services = cases
            .iter()
            .map(|(connectivity, needed, own, ..)| RemoteService {
                name: "service".to_owned(),
                developed_under_own_responsibility: *own,
                function_depends_on_it: *needed,
                pure_connectivity: *connectivity,
                ..RemoteService::default()
            })
            .collect();
    });
    let judged = remote_services(&dossier);
    for (found, (.., row, expected)) in judged.iter().zip(&cases) {
        assert_eq!(found.reasons[0].row, *row);
        match expected {
            Some(expected) => assert_eq!(found.outcome, *expected),
            None => assert!(
                matches!(&found.outcome, RemoteOutcome::Undetermined { missing } if missing.len() == 1)
            ),
        }
    }
    let RemoteOutcome::Undetermined { missing } = &judged[5].outcome else { panic!() };
    assert_eq!(missing, &["remote_services[5].function_depends_on_it"]);
}

#[test]
fn who_hosts_the_service_changes_nothing_but_is_said() {
    let dossier = with(|dossier| {
        dossier.remote_services = vec![RemoteService {
            name: "sync".to_owned(),
            developed_under_own_responsibility: Some(true),
            function_depends_on_it: Some(true),
            operated_by: Some("a cloud".to_owned()),
            ..RemoteService::default()
        }];
    });
    let judged = remote_services(&dossier);
    assert_eq!(judged[0].outcome, RemoteOutcome::PartOfTheProduct);
    assert_eq!(judged[0].reasons[1].row, "RDP-05");
}

fn one(change: impl FnOnce(&mut RemoteService)) -> RemoteVerdict {
    let mut service = RemoteService {
        name: "cloud".to_owned(),
        developed_under_own_responsibility: Some(true),
        function_depends_on_it: Some(true),
        ..RemoteService::default()
    };
    change(&mut service);
    remote_services(&with(|dossier| dossier.remote_services = vec![service])).remove(0)
}

fn follows(verdict: &RemoteVerdict) -> Vec<&'static str> {
    verdict.follows.iter().map(|reason| reason.row).collect()
}

#[test]
fn what_a_service_is_decides_before_what_it_does() {
    use RemoteKind::*;
    use RemoteOutcome::{Component, Outside, PartOfTheProduct};
    let rows = [
        (Application, "RDP-01", PartOfTheProduct),
        (AuthenticationPortal, "RDP-01", PartOfTheProduct),
        (Platform, "RDP-05", RemoteOutcome::Infrastructure),
        (Infrastructure, "RDP-05", RemoteOutcome::Infrastructure),
        (HostingHardware, "RDP-08", RemoteOutcome::Infrastructure),
        (InformationalWebsite, "RDP-12", Outside),
        (InternalSystem, "RDP-09", Outside),
        (BuildPipeline, "RDP-09", Outside),
        (UpdateDistribution, "RDP-09", Outside),
        (SecurityTesting, "RDP-09", Outside),
        (Connectivity, "RDP-13", Outside),
    ];
    for (kind, row, expected) in rows {
        let found = one(|service| service.is = Some(kind));
        assert_eq!((found.outcome, found.reasons[0].row), (expected, row), "{kind:?}");
    }
    let third_party = one(|service| {
        service.is = Some(ThirdPartySoftware);
        service.developed_under_own_responsibility = None;
    });
    assert_eq!(third_party.outcome, Component);
    assert!(
        one(|service| service.is = Some(AuthenticationPortal)).reasons.iter().any(|one| one.row == "RDP-12")
    );
}

#[test]
fn whose_software_it_is_turns_on_for_whom_it_was_built() {
    for (origin, expected) in [
        (RemoteOrigin::Own, RemoteOutcome::PartOfTheProduct),
        (RemoteOrigin::BuiltForUs, RemoteOutcome::PartOfTheProduct),
        (RemoteOrigin::StandardService, RemoteOutcome::Component),
        (RemoteOrigin::AdaptedStandardService, RemoteOutcome::Component),
    ] {
        let found = one(|service| {
            service.developed_under_own_responsibility = None;
            service.origin = Some(origin);
        });
        assert_eq!(found.outcome, expected);
        let named = found.reasons.iter().any(|reason| reason.row == "RDP-03");
        assert_eq!(named, origin != RemoteOrigin::Own);
    }
}

#[test]
fn where_it_runs_and_whether_hands_could_do_it_change_nothing() {
    for hosting in [
        RemoteHosting::OnPremises,
        RemoteHosting::PrivateCloud,
        RemoteHosting::PublicCloud,
        RemoteHosting::Edge,
        RemoteHosting::ThirdPartyInfrastructure,
        RemoteHosting::ThirdPartyPlatform,
    ] {
        let found = one(|service| {
            service.hosting = Some(hosting);
            service.manual_alternative = Some(true);
            service.serves = Some(ServedFunction::AutomatedUpdates);
        });
        assert_eq!(found.outcome, RemoteOutcome::PartOfTheProduct);
        let rows: Vec<&str> = found.reasons.iter().map(|reason| reason.row).collect();
        let below =
            matches!(hosting, RemoteHosting::ThirdPartyInfrastructure | RemoteHosting::ThirdPartyPlatform);
        let expected: &[&str] = if below {
            &["RDP-01", "RDP-02", "RDP-02", "RDP-04", "RDP-05"]
        } else {
            &["RDP-01", "RDP-02", "RDP-02", "RDP-04"]
        };
        assert_eq!(rows, expected);
    }
}

#[test]
fn what_follows_is_said_for_each_outcome() {
    let part = one(|service| {
        service.shared_with = vec!["Gate".to_owned()];
        service.assurance = vec![RemoteAssurance::Iso27001];
    });
    assert_eq!(follows(&part), ["RDP-08", "RDP-10", "RDP-10", "RDP-11"]);
    let component = one(|service| service.developed_under_own_responsibility = Some(false));
    assert_eq!(follows(&component), ["RDP-06", "RDP-10"]);
    assert_eq!(follows(&one(|service| service.is = Some(RemoteKind::Platform))), ["RDP-05", "RDP-06"]);
    let telemetry = one(|service| {
        service.telemetry_only = Some(true);
        service.function_depends_on_it = None;
    });
    assert_eq!((telemetry.outcome.clone(), follows(&telemetry)), (RemoteOutcome::Outside, vec!["RDP-07"]));
    let back_end = one(|service| service.interacts_directly = Some(false));
    assert_eq!((back_end.outcome.clone(), follows(&back_end)), (RemoteOutcome::Outside, vec!["RDP-08"]));
    let near = one(|service| service.at_a_distance = Some(false));
    assert_eq!((near.outcome.clone(), near.reasons[0].row), (RemoteOutcome::Outside, "RDP-01"));
    assert!(follows(&one(|service| service.is = Some(RemoteKind::InformationalWebsite))).is_empty());
}

type Case = (fn(&mut RemoteService), [&'static str; 2]);

#[test]
fn contradicting_facts_about_a_service_leave_it_open() {
    let cases: [Case; 5] = [
        (|service| service.telemetry_only = Some(true), ["function_depends_on_it", "telemetry_only"]),
        (
            |service| {
                service.function_depends_on_it = Some(false);
                service.manual_alternative = Some(true);
            },
            ["function_depends_on_it", "manual_alternative"],
        ),
        (
            |service| {
                service.pure_connectivity = true;
                service.is = Some(RemoteKind::Application);
            },
            ["is", "pure_connectivity"],
        ),
        (
            |service| service.origin = Some(RemoteOrigin::StandardService),
            ["developed_under_own_responsibility", "origin"],
        ),
        (
            |service| service.is = Some(RemoteKind::ThirdPartySoftware),
            ["developed_under_own_responsibility", "is"],
        ),
    ];
    for (change, fields) in cases {
        let missing = fields.iter().map(|field| format!("remote_services[0].{field}")).collect();
        assert_eq!(one(change).outcome, RemoteOutcome::Undetermined { missing });
    }
}

#[test]
fn no_remote_service_at_all_is_a_statement_that_can_be_wrong() {
    let listed = with(|dossier| {
        dossier.product.uses_remote_services = Some(false);
        dossier.remote_services =
            vec![RemoteService { name: "cloud".to_owned(), ..RemoteService::default() }];
    });
    let unlisted = with(|dossier| dossier.product.uses_remote_services = Some(true));
    let none = with(|dossier| dossier.product.uses_remote_services = Some(false));
    let weights = |dossier: &Dossier| -> Vec<Weight> {
        contradictions(dossier, StateOfTheLaw::embedded()).iter().map(|problem| problem.weight).collect()
    };
    assert_eq!(weights(&listed), [Weight::Error]);
    assert_eq!(weights(&unlisted), [Weight::Warning]);
    assert!(weights(&none).is_empty());
}
