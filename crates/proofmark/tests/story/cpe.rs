//! A device whose SBOM names its parts by CPE alone: what the National Vulnerability Database says of them is found, with the
//! rule and how sure it is; what it says of others is not, and what cannot be said is.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};

use crate::house::{House, text};

const DOSSIER: &str = r#"proofmark = 1
[operator]
name = "Acme"
[product]
name = "Box"
kind = "software"
[release]
version = "1.0"
sbom = "sbom.json"
"#;

fn page() -> Value {
    let cve = |id: &str, status: &str, nodes: Value| {
        json!({"cve": {
            "id": id, "sourceIdentifier": "nvd@nist.gov", "vulnStatus": status,
            "published": "2026-01-02T03:04:05.678", "lastModified": "2026-01-03T03:04:05.678",
            "descriptions": [{"lang": "en", "value": "A buffer is read past its end."}],
            "metrics": {"cvssMetricV31": [{"source": "nvd@nist.gov", "type": "Primary",
                "cvssData": {"version": "3.1", "vectorString": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}}]},
            "configurations": [{"operator": "AND", "nodes": nodes}],
        }})
    };
    let node = |vulnerable: bool, criteria: &str, before: Option<&str>| {
        let mut one = json!({"vulnerable": vulnerable, "criteria": criteria, "matchCriteriaId": "x"});
        if let Some(before) = before {
            one["versionEndExcluding"] = json!(before);
        }
        json!({"operator": "OR", "negate": false, "cpeMatch": [one]})
    };
    let tls = node(true, "cpe:2.3:a:arm:mbed_tls:*:*:*:*:*:*:*:*", Some("2.28.8"));
    let app = node(true, "cpe:2.3:a:acme:agent:*:*:*:*:*:*:*:*", Some("3.0"));
    let windows = node(false, "cpe:2.3:o:microsoft:windows:-:*:*:*:*:*:*:*", None);
    let linux = node(false, "cpe:2.3:o:linux:linux_kernel:-:*:*:*:*:*:*:*", None);
    json!({
        "resultsPerPage": 4, "startIndex": 0, "totalResults": 4, "format": "NVD_CVE", "version": "2.0",
        "timestamp": "2026-01-04T00:00:00.000",
        "vulnerabilities": [
            cve("CVE-2026-0001", "Analyzed", json!([tls])),
            cve("CVE-2026-0002", "Analyzed", json!([app, windows])),
            cve("CVE-2026-0003", "Modified", json!([app, linux])),
            cve("CVE-2026-0004", "Rejected", json!([tls])),
        ],
    })
}

fn sbom() -> Value {
    let part = |name: &str, version: &str, cpe: &str| {
        let mut part = json!({"type": "library", "bom-ref": name, "name": name, "version": version});
        if !cpe.is_empty() {
            part["cpe"] = json!(cpe);
        }
        part
    };
    json!({
        "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "metadata": {"component": {"type": "firmware", "bom-ref": "box", "name": "Box", "version": "1.0"}},
        "components": [
            part("tls", "2.28.3", "cpe:2.3:a:arm:mbed_tls:2.28.3:*:*:*:*:*:*:*"),
            part("other tls", "2.28.3", "cpe:2.3:a:acme:mbed_tls:2.28.3:*:*:*:*:*:*:*"),
            part("agent", "2.9", "cpe:/a:acme:agent:2.9"),
            part("linux", "6.1.20", "cpe:/o:linux:linux_kernel:6.1.20"),
            part("Mbed TLS", "2.28.7", ""),
            part("new tls", "2.28.8", "cpe:/a:arm:mbed_tls:2.28.8"),
        ],
        "dependencies": [{"ref": "box", "dependsOn": ["tls", "other tls", "agent", "linux", "Mbed TLS", "new tls"]}],
    })
}

#[test]
fn parts_named_by_cpe_are_found_with_rule_and_confidence() {
    let house = House::new();
    house.write("product/proofmark.toml", DOSSIER);
    house.write("product/sbom.json", sbom().to_string());
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(page().to_string().as_bytes()).unwrap();
    let feed = house.write("nvdcve-2.0-2026.json.gz", packed.finish().unwrap());
    let status = house.run(&["db", "import", text(&feed), "--format", "json"]).ends(0).json();
    assert!(status.to_string().contains("\"CPE\""), "{status}");

    let assessment = house.assess(&house.path("product"), &["--format", "json"]).json();
    let by = |finding: &Value| {
        let matched = &finding["vulnerability"]["matched_by"][0];
        let word = |key: &str| matched[key].as_str().unwrap_or_default().to_owned();
        format!(
            "{} {} {} {} {}",
            finding["component"].as_str().unwrap(),
            finding["vulnerability"]["id"].as_str().unwrap(),
            word("rule"),
            word("confidence"),
            word("source")
        )
    };
    let mut found: Vec<String> = assessment["findings"].as_array().unwrap().iter().map(by).collect();
    found.sort();
    assert_eq!(
        found,
        [
            "Mbed TLS@2.28.7 CVE-2026-0001 name-version weak NVD",
            "agent@2.9 CVE-2026-0003 cpe-range likely NVD",
            "tls@2.28.3 CVE-2026-0001 cpe-range likely NVD",
        ]
    );
    let unchecked: Vec<(&str, &str)> = assessment["unchecked"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["component"].as_str().unwrap(), one["because"]["id"].as_str().unwrap()))
        .collect();
    assert_eq!(
        unchecked,
        [
            ("other tls@2.28.3", "cpe-product-unknown"),
            ("agent@2.9", "cpe-needs-platform"),
            ("linux@6.1.20", "cpe-product-unknown"),
            ("Mbed TLS@2.28.7", "vulndb-no-purl"),
        ]
    );
    let shown = house.assess(&house.path("product"), &[]);
    shown.shows("likely: found by its CPE name");
    shown.shows("weak: only the name is the same");

    // Parts without a package URL are decided on by the name and version the list has for them.
    let decided = |version: &str| {
        format!(
            "{DOSSIER}[[vulnerability_decisions]]\nvulnerability = \"CVE-2026-0001\"\nname = \"tls\"\n{version}\
             status = \"not_affected\"\njustification = \"vulnerable_code_not_present\"\n\
             because = \"Built without it.\"\ndecided_by = \"Erika Mustermann\"\n"
        )
    };
    house.write("product/proofmark.toml", decided("version = \"2.28.3\"\n"));
    let assessment = house.assess(&house.path("product"), &["--format", "json"]).json();
    let of = |component: &str| {
        let findings = assessment["findings"].as_array().unwrap();
        let finding = findings.iter().find(|finding| finding["component"] == component).unwrap();
        finding["decision"]["status"].as_str().map(str::to_owned)
    };
    assert_eq!((of("tls@2.28.3").as_deref(), of("Mbed TLS@2.28.7")), (Some("not_affected"), None));
    let blocked = assessment["gate"]["blocked_by"].to_string();
    assert!(blocked.contains("agent@2.9") && !blocked.contains("\"tls@2.28.3\""), "{blocked}");
    house.write("product/proofmark.toml", decided(""));
    house.assess(&house.path("product"), &[]).tells("the SBOM calls what it may mean `tls@2.28.3`");
}

#[test]
fn the_chip_the_dossier_states_is_the_hardware_a_record_asks_for() {
    let node = |vulnerable: bool, criteria: &str| json!({"operator": "OR", "cpeMatch": [{"vulnerable": vulnerable, "criteria": criteria, "matchCriteriaId": "x"}]});
    let nodes = [
        node(true, "cpe:2.3:o:acme:modem_firmware:2.0:*:*:*:*:*:*:*"),
        node(false, "cpe:2.3:h:qualcomm:sdx55:-:*:*:*:*:*:*:*"),
    ];
    let page = json!({
        "resultsPerPage": 1, "startIndex": 0, "totalResults": 1, "format": "NVD_CVE", "version": "2.0",
        "timestamp": "2026-01-04T00:00:00.000",
        "vulnerabilities": [{"cve": {
            "id": "CVE-2026-0005", "vulnStatus": "Analyzed", "published": "2026-01-02T03:04:05.678",
            "lastModified": "2026-01-03T03:04:05.678", "descriptions": [{"lang": "en", "value": "On some modems."}],
            "configurations": [{"operator": "AND", "nodes": nodes}],
        }}],
    });
    let sbom = json!({
        "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "metadata": {"component": {"type": "firmware", "bom-ref": "box", "name": "Box", "version": "1.0"}},
        "components": [{"type": "firmware", "bom-ref": "modem", "name": "modem", "version": "2.0",
            "cpe": "cpe:2.3:o:acme:modem_firmware:2.0:*:*:*:*:*:*:*"}],
        "dependencies": [{"ref": "box", "dependsOn": ["modem"]}],
    });
    let house = House::new();
    house.write("product/sbom.json", sbom.to_string());
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(page.to_string().as_bytes()).unwrap();
    let feed = house.write("nvdcve-2.0-2026.json.gz", packed.finish().unwrap());
    house.run(&["db", "import", text(&feed), "--format", "json"]).ends(0);
    let on = |soc: &str| {
        house.write("product/proofmark.toml", format!("{DOSSIER}{soc}"));
        let shown = house.assess(&house.path("product"), &["--all"]).ends(1);
        (house.assess(&house.path("product"), &["--format", "json"]).json(), shown)
    };
    let (assessment, shown) = on("soc = \"Qualcomm SDX55\"\n");
    assert_eq!(assessment["findings"][0]["vulnerability"]["matched_by"][0]["beside"], "Qualcomm SDX55");
    shown.shows("only on certain hardware: on `Qualcomm SDX55`, the system on a chip the dossier states");
    // Another chip closes nothing: the component stays unchecked, and the gate closed.
    let (assessment, shown) = on("soc = \"Qualcomm SDX65\"\n");
    assert_eq!(assessment["findings"], json!([]));
    assert_eq!(assessment["unchecked"][0]["because"]["id"], "embedded-soc-other");
    shown.shows(
        "The dossier states the system on a chip `Qualcomm SDX65`, which by that name is none of these.",
    );
    let (assessment, _) = on("");
    assert_eq!(assessment["unchecked"][0]["because"]["id"], "cpe-needs-platform");
}
