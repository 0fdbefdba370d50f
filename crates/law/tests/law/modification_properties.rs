//! Whatever is declared of a change: no panic, an answer or a question, and more foresight never makes it worse.

use jiff::civil::date;
use proofmark_facts::{
    ChangeKind, ChangeMaker, DataConnection, Determination, Differing, Dossier, ExplainedDifference,
    Foreseen, Modification, RemoteService,
};
use proofmark_law::{ModificationVerdict, Proposal, differences, modification};
use proptest::prelude::*;
use proptest::sample::select;

use crate::a_product::a_product;

fn maybe() -> impl Strategy<Value = Option<bool>> {
    select(vec![None, Some(true), Some(false)])
}

prop_compose! {
    fn first_half()(
        flags in proptest::collection::vec(maybe(), 16),
        foreseen in proptest::collection::vec(maybe(), 4),
        kind in proptest::option::of(select(vec![
            ChangeKind::FeatureUpdate, ChangeKind::SecurityUpdate, ChangeKind::Repair, ChangeKind::Refurbishment,
            ChangeKind::BetterPerformingPart, ChangeKind::ThirdPartyRemoteService, ChangeKind::Integration,
        ])),
        service in proptest::option::of(select(vec!["Cloud".to_owned(), "nowhere".to_owned(), String::new()])),
    ) -> Modification {
        Modification {
            earlier_was_placed: flags[0],
            kind,
            remote_service: service,
            technically_large: flags[1],
            purpose_changed: flags[2],
            purpose_change_covered: flags[3],
            new_interfaces: flags[4],
            new_channels: flags[5],
            new_execution_environments: flags[6],
            new_external_dependencies: flags[7],
            boundary_changed: flags[8],
            new_attack_scenarios: flags[9],
            likelihood_raised: flags[10],
            impact_raised: flags[11],
            assumptions_hold: flags[12],
            mitigations_hold: flags[13],
            lowers_risk: flags[14],
            affects_compliance: flags[15],
            foreseen: Foreseen {
                foreseen: foreseen[0],
                described: foreseen[1],
                assessed: foreseen[2],
                mitigated: foreseen[3],
                at: None,
            },
            ..Modification::default()
        }
    }
}

prop_compose! {
    fn declared()(
        first in first_half(),
        flags in proptest::collection::vec(maybe(), 4),
        made_by in proptest::option::of(select(vec![
            ChangeMaker::OriginalManufacturer, ChangeMaker::Importer, ChangeMaker::Distributor, ChangeMaker::Other,
        ])),
        earlier_placed_on in proptest::option::of(select(vec![date(2024, 1, 1), date(2027, 12, 11), date(2030, 1, 1)])),
        explained in proptest::collection::vec(select(vec![Differing::RemoteServiceAdded, Differing::IntendedPurpose]), 0..2),
    ) -> Modification {
        Modification {
            made_by,
            earlier_placed_on,
            made_available: flags[0],
            affects_whole_product: flags[1],
            certificate_exists: flags[2],
            may_affect_certificate: flags[3],
            explained: explained
                .into_iter()
                .map(|difference| ExplainedDifference {
                    of: (difference == Differing::RemoteServiceAdded).then(|| "Cloud".to_owned()),
                    difference,
                    because: "so".to_owned(),
                })
                .collect(),
            ..first
        }
    }
}

prop_compose! {
    fn dossier()(
        purpose in proptest::option::of(select(vec!["notes".to_owned(), "pumps".to_owned()])),
        connection in select(vec![None, Some(DataConnection::None), Some(DataConnection::DirectLogical)]),
        service in proptest::option::of((maybe(), maybe())),
    ) -> Dossier {
        let mut dossier = a_product();
        dossier.product.intended_purpose = purpose;
        dossier.scope.data_connection = connection;
        dossier.remote_services.extend(service.map(|(own, needed)| RemoteService {
            name: "Cloud".to_owned(),
            developed_under_own_responsibility: own,
            function_depends_on_it: needed,
            pure_connectivity: false,
            ..RemoteService::default()
        }));
        dossier
    }
}

fn judge(earlier: &Dossier, newer: &Dossier, declared: &Modification) -> ModificationVerdict {
    let newer = Dossier { modification: Some(declared.clone()), ..newer.clone() };
    modification(&newer, Some(earlier), &differences(earlier, &newer, None)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn every_change_gets_an_answer_with_a_reason_or_a_question(
        earlier in dossier(), newer in dossier(), declared in declared(),
    ) {
        let judged = judge(&earlier, &newer, &declared);
        prop_assert!(!judged.reasons.is_empty());
        prop_assert!(judged.reasons.iter().all(|reason| reason.fact.is_some()));
        prop_assert_eq!(&judged, &judge(&earlier, &newer, &declared));
        if let Proposal::Undetermined { missing } = &judged.proposal {
            prop_assert!(!missing.is_empty());
            prop_assert_eq!(judged.stands, None);
        } else {
            prop_assert!(judged.contradictions.is_empty());
        }
        serde_json::to_string(&judged).unwrap();
    }

    #[test]
    fn what_was_foreseen_is_never_substantial_and_foresight_never_makes_it_worse(
        earlier in dossier(), newer in dossier(), declared in declared(),
    ) {
        let before = judge(&earlier, &newer, &declared);
        let all = Some(true);
        let foreseen = Foreseen { foreseen: all, described: all, assessed: all, mitigated: all, at: None };
        let after = judge(&earlier, &newer, &Modification { foreseen, ..declared });
        prop_assert!(after.proposal != Proposal::Substantial);
        if before.proposal == Proposal::NotSubstantial {
            prop_assert_eq!(after.proposal, Proposal::NotSubstantial);
        }
    }

    #[test]
    fn size_never_changes_the_proposal(
        earlier in dossier(), newer in dossier(), declared in declared(), large in maybe(),
    ) {
        let one = judge(&earlier, &newer, &declared);
        let other = judge(&earlier, &newer, &Modification { technically_large: large, ..declared });
        prop_assert_eq!(one.proposal, other.proposal);
    }

    #[test]
    fn a_difference_never_turns_a_question_into_an_answer(
        earlier in dossier(), newer in dossier(), declared in declared(),
    ) {
        // What only the dossiers show may raise a question or a contradiction, and decide nothing.
        let newer = Dossier { modification: Some(declared), ..newer };
        let alone = modification(&newer, None, &[]).unwrap();
        let beside = modification(&newer, Some(&earlier), &differences(&earlier, &newer, None)).unwrap();
        let undetermined = |judged: &ModificationVerdict| matches!(judged.proposal, Proposal::Undetermined { .. });
        prop_assert!(undetermined(&beside) || beside.proposal == alone.proposal);
    }

    #[test]
    fn every_question_that_is_answered_brings_it_to_an_end(
        newer in dossier(), declared in declared(), answers in any::<u64>(),
    ) {
        let mut dossier = Dossier { modification: Some(declared), ..newer };
        for round in 0..64 {
            let judged = modification(&dossier, None, &[]).unwrap();
            let Proposal::Undetermined { missing } = &judged.proposal else { return Ok(()) };
            if !judged.contradictions.is_empty() || missing[0].starts_with("remote_services") {
                return Ok(());
            }
            answer(dossier.modification.as_mut().unwrap(), &missing[0], answers >> round & 1 == 1);
        }
        prop_assert!(false, "it keeps asking");
    }

    #[test]
    fn the_decision_counts_whatever_is_proposed(
        earlier in dossier(), newer in dossier(), declared in declared(), yes in any::<bool>(),
    ) {
        let determination = if yes { Determination::Substantial } else { Determination::NotSubstantial };
        let undecided = judge(&earlier, &newer, &declared);
        let judged = judge(&earlier, &newer, &Modification { determination: Some(determination), ..declared });
        prop_assert_eq!(judged.stands, Some(determination));
        prop_assert_eq!(&judged.proposal, &undecided.proposal);
        prop_assert_eq!(judged.decision.unwrap().departs, undecided.stands != Some(determination));
    }
}

/// States one fact that was missing.
fn answer(declared: &mut Modification, path: &str, with: bool) {
    let slot = match path.strip_prefix("modification.").unwrap() {
        "kind" => {
            declared.kind = Some(if with { ChangeKind::FeatureUpdate } else { ChangeKind::SecurityUpdate });
            return;
        }
        "purpose_changed" => &mut declared.purpose_changed,
        "purpose_change_covered" => &mut declared.purpose_change_covered,
        "new_interfaces" => &mut declared.new_interfaces,
        "new_channels" => &mut declared.new_channels,
        "new_execution_environments" => &mut declared.new_execution_environments,
        "new_external_dependencies" => &mut declared.new_external_dependencies,
        "boundary_changed" => &mut declared.boundary_changed,
        "new_attack_scenarios" => &mut declared.new_attack_scenarios,
        "likelihood_raised" => &mut declared.likelihood_raised,
        "impact_raised" => &mut declared.impact_raised,
        "assumptions_hold" => &mut declared.assumptions_hold,
        "mitigations_hold" => &mut declared.mitigations_hold,
        "lowers_risk" => &mut declared.lowers_risk,
        "affects_compliance" => &mut declared.affects_compliance,
        "foreseen.foreseen" => &mut declared.foreseen.foreseen,
        "foreseen.described" => &mut declared.foreseen.described,
        "foreseen.assessed" => &mut declared.foreseen.assessed,
        "foreseen.mitigated" => &mut declared.foreseen.mitigated,
        other => panic!("`{other}` is no fact of a change"),
    };
    assert_eq!(*slot, None, "`{path}` was said to be missing");
    *slot = Some(with);
}
