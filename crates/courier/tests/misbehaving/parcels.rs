//! What is carried for others: webhooks, time stamps, witnesses, identity providers.

use jiff::Timestamp;
use proofmark_courier::{Delivery, WebhookSecret, is_genuine};
use proofmark_trust::witness::{AddCheckpoint, WitnessAnswer};
use proofmark_trust::{Checkpoint, Frontier, SignerKey, SigningKey};

use crate::server::{Server, courier};

fn now() -> Timestamp {
    "2026-11-21T10:00:00Z".parse().unwrap()
}

#[test]
fn a_receiver_can_check_what_it_was_sent() {
    let server = Server::saying("HTTP/1.1 204 No Content\r\n\r\n");
    let secrets = [WebhookSecret::shared([1; 32]), WebhookSecret::pair([2; 32])];
    let delivery = Delivery { id: "msg_1", at: now(), body: br#"{"type":"gate.closed"}"# };
    let answer = courier().deliver(&server.url("/hook?key=1"), &delivery, &secrets).unwrap();
    assert_eq!(answer.status, 204);
    let request = &server.seen()[0];
    assert!(request.head.starts_with("POST /hook?key=1 "));
    assert_eq!(request.header("content-type"), Some("application/json"));
    let signed =
        ["webhook-id", "webhook-timestamp", "webhook-signature"].map(|name| request.header(name).unwrap());
    for secret in secrets {
        assert!(is_genuine(signed, &request.body, &[secret], now()));
    }
    assert!(!is_genuine(signed, &request.body, &[WebhookSecret::shared([3; 32])], now()));
}

#[test]
fn a_time_stamp_is_posted_as_asked_and_a_page_instead_of_one_is_refused() {
    let server = Server::plain(|request, out| {
        assert_eq!(request.header("content-type"), Some("application/timestamp-query"));
        assert_eq!(request.body, b"query");
        let media_type = if request.path() == "/tsa" { "application/timestamp-reply" } else { "text/html" };
        out.write_all(
            format!("HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\nContent-Length: 5\r\n\r\nreply")
                .as_bytes(),
        )
    });
    assert_eq!(courier().ask_time_stamp(&server.url("/tsa"), b"query").unwrap(), b"reply");
    let page = courier().ask_time_stamp(&server.url("/portal"), b"query").unwrap_err();
    assert_eq!(page.says.id(), "courier-media-type");
}

fn request() -> AddCheckpoint {
    let signer = SignerKey::new("example.com/ledger".parse().unwrap(), SigningKey::from_seed(&[5; 32]));
    let checkpoint = Checkpoint::new("example.com/ledger", Frontier::default().head()).unwrap();
    AddCheckpoint::new(0, vec![], checkpoint.sign(&[&signer]).unwrap()).unwrap()
}

#[test]
fn a_witness_is_asked_below_its_prefix() {
    let server = Server::plain(|request, out| {
        assert_eq!(request.path(), "/w/add-checkpoint");
        assert!(request.body.starts_with(b"old 0\n\nexample.com/ledger\n"));
        out.write_all(
            b"HTTP/1.1 409 Conflict\r\nContent-Type: text/x.tlog.size\r\nContent-Length: 3\r\n\r\n12\n",
        )
    });
    for prefix in ["/w", "/w/"] {
        let answer = courier().ask_witness(&server.url(prefix), &request()).unwrap();
        assert_eq!(answer, WitnessAnswer::Conflict { size: 12 });
    }
    let nonsense = Server::saying("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
    assert_eq!(
        courier().ask_witness(&nonsense.url(""), &request()).unwrap_err().says.id(),
        "courier-witness"
    );
}

/// A provider that publishes keys and redeems codes.
fn provider() -> Server {
    Server::plain(|request, out| {
        let (status, body) = match request.path() {
            "/keys" => (200, r#"{"keys":[]}"#),
            "/token" => (200, r#"{"access_token":"hunter2","id_token":"h.p.s"}"#),
            "/cut" => (200, r#"{"id_token":"hunter2"#),
            "/refused" => (400, r#"{"error":"invalid_grant"}"#),
            _ => (200, "<html>"),
        };
        out.write_all(
            format!("HTTP/1.1 {status} X\r\nContent-Length: {}\r\n\r\n{body}", body.len()).as_bytes(),
        )
    })
}

#[test]
fn what_a_provider_publishes_is_fetched_and_a_code_is_posted() {
    let server = provider();
    assert_eq!(courier().fetch_published(&server.url("/keys")).unwrap(), br#"{"keys":[]}"#);
    let fields = [("grant_type", "authorization_code"), ("code", "c+de"), ("client_secret", "p&ss")];
    let answer = courier().post_form(&server.url("/token"), &fields).unwrap();
    assert!(answer.starts_with(b"{\"access_token\""));
    let seen = server.seen();
    assert_eq!(seen[0].header("accept"), Some("application/json"));
    assert_eq!(seen[1].header("content-type"), Some("application/x-www-form-urlencoded"));
    assert_eq!(seen[1].body, b"grant_type=authorization_code&code=c%2Bde&client_secret=p%26ss");
}

#[test]
fn a_page_or_half_a_document_is_none_and_its_secrets_are_not_said() {
    let server = provider();
    for path in ["/page", "/cut"] {
        let error = courier().fetch_published(&server.url(path)).unwrap_err();
        assert_eq!(error.says.id(), "courier-openid-json", "{path}");
        assert!(!format!("{error} {error:?}").contains("hunter2"));
    }
    let error = courier().post_form(&server.url("/refused"), &[]).unwrap_err();
    assert_eq!(
        (error.says.id(), error.trouble),
        ("courier-status", proofmark_courier::CourierTrouble::Broken)
    );
}
