//! Bad input: everything wrong is told at once with its place, in bounded time and memory, and nothing is kept.

use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::house::{DAY, Done, House, example, text};

const DOSSIER: &str = r#"proofmark = 1
[operator]
name = "Acme"
[product]
name = "Thing"
kind = "software"
[release]
version = "1.0"
sbom = "sbom.json"
"#;

/// A product whose SBOM is these bytes.
fn with_sbom(house: &House, sbom: &[u8]) -> PathBuf {
    house.write("product/proofmark.toml", DOSSIER);
    house.write("product/sbom.json", sbom);
    house.path("product")
}

/// Assesses with less than a gibibyte of memory to take, and not for long.
fn assess_bounded(house: &House, directory: &Path) -> Done {
    let mut shell = Command::new("sh");
    house.settle(&mut shell);
    let program = env!("CARGO_BIN_EXE_proofmark");
    shell.args(["-c", "ulimit -v 1048576; exec \"$@\"", "sh", program, "assess", text(directory)]);
    shell.args(["--on", DAY, "--out"]).arg(house.path("out"));
    let before = Instant::now();
    let done = Done::of(shell.output().unwrap());
    // Five builds may share the machine with the tests.
    assert!(before.elapsed() < Duration::from_secs(30), "took {:?}", before.elapsed());
    done
}

#[track_caller]
fn assert_nothing_kept(house: &House) {
    assert!(!house.path("out").exists(), "papers were written");
    assert_eq!(house.ledger_lines(), 0);
}

#[test]
fn a_dossier_full_of_faults_is_told_all_of_them() {
    let house = House::new();
    house.write(
        "product/proofmark.toml",
        r#"proofmark = 1
[operator]
name = "Acme"
colour = "red"
[product]
name = "Router"
kind = "software"
declared_class = "default"
[product.core_functionality]
is = "Routes"
category = "III.I.12"
because = "It chooses paths."
[scope]
data_connection = "by-pigeon"
[release]
version = "1.0"
sbom = "nowhere.json"
placed_on_the_market_on = "2027-13-45"
"#,
    );
    let done = house.assess(&house.path("product"), &["--out", text(&house.path("out"))]).ends(3);
    assert_eq!(done.out, "");
    for told in [
        "error[dossier-unknown-key]: there is no key `colour` here",
        "product/proofmark.toml:4:1 (operator.colour)",
        "error[law-contradiction-class]: The class is declared as `default`",
        "error[dossier-unknown-word]: `by-pigeon`",
        "product/proofmark.toml:14:19 (scope.data_connection)",
        "error[actions-sbom-not-there]: the component list `nowhere.json` is not there",
        "product/proofmark.toml:17:8 (release.sbom)",
        "error[dossier-date-impossible]: there is no such day as `2027-13-45`",
        "5 errors, no warnings",
    ] {
        done.tells(told);
    }
    let excerpt = "    14 | data_connection = \"by-pigeon\"\n       |                   ^^^^^^^^^^^\n";
    assert!(done.err.contains(excerpt), "{}", done.err);
    assert_nothing_kept(&house);
    // The same for programs.
    let done = house.assess(&house.path("product"), &["--format", "json"]).ends(3);
    let problems: serde_json::Value = serde_json::from_str(&done.err).unwrap();
    house.assert_fits("refusal", &problems);
    assert_eq!(problems.as_array().unwrap().len(), 5);
}

#[test]
fn what_must_be_stated_is_asked_for_together_with_what_is_wrong() {
    let house = House::new();
    house.write(
        "product/proofmark.toml",
        "[operator]\n[product]\nkind = \"toaster\"\n[release]\nversion = 5\nartifacts = []\n",
    );
    let done = house.assess(&house.path("product"), &["--out", text(&house.path("out"))]).ends(3);
    for told in [
        "error[dossier-missing-first]: `proofmark` is missing",
        "error[dossier-missing-key]: `name` is missing in `[operator]`",
        "error[dossier-missing-key]: `name` is missing in `[product]`",
        "error[dossier-unknown-word]: `toaster`",
        "error[dossier-wrong-type]: expected text on one line, found a whole number",
        "`artefacts`",
        "6 errors, no warnings",
    ] {
        done.tells(told);
    }
    assert_nothing_kept(&house);
    house.write("product/proofmark.toml", "proofmark = 1\n[operator\nname = \"x\"\n");
    house.assess(&house.path("product"), &[]).ends(3).tells("proofmark.toml:2:");
    fs::remove_file(house.path("product/proofmark.toml")).unwrap();
    house.assess(&house.path("product"), &[]).ends(3).tells("there is no `proofmark.toml` here");
}

#[test]
fn sboms_that_are_none_are_refused_with_their_place() {
    let deep = format!(
        r#"{{"bomFormat":"CycloneDX","specVersion":"1.5","x":{}{}}}"#,
        "[".repeat(74),
        "]".repeat(74)
    );
    let empty = format!(
        r#"{{"bomFormat":"CycloneDX","specVersion":"1.5","components":[{}{{}}]}}"#,
        "{},".repeat(999_999)
    );
    let cases: [(&str, Vec<u8>, &str); 8] = [
        (
            "truncated",
            br#"{"bomFormat":"CycloneDX","specVersion":"1.5","components":["#.to_vec(),
            "sbom.json:1:59",
        ),
        ("deep", deep.into_bytes(), "more than 64 deep"),
        (
            "not UTF-8",
            b"{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.5\",\"version\":\"\xff\"}".to_vec(),
            "is not UTF-8",
        ),
        ("a million empty components", empty.into_bytes(), "(/components/0)"),
        ("gzip", b"\x1f\x8b\x08\0\0\0\0\0\0\x03\xcbH\xcd\xc9\xc9\xe7\x02\0 0:6\x06\0\0\0".to_vec(), "gzip"),
        ("zip", b"PK\x03\x04\x14\0\0\0\0\0".to_vec(), "zip"),
        (
            "xml",
            b"<?xml version=\"1.0\"?><rdf:RDF xmlns:spdx=\"http://spdx.org/rdf/terms#\" \
              xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"/>"
                .to_vec(),
            "SpdxDocument",
        ),
        ("nothing", Vec::new(), "sbom.json"),
    ];
    for (name, sbom, told) in cases {
        let house = House::new();
        let directory = with_sbom(&house, &sbom);
        let done = assess_bounded(&house, &directory);
        assert_eq!(done.code, Some(3), "{name}: {}", &done.err[..done.err.len().min(2000)]);
        assert!(
            done.err.to_lowercase().contains(&told.to_lowercase()),
            "{name}: no `{told}` in {}",
            done.err
        );
        assert!(done.err.contains("sbom.json"), "{name}: {}", done.err);
        assert!(done.err.len() < 200_000, "{name}: {} bytes of talk", done.err.len());
        assert_eq!(done.out, "", "{name}");
        assert_nothing_kept(&house);
    }
}

#[test]
fn duplicates_and_cycles_are_doubtful_but_usable() {
    let house = House::new();
    let directory = with_sbom(
        &house,
        br#"{"bomFormat":"CycloneDX","specVersion":"1.5","components":[
            {"type":"library","name":"a","bom-ref":"a","version":"1"},
            {"type":"library","name":"b","bom-ref":"a","version":"1"}],
            "dependencies":[{"ref":"a","dependsOn":["a"]}]}"#,
    );
    let done = house.assess(&directory, &[]);
    assert_eq!(done.code, Some(1), "{done:?}");
    done.tells("warning[");
    let cycle = with_sbom(
        &house,
        br#"{"bomFormat":"CycloneDX","specVersion":"1.5","components":[
            {"type":"library","name":"a","bom-ref":"a","version":"1"},
            {"type":"library","name":"b","bom-ref":"b","version":"1"}],
            "dependencies":[{"ref":"a","dependsOn":["b"]},{"ref":"b","dependsOn":["a"]}]}"#,
    );
    house.assess(&cycle, &["--out", text(&house.path("out"))]).ends(1);
}

#[test]
fn an_sbom_of_two_gibibytes_is_not_even_read() {
    let house = House::new();
    let directory = with_sbom(&house, b"");
    File::create(house.path("product/sbom.json")).unwrap().set_len(2 << 30).unwrap();
    let done = assess_bounded(&house, &directory).ends(3);
    done.tells("has 2048 MiB; files of up to 256 MiB are read");
    done.tells("proofmark.toml:9:8 (release.sbom)");
    assert_nothing_kept(&house);
}

#[test]
fn what_is_no_file_beside_the_dossier_is_refused() {
    let house = House::new();
    let directory = with_sbom(&house, b"");
    let sbom = house.path("product/sbom.json");
    let secret = house.write("secret.json", "{}");
    let again = |make: &dyn Fn(), told: &str| {
        fs::remove_file(&sbom).unwrap();
        make();
        assess_bounded(&house, &directory).ends(3).tells(told);
        assert_nothing_kept(&house);
    };
    again(&|| symlink(&secret, &sbom).unwrap(), "leads out of the dossier's directory");
    again(&|| symlink("../secret.json", &sbom).unwrap(), "leads out of the dossier's directory");
    again(&|| assert!(Command::new("mkfifo").arg(&sbom).status().unwrap().success()), "is not a plain file");
}

#[test]
fn evidence_that_leads_outside_is_refused_and_a_folder_is_no_evidence() {
    let house = House::new();
    let evidence = format!(
        "{}\n[[evidence]]\nfile = \"proof.pdf\"\nshows = [\"I.2.a\"]\n",
        DOSSIER.replace("sbom = \"sbom.json\"\n", "")
    );
    house.write("product/proofmark.toml", evidence);
    let directory = house.path("product");
    let secret = house.write("secret.pdf", "secret");
    let proof = house.path("product/proof.pdf");
    symlink(&secret, &proof).unwrap();
    assess_bounded(&house, &directory).ends(3).tells("`proof.pdf` leads out of the dossier's directory");
    assert_nothing_kept(&house);
    fs::remove_file(&proof).unwrap();
    assert!(Command::new("mkfifo").arg(&proof).status().unwrap().success());
    assess_bounded(&house, &directory).ends(3).tells("is not a plain file");
    assert_nothing_kept(&house);
    fs::remove_file(&proof).unwrap();
    fs::create_dir(&proof).unwrap();
    let json = house.assess(&directory, &["--format", "json"]).ends(1).json();
    assert!(json["files"]["proof.pdf"].is_null(), "{}", json["files"]);
}

#[test]
fn paths_that_climb_out_are_refused() {
    for path in ["../secret.json", "/etc/passwd"] {
        let house = House::new();
        house.write("secret.json", "{}");
        house.write("product/proofmark.toml", DOSSIER.replace("sbom.json", path));
        assess_bounded(&house, &house.path("product")).ends(3).tells("error[");
        assert_nothing_kept(&house);
    }
}

#[test]
fn a_bomb_among_the_advisories_is_not_unpacked() {
    let house = House::new();
    house.write(
        "product/proofmark.toml",
        DOSSIER
            .replacen("proofmark = 1\n", "proofmark = 1\nadvisories = [\"all.zip\"]\n", 1)
            .replace("sbom = \"sbom.json\"\n", ""),
    );
    let mut zip = zip::ZipWriter::new(File::create(house.path("product/all.zip")).unwrap());
    let options =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    zip.start_file("GHSA-bomb.json", options).unwrap();
    let zeros = vec![b' '; 1 << 20];
    for _ in 0..512 {
        zip.write_all(&zeros).unwrap();
    }
    zip.finish().unwrap();
    let done = assess_bounded(&house, &house.path("product")).ends(3);
    done.tells("all.zip");
    done.tells("GHSA-bomb.json");
    assert_nothing_kept(&house);
}

#[test]
fn a_damaged_database_is_never_asked() {
    let house = House::new();
    house.run(&["feeds", "import", text(&example("password-manager").join("advisories"))]).ends(0);
    let lines = house.ledger_lines();
    let path = house.home().join("vulnerabilities.index");
    let whole = fs::read(&path).unwrap();
    let mut flipped = whole.clone();
    flipped[whole.len() / 2] ^= 1;
    for damaged in [&whole[..whole.len() / 2], &whole[..10], &[], &flipped] {
        fs::write(&path, damaged).unwrap();
        let (list, product) = (house.path("list.cdx.json"), example("password-manager"));
        fs::write(&list, r#"{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": []}"#).unwrap();
        for arguments in [
            vec!["assess", text(&product), "--on", DAY],
            vec!["feeds", "status"],
            vec!["scan", text(&list)],
            vec!["explain", "CVE-2026-1000"],
        ] {
            let done = house.run(&arguments);
            assert_eq!(done.code, Some(3), "{} bytes: {done:?}", damaged.len());
            done.tells("error[");
            done.tells("vulnerabilities.index");
            assert_eq!(done.out, "");
        }
    }
    assert_eq!(house.ledger_lines(), lines);
    fs::write(&path, whole).unwrap();
    house.assess(&example("password-manager"), &[]).ends(0);
}
