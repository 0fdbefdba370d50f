//! What waits for a second person about the installation itself: shown where it is about, and decided there.

use maud::{Markup, html};
use proofmark_access::Proposal;
use proofmark_actions::people::{Errand, SecondSignature, decide_proposal, withdraw_proposal};
use proofmark_text::text;

use super::words::instant;
use crate::answer::Answer;
use crate::call::Call;
use crate::link;
use crate::look::{Reader, Tone, badge, hidden};
use crate::refusal::Refusal;

/// The page on which proposals of the installation are shown.
const SHOWN_AT: &str = "/installation/identity-providers";

/// Who looks at the proposals.
#[derive(Clone, Copy)]
pub(super) struct Signer<'a> {
    /// Their name.
    pub(super) name: &'a str,
    /// Whether they may propose.
    pub(super) manages: bool,
    /// Whether they may give the second signature.
    pub(super) signs: bool,
}

/// A proposal, with what the reader may do about it.
pub(super) fn waiting(reader: &Reader, signer: &Signer<'_>, proposal: &Proposal) -> Markup {
    let path = |what: &str| link::path(&["installation", "proposals", &proposal.id, what]);
    let content = serde_json::to_string_pretty(&proposal.act).unwrap_or_default();
    html! {
        section .panel {
            header {
                h2 { (reader.say(&proposal.act.name())) }
                (badge(Tone::Open, &reader.say(&text!("web-waits-until", at = instant(proposal.expires_at)))))
            }
            p .quiet {
                (reader.say(&text!("web-proposed", by = &proposal.proposed_by, at = instant(proposal.proposed_at))))
            }
            blockquote { (proposal.because) }
            // What is approved is what is read here, letter by letter.
            pre { (content) }
            div .row {
                @if proposal.proposed_by == signer.name {
                    form method="post" action=(path("withdraw")) {
                        (hidden(reader)) button type="submit" { (reader.say(&text!("web-withdraw"))) }
                    }
                    p .hint { (reader.say(&text!("web-not-your-own"))) }
                } @else if signer.signs {
                    form method="post" action=(path("approve")) {
                        (hidden(reader)) button .primary type="submit" { (reader.say(&text!("web-approve"))) }
                    }
                    form .row method="post" action=(path("refuse")) {
                        (hidden(reader))
                        @let id = format!("because-{}", proposal.id);
                        label for=(id) .hidden { (reader.say(&text!("web-decide-because"))) }
                        input id=(id) name="because" type="text" required maxlength="4000"
                            placeholder=(reader.say(&text!("web-decide-because")));
                        button type="submit" { (reader.say(&text!("web-refuse"))) }
                    }
                }
            }
        }
    }
}

/// Approves it, and it is done with that.
pub(crate) fn approve(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    decide(call, |_| SecondSignature::Approve)
}

/// Refuses it.
pub(crate) fn refuse(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    decide(call, |because| SecondSignature::Refuse(because))
}

fn decide(call: &mut Call<'_>, signature: fn(&str) -> SecondSignature<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let (id, because) = (call.name("proposal").to_owned(), call.field("because").to_owned());
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    decide_proposal(call.store, &errand, "", &id, signature(&because))?;
    Ok(Answer::see(SHOWN_AT))
}

/// Takes one's own proposal back.
pub(crate) fn withdraw(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let id = call.name("proposal").to_owned();
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    withdraw_proposal(call.store, &errand, "", &id)?;
    Ok(Answer::see(SHOWN_AT))
}
