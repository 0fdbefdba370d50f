//! What the law says of one declared case: whether to notify, since when, by when, to whom, and what.

use jiff::Timestamp;
use jiff::civil::Date;
use proofmark_facts::{Country, DeclaredCase, Dossier, Stage, Stream};
use schemars::JsonSchema;
use serde::Serialize;

use crate::reason::Reason;
use crate::reporting::asked::Asked;
use crate::reporting::awareness::{AwarenessVerdict, awareness};
use crate::reporting::clock::{Clock, ClockState};
use crate::reporting::clocks::clocks;
use crate::reporting::content::{StageContent, content};
use crate::reporting::coordinator::{CoordinatorOutcome, CoordinatorVerdict, coordinator};
use crate::reporting::delay::{DisseminationVerdict, dissemination};
use crate::reporting::trigger::{TriggerOutcome, TriggerVerdict, trigger};
use crate::roles::role::RoleVerdict;
use crate::scope::article_2_scope::ScopeVerdict;
use crate::state::state_of_the_law::StateOfTheLaw;

/// The verdict on one case.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct CaseVerdict {
    /// What the makers call the case.
    pub case: String,
    /// Which kind of event it is.
    pub stream: Stream,
    /// The instant the clocks were judged at.
    pub judged_at: Timestamp,
    /// Whether it is to be notified.
    pub trigger: TriggerVerdict,
    /// When the operator became aware.
    pub awareness: AwarenessVerdict,
    /// Whose coordinator it goes to.
    pub coordinator: CoordinatorVerdict,
    /// The clocks; while it is undetermined whether the notification is mandatory, those that would run if it were.
    pub clocks: Vec<Clock>,
    /// What the next stage and the users' information ask for.
    pub content: Vec<StageContent>,
    /// Who gets the notification, and what may hold it back; `None` where nothing has to be notified.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dissemination: Option<DisseminationVerdict>,
}

/// Judges every declared case at one instant.
pub(crate) fn reporting(
    dossier: &Dossier,
    state: &StateOfTheLaw,
    scope: &ScopeVerdict,
    role: &RoleVerdict,
    day: Date,
    now: Timestamp,
) -> Vec<CaseVerdict> {
    let of = |(index, case)| of_case(&Asked { dossier, state, scope, role, case, index, day, now });
    dossier.cases.iter().enumerate().map(of).collect()
}

fn of_case(asked: &Asked<'_>) -> CaseVerdict {
    let trigger = trigger(asked);
    let awareness = awareness(asked);
    let coordinator = coordinator(asked);
    let of = state_for_arithmetic(&coordinator, asked.case);
    let counts = matches!(trigger.outcome, TriggerOutcome::Mandatory | TriggerOutcome::Undetermined { .. });
    let clocks = if counts { clocks(&asked.at(), awareness.clocks_from(), of) } else { Vec::new() };
    let content = open_stages(&clocks).into_iter().map(|stage| content(asked, stage)).collect();
    CaseVerdict {
        case: asked.case.name.clone(),
        stream: asked.case.stream,
        judged_at: asked.now,
        dissemination: counts.then(|| dissemination(asked, of)),
        trigger,
        awareness,
        coordinator,
        clocks,
        content,
    }
}

/// The coordinator whose civil time counts: the one Article 14(7) gives, or while that is open the one that was chosen.
fn state_for_arithmetic(verdict: &CoordinatorVerdict, case: &DeclaredCase) -> Option<Country> {
    match verdict.outcome {
        CoordinatorOutcome::Is(state) => Some(state),
        CoordinatorOutcome::Undetermined { .. } => case.sent.coordinator,
    }
}

/// The next stage that is not done, and the users where they are not informed.
fn open_stages(clocks: &[Clock]) -> Vec<Stage> {
    let reported = [Stage::EarlyWarning, Stage::Notification, Stage::FinalReport];
    let is_open = |clock: &&Clock| !clock.state.is_done();
    let next = clocks.iter().filter(is_open).find(|clock| reported.contains(&clock.stage));
    let users = clocks.iter().filter(is_open).find(|clock| clock.stage == Stage::Users);
    next.into_iter().chain(users).map(|clock| clock.stage).collect()
}

impl CaseVerdict {
    /// The clocks somebody has to act on, the most pressing first.
    pub fn pressing(&self) -> Vec<&Clock> {
        let mut pressing: Vec<&Clock> =
            self.clocks.iter().filter(|clock| clock.state.asks_for_action()).collect();
        pressing.sort_by_key(|clock| clock.deadline.as_ref().map_or(Timestamp::MAX, |end| end.due_at));
        pressing
    }

    /// Whether a clock has ended with nothing submitted.
    pub fn is_late(&self) -> bool {
        self.clocks.iter().any(|clock| matches!(clock.state, ClockState::Late { .. }))
    }

    /// Every reason in the verdict.
    pub(crate) fn reasons(&self) -> impl Iterator<Item = &Reason> {
        let of_clocks = self.clocks.iter().flat_map(|clock| {
            let outer = clock.deadline.as_ref().and_then(|deadline| deadline.legal_outer.as_ref());
            clock.reasons.iter().chain(outer.into_iter().flat_map(|outer| &outer.reasons))
        });
        let of_content = self.content.iter().flat_map(|stage| &stage.reasons);
        let of_dissemination = self.dissemination.iter().flat_map(|verdict| {
            verdict.grounds.iter().flat_map(|ground| &ground.reasons).chain(&verdict.reasons)
        });
        self.trigger
            .reasons
            .iter()
            .chain(&self.awareness.reasons)
            .chain(&self.coordinator.reasons)
            .chain(of_clocks)
            .chain(of_content)
            .chain(of_dissemination)
    }
}
