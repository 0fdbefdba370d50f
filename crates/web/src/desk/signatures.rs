//! Second signatures: one or several, each its own action with its own line of the ledger.

use proofmark_actions::people::{Errand, SecondSignature, decide_afresh};
use proofmark_actions::{ActionError, KeptFiles};
use proofmark_text::{Text, text};

use crate::call::Call;
use crate::refusal::Refusal;

/// The most proposals signed in one go.
const MOST: usize = 200;

/// What the second person says under all of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Signature {
    /// Do it, perhaps with a reason.
    Approve(String),
    /// Do not, for this reason.
    Refuse(String),
}

/// What came of one signature.
#[derive(Debug)]
pub(crate) struct Signed {
    /// The proposal.
    pub(crate) proposal: String,
    /// What was proposed, in words; absent where it was not even found.
    pub(crate) what: Option<Text>,
    /// Why it was not signed; absent: it was.
    pub(crate) refused: Option<Refusal>,
}

/// Signs each of these in turn. What one refuses leaves the others as they are; a fault of ours ends it.
pub(crate) fn sign_all(
    call: &mut Call<'_>,
    proposals: &[String],
    signature: &Signature,
) -> Result<Vec<Signed>, Refusal> {
    if proposals.is_empty() {
        return Err(Refusal::new(422, text!("desk-nothing-to-sign")));
    }
    if proposals.len() > MOST {
        return Err(Refusal::new(422, text!("desk-too-many-to-sign", most = MOST)));
    }
    let mut signed = Vec::with_capacity(proposals.len());
    for proposal in proposals {
        let outcome = match sign(call, proposal, signature) {
            Err(error @ (ActionError::Hindered(_) | ActionError::Damaged(_))) if signed.is_empty() => {
                return Err(error.into());
            }
            outcome => outcome,
        };
        signed.push(match outcome {
            Ok(what) => Signed { proposal: proposal.clone(), what: Some(what), refused: None },
            Err(error) => Signed { proposal: proposal.clone(), what: None, refused: Some(error.into()) },
        });
    }
    Ok(signed)
}

/// Signs one; gives what was proposed, in words.
pub(crate) fn sign(call: &mut Call<'_>, proposal: &str, signature: &Signature) -> Result<Text, ActionError> {
    let actor = call.actor();
    let house = call.house;
    let state = house.state_in_use(&*call.store)?.state;
    let open = |advisories: &[String], files: &KeptFiles<'_>| house.open_sources(advisories, files);
    let errand = Errand { by: &actor, at: call.now, with: house.program() };
    let operator = call.operator().to_owned();
    let signature = match signature {
        Signature::Approve(because) => SecondSignature::ApproveBecause(because),
        Signature::Refuse(because) => SecondSignature::Refuse(because),
    };
    let decided = decide_afresh(call.store, &errand, (&operator, proposal), signature, &open, &state)?;
    Ok(decided.act.name())
}
