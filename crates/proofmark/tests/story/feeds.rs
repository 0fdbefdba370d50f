//! Feeds: fetched from a mirror that misbehaves, kept, told of, and carried to where nothing is fetched.

use std::fs;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::house::{Done, House, files_below, text};
use crate::mirror::{Mirror, Says, file, record, zip_of};

const OLD: &str = "2026-05-01T00:00:00Z";
const NEW: &str = "2026-06-01T00:00:00Z";

/// Three records of a crate.
fn three() -> Vec<(&'static str, &'static str, String)> {
    ["RUSTSEC-2026-0001", "RUSTSEC-2026-0002", "RUSTSEC-2026-0003"]
        .map(|id| (id, OLD, record(id, OLD, "2.0.0")))
        .to_vec()
}

const KEV: &str = r#"{"title":"KEV","catalogVersion":"2026.11.21","dateReleased":"2026-11-21T00:00:00Z","count":1,"vulnerabilities":[{"cveID":"CVE-2026-0001","vendorProject":"A","product":"B","vulnerabilityName":"C","dateAdded":"2026-11-20","shortDescription":"D","requiredAction":"E","dueDate":"2026-12-11","knownRansomwareCampaignUse":"Unknown","notes":"","cwes":[]}]}"#;

/// Brings the crates' feed up to date from this mirror.
fn sync(house: &House, mirror: &Mirror, more: &[&str]) -> Done {
    let at = format!("osv-crates-io={}", mirror.url("crates"));
    let mut arguments =
        vec!["feeds", "sync", "--only", "osv-crates-io", "--mirror", &at, "--allow-network", "127.0.0.1"];
    arguments.extend(more);
    house.run(&arguments)
}

fn status(house: &House) -> Value {
    let done = house.run(&["feeds", "status", "--format", "json"]);
    assert!(matches!(done.code, Some(0 | 1)), "{done:?}");
    done.json()
}

/// What of a feed is on the disk.
fn state(house: &House, feed: &str) -> Value {
    serde_json::from_slice(&fs::read(house.home().join("feeds").join(feed).join("state.json")).unwrap())
        .unwrap()
}

/// The home with a first copy of three records.
fn with_a_copy(mirror: &Mirror) -> House {
    let house = House::new();
    mirror.exports("crates", &three());
    sync(&house, mirror, &["--accept-shrunk"]).ends(0).shows("3 records, 0 before");
    mirror.asked();
    house
}

#[test]
fn nothing_is_fetched_that_nobody_asked_for() {
    let house = House::new();
    house.run(&["feeds", "sync"]).ends(3).tells("no copy of any feed is held here yet");
    assert!(!house.home().exists());
    house.run(&["feeds", "sync", "--only", "nvd-of-nowhere"]).ends(2);
    house.run(&["feeds", "list"]).ends(0).shows("osv-npm");
    let listed = house.run(&["feeds", "list", "--format", "json"]).ends(0).json();
    assert!(
        listed
            .as_array()
            .unwrap()
            .iter()
            .all(|feed| feed["records"].is_null() && feed["alarms"] == json!([]))
    );
}

#[test]
fn a_mirror_in_the_house_needs_permission() {
    let (house, mirror) = (House::new(), Mirror::open());
    mirror.exports("crates", &three());
    let at = format!("osv-crates-io={}", mirror.url("crates"));
    let done = house.run(&["feeds", "sync", "--only", "osv-crates-io", "--mirror", &at]).ends(1);
    done.shows("may not be reached");
    assert!(mirror.asked().is_empty());
}

#[test]
fn a_first_copy_is_fetched_and_then_only_what_changed() {
    let mirror = Mirror::open();
    let house = with_a_copy(&mirror);
    let lines = house.ledger_lines();
    assert_eq!(status(&house)["records"], 3);
    house.assert_fits("database-status", &status(&house));

    // Nothing changed: one question, no line in the ledger. The mirror is remembered.
    house.run(&["feeds", "sync", "--allow-network", "127.0.0.1"]).ends(0).shows("up to date, 3 records");
    assert_eq!(mirror.asked(), ["/crates/modified_id.csv"]);
    assert_eq!(house.ledger_lines(), lines);

    // One changed, one came, one was withdrawn, one is gone.
    let withdrawn = record("RUSTSEC-2026-0002", NEW, "2.0.0").replacen(
        '{',
        "{\"withdrawn\":\"2026-06-01T00:00:00Z\",",
        1,
    );
    mirror.exports(
        "crates",
        &[
            ("RUSTSEC-2026-0001", NEW, record("RUSTSEC-2026-0001", NEW, "3.0.0")),
            ("RUSTSEC-2026-0002", NEW, withdrawn),
            ("RUSTSEC-2026-0004", NEW, record("RUSTSEC-2026-0004", NEW, "2.0.0")),
        ],
    );
    let done = sync(&house, &mirror, &["--format", "json"]).ends(0).json();
    house.assert_fits("sync-report", &done);
    assert_eq!((&done["feeds"][0]["outcome"], &done["rebuilt"]), (&json!("changed"), &json!(true)));
    let mut asked = mirror.asked();
    asked.sort();
    let expected =
        ["modified_id.csv", "RUSTSEC-2026-0001.json", "RUSTSEC-2026-0002.json", "RUSTSEC-2026-0004.json"];
    let mut expected = expected.map(|name| format!("/crates/{name}"));
    expected.sort();
    assert_eq!(asked, expected, "the archive is not fetched again");
    assert_eq!(house.ledger_lines(), lines + 1);
    write_product(&house);
    let found = house.assess(&house.path("product"), &["--format", "json"]).ends(1).json();
    let mut ids: Vec<&str> = found["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["vulnerability"]["id"].as_str().unwrap())
        .collect();
    ids.sort_unstable();
    assert_eq!(ids, ["RUSTSEC-2026-0001", "RUSTSEC-2026-0004"]);
}

#[test]
fn a_record_that_is_listed_and_not_there_takes_nothing_away_and_is_asked_for_again() {
    let mirror = Mirror::open();
    mirror.exports("crates", &three());
    let house = with_a_copy(&mirror);
    let newer = record("RUSTSEC-2026-0001", NEW, "3.0.0");
    let mut all = three();
    all[0] = ("RUSTSEC-2026-0001", NEW, newer.clone());
    all.push(("RUSTSEC-2026-0004", NEW, record("RUSTSEC-2026-0004", NEW, "2.0.0")));
    mirror.exports("crates", &all);
    let not_there = Says::Head("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    for id in ["RUSTSEC-2026-0001", "RUSTSEC-2026-0004"] {
        mirror.says(&format!("/crates/{id}.json"), std::slice::from_ref(&not_there));
    }
    mirror.asked();
    sync(&house, &mirror, &[]).ends(0).shows("3 records");
    mirror.exports("crates", &all);
    mirror.asked();
    sync(&house, &mirror, &[]).ends(0).shows("4 records");
    let mut asked = mirror.asked();
    asked.sort();
    let expected = ["RUSTSEC-2026-0001.json", "RUSTSEC-2026-0004.json", "modified_id.csv"];
    assert_eq!(asked, expected.map(|name| format!("/crates/{name}")), "though the list is as it was");
}

/// A product with the crate `lamp` 1.0.0.
fn write_product(house: &House) {
    house.write(
        "product/proofmark.toml",
        "proofmark = 1\n[operator]\nname = \"Acme\"\n[product]\nname = \"Thing\"\nkind = \"software\"\n\
         [release]\nversion = \"1.0\"\nsbom = \"sbom.json\"\n",
    );
    house.write(
        "product/sbom.json",
        r#"{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"type":"library","bom-ref":"lamp","name":"lamp","version":"1.0.0","purl":"pkg:cargo/lamp@1.0.0"}]}"#,
    );
}

#[test]
fn what_is_listed_and_not_in_the_archive_is_fetched_by_itself() {
    let (house, mirror) = (House::new(), Mirror::open());
    mirror.exports("crates", &three());
    mirror.has("/crates/all.zip", &zip_of(&three()[..2]));
    sync(&house, &mirror, &["--accept-shrunk"]).ends(0).shows("3 records");
    assert!(mirror.asked().contains(&"/crates/RUSTSEC-2026-0003.json".to_owned()));
    assert_eq!(status(&house)["records"], 3);
}

/// Every way an answer can be unfit: the copy that is held stays byte for byte, and it is told why.
#[test]
fn a_feed_that_fails_never_replaces_a_good_one() {
    let mirror = Mirror::open();
    let house = with_a_copy(&mirror);
    let before = snapshot(&house);
    let database = fs::read(house.home().join("vulnerabilities.index")).unwrap();
    let other = three().into_iter().map(|(id, _, _)| (id, NEW, record(id, NEW, "9.0.0"))).collect::<Vec<_>>();
    let list = |mirror: &Mirror| mirror.exports("crates", &other);
    let cases: Vec<(&str, Says, &str)> = vec![
        ("modified_id.csv", Says::Head("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"), "403"),
        ("modified_id.csv", file(b"<html>sign in</html>\n"), "no line of a time and an identifier"),
        ("modified_id.csv", file(b"2026-06-01T00:00:00Z,RUSTSEC-2026-0001"), "ends in the midst of a line"),
        ("modified_id.csv", file(format!("{NEW},RUSTSEC-2026-0001\n").as_bytes()), "had 3"),
        ("modified_id.csv", file(b""), "had 3"),
        ("RUSTSEC-2026-0001.json", file(b"{\"id\":\"RUSTSEC-2026-0001\""), "is not that record"),
        (
            "RUSTSEC-2026-0001.json",
            file(record("RUSTSEC-2026-0009", NEW, "9.0.0").as_bytes()),
            "is not that record",
        ),
        (
            "RUSTSEC-2026-0001.json",
            Says::Head("HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/\r\n\r\n"),
            "may not be reached",
        ),
    ];
    for (name, says, expected) in cases {
        list(&mirror);
        mirror.says(&format!("/crates/{name}"), &[says]);
        sync(&house, &mirror, &[]).ends(1).shows(expected);
        assert_eq!(snapshot(&house), before, "{name}: {expected}");
        assert_eq!(fs::read(house.home().join("vulnerabilities.index")).unwrap(), database);
    }
    // And when it is good again, it is taken.
    list(&mirror);
    sync(&house, &mirror, &[]).ends(0).shows("3 records, 3 before");
}

/// The files of the copy, without what is known of the last trouble.
fn snapshot(house: &House) -> Vec<(String, Vec<u8>)> {
    let state = state(house, "osv-crates-io");
    let files = state["copy"]["files"].as_array().unwrap();
    let folder = house.home().join("feeds/osv-crates-io");
    let held = files.iter().map(|file| {
        let name = file["file"].as_str().unwrap().to_owned();
        let bytes = fs::read(folder.join(&name)).unwrap();
        assert_eq!(file["sha256"], proofmark_facts::Sha256::of(&bytes).to_string());
        (name, bytes)
    });
    held.collect()
}

#[test]
fn an_archive_that_is_cut_a_bomb_or_a_lie_is_no_first_copy() {
    let mut bomb = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    bomb.start_file(
        "RUSTSEC-2026-0001.json",
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated),
    )
    .unwrap();
    std::io::Write::write_all(&mut bomb, &vec![b' '; 32 << 20]).unwrap();
    let bomb = bomb.finish().unwrap().into_inner();
    let whole = zip_of(&three());
    let climbing = zip_of(&[("../../x", OLD, record("RUSTSEC-2026-0001", OLD, "2.0.0"))]);
    for (name, bytes) in [
        ("cut", whole[..whole.len() - 30].to_vec()),
        ("bomb", bomb),
        ("climbing", climbing),
        ("page", b"<html>".to_vec()),
        ("empty", zip_of(&[])),
    ] {
        let (house, mirror) = (House::new(), Mirror::open());
        mirror.exports("crates", &three());
        mirror.has("/crates/all.zip", &bytes);
        let done = sync(&house, &mirror, &["--accept-shrunk"]).ends(1);
        done.shows("refused; the copy is the one before");
        assert_eq!(state(&house, "osv-crates-io")["copy"], Value::Null, "{name}");
        assert!(!house.home().join("vulnerabilities.index").exists(), "{name}");
    }
}

#[test]
fn a_copy_that_shrank_is_told_of_until_it_is_accepted_or_whole_again() {
    let (house, mirror) = (House::new(), Mirror::open());
    mirror.exports("crates", &three());
    // A first copy is held against the floor in the feed's own file.
    sync(&house, &mirror, &[]).ends(1).shows("a first copy of this feed has 1200 at least");
    sync(&house, &mirror, &["--accept-shrunk"]).ends(0);
    assert_eq!(house.run(&["feeds", "status"]).code, Some(0));
    mirror.exports("crates", &three()[..1]);
    sync(&house, &mirror, &[]).ends(1).shows("it has 1 records and had 3");
    let told = house.run(&["feeds", "status"]).ends(1);
    told.shows("what is published now has too few records");
    let json = status(&house);
    assert_eq!(json["feeds"][0]["alarms"], json!(["shrunk"]));
    assert_eq!(json["records"], 3);
    house.assert_fits("database-status", &json);
    sync(&house, &mirror, &["--accept-shrunk"]).ends(0).shows("one record, 3 before");
    house.run(&["feeds", "status"]).ends(0);
    assert_eq!(status(&house)["records"], 1);
}

#[test]
fn one_feeds_trouble_stops_no_other_and_is_told_at_the_end() {
    let (house, mirror) = (House::new(), Mirror::open());
    mirror.says(
        "/crates/modified_id.csv",
        &[Says::Head("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")],
    );
    mirror.has("/kev/known_exploited_vulnerabilities.json", KEV.as_bytes());
    let crates = format!("osv-crates-io={}", mirror.url("crates"));
    let kev = format!("cisa-kev={}", mirror.url("kev"));
    let arguments = [
        "feeds",
        "sync",
        "--only",
        "osv-crates-io",
        "--only",
        "cisa-kev",
        "--mirror",
        &crates,
        "--mirror",
        &kev,
        "--allow-network",
        "127.0.0.1",
        "--accept-shrunk",
        "--format",
        "json",
    ];
    let done = house.run(&arguments).ends(1).json();
    let outcomes: Vec<_> = done["feeds"].as_array().unwrap().iter().map(|feed| &feed["outcome"]).collect();
    assert_eq!(outcomes, [&json!("changed"), &json!("refused")]);
    let status = status(&house);
    assert_eq!(status["listed"], 1);
    // What was asked for and never came is missed.
    assert_eq!(status["feeds"][1]["alarms"], json!(["stale", "refused"]));
}

#[test]
fn a_server_that_asks_for_patience_is_waited_for_or_left_alone() {
    let (house, mirror) = (House::new(), Mirror::open());
    mirror.exports("crates", &three());
    let list = three().iter().map(|(id, at, _)| format!("{at},{id}\n")).collect::<Vec<_>>().concat();
    mirror.says(
        "/crates/modified_id.csv",
        &[
            Says::Head("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 2\r\nContent-Length: 0\r\n\r\n"),
            Says::Head("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n"),
            file(list.as_bytes()),
        ],
    );
    let began = Instant::now();
    sync(&house, &mirror, &["--accept-shrunk"]).ends(0);
    assert!(began.elapsed() >= Duration::from_secs(4), "two seconds it asked for, two more after the fault");
    mirror.says(
        "/crates/modified_id.csv",
        &[Says::Head("HTTP/1.1 503 Busy\r\nRetry-After: 7200\r\nContent-Length: 0\r\n\r\n")],
    );
    sync(&house, &mirror, &[]).ends(1).shows("it is not asked again before");
    mirror.asked();
    sync(&house, &mirror, &[]).ends(1).shows("its server wants to be left alone until");
    assert!(mirror.asked().is_empty());
}

#[test]
fn a_run_that_is_killed_in_the_midst_is_gone_on_with_and_replaces_nothing() {
    let mirror = Mirror::open();
    let house = with_a_copy(&mirror);
    let before = snapshot(&house);
    // So much changed that the whole archive is fetched: half of it, and then the line is dead.
    let many: Vec<(String, String)> = (0..1_500)
        .map(|number| {
            let id = format!("RUSTSEC-2027-{number:04}");
            let record = record(&id, NEW, "2.0.0");
            (id, record)
        })
        .collect();
    let many: Vec<(&str, &str, String)> =
        many.iter().map(|(id, record)| (id.as_str(), NEW, record.clone())).collect();
    mirror.exports("crates", &many);
    let archive = zip_of(&many);
    let half = archive.len() / 2;
    mirror.says("/crates/all.zip", &[Says::Stall(archive.clone(), half)]);
    let at = format!("osv-crates-io={}", mirror.url("crates"));
    let mut child = house
        .proofmark(&[
            "feeds",
            "sync",
            "--only",
            "osv-crates-io",
            "--mirror",
            &at,
            "--allow-network",
            "127.0.0.1",
        ])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let part = house.home().join("feeds/osv-crates-io/all.zip.part");
    let end = Instant::now() + Duration::from_secs(15);
    while fs::metadata(&part).map_or(0, |about| about.len()) < half as u64 {
        assert!(Instant::now() < end, "half the archive never came");
        thread::sleep(Duration::from_millis(20));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(snapshot(&house), before);
    assert_eq!(status(&house)["records"], 3);
    // The same archive is there again: only the rest is fetched.
    mirror.says("/crates/all.zip", &[Says::File(archive, "\"stall\"".to_owned())]);
    mirror.asked();
    sync(&house, &mirror, &[]).ends(0).shows("1500 records, 3 before");
    assert_eq!(mirror.asked(), ["/crates/modified_id.csv", "+/crates/all.zip"]);
    let left: Vec<_> = files_below(&house.home().join("feeds/osv-crates-io"));
    assert_eq!(left.len(), 3, "state, archive and list, and nothing of what was before: {left:?}");
}

#[test]
fn what_is_cut_off_again_and_again_comes_in_pieces() {
    let (house, mirror) = (House::new(), Mirror::open());
    mirror.exports("crates", &three());
    let archive = zip_of(&three());
    let Says::File(_, tag) = file(&archive) else { unreachable!() };
    mirror.says("/crates/all.zip", &[Says::Half(archive.clone(), tag, 100), file(&archive)]);
    sync(&house, &mirror, &["--accept-shrunk"]).ends(0).shows("3 records");
    assert!(mirror.asked().contains(&"+/crates/all.zip".to_owned()));
}

/// Both sides of a gap: one fetches, the other never does.
#[test]
fn a_bundle_carries_copies_to_where_nothing_is_fetched() {
    let mirror = Mirror::open();
    let here = with_a_copy(&mirror);
    let there = House::new();
    let bundle = here.path("feeds.bundle");
    // What is no ordinary file stays what it is.
    let socket = here.path("socket");
    let listens = std::os::unix::net::UnixListener::bind(&socket).unwrap();
    here.run(&["feeds", "export", text(&socket)]).ends(3).tells("proofmark-no-ordinary-file");
    assert!(!socket.metadata().unwrap().is_file());
    drop(listens);
    let (linked, link) = (here.write("linked", "kept"), here.path("link"));
    std::os::unix::fs::symlink(&linked, &link).unwrap();
    here.run(&["feeds", "export", text(&link)]).ends(3).tells("proofmark-no-ordinary-file");
    assert!(link.is_symlink());
    let made = here.run(&["feeds", "export", text(&bundle), "--format", "json"]).ends(0).json();
    here.assert_fits("feed-bundle", &made);
    assert_eq!(made["copies"][0]["feed"], "osv-crates-io");
    let key = here.run(&["ledger", "key"]).ends(0).out.lines().next().unwrap().to_owned();

    there.run(&["feeds", "import", text(&bundle)]).ends(3).tells("by no key that is believed here");
    assert!(!there.home().join("vulnerabilities.index").exists());
    there.run(&["feeds", "import", text(&bundle), "--key", &key]).ends(0);
    assert_eq!(status(&there)["records"], 3);
    assert_eq!(snapshot(&there), snapshot(&here));
    let lines = there.ledger_lines();
    // The key is remembered; the same bundle changes nothing.
    there.run(&["feeds", "import", text(&bundle)]).ends(0);
    assert_eq!(there.ledger_lines(), lines);

    mirror.exports(
        "crates",
        &[three(), vec![("RUSTSEC-2026-0009", NEW, record("RUSTSEC-2026-0009", NEW, "2.0.0"))]].concat(),
    );
    sync(&here, &mirror, &[]).ends(0);
    let newer = here.path("newer.bundle");
    here.run(&["feeds", "export", text(&newer)]).ends(0).shows("osv-crates-io");
    there.run(&["feeds", "import", text(&newer)]).ends(0);
    assert_eq!(status(&there)["records"], 4);
    there.run(&["feeds", "import", text(&bundle)]).ends(3).tells("--older");
    assert_eq!(status(&there)["records"], 4);
    there.run(&["feeds", "import", text(&bundle), "--older", "--accept-shrunk"]).ends(0);
    assert_eq!(status(&there)["records"], 3);
}

#[test]
fn a_bundle_that_somebody_had_in_his_hands_is_refused() {
    let mirror = Mirror::open();
    let (here, there) = (with_a_copy(&mirror), House::new());
    let bundle = here.path("feeds.bundle");
    here.run(&["feeds", "export", text(&bundle)]).ends(0);
    let key = here.run(&["ledger", "key"]).ends(0).out.lines().next().unwrap().to_owned();
    let bytes = fs::read(&bundle).unwrap();
    let names: Vec<String> = state(&here, "osv-crates-io")["copy"]["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file["file"].as_str().unwrap().to_owned())
        .collect();
    // One byte in each of: the manifest, the archive, the list; and less than all of it.
    let position = |name: &str| {
        let found = bytes.windows(name.len()).rposition(|window| window == name.as_bytes()).unwrap();
        found / 512 * 512 + 512
    };
    let manifest = bytes.windows(11).position(|window| window == b"\"records\": ").unwrap() + 11;
    for (place, expected) in [
        (manifest, "not genuine"),
        (position(&names[0]) + 40, "is not as its manifest says"),
        (position(&names[1]) + 5, "is not as its manifest says"),
    ] {
        let mut changed = bytes.clone();
        changed[place] ^= 1;
        let path = there.write("changed.bundle", &changed);
        there.run(&["feeds", "import", text(&path), "--key", &key]).ends(3).tells(expected);
    }
    let path = there.write("cut.bundle", &bytes[..position(&names[1])]);
    assert_eq!(there.run(&["feeds", "import", text(&path), "--key", &key]).code, Some(3));
    assert!(!there.home().join("vulnerabilities.index").exists());
    assert!(!there.home().join("feeds/osv-crates-io/state.json").exists());
}

#[test]
fn what_is_imported_by_hand_stays_beside_what_is_fetched() {
    let mirror = Mirror::open();
    let house = with_a_copy(&mirror);
    house.write("own/ACME-1.json", record("ACME-1", NEW, "5.0.0"));
    house.write("own/notes.md", "not a record");
    house.run(&["feeds", "import", text(&house.path("own"))]).ends(0);
    assert_eq!(status(&house)["records"], 4);
    mirror.exports(
        "crates",
        &[three(), vec![("RUSTSEC-2026-0009", NEW, record("RUSTSEC-2026-0009", NEW, "2.0.0"))]].concat(),
    );
    sync(&house, &mirror, &[]).ends(0);
    assert_eq!(status(&house)["records"], 5, "what was imported is still there");
    // The next import replaces the one before, and nothing else.
    house.write("other/ACME-2.json", record("ACME-2", NEW, "5.0.0"));
    let told = "what was imported by hand before (one record) is gone";
    house.run(&["db", "import", text(&house.path("other"))]).ends(0).tells(told);
    assert!(
        !house.run(&["feeds", "import", text(&house.path("other"))]).ends(0).err.contains(told),
        "the same"
    );
    let status = status(&house);
    assert_eq!(status["records"], 5);
    let feeds: Vec<_> = status["feeds"].as_array().unwrap().iter().map(|feed| &feed["name"]).collect();
    assert_eq!(feeds, ["osv-crates-io", "imported"]);
    // It is not carried away.
    let made = house.run(&["feeds", "export", "out.bundle", "--format", "json"]).ends(0).json();
    assert_eq!(made["copies"].as_array().unwrap().len(), 1);
}

#[test]
fn the_environments_proxy_is_gone_through_and_past_for_hosts_it_spares() {
    let (house, mirror) = (House::new(), Mirror::open());
    // A proxy is asked for whole addresses.
    for name in ["modified_id.csv", "all.zip"] {
        let list = three().iter().map(|(id, at, _)| format!("{at},{id}\n")).collect::<Vec<_>>().concat();
        let bytes = if name == "all.zip" { zip_of(&three()) } else { list.into_bytes() };
        mirror.has(&format!("http://feeds.example/crates/{name}"), &bytes);
    }
    let proxy = mirror.origin();
    let arguments = |at: &str| {
        [
            "feeds",
            "sync",
            "--only",
            "osv-crates-io",
            "--mirror",
            at,
            "--accept-shrunk",
            "--allow-network",
            "127.0.0.1",
        ]
        .map(str::to_owned)
    };
    let through = arguments("osv-crates-io=http://feeds.example/crates");
    let words: Vec<&str> = through.iter().map(String::as_str).collect();
    let mut command = house.proofmark(&words);
    Done::of(command.env("HTTPS_PROXY", &proxy).output().unwrap()).ends(0).shows("3 records");
    assert_eq!(mirror.asked()[0], "http://feeds.example/crates/modified_id.csv");

    mirror.exports("crates", &three());
    let past = arguments(&format!("osv-crates-io={}", mirror.url("crates")));
    let words: Vec<&str> = past.iter().map(String::as_str).collect();
    let mut command = house.proofmark(&words);
    command.env("HTTPS_PROXY", "http://127.0.0.1:9").env("NO_PROXY", "127.0.0.0/8");
    Done::of(command.output().unwrap()).ends(0);
    assert_eq!(mirror.asked()[0], "/crates/modified_id.csv");
}

#[cfg(unix)]
#[test]
fn a_full_disk_leaves_the_copy_that_is_held() {
    let mirror = Mirror::open();
    let house = with_a_copy(&mirror);
    let before = snapshot(&house);
    let many: Vec<(String, String)> = (0..1_500)
        .map(|number| format!("RUSTSEC-2027-{number:04}"))
        .map(|id| (id.clone(), record(&id, NEW, "2.0.0")))
        .collect();
    let many: Vec<(&str, &str, String)> =
        many.iter().map(|(id, record)| (id.as_str(), NEW, record.clone())).collect();
    mirror.exports("crates", &many);
    // The list has some sixty kilobytes; files may grow to eight.
    let mut command = std::process::Command::new("sh");
    command.args(["-c", "trap '' XFSZ; ulimit -f 16; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_proofmark")]);
    command.args(["feeds", "sync", "--allow-network", "127.0.0.1"]);
    house.settle(&mut command);
    Done::of(command.output().unwrap()).ends(1).shows("what arrived could not be kept");
    assert_eq!(snapshot(&house), before);
    sync(&house, &mirror, &[]).ends(0).shows("1500 records, 3 before");
}

#[test]
fn a_server_fetches_on_rhythm_only_where_it_was_told_to() {
    let mirror = Mirror::open();
    let house = with_a_copy(&mirror);
    let path = house.home().join("feeds/osv-crates-io/state.json");
    let mut state = state(&house, "osv-crates-io");
    state["copy"]["checked_at"] = json!("2020-01-01T00:00:00Z");
    fs::write(&path, state.to_string()).unwrap();
    house.run(&["feeds", "status"]).ends(1).shows("it is out of date");
    let newer =
        [three(), vec![("RUSTSEC-2026-0009", NEW, record("RUSTSEC-2026-0009", NEW, "2.0.0"))]].concat();
    mirror.exports("crates", &newer);
    let serve = |more: &[&str]| {
        let mut arguments = vec!["serve", "--listen", "127.0.0.1:0", "--allow-network", "127.0.0.1"];
        arguments.extend(more);
        house.proofmark(&arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    };
    let end = |mut child: std::process::Child| {
        child.kill().unwrap();
        child.wait().unwrap();
    };
    let plain = serve(&[]);
    thread::sleep(Duration::from_secs(3));
    end(plain);
    assert!(mirror.asked().is_empty(), "nothing goes outside unasked");
    let told = serve(&["--sync-feeds"]);
    let until = Instant::now() + Duration::from_secs(20);
    let is_there = || status(&house)["records"] == 4;
    while !is_there() {
        assert!(Instant::now() < until, "{:?}", mirror.asked());
        thread::sleep(Duration::from_millis(200));
    }
    end(told);
    assert_eq!(mirror.asked(), ["/crates/modified_id.csv", "/crates/RUSTSEC-2026-0009.json"]);
    house.run(&["feeds", "status"]).ends(0);
}
