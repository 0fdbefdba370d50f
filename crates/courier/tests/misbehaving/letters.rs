//! Letters, to mail servers that behave and that do not.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use proofmark_courier::{Courier, CourierTrouble, Letter, MailSecurity, MailServer};
use rustls::{ServerConnection, StreamOwned};

use crate::server::{courier, outfit, tls};

const CERTIFICATE: &[u8] = include_bytes!("../certificates/server.pem");

/// How a mail server is set up.
#[derive(Clone, Copy, PartialEq)]
enum Setup {
    Plain,
    OffersStartTls,
    Tls,
    RefusesRecipients,
}

/// A mail server that gives what it heard: a line for each command, and the letters as they came.
fn mail_server(setup: Setup) -> (u16, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let (heard, hearing) = channel();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
            let heard = heard.clone();
            thread::spawn(move || serve(stream, setup, &heard));
        }
    });
    (port, hearing)
}

fn serve(stream: TcpStream, setup: Setup, heard: &Sender<String>) {
    if setup == Setup::Tls {
        let secured = StreamOwned::new(ServerConnection::new(tls(CERTIFICATE)).unwrap(), stream);
        talk(BufReader::new(secured), "250 AUTH PLAIN\r\n", setup, heard, true);
        return;
    }
    let offers = if setup == Setup::OffersStartTls { "250 STARTTLS\r\n" } else { "250 HELP\r\n" };
    let kept = stream.try_clone().unwrap();
    if talk(BufReader::new(stream), offers, setup, heard, true) {
        let secured = StreamOwned::new(ServerConnection::new(tls(CERTIFICATE)).unwrap(), kept);
        talk(BufReader::new(secured), "250 AUTH PLAIN\r\n", setup, heard, false);
    }
}

/// Answers until the client quits; says whether it wants TLS.
fn talk<S: Read + Write>(
    mut stream: BufReader<S>,
    offers: &str,
    setup: Setup,
    heard: &Sender<String>,
    greets: bool,
) -> bool {
    let say = |stream: &mut BufReader<S>, words: &str| {
        stream
            .get_mut()
            .write_all(words.as_bytes())
            .and_then(|()| stream.get_mut().flush())
            .unwrap_or_default();
    };
    if greets {
        say(&mut stream, "220 mail.test\r\n");
    }
    let mut line = String::new();
    while stream.read_line(&mut line).is_ok_and(|count| count > 0) {
        let command = std::mem::take(&mut line);
        heard.send(command.clone()).unwrap_or_default();
        match command.split([' ', '\r']).next().unwrap() {
            "EHLO" => say(&mut stream, &format!("250-mail.test\r\n{offers}")),
            "STARTTLS" => {
                say(&mut stream, "220 go\r\n");
                return true;
            }
            "RCPT" if setup == Setup::RefusesRecipients => say(&mut stream, "550 no such person\r\n"),
            "AUTH" => say(&mut stream, "235 welcome\r\n"),
            "DATA" => {
                say(&mut stream, "354 go\r\n");
                let mut letter = String::new();
                while !letter.ends_with("\r\n.\r\n")
                    && stream.read_line(&mut letter).is_ok_and(|count| count > 0)
                {}
                heard.send(letter).unwrap_or_default();
                say(&mut stream, "250 taken\r\n");
            }
            "QUIT" => {
                say(&mut stream, "221 bye\r\n");
                return false;
            }
            _ => say(&mut stream, "250 fine\r\n"),
        }
    }
    false
}

fn server(host: &str, port: u16, security: MailSecurity) -> MailServer {
    MailServer { host: host.to_owned(), port, security, login: None }
}

fn letter() -> Letter {
    Letter {
        id: "77@proofmark.example".to_owned(),
        at: "2026-11-21T10:00:00Z".parse().unwrap(),
        from: "Proofmark <proofmark@example.com>".to_owned(),
        to: "Änne <anna@example.com>".to_owned(),
        subject: "Three gates are closed".to_owned(),
        text: "first\n.\nMAIL FROM:<eve@example.com>\n..last".to_owned(),
        html: None,
    }
}

fn heard(hearing: &Receiver<String>) -> Vec<String> {
    let mut all = Vec::new();
    while let Ok(line) = hearing.recv_timeout(Duration::from_millis(300)) {
        all.push(line);
    }
    all
}

#[test]
fn a_letter_arrives_whole_and_its_dots_end_nothing() {
    let (port, hearing) = mail_server(Setup::Plain);
    courier().mail(&server("127.0.0.1", port, MailSecurity::None), &letter()).unwrap();
    let all = heard(&hearing);
    assert!(all.iter().any(|line| line.starts_with("MAIL FROM:<proofmark@example.com>")), "{all:?}");
    assert_eq!(all.iter().filter(|line| line.starts_with("MAIL")).count(), 1, "{all:?}");
    let sent = all.iter().find(|line| line.contains("Subject:")).unwrap();
    assert!(sent.contains("Message-ID: <77@proofmark.example>"), "{sent}");
    assert!(sent.contains("Date: Sat, 21 Nov 2026 10:00:00 +0000"), "{sent}");
    assert!(sent.contains("first\r\n..\r\nMAIL FROM"), "{sent}");
    assert!(sent.contains("\r\n...last"), "{sent}");
}

#[test]
fn starttls_is_used_and_the_password_travels_under_it() {
    let (port, hearing) = mail_server(Setup::OffersStartTls);
    let login = Some(("anna".to_owned(), "hunter2".to_owned()));
    let server = MailServer { login, ..server("tls.example", port, MailSecurity::StartTls) };
    courier().mail(&server, &letter()).unwrap();
    let all = heard(&hearing);
    let place = |word: &str| all.iter().position(|line| line.starts_with(word)).unwrap();
    assert!(place("STARTTLS") < place("AUTH PLAIN") && place("AUTH PLAIN") < place("MAIL FROM"), "{all:?}");
}

#[test]
fn without_starttls_nothing_is_sent() {
    let (port, hearing) = mail_server(Setup::Plain);
    let login = Some(("anna".to_owned(), "hunter2".to_owned()));
    let server = MailServer { login, ..server("tls.example", port, MailSecurity::StartTls) };
    let error = courier().mail(&server, &letter()).unwrap_err();
    assert!(matches!(error.trouble, CourierTrouble::Broken | CourierTrouble::Hindered), "{error:?}");
    assert!(!format!("{error:?}").contains("hunter2"));
    let all = heard(&hearing);
    assert!(all.iter().all(|line| !line.starts_with("AUTH") && !line.starts_with("MAIL")), "{all:?}");
}

#[test]
fn tls_from_the_first_byte_works_and_a_wrong_name_does_not() {
    let (port, hearing) = mail_server(Setup::Tls);
    courier().mail(&server("tls.example", port, MailSecurity::Tls), &letter()).unwrap();
    assert!(heard(&hearing).iter().any(|line| line.contains("Subject:")));
    let error = courier().mail(&server("plain.example", port, MailSecurity::Tls), &letter()).unwrap_err();
    assert_eq!(error.says.id(), "courier-mail-unreachable");
    assert!(heard(&hearing).iter().all(|line| !line.contains("Subject:")));
}

#[test]
fn a_refusal_is_told_apart_from_a_server_that_is_away() {
    let (port, _hearing) = mail_server(Setup::RefusesRecipients);
    let error = courier().mail(&server("127.0.0.1", port, MailSecurity::None), &letter()).unwrap_err();
    assert_eq!((error.says.id(), error.trouble), ("courier-mail-refused", CourierTrouble::Broken));
    let gone = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let error = courier().mail(&server("127.0.0.1", gone, MailSecurity::None), &letter()).unwrap_err();
    assert_eq!((error.says.id(), error.trouble), ("courier-mail-unreachable", CourierTrouble::Hindered));
}

#[test]
fn a_mail_server_is_an_address_like_any_other() {
    let (port, hearing) = mail_server(Setup::Plain);
    let names: &[(&str, &[&str])] = &[("inside.example", &["127.0.0.1"])];
    let plain = Courier::new(&outfit(&[], names)).unwrap();
    for host in ["127.0.0.1", "inside.example"] {
        let error = plain.mail(&server(host, port, MailSecurity::None), &letter()).unwrap_err();
        assert_eq!(error.says.id(), "courier-barred", "{host}");
    }
    assert!(heard(&hearing).is_empty());
    let names: &[(&str, &[&str])] = &[("far.example", &["203.0.114.7"])];
    let error = Courier::new(&outfit(&[], names)).unwrap();
    let error = error.mail(&server("far.example", port, MailSecurity::None), &letter()).unwrap_err();
    assert_eq!(error.says.id(), "courier-mail-unsecured");
}
