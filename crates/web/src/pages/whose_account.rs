//! Whose account it is: two that are one person's, and one into which somebody else had the link.

use maud::{Markup, html};
use proofmark_actions::people::{Errand, Member, confirm_person as confirm, flag_same_person as flag};
use proofmark_text::text;

use super::words::instant;
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::member;
use crate::link;
use crate::look::{Desk, Reader, Tone, badge, hidden, notice};
use crate::refusal::Refusal;

/// Everybody into whose account somebody else had the link, each with what whoever reads it can do about it.
pub(super) fn unconfirmed(reader: &Reader, desk: &Desk, people: &[Member], confirms: bool) -> Markup {
    let held: Vec<&Member> = people.iter().filter(|person| !person.link_holders.is_empty()).collect();
    html! {
        @if !held.is_empty() {
            (notice(reader, Tone::Open, &text!("desk-unconfirmed", count = held.len())))
            ul .plain-list {
                @for person in held {
                    li { (holders(reader, person)) @if confirms { (confirm_form(reader, desk, person)) } }
                }
            }
        }
    }
}

fn holders(reader: &Reader, person: &Member) -> Markup {
    html! {
        strong { (person.display_name) } " " code { (person.account) }
        @for holder in &person.link_holders {
            span .below { (reader.say(&text!("desk-link-held", by = &holder.account, at = instant(holder.at)))) }
        }
    }
}

fn confirm_form(reader: &Reader, desk: &Desk, person: &Member) -> Markup {
    html! {
        form method="post" action=(link::path(&["o", &desk.id, "people", &person.account, "confirm"])) {
            (hidden(reader))
            button type="submit" { (reader.say(&text!("desk-confirm-person", name = &person.display_name))) }
        }
    }
}

/// Whose account else it is, as far as is known, and the form that says so.
pub(super) fn same_person(reader: &Reader, desk: &Desk, person: &Member, others: &[Member]) -> Markup {
    let path = link::path(&["o", &desk.id, "people", &person.account, "same-person"]);
    let others: Vec<&Member> = others.iter().filter(|one| one.account != person.account).collect();
    html! {
        section .panel aria-labelledby="same-person-heading" {
            header { h2 #same-person-heading { (reader.say(&text!("desk-same-person"))) } }
            p .hint { (reader.hint(&text!("desk-same-person"))) }
            @if let Some(other) = &person.same_person_as {
                p { (badge(Tone::Open, &reader.say(&text!("desk-same-person-as", other = other)))) }
            }
            @if !others.is_empty() {
                form .decide method="post" action=(path) {
                    (hidden(reader))
                    div .field {
                        label for="other" { (reader.say(&text!("desk-same-person-other"))) }
                        select id="other" name="other" required {
                            option value="" {}
                            @for one in others { option value=(one.account) { (one.display_name) " (" (one.account) ")" } }
                        }
                    }
                    div .row { button type="submit" { (reader.say(&text!("desk-flag-same-person"))) } }
                }
            }
        }
    }
}

/// Says that two accounts are one person's.
pub(crate) fn flag_same_person(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (actor, account) = (call.actor(), member(call)?.account);
    let other = call.field("other").to_owned();
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    flag(call.store, &errand, &account, &other)?;
    Ok(Answer::see(link::path(&["o", call.operator(), "people", &account])))
}

/// Confirms that the account is in its owner's hands.
pub(crate) fn confirm_person(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (actor, account) = (call.actor(), call.name("account").to_owned());
    let operator = call.operator().to_owned();
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    confirm(call.store, &errand, &operator, &account)?;
    Ok(Answer::see(link::path(&["o", &operator, "people"])))
}

#[cfg(test)]
mod tests {
    use proofmark_access::{AccountState, LinkHolder};

    use super::*;
    use crate::look::{assert_sound, page, readers};
    use crate::pages::samples;

    #[test]
    fn only_who_may_confirm_is_offered_to() {
        let member = |account: &str, link_holders| Member {
            account: account.into(),
            display_name: "Anna <b>".into(),
            email: None,
            state: AccountState::Active,
            grants: Vec::new(),
            second_factor: false,
            same_person_as: Some("<i>".into()),
            link_holders,
        };
        let holder = LinkHolder { account: "<x>".into(), at: samples::now(), settled_at: Vec::new() };
        let people = [member("anna", vec![holder]), member("ben", Vec::new())];
        for reader in readers() {
            let desk = reader.desk.clone().unwrap();
            for (confirms, forms) in [(true, 1), (false, 0)] {
                let body = html! {
                    h1 { "x" }
                    (unconfirmed(&reader, &desk, &people, confirms))
                    (same_person(&reader, &desk, &people[0], &people))
                };
                let shown = page(&reader, &crate::look::Shown { title: "x", at: None, searched: "" }, &body);
                assert_sound(&shown);
                assert_eq!(shown.0.matches("/confirm\"").count(), forms);
                assert!(shown.0.contains("value=\"ben\"") && !shown.0.contains("value=\"anna\""));
            }
        }
    }
}
