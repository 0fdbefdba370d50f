//! Sessions whose rights change: the browser gets another secret, its other tabs stay signed in, and the old secret soon
//! lets nobody in.

use axum::http::StatusCode;
use proofmark_facts::Duty;
use serde_json::json;

use crate::browser::Browser;
use crate::program::API;
use crate::test_house::TestHouse;

#[tokio::test]
async fn signing_in_gives_a_secret_nobody_had_before() {
    let house = TestHouse::new();
    house.set_up();
    let mut anna = Browser::new(&house);
    anna.sign_in("anna").await;
    let before = anna.cookie.clone();
    anna.sign_in("anna").await;
    assert_ne!(anna.cookie, before);
}

#[tokio::test]
async fn two_tabs_stay_signed_in_while_the_secret_changes_and_a_stolen_one_is_soon_worth_nothing() {
    let house = TestHouse::new();
    house.set_up();
    house.let_in("erik", "maker", Duty::Engineer);
    let (mut anna, mut one) = (Browser::new(&house), Browser::new(&house));
    anna.sign_in("anna").await;
    one.sign_in("erik").await;
    let tab = |cookie: &str| {
        let mut tab = Browser::new(&house);
        cookie.clone_into(&mut tab.cookie);
        tab
    };
    let old = one.cookie.clone();
    let (mut two, mut three, mut thief) = (tab(&old), tab(&old), tab(&old));
    let duties = json!({ "duties": [{ "duty": "auditor" }], "because": "he looks on" });
    anna.tell(&format!("{API}/people/erik/duties"), duties).await.held(200);

    // Both tabs ask at once, each with the cookie they had: one brings the new one, none is sent to sign in.
    let (first, second) = tokio::join!(one.get("/o/maker/ledger"), two.get("/o/maker/ledger"));
    assert_eq!((first.status, second.status), (StatusCode::OK, StatusCode::OK), "with the new duty already");
    let fresh: Vec<&str> =
        [&one, &two].into_iter().map(|tab| tab.cookie.as_str()).filter(|is| **is != old).collect();
    assert_eq!(fresh.len(), 1, "one new secret between them");
    let fresh = fresh[0].to_owned();
    // A third was on its way; what it gets takes nothing away from the browser.
    let late = three.get("/account").await;
    assert_eq!((late.status, late.header("set-cookie")), (StatusCode::OK, ""));

    house.wait(1);
    assert_eq!(thief.ask("/account").await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(tab(&fresh).get("/account").await.status, StatusCode::OK);
    assert_eq!(thief.ask("/account").await.status, StatusCode::UNAUTHORIZED, "nor ever again");
}
