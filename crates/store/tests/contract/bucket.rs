//! Documents in a bucket: the same promises as in a directory, whatever the server does.

use std::time::{Duration, Instant};

use proofmark_facts::{KeepTrouble, Keeping, Sha256};
use proofmark_store::{Place, Store};

use crate::bucket_server::{BucketServer, Mood};
use crate::databases::every_database;
use crate::samples::Sample;

const SECRET: &str = "s3cret-of-the-tests";

fn place(place: &Place, server: &BucketServer, more: &str) -> Place {
    let endpoint = &server.endpoint;
    let address = format!(
        "s3://KEY:{SECRET}@evidence/pm?endpoint={endpoint}&region=eu-central-1&timeout_seconds=4{more}"
    );
    place.clone().with_blobs(&address).unwrap()
}

fn path(digest: &Sha256) -> String {
    let name = digest.to_string();
    format!("/evidence/pm/{}/{name}", &name[..2])
}

fn keep(store: &mut Store, documents: Vec<&[u8]>) -> Result<(), proofmark_facts::KeepError> {
    Sample { documents, ..Sample::of("maker") }.keep(store).map(drop)
}

#[test]
fn documents_in_a_bucket_are_kept_once_and_read_whole() {
    for database in every_database() {
        let server = BucketServer::start();
        let mut store = Store::connect(&place(&database.place, &server, "")).unwrap();
        let many: Vec<Vec<u8>> = (0..20).map(|number| format!("document {number}").into_bytes()).collect();
        keep(&mut store, many.iter().map(Vec::as_slice).collect()).unwrap();
        assert_eq!(server.objects().len(), 20);
        let digest = Sha256::of(b"document 7");
        assert_eq!(server.objects()[&path(&digest)], b"document 7");
        assert_eq!(store.document_of("maker", &digest).unwrap().unwrap(), b"document 7");
        assert_eq!(store.document_of("other", &digest).unwrap(), None);
        server.requests();
        keep(&mut store, vec![b"document 7"]).unwrap();
        assert!(server.requests().iter().all(|request| request.starts_with("HEAD ")), "not sent twice");
        // Nothing lies beside the database.
        assert!(!database.home().join("documents").exists());
    }
}

#[test]
fn a_server_that_fails_in_passing_is_asked_again() {
    let server = BucketServer::start();
    let database = every_database().remove(0);
    let mut store = Store::connect(&place(&database.place, &server, "")).unwrap();
    server.be(Mood::Failing(2));
    keep(&mut store, vec![b"evidence"]).unwrap();
    server.be(Mood::Failing(2));
    assert!(store.document(&Sha256::of(b"evidence")).unwrap().is_some());
    server.be(Mood::Slow(Duration::from_millis(500)));
    assert!(store.document(&Sha256::of(b"evidence")).unwrap().is_some());
}

#[test]
fn a_server_that_goes_on_failing_or_says_nothing_hinders_the_change_and_nothing_of_it_is_kept() {
    let server = BucketServer::start();
    let database = every_database().remove(0);
    let mut store = Store::connect(&place(&database.place, &server, "")).unwrap();
    for mood in [Mood::Failing(u32::MAX), Mood::Slow(Duration::from_mins(1))] {
        server.be(mood);
        let started = Instant::now();
        let error = keep(&mut store, vec![b"evidence"]).unwrap_err();
        assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
        assert_eq!((error.trouble, error.says.id()), (KeepTrouble::Hindrance, "store-bucket"));
        assert!(error.to_string().contains("s3://evidence/pm/"), "{error}");
        assert!(!error.to_string().contains(SECRET), "{error}");
        assert_eq!(store.ledger_size().unwrap(), 0);
    }
    server.be(Mood::Fine);
    keep(&mut store, vec![b"evidence"]).unwrap();
    assert_eq!(store.ledger_size().unwrap(), 1);
}

#[test]
fn what_comes_back_short_or_other_than_it_was_is_never_taken_for_the_document() {
    let server = BucketServer::start();
    let database = every_database().remove(0);
    let mut store = Store::connect(&place(&database.place, &server, "")).unwrap();
    let digest = Sha256::of(b"evidence");
    keep(&mut store, vec![b"evidence"]).unwrap();
    server.be(Mood::Truncating);
    let error = store.document(&digest).unwrap_err();
    assert_eq!((error.trouble, error.says.id()), (KeepTrouble::Hindrance, "store-bucket"));
    server.be(Mood::Forging);
    let error = store.document(&digest).unwrap_err();
    assert_eq!((error.trouble, error.says.id()), (KeepTrouble::Damage, "store-document-changed"));
    server.be(Mood::Fine);
    assert_eq!(store.document(&digest).unwrap().unwrap(), b"evidence");
}

#[test]
fn one_that_was_cut_short_is_sent_anew_and_a_simple_server_is_served_too() {
    let server = BucketServer::start();
    let database = every_database().remove(0);
    let mut store = Store::connect(&place(&database.place, &server, "")).unwrap();
    let digest = Sha256::of(b"evidence");
    server.plant(&path(&digest), b"evid");
    keep(&mut store, vec![b"evidence"]).unwrap();
    assert_eq!(store.document(&digest).unwrap().unwrap(), b"evidence");
    server.be(Mood::Simple);
    let mut store = Store::connect(&place(&database.place, &server, "&conditional=false")).unwrap();
    keep(&mut store, vec![b"another"]).unwrap();
    assert_eq!(store.document(&Sha256::of(b"another")).unwrap().unwrap(), b"another");
}
