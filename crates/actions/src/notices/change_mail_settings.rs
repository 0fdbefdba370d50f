//! Changes the mail settings: the server letters are handed to. Its password is sealed and never shown again.

use proofmark_access::{Right, Secret};
use proofmark_facts::{MAIL_SETTINGS, MailSettings, MailTransport, Place, Problem, SystemOfRecord};
use proofmark_text::text;

use crate::error::ActionError;
use crate::notices::post::Post;
use crate::notices::strongbox::{MAIL_PURPOSE, Strongbox, sealed};
use crate::notices::webhook_change::keep_setting;
use crate::over::Over;
use crate::products::ChangeOrder;
use crate::record::{kept_noun, written};

/// The mail server as it is to be.
#[derive(Debug, Clone, Copy)]
pub struct MailOrder<'a> {
    /// The server's name.
    pub host: &'a str,
    /// Its port.
    pub port: u16,
    /// How the way to it is secured.
    pub security: MailTransport,
    /// The name to sign in with.
    pub login: Option<&'a str>,
    /// The password; `None`: the one that is kept, as long as server and name stay the same.
    pub password: Option<&'a Secret>,
    /// Whom letters are from: an address alone.
    pub from: &'a str,
}

/// Keeps the settings (`None`: no letters any more) and writes one line of the ledger.
pub fn change_mail_settings(
    order: &ChangeOrder<'_>,
    mail: Option<&MailOrder<'_>>,
    over: Over,
    post: &dyn Post,
    strongbox: &dyn Strongbox,
    keeping: &mut dyn SystemOfRecord,
) -> Result<(), ActionError> {
    order.demand(Right::ManageSettings, "", None)?;
    let kept = kept_noun::<MailSettings>(keeping, "", MAIL_SETTINGS)?;
    over.check(kept.as_ref().map(|kept| kept.sha256))?;
    let Some(mail) = mail else {
        let Some(kept) = kept else { return Ok(()) };
        return keep_setting(order, "remove-mail-settings", "", vec![kept.taken_away()], vec![], keeping);
    };
    if mail.host.is_empty() || mail.host.len() > 253 || mail.host.chars().any(char::is_whitespace) {
        return Err(refused("host", text!("courier-mail-host")));
    }
    post.check_mail_server(mail.host, mail.security).map_err(|why| refused("host", why))?;
    if !post.is_address(mail.from) {
        return Err(refused("from", text!("courier-mail-address", address = mail.from)));
    }
    // A kept password goes to nobody but the server and the name it was given for.
    let same = kept.as_ref().filter(|kept| {
        kept.noun.host == mail.host && kept.noun.login.as_deref() == mail.login && mail.login.is_some()
    });
    let password = match mail.password {
        Some(secret) => Some(sealed(strongbox, MAIL_PURPOSE, secret)?),
        None => same.and_then(|kept| kept.noun.password.clone()),
    };
    let settings = MailSettings {
        host: mail.host.to_owned(),
        port: mail.port,
        security: mail.security,
        login: mail.login.map(str::to_owned),
        password,
        from: mail.from.to_owned(),
    };
    let write = written("", &settings, kept.map(|kept| kept.sha256));
    keep_setting(order, "change-mail-settings", "", vec![write], vec![], keeping)
}

fn refused(place: &str, says: proofmark_text::Text) -> ActionError {
    ActionError::Refused(vec![Problem::error(Place::at(place), says)])
}
