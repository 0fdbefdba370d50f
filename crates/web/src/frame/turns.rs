//! Turns: a handler that found no room for its work ends, and has another turn when there is some. Nothing waits meanwhile
//! but the request itself: its store and its thread are others'.

use std::sync::Arc;

use proofmark_facts::PurgeableRecord;
use proofmark_text::text;
use tokio::time::{Instant, timeout_at};

use super::once::Once;
use super::shared::Frame;
use crate::answer::Answer;
use crate::call::{Asked, Call};
use crate::refusal::Refusal;
use crate::route::Route;
use crate::taken::Taken;
use crate::turn::Turn;
use crate::visitor::{Taste, Visitor};

/// After how many seconds whoever was not waited for tries again.
const AGAIN: u64 = 10;

/// A request whose asker may have it answered.
#[derive(Clone)]
pub(super) struct Question {
    pub(super) route: &'static Route,
    pub(super) visitor: Arc<Visitor>,
    pub(super) taste: Taste,
    pub(super) asked: Arc<Asked>,
    pub(super) once: Option<Arc<Once>>,
}

/// What became of one turn.
struct Ended {
    outcome: Result<Answer, Refusal>,
    turn: Turn,
    /// The body, for another turn.
    taken: Taken,
}

impl Frame {
    /// Has the handler answer, in as many turns as it takes and as there is time for.
    pub(super) async fn answered(
        self: Arc<Self>,
        question: Question,
        mut taken: Taken,
    ) -> Result<Answer, Refusal> {
        let until = Instant::now() + self.opening.patience;
        let mut turn = Turn::first(&self.room);
        loop {
            let again = question.clone();
            let work = move |frame: &Self, store: &mut dyn PurgeableRecord| {
                Ok(one_turn(frame, store, &again, taken, turn))
            };
            let ended = Arc::clone(&self).with_store(work).await?;
            // What was changed is changed: it is asked for before anything is, and never done twice.
            let is_done = !question.route.method.is_safe() && ended.outcome.is_ok();
            if is_done || !ended.turn.waits() {
                return ended.outcome;
            }
            let no_room = || Refusal::new(503, text!("server-much-at-once")).again_after(AGAIN);
            if Instant::now() >= until {
                return Err(no_room());
            }
            let next = timeout_at(until, ended.turn.next()).await.map_err(|_| no_room())?;
            turn = next.unwrap_or_else(|| Turn::first(&self.room));
            taken = ended.taken;
        }
    }
}

fn one_turn(
    frame: &Frame,
    store: &mut dyn PurgeableRecord,
    question: &Question,
    taken: Taken,
    turn: Turn,
) -> Ended {
    let now = frame.house.now();
    let mut back = Taken::Nothing;
    let answer = |store: &mut dyn PurgeableRecord| {
        let mut call = Call {
            house: frame.house.as_ref(),
            store,
            visitor: &question.visitor,
            taste: question.taste,
            now,
            asked: &question.asked,
            taken,
            memory: &frame.memory,
            turn: &turn,
            description: &frame.description,
        };
        let outcome = (question.route.handler)(&mut call);
        back = call.taken;
        outcome
    };
    let outcome = match &question.once {
        Some(once) => once.answer(&frame.in_the_works, store, now, answer),
        None => answer(store),
    };
    Ended { outcome, turn, taken: back }
}
