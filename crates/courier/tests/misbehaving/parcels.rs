//! What is carried for others: webhooks, time stamps, witnesses, identity providers.

use jiff::Timestamp;
use proofmark_courier::{CodeOrder, Delivery, WebhookSecret, is_genuine};
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

/// A provider whose issuer is its own URL, or another's.
fn provider(issuer_suffix: &'static str, method: &'static str) -> Server {
    Server::plain(move |request, out| {
        let base = format!("http://{}", request.header("host").unwrap());
        let body = match request.path() {
            "/.well-known/openid-configuration" => format!(
                r#"{{"issuer":"{base}{issuer_suffix}","token_endpoint":"{base}/token","jwks_uri":"{base}/keys","token_endpoint_auth_methods_supported":["{method}"]}}"#
            ),
            "/keys" => r#"{"keys":[]}"#.to_owned(),
            "/token" => r#"{"access_token":"a","id_token":"h.p.s","token_type":"Bearer"}"#.to_owned(),
            _ => "<html>".to_owned(),
        };
        out.write_all(format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len()).as_bytes())
    })
}

#[test]
fn a_provider_is_discovered_and_a_code_redeemed_in_the_way_it_knows() {
    let order = CodeOrder {
        client_id: "proof mark",
        client_secret: "p&ss",
        code: "c+de",
        verifier: "v",
        redirect_uri: "https://proofmark.example/back",
    };
    for (method, in_body) in [("client_secret_basic", false), ("client_secret_post", true)] {
        let server = provider("", method);
        let found = courier().discover(&server.url("")).unwrap();
        assert_eq!(courier().fetch_keys(&found.jwks_uri).unwrap(), br#"{"keys":[]}"#);
        assert_eq!(courier().redeem(&found, &order).unwrap().id_token, "h.p.s");
        let seen = server.seen();
        let asked = seen.last().unwrap();
        let body = String::from_utf8(asked.body.clone()).unwrap();
        assert!(body.starts_with("grant_type=authorization_code&code=c%2Bde&"), "{body}");
        assert_eq!(body.contains("client_secret=p%26ss"), in_body, "{body}");
        // `proof%20mark:p%26ss`
        assert_eq!(asked.header("authorization"), (!in_body).then_some("Basic cHJvb2YlMjBtYXJrOnAlMjZzcw=="));
    }
}

#[test]
fn a_provider_that_says_it_is_another_is_not_believed() {
    let server = provider("/other", "client_secret_basic");
    assert_eq!(courier().discover(&server.url("")).unwrap_err().says.id(), "courier-openid-issuer");
    let error = courier().fetch_keys(&server.url("/page")).unwrap_err();
    assert_eq!(error.says.id(), "courier-openid-json");
}
