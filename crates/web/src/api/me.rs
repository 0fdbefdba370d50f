//! Who asks.

use proofmark_facts::{ActorKind, Grant};
use schemars::JsonSchema;
use serde::Serialize;

use crate::answer::Answer;
use crate::call::Call;
use crate::refusal::Refusal;

/// Whoever asks, as the ledger would name them.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Me {
    /// The name.
    name: String,
    /// `person`, `token` or `workload`.
    kind: &'static str,
    /// What they were granted.
    grants: Vec<Grant>,
}

/// Says who asks, and what they may.
#[expect(clippy::unnecessary_wraps, reason = "every handler has this shape")]
pub(crate) fn me(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let kind = match actor.kind {
        ActorKind::Person => "person",
        ActorKind::Token => "token",
        ActorKind::Workload => "workload",
        ActorKind::Local => "local",
    };
    Ok(Answer::json(&Me { name: actor.name, kind, grants: actor.grants }))
}
