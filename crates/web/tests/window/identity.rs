//! Signing in with a provider of identities: there and back, and everything that must not let anybody in.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::Body;
use axum::http::StatusCode;
use proofmark_facts::Duty;
use serde_json::{Value, json};

use crate::browser::{Browser, Seen};
use crate::provider::{ISSUER, Provider};
use crate::test_house::TestHouse;

/// Somebody on their way: the cookie they were given, and what the provider was asked.
struct Away {
    cookie: String,
    asked: BTreeMap<String, String>,
}

/// Makes a token of these claims.
type Sign = fn(&TestHouse, &Value) -> String;

/// A house that takes people from the provider, and anna's browser.
async fn house() -> (Arc<TestHouse>, Browser) {
    let house = TestHouse::new();
    house.set_up();
    let mut anna = Browser::new(&house);
    anna.sign_in("anna").await;
    let fields =
        [("provider_name", "Maker ID"), ("issuer", ISSUER), ("client_id", "proofmark"), ("because", "")];
    let seen = anna.post("/installation/identity-providers", &fields).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.body);
    let secret = [("client_secret", "hush hush")];
    let seen = anna.post("/installation/identity-providers/maker-id/secret", &secret).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.body);
    (house, anna)
}

fn away(seen: &Seen) -> Away {
    let cookies: Vec<&str> =
        seen.headers.get_all("set-cookie").iter().map(|one| one.to_str().unwrap()).collect();
    let cookie = cookies.iter().find(|one| one.starts_with("proofmark-sent=")).unwrap();
    assert!(cookie.contains("HttpOnly; SameSite=Lax; Max-Age=900"), "{cookie}");
    let address = match seen.header("location") {
        "" => seen.body.split(r#"href="https://id.example"#).nth(1).unwrap().split('"').next().unwrap(),
        location => location,
    };
    let address = address.replace("&amp;", "&");
    let asked = address.split_once('?').unwrap().1.split('&').filter_map(|pair| pair.split_once('='));
    let asked = asked.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    Away { cookie: cookie.split(';').next().unwrap().to_owned(), asked }
}

async fn send(browser: &mut Browser) -> Away {
    let seen = browser.get("/sign-in/with/maker-id?next=%2Fo%2Fmaker").await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.body);
    assert!(seen.header("location").starts_with("https://id.example/authorize?x=1&response_type=code&"));
    away(&seen)
}

async fn back(browser: &mut Browser, cookie: &str, query: &str) -> Seen {
    let mut request = browser.request("GET", &format!("/sign-in/back?{query}")).body(Body::empty()).unwrap();
    let cookies = format!("{cookie}; {}", browser.cookie);
    request.headers_mut().insert("cookie", cookies.parse().unwrap());
    request.headers_mut().insert("sec-fetch-site", "cross-site".parse().unwrap());
    browser.send(request).await
}

fn claims(house: &TestHouse, away: &Away, subject: &str) -> Value {
    use proofmark_web::House as _;
    let now = house.now().as_second();
    json!({
        "iss": ISSUER, "aud": "proofmark", "sub": subject, "nonce": away.asked["nonce"], "iat": now, "exp": now + 300,
        "name": "<script>alert(1)</script>", "email": "anna@maker.example", "email_verified": true,
    })
}

fn answers(house: &TestHouse, token: &str) {
    house.provider.inside().answer =
        json!({ "id_token": token, "access_token": "x", "token_type": "Bearer" });
}

/// Goes there and comes back with a token of these claims.
async fn come(house: &TestHouse, browser: &mut Browser, subject: &str) -> Seen {
    let away = send(browser).await;
    answers(house, &house.provider.sign(&claims(house, &away, subject)));
    back(
        browser,
        &away.cookie,
        &format!("code=c0de&state={}&iss=https%3A%2F%2Fid.example", away.asked["state"]),
    )
    .await
}

/// Links anna's account with `subject-1`.
async fn link(house: &TestHouse, anna: &mut Browser) {
    let seen = anna.post("/account/identities/with/maker-id", &[]).await;
    assert_eq!(seen.status, StatusCode::OK, "{}", seen.body);
    let away = away(&seen);
    answers(house, &house.provider.sign(&claims(house, &away, "subject-1")));
    let query = format!("code=c0de&state={}&iss={ISSUER}", away.asked["state"]);
    let seen = back(anna, &away.cookie, &query).await;
    assert_eq!(
        (seen.status, seen.header("location")),
        (StatusCode::SEE_OTHER, "/account/identities"),
        "{}",
        seen.body
    );
}

#[tokio::test]
async fn who_is_known_comes_in_and_is_led_where_they_wanted_to_go() {
    let (house, mut anna) = house().await;
    assert!(anna.get("/account/identities").await.body.contains("Maker ID"));
    let mut stranger = Browser::new(&house);
    assert!(
        stranger
            .get("/sign-in?next=/o/maker")
            .await
            .body
            .contains("/sign-in/with/maker-id?next=%2Fo%2Fmaker")
    );
    let seen = come(&house, &mut stranger, "subject-1").await;
    assert_eq!(seen.status, StatusCode::UNAUTHORIZED, "whoever the provider knows is nobody here yet");
    assert!(
        seen.body.contains("nobody here is known by this identity") || seen.body.contains("Nobody here"),
        "{}",
        seen.body
    );
    assert!(stranger.cookie.is_empty());

    link(&house, &mut anna).await;
    assert!(anna.get("/account/identities").await.body.contains("subject-1"));
    let seen = come(&house, &mut stranger, "subject-1").await;
    assert_eq!((seen.status, seen.header("location")), (StatusCode::SEE_OTHER, "/o/maker"));
    let cookies: Vec<&str> =
        seen.headers.get_all("set-cookie").iter().map(|one| one.to_str().unwrap()).collect();
    assert!(cookies.iter().any(|one| one.starts_with("proofmark-sent=;")), "{cookies:?}");
    assert_eq!(stranger.get("/o/maker").await.status, StatusCode::OK);
    let forms = house.provider.inside().forms.clone();
    let sent: BTreeMap<_, _> = forms.last().unwrap().iter().cloned().collect();
    assert_eq!(sent["redirect_uri"], "http://127.0.0.1:8417/sign-in/back");
    assert_eq!((sent["code"].as_str(), sent["client_secret"].as_str()), ("c0de", "hush hush"));
    assert!(sent["code_verifier"].len() >= 43);
    for page in ["/installation/identity-providers", "/o/maker/ledger", "/account/identities"] {
        assert!(!anna.get(page).await.body.contains("hush hush"), "{page}");
    }
}

#[tokio::test]
async fn an_invitation_is_accepted_with_an_identity_once() {
    let (house, mut anna) = house().await;
    let fields = [("account", "emil"), ("display_name", "Emil"), ("email", ""), ("duty", "engineer")];
    let seen = anna.post("/o/maker/people", &fields).await;
    let link = seen.body.split("http://127.0.0.1:8417").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let mut emil = Browser::new(&house);
    assert!(emil.get(&link).await.body.contains("/with/maker-id"));
    let seen = emil.get(&format!("{link}/with/maker-id")).await;
    let away = away(&seen);
    answers(&house, &house.provider.sign(&claims(&house, &away, "subject-9")));
    let query = format!("code=c0de&state={}&iss={ISSUER}", away.asked["state"]);
    let seen = back(&mut emil, &away.cookie, &query).await;
    assert_eq!((seen.status, seen.header("location")), (StatusCode::SEE_OTHER, "/"), "{}", seen.body);
    assert_eq!(emil.get("/o/maker").await.status, StatusCode::OK);
    let seen = emil.get(&format!("{link}/with/maker-id")).await;
    assert_eq!(seen.status, StatusCode::NOT_FOUND, "the link worked once");
}

#[tokio::test]
async fn a_way_back_works_once_in_the_browser_that_left_and_for_a_quarter_of_an_hour() {
    let (house, mut anna) = house().await;
    link(&house, &mut anna).await;
    let mut browser = Browser::new(&house);
    let first = send(&mut browser).await;
    answers(&house, &house.provider.sign(&claims(&house, &first, "subject-1")));
    let query = format!("code=c0de&state={}&iss={ISSUER}", first.asked["state"]);

    // From another browser: it has no cookie, or that of a way of its own.
    let mut other = Browser::new(&house);
    assert_eq!(back(&mut other, "x=y", &query).await.status, StatusCode::UNAUTHORIZED);
    let own = send(&mut other).await;
    assert_eq!(back(&mut other, &own.cookie, &query).await.status, StatusCode::UNAUTHORIZED);
    assert!(other.cookie.is_empty());

    assert_eq!(back(&mut browser, &first.cookie, &query).await.status, StatusCode::SEE_OTHER);
    let redeemed = house.provider.inside().forms.len();
    let mut replayed = Browser::new(&house);
    let seen = back(&mut replayed, &first.cookie, &query).await;
    assert_eq!(seen.status, StatusCode::UNAUTHORIZED, "{}", seen.body);
    assert_eq!(house.provider.inside().forms.len(), redeemed, "no code is redeemed for a state that is gone");

    let late = send(&mut other).await;
    house.wait(16);
    answers(&house, &house.provider.sign(&claims(&house, &late, "subject-1")));
    let query = format!("code=c0de&state={}&iss={ISSUER}", late.asked["state"]);
    assert_eq!(back(&mut other, &late.cookie, &query).await.status, StatusCode::UNAUTHORIZED);
    assert!(other.cookie.is_empty());
}

#[tokio::test]
async fn a_token_that_is_wrong_in_one_point_lets_nobody_in() {
    let (house, mut anna) = house().await;
    link(&house, &mut anna).await;
    let mut browser = Browser::new(&house);
    for (name, value) in [
        ("aud", json!("another")),
        ("aud", json!(["proofmark", "another"])),
        ("azp", json!("another")),
        ("iss", json!("https://evil.example")),
        ("nonce", json!("another")),
        ("exp", json!(1)),
        ("iat", json!(4_000_000_000_i64)),
    ] {
        let away = send(&mut browser).await;
        let mut wrong = claims(&house, &away, "subject-1");
        wrong[name] = value;
        answers(&house, &house.provider.sign(&wrong));
        let query = format!("code=c0de&state={}&iss={ISSUER}", away.asked["state"]);
        let seen = back(&mut browser, &away.cookie, &query).await;
        assert_eq!(seen.status, StatusCode::UNAUTHORIZED, "{name}: {}", seen.body);
        assert!(browser.cookie.is_empty(), "{name}");
    }
    let signs: [(&str, Sign); 3] = [
        ("unsigned", |_, claims| Provider::unsigned(claims)),
        ("HS256 with the public key", |house, claims| house.provider.confused(claims)),
        ("another's key", |_, claims| Provider::forged(claims, "one")),
    ];
    for (name, sign) in signs {
        let away = send(&mut browser).await;
        answers(&house, &sign(&house, &claims(&house, &away, "subject-1")));
        let query = format!("code=c0de&state={}&iss={ISSUER}", away.asked["state"]);
        let seen = back(&mut browser, &away.cookie, &query).await;
        assert_eq!(seen.status, StatusCode::UNAUTHORIZED, "{name}: {}", seen.body);
        assert!(browser.cookie.is_empty(), "{name}");
    }
    // The same way with nothing wrong.
    assert_eq!(come(&house, &mut browser, "subject-1").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn who_sent_them_back_must_be_who_they_were_sent_to() {
    let (house, mut anna) = house().await;
    link(&house, &mut anna).await;
    let mut browser = Browser::new(&house);
    for iss in ["", "&iss=https%3A%2F%2Fevil.example"] {
        let away = send(&mut browser).await;
        answers(&house, &house.provider.sign(&claims(&house, &away, "subject-1")));
        let redeemed = house.provider.inside().forms.len();
        let query = format!("code=c0de&state={}{iss}", away.asked["state"]);
        assert_eq!(back(&mut browser, &away.cookie, &query).await.status, StatusCode::UNAUTHORIZED, "{iss}");
        assert_eq!(house.provider.inside().forms.len(), redeemed, "the code is not given away");
    }
    let away = send(&mut browser).await;
    let query = format!(
        "error=access_denied%3Cb%3E&error_description=call+us&state={}&iss={ISSUER}",
        away.asked["state"]
    );
    let seen = back(&mut browser, &away.cookie, &query).await;
    assert_eq!(seen.status, StatusCode::UNAUTHORIZED);
    assert!(
        seen.body.contains("access_denied") && !seen.body.contains("<b>") && !seen.body.contains("call us")
    );
}

#[tokio::test]
async fn a_key_that_was_rotated_meanwhile_is_found() {
    let (house, mut anna) = house().await;
    link(&house, &mut anna).await;
    let mut browser = Browser::new(&house);
    assert_eq!(come(&house, &mut browser, "subject-1").await.status, StatusCode::SEE_OTHER);
    house.provider.rotate("two");
    browser.cookie.clear();
    assert_eq!(come(&house, &mut browser, "subject-1").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn what_a_provider_says_of_somebody_is_no_markup() {
    let (house, mut anna) = house().await;
    let subject = "<script>alert(1)</script>";
    let seen = anna.post("/account/identities/with/maker-id", &[]).await;
    let away = away(&seen);
    answers(&house, &house.provider.sign(&claims(&house, &away, subject)));
    let query = format!("code=c0de&state={}&iss={ISSUER}", away.asked["state"]);
    back(&mut anna, &away.cookie, &query).await;
    let page = anna.get("/account/identities").await.body;
    assert!(page.contains("&lt;script&gt;alert(1)") && !page.contains(subject), "{page}");
}

#[tokio::test]
async fn a_provider_where_nothing_may_be_fetched_is_refused_and_one_that_is_added_needs_two() {
    let (house, mut anna) = house().await;
    for issuer in ["https://10.0.0.7", "http://id.example", "javascript:alert(1)"] {
        let fields = [("provider_name", "Second"), ("issuer", issuer), ("client_id", "x"), ("because", "y")];
        let seen = anna.post("/installation/identity-providers", &fields).await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY, "{issuer}: {}", seen.body);
    }
    // A second administrator of the installation is there: from now on it takes two.
    house.let_in("ben", "", Duty::Administrator);
    let fields =
        [("provider_name", "Second"), ("issuer", ISSUER), ("client_id", "x"), ("because", "a merger")];
    let seen = anna.post("/installation/identity-providers", &fields).await;
    assert_eq!(seen.header("location"), "/installation/identity-providers?proposed=1", "{}", seen.body);
    assert!(!anna.get("/sign-in").await.body.contains("Second"));
    let page = anna.get("/installation/identity-providers").await.body;
    assert!(page.contains("a merger") && !page.contains("/approve"), "nobody signs their own");
    let withdraw = page.split("action=\"").find(|rest| rest.contains("/withdraw\"")).unwrap();
    let proposal = withdraw.split('"').next().unwrap().trim_end_matches("/withdraw").to_owned();
    let own = anna.post(&format!("{proposal}/approve"), &[]).await;
    assert_eq!(own.status, StatusCode::FORBIDDEN, "{}", own.body);
    let mut ben = Browser::new(&house);
    ben.sign_in("ben").await;
    let seen = ben.post(&format!("{proposal}/approve"), &[]).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.body);
    assert!(Browser::new(&house).get("/sign-in").await.body.contains("Second"));
    let seen = ben.post("/installation/identity-providers/second/remove", &[]).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.body);
    assert!(!Browser::new(&house).get("/sign-in").await.body.contains("Second"));
}

#[tokio::test]
async fn nobody_comes_from_a_provider_that_is_paused_and_taking_it_up_again_needs_two() {
    let (house, mut anna) = house().await;
    link(&house, &mut anna).await;
    let mut browser = Browser::new(&house);
    let under_way = send(&mut browser).await;
    let path = "/api/v1/identity-providers/maker-id";
    let page = anna.get("/installation/identity-providers").await.body;
    assert!(page.contains("/maker-id/pause\"") && !page.contains("/maker-id/resume\""), "{page}");
    anna.tell(&format!("{path}/resume"), json!({ "because": "x" }))
        .await
        .refused(409, "desk-provider-not-paused");
    anna.post("/installation/identity-providers/maker-id/pause", &[]).await.held(303);
    anna.call("POST", &format!("{path}/pause"), None, &[]).await.refused(409, "desk-provider-paused");
    // Not from the sign-in page, not by its address, not for who was on the way already.
    assert!(!Browser::new(&house).get("/sign-in").await.body.contains("Maker ID"));
    assert_eq!(browser.get("/sign-in/with/maker-id?next=%2F").await.status, StatusCode::FORBIDDEN);
    answers(&house, &house.provider.sign(&claims(&house, &under_way, "subject-1")));
    let query = format!("code=c0de&state={}&iss={ISSUER}", under_way.asked["state"]);
    let seen = back(&mut browser, &under_way.cookie, &query).await;
    assert!(seen.status.is_client_error() && browser.cookie.is_empty(), "{}", seen.body);

    house.let_in("ben", "", Duty::Administrator);
    let waits = anna.tell(&format!("{path}/resume"), json!({ "because": "mended" })).await.held(202).json();
    assert!(!Browser::new(&house).get("/sign-in").await.body.contains("Maker ID"));
    let id = waits["proposal"].as_str().unwrap();
    let mut ben = Browser::new(&house);
    ben.sign_in("ben").await;
    let page = ben.get("/installation/identity-providers").await.body;
    assert!(page.contains("mended") && page.contains("After approval") && !page.contains("<pre>"), "{page}");
    ben.post(&format!("/installation/proposals/{id}/approve"), &[]).await.held(303);
    let mut browser = Browser::new(&house);
    assert_eq!(come(&house, &mut browser, "subject-1").await.status, StatusCode::SEE_OTHER);
}
