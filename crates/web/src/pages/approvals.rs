//! Approvals: what waits for a second person, in words, to be signed one by one or several at once.

use std::collections::BTreeMap;

use jiff::Timestamp;
use maud::{Markup, html};
use proofmark_actions::people::{ProposalView, proposal_views};
use proofmark_text::text;

use super::reader_of::reader_of;
use super::waiting_proposal::{SignedAt, approve_one, past, refuse_one, waiting, withdraw_one};
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{Signature, Signed, sign_all};
use crate::link;
use crate::look::{Desk, Icon, Place, Reader, Shown, Tone, badge, empty, hidden, notice, page};
use crate::refusal::Refusal;

/// How many that were decided are shown.
const MOST_DECIDED: usize = 30;

/// Everything the page shows.
struct Seen<'a> {
    all: &'a [ProposalView],
    /// What came of signing several.
    signed: &'a [Signed],
    now: Timestamp,
}

/// The page.
pub(crate) fn approvals(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::page(show(call, &[])?))
}

fn show(call: &Call<'_>, signed: &[Signed]) -> Result<Markup, Refusal> {
    let actor = call.actor();
    let all = proposal_views(&*call.store, &call.errand(&actor), call.operator())?;
    Ok(shown(&reader_of(call), &Seen { all: &all, signed, now: call.now }))
}

fn shown(reader: &Reader, seen: &Seen<'_>) -> Markup {
    let title = reader.say(&text!("web-place-approvals"));
    let Some(desk) = &reader.desk else { return html! {} };
    let (open, decided): (Vec<&ProposalView>, Vec<_>) =
        seen.all.iter().partition(|view| view.proposal.waits(seen.now).is_ok());
    let kinds = signable(&open);
    let signed_at = SignedAt { desk: Some(desk), path: link::path(&["o", &desk.id, "approvals"]) };
    let body = html! {
        div .head { h1 { (title) } p .lead { (reader.say(&text!("web-approvals-lead"))) } }
        @if !seen.signed.is_empty() { (outcome(reader, seen.signed)) }
        @if open.is_empty() { (empty(reader, Icon::Good, &text!("web-no-approvals"), &html! {})) }
        @for (kind, views) in &kinds { (several(reader, desk, kind, views)) }
        @for view in &open {
            (waiting(reader, &signed_at, view))
            @if view.refused_by.is_empty() && kinds.contains_key(view.proposal.act.word()) {
                p .hint { (reader.say(&text!("desk-or-several"))) }
            }
        }
        @if !decided.is_empty() {
            section .panel aria-labelledby="decided" {
                header { h2 #decided { (reader.say(&text!("web-approvals-decided"))) } }
                ul .plain-list { @for view in decided.iter().take(MOST_DECIDED) { (past(reader, &view.proposal)) } }
            }
        }
    };
    page(reader, &Shown { title: &title, at: Some(Place::Approvals), searched: "" }, &body)
}

/// The kinds of which the reader can sign several, each with those.
fn signable<'a>(open: &[&'a ProposalView]) -> BTreeMap<&'static str, Vec<&'a ProposalView>> {
    let mut kinds: BTreeMap<&'static str, Vec<&ProposalView>> = BTreeMap::new();
    for view in open.iter().copied().filter(|view| view.refused_by.is_empty()) {
        kinds.entry(view.proposal.act.word()).or_default().push(view);
    }
    kinds.retain(|_, views| views.len() > 1);
    kinds
}

/// One reason for several of a kind: each is ticked where it stands, and signed for itself.
fn several(reader: &Reader, desk: &Desk, kind: &str, views: &[&ProposalView]) -> Markup {
    let id = format!("because-{kind}");
    let heading = format!("several-{kind}");
    html! {
        section .panel aria-labelledby=(heading) {
            header { h2 id=(heading) { (reader.say(&text!("desk-several", count = views.len()))) } }
            p .hint { (reader.hint(&text!("desk-several", count = views.len()))) }
            form id=(form_of(kind)) .decide method="post" action=(link::path(&["o", &desk.id, "signatures"])) {
                (hidden(reader))
                fieldset .checks .long {
                    legend { (reader.say(&text!("desk-which"))) }
                    @for view in views {
                        @let box_id = format!("pick-{}", view.proposal.id);
                        div .row {
                            input id=(box_id) type="checkbox" name="proposal" value=(view.proposal.id);
                            label for=(box_id) { (reader.say(&view.proposal.act.name())) " " span .quiet { (about(view)) } }
                        }
                    }
                }
                div .field .long {
                    label for=(id) { (reader.say(&text!("desk-reason"))) }
                    p .hint id=(format!("{id}-hint")) { (reader.hint(&text!("desk-reason"))) }
                    textarea id=(id) name="because" rows="2" maxlength="4000" aria-describedby=(format!("{id}-hint")) {}
                }
                div .row {
                    button .primary type="submit" name="sign" value="approve" { (reader.say(&text!("desk-approve-ticked"))) }
                    button type="submit" name="sign" value="refuse" { (reader.say(&text!("desk-refuse-ticked"))) }
                }
            }
        }
    }
}

fn form_of(kind: &str) -> String {
    format!("sign-{kind}")
}

/// What tells one proposal of a kind from another.
fn about(view: &ProposalView) -> String {
    match &view.proposal.act {
        proofmark_access::Act::DecideFinding { content, .. } => {
            let word = |name: &str| content[name].as_str().unwrap_or_default().to_owned();
            format!("{} · {}", word("vulnerability"), word("component"))
        }
        _ => view.proposal.because.clone(),
    }
}

/// What came of each signature, line by line.
fn outcome(reader: &Reader, signed: &[Signed]) -> Markup {
    let done = signed.iter().filter(|one| one.refused.is_none()).count();
    let tone = if done == signed.len() { Tone::Good } else { Tone::Bad };
    html! {
        (notice(reader, tone, &text!("desk-signed", done = done, all = signed.len())))
        ul .problems {
            @for one in signed {
                li {
                    @if let Some(what) = &one.what { (reader.say(what)) " " } @else { code { (one.proposal) } " " }
                    @match &one.refused {
                        None => (badge(Tone::Good, &reader.say(&text!("desk-signed-this")))),
                        Some(refusal) => {
                            (badge(Tone::Bad, &reader.say(&text!("desk-not-signed")))) " " (reader.say(&refusal.says))
                            @let hint = reader.hint(&refusal.says);
                            @if !hint.is_empty() { span .hint { (hint) } }
                        }
                    }
                }
            }
        }
    }
}

/// Approves it, and it is done with that.
pub(crate) fn approve(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let back = back(call);
    approve_one(call, back)
}

/// Refuses it.
pub(crate) fn refuse(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let back = back(call);
    refuse_one(call, back)
}

/// Takes one's own proposal back.
pub(crate) fn withdraw(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let back = back(call);
    withdraw_one(call, back)
}

fn back(call: &Call<'_>) -> String {
    link::path(&["o", call.operator(), "approvals"])
}

/// Signs all that are ticked, and says of each what came of it.
pub(crate) fn sign_several(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let because = call.field("because").to_owned();
    let signature = match call.field("sign") {
        "approve" => Signature::Approve(because),
        "refuse" => Signature::Refuse(because),
        _ => return Err(Refusal::new(422, text!("web-bad-form"))),
    };
    let fields = call.taken.fields().cloned().unwrap_or_default();
    let ticked: Vec<String> = fields.all("proposal").map(str::to_owned).collect();
    let signed = sign_all(call, &ticked, &signature)?;
    Ok(Answer::page(show(call, &signed)?))
}

#[cfg(test)]
mod tests {
    use proofmark_access::{Act, Proposal, ProposalState};
    use proofmark_text::Text;

    use super::*;
    use crate::look::{assert_sound, readers};
    use crate::pages::samples;

    #[test]
    fn the_page_is_sound_for_who_proposed_and_who_signs() {
        let view = |id: &str, own: bool, refused_by: &[Text], state: ProposalState| {
            let sample = samples::proposal(Act::ForgetSecondFactor { account: "<b>".into() });
            let proposal = Proposal { id: id.into(), state, ..sample.proposal };
            ProposalView { proposal, own, refused_by: refused_by.to_vec(), ..sample }
        };
        let stale = text!("access-proposal-moved", kind = "decision", id = "<x>");
        let done = |because: Option<&str>| ProposalState::Done {
            by: "ben".into(),
            at: samples::now(),
            because: because.map(str::to_owned),
        };
        let all = [
            view("0a", false, &[], ProposalState::Open),
            view("0b", false, &[], ProposalState::Open),
            view("0c", true, &[text!("access-proposal-own")], ProposalState::Open),
            view("0d", false, &[stale], ProposalState::Open),
            view("0e", false, &[], ProposalState::Withdrawn { at: samples::now() }),
            view("11", false, &[], ProposalState::Lapsed { at: samples::now(), approved: "<0f>".into() }),
            view("0f", false, &[], done(Some("<i>"))),
            view("10", false, &[], done(None)),
        ];
        let refused = Some(Refusal::new(403, text!("access-proposal-own")));
        let signed = [
            Signed { proposal: "0a".into(), what: Some(all[0].proposal.act.name()), refused: None },
            Signed { proposal: "0b".into(), what: Some(all[1].proposal.act.name()), refused: None },
            Signed { proposal: "<x>".into(), what: None, refused },
        ];
        for reader in readers() {
            assert_sound(&shown(&reader, &Seen { all: &all, signed: &signed, now: samples::now() }));
            assert_sound(&shown(&reader, &Seen { all: &[], signed: &[], now: samples::now() }));
        }
    }
}
