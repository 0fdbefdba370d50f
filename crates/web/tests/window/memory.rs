//! The memory of the window: what was looked at before is shown again only while nothing it follows from has moved.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use axum::http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use proofmark_actions::{
    ActionError, ChangeOrder, DecidedFinding, FindingDecision, KeptFiles, Over, StateInUse, StateOrigin,
    VulnerabilitySource, decide_findings, withdraw_decision,
};
use proofmark_facts::{Actor, DecisionStatus, Keeping};
use proofmark_formats::{Limits, read_osv};
use proofmark_law::StateOfTheLaw;
use proofmark_vulndb::{Builder, Index};
use proofmark_web::{House, Opening, StoreWork};

use crate::browser::Browser;
use crate::life::{DOSSIER, SBOM};
use crate::test_house::{TestHouse, as_the_test_house};

const PRODUCT: &str = "/o/maker/products/gateway-i-7-i";

/// Everything an assessment follows from that is not in the record.
struct Outside {
    now: Timestamp,
    state: StateOfTheLaw,
    /// The installation's database, in this edition; `None`: there is none.
    edition: Option<u32>,
}

/// A house in which everything can be moved, and which counts how often something is assessed.
struct MovingHouse {
    house: Arc<TestHouse>,
    outside: Mutex<Outside>,
    assessed: AtomicUsize,
}

impl MovingHouse {
    fn new() -> Arc<Self> {
        let house = TestHouse::new();
        house.set_up();
        house.add_operator("Other");
        let state = StateOfTheLaw::embedded().clone();
        let outside = Mutex::new(Outside { now: house.now(), state, edition: None });
        Arc::new(Self { house, outside, assessed: AtomicUsize::new(0) })
    }

    fn assessed(&self) -> usize {
        self.assessed.swap(0, Ordering::Relaxed)
    }

    fn decide(&self, because: &str) {
        let local = Actor::local("anna");
        let change = ChangeOrder { by: &local, with: "proofmark test", at: self.now() };
        let finding = DecidedFinding {
            vulnerability: "CVE-2028-0001".to_owned(),
            component: "pkg:npm/left-pad@1.0.0".to_owned(),
        };
        self.house.in_store(|store| {
            let decision = FindingDecision {
                status: DecisionStatus::Affected,
                because: because.to_owned(),
                ..FindingDecision::default()
            };
            if because.is_empty() {
                withdraw_decision(&change, "maker", "gateway-i-7-i", &finding, &Over::Anything, store)
                    .unwrap();
            } else {
                let done = decide_findings(&change, "maker", "gateway-i-7-i", &[finding], &decision, store);
                // In an order nobody planned, it may not be open.
                assert!(matches!(done, Ok(()) | Err(ActionError::NotFound(_))), "{done:?}");
            }
        });
    }
}

impl House for MovingHouse {
    as_the_test_house!();

    fn now(&self) -> Timestamp {
        self.outside.lock().unwrap().now
    }

    fn with_store(&self, work: &mut StoreWork<'_>) -> Result<(), ActionError> {
        self.house.with_store(work)
    }

    fn open_sources(&self, _: &[String], _: &KeptFiles<'_>) -> Result<Vec<VulnerabilitySource>, ActionError> {
        self.assessed.fetch_add(1, Ordering::Relaxed);
        let edition = self.outside.lock().unwrap().edition;
        Ok(edition.map(database).into_iter().collect())
    }

    fn edition(&self) -> Result<Option<String>, ActionError> {
        let edition = self.outside.lock().unwrap().edition;
        Ok(Some(edition.map_or_else(String::new, |one| database(one).index.digest().to_string())))
    }

    fn state_in_use(&self, _: &dyn Keeping) -> Result<StateInUse, ActionError> {
        let state = self.outside.lock().unwrap().state.clone();
        Ok(StateInUse { state, origin: StateOrigin::BuiltIn })
    }
}

/// A database that knows one vulnerability of left-pad, another in each edition; an even edition's is fixed in 0.9.
fn database(edition: u32) -> VulnerabilitySource {
    let fixed = if edition.is_multiple_of(2) { "0.9.0" } else { "1.3.0" };
    let record = format!(
        r#"{{"schema_version": "1.6.0", "id": "CVE-2028-0001", "modified": "2026-01-01T00:00:00Z",
        "summary": "left-pad pads too far, said for the {edition}. time", "affected": [{{"package": {{"ecosystem": "npm", "name": "left-pad"}},
        "ranges": [{{"type": "SEMVER", "events": [{{"introduced": "0"}}, {{"fixed": "{fixed}"}}]}}]}}]}}"#
    );
    let mut builder = Builder::new();
    let advisory = read_osv(record.as_bytes(), &Limits::default()).value.unwrap();
    builder.add(&advisory, "CVE").unwrap();
    let index = Index::from_bytes(builder.finish().unwrap()).unwrap();
    VulnerabilitySource { name: "test".to_owned(), index }
}

/// A browser that is signed in and has the product handed in, and the house it looks into.
async fn opened() -> (Arc<MovingHouse>, Browser) {
    let house = MovingHouse::new();
    let mut browser = Browser::in_house(Arc::clone(&house) as Arc<dyn House>, Opening::default());
    browser.sign_in("anna").await;
    hand_in(&mut browser, DOSSIER, SBOM).await;
    house.assessed();
    (house, browser)
}

/// No session lasts as long as the tests' days.
async fn sign_in_anew(browser: &mut Browser) {
    browser.cookie.clear();
    browser.sign_in("anna").await;
}

async fn hand_in(browser: &mut Browser, dossier: &str, sbom: &str) {
    let files = [("files", "proofmark.toml", dossier), ("files", "sbom.cdx.json", sbom)];
    let seen = browser.send_files("/o/maker/products", &files).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.body);
    assert_eq!(seen.header("location"), PRODUCT);
}

/// What the page says, from memory or not, and what a window that remembers nothing says.
async fn both(house: &Arc<MovingHouse>, browser: &mut Browser, path: &str) -> (String, String) {
    let seen = browser.get(path).await;
    assert_eq!(seen.status, StatusCode::OK, "{path}: {}", seen.body);
    let mut other = Browser::in_house(Arc::clone(house) as Arc<dyn House>, Opening::default());
    other.cookie.clone_from(&browser.cookie);
    let fresh = other.get(path).await;
    (seen.body, fresh.body)
}

/// One thing that moves outside, and what it is called.
type Step = (&'static str, fn(&mut Outside));

#[tokio::test]
async fn what_was_looked_at_is_not_assessed_again_until_one_thing_it_follows_from_moves() {
    let (house, mut browser) = opened().await;
    let release = format!("{PRODUCT}/releases/1.0.0");
    let steps: [Step; 4] = [
        ("the database came", |outside| outside.edition = Some(1)),
        ("the database has another edition", |outside| outside.edition = Some(2)),
        ("the day is another", |outside| outside.now += SignedDuration::from_hours(16)),
        ("the state of the law is another", |outside| outside.state = another_state()),
    ];
    for path in [PRODUCT, &release] {
        browser.get(path).await;
        assert_eq!(house.assessed(), 1, "{path} was never looked at");
        browser.get(path).await;
        assert_eq!(house.assessed(), 0, "{path} was looked at just before");
    }
    for (what, step) in steps {
        step(&mut house.outside.lock().unwrap());
        sign_in_anew(&mut browser).await;
        for path in [PRODUCT, &release] {
            let (seen, fresh) = both(&house, &mut browser, path).await;
            assert_eq!(seen, fresh, "{what}: {path}");
            assert_eq!(house.assessed(), 2, "{what}: {path}");
            browser.get(path).await;
            assert_eq!(house.assessed(), 0, "{what}: {path} was looked at just before");
        }
    }
    // A minute later the day is the same, and so is what was said on it.
    house.outside.lock().unwrap().now += SignedDuration::from_mins(1);
    browser.get(PRODUCT).await;
    assert_eq!(house.assessed(), 0);
}

/// The same words as another file: whatever a state says, its name is its digest.
fn another_state() -> StateOfTheLaw {
    let file = include_str!("../../../law/data/states/2026-11-21.toml");
    StateOfTheLaw::parse(&format!("{file}\n# Another.\n")).unwrap()
}

#[tokio::test]
async fn what_changes_in_the_record_is_seen_at_once() {
    let (house, mut browser) = opened().await;
    house.outside.lock().unwrap().edition = Some(1);
    browser.get(PRODUCT).await;
    house.assessed();
    let purpose = "kind = \"software\"\nintended_purpose = \"Pads what is too short.\"";
    hand_in(&mut browser, &DOSSIER.replace("kind = \"software\"", purpose), SBOM).await;
    house.assessed();
    both(&house, &mut browser, PRODUCT).await;
    assert_eq!(house.assessed(), 2, "the dossier is another");
    hand_in(&mut browser, DOSSIER, &SBOM.replace("\"1.0.0\", \"purl\"", "\"1.0.1\", \"purl\"")).await;
    house.assessed();
    let (seen, fresh) = both(&house, &mut browser, PRODUCT).await;
    assert_eq!((seen, house.assessed()), (fresh, 2), "the component list is another");
    for because in ["it is called with short words only", "it is looked into once more", ""] {
        house.decide(because);
        let (seen, fresh) = both(&house, &mut browser, &format!("{PRODUCT}/releases/1.0.0")).await;
        assert_eq!((seen, house.assessed()), (fresh, 2), "decided: `{because}`");
    }
    // Of a product that nobody of this operator has, nothing is ever shown, remembered or not.
    let elsewhere = PRODUCT.replace("maker", "other");
    assert_eq!(browser.get(&elsewhere).await.status, StatusCode::NOT_FOUND);
}

/// Many changes in a row that nobody planned: after each, the memory says what a fresh look says.
#[tokio::test]
async fn after_any_changes_in_any_order_the_memory_says_what_a_fresh_look_says() {
    let (house, mut browser) = opened().await;
    let mut random = 0x2545_F491_4F6C_DD1D_u64;
    for turn in 0..25 {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let small = u32::try_from(random >> 60).unwrap_or_default();
        match random % 7 {
            0 => house.outside.lock().unwrap().edition = Some(small).filter(|small| *small != 0),
            1 => {
                house.outside.lock().unwrap().now += SignedDuration::from_hours(7);
                sign_in_anew(&mut browser).await;
            }
            2 => house.outside.lock().unwrap().state = another_state(),
            3 => house.outside.lock().unwrap().state = StateOfTheLaw::embedded().clone(),
            4 => house.decide(&format!("for the {small}. reason")),
            5 => {
                let purpose = format!("kind = \"software\"\nintended_purpose = \"Purpose {small}\"");
                hand_in(&mut browser, &DOSSIER.replace("kind = \"software\"", &purpose), SBOM).await;
            }
            _ => {}
        }
        for path in [PRODUCT.to_owned(), format!("{PRODUCT}/releases/1.0.0")] {
            let (seen, fresh) = both(&house, &mut browser, &path).await;
            assert_eq!(seen, fresh, "{turn}: {path}");
        }
    }
}
