//! Stores of earlier releases come forward without loss.

use std::fs;
use std::path::Path;

use proofmark_facts::{Asking, Keeping, RecordKind, Seen, Sha256};
use proofmark_store::Store;
use proofmark_trust::{Frontier, Hash};

use crate::samples::{Sample, key, new};

/// Two assessments of one operator and one of another, kept by the release before the one with records.
const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/kept-by-schema-0001");

const FIRST: &str = "dohlennest-software-gmbh";
const SECOND: &str = "kvistmark-feltnet-a-s";

fn copied() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    copy(Path::new(FIXTURE), home.path());
    home
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            fs::create_dir(&target).unwrap();
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// A document of that store, by its file's name.
fn document(digits: &str) -> Sha256 {
    digits.parse().unwrap()
}

#[test]
fn a_store_of_the_first_schema_comes_forward_with_every_line_node_and_checkpoint() {
    let home = copied();
    let mut store = Store::open(home.path()).unwrap();
    assert_eq!(store.ledger_size().unwrap(), 3);
    let mut frontier = Frontier::default();
    for line in store.lines(0, 9).unwrap() {
        for (node, hash) in frontier.append(Hash::of_leaf(&line.bytes)).unwrap() {
            assert_eq!(store.node(node.level(), node.index()).unwrap(), *hash.as_bytes());
        }
    }
    let (size, note) = store.latest_checkpoint().unwrap().unwrap();
    assert_eq!(size, 3);
    assert!(note.contains(&frontier.head().root().to_base64()));
    assert_eq!(store.lines_about(&format!("{SECOND}/kvistmark-eg-200/7f1ca73c"), 3).unwrap().len(), 2);
    // And goes on from there.
    let token = key(FIRST, RecordKind::Token, "ci");
    let sample = Sample { records: vec![new(token.clone(), b"{}")], ..Sample::of(FIRST) };
    assert_eq!(sample.keep(&mut store).unwrap().index, 3);
    assert_eq!(Store::open(home.path()).unwrap().record(&token).unwrap().unwrap().content, b"{}");
}

#[test]
fn the_documents_of_the_first_schema_have_the_operators_whose_lines_name_them() {
    let home = copied();
    let store = Store::open(home.path()).unwrap();
    let evidence = document("73003bcf788cf0f2041cc5a653516b633ba9da0f274fa00784ea296f8b548922");
    assert_eq!(store.document(&evidence).unwrap().unwrap().len(), 1130);
    assert_eq!(store.document_of(FIRST, &evidence).unwrap().unwrap().len(), 1130);
    assert_eq!(store.document_of(SECOND, &evidence).unwrap(), None);
    assert_eq!(store.document_of("", &evidence).unwrap(), None);
    // Named by a line, though its file is not in the fixture.
    let assessment = document("2b409463ab4daec9bb8979f309a85f74cbfe6e0e6dce371c22405f4b3b0bb9af");
    assert_eq!(store.document_of(FIRST, &assessment).unwrap(), None);
    assert_eq!(store.document_of(SECOND, &assessment).unwrap_err().says.id(), "store-document-gone");
    assert_eq!(store.portfolio(FIRST, &Seen::All).unwrap().products, 0);
}

#[test]
fn a_store_of_the_first_schema_may_be_opened_by_many_at_once() {
    for _ in 0..5 {
        let home = copied();
        let gate = std::sync::Barrier::new(8);
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    gate.wait();
                    assert_eq!(Store::open(home.path()).unwrap().ledger_size().unwrap(), 3);
                });
            }
        });
    }
}
