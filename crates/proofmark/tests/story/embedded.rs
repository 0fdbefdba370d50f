//! A device with a Linux kernel: what its numbering authority says is found by stable branch, once for the kernel and all its
//! modules; what was never compiled, and what the vendor's tree has fixed, is closed with the evidence for it.

use proofmark_facts::{KERNEL_CORE, KERNEL_CORE_HEADERS};
use serde_json::{Value, json};

use crate::house::{Done, House, text};

const DOSSIER: &str = r#"proofmark = 1
advisories = ["advisories"]
[operator]
name = "Acme"
[product]
name = "Box"
kind = "software"
[release]
version = "1.0"
sbom = "sbom.json"
"#;

/// CVE-2024-26581 as the CVE List had it on 2024-02-20, cut to what is read of it; the file is named as later revisions do.
const NETFILTER: &str = r#"{"dataType": "CVE_RECORD", "dataVersion": "5.0",
  "cveMetadata": {"cveId": "CVE-2024-26581", "state": "PUBLISHED", "assignerShortName": "Linux", "datePublished": "2024-02-20T12:52:57.398Z",
    "dateUpdated": "2024-02-20T12:52:57.398Z"},
  "containers": {"cna": {"providerMetadata": {"shortName": "Linux", "dateUpdated": "2024-02-20T12:52:57.398Z"},
    "title": "netfilter: nft_set_rbtree: skip end interval element from gc",
    "affected": [
      {"product": "Linux", "vendor": "Linux", "defaultStatus": "unaffected", "programFiles": ["net/netfilter/nft_set_rbtree.c"], "versions": [
        {"version": "89a4d1a89751", "lessThan": "1296c110c5a0", "status": "affected", "versionType": "git"},
        {"version": "f718863aca46", "lessThan": "b734f7a47aeb", "status": "affected", "versionType": "git"},
        {"version": "f718863aca46", "lessThan": "6eb14441f106", "status": "affected", "versionType": "git"},
        {"version": "f718863aca46", "lessThan": "60c0c230c6f0", "status": "affected", "versionType": "git"}]},
      {"product": "Linux", "vendor": "Linux", "defaultStatus": "affected", "programFiles": ["net/netfilter/nft_set_rbtree.c"], "versions": [
        {"version": "6.1.78", "lessThanOrEqual": "6.1.*", "status": "unaffected", "versionType": "custom"},
        {"version": "6.6.17", "lessThanOrEqual": "6.6.*", "status": "unaffected", "versionType": "custom"},
        {"version": "6.7.5", "lessThanOrEqual": "6.7.*", "status": "unaffected", "versionType": "custom"},
        {"version": "6.8-rc4", "lessThanOrEqual": "*", "status": "unaffected", "versionType": "original_commit_for_fix"}]}]}}}"#;

/// A record in the same form, made up: one file or none, fixed in these versions.
fn record(id: &str, files: &Value, fixed: &[(&str, &str)]) -> Value {
    let fixed = fixed.iter().map(|(version, branch)| {
        json!({"version": version, "lessThanOrEqual": branch, "status": "unaffected", "versionType": "semver"})
    });
    let intro = [
        json!({"version": "4.12", "status": "affected"}),
        json!({"version": "0", "lessThan": "4.12", "status": "unaffected", "versionType": "semver"}),
    ];
    json!({"dataType": "CVE_RECORD", "dataVersion": "5.1",
        "cveMetadata": {"cveId": id, "state": "PUBLISHED", "assignerShortName": "Linux"},
        "containers": {"cna": {"providerMetadata": {"shortName": "Linux"}, "affected": [
            {"product": "Linux", "vendor": "Linux", "defaultStatus": "affected", "programFiles": files,
             "versions": intro.into_iter().chain(fixed).collect::<Vec<_>>()}]}}})
}

fn box_with(house: &House, release: &str, version: &str) {
    house.write("box/proofmark.toml", format!("{DOSSIER}{release}"));
    let part = |name: &str| json!({"type": "operating-system", "bom-ref": name, "name": name, "version": version, "purl": format!("pkg:generic/{name}@{version}")});
    let parts = ["kernel-module-can", "kernel-image-zimage", "linux-imx"];
    let sbom = json!({
        "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "metadata": {"component": {"type": "firmware", "bom-ref": "box", "name": "Box", "version": "1.0"}},
        "components": parts.map(part),
        "dependencies": [{"ref": "box", "dependsOn": parts}],
    });
    house.write("box/sbom.json", sbom.to_string());
    let fixes = [("6.1.90", "6.1.*"), ("6.6.40", "6.6.*"), ("6.9", "*")];
    house.write("box/advisories/CVE-2024-26581.json", NETFILTER);
    let records = [
        ("CVE-2026-1101", json!(["drivers/bluetooth/btusb.c"]), &fixes[..]),
        ("CVE-2026-1102", json!([]), &fixes[..]),
        ("CVE-2026-1103", json!(["drivers/net/can/vcan.c"]), &[("6.6.10", "6.6.*"), ("6.7", "*")][..]),
    ];
    for (id, files, fixes) in records {
        house.write(&format!("box/advisories/{id}.json"), record(id, &files, fixes).to_string());
    }
    house.write(
        "box/kernel/compiled.txt",
        compiled(&["net/netfilter/nft_set_rbtree.c", "drivers/net/can/dev/dev.c"]),
    );
}

/// A list of what every kernel compiles, and of these.
fn compiled(files: &[&str]) -> String {
    let core = KERNEL_CORE.iter().chain(&KERNEL_CORE_HEADERS).chain(&["arch/arm64/kernel/setup.c"]);
    core.chain(files).flat_map(|file| ["../linux/", *file, "\n"]).collect()
}

fn assessed(house: &House) -> Value {
    house.assess(&house.path("box"), &["--format", "json"]).json()
}

/// Each finding with what follows for it, and whether it stands in the way.
fn findings(assessment: &Value) -> Vec<String> {
    let blocks = assessment["gate"]["blocked_by"].to_string();
    let mut all: Vec<String> = assessment["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| {
            let id = finding["vulnerability"]["id"].as_str().unwrap();
            let rule = finding["triage"]["rule"].as_str().unwrap_or("-");
            let stands = if blocks.contains(id) { "open" } else { "closed" };
            format!("{} {id} {rule} {stands}", finding["component"].as_str().unwrap())
        })
        .collect();
    all.sort();
    all
}

fn says(done: &Done) -> String {
    done.out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_kernel_is_one_component_found_by_its_own_branch() {
    let house = House::new();
    box_with(&house, "", "6.6.16-imx");
    let assessment = assessed(&house);
    let kernel = "pkg:generic/linux-imx@6.6.16-imx";
    assert_eq!(
        findings(&assessment),
        [
            format!("{kernel} CVE-2024-26581 - open"),
            format!("{kernel} CVE-2026-1101 - open"),
            format!("{kernel} CVE-2026-1102 - open"),
        ],
        "of CVE-2026-1103 the branch has the fix"
    );
    assert_eq!(assessment["unchecked"], json!([]), "modules are the kernel's");
    assert_eq!(
        assessment["same_source"],
        json!([{"component": kernel, "stands_for":
            ["pkg:generic/kernel-image-zimage@6.6.16-imx", "pkg:generic/kernel-module-can@6.6.16-imx"]}])
    );
    let first = &assessment["findings"][0]["vulnerability"];
    assert_eq!(first["matched_by"][0]["confidence"], "certain");
    box_with(&house, "", "6.6.20");
    let later = findings(&assessed(&house));
    assert!(!later.iter().any(|finding| finding.contains("26581")), "6.6.17 has it: {later:?}");
    let words = says(&house.assess(&house.path("box"), &[]));
    assert!(
        words.contains("2 packages built from the same source count as pkg:generic/linux-imx@6.6.20"),
        "{words}"
    );
}

#[test]
fn what_was_not_compiled_is_closed_with_the_list_as_evidence() {
    let house = House::new();
    box_with(&house, "compiled_files = \"kernel/compiled.txt\"\nsoc = \"i.MX 8M Plus\"\n", "6.6.16");
    let assessment = assessed(&house);
    let kernel = "pkg:generic/linux-imx@6.6.16";
    assert_eq!(
        findings(&assessment),
        [
            format!("{kernel} CVE-2024-26581 compiled open"),
            format!("{kernel} CVE-2026-1101 not-compiled closed"),
            format!("{kernel} CVE-2026-1102 no-files-named open"),
        ]
    );
    let digest = assessment["files"]["kernel/compiled.txt"].as_str().unwrap();
    let is_closed = |finding: &&Value| finding["vulnerability"]["id"] == "CVE-2026-1101";
    let closed = assessment["findings"].as_array().unwrap().iter().find(is_closed).unwrap();
    assert_eq!(closed["triage"]["evidence"], json!([{"file": "kernel/compiled.txt", "sha256": digest}]));
    assert_eq!(closed["decision"], Value::Null, "nobody decided it");
    let cleared = &assessment["gate"]["cleared"][0];
    assert_eq!(
        (&cleared["by"], &cleared["vulnerability"]),
        (&json!("release-facts"), &json!("CVE-2026-1101"))
    );
    let words = says(&house.assess(&house.path("box"), &["--all"]));
    for said in [
        "not affected, by the release's facts",
        "None of the source files the record names (`drivers/bluetooth/btusb.c`) is compiled into the release's kernel",
        &format!("`kernel/compiled.txt` (SHA-256 {}…)", &digest[..16]),
        "It runs on `i.MX 8M Plus`.",
        "The record names no source files, so what was compiled says nothing of it.",
        "`net/netfilter/nft_set_rbtree.c` is compiled into the release's kernel",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    let explained = says(&house.run(&["explain", "CVE-2026-1101", text(&house.path("box"))]));
    assert!(explained.contains("is compiled into the release's kernel"), "{explained}");
}

#[test]
fn what_the_vendors_tree_has_fixed_is_closed_by_its_commits() {
    let house = House::new();
    let tree = "[release.kernel_tree]\nvendor = \"linux-imx\"\nbase_version = \"6.6.3\"\ncommits = \"kernel/commits.txt\"\n";
    box_with(&house, tree, "6.6.52");
    let (own, upstream) = ("a1".repeat(20), format!("60c0c230c6f0{}", "0".repeat(28)));
    let log = format!(
        "{own}\nnetfilter: skip end interval\n\n[ Upstream commit {upstream} ]\n\n{}\nother\n",
        "b2".repeat(20)
    );
    house.write("box/kernel/commits.txt", &log);
    let assessment = assessed(&house);
    let kernel = "pkg:generic/linux-imx@6.6.52";
    assert_eq!(
        findings(&assessment),
        [
            format!("{kernel} CVE-2024-26581 fix-in-tree closed"),
            format!("{kernel} CVE-2026-1101 fix-not-found open"),
            format!("{kernel} CVE-2026-1102 fix-not-found open"),
            format!("{kernel} CVE-2026-1103 fix-not-found open"),
        ],
        "the number 6.6.52 is the vendor's: what 6.6.3 lacks must be shown to be there"
    );
    let words = says(&house.assess(&house.path("box"), &["--all"]));
    for said in [
        "fixed, by the release's facts",
        &format!("commit {own} was taken from 60c0c230c6f0"),
        "it was looked up as 6.6.3, the version that tree was made from",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    house.write(
        "box/kernel/commits.txt",
        format!("{}\nRevert it\n\nThis reverts commit {own}.\n\n{log}", "c3".repeat(20)),
    );
    assert!(
        findings(&assessed(&house))[0].ends_with("CVE-2024-26581 fix-not-found open"),
        "taken back again"
    );

    box_with(&house, "[release.kernel_tree]\nvendor = \"linux-imx\"\n", "6.6.16");
    let unknown = assessed(&house);
    assert!(
        unknown["notices"].to_string().contains("embedded-vendor-without-base"),
        "{}",
        unknown["notices"]
    );
    assert_eq!(unknown["findings"][0]["vulnerability"]["matched_by"][0]["confidence"], "likely");
}

#[test]
fn options_close_what_a_table_of_the_build_names_and_nothing_else() {
    let house = House::new();
    let facts = "kernel_config = \"kernel/config\"\nkernel_build_rules = \"kernel/rules.txt\"\n";
    box_with(&house, facts, "6.6.16");
    house.write("box/kernel/config", "CONFIG_NETFILTER=y\n# CONFIG_BT is not set\n");
    house.write("box/kernel/rules.txt", "drivers/bluetooth/btusb.c CONFIG_BT CONFIG_BT_HCIBTUSB\n");
    let found = findings(&assessed(&house));
    assert!(found[0].ends_with("CVE-2024-26581 - open"), "its file is in no rule: {found:?}");
    assert!(found[1].ends_with("CVE-2026-1101 options-off closed"), "{found:?}");
}

#[test]
fn a_list_that_is_none_is_refused_before_anything_follows_from_it() {
    let house = House::new();
    box_with(&house, "compiled_files = \"kernel/objects.txt\"\n", "6.6.16");
    let missing = house.assess(&house.path("box"), &[]).ends(3);
    missing.tells("the file `kernel/objects.txt` is not there");
    house.write("box/kernel/objects.txt", "init/main.o\nnet/can/raw.o\n");
    let refused = house.assess(&house.path("box"), &[]).ends(3);
    refused.tells("`init/main.c`, which every kernel compiles, is not in it");
    let key = house.run(&["explain", "release.compiled_files"]).ends(0);
    key.shows("The source files its Linux kernel was compiled from");
}

#[test]
fn a_list_cut_short_closes_nothing_and_says_so() {
    let house = House::new();
    box_with(&house, "compiled_files = \"kernel/compiled.txt\"\n", "6.6.16");
    let whole = compiled(&["net/netfilter/nft_set_rbtree.c"]);
    let closed = |list: &str| {
        house.write("box/kernel/compiled.txt", list);
        let assessment = assessed(&house);
        let findings = assessment["findings"].as_array().unwrap();
        findings.iter().filter(|finding| finding["triage"]["rule"] == "not-compiled").count()
    };
    assert!(closed(&whole) > 0);
    for cut in ["../linux/init/main.c\n", &whole.replace("../linux/fs/namei.c\n", "")] {
        assert_eq!(closed(cut), 0);
        let done = house.assess(&house.path("box"), &[]);
        done.tells("which every kernel compiles");
        let told = assessed(&house).to_string();
        assert!(told.contains("list-not-whole") && !told.contains("not-compiled"), "{told}");
    }
    house.write("box/kernel/compiled.txt", whole.trim_end_matches("rbtree.c\n"));
    house.assess(&house.path("box"), &[]).ends(3).tells("the list ends in the middle of a line");
}
