//! One's own account by the API: for a person in a session, and for no token in their place.

use proofmark_facts::Duty;
use proofmark_web::House as _;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::program::API;
use crate::test_house::{PASSWORD, TestHouse};

#[tokio::test]
async fn a_person_looks_after_their_own_account_by_the_api() {
    let house = TestHouse::new();
    house.set_up();
    house.let_in("erik", "maker", Duty::Engineer);
    let mut erik = Browser::new(&house);
    erik.sign_in("erik").await;
    let me = erik.ask("/api/v1/me").await.held(200).json();
    assert_eq!(me["form_token"], erik.form.as_str());
    let account = erik.ask("/api/v1/account").await.held(200).json();
    assert_eq!(account, json!({ "account": "erik", "passkeys": [], "identities": [] }));

    let codes = "/api/v1/account/one-time-codes";
    let begun = erik.call("POST", codes, None, &[]).await.held(201).json();
    assert!(begun["uri"].as_str().unwrap().starts_with("otpauth://totp/"), "{begun}");
    let proof = format!("{codes}/proof");
    erik.tell(&proof, json!({ "code": "000000" })).await.refused(422, "access-code-wrong");
    let letters = proofmark_access::Secret::from(begun["secret"].as_str().unwrap());
    let secret = proofmark_access::OneTimeSecret::of_base32(&letters).unwrap();
    let code = secret.code_at(house.now()).reveal().to_owned();
    let proven = erik.tell(&proof, json!({ "code": code })).await.held(201).json();
    assert!(proven["recovery_codes"].as_array().is_some_and(|codes| codes.len() > 5), "{proven}");

    erik.call("DELETE", "/api/v1/account/passkeys/none", None, &[])
        .await
        .refused(404, "access-passkey-unknown");
    let identity = json!({ "issuer": "https://id.example", "subject": "erik" });
    erik.tell("/api/v1/account/identities/forget", identity).await.refused(404, "access-identity-unknown");

    let password = "/api/v1/account/password";
    let wrong = json!({ "old": "not that one", "new": "another long sentence, for tests" });
    assert_eq!(erik.tell(password, wrong).await.status.as_u16(), 422);
    let short = erik.tell(password, json!({ "old": PASSWORD, "new": "short" })).await.held(422);
    assert!(!short.body.contains(PASSWORD));
    erik.tell(password, json!({ "old": PASSWORD, "new": "another long sentence, for tests" }))
        .await
        .held(200);
    erik.ask("/api/v1/me").await.refused(401, "web-sign-in-first");
}

#[tokio::test]
async fn every_session_ends_at_once_and_no_token_does_it() {
    let house = TestHouse::new();
    house.set_up();
    let (mut here, mut there) = (Browser::new(&house), Browser::new(&house));
    here.sign_in("anna").await;
    there.sign_in("anna").await;
    let asked = json!({ "name": "ci", "duties": [{ "duty": "product-owner" }], "expires_at": "2028-06-01T00:00:00Z" });
    let made = here.tell(&format!("{API}/tokens"), asked).await.held(201).json();
    let token = made["token"].as_str().unwrap().to_owned();
    let end = "/api/v1/account/sign-out-everywhere";
    let mut program = Browser::new(&house);
    for (method, path, body) in [
        ("GET", "/api/v1/account", None),
        ("POST", end, None),
        (
            "POST",
            "/api/v1/account/password",
            Some(json!({ "old": PASSWORD, "new": "another long sentence" })),
        ),
        ("POST", "/api/v1/account/one-time-codes", None),
        ("POST", "/api/v1/account/one-time-codes/proof", Some(json!({ "code": "123456" }))),
        ("DELETE", "/api/v1/account/passkeys/x", None),
        ("POST", "/api/v1/account/identities/forget", Some(json!({ "issuer": "a", "subject": "b" }))),
    ] {
        program.with_token(&token, method, path, body).await.refused(403, "access-in-person");
    }
    let me = program.with_token(&token, "GET", "/api/v1/me", None).await.held(200).json();
    assert_eq!(me["form_token"], Value::Null);
    // Another site's form carries no token of this session.
    let request = here.request("POST", end).body(axum::body::Body::empty()).unwrap();
    here.send(request).await.held(403);
    here.call("POST", end, None, &[]).await.held(200);
    there.ask("/api/v1/me").await.refused(401, "web-sign-in-first");
}
