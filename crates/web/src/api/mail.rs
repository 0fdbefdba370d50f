//! The installation's mail settings. The password goes in and never comes out.

use proofmark_access::Secret;
use proofmark_actions::{
    ChangeOrder, MailOrder, Over, change_mail_settings, mail_settings, send_test_letter as send_now,
};
use proofmark_facts::{MailSettings, MailTransport};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::answer::Answer;
use crate::call::Call;
use crate::desk::{NOTHING_THERE, over, over_version};
use crate::refusal::Refusal;

/// The mail server letters are handed to.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct MailView {
    /// The server's name.
    host: String,
    /// Its port.
    port: u16,
    /// How the way to it is secured.
    security: MailTransport,
    /// The name to sign in with.
    #[serde(skip_serializing_if = "Option::is_none")]
    login: Option<String>,
    /// Whether a password is kept.
    has_password: bool,
    /// Whom letters are from.
    from: String,
}

/// The mail server as it is to be. It is shown nowhere: it may hold a password.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MailAsked {
    /// The server's name.
    host: String,
    /// Its port.
    port: u16,
    /// How the way to it is secured.
    security: MailTransport,
    /// The name to sign in with.
    #[serde(default)]
    login: Option<String>,
    /// The password; absent: the one that is kept, as long as server and name stay the same.
    #[serde(default)]
    password: Option<String>,
    /// Whom letters are from: an address alone.
    from: String,
}

/// Where a test letter goes.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct TestLetter {
    /// The address of whoever asked for it.
    to: String,
}

/// The mail settings; `null`: no letters are sent.
pub(crate) fn show_mail(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let Some((settings, version)) = mail_settings(&call.change(&actor), &*call.store)? else {
        return Ok(Answer::json(&None::<MailView>).version(NOTHING_THERE));
    };
    Ok(Answer::json(&view(settings)).version(version.to_string()))
}

/// Changes the mail settings that were seen; where there are none yet, nothing was to be seen.
pub(crate) fn change_mail(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let order = ChangeOrder { by: &actor, with: call.house.program(), at: call.now };
    let first = call.asked.if_match.is_none() && mail_settings(&order, &*call.store)?.is_none();
    let over = if first { Over::Nothing } else { over(call)? };
    let asked: MailAsked = call.json()?;
    let password = asked.password.map(Secret::new);
    let mail = MailOrder {
        host: &asked.host,
        port: asked.port,
        security: asked.security,
        login: asked.login.as_deref(),
        password: password.as_ref(),
        from: &asked.from,
    };
    let (post, strongbox) = (call.house.post(), call.house.strongbox());
    over_version(change_mail_settings(&order, Some(&mail), over, post, strongbox, call.store))?;
    show_mail(call)
}

/// Takes the mail settings away that were seen: no letters any more.
pub(crate) fn remove_mail(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let over = over(call)?;
    let actor = call.actor();
    let order = ChangeOrder { by: &actor, with: call.house.program(), at: call.now };
    let (post, strongbox) = (call.house.post(), call.house.strongbox());
    over_version(change_mail_settings(&order, None, over, post, strongbox, call.store))?;
    Ok(Answer::json(&true))
}

/// Sends whoever asks a letter, to the address of their account.
pub(crate) fn send_test_letter(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let order = ChangeOrder { by: &actor, with: call.house.program(), at: call.now };
    let to = send_now(&order, call.taste.language, call.house.post(), call.store)?;
    Ok(Answer::json(&TestLetter { to }).status(202))
}

fn view(settings: MailSettings) -> MailView {
    MailView {
        host: settings.host,
        port: settings.port,
        security: settings.security,
        login: settings.login,
        has_password: settings.password.is_some(),
        from: settings.from,
    }
}
