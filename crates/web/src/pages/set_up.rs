//! Links that work once: setting up the installation, accepting an invitation, choosing a new password.

use maud::{Markup, html};
use proofmark_access::IdentityProvider;
use proofmark_actions::ActionError;
use proofmark_actions::people::{
    SetUpOrder, accept_invitation, check_reset_link, check_set_up_link, invited_by_link, is_unset,
    open_identity_providers, reset_password, set_up as set_up_now,
};
use proofmark_facts::Duty;
use proofmark_text::{Text, text};

use super::reader_of::reader_of;
use crate::answer::Answer;
use crate::call::Call;
use crate::house::random;
use crate::link;
use crate::look::{Field, Reader, Tone, field, hidden, narrow_page, notice, problems};
use crate::refusal::Refusal;

/// What the first administrator does for the first operator: everything, until others are there.
const FIRST_DUTIES: [Duty; 4] =
    [Duty::Administrator, Duty::ProductOwner, Duty::SecurityResponse, Duty::Compliance];

/// The page that makes the first administrator.
pub(crate) fn set_up_page(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    if !is_unset(call.store)? {
        return Ok(Answer::see("/sign-in"));
    }
    check_set_up_link(call.store, call.name("link"), call.now)?;
    Ok(Answer::page(set_up_form(&reader_of(call), call.name("link"), &Typed::default(), None)))
}

/// Makes the first administrator and their operator, or says what is wrong on the same page.
pub(crate) fn set_up(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let typed = Typed {
        operator: call.field("operator").to_owned(),
        account: call.field("account").to_owned(),
        display_name: call.field("display_name").to_owned(),
        email: call.field("email").to_owned(),
    };
    let link = call.name("link").to_owned();
    let order = SetUpOrder {
        link: &link,
        account: &typed.account,
        display_name: &typed.display_name,
        email: (!typed.email.is_empty()).then_some(typed.email.as_str()),
        password: call.secret("password"),
        operator: (!typed.operator.is_empty()).then(|| (typed.operator.as_str(), FIRST_DUTIES.to_vec())),
        at: call.now,
        with: call.house.program(),
        salt: random(call.house)?,
    };
    match set_up_now(call.store, order) {
        Ok(_) => Ok(Answer::see("/sign-in")),
        Err(ActionError::Refused(found)) => {
            let refusal = Refusal::from(ActionError::Refused(found));
            let page = set_up_form(&reader_of(call), &link, &typed, Some(&refusal));
            Ok(Answer::page(page).status(422))
        }
        Err(error) => Err(error.into()),
    }
}

/// What was typed the last time. Never a password.
#[derive(Default)]
struct Typed {
    operator: String,
    account: String,
    display_name: String,
    email: String,
}

fn set_up_form(reader: &Reader, secret: &str, typed: &Typed, wrong: Option<&Refusal>) -> Markup {
    let title = reader.say(&text!("web-set-up"));
    let fields = [
        Field::text("operator", text!("web-set-up-operator"))
            .value(&typed.operator)
            .autocomplete("organization"),
        Field::text("display_name", text!("web-set-up-display-name"))
            .value(&typed.display_name)
            .autocomplete("name"),
        Field::text("account", text!("web-set-up-account")).value(&typed.account).autocomplete("username"),
        Field::text("email", text!("web-set-up-email"))
            .value(&typed.email)
            .kind("email")
            .autocomplete("email")
            .optional(),
        Field::password("password", text!("web-new-password"), "new-password"),
    ];
    let body = html! {
        h1 { (title) }
        p .quiet { (reader.hint(&text!("web-set-up"))) }
        (what_is_wrong(reader, wrong))
        form method="post" action=(link::path(&["set-up", secret])) {
            (hidden(reader))
            @for one in &fields { (field(reader, one)) }
            button type="submit" .primary { (title) }
        }
    };
    narrow_page(reader, &title, &body)
}

/// The page of an invitation.
pub(crate) fn invitation_page(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let invited = invited_by_link(call.store, call.name("link"), call.now)?;
    let mut form = Form::invitation(call.name("link"), &invited.name);
    form.providers = open_identity_providers(&*call.store)?;
    Ok(Answer::page(password_form(&reader_of(call), &form, None)))
}

/// Accepts an invitation.
pub(crate) fn accept(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let link = call.name("link").to_owned();
    let invited = invited_by_link(call.store, &link, call.now)?;
    let password = call.secret("password");
    let salt = random(call.house)?;
    match accept_invitation(call.store, &link, password, call.now, call.house.program(), salt) {
        Ok(_) => Ok(Answer::see("/sign-in")),
        Err(error) => again(call, &Form::invitation(&link, &invited.name), error),
    }
}

/// The page of a link to choose a new password.
pub(crate) fn reset_page(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    check_reset_link(call.store, call.name("link"), call.now)?;
    Ok(Answer::page(password_form(&reader_of(call), &Form::reset(call.name("link")), None)))
}

/// Chooses a new password.
pub(crate) fn reset(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let link = call.name("link").to_owned();
    let password = call.secret("password");
    let salt = random(call.house)?;
    match reset_password(call.store, &link, password, call.now, call.house.program(), salt) {
        Ok(()) => Ok(Answer::see("/sign-in")),
        Err(error) => again(call, &Form::reset(&link), error),
    }
}

/// A form that chooses a password.
struct Form<'a> {
    action: String,
    account: &'a str,
    title: Text,
    /// Providers whose identity does instead of a password.
    providers: Vec<IdentityProvider>,
}

impl<'a> Form<'a> {
    fn invitation(link: &str, account: &'a str) -> Self {
        let action = link::path(&["invitation", link]);
        Self { action, account, title: text!("web-invitation"), providers: Vec::new() }
    }

    fn reset(link: &str) -> Self {
        let action = link::path(&["reset", link]);
        Self { action, account: "", title: text!("web-reset"), providers: Vec::new() }
    }
}

/// The form again with what is wrong in it; what no other input would mend is a refusal.
fn again(call: &Call<'_>, form: &Form<'_>, error: ActionError) -> Result<Answer, Refusal> {
    match error {
        ActionError::Refused(_) => {
            let refusal = Refusal::from(error);
            Ok(Answer::page(password_form(&reader_of(call), form, Some(&refusal))).status(422))
        }
        other => Err(other.into()),
    }
}

fn password_form(reader: &Reader, form: &Form<'_>, wrong: Option<&Refusal>) -> Markup {
    let title = reader.say(&form.title);
    let body = html! {
        h1 { (title) }
        @if !form.account.is_empty() { p { (reader.say(&text!("web-you-sign-in-as", account = form.account))) } }
        (what_is_wrong(reader, wrong))
        form method="post" action=(form.action) {
            (hidden(reader))
            (field(reader, &Field::password("password", text!("web-new-password"), "new-password")))
            button type="submit" .primary { (reader.say(&text!("web-keep"))) }
        }
        @for provider in &form.providers {
            p { a .button href=(format!("{}{}", form.action, link::path(&["with", &provider.id]))) {
                (reader.say(&text!("identity-accept-with", provider = &provider.name)))
            } }
        }
    };
    narrow_page(reader, &title, &body)
}

fn what_is_wrong(reader: &Reader, wrong: Option<&Refusal>) -> Markup {
    html! {
        @if let Some(refusal) = wrong {
            (notice(reader, Tone::Bad, &refusal.says))
            @if refusal.problems.len() > 1 { (problems(reader, &refusal.problems)) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::look::{assert_sound, readers};

    #[test]
    fn the_pages_are_sound_with_and_without_a_refusal() {
        let refusal = Refusal::new(422, text!("web-bad-form"));
        for mut reader in readers() {
            reader.form_token = None;
            assert_sound(&set_up_form(&reader, "a/b", &Typed::default(), None));
            assert_sound(&set_up_form(&reader, "a/b", &Typed::default(), Some(&refusal)));
            assert_sound(&password_form(&reader, &Form::invitation("x", "anna"), Some(&refusal)));
            assert_sound(&password_form(&reader, &Form::reset("x"), None));
        }
    }
}
