//! Mail: one letter to one mail server, over TLS, to an address that was checked like any other.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr};
use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::{Address, Message, SmtpTransport, Transport as _};
use proofmark_text::text;

use crate::courier::Courier;
use crate::destination::{Destination, barred};
use crate::resolver::BarredName;
use crate::trouble::CourierError;

/// The most time for one word with the mail server.
const COMMAND_TIME: Duration = Duration::from_secs(20);

/// The most time for the whole letter.
const LETTER_TIME: Duration = Duration::from_secs(90);

/// The most bytes of a letter's text or HTML.
const MAX_LETTER_BYTES: usize = 1 << 20;

/// The most characters of a subject.
const MAX_SUBJECT: usize = 200;

/// The server letters are handed to.
#[derive(Clone, PartialEq, Eq)]
pub struct MailServer {
    /// Its name, which its certificate must bear.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the way to it is secured.
    pub security: MailSecurity,
    /// Name and password, where it asks for them.
    pub login: Option<(String, String)>,
}

/// How the way to a mail server is secured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailSecurity {
    /// TLS from the first byte (RFC 8314), usually port 465.
    Tls,
    /// STARTTLS, without which nothing is sent (RFC 3207), usually port 587.
    StartTls,
    /// Nothing: only for a server on this machine.
    None,
}

/// One letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Its id, without angle brackets: the same when it is sent again.
    pub id: String,
    /// When it was written.
    pub at: Timestamp,
    /// From whom: `Proofmark <proofmark@example.com>`.
    pub from: String,
    /// To whom.
    pub to: String,
    /// What it is about. What ends a line becomes a space.
    pub subject: String,
    /// What it says.
    pub text: String,
    /// The same for those who read HTML.
    pub html: Option<String>,
}

impl Courier {
    /// Hands a letter to the mail server.
    pub fn mail(&self, server: &MailServer, letter: &Letter) -> Result<(), CourierError> {
        let message = message(letter)?;
        let transport = self.transport(server)?;
        let host = server.host.clone();
        let sent = self.within(LETTER_TIME, move || transport.send(&message));
        match sent {
            None => Err(CourierError::hindered(text!(
                "courier-mail-slow",
                host = host,
                seconds = LETTER_TIME.as_secs()
            ))),
            Some(Ok(_)) => Ok(()),
            Some(Err(error)) => Err(trouble(&host, &error)),
        }
    }

    /// Whether letters may be handed to a server of this name, as far as can be said before the name is resolved; `is_plain`:
    /// without TLS, which only a server on this machine is spoken to.
    pub fn check_mail_server(&self, host: &str, is_plain: bool) -> Result<(), CourierError> {
        let unreadable = || CourierError::barred(text!("courier-mail-host"));
        let written = host.parse::<Ipv6Addr>().map_or_else(|_| host.to_owned(), |long| format!("[{long}]"));
        // What would be a port, a path or a name to sign in with there is nothing a server is called here.
        if written == host && host.contains(['/', '\\', '@', '?', '#', ':', '[', ']']) {
            return Err(unreadable());
        }
        // Read as the name in a URL: the same written forms of an address mean the same address.
        let there = Destination::parse(&format!("https://{written}/")).map_err(|_| unreadable())?;
        there.check_literal(&self.resolver().allowed)?;
        if is_plain && there.is_elsewhere() {
            return Err(CourierError::barred(text!("courier-mail-unsecured", host = host)));
        }
        Ok(())
    }

    /// The way to the server: its name is resolved and checked here, and the address found is the one connected to.
    fn transport(&self, server: &MailServer) -> Result<SmtpTransport, CourierError> {
        let address = self.mail_address(&server.host)?;
        let tls = match server.security {
            MailSecurity::Tls => Tls::Wrapper(self.tls(&server.host)?),
            MailSecurity::StartTls => Tls::Required(self.tls(&server.host)?),
            MailSecurity::None if address.to_canonical().is_loopback() => Tls::None,
            MailSecurity::None => {
                return Err(CourierError::barred(text!("courier-mail-unsecured", host = &server.host)));
            }
        };
        let mut builder = SmtpTransport::builder_dangerous(address.to_string())
            .port(server.port)
            .tls(tls)
            .timeout(Some(COMMAND_TIME));
        if let Some((name, password)) = &server.login {
            builder = builder.credentials(Credentials::new(name.clone(), password.clone()));
        }
        Ok(builder.build())
    }

    fn mail_address(&self, host: &str) -> Result<IpAddr, CourierError> {
        if let Ok(address) = host.parse::<IpAddr>() {
            let allowed = &self.resolver().allowed;
            return allowed.bars(address).map_or(Ok(address), |why| Err(barred(host, why.says())));
        }
        let unresolved = |error: &str| {
            CourierError::hindered(text!("courier-mail-unreachable", host = host, error = error))
        };
        let found = self.resolver().resolve_now(host).map_err(|error| {
            match error.get_ref().and_then(|inside| inside.downcast_ref::<BarredName>()) {
                Some(found) => barred(host, found.why.says()),
                None => unresolved(&error.to_string()),
            }
        })?;
        // A mail server that has only one kind of address is common; IPv4 is the one every machine can reach.
        let first = found.iter().find(|address| address.is_ipv4()).or(found.first());
        first.copied().ok_or_else(|| unresolved("no address"))
    }

    fn tls(&self, host: &str) -> Result<TlsParameters, CourierError> {
        let unready = || CourierError::hindered(text!("courier-mail-tls", host = host));
        let mut builder = TlsParameters::builder(host.to_owned());
        if let Some(pem) = self.authorities() {
            builder = builder.add_root_certificate(Certificate::from_pem(pem).map_err(|_| unready())?);
        }
        builder.build().map_err(|_| unready())
    }
}

/// Whether this is an address a letter can be sent to.
pub fn is_mail_address(written: &str) -> bool {
    !written.chars().any(char::is_control) && written.parse::<Address>().is_ok()
}

/// Shows neither name nor password.
impl fmt::Debug for MailServer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("MailServer")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("security", &self.security)
            .field("login", &self.login.is_some())
            .finish()
    }
}

/// The letter as it is sent.
fn message(letter: &Letter) -> Result<Message, CourierError> {
    let unfit = |what: &str| CourierError::barred(text!("courier-mail-address", address = what));
    let mailbox = |written: &str| -> Result<Mailbox, CourierError> {
        // What ends a line would begin a header of somebody else's choice.
        if written.chars().any(char::is_control) {
            return Err(unfit(&written.escape_debug().to_string()));
        }
        written.parse().map_err(|_| unfit(written))
    };
    if letter.text.len() > MAX_LETTER_BYTES
        || letter.html.as_ref().is_some_and(|html| html.len() > MAX_LETTER_BYTES)
    {
        return Err(CourierError::barred(text!("courier-mail-too-large", bytes = MAX_LETTER_BYTES)));
    }
    let id: String = letter
        .id
        .chars()
        .filter(|letter| letter.is_ascii_alphanumeric() || "@.-_".contains(*letter))
        .collect();
    let builder = Message::builder()
        .message_id(Some(format!("<{id}>")))
        .date(SystemTime::from(letter.at))
        .from(mailbox(&letter.from)?)
        .to(mailbox(&letter.to)?)
        .subject(one_line(&letter.subject))
        // So that nobody's absence is told to a machine (RFC 3834 section 5).
        .raw_header(HeaderValue::new(
            HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".to_owned(),
        ));
    let plain = SinglePart::builder().header(ContentType::TEXT_PLAIN).body(letter.text.clone());
    let message = match &letter.html {
        None => builder.singlepart(plain),
        Some(html) => {
            let html = SinglePart::builder().header(ContentType::TEXT_HTML).body(html.clone());
            builder.multipart(MultiPart::alternative().singlepart(plain).singlepart(html))
        }
    };
    message.map_err(|_| unfit(&letter.to))
}

/// A subject on one line, of a length people read.
fn one_line(subject: &str) -> String {
    let clean = subject.chars().map(|letter| if letter.is_control() { ' ' } else { letter });
    clean.take(MAX_SUBJECT).collect()
}

fn trouble(host: &str, error: &lettre::transport::smtp::Error) -> CourierError {
    // What a server answers is said as it is, within bounds; it never holds what we sent as a password.
    let said: String = error.to_string().chars().filter(|letter| !letter.is_control()).take(300).collect();
    if error.is_permanent() {
        return CourierError::broken(text!("courier-mail-refused", host = host, error = said));
    }
    if error.is_client() {
        return CourierError::broken(text!("courier-mail-refused", host = host, error = said));
    }
    CourierError::hindered(text!("courier-mail-unreachable", host = host, error = said))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter() -> Letter {
        Letter {
            id: "1@proofmark.example".to_owned(),
            at: "2026-11-21T10:00:00Z".parse().unwrap(),
            from: "Proofmark <proofmark@example.com>".to_owned(),
            to: "anna@example.com".to_owned(),
            subject: "Grüße".to_owned(),
            text: "Hällo\n.\nEnde".to_owned(),
            html: None,
        }
    }

    fn written(letter: &Letter) -> String {
        String::from_utf8(message(letter).unwrap().formatted()).unwrap()
    }

    #[test]
    fn a_subject_cannot_begin_another_header() {
        let sly = Letter { subject: "Hi\r\nBcc: eve@example.com\nX: y".to_owned(), ..letter() };
        let written = written(&sly);
        assert!(
            written.lines().all(|line| !line.starts_with("Bcc:") && !line.starts_with("X:")),
            "{written}"
        );
    }

    #[test]
    fn an_address_cannot_begin_another_header_nor_be_two() {
        for sly in
            ["a@example.com\r\nBcc: eve@example.com", "a@example.com, eve@example.com", "", "anna", "a@b@c"]
        {
            assert!(message(&Letter { to: sly.to_owned(), ..letter() }).is_err(), "{sly:?}");
            assert!(message(&Letter { from: sly.to_owned(), ..letter() }).is_err(), "{sly:?}");
        }
        assert!(
            is_mail_address("anna@example.com") && !is_mail_address("anna") && !is_mail_address("a@b.c\n")
        );
    }

    #[test]
    fn an_id_cannot_begin_another_header() {
        let written = written(&Letter { id: "1@x>\r\nBcc: e@x".to_owned(), ..letter() });
        assert!(written.contains("Message-ID: <1@xBcce@x>"), "{written}");
    }

    #[test]
    fn letters_are_utf_8_in_both_forms() {
        let both = Letter { html: Some("<p>Hällo</p>".to_owned()), ..letter() };
        let written = written(&both);
        assert!(written.contains("multipart/alternative") && written.contains("text/html; charset=utf-8"));
        assert!(written.contains("=?utf-8?"), "the subject is encoded: {written}");
    }

    #[test]
    fn a_server_shows_no_password() {
        let server = MailServer {
            host: "mail.example".to_owned(),
            port: 587,
            security: MailSecurity::StartTls,
            login: Some(("anna".to_owned(), "hunter2".to_owned())),
        };
        assert!(!format!("{server:?}").contains("hunter2") && !format!("{server:?}").contains("anna"));
    }
}
