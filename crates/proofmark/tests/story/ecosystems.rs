//! A product made of packages of every ecosystem: what is affected is found, what is not stays silent, and what cannot
//! be compared is said, each by the order of its own ecosystem.

use serde_json::{Value, json};

use crate::house::House;

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

/// Ecosystem, package and the version it is fixed in; a package URL before that version, one at or after it, and
/// one that cannot be compared.
const PACKAGES: [(&str, &str, &str, [&str; 3]); 14] = [
    (
        "Maven",
        "org.apache.logging.log4j:log4j-core",
        "2.15.0",
        [
            "pkg:maven/org.apache.logging.log4j/log4j-core@2.15.0-rc1",
            "pkg:maven/org.apache.logging.log4j/log4j-core@2.15.0.Final",
            "pkg:maven/org.apache.logging.log4j/log4j-core@LATEST",
        ],
    ),
    (
        "NuGet",
        "Newtonsoft.Json",
        "13.0.1",
        [
            "pkg:nuget/Newtonsoft.Json@13.0.1-BETA2",
            "pkg:nuget/Newtonsoft.Json@13.0.1.0",
            "pkg:nuget/Newtonsoft.Json@13.*",
        ],
    ),
    (
        "RubyGems",
        "nokogiri",
        "1.13.9",
        ["pkg:gem/nokogiri@1.13.9.rc1", "pkg:gem/nokogiri@1.13.10", "pkg:gem/nokogiri@main"],
    ),
    (
        "Packagist",
        "symfony/http-kernel",
        "5.4.20",
        [
            "pkg:composer/symfony/http-kernel@v5.4.20-RC1",
            "pkg:composer/symfony/http-kernel@5.4.20-p1",
            "pkg:composer/symfony/http-kernel@dev-main",
        ],
    ),
    (
        "Alpine:v3.18",
        "openssl",
        "3.1.1-r1",
        [
            "pkg:apk/alpine/libssl3@3.1.1-r0?distro=alpine-3.18&upstream=openssl",
            "pkg:apk/alpine/libssl3@3.1.1_p1-r0?distro=alpine-3.18&upstream=openssl",
            "pkg:apk/alpine/libssl3@3.1.1-beta1?distro=alpine-3.18&upstream=openssl",
        ],
    ),
    (
        "Wolfi",
        "curl",
        "8.4.0-r0",
        ["pkg:apk/wolfi/curl@8.3.0-r2", "pkg:apk/wolfi/curl@8.10.1-r0", "pkg:apk/wolfi/curl@8.x"],
    ),
    ("Pub", "http", "0.13.3", ["pkg:pub/http@0.13.2%2B1", "pkg:pub/http@0.13.3%2B1", "pkg:pub/http@any"]),
    (
        "CRAN",
        "commonmark",
        "1.8-1",
        ["pkg:cran/commonmark@1.8.0", "pkg:cran/commonmark@1.8.1", "pkg:cran/commonmark@1.8-rc1"],
    ),
    (
        "Hackage",
        "aeson",
        "2.0.1.0",
        ["pkg:hackage/aeson@2.0.1", "pkg:hackage/aeson@2.0.10", "pkg:hackage/aeson@HEAD"],
    ),
    (
        "ConanCenter",
        "openssl",
        "1.1.1l",
        ["pkg:conan/openssl@1.1.1k", "pkg:conan/openssl@1.1.1w", "pkg:conan/openssl@1.1.10"],
    ),
    (
        "Julia",
        "Zlib_jll",
        "1.2.13+1",
        ["pkg:julia/Zlib_jll@1.2.13%2B0", "pkg:julia/Zlib_jll@1.2.13%2B2", "pkg:julia/Zlib_jll@main"],
    ),
    (
        "opam",
        "cohttp",
        "5.3.0",
        ["pkg:opam/cohttp@5.3.0~beta1", "pkg:opam/cohttp@5.10", "pkg:opam/cohttp@5:3"],
    ),
    (
        "GitHub Actions",
        "tj-actions/changed-files",
        "46.0.1",
        [
            "pkg:githubactions/tj-actions/changed-files@v45",
            "pkg:githubactions/tj-actions/changed-files@v47",
            "pkg:githubactions/tj-actions/changed-files@v46",
        ],
    ),
    (
        "Bioconductor",
        "limma",
        "3.60.2",
        ["pkg:bioconductor/limma@3.60.1", "pkg:bioconductor/limma@3.60.10", "pkg:bioconductor/limma@devel"],
    ),
];

#[test]
fn every_ecosystem_is_decided_by_its_own_order() {
    let house = House::new();
    house.write("product/proofmark.toml", DOSSIER);
    let mut purls: Vec<&str> = Vec::new();
    for (number, (ecosystem, name, fixed, of_package)) in PACKAGES.iter().enumerate() {
        let id = format!("CVE-2026-{}", 1000 + number);
        let advisory = json!({
            "schema_version": "1.6.7", "id": id, "modified": "2026-01-01T00:00:00Z",
            "affected": [{
                "package": {"ecosystem": ecosystem, "name": name},
                "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": fixed}]}],
            }],
        });
        house.write(&format!("product/advisories/{id}.json"), advisory.to_string());
        purls.extend(of_package);
    }
    house.write("product/sbom.json", sbom(&purls).to_string());

    let assessment = house.assess(&house.path("product"), &["--format", "json"]).json();
    let of = |list: &str| -> Vec<String> {
        let named = |one: &Value| one["component"].as_str().unwrap_or_default().to_owned();
        assessment[list].as_array().unwrap().iter().map(named).collect()
    };
    let (findings, unchecked) = (of("findings"), of("unchecked"));
    for (ecosystem, _, fixed, [before, after, open]) in PACKAGES {
        let finding = findings.iter().position(|found| same(found, before));
        let finding = finding.unwrap_or_else(|| panic!("{ecosystem}: {before} is not found in {findings:?}"));
        let vulnerability = &assessment["findings"][finding]["vulnerability"];
        assert_eq!(vulnerability["fixed_in"], json!([fixed]), "{ecosystem}");
        assert_eq!(vulnerability["matched_by"][0]["range"], format!("< {fixed}"), "{ecosystem}");
        assert!(!findings.iter().chain(&unchecked).any(|found| same(found, after)), "{ecosystem}: {after}");
        assert!(unchecked.iter().any(|found| same(found, open)), "{ecosystem}: {open} not in {unchecked:?}");
    }
    assert_eq!((findings.len(), unchecked.len()), (PACKAGES.len(), PACKAGES.len()));
}

/// Package URLs are the same whatever is percent-encoded in them.
fn same(left: &str, right: &str) -> bool {
    let plain =
        |purl: &str| purl.replace("%2B", "+").replace("%3A", ":").replace("%2A", "*").replace("%7E", "~");
    plain(left) == plain(right)
}

fn sbom(purls: &[&str]) -> Value {
    let component = |purl: &&str| {
        let name = purl.split('@').next().unwrap_or_default();
        json!({"type": "library", "bom-ref": purl, "name": name, "purl": purl})
    };
    let components: Vec<Value> = purls.iter().map(component).collect();
    json!({
        "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "metadata": {"component": {"type": "application", "bom-ref": "thing", "name": "Thing", "version": "1.0"}},
        "components": components,
        "dependencies": [{"ref": "thing", "dependsOn": purls}],
    })
}
