//! One proposal as everybody sees it, whatever it is about: in words, with what else waits for the same, and the forms
//! that sign it or take it back.

use maud::{Markup, html};
use proofmark_access::{Proposal, ProposalState};
use proofmark_actions::people::{Competing, Errand, ProposalView, withdraw_proposal};
use proofmark_text::text;

use super::proposal_words::{in_the_way, in_words};
use super::words::instant;
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{Signature, sign};
use crate::link;
use crate::look::{Desk, Reader, Tone, badge, hidden, notice};
use crate::refusal::Refusal;

/// Where proposals are signed.
pub(super) struct SignedAt<'a> {
    /// The operator whose they are; none: the installation's.
    pub(super) desk: Option<&'a Desk>,
    /// The path below which each is signed.
    pub(super) path: String,
}

/// A proposal that waits, with what the reader may do about it.
pub(super) fn waiting(reader: &Reader, at: &SignedAt<'_>, view: &ProposalView) -> Markup {
    let proposal = &view.proposal;
    let heading = heading_of(&proposal.id);
    html! {
        section .panel aria-labelledby=(heading) {
            header {
                h2 id=(heading) { (reader.say(&proposal.act.name())) }
                (badge(Tone::Open, &reader.say(&text!("web-waits-until", at = instant(proposal.expires_at)))))
            }
            p .quiet { (reader.say(&text!("web-proposed", by = &proposal.proposed_by, at = instant(proposal.proposed_at)))) }
            blockquote { (proposal.because) }
            @if !view.competing.is_empty() { (competing(reader, &view.competing)) }
            @if let Some(place) = &view.dossier_decides {
                (notice(reader, Tone::Open, &text!("desk-dossier-holds", place = place)))
            }
            (in_words(reader, at.desk, view))
            (forms(reader, at, view))
        }
    }
}

fn heading_of(proposal: &str) -> String {
    format!("proposal-{proposal}")
}

/// What else waits for the same: only one of them can hold.
fn competing(reader: &Reader, others: &[Competing]) -> Markup {
    html! {
        (notice(reader, Tone::Open, &text!("desk-competing", count = others.len())))
        ul {
            @for other in others {
                li {
                    a href={ "#" (heading_of(&other.proposal)) } {
                        (reader.say(&text!("desk-competing-one", by = &other.proposed_by)))
                    }
                    blockquote { (other.because) }
                }
            }
        }
    }
}

fn forms(reader: &Reader, at: &SignedAt<'_>, view: &ProposalView) -> Markup {
    let id = &view.proposal.id;
    let path = |what: &str| format!("{}{}", at.path, link::path(&[id, what]));
    html! {
        @if view.own {
            div .row {
                form method="post" action=(path("withdraw")) {
                    (hidden(reader)) button type="submit" { (reader.say(&text!("web-withdraw"))) }
                }
                p .hint { (reader.say(&text!("web-not-your-own"))) }
            }
        } @else if view.refused_by.is_empty() {
            div .row {
                form method="post" action=(path("approve")) {
                    (hidden(reader)) button .primary type="submit" { (reader.say(&text!("web-approve"))) }
                }
                form .row method="post" action=(path("refuse")) {
                    (hidden(reader))
                    @let because = format!("because-{id}");
                    label for=(because) .hidden { (reader.say(&text!("web-decide-because"))) }
                    input id=(because) name="because" type="text" required maxlength="4000"
                        placeholder=(reader.say(&text!("web-decide-because")));
                    button type="submit" { (reader.say(&text!("web-refuse"))) }
                }
            }
        } @else {
            (in_the_way(reader, &view.refused_by))
        }
    }
}

/// A proposal that waits no longer: what came of it.
pub(super) fn past(reader: &Reader, proposal: &Proposal) -> Markup {
    let (tone, says, because) = match &proposal.state {
        ProposalState::Open => (Tone::Plain, text!("web-proposal-expired"), None),
        ProposalState::Done { by, at, because } => {
            (Tone::Good, text!("web-proposal-done", by = by, at = instant(*at)), because.as_ref())
        }
        ProposalState::Refused { by, at, because } => {
            (Tone::Bad, text!("web-proposal-refused", by = by, at = instant(*at)), Some(because))
        }
        ProposalState::Withdrawn { at } => {
            (Tone::Plain, text!("web-proposal-withdrawn", at = instant(*at)), None)
        }
        ProposalState::Lapsed { at, .. } => (Tone::Plain, text!("desk-lapsed", at = instant(*at)), None),
    };
    html! {
        li {
            (reader.say(&proposal.act.name())) " " (badge(tone, &reader.say(&says)))
            @if let Some(because) = because { blockquote { (because) } }
            span .below .quiet { (reader.say(&text!("web-proposed", by = &proposal.proposed_by, at = instant(proposal.proposed_at)))) }
        }
    }
}

/// Approves the proposal the path names, and it is done with that.
pub(super) fn approve_one(call: &mut Call<'_>, back: String) -> Result<Answer, Refusal> {
    sign_one(call, &Signature::Approve(String::new()), back)
}

/// Refuses the proposal the path names.
pub(super) fn refuse_one(call: &mut Call<'_>, back: String) -> Result<Answer, Refusal> {
    let because = call.field("because").to_owned();
    sign_one(call, &Signature::Refuse(because), back)
}

fn sign_one(call: &mut Call<'_>, signature: &Signature, back: String) -> Result<Answer, Refusal> {
    let id = call.name("proposal").to_owned();
    sign(call, &id, signature)?;
    Ok(Answer::see(back))
}

/// Takes one's own proposal back.
pub(super) fn withdraw_one(call: &mut Call<'_>, back: String) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let (operator, id) = (call.operator().to_owned(), call.name("proposal").to_owned());
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    withdraw_proposal(call.store, &errand, &operator, &id)?;
    Ok(Answer::see(back))
}
