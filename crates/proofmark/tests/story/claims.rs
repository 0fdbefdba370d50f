//! What each source says of a vulnerability: CVE records with CISA's enrichment, the EUVD and OSV beside each other.

use serde_json::{Value, json};

use crate::example::assert_plain;
use crate::house::{House, text};

const DOSSIER: &str = r#"proofmark = 1
advisories = ["advisories"]
[operator]
name = "Acme"
[product]
name = "Thing"
kind = "software"
[release]
version = "1.0"
sbom = "sbom.json"
"#;

const CRITICAL: &str = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";

fn cve(id: &str, container: &Value, adp: &Value) -> Value {
    json!({
        "dataType": "CVE_RECORD", "dataVersion": "5.1",
        "cveMetadata": {"cveId": id, "state": "PUBLISHED", "assignerShortName": "acme",
            "datePublished": "2026-01-02T00:00:00Z", "dateUpdated": "2026-02-03T00:00:00Z"},
        "containers": {"cna": container, "adp": adp},
    })
}

fn rejected(id: &str) -> Value {
    json!({
        "dataType": "CVE_RECORD", "dataVersion": "5.1",
        "cveMetadata": {"cveId": id, "state": "REJECTED", "assignerShortName": "mitre",
            "dateUpdated": "2026-05-06T00:00:00Z", "dateRejected": "2026-05-06T00:00:00Z"},
        "containers": {"cna": {"rejectedReasons": [{"lang": "en", "value": "Not one."}]}},
    })
}

fn osv(id: &str, alias: &str, name: &str) -> Value {
    json!({
        "schema_version": "1.6.7", "id": id, "aliases": [alias], "modified": "2026-03-04T00:00:00Z",
        "affected": [{"package": {"ecosystem": "npm", "name": name},
            "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "1.3.0"}]}]}],
    })
}

/// A product with two packages: of one vulnerability three sources speak, the other was rejected by its assigner alone.
fn product(house: &House) {
    house.write("product/proofmark.toml", DOSSIER);
    let component = |name: &str| json!({"type": "library", "bom-ref": name, "name": name, "purl": format!("pkg:npm/{name}@1.1.0")});
    let sbom = json!({
        "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "metadata": {"component": {"type": "application", "bom-ref": "thing", "name": "Thing", "version": "1.0"}},
        "components": [component("left-pad"), component("right-pad")],
        "dependencies": [{"ref": "thing", "dependsOn": ["left-pad", "right-pad"]}],
    });
    house.write("product/sbom.json", sbom.to_string());
    let kev = json!({"other": {"type": "kev", "content": {"dateAdded": "2026-02-06"}}});
    let ssvc = json!({"other": {"type": "ssvc", "content": {"timestamp": "2026-02-05T00:00:00Z",
        "options": [{"Exploitation": "active"}, {"Automatable": "no"}, {"Technical Impact": "total"}]}}});
    let authority = json!({
        "providerMetadata": {"shortName": "acme"}, "title": "Pads too far", "tags": ["disputed"],
        "affected": [{"vendor": "acme", "product": "pad", "versions": [{"version": "1", "status": "affected"}]}],
        "metrics": [{"cvssV3_1": {"vectorString": CRITICAL}}, {"cvssV4_0": {"vectorString": "CVSS:4.0/AV:N"}}],
    });
    let cisa = json!([{"providerMetadata": {"shortName": "CISA-ADP"}, "metrics": [ssvc, kev]}]);
    let euvd = json!([{"id": "EUVD-2026-1", "aliases": "CVE-2026-1001\n", "assigner": "acme",
        "datePublished": "Jan 3, 2026, 9:00:00 AM", "exploitedSince": "Jan 1, 2026, 12:00:00 AM"}]);
    let records = [
        ("CVE-2026-1001.json", cve("CVE-2026-1001", &authority, &cisa)),
        ("GHSA-a.json", osv("GHSA-a", "CVE-2026-1001", "left-pad")),
        ("euvd.json", euvd),
        ("CVE-2026-1002.json", rejected("CVE-2026-1002")),
        ("GHSA-b.json", osv("GHSA-b", "CVE-2026-1002", "right-pad")),
        ("CVE-2026-1003.json", rejected("CVE-2026-1003")),
        ("delta.json", json!({"fetchTime": "2026-01-01T00:00:00Z", "numberOfChanges": 0})),
    ];
    for (name, record) in records {
        house.write(&format!("product/advisories/2026/{name}"), record.to_string());
    }
}

#[test]
fn every_source_speaks_for_itself_and_a_contradiction_is_shown() {
    let house = House::new();
    product(&house);
    let directory = house.path("product");
    let told = house.assess(&directory, &["--format", "json"]);
    let assessment = told.json();
    house.assert_fits("assessment", &assessment);
    let findings = assessment["findings"].as_array().unwrap();
    assert_eq!(findings.len(), 2, "{findings:#?}");
    let of = |id: &str| {
        let is_it = |finding: &&Value| finding["vulnerability"]["id"] == id;
        findings.iter().find(is_it).unwrap_or_else(|| panic!("{id}: {findings:#?}"))["vulnerability"].clone()
    };
    let first = of("CVE-2026-1001");
    let sources: Vec<&str> =
        first["claims"].as_array().unwrap().iter().map(|claim| claim["source"].as_str().unwrap()).collect();
    assert_eq!(sources, ["CISA-ADP", "EUVD", "GHSA", "acme"]);
    assert_eq!(first["claims"][3]["state"], "disputed");
    assert_eq!(first["claims"][3]["published_on"], "2026-01-02");
    assert_eq!(first["claims"][0]["ssvc"]["exploitation"], "active");
    assert_eq!(first["severity"]["score"], 9.8, "whoever matches does not rate it, the authority does");
    assert_eq!(
        first["exploited"],
        json!({"catalogue": "EUVD", "added_on": "2026-01-01"}),
        "the earliest says it"
    );
    let second = of("CVE-2026-1002");
    assert_eq!(second["claims"][1]["state"], "rejected");

    let words = house.assess(&directory, &["--all"]);
    words.shows("Sources contradict each other: mitre rejected CVE-2026-1002, while GHSA");
}

#[test]
fn a_vulnerability_is_explained_by_any_name_with_what_was_taken_back() {
    let house = House::new();
    product(&house);
    let directory = house.path("product");
    let unknown = house.run(&["explain", "CVE-2026-1001"]).ends(3);
    unknown.tells("there is no vulnerability database to look `CVE-2026-1001` up in");
    let imported = house.run(&["db", "import", text(&directory.join("advisories"))]).ends(0);
    imported.tells("no score can be computed from `CVSS:4.0/AV:N` in `CVE-2026-1001`");
    imported.shows("CVE List");
    for (asked, told) in [
        ("CVE-2026-1001", "CISA-ADP decided on 2026-02-05: Exploitation: active; Automatable: no;"),
        ("ghsa-A", "acme rates it 9.8 (CVSS:3.1/AV:N"),
        ("EUVD-2026-1", "It is listed as exploited somewhere since 2026-01-01 (EUVD)."),
        ("CVE-2026-1001", "acme published CVE-2026-1001 on 2026-01-02 and says that it is disputed."),
        ("CVE-2026-1001", "which cannot be read: it counts as not rated."),
        ("CVE-2026-1002", "CVE-2026-1002 was rejected by mitre on 2026-05-06."),
        ("CVE-2026-1002", "Sources contradict each other"),
        ("CVE-2026-1003", "CVE-2026-1003 was rejected by mitre on 2026-05-06."),
        ("CVE-2026-1003", "Nobody stands by it any more: no finding is made of it."),
    ] {
        let done = house.run(&["explain", asked]).ends(0);
        done.shows(told);
        assert_plain(&done, 80);
    }
    house.run(&["explain", "CVE-2026-9999"]).ends(3).tells("no imported record speaks of `CVE-2026-9999`");
    house.run(&["explain", "SCP-04"]).ends(0).shows("SCP-04");

    let there = house.run(&["explain", "CVE-2026-1002", text(&directory)]).ends(0);
    there.shows("In Thing");
    there.shows("It is known in the component pkg:npm/right-pad@1.1.0.");
    house
        .run(&["explain", "CVE-2026-1003", text(&directory)])
        .ends(0)
        .shows("It is known in none of the product's components.");
    let json = house.run(&["explain", "CVE-2026-1003", "--format", "json"]).ends(0).json();
    house.assert_fits("explanation", &json);
    assert_eq!(json[0]["subject"], "vulnerability");
    assert_eq!(json[0]["vulnerability"]["claims"][0]["state"], "rejected");
}

#[test]
fn a_catalogue_of_the_home_speaks_of_what_advisories_beside_the_dossier_tell() {
    let house = House::new();
    product(&house);
    let directory = house.path("product");
    // A supplier's own name for it: the record that says which CVE it is lies in the home.
    let supplied = osv("ACME-2026-7", "GHSA-c", "left-pad");
    house.write("product/advisories/acme.json", supplied.to_string());
    house.write("home/osv/GHSA-c.json", osv("GHSA-c", "CVE-2026-1004", "elsewhere").to_string());
    let entry = |id: &str| {
        json!({"cveID": id, "vendorProject": "a", "product": "b", "vulnerabilityName": "c", "dateAdded": "2026-04-05",
            "shortDescription": "d", "requiredAction": "e", "dueDate": "2026-05-05",
            "knownRansomwareCampaignUse": "Unknown", "notes": "", "cwes": []})
    };
    let kev = json!({"title": "KEV", "catalogVersion": "2026.04.05", "dateReleased": "2026-04-05T00:00:00.000Z",
        "count": 3, "vulnerabilities": [entry("CVE-2026-1002"), entry("CVE-2026-1004"), entry("CVE-2026-7777")]});
    house.write("home/kev.json", kev.to_string());
    house.write(
        "home/epss.csv",
        "#model_version:v1,score_date:2026-04-06T00:00:00+0000\ncve,epss,percentile\nCVE-2026-1002,0.5,0.9\n",
    );
    let unlisted = house.assess(&directory, &["--format", "json"]).json();
    assert!(!unlisted.to_string().contains("CISA KEV\",\"added_on\":\"2026-04-05"), "nobody listed it yet");
    let imported = house.run(&["feeds", "import", text(&house.path("home"))]).ends(0);
    imported.shows("1 vulnerabilities, 1 of them exploited somewhere");
    imported.shows("catalogues list 3 vulnerabilities as exploited somewhere");
    let assessment = house.assess(&directory, &["--format", "json"]).json();
    house.assert_fits("assessment", &assessment);
    let of = |id: &str| {
        let findings = assessment["findings"].as_array().unwrap();
        let is_it = |finding: &&Value| finding["vulnerability"]["id"] == id;
        findings.iter().find(is_it).unwrap_or_else(|| panic!("{id}: {findings:#?}"))["vulnerability"].clone()
    };
    let listed = json!({"catalogue": "CISA KEV", "added_on": "2026-04-05"});
    assert_eq!(of("CVE-2026-1002")["exploited"], listed);
    assert_eq!(of("CVE-2026-1002")["prediction"]["probability"], 0.5);
    assert_eq!(of("GHSA-c")["exploited"], listed, "by the name that the home's record gives it");
    assert_eq!(of("CVE-2026-1001")["exploited"]["catalogue"], "EUVD", "nobody's catalogue is another's");
    // Somewhere in the world is not in this product: nobody is told to report it.
    assert!(!assessment.to_string().contains("exploited_in_our_product\":true"));
    let told = house.run(&["explain", "CVE-2026-1002", text(&directory)]).ends(0);
    told.shows("It is listed as exploited somewhere since 2026-04-05 (CISA KEV).");
    let alone = house.run(&["explain", "CVE-2026-7777"]).ends(0);
    alone.shows("No record of the databases speaks of it: catalogues alone do.");
    alone.shows("since 2026-04-05 (CISA KEV)");
}

#[test]
fn a_notice_is_told_apart_and_is_no_known_vulnerability() {
    let house = House::new();
    product(&house);
    let directory = house.path("product");
    std::fs::remove_dir_all(directory.join("advisories")).unwrap();
    let notice = |id: &str, alias: Option<&str>, name: &str, kind: Value| {
        json!({"schema_version": "1.6.7", "id": id, "modified": "2026-03-04T00:00:00Z",
            "aliases": alias.iter().collect::<Vec<_>>(), "summary": "nobody is there",
            "affected": [{"package": {"ecosystem": "npm", "name": name}, "database_specific": {"informational": kind},
                "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}]}]}]})
    };
    for (id, alias, name, kind) in [
        ("RUSTSEC-2026-0001", None, "left-pad", json!("unmaintained")),
        ("RUSTSEC-2026-0002", None, "right-pad", json!("notice")),
    ] {
        house.write(&format!("product/advisories/{id}.json"), notice(id, alias, name, kind).to_string());
    }
    house.run(&["feeds", "import", text(&directory.join("advisories"))]).ends(0);
    let assessment = house.assess(&directory, &["--format", "json"]).json();
    house.assert_fits("assessment", &assessment);
    assert_eq!(assessment["findings"], json!([]));
    assert_eq!(assessment["unchecked"], json!([]));
    let blocked = assessment["gate"]["blocked_by"].to_string();
    assert!(!blocked.contains("RUSTSEC"), "{blocked}");
    let told = assessment["notices"].to_string();
    let unmaintained = "pkg:npm/left-pad@1.1.0 is no longer maintained, says RUSTSEC-2026-0001 (nobody is there). That is no known vulnerability.";
    let noticed = "RUSTSEC-2026-0002 (nobody is there) gives notice of pkg:npm/right-pad@1.1.0.";
    assert!(told.contains(unmaintained) && told.contains(noticed), "{told}");
    let list = directory.join("sbom.json");
    let scanned = house.run(&["scan", text(&list)]).ends(0);
    scanned.shows("none, 0 exploited somewhere; 3 components are listed");
    scanned.shows("is no longer maintained, says RUSTSEC-2026-0001");
    let scan = house.run(&["scan", text(&list), "--format", "json"]).ends(0).json();
    house.assert_fits("scan", &scan);
    assert_eq!(scan["findings"], json!([]));
    assert!(scan["notices"].to_string().contains(unmaintained), "{scan}");

    // What is unsound is a defect; and what one record calls a vulnerability is one, whatever another tells.
    for (id, alias, name, kind) in [
        ("RUSTSEC-2026-0001", Some("GHSA-a"), "left-pad", json!("unmaintained")),
        ("GHSA-a", None, "left-pad", json!(null)),
        ("RUSTSEC-2026-0002", None, "right-pad", json!("unsound")),
    ] {
        house.write(&format!("product/advisories/{id}.json"), notice(id, alias, name, kind).to_string());
    }
    house
        .run(&["feeds", "import", text(&directory.join("advisories"))])
        .ends(0)
        .tells("2 packages are spoken of otherwise");
    let scan = house.run(&["scan", text(&list), "--format", "json"]).ends(1).json();
    let found: Vec<_> = scan["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["vulnerability"]["id"].as_str().unwrap())
        .collect();
    assert_eq!(found, ["GHSA-a", "RUSTSEC-2026-0002"]);
    assert!(!scan["notices"].to_string().contains("RUSTSEC"), "{scan}");
    // Also where the two lie in different databases.
    std::fs::remove_file(directory.join("advisories/GHSA-a.json")).unwrap();
    house.run(&["feeds", "import", text(&directory.join("advisories"))]).ends(0);
    house.run(&["scan", text(&list)]).ends(1).shows("is no longer maintained, says GHSA-a");
    for id in ["RUSTSEC-2026-0001", "RUSTSEC-2026-0002"] {
        std::fs::remove_file(directory.join(format!("advisories/{id}.json"))).unwrap();
    }
    house
        .write("product/advisories/GHSA-a.json", notice("GHSA-a", None, "left-pad", json!(null)).to_string());
    let assessment = house.assess(&directory, &["--format", "json"]).json();
    assert!(assessment["findings"].to_string().contains("GHSA-a"), "{assessment:#}");
}
