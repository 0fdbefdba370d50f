//! A person: let out and back in, given other duties, freed of a second factor they lost.

use maud::{Markup, html};
use proofmark_access::{AccountState, Act, Proposal, duty_name};
use proofmark_actions::people::{
    Errand, Member, disable_account, enable_account, people as people_of, proposals,
};
use proofmark_facts::{Duty, Grant};
use proofmark_text::text;

use super::people::{state, word_of};
use super::reader_of::reader_of;
use super::whose_account::{same_person, unconfirmed};
use super::words::instant;
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{do_or_propose, member};
use crate::link;
use crate::look::{Desk, Field, Place, Reader, Shown, Tone, crumbs, field, hidden, notice, page};
use crate::refusal::Refusal;

/// The page.
pub(crate) fn person(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let person = member(call)?;
    let actor = call.actor();
    let mut waiting = proposals(&*call.store, &call.errand(&actor), call.operator())?;
    waiting
        .retain(|one| one.act.accounts().contains(&person.account.as_str()) && one.waits(call.now).is_ok());
    let everybody = people_of(&*call.store, &call.errand(&actor), call.operator())?;
    Ok(Answer::page(shown(&reader_of(call), &person, &waiting, &everybody)))
}

fn shown(reader: &Reader, person: &Member, waiting: &[Proposal], everybody: &[Member]) -> Markup {
    let Some(desk) = &reader.desk else { return html! {} };
    let people = reader.say(&text!("web-place-people"));
    let body = html! {
        (crumbs(reader, &[(&people, Place::People.path(desk))], &person.display_name))
        div .head {
            div .row { h1 { (person.display_name) } (state(reader, person)) }
            p .lead { code { (person.account) } @if let Some(email) = &person.email { " " (email) } }
        }
        @if !waiting.is_empty() { (waits(reader, desk, waiting)) }
        (unconfirmed(reader, desk, std::slice::from_ref(person), false))
        section .panel aria-labelledby="duties" {
            header { h2 #duties { (reader.say(&text!("web-column-duties"))) } }
            p .hint { (reader.hint(&text!("desk-duties-of"))) }
            (duties_form(reader, desk, person))
        }
        section .panel aria-labelledby="account" {
            header { h2 #account { (reader.say(&text!("desk-account"))) } }
            (access_forms(reader, desk, person))
        }
        (same_person(reader, desk, person, everybody))
    };
    page(reader, &Shown { title: &person.display_name, at: Some(Place::People), searched: "" }, &body)
}

/// What was proposed about them and is not signed: none of it has happened yet.
fn waits(reader: &Reader, desk: &Desk, waiting: &[Proposal]) -> Markup {
    html! {
        (notice(reader, Tone::Open, &text!("desk-person-waits", count = waiting.len())))
        ul .plain-list {
            @for proposal in waiting {
                li {
                    (reader.say(&proposal.act.name())) " "
                    span .quiet {
                        (reader.say(&text!("web-proposed", by = &proposal.proposed_by, at = instant(proposal.proposed_at))))
                    }
                }
            }
        }
        p { a href=(link::path(&["o", &desk.id, "approvals"])) { (reader.say(&text!("web-place-approvals"))) } }
    }
}

fn path_of(desk: &Desk, person: &Member, what: &[&str]) -> String {
    let own = link::path(&["o", &desk.id, "people", &person.account]);
    if what.is_empty() { own } else { format!("{own}{}", link::path(what)) }
}

fn duties_form(reader: &Reader, desk: &Desk, person: &Member) -> Markup {
    html! {
        form .decide method="post" action=(path_of(desk, person, &["duties"])) {
            (hidden(reader))
            div .long {
                fieldset {
                    legend { (reader.say(&text!("web-column-duties"))) }
                    @for duty in Duty::ALL { (duty_row(reader, duty, &person.grants)) }
                }
            }
            div .long { (field(reader, &Field::text("because", text!("identity-because")).optional())) }
            div .row { button .primary type="submit" { (reader.say(&text!("desk-change-duties"))) } }
        }
    }
}

fn duty_row(reader: &Reader, duty: Duty, grants: &[Grant]) -> Markup {
    let word = word_of(duty);
    let (held, products) = held(duty, grants);
    let (id, only) = (format!("duty-{word}"), format!("products-{word}"));
    html! {
        div .row {
            label .check for=(id) {
                input type="checkbox" name="duty" value=(word) id=(id) checked[held];
                (reader.say(&duty_name(duty)))
            }
            label .hidden for=(only) {
                (reader.say(&text!("desk-only-products", duty = reader.say(&duty_name(duty)))))
            }
            input id=(only) name=(only) type="text" value=(products.join(" ")) autocomplete="off"
                placeholder=(reader.say(&text!("web-token-products")));
        }
    }
}

/// Whether the duty is held, and for which products; none: for all of them.
///
/// Two grants of a duty for some products allow together what one for all of these does.
fn held(duty: Duty, grants: &[Grant]) -> (bool, Vec<String>) {
    let own: Vec<&Grant> = grants.iter().filter(|grant| grant.duty == duty).collect();
    if own.iter().any(|grant| grant.products.is_none()) {
        return (true, Vec::new());
    }
    let mut products: Vec<String> =
        own.iter().filter_map(|grant| grant.products.as_deref()).flatten().cloned().collect();
    products.sort();
    products.dedup();
    (!own.is_empty(), products)
}

fn access_forms(reader: &Reader, desk: &Desk, person: &Member) -> Markup {
    html! {
        @if person.state == AccountState::Disabled {
            p .hint { (reader.hint(&text!("desk-let-back"))) }
            form method="post" action=(path_of(desk, person, &["enable"])) {
                (hidden(reader)) button type="submit" { (reader.say(&text!("desk-let-back"))) }
            }
        } @else {
            @if person.state == AccountState::Active {
                p .hint { (reader.hint(&text!("identity-end-sessions"))) }
                form method="post" action=(path_of(desk, person, &["sessions", "end"])) {
                    (hidden(reader)) button type="submit" { (reader.say(&text!("identity-end-sessions"))) }
                }
            }
            p .hint { (reader.hint(&text!("desk-close-out"))) }
            form method="post" action=(path_of(desk, person, &["disable"])) {
                (hidden(reader)) button type="submit" { (reader.say(&text!("desk-close-out"))) }
            }
        }
        @if person.second_factor {
            h3 { (reader.say(&text!("desk-forget-factor"))) }
            p .hint { (reader.say(&text!("desk-forgets", account = &person.account))) }
            form .decide method="post" action=(path_of(desk, person, &["second-factor", "forget"])) {
                (hidden(reader))
                (field(reader, &Field::text("forget_because", text!("identity-because")).optional()))
                div .row { button type="submit" { (reader.say(&text!("desk-forget-factor"))) } }
            }
        }
    }
}

/// Closes the account at once: whoever must be kept out cannot wait for a second signature.
pub(crate) fn close_out(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (actor, account) = (call.actor(), member(call)?.account);
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    disable_account(call.store, &errand, &account)?;
    Ok(back(call))
}

/// Opens the account again.
pub(crate) fn let_back(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (actor, account) = (call.actor(), member(call)?.account);
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    enable_account(call.store, &errand, &account)?;
    Ok(back(call))
}

/// Changes what they may do, or proposes it where a second person could sign.
pub(crate) fn change_person(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let because = call.field("because").to_owned();
    let act = Act::ChangeGrants { account: member(call)?.account, grants: asked(call) };
    do_or_propose(call, act, &because)?;
    Ok(back(call))
}

/// Takes away a second factor they lost, or proposes it.
pub(crate) fn forget_factor(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let because = call.field("forget_because").to_owned();
    let act = Act::ForgetSecondFactor { account: member(call)?.account };
    do_or_propose(call, act, &because)?;
    Ok(back(call))
}

/// The page, which says what waits for a second person.
fn back(call: &Call<'_>) -> Answer {
    Answer::see(link::path(&["o", call.operator(), "people", call.name("account")]))
}

/// The duties that are ticked, each for the products named beside it, or for all.
fn asked(call: &Call<'_>) -> Vec<Grant> {
    let fields = call.taken.fields().cloned().unwrap_or_default();
    let ticked = Duty::ALL.into_iter().filter(|duty| fields.all("duty").any(|word| word == word_of(*duty)));
    let grant = |duty| {
        let named = fields.get(&format!("products-{}", word_of(duty))).unwrap_or_default();
        let products: Vec<String> =
            named.split([' ', ',', '\t']).filter(|one| !one.is_empty()).map(str::to_owned).collect();
        let products = (!products.is_empty()).then_some(products);
        Grant { operator: call.operator().to_owned(), duty, products }
    };
    ticked.map(grant).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::{assert_sound, readers};

    fn grant(duty: Duty, products: Option<&[&str]>) -> Grant {
        let products = products.map(|all| all.iter().map(|one| (*one).to_owned()).collect());
        Grant { operator: "a".into(), duty, products }
    }

    #[test]
    fn the_page_is_sound_however_the_account_stands() {
        for reader in readers() {
            for state in [AccountState::Active, AccountState::Invited, AccountState::Disabled] {
                let person = Member {
                    account: "anna".into(),
                    display_name: "Anna <b>".into(),
                    email: Some("anna@example.eu".into()),
                    state,
                    grants: vec![grant(Duty::Auditor, Some(&["<p>"]))],
                    second_factor: state == AccountState::Active,
                    same_person_as: None,
                    link_holders: Vec::new(),
                    ways_in: Vec::new(),
                };
                assert_sound(&shown(&reader, &person, &[], std::slice::from_ref(&person)));
            }
        }
    }

    #[test]
    fn a_duty_is_shown_for_all_it_is_held_for() {
        let some = [grant(Duty::Engineer, Some(&["b"])), grant(Duty::Engineer, Some(&["a", "b"]))];
        assert_eq!(held(Duty::Engineer, &some), (true, vec!["a".to_owned(), "b".to_owned()]));
        let all = [grant(Duty::Engineer, Some(&["b"])), grant(Duty::Engineer, None)];
        assert_eq!(held(Duty::Engineer, &all), (true, Vec::new()));
        assert_eq!(held(Duty::Auditor, &all), (false, Vec::new()));
    }
}
