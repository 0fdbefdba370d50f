use proofmark_facts::{
    Advisory, AffectedProduct, ClaimState, Read, VersionClaim, VersionStatus, VersionUntil, Weight,
};
use proptest::prelude::*;

use super::{CsafDocument, read_csaf};
use crate::Limits;

const VEX: &str = include_str!("../../../../fuzz/seeds/csaf/vex.json");
const ADVISORY: &str = include_str!("../../../../fuzz/seeds/csaf/advisory_2_1.json");
const WITHDRAWN: &str = include_str!("../../../../fuzz/seeds/csaf/withdrawn.json");

fn read(json: &str) -> Read<CsafDocument> {
    read_csaf(json.as_bytes(), &Limits::default())
}

fn document(json: &str) -> CsafDocument {
    let read = read(json);
    assert!(read.problems.iter().all(|problem| problem.weight != Weight::Error), "{:?}", read.problems);
    read.value.unwrap()
}

/// What is said of a product, one line a claim.
fn said(advisory: &Advisory, of: &str) -> Vec<String> {
    let is_of =
        |product: &&AffectedProduct| product.purl.as_deref().or(product.product.as_deref()) == Some(of);
    let product = advisory.products.iter().find(is_of);
    let product = product.unwrap_or_else(|| panic!("{of}: {:?}", advisory.products));
    product.versions.iter().map(words).collect()
}

fn words(claim: &VersionClaim) -> String {
    let status = match claim.status {
        VersionStatus::Affected => "affected",
        VersionStatus::Unaffected => "not affected",
        VersionStatus::Unknown => "unknown",
    };
    match &claim.until {
        VersionUntil::Only => format!("{status}: {}", claim.version),
        VersionUntil::LessThan(end) => format!("{status}: {} to before {end}", claim.version),
        VersionUntil::LessThanOrEqual(end) => format!("{status}: {} to {end}", claim.version),
    }
}

#[test]
fn a_document_that_is_not_for_everybody_says_so_in_every_claim() {
    for (distribution, mark) in [
        (r#""distribution": {"tlp": {"label": "AMBER"}}"#, Some("TLP:AMBER")),
        (r#""distribution": {"tlp": {"label": "AMBER+STRICT"}}"#, Some("TLP:AMBER+STRICT")),
        (r#""distribution": {"text": "x", "tlp": {"label": "red", "url": "https://x"}}"#, Some("TLP:RED")),
        (r#""distribution": {"tlp": {"label": "GREEN"}}"#, Some("TLP:GREEN")),
        (r#""distribution": {"tlp": {"label": "PURPLE"}}"#, Some("TLP:PURPLE")),
        (r#""distribution": {"tlp": {"label": "WHITE"}}"#, None),
        (r#""distribution": {"tlp": {"label": "CLEAR"}}"#, None),
        (r#""distribution": {"text": "x"}"#, None),
    ] {
        for seed in [VEX, ADVISORY, WITHDRAWN] {
            let mut written: serde_json::Value = serde_json::from_str(seed).unwrap();
            let members: serde_json::Value = serde_json::from_str(&format!("{{{distribution}}}")).unwrap();
            written["document"]["distribution"] = members["distribution"].clone();
            let document = document(&written.to_string());
            assert!(!document.advisories.is_empty());
            for claim in document.advisories.iter().flat_map(|advisory| &advisory.claims) {
                let found: Vec<&str> =
                    claim.tags.iter().map(String::as_str).filter(|tag| tag.starts_with("TLP:")).collect();
                assert_eq!(found, mark.into_iter().collect::<Vec<_>>(), "{distribution}");
            }
        }
    }
}

#[test]
fn a_distributions_document_says_per_release_where_its_packages_are_mended() {
    let document = document(VEX);
    assert_eq!(
        (document.id.as_str(), document.source.as_str()),
        ("CVE-2026-1000", "Red Lamp (lamp.example)")
    );
    let [advisory] = document.advisories.as_slice() else { panic!("{document:?}") };
    assert_eq!((advisory.id.as_str(), advisory.upstream.len()), ("CVE-2026-1000", 0));
    assert_eq!(advisory.published_at.unwrap().to_string(), "2026-02-03T04:05:06Z");
    assert_eq!(advisory.modified_at, document.released_at);
    assert_eq!(advisory.severities[0].vector, "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H");
    assert_eq!(advisory.claims[0].weaknesses, ["CWE-122"]);
    assert_eq!(advisory.claims[0].tags, ["vulnerable_code_not_present", "vendor_fix"]);
    assert_eq!(advisory.summary.as_deref(), Some("curl: a flaw"));

    // Of the release, whatever the architecture; the epoch is put back.
    assert_eq!(
        said(advisory, "pkg:rpm/redhat/curl?distro=rhel-9"),
        ["not affected: 1:7.76.1-29.el9_4 to before *", "affected: *"]
    );
    // Two streams of modules: each from where it begins.
    assert_eq!(
        said(advisory, "pkg:rpm/redhat/nodejs?distro=rhel-8"),
        [
            "affected: 1:18 to before 1:18.19.1-1.module+el8",
            "affected: 1:20 to before 1:20.11.1-1.module+el8",
            "not affected: 1:18.19.1-1.module+el8 to before *",
            "not affected: 1:20.11.1-1.module+el8 to before *",
        ]
    );
    // Not mended yet: every version. Not affected: a claim, and no more.
    assert_eq!(said(advisory, "pkg:rpm/redhat/curl?distro=rhel-8"), ["affected: *"]);
    assert_eq!(said(advisory, "pkg:rpm/redhat/rust?distro=rhel-9"), ["not affected: *"]);
    // Extended support is mended in versions of its own, and no release is guessed.
    assert_eq!(
        said(advisory, "pkg:rpm/redhat/curl"),
        ["not affected: 1:7.76.1-19.el9_2.4 to before *", "affected: *"]
    );
}

#[test]
fn a_vendors_advisory_names_versions_and_ranges_of_its_own() {
    let document = document(ADVISORY);
    let ids: Vec<&str> = document.advisories.iter().map(|advisory| advisory.id.as_str()).collect();
    assert_eq!(ids, ["ACME-2026-01:CVE-2026-2000", "ACME-2026-01:ACME-BUG-7", "ACME-2026-01:3"]);
    let [first, second, third] = document.advisories.as_slice() else { panic!() };
    assert_eq!(first.upstream, ["CVE-2026-2000"]);
    assert_eq!(said(first, "pkg:npm/lamp"), ["not affected: 2.1.0", "affected: 1.0.0 to before 2.0.0"]);
    assert_eq!(said(first, "Lamp OS"), ["affected: <V4.00"]);
    assert_eq!(first.products[1].cpes, ["cpe:2.3:o:acme:lamp_os:*:*:*:*:*:*:*:*"]);
    assert_eq!(first.products[1].vendor.as_deref(), Some("Acme"));
    let exploited = first.claims[0].exploited.as_ref().unwrap();
    assert_eq!(exploited.since.unwrap().to_string(), "2026-01-22");
    assert_eq!(first.severities[0].scheme, "CVSS_V4");
    // One version is fixed and none called affected: it is what is before it. A path leads to its component.
    assert_eq!(
        said(second, "pkg:npm/lamp"),
        ["not affected: 2.1.0", "not affected: 2.1.0 to before *", "affected: *"]
    );
    assert_eq!(said(third, "pkg:npm/lamp"), ["unknown: 2.1.0"]);
    assert!(
        document.advisories.iter().all(|advisory| advisory.claims[0].tags.contains(&"interim".to_owned()))
    );
}

#[test]
fn files_are_known_by_their_digests_and_only_the_affected_ones_are_called_so() {
    let sha256 = "AB".repeat(32);
    let json = format!(
        r#"{{"document": {{"csaf_version": "2.0", "publisher": {{"name": "Acme"}}, "tracking": {{"id": "A-1"}}}},
        "product_tree": {{"full_product_names": [
          {{"product_id": "bad", "name": "Box", "product_identification_helper": {{"cpe": "cpe:2.3:o:acme:box_firmware:1.0:*:*:*:*:*:*:*", "hashes": [
            {{"filename": "box.bin", "file_hashes": [{{"algorithm": "sha256", "value": "{sha256}"}}, {{"algorithm": "crc", "value": "00"}}, {{"algorithm": "sha512", "value": "00"}}]}}]}}}},
          {{"product_id": "good", "name": "Box", "product_identification_helper": {{"hashes": [
            {{"filename": "box.bin", "file_hashes": [{{"algorithm": "sha256", "value": "{}"}}]}}]}}}}]}},
        "vulnerabilities": [{{"cve": "CVE-2026-1", "product_status": {{"known_affected": ["bad"], "fixed": ["good"]}}}}]}}"#,
        "cd".repeat(32)
    );
    let document = document(&json);
    let products = &document.advisories[0].products;
    let named: Vec<_> = products.iter().flat_map(|product| &product.digests).collect();
    assert_eq!(named, [&("SHA-256".to_owned(), sha256.to_ascii_lowercase())]);
    let bad = products.iter().find(|product| !product.digests.is_empty()).unwrap();
    assert_eq!(bad.cpes, ["cpe:2.3:o:acme:box_firmware:1.0:*:*:*:*:*:*:*"]);
}

#[test]
fn a_document_that_was_taken_back_says_only_that() {
    let document = document(WITHDRAWN);
    let [advisory] = document.advisories.as_slice() else { panic!("{document:?}") };
    assert_eq!((advisory.id.as_str(), advisory.state), ("ACME-2026-02", ClaimState::Withdrawn));
    assert_eq!(advisory.withdrawn_at.unwrap().to_string(), "2026-03-01T00:00:00Z");
}

#[test]
fn what_is_no_document_or_not_a_whole_one_is_told_with_its_place() {
    let told = |json: &str| -> Vec<String> {
        read(json)
            .problems
            .iter()
            .map(|it| format!("{} {}", it.place.path.as_deref().unwrap_or_default(), it.says.id()))
            .collect()
    };
    assert_eq!(
        told(r#"{"document": {}}"#),
        [
            "/document/csaf_version csaf-version",
            "/document/tracking/id csaf-without-id",
            "/document/publisher/name csaf-without-publisher"
        ]
    );
    let unknown = VEX.replacen("\"AppStream-9:curl.x86\"]", "\"AppStream-9:curl.x86\", \"nobody\"]", 1);
    assert_eq!(told(&unknown), ["/vulnerabilities/0/product_status/fixed/2 csaf-product-unknown"]);
    assert!(read(&VEX[..VEX.len() / 2]).value.is_none());
    let deep = format!(r#"{{"product_tree": {{"branches": {}"#, r#"[{"branches": "#.repeat(60));
    assert_eq!(told(&deep), [" formats-too-deep"]);
}

#[test]
fn a_tree_that_goes_round_in_a_circle_comes_to_an_end() {
    let circle = r#"{"document": {"csaf_version": "2.0", "publisher": {"name": "a"}, "tracking": {"id": "b"}},
      "product_tree": {"relationships": [
        {"full_product_name": {"product_id": "x"}, "product_reference": "y", "relates_to_product_reference": "y"},
        {"full_product_name": {"product_id": "y"}, "product_reference": "x", "relates_to_product_reference": "x"}]},
      "vulnerabilities": [{"product_status": {"known_affected": ["x"]}}]}"#;
    assert_eq!(read(circle).problems[0].says.id(), "csaf-product-unknown");
}

proptest! {
    /// Whatever is changed in a document, there is an answer, and the same one twice.
    #[test]
    fn a_document_changed_anywhere_is_answered(
        place in 0..VEX.len(), with in any::<u8>(), whole in any::<bool>()
    ) {
        let mut bytes = if whole { VEX } else { ADVISORY }.as_bytes().to_vec();
        let place = place % bytes.len();
        bytes[place] = with;
        let limits = Limits::default();
        prop_assert_eq!(read_csaf(&bytes, &limits).value, read_csaf(&bytes, &limits).value);
    }
}
