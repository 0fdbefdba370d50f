//! The same commands against a server: what is asked of a directory is answered there as it is here.

use std::fs;
use std::path::Path;

use jiff::SignedDuration;
use proofmark_facts::{Duty, Grant};
use serde_json::Value;

use crate::check::{IMPORTER, dossier};
use crate::house::{DAY, Done, House, example, files_below, text};
use crate::modification::version;
use crate::served::Served;

const GATEWAY: &str = "Kvistmark Feltnet A/S";

/// The same but for when it was done, by whom, and where a database lies.
#[track_caller]
fn same_but_for_time(here: &Done, there: &Done) {
    let known = ["assessed_at", "recorded_at", "recorded_by", "reviewed_at"];
    let [mut here, mut there] = [here.json(), there.json()];
    for json in [&mut here, &mut there] {
        json.as_object_mut().unwrap().retain(|key, _| !known.contains(&key.as_str()));
    }
    assert_eq!(here, there);
}

/// The same words on both ways out, and the same end.
#[track_caller]
fn the_same(here: &Done, there: &Done) {
    assert_eq!(there.out, here.out, "{}", there.err);
    assert_eq!(there.err, here.err);
    assert_eq!(there.code, here.code);
}

#[test]
fn an_assessment_reads_the_same_here_and_there() {
    for (name, operator) in [("edge-gateway", GATEWAY), ("password-manager", "Dohlennest Software GmbH")] {
        let (house, served) = (House::new(), Served::of(operator));
        let directory = example(name);
        let assess = ["assess", text(&directory), "--on", DAY];
        for more in [&[][..], &["--all"], &["--quiet"]] {
            let arguments = [&assess[..], more].concat();
            the_same(&house.run(&arguments), &served.ask(&house, &arguments));
        }
        let arguments = [&assess[..], &["--format", "json"]].concat();
        let (here, there) = (house.run(&arguments), served.ask(&house, &arguments));
        same_but_for_time(&here, &there);
        assert_eq!((there.code, &there.err), (here.code, &here.err));
        house.assert_fits("assessment", &there.json());
        assert_eq!(there.out.lines().count(), here.out.lines().count(), "indented alike");
    }
}

#[test]
fn papers_and_pack_are_the_same_files() {
    let (house, served) = (House::new(), Served::of(GATEWAY));
    let directory = example("edge-gateway");
    let (here, there) = (house.path("here"), house.path("there"));
    let assess =
        |out: &Path| ["assess", text(&directory), "--on", DAY, "--out", text(out)].map(str::to_owned);
    let words = |out: &Path| assess(out);
    let local = house.run(&words(&here).each_ref().map(String::as_str)).ends(1);
    let before = served.at.ledger_lines();
    let remote = served.ask(&house, &words(&there).each_ref().map(String::as_str)).ends(1);
    assert_eq!(remote.out, local.out);
    assert_eq!(remote.err.replace(text(&there), text(&here)), local.err);
    let names = |folder: &Path| {
        let mut names: Vec<_> = files_below(folder)
            .into_iter()
            .map(|file| file.strip_prefix(folder).unwrap().to_owned())
            .collect();
        names.sort();
        names
    };
    assert_eq!(names(&there), names(&here));
    let pack = there.join("evidence-pack.zip");
    let key = house.write("key", served.ask(&house, &["ledger", "key"]).out);
    house.run(&["verify", text(&pack), "--key", text(&key)]).ends(0);
    for name in ["papers/declaration-of-conformity.html", "papers/findings.html"] {
        if here.join(name).exists() {
            assert_eq!(fs::read(here.join(name)).unwrap(), fs::read(there.join(name)).unwrap(), "{name}");
        }
    }
    assert_eq!(served.at.ledger_lines(), before + 3, "the token's first use, the assessment, the pack");
}

#[test]
fn what_is_no_longer_beside_the_dossier_is_no_longer_read() {
    let (house, served) = (House::new(), Served::of(GATEWAY));
    let directory = copy_of(&house, &example("edge-gateway"));
    served.ask(&house, &["assess", text(&directory), "--on", DAY]).ends(1);
    fs::remove_file(directory.join("sbom.cdx.json")).unwrap();
    let dossier = fs::read_to_string(directory.join("proofmark.toml")).unwrap();
    fs::write(directory.join("proofmark.toml"), dossier.replace("\nsbom = ", "\n# sbom = ")).unwrap();
    let arguments = ["assess", text(&directory), "--on", DAY];
    the_same(&house.run(&arguments), &served.ask(&house, &arguments));
}

#[test]
fn a_dossier_with_mistakes_is_told_them_all_at_their_places() {
    let (house, served) = (House::new(), Served::of(GATEWAY));
    let directory = copy_of(&house, &example("edge-gateway"));
    let at = directory.join("proofmark.toml");
    let dossier = fs::read_to_string(&at).unwrap();
    fs::write(directory.join("sbom.cdx.json"), "{").unwrap();
    // One that leaves nothing to read, and one beside which the component list's own is told.
    for wrong in [
        dossier.replacen("kind = \"", "kind = \"no-such-", 1),
        dossier.replacen("[release]", "[release]\ncolour = \"red\"", 1),
    ] {
        fs::write(&at, wrong).unwrap();
        for format in ["text", "json"] {
            let arguments = ["assess", text(&directory), "--on", DAY, "--format", format];
            let here = house.run(&arguments).ends(3);
            the_same(&here, &served.ask(&house, &arguments));
        }
    }
    fs::remove_file(&at).unwrap();
    let arguments = ["assess", text(&directory)];
    the_same(&house.run(&arguments).ends(3), &served.ask(&house, &arguments));
    let arguments = ["assess", "nowhere"];
    the_same(&house.run(&arguments).ends(3), &served.ask(&house, &arguments));
}

#[test]
fn an_advisory_that_cannot_be_read_and_one_that_is_not_there_are_told_alike() {
    let (house, served) = (House::new(), Served::of(GATEWAY));
    let directory = copy_of(&house, &example("edge-gateway"));
    let arguments = ["assess", text(&directory), "--on", DAY];
    fs::write(directory.join("advisories/broken.json"), "{").unwrap();
    the_same(&house.run(&arguments).ends(3), &served.ask(&house, &arguments));
    fs::remove_dir_all(directory.join("advisories")).unwrap();
    the_same(&house.run(&arguments).ends(3), &served.ask(&house, &arguments));
    // The dossier's own mistakes go first, wherever the others are found.
    let dossier = fs::read_to_string(directory.join("proofmark.toml")).unwrap();
    let wrong = dossier.replacen("kind = \"", "kind = \"no-such-", 1);
    fs::write(directory.join("proofmark.toml"), wrong).unwrap();
    the_same(&house.run(&arguments).ends(3), &served.ask(&house, &arguments));
}

#[test]
fn a_supplied_product_is_checked_alike() {
    let (house, served) = (House::new(), Served::of("Hafenhandel GmbH"));
    let directory = dossier(&house, IMPORTER, &[]);
    let arguments = ["check", text(&directory), "--on", "2028-02-01"];
    the_same(&house.run(&arguments), &served.ask(&house, &arguments));
    let arguments = [&arguments[..], &["--format", "json"]].concat();
    same_but_for_time(&house.run(&arguments), &served.ask(&house, &arguments));
    let wrong = dossier(&house, IMPORTER, &[("checked_on = 2028-01-10", "checked_on = 2028-13-10")]);
    let arguments = ["check", text(&wrong)];
    the_same(&house.run(&arguments).ends(3), &served.ask(&house, &arguments));
}

#[test]
fn a_modification_is_reviewed_alike() {
    let (house, served) = (House::new(), Served::of("Moorbach Messtechnik GmbH"));
    for newer in ["1.4.1", "1.5.0"] {
        let (earlier, newer) = (version("1.4.0"), version(newer));
        let arguments = ["modification", text(&earlier), text(&newer)];
        the_same(&house.run(&arguments), &served.ask(&house, &arguments));
        let arguments = [&arguments[..], &["--format", "json"]].concat();
        same_but_for_time(&house.run(&arguments), &served.ask(&house, &arguments));
    }
    let broken = copy_of(&house, &version("1.5.0"));
    fs::write(broken.join("proofmark.toml"), "proofmark = 2\n").unwrap();
    for [earlier, newer] in [[text(&broken), text(&broken)], [text(&version("1.4.0")), text(&broken)]] {
        let arguments = ["modification", earlier, newer];
        the_same(&house.run(&arguments).ends(3), &served.ask(&house, &arguments));
    }
}

#[test]
fn what_is_only_looked_at_reads_alike_and_leaves_no_line() {
    let (house, served) = (House::new(), Served::of(GATEWAY));
    let directory = example("edge-gateway");
    let lines = || served.at.ledger_lines();
    // That a token is used for the first time is a line of its own.
    served.ask(&house, &["ledger", "key"]).ends(0);
    let before = lines();
    for arguments in [
        &["maturity", text(&directory), "--on", DAY][..],
        &["maturity", text(&directory), "--on", DAY, "--all"],
        &["explain", "art13-8", text(&directory), "--on", DAY],
        &["explain", "product.kind", text(&directory), "--on", DAY],
        &["explain", "no-such-thing", text(&directory)],
        &["explain", "art13-8"],
        &["quiz", "--seed", "7", "--count", "1", "--format", "json"],
    ] {
        the_same(&house.run(arguments), &served.ask(&house, arguments));
        let json = [arguments, &["--format", "json"]].concat();
        if !arguments.contains(&"json") {
            the_same(&house.run(&json), &served.ask(&house, &json));
        }
    }
    assert_eq!(lines(), before);
    let (here, there) = (house.path("here"), house.path("there"));
    house.run(&["maturity", text(&directory), "--on", DAY, "--out", text(&here)]).ends(0);
    served.ask(&house, &["maturity", text(&directory), "--on", DAY, "--out", text(&there)]).ends(0);
    for name in ["maturity.pdf", "maturity.html", "maturity.json"] {
        assert_eq!(fs::read(here.join(name)).unwrap(), fs::read(there.join(name)).unwrap(), "{name}");
    }
}

#[test]
fn ledger_and_database_are_the_servers() {
    let (house, served) = (House::new(), Served::of(GATEWAY));
    served.ask(&house, &["assess", text(&example("edge-gateway")), "--on", DAY]).ends(1);
    let there = served.ask(&house, &["ledger", "verify", "--format", "json"]).ends(0).json();
    assert_eq!(there["sound"], Value::Bool(true));
    assert_eq!(there["lines"], served.at.ledger_lines());
    served.ask(&house, &["ledger", "verify"]).ends(0).shows("lines");
    let key = served.ask(&house, &["ledger", "key"]).ends(0);
    assert_eq!(key.out, served.at.run(&["ledger", "key"]).out);
    let none = served.ask(&house, &["feeds", "status"]);
    the_same(&served.at.run(&["feeds", "status"]).ends(3), &none);
    served.at.run(&["feeds", "import", text(&example("edge-gateway").join("advisories"))]).ends(0);
    the_same(&served.at.run(&["feeds", "status"]).ends(0), &served.ask(&house, &["feeds", "status"]));
}

#[test]
fn what_was_assessed_before_there_were_people_is_theirs_once_they_are_set_up() {
    let (house, other) = (House::new(), House::new());
    house.run(&["assess", text(&example("edge-gateway")), "--on", DAY]).ends(1);
    let mut served = Served::over(house, GATEWAY);
    let token = served.token_with(&[Duty::Compliance], SignedDuration::from_hours(1));
    let place = ["hold", "place", "an inquiry", "--because", "asked for", "--product", "kvistmark-eg-200"];
    Done::of(served.asking(&other, &token, &place).output().unwrap()).ends(0);
    served.at.run(&["ledger", "verify"]).ends(0);
}

#[test]
fn holds_and_purging_are_the_servers() {
    let (house, mut served) = (House::new(), Served::of(GATEWAY));
    let (directory, operator) = (example("edge-gateway"), served.operator.clone());
    house.run(&["assess", text(&directory), "--on", DAY]).ends(1);
    served.ask(&house, &["assess", text(&directory), "--on", DAY]).ends(1);
    let token = served.token_with(&[Duty::Compliance], SignedDuration::from_hours(1));
    let ask = |arguments: &[&str]| Done::of(served.asking(&house, &token, arguments).output().unwrap());
    // Who placed it and when are the server's.
    let alike = |arguments: &[&str]| {
        let (here, there) = (house.run(arguments), ask(arguments));
        let words =
            |out: &str| out.lines().filter(|line| !line.contains("placed by")).collect::<Vec<_>>().join("\n");
        assert_eq!(words(&there.out), words(&here.out), "{}", there.err);
        assert_eq!((&there.err, there.code), (&here.err, here.code));
    };
    alike(&["hold", "list"]);
    // The server keeps what was handed in besides, so it is asked of its own store here.
    the_same(&served.at.run(&["purge", "--dry-run"]), &ask(&["purge", "--dry-run"]));
    alike(&["hold", "place", "Case 7/28", "--because", "an inquiry"]);
    alike(&["hold", "place", "Case 7/28", "--because", "an inquiry"]);
    alike(&["hold", "list"]);
    let listed = ask(&["hold", "list", "--format", "json"]).ends(0).json();
    let id = listed[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(listed[0]["because"], "an inquiry");
    assert!(listed[0].get("version").is_none(), "as it is printed here");
    the_same(&served.at.run(&["purge"]), &ask(&["purge"]));
    for more in [&["--dry-run"][..], &[]] {
        let purge = [&["purge", "--product", "kvistmark-eg-200", "--format", "json"], more].concat();
        the_same(&served.at.run(&purge).ends(0), &ask(&purge));
    }
    alike(&["hold", "release", &id]);
    alike(&["hold", "release", &id]);
    alike(&["hold", "list"]);
    Done::of(served.asking(&house, &token, &["hold", "list", "--operator", &operator]).output().unwrap())
        .ends(0);
    Done::of(served.asking(&house, &token, &["hold", "list", "--operator", "other"]).output().unwrap())
        .ends(3)
        .tells("web-not-found");
    ask(&["purge", "--by", "x"]).ends(2).tells("`--by`");
    ask(&["hold", "release", &id, "--by", "x"]).ends(2).tells("`--by`");
    served.ask(&house, &["purge"]).ends(7).tells("access-may-not");
    ask(&["ledger", "verify"]).ends(0);
}

#[test]
fn what_others_said_about_the_ledger_is_listed_there_and_made_where_it_lies() {
    let (house, served) = (House::new(), Served::of(GATEWAY));
    for arguments in [&["ledger", "attestations"][..], &["ledger", "attestations", "--format", "json"]] {
        let mut there = served.ask(&house, arguments).ends(0);
        let mut here = served.at.run(arguments).ends(0);
        if arguments.contains(&"json") {
            // Its worker seals while it is asked.
            let mut told = [there.json(), here.json()];
            for json in &mut told {
                json["sealed"] = Value::Null;
            }
            assert_eq!(told[0], told[1]);
            (there.out, here.out) = (String::new(), String::new());
        }
        the_same(&here, &there);
    }
    for (arguments, named) in [
        (&["ledger", "authority", "set", "https://tsa.example", "--roots", "x"][..], "ledger authority set"),
        (&["ledger", "authority", "remove"], "ledger authority remove"),
        (&["ledger", "witness", "add", "k", "https://w.example"], "ledger witness add"),
        (&["ledger", "witness", "remove", "k"], "ledger witness remove"),
        (&["ledger", "stamp"], "ledger stamp"),
        (&["ledger", "cosign"], "ledger cosign"),
        (&["ledger", "attest", "pack.zip"], "ledger attest"),
    ] {
        let done = served.ask(&house, arguments).ends(2);
        assert!(done.err.contains(&format!("`proofmark {named}`")), "{}", done.err);
        assert!(done.err.contains("run it on the machine the store lies on"), "{}", done.err);
    }
}

#[test]
fn a_clock_set_back_is_a_caution_and_no_fault() {
    let (house, served) = (House::new(), Served::of(GATEWAY));
    // The token was made by a clock two days behind the line before it.
    let there = served.ask(&house, &["ledger", "verify"]).ends(0);
    for words in ["the times go back by 47h 59m", "the ledger is sound", "`proofmark ledger stamp`"] {
        there.shows(words);
    }
    let json = served.at.run(&["ledger", "verify", "--format", "json"]).ends(0).json();
    assert_eq!(json["sound"], Value::Bool(true));
    assert_eq!(json["cautions"][0]["id"], "server-set-back");
    served.at.assert_fits("ledger-report", &json);
    let doctor = served.at.run(&["doctor", "--full"]).ends(0);
    doctor.shows("the times go back by 47h 59m");
}

#[test]
fn a_token_that_may_not_is_refused_in_words() {
    let (house, mut served) = (House::new(), Served::of(GATEWAY));
    let directory = example("edge-gateway");
    let assess = ["assess", text(&directory)];
    let with =
        |served: &Served, token: &str| Done::of(served.asking(&house, token, &assess).output().unwrap());
    let unknown = served.token.replace(&served.token[8..12], "aaaa");
    with(&served, &unknown).ends(7).tells("access-token-");
    with(&served, "nonsense").ends(7).tells("access-token-malformed");
    let expired = served.token_with(&[Duty::ProductOwner], -SignedDuration::from_hours(1));
    with(&served, &expired).ends(7).tells("access-token-expired");
    let auditor = served.token_with(&[Duty::Auditor], SignedDuration::from_hours(1));
    with(&served, &auditor).ends(7).tells("access-may-not");
    assert_eq!(served.at.ledger_lines(), 3 + 2, "set-up, three tokens and one that was first used");
    let file = house.write("token", format!("{}\n", served.token));
    let mut command = served.asking(&house, "", &["assess", text(&directory), "--token-file", text(&file)]);
    Done::of(command.output().unwrap()).ends(1);
    house.write("token", "");
    let mut command = served.asking(&house, "", &["assess", text(&directory), "--token-file", text(&file)]);
    Done::of(command.output().unwrap()).ends(3).tells("server-token-file");
    with(&served, "").ends(3).tells("server-no-token");
    let mut command =
        served.asking(&house, &served.token, &["assess", text(&directory), "--operator", "other"]);
    Done::of(command.output().unwrap()).ends(3).tells("web-not-found");
}

#[test]
fn a_token_for_one_product_hands_in_that_product_and_no_other() {
    let (house, mut served) = (House::new(), Served::of(GATEWAY));
    let directory = copy_of(&house, &example("edge-gateway"));
    let assess = ["assess", text(&directory), "--on", DAY];
    let of = |product: &str| Grant {
        operator: "kvistmark-feltnet-a-s".to_owned(),
        duty: Duty::ProductOwner,
        products: Some(vec![product.to_owned()]),
    };
    // A token is for products that are there: both are handed in before.
    let other = house.path("another");
    let dossier = "proofmark = 1\n[operator]\nname = \"Kvistmark Feltnet A/S\"\n[product]\nname = \"Another\"\n\
         kind = \"software\"\n[release]\nversion = \"1.0.0\"\n";
    fs::create_dir(&other).unwrap();
    fs::write(other.join("proofmark.toml"), dossier).unwrap();
    served.asking(&house, &served.token, &["assess", text(&other), "--on", DAY]).output().unwrap();
    Done::of(served.asking(&house, &served.token, &assess).output().unwrap()).ends(1);
    let right = served.make_token(vec![of("kvistmark-eg-200")], SignedDuration::from_hours(1));
    let wrong = served.make_token(vec![of("another")], SignedDuration::from_hours(1));
    Done::of(served.asking(&house, &wrong, &assess).output().unwrap()).ends(7).tells("access-may-not");
    Done::of(served.asking(&house, &right, &assess).output().unwrap()).ends(1);
}

#[test]
fn a_server_that_is_not_there_or_not_to_be_trusted_is_not_told_the_token() {
    let house = House::new();
    let directory = example("edge-gateway");
    let ask = |url: &str, more: &[&str]| {
        let mut command = house.proofmark(&["assess", text(&directory), "--server", url]);
        command.args(more).env("PROOFMARK_TOKEN", "x").env_remove("PROOFMARK_HOME");
        Done::of(command.output().unwrap())
    };
    ask("http://127.0.0.1:9", &[]).ends(2).tells("port 9");
    // A port nobody listens on, for it was free a moment ago.
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    ask(&format!("http://{free}"), &[]).ends(4).tells("courier-unreachable");
    for url in ["http://proofmark.example.eu", "http://192.0.2.7:8417", "http://10.0.0.7"] {
        ask(url, &[]).ends(2).tells("in the clear");
    }
    ask("https://proofmark.example.eu/o/maker", &[]).ends(2).tells("https://proofmark.example.eu");
    ask("ftp://proofmark.example.eu", &[]).ends(2).tells("ftp");
    ask("http://127.0.0.1:8417", &["--home", "elsewhere"]).ends(2).tells("`--home`");
    ask("http://127.0.0.1:8417", &["--db", "x"]).ends(2).tells("`--db`");
    ask("http://127.0.0.1:8417", &["--by", "x"]).ends(2).tells("`--by`");
    house.run(&["assess", text(&directory), "--token-file", "x"]).ends(2).tells("`--token-file`");
}

#[test]
fn something_else_that_answers_is_no_server_of_ours() {
    for (status, more, code, words) in [
        ("200 OK", "", 4, "server-not-understood"),
        ("502 Bad Gateway", "", 4, "server-not-understood"),
        ("302 Found", "Location: https://evil.example/\r\n", 4, "server-redirects"),
    ] {
        let url = answering(status, more, "<html>");
        let house = House::new();
        let mut command = house.proofmark(&["ledger", "verify", "--server", &url]);
        command.env("PROOFMARK_TOKEN", "x").env_remove("PROOFMARK_HOME");
        Done::of(command.output().unwrap()).ends(code).tells(words);
    }
    let url = answering("200 OK", "", r#"{"name":"x","kind":"token","grants":[]}"#);
    let house = House::new();
    let mut command = house.proofmark(&["ledger", "verify", "--server", &url]);
    command.env("PROOFMARK_TOKEN", "x").env_remove("PROOFMARK_HOME");
    Done::of(command.output().unwrap()).ends(4).tells("server-too-old");
}

#[test]
fn a_command_that_works_on_the_store_says_where_to_run_it() {
    let house = House::new();
    for arguments in [
        &["serve"][..],
        &["backup", "x"],
        &["restore", "x"],
        &["export", "x"],
        &["import", "x"],
        &["doctor"],
        &["ledger", "publish", "x"],
        &["feeds", "import", "x"],
        &["law", "show"],
    ] {
        let mut command = house.proofmark(arguments);
        command.env_remove("PROOFMARK_HOME").env("PROOFMARK_SERVER", "https://proofmark.example.eu");
        Done::of(command.output().unwrap()).ends(2).tells("on the machine the store lies on");
    }
    // What somebody writes goes before what is set for every command.
    let home = house.home();
    let mut command = house.proofmark(&["ledger", "key", "--home", text(&home)]);
    command.env("PROOFMARK_SERVER", "https://proofmark.example.eu");
    Done::of(command.output().unwrap()).ends(0);
}

/// A server that answers everything so.
fn answering(status: &str, headers: &str, body: &str) -> String {
    use std::io::{Read as _, Write as _};
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let answer = format!(
        "HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut head = [0; 4096];
            let _ = stream.read(&mut head);
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    url
}

/// A copy of a directory that may be changed.
fn copy_of(house: &House, directory: &Path) -> std::path::PathBuf {
    let to = house.path("copy");
    copy(directory, &to);
    to
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let there = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &there);
        } else {
            fs::copy(entry.path(), there).unwrap();
        }
    }
}
