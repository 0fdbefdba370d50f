//! A case of the response desk as it is kept: one vulnerability or incident from the first signal to its end, as entries
//! that are added and never changed. What the case says now follows from them, in their order.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::case_fact::CaseFact;
use crate::case_state::CaseState;
use crate::case_told::{CaseFile, CaseTold, Signal, Submission};
use crate::declared_case::{AwarenessRuling, DeclaredCase, Measure, Sent, Stage, Stream};
use crate::digest::Sha256;
use crate::record::{Noun, RecordKind};

/// A case of the response desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseRecord {
    /// Its identification, unique within its operator: the year and a number, `2026-0007`; of an exercise
    /// `exercise-2026-0007`.
    pub id: String,
    /// What those who work on it call it.
    pub name: String,
    /// Which kind of event it is.
    pub stream: Stream,
    /// What is rehearsed, where nothing of it is real (Annex I, Part II, point 5). An exercise never becomes a real case.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub exercise: Option<String>,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// Who opened it.
    pub opened_by: String,
    /// Everything that was entered, the oldest first.
    pub entries: Vec<CaseEntry>,
}

/// An entry of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseEntry {
    /// When it was entered: when what it says happened, it says itself.
    pub at: Timestamp,
    /// Who entered it, as the ledger names them.
    pub by: String,
    /// The second person who agreed, where one did.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub approved_by: Option<String>,
    /// Entered by one person although it ends or postpones a duty: on the machine itself, or where nobody else could agree.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub alone: bool,
    /// What it says.
    pub told: CaseTold,
}

impl CaseEntry {
    /// Whether it counts: what needs a second person does not before one has agreed, or where nobody else could.
    pub fn counts(&self) -> bool {
        !self.told.needs_a_second_person() || self.approved_by.is_some() || self.alone
    }
}

impl CaseRecord {
    /// Where it stands. To begin assessing what was received is a step.
    pub fn state(&self) -> CaseState {
        self.counting().fold(CaseState::Received, |state, entry| match entry.told {
            CaseTold::Moved { to, .. } => to,
            CaseTold::AssessmentBegan { .. } if state == CaseState::Received => CaseState::Assessing,
            _ => state,
        })
    }

    /// The signals, in the order they were entered, each with whether it still counts.
    pub fn signals(&self) -> Vec<(&Signal, bool)> {
        let mut signals: Vec<(&Signal, bool)> = Vec::new();
        for entry in self.counting() {
            match &entry.told {
                CaseTold::Signal(signal) => signals.push((signal, true)),
                CaseTold::SignalRejected { signal, .. } => {
                    if let Some(rejected) = signal.checked_sub(1).and_then(|place| signals.get_mut(place)) {
                        rejected.1 = false;
                    }
                }
                _ => {}
            }
        }
        signals
    }

    /// Whether a signal that counts claims exploitation: then nobody ends the case alone.
    pub fn claims_exploitation(&self) -> bool {
        self.signals().iter().any(|(signal, counts)| *counts && signal.claims_exploitation)
    }

    /// What was handed in, in the order it was entered.
    pub fn submissions(&self) -> impl Iterator<Item = &Submission> {
        self.entries.iter().filter_map(|entry| match &entry.told {
            CaseTold::Submitted(submission) => Some(submission),
            _ => None,
        })
    }

    /// The affected products, by id, each with the releases that were named.
    pub fn affected(&self) -> Vec<(&str, &[String])> {
        let mut affected: Vec<(&str, &[String])> = Vec::new();
        for entry in self.counting() {
            if let CaseTold::Affects { product, releases, affected: is } = &entry.told {
                affected.retain(|(named, _)| named != product);
                if *is {
                    affected.push((product, releases));
                }
            }
        }
        affected
    }

    /// Every document its entries name: they stay as long as it does.
    pub fn kept(&self) -> impl Iterator<Item = Sha256> {
        self.files().map(|file| file.sha256)
    }

    /// Every document its entries name, as they name it.
    pub fn files(&self) -> impl Iterator<Item = &CaseFile> {
        self.entries.iter().flat_map(|entry| entry.told.files())
    }

    /// The case as the law is asked about it, for one of the affected products or, without one, before any is named.
    pub fn declared(&self, product: Option<&str>) -> DeclaredCase {
        let mut case = DeclaredCase::new(&self.name, self.stream);
        for entry in self.counting() {
            lay(&mut case, entry);
        }
        case.measures =
            self.measures().into_iter().filter(|(_, counts)| *counts).map(|(one, _)| one).collect();
        // The first signal that counts is where the way to awareness began.
        let signals = self.signals();
        let first = signals.iter().filter(|(_, counts)| *counts).min_by_key(|(signal, _)| signal.came_at);
        if let Some((signal, _)) = first {
            case.awareness.signal_at = Some(signal.came_at);
            case.awareness.signal = Some(signal.says.clone());
        }
        // The last ruling stands; whether it may move the clocks later the law says, which sees all of them.
        if let Some(last) = case.rulings.last_mut() {
            last.stands = Some(true);
        }
        let of_product = |(named, _): &(&str, &[String])| product == Some(*named);
        let releases = self.affected().into_iter().find(of_product).map(|(_, releases)| releases.to_vec());
        case.content.affected_versions = releases.unwrap_or_default();
        case.content.title.get_or_insert_with(|| self.name.clone());
        case
    }

    /// The measures, in the order they were entered, each with whether it still counts.
    pub fn measures(&self) -> Vec<(Measure, bool)> {
        let mut measures: Vec<(Measure, bool)> = Vec::new();
        for entry in self.counting() {
            match &entry.told {
                CaseTold::MeasureAvailable { available_at, kind, details } => {
                    let (available_at, kind, details) = (*available_at, Some(*kind), Some(details.clone()));
                    measures.push((Measure { available_at, kind, details }, true));
                }
                CaseTold::MeasureWithdrawn { measure, .. } => {
                    if let Some(withdrawn) = measure.checked_sub(1).and_then(|place| measures.get_mut(place))
                    {
                        withdrawn.1 = false;
                    }
                }
                _ => {}
            }
        }
        measures
    }

    fn counting(&self) -> impl Iterator<Item = &CaseEntry> {
        self.entries.iter().filter(|entry| entry.counts())
    }
}

/// Lays one entry on what those before it said.
fn lay(case: &mut DeclaredCase, entry: &CaseEntry) {
    match &entry.told {
        CaseTold::AssessmentBegan { began_at } => {
            let began = &mut case.awareness.assessment_started_at;
            *began = Some(began.map_or(*began_at, |earlier| earlier.min(*began_at)));
        }
        CaseTold::Occurred { occurred_at } => case.awareness.occurred_at = Some(*occurred_at),
        CaseTold::Known { fact, answer, .. } => {
            *fact.of(&mut case.known, &mut case.dissemination) = *answer;
            if *fact == CaseFact::SuspectedUnlawfulOrMalicious {
                case.known.suspicion_unknown = answer.is_none();
            }
        }
        CaseTold::Ruled { aware_at, because } => case.rulings.push(AwarenessRuling {
            aware_at: *aware_at,
            because: Some(because.clone()),
            evidence: None,
            decided_by: Some(entry.by.clone()),
            confirmed_by: entry.approved_by.clone(),
            stands: None,
        }),
        CaseTold::InComponent { component } => case.known.component = Some(component.clone()),
        CaseTold::Worded { what, words } => {
            *what.of(&mut case.content) = Some(words.clone()).filter(|words| !words.is_empty());
        }
        CaseTold::AvailableIn { member_states } => case.content.member_states.clone_from(member_states),
        CaseTold::Exceptional { circumstances } => {
            case.dissemination.particularly_exceptional.clone_from(circumstances);
        }
        CaseTold::Coordinator { member_state, .. } => case.sent.coordinator = Some(*member_state),
        CaseTold::Submitted(submission) => submitted(&mut case.sent, submission),
        CaseTold::ReportAsked { asked_at, due_at } => {
            case.sent.intermediate_requested_at = Some(*asked_at);
            case.sent.intermediate_due_at = *due_at;
            case.sent.intermediate_report_at = None;
        }
        CaseTold::GivenBefore { stage, .. } => case.sent.information_already_given.push(*stage),
        CaseTold::UsersTold { told_at, .. } => first(&mut case.sent.users_informed_at, *told_at),
        CaseTold::Signal(_)
        | CaseTold::SignalRejected { .. }
        | CaseTold::MeasureAvailable { .. }
        | CaseTold::MeasureWithdrawn { .. }
        | CaseTold::Affects { .. }
        | CaseTold::Moved { .. }
        | CaseTold::Attached { .. }
        | CaseTold::Remark { .. } => {}
    }
}

/// What was handed in first counts: handing in an update changes no deadline that ran from the first.
fn submitted(sent: &mut Sent, submission: &Submission) {
    let at = submission.submitted_at;
    match submission.stage {
        Stage::EarlyWarning => first(&mut sent.early_warning_at, at),
        Stage::Notification => first(&mut sent.notification_at, at),
        Stage::FinalReport => first(&mut sent.final_report_at, at),
        // Of several requests the last one is open until it is answered.
        Stage::IntermediateReport => sent.intermediate_report_at = Some(at),
        Stage::Users => first(&mut sent.users_informed_at, at),
    }
}

fn first(known: &mut Option<Timestamp>, at: Timestamp) {
    *known = Some(known.map_or(at, |earlier| earlier.min(at)));
}

impl Noun for CaseRecord {
    const KIND: RecordKind = RecordKind::Case;

    fn id(&self) -> String {
        self.id.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case_told::SignalSource;
    use crate::case_words::CaseWords;
    use crate::declared_case::MeasureKind;

    fn at(hour: i64) -> Timestamp {
        Timestamp::from_second(1_790_000_000 + hour * 3600).unwrap()
    }

    fn case(told: Vec<(CaseTold, Option<&str>)>) -> CaseRecord {
        let entries = told.into_iter().enumerate().map(|(hour, (told, second))| CaseEntry {
            at: at(i64::try_from(hour).unwrap()),
            by: "anna".into(),
            approved_by: second.map(str::to_owned),
            alone: false,
            told,
        });
        CaseRecord {
            id: "2026-0001".into(),
            name: "Buffer overflow in the web server".into(),
            stream: Stream::Vulnerability,
            exercise: None,
            opened_at: at(0),
            opened_by: "anna".into(),
            entries: entries.collect(),
        }
    }

    fn signal(hour: i64, claims_exploitation: bool) -> CaseTold {
        CaseTold::Signal(Signal {
            came_at: at(hour),
            source: SignalSource::Researcher,
            says: format!("signal of hour {hour}"),
            from: None,
            claims_exploitation,
        })
    }

    fn ruled(hour: i64) -> CaseTold {
        CaseTold::Ruled { aware_at: at(hour), because: "logs of a customer".into() }
    }

    fn measure(hour: i64) -> CaseTold {
        let (kind, details) = (MeasureKind::Workaround, "switch it off".into());
        CaseTold::MeasureAvailable { available_at: at(hour), kind, details }
    }

    #[test]
    fn signals_stay_apart_and_the_first_that_counts_begins_the_way_to_awareness() {
        let told = vec![(signal(5, false), None), (signal(3, true), None)];
        assert_eq!(case(told.clone()).declared(None).awareness.signal_at, Some(at(3)));
        assert!(case(told.clone()).claims_exploitation());
        let reject = || CaseTold::SignalRejected { signal: 2, because: "a test of ours".into() };
        let alone = case([told.clone(), vec![(reject(), None)]].concat());
        assert_eq!(alone.declared(None).awareness.signal_at, Some(at(3)), "one person ends no signal");
        assert!(alone.claims_exploitation());
        let by_two = case([told, vec![(reject(), Some("ben"))]].concat());
        assert_eq!(by_two.declared(None).awareness.signal_at, Some(at(5)));
        assert!(!by_two.claims_exploitation());
        assert_eq!(by_two.signals().len(), 2, "it is still there to be seen");
    }

    #[test]
    fn every_ruling_is_kept_and_the_last_one_stands() {
        let ruled_twice = case(vec![(ruled(4), None), (ruled(2), None)]).declared(None).rulings;
        assert_eq!(ruled_twice.iter().map(|ruling| ruling.stands).collect::<Vec<_>>(), [None, Some(true)]);
        assert_eq!(ruled_twice[0].decided_by.as_deref(), Some("anna"));
        assert_eq!(ruled_twice[0].confirmed_by, None);
        let by_two = case(vec![(ruled(4), None), (ruled(9), Some("ben"))]).declared(None).rulings;
        assert_eq!(by_two[1].confirmed_by.as_deref(), Some("ben"));
    }

    #[test]
    fn a_measure_stops_counting_only_by_two() {
        let withdrawn = || CaseTold::MeasureWithdrawn { measure: 1, because: "it does not help".into() };
        let alone = case(vec![(measure(1), None), (measure(7), None), (withdrawn(), None)]);
        assert_eq!(alone.declared(None).measures.len(), 2);
        let by_two = case(vec![(measure(1), None), (measure(7), None), (withdrawn(), Some("ben"))]);
        assert_eq!(
            by_two.declared(None).measures.iter().map(|one| one.available_at).collect::<Vec<_>>(),
            [at(7)]
        );
        let nonsense = |measure| (CaseTold::MeasureWithdrawn { measure, because: "x".into() }, Some("ben"));
        assert_eq!(case(vec![(measure(1), None), nonsense(0), nonsense(9)]).declared(None).measures.len(), 1);
    }

    #[test]
    fn what_is_entered_later_holds_and_may_be_unknown_again() {
        let known = |answer| {
            let (fact, because) = (CaseFact::ExploitedInOurProduct, "a log".into());
            (CaseTold::Known { fact, answer, because }, None)
        };
        let of = |told| case(told).declared(None).known.exploited_in_our_product;
        assert_eq!(of(vec![known(Some(true))]), Some(true));
        assert_eq!(of(vec![known(Some(true)), known(None)]), None);
        let worded = |words: &str| (CaseTold::Worded { what: CaseWords::Title, words: words.into() }, None);
        let title = |told| case(told).declared(None).content.title.unwrap();
        assert_eq!(title(vec![worded("a"), worded("b")]), "b");
        assert_eq!(title(vec![worded("a"), worded("")]), "Buffer overflow in the web server");
    }

    #[test]
    fn what_was_handed_in_first_counts_and_every_request_is_open_anew() {
        let handed = |stage, hour| {
            let receipt = CaseFile { name: "r.pdf".into(), sha256: Sha256::of(b"r"), size: 1 };
            let submission = Submission {
                stage,
                submitted_at: at(hour),
                representative: "Anna".into(),
                reference: "SRP-1".into(),
                receipt,
                draft: None,
                glossary: "1.3, 2026-09-10".into(),
            };
            (CaseTold::Submitted(submission), None)
        };
        let asked = |hour| (CaseTold::ReportAsked { asked_at: at(hour), due_at: None }, None);
        let sent = |told| case(told).declared(None).sent;
        let twice = sent(vec![handed(Stage::Notification, 30), handed(Stage::Notification, 60)]);
        assert_eq!(twice.notification_at, Some(at(30)));
        let answered = vec![asked(40), handed(Stage::IntermediateReport, 41)];
        assert_eq!(sent(answered.clone()).intermediate_report_at, Some(at(41)));
        assert_eq!(sent([answered, vec![asked(50)]].concat()).intermediate_report_at, None);
    }

    #[test]
    fn affected_releases_are_those_of_the_product_asked_for() {
        let affects = |product: &str, releases: &[&str], affected| {
            let releases = releases.iter().map(|&one| one.to_owned()).collect();
            (CaseTold::Affects { product: product.into(), releases, affected }, None)
        };
        let of_both = vec![affects("gateway", &["1.0", "1.1"], true), affects("sensor", &["7"], true)];
        let both = case(of_both.clone());
        assert_eq!(both.declared(Some("gateway")).content.affected_versions, ["1.0", "1.1"]);
        assert_eq!(both.declared(Some("sensor")).content.affected_versions, ["7"]);
        assert!(both.declared(None).content.affected_versions.is_empty());
        let not_after_all = case([of_both, vec![affects("sensor", &[], false)]].concat());
        assert_eq!(not_after_all.affected().len(), 1);
    }

    #[test]
    fn to_begin_assessing_is_a_step_from_receiving_and_from_nowhere_else() {
        let began = (CaseTold::AssessmentBegan { began_at: at(1) }, None);
        assert_eq!(case(vec![]).state(), CaseState::Received);
        assert_eq!(case(vec![began.clone()]).state(), CaseState::Assessing);
        let moved = |to| (CaseTold::Moved { to, because: "x".into() }, None);
        assert_eq!(
            case(vec![began.clone(), moved(CaseState::Confirmed), began]).state(),
            CaseState::Confirmed
        );
    }

    #[test]
    fn it_is_read_back_as_it_was_written() {
        let reject = CaseTold::SignalRejected { signal: 1, because: "x".into() };
        let written =
            case(vec![(signal(1, true), None), (ruled(2), None), (measure(3), None), (reject, Some("b"))]);
        let text = serde_json::to_string(&written).unwrap();
        assert_eq!(serde_json::from_str::<CaseRecord>(&text).unwrap(), written);
    }
}
