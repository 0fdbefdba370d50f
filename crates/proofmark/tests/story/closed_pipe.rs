//! Whoever stops reading: every command ends as it would have, in text and in JSON.

use std::io;
use std::process::Stdio;

use serde_json::json;

use crate::house::{DAY, House, text};

/// How the program ends where nobody reads what it writes, and what it says of it.
fn unread(house: &House, arguments: &[&str]) -> (Option<i32>, String) {
    let (reader, writer) = io::pipe().unwrap();
    drop(reader);
    let mut command = house.proofmark(arguments);
    let done = command.stdin(Stdio::null()).stdout(writer).stderr(Stdio::piped()).output().unwrap();
    (done.status.code(), String::from_utf8(done.stderr).unwrap())
}

#[test]
fn who_stops_reading_changes_no_answer_in_any_format() {
    let house = House::new();
    let record = json!({
        "schema_version": "1.6.7", "id": "GHSA-aaaa-aaaa-aaaa", "modified": "2026-03-04T00:00:00Z",
        "affected": [{"package": {"ecosystem": "npm", "name": "left-pad"},
            "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "1.3.0"}]}]}],
    });
    house.write("advisories/one.json", record.to_string());
    house.run(&["feeds", "import", text(&house.path("advisories"))]).ends(0);
    for (name, purl) in
        [("clean", "pkg:npm/left-pad@1.3.0"), ("found", "pkg:npm/left-pad@1.2.0"), ("open", "pkg:hex/pad@1")]
    {
        let list = json!({"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{"type": "library", "name": "x", "purl": purl}]});
        house.write(&format!("{name}.json"), list.to_string());
    }
    let dossier = "proofmark = 1\n[operator]\nname = \"Acme\"\n[product]\nname = \"Box\"\nkind = \"software\"\n[release]\nversion = \"1\"\nsbom = \"../clean.json\"\n";
    house.write("box/proofmark.toml", dossier.replace("../clean.json", "clean.json"));
    house.write("box/clean.json", std::fs::read(house.path("clean.json")).unwrap());
    let mut ends = Vec::new();
    for arguments in [
        &["scan", "clean.json"][..],
        &["scan", "found.json"],
        &["scan", "open.json"],
        &["assess", "box", "--on", DAY],
        &["ledger", "key"],
        &["ledger", "verify"],
        &["feeds", "status"],
        &["versions", "compare", "pypi", "1", "2", "--is", "gt"],
        &["versions", "test", "vers:npm/<1", "2"],
        &["--help"],
    ] {
        for format in ["text", "json"] {
            let arguments = [arguments, &["--format", format]].concat();
            let read = house.run(&arguments);
            let (code, said) = unread(&house, &arguments);
            assert_eq!((code, said.trim()), (read.code, read.err.trim()), "{arguments:?}");
            ends.push(code.unwrap());
        }
    }
    assert_eq!(ends[..6], [0, 0, 1, 1, 6, 6], "yes, no and neither");
}
