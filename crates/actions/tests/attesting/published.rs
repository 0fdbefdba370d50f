//! The ledger as static files: with the cosignatures, and with every tile the checkpoint leads to.

use std::collections::BTreeMap;

use proofmark_actions::{cosign_checkpoint, publish_ledger, shown_checkpoint};
use proofmark_trust::witness::{Cosignature, WitnessKey};
use proofmark_trust::{Checkpoint, Frontier, HashTile, Note, Tile, TileRow, TileSet};

use crate::site::Site;
use crate::witness::TestWitness;

fn published(site: &mut Site) -> (u64, BTreeMap<String, Vec<u8>>) {
    let mut files = BTreeMap::new();
    let Site { store, signer, .. } = site;
    let lines = publish_ledger(store, signer, &mut |path, bytes| {
        files.insert(path.to_owned(), bytes.to_vec());
        Ok(())
    });
    (lines.unwrap(), files)
}

#[test]
fn what_is_published_is_what_is_served_cosignatures_and_all() {
    let mut site = Site::new();
    assert_eq!(published(&mut site).1.len(), 0, "nothing was written yet");
    let witness = TestWitness::new(site.signer.verifier_key(), site.now);
    site.add_witness(&witness.key());
    site.change_something();
    cosign_checkpoint(&site.order(), "witness.example/w1", &witness, &mut site.store).unwrap().unwrap();
    let (lines, mut files) = published(&mut site);
    assert_eq!(lines, 2, "the line of the attestation waits for the next checkpoint");
    let bytes = files.remove("checkpoint").unwrap();
    let (shown, served) = shown_checkpoint(&site.store).unwrap().unwrap();
    assert_eq!((shown, served.to_string().into_bytes()), (lines, bytes.clone()));
    let note = Note::parse(&bytes).unwrap();
    let key: WitnessKey = witness.key().parse().unwrap();
    assert_eq!(Cosignature::verify(&note, &note.signatures()[1], &key).unwrap().at(), site.now);
    let own = [site.signer.verifier_key().clone()];
    let checkpoint = Checkpoint::open(&note, "test/ledger", &own).unwrap();
    let mut tiles = TileSet::default();
    for (path, bytes) in &files {
        let tile: Tile = path.parse().unwrap();
        if matches!(tile.row(), TileRow::Hashes { .. }) {
            tiles.insert(HashTile::parse(tile, bytes).unwrap());
        }
    }
    assert_eq!(Frontier::read(&tiles, lines).unwrap().head(), *checkpoint.head());
    site.change_something();
    assert_eq!(published(&mut site).0, 4, "what is new is published at once");
}
