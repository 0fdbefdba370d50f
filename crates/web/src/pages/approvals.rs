//! Approvals: what waits for a second person.

use jiff::Timestamp;
use maud::{Markup, html};
use proofmark_access::{Act, Proposal, ProposalState, may};
use proofmark_actions::people::{Errand, SecondSignature, decide_proposal, proposals, withdraw_proposal};
use proofmark_text::text;

use super::reader_of::reader_of;
use super::words::instant;
use crate::answer::Answer;
use crate::call::Call;
use crate::link;
use crate::look::{Desk, Icon, Place, Reader, Shown, Tone, badge, empty, hidden, page};
use crate::refusal::Refusal;

/// A proposal with what the reader may do about it.
struct Waiting<'a> {
    proposal: &'a Proposal,
    may_sign: bool,
    own: bool,
}

/// The page.
pub(crate) fn approvals(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let all = proposals(&*call.store, &call.errand(&actor), call.operator())?;
    let waiting: Vec<Waiting<'_>> = all
        .iter()
        .map(|proposal| {
            let act = &proposal.act;
            Waiting {
                proposal,
                may_sign: may(&actor, act.approved_with(), call.operator(), act.product()).is_ok(),
                own: proposal.proposed_by == actor.name,
            }
        })
        .collect();
    Ok(Answer::page(shown(&reader_of(call), &waiting, call.now)))
}

fn shown(reader: &Reader, all: &[Waiting<'_>], now: Timestamp) -> Markup {
    let title = reader.say(&text!("web-place-approvals"));
    let Some(desk) = &reader.desk else { return html! {} };
    let (open, decided): (Vec<&Waiting<'_>>, Vec<_>) =
        all.iter().partition(|one| one.proposal.waits(now).is_ok());
    let body = html! {
        div .head { h1 { (title) } p .lead { (reader.say(&text!("web-approvals-lead"))) } }
        @if open.is_empty() { (empty(reader, Icon::Good, &text!("web-no-approvals"), &html! {})) }
        @for one in open { (waiting(reader, desk, one)) }
        @if !decided.is_empty() {
            section .panel aria-labelledby="decided" {
                header { h2 #decided { (reader.say(&text!("web-approvals-decided"))) } }
                ul .plain-list { @for one in decided.iter().take(30) { (past(reader, one.proposal)) } }
            }
        }
    };
    page(reader, &Shown { title: &title, at: Some(Place::Approvals), searched: "" }, &body)
}

fn waiting(reader: &Reader, desk: &Desk, one: &Waiting<'_>) -> Markup {
    let proposal = one.proposal;
    let path = |what: &str| link::path(&["o", &desk.id, "approvals", &proposal.id, what]);
    html! {
        section .panel {
            header {
                h2 { (reader.say(&proposal.act.name())) }
                (badge(Tone::Open, &reader.say(&text!("web-waits-until", at = instant(proposal.expires_at)))))
            }
            p .quiet { (reader.say(&text!("web-proposed", by = &proposal.proposed_by, at = instant(proposal.proposed_at)))) }
            blockquote { (proposal.because) }
            (act(&proposal.act))
            div .row {
                @if one.own {
                    form method="post" action=(path("withdraw")) {
                        (hidden(reader)) button type="submit" { (reader.say(&text!("web-withdraw"))) }
                    }
                    p .hint { (reader.say(&text!("web-not-your-own"))) }
                } @else if one.may_sign {
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

/// What exactly would be done: what is approved is what is read here.
fn act(act: &Act) -> Markup {
    let content = match act {
        Act::DecideFinding { content, .. } => serde_json::to_string_pretty(content),
        Act::ChangeGrants { grants, .. } => serde_json::to_string_pretty(grants),
        other => serde_json::to_string_pretty(other),
    };
    html! { pre { (content.unwrap_or_default()) } }
}

fn past(reader: &Reader, proposal: &Proposal) -> Markup {
    let (tone, says) = match &proposal.state {
        ProposalState::Open => (Tone::Plain, text!("web-proposal-expired")),
        ProposalState::Done { by, at } => {
            (Tone::Good, text!("web-proposal-done", by = by, at = instant(*at)))
        }
        ProposalState::Refused { by, at, .. } => {
            (Tone::Bad, text!("web-proposal-refused", by = by, at = instant(*at)))
        }
        ProposalState::Withdrawn { at } => (Tone::Plain, text!("web-proposal-withdrawn", at = instant(*at))),
    };
    html! {
        li {
            (reader.say(&proposal.act.name())) " " (badge(tone, &reader.say(&says)))
            @if let ProposalState::Refused { because, .. } = &proposal.state { blockquote { (because) } }
            span .below .quiet { (reader.say(&text!("web-proposed", by = &proposal.proposed_by, at = instant(proposal.proposed_at)))) }
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
    let (operator, id) = (call.operator().to_owned(), call.name("proposal").to_owned());
    let because = call.field("because").to_owned();
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    decide_proposal(call.store, &errand, &operator, &id, signature(&because))?;
    Ok(Answer::see(link::path(&["o", &operator, "approvals"])))
}

/// Takes one's own proposal back.
pub(crate) fn withdraw(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let (operator, id) = (call.operator().to_owned(), call.name("proposal").to_owned());
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    withdraw_proposal(call.store, &errand, &operator, &id)?;
    Ok(Answer::see(link::path(&["o", &operator, "approvals"])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::{assert_sound, readers};
    use crate::pages::samples;

    #[test]
    fn the_page_is_sound_for_who_proposed_and_who_signs() {
        let proposal = |state: ProposalState| Proposal {
            id: "0a".into(),
            act: Act::ForgetSecondFactor { account: "<b>".into() },
            because: "lost <script>".into(),
            proposed_by: "anna".into(),
            person: "anna".into(),
            proposed_at: samples::now(),
            expires_at: samples::at("2028-02-15T09:00:00Z"),
            rests_on: Vec::new(),
            state,
        };
        let all = [
            proposal(ProposalState::Open),
            proposal(ProposalState::Withdrawn { at: samples::now() }),
            proposal(ProposalState::Done { by: "ben".into(), at: samples::now() }),
        ];
        for reader in readers() {
            for (may_sign, own) in [(true, false), (true, true), (false, false)] {
                let waiting: Vec<Waiting<'_>> =
                    all.iter().map(|proposal| Waiting { proposal, may_sign, own }).collect();
                assert_sound(&shown(&reader, &waiting, samples::now()));
            }
            assert_sound(&shown(&reader, &[], samples::now()));
        }
    }
}
