//! Documents of the Common Security Advisory Framework: read from files, and fetched from a publisher's folder.

use proofmark_facts::Sha256;
use serde_json::{Value, json};

use crate::house::{Done, House, text};
use crate::mirror::{Mirror, Says};

const SEED: &str = include_str!("../../../../fuzz/seeds/csaf/vex.json");

const NOT_THERE: Says = Says::Head("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");

/// A document of the publisher about one vulnerability of `curl`, mended in this version of release 9.
fn document(id: &str, released: &str, fixed: &str) -> String {
    SEED.replace("CVE-2026-1000", id)
        .replace("2026-03-04T05:06:07+00:00", released)
        .replace("curl@7.76.1-29.el9_4", &format!("curl@{fixed}"))
}

fn sync(house: &House, mirror: &Mirror, more: &[&str]) -> Done {
    let at = format!("csaf-suse={}", mirror.url("vex"));
    let mut arguments =
        vec!["feeds", "sync", "--only", "csaf-suse", "--mirror", &at, "--allow-network", "127.0.0.1"];
    arguments.extend(more);
    house.run(&arguments)
}

fn status(house: &House) -> Value {
    let done = house.run(&["feeds", "status", "--format", "json"]);
    assert!(matches!(done.code, Some(0 | 1)), "{done:?}");
    done.json()
}

/// The folder of a publisher with these documents: path, when it was released, what it holds.
fn publishes(mirror: &Mirror, documents: &[(&str, &str, String)]) {
    let index: Vec<String> = documents.iter().map(|(path, ..)| format!("{path}\n")).collect();
    let changes: Vec<String> =
        documents.iter().map(|(path, at, _)| format!("\"{path}\",\"{at}\"\n")).collect();
    mirror.has("/vex/index.txt", index.concat().as_bytes());
    mirror.has("/vex/changes.csv", changes.concat().as_bytes());
    for (path, _, document) in documents {
        let digest = format!("{}  {path}\n", Sha256::of(document.as_bytes()));
        mirror.has(&format!("/vex/{path}"), document.as_bytes());
        mirror.has(&format!("/vex/{path}.sha256"), digest.as_bytes());
    }
}

const OLD: &str = "2026-05-01T00:00:00Z";
const NEW: &str = "2026-06-01T00:00:00Z";

fn three() -> Vec<(&'static str, &'static str, String)> {
    [
        ("2026/cve-2026-1001.json", "CVE-2026-1001"),
        ("2026/cve-2026-1002.json", "CVE-2026-1002"),
        ("2025/cve-2025-1003.json", "CVE-2025-1003"),
    ]
    .map(|(path, id)| (path, OLD, document(id, OLD, "7.76.1-29.el9_4")))
    .to_vec()
}

/// The vulnerabilities found in a product with this package.
fn found(house: &House, purl: &str) -> Vec<String> {
    house.write(
        "product/proofmark.toml",
        "proofmark = 1\n[operator]\nname = \"Acme\"\n[product]\nname = \"Thing\"\nkind = \"software\"\n\
         [release]\nversion = \"1.0\"\nsbom = \"sbom.json\"\n",
    );
    let sbom = json!({"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
        {"type": "library", "bom-ref": "a", "name": "a", "purl": purl}]});
    house.write("product/sbom.json", sbom.to_string());
    let done = house.assess(&house.path("product"), &["--format", "json"]).json();
    let findings = done["findings"].as_array().unwrap().iter();
    let mut ids: Vec<String> =
        findings.map(|finding| finding["vulnerability"]["id"].as_str().unwrap().to_owned()).collect();
    ids.sort_unstable();
    ids
}

#[test]
fn a_package_of_a_distribution_is_matched_in_its_release_alone() {
    let house = House::new();
    house.write("vex/cve-2026-1000.json", SEED);
    house.run(&["feeds", "import", text(&house.path("vex"))]).ends(0);
    for (purl, is_found) in [
        // Release 9: mended in 1:7.76.1-29.el9_4, whatever upstream's number says.
        ("pkg:rpm/redhat/curl@7.76.1-26.el9?arch=x86_64&epoch=1&distro=rhel-9.4", true),
        ("pkg:rpm/redhat/curl@7.76.1-29.el9_4?arch=x86_64&epoch=1&distro=rhel-9.4", false),
        ("pkg:rpm/redhat/curl@7.76.1-31.el9?arch=aarch64&epoch=1&distro=redhat-9.5", false),
        // Release 8: not mended yet.
        ("pkg:rpm/redhat/curl@7.61.1-34.el8?arch=x86_64&distro=rhel-8.10", true),
        // Each stream of modules has its own mending.
        ("pkg:rpm/redhat/nodejs@18.19.0-1.module%2Bel8?arch=x86_64&epoch=1&distro=rhel-8.9", true),
        ("pkg:rpm/redhat/nodejs@18.20.0-1.module%2Bel8?arch=x86_64&epoch=1&distro=rhel-8.9", false),
        ("pkg:rpm/redhat/nodejs@20.9.0-1.module%2Bel8?arch=x86_64&epoch=1&distro=rhel-8.9", true),
        // Not affected by its publisher's word; and of no release, nothing is said.
        ("pkg:rpm/redhat/rust@1.70-1.el9?arch=x86_64&distro=rhel-9.4", false),
        ("pkg:rpm/redhat/curl@7.76.1-26.el9?arch=x86_64&epoch=1", false),
    ] {
        let expected: &[&str] = if is_found { &["CVE-2026-1000"] } else { &[] };
        assert_eq!(found(&house, purl), expected, "{purl}");
    }
    // Who says so is kept beside what others say.
    let told = house.run(&["explain", "CVE-2026-1000", "--format", "json"]);
    assert!(told.out.contains("Red Lamp (lamp.example)"), "{told:?}");
}

#[test]
fn what_is_not_for_everybody_says_so_wherever_it_is_told() {
    let house = House::new();
    let mut written: Value = serde_json::from_str(SEED).unwrap();
    written["document"]["distribution"] = json!({"tlp": {"label": "AMBER"}});
    house.write("vex/cve-2026-1000.json", written.to_string());
    house.run(&["feeds", "import", text(&house.path("vex"))]).ends(0);
    let purl = "pkg:rpm/redhat/curl@7.76.1-26.el9?arch=x86_64&epoch=1&distro=rhel-9.4";
    assert_eq!(found(&house, purl), ["CVE-2026-1000"]);
    let assessment = house.assess(&house.path("product"), &["--format", "json"]).json();
    assert_eq!(assessment["findings"][0]["vulnerability"]["claims"][0]["tags"][0], "TLP:AMBER");
    let words = |out: String| out.split_whitespace().collect::<Vec<_>>().join(" ");
    let told = words(house.assess(&house.path("product"), &[]).out);
    assert!(told.contains("Red Lamp (lamp.example) says of it is marked `TLP:AMBER`"), "{told}");
    let told = words(house.run(&["explain", "CVE-2026-1000"]).ends(0).out);
    assert!(told.contains("`TLP:AMBER"), "{told}");
    house.run(&["explain", "CVE-2026-1000", "--format", "json"]).ends(0).shows("TLP:AMBER");
    let list = house.path("product/sbom.json");
    let scanned = house.run(&["scan", text(&list), "--format", "json"]).ends(1).json();
    let claims = scanned["findings"][0]["vulnerability"]["claims"].as_array().unwrap();
    assert_eq!((claims.len(), &claims[0]["tags"][0]), (1, &json!("TLP:AMBER")));
    let told = words(house.run(&["scan", text(&list)]).ends(1).out);
    assert!(told.contains("Red Lamp (lamp.example) says of it is marked `TLP:AMBER`"), "{told}");
    // What is for everybody is not among them.
    house.write("vex/cve-2026-1000.json", SEED);
    house.run(&["feeds", "import", text(&house.path("vex"))]).ends(0);
    let scanned = house.run(&["scan", text(&list), "--format", "json"]).ends(1).json();
    assert_eq!(scanned["findings"][0]["vulnerability"].get("claims"), None);
}

#[test]
fn of_a_folder_only_what_changed_is_fetched_and_each_document_is_held_against_its_digest() {
    let (house, mirror) = (House::new(), Mirror::open());
    publishes(&mirror, &three());
    sync(&house, &mirror, &["--accept-shrunk"]).ends(0).shows("3 records, 0 before");
    assert_eq!(status(&house)["records"], 3);
    assert_eq!(mirror.asked().len(), 2 + 2 * 3);
    sync(&house, &mirror, &[]).ends(0).shows("up to date, 3 records");
    assert_eq!(mirror.asked(), ["/vex/changes.csv"]);

    // One changed, one came, one is gone.
    let mut newer = three();
    newer[0] = (newer[0].0, NEW, document("CVE-2026-1001", NEW, "7.76.1-40.el9"));
    newer[2] = ("2026/cve-2026-1004.json", NEW, document("CVE-2026-1004", NEW, "7.76.1-29.el9_4"));
    publishes(&mirror, &newer);
    sync(&house, &mirror, &[]).ends(0).shows("3 records, 3 before");
    let mut asked = mirror.asked();
    asked.sort();
    assert_eq!(
        asked,
        [
            "/vex/2026/cve-2026-1001.json",
            "/vex/2026/cve-2026-1001.json.sha256",
            "/vex/2026/cve-2026-1004.json",
            "/vex/2026/cve-2026-1004.json.sha256",
            "/vex/changes.csv",
            "/vex/index.txt",
        ]
    );
    let purl = "pkg:rpm/redhat/curl@7.76.1-30.el9?arch=x86_64&epoch=1&distro=rhel-9.4";
    assert_eq!(found(&house, purl), ["CVE-2026-1001"]);

    // What is not as its digest says, a list that lost its documents, and one that leads elsewhere change nothing.
    let mut other = newer.clone();
    other[1] = (other[1].0, NEW, document("CVE-2026-1002", NEW, "9.9.9-1.el9"));
    publishes(&mirror, &other);
    mirror.has("/vex/2026/cve-2026-1002.json", document("CVE-2026-1002", NEW, "0-1").as_bytes());
    sync(&house, &mirror, &[]).ends(1).shows("the digest that is published beside it");
    publishes(&mirror, &other);
    mirror.says("/vex/2026/cve-2026-1002.json.sha256", &[NOT_THERE]);
    sync(&house, &mirror, &[]).ends(1).shows("its digest is not there");
    publishes(&mirror, &other[..1]);
    sync(&house, &mirror, &[]).ends(1).shows("it has 1 records and had 3");
    mirror.has("/vex/changes.csv", format!("\"2026/a.json\",\"{NEW}\"\n").as_bytes());
    mirror.has("/vex/index.txt", b"../../etc/passwd.json\n");
    sync(&house, &mirror, &[]).ends(1).shows("names no document below the folder");
    assert_eq!(found(&house, purl), ["CVE-2026-1001"]);
    publishes(&mirror, &other);
    sync(&house, &mirror, &[]).ends(0);
    assert_eq!(found(&house, purl), ["CVE-2026-1001", "CVE-2026-1002"]);
}

#[test]
fn a_first_copy_that_was_interrupted_is_gone_on_with() {
    let (house, mirror) = (House::new(), Mirror::open());
    publishes(&mirror, &three());
    let refused = Says::Head("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
    mirror.says("/vex/2026/cve-2026-1002.json", &[refused]);
    sync(&house, &mirror, &["--accept-shrunk"]).ends(1).shows("403");
    assert!(!house.home().join("vulnerabilities.index").exists());
    mirror.asked();
    publishes(&mirror, &three());
    sync(&house, &mirror, &["--accept-shrunk"]).ends(0).shows("3 records, 0 before");
    let asked = mirror.asked();
    assert!(!asked.contains(&"/vex/2025/cve-2025-1003.json".to_owned()), "it waited here: {asked:?}");
    let left = std::fs::read_dir(house.home().join("feeds/csaf-suse")).unwrap().count();
    assert_eq!(left, 3, "state, documents and list");
}
