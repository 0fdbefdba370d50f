//! What others are told: webhooks and letters, from the change that tells of something to the last attempt.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::cell::RefCell;

use jiff::{SignedDuration, Timestamp};
use proofmark_access::Secret;
use proofmark_actions::{
    ANNOUNCE, ActionError, AddedWebhook, ChangeOrder, DELIVER, Delivered, FilesOrder, HandedFile, HoldOrder,
    LETTER, LedgerLine, Letter, MailOrder, NewWebhook, Over, Parcel, Post, Reply, Strongbox, WebhookChange,
    WebhookSecretDraw, add_webhook, change_mail_settings, change_webhook, deliver, deliveries, delivery,
    keep_files, place_hold, remove_webhook, replay_delivery, rotate_webhook_secret, send_digests,
    send_letter, spread, wish_letters,
};
use proofmark_facts::{
    Actor, ActorKind, Duty, Event, EventKind, Grant, Job, Jobs as _, Keeping as _, Lane, LetterRhythm,
    LetterWish, MailSettings, MailTransport, RecordKey, RecordKind, WebhookRecord,
};
use proofmark_store::Store;
use proofmark_text::{Text, text};

const OPERATOR: &str = "nordlicht-gmbh";

/// Where a parcel went, its id, its body, and how many secrets signed it.
type NotedParcel = (String, String, Vec<u8>, usize);

/// A post that notes what it is given and answers as told.
struct Noted {
    reply: RefCell<Result<Reply, Text>>,
    parcels: RefCell<Vec<NotedParcel>>,
    letters: RefCell<Vec<(Letter, Option<String>)>>,
}

impl Post for Noted {
    fn check_url(&self, url: &str) -> Result<(), Text> {
        if url.starts_with("https://") { Ok(()) } else { Err(text!("courier-url-unreadable")) }
    }

    fn check_mail_server(&self, host: &str, _: MailTransport) -> Result<(), Text> {
        if host == "127.0.0.1" { Err(text!("courier-barred", host = host, why = "here")) } else { Ok(()) }
    }

    fn is_address(&self, address: &str) -> bool {
        address.contains('@')
    }

    fn deliver(&self, parcel: &Parcel<'_>) -> Result<Reply, Text> {
        let given = (parcel.url.to_owned(), parcel.id.to_owned(), parcel.body.to_vec(), parcel.secrets.len());
        self.parcels.borrow_mut().push(given);
        self.reply.borrow().clone()
    }

    fn mail(&self, _: &MailSettings, password: Option<&Secret>, letter: &Letter) -> Result<(), Text> {
        self.letters.borrow_mut().push((letter.clone(), password.map(|secret| secret.reveal().to_owned())));
        self.reply.borrow().clone().map(|_| ())
    }
}

/// A strongbox that only turns its secrets round: enough to see that nothing is kept as it was.
struct Turned;

impl Strongbox for Turned {
    fn seal(&self, purpose: &str, secret: &str) -> Option<String> {
        Some(format!("{purpose}|{}", secret.chars().rev().collect::<String>()))
    }

    fn open(&self, purpose: &str, sealed: &str) -> Option<Secret> {
        let turned = sealed.strip_prefix(purpose)?.strip_prefix('|')?;
        Some(Secret::new(turned.chars().rev().collect()))
    }
}

fn noted(status: u16) -> Noted {
    let reply = Reply { status, excerpt: b"said\x07 so".to_vec(), not_before: None };
    Noted { reply: RefCell::new(Ok(reply)), parcels: RefCell::default(), letters: RefCell::default() }
}

fn at(hour: i64) -> Timestamp {
    "2026-11-21T10:00:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_hours(hour)
}

fn person(name: &str, duty: Duty) -> Actor {
    let grant = Grant { operator: OPERATOR.to_owned(), duty, products: None };
    Actor { name: name.to_owned(), kind: ActorKind::Person, grants: vec![grant] }
}

fn order(by: &Actor, hour: i64) -> ChangeOrder<'_> {
    ChangeOrder { by, with: "proofmark test", at: at(hour) }
}

fn system() -> Actor {
    Actor::local("system")
}

fn webhook(store: &mut Store, events: &[EventKind]) -> AddedWebhook {
    let new = NewWebhook {
        name: "Chat",
        url: "https://chat.example/hook",
        events,
        random: WebhookSecretDraw([7; 32]),
    };
    let emil = person("emil", Duty::Administrator);
    add_webhook(&order(&emil, 0), OPERATOR, &new, &noted(200), &Turned, store).unwrap()
}

/// A change that tells of something: a product is kept and assessed later; a hold is not an event.
fn product(store: &mut Store, hour: i64) {
    let dossier = "proofmark = 1\n[operator]\nname = \"Nordlicht GmbH\"\n[product]\nname = \"Gateway\"\nkind = \"software\"\n[release]\nversion = \"1.0.0\"\n";
    let files = vec![HandedFile { path: "proofmark.toml".to_owned(), bytes: dossier.as_bytes().to_vec() }];
    let local = system();
    let state = proofmark_law::StateOfTheLaw::embedded();
    let change = order(&local, hour);
    let asked = FilesOrder { change, operator: OPERATOR, product: None, take_away: &[], state };
    keep_files(&asked, &files, store).unwrap();
}

fn lease(store: &mut Store, kind: &str, hour: i64) -> Option<Job> {
    let lanes = [Lane::Waited, Lane::Soon, Lane::Bulk];
    let job = store.lease_job("test", &lanes, at(hour), at(hour + 1)).unwrap()?;
    assert_eq!(job.kind, kind, "{job:?}");
    Some(job)
}

fn lines(store: &Store) -> Vec<LedgerLine> {
    let kept = store.lines(0, 100).unwrap();
    kept.iter().map(|line| LedgerLine::parse(&line.bytes).unwrap()).collect()
}

#[test]
fn only_who_may_change_settings_touches_webhooks() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = Store::open(directory.path()).unwrap();
    for duty in Duty::ALL.into_iter().filter(|duty| *duty != Duty::Administrator) {
        let anna = person("anna", duty);
        let new = NewWebhook {
            name: "Chat",
            url: "https://chat.example/",
            events: &[EventKind::GateClosed],
            random: WebhookSecretDraw([7; 32]),
        };
        let refused = add_webhook(&order(&anna, 0), OPERATOR, &new, &noted(200), &Turned, &mut store);
        assert!(matches!(refused, Err(ActionError::Forbidden(_))), "{duty:?}");
        let refused = remove_webhook(&order(&anna, 0), OPERATOR, "wh_1", Over::Anything, &mut store);
        assert!(matches!(refused, Err(ActionError::Forbidden(_))), "{duty:?}");
    }
    let emil = person("emil", Duty::Administrator);
    let missing = remove_webhook(&order(&emil, 0), "somebody-else", "wh_1", Over::Anything, &mut store);
    assert!(matches!(missing, Err(ActionError::Forbidden(_))), "another operator's");
    assert_eq!(store.ledger_size().unwrap(), 0);
}

#[test]
fn a_webhook_is_kept_without_its_secret_and_its_life_is_in_the_ledger() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = Store::open(directory.path()).unwrap();
    let added = webhook(&mut store, &[EventKind::GateClosed, EventKind::GateClosed]);
    let secret = added.secret.reveal().to_owned();
    assert!(secret.starts_with("whsec_"));
    let key =
        RecordKey { operator: OPERATOR.to_owned(), kind: RecordKind::Webhook, id: added.webhook.id.clone() };
    let kept = || String::from_utf8(store.record(&key).unwrap().unwrap().content).unwrap();
    assert!(!kept().contains(&secret) && !format!("{added:?}").contains(&secret));
    let read: WebhookRecord = serde_json::from_str(&kept()).unwrap();
    assert_eq!(read.events, [EventKind::GateClosed]);
    let emil = person("emil", Duty::Administrator);
    let over = Over::Anything;
    let change = WebhookChange { name: "Chat", url: "http://10.0.0.1/", events: &[], enabled: true, over };
    let refused = change_webhook(&order(&emil, 1), OPERATOR, &read.id, &change, &noted(200), &mut store);
    let Err(ActionError::Refused(problems)) = refused else { panic!("{refused:?}") };
    assert_eq!(problems.len(), 2, "every problem at once");
    let change = WebhookChange { url: "https://b.example/", events: &[EventKind::GateOpened], ..change };
    change_webhook(&order(&emil, 1), OPERATOR, &read.id, &change, &noted(200), &mut store).unwrap();
    let random = WebhookSecretDraw([8; 32]);
    let new =
        rotate_webhook_secret(&order(&emil, 2), OPERATOR, &read.id, random, &Turned, &mut store).unwrap();
    assert_ne!(new.reveal(), secret);
    let rotated: WebhookRecord =
        serde_json::from_slice(&store.record(&key).unwrap().unwrap().content).unwrap();
    assert_eq!(rotated.secrets.len(), 2);
    assert_eq!((rotated.secrets[0].until, rotated.secrets[1].until), (None, Some(at(26))));
    remove_webhook(&order(&emil, 3), OPERATOR, &read.id, Over::Anything, &mut store).unwrap();
    assert!(store.record(&key).unwrap().is_none());
    let actions: Vec<String> = lines(&store).into_iter().map(|line| line.action).collect();
    assert_eq!(actions, ["add-webhook", "change-webhook", "rotate-webhook-secret", "remove-webhook"]);
}

#[test]
fn where_nobody_listens_no_job_is_made() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = Store::open(directory.path()).unwrap();
    product(&mut store, 0);
    assert_eq!(store.jobs(OPERATOR, None, 10).unwrap(), []);
}

/// From a change of settings to the receiver, as the worker does it.
fn event_on_its_way(store: &mut Store, hour: i64) -> Job {
    let emil = person("emil", Duty::Auditor);
    let wish = LetterWish { address: format!("emil{hour}@example.com"), ..wish("emil") };
    wish_letters(&order(&emil, hour), OPERATOR, &wish, &noted(200), store).unwrap();
    let announced = lease(store, ANNOUNCE, hour).unwrap();
    assert_eq!(spread(&order(&system(), hour), &announced, store).unwrap(), 1);
    assert!(store.finish_job(&announced.id, "test", at(hour)).unwrap());
    lease(store, DELIVER, hour).unwrap()
}

fn wish(account: &str) -> LetterWish {
    LetterWish {
        account: account.to_owned(),
        address: format!("{account}@example.com"),
        language: "en".to_owned(),
        rhythm: LetterRhythm::Daily,
        urgent_at_once: true,
        also_when_nothing_is_new: false,
    }
}

#[test]
fn an_event_reaches_the_receiver_and_can_be_sent_once_more() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = Store::open(directory.path()).unwrap();
    let added = webhook(&mut store, &[EventKind::SettingsChanged]);
    let first = lease(&mut store, ANNOUNCE, 0);
    assert!(first.is_none(), "of its own making a webhook is not told: it was not there yet");
    let job = event_on_its_way(&mut store, 1);
    let post = noted(204);
    let ended = deliver(&order(&system(), 1), &job, 0, &post, &Turned, &mut store).unwrap();
    assert_eq!(ended, Delivered::Done);
    store.finish_job(&job.id, "test", at(1)).unwrap();
    let (url, id, body, secrets) = post.parcels.borrow()[0].clone();
    assert_eq!((url.as_str(), secrets), ("https://chat.example/hook", 1));
    let event: Event = serde_json::from_slice(&body).unwrap();
    assert_eq!((event.id.as_str(), event.what.kind()), (id.as_str(), EventKind::SettingsChanged));
    assert!(!String::from_utf8(body).unwrap().contains("emil1@example.com"), "no contents");
    let emil = person("emil", Duty::Administrator);
    let listed = deliveries(&order(&emil, 1), OPERATOR, &added.webhook.id, 10, &store).unwrap();
    let kept = listed[0].1.clone().unwrap();
    assert_eq!(
        (listed.len(), kept.attempts[0].status, kept.attempts[0].said.as_str()),
        (1, Some(204), "said so")
    );
    replay_delivery(&order(&emil, 2), OPERATOR, &added.webhook.id, &id, &mut store).unwrap();
    let again = lease(&mut store, DELIVER, 2).unwrap();
    assert_eq!((again.id.as_str(), again.attempts), (job.id.as_str(), 1));
    deliver(&order(&system(), 2), &again, 0, &post, &Turned, &mut store).unwrap();
    assert_eq!(post.parcels.borrow()[1].1, id, "the same id, so that the receiver acts once");
    let kept = delivery(&order(&emil, 2), OPERATOR, &added.webhook.id, &id, &store).unwrap().unwrap();
    assert_eq!(kept.attempts.len(), 2);
    assert_eq!(lines(&store).last().unwrap().action, "replay-delivery");
    let gone = delivery(&order(&emil, 24 * 40), OPERATOR, &added.webhook.id, &id, &store).unwrap();
    assert_eq!(gone, None);
}

#[test]
fn what_fails_comes_back_later_and_what_fails_for_days_is_disabled() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = Store::open(directory.path()).unwrap();
    let added = webhook(&mut store, &[EventKind::SettingsChanged]);
    let job = event_on_its_way(&mut store, 0);
    let post = noted(500);
    let ended = deliver(&order(&system(), 0), &job, u32::MAX / 2, &post, &Turned, &mut store).unwrap();
    let Delivered::Failed(why, Some(again)) = ended else { panic!("{ended:?}") };
    assert_eq!(why.id(), "courier-delivery-status");
    assert!(again > at(0) && again < at(0) + SignedDuration::from_secs(7));
    // A receiver may put us off, but not hurry us.
    post.reply.borrow_mut().as_mut().unwrap().not_before = Some(at(3));
    let ended = deliver(&order(&system(), 0), &job, 0, &post, &Turned, &mut store).unwrap();
    assert!(matches!(ended, Delivered::Failed(_, Some(again)) if again == at(3)), "{ended:?}");
    *post.reply.borrow_mut() = Err(text!("courier-url-unreadable"));
    let ended = deliver(&order(&system(), 24 * 4), &job, 0, &post, &Turned, &mut store).unwrap();
    assert!(matches!(ended, Delivered::Failed(_, Some(_))), "four days are not yet too long: {ended:?}");
    let last = Job { attempts: 15, ..job.clone() };
    let ended = deliver(&order(&system(), 24 * 4), &last, 0, &post, &Turned, &mut store).unwrap();
    assert!(matches!(ended, Delivered::Failed(_, None)), "given up: {ended:?}");
    let ended = deliver(&order(&system(), 24 * 5), &job, 0, &post, &Turned, &mut store).unwrap();
    assert!(matches!(ended, Delivered::Failed(_, None)), "{ended:?}");
    let line = lines(&store).pop().unwrap();
    assert_eq!((line.action.as_str(), line.by.as_str()), ("disable-webhook", "system"));
    let waiting = store.jobs(OPERATOR, None, 100).unwrap();
    assert!(waiting.iter().any(|job| job.payload.contains("webhook.disabled")), "and it is said");
    // Nobody waits for what is still on its way.
    let before = post.parcels.borrow().len();
    let ended = deliver(&order(&system(), 24 * 5), &job, 0, &post, &Turned, &mut store).unwrap();
    assert_eq!((ended, post.parcels.borrow().len()), (Delivered::Done, before));
    let emil = person("emil", Duty::Administrator);
    let event = job.id.rsplit(' ').next().unwrap();
    let refused = replay_delivery(&order(&emil, 24 * 5), OPERATOR, &added.webhook.id, event, &mut store);
    assert!(matches!(refused, Err(ActionError::Forbidden(_))));
    let enabled = WebhookChange {
        name: "Chat",
        url: "https://c.example/",
        events: &[EventKind::GateClosed],
        enabled: true,
        over: Over::Anything,
    };
    let post = noted(200);
    let back =
        change_webhook(&order(&emil, 24 * 5), OPERATOR, &added.webhook.id, &enabled, &post, &mut store);
    assert_eq!(back.unwrap().disabled, None);
}

#[test]
fn a_receiver_that_recovers_is_forgiven_and_one_that_is_gone_is_not() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = Store::open(directory.path()).unwrap();
    webhook(&mut store, &[EventKind::SettingsChanged]);
    let job = event_on_its_way(&mut store, 0);
    for (hour, status) in [(0, 503), (24, 200), (24 * 5, 503)] {
        let ended = deliver(&order(&system(), hour), &job, 0, &noted(status), &Turned, &mut store).unwrap();
        let expected = status == 200;
        assert_eq!(ended == Delivered::Done, expected);
        assert!(
            !matches!(ended, Delivered::Failed(_, None)),
            "the days count from the first failure after a success"
        );
    }
    let ended = deliver(&order(&system(), 24 * 5), &job, 0, &noted(410), &Turned, &mut store).unwrap();
    assert!(matches!(ended, Delivered::Failed(_, None)));
    assert_eq!(lines(&store).pop().unwrap().action, "disable-webhook");
}

#[test]
fn while_a_secret_is_rotated_both_sign_and_after_a_day_one() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = Store::open(directory.path()).unwrap();
    let added = webhook(&mut store, &[EventKind::SettingsChanged]);
    let job = event_on_its_way(&mut store, 0);
    let emil = person("emil", Duty::Administrator);
    let random = WebhookSecretDraw([9; 32]);
    rotate_webhook_secret(&order(&emil, 1), OPERATOR, &added.webhook.id, random, &Turned, &mut store)
        .unwrap();
    let post = noted(200);
    deliver(&order(&system(), 2), &job, 0, &post, &Turned, &mut store).unwrap();
    deliver(&order(&system(), 26), &job, 0, &post, &Turned, &mut store).unwrap();
    let secrets: Vec<usize> = post.parcels.borrow().iter().map(|parcel| parcel.3).collect();
    assert_eq!(secrets, [2, 1]);
}

fn mail(password: Option<&Secret>) -> MailOrder<'_> {
    MailOrder {
        host: "mail.example.com",
        port: 587,
        security: MailTransport::StartTls,
        login: Some("proofmark"),
        password,
        from: "proofmark@example.com",
    }
}

#[test]
fn letters_come_once_a_day_with_everything_and_not_at_all_when_there_is_nothing() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = Store::open(directory.path()).unwrap();
    product(&mut store, 0);
    let local = system();
    let password = Secret::from("hunter2");
    let post = noted(200);
    assert_eq!(send_digests(&order(&local, 0), &mut store).unwrap(), 0, "no mail server");
    change_mail_settings(
        &order(&local, 0),
        Some(&mail(Some(&password))),
        Over::Anything,
        &post,
        &Turned,
        &mut store,
    )
    .unwrap();
    change_mail_settings(&order(&local, 0), Some(&mail(None)), Over::Anything, &post, &Turned, &mut store)
        .unwrap();
    for (account, heartbeat) in [("anna", false), ("vera", true)] {
        let auditor = person(account, Duty::Auditor);
        let wish = LetterWish { also_when_nothing_is_new: heartbeat, ..wish(account) };
        let other = LetterWish { account: "emil".to_owned(), ..wish.clone() };
        let refused = wish_letters(&order(&auditor, 0), OPERATOR, &other, &post, &mut store);
        assert!(matches!(refused, Err(ActionError::Forbidden(_))), "nobody writes to another");
        wish_letters(&order(&auditor, 0), OPERATOR, &wish, &post, &mut store).unwrap();
    }
    let day = |day: i64| 24 * day;
    assert_eq!(
        send_digests(&order(&local, 1), &mut store).unwrap(),
        0,
        "who begins to listen hears of what comes"
    );
    for name in ["one", "two", "three"] {
        let hold =
            HoldOrder { change: order(&local, 2), operator: OPERATOR, product: None, name, because: "court" };
        place_hold(&hold, &mut store).unwrap();
    }
    assert_eq!(send_digests(&order(&local, day(1)), &mut store).unwrap(), 2);
    assert_eq!(send_digests(&order(&local, day(1) + 1), &mut store).unwrap(), 0, "once a day");
    while let Some(job) = store.lease_job("test", &[Lane::Soon], at(day(1)), at(day(2))).unwrap() {
        if job.kind == LETTER {
            let ended = send_letter(&order(&local, day(1)), &job, 0, &post, &Turned, &store).unwrap();
            assert_eq!(ended, Delivered::Done);
        }
        store.finish_job(&job.id, "test", at(day(1))).unwrap();
    }
    let letters = post.letters.borrow();
    assert_eq!(letters.len(), 2);
    let (letter, opened) = &letters[0];
    assert_eq!(opened.as_deref(), Some("hunter2"), "the kept password is used where none was given anew");
    assert!(letter.text.contains("nordlicht-gmbh/record: place-hold, 3 times"), "{}", letter.text);
    assert_ne!(letters[0].0.id, letters[1].0.id);
    assert_eq!(send_digests(&order(&local, day(2)), &mut store).unwrap(), 1, "only the heartbeat");
}

#[test]
fn a_kept_password_never_goes_to_another_server() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = Store::open(directory.path()).unwrap();
    let local = system();
    let password = Secret::from("hunter2");
    let post = noted(200);
    change_mail_settings(
        &order(&local, 0),
        Some(&mail(Some(&password))),
        Over::Anything,
        &post,
        &Turned,
        &mut store,
    )
    .unwrap();
    let moved = MailOrder { host: "evil.example", ..mail(None) };
    change_mail_settings(&order(&local, 1), Some(&moved), Over::Anything, &post, &Turned, &mut store)
        .unwrap();
    let key = RecordKey { operator: String::new(), kind: RecordKind::Setting, id: "mail".to_owned() };
    let kept: MailSettings = serde_json::from_slice(&store.record(&key).unwrap().unwrap().content).unwrap();
    assert_eq!((kept.host.as_str(), kept.password), ("evil.example", None));
    change_mail_settings(&order(&local, 2), None, Over::Anything, &post, &Turned, &mut store).unwrap();
    assert!(store.record(&key).unwrap().is_none());
}

#[test]
fn what_is_urgent_comes_at_once_but_not_without_end() {
    let directory = tempfile::tempdir().unwrap();
    let mut store = Store::open(directory.path()).unwrap();
    let local = system();
    let post = noted(200);
    change_mail_settings(&order(&local, 0), Some(&mail(None)), Over::Anything, &post, &Turned, &mut store)
        .unwrap();
    let auditor = person("anna", Duty::Auditor);
    wish_letters(&order(&auditor, 0), OPERATOR, &wish("anna"), &post, &mut store).unwrap();
    let mut letters = 0;
    for number in 0..9 {
        let what = proofmark_facts::EventData::GateClosed(proofmark_facts::ProductEvent {
            product: format!("gateway-{number}"),
            release: "1.0".to_owned(),
            gate: proofmark_facts::GateAnswer::Closed,
        });
        store.add_job(&proofmark_actions::announcement(OPERATOR, at(0), what)).unwrap();
    }
    while let Some(job) = store.lease_job("test", &[Lane::Soon], at(0), at(1)).unwrap() {
        if job.kind == ANNOUNCE {
            letters += spread(&order(&local, 0), &job, &mut store).unwrap();
        }
        store.finish_job(&job.id, "test", at(0)).unwrap();
    }
    assert_eq!(letters, 5, "five an hour; the rest is in the summary");
}
