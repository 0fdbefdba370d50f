//! A package may have several package URLs: each is a component, so that it is looked for.

use proofmark_facts::Sbom;
use proofmark_formats::{Limits, read_component_list};
use serde_json::{Value, json};

fn read(name: &str, document: &str) -> Sbom {
    let read = read_component_list(name, document.as_bytes(), &Limits::default());
    read.value.unwrap_or_else(|| panic!("{:?}", read.problems)).sbom
}

/// Each component by name, version and package URL; whether it is the makers' own.
fn listed(sbom: &Sbom) -> Vec<String> {
    let says = |component: &proofmark_facts::Component| {
        let purl = component.purl.as_ref().map_or_else(String::new, ToString::to_string);
        let own = if component.own { " own" } else { "" };
        format!("{} {} {purl}{own}", component.name, component.version.as_deref().unwrap_or("-"))
    };
    sbom.components.iter().map(says).collect()
}

fn reference(kind: &str, locator: &str) -> Value {
    json!({"referenceCategory": "PACKAGE-MANAGER", "referenceType": kind, "referenceLocator": locator})
}

const EACH: [&str; 6] = [
    "app 1 pkg:generic/app@1 own",
    "rails 7.0.0 pkg:gem/rails@7.0.0",
    "zlib 1.2 ",
    "app 1 pkg:oci/app@1 own",
    "rails 7.0.0 pkg:npm/lodash@4.17.20",
    "rails 7.0.0 pkg:npm/left-pad@1.0.0",
];

#[test]
fn every_package_url_of_an_spdx_package_is_a_component_in_the_same_places() {
    let document = json!({
        "spdxVersion": "SPDX-2.3", "SPDXID": "SPDXRef-DOCUMENT", "name": "app", "documentNamespace": "https://example.com/app",
        "packages": [
            {"SPDXID": "SPDXRef-app", "name": "app", "versionInfo": "1", "externalRefs": [
                reference("purl", "pkg:generic/app@1"), reference("purl", "pkg:oci/app@1")]},
            {"SPDXID": "SPDXRef-rails", "name": "rails", "versionInfo": "7.0.0", "externalRefs": [
                reference("purl", "pkg:gem/rails@7.0.0"),
                reference("cpe23Type", "cpe:2.3:a:rubyonrails:rails:7.0.0:*:*:*:*:*:*:*"),
                reference("purl", "pkg:npm/lodash@4.17.20"),
                reference("purl", "pkg:npm/lodash@4.17.20"),
                reference("http://spdx.org/rdf/references/purl", "pkg:npm/left-pad@1.0.0")]},
            {"SPDXID": "SPDXRef-zlib", "name": "zlib", "versionInfo": "1.2"},
        ],
        "relationships": [
            {"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": "SPDXRef-app"},
            {"spdxElementId": "SPDXRef-app", "relationshipType": "CONTAINS", "relatedSpdxElement": "SPDXRef-rails"},
            {"spdxElementId": "SPDXRef-rails", "relationshipType": "DEPENDS_ON", "relatedSpdxElement": "SPDXRef-zlib"},
        ],
    });
    let sbom = read("sbom.spdx.json", &document.to_string());
    assert_eq!(listed(&sbom), EACH);
    assert_eq!(sbom.dependencies, [(0, 1), (0, 4), (0, 5), (1, 2)]);
    // What it is found by otherwise is asked once.
    assert!(sbom.components[1].cpe.is_some());
    assert!(sbom.components[4].cpe.is_none());
}

#[test]
fn the_tag_value_form_says_the_same() {
    let document = "SPDXVersion: SPDX-2.3\nDocumentName: app\nSPDXID: SPDXRef-DOCUMENT\n\
        PackageName: app\nSPDXID: SPDXRef-app\nPackageVersion: 1\n\
        ExternalRef: PACKAGE-MANAGER purl pkg:generic/app@1\nExternalRef: PACKAGE-MANAGER purl pkg:oci/app@1\n\
        PackageName: rails\nSPDXID: SPDXRef-rails\nPackageVersion: 7.0.0\n\
        ExternalRef: PACKAGE-MANAGER purl pkg:gem/rails@7.0.0\nExternalRef: PACKAGE-MANAGER purl pkg:npm/lodash@4.17.20\n\
        ExternalRef: PACKAGE-MANAGER purl pkg:npm/left-pad@1.0.0\n\
        PackageName: zlib\nSPDXID: SPDXRef-zlib\nPackageVersion: 1.2\n\
        Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-app\nRelationship: SPDXRef-app CONTAINS SPDXRef-rails\n";
    let sbom = read("sbom.spdx", document);
    assert_eq!(listed(&sbom), EACH);
    assert_eq!(sbom.dependencies, [(0, 1), (0, 4), (0, 5)]);
}

#[test]
fn so_does_a_graph_of_spdx_3() {
    let named = |purl: &str| json!({"type": "ExternalIdentifier", "externalIdentifierType": "packageUrl", "identifier": purl});
    let package = |name: &str, version: &str, purls: &[&str]| {
        let mut package = json!({"type": "software_Package", "spdxId": format!("https://example.com/{name}"), "name": name,
            "software_packageVersion": version});
        if let Some((first, more)) = purls.split_first() {
            package["software_packageUrl"] = json!(first);
            package["externalIdentifier"] = purls.iter().chain(more).map(|purl| named(purl)).collect();
        }
        package
    };
    let document = json!({"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
        {"type": "CreationInfo", "@id": "_:made", "specVersion": "3.0.1", "created": "2026-01-01T00:00:00Z"},
        {"type": "SpdxDocument", "spdxId": "https://example.com/document", "rootElement": ["https://example.com/app"]},
        package("app", "1", &["pkg:generic/app@1", "pkg:oci/app@1"]),
        package("rails", "7.0.0", &["pkg:gem/rails@7.0.0", "pkg:npm/lodash@4.17.20", "pkg:npm/left-pad@1.0.0"]),
        package("zlib", "1.2", &[]),
    ]});
    assert_eq!(listed(&read("sbom.spdx.json", &document.to_string())), EACH);
}

#[test]
fn a_package_url_that_is_none_does_not_hide_the_next() {
    let document = json!({"spdxVersion": "SPDX-2.3", "packages": [{"SPDXID": "SPDXRef-x", "name": "x", "versionInfo": "1",
        "externalRefs": [reference("purl", "no package URL"), reference("purl", "pkg:npm/x@1")]}]});
    assert_eq!(listed(&read("sbom.spdx.json", &document.to_string())), ["x 1 pkg:npm/x@1"]);
}

#[test]
fn a_list_that_names_nothing_says_so() {
    let said = |document: Value| {
        let read = read_component_list("sbom.json", document.to_string().as_bytes(), &Limits::default());
        assert!(read.value.is_some(), "{:?}", read.problems);
        read.problems.iter().map(|problem| problem.says.id().to_owned()).collect::<Vec<_>>()
    };
    let cyclonedx = |components: Value| {
        json!({"bomFormat": "CycloneDX", "specVersion": "1.6", "components": components,
            "metadata": {"component": {"type": "application", "name": "app"}}})
    };
    assert_eq!(said(cyclonedx(Value::Null)), ["formats-names-nothing"]);
    assert_eq!(said(cyclonedx(json!([]))), ["formats-names-nothing"]);
    assert_eq!(said(json!({"bomFormat": "CycloneDX", "specVersion": "1.6"})), ["formats-names-nothing"]);
    assert_eq!(said(json!({"spdxVersion": "SPDX-2.3"})), ["formats-names-nothing"]);
    assert!(said(cyclonedx(json!([{"type": "library", "name": "x"}]))).is_empty());
}

#[test]
fn what_buildroot_checked_of_its_packages_is_no_list_and_says_where_it_goes() {
    let stats = json!({"packages": {"busybox": {"name": "busybox", "cves": []}}, "stats": {"packages": 1}, "date": "2026-01-01"});
    let read = read_component_list("pkg-stats.json", stats.to_string().as_bytes(), &Limits::default());
    assert_eq!(
        read.problems.iter().map(|problem| problem.says.id()).collect::<Vec<_>>(),
        ["embedded-not-a-list"]
    );
}
