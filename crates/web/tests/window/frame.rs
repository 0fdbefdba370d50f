//! What the frame asks of every request and puts on every answer.

use axum::body::Body;
use axum::http::StatusCode;
use proofmark_web::{Opening, ROUTES};

use crate::browser::Browser;
use crate::test_house::TestHouse;

#[tokio::test]
async fn every_answer_carries_the_headers_that_keep_browsers_from_mischief() {
    let house = TestHouse::new();
    let mut browser = Browser::new(&house);
    for path in ["/sign-in", "/nowhere", "/healthz", "/api/v1/openapi.json", "/account"] {
        let seen = browser.get(path).await;
        let policy = seen.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
        assert_eq!(seen.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(seen.header("cross-origin-opener-policy"), "same-origin", "{path}");
        assert!(!seen.header("x-request-id").is_empty(), "{path}");
        assert!(seen.headers.get("strict-transport-security").is_none(), "{path}: this is no TLS");
    }
}

#[tokio::test]
async fn under_tls_cookies_are_bound_and_the_host_is_held_to_it() {
    let house = TestHouse::new();
    house.set_up();
    let opening =
        Opening { behind_tls_proxy: true, hosts: vec!["proofmark.example".into()], ..Opening::default() };
    let mut browser = Browser::opened(&house, opening);
    browser.sign_in("anna").await;
    assert!(browser.cookie.starts_with("__Host-proofmark-session="), "{}", browser.cookie);
    assert!(browser.get("/sign-in").await.header("strict-transport-security").contains("max-age"));
}

#[tokio::test]
async fn a_name_that_is_not_ours_is_not_answered() {
    let house = TestHouse::new();
    let mut browser = Browser::new(&house);
    let mut request = browser.request("GET", "/sign-in").body(Body::empty()).unwrap();
    request.headers_mut().insert("host", "evil.example".parse().unwrap());
    assert_eq!(browser.send(request).await.status, StatusCode::MISDIRECTED_REQUEST);
}

#[tokio::test]
async fn another_site_cannot_send_our_forms() {
    let house = TestHouse::new();
    house.set_up();
    let mut browser = Browser::new(&house);
    browser.sign_in("anna").await;
    let form = browser.form.clone();
    let send = |site: &str, form: &str| {
        let mut request = browser
            .request("POST", "/sign-out")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(format!("form={form}")))
            .unwrap();
        request.headers_mut().insert("sec-fetch-site", site.parse().unwrap());
        request
    };
    let requests = [
        send("cross-site", &form),
        send("same-site", &form),
        send("same-origin", ""),
        send("same-origin", &"0".repeat(64)),
    ];
    for request in requests {
        assert_eq!(browser.send(request).await.status, StatusCode::FORBIDDEN);
    }
    assert_eq!(browser.get("/account").await.status, StatusCode::OK, "still signed in");
    assert_eq!(browser.post("/sign-out", &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(browser.get("/account").await.header("location"), "/sign-in?next=%2Faccount");
    let filtered = browser.get("/o/maker/findings?open=true&q=a%26b").await;
    assert_eq!(
        filtered.header("location"),
        "/sign-in?next=%2Fo%2Fmaker%2Ffindings%3Fopen%3Dtrue%26q%3Da%2526b"
    );
}

#[tokio::test]
async fn whoever_asks_too_often_is_told_when_to_come_back() {
    let house = TestHouse::new();
    let mut browser = Browser::opened(&house, Opening { requests_a_minute: 3, ..Opening::default() });
    for _ in 0..3 {
        assert_eq!(browser.ask("/healthz").await.status, StatusCode::OK);
    }
    let seen = browser.ask("/healthz").await;
    assert_eq!(seen.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(seen.code(), "web-too-often");
    assert_eq!(seen.header("retry-after"), "20");
    assert!(seen.header("ratelimit").contains("r=0"));
}

#[tokio::test]
async fn what_was_not_changed_is_not_sent_again() {
    let house = TestHouse::new();
    let mut browser = Browser::new(&house);
    let first = browser.ask("/api/v1/openapi.json").await;
    let tag = first.header("etag").to_owned();
    let request = browser.request("GET", "/api/v1/openapi.json").header("if-none-match", &tag);
    let request = request.body(Body::empty()).unwrap();
    let again = browser.send(request).await;
    assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0));
}

#[tokio::test]
async fn the_language_follows_cookie_and_header() {
    let house = TestHouse::new();
    let mut browser = Browser::new(&house);
    let mut request = browser.request("GET", "/nowhere").body(Body::empty()).unwrap();
    request.headers_mut().insert("accept-language", "de-AT, en;q=0.5".parse().unwrap());
    assert!(browser.send(request).await.body.contains(r#"<html lang="de""#));
    let mut request = browser.request("GET", "/nowhere").body(Body::empty()).unwrap();
    request.headers_mut().insert("accept-language", "de".parse().unwrap());
    request.headers_mut().insert("cookie", "proofmark-language=en; proofmark-theme=dark".parse().unwrap());
    assert!(browser.send(request).await.body.contains(r#"<html lang="en" data-theme="dark""#));
}

#[tokio::test]
async fn a_route_is_registered_once() {
    let mut keys: Vec<(&str, &str)> = ROUTES.iter().map(|route| (route.method.word(), route.path)).collect();
    let mut names: Vec<&str> = ROUTES.iter().map(|route| route.name).collect();
    keys.sort_unstable();
    names.sort_unstable();
    assert!(
        keys.windows(2).all(|pair| pair[0] != pair[1]) && names.windows(2).all(|pair| pair[0] != pair[1])
    );
}
