//! Section 2.6 of the reference: whether a modification is substantial, and what follows.

use jiff::civil::date;
use proofmark_facts::{
    ChangeKind, ChangeMaker, ComponentChanges, DataConnection, Determination, Differing, Dossier,
    ExplainedDifference, Foreseen, MajorChange, Modification, NotifiedBody, OlderVersions, Problem,
    Procedure, ProductKind, RemoteService, RequirementDecision, VersionChange, Weight,
};
use proofmark_law::{
    Difference, Follow, FollowKind, ModificationVerdict, Proposal, StateOfTheLaw, SupportOutcome,
    contradictions, differences, modification,
};

use crate::a_product::{today, with};

type Change = fn(&mut Modification);

/// A feature update of which everything is stated and nothing is new.
fn harmless() -> Modification {
    Modification {
        kind: Some(ChangeKind::FeatureUpdate),
        made_by: Some(ChangeMaker::OriginalManufacturer),
        made_available: Some(true),
        earlier_placed_on: Some(date(2028, 1, 10)),
        purpose_changed: Some(false),
        new_interfaces: Some(false),
        new_channels: Some(false),
        new_execution_environments: Some(false),
        new_external_dependencies: Some(false),
        new_attack_scenarios: Some(false),
        likelihood_raised: Some(false),
        impact_raised: Some(false),
        assumptions_hold: Some(true),
        mitigations_hold: Some(true),
        ..Modification::default()
    }
}

/// A change of this kind of which nothing else is stated.
fn only(kind: ChangeKind) -> Modification {
    Modification { kind: Some(kind), ..Modification::default() }
}

fn foreseen(holds: bool) -> Foreseen {
    let holds = Some(holds);
    Foreseen { foreseen: holds, described: holds, assessed: holds, mitigated: holds, at: None }
}

fn of(declared: Modification) -> Dossier {
    with(|dossier| dossier.modification = Some(declared))
}

fn judge(mut declared: Modification, change: Change) -> ModificationVerdict {
    change(&mut declared);
    today(&of(declared)).modification.unwrap()
}

fn missing(judged: &ModificationVerdict) -> Vec<&str> {
    match &judged.proposal {
        Proposal::Undetermined { missing } => missing.iter().map(String::as_str).collect(),
        decided => panic!("guessed {decided:?}: {:#?}", judged.reasons),
    }
}

fn rows(judged: &ModificationVerdict) -> Vec<&str> {
    judged.reasons.iter().map(|reason| reason.row).collect()
}

type Row = (&'static str, Modification, Change, Proposal);

/// SUB-01 to SUB-08: the questions asked of any change.
fn of_any_change() -> Vec<Row> {
    use ChangeKind::FeatureUpdate;
    use Proposal::{NotSubstantial, Substantial};
    vec![
        (
            "SUB-01",
            only(FeatureUpdate),
            |declared| {
                declared.purpose_changed = Some(true);
                declared.purpose_change_covered = Some(false);
            },
            Substantial,
        ),
        (
            "SUB-01",
            harmless(),
            |declared| {
                declared.purpose_changed = Some(true);
                declared.purpose_change_covered = Some(true);
            },
            NotSubstantial,
        ),
        ("SUB-02", harmless(), |declared| unforeseen(declared, 0), Substantial),
        ("SUB-02", harmless(), |declared| unforeseen(declared, 1), Substantial),
        ("SUB-02", harmless(), |declared| unforeseen(declared, 2), Substantial),
        ("SUB-02", harmless(), |declared| unforeseen(declared, 3), Substantial),
        ("SUB-03", harmless(), |declared| unforeseen(declared, 4), Substantial),
        ("SUB-04", harmless(), |declared| unforeseen(declared, 5), Substantial),
        ("SUB-05", harmless(), |declared| unforeseen(declared, 6), Substantial),
        ("SUB-06", harmless(), |_| {}, NotSubstantial),
        (
            "SUB-07",
            harmless(),
            |declared| {
                unforeseen(declared, 0);
                unforeseen(declared, 4);
                declared.foreseen = foreseen(true);
            },
            NotSubstantial,
        ),
        (
            "SUB-08",
            harmless(),
            |declared| {
                unforeseen(declared, 0);
                declared.technically_large = Some(false);
            },
            Substantial,
        ),
    ]
}

/// SUB-09 to SUB-13, and the definition itself.
fn of_its_kind() -> Vec<Row> {
    use ChangeKind::{
        BetterPerformingPart, Integration, Refurbishment, Repair, SecurityUpdate, ThirdPartyRemoteService,
    };
    use Proposal::{NotSubstantial, Substantial};
    vec![
        (
            "SUB-09",
            only(SecurityUpdate),
            |declared| {
                declared.lowers_risk = Some(true);
                declared.purpose_changed = Some(false);
                declared.technically_large = Some(true);
            },
            NotSubstantial,
        ),
        ("SUB-10", security_update(), |declared| unforeseen(declared, 0), Substantial),
        ("SUB-10", security_update(), |declared| unforeseen(declared, 3), Substantial),
        (
            "SUB-10",
            security_update(),
            |declared| {
                declared.boundary_changed = Some(true);
                declared.foreseen = foreseen(false);
            },
            Substantial,
        ),
        (
            "SUB-10",
            security_update(),
            |declared| {
                declared.purpose_changed = Some(true);
                declared.purpose_change_covered = Some(false);
            },
            Substantial,
        ),
        ("SUB-11", only(Repair), without_effect, NotSubstantial),
        ("SUB-11", only(Refurbishment), without_effect, NotSubstantial),
        ("SUB-11", only(BetterPerformingPart), without_effect, NotSubstantial),
        ("DEF-22", only(Repair), |declared| declared.affects_compliance = Some(true), Substantial),
        ("SUB-12", only(ThirdPartyRemoteService), |_| {}, NotSubstantial),
        ("SUB-13", only(Integration), |_| {}, NotSubstantial),
        ("DEF-22", harmless(), |declared| declared.earlier_was_placed_not(), NotSubstantial),
    ]
}

#[test]
fn every_row_of_the_test_leads_where_it_points() {
    for (row, declared, change, expected) in of_any_change().into_iter().chain(of_its_kind()) {
        let judged = judge(declared, change);
        assert_eq!(judged.proposal, expected, "{row}: {:#?}", judged.reasons);
        assert!(rows(&judged).contains(&row), "{row}: {:#?}", judged.reasons);
        assert_eq!(judged.contradictions, [], "{row}");
    }
}

trait NotPlaced {
    fn earlier_was_placed_not(&mut self);
}

impl NotPlaced for Modification {
    fn earlier_was_placed_not(&mut self) {
        self.earlier_was_placed = Some(false);
        self.earlier_placed_on = None;
    }
}

fn security_update() -> Modification {
    Modification {
        kind: Some(ChangeKind::SecurityUpdate),
        lowers_risk: Some(true),
        boundary_changed: Some(false),
        ..harmless()
    }
}

fn without_effect(declared: &mut Modification) {
    declared.affects_compliance = Some(false);
    declared.purpose_changed = Some(false);
}

/// Says yes to one of the questions of SUB-02 to SUB-05, and that nobody foresaw it.
fn unforeseen(declared: &mut Modification, which: usize) {
    *new_risk(declared, which) = Some(true);
    declared.foreseen = foreseen(false);
}

fn new_risk(declared: &mut Modification, which: usize) -> &mut Option<bool> {
    match which {
        0 => &mut declared.new_interfaces,
        1 => &mut declared.new_channels,
        2 => &mut declared.new_execution_environments,
        3 => &mut declared.new_external_dependencies,
        4 => &mut declared.new_attack_scenarios,
        5 => &mut declared.likelihood_raised,
        _ => &mut declared.impact_raised,
    }
}

#[test]
fn one_condition_that_fails_is_enough_not_to_be_foreseen() {
    for which in 0..4 {
        let mut declared = harmless();
        declared.new_interfaces = Some(true);
        declared.foreseen = foreseen(true);
        let slot = [
            &mut declared.foreseen.foreseen,
            &mut declared.foreseen.described,
            &mut declared.foreseen.assessed,
            &mut declared.foreseen.mitigated,
        ];
        *slot.into_iter().nth(which).unwrap() = Some(false);
        assert_eq!(judge(declared, |_| {}).proposal, Proposal::Substantial, "{which}");
    }
}

#[test]
fn neither_size_nor_kind_decides() {
    for large in [None, Some(true), Some(false)] {
        for kind in [ChangeKind::FeatureUpdate, ChangeKind::SecurityUpdate] {
            let mut declared = Modification { technically_large: large, kind: Some(kind), ..harmless() };
            assert_eq!(judge(declared.clone(), |_| {}).proposal, Proposal::NotSubstantial);
            unforeseen(&mut declared, 0);
            assert_eq!(judge(declared, |_| {}).proposal, Proposal::Substantial);
        }
    }
}

#[test]
fn what_is_missing_is_asked_and_never_guessed() {
    let vectors = [
        "modification.new_interfaces",
        "modification.new_channels",
        "modification.new_execution_environments",
        "modification.new_external_dependencies",
        "modification.new_attack_scenarios",
        "modification.likelihood_raised",
        "modification.impact_raised",
        "modification.assumptions_hold",
        "modification.mitigations_hold",
    ];
    let nothing = judge(Modification::default(), |_| {});
    assert_eq!(
        missing(&nothing),
        [&["modification.kind", "modification.purpose_changed"], vectors.as_slice()].concat()
    );
    assert!(rows(&nothing).contains(&"ERR-29"), "no kind decides alone");
    assert_eq!(
        missing(&judge(only(ChangeKind::SecurityUpdate), |_| {})),
        ["modification.purpose_changed", "modification.lowers_risk"]
    );
    assert_eq!(
        missing(&judge(only(ChangeKind::Repair), |_| {})),
        ["modification.purpose_changed", "modification.affects_compliance"]
    );
    let covered = judge(harmless(), |declared| declared.purpose_changed = Some(true));
    assert_eq!(missing(&covered), ["modification.purpose_change_covered"]);
    let waits = judge(harmless(), |declared| declared.new_interfaces = Some(true));
    assert_eq!(missing(&waits).len(), 4);
    assert!(waits.reasons.iter().any(|reason| reason.says.id() == "modification-new-interfaces"));
    let partly = judge(harmless(), |declared| {
        declared.new_interfaces = Some(true);
        declared.foreseen = Foreseen { mitigated: None, ..foreseen(true) };
    });
    assert_eq!(missing(&partly), ["modification.foreseen.mitigated"]);
    let no_longer = judge(harmless(), |declared| declared.assumptions_hold = Some(false));
    assert_eq!(missing(&no_longer), ["modification.affects_compliance"]);
}

#[test]
fn each_answer_that_is_left_out_is_asked_for_alone() {
    let paths = [
        "modification.new_interfaces",
        "modification.new_channels",
        "modification.new_execution_environments",
        "modification.new_external_dependencies",
        "modification.new_attack_scenarios",
        "modification.likelihood_raised",
        "modification.impact_raised",
    ];
    for (which, path) in paths.into_iter().enumerate() {
        let mut declared = harmless();
        *new_risk(&mut declared, which) = None;
        assert_eq!(missing(&judge(declared, |_| {})), [path]);
    }
    let alone = |kept: Modification, change: Change| {
        let judged = judge(kept, change);
        let [only] = missing(&judged)[..] else { panic!("{:?}", judged.proposal) };
        only.to_owned()
    };
    assert_eq!(alone(harmless(), |one| one.assumptions_hold = None), "modification.assumptions_hold");
    assert_eq!(alone(harmless(), |one| one.mitigations_hold = None), "modification.mitigations_hold");
    assert_eq!(alone(harmless(), |one| one.purpose_changed = None), "modification.purpose_changed");
    let lowers = only(ChangeKind::SecurityUpdate);
    assert_eq!(alone(lowers, |one| one.lowers_risk = Some(true)), "modification.purpose_changed");
    let repair = only(ChangeKind::Repair);
    assert_eq!(alone(repair, |one| one.affects_compliance = Some(false)), "modification.purpose_changed");
}

#[test]
fn an_answer_the_guidance_does_not_give_asks_for_legal_review() {
    let judged = judge(harmless(), |declared| {
        declared.mitigations_hold = Some(false);
        declared.affects_compliance = Some(false);
    });
    assert_eq!(judged.proposal, Proposal::NotSubstantial);
    assert!(judged.reasons.iter().any(|reason| reason.legal_review.is_some()));
    assert!(
        !today(&of(Modification {
            mitigations_hold: Some(false),
            affects_compliance: Some(false),
            ..harmless()
        }))
        .legal_review()
        .is_empty()
    );
}

#[test]
fn statements_that_cannot_both_be_true_close_every_road() {
    let table: Vec<(&str, Modification, Change)> = vec![
        ("modification-conflict-placed", harmless(), |declared| declared.earlier_was_placed = Some(false)),
        ("modification-conflict-foreseen-purpose", harmless(), |declared| {
            declared.foreseen = foreseen(true);
            declared.purpose_changed = Some(true);
            declared.purpose_change_covered = Some(false);
        }),
        ("modification-conflict-foreseen-compliance", harmless(), |declared| {
            declared.foreseen = foreseen(true);
            declared.affects_compliance = Some(true);
        }),
        ("modification-conflict-risk", security_update(), |declared| declared.impact_raised = Some(true)),
        ("modification-conflict-no-effect", harmless(), |declared| {
            unforeseen(declared, 5);
            declared.affects_compliance = Some(false);
        }),
        ("modification-conflict-provider-purpose", only(ChangeKind::ThirdPartyRemoteService), |declared| {
            declared.purpose_changed = Some(true);
        }),
        ("modification-conflict-provider-unknown", only(ChangeKind::ThirdPartyRemoteService), |declared| {
            declared.remote_service = Some("nowhere".to_owned());
        }),
    ];
    for (code, declared, change) in table {
        let mut changed = declared.clone();
        change(&mut changed);
        let judged = judge(declared, change);
        assert!(!missing(&judged).is_empty(), "{code}");
        assert_eq!(judged.contradictions.len(), 1, "{code}");
        assert_eq!(judged.contradictions[0].says.id(), code);
        assert_eq!(judged.stands, None);
        let warned = problems(&of(changed));
        assert!(warned.iter().any(|problem| problem.says.id() == code && problem.weight == Weight::Warning));
    }
}

#[test]
fn ones_own_service_is_no_third_partys() {
    let service = |own: Option<bool>| {
        let mut dossier = of(Modification {
            remote_service: Some("Cloud".to_owned()),
            ..only(ChangeKind::ThirdPartyRemoteService)
        });
        dossier.remote_services = vec![remote("Cloud", own)];
        today(&dossier).modification.unwrap()
    };
    assert_eq!(service(Some(false)).proposal, Proposal::NotSubstantial);
    assert_eq!(service(Some(true)).contradictions[0].says.id(), "modification-conflict-provider-own");
    assert_eq!(missing(&service(None)), ["remote_services[0].developed_under_own_responsibility"]);
}

fn remote(name: &str, own: Option<bool>) -> RemoteService {
    RemoteService {
        name: name.to_owned(),
        developed_under_own_responsibility: own,
        function_depends_on_it: Some(true),
        pure_connectivity: false,
        ..RemoteService::default()
    }
}

fn problems(dossier: &Dossier) -> Vec<Problem> {
    contradictions(dossier, StateOfTheLaw::embedded())
}

// --- differences ---

/// The plain product before and after, with what was declared and derived.
fn between(
    declared: Modification,
    earlier: impl FnOnce(&mut Dossier),
    newer: impl FnOnce(&mut Dossier),
) -> (Vec<Difference>, ModificationVerdict) {
    let earlier = with(earlier);
    let mut now = of(declared);
    newer(&mut now);
    let found = differences(&earlier, &now, None);
    let judged = modification(&now, Some(&earlier), &found).unwrap();
    (found, judged)
}

fn about(found: &[Difference]) -> Vec<Differing> {
    found.iter().map(|difference| difference.about).collect()
}

#[test]
fn the_same_dossier_differs_in_nothing_but_a_risk_assessment_nobody_looked_at() {
    let (found, judged) = between(harmless(), |_| {}, |_| {});
    assert_eq!(about(&found), [Differing::RiskAssessmentNotReviewed]);
    assert_eq!(judged.proposal, Proposal::NotSubstantial);
}

type Edit = fn(&mut Dossier);
type Moved = (Differing, bool, Edit, Edit);

fn of_the_product() -> Vec<Moved> {
    vec![
        (Differing::Identity, true, |_| {}, |dossier| "Other".clone_into(&mut dossier.product.name)),
        (
            Differing::IntendedPurpose,
            true,
            |_| {},
            |dossier| dossier.product.intended_purpose = Some("x".to_owned()),
        ),
        (
            Differing::Category,
            false,
            |_| {},
            |dossier| {
                dossier.product.core_functionality.as_mut().unwrap().category = Some("III.I.3".to_owned());
            },
        ),
        (
            Differing::CoreFunctionality,
            true,
            |_| {},
            |dossier| "more".clone_into(&mut dossier.product.core_functionality.as_mut().unwrap().is),
        ),
        (
            Differing::EssentialFunctionalities,
            true,
            |_| {},
            |dossier| dossier.product.essential_functionalities.push("search".to_owned()),
        ),
        (Differing::Kind, false, |_| {}, |dossier| dossier.product.kind = ProductKind::HardwareWithSoftware),
        (
            Differing::DataConnection,
            false,
            |_| {},
            |dossier| dossier.scope.data_connection = Some(DataConnection::DirectLogical),
        ),
        (
            Differing::DataConnection,
            true,
            |_| {},
            |dossier| dossier.scope.data_connection = Some(DataConnection::None),
        ),
    ]
}

fn of_what_is_presumed() -> Vec<Moved> {
    vec![
        (
            Differing::SecurityEnvironment,
            true,
            |_| {},
            |dossier| dossier.product.security_environment = Some("x".to_owned()),
        ),
        (
            Differing::SecurityProperties,
            true,
            |dossier| dossier.product.security_properties.push("signed".to_owned()),
            |_| {},
        ),
        (
            Differing::RiskCircumstances,
            true,
            |_| {},
            |dossier| dossier.product.foreseeable_misuse.push("x".to_owned()),
        ),
        (
            Differing::RemoteServiceAdded,
            false,
            |_| {},
            |dossier| dossier.remote_services.push(remote("Cloud", Some(true))),
        ),
        (
            Differing::RemoteServiceRemoved,
            true,
            |dossier| dossier.remote_services.push(remote("Cloud", Some(true))),
            |_| {},
        ),
        (
            Differing::RemoteServiceOutcome,
            true,
            |dossier| dossier.remote_services.push(remote("Cloud", Some(false))),
            |dossier| dossier.remote_services.push(remote("Cloud", Some(true))),
        ),
    ]
}

fn of_the_requirements() -> Vec<Moved> {
    vec![
        (
            Differing::RequirementNoLongerApplies,
            true,
            |dossier| decide(dossier, true),
            |dossier| decide(dossier, false),
        ),
        (
            Differing::RequirementNowApplies,
            true,
            |dossier| decide(dossier, false),
            |dossier| decide(dossier, true),
        ),
        (
            Differing::RequirementImplementation,
            true,
            |dossier| decide(dossier, true),
            |dossier| {
                decide(dossier, true);
                dossier.requirements[0].implemented_by = Some("otherwise".to_owned());
            },
        ),
        (
            Differing::RiskAssessmentReviewed,
            true,
            |_| {},
            |dossier| dossier.risk_assessment.reviewed_on = Some(date(2028, 1, 1)),
        ),
        (Differing::ExpectedUse, true, |_| {}, |dossier| dossier.support_period.expected_use_years = Some(9)),
        (
            Differing::SupportPeriod,
            true,
            |_| {},
            |dossier| dossier.support_period.ends_on = Some(date(2039, 1, 1)),
        ),
    ]
}

#[test]
fn every_fact_that_moves_is_named_with_what_it_bears_on() {
    let purpose = |words: &'static str| {
        move |dossier: &mut Dossier| dossier.product.intended_purpose = Some(words.to_owned())
    };
    let (found, _) = between(harmless(), purpose("keeps notes"), purpose("controls pumps"));
    assert!(about(&found).contains(&Differing::IntendedPurpose));
    assert_eq!(
        (found[0].bears_on, found[0].asks, found[0].only_an_indication),
        (&["SUB-01"][..], &["modification.purpose_changed"][..], false)
    );
    let (found, _) =
        between(harmless(), purpose("Keeps notes.  Shares them."), purpose("shares them. Keeps notes."));
    assert!(!about(&found).contains(&Differing::IntendedPurpose), "the order of sentences is no purpose");

    let all = of_the_product().into_iter().chain(of_what_is_presumed()).chain(of_the_requirements());
    for (expected, indication, earlier, newer) in all {
        let (found, _) = between(harmless(), earlier, newer);
        let one = found.iter().find(|difference| difference.about == expected);
        let one = one.unwrap_or_else(|| panic!("{expected:?} is not found: {found:#?}"));
        assert_eq!(one.only_an_indication, indication, "{expected:?}");
        assert!(!one.bears_on.is_empty() && !one.asks.is_empty(), "{expected:?}");
    }
}

fn decide(dossier: &mut Dossier, applies: bool) {
    dossier.requirements = ["I.2.c", "II.3"]
        .map(|id| RequirementDecision {
            requirement: id.to_owned(),
            applies,
            implemented_by: None,
            not_applicable_because: None,
            evidence: Vec::new(),
        })
        .to_vec();
}

#[test]
fn requirements_on_vulnerability_handling_bear_on_nothing() {
    let (found, _) = between(harmless(), |dossier| decide(dossier, true), |dossier| decide(dossier, false));
    let gone = found.iter().find(|one| one.about == Differing::RequirementNoLongerApplies).unwrap();
    assert!(gone.says.to_string().contains("I.2.c") && !gone.says.to_string().contains("II.3"));
}

#[test]
fn a_no_that_the_dossiers_contradict_is_said_and_decides_nothing() {
    let new_service = |dossier: &mut Dossier| dossier.remote_services.push(remote("Cloud", Some(true)));
    let (_, judged) = between(harmless(), |_| {}, new_service);
    assert_eq!(missing(&judged), ["modification.new_channels"]);
    assert_eq!(judged.contradictions[0].says.id(), "modification-conflict-denied");
    assert!(judged.contradictions[0].says.to_string().contains("`Cloud`"));

    let stated = Modification { new_channels: Some(true), foreseen: foreseen(false), ..harmless() };
    let (_, judged) = between(stated, |_| {}, new_service);
    assert_eq!((judged.proposal, judged.contradictions), (Proposal::Substantial, vec![]));

    let explained = |of: Option<&str>| {
        let explained = Modification {
            explained: vec![ExplainedDifference {
                difference: Differing::RemoteServiceAdded,
                of: of.map(str::to_owned),
                because: "It was there before and nobody wrote it down.".to_owned(),
            }],
            ..harmless()
        };
        between(explained, |_| {}, new_service).1
    };
    let judged = explained(Some("Cloud"));
    assert_eq!((judged.proposal, judged.contradictions), (Proposal::NotSubstantial, vec![]));
    for other in [None, Some("Another")] {
        assert_eq!(
            explained(other).contradictions.len(),
            1,
            "an explanation of one service explains no other"
        );
    }
}

#[test]
fn an_indication_opens_a_question_but_contradicts_nobody() {
    let changes = ComponentChanges {
        added: vec!["pkg:cargo/webrtc".to_owned()],
        direct_added: vec!["pkg:cargo/webrtc".to_owned()],
        changed: vec![VersionChange {
            package: "pkg:cargo/tls".to_owned(),
            from: vec!["3.0".to_owned()],
            to: vec!["2.0".to_owned()],
            major: MajorChange::Down,
        }],
        ..ComponentChanges::default()
    };
    let judged = |declared: Modification| {
        let (earlier, newer) = (with(|_| {}), of(declared));
        let found = differences(&earlier, &newer, Some(&changes));
        assert!(found.iter().all(|one| one.only_an_indication));
        assert!(about(&found).contains(&Differing::MajorVersionsDown));
        modification(&newer, Some(&earlier), &found).unwrap()
    };
    let denied = judged(harmless());
    assert_eq!((denied.proposal, denied.contradictions), (Proposal::NotSubstantial, vec![]));
    // The short road of a security update is closed while what the lists hint at is not answered.
    let short = Modification {
        lowers_risk: Some(true),
        purpose_changed: Some(false),
        ..only(ChangeKind::SecurityUpdate)
    };
    let asked = judged(short.clone());
    assert_eq!(missing(&asked), ["modification.new_external_dependencies", "modification.likelihood_raised"]);
    let answered =
        Modification { new_external_dependencies: Some(false), likelihood_raised: Some(false), ..short };
    assert_eq!(judged(answered).proposal, Proposal::NotSubstantial);
}

#[test]
fn a_newer_dossier_that_declares_nothing_is_asked_everything() {
    let earlier = with(|_| {});
    let judged = modification(&with(|_| {}), Some(&earlier), &[]).unwrap();
    assert_eq!(missing(&judged)[0], "modification.kind");
    assert_eq!(modification(&with(|_| {}), None, &[]), None, "alone, it declares no change");
}

// --- what follows ---

fn what(judged: &ModificationVerdict) -> Vec<FollowKind> {
    judged.follows.iter().map(|follow| follow.what).collect()
}

fn says(judged: &ModificationVerdict, what: FollowKind) -> Vec<&'static str> {
    let about = judged.follows.iter().filter(|follow| follow.what == what);
    about.map(|follow| follow.reason.says.id()).collect()
}

fn substantial(change: Change) -> ModificationVerdict {
    let mut declared = harmless();
    unforeseen(&mut declared, 0);
    judge(declared, change)
}

#[test]
fn a_substantial_modification_asks_for_everything_that_placing_on_the_market_asks() {
    let judged = substantial(|_| {});
    assert_eq!(
        what(&judged),
        [
            FollowKind::BecomesManufacturer,
            FollowKind::NewPlacing,
            FollowKind::ConformityAssessment,
            FollowKind::TechnicalDocumentation,
            FollowKind::Declaration,
            FollowKind::CeMarking,
            FollowKind::ReuseOfEvidence,
            FollowKind::SupportPeriod,
            FollowKind::EarlierVersions,
            FollowKind::KeepUpToDate,
        ]
    );
    let kept = substantial(|declared| declared.made_available = Some(false));
    assert_eq!(
        what(&kept),
        [FollowKind::BecomesManufacturer, FollowKind::NewPlacing, FollowKind::KeepUpToDate]
    );
}

#[test]
fn whatever_is_decided_the_documents_are_kept_up_to_date() {
    for judged in [substantial(|_| {}), judge(harmless(), |_| {}), judge(Modification::default(), |_| {})] {
        let follow: &Follow = judged.follows.last().unwrap();
        assert_eq!((follow.what, follow.reason.row), (FollowKind::KeepUpToDate, "SUB-16"));
    }
}

#[test]
fn articles_21_and_22_make_a_manufacturer_of_whoever_modified_it() {
    let table: Vec<(Change, &str, &str, &[&str])> = vec![
        (|declared| declared.made_by = Some(ChangeMaker::Importer), "ROL-04", "Article 21", &[]),
        (|declared| declared.made_by = Some(ChangeMaker::Distributor), "ROL-04", "Article 21", &[]),
        (
            |declared| declared.made_by = Some(ChangeMaker::Other),
            "ROL-05",
            "Article 22",
            &["modification.affects_whole_product"],
        ),
        (
            |declared| {
                declared.made_by = Some(ChangeMaker::Other);
                declared.affects_whole_product = Some(false);
            },
            "ROL-05",
            "Article 22",
            &[],
        ),
        (
            |declared| declared.made_by = None,
            "SUB-14",
            "Guidance C(2026) 5252, point 116",
            &["modification.made_by"],
        ),
    ];
    for (change, row, cites, asks) in table {
        let judged = substantial(change);
        let follow = &judged.follows[0];
        assert_eq!((follow.reason.row, follow.reason.cites.to_string().as_str()), (row, cites));
        assert_eq!(follow.missing, asks);
    }
    let whole = substantial(|declared| {
        declared.made_by = Some(ChangeMaker::Other);
        declared.affects_whole_product = Some(true);
    });
    assert_eq!(says(&whole, FollowKind::BecomesManufacturer), ["modification-follows-other-whole"]);
    let keeps = substantial(|declared| {
        declared.made_by = Some(ChangeMaker::Other);
        declared.made_available = Some(false);
    });
    assert_eq!(says(&keeps, FollowKind::BecomesManufacturer), ["modification-follows-other-keeps"]);
}

#[test]
fn an_earlier_product_is_bound_once_it_is_substantially_modified() {
    let placed = |earlier: jiff::civil::Date, newer: jiff::civil::Date, change: Change| {
        let mut declared = harmless();
        unforeseen(&mut declared, 0);
        declared.earlier_placed_on = Some(earlier);
        change(&mut declared);
        let mut dossier = of(declared);
        dossier.release.placed_on_the_market_on = Some(newer);
        let judged = today(&dossier).modification.unwrap();
        says(&judged, FollowKind::EarlierProduct)
    };
    let (legacy, after) = (date(2027, 1, 10), date(2028, 3, 1));
    assert_eq!(
        placed(legacy, after, |_| {}),
        ["modification-follows-earlier-bound", "modification-follows-earlier-extent"]
    );
    assert_eq!(
        placed(legacy, after, |declared| declared.affects_whole_product = Some(false)),
        ["modification-follows-earlier-bound", "modification-follows-earlier-part"]
    );
    assert_eq!(
        placed(legacy, after, |declared| declared.affects_whole_product = Some(true)),
        ["modification-follows-earlier-bound", "modification-follows-earlier-whole"]
    );
    assert_eq!(
        placed(legacy, after, |declared| declared.made_by = Some(ChangeMaker::Distributor)),
        ["modification-follows-earlier-bound", "modification-follows-earlier-distributor"]
    );
    assert_eq!(placed(legacy, date(2027, 12, 10), |_| {}), ["modification-follows-earlier-not-yet"]);
    assert_eq!(placed(date(2027, 12, 11), after, |_| {}), Vec::<&str>::new());
}

fn changed_substantially() -> Modification {
    let mut declared = harmless();
    unforeseen(&mut declared, 0);
    declared
}

#[test]
fn the_support_period_is_examined_and_not_reset() {
    let told = |unchanged: Option<bool>, kind: ProductKind| {
        let mut dossier = of(changed_substantially());
        dossier.product.kind = kind;
        dossier.support_period.use_factors_unchanged = unchanged;
        says(&today(&dossier).modification.unwrap(), FollowKind::SupportPeriod)
    };
    let software = ProductKind::Software;
    assert_eq!(told(None, software), ["modification-follows-support"]);
    assert_eq!(told(Some(true), software), ["modification-follows-support-aligned"]);
    assert_eq!(told(Some(false), software), ["modification-follows-support-anew"]);
    assert_eq!(told(Some(true), ProductKind::Hardware), ["modification-follows-support-units"]);
    assert_eq!(
        substantial(|_| {})
            .follows
            .iter()
            .find(|one| one.what == FollowKind::SupportPeriod)
            .unwrap()
            .reason
            .row,
        "ERR-28"
    );
}

#[test]
fn a_version_with_the_same_expected_use_shares_the_original_period() {
    let with_use = |unchanged: Option<bool>, kind: ProductKind| {
        let mut dossier = of(changed_substantially());
        dossier.product.kind = kind;
        dossier.support_period.use_factors_unchanged = unchanged;
        dossier.support_period.original_ends_on = Some(date(2033, 1, 9));
        dossier.release.placed_on_the_market_on = Some(date(2029, 6, 1));
        dossier.support_period.ends_on = Some(date(2033, 1, 9));
        dossier.support_period.expected_use_years = Some(5);
        let found = problems(&dossier);
        let too_short =
            found.iter().any(|problem| problem.says.id() == "law-contradiction-support-too-short");
        (too_short, today(&dossier).support_period.unwrap().outcome)
    };
    let waits = vec!["support_period.use_factors_unchanged".to_owned()];
    let software = ProductKind::Software;
    // Less than five years are left, and that is enough.
    assert_eq!(with_use(Some(true), software), (false, SupportOutcome::LongEnough));
    assert_eq!(with_use(Some(false), software), (true, SupportOutcome::TooShort));
    assert_eq!(with_use(None, software), (false, SupportOutcome::Undetermined { missing: waits }));
    // New units have a period of their own.
    assert_eq!(with_use(Some(true), ProductKind::HardwareWithSoftware), (true, SupportOutcome::TooShort));
}

#[test]
fn earlier_versions_may_be_left_behind_only_free_of_charge_and_extra_cost() {
    let free = OlderVersions {
        upgrade_free: Some(true),
        forces_hardware_purchase: Some(false),
        forces_infrastructure_replacement: Some(false),
        ..OlderVersions::default()
    };
    let told = |older: OlderVersions| {
        let mut dossier = of(changed_substantially());
        dossier.support_period.older_versions = older;
        says(&today(&dossier).modification.unwrap(), FollowKind::EarlierVersions).concat()
    };
    assert_eq!(told(free.clone()), "modification-follows-earlier-versions-latest");
    let effort = OlderVersions { needs_ordinary_effort: Some(true), ..free.clone() };
    assert_eq!(told(effort), "modification-follows-earlier-versions-effort");
    let paid = OlderVersions { paid_support_offered: Some(true), ..free.clone() };
    assert_eq!(told(paid), "modification-follows-earlier-versions-paid");
    let hardware = OlderVersions { forces_hardware_purchase: Some(true), ..free.clone() };
    assert_eq!(told(hardware), "modification-follows-earlier-versions-all");
    let priced = OlderVersions { upgrade_free: Some(false), ..OlderVersions::default() };
    assert_eq!(told(priced), "modification-follows-earlier-versions-all");
    assert_eq!(told(OlderVersions::default()), "modification-follows-earlier-versions-open");
    let mut machine = of(changed_substantially());
    machine.product.kind = ProductKind::HardwareWithSoftware;
    assert!(!what(&today(&machine).modification.unwrap()).contains(&FollowKind::EarlierVersions));
}

#[test]
fn the_notified_body_is_told_what_may_touch_its_certificate() {
    let told = |declared: Modification, procedure: Option<Procedure>, certificate: bool| {
        let mut dossier = of(declared);
        dossier.conformity.procedure = procedure;
        dossier.conformity.notified_body = certificate.then(|| NotifiedBody {
            name: "Body".to_owned(),
            number: "0123".to_owned(),
            certificate: Some("P-1".to_owned()),
        });
        says(&today(&dossier).modification.unwrap(), FollowKind::NotifiedBody).concat()
    };
    let exists = |certificate: Option<bool>, may_affect: Option<bool>| Modification {
        certificate_exists: certificate,
        may_affect_certificate: may_affect,
        ..harmless()
    };
    let examined = Some(Procedure::TypeExamination);
    assert_eq!(told(exists(None, None), None, false), "");
    assert_eq!(told(exists(Some(false), None), examined, true), "");
    assert_eq!(told(exists(None, None), examined, false), "modification-follows-certificate-open");
    assert_eq!(told(exists(None, None), examined, true), "modification-follows-may-affect");
    assert_eq!(told(exists(Some(true), Some(true)), None, false), "modification-follows-addition");
    assert_eq!(told(exists(Some(true), Some(false)), None, false), "modification-follows-no-reassessment");
    let quality = Some(Procedure::FullQualityAssurance);
    assert_eq!(told(exists(Some(true), None), quality, false), "modification-follows-quality-system");
    let mut changed = exists(Some(true), None);
    unforeseen(&mut changed, 0);
    assert_eq!(told(changed, examined, true), "modification-follows-new-examination");
}

#[test]
fn what_is_not_substantial_keeps_its_day() {
    let kept = judge(harmless(), |_| {});
    assert_eq!(says(&kept, FollowKind::KeepsPlacingDate), ["modification-follows-keeps-day"]);
    let early = judge(harmless(), |declared| declared.earlier_placed_on = Some(date(2027, 12, 10)));
    assert_eq!(says(&early, FollowKind::KeepsPlacingDate), ["modification-follows-keeps-early-day"]);
    let unknown = judge(harmless(), |declared| declared.earlier_placed_on = None);
    assert_eq!(unknown.follows[0].missing, ["modification.earlier_placed_on"]);
    let provider = judge(only(ChangeKind::ThirdPartyRemoteService), |_| {});
    assert_eq!(says(&provider, FollowKind::ReviseRiskAssessment), ["modification-follows-third-party"]);
    let integration = judge(only(ChangeKind::Integration), |_| {});
    assert_eq!(what(&integration), [FollowKind::ManufacturerOfNewProduct, FollowKind::KeepUpToDate]);
}

// --- the person's decision ---

#[test]
fn a_person_decides_and_a_departure_is_shown_beside_the_proposal() {
    let judged = judge(harmless(), |declared| {
        declared.determination = Some(Determination::Substantial);
        declared.because = Some("We would rather assess it again.".to_owned());
    });
    assert_eq!(judged.proposal, Proposal::NotSubstantial);
    let decision = judged.decision.as_ref().unwrap();
    assert!(decision.departs);
    assert_eq!(judged.stands, Some(Determination::Substantial));
    assert!(
        what(&judged).contains(&FollowKind::ConformityAssessment),
        "what follows, follows from the decision"
    );
    let agrees = judge(harmless(), |declared| declared.determination = Some(Determination::NotSubstantial));
    assert!(!agrees.decision.unwrap().departs);
    let open = judge(Modification::default(), |declared| {
        declared.determination = Some(Determination::NotSubstantial);
    });
    assert!(open.decision.as_ref().unwrap().departs, "cannot be decided is not a no");
    assert_eq!(open.stands, Some(Determination::NotSubstantial));
}

#[test]
fn what_is_wrong_with_a_decision_or_a_day_is_a_problem_at_its_place() {
    use Weight::{Error, Warning};
    let decided = |determination, because: Option<&str>| Modification {
        determination: Some(determination),
        because: because.map(str::to_owned),
        decided_by: Some("A. Person".to_owned()),
        decided_on: Some(date(2028, 1, 1)),
        ..harmless()
    };
    let silent = decided(Determination::Substantial, Some(" "));
    let nobody = Modification { decided_by: None, ..decided(Determination::NotSubstantial, None) };
    let undecided = Modification { decided_by: Some("A. Person".to_owned()), ..harmless() };
    let mut denied = of(Modification {
        made_by: Some(ChangeMaker::Importer),
        ..decided(Determination::Substantial, Some("x"))
    });
    denied.operator.activity.substantially_modifies = Some(false);
    let mut claimed = of(decided(Determination::NotSubstantial, None));
    claimed.operator.activity.substantially_modifies = Some(true);
    let same = of(Modification { of_version: Some("1.0.0".to_owned()), ..harmless() });
    let mut later = of(harmless());
    later.release.placed_on_the_market_on = Some(date(2028, 1, 9));
    let mut moved = of(harmless());
    moved.release.placed_on_the_market_on = Some(date(2028, 5, 9));
    let table = vec![
        ("modification-problem-no-reason", "modification.because", Error, of(silent)),
        ("modification-problem-decided-by", "modification.determination", Warning, of(nobody)),
        ("modification-problem-no-decision", "modification.determination", Warning, of(undecided)),
        ("modification-problem-role-denied", "operator.activity.substantially_modifies", Error, denied),
        ("modification-problem-role-claimed", "operator.activity.substantially_modifies", Warning, claimed),
        ("modification-problem-same-version", "modification.of_version", Warning, same),
        ("modification-problem-earlier-later", "modification.earlier_placed_on", Error, later),
        ("modification-problem-keeps-day", "release.placed_on_the_market_on", Warning, moved),
    ];
    for (code, path, weight, dossier) in table {
        let found = problems(&dossier);
        assert_eq!(found.len(), 1, "{code}: {found:#?}");
        assert_eq!(
            (found[0].says.id(), found[0].place.path.as_deref(), found[0].weight),
            (code, Some(path), weight)
        );
        assert!(found[0].says.hint().is_some(), "{code}");
    }
    assert_eq!(problems(&of(harmless())), []);
}

#[test]
fn the_verdict_says_nothing_where_no_change_is_declared() {
    let json = serde_json::to_value(today(&with(|_| {}))).unwrap();
    assert!(json.get("modification").is_none());
    let json = serde_json::to_value(today(&of(harmless()))).unwrap();
    assert_eq!(json["modification"]["proposal"], "not-substantial");
    assert_eq!(json["modification"]["stands"], "not-substantial");
}
