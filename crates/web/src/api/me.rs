//! Who asks.

use proofmark_facts::{ActorKind, Grant};
use schemars::JsonSchema;
use serde::Serialize;

use crate::answer::Answer;
use crate::call::Call;
use crate::refusal::Refusal;

/// Whoever asks, as the ledger would name them.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Me {
    /// The name.
    name: String,
    /// `person`, `token` or `workload`.
    kind: &'static str,
    /// What they were granted.
    grants: Vec<Grant>,
    /// In a session: what changes made in it must carry in `X-Form-Token`, which no other site can read.
    #[serde(skip_serializing_if = "Option::is_none")]
    form_token: Option<String>,
    /// The program that answers, with its version.
    program: String,
    /// The form in which it answers commands: a command that knows another one says so instead of guessing.
    commands: u32,
}

/// The form in which commands are answered: the printed result beside the data.
const COMMANDS_FORM: u32 = 1;

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
    let program = call.house.program().to_owned();
    let form_token = call.visitor.form_token().map(|token| token.reveal().to_owned());
    let me =
        Me { name: actor.name, kind, grants: actor.grants, form_token, program, commands: COMMANDS_FORM };
    Ok(Answer::json(&me))
}
