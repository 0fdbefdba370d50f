//! Workloads: identity tokens of CI systems at the API, and everything that must not pass for one.

use std::sync::Arc;

use axum::body::Body;
use axum::http::StatusCode;
use proofmark_facts::Duty;
use proofmark_web::House as _;
use serde_json::{Value, json};

use crate::browser::{Browser, Seen};
use crate::life::{DOSSIER, SBOM};
use crate::provider::{ISSUER, Provider};
use crate::test_house::TestHouse;

const AUDIENCE: &str = "http://127.0.0.1:8417";

/// A house in which jobs of `maker/gateway` may hand in, and anna's browser.
async fn house() -> (Arc<TestHouse>, Browser) {
    let house = TestHouse::new();
    house.set_up();
    house.add_operator("Other");
    let mut anna = Browser::new(&house);
    anna.sign_in("anna").await;
    let seen = trust(&mut anna, "repository = maker/gateway\nref = refs/tags/v*").await;
    assert_eq!(seen.header("location"), "/o/maker/workloads", "{}", seen.body);
    (house, anna)
}

async fn trust(browser: &mut Browser, conditions: &str) -> Seen {
    let fields = [
        ("workload_name", "Gateway CI"),
        ("issuer", ISSUER),
        ("conditions", conditions),
        ("duty", "engineer"),
        ("products", ""),
        ("days", "30"),
        ("because", "releases"),
    ];
    browser.post("/o/maker/workloads", &fields).await
}

fn claims(house: &TestHouse) -> Value {
    let now = house.now().as_second();
    json!({
        "iss": ISSUER, "aud": AUDIENCE, "sub": "repo:maker/gateway:ref:refs/tags/v1", "iat": now, "exp": now + 300,
        "repository": "maker/gateway", "ref": "refs/tags/v1",
    })
}

async fn ask(house: &Arc<TestHouse>, path: &str, token: &str) -> Seen {
    let mut program = Browser::new(house);
    let request = program.request("GET", path).header("authorization", format!("Bearer {token}"));
    let mut request = request.body(Body::empty()).unwrap();
    request.headers_mut().insert("accept", "application/json".parse().unwrap());
    program.send(request).await
}

#[tokio::test]
async fn a_job_hands_in_with_the_identity_its_system_gave_it() {
    let (house, mut anna) = house().await;
    let token = house.provider.sign(&claims(&house));
    let seen = ask(&house, "/api/v1/me", &token).await;
    let me: Value = serde_json::from_str(&seen.body).unwrap();
    assert_eq!((me["name"].as_str(), me["kind"].as_str()), (Some("workload:gateway-ci"), Some("workload")));
    let files = [("files", "proofmark.toml", DOSSIER), ("files", "sbom.cdx.json", SBOM)];
    let product = anna.send_files("/o/maker/products", &files).await.header("location").to_owned();
    let product = product.rsplit('/').next().unwrap();
    let mut program = Browser::new(&house);
    let path = format!("/api/v1/operators/maker/products/{product}/submissions");
    let seen = program.send_files_with(&path, &[("sbom", "sbom.cdx.json", SBOM)], &token).await;
    assert_eq!(seen.status, StatusCode::CREATED, "{}", seen.body);
    assert!(anna.get("/o/maker/ledger").await.body.contains("workload:gateway-ci"));

    // Its duties and its operator, and no more; and no page takes it.
    assert_eq!(ask(&house, "/api/v1/operators/maker/products", &token).await.status, StatusCode::OK);
    assert_eq!(ask(&house, "/api/v1/operators/maker/workloads", &token).await.status, StatusCode::FORBIDDEN);
    assert_eq!(
        ask(&house, "/api/v1/operators/other/products", &token).await.status,
        StatusCode::UNAUTHORIZED
    );
    assert_eq!(ask(&house, "/o/maker", &token).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(anna.get("/o/maker/workloads").await.status, StatusCode::OK);

    let seen = anna.post("/o/maker/workloads/gateway-ci/revoke", &[]).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.body);
    assert_eq!(ask(&house, "/api/v1/me", &token).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_token_that_is_wrong_in_one_point_is_nobody() {
    let (house, _) = house().await;
    for (name, value, code) in [
        ("aud", json!("https://other.example"), "access-identity-audience"),
        ("iss", json!("https://evil.example"), "access-workload-unknown"),
        ("exp", json!(1), "access-identity-expired"),
        ("nbf", json!(4_000_000_000_i64), "access-identity-too-early"),
        ("repository", json!("maker/other"), "access-workload-condition"),
        ("ref", json!("refs/heads/main"), "access-workload-condition"),
        ("ref", Value::Null, "access-workload-condition"),
    ] {
        let mut wrong = claims(&house);
        wrong[name] = value;
        let seen = ask(&house, "/api/v1/me", &house.provider.sign(&wrong)).await;
        assert_eq!((seen.status, seen.code().as_str()), (StatusCode::UNAUTHORIZED, code), "{name}");
    }
    let claims = claims(&house);
    for token in [
        Provider::unsigned(&claims),
        house.provider.confused(&claims),
        Provider::forged(&claims, "one"),
        "a.b.c".to_owned(),
    ] {
        let seen = ask(&house, "/api/v1/operators/maker/products", &token).await;
        let code = "access-workload-unknown";
        assert_eq!((seen.status, seen.code().as_str()), (StatusCode::UNAUTHORIZED, code), "{token}");
    }
    assert_eq!(ask(&house, "/api/v1/me", &house.provider.sign(&claims)).await.status, StatusCode::OK);
    house.wait(31 * 24 * 60);
    let late = self::claims(&house);
    let seen = ask(&house, "/api/v1/me", &house.provider.sign(&late)).await;
    assert_eq!(seen.code(), "access-workload-unknown", "the trust has ended");
}

#[tokio::test]
async fn strangers_do_not_send_us_outside_at_will() {
    let (house, _) = house().await;
    let before = house.provider.inside().fetched;
    for number in 0..50 {
        let token = Provider::forged(&claims(&house), &format!("made-up-{number}"));
        assert_eq!(ask(&house, "/api/v1/me", &token).await.status, StatusCode::UNAUTHORIZED);
    }
    let fetched = house.provider.inside().fetched - before;
    assert!(fetched <= 4, "{fetched} fetches for 50 made-up tokens");
    let mut other = claims(&house);
    other["iss"] = json!("https://id.example/another");
    assert_eq!(
        ask(&house, "/api/v1/me", &house.provider.sign(&other)).await.status,
        StatusCode::UNAUTHORIZED
    );
    assert_eq!(
        house.provider.inside().fetched - before,
        fetched,
        "of whom nobody trusts, nothing is fetched"
    );
    house.provider.rotate("two");
    house.wait(1);
    assert_eq!(ask(&house, "/api/v1/me", &house.provider.sign(&claims(&house))).await.status, StatusCode::OK);
}

#[tokio::test]
async fn trust_takes_two_where_there_are_two_and_never_a_whole_ci_system() {
    let (house, mut anna) = house().await;
    let again = trust(&mut anna, "repository = maker/gateway").await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "one that is trusted is not changed by it");
    anna.post("/o/maker/workloads/gateway-ci/revoke", &[]).await;
    for conditions in ["ref = refs/heads/main", "repository = *", "sub = repo:*", "nonsense"] {
        let seen = trust(&mut anna, conditions).await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY, "{conditions}: {}", seen.body);
    }
    house.let_in("ben", "maker", Duty::Approver);
    let seen = trust(&mut anna, "repository = maker/gateway").await;
    assert_eq!(seen.header("location"), "/o/maker/workloads?proposed=1", "{}", seen.body);
    let mut allowed = claims(&house);
    allowed["ref"] = json!("refs/heads/main");
    let token = house.provider.sign(&allowed);
    assert_eq!(ask(&house, "/api/v1/me", &token).await.status, StatusCode::UNAUTHORIZED, "not yet");
    let mut ben = Browser::new(&house);
    ben.sign_in("ben").await;
    let page = ben.get("/o/maker/approvals").await.body;
    let approve = page.split("action=\"").find(|rest| rest.contains("/approve\"")).unwrap();
    let seen = ben.post(approve.split('"').next().unwrap(), &[]).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.body);
    assert_eq!(ask(&house, "/api/v1/me", &token).await.status, StatusCode::OK);
}

async fn api(browser: &mut Browser, method: &str, path: &str, body: &Value) -> Seen {
    let request = browser.request(method, path).header("x-form-token", &browser.form);
    let (media, body) = match body {
        Value::Null => ("", Body::empty()),
        value => ("application/json", Body::from(value.to_string())),
    };
    let request = if media.is_empty() { request } else { request.header("content-type", media) };
    let mut request = request.body(body).unwrap();
    request.headers_mut().insert("accept", "application/json".parse().unwrap());
    browser.send(request).await
}

#[tokio::test]
async fn the_api_does_the_same_and_never_gives_a_secret_back() {
    let (house, mut anna) = house().await;
    let providers = "/api/v1/identity-providers";
    let provider = json!({ "name": "Maker ID", "issuer": ISSUER, "client_id": "proofmark" });
    let seen = api(&mut anna, "POST", providers, &provider).await;
    assert_eq!(seen.status, StatusCode::CREATED, "{}", seen.body);
    assert!(seen.body.contains("\"done\""), "{}", seen.body);
    let seen = api(&mut anna, "POST", providers, &provider).await;
    assert_eq!(seen.code(), "identity-provider-there");
    let secret = json!({ "client_secret": "hush hush" });
    let seen = api(&mut anna, "PUT", &format!("{providers}/maker-id/secret"), &secret).await;
    assert_eq!(seen.status, StatusCode::OK, "{}", seen.body);
    let seen =
        api(&mut anna, "PUT", &format!("{providers}/maker-id/secret"), &json!({ "secret": "hush" })).await;
    assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
    let listed = anna.ask(providers).await;
    assert!(listed.body.contains(ISSUER) && !listed.body.contains("hush"), "{}", listed.body);
    assert_eq!(
        api(&mut anna, "DELETE", &format!("{providers}/maker-id"), &Value::Null).await.status,
        StatusCode::OK
    );
    assert!(!anna.ask(providers).await.body.contains(ISSUER));

    let trusts = "/api/v1/operators/maker/workloads";
    let workload = |name: &str, operator: &str, claim: &str, ends: &str| {
        json!({
            "name": name, "issuer": ISSUER, "conditions": { claim: "maker/other" }, "expires_at": ends,
            "grants": [{ "operator": operator, "duty": "engineer", "products": null }],
        })
    };
    for (asked, code) in [
        (workload("Other CI", "other", "repository", "2028-03-01T00:00:00Z"), "access-grants-malformed"),
        (workload("Other CI", "maker", "ref", "2028-03-01T00:00:00Z"), "access-workload-open"),
        (workload("Other CI", "maker", "repository", "2028-01-01T00:00:00Z"), "identity-workload-past"),
        (workload("Gateway CI", "maker", "repository", "2028-03-01T00:00:00Z"), "identity-workload-there"),
    ] {
        let seen = api(&mut anna, "POST", trusts, &asked).await;
        assert_eq!(
            (seen.status, seen.code().as_str()),
            (StatusCode::UNPROCESSABLE_ENTITY, code),
            "{}",
            seen.body
        );
    }
    let asked = workload("Other CI", "maker", "repository", "2028-03-01T00:00:00Z");
    let seen = api(&mut anna, "POST", trusts, &asked).await;
    assert_eq!(seen.status, StatusCode::CREATED, "{}", seen.body);
    let mut other = claims(&house);
    other["repository"] = json!("maker/other");
    let token = house.provider.sign(&other);
    assert_eq!(ask(&house, "/api/v1/me", &token).await.status, StatusCode::OK);
    assert!(anna.ask(trusts).await.body.contains("other-ci"));
    let seen = api(&mut anna, "DELETE", &format!("{trusts}/other-ci"), &Value::Null).await;
    assert_eq!(seen.status, StatusCode::OK, "{}", seen.body);
    assert_eq!(ask(&house, "/api/v1/me", &token).await.status, StatusCode::UNAUTHORIZED);
}
