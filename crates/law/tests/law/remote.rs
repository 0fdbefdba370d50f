//! Section 2.3 of the reference: remote data processing.

use proofmark_facts::RemoteService;
use proofmark_law::{RemoteOutcome, remote_services};

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
