//! The worker at work: over a real store, to a receiver on loopback.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use proofmark_actions::{
    ActionError, COSIGN, ChangeOrder, DELIVER, DatabaseStatus, KeptFiles, NewWebhook, Post, STAMP,
    StateInUse, Strongbox, VulnerabilitySource, WebhookSecretDraw, add_webhook, built_in, change_attestors,
    change_webhook,
};
use proofmark_courier::{AllowedNetworks, Courier, Outfit, WebhookSecret, is_genuine};
use proofmark_facts::{
    Actor, AttestorSettings, EventKind, Job, JobState, Jobs as _, Keeping, Lane, LedgerWitness, NewJob,
    StampAuthority,
};
use proofmark_store::{Place, PooledStore, StorePool};
use proofmark_text::Text;
use proofmark_trust::witness::Witness;
use proofmark_trust::{SignerKey, SigningKey};
use proofmark_web::{Exhibit, Feeds, House, Issuers, Room, StoreWork};

use crate::worker::{KeyBox, Outside, Worker, WorkerHandle, WorkerOptions};

pub(super) const OPERATOR: &str = "nordlicht-gmbh";

/// How much memory work on large releases may take, in bytes.
pub(super) const ROOM: u64 = 12 << 20;

/// A house over a store in a directory.
pub(super) struct TestHouse {
    pool: StorePool,
    signer: SignerKey,
    outside: Outside,
    key_box: Arc<KeyBox>,
    issuers: Issuers,
    room: Arc<Room>,
    pub(super) assessing: Assessing,
}

/// What was seen of the assessments.
#[derive(Default)]
pub(super) struct Assessing {
    pub(super) at_once: AtomicUsize,
    pub(super) most_at_once: AtomicUsize,
    pub(super) count: AtomicUsize,
    /// Of these, those that left the others room.
    pub(super) beside_others: AtomicUsize,
}

impl House for TestHouse {
    #[expect(clippy::disallowed_methods, reason = "the worker is tested against the real clock")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn draw(&self, bytes: &mut [u8]) -> Result<(), Text> {
        bytes.fill(7);
        Ok(())
    }

    fn with_store(&self, work: &mut StoreWork<'_>) -> Result<(), ActionError> {
        work(&mut *self.pool.get()?);
        Ok(())
    }

    fn open_sources(&self, _: &[String], _: &KeptFiles<'_>) -> Result<Vec<VulnerabilitySource>, ActionError> {
        let seen = &self.assessing;
        seen.count.fetch_add(1, Ordering::SeqCst);
        seen.beside_others.fetch_add(usize::from(self.room.at_once(ROOM).is_some()), Ordering::SeqCst);
        let now = seen.at_once.fetch_add(1, Ordering::SeqCst) + 1;
        seen.most_at_once.fetch_max(now, Ordering::SeqCst);
        thread::sleep(Duration::from_millis(300));
        seen.at_once.fetch_sub(1, Ordering::SeqCst);
        Ok(Vec::new())
    }

    fn feeds(&self) -> Result<Option<Feeds>, ActionError> {
        Ok(None)
    }

    fn database(&self) -> Result<DatabaseStatus, ActionError> {
        unreachable!("the worker says nothing of the database")
    }

    fn in_words(&self, _: &Exhibit<'_>, _: u16) -> String {
        unreachable!("the worker shows nothing")
    }

    fn in_json(&self, _: &Exhibit<'_>) -> String {
        unreachable!("the worker shows nothing")
    }

    fn signer(&self) -> &SignerKey {
        &self.signer
    }

    fn issuers(&self) -> &Issuers {
        &self.issuers
    }

    fn state_in_use(&self, _: &dyn Keeping) -> Result<StateInUse, ActionError> {
        Ok(built_in())
    }

    fn program(&self) -> &'static str {
        "proofmark test"
    }

    fn post(&self) -> &dyn Post {
        &self.outside
    }

    fn strongbox(&self) -> &dyn Strongbox {
        &*self.key_box
    }
}

pub(super) struct Site {
    pub(super) house: Arc<TestHouse>,
    outside: Outside,
    key_box: Arc<KeyBox>,
    emil: Actor,
    /// What the window would take from too.
    pub(super) room: Arc<Room>,
}

impl Site {
    fn at(directory: &Path) -> Self {
        Self::with_stores(directory, 8)
    }

    pub(super) fn with_stores(directory: &Path, stores: usize) -> Self {
        let signer = SignerKey::new("test/ledger".parse().unwrap(), SigningKey::from_seed(&[7; 32]));
        let key_box = Arc::new(KeyBox::of(&signer));
        let allowed = AllowedNetworks(vec!["127.0.0.0/8".parse().unwrap()]);
        let courier = Courier::new(&Outfit { allowed, ..Outfit::plain("proofmark/test") }).unwrap();
        let outside = Outside::with(Arc::new(courier));
        let pool = StorePool::new(Place::of_home(directory), stores);
        let (post, strongbox, issuers) =
            (outside.clone(), Arc::clone(&key_box), Issuers::over(outside.clone()));
        let room = Room::of(ROOM);
        let house = Arc::new(TestHouse {
            pool,
            signer,
            outside: post,
            key_box: strongbox,
            issuers,
            room: Arc::clone(&room),
            assessing: Assessing::default(),
        });
        Self { house, outside, key_box, emil: Actor::local("emil"), room }
    }

    pub(super) fn start(&self, threads: usize) -> WorkerHandle {
        let room = Arc::clone(&self.room);
        let options = WorkerOptions { node: "one".to_owned(), threads, room };
        let (house, post) = (Arc::clone(&self.house), Arc::new(self.outside.clone()));
        Worker::start(house, post, Arc::clone(&self.key_box) as _, &options).unwrap()
    }

    pub(super) fn store(&self) -> PooledStore {
        self.house.pool.get().unwrap()
    }

    /// Holds that for so long whoever asks for a store gets one soon.
    pub(super) fn lends_its_store_for(&self, time: Duration) {
        let begun = Instant::now();
        let mut longest = Duration::ZERO;
        while begun.elapsed() < time {
            let asked = Instant::now();
            drop(self.store());
            longest = longest.max(asked.elapsed());
            thread::sleep(Duration::from_millis(20));
        }
        assert!(longest < Duration::from_secs(2), "{longest:?}");
    }

    pub(super) fn order(&self) -> ChangeOrder<'_> {
        ChangeOrder { by: &self.emil, with: "proofmark test", at: self.house.now() }
    }

    /// Adds a webhook, then changes it, which is an event; gives its secret.
    fn tell(&self, url: &str) -> String {
        let events = [EventKind::SettingsChanged];
        let new = NewWebhook { name: "Chat", url, events: &events, random: WebhookSecretDraw([9; 32]) };
        let mut store = self.store();
        let added =
            add_webhook(&self.order(), OPERATOR, &new, &self.outside, &*self.key_box, &mut *store).unwrap();
        let over = proofmark_actions::Over::Anything;
        let change =
            proofmark_actions::WebhookChange { name: "Talk", url, events: &events, enabled: true, over };
        change_webhook(&self.order(), OPERATOR, &added.webhook.id, &change, &self.outside, &mut *store)
            .unwrap();
        added.secret.reveal().to_owned()
    }

    pub(super) fn job(&self, wanted: impl Fn(&Job) -> bool) -> Job {
        eventually("a job", || {
            let store = self.store();
            let all = [store.jobs(OPERATOR, None, 100).unwrap(), store.jobs("", None, 100).unwrap()].concat();
            all.into_iter().find(|job| wanted(job))
        })
    }
}

pub(super) fn eventually<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(start.elapsed() < Duration::from_secs(30), "{what} did not come");
        thread::sleep(Duration::from_millis(50));
    }
}

/// A receiver that gives what it was sent, and answers with this status after this time.
fn receiver(status: u16, pause: Duration) -> (String, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/hook", listener.local_addr().unwrap());
    let (sent, received) = channel();
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let sent = sent.clone();
            thread::spawn(move || {
                stream.set_read_timeout(Some(Duration::from_millis(300))).unwrap();
                let mut bytes = Vec::new();
                // Read until the sender waits for the answer.
                stream.read_to_end(&mut bytes).unwrap_or_default();
                sent.send(String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
                thread::sleep(pause);
                stream
                    .write_all(format!("HTTP/1.1 {status} X\r\nContent-Length: 0\r\n\r\n").as_bytes())
                    .unwrap_or_default();
            });
        }
    });
    (url, received)
}

pub(super) fn job(kind: &str, lane: Lane, now: Timestamp) -> NewJob {
    NewJob {
        id: format!("test {kind}"),
        lane,
        kind: kind.to_owned(),
        payload: "{}".to_owned(),
        operator: OPERATOR.to_owned(),
        due_at: now,
        most_attempts: 3,
    }
}

#[test]
fn an_event_is_delivered_signed_and_the_ledger_is_sealed() {
    let directory = tempfile::tempdir().unwrap();
    let site = Site::at(directory.path());
    let (url, received) = receiver(200, Duration::ZERO);
    let worker = site.start(1);
    let secret = WebhookSecret::parse(&site.tell(&url)).unwrap();
    let sent = received.recv_timeout(Duration::from_secs(30)).unwrap();
    let (head, body) = sent.split_once("\r\n\r\n").unwrap();
    let header = |name: &str| head.lines().find_map(|line| line.strip_prefix(&format!("{name}: "))).unwrap();
    let headers = ["webhook-id", "webhook-timestamp", "webhook-signature"].map(header);
    assert!(is_genuine(headers, body.as_bytes(), &[secret], site.house.now()));
    assert!(body.contains("\"type\":\"settings.changed\""), "{body}");
    site.job(|job| job.kind == DELIVER && job.state == JobState::Done);
    eventually("the seal", || {
        let store = site.store();
        let sealed = store.latest_checkpoint().unwrap().map(|(size, _)| size);
        (sealed == Some(store.ledger_size().unwrap())).then_some(())
    });
    worker.stop();
}

#[test]
fn a_receiver_that_fails_is_tried_again_later() {
    let directory = tempfile::tempdir().unwrap();
    let site = Site::at(directory.path());
    let (url, received) = receiver(500, Duration::ZERO);
    let worker = site.start(0);
    site.tell(&url);
    received.recv_timeout(Duration::from_secs(30)).unwrap();
    let failed = site.job(|job| job.kind == DELIVER && job.trouble.is_some());
    assert_eq!((failed.state, failed.attempts), (JobState::Waiting, 1));
    assert!(failed.due_at > site.house.now() - Duration::from_secs(30));
    worker.stop();
}

#[test]
fn who_waits_is_not_held_up_by_a_receiver_that_is_slow() {
    let directory = tempfile::tempdir().unwrap();
    let site = Site::at(directory.path());
    let (url, received) = receiver(200, Duration::from_secs(8));
    let worker = site.start(1);
    site.tell(&url);
    received.recv_timeout(Duration::from_secs(30)).unwrap();
    let asked = Instant::now();
    site.store().add_job(&job("nobody-knows", Lane::Waited, site.house.now())).unwrap();
    let ended = site.job(|job| job.kind == "nobody-knows" && job.state == JobState::Failed);
    assert!(asked.elapsed() < Duration::from_secs(6), "{:?}", asked.elapsed());
    assert!(ended.trouble.unwrap().contains("nobody-knows"));
    worker.stop();
    site.job(|job| job.kind == DELIVER && job.state == JobState::Done);
}

#[test]
fn no_store_is_held_while_a_receiver_is_waited_for() {
    let directory = tempfile::tempdir().unwrap();
    // One store for everybody: whoever held it while it waits would keep it from all others.
    let site = Site::with_stores(directory.path(), 1);
    let (url, received) = receiver(200, Duration::from_secs(6));
    let worker = site.start(1);
    site.tell(&url);
    received.recv_timeout(Duration::from_secs(30)).unwrap();
    site.lends_its_store_for(Duration::from_secs(4));
    site.job(|job| job.kind == DELIVER && job.state == JobState::Done);
    worker.stop();
}

#[test]
fn no_store_is_held_while_an_authority_is_waited_for() {
    attested_slowly(STAMP, |url| AttestorSettings {
        authority: Some(StampAuthority {
            url,
            roots: include_str!("../../../courier/tests/certificates/authority.pem").to_owned(),
            policy: None,
        }),
        witnesses: Vec::new(),
        every_minutes: 1,
    });
}

#[test]
fn no_store_is_held_while_a_witness_is_waited_for() {
    let witness = Witness::new("witness.example/w1".parse().unwrap(), SigningKey::from_seed(&[3; 32]));
    let key = witness.verifier_key().to_string();
    attested_slowly(COSIGN, |url| AttestorSettings {
        authority: None,
        witnesses: vec![LedgerWitness { key, url }],
        every_minutes: 1,
    });
}

/// Somebody who attests takes six seconds, and answers nothing that could be kept.
fn attested_slowly(kind: &str, settings: impl FnOnce(String) -> AttestorSettings) {
    let directory = tempfile::tempdir().unwrap();
    let site = Site::with_stores(directory.path(), 1);
    let (url, received) = receiver(200, Duration::from_secs(6));
    change_attestors(&site.order(), settings(url), &mut *site.store()).unwrap();
    let worker = site.start(1);
    received.recv_timeout(Duration::from_secs(30)).unwrap();
    site.lends_its_store_for(Duration::from_secs(4));
    let failed = site.job(|job| job.kind == kind && job.trouble.is_some());
    assert_eq!((failed.state, failed.attempts), (JobState::Waiting, 1), "{:?}", failed.trouble);
    worker.stop();
}

#[test]
fn a_worker_that_is_stopped_ends_soon_and_does_nothing_more() {
    let directory = tempfile::tempdir().unwrap();
    let site = Site::at(directory.path());
    let worker = site.start(2);
    let asked = Instant::now();
    drop(worker);
    assert!(asked.elapsed() < Duration::from_secs(10));
    site.store().add_job(&job("nobody-knows", Lane::Soon, site.house.now())).unwrap();
    thread::sleep(Duration::from_secs(1));
    let waiting = site.store().jobs(OPERATOR, Some(JobState::Waiting), 10).unwrap();
    assert_eq!((waiting.len(), waiting[0].attempts), (1, 0));
}
