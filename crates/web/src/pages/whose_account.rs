//! Whose account it is: two that are one person's, and one into which somebody else had the link.

use maud::{Markup, html};
use proofmark_access::{Act, WayIn, WayInKind};
use proofmark_actions::people::{Errand, Member, confirm_person as confirm, same_person_with};
use proofmark_text::{Text, text};

use super::words::instant;
use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{do_or_propose, member};
use crate::link;
use crate::look::{Desk, Field, Reader, Tone, badge, field, hidden, notice};
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
            @if !person.ways_in.is_empty() {
                fieldset {
                    legend { (reader.say(&text!("ends-ways-in", name = &person.display_name))) }
                    p .hint { (reader.hint(&text!("ends-ways-in", name = &person.display_name))) }
                    @for (number, way) in person.ways_in.iter().enumerate() { (way_in(reader, person, number, way)) }
                }
            }
            button type="submit" { (reader.say(&text!("desk-confirm-person", name = &person.display_name))) }
        }
    }
}

/// One way in, to be ticked if its owner names it as theirs.
fn way_in(reader: &Reader, person: &Member, number: usize, way: &WayIn) -> Markup {
    let id = format!("keeps-{}-{number}", person.account);
    html! {
        label .check for=(id) {
            input type="checkbox" name="keeps" value=(way.id) id=(id);
            (reader.say(&kind_says(way.kind))) " "
            @if !way.name.is_empty() { code { (way.name) } " " }
            span .quiet {
                @match way.added_at {
                    Some(at) => { (reader.say(&text!("ends-way-in-added", at = instant(at)))) }
                    None => { (reader.say(&text!("ends-way-in-undated"))) }
                }
            }
        }
    }
}

fn kind_says(kind: WayInKind) -> Text {
    match kind {
        WayInKind::Passkey => text!("ends-way-in-passkey"),
        WayInKind::OneTimeCodes => text!("ends-way-in-one-time-codes"),
        WayInKind::Identity => text!("ends-way-in-identity"),
        WayInKind::Token => text!("ends-way-in-token"),
    }
}

/// The other accounts of this operator that are known to be the same person's.
fn known_as_one<'a>(person: &Member, others: &'a [Member]) -> Vec<&'a str> {
    let behind = |one: &'a Member| one.same_person_as.as_deref().unwrap_or(&one.account);
    let own = person.same_person_as.as_deref().unwrap_or(&person.account);
    let same = others.iter().filter(|one| one.account != person.account && behind(one) == own);
    same.map(|one| one.account.as_str()).collect()
}

/// Whose account else it is, as far as is known, and the forms that say so and take it back.
pub(super) fn same_person(reader: &Reader, desk: &Desk, person: &Member, others: &[Member]) -> Markup {
    let path = link::path(&["o", &desk.id, "people", &person.account, "same-person"]);
    let known = known_as_one(person, others);
    let others: Vec<&Member> = others.iter().filter(|one| one.account != person.account).collect();
    html! {
        section .panel aria-labelledby="same-person-heading" {
            header { h2 #same-person-heading { (reader.say(&text!("desk-same-person"))) } }
            p .hint { (reader.hint(&text!("desk-same-person"))) }
            @if let Some(other) = &person.same_person_as {
                p { (badge(Tone::Open, &reader.say(&text!("desk-same-person-as", other = other)))) }
            }
            @if !others.is_empty() {
                form .decide method="post" action=(&path) {
                    (hidden(reader))
                    div .field {
                        label for="other" { (reader.say(&text!("desk-same-person-other"))) }
                        select id="other" name="other" required {
                            option value="" {}
                            @for one in others { option value=(one.account) { (one.display_name) " (" (one.account) ")" } }
                        }
                    }
                    div .long { (field(reader, &Field::text("same_because", text!("identity-because")).optional())) }
                    div .row { button type="submit" { (reader.say(&text!("desk-flag-same-person"))) } }
                }
            }
            @if person.same_person_as.is_some() || !known.is_empty() {
                h3 { (reader.say(&text!("ends-part-same-person"))) }
                p .hint { (reader.hint(&text!("ends-part-same-person"))) }
                form .decide method="post" action=(format!("{path}/revoke")) {
                    (hidden(reader))
                    div .long { (field(reader, &Field::text("part_because", text!("identity-because")).optional())) }
                    div .row { button type="submit" { (reader.say(&text!("ends-part-same-person"))) } }
                }
            }
        }
    }
}

/// Says that two accounts are one person's, or proposes it where a second person could sign.
pub(crate) fn flag_same_person(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (account, other) = (member(call)?.account, call.field("other").to_owned());
    let because = call.field("same_because").to_owned();
    do_or_propose(call, Act::FlagSamePerson { account: account.clone(), other }, &because)?;
    Ok(Answer::see(link::path(&["o", call.operator(), "people", &account])))
}

/// Takes back that an account is the same person's as others, or proposes it.
pub(crate) fn part_same_person(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let account = member(call)?.account;
    let others = same_person_with(&*call.store, &account)?;
    let because = call.field("part_because").to_owned();
    do_or_propose(call, Act::PartSamePerson { account: account.clone(), others }, &because)?;
    Ok(Answer::see(link::path(&["o", call.operator(), "people", &account])))
}

/// Confirms that the account is in its owner's hands.
pub(crate) fn confirm_person(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let (actor, account) = (call.actor(), call.name("account").to_owned());
    let operator = call.operator().to_owned();
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    let fields = call.taken.fields().cloned().unwrap_or_default();
    let keeps: Vec<String> = fields.all("keeps").map(str::to_owned).collect();
    confirm(call.store, &errand, &operator, &account, &keeps)?;
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
        let way = |kind, added_at| WayIn { id: "<way>".into(), kind, name: "<key>".into(), added_at };
        let member = |account: &str, link_holders: Vec<LinkHolder>| Member {
            account: account.into(),
            display_name: "Anna <b>".into(),
            email: None,
            state: AccountState::Active,
            grants: Vec::new(),
            second_factor: false,
            same_person_as: Some("<i>".into()),
            ways_in: vec![
                way(WayInKind::Passkey, Some(samples::now())),
                way(WayInKind::OneTimeCodes, Some(samples::now())),
                way(WayInKind::Identity, None),
                way(WayInKind::Token, Some(samples::now())),
            ],
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
                assert_eq!(shown.0.matches("name=\"keeps\"").count(), 4 * forms);
                assert_eq!(shown.0.matches("/same-person/revoke\"").count(), 1);
                assert!(shown.0.contains("value=\"ben\"") && !shown.0.contains("value=\"anna\""));
            }
        }
    }
}
