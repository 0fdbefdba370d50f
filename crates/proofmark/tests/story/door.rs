//! The door: first steps, help, mistakes on the command line, and the manners a program keeps in a pipe.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use proofmark_trust::{Checkpoint, EntryBundle, Frontier, Hash, Note, VerifierKey};

use crate::example::assert_plain;
use crate::house::{DAY, Done, House, example, files_below, text};

#[test]
fn help_and_version_are_answers() {
    let house = House::new();
    let version = house.run(&["--version"]).ends(0);
    assert_eq!(version.out, concat!("proofmark ", env!("CARGO_PKG_VERSION"), "\n"));
    let help = house.run(&["--help"]).ends(0);
    for command in
        ["assess", "clocks", "verify", "feeds", "ledger", "init", "schema", "Exit codes: 0 yes, 1 no"]
    {
        help.shows(command);
    }
    assert_plain(&help, 80);
    for command in ["assess", "clocks", "verify", "feeds", "ledger", "init", "schema"] {
        let help = house.run(&[command, "--help"]).ends(0);
        assert_plain(&help, 80);
        assert_eq!(help.err, "");
    }
    assert!(!house.home().exists());
}

/// Each command in this help, with what is said of it, in one line.
fn commands(help: &str) -> Vec<(String, String)> {
    let listed =
        help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let mut commands: Vec<(String, String)> = Vec::new();
    for line in listed {
        if let Some(line) = line.strip_prefix("  ").filter(|line| !line.starts_with(' ')) {
            let (name, about) = line.split_once(' ').unwrap_or((line, ""));
            commands.push((name.to_owned(), about.trim().to_owned()));
        } else {
            let (_, about) = commands.last_mut().unwrap();
            *about = format!("{about} {}", line.trim());
        }
    }
    commands
}

#[test]
fn every_command_says_of_itself_what_the_list_of_commands_says_of_it() {
    let house = House::new();
    let (mut todo, mut seen) = (vec![Vec::<String>::new()], 0);
    while let Some(path) = todo.pop() {
        let arguments: Vec<&str> = path.iter().map(String::as_str).chain(["--help"]).collect();
        let help = house.run(&arguments).ends(0);
        for (name, about) in commands(&help.out) {
            let path: Vec<String> = path.iter().cloned().chain([name]).collect();
            let arguments: Vec<&str> = path.iter().map(String::as_str).chain(["--help"]).collect();
            let own = house.run(&arguments).ends(0).out;
            let own = own.lines().take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
            // The list names other names of a command, too.
            let about = about.split(" [alias").next().unwrap_or_default();
            assert_eq!(own.trim(), about, "{path:?}");
            todo.push(path);
            seen += 1;
        }
    }
    assert!(seen > 60, "{seen} commands");
    // Arguments of a command that was not asked for are known where one is mistaken.
    house.run(&["--all", "scan", "list.json"]).ends(2).tells("'scan --all' exists");
}

#[test]
fn a_command_line_that_cannot_be_understood_ends_with_two() {
    let house = House::new();
    for arguments in [
        &[][..],
        &["asess", "."],
        &["assess"],
        &["assess", ".", "--on", "tomorrow"],
        &["assess", ".", "--on", "2026-02-30"],
        &["assess", ".", "--format", "yaml"],
        &["verify"],
        &["verify", "a.zip", "b.zip"],
        &["feeds", "import"],
        &["init", "--product", "Lamp"],
        &["schema", "everything"],
    ] {
        let done = house.run(arguments).ends(2);
        assert_eq!(done.out, "", "{arguments:?}");
        assert!(!done.err.is_empty(), "{arguments:?}");
    }
    house.run(&["asess"]).tells("assess");
    assert!(!house.home().exists(), "nothing is made by a mistake");
}

#[test]
fn a_fresh_dossier_is_assessed_and_says_what_to_do_next() {
    for kind in ["software", "hardware", "hardware-with-software", "remote-service"] {
        let house = House::new();
        let directory = house.path("lamp");
        let init = [
            "init",
            text(&directory),
            "--product",
            "Lamp \"5\"",
            "--operator",
            "Acmé & Söhne",
            "--kind",
            kind,
        ];
        let done = house.run(&init).ends(0);
        assert_eq!(done.out, "");
        done.tells("fill in what you know, then run `proofmark assess");
        let out = house.path("out");
        let remote = kind == "remote-service";
        let done = house.assess(&directory, &["--out", text(&out), "--all"]).ends(i32::from(!remote));
        // What the Regulation does not ask is not answered with no.
        done.shows(if remote { "not asked:" } else { "closed: the release may not be placed on the market" });
        // A remote service by itself is no product with digital elements.
        done.shows(if kind == "remote-service" { "Not in scope" } else { "Next steps" });
        assert_plain(&done, 80);
        house.run(&["verify", text(&out.join("evidence-pack.zip"))]).ends(0);
        // What is there already stays.
        let before = fs::read(directory.join("proofmark.toml")).unwrap();
        house.run(&init).ends(3).tells("is there already and was left as it is");
        assert_eq!(fs::read(directory.join("proofmark.toml")).unwrap(), before);
    }
}

#[test]
fn the_starter_with_every_line_taken_up_is_read() {
    let house = House::new();
    let directory = house.path("lamp");
    house.run(&["init", text(&directory), "--product", "Lamp", "--operator", "Acme"]).ends(0);
    let starter = fs::read_to_string(directory.join("proofmark.toml")).unwrap();
    let taken_up: Vec<&str> = starter
        .lines()
        .map(|line| {
            line.strip_prefix('#').filter(|rest| !rest.starts_with(' ') && !rest.is_empty()).unwrap_or(line)
        })
        .collect();
    house.write("lamp/proofmark.toml", taken_up.join("\n"));
    let done = house.assess(&directory, &[]);
    // The examples name files that are not here; nothing else may be wrong with them.
    assert!(!done.err.contains("error[dossier-"), "{}", done.err);
}

/// Three records in a directory, with one of them broken if asked.
fn records(house: &House, broken: bool) -> PathBuf {
    let record = |id: &str| {
        format!(
            r#"{{"id":"{id}","modified":"2026-05-01T00:00:00Z","affected":[{{"package":{{"ecosystem":"crates.io",
            "name":"lamp"}},"ranges":[{{"type":"SEMVER","events":[{{"introduced":"0"}},{{"fixed":"1.2.3"}}]}}]}}]}}"#
        )
    };
    house.write("osv/one/RUSTSEC-2026-9001.json", record("RUSTSEC-2026-9001"));
    house.write("osv/two/RUSTSEC-2026-9002.json", record("RUSTSEC-2026-9002"));
    let third = record("RUSTSEC-2026-9003");
    house.write("osv/RUSTSEC-2026-9003.json", if broken { &third[..third.len() / 2] } else { &third });
    house.write("osv/README.md", "not a record");
    house.path("osv")
}

fn status(house: &House) -> serde_json::Value {
    house.run(&["feeds", "status", "--format", "json"]).ends(0).json()
}

#[test]
fn a_database_is_built_from_a_directory_a_zip_or_a_tar() {
    let house = House::new();
    house.run(&["feeds", "status"]).ends(3).tells("there is no vulnerability database yet");
    let directory = records(&house, false);
    let mut zip = zip::ZipWriter::new(File::create(house.path("all.zip")).unwrap());
    let options =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for path in files_below(&directory) {
        zip.start_file(text(path.strip_prefix(&directory).unwrap()), options).unwrap();
        zip.write_all(&fs::read(&path).unwrap()).unwrap();
    }
    zip.finish().unwrap();
    let mut tar = std::process::Command::new("tar");
    tar.arg("-cf").arg(house.path("all.tar")).arg("-C").arg(&directory).arg(".");
    let has_tar = tar.status().is_ok_and(|done| done.success());
    let mut sources = vec![directory, house.path("all.zip")];
    if has_tar {
        sources.push(house.path("all.tar"));
    } else {
        println!("skipped: `tar` is not here");
    }
    for source in sources {
        let done = house.run(&["feeds", "import", text(&source)]).ends(0);
        assert_plain(&done, 80);
        let status = status(&house);
        assert_eq!(status["records"], 3, "{}", source.display());
        assert_eq!(status["packages"], 1);
        assert_eq!(status["as_of"], "2026-05-01");
        assert_eq!(status["covers"], serde_json::json!(["crates.io"]));
        assert_eq!(status["sources"][0]["name"], "RUSTSEC");
    }
    house.ledger_lines();
}

#[test]
fn scores_of_exploitation_reach_the_findings() {
    let house = House::new();
    let scores = "#model_version:v2025.03.14,score_date:2026-11-21T00:00:00+0000\ncve,epss,percentile\n\
                  CVE-2026-9,0.87654,0.99\nCVE-1999-1,0.5,0.5\nCVE-1999-2,much,0.5\n";
    house.write("epss.csv", scores);
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(scores.as_bytes()).unwrap();
    fs::write(house.path("epss_scores-current.csv.gz"), packed.finish().unwrap()).unwrap();
    house.write(
        "GHSA-1.json",
        r#"{"id":"GHSA-1","aliases":["CVE-2026-9"],"affected":[{"package":{"ecosystem":"crates.io","name":"lamp"},
            "ranges":[{"type":"SEMVER","events":[{"introduced":"0"}]}]}]}"#,
    );
    write_product(&house);
    for file in ["epss.csv", "epss_scores-current.csv.gz"] {
        let (records, scores) = (house.path("GHSA-1.json"), house.path(file));
        let done = house.run(&["feeds", "import", text(&records), text(&scores)]).ends(0);
        done.tells("CVE-1999-2,much,0.5");
        assert!(done.out.contains("one of them is scored by EPSS as of 2026-11-21"), "{}", done.out);
        assert_eq!(status(&house)["predictions"], 1);
        let found = house.assess(&house.path("product"), &["--format", "json"]).ends(1).json();
        let known = &found["findings"][0]["vulnerability"];
        assert_eq!(known["prediction"]["probability"], 0.87654, "{known:#}");
        assert_eq!(known["prediction"]["scored_on"], "2026-11-21");
        assert!(house.assess(&house.path("product"), &[]).ends(1).out.contains("EPSS 87.7 %"));
    }
}

#[test]
fn a_database_in_the_place_of_another_says_of_how_many_packages_it_speaks_otherwise() {
    let house = House::new();
    let directory = records(&house, false);
    let first = house.run(&["feeds", "import", text(&directory)]).ends(0);
    assert!(!first.err.contains("spoken of otherwise"), "there was none before: {}", first.err);
    house.run(&["feeds", "import", text(&directory)]).ends(0).tells("0 packages are spoken of otherwise");
    house.write(
        "osv/later.json",
        r#"{"id":"RUSTSEC-2026-9009","affected":[{"package":{"ecosystem":"crates.io","name":"later"},
            "ranges":[{"type":"SEMVER","events":[{"introduced":"0"}]}]}]}"#,
    );
    let mark = house.home().join("vulnerabilities.unrecorded");
    house
        .run(&["feeds", "import", text(&directory)])
        .ends(0)
        .tells("One package is spoken of otherwise than before; no release of the record is concerned");
    assert!(!mark.exists());
    // Where an exchange ended before it was recorded, nobody knows what was said before.
    fs::write(&mark, "").unwrap();
    let done = house.run(&["feeds", "import", text(&directory)]).ends(0);
    assert!(!done.err.contains("spoken of otherwise"), "{}", done.err);
    assert!(!mark.exists());
}

#[test]
fn one_unreadable_record_stops_the_import_and_the_old_database_stays() {
    let house = House::new();
    house.run(&["feeds", "import", text(&records(&house, false))]).ends(0);
    let before = fs::read(house.home().join("vulnerabilities.index")).unwrap();
    let lines = house.ledger_lines();
    let broken = records(&house, true);
    let done = house.run(&["feeds", "import", text(&broken)]).ends(3);
    done.tells("RUSTSEC-2026-9003.json");
    done.tells("one record has a problem; the database was not replaced");
    done.tells("--skip-unreadable");
    assert_eq!(fs::read(house.home().join("vulnerabilities.index")).unwrap(), before);
    assert_eq!(house.ledger_lines(), lines);
    house
        .run(&["feeds", "import", text(&broken), "--skip-unreadable"])
        .ends(0)
        .tells("RUSTSEC-2026-9003.json");
    assert_eq!(status(&house)["records"], 2);
    let empty = house.path("empty");
    fs::create_dir(&empty).unwrap();
    house.run(&["feeds", "import", text(&empty)]).ends(3).tells("nothing to import was found");
    house.run(&["feeds", "import", "nowhere"]).ends(3).tells("`nowhere` is not there");
    assert_eq!(status(&house)["records"], 2);
}

/// A product with one component, `lamp` 1.2.2.
fn write_product(house: &House) {
    house.write(
        "product/proofmark.toml",
        "proofmark = 1\n[operator]\nname = \"Acme\"\n[product]\nname = \"Thing\"\nkind = \"software\"\n\
         [release]\nversion = \"1.0\"\nsbom = \"sbom.json\"\n",
    );
    house.write(
        "product/sbom.json",
        r#"{"bomFormat":"CycloneDX","specVersion":"1.5","components":[
            {"type":"library","name":"lamp","version":"1.2.2","purl":"pkg:cargo/lamp@1.2.2"}]}"#,
    );
}

#[test]
fn the_home_database_and_another_one_are_asked() {
    let house = House::new();
    house.run(&["feeds", "import", text(&records(&house, false))]).ends(0);
    write_product(&house);
    let product = house.path("product");
    let found = house.assess(&product, &["--format", "json"]).ends(1).json();
    assert_eq!(found["findings"].as_array().unwrap().len(), 3);
    let other = House::new();
    let database = house.home().join("vulnerabilities.index");
    let none = other.assess(&product, &["--format", "json"]).ends(1).json();
    assert_eq!(none["findings"].as_array().unwrap().len(), 0);
    let lent = other.assess(&product, &["--format", "json", "--db", text(&database)]).ends(1).json();
    assert_eq!(lent["findings"], found["findings"]);
    // A database named from where one stands is complained about under that name, not as if beside the dossier.
    other.write("torn.index", &fs::read(&database).unwrap()[..100]);
    let torn = other.assess(&product, &["--db", "torn.index"]).ends(3);
    torn.tells(text(&other.path("torn.index")));
}

#[test]
fn a_published_ledger_can_be_followed_with_the_key_alone() {
    let house = House::new();
    house.assess(&example("password-manager"), &[]).ends(0);
    house.assess(&example("edge-gateway"), &[]).ends(1);
    house.pack();
    let directory = house.path("published");
    house.run(&["ledger", "publish", text(&directory)]).ends(0).tells("published 4 lines");
    let key: VerifierKey = house.run(&["ledger", "key"]).ends(0).out.lines().next().unwrap().parse().unwrap();
    let note = Note::parse(&fs::read(directory.join("checkpoint")).unwrap()).unwrap();
    let checkpoint = Checkpoint::open(&note, key.name().as_str(), std::slice::from_ref(&key)).unwrap();
    assert_eq!(checkpoint.head().size(), 4);
    // The lines lead to the root that was signed, and the tile holds their hashes.
    let bundle = fs::read(directory.join("tile/entries/000.p/4")).unwrap();
    let bundle = EntryBundle::parse("tile/entries/000.p/4".parse().unwrap(), &bundle).unwrap();
    let mut frontier = Frontier::default();
    let mut tile = Vec::new();
    for line in bundle.entries() {
        frontier.append(Hash::of_leaf(line)).unwrap();
        tile.extend_from_slice(Hash::of_leaf(line).as_bytes());
    }
    assert_eq!(frontier.head().root(), checkpoint.head().root());
    assert_eq!(fs::read(directory.join("tile/0/000.p/4")).unwrap(), tile);
    house.run(&["ledger", "verify"]).ends(0).shows("all 4 lines are what was written");
}

#[test]
fn who_stops_reading_is_not_scolded() {
    let house = House::new();
    let mut command =
        house.proofmark(&["assess", text(&example("edge-gateway")), "--on", DAY, "--format", "json"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = String::new();
    BufReader::with_capacity(1, child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    assert_eq!(first, "{\n");
    let done = Done::of(child.wait_with_output().unwrap());
    assert_eq!(done.err, "");
    assert_eq!(done.code, Some(1), "the answer is the gate's");
}

#[test]
fn an_output_that_cannot_be_written_is_said() {
    let full = Path::new("/dev/full");
    if !full.exists() {
        println!("skipped: there is no `/dev/full` here");
        return;
    }
    let house = House::new();
    for arguments in
        [vec!["assess", text(&example("edge-gateway")), "--on", DAY], vec!["schema", "paper"], vec!["--help"]]
    {
        let output = File::options().write(true).open(full).unwrap();
        let done = Done::of(house.proofmark(&arguments).stdout(output).output().unwrap());
        assert_eq!(done.code, Some(4), "{arguments:?}: {done:?}");
        assert!(!done.err.is_empty(), "{arguments:?}: nobody was told");
    }
}

#[test]
fn quiet_is_quiet_and_results_stay_on_standard_output() {
    let house = House::new();
    let out = house.path("out");
    let loud = house.assess(&example("password-manager"), &["--out", text(&out)]).ends(0);
    loud.tells("wrote");
    let quiet = house.assess(&example("password-manager"), &["--out", text(&out), "--quiet"]).ends(0);
    assert_eq!(quiet.err, "");
    assert_eq!(quiet.out, loud.out);
    let quiet =
        house.run(&["init", text(&house.path("lamp")), "--product", "L", "--operator", "A", "-q"]).ends(0);
    assert_eq!((quiet.out.as_str(), quiet.err.as_str()), ("", ""));
}

#[test]
fn narrow_and_wide_terminals_are_filled_and_not_overrun() {
    let house = House::new();
    for columns in [40, 60, 100] {
        let mut command = house.proofmark(&["assess", text(&example("edge-gateway")), "--on", DAY, "--all"]);
        let done = Done::of(command.env("COLUMNS", columns.to_string()).output().unwrap()).ends(1);
        assert_plain(&done, columns);
        assert!(done.out.lines().any(|line| line.chars().count() > columns - 12), "{columns} are not used");
    }
}

#[test]
fn colour_is_used_when_asked_for_and_never_in_a_pipe() {
    let house = House::new();
    let assess = |more: &[&str]| house.assess(&example("password-manager"), more).ends(0).out;
    assert!(!assess(&[]).contains('\u{1b}'));
    assert!(!assess(&["--colour", "never"]).contains('\u{1b}'));
    assert!(assess(&["--colour", "always"]).contains('\u{1b}'));
    let mut piped = house.proofmark(&["assess", text(&example("password-manager")), "--on", DAY]);
    assert!(!Done::of(piped.env_remove("NO_COLOR").output().unwrap()).out.contains('\u{1b}'));
    // Without colour nothing is lost: the marks are in the words.
    let plain = assess(&["--colour", "always"]);
    let mut stripped = String::new();
    let mut inside = false;
    for letter in plain.chars() {
        match letter {
            '\u{1b}' => inside = true,
            'm' if inside => inside = false,
            _ if inside => {}
            other => stripped.push(other),
        }
    }
    assert_eq!(stripped, assess(&[]));
}
