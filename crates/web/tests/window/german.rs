//! A German reader reads German: no page and no refusal has English words of ours in it, and what a library said stands
//! quoted and marked as English. Everything typed and handed in here is German, so that whatever is English is not.

use std::fmt::Write as _;
use std::sync::Arc;

use axum::body::Body;
use proofmark_facts::Duty;
use serde_json::json;

use crate::browser::{Browser, Seen};
use crate::foreign_fields::Found;
use crate::program::API;
use crate::test_house::TestHouse;

/// Words no German sentence has, and nearly every English one.
const ENGLISH: [&str; 39] = [
    "the",
    "of",
    "and",
    "is",
    "are",
    "were",
    "be",
    "been",
    "to",
    "for",
    "with",
    "not",
    "no",
    "this",
    "that",
    "it",
    "its",
    "by",
    "from",
    "or",
    "has",
    "have",
    "must",
    "cannot",
    "expected",
    "invalid",
    "missing",
    "found",
    "error",
    "failed",
    "unknown",
    "unexpected",
    "your",
    "you",
    "which",
    "at",
    "line",
    "column",
    "value",
];

/// Elements in which other languages and other people speak.
const NOT_OURS: [&str; 10] =
    ["code", "pre", "script", "style", "blockquote", "q", "kbd", "svg", "footer", "bdi"];

const DOSSIER: &str = "proofmark = 1\nadvisories = [\"advisories\"]\n[operator]\nname = \"Maker\"\n[product]\nname = \"Schleuse\"\n\
    kind = \"software\"\n[release]\nversion = \"1.0.0\"\nsbom = \"sbom.cdx.json\"\n";

async fn german(house: &Arc<TestHouse>, name: &str) -> Browser {
    let mut browser = Browser::new(house);
    browser.sign_in(name).await;
    browser.cookie = format!("{}; proofmark-language=de", browser.cookie);
    browser
}

/// Holds that a page says nothing in English but what is marked so.
fn in_german(what: &str, page: &str, complaints: &mut Vec<String>) {
    if !page.contains("<html lang=\"de\"") {
        return complaints
            .push(format!("{what}: no German page: {}", page.chars().take(300).collect::<String>()));
    }
    let (mut inside, mut depth): (Option<String>, usize) = (None, 0);
    for piece in page.split('<').skip(1) {
        let (tag, words) = piece.split_once('>').unwrap_or((piece, ""));
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        match &inside {
            Some(within) if within == name => {
                depth = if tag.starts_with('/') { depth - 1 } else { depth + 1 };
                if depth == 0 {
                    inside = None;
                }
            }
            None if !tag.starts_with('/')
                && (NOT_OURS.contains(&name) || tag.contains(" lang=\"en\""))
                && name != "html" =>
            {
                (inside, depth) = (Some(name.to_owned()), 1);
            }
            Some(_) | None => {}
        }
        if inside.is_some() {
            continue;
        }
        let mut said = words.to_owned();
        for attribute in ["title=\"", "aria-label=\"", "placeholder=\"", "alt=\""] {
            if let Some((_, rest)) = tag.split_once(attribute) {
                said.push(' ');
                said.push_str(rest.split('"').next().unwrap_or_default());
            }
        }
        let english: Vec<&str> = said
            .split(|letter: char| {
                !letter.is_alphanumeric() && letter != '-' && letter != '/' && letter != '.' && letter != '_'
            })
            .filter(|word| ENGLISH.contains(&word.to_lowercase().as_str()))
            .collect();
        if !english.is_empty() {
            complaints.push(format!("{what}: {english:?} in {}", said.trim()));
        }
    }
}

fn told(complaints: &mut Vec<String>) {
    complaints.sort();
    complaints.dedup();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// A house with everything in it that pages can show, all typed in German.
async fn house() -> (Arc<TestHouse>, Browser, String) {
    let house = TestHouse::new();
    house.set_up();
    let mut anna = german(&house, "anna").await;
    let advisory = json!({
        "id": "GHSA-aaaa-bbbb-cccc", "schema_version": "1.6.0", "aliases": ["CVE-2028-1111"],
        "modified": "2028-01-10T00:00:00Z", "published": "2028-01-01T00:00:00Z", "summary": "Überlauf", "details": "Ein Überlauf.",
        "severity": [{ "type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H" }],
        "affected": [{ "package": { "ecosystem": "npm", "name": "left-pad" },
            "ranges": [{ "type": "SEMVER", "events": [{ "introduced": "0" }, { "fixed": "1.3.0" }] }] }]
    });
    let advisory = advisory.to_string();
    let files = [
        ("files", "proofmark.toml", DOSSIER),
        ("files", "sbom.cdx.json", crate::life::SBOM),
        ("files", "advisories/one.json", advisory.as_str()),
    ];
    let seen = anna.send_files("/o/maker/products", &files).await.held(303);
    let product = seen.header("location").to_owned();
    for (account, duty) in [("vera", Duty::Approver), ("erik", Duty::Engineer)] {
        house.let_in(account, "maker", duty);
    }
    let duties = json!([{ "duty": "product-owner" }]);
    let expires = "2028-03-01T09:00:00Z";
    for (path, body) in [
        (format!("{API}/tokens"), json!({ "name": "Bau", "duties": duties, "expires_at": expires })),
        (
            format!("{API}/webhooks"),
            json!({ "name": "Haken", "url": "https://chat.example/x", "events": ["gate.closed"] }),
        ),
        (format!("{API}/holds"), json!({ "name": "Fall", "because": "Gericht" })),
        (
            "/api/v1/identity-providers".to_owned(),
            json!({ "name": "Haus", "issuer": "https://id.example", "client_id": "pm" }),
        ),
        (
            format!("{API}/people/erik/duties"),
            json!({ "duties": [{ "duty": "auditor" }], "because": "liest nur" }),
        ),
    ] {
        let seen = anna.tell(&path, body).await;
        assert!(seen.status.is_success(), "{path}: {} {}", seen.status, seen.body);
    }
    (house, anna, product)
}

#[tokio::test]
async fn every_page_is_german() {
    let (house, mut anna, _) = house().await;
    let starts = [
        "/",
        "/o/maker/people/erik",
        "/installation/operators",
        "/ledger/attestors",
        "/o/maker/search?q=left",
    ];
    let mut found = Found::default();
    found.walk(&mut anna, &starts.map(str::to_owned)).await;
    let mut vera = german(&house, "vera").await;
    found.walk(&mut vera, &["/o/maker/approvals".to_owned()]).await;
    assert!(found.bodies.len() > 50, "{}", found.bodies.len());
    let mut complaints = Vec::new();
    for (path, body) in &found.bodies {
        if body.starts_with("<!DOCTYPE html>") {
            in_german(path, body, &mut complaints);
        }
    }
    told(&mut complaints);
}

/// One thing that was sent wrong, as a browser sends it.
async fn wrong(anna: &mut Browser, path: &str, files: &[(&str, &str, &str)]) -> Seen {
    let mut body = format!("--x\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\n{}\r\n", anna.form);
    for (field, name, content) in files {
        write!(body, "--x\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\r\n{content}\r\n").unwrap();
    }
    body.push_str("--x--\r\n");
    let request = anna.request("POST", path).header("content-type", "multipart/form-data; boundary=x");
    anna.send(request.body(Body::from(body)).unwrap()).await
}

/// A file as it is sent: the field it comes in, its name, what is in it.
type Handed = (String, String, String);

/// Files that are handed in and cannot be taken, each with what is wrong with it.
fn unfit_files() -> Vec<(&'static str, Vec<Handed>)> {
    let dossier = |line: &str| format!("{DOSSIER}{line}\n");
    let list = |text: &str| vec![("sbom".to_owned(), "sbom.cdx.json".to_owned(), text.to_owned())];
    let one = |text: String| vec![("files".to_owned(), "proofmark.toml".to_owned(), text)];
    let vex = |text: &str| vec![("vex".to_owned(), "vex.json".to_owned(), text.to_owned())];
    let spdx = "{\"spdxVersion\":\"SPDX-2.3\",\"packages\":7}";
    vec![
        ("a list that ends early", list("{\"bomFormat\": \"CycloneDX\"")),
        (
            "a list of another kind",
            list("{\"bomFormat\": \"CycloneDX\", \"specVersion\": 7, \"components\": {}}"),
        ),
        ("a list of SPDX", list(spdx)),
        ("a lock file", vec![("sbom".to_owned(), "Cargo.lock".to_owned(), "[[package]\nname=".to_owned())]),
        (
            "a package lock",
            vec![(
                "sbom".to_owned(),
                "package-lock.json".to_owned(),
                "{\"lockfileVersion\": \"x\"}".to_owned(),
            )],
        ),
        ("no list at all", list("Hallo")),
        ("statements that end early", vex("{\"@context\": \"https://openvex.dev/ns/v0.2.0\",")),
        ("statements of another kind", vex("{\"@context\": 1, \"statements\": {}}")),
        ("a dossier that is no TOML", one(dossier("= = =\n[[["))),
        ("a dossier with an open string", one(dossier("name = \"offen"))),
        (
            "a dossier with wrong kinds",
            one(dossier(
                "[support_period]\nends_on = 7\nexpected_use_years = \"zehn\"\n[scope]\ndata_connection = 1",
            )),
        ),
        ("a dossier with a day that is none", one(dossier("[support_period]\nends_on = 2027-02-31"))),
        ("a dossier with keys twice", one(dossier("[operator]\nname = \"Maker\""))),
        (
            "an advisory that ends early",
            vec![
                ("files".to_owned(), "proofmark.toml".to_owned(), DOSSIER.to_owned()),
                ("files".to_owned(), "sbom.cdx.json".to_owned(), crate::life::SBOM.to_owned()),
                ("files".to_owned(), "advisories/one.json".to_owned(), "{\"id\": ".to_owned()),
            ],
        ),
    ]
}

#[tokio::test]
async fn every_refusal_of_a_file_is_german() {
    let (_house, mut anna, product) = house().await;
    let hand_in = format!("{product}/submissions");
    let mut complaints = Vec::new();
    for (what, files) in &unfit_files() {
        let files: Vec<(&str, &str, &str)> =
            files.iter().map(|(field, name, text)| (field.as_str(), name.as_str(), text.as_str())).collect();
        for path in ["/o/maker/products", hand_in.as_str()] {
            let seen = wrong(&mut anna, path, &files).await;
            assert!(seen.status.as_u16() < 500, "{what}: {}", seen.body);
            if seen.status.is_client_error() {
                in_german(what, &seen.body, &mut complaints);
            }
        }
    }
    told(&mut complaints);
}

#[tokio::test]
async fn every_refusal_of_an_address_is_german() {
    let (_house, mut anna, _) = house().await;
    let mut complaints = Vec::new();
    for query in [
        "/o/maker?limit=viele",
        "/o/maker?gate=quer",
        "/o/maker?order=quer",
        "/o/maker?after=quer",
        "/o/maker/findings?score_from=abc",
        "/o/maker/findings?open=vielleicht",
        "/o/maker/findings?after=quer",
        "/o/maker/documents?after=quer",
        "/o/maker/cases?open=7",
        "/o/maker/ledger?before=abc",
        "/o/maker/approvals?after=x",
        "/o/maker/nichts",
        "/nichts",
        "/o/anderer",
        "/o/maker/products/nichts",
        "/o/maker/cases/nichts",
        "/set-up/nichts",
        "/reset/nichts",
        "/invitation/nichts",
        "/o/maker?q=%ff",
        "/sign-in/back?code=1",
    ] {
        let seen = anna.get(query).await;
        assert!(seen.status.as_u16() < 500, "{query}: {}", seen.body);
        if seen.header("content-type").starts_with("text/html") {
            in_german(query, &seen.body, &mut complaints);
        }
    }
    told(&mut complaints);
}

#[tokio::test]
async fn every_refusal_of_a_form_is_german() {
    let (_house, mut anna, _) = house().await;
    let mut complaints = Vec::new();
    for (path, media, body) in [
        ("/o/maker/products", "multipart/form-data", "--x\r\n"),
        ("/o/maker/products", "multipart/form-data; boundary=x", "kaputt"),
        ("/o/maker/products", "application/json", "{"),
        ("/preferences", "application/json", "{"),
        ("/account/passkeys", "application/json", "{\"id\": "),
        ("/account/passkeys", "application/json", "{\"id\": 7}"),
        ("/sign-in/passkey", "application/json", "[]"),
        ("/preferences", "application/x-www-form-urlencoded", "a=%ff"),
        ("/o/maker/tokens", "application/x-www-form-urlencoded", "days=abc"),
        ("/o/maker/people", "application/x-www-form-urlencoded", "duty=quer&account=x"),
        ("/installation/mail", "application/x-www-form-urlencoded", "port=abc"),
    ] {
        let body = if media.ends_with("urlencoded") {
            format!("{body}&form={}", anna.form)
        } else {
            body.to_owned()
        };
        let request =
            anna.request("POST", path).header("content-type", media).header("x-form-token", &anna.form);
        let seen = anna.send(request.body(Body::from(body)).unwrap()).await;
        assert!(seen.status.as_u16() < 500, "{path}: {}", seen.body);
        if seen.header("content-type").starts_with("text/html") {
            in_german(&format!("{path} {media}"), &seen.body, &mut complaints);
        }
    }
    told(&mut complaints);
}

#[test]
fn an_english_word_is_noticed_and_a_quoted_one_is_not() {
    let complained = |body: &str| {
        let mut complaints = Vec::new();
        in_german("it", &format!("<html lang=\"de\"><body>{body}</body></html>"), &mut complaints);
        !complaints.is_empty()
    };
    assert!(complained("<p>expected a value</p>") && complained("<a title=\"the list\">x</a>"));
    assert!(!complained(
        "<p>Nicht lesbar: <q lang=\"en\">expected <code>the</code> value</q>.</p><code>the</code>"
    ));
}
