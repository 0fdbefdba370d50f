//! Everything out of one store and into another, whichever databases they are; and documents that go for good.

use proofmark_facts::{
    Asking, Forgetting, GateAnswer, Jobs, KeepError, Keeping, Lane, MovingIn, MovingOut, NewJob, ReleaseRows,
    Sha256,
};
use proofmark_store::Store;

use crate::databases::every_database;
use crate::samples::{NOW, Sample, at, component, finding, new_noun, product, release, rows};

fn something(store: &mut Store) {
    let sample = Sample {
        documents: vec![b"one", b"two"],
        records: vec![
            new_noun("maker", &product("gateway", Some(GateAnswer::Closed), 3)),
            new_noun("maker", &release("gateway", "1.0", 1)),
        ],
        rows: vec![rows(
            "maker",
            "gateway",
            "1.0",
            vec![component(0, "a"), component(1, "zero\0inside")],
            vec![finding("a", "CVE-1", 98, 5), finding("a", "CVE-1", 98, 5)],
        )],
        jobs: vec![NewJob {
            id: "job".to_owned(),
            lane: Lane::Bulk,
            kind: "rescan".to_owned(),
            payload: "{}".to_owned(),
            operator: "maker".to_owned(),
            due_at: at(NOW),
            most_attempts: 3,
        }],
        ..Sample::of("maker")
    };
    sample.keep(store).unwrap();
    Sample { documents: vec![b"one"], ..Sample::of("other") }.keep(store).unwrap();
    store.keep_checkpoint(1, "note").unwrap();
}

/// Fills the store with everything of the other one, and then does this.
fn move_all(
    from: &Store,
    into: &mut Store,
    then: &mut dyn FnMut() -> Result<(), KeepError>,
) -> Result<(), KeepError> {
    into.fill(&mut |store| {
        for line in from.lines(0, 100)? {
            let subject = if line.index == 0 { "maker/thing/00000000" } else { "other/thing/00000000" };
            store.line(subject, &line.bytes)?;
        }
        for (size, note) in from.checkpoints(0, 100)? {
            store.checkpoint(size, &note)?;
        }
        for entry in from.all_documents(None, 100)? {
            store.document(&entry, &from.document(&entry.sha256)?.unwrap())?;
        }
        for record in from.all_records(None, 100)? {
            store.record(&record)?;
        }
        store.rows(&ReleaseRows {
            operator: "maker".to_owned(),
            product: "gateway".to_owned(),
            release: "1.0".to_owned(),
            components: Some(from.components_of("maker", "gateway", "1.0")?),
            findings: Some(from.findings_of("maker", "gateway", "1.0")?),
        })?;
        for job in from.waiting_jobs("", 100)? {
            store.job(&job)?;
        }
        then()
    })
}

#[test]
fn everything_moves_from_any_database_to_any_other() {
    for from in every_database() {
        for into in every_database() {
            let (mut one, mut other) = (from.open(), into.open());
            if one.is_empty().unwrap() {
                something(&mut one);
            }
            assert!(other.is_empty().unwrap(), "{} {}", from.name, into.name);
            // What goes wrong at the very end leaves nothing behind.
            let broken = proofmark_text::text!("store-busy");
            let wrong =
                || KeepError { says: broken.clone(), trouble: proofmark_facts::KeepTrouble::Hindrance };
            move_all(&one, &mut other, &mut || Err(wrong())).unwrap_err();
            assert!(other.is_empty().unwrap(), "{} {}", from.name, into.name);
            move_all(&one, &mut other, &mut || Ok(())).unwrap();
            assert_eq!(other.lines(0, 10).unwrap(), one.lines(0, 10).unwrap());
            assert_eq!(other.node(1, 0).unwrap(), one.node(1, 0).unwrap());
            assert_eq!(other.checkpoints(0, 10).unwrap(), one.checkpoints(0, 10).unwrap());
            assert_eq!(other.all_documents(None, 10).unwrap(), one.all_documents(None, 10).unwrap());
            assert_eq!(other.all_records(None, 10).unwrap(), one.all_records(None, 10).unwrap());
            let asked = |store: &Store| {
                let components = store.components_of("maker", "gateway", "1.0").unwrap();
                (components, store.findings_of("maker", "gateway", "1.0").unwrap())
            };
            assert_eq!(asked(&other), asked(&one));
            assert_eq!(other.jobs("maker", None, 10).unwrap(), one.jobs("maker", None, 10).unwrap());
            assert_eq!(other.document_of("other", &Sha256::of(b"two")).unwrap(), None);
        }
    }
}

#[test]
fn a_store_that_holds_still_shows_one_moment_while_others_write() {
    for database in every_database() {
        let (mut reader, mut writer) = (database.open(), database.open());
        something(&mut writer);
        reader.hold_still().unwrap();
        Sample { documents: vec![b"three"], ..Sample::of("maker") }.keep(&mut writer).unwrap();
        assert_eq!(reader.ledger_size().unwrap(), 2, "{}", database.name);
        assert_eq!(reader.all_documents(None, 10).unwrap().len(), 2, "{}", database.name);
        reader.go_on().unwrap();
        assert_eq!(reader.ledger_size().unwrap(), 3, "{}", database.name);
    }
}

#[test]
fn a_document_goes_when_it_is_nobody_s_any_more() {
    for database in every_database() {
        let mut store = database.open();
        something(&mut store);
        let (one, two) = (Sha256::of(b"one"), Sha256::of(b"two"));
        let size = |store: &Store, operator: &str| store.documents_size(operator, &[one, two]).unwrap();
        let third = size(&store, "nobody");
        assert_eq!((size(&store, "maker"), size(&store, "other"), third), (6, 3, 0), "{}", database.name);
        assert!(!store.forget_document("maker", &one).unwrap(), "the other operator's stays");
        assert_eq!(store.document_of("maker", &one).unwrap(), None);
        assert_eq!(size(&store, "maker"), 3);
        assert!(store.document_of("other", &one).unwrap().is_some());
        assert!(store.forget_document("maker", &two).unwrap());
        assert_eq!(store.document(&two).unwrap(), None);
        assert!(!store.forget_document("maker", &two).unwrap(), "it is gone already");
        // What is handed in again is kept again.
        Sample { documents: vec![b"two"], ..Sample::of("maker") }.keep(&mut store).unwrap();
        assert!(store.document(&two).unwrap().is_some(), "{}", database.name);
    }
}
