//! A stranger who has the pack, the maker's key and the tools of any Linux system, but not Proofmark.

use std::fs;
use std::path::Path;
use std::process::Command;

use proofmark_actions::Archive;

use crate::house::{Done, House, example, skipped, text};

/// The page the stranger follows, word for word.
fn commands() -> String {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/verify-without-proofmark.md");
    let page = fs::read_to_string(page).unwrap();
    let mut commands = String::new();
    let mut inside = false;
    for line in page.lines() {
        match line {
            "```sh" => inside = true,
            "```" => inside = false,
            _ if inside => commands.extend([line, "\n"]),
            _ => {}
        }
    }
    assert!(commands.contains("openssl") && commands.contains("sha256sum"), "the page has lost its commands");
    commands
}

fn tools_are_here() -> bool {
    let missing = ["unzip", "openssl", "python3", "sha256sum"].into_iter().find(|tool| {
        Command::new("sh")
            .args(["-c", &format!("command -v {tool}")])
            .output()
            .is_ok_and(|out| !out.status.success())
    });
    missing.inspect(|tool| skipped(&format!("`{tool}` is not here"))).is_none()
}

/// What the page's commands say of these bytes.
fn checked(house: &House, bytes: &[u8]) -> Done {
    let pack = house.write("received.zip", bytes);
    let empty = tempfile::tempdir().unwrap();
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(commands()).current_dir(empty.path()).env("PACK", text(&pack));
    Done::of(shell.output().unwrap())
}

/// A pack behind three lines of other products, and the maker's key.
fn sent() -> (House, Vec<u8>, String) {
    let house = House::new();
    house.assess(&example("edge-gateway"), &[]).ends(1);
    house.assess(&example("password-manager"), &[]).ends(0);
    house.assess(&example("edge-gateway"), &[]).ends(1);
    let pack = fs::read(house.pack()).unwrap();
    let key = house.run(&["ledger", "key"]).out.lines().next().unwrap().to_owned();
    (house, pack, key)
}

#[test]
fn the_page_of_commands_proves_an_honest_pack() {
    if !tools_are_here() {
        return;
    }
    let (house, pack, key) = sent();
    let done = checked(&house, &pack).ends(0);
    done.shows("Signature Verified Successfully");
    done.shows(&key);
    done.shows("verified: Dohlennest Software GmbH");
}

#[test]
fn the_page_of_commands_sees_every_change() {
    if !tools_are_here() {
        return;
    }
    let (house, pack, _) = sent();
    let honest = Archive::parse(&pack).unwrap();
    let lines: Vec<&str> = honest
        .files()
        .iter()
        .map(|file| file.path.as_str())
        .filter(|path| path.starts_with("ledger/lines/"))
        .collect();
    for path in
        ["papers/findings.pdf", "manifest.json", "SHA256SUMS", "ledger/key.pem", "ledger/key.txt", lines[0]]
    {
        let mut files = honest.files().to_vec();
        let bytes = &mut files.iter_mut().find(|file| file.path == path).unwrap().bytes;
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        let changed = Archive::new(files).to_bytes().unwrap();
        assert_ne!(checked(&house, &changed).code, Some(0), "{path}");
    }
    let mut files = honest.files().to_vec();
    let checkpoint = &mut files.iter_mut().find(|file| file.path == "ledger/checkpoint").unwrap().bytes;
    let root = checkpoint.iter().position(|byte| *byte == b'\n').unwrap() + 4;
    checkpoint[root] = if checkpoint[root] == b'A' { b'B' } else { b'A' };
    let changed = Archive::new(files).to_bytes().unwrap();
    assert_ne!(checked(&house, &changed).code, Some(0), "checkpoint");
    let dropped = honest.files().iter().filter(|file| !file.path.contains("00000000000")).cloned();
    let dropped = Archive::new(dropped).to_bytes().unwrap();
    assert_ne!(checked(&house, &dropped).code, Some(0), "no lines");
}
