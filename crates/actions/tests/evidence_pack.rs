//! An evidence pack, honest and tampered with in every way the verifier promises to name.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use proofmark_actions::{
    Archive, ArchiveFile, PackFile, PackOrder, PackReport, Signer, assemble_pack, verify_pack,
};
use proofmark_facts::{Change, Keeping};
use proofmark_store::Store;
use proofmark_trust::{SignerKey, SigningKey, VerifierKey};

const LINE_0: &str = "ledger/lines/000000000000.json";
const LINE_2: &str = "ledger/lines/000000000002.json";
const LINE_3: &str = "ledger/lines/000000000003.json";

fn signer(seed: u8) -> SignerKey {
    SignerKey::new("maker.example/ledger".parse().unwrap(), SigningKey::from_seed(&[seed; 32]))
}

fn order(at: &str) -> PackOrder<'_> {
    PackOrder {
        subject: "maker/gateway",
        operator: "Maker",
        product: "Gateway",
        release: "1.0.0",
        by: "anna",
        with: "proofmark test",
        at: at.parse().unwrap(),
    }
}

fn files() -> Vec<PackFile> {
    let file = |path: &str, bytes: &[u8]| PackFile {
        path: path.to_owned(),
        bytes: bytes.to_vec(),
        shows: "what it shows".to_owned(),
        observed_on: None,
    };
    vec![file("papers/declaration.pdf", b"%PDF"), file("inputs/proofmark.toml", b"proofmark = 1\n")]
}

/// Two packs of one product with a line about another product between: the second pack has three lines.
fn pack_with(signer: &SignerKey) -> Vec<u8> {
    let directory = tempfile::tempdir().unwrap();
    let mut store = Store::open(directory.path()).unwrap();
    assemble_pack(&order("2026-11-21T10:00:00Z"), files(), &mut store, signer).unwrap();
    let write_line = |_| b"somebody else's line".to_vec();
    store.keep(&Change::of_documents("other/thing", "other", vec![], &write_line)).unwrap();
    assemble_pack(&order("2026-11-21T11:00:00Z"), files(), &mut store, signer).unwrap();
    assemble_pack(&order("2026-11-21T12:00:00Z"), files(), &mut store, signer).unwrap()
}

fn trusted() -> VerifierKey {
    signer(1).verifier_key().clone()
}

/// Reads the pack, lets somebody change its files, writes it as a pack is written, and verifies.
fn after(change: impl FnOnce(&mut Vec<ArchiveFile>)) -> PackReport {
    let mut files = Archive::parse(&pack_with(&signer(1))).unwrap().files().to_vec();
    change(&mut files);
    verify_pack(&Archive::new(files).to_bytes().unwrap(), Some(&trusted()))
}

fn faults(report: &PackReport) -> Vec<&str> {
    assert_eq!(report.intact, report.faults.is_empty());
    report.faults.iter().map(proofmark_text::Text::id).collect()
}

fn bytes_of<'a>(files: &'a mut [ArchiveFile], path: &str) -> &'a mut Vec<u8> {
    &mut files.iter_mut().find(|file| file.path == path).unwrap().bytes
}

#[test]
fn an_honest_pack_is_intact_with_and_without_a_trusted_key() {
    let pack = pack_with(&signer(1));
    let report = verify_pack(&pack, Some(&trusted()));
    assert_eq!(faults(&report), Vec::<&str>::new());
    assert_eq!(report.signer, Signer::Trusted(trusted().to_string()));
    assert_eq!(report.lines.iter().map(|line| line.sequence).collect::<Vec<_>>(), [0, 1, 2]);
    let report = verify_pack(&pack, None);
    assert!(report.intact);
    assert_eq!(report.signer, Signer::OnlyNamedByThePack(trusted().to_string()));
}

#[test]
fn no_byte_of_a_pack_can_be_changed_unseen() {
    let pack = pack_with(&signer(1));
    for at in 0..pack.len() {
        let mut changed = pack.clone();
        changed[at] ^= 0x20;
        assert!(!verify_pack(&changed, Some(&trusted())).intact, "byte {at}");
    }
}

#[test]
fn a_changed_byte_names_its_file() {
    let report = after(|files| bytes_of(files, "papers/declaration.pdf")[1] = b'p');
    assert_eq!(faults(&report), ["actions-pack-file-changed"]);
    assert!(report.faults[0].to_string().contains("`papers/declaration.pdf`"));
}

#[test]
fn a_missing_file_is_named() {
    let report = after(|files| files.retain(|file| file.path != "papers/declaration.pdf"));
    assert_eq!(report.faults[0].to_string(), "a file is missing: `papers/declaration.pdf`");
    for essential in ["manifest.json", "SHA256SUMS", "ledger/checkpoint", "ledger/key.txt", "ledger/key.pem"]
    {
        let report = after(|files| files.retain(|file| file.path != essential));
        assert_eq!(report.faults[0].to_string(), format!("a file is missing: `{essential}`"));
    }
}

#[test]
fn an_added_file_is_named() {
    let extra = ArchiveFile { path: "papers/certificate.pdf".to_owned(), bytes: b"trust me".to_vec() };
    let report = after(|files| files.push(extra));
    assert_eq!(
        report.faults[0].to_string(),
        "a file was added that the manifest does not list: `papers/certificate.pdf`"
    );
    let line = ArchiveFile { path: "ledger/lines/000000000009.json".to_owned(), bytes: b"{}".to_vec() };
    assert!(faults(&after(|files| files.push(line))).contains(&"actions-pack-file-missing"));
}

#[test]
fn a_file_appended_behind_the_others_hides_none_of_them() {
    let mut bytes = pack_with(&signer(1));
    let extra = Archive::new([ArchiveFile { path: "a-first".to_owned(), bytes: b"x".to_vec() }]);
    let extra = extra.to_bytes().unwrap();
    let directory_at = bytes.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    let local = extra.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    bytes.splice(directory_at..directory_at, extra[..local].iter().copied());
    assert_eq!(faults(&verify_pack(&bytes, Some(&trusted()))), ["actions-pack-file-added"]);
}

#[test]
fn a_path_that_leads_out_is_refused_even_if_the_maker_signed_it() {
    for path in ["../out", "/etc/passwd", "a//b", "a\\b", "C:x", "a/\n"] {
        let directory = tempfile::tempdir().unwrap();
        let mut store = Store::open(directory.path()).unwrap();
        let mut files = files();
        files[0].path = path.to_owned();
        let pack = assemble_pack(&order("2026-11-21T10:00:00Z"), files, &mut store, &signer(1)).unwrap();
        assert_eq!(faults(&verify_pack(&pack, Some(&trusted()))), ["actions-pack-path-unsafe"], "{path}");
    }
}

#[test]
fn a_file_and_the_manifest_changed_together_are_betrayed_by_the_ledger() {
    let report = after(|files| {
        *bytes_of(files, "papers/declaration.pdf") = b"%PDF forged".to_vec();
        let manifest = String::from_utf8(bytes_of(files, "manifest.json").clone()).unwrap();
        let old = proofmark_facts::Sha256::of(b"%PDF").to_string();
        let new = proofmark_facts::Sha256::of(b"%PDF forged").to_string();
        let manifest = manifest.replace(&old, &new).replace("\"size\": 4,", "\"size\": 11,");
        *bytes_of(files, "manifest.json") = manifest.clone().into_bytes();
        let sums = proofmark_actions::Manifest::parse(manifest.as_bytes()).unwrap().sums();
        *bytes_of(files, "SHA256SUMS") = sums.into_bytes();
    });
    assert_eq!(faults(&report), ["actions-pack-manifest-changed"]);
}

#[test]
fn reordered_lines_are_named() {
    let report = after(|files| {
        let first = bytes_of(files, LINE_0).clone();
        let second = std::mem::replace(bytes_of(files, LINE_2), first);
        *bytes_of(files, LINE_0) = second;
    });
    assert!(faults(&report).contains(&"actions-pack-lines-reordered"), "{report:?}");
    let report = after(|files| {
        for file in files {
            for folder in ["ledger/lines/", "ledger/proofs/"] {
                let swapped = match file.path.strip_prefix(folder) {
                    Some(name) if name.starts_with("000000000000") => name.replace("00000.", "00002."),
                    Some(name) if name.starts_with("000000000002") => name.replace("00002.", "00000."),
                    _ => continue,
                };
                file.path = format!("{folder}{swapped}");
                break;
            }
        }
    });
    assert!(faults(&report).contains(&"actions-pack-line-moved"), "{report:?}");
}

#[test]
fn a_truncated_ledger_is_named() {
    let cut = |place: &'static str| after(move |files| files.retain(|file| !file.path.contains(place)));
    assert_eq!(faults(&cut("000000000003")), ["actions-pack-ledger-truncated"]);
    assert_eq!(faults(&cut("000000000002")), ["actions-pack-ledger-gap"]);
    assert_eq!(faults(&cut("000000000000")), ["actions-pack-ledger-gap"]);
}

#[test]
fn a_rewritten_line_is_named() {
    let report = after(|files| {
        let line = String::from_utf8(bytes_of(files, LINE_3).clone()).unwrap();
        *bytes_of(files, LINE_3) = line.replace("anna", "emil").into_bytes();
    });
    assert_eq!(faults(&report), ["actions-pack-line-changed"]);
}

#[test]
fn a_foreign_key_is_named() {
    let report = verify_pack(&pack_with(&signer(2)), Some(&trusted()));
    assert_eq!(faults(&report), ["actions-pack-foreign-key", "actions-pack-signed-by-another"]);
    assert_eq!(report.signer, Signer::NotShown);

    let foreign = Archive::parse(&pack_with(&signer(2))).unwrap();
    let report = after(|files| {
        *bytes_of(files, "ledger/checkpoint") = foreign.get("ledger/checkpoint").unwrap().to_vec();
    });
    assert!(faults(&report).contains(&"actions-pack-signed-by-another"), "{report:?}");
}

#[test]
fn a_changed_checkpoint_is_named() {
    let report = after(|files| {
        let note = String::from_utf8(bytes_of(files, "ledger/checkpoint").clone()).unwrap();
        *bytes_of(files, "ledger/checkpoint") = note.replacen("\n4\n", "\n5\n", 1).into_bytes();
    });
    assert!(faults(&report).contains(&"actions-pack-signature-wrong"), "{report:?}");
}

#[test]
fn what_is_no_pack_is_refused_with_the_place() {
    let report = verify_pack(b"hello", None);
    assert_eq!(faults(&report), ["actions-pack-archive-broken"]);
    let pack = pack_with(&signer(1));
    assert!(!verify_pack(&pack[..pack.len() / 2], None).intact);
}
