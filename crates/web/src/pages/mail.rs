//! Mail: the server letters are handed to, and whether they arrive. The password is never shown.

use maud::{Markup, html};
use proofmark_access::Secret;
use proofmark_actions::{
    ActionError, ChangeOrder, MailOrder, Over, change_mail_settings, mail_settings, send_test_letter,
    test_letters,
};
use proofmark_facts::{Job, JobState, MailSettings, MailTransport, Sha256};
use proofmark_text::{Text, text};

use super::settings_frame::{Frame, Part, frame, settings_page};
use super::webhook_forms::{seen_version, version_of, wrong};
use super::words::instant;
use crate::answer::Answer;
use crate::call::Call;
use crate::look::{Field, Icon, Reader, Tone, badge, empty, field, hidden, notice, select};
use crate::refusal::Refusal;

/// How many test letters are shown.
const TESTS: usize = 5;

/// What was typed. The password is not among it: it is taken once and not written back.
#[derive(Debug, Clone, Default)]
struct Typed {
    host: String,
    port: String,
    security: String,
    login: String,
    from: String,
}

/// Everything the page shows.
struct Seen<'a> {
    kept: Option<&'a (MailSettings, Sha256)>,
    typed: Typed,
    tests: &'a [Job],
    sent_to: Option<&'a str>,
    refusal: Option<&'a Refusal>,
}

impl Typed {
    fn of_settings(settings: &MailSettings) -> Self {
        Self {
            host: settings.host.clone(),
            port: settings.port.to_string(),
            security: word(settings.security).to_owned(),
            login: settings.login.clone().unwrap_or_default(),
            from: settings.from.clone(),
        }
    }

    fn of_form(call: &Call<'_>) -> Self {
        let word = |name: &str| call.field(name).to_owned();
        Self {
            host: word("host"),
            port: word("port"),
            security: word("security"),
            login: word("login"),
            from: word("from"),
        }
    }
}

fn word(security: MailTransport) -> &'static str {
    match security {
        MailTransport::Tls => "tls",
        MailTransport::StartTls => "start-tls",
        MailTransport::None => "none",
    }
}

/// The page.
pub(crate) fn mail(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    show(call, None, None, None)
}

fn show(
    call: &Call<'_>,
    typed: Option<Typed>,
    sent_to: Option<&str>,
    refusal: Option<&Refusal>,
) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let change = call.change(&actor);
    let kept = mail_settings(&change, &*call.store)?;
    let tests = test_letters(&change, TESTS, &*call.store)?;
    let of_kept = || kept.as_ref().map(|(settings, _)| Typed::of_settings(settings)).unwrap_or_default();
    let typed = typed.unwrap_or_else(of_kept);
    let seen = Seen { kept: kept.as_ref(), typed, tests: &tests, sent_to, refusal };
    Ok(Answer::page(shown(&frame(call)?, &seen)))
}

fn shown(frame: &Frame, seen: &Seen<'_>) -> Markup {
    let Frame { reader, desk, .. } = frame;
    let path = Part::Mail.path(desk);
    let body = html! {
        (wrong(reader, seen.refusal))
        @if let Some(to) = seen.sent_to { (notice(reader, Tone::Good, &text!("desk-test-sent", to = to))) }
        @if seen.kept.is_none() { (empty(reader, Icon::Note, &text!("desk-no-mail"), &html! {})) }
        section .panel aria-labelledby="server" {
            header { h2 #server { (reader.say(&text!("desk-mail-server"))) } }
            p .hint { (reader.hint(&text!("desk-mail-server"))) }
            (form(reader, seen, &path))
        }
        @if let Some((_, version)) = seen.kept {
            section .panel aria-labelledby="test" {
                header { h2 #test { (reader.say(&text!("desk-test"))) } }
                p .hint { (reader.hint(&text!("desk-test"))) }
                form method="post" action=(format!("{path}/test-letter")) {
                    (hidden(reader)) button type="submit" { (reader.say(&text!("desk-test"))) }
                }
                @if !seen.tests.is_empty() { ul .plain-list { @for job in seen.tests { (test(reader, job)) } } }
            }
            section .panel aria-labelledby="no-letters" {
                header { h2 #no-letters { (reader.say(&text!("desk-mail-remove"))) } }
                p .hint { (reader.hint(&text!("desk-mail-remove"))) }
                form method="post" action=(format!("{path}/remove")) {
                    (hidden(reader)) (seen_version(version))
                    button type="submit" { (reader.say(&text!("desk-mail-remove"))) }
                }
            }
        }
    };
    settings_page(frame, Part::Mail, &body)
}

fn form(reader: &Reader, seen: &Seen<'_>, path: &str) -> Markup {
    let say = |text: Text| reader.say(&text);
    let securities = [
        ("tls", say(text!("desk-mail-tls"))),
        ("start-tls", say(text!("desk-mail-start-tls"))),
        ("none", say(text!("desk-mail-plain"))),
    ];
    let typed = &seen.typed;
    html! {
        form .decide method="post" action=(path) {
            (hidden(reader))
            @if let Some((_, version)) = seen.kept { (seen_version(version)) }
            (field(reader, &Field::text("host", text!("desk-mail-host")).value(&typed.host)))
            (field(reader, &Field::text("port", text!("desk-mail-port")).kind("number").value(&typed.port)))
            (select("security", &say(text!("desk-mail-security")), &securities, &typed.security))
            (field(reader, &Field::text("login", text!("desk-mail-login")).value(&typed.login).optional()))
            (field(reader, &Field::password("password", text!("desk-mail-password"), "off").optional()))
            (field(reader, &Field::text("from", text!("desk-mail-from")).value(&typed.from)))
            div .row { button .primary type="submit" { (say(text!("web-keep"))) } }
        }
    }
}

fn test(reader: &Reader, job: &Job) -> Markup {
    let (tone, says) = match job.state {
        JobState::Done => (Tone::Good, text!("desk-test-went")),
        JobState::Failed => (Tone::Bad, text!("desk-given-up")),
        JobState::Waiting => (Tone::Open, text!("desk-on-its-way", at = instant(job.due_at))),
    };
    html! {
        li {
            (badge(tone, &reader.say(&says)))
            @if let Some(trouble) = &job.trouble { span .below { (trouble) } }
        }
    }
}

/// Keeps the mail settings over those that were seen.
pub(crate) fn change_mail(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let typed = Typed::of_form(call);
    let bad = || Refusal::new(422, text!("web-bad-form"));
    let security = match typed.security.as_str() {
        "tls" => MailTransport::Tls,
        "start-tls" => MailTransport::StartTls,
        "none" => MailTransport::None,
        _ => return Err(bad()),
    };
    let password = call.secret("password");
    let password: Option<&Secret> = (!password.reveal().is_empty()).then_some(&password);
    let over = if call.field("version").is_empty() { Over::Nothing } else { version_of(call)? };
    let mail = MailOrder {
        host: &typed.host,
        port: typed.port.parse().map_err(|_| bad())?,
        security,
        login: (!typed.login.is_empty()).then_some(typed.login.as_str()),
        password,
        from: &typed.from,
    };
    let actor = call.actor();
    let order = ChangeOrder { by: &actor, with: call.house.program(), at: call.now };
    let (post, strongbox) = (call.house.post(), call.house.strongbox());
    match change_mail_settings(&order, Some(&mail), over, post, strongbox, call.store) {
        Ok(()) => Ok(Answer::see(call.asked.path.clone())),
        Err(error @ ActionError::Refused(_)) => {
            let refusal = Refusal::from(error);
            Ok(show(call, Some(typed), None, Some(&refusal))?.status(422))
        }
        Err(error) => Err(error.into()),
    }
}

/// Takes the mail settings away that were seen.
pub(crate) fn remove_mail(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let over = version_of(call)?;
    let actor = call.actor();
    let order = ChangeOrder { by: &actor, with: call.house.program(), at: call.now };
    let (post, strongbox) = (call.house.post(), call.house.strongbox());
    change_mail_settings(&order, None, over, post, strongbox, call.store)?;
    Ok(Answer::see(call.asked.path.trim_end_matches("/remove")))
}

/// Sends whoever asks a letter.
pub(crate) fn test_letter(call: &mut Call<'_>) -> Result<Answer, Refusal> {
    let actor = call.actor();
    let order = ChangeOrder { by: &actor, with: call.house.program(), at: call.now };
    match send_test_letter(&order, call.taste.language, call.house.post(), call.store) {
        Ok(to) => show(call, None, Some(&to), None),
        Err(ActionError::Forbidden(says)) => {
            let refusal = Refusal::new(403, says);
            Ok(show(call, None, None, Some(&refusal))?.status(403))
        }
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use proofmark_facts::{Lane, SealedSecret};

    use super::*;
    use crate::look::assert_sound;
    use crate::pages::samples;
    use crate::pages::settings_frame::samples::frames;

    #[test]
    fn the_page_is_sound_and_never_holds_the_password() {
        let settings = MailSettings {
            host: "mail.example/<b>".into(),
            port: 465,
            security: MailTransport::Tls,
            login: Some("\"<i>".into()),
            password: Some(SealedSecret { sealed: "sealed-password".into(), until: None }),
            from: "proofmark@maker.example".into(),
        };
        let job = |state| Job {
            id: "letter test-1".into(),
            lane: Lane::Soon,
            kind: "letter".into(),
            payload: "{}".into(),
            operator: String::new(),
            due_at: samples::now(),
            attempts: 1,
            most_attempts: 15,
            state,
            leased: None,
            trouble: Some("<script>".into()),
        };
        let tests = [JobState::Done, JobState::Failed, JobState::Waiting].map(job);
        let kept = (settings, Sha256::of(b"v"));
        let refusal = Refusal::new(422, text!("courier-mail-host"));
        for frame in frames() {
            let typed = Typed::of_settings(&kept.0);
            let (sent_to, refusal) = (Some("anna@maker.example"), Some(&refusal));
            let page = shown(&frame, &Seen { kept: Some(&kept), typed, tests: &tests, sent_to, refusal });
            assert_sound(&page);
            assert!(!page.0.contains("sealed-password"));
            let typed = Typed::default();
            assert_sound(&shown(
                &frame,
                &Seen { kept: None, typed, tests: &[], sent_to: None, refusal: None },
            ));
        }
    }
}
