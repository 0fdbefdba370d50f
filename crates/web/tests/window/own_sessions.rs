//! A person's sessions one by one: seen, ended, all others ended; and those of somebody an administrator answers for.

use proofmark_facts::Duty;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::program::API;
use crate::test_house::TestHouse;

const OWN: &str = "/api/v1/account/sessions";

async fn sessions(browser: &mut Browser) -> Vec<Value> {
    browser.ask(OWN).await.held(200).items()
}

fn lines_of(house: &TestHouse) -> u64 {
    house.in_store(|store| store.ledger_size().unwrap())
}

async fn is_in(browser: &mut Browser) -> bool {
    browser.ask("/api/v1/me").await.status.is_success()
}

/// The id of the session that asks.
async fn own_id(browser: &mut Browser) -> String {
    let all = sessions(browser).await;
    let this: Vec<&Value> = all.iter().filter(|one| one["this"] == true).collect();
    assert_eq!(this.len(), 1, "{all:?}");
    this[0]["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn sessions_are_seen_and_ended_one_by_one_each_with_a_line() {
    let house = TestHouse::new();
    house.set_up();
    house.let_in("erik", "maker", Duty::Engineer);
    let mut browsers = Vec::new();
    for _ in 0..3 {
        let mut browser = Browser::new(&house);
        browser.sign_in("erik").await;
        browsers.push(browser);
        house.wait(1);
    }
    let [one, two, three] = &mut browsers[..] else { panic!("three") };
    let mut anna = Browser::new(&house);
    anna.sign_in("anna").await;
    let all = sessions(one).await;
    assert_eq!(all.len(), 3, "one's own alone: {all:?}");
    assert!(all.iter().all(|session| session["signed_in_by"] == "password"), "{all:?}");
    let began: Vec<&str> = all.iter().map(|session| session["began_at"].as_str().unwrap()).collect();
    assert!(began.is_sorted_by(|one, other| one > other), "the newest first: {began:?}");
    let secret = one.cookie.split_once('=').unwrap().1.to_owned();
    let shown = format!("{all:?}{}", one.get("/account").await.body);
    assert!(!shown.contains(&secret) && !shown.contains("192.0.2.7"), "neither secret nor address");

    let lines = lines_of(&house);
    let (first, second) = (own_id(one).await, own_id(two).await);
    // Another's session is none, whoever asks.
    anna.call("DELETE", &format!("{OWN}/{first}"), None, &[]).await.refused(404, "identity-session-unknown");
    anna.post("/account/sessions/end", &[("session", &first)]).await.held(404);
    assert!(is_in(one).await && lines_of(&house) == lines);
    one.call("DELETE", &format!("{OWN}/{second}"), None, &[]).await.held(200);
    assert_eq!(lines_of(&house), lines + 1);
    assert!(!is_in(two).await && is_in(one).await && is_in(three).await);
    one.call("DELETE", &format!("{OWN}/{second}"), None, &[]).await.refused(404, "identity-session-unknown");
    assert_eq!(lines_of(&house), lines + 1);

    let ended = one.call("POST", &format!("{OWN}/end-others"), None, &[]).await.held(200).json();
    assert_eq!((ended, lines_of(&house)), (json!({ "ended": 1 }), lines + 2));
    assert!(!is_in(three).await && is_in(one).await);
    let ended = one.call("POST", &format!("{OWN}/end-others"), None, &[]).await.held(200).json();
    assert_eq!((ended, lines_of(&house)), (json!({ "ended": 0 }), lines + 2), "nothing was done");
    let gone = one.call("DELETE", &format!("{OWN}/{first}"), None, &[]).await.held(200);
    assert!(gone.header("set-cookie").contains("Max-Age=0"), "{}", gone.header("set-cookie"));
    assert!(!is_in(one).await && is_in(&mut anna).await);
    assert_eq!(lines_of(&house), lines + 3);
}

#[tokio::test]
async fn the_page_lists_them_with_a_button_each() {
    let house = TestHouse::new();
    house.set_up();
    let (mut here, mut there) = (Browser::new(&house), Browser::new(&house));
    here.sign_in("anna").await;
    there.sign_in("anna").await;
    let page = here.get("/account").await.held(200).body;
    assert_eq!(page.matches("name=\"session\"").count(), 2, "{page}");
    assert_eq!(
        page.matches("this one").count(),
        2,
        "the badge, and the hint of signing out everywhere: {page}"
    );
    let other = own_id(&mut there).await;
    here.post("/account/sessions/end", &[("session", &other)]).await.held(303);
    assert!(!is_in(&mut there).await && is_in(&mut here).await);
    there.sign_in("anna").await;
    here.post("/account/sessions/end-others", &[]).await.held(303);
    assert!(!is_in(&mut there).await && is_in(&mut here).await);
    let own = own_id(&mut here).await;
    let gone = here.post("/account/sessions/end", &[("session", &own)]).await.held(303);
    assert_eq!(gone.header("location"), "/sign-in");
    assert!(!is_in(&mut here).await);
}

#[tokio::test]
async fn a_session_whose_secret_was_replaced_is_one_and_ends_with_both() {
    let house = TestHouse::new();
    house.set_up();
    house.let_in("erik", "maker", Duty::Engineer);
    let (mut anna, mut one, mut two) = (Browser::new(&house), Browser::new(&house), Browser::new(&house));
    anna.sign_in("anna").await;
    one.sign_in("erik").await;
    two.sign_in("erik").await;
    let mut tab = Browser::new(&house);
    tab.cookie.clone_from(&one.cookie);
    let duties = json!({ "duties": [{ "duty": "auditor" }], "because": "he looks on" });
    anna.tell(&format!("{API}/people/erik/duties"), duties).await.held(200);
    one.get("/account").await.held(200);
    two.get("/account").await.held(200);
    assert_ne!(one.cookie, tab.cookie, "the secret was replaced");
    assert!(is_in(&mut tab).await, "what was on its way arrives");
    assert_eq!(sessions(&mut two).await.len(), 2);
    let (id, of_tab) = (own_id(&mut one).await, own_id(&mut tab).await);
    assert_eq!(id, of_tab, "both are the one session");
    two.call("DELETE", &format!("{OWN}/{id}"), None, &[]).await.held(200);
    assert!(!is_in(&mut one).await && !is_in(&mut tab).await && is_in(&mut two).await);
}

#[tokio::test]
async fn whoever_answers_for_a_person_ends_all_their_sessions_and_the_account_stays() {
    let house = TestHouse::new();
    house.set_up();
    house.let_in("erik", "maker", Duty::Engineer);
    house.let_in("cora", "maker", Duty::Compliance);
    let mut browsers = [Browser::new(&house), Browser::new(&house)];
    for browser in &mut browsers {
        browser.sign_in("erik").await;
    }
    let (mut anna, mut cora) = (Browser::new(&house), Browser::new(&house));
    anna.sign_in("anna").await;
    cora.sign_in("cora").await;
    let end = format!("{API}/people/erik/sessions/end");
    cora.call("POST", &end, None, &[]).await.refused(403, "access-may-not");
    cora.post("/o/maker/people/erik/sessions/end", &[]).await.held(403);
    for browser in &mut browsers {
        assert!(is_in(browser).await);
    }
    let lines = lines_of(&house);
    anna.call("POST", &end, None, &[]).await.held(200);
    assert_eq!(lines_of(&house), lines + 1);
    for browser in &mut browsers {
        assert!(!is_in(browser).await);
    }
    house.wait(1);
    browsers[0].sign_in("erik").await;
    anna.get("/o/maker/people/erik").await.held(200);
    anna.post("/o/maker/people/erik/sessions/end", &[]).await.held(303);
    assert!(!is_in(&mut browsers[0]).await && is_in(&mut cora).await && is_in(&mut anna).await);
}

#[tokio::test]
async fn no_token_sees_or_ends_sessions() {
    let house = TestHouse::new();
    house.set_up();
    let mut anna = Browser::new(&house);
    anna.sign_in("anna").await;
    let asked = json!({ "name": "ci", "duties": [{ "duty": "product-owner" }], "expires_at": "2028-06-01T00:00:00Z" });
    let made = anna.tell(&format!("{API}/tokens"), asked).await.held(201).json();
    let (token, id) = (made["token"].as_str().unwrap().to_owned(), own_id(&mut anna).await);
    let mut program = Browser::new(&house);
    for (method, path) in
        [("GET", OWN.to_owned()), ("DELETE", format!("{OWN}/{id}")), ("POST", format!("{OWN}/end-others"))]
    {
        program.with_token(&token, method, &path, None).await.refused(403, "access-in-person");
    }
    assert!(is_in(&mut anna).await);
}
