//! What waits for a second person about the installation itself: shown where it is about, and signed there. It looks and
//! is signed as everything else that waits.

use maud::{Markup, html};
use proofmark_actions::people::{ProposalView, proposal_views};

use super::waiting_proposal::{SignedAt, approve_one, refuse_one, waiting, withdraw_one};
use crate::answer::Answer;
use crate::call::Call;
use crate::link;
use crate::look::Reader;
use crate::refusal::Refusal;

/// The page on which proposals of the installation are shown.
const SHOWN_AT: &str = "/installation/identity-providers";

/// What waits, as it stands before whoever looks.
pub(super) fn waiting_views(call: &Call<'_>) -> Result<Vec<ProposalView>, Refusal> {
    let actor = call.actor();
    let mut open = proposal_views(&*call.store, &call.errand(&actor), "")?;
    open.retain(|view| view.proposal.waits(call.now).is_ok());
    Ok(open)
}

/// All of it, with what the reader may do about each.
pub(super) fn all_waiting(reader: &Reader, views: &[ProposalView]) -> Markup {
    let at = SignedAt { desk: None, path: link::path(&["installation", "proposals"]) };
    html! { @for view in views { (waiting(reader, &at, view)) } }
}

/// Approves it, and it is done with that.
pub(crate) fn approve(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    approve_one(call, SHOWN_AT.to_owned())
}

/// Refuses it.
pub(crate) fn refuse(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    refuse_one(call, SHOWN_AT.to_owned())
}

/// Takes one's own proposal back.
pub(crate) fn withdraw(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    withdraw_one(call, SHOWN_AT.to_owned())
}
