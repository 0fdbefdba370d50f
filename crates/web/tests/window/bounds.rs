//! The bounds of work on large releases: who asks for what somebody else reads waits for it, so does who finds no room, and
//! small pages wait for neither.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::http::StatusCode;
use jiff::Timestamp;
use proofmark_actions::{ActionError, KeptFiles, StateInUse, VulnerabilitySource};
use proofmark_facts::{Beside as _, Keeping};
use proofmark_store::{Place, StorePool};
use proofmark_text::text;
use proofmark_web::{House, Opening, Room, StoreWork};

use crate::browser::{Browser, Seen};
use crate::life::{DOSSIER, SBOM};
use crate::test_house::{TestHouse, as_the_test_house};

/// Room for one of the large lists below, and not for two.
const ROOM: u64 = 12 << 20;

/// What happens to the next assessment of a large list.
#[derive(Clone, Copy, PartialEq)]
enum Fate {
    Fails,
    Panics,
}

/// A house with several stores, in which assessing a large list takes its time.
struct WideHouse {
    house: Arc<TestHouse>,
    stores: StorePool,
    takes: Duration,
    fate: Mutex<Option<Fate>>,
    at_once: AtomicUsize,
    most_at_once: AtomicUsize,
    assessed: AtomicUsize,
}

impl WideHouse {
    fn new(takes: Duration) -> Arc<Self> {
        let house = TestHouse::new();
        house.set_up();
        let stores = StorePool::new(place(house.home()), 4);
        let [at_once, most_at_once, assessed] = [0; 3].map(AtomicUsize::new);
        Arc::new(Self { house, stores, takes, fate: Mutex::new(None), at_once, most_at_once, assessed })
    }

    fn forget_counts(&self) {
        self.most_at_once.store(0, Ordering::SeqCst);
        self.assessed.store(0, Ordering::SeqCst);
    }
}

fn place(home: &Path) -> Place {
    Place::of_home(home)
}

impl House for WideHouse {
    as_the_test_house!();

    fn now(&self) -> Timestamp {
        self.house.now()
    }

    fn with_store(&self, work: &mut StoreWork<'_>) -> Result<(), ActionError> {
        work(&mut *self.stores.get()?);
        Ok(())
    }

    fn open_sources(
        &self,
        _: &[String],
        files: &KeptFiles<'_>,
    ) -> Result<Vec<VulnerabilitySource>, ActionError> {
        if files.read("sbom.cdx.json")?.is_none_or(|list| list.len() < 100_000) {
            return Ok(Vec::new());
        }
        self.assessed.fetch_add(1, Ordering::SeqCst);
        let now = self.at_once.fetch_add(1, Ordering::SeqCst) + 1;
        self.most_at_once.fetch_max(now, Ordering::SeqCst);
        std::thread::sleep(self.takes);
        self.at_once.fetch_sub(1, Ordering::SeqCst);
        let fate = self.fate.lock().unwrap().take();
        match fate {
            None => Ok(Vec::new()),
            Some(Fate::Fails) => Err(ActionError::Hindered(text!("web-no-feeds"))),
            Some(Fate::Panics) => std::panic::resume_unwind(Box::new("a fault of ours")),
        }
    }

    fn edition(&self) -> Result<Option<String>, ActionError> {
        Ok(Some("none".to_owned()))
    }

    fn state_in_use(&self, store: &dyn Keeping) -> Result<StateInUse, ActionError> {
        self.house.state_in_use(store)
    }
}

/// A component list of some 600 KiB.
fn large_list() -> String {
    let component = |place: usize| {
        format!(
            r#",{{"type":"library","bom-ref":"c{place}","name":"part-{place}","version":"1.{place}","purl":"pkg:npm/part-{place}@1.{place}"}}"#
        )
    };
    let more: String = (0..5000).map(component).collect();
    SBOM.replace("\"bom-ref\": \"left-pad\" }", &format!("\"bom-ref\": \"left-pad\" }}{more}"))
}

/// A browser that is signed in, the pages of three products with large lists, and that of one with a small one.
async fn opened(house: &Arc<WideHouse>, opening: Opening) -> (Browser, Vec<String>, String) {
    let mut browser = Browser::in_house(Arc::clone(house) as Arc<dyn House>, opening);
    browser.sign_in("anna").await;
    let (list, mut pages) = (large_list(), Vec::new());
    assert!(list.len() > 500_000, "{}", list.len());
    for (name, list) in [("One", &list), ("Two", &list), ("Three", &list), ("Small", &SBOM.to_owned())] {
        let dossier = DOSSIER.replace("Gateway <i>7</i>", name);
        let files = [("files", "proofmark.toml", dossier.as_str()), ("files", "sbom.cdx.json", list)];
        let seen = browser.send_files("/o/maker/products", &files).await;
        assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.body);
        pages.push(seen.header("location").to_owned());
    }
    house.forget_counts();
    let small = pages.pop().unwrap();
    (browser, pages, small)
}

fn ask(browser: &Browser, path: &str) -> tokio::task::JoinHandle<Seen> {
    let (mut browser, path) = (browser.clone(), path.to_owned());
    tokio::spawn(async move { browser.ask(&path).await })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn views_of_large_releases_queue_and_nobody_is_refused_while_small_pages_are_answered() {
    let house = WideHouse::new(Duration::from_millis(400));
    let opening = Opening { room: Room::of(ROOM), ..Opening::default() };
    let (mut browser, large, small) = opened(&house, opening).await;
    let asking: Vec<_> = large.iter().chain(&large).chain(&large).map(|page| ask(&browser, page)).collect();
    while house.at_once.load(Ordering::SeqCst) == 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    // Nine ask for what only one can work at: more than there are stores, and the small page has one.
    let seen = browser.get(&small).await;
    assert_eq!(seen.status, StatusCode::OK, "{}", seen.body);
    assert!(asking.iter().any(|one| !one.is_finished()), "it was answered meanwhile");
    for one in asking {
        let seen = one.await.unwrap();
        assert_eq!(seen.status, StatusCode::OK, "{}", seen.body);
    }
    assert_eq!(house.most_at_once.load(Ordering::SeqCst), 1, "there is room for one");
    assert_eq!(house.assessed.load(Ordering::SeqCst), 3, "each was assessed by one for all");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_room_for_all_they_work_side_by_side() {
    let house = WideHouse::new(Duration::from_millis(400));
    let (browser, large, _) = opened(&house, Opening::default()).await;
    let asking: Vec<_> = large.iter().map(|page| ask(&browser, page)).collect();
    for one in asking {
        assert_eq!(one.await.unwrap().status, StatusCode::OK);
    }
    assert!(house.most_at_once.load(Ordering::SeqCst) > 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_waits_too_long_is_told_when_to_try_again() {
    let house = WideHouse::new(Duration::from_millis(1500));
    let opening =
        Opening { room: Room::of(ROOM), patience: Duration::from_millis(100), ..Opening::default() };
    let (mut browser, large, _) = opened(&house, opening).await;
    let first = ask(&browser, &large[0]);
    while house.at_once.load(Ordering::SeqCst) == 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let refused = browser.ask(&format!("{}/assessment", large[1].replace("/o/", "/api/v1/operators/"))).await;
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE, "{}", refused.body);
    assert_eq!((refused.code().as_str(), refused.header("retry-after")), ("server-much-at-once", "10"));
    // What is handed in is not half taken either: nothing of it is kept.
    let before = house.house.in_store(|store| store.ledger_size().unwrap());
    let list = large_list();
    let handed =
        browser.send_files(&format!("{}/submissions", large[2]), &[("files", "sbom.cdx.json", &list)]).await;
    assert_eq!(handed.code(), "server-much-at-once", "{}", handed.body);
    assert_eq!(house.house.in_store(|store| store.ledger_size().unwrap()), before);
    assert_eq!(first.await.unwrap().status, StatusCode::OK);
    assert_eq!(browser.ask(&large[1]).await.status, StatusCode::OK, "there is room again");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_waited_for_one_that_failed_is_answered_all_the_same() {
    let house = WideHouse::new(Duration::from_millis(200));
    let opening = Opening { room: Room::of(ROOM), ..Opening::default() };
    let (browser, large, _) = opened(&house, opening).await;
    for (page, fate) in [(&large[0], Fate::Fails), (&large[1], Fate::Panics)] {
        *house.fate.lock().unwrap() = Some(fate);
        house.forget_counts();
        let asking: Vec<_> = (0..4).map(|_| ask(&browser, page)).collect();
        let mut faults = 0;
        for one in asking {
            let seen = one.await.unwrap();
            faults += usize::from(seen.status == StatusCode::INTERNAL_SERVER_ERROR);
            assert!(seen.status == StatusCode::OK || fate == Fate::Panics, "{}", seen.body);
        }
        assert_eq!(faults, usize::from(fate == Fate::Panics), "the fault is one asker's");
        assert_eq!(house.assessed.load(Ordering::SeqCst), 2, "once in vain, once for the others");
        assert_eq!(house.most_at_once.load(Ordering::SeqCst), 1);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_handed_in_waits_for_a_job_and_goes_before_the_next() {
    let house = WideHouse::new(Duration::from_millis(50));
    let room = Room::of(ROOM);
    let opening = Opening { room: Arc::clone(&room), ..Opening::default() };
    let (browser, large, small) = opened(&house, opening).await;
    let job = room.at_once(ROOM).unwrap();
    let asking = {
        let (mut browser, path, list) = (browser.clone(), format!("{}/submissions", large[0]), large_list());
        tokio::spawn(
            async move { browser.send_files(&path, &[("files", "sbom.cdx.json", &list)]).await.status },
        )
    };
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(browser.clone().get(&small).await.status, StatusCode::OK, "a small page waits for nothing");
    assert!(!asking.is_finished());
    drop(job);
    // As a job that lets requests go before does: it looks whether there is room, and finds none until they have had it.
    let next = loop {
        match room.at_once(ROOM) {
            Some(next) => break next,
            None => tokio::time::sleep(Duration::from_millis(5)).await,
        }
    };
    assert!(house.assessed.load(Ordering::SeqCst) > 0, "the hand-in was first");
    drop(next);
    assert_eq!(asking.await.unwrap(), StatusCode::SEE_OTHER);
}
