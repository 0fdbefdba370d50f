//! An evidence pack on its way to a stranger, and everything that may be done to it before it arrives.

use std::fs;
use std::path::Path;

use proofmark_actions::{Archive, ArchiveFile};

use crate::house::{Done, House, example, text};

const LINE_0: &str = "ledger/lines/000000000000.json";
const LINE_1: &str = "ledger/lines/000000000001.json";
const PROOF_0: &str = "ledger/proofs/000000000000.tlog-proof";
const PROOF_1: &str = "ledger/proofs/000000000001.tlog-proof";
const PDF: &str = "papers/technical-documentation.pdf";

/// A pack, the house it was made in, and a stranger's house that has no key of its own.
struct Sent {
    maker: House,
    stranger: House,
    pack: Vec<u8>,
    key: String,
}

impl Sent {
    fn new() -> Self {
        let maker = House::new();
        let pack = fs::read(maker.pack()).unwrap();
        let key = maker.run(&["ledger", "key"]).ends(0).out;
        Self { maker, stranger: House::new(), pack, key: key.lines().next().unwrap().to_owned() }
    }

    /// What the stranger sees of these bytes, who trusts the maker's key.
    fn seen(&self, bytes: &[u8]) -> Done {
        let path = self.stranger.write("received.zip", bytes);
        self.stranger.run(&["verify", text(&path), "--key", &self.key])
    }

    /// The pack with its files handled, written again as an archive without fault.
    fn handled(&self, handle: impl Fn(&mut Vec<ArchiveFile>)) -> Vec<u8> {
        let mut files = Archive::parse(&self.pack).unwrap().files().to_vec();
        handle(&mut files);
        Archive::new(files).to_bytes().unwrap()
    }

    fn flipped(&self, path: &str) -> Vec<u8> {
        self.handled(|files| {
            let bytes = &mut file(files, path).bytes;
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
        })
    }
}

fn file<'a>(files: &'a mut [ArchiveFile], path: &str) -> &'a mut ArchiveFile {
    files.iter_mut().find(|file| file.path == path).unwrap()
}

#[test]
fn an_intact_pack_is_intact_with_the_key_as_text_and_as_file() {
    let sent = Sent::new();
    sent.seen(&sent.pack).ends(0).shows("the pack is intact");
    let path = sent.stranger.write("received.zip", &sent.pack);
    let printed = sent.maker.run(&["ledger", "key"]).ends(0).out;
    let as_printed = sent.stranger.write("maker.key", printed);
    let bare = sent.stranger.write("bare.key", &sent.key);
    let printed = sent.maker.run(&["ledger", "key"]).ends(0).out;
    let pem = sent.maker.run(&["ledger", "key", "--pem"]).ends(0).out;
    assert!(pem.starts_with("-----BEGIN PUBLIC KEY-----\n") && !pem.contains(printed.trim()), "{pem}");
    let both = sent.maker.run(&["ledger", "key", "--format", "json"]).ends(0).json();
    assert_eq!((both["key"].as_str(), both["pem"].as_str()), (Some(printed.trim()), Some(pem.as_str())));
    // As a shell hands it on: `--key "$(proofmark ledger key)"`, without the line's end.
    for key in [text(&as_printed), text(&bare), printed.trim_end_matches('\n')] {
        let done = sent.stranger.run(&["verify", text(&path), "--key", key]).ends(0);
        done.shows("signed by the key you trust");
    }
    // Without a key only the pack's own word is there, and that is said.
    let done = sent.stranger.run(&["verify", text(&path)]).ends(0);
    done.shows("signed by the key the pack itself names");
    let json = sent.stranger.run(&["verify", text(&path), "--format", "json"]).ends(0).json();
    sent.stranger.assert_fits("pack-report", &json);
    assert_eq!(json["signer"]["is"], "only-named-by-the-pack");
    assert_eq!(json["lines"].as_array().unwrap().len(), 2);
    assert!(!sent.stranger.home().exists(), "who only verifies needs no home");
}

#[test]
fn a_key_that_is_made_is_said_to_be_and_one_of_another_form_is_named_as_that() {
    let house = House::new();
    let made = house.run(&["ledger", "key", "--quiet"]).ends(0);
    made.tells("there was no ledger key yet");
    made.tells("ledger.key");
    assert_eq!(made.out.lines().count(), 1);
    let again = house.run(&["ledger", "key"]).ends(0);
    assert_eq!((again.out, again.err.as_str()), (made.out, ""));
    let pem = house.write("key.pem", house.run(&["ledger", "key", "--pem"]).ends(0).out);
    let json = house.write("key.json", house.run(&["ledger", "key", "--format", "json"]).ends(0).out);
    let pack = house.write("no.zip", "");
    for (key, form) in [(pem, "PEM"), (json, "JSON")] {
        let done = house.run(&["verify", text(&pack), "--key", text(&key)]).ends(3);
        done.tells("proofmark-key-of-another-form");
        done.tells(&format!("in the form of {form}"));
        done.tells("without `--pem`");
    }
    let other = house.write("key.txt", "no key");
    house.run(&["verify", text(&pack), "--key", text(&other)]).ends(3).tells("proofmark-key-not-a-key");
}

#[test]
fn two_packs_in_sequence_both_verify() {
    let sent = Sent::new();
    let out = sent.maker.path("second");
    sent.maker.assess(&example("password-manager"), &["--out", text(&out)]).ends(0);
    let second = fs::read(out.join("evidence-pack.zip")).unwrap();
    sent.seen(&sent.pack).ends(0);
    sent.seen(&second).ends(0).shows("4 lines of the ledger");
    assert_eq!(sent.maker.ledger_lines(), 4);
}

#[test]
fn a_changed_byte_is_named_with_its_file() {
    let sent = Sent::new();
    for (path, says) in [
        (PDF, "a file was changed: `papers/technical-documentation.pdf`"),
        ("papers/assessment.html", "a file was changed: `papers/assessment.html`"),
        ("inputs/proofmark.toml", "a file was changed: `inputs/proofmark.toml`"),
        ("SHA256SUMS", "`SHA256SUMS` does not say what the manifest says"),
        ("ledger/checkpoint", "the checkpoint"),
        (LINE_0, "a line of the ledger was changed: `ledger/lines/000000000000.json`"),
        (PROOF_0, PROOF_0),
        ("ledger/key.txt", "ledger/key.txt"),
        ("ledger/key.pem", "`ledger/key.txt` and `ledger/key.pem` hold different keys"),
    ] {
        let done = sent.seen(&sent.flipped(path)).ends(1);
        let spoken = done.out.split_whitespace().collect::<Vec<_>>().join("");
        let wanted = says.split_whitespace().collect::<String>();
        assert!(spoken.contains(&wanted), "{path}: no `{says}` in {}", done.out);
        done.shows("the pack is not intact");
    }
}

#[test]
fn a_flip_at_any_place_of_the_archive_is_seen() {
    let sent = Sent::new();
    let step = sent.pack.len() / 40 + 1;
    let headers = [4, 6, 8, 10, 14, 18, 22, 26, 28];
    let places =
        (0..sent.pack.len()).step_by(step).chain(headers).chain(sent.pack.len() - 60..sent.pack.len());
    for place in places {
        let mut bytes = sent.pack.clone();
        bytes[place] ^= 0x10;
        let done = sent.seen(&bytes);
        assert_eq!(done.code, Some(1), "byte {place}: {done:?}");
    }
}

#[test]
fn headers_changed_alone_are_said_to_be_that() {
    let sent = Sent::new();
    let mut bytes = sent.pack.clone();
    bytes[10] ^= 1;
    sent.seen(&bytes).ends(1).shows("the archive was altered: byte 10 is not as a pack is written");
    let behind = [sent.pack.as_slice(), b"more"].concat();
    sent.seen(&behind).ends(1).shows("the archive was altered");
}

#[test]
fn a_manifest_changed_with_its_sums_does_not_fool_the_ledger() {
    let sent = Sent::new();
    let forged = sent.handled(|files| {
        let manifest = String::from_utf8(file(files, "manifest.json").bytes.clone()).unwrap();
        let manifest = manifest.replace("3.2.0", "3.2.1");
        let sums = String::from_utf8(file(files, "SHA256SUMS").bytes.clone()).unwrap();
        let digest = proofmark_facts::Sha256::of(manifest.as_bytes());
        let sums: String = sums
            .lines()
            .map(|line| match line.strip_suffix("  manifest.json") {
                Some(_) => format!("{digest}  manifest.json\n"),
                None => format!("{line}\n"),
            })
            .collect();
        file(files, "manifest.json").bytes = manifest.into_bytes();
        file(files, "SHA256SUMS").bytes = sums.into_bytes();
    });
    sent.seen(&forged)
        .ends(1)
        .shows("`manifest.json` was changed: the ledger's last line names another digest");
}

#[test]
fn a_missing_file_and_an_added_one_are_named() {
    let sent = Sent::new();
    for path in
        [PDF, "manifest.json", "SHA256SUMS", "ledger/checkpoint", "ledger/key.txt", "ledger/key.pem", PROOF_0]
    {
        let less = sent.handled(|files| files.retain(|file| file.path != path));
        sent.seen(&less).ends(1).shows(&format!("a file is missing: `{path}`"));
    }
    let more = sent.handled(|files| {
        files.push(ArchiveFile { path: "papers/extra.pdf".to_owned(), bytes: b"%PDF".to_vec() });
    });
    sent.seen(&more).ends(1).shows("a file was added that the manifest does not list: `papers/extra.pdf`");
}

#[test]
fn a_reordered_ledger_is_called_that() {
    let sent = Sent::new();
    let exchanged = sent.handled(|files| {
        let (first, second) = (file(files, LINE_0).bytes.clone(), file(files, LINE_1).bytes.clone());
        file(files, LINE_0).bytes = second;
        file(files, LINE_1).bytes = first;
    });
    sent.seen(&exchanged).ends(1).shows("the ledger was reordered");
    // With their proofs too: each then lies at a place that is not its own.
    let with_proofs = sent.handled(|files| {
        for (one, other) in [(LINE_0, LINE_1), (PROOF_0, PROOF_1)] {
            let (first, second) = (file(files, one).bytes.clone(), file(files, other).bytes.clone());
            file(files, one).bytes = second;
            file(files, other).bytes = first;
        }
    });
    sent.seen(&with_proofs).ends(1).shows("the ledger was reordered");
}

#[test]
fn a_truncated_ledger_is_called_that() {
    let sent = Sent::new();
    let cut = sent.handled(|files| files.retain(|file| ![LINE_1, PROOF_1].contains(&file.path.as_str())));
    sent.seen(&cut).ends(1).shows("the ledger is truncated");
    let gap = sent.handled(|files| files.retain(|file| ![LINE_0, PROOF_0].contains(&file.path.as_str())));
    sent.seen(&gap).ends(1).shows("the ledger has a gap");
}

#[test]
fn a_pack_of_another_ledger_bears_a_foreign_key() {
    let sent = Sent::new();
    let forger = House::new();
    let foreign = fs::read(forger.pack()).unwrap();
    sent.seen(&foreign).ends(1).shows("a foreign key");
    // The maker's checkpoint with the forger's key beside it is no better.
    let theirs = Archive::parse(&foreign).unwrap();
    let mixed = sent.handled(|files| {
        for path in ["ledger/key.txt", "ledger/key.pem"] {
            file(files, path).bytes = theirs.get(path).unwrap().to_vec();
        }
    });
    sent.seen(&mixed).ends(1).shows("a foreign key");
}

#[test]
fn our_own_ledgers_name_under_another_key_is_seen_without_being_told() {
    let sent = Sent::new();
    let forger = House::new();
    // The forger takes our ledger's name for a key of their own.
    let name = sent.key.split('+').next().unwrap();
    let name: proofmark_trust::KeyName = name.parse().unwrap();
    let signer = proofmark_trust::SignerKey::new(name, proofmark_trust::SigningKey::from_seed(&[7; 32]));
    forger.write("home/keys/ledger.key", &*signer.to_secret_line());
    let pack = forger.pack();
    forger.run(&["verify", text(&pack)]).ends(0);
    sent.maker.run(&["verify", text(&pack)]).ends(1).shows("a foreign key");
}

#[test]
fn what_is_cut_off_or_no_pack_at_all_is_said_to_be_broken() {
    let sent = Sent::new();
    for keep in [0, 3, 29, 1000, sent.pack.len() / 2] {
        sent.seen(&sent.pack[..keep]).ends(1).shows("the archive is broken");
    }
    for keep in [sent.pack.len() - 22, sent.pack.len() - 1] {
        assert_eq!(sent.seen(&sent.pack[..keep]).code, Some(1), "cut at {keep}");
    }
    sent.seen(b"hello\n").ends(1).shows("it was cut off, changed or is no evidence pack");
    let json = {
        let path = sent.stranger.write("no.zip", b"hello");
        sent.stranger.run(&["verify", text(&path), "--format", "json"]).ends(1).json()
    };
    sent.stranger.assert_fits("pack-report", &json);
    sent.stranger.run(&["verify", "nowhere.zip"]).ends(3).tells("`nowhere.zip` is not there");
    let path = sent.stranger.write("received.zip", &sent.pack);
    sent.stranger
        .run(&["verify", text(&path), "--key", "nonsense"])
        .ends(3)
        .tells("neither a ledger key nor a file");
    sent.stranger.run(&["verify", text(Path::new("/"))]).ends(3).tells("is not a plain file");
}
