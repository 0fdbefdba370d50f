//! Webhooks, mail, holds and purging: by program and by page, each over the version that was seen.

use axum::http::StatusCode;
use proofmark_facts::Duty;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::life::{DOSSIER, SBOM};
use crate::program::API;
use crate::test_house::TestHouse;

const URL: &str = "https://chat.example/hook";

async fn anna() -> Browser {
    let house = TestHouse::new();
    house.set_up();
    somebody(&house, "anna").await
}

async fn somebody(house: &std::sync::Arc<TestHouse>, name: &str) -> Browser {
    let mut browser = Browser::new(house);
    browser.sign_in(name).await;
    browser
}

fn webhook(name: &str, url: &str) -> Value {
    json!({ "name": name, "url": url, "events": ["gate.closed"] })
}

#[tokio::test]
async fn a_webhook_is_added_changed_and_removed_over_the_version_that_was_seen() {
    let mut anna = anna().await;
    let added = anna.tell(&format!("{API}/webhooks"), webhook("Chat", URL)).await.held(201);
    let place = added.header("location").to_owned();
    let secret = added.json()["secret"].as_str().unwrap().to_owned();
    assert!(secret.starts_with("whsec_"));
    let list = anna.ask(&format!("{API}/webhooks")).await.held(200);
    assert!(list.body.contains(URL) && !list.body.contains(&secret) && !list.body.contains("sealed"));

    let seen = anna.ask(&place).await.held(200);
    let change =
        |name: &str| Some(json!({ "name": name, "url": URL, "events": ["gate.opened"], "enabled": false }));
    anna.call("PUT", &place, change("Talk"), &[]).await.refused(428, "desk-if-match-missing");
    anna.call("PUT", &place, change("Talk"), &[("if-match", "\"0123\"")]).await.refused(412, "desk-moved");
    let weak = format!("W/{}", seen.tag());
    anna.call("PUT", &place, change("Talk"), &[("if-match", &weak)]).await.refused(412, "desk-moved");
    let changed = anna.call("PUT", &place, change("Talk"), &[("if-match", &seen.tag())]).await.held(200);
    assert_eq!(
        (changed.json()["name"].as_str(), changed.json()["enabled"].as_bool()),
        (Some("Talk"), Some(false))
    );
    assert_ne!(changed.tag(), seen.tag());

    anna.call("PUT", &place, change("Late"), &[("if-match", &seen.tag())]).await.refused(412, "desk-moved");
    anna.call("DELETE", &place, None, &[("if-match", &seen.tag())]).await.refused(412, "desk-moved");
    anna.call("DELETE", &place, None, &[]).await.refused(428, "desk-if-match-missing");
    anna.call("DELETE", &place, None, &[("if-match", &changed.tag())]).await.held(200);
    anna.ask(&place).await.refused(404, "courier-no-such-webhook");
    anna.ask(&format!("{place}/deliveries")).await.refused(404, "courier-no-such-webhook");
}

#[tokio::test]
async fn a_secret_is_rotated_and_shown_once_even_to_who_asks_again() {
    let mut anna = anna().await;
    let key = [("idempotency-key", "one")];
    let path = format!("{API}/webhooks");
    let first = anna.call("POST", &path, Some(webhook("Chat", URL)), &key).await.held(201);
    let again = anna.call("POST", &path, Some(webhook("Chat", URL)), &key).await;
    again.refused(409, "desk-once-secret");
    assert_eq!(anna.ask(&format!("{API}/webhooks")).await.items().len(), 1);
    let place = first.header("location").to_owned();
    let rotated = anna.call("POST", &format!("{place}/secret"), None, &[]).await.held(201).json();
    assert_ne!(rotated["secret"], first.json()["secret"]);
    assert!(rotated["webhook"]["old_secret_until"].is_string());
    assert!(anna.ask(&format!("{place}/deliveries")).await.held(200).items().is_empty());
    let replay = anna.call("POST", &format!("{place}/deliveries/evt_1/replay"), None, &[]).await;
    replay.refused(404, "courier-no-such-delivery");
}

#[tokio::test]
async fn nothing_is_sent_to_private_networks_or_by_who_may_not() {
    let house = TestHouse::new();
    house.set_up();
    house.let_in("erik", "maker", Duty::Engineer);
    let mut anna = somebody(&house, "anna").await;
    for url in [
        "http://10.0.0.1/",
        "http://127.0.0.1:8417/",
        "http://169.254.169.254/latest/meta-data",
        "https://[::1]/",
        "http://0x7f.1/",
        "ftp://chat.example/",
        "https://user:pass@chat.example/",
    ] {
        let seen = anna.tell(&format!("{API}/webhooks"), webhook("Chat", url)).await.held(422);
        assert_eq!(seen.json()["problems"][0]["place"]["path"], "url", "{url}: {}", seen.body);
        let page = anna
            .post("/o/maker/settings/webhooks", &[("name", "Chat"), ("url", url), ("event", "gate.closed")])
            .await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{url}");
    }
    let listed = anna.ask(&format!("{API}/webhooks")).await.items();
    assert!(listed.is_empty(), "nothing was kept");
    let mut erik = somebody(&house, "erik").await;
    erik.tell(&format!("{API}/webhooks"), webhook("Chat", URL)).await.refused(403, "access-may-not");
    erik.ask(&format!("{API}/webhooks")).await.refused(403, "access-may-not");
}

#[tokio::test]
async fn the_pages_of_webhooks_do_what_the_api_does_and_escape_what_is_typed() {
    let mut anna = anna().await;
    let page = "/o/maker/settings/webhooks";
    assert!(anna.get(page).await.held(200).body.contains("No webhook yet"));
    let odd = "<script>alert(1)</script>";
    let fields = [("name", odd), ("url", "https://chat.example/<b>"), ("event", "gate.closed")];
    let added = anna.post(page, &fields).await.held(200);
    assert!(added.body.contains("whsec_") && !added.body.contains(odd), "{}", added.body);
    let list = anna.get(page).await.held(200);
    assert!(!list.body.contains("whsec_") && !list.body.contains(odd) && !list.body.contains("<b>"));
    let id = list.body.split("/settings/webhooks/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let one = anna.get(&format!("{page}/{id}")).await.held(200);
    assert!(!one.body.contains(odd) && one.body.contains("Nothing was sent there yet"));
    let version = one.body.split("name=\"version\" value=\"").nth(1).unwrap()[..64].to_owned();

    let pause = [("version", version.as_str()), ("enabled", "false")];
    assert_eq!(anna.post(&format!("{page}/{id}/pause"), &pause).await.status, StatusCode::SEE_OTHER);
    assert!(anna.get(&format!("{page}/{id}")).await.body.contains("paused"));
    // The page that was open meanwhile is of another version now.
    assert_eq!(anna.post(&format!("{page}/{id}/remove"), &pause).await.status, StatusCode::CONFLICT);
    assert!(anna.post(&format!("{page}/{id}/secret"), &[]).await.held(200).body.contains("whsec_"));
    let version = anna.ask(&format!("{API}/webhooks/{id}")).await.tag();
    let version = version.trim_matches('"');
    let gone = anna.post(&format!("{page}/{id}/remove"), &[("version", version)]).await;
    assert_eq!(gone.header("location"), page, "{}", gone.body);
}

#[tokio::test]
async fn mail_settings_never_give_their_password_back() {
    let mut anna = anna().await;
    let mail = |host: &str, password: Option<&str>| {
        let mut mail = json!({ "host": host, "port": 465, "security": "tls", "login": "robot",
            "from": "proofmark@maker.example" });
        if let Some(password) = password {
            mail["password"] = password.into();
        }
        Some(mail)
    };
    assert_eq!(anna.ask("/api/v1/mail").await.held(200).json(), Value::Null);
    let test = anna.call("POST", "/api/v1/mail/test-letter", None, &[]).await;
    test.refused(403, "desk-mail-none");
    let first =
        anna.call("PUT", "/api/v1/mail", mail("mail.example", Some("hunter-secret")), &[]).await.held(200);
    assert_eq!(first.json()["has_password"], true);
    assert!(!first.body.contains("hunter-secret") && !first.body.contains("password\":\""), "{}", first.body);
    let page = anna.get("/o/maker/settings/mail").await.held(200);
    assert!(page.body.contains("mail.example") && !page.body.contains("hunter-secret"));

    anna.call("PUT", "/api/v1/mail", mail("b.example", None), &[])
        .await
        .refused(428, "desk-if-match-missing");
    anna.call("PUT", "/api/v1/mail", mail("b.example", None), &[("if-match", "\"00\"")])
        .await
        .refused(412, "desk-moved");
    let bad = anna.call("PUT", "/api/v1/mail", mail("b example", None), &[("if-match", &first.tag())]).await;
    bad.refused(422, "courier-mail-host");
    let second = anna
        .call("PUT", "/api/v1/mail", mail("b.example", None), &[("if-match", &first.tag())])
        .await
        .held(200);
    assert_eq!(second.json()["has_password"], false, "a password goes to no other server");
    let test = anna.call("POST", "/api/v1/mail/test-letter", None, &[]).await;
    test.refused(403, "desk-no-address");
    anna.call("DELETE", "/api/v1/mail", None, &[("if-match", &first.tag())]).await.refused(412, "desk-moved");
    anna.call("DELETE", "/api/v1/mail", None, &[("if-match", &second.tag())]).await.held(200);
    assert_eq!(anna.ask("/api/v1/mail").await.json(), Value::Null);
}

#[tokio::test]
async fn a_test_letter_without_an_address_is_refused_and_writes_nothing() {
    let house = TestHouse::new();
    house.set_up();
    let mut anna = somebody(&house, "anna").await;
    let mail = json!({ "host": "mail.example", "port": 465, "security": "tls", "from": "p@maker.example" });
    anna.call("PUT", "/api/v1/mail", Some(mail), &[]).await.held(200);
    let size = house.in_store(|store| store.ledger_size().unwrap());
    anna.call("POST", "/api/v1/mail/test-letter", None, &[]).await.refused(403, "desk-no-address");
    assert_eq!(house.in_store(|store| store.ledger_size().unwrap()), size, "nothing was done");
    let page = anna.get("/o/maker/settings/mail").await.held(200);
    assert!(page.body.contains("Send me a test letter"));
}

#[tokio::test]
async fn holds_are_placed_and_lifted_and_purging_heeds_them() {
    let house = TestHouse::new();
    house.set_up();
    house.let_in("carla", "maker", Duty::Compliance);
    let mut anna = somebody(&house, "anna").await;
    let dossier = format!("{DOSSIER}\n[scope]\ndata_connection = \"none\"\n");
    let newer = SBOM.replace("1.0.0", "1.0.1");
    for sbom in [SBOM, newer.as_str()] {
        let files = [("files", "proofmark.toml", dossier.as_str()), ("files", "sbom.cdx.json", sbom)];
        let seen = anna.send_files("/o/maker/products", &files).await;
        assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.body);
    }
    let listed = anna.ask(&format!("{API}/products")).await.json();
    let product = listed["items"][0]["id"].as_str().unwrap().to_owned();

    let mut carla = somebody(&house, "carla").await;
    let hold = json!({ "name": "Case 7", "because": "<b>court</b>", "product": product });
    let placed = carla.tell(&format!("{API}/holds"), hold.clone()).await.held(201);
    carla.tell(&format!("{API}/holds"), hold).await.refused(422, "record-hold-there");
    let place = placed.header("location").to_owned();
    let look = carla.ask(&format!("{API}/purge?product={product}")).await.held(200).json();
    assert_eq!(look["purged"], json!([]));
    let spared = look["spared"].as_array().unwrap();
    assert!(
        !spared.is_empty() && spared.iter().all(|one| one["because"]["id"] == "record-kept-by-hold"),
        "{look}"
    );
    let done = carla.tell(&format!("{API}/purge"), json!({ "product": product })).await.held(200).json();
    assert_eq!(
        (&done["purged"], &done["spared"][0]["because"]["id"]),
        (&json!([]), &json!("record-kept-by-hold"))
    );

    let page = carla.get("/o/maker/settings/retention?look=1").await.held(200);
    assert!(page.body.contains("&lt;b&gt;court&lt;/b&gt;") && !page.body.contains("<b>court"));
    anna.call("POST", &format!("{API}/purge"), Some(json!({})), &[]).await.refused(403, "access-may-not");
    assert!(!anna.get("/o/maker/settings/retention").await.held(200).body.contains("Look at what would go"));

    carla.call("DELETE", &place, None, &[]).await.refused(428, "desk-if-match-missing");
    carla.call("DELETE", &place, None, &[("if-match", "\"00\"")]).await.refused(412, "desk-moved");
    let tag = carla.ask(&place).await.held(200).tag();
    carla.call("DELETE", &place, None, &[("if-match", &tag)]).await.held(200);
    carla.ask(&place).await.refused(404, "record-no-such-hold");
    let done = carla.post("/o/maker/settings/retention/purge", &[("product", &product)]).await.held(200);
    assert!(!done.body.contains("record-kept-by-hold"));
    let after = carla.ask(&format!("{API}/purge")).await.held(200).json();
    assert_eq!(after["purged"], json!([]), "what could go has gone: {after}");
    let archive = format!("{API}/products/{product}/archive");
    let archived = carla.tell(&archive, json!({ "archived": true })).await.held(200).json();
    assert_eq!(archived, json!({ "archived": true, "changed": true }));
    assert_eq!(carla.tell(&archive, json!({ "archived": true })).await.json()["changed"], false);
}

#[tokio::test]
async fn what_is_not_there_yet_has_a_version_and_several_may_be_named() {
    let mut anna = anna().await;
    let mail =
        |host: &str| Some(json!({ "host": host, "port": 465, "security": "tls", "from": "p@maker.example" }));
    let none = anna.ask("/api/v1/mail").await.held(200);
    assert_eq!((none.json(), none.tag().as_str()), (Value::Null, "\"none\""));
    let first =
        anna.call("PUT", "/api/v1/mail", mail("a.example"), &[("if-match", &none.tag())]).await.held(200);
    // Two who both saw nothing: the second one did not see what the first one made.
    anna.call("PUT", "/api/v1/mail", mail("b.example"), &[("if-match", &none.tag())])
        .await
        .refused(412, "desk-moved");
    let either = format!("{}, {}", none.tag(), first.tag());
    let second =
        anna.call("PUT", "/api/v1/mail", mail("b.example"), &[("if-match", &either)]).await.held(200);
    anna.call("PUT", "/api/v1/mail", mail("c.example"), &[("if-match", &either)])
        .await
        .refused(412, "desk-moved");
    let weak = format!("W/{}", second.tag());
    anna.call("DELETE", "/api/v1/mail", None, &[("if-match", &weak)]).await.refused(412, "desk-moved");
    let lines = [("if-match", "\"other\""), ("if-match", &second.tag())];
    anna.call("DELETE", "/api/v1/mail", None, &lines).await.held(200);
}

#[tokio::test]
async fn no_mail_server_in_a_private_network_is_kept() {
    let mut anna = anna().await;
    for (host, code) in [
        ("127.0.0.1", "courier-barred"),
        ("localhost", "courier-barred"),
        ("mail.localhost", "courier-barred"),
        ("::1", "courier-barred"),
        ("0x7f.1", "courier-barred"),
        ("10.0.0.1", "courier-barred"),
        ("169.254.169.254", "courier-barred"),
        ("mail.example:25", "courier-mail-host"),
        ("mail.example/x", "courier-mail-host"),
        ("robot@mail.example", "courier-mail-host"),
    ] {
        let mail = json!({ "host": host, "port": 465, "security": "tls", "from": "p@maker.example" });
        let seen = anna.call("PUT", "/api/v1/mail", Some(mail), &[]).await.held(422);
        let problem = &seen.json()["problems"][0];
        assert_eq!(
            (problem["place"]["path"].as_str(), problem["says"]["id"].as_str()),
            (Some("host"), Some(code))
        );
        let fields = [("host", host), ("port", "465"), ("security", "tls"), ("from", "p@maker.example")];
        let page = anna.post("/o/maker/settings/mail", &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{host}");
    }
    assert_eq!(anna.ask("/api/v1/mail").await.json(), Value::Null);
    let plain = json!({ "host": "8.8.8.8", "port": 25, "security": "none", "from": "p@maker.example" });
    anna.call("PUT", "/api/v1/mail", Some(plain), &[]).await.refused(422, "courier-mail-unsecured");
}
