//! Evidence packs with what others said about the ledger since they were made.

use proofmark_actions::{
    Archive, ArchiveFile, PackFile, PackOrder, PackReport, TrustedAttestors, assemble_pack, attest_pack,
    cosign_checkpoint, stamp_checkpoint, verify_pack, verify_pack_under,
};
use proofmark_trust::time_stamp::StampRoots;

use crate::authority::Authority;
use crate::site::Site;
use crate::witness::TestWitness;

fn pack(site: &mut Site) -> Vec<u8> {
    let order = PackOrder {
        subject: "maker/gateway",
        operator: "Maker",
        product: "Gateway",
        release: "1",
        by: "emil",
        with: "proofmark test",
        at: site.now,
    };
    let file = PackFile {
        path: "dossier.toml".to_owned(),
        bytes: b"x".to_vec(),
        shows: "the dossier".to_owned(),
        observed_on: None,
    };
    assemble_pack(&order, vec![file], &mut site.store, &site.signer).unwrap()
}

fn faults(report: &PackReport) -> Vec<String> {
    report.faults.iter().map(|fault| fault.id().to_owned()).collect()
}

#[test]
fn a_pack_takes_up_what_covers_it_and_a_verifier_believes_whom_they_trust() {
    let mut site = Site::new();
    let witness = TestWitness::new(site.signer.verifier_key(), site.now);
    site.add_witness(&witness.key());
    let authority = Authority::new();
    if let Some(authority) = &authority {
        site.set_authority(&authority.roots());
    }
    let bytes = pack(&mut site);
    let key = site.signer.verifier_key().clone();
    assert_eq!(
        attest_pack(&bytes, &key, &site.store).unwrap(),
        (bytes.clone(), 0),
        "nobody said anything yet"
    );
    // Others go on writing before anybody attests: the ledger is larger then.
    site.change_something();
    site.change_something();
    cosign_checkpoint(&site.order(), "witness.example/w1", &witness, &mut site.store).unwrap().unwrap();
    if let Some(authority) = &authority {
        stamp_checkpoint(&site.order(), [1; 16], authority, &mut site.store).unwrap().unwrap();
    }
    site.change_something();
    cosign_checkpoint(&site.order(), "witness.example/w1", &witness, &mut site.store).unwrap().unwrap();
    let (attested, sizes) = attest_pack(&bytes, &key, &site.store).unwrap();
    assert_eq!(sizes, 1, "the first that covers it is enough");
    assert_eq!(attest_pack(&attested, &key, &site.store).unwrap().0, attested, "the same again is the same");

    let untrusting = verify_pack(&attested, Some(&key));
    assert!(untrusting.intact, "{:?}", untrusting.faults);
    assert!(untrusting.attestations.iter().all(|said| said.at.is_none()), "present is not verified");
    let roots = authority.as_ref().map(|authority| StampRoots::from_pem(&authority.roots()).unwrap());
    let trusted = TrustedAttestors { roots, witnesses: vec![witness.key().parse().unwrap()] };
    let report = verify_pack_under(&attested, Some(&key), &trusted);
    assert!(report.intact, "{:?}", report.faults);
    assert_eq!(report.attestations.len(), 1 + usize::from(authority.is_some()));
    assert!(report.attestations.iter().all(|said| said.at.is_some()), "{:?}", report.attestations);
    assert_eq!(report.attestations[0].at, Some(site.now), "by the witness's own clock");
    // A pack of before is as good as it was.
    assert!(verify_pack_under(&bytes, Some(&key), &trusted).intact);
    if let Some(other) = Authority::new() {
        let roots = Some(StampRoots::from_pem(&other.roots()).unwrap());
        let report = verify_pack_under(&attested, Some(&key), &TrustedAttestors { roots, witnesses: vec![] });
        assert_eq!(faults(&report), ["stamps-pack-broken"]);
    }
    every_change_is_noticed(&attested, &trusted, &key);
}

fn every_change_is_noticed(attested: &[u8], trusted: &TrustedAttestors, key: &proofmark_trust::VerifierKey) {
    let archive = Archive::parse(attested).unwrap();
    let said: Vec<&ArchiveFile> =
        archive.files().iter().filter(|file| file.path.starts_with("ledger/attested/")).collect();
    assert!(said.len() >= 2);
    for file in &said {
        for place in [0, file.bytes.len() / 2, file.bytes.len() - 2] {
            let mut files = archive.files().to_vec();
            let changed = files.iter_mut().find(|one| one.path == file.path).unwrap();
            changed.bytes[place] ^= 0x01;
            let report = verify_pack_under(&Archive::new(files).to_bytes().unwrap(), Some(key), trusted);
            assert!(!report.intact, "{} at {place}", file.path);
        }
        // The time stamp may be left out, as it may never have been there; the others belong together.
        let files: Vec<ArchiveFile> =
            archive.files().iter().filter(|one| one.path != file.path).cloned().collect();
        let report = verify_pack(&Archive::new(files).to_bytes().unwrap(), Some(key));
        assert_eq!(report.intact, file.path.ends_with("tst"), "{}", file.path);
    }
    // Another signature that can be read as one, under the name of the witness.
    let mut files = archive.files().to_vec();
    let growth = files.iter_mut().find(|one| one.path.ends_with(".growth")).unwrap();
    let place = growth.bytes.len() - 20;
    growth.bytes[place] = if growth.bytes[place] == b'A' { b'B' } else { b'A' };
    let report = verify_pack_under(&Archive::new(files).to_bytes().unwrap(), Some(key), trusted);
    assert_eq!(faults(&report), ["stamps-pack-broken"]);
    let mut files = archive.files().to_vec();
    files.push(ArchiveFile { path: "ledger/attested/notes.txt".to_owned(), bytes: vec![] });
    let report = verify_pack(&Archive::new(files).to_bytes().unwrap(), Some(key));
    assert_eq!(faults(&report), ["actions-pack-file-added"]);
}

#[test]
fn a_pack_of_another_ledger_is_not_attested() {
    let (mut site, mut other) = (Site::new(), Site::new());
    let bytes = pack(&mut site);
    other.now = "2028-01-01T00:00:00Z".parse().unwrap();
    other.change_something();
    let key = site.signer.verifier_key();
    assert!(attest_pack(&bytes, key, &other.store).is_err());
    assert!(attest_pack(b"PK", key, &site.store).is_err());
}
