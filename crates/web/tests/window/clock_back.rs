//! The clock set back while people work: nobody is hindered, the order stays what was signed, and the place is named.

use axum::http::StatusCode;
use proofmark_actions::{seal_batch, verify_ledger};
use proofmark_web::House as _;

use crate::browser::Browser;
use crate::program::API;
use crate::test_house::TestHouse;

/// Places a hold, which writes a line.
async fn hold(anna: &mut Browser, name: &str) {
    let order = serde_json::json!({ "name": name, "because": "an inquiry" });
    anna.tell(&format!("{API}/holds"), order).await.held(201);
}

#[tokio::test]
async fn work_goes_on_when_the_clock_is_set_back_and_the_place_is_named() {
    let house = TestHouse::new();
    house.set_up();
    house.let_in("erik", "maker", proofmark_facts::Duty::Auditor);
    let mut anna = Browser::new(&house);
    anna.sign_in("anna").await;
    hold(&mut anna, "before").await;
    assert!(!anna.get("/o/maker/ledger").await.body.contains("times go back"));

    house.wait(-120);
    // Her session is of a time that has not come: as ever none. She signs in again, and works on.
    let seen = anna.get("/o/maker/ledger").await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.body);
    let mut anna = Browser::new(&house);
    anna.sign_in("anna").await;
    hold(&mut anna, "after").await;

    let report = house.in_store(|store| {
        seal_batch(store, house.signer()).unwrap();
        verify_ledger(store, Some(house.signer().verifier_key()), jiff::Timestamp::UNIX_EPOCH).unwrap()
    });
    assert!(report.sound, "{:?}", report.faults);
    assert_eq!(report.sealed, Some(report.lines));
    let [caution] = report.cautions.as_slice() else { panic!("{:?}", report.cautions) };
    assert!(caution.to_string().contains("by 2h"), "{caution}");

    let page = anna.get("/o/maker/ledger").await.held(200);
    assert!(page.body.contains("times go back by 2h"), "{}", page.body);
    assert!(page.body.contains("time-stamped"), "with what to do about it");
    // The line after it is after it again.
    house.wait(1);
    hold(&mut anna, "later").await;
    let again = house.in_store(|store| {
        verify_ledger(store, Some(house.signer().verifier_key()), jiff::Timestamp::UNIX_EPOCH).unwrap()
    });
    assert_eq!(again.cautions, report.cautions);
}
