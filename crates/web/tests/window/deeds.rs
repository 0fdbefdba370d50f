//! Who may do it: every change the API can make, asked for with a body that is good enough, so that nothing but a right can
//! stand in the way. By everybody in a session and by token, for all products and for another one alone, at their own
//! operator and from another's.

use std::sync::Arc;

use axum::body::Body;
use axum::http::Request;
use proofmark_access::Right;
use proofmark_facts::Duty;
use proofmark_web::{Method, ROUTES, Route, Takes, Wall};
use serde_json::{Value, json};

use crate::browser::{Browser, Seen};
use crate::life::{DOSSIER, SBOM};
use crate::matrix::{LETTERS, path, row};
use crate::program::API;
use crate::test_house::TestHouse;

const NEXT_YEAR: &str = "2028-06-01T00:00:00Z";
const WORDS: [&str; 7] =
    ["administrator", "product-owner", "engineer", "security-response", "compliance", "approver", "auditor"];

/// What a right says where it stands in the way: one may not, or may not even know of it.
const BY_RIGHT: [&str; 3] = ["access-may-not", "web-not-found", "web-sign-in-first"];

/// What is said to a token where only a person will do.
const IN_PERSON: &str = "access-in-person";

/// Changes that ask for more than their wall: for them the action's own question decides.
const DEEPER: &[(&str, &str)] = &[
    // The dossier is handed in with it.
    ("submit-product", ".o..c.."),
    ("submit-release", ".o..c.."),
    ("check-supplier", ".oesc.."),
    ("review-modification", ".oesc.."),
    // The proposal is one about a person's duties.
    ("approve-proposal", "a....v."),
    ("refuse-proposal", "a....v."),
    // Somebody else's.
    ("end-token", "a......"),
];

/// Somebody with their ways of asking.
struct Asker {
    letter: char,
    session: Browser,
    /// For all products of the operator; auditors make none.
    token: Option<String>,
    /// For the other product alone; who stands for the whole operator makes none.
    scoped: Option<String>,
}

struct Place {
    house: Arc<TestHouse>,
    anna: Browser,
    product: String,
    other_product: String,
    at_home: Vec<Asker>,
    abroad: Vec<Asker>,
    token: String,
    hold: String,
    webhook: String,
    proposal: String,
}

async fn token(browser: &mut Browser, operator: &str, word: &str, products: Option<&str>) -> Option<String> {
    let duty = match products {
        Some(product) => json!({ "duty": word, "products": [product] }),
        None => json!({ "duty": word }),
    };
    let asked = json!({ "name": "deeds", "duties": [duty], "expires_at": NEXT_YEAR });
    let made = browser.tell(&format!("/api/v1/operators/{operator}/tokens"), asked).await;
    let made: Value = serde_json::from_str(&made.body).unwrap_or_default();
    made["token"].as_str().map(str::to_owned)
}

async fn hand_in(browser: &mut Browser, dossier: &str) -> String {
    let advisory = json!({ "schema_version": "1.6.0", "id": "GHSA-aaaa-bbbb-cccc", "modified": "2026-01-01T00:00:00Z",
        "affected": [{ "package": { "ecosystem": "npm", "name": "left-pad" },
            "ranges": [{ "type": "SEMVER", "events": [{ "introduced": "0" }] }] }] });
    let (dossier, advisory) = (format!("advisories = [\"advisories\"]\n{dossier}"), advisory.to_string());
    let files = [
        ("files", "proofmark.toml", dossier.as_str()),
        ("files", "sbom.cdx.json", SBOM),
        ("files", "advisories/one.json", advisory.as_str()),
    ];
    let seen = browser.send_files("/o/maker/products", &files).await.held(303);
    seen.header("location").rsplit('/').next().unwrap().to_owned()
}

impl Place {
    async fn open() -> Self {
        let house = TestHouse::new();
        house.set_up();
        house.add_operator("Other");
        house.let_in("target", "maker", Duty::Engineer);
        let mut anna = Browser::new(&house);
        anna.sign_in("anna").await;
        let product = hand_in(&mut anna, DOSSIER).await;
        let other_product = hand_in(&mut anna, &DOSSIER.replace("Gateway <i>7</i>", "Sensor")).await;
        let (mut at_home, mut abroad) = (Vec::new(), Vec::new());
        for ((duty, letter), word) in Duty::ALL.into_iter().zip(LETTERS).zip(WORDS) {
            for (operator, askers) in [("maker", &mut at_home), ("other", &mut abroad)] {
                let name = format!("{operator}-{letter}");
                house.let_in(&name, operator, duty);
                let mut session = Browser::new(&house);
                session.sign_in(&name).await;
                let all = token(&mut session, operator, word, None).await;
                let scoped = match operator {
                    "maker" => token(&mut session, operator, word, Some(&other_product)).await,
                    _ => None,
                };
                askers.push(Asker { letter, session, token: all, scoped });
            }
        }
        let webhook =
            json!({ "name": "chat", "url": "https://chat.example/hook", "events": ["gate.closed"] });
        let webhook = anna.tell(&format!("{API}/webhooks"), webhook).await;
        let webhook = webhook.header("location").rsplit('/').next().unwrap().to_owned();
        let hold =
            anna.tell(&format!("{API}/holds"), json!({ "name": "matter", "because": "x" })).await.held(201);
        let hold = hold.json()["id"].as_str().unwrap().to_owned();
        let newcomer = json!({ "account": "newcomer", "display_name": "New" });
        anna.tell(&format!("{API}/people"), newcomer).await.held(201);
        let asked = json!({ "duties": [{ "duty": "auditor" }], "because": "x" });
        let proposal = anna.tell(&format!("{API}/people/target/duties"), asked).await.held(202).json();
        let proposal = proposal["proposal"].as_str().unwrap().to_owned();
        let asked = json!({ "name": "x", "duties": [{ "duty": "product-owner" }], "expires_at": NEXT_YEAR });
        let token = anna.tell(&format!("{API}/tokens"), asked).await.held(201).json();
        let token = token["record"]["id"].as_str().unwrap().to_owned();
        Self { house, anna, product, other_product, at_home, abroad, token, hold, webhook, proposal }
    }

    /// Where the change is asked for, about things that are there.
    fn path(&self, route: &Route, product: &str) -> String {
        let mut written = route.path.to_owned();
        for (name, id) in [
            ("{account}", if route.name == "invite-person-again" { "newcomer" } else { "target" }),
            ("{vulnerability}", "GHSA-aaaa-bbbb-cccc"),
            ("{component}", "pkg%3Anpm%2Fleft-pad%401.0.0"),
            ("{token}", &self.token),
            ("{hold}", &self.hold),
            ("{webhook}", &self.webhook),
            ("{proposal}", &self.proposal),
        ] {
            written = written.replace(name, id);
        }
        let route = Route { path: Box::leak(written.into_boxed_str()), ..copy(route) };
        let path = path(&route, "maker", product);
        if route.name == "explain" { path + "?what=I.1" } else { path }
    }

    /// A body good enough to be done; `turn` tells one try from the next.
    fn body(&self, route: &Route, turn: usize, letter: char) -> (&'static str, String) {
        let duty = LETTERS.iter().position(|one| *one == letter).map_or("", |at| WORDS[at]);
        let json = match route.name {
            "put-attestors" => json!({ "witnesses": [], "every_minutes": 60 }),
            "decide-findings" => json!({ "findings": [{ "vulnerability": "GHSA-aaaa-bbbb-cccc",
                "component": "pkg:npm/left-pad@1.0.0" }], "status": "under_investigation", "because": "x" }),
            "add-identity-provider" => {
                json!({ "name": "ID", "issuer": "https://id.example", "client_id": "p" })
            }
            "keep-client-secret" => json!({ "client_secret": "hush" }),
            "add-workload" => json!({ "name": format!("ci {turn}"), "issuer": "https://id.example",
                "conditions": { "sub": "repo:maker/gateway" },
                "grants": [{ "operator": "maker", "duty": "engineer" }], "because": "x" }),
            "invite-person" => json!({ "account": format!("guest-{turn}"), "display_name": "Guest",
                "duties": [{ "duty": "engineer" }] }),
            "change-duties" => json!({ "duties": [{ "duty": "auditor" }], "because": "x" }),
            "say-same-person" => json!({ "other": "maker-e", "because": "x" }),
            "confirm-account" => json!({ "keeps": [] }),
            "issue-token" => {
                json!({ "name": format!("t{turn}"), "duties": [{ "duty": duty }], "expires_at": NEXT_YEAR })
            }
            "decide-proposals" => json!({ "proposals": [self.proposal], "approve": false, "because": "x" }),
            "add-operator" => json!({ "name": format!("Operator {turn}"), "administrator": "anna" }),
            "add-webhook" | "change-webhook" => json!({ "name": format!("hook {turn}"),
                "url": "https://chat.example/hook", "events": ["gate.closed"] }),
            "change-mail" => json!({ "host": "mail.example", "port": 465, "security": "tls",
                "from": "p@maker.example" }),
            "place-hold" => json!({ "name": format!("hold {turn}"), "because": "x" }),
            "purge" => json!({}),
            "archive-product" => json!({ "archived": turn.is_multiple_of(2) }),
            "change-own-password" => json!({ "old": "not that one", "new": "another long sentence" }),
            "prove-one-time-codes" => json!({ "code": "000000" }),
            "forget-own-identity" => json!({ "issuer": "https://id.example", "subject": "x" }),
            _ => json!({ "because": "x" }),
        };
        match route.takes {
            Takes::Json(_) => ("application/json", json.to_string()),
            Takes::Files(_) => {
                let name = format!("Product {turn}");
                let is_new = route.name == "submit-product";
                let dossier =
                    if is_new { DOSSIER.replace("Gateway <i>7</i>", &name) } else { DOSSIER.to_owned() };
                let part = |name: &str, content: &str| {
                    format!(
                        "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n{content}\r\n"
                    )
                };
                let body = if route.name == "review-modification" {
                    [
                        part("earlier/proofmark.toml", &dossier),
                        part("newer/proofmark.toml", &dossier),
                        part("earlier/sbom.cdx.json", SBOM),
                        part("newer/sbom.cdx.json", SBOM),
                    ]
                    .concat()
                } else {
                    [part("proofmark.toml", &dossier), part("sbom.cdx.json", SBOM)].concat()
                };
                ("multipart/form-data; boundary=x", body + "--x--\r\n")
            }
            _ => ("", String::new()),
        }
    }
}

pub(crate) fn copy(route: &Route) -> Route {
    Route {
        method: route.method,
        path: route.path,
        name: route.name,
        kind: route.kind,
        wall: route.wall,
        takes: route.takes,
        query: route.query,
        request: route.request,
        response: route.response,
        media: route.media,
        done: route.done,
        says: route.says,
        handler: route.handler,
    }
}

/// Asks in a session, or with a token.
async fn ask(
    session: &mut Browser,
    token: Option<&str>,
    route: &Route,
    path: &str,
    body: (&str, String),
) -> Seen {
    let form = session.form.clone();
    let request = match token {
        None => session.request(route.method.word(), path).header("x-form-token", form),
        Some(token) => Request::builder()
            .method(route.method.word())
            .uri(path)
            .header("host", "127.0.0.1:8417")
            .header("authorization", format!("Bearer {token}")),
    };
    let (media, body) = body;
    let request = if media.is_empty() { request } else { request.header("content-type", media) };
    let mut request = request.header("if-match", "*").body(Body::from(body)).unwrap();
    request.headers_mut().insert("accept", "application/json".parse().unwrap());
    session.send(request).await
}

/// Whether a duty for one product alone is enough for the wall of something else.
fn is_for_a_part(route: &Route) -> bool {
    matches!(route.wall, Wall::Operator(Right::SeePortfolio | Right::MakeTokens | Right::SeeFeeds))
}

fn who(route: &Route) -> &'static str {
    DEEPER.iter().find(|(name, _)| *name == route.name).map_or_else(|| row(route), |(_, who)| who)
}

/// What was otherwise than the rows say, all of it.
struct Tally {
    wrong: Vec<String>,
    done: Vec<&'static str>,
}

impl Tally {
    fn take(&mut self, route: &'static Route, whose: &str, expected: bool, seen: &Seen) {
        assert!(seen.status.as_u16() < 500, "{} {whose}: {}", route.name, seen.body);
        let code = seen.code();
        let is_token = whose.contains("token");
        if is_token && code == IN_PERSON {
            return;
        }
        let passed = !BY_RIGHT.contains(&code.as_str());
        if passed != expected {
            self.wrong.push(format!("{} {whose}: {} {code}", route.name, seen.status));
        }
        if seen.status.is_success() && !self.done.contains(&route.name) {
            self.done.push(route.name);
        }
    }
}

#[tokio::test]
async fn nothing_is_done_without_the_right_to_it_whoever_asks_and_however() {
    let mut place = Place::open().await;
    let mut tally = Tally { wrong: Vec::new(), done: Vec::new() };
    let changes = |route: &&'static Route| route.is_of_api() && route.method != Method::Get;
    let mut turn = 0;
    // What ends a session, or the account that is asked about, comes last.
    let mut routes: Vec<&'static Route> = ROUTES.iter().filter(changes).collect();
    routes.sort_by_key(|route| (LAST.contains(&route.name), route.method == Method::Delete));
    for route in routes {
        let everybody = matches!(row(route), "+" | "*");
        let expected = |letter: char| everybody || who(route).contains(letter);
        let mut abroad = std::mem::take(&mut place.abroad);
        let mut at_home = std::mem::take(&mut place.at_home);
        let target = place.path(route, &place.product);
        for asker in &mut abroad {
            for (how, token) in [("session", None), ("token", asker.token.clone())] {
                if how == "token" && token.is_none() {
                    continue;
                }
                turn += 1;
                let body = place.body(route, turn, asker.letter);
                let seen = ask(&mut asker.session, token.as_deref(), route, &target, body).await;
                tally.take(
                    route,
                    &format!("{} of another operator by {how}", asker.letter),
                    everybody,
                    &seen,
                );
            }
        }
        // First those who may not: nobody else has changed anything yet.
        at_home.sort_by_key(|asker| expected(asker.letter));
        for asker in &mut at_home {
            let letter = asker.letter;
            let scoped = everybody || (is_for_a_part(route) && expected(letter) && who(route) == row(route));
            let ways = [
                ("scoped token", asker.scoped.clone(), scoped),
                ("token", asker.token.clone(), expected(letter)),
                ("session", None, expected(letter)),
            ];
            for (how, token, expected) in ways {
                if how != "session" && token.is_none() {
                    continue;
                }
                turn += 1;
                let body = place.body(route, turn, asker.letter);
                let seen = ask(&mut asker.session, token.as_deref(), route, &target, body).await;
                tally.take(route, &format!("{letter} by {how}"), expected, &seen);
            }
        }
        turn += 1;
        // Where only the installation's own people may, one of them shows that the body is good.
        if row(route) == "-" || everybody && !LAST.contains(&route.name) {
            let body = place.body(route, turn, 'a');
            let mut anna = std::mem::replace(&mut place.anna, Browser::new(&place.house));
            let seen = ask(&mut anna, None, route, &target, body).await;
            tally.take(route, "the installation's administrator", true, &seen);
            place.anna = anna;
        }
        place.abroad = abroad;
        place.at_home = at_home;
    }
    let undone: Vec<&str> = ROUTES
        .iter()
        .filter(changes)
        .map(|route| route.name)
        .filter(|name| !tally.done.contains(name) && !UNDONE.iter().any(|(undone, _)| undone == name))
        .collect();
    let (wrong, done) = (tally.wrong, tally.done);
    assert!(wrong.is_empty() && undone.is_empty(), "{wrong:#?}\nno body here is good enough for {undone:?}");
    for (name, why) in UNDONE {
        assert!(!done.contains(name) && !why.is_empty(), "`{name}` is done here");
    }
}

/// What ends sessions or accounts.
const LAST: &[&str] =
    &["disable-person", "enable-person", "end-own-sessions", "end-token", "change-own-password"];

/// What is not done here even with the right to it, and why its refusal can be told from one for want of a right.
const UNDONE: &[(&str, &str)] = &[
    ("propose-declaration", "the dossier lacks what Annex V asks for; whether one may is asked before"),
    ("keep-client-secret", "there is no such provider; whether one may is asked before it is looked for"),
    (
        "remove-identity-provider",
        "there is no such provider; whether one may is asked before it is looked for",
    ),
    (
        "pause-identity-provider",
        "there is no such provider; whether one may is asked before it is looked for",
    ),
    (
        "resume-identity-provider",
        "there is no such provider; whether one may is asked before it is looked for",
    ),
    ("remove-workload", "there is no such workload; whether one may is asked before it is looked for"),
    ("retry-job", "there is no such job; whether one may is asked before it is looked for"),
    ("retry-installation-job", "there is no such job; whether one may is asked before it is looked for"),
    ("replay-delivery", "nothing was delivered; whether one may is asked before it is looked for"),
    (
        "forget-second-factor",
        "no second factor, no second account and no doubt are there; whether one may is asked before",
    ),
    (
        "take-same-person-back",
        "no second factor, no second account and no doubt are there; whether one may is asked before",
    ),
    (
        "confirm-account",
        "no second factor, no second account and no doubt are there; whether one may is asked before",
    ),
    ("refuse-proposal", "it was approved already by who may"),
    ("withdraw-proposal", "only who proposed it, who asks for nothing here"),
    (
        "approve-installation-proposal",
        "nothing waits in the installation; whether one may is asked before it is looked for",
    ),
    (
        "refuse-installation-proposal",
        "nothing waits in the installation; whether one may is asked before it is looked for",
    ),
    (
        "withdraw-installation-proposal",
        "nothing waits in the installation; whether one may is asked before it is looked for",
    ),
    ("send-test-letter", "nobody has an address for letters"),
    (
        "change-own-password",
        "one's own alone, by a secret that is wrong on purpose: sessions are still needed",
    ),
    (
        "prove-one-time-codes",
        "one's own alone, by a secret that is wrong on purpose: sessions are still needed",
    ),
    ("remove-own-passkey", "one's own alone, and there is none"),
    ("end-own-session", "one's own alone, and there is none of this name"),
    ("forget-own-identity", "one's own alone, and there is none"),
];

#[tokio::test]
async fn a_token_sees_what_its_duty_sees_and_one_for_a_product_only_that() {
    let mut place = Place::open().await;
    let mut wrong = Vec::new();
    let mut at_home = std::mem::take(&mut place.at_home);
    let mut abroad = std::mem::take(&mut place.abroad);
    for route in ROUTES.iter().filter(|route| route.is_of_api() && route.method == Method::Get) {
        let everybody = matches!(row(route), "+" | "*");
        let (first, second) = (place.path(route, &place.product), place.path(route, &place.other_product));
        for asker in &mut at_home {
            let letter = asker.letter;
            let sees = everybody || row(route).contains(letter);
            let of_part = everybody || (sees && is_for_a_part(route));
            let of_product =
                everybody || (sees && (is_for_a_part(route) || matches!(route.wall, Wall::Product(_))));
            for (how, token, path, expected) in [
                ("token", &asker.token, &first, sees),
                ("scoped token at another product", &asker.scoped, &first, of_part),
                ("scoped token at its product", &asker.scoped, &second, of_product),
            ] {
                let Some(token) = token.clone() else { continue };
                let answer = ask(&mut asker.session, Some(&token), route, path, ("", String::new())).await;
                assert!(answer.status.as_u16() < 500, "{}: {}", route.name, answer.body);
                let code = answer.code();
                let passed = !BY_RIGHT.contains(&code.as_str());
                if passed != expected && code != IN_PERSON {
                    wrong.push(format!("{} {letter} by {how}: {} {code}", route.name, answer.status));
                }
            }
        }
        for asker in &mut abroad {
            let Some(token) = asker.token.clone() else { continue };
            let seen = ask(&mut asker.session, Some(&token), route, &first, ("", String::new())).await;
            let code = seen.code();
            if BY_RIGHT.contains(&code.as_str()) == everybody && code != IN_PERSON {
                wrong.push(format!(
                    "{} {} of another operator: {} {code}",
                    route.name, asker.letter, seen.status
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
