//! Whether an entry can stand in its case: words that fit, instants that have come, a step that leads from there.

use jiff::{SignedDuration, Timestamp};
use proofmark_facts::{
    CaseRecord, CaseState, CaseTold, Country, Place, Problem, ProductRecord, Stage, SystemOfRecord,
};
use proofmark_text::{Text, steers, text};

use crate::error::ActionError;
use crate::record::kept_noun;

/// Bytes of a name or another line.
pub(super) const LONGEST_NAME: usize = 200;

/// Bytes of a reason or another text. The longest field of the reporting platform takes 4000 characters.
const LONGEST_WORDS: usize = 20_000;

/// How many releases or Member States one entry names.
const MOST_NAMED: usize = 1000;

/// Clocks differ: an instant may lie this far ahead of ours.
const AHEAD: SignedDuration = SignedDuration::from_mins(5);

/// Whether a line is empty, too long, or holds what no line may.
pub(super) fn unfit_line(words: &str, most: usize) -> bool {
    let words = words.trim();
    !(1..=most).contains(&words.len()) || words.chars().any(|letter| letter.is_control() || steers(letter))
}

/// Checks an entry against the case as it is: every problem with the field it is in.
pub(super) fn check_told(
    case: &CaseRecord,
    told: &CaseTold,
    operator: &str,
    now: Timestamp,
    keeping: &dyn SystemOfRecord,
) -> Result<(), ActionError> {
    let mut found = Found { now, problems: Vec::new() };
    match told {
        CaseTold::Affects { product, releases, .. } => {
            if kept_noun::<ProductRecord>(keeping, operator, product)?.is_none() {
                found.problem("product", text!("record-no-such-product", id = product));
            }
            if releases.len() > MOST_NAMED || releases.iter().any(|one| unfit_line(one, LONGEST_NAME)) {
                found.problem("releases", text!("cases-lines", lines = MOST_NAMED, most = LONGEST_NAME));
            }
        }
        _ => found.heard(case, told),
    }
    if found.problems.is_empty() { Ok(()) } else { Err(ActionError::Refused(found.problems)) }
}

struct Found {
    now: Timestamp,
    problems: Vec<Problem>,
}

impl Found {
    /// What came in and what was found out.
    fn heard(&mut self, case: &CaseRecord, told: &CaseTold) {
        match told {
            CaseTold::Signal(signal) => {
                self.come("came_at", signal.came_at);
                self.words("says", &signal.says);
                if signal.from.as_deref().is_some_and(|from| unfit_line(from, LONGEST_NAME)) {
                    self.problem("from", text!("cases-line", most = LONGEST_NAME));
                }
            }
            CaseTold::SignalRejected { signal, because } => {
                self.words("because", because);
                match signal
                    .checked_sub(1)
                    .and_then(|place| case.signals().get(place).map(|(_, counts)| *counts))
                {
                    None => self.problem("signal", text!("cases-no-such-signal", signal = *signal)),
                    Some(false) => self.problem("signal", text!("cases-signal-rejected", signal = *signal)),
                    Some(true) => {}
                }
            }
            CaseTold::AssessmentBegan { began_at: at } | CaseTold::Occurred { occurred_at: at } => {
                self.come("at", *at);
            }
            CaseTold::Known { because, .. } => self.words("because", because),
            CaseTold::Ruled { aware_at, because } => {
                self.come("aware_at", *aware_at);
                self.words("because", because);
            }
            CaseTold::MeasureAvailable { available_at, details, .. } => {
                self.come("available_at", *available_at);
                self.words("details", details);
            }
            CaseTold::MeasureWithdrawn { measure, because } => {
                self.words("because", because);
                let counts =
                    measure.checked_sub(1).and_then(|place| case.measures().get(place).map(|one| one.1));
                if counts != Some(true) {
                    self.problem("measure", text!("cases-no-such-measure", measure = *measure));
                }
            }
            _ => self.said(case, told),
        }
    }

    /// What is told others, and where the case goes.
    fn said(&mut self, case: &CaseRecord, told: &CaseTold) {
        match told {
            CaseTold::InComponent { component } => self.line("component", component),
            CaseTold::Worded { words, .. } => {
                // Empty takes back what was said.
                if words.len() > LONGEST_WORDS {
                    self.problem("words", text!("cases-words", most = LONGEST_WORDS));
                }
            }
            CaseTold::AvailableIn { member_states } => {
                for state in member_states.iter().filter(|state| !state.is_member_state()) {
                    self.no_member_state("member_states", *state);
                }
            }
            CaseTold::Coordinator { member_state, because } => {
                self.words("because", because);
                if !member_state.is_member_state() {
                    self.no_member_state("member_state", *member_state);
                }
            }
            CaseTold::Moved { to, because } => {
                self.words("because", because);
                if let Err(step) = case.state().step(*to) {
                    let ways: Vec<&str> = step.from.leads_to().iter().map(|state| state.word()).collect();
                    let (from, to) = (step.from.word(), step.to.word());
                    self.problem(
                        "to",
                        text!("cases-no-such-step", from = from, to = to, ways = ways.join(", ")),
                    );
                }
            }
            CaseTold::Remark { words } => self.words("words", words),
            _ => self.handed_in(case, told),
        }
    }

    /// What was handed in, asked for and told.
    fn handed_in(&mut self, case: &CaseRecord, told: &CaseTold) {
        match told {
            CaseTold::Submitted(submission) => {
                self.come("submitted_at", submission.submitted_at);
                self.line("representative", &submission.representative);
                self.line("reference", &submission.reference);
                self.order(case, submission.stage);
            }
            CaseTold::ReportAsked { asked_at, due_at } => {
                self.come("asked_at", *asked_at);
                if due_at.is_some_and(|due_at| due_at < *asked_at) {
                    self.problem("due_at", text!("cases-due-before-asked"));
                }
            }
            CaseTold::GivenBefore { stage, because } => {
                self.words("because", because);
                // The early warning is never skipped (Article 14(2)(a) and (4)(a)).
                if !matches!(stage, Stage::Notification | Stage::FinalReport) {
                    self.problem("stage", text!("cases-not-skippable"));
                }
            }
            CaseTold::UsersTold { told_at, whom } => {
                self.come("told_at", *told_at);
                self.words("whom", whom);
            }
            _ => {}
        }
    }

    fn problem(&mut self, field: &str, says: Text) {
        self.problems.push(Problem::error(Place::at(field), says));
    }

    fn words(&mut self, field: &str, words: &str) {
        if !(1..=LONGEST_WORDS).contains(&words.trim().len()) {
            self.problem(field, text!("cases-words", most = LONGEST_WORDS));
        }
    }

    fn line(&mut self, field: &str, words: &str) {
        if unfit_line(words, LONGEST_NAME) {
            self.problem(field, text!("cases-line", most = LONGEST_NAME));
        }
    }

    /// What is entered as having happened has happened.
    fn come(&mut self, field: &str, at: Timestamp) {
        if at.duration_since(self.now) > AHEAD {
            self.problem(field, text!("cases-not-yet", at = at.to_string()));
        }
    }

    fn no_member_state(&mut self, field: &str, state: Country) {
        self.problem(field, text!("cases-no-member-state", state = state.as_str()));
    }

    /// The platform takes the stages in their order.
    fn order(&mut self, case: &CaseRecord, stage: Stage) {
        let handed_in = |stage| case.submissions().any(|one| one.stage == stage);
        let before = match stage {
            Stage::FinalReport if !given_before(case) => Some(Stage::Notification),
            Stage::Notification | Stage::IntermediateReport | Stage::FinalReport => Some(Stage::EarlyWarning),
            Stage::EarlyWarning => None,
            Stage::Users => {
                self.problem("stage", text!("cases-users-are-told"));
                None
            }
        };
        if before.is_some_and(|before| !handed_in(before)) {
            self.problem("stage", text!("cases-stage-order"));
        }
    }
}

/// Whether the notification's information was given with the early warning.
fn given_before(case: &CaseRecord) -> bool {
    case.entries
        .iter()
        .any(|entry| matches!(&entry.told, CaseTold::GivenBefore { stage: Stage::Notification, .. }))
}

/// Whether an entry ends or postpones a duty, so that one person alone does not make it.
pub(super) fn needs_two(case: &CaseRecord, told: &CaseTold) -> bool {
    match told {
        CaseTold::Moved { to, .. } => {
            let ends = to.dismisses() || *to == CaseState::Closed;
            ends && case.claims_exploitation()
        }
        CaseTold::Ruled { aware_at, .. } => {
            case.declared(None).rulings.iter().any(|ruling| ruling.aware_at < *aware_at)
        }
        _ => told.needs_a_second_person(),
    }
}
