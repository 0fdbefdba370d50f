//! People and tokens: who may do what for an operator, and what programs act in their place.

use jiff::{SignedDuration, Timestamp};
use maud::{Markup, html};
use proofmark_access::{AccountState, Right, TokenRecord, duty_name, may};
use proofmark_actions::people::{
    Errand, InviteOrder, Member, TokenOrder, invite, invite_again, make_reset_link, make_token,
    people as people_of, revoke_token, tokens as tokens_of,
};
use proofmark_facts::{Duty, Grant};
use proofmark_text::text;

use super::reader_of::reader_of;
use super::whose_account::unconfirmed;
use super::words::instant;
use crate::answer::Answer;
use crate::call::Call;
use crate::house::random;
use crate::link;
use crate::look::{Desk, Field, Icon, Place, Reader, Shown, Tone, badge, empty, field, hidden, notice, page};
use crate::refusal::Refusal;

/// What was just made, to be shown this once.
enum Made {
    /// A link; whether what it is for waits for a second person still.
    Link {
        account: String,
        link: String,
        waits: bool,
    },
    Token {
        name: String,
        token: String,
    },
}

struct Seen<'a> {
    people: &'a [Member],
    tokens: &'a [TokenRecord],
    now: Timestamp,
    manages: bool,
    /// Whether they may say whose account is whose.
    confirms: bool,
    own_duties: &'a [Duty],
    made: Option<&'a Made>,
}

/// The page.
pub(crate) fn people(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    Ok(Answer::page(show(call, None)?))
}

fn show(call: &Call<'_>, made: Option<&Made>) -> Result<Markup, Refusal> {
    let actor = call.actor();
    let errand = call.errand(&actor);
    let allowed = |right| may(&actor, right, call.operator(), None).is_ok();
    let people = if allowed(Right::SeePeople) {
        people_of(&*call.store, &errand, call.operator())?
    } else {
        Vec::new()
    };
    let tokens = if allowed(Right::MakeTokens) {
        tokens_of(&*call.store, &errand, call.operator())?
    } else {
        Vec::new()
    };
    let own_duties = if allowed(Right::MakeTokens) {
        proofmark_access::duties_of(&actor, call.operator())
    } else {
        Vec::new()
    };
    let seen = Seen {
        people: &people,
        tokens: &tokens,
        now: call.now,
        manages: allowed(Right::ManagePeople),
        confirms: allowed(Right::ApprovePeople),
        own_duties: &own_duties,
        made,
    };
    Ok(shown(&reader_of(call), &seen))
}

fn shown(reader: &Reader, seen: &Seen<'_>) -> Markup {
    let title = reader.say(&text!("web-place-people"));
    let Some(desk) = &reader.desk else { return html! {} };
    let body = html! {
        div .head { h1 { (title) } }
        @if let Some(made) = seen.made { (just_made(reader, made)) }
        section .panel aria-labelledby="people" {
            header { h2 #people { (reader.say(&text!("web-people"))) } }
            @if seen.people.is_empty() { p .quiet { (reader.say(&text!("web-no-people"))) } }
            @else {
                (unconfirmed(reader, desk, seen.people, seen.confirms))
                (person_table(reader, desk, seen))
            }
            @if seen.manages { (invite_form(reader, desk)) }
        }
        section .panel aria-labelledby="tokens" {
            header { h2 #tokens { (reader.say(&text!("web-tokens"))) } }
            @if seen.tokens.is_empty() {
                (empty(reader, Icon::Settings, &text!("web-no-tokens"), &html! {}))
            } @else {
                (token_table(reader, desk, seen))
            }
            @if !seen.own_duties.is_empty() { (token_form(reader, desk, seen.own_duties)) }
            @if !seen.people.is_empty() {
                p { a href=(link::path(&["o", &desk.id, "workloads"])) { (reader.say(&text!("identity-workloads"))) } }
            }
        }
    };
    page(reader, &Shown { title: &title, at: Some(Place::People), searched: "" }, &body)
}

fn just_made(reader: &Reader, made: &Made) -> Markup {
    let (says, secret) = match made {
        Made::Link { account, link, .. } => (text!("web-link-made", account = account), link),
        Made::Token { name, token } => (text!("web-token-made", name = name), token),
    };
    html! {
        (notice(reader, Tone::Good, &says))
        @if matches!(made, Made::Link { waits: true, .. }) {
            (notice(reader, Tone::Open, &text!("desk-duties-wait")))
        }
        div .row {
            code #made .secret { (secret) }
            button type="button" data-copy="made" hidden { (reader.say(&text!("web-copy"))) }
        }
    }
}

fn person_table(reader: &Reader, desk: &Desk, seen: &Seen<'_>) -> Markup {
    html! {
        div .wide tabindex="0" role="region" aria-labelledby="people" {
            table .stacked {
                thead { tr {
                    th scope="col" { (reader.say(&text!("web-column-person"))) }
                    th scope="col" { (reader.say(&text!("web-column-duties"))) }
                    th scope="col" { (reader.say(&text!("web-column-state"))) }
                    @if seen.manages { th scope="col" { span .hidden { (reader.say(&text!("web-column-what"))) } } }
                } }
                tbody {
                    @for person in seen.people {
                        tr {
                            th scope="row" {
                                @if seen.manages {
                                    a href=(link::path(&["o", &desk.id, "people", &person.account])) { (person.display_name) }
                                } @else { (person.display_name) }
                                " " code { (person.account) }
                                @if let Some(email) = &person.email { span .below .quiet { (email) } }
                            }
                            td { (grants(reader, &person.grants)) }
                            td { (state(reader, person)) }
                            @if seen.manages { td { (links_for(reader, desk, person)) } }
                        }
                    }
                }
            }
        }
    }
}

pub(super) fn grants(reader: &Reader, grants: &[Grant]) -> Markup {
    html! {
        @for grant in grants {
            span .below {
                (reader.say(&duty_name(grant.duty)))
                @if let Some(products) = &grant.products { " " span .quiet { "(" (products.join(", ")) ")" } }
            }
        }
        @if grants.is_empty() { span .quiet { (reader.say(&text!("web-no-duty"))) } }
    }
}

pub(super) fn state(reader: &Reader, person: &Member) -> Markup {
    let (tone, word) = match person.state {
        AccountState::Active => (Tone::Good, text!("web-account-active")),
        AccountState::Invited => (Tone::Open, text!("web-account-invited")),
        AccountState::Disabled => (Tone::Plain, text!("web-account-disabled")),
    };
    html! {
        (badge(tone, &reader.say(&word)))
        @if person.state == AccountState::Active && !person.second_factor {
            " " (badge(Tone::Open, &reader.say(&text!("web-no-second-factor"))))
        }
    }
}

fn links_for(reader: &Reader, desk: &Desk, person: &Member) -> Markup {
    let path = |what: &str| link::path(&["o", &desk.id, "people", &person.account, what]);
    html! {
        @match person.state {
            AccountState::Invited => {
                form method="post" action=(path("invite-again")) {
                    (hidden(reader)) button type="submit" { (reader.say(&text!("web-invite-again"))) }
                }
            }
            AccountState::Active => {
                form method="post" action=(path("reset")) {
                    (hidden(reader)) button type="submit" { (reader.say(&text!("web-make-reset"))) }
                }
            }
            AccountState::Disabled => {}
        }
    }
}

pub(super) fn duties(reader: &Reader, duties: &[Duty], prefix: &str) -> Markup {
    html! {
        fieldset .checks {
            legend { (reader.say(&text!("web-column-duties"))) }
            @for duty in duties {
                @let word = word_of(*duty);
                label for=(format!("{prefix}-{word}")) .check {
                    input type="checkbox" name="duty" value=(word) id=(format!("{prefix}-{word}"));
                    (reader.say(&duty_name(*duty)))
                }
            }
        }
    }
}

fn invite_form(reader: &Reader, desk: &Desk) -> Markup {
    html! {
        details {
            summary { (reader.say(&text!("web-invite"))) }
            form .decide method="post" action=(link::path(&["o", &desk.id, "people"])) {
                (hidden(reader))
                (field(reader, &Field::text("display_name", text!("web-set-up-display-name"))))
                (field(reader, &Field::text("account", text!("web-set-up-account"))))
                (field(reader, &Field::text("email", text!("web-set-up-email")).kind("email").optional()))
                (invite_products(reader))
                div .long { (duties(reader, &Duty::ALL, "invite")) }
                div .row { button .primary type="submit" { (reader.say(&text!("web-invite"))) } }
            }
        }
    }
}

/// The products the duties are for; its id is not that of the same field in the form for tokens.
fn invite_products(reader: &Reader) -> Markup {
    html! {
        div .field {
            label for="invite-products" { (reader.say(&text!("web-token-products"))) }
            p .hint id="invite-products-hint" { (reader.hint(&text!("web-token-products"))) }
            input id="invite-products" name="products" type="text" autocomplete="off"
                aria-describedby="invite-products-hint";
        }
    }
}

fn token_table(reader: &Reader, desk: &Desk, seen: &Seen<'_>) -> Markup {
    html! {
        div .wide tabindex="0" role="region" aria-labelledby="tokens" {
            table .stacked {
                thead { tr {
                    th scope="col" { (reader.say(&text!("web-column-token"))) }
                    th scope="col" { (reader.say(&text!("web-column-duties"))) }
                    th scope="col" { (reader.say(&text!("web-column-expires"))) }
                    th scope="col" { (reader.say(&text!("web-column-state"))) }
                } }
                tbody {
                    @for token in seen.tokens {
                        @let stands = token.stands(seen.now);
                        tr {
                            th scope="row" { (token.name) span .below .quiet { code { (token.id) } " " (token.made_by) } }
                            td { (grants(reader, &token.grants)) }
                            td { (instant(token.expires_at)) }
                            td {
                                @match &stands {
                                    Ok(()) => {
                                        (badge(Tone::Good, &reader.say(&text!("web-token-stands"))))
                                        form method="post" action=(link::path(&["o", &desk.id, "tokens", &token.id, "revoke"])) {
                                            (hidden(reader))
                                            button type="submit" { (reader.say(&text!("web-token-revoke"))) }
                                        }
                                    }
                                    Err(refusal) => (badge(Tone::Plain, &reader.say(&refusal.says))),
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn token_form(reader: &Reader, desk: &Desk, own: &[Duty]) -> Markup {
    html! {
        details {
            summary { (reader.say(&text!("web-token-make"))) }
            form .decide method="post" action=(link::path(&["o", &desk.id, "tokens"])) {
                (hidden(reader))
                (field(reader, &Field::text("token_name", text!("web-token-name"))))
                div .field {
                    label for="days" { (reader.say(&text!("web-token-days"))) }
                    input id="days" name="days" type="number" min="1" max="366" value="90" required;
                }
                (field(reader, &Field::text("products", text!("web-token-products")).optional()))
                div .long { (duties(reader, own, "token")) }
                div .row { button .primary type="submit" { (reader.say(&text!("web-token-make"))) } }
            }
        }
    }
}

/// A duty's word in forms and JSON.
pub(super) fn word_of(duty: Duty) -> String {
    let word = serde_json::to_value(duty).expect("a duty is a word");
    word.as_str().unwrap_or_default().to_owned()
}

/// The duties a form chose, for all products or those it names.
pub(super) fn chosen(call: &Call<'_>) -> Vec<Grant> {
    let products: Vec<String> = call.field("products").split_whitespace().map(str::to_owned).collect();
    let fields = call.taken.fields().cloned().unwrap_or_default();
    let duties = Duty::ALL.into_iter().filter(|duty| fields.all("duty").any(|word| word == word_of(*duty)));
    let grant = |duty| Grant {
        operator: call.operator().to_owned(),
        duty,
        products: (!products.is_empty()).then(|| products.clone()),
    };
    duties.map(grant).collect()
}

/// Invites a person; the link is shown this once.
pub(crate) fn invite_person(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let (operator, account) = (call.operator().to_owned(), call.field("account").to_owned());
    let (display_name, email) = (call.field("display_name").to_owned(), call.field("email").to_owned());
    let order = InviteOrder {
        operator: &operator,
        account: &account,
        display_name: &display_name,
        email: (!email.is_empty()).then_some(email.as_str()),
        grants: chosen(call),
        link: random(call.house)?,
        proposal: random(call.house)?,
    };
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    let invited = invite(call.store, &errand, &order)?;
    let link = link_text(call, "invitation", invited.link.to_text().reveal());
    Ok(Answer::page(show(
        call,
        Some(&Made::Link { account: invited.account, link, waits: invited.proposal.is_some() }),
    )?))
}

/// A new link for somebody who has not come yet.
pub(crate) fn invite_person_again(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let (operator, account) = (call.operator().to_owned(), call.name("account").to_owned());
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    let link = invite_again(call.store, &errand, &operator, &account, random(call.house)?)?;
    let link = link_text(call, "invitation", link.to_text().reveal());
    Ok(Answer::page(show(call, Some(&Made::Link { account, link, waits: false }))?))
}

/// A link with which somebody chooses a new password.
pub(crate) fn reset_link(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let account = call.name("account").to_owned();
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    let link = make_reset_link(call.store, &errand, &account, random(call.house)?)?;
    let link = link_text(call, "reset", link.to_text().reveal());
    Ok(Answer::page(show(call, Some(&Made::Link { account, link, waits: false }))?))
}

fn link_text(call: &Call<'_>, what: &str, secret: &str) -> String {
    format!("{}{}", call.asked.origin, link::path(&[what, secret]))
}

/// Makes a token; it is shown this once.
pub(crate) fn make_a_token(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let (operator, name) = (call.operator().to_owned(), call.field("token_name").to_owned());
    let bad = || Refusal::new(422, text!("web-bad-form"));
    let days: i64 = call.field("days").parse().map_err(|_| bad())?;
    let lasts = SignedDuration::from_hours(24_i64.checked_mul(days.clamp(0, 10_000)).ok_or_else(bad)?);
    let order = TokenOrder {
        operator: &operator,
        owner: &actor.name,
        name: &name,
        grants: chosen(call),
        expires_at: call.now.checked_add(lasts).map_err(|_| bad())?,
        random: random(call.house)?,
    };
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    let made = make_token(call.store, &errand, &order)?;
    let token = made.text.reveal().to_owned();
    Ok(Answer::page(show(call, Some(&Made::Token { name, token }))?))
}

/// Revokes a token.
pub(crate) fn revoke(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let (operator, token) = (call.operator().to_owned(), call.name("token").to_owned());
    let errand = Errand { by: &actor, at: call.now, with: call.house.program() };
    revoke_token(call.store, &errand, &operator, &token)?;
    Ok(Answer::see(link::path(&["o", &operator, "people"])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::{assert_sound, readers};
    use crate::pages::samples;

    #[test]
    fn the_page_is_sound_for_whoever_manages_and_whoever_looks() {
        let grant = |duty| Grant { operator: "a".into(), duty, products: Some(vec!["<p>".into()]) };
        let member = |state| Member {
            account: "anna".into(),
            display_name: "Anna <b>".into(),
            email: Some("anna@example.eu".into()),
            state,
            grants: vec![grant(Duty::Auditor)],
            second_factor: false,
            same_person_as: None,
            link_holders: Vec::new(),
            ways_in: Vec::new(),
        };
        let people = [AccountState::Active, AccountState::Invited, AccountState::Disabled].map(member);
        let token = TokenRecord {
            id: "0123".into(),
            name: "CI <i>".into(),
            made_by: "anna".into(),
            made_at: samples::now(),
            expires_at: samples::at("2028-03-01T09:00:00Z"),
            grants: vec![grant(Duty::Engineer)],
            first_used_at: None,
            revoked: None,
        };
        let made = Made::Token { name: "CI".into(), token: "pmk_x".into() };
        for reader in readers() {
            for (manages, made) in [(true, Some(&made)), (false, None)] {
                let seen = Seen {
                    people: &people,
                    tokens: std::slice::from_ref(&token),
                    now: samples::now(),
                    manages,
                    confirms: manages,
                    own_duties: &[Duty::Engineer],
                    made,
                };
                assert_sound(&shown(&reader, &seen));
            }
        }
    }
}
