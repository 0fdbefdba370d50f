//! A stranger checks a ledger: with nothing from us but one line, the verifier key, and what the ledger published.
#![expect(clippy::unwrap_used, reason = "the helpers of a test are part of it")]

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::process::Command;

use proofmark_trust::{
    Checkpoint, EntryBundle, Frontier, Hash, HashTile, Note, Proof, SignerKey, SigningKey, Tile, TileRow,
    TileSet, VerifierKey, consistency, inclusion,
};

const ORIGIN: &str = "ledger.example.com/acme";

/// What a ledger publishes: files by path, among them the checkpoint.
type Published = BTreeMap<String, Vec<u8>>;

fn signer() -> SignerKey {
    SignerKey::new(ORIGIN.parse().unwrap(), SigningKey::from_seed(&[0x42; 32]))
}

fn line(number: u64) -> Vec<u8> {
    format!("{{\"line\":{number},\"action\":\"release\"}}").into_bytes()
}

/// The ledger's side: append lines, store the nodes, publish tiles, bundles and a signed checkpoint.
fn publish(size: u64) -> Published {
    let mut frontier = Frontier::default();
    let mut store = BTreeMap::new();
    for number in 0..size {
        store.extend(frontier.append(Hash::of_leaf(&line(number))).unwrap());
    }
    let mut published = Published::new();
    for tile in Tile::between(0, size) {
        let content = match tile.row() {
            TileRow::Hashes { .. } => HashTile::read(tile, &store).unwrap().to_bytes(),
            TileRow::Entries => {
                let first = tile.index() * u64::from(Tile::FULL_WIDTH);
                let lines: Vec<Vec<u8>> = (first..first + u64::from(tile.width())).map(line).collect();
                EntryBundle::new(lines.iter().map(Vec::as_slice).collect()).unwrap().to_bytes()
            }
        };
        published.insert(tile.to_string(), content);
    }
    let checkpoint = Checkpoint::new(ORIGIN, frontier.head()).unwrap().sign(&[&signer()]).unwrap();
    published.insert("checkpoint".to_owned(), checkpoint.to_string().into_bytes());
    published
}

fn open(published: &Published, key: &VerifierKey) -> Checkpoint {
    let note = Note::parse(&published["checkpoint"]).unwrap();
    Checkpoint::open(&note, ORIGIN, std::slice::from_ref(key)).unwrap()
}

fn fetch(published: &Published) -> TileSet {
    let mut tiles = TileSet::default();
    for (path, content) in published.iter().filter(|(path, _)| path.starts_with("tile/")) {
        let tile: Tile = path.parse().unwrap();
        if tile.row() != TileRow::Entries {
            tiles.insert(HashTile::parse(tile, content).unwrap());
        }
    }
    tiles
}

#[test]
fn the_whole_ledger_is_checked_from_its_published_files() {
    let key: VerifierKey = signer().verifier_key().to_string().parse().unwrap();
    let (old, new) = (publish(300), publish(777));
    let (before, after) = (open(&old, &key), open(&new, &key));
    let tiles = fetch(&new);

    // The tiles are those the checkpoint was signed for, and the ledger only grew.
    assert_eq!(Frontier::read(&tiles, 777).unwrap().head(), *after.head());
    let path = consistency::prove(&tiles, 300, 777).unwrap();
    consistency::verify(before.head(), after.head(), &path).unwrap();

    // The lines are those the tree was built from.
    let mut rebuilt = Frontier::default();
    for (path, content) in new.iter().filter(|(path, _)| path.starts_with("tile/entries/")) {
        let bundle = EntryBundle::parse(path.parse().unwrap(), content).unwrap();
        bundle.leaves().for_each(|leaf| drop(rebuilt.append(leaf).unwrap()));
    }
    assert_eq!(rebuilt.head(), *after.head());

    // A single line is proven by a file that travels without the ledger.
    let path = inclusion::prove(&tiles, 123, 777).unwrap();
    let file = Proof::new(123, path, Note::parse(&new["checkpoint"]).unwrap()).unwrap().to_string();
    let proof = Proof::parse(file.as_bytes()).unwrap();
    assert!(proof.verify(Hash::of_leaf(&line(123)), ORIGIN, std::slice::from_ref(&key)).is_ok());
    assert!(proof.verify(Hash::of_leaf(&line(124)), ORIGIN, &[key]).is_err());
}

#[test]
fn a_checkpoint_is_checked_with_openssl_alone() {
    let published = publish(5);
    let note = Note::parse(&published["checkpoint"]).unwrap();
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("key.pem"), signer().verifier_key().public_key().to_pem()).unwrap();
    fs::write(folder.path().join("signature"), note.signatures()[0].bytes()).unwrap();
    let changed = note.unverified_text().replace("acme", "acne");
    for (text, wanted) in [(note.unverified_text(), true), (changed.as_str(), false)] {
        fs::write(folder.path().join("text"), text).unwrap();
        let mut openssl = Command::new("openssl");
        openssl.args(["pkeyutl", "-verify", "-pubin", "-inkey", "key.pem", "-rawin"]);
        let outcome = openssl.args(["-in", "text", "-sigfile", "signature"]).current_dir(&folder).output();
        match outcome {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                println!("skipped: the program `openssl` is not installed here");
                return;
            }
            outcome => {
                let outcome = outcome.unwrap();
                assert_eq!(outcome.status.success(), wanted, "{}", String::from_utf8_lossy(&outcome.stderr));
            }
        }
    }
}
