//! Time stamps and witnesses through the window: who is asked, what anybody gets, what the pages say.

use axum::body::Body;
use axum::http::StatusCode;
use jiff::Timestamp;
use proofmark_actions::{Attestors, ChangeOrder, cosign_checkpoint, seal_batch};
use proofmark_facts::Actor;
use proofmark_text::{Text, text};
use proofmark_trust::witness::{AddCheckpoint, Witness, WitnessAnswer};
use proofmark_trust::{Checkpoint, Note, SigningKey};
use proofmark_web::House as _;

use crate::browser::Browser;
use crate::test_house::TestHouse;

/// A witness that cosigns whatever it is shown: the window only shows what it said.
struct Willing(Witness, Timestamp);

impl Attestors for Willing {
    fn ask_time_stamp(&self, _: &str, _: &[u8]) -> Result<Vec<u8>, Text> {
        Err(text!("courier-url-unreadable"))
    }

    fn ask_witness(&self, _: &str, request: &AddCheckpoint) -> Result<WitnessAnswer, Text> {
        let checkpoint: Checkpoint = request.checkpoint().unverified_text().parse().unwrap();
        let line = format!("{}\n", self.0.cosign(&checkpoint, self.1).unwrap());
        Ok(WitnessAnswer::read(200, None, line.as_bytes()).unwrap())
    }
}

async fn put(browser: &mut Browser, body: String) -> StatusCode {
    let request =
        browser.request("PUT", "/api/v1/ledger/attestors").header("content-type", "application/json");
    browser.send(request.body(Body::from(body)).unwrap()).await.status
}

#[tokio::test]
async fn whom_to_ask_is_set_on_the_page_and_what_they_said_is_there_for_anybody() {
    let house = TestHouse::new();
    house.set_up();
    let witness = Willing(
        Witness::new("witness.example/w1".parse().unwrap(), SigningKey::from_seed(&[3; 32])),
        house.now(),
    );
    let key = witness.0.verifier_key().to_string();
    let mut anna = Browser::new(&house);
    anna.sign_in("anna").await;
    let page = anna.get("/ledger/attestors").await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    let line = format!("{key} https://witness.example/submit");
    let nonsense = [("url", ""), ("witnesses", "nonsense"), ("every", "60"), ("roots", ""), ("policy", "")];
    assert_eq!(anna.post("/ledger/attestors", &nonsense).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [("url", ""), ("witnesses", line.as_str()), ("every", "60"), ("roots", ""), ("policy", "")];
    let seen = anna.post("/ledger/attestors", &fields).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.body);
    assert!(anna.get("/ledger/attestors").await.body.contains("https://witness.example/submit"));

    let emil = Actor::local("system");
    let size = house.in_store(|store| {
        seal_batch(store, house.signer()).unwrap();
        let order = ChangeOrder { by: &emil, with: "test", at: house.now() };
        let done = cosign_checkpoint(&order, "witness.example/w1", &witness, store).unwrap().unwrap();
        seal_batch(store, house.signer()).unwrap();
        done.size
    });
    // Nobody needs to sign in to follow.
    let mut nobody = Browser::new(&house);
    for path in ["/ledger/checkpoint".to_owned(), format!("/ledger/checkpoints/{size}")] {
        let seen = nobody.get(&path).await;
        assert_eq!(seen.status, StatusCode::OK, "{path}: {}", seen.body);
        let note = Note::parse(seen.body.as_bytes()).unwrap();
        assert_eq!(note.signatures().len(), 2, "{path}");
    }
    assert_eq!(nobody.ask("/ledger/checkpoints/999").await.status, StatusCode::NOT_FOUND);
    assert_eq!(nobody.ask("/ledger/checkpoints/x").await.status, StatusCode::NOT_FOUND);
    assert_eq!(nobody.ask(&format!("/ledger/timestamps/{size}")).await.status, StatusCode::NOT_FOUND);
    let list = nobody.ask("/api/v1/ledger/attestations").await;
    let list: serde_json::Value = serde_json::from_str(&list.body).unwrap();
    assert_eq!(list["items"][0]["size"], size);
    assert_eq!(list["attestors"][0]["who"], key.as_str());
    let page = anna.get("/o/maker/ledger").await;
    assert!(
        page.body.contains("witness.example/w1") && page.body.contains("attests everything sealed"),
        "{}",
        page.body
    );
}

#[tokio::test]
async fn a_program_changes_them_too_and_whoever_may_not_is_told_nothing() {
    let house = TestHouse::new();
    house.set_up();
    let mut anna = Browser::new(&house);
    anna.sign_in("anna").await;
    let shown = anna.ask("/api/v1/ledger/attestors").await;
    assert_eq!(shown.status, StatusCode::OK, "{}", shown.body);
    let mut nobody = Browser::new(&house);
    assert_eq!(nobody.ask("/api/v1/ledger/attestors").await.status, StatusCode::UNAUTHORIZED);
    assert_ne!(put(&mut nobody, shown.body).await, StatusCode::OK);
}
