//! Crashes, crowds and full disks: what was kept stays whole, and the next run goes on.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use proofmark_facts::Sha256;

use crate::house::{DAY, Done, House, example, files_below, json_at, skipped, text};

#[test]
fn eight_at_once_on_one_home_all_get_their_line() {
    let house = House::new();
    let running: Vec<_> = (0..8)
        .map(|number| {
            let name = if number % 2 == 0 { "password-manager" } else { "edge-gateway" };
            let out = house.path(&format!("out-{number}"));
            let mut command =
                house.proofmark(&["assess", text(&example(name)), "--on", DAY, "--out", text(&out)]);
            (number, command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap())
        })
        .collect();
    for (number, child) in running {
        let done = Done::of(child.wait_with_output().unwrap());
        assert_eq!(done.code, Some(number % 2), "{done:?}");
    }
    // Each wrote one line for its answer and one for its pack.
    assert_eq!(house.ledger_lines(), 16);
    for number in 0..8 {
        let pack = house.path(&format!("out-{number}/evidence-pack.zip"));
        let done = house.run(&["verify", text(&pack), "--format", "json"]).ends(0);
        assert_eq!(done.json()["signer"]["is"], "trusted");
    }
    // No line of either product is missing: the last packs name them all without a gap.
    for (name, out) in [("password-manager", "last-1"), ("edge-gateway", "last-2")] {
        let out = house.path(out);
        house.assess(&example(name), &["--out", text(&out)]);
        let report =
            house.run(&["verify", text(&out.join("evidence-pack.zip")), "--format", "json"]).ends(0).json();
        let sequences: Vec<u64> = report["lines"]
            .as_array()
            .unwrap()
            .iter()
            .map(|line| line["sequence"].as_u64().unwrap())
            .collect();
        assert_eq!(sequences, (0..10).collect::<Vec<_>>());
    }
}

/// Everything under a final name is whole, the ledger is sound, and a run after it works.
fn assert_whole(house: &House, out: &Path) {
    for path in files_below(out) {
        let name = path.file_name().unwrap().to_str().unwrap();
        if name.starts_with(".tmp") {
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        let whole = match path.extension().and_then(|end| end.to_str()) {
            Some("pdf") => bytes.trim_ascii_end().ends_with(b"%%EOF"),
            Some("json") => serde_json::from_slice::<serde_json::Value>(&bytes).is_ok(),
            Some("html") => bytes.trim_ascii_end().ends_with(b"</html>"),
            Some("zip") => {
                house.run(&["verify", text(&path)]).ends(0);
                true
            }
            _ => !bytes.is_empty(),
        };
        assert!(whole, "half a file: {}", path.display());
    }
    house.ledger_lines();
}

#[test]
fn a_run_that_is_killed_leaves_nothing_half_done() {
    let house = House::new();
    let out = house.path("out");
    let mut killed = 0;
    // No two runs take equally long, so the delays walk over all of one.
    for round in 0_u64..20 {
        let mut child = house
            .proofmark(&["assess", text(&example("edge-gateway")), "--on", DAY, "--out", text(&out)])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        thread::sleep(Duration::from_millis(round * 37 % 400));
        child.kill().unwrap();
        killed += u32::from(child.wait().unwrap().code().is_none());
        assert_whole(&house, &out);
    }
    assert!(killed > 3, "only {killed} of 20 were hit");
    house.assess(&example("edge-gateway"), &["--out", text(&out)]).ends(1);
    assert_whole(&house, &out);
    assert!(out.join("evidence-pack.zip").exists());
}

#[test]
fn a_killed_import_leaves_the_old_database() {
    let house = House::new();
    let advisories = |name: &str| example(name).join("advisories");
    house.run(&["feeds", "import", text(&advisories("password-manager"))]).ends(0);
    // One record lies beside both products.
    for round in 0_u64..12 {
        let mut child = house
            .proofmark(&[
                "feeds",
                "import",
                text(&advisories("edge-gateway")),
                text(&advisories("password-manager")),
            ])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        thread::sleep(Duration::from_millis(round * 11));
        child.kill().unwrap();
        child.wait().unwrap();
        let records = house.run(&["feeds", "status", "--format", "json"]).ends(0).json()["records"].as_u64();
        assert!(matches!(records, Some(21 | 45)), "{records:?}");
        house.ledger_lines();
    }
}

/// A file system of so many KiB; `None` where nobody may mount one.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn new(at: PathBuf, kibibytes: u32) -> Option<Self> {
        fs::create_dir_all(&at).unwrap();
        let size = format!("size={kibibytes}k");
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(&at).output();
        if mounted.is_ok_and(|mounted| mounted.status.success()) {
            Some(Self(at))
        } else {
            skipped("a small file system cannot be mounted here");
            None
        }
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
fn a_full_disk_under_the_papers_is_said_and_leaves_no_half_paper() {
    let house = House::new();
    for kibibytes in [16, 64, 200, 400] {
        let out = house.path(&format!("small-{kibibytes}"));
        let Some(_disk) = SmallDisk::new(out.clone(), kibibytes) else { return };
        let done = house.assess(&example("edge-gateway"), &["--out", text(&out)]).ends(4);
        done.tells("the disk is full");
        done.tells("free some room and run the command again");
        assert_whole(&house, &out);
        let is_left_over = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().starts_with(".tmp");
        assert!(!files_below(&out).iter().any(is_left_over), "leftovers");
    }
    house.assess(&example("edge-gateway"), &["--out", text(&house.path("out"))]).ends(1);
    assert_whole(&house, &house.path("out"));
}

#[test]
fn a_full_disk_under_the_home_is_said_and_keeps_what_was_there() {
    let house = House::new();
    let Some(_disk) = SmallDisk::new(house.home(), 400) else { return };
    let mut ends = Vec::new();
    for _ in 0..40 {
        let done = house.assess(&example("edge-gateway"), &[]);
        ends.push(done.code);
        if done.code != Some(1) {
            assert_eq!(done.code, Some(4), "{done:?}");
            done.tells("the disk is full");
            break;
        }
    }
    assert_eq!(ends.last(), Some(&Some(4)), "the disk never filled: {ends:?}");
    // Room is made, and the next run goes on.
    let remount = Command::new("mount").args(["-o", "remount,size=8m"]).arg(house.home()).status().unwrap();
    assert!(remount.success());
    let lines = house.ledger_lines();
    assert_eq!(lines, ends.len() as u64 - 1, "what was hindered left a line");
    house.assess(&example("edge-gateway"), &["--out", text(&house.path("out"))]).ends(1);
    assert_eq!(house.ledger_lines(), lines + 2);
}

#[test]
fn a_limit_on_file_sizes_is_a_hindrance_like_any_other() {
    let house = House::new();
    let out = house.path("out");
    let mut shell = Command::new("sh");
    house.settle(&mut shell);
    // 40 KiB: the store fits, the larger papers do not.
    shell.args([
        "-c",
        "trap '' XFSZ; ulimit -f 80; exec \"$@\"",
        "sh",
        env!("CARGO_BIN_EXE_proofmark"),
        "assess",
    ]);
    shell.args([text(&example("edge-gateway")), "--on", DAY, "--out", text(&out)]);
    let done = Done::of(shell.output().unwrap()).ends(4);
    done.tells("error[");
    assert_eq!(done.out, "");
    assert_whole(&house, &out);
    house.assess(&example("edge-gateway"), &["--out", text(&out)]).ends(1);
    assert_whole(&house, &out);
}

#[test]
fn a_home_or_an_out_that_cannot_be_written_is_a_hindrance() {
    let house = House::new();
    // A file where a folder should be hinders even those whom permissions do not.
    let file = house.write("file", "");
    let home = file.join("home");
    let done = house.assess(&example("password-manager"), &["--home", text(&home)]).ends(4);
    done.tells("error[");
    assert_eq!(done.out, "");
    let done = house.assess(&example("password-manager"), &["--out", text(&file.join("out"))]).ends(4);
    done.tells("error[");
    assert_eq!(done.out, "");
    // The answer itself was kept; the pack was not.
    assert_eq!(house.ledger_lines(), 1);
    house.run(&["ledger", "key", "--home", text(&home)]).ends(4);
    house
        .run(&["ledger", "verify", "--home", text(&house.path("nowhere"))])
        .ends(4)
        .tells("no ledger here yet");
    assert!(!house.path("nowhere").exists());
}

#[test]
fn the_home_and_its_key_are_their_owners_alone() {
    let house = House::new();
    house.pack();
    let mode = |path: &str| fs::metadata(house.home().join(path)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(""), 0o700);
    assert_eq!(mode("keys/ledger.key"), 0o600);
    let paper = fs::metadata(house.path("out/papers/findings.pdf")).unwrap().permissions().mode() & 0o777;
    assert_eq!(paper, 0o644, "papers are for everybody");
}

#[test]
fn a_home_that_was_made_for_all_becomes_its_owners_while_it_is_empty() {
    let house = House::new();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    for (name, is_empty) in [("empty", true), ("used", false)] {
        let home = house.path(name);
        fs::create_dir(&home).unwrap();
        fs::set_permissions(&home, fs::Permissions::from_mode(0o755)).unwrap();
        if !is_empty {
            fs::write(home.join("somebodys"), "").unwrap();
        }
        house.assess(&example("password-manager"), &["--home", text(&home)]).ends(0);
        assert_eq!(mode(&home), if is_empty { 0o700 } else { 0o755 }, "{name}");
    }
    // What others may have a use for is not taken from them, but said.
    let open = house.path("used");
    house.run(&["doctor", "--home", text(&open)]).shows("others on this machine can look at");
}

#[test]
fn what_was_changed_behind_the_stores_back_is_found() {
    let house = House::new();
    house.assess(&example("password-manager"), &[]).ends(0);
    let digest =
        Sha256::of(&fs::read(example("password-manager").join("proofmark.toml")).unwrap()).to_string();
    let kept = files_below(&house.home().join("documents"));
    let dossier = kept.iter().find(|path| text(path).replace('/', "").contains(&digest[2..])).unwrap();
    let mut permissions = fs::metadata(dossier).unwrap().permissions();
    permissions.set_mode(0o644);
    fs::set_permissions(dossier, permissions).unwrap();
    let mut bytes = fs::read(dossier).unwrap();
    bytes[0] ^= 1;
    fs::write(dossier, bytes).unwrap();
    let done = house.run(&["ledger", "verify"]).ends(1);
    done.shows("the ledger is not sound: one fault");
    let json = {
        let out = house.path("report.json");
        fs::write(&out, house.run(&["ledger", "verify", "--format", "json"]).ends(1).out).unwrap();
        json_at(&out)
    };
    assert_eq!(json["sound"], false);
    assert_eq!(json["faults"].as_array().unwrap().len(), 1);
}

#[test]
fn a_lost_key_is_never_replaced_in_silence() {
    let house = House::new();
    house.assess(&example("password-manager"), &[]).ends(0);
    fs::remove_file(house.home().join("keys/ledger.key")).unwrap();
    house.assess(&example("password-manager"), &[]).ends(5).tells("sealed with a key that is gone");
    assert!(!house.home().join("keys/ledger.key").exists());

    let other = House::new();
    other.run(&["ledger", "key"]).ends(0);
    fs::copy(other.home().join("keys/ledger.key"), house.home().join("keys/ledger.key")).unwrap();
    house.assess(&example("password-manager"), &[]).ends(5);
    house.run(&["ledger", "verify"]).ends(1);
}
