//! Bills of materials themselves: how good they are, and what became of them from one to the next.

use serde_json::{Value, json};

use crate::house::{House, text};

fn record(id: &str, name: &str, fixed: &str) -> Value {
    json!({
        "schema_version": "1.6.7", "id": id, "modified": "2026-03-04T00:00:00Z",
        "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],
        "affected": [{"package": {"ecosystem": "npm", "name": name},
            "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": fixed}]}]}],
    })
}

/// A list of the product `app` with these components (name, version, licence), each a direct dependency but those named `deep`,
/// which hang below the one before.
fn list(components: &[(&str, &str, &str)]) -> String {
    let component = |(name, version, licence): &(&str, &str, &str)| {
        json!({"type": "library", "bom-ref": name, "name": name, "version": version,
            "purl": format!("pkg:npm/{name}@{version}"), "licenses": [{"expression": licence}]})
    };
    let mut dependencies: Vec<Value> = Vec::new();
    let (mut direct, mut before) = (Vec::new(), "app");
    for (name, ..) in components {
        if name.starts_with("deep") {
            dependencies.push(json!({"ref": before, "dependsOn": [name]}));
        } else {
            direct.push(*name);
        }
        before = name;
    }
    dependencies.push(json!({"ref": "app", "dependsOn": direct}));
    let all: Vec<Value> = components.iter().map(component).collect();
    json!({
        "bomFormat": "CycloneDX", "specVersion": "1.6",
        "metadata": {"component": {"type": "application", "bom-ref": "app", "name": "app", "version": "1"}},
        "components": all, "dependencies": dependencies,
    })
    .to_string()
}

fn house() -> House {
    let house = House::new();
    house.write("advisories/one.json", record("GHSA-aaaa-aaaa-aaaa", "pad", "1.3.0").to_string());
    house.write("advisories/two.json", record("GHSA-bbbb-bbbb-bbbb", "old", "9.0.0").to_string());
    house.write("advisories/three.json", record("GHSA-cccc-cccc-cccc", "new-<b>[x](y)", "9.0.0").to_string());
    house.write("advisories/four.json", record("GHSA-dddd-dddd-dddd", "stays", "9.0.0").to_string());
    house.run(&["feeds", "import", text(&house.path("advisories"))]).ends(0);
    house
}

const EARLIER: [(&str, &str, &str); 5] = [
    ("pad", "1.2.0", "MIT"),
    ("deep-one", "1.0.0", "MIT"),
    ("old", "1.0.0", "MIT"),
    ("stays", "1.0.0", "MIT"),
    ("down", "2.0.0", "MIT"),
];
const NEWER: [(&str, &str, &str); 5] = [
    ("pad", "1.3.0", "BUSL-1.1"),
    ("stays", "1.0.1", "MIT"),
    ("deep-one", "1.0.0", "MIT"),
    ("down", "1.9.0", "MIT"),
    ("new-<b>[x](y)", "1.0.0", "MIT"),
];

#[test]
fn what_became_of_components_and_of_what_is_known_is_said() {
    let house = house();
    house.write("earlier.json", list(&EARLIER));
    house.write("newer.json", list(&NEWER));
    let [earlier, newer] = ["earlier.json", "newer.json"].map(|name| house.path(name));
    let lines = house.ledger_lines();
    let done = house.run(&["sbom", "diff", text(&earlier), text(&newer), "--format", "json"]).ends(1);
    let told = done.json();
    house.assert_fits("sbom-diff", &told);
    let packages = |list: &str| -> Vec<&str> {
        let items = told["components"][list]["items"].as_array().unwrap();
        items.iter().map(|turn| turn["package"].as_str().unwrap()).collect()
    };
    assert_eq!(packages("added"), ["pkg:npm/new-%3Cb%3E%5Bx%5D%28y%29"]);
    assert_eq!(packages("removed"), ["pkg:npm/old"]);
    assert_eq!(packages("upgraded"), ["pkg:npm/pad", "pkg:npm/stays"]);
    assert_eq!(packages("downgraded"), ["pkg:npm/down"]);
    assert_eq!(packages("relicensed"), ["pkg:npm/pad"]);
    assert_eq!(packages("moved"), Vec::<&str>::new(), "below another, as far from the product as before");
    let known = |list: &str| -> Vec<(&str, &str)> {
        let items = told["known"][list]["items"].as_array().unwrap();
        items
            .iter()
            .map(|turn| (turn["vulnerability"].as_str().unwrap(), turn["because"].as_str().unwrap_or("")))
            .collect()
    };
    assert_eq!(known("appeared"), [("GHSA-cccc-cccc-cccc", "")]);
    let gone = [("GHSA-aaaa-aaaa-aaaa", "other-version"), ("GHSA-bbbb-bbbb-bbbb", "component-gone")];
    assert_eq!(known("disappeared"), gone);
    assert_eq!(told["known"]["stayed"], 1);
    assert_eq!(house.ledger_lines(), lines, "nothing is kept");

    let page = house.run(&["sbom", "diff", text(&earlier), text(&newer)]).ends(1).out;
    for expected in ["newly known vulnerabilities", "pkg:npm/pad 1.2.0 → 1.3.0", "MIT → BUSL-1.1"] {
        assert!(page.contains(expected), "{expected}: {page}");
    }
    assert!(page.lines().all(|line| line.chars().count() <= 80), "{page}");
    // Nothing new is known the other way round but what the older versions had.
    let back = house.run(&["sbom", "diff", text(&newer), text(&newer)]).ends(0);
    assert!(!back.out.contains('→') || back.out.lines().count() < 8, "{}", back.out);
}

#[test]
fn notes_for_a_release_hold_no_markup_of_strangers() {
    let house = house();
    house.write("earlier.json", list(&EARLIER));
    house.write("newer.json", list(&NEWER));
    let [earlier, newer] = ["earlier.json", "newer.json"].map(|name| house.path(name));
    let notes = house.run(&["sbom", "diff", text(&earlier), text(&newer), "--notes"]).ends(1).out;
    assert!(notes.starts_with("## What changed in the components\n"), "{notes}");
    assert!(notes.contains("### components in a newer version (2)"), "{notes}");
    for markup in ["<b>", "[x](y)"] {
        assert!(!notes.contains(markup), "{notes}");
    }
}

#[test]
fn without_a_database_only_the_lists_are_compared_and_what_cannot_be_read_is_told_of_both() {
    let house = House::new();
    house.write("earlier.json", list(&EARLIER));
    house.write("newer.json", list(&NEWER));
    let [earlier, newer] = ["earlier.json", "newer.json"].map(|name| house.path(name));
    let done = house.run(&["sbom", "diff", text(&earlier), text(&newer)]).ends(6);
    assert!(done.err.contains("no vulnerability database"), "{}", done.err);
    assert!(done.out.contains("components in an older version"), "{}", done.out);
    house.write("broken.json", "{\"bomFormat\": \"CycloneDX\"");
    let broken = house.path("broken.json");
    let done = house.run(&["sbom", "diff", text(&broken), text(&broken)]).ends(3);
    assert!(done.err.matches("broken.json").count() >= 2, "{}", done.err);
}

#[test]
fn a_fault_against_the_official_schema_is_told_and_a_no_where_it_is_to_count() {
    let house = House::new();
    let document = json!({"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "metadata": {"component": {"type": "firmware", "name": "p", "bom-ref": "p"}},
        "dependencies": [{"ref": "p", "dependsOn": []}],
        "components": [{"type": "library", "name": "a", "pedigree": {"patches": [{"type": "guess"}]}}]});
    house.write("list.json", document.to_string());
    let list = house.path("list.json");
    let lenient = house.run(&["sbom", "check", text(&list)]).ends(0);
    assert!(
        lenient.out.contains("Breaks the official schema of CycloneDX 1.6 in one place"),
        "{}",
        lenient.out
    );
    assert!(lenient.err.contains("/components/0/pedigree/patches/0/type"), "{}", lenient.err);
    let strict = house.run(&["sbom", "check", "--strict", text(&list), "--format", "json"]).ends(1).json();
    assert_eq!(strict["schema"]["faults"].as_array().unwrap().len(), 1);
    assert_eq!(strict["schema"]["more"], false);
    house.write("list.json", document.to_string().replace("guess", "backport"));
    let good = house.run(&["sbom", "check", "--strict", text(&list)]).ends(0);
    assert!(good.out.contains("Keeps the official schema of CycloneDX 1.6"), "{}", good.out);
}

#[test]
fn no_output_takes_the_place_of_what_is_read() {
    let house = House::new();
    house.write("one.json", list(&EARLIER));
    house.write("two.json", list(&NEWER));
    let [one, two] = ["one.json", "two.json"].map(|name| house.path(name));
    let before = std::fs::read(&one).unwrap();
    let convert = ["sbom", "convert", text(&one), "--to", "spdx-2.3", "--output", text(&one)];
    house.run(&convert).ends(3);
    house.run(&["sbom", "merge", text(&two), text(&one), "--output", text(&one)]).ends(3);
    assert_eq!(std::fs::read(&one).unwrap(), before);
    // Another name for the same file is no way round.
    #[cfg(unix)]
    {
        std::fs::hard_link(&two, house.path("three.json")).unwrap();
        std::os::unix::fs::symlink(house.path("."), house.path("same")).unwrap();
        let same = house.path("same/one.json");
        house.run(&["sbom", "convert", text(&one), "--to", "spdx-2.3", "--output", text(&same)]).ends(3);
        assert_eq!(std::fs::read(&one).unwrap(), before);
    }
    let out = house.path("out.json");
    house.run(&["sbom", "convert", text(&one), "--to", "spdx-2.3", "--output", text(&out)]).ends(0);
    let written: Value = serde_json::from_slice(&std::fs::read(&out).unwrap()).unwrap();
    assert_eq!(written["spdxVersion"], "SPDX-2.3");
    assert_eq!(written["packages"].as_array().unwrap().len(), 6);
    // A list that names no product is of the file, wherever that lies.
    let bare = json!({"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{"type": "library", "name": "a"}]});
    house.write("bare.json", bare.to_string());
    let bare = house.path("bare.json");
    let written = house.run(&["sbom", "convert", text(&bare), "--to", "spdx-2.3"]).ends(0).json();
    let names: Vec<&str> = written["packages"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|package| package["name"].as_str())
        .collect();
    assert!(names.contains(&"bare.json"), "{names:?}");
    assert!(!written.to_string().contains(text(&house.path("."))), "{written}");
}

#[test]
fn what_a_list_states_nothing_of_is_told_and_no_yes() {
    let house = House::new();
    let with = |more: &Value| {
        let mut vulnerabilities = vec![json!({"id": "CVE-2026-1", "affects": [{"ref": "a"}],
            "analysis": {"state": "not_affected", "justification": "code_not_reachable", "detail": "never called"}})];
        vulnerabilities.extend(more.as_array().unwrap().clone());
        json!({"bomFormat": "CycloneDX", "specVersion": "1.6", "serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
            "metadata": {"supplier": {"name": "Acme"}},
            "components": [{"type": "library", "bom-ref": "a", "name": "a", "version": "1", "purl": "pkg:npm/a@1"}],
            "vulnerabilities": vulnerabilities})
        .to_string()
    };
    house.write("all.json", with(&json!([])));
    house.write("part.json", with(&json!([{"id": "CVE-2026-2", "affects": [{"ref": "a"}]}])));
    let [all, part] = ["all.json", "part.json"].map(|name| house.path(name));
    house.run(&["vex", "convert", text(&all), "--as", "openvex"]).ends(0);
    let done = house.run(&["vex", "convert", text(&part), "--as", "openvex"]).ends(1);
    assert!(done.err.contains("CVE-2026-2") && done.out.contains("CVE-2026-1"), "{} {}", done.err, done.out);
    house.run(&["vex", "show", text(&part)]).ends(1);
}

/// The document says that it is redacted and of what; what was taken out is said beside it alone.
#[test]
fn a_list_for_publication_says_nothing_of_what_was_withheld() {
    let house = House::new();
    let mut internal: Value = serde_json::from_str(&list(&EARLIER)).unwrap();
    internal["components"][1]["authors"] = json!([{"name": "Erika Mustermann"}]);
    internal["components"][0]["description"] = json!("patched for old");
    house.write("internal.json", internal.to_string());
    house.write(
        "redaction.toml",
        "redaction = 1\n[[components]]\npackages = [\"pkg:npm/old@*\"]\n[keep]\ndescriptions = true\n",
    );
    let [list, policy, output] =
        ["internal.json", "redaction.toml", "public.json"].map(|name| house.path(name));
    let asked = [
        "sbom",
        "redact",
        text(&list),
        "--policy",
        text(&policy),
        "--output",
        text(&output),
        "--format",
        "json",
    ];
    let done = house.run(&asked).ends(0);
    let told = done.json();
    house.assert_fits("sbom-redaction", &told);
    assert_eq!((&told["withheld"], &told["components"]), (&json!(1), &json!(6)));
    let places: Vec<(&str, &str)> = told["removed"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["reference"].as_str().unwrap(), one["member"].as_str().unwrap()))
        .collect();
    assert_eq!(places, [("pad", "description"), ("deep-one", "authors"), ("old", "")]);
    let public = std::fs::read_to_string(&output).unwrap();
    for secret in ["Erika", "old@", "\"old\"", "patched", text(&house.path("")), "internal.json"] {
        assert!(!public.contains(secret), "{secret}: {public}");
    }
    assert!(public.contains(told["original_sha256"].as_str().unwrap()));
    house.run(&["sbom", "check", text(&output), "--strict"]).ends(0);
    // No output takes the policy's place, and one that cannot be read withholds nothing by mistake.
    house.run(&["sbom", "redact", text(&list), "--policy", text(&policy), "--output", text(&policy)]).ends(3);
    house.write("redaction.toml", "redaction = 1\n[[component]]\nnames = [\"old\"]\n");
    let refused = house.run(&["sbom", "redact", text(&list), "--policy", text(&policy)]).ends(3);
    refused.tells("redaction.toml:2");
}
