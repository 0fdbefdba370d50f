//! Whatever cases are declared: no panic, the same answer twice, no unknown taken for an answer, no clock turned back.

use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use proofmark_facts::*;
use proofmark_law::{
    AwarenessOutcome, CaseVerdict, ClockState, StateOfTheLaw, TriggerOutcome, Verdict, assess_at,
    contradictions,
};
use proptest::prelude::*;

use crate::a_product::{free_software_with, with};
use crate::reporting::every_reason_is_as_its_row_says;

/// Draws facts from bytes, so that any bytes make some case and shrinking makes plainer ones.
struct Dice<'a>(std::slice::Iter<'a, u8>);

impl Dice<'_> {
    fn roll(&mut self, sides: u8) -> u8 {
        self.0.next().copied().unwrap_or(0) % sides
    }

    fn maybe(&mut self) -> Option<bool> {
        [None, Some(true), Some(false)][usize::from(self.roll(3))]
    }

    fn instant(&mut self) -> Timestamp {
        match self.roll(20) {
            18 => Timestamp::MIN,
            19 => Timestamp::MAX,
            days => {
                let start: Timestamp = "2026-09-05T00:00:00Z".parse().unwrap();
                start + SignedDuration::from_hours(i64::from(days) * 24 + i64::from(self.roll(24)))
            }
        }
    }

    fn maybe_instant(&mut self) -> Option<Timestamp> {
        (self.roll(2) == 1).then(|| self.instant())
    }

    fn words(&mut self) -> Option<String> {
        match self.roll(3) {
            0 => None,
            1 => Some("{é".to_owned()),
            _ => Some("x".repeat(5000)),
        }
    }

    fn country(&mut self) -> Option<Country> {
        [None, Some("DE"), Some("GR"), Some("IE"), Some("US")][usize::from(self.roll(5))]
            .map(|code| code.parse().unwrap())
    }

    fn states(&mut self) -> Vec<InState> {
        let many = self.roll(3);
        let count = |dice: &mut Self| [None, Some(0), Some(7), Some(u64::MAX)][usize::from(dice.roll(4))];
        (0..many).filter_map(|_| Some(InState { state: self.country()?, count: count(self) })).collect()
    }
}

fn case(dice: &mut Dice<'_>) -> DeclaredCase {
    let streams = [Stream::Vulnerability, Stream::Incident, Stream::NearMiss, Stream::CyberThreat];
    let mut case = DeclaredCase::new("case", streams[usize::from(dice.roll(4))]);
    case.known = CaseKnowledge {
        exploited_somewhere: dice.maybe(),
        exploited_in_our_product: dice.maybe(),
        reliable_evidence: dice.maybe(),
        malicious_actor: dice.maybe(),
        without_owner_permission: dice.maybe(),
        good_faith_research_only: dice.maybe(),
        in_third_party_component: dice.maybe(),
        component: dice.words(),
        exploitable_in_our_product: dice.maybe(),
        concerns_remote_data_processing: dice.maybe(),
        affects_product_security: dice.maybe(),
        affects_sensitive_or_important: dice.maybe(),
        leads_to_malicious_code: dice.maybe(),
        suspected_unlawful_or_malicious: dice.maybe(),
        suspicion_unknown: false,
        known_before_reporting_applied: dice.maybe(),
        steward_involved_in_development: dice.maybe(),
        affects_systems_for_development: dice.maybe(),
    };
    case.awareness = DeclaredAwareness {
        signal_at: dice.maybe_instant(),
        signal: dice.words(),
        assessment_started_at: dice.maybe_instant(),
        occurred_at: dice.maybe_instant(),
    };
    case.rulings = (0..dice.roll(3)).map(|_| ruling(dice)).collect();
    case.measures = (0..dice.roll(3))
        .map(|_| Measure {
            available_at: dice.instant(),
            kind: [None, Some(MeasureKind::Patch), Some(MeasureKind::Staged)][usize::from(dice.roll(3))],
            details: dice.words(),
        })
        .collect();
    sent(&mut case, dice);
    case
}

fn ruling(dice: &mut Dice<'_>) -> AwarenessRuling {
    AwarenessRuling {
        aware_at: dice.instant(),
        because: dice.words(),
        evidence: None,
        decided_by: dice.words(),
        confirmed_by: dice.words(),
        stands: dice.maybe(),
    }
}

fn sent(case: &mut DeclaredCase, dice: &mut Dice<'_>) {
    case.sent = Sent {
        coordinator: dice.country(),
        early_warning_at: dice.maybe_instant(),
        notification_at: dice.maybe_instant(),
        final_report_at: dice.maybe_instant(),
        intermediate_requested_at: dice.maybe_instant(),
        intermediate_due_at: dice.maybe_instant(),
        intermediate_report_at: dice.maybe_instant(),
        users_informed_at: dice.maybe_instant(),
        information_already_given: [
            vec![],
            vec![Stage::Notification],
            vec![Stage::FinalReport, Stage::EarlyWarning],
        ][usize::from(dice.roll(3))]
        .clone(),
    };
    case.dissemination = Dissemination {
        delay_requested: dice.maybe(),
        risks_outweigh_benefits: dice.maybe(),
        marking_is_enough: dice.maybe(),
        mitigation_expected_within_72_hours: dice.maybe(),
        enough_to_build_an_exploit: dice.maybe(),
        partial_information_is_enough: dice.maybe(),
        coordinator_is_trusted_intermediary: dice.maybe(),
        recipient_cannot_protect_it: dice.maybe(),
        platform_compromised: dice.maybe(),
        particularly_exceptional: if dice.roll(2) == 1 {
            vec![ExceptionalCircumstance::OnlyInThisMemberState]
        } else {
            vec![]
        },
    };
    case.content.title = dice.words();
    case.content.general_nature = dice.words();
    case.content.member_states = dice.country().into_iter().collect();
}

fn dossier(bytes: &[u8]) -> Dossier {
    let mut dice = Dice(bytes.iter());
    let mut dossier = match dice.roll(4) {
        0 => free_software_with(|free| free.sustained_support = Some(true)),
        1 => with(|dossier| dossier.operator.activity = Activity::default()),
        2 => with(|dossier| dossier.scope.data_connection = None),
        _ => with(|_| {}),
    };
    dossier.operator.reporting_place = ReportingPlace {
        decisions_taken_in: dice.country(),
        decisions_are_distributed: dice.maybe(),
        shared_within_a_group: dice.maybe(),
        established_in_the_union: dice.maybe(),
        establishments: dice.states(),
        representatives: dice.states(),
        importers: dice.states(),
        distributors: dice.states(),
        users: dice.states(),
        coordinator_used_before: dice.country(),
    };
    dossier.cases = (0..=dice.roll(2)).map(|_| case(&mut dice)).collect();
    dossier
}

fn judged(dossier: &Dossier, now: Timestamp) -> Verdict {
    assess_at(dossier, StateOfTheLaw::embedded(), date(2028, 1, 1), now)
}

fn is_consistent(case: &CaseVerdict) {
    let counts =
        matches!(case.trigger.outcome, TriggerOutcome::Mandatory | TriggerOutcome::Undetermined { .. });
    assert_eq!(counts, !case.clocks.is_empty());
    assert_eq!(counts, case.dissemination.is_some());
    if let TriggerOutcome::Undetermined { missing } = &case.trigger.outcome {
        assert!(!missing.is_empty());
    }
    assert!(!case.trigger.reasons.is_empty() && !case.awareness.reasons.is_empty());
    for clock in &case.clocks {
        assert!(!clock.reasons.is_empty());
        if let Some(end) = &clock.deadline {
            assert!(end.due_at <= end.strict);
            assert!(end.legal_outer.as_ref().is_none_or(|outer| end.due_at <= outer.ends_before));
            assert!(clock.starts_at.is_some());
        }
        let runs = matches!(clock.state, ClockState::Running { .. } | ClockState::Late { .. });
        assert!(!runs || clock.deadline.is_some());
    }
    let early = &case.clocks.iter().find(|clock| matches!(clock.stage, Stage::EarlyWarning));
    assert!(early.is_none_or(|clock| !matches!(clock.state, ClockState::Skippable { .. })));
}

proptest! {
    #[test]
    fn no_cases_panic_and_the_same_facts_give_the_same_answer(
        bytes in prop::collection::vec(any::<u8>(), 0..400), seconds in -100_000_i64..3_000_000,
    ) {
        let dossier = dossier(&bytes);
        let start: Timestamp = "2026-09-10T00:00:00Z".parse().unwrap();
        for now in [start + SignedDuration::from_secs(seconds), Timestamp::MIN, Timestamp::MAX] {
            let verdict = judged(&dossier, now);
            prop_assert_eq!(&verdict, &judged(&dossier, now));
            prop_assert_eq!(verdict.reporting.len(), dossier.cases.len());
            verdict.reporting.iter().for_each(is_consistent);
            every_reason_is_as_its_row_says(&verdict);
        }
        let _ = contradictions(&dossier, StateOfTheLaw::embedded());
    }

    #[test]
    fn awareness_moved_forward_never_moves_a_clock_back(
        bytes in prop::collection::vec(any::<u8>(), 0..400), minutes in 0_i64..100_000,
    ) {
        let mut dossier = dossier(&bytes);
        let base: Timestamp = "2026-09-12T00:00:00Z".parse().unwrap();
        let mut ends = Vec::new();
        for aware_at in [base, base + SignedDuration::from_mins(minutes)] {
            for case in &mut dossier.cases {
                case.rulings = vec![AwarenessRuling {
                    aware_at, because: None, evidence: None, decided_by: None, confirmed_by: None, stands: None,
                }];
            }
            let now = base + SignedDuration::from_hours(24 * 100);
            let verdict = judged(&dossier, now);
            let of_case = |case: &CaseVerdict| {
                prop_assert!(!matches!(case.awareness.outcome, AwarenessOutcome::NoSignal));
                Ok(case.clocks.iter().map(|clock| clock.deadline.as_ref().map(|end| end.due_at)).collect::<Vec<_>>())
            };
            let found: Result<Vec<_>, TestCaseError> = verdict.reporting.iter().map(of_case).collect();
            ends.push(found?);
        }
        for (one, other) in ends[0].iter().zip(&ends[1]) {
            for (one, other) in one.iter().zip(other) {
                if let (Some(one), Some(other)) = (one, other) {
                    prop_assert!(one <= other);
                }
            }
        }
    }
}
