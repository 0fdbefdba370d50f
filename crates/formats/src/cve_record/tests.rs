use jiff::civil::date;
use proofmark_facts::{
    Advisory, ClaimState, Exploitation, Read, SsvcDecision, TechnicalImpact, VersionStatus, VersionUntil,
};

use super::read_cve_record;
use crate::Limits;

/// A record with everything a published one may hold: the authority's word, CISA's, and a container that only adds
/// references.
const PUBLISHED: &str = r#"{
  "dataType": "CVE_RECORD", "dataVersion": "5.2", "future": {"a": [1]},
  "cveMetadata": {"cveId": "CVE-2026-10001", "state": "PUBLISHED", "assignerOrgId": "x", "assignerShortName": "acme",
    "dateReserved": "2026-01-01T00:00:00.000Z", "datePublished": "2026-02-03T04:05:06.789Z", "dateUpdated": "2026-03-04T05:06:07"},
  "containers": {
    "cna": {
      "providerMetadata": {"orgId": "x", "shortName": "acme", "dateUpdated": "2026-02-04T00:00:00.000Z"},
      "tags": ["unsupported-when-assigned", "x_disputed"],
      "descriptions": [{"lang": "de", "value": "Puffer"}, {"lang": "en-US", "value": "\nA buffer.\nMore."}],
      "affected": [
        {"vendor": "Acme", "product": "Gateway", "defaultStatus": "unaffected", "platforms": ["ARM"], "modules": ["web"],
         "programFiles": ["src/web.c"], "programRoutines": [{"name": "f"}], "repo": "https://example.org/g.git",
         "cpes": ["cpe:2.3:a:acme:gateway:*:*:*:*:*:*:*:*"],
         "versions": [{"version": "1.0", "status": "affected", "lessThan": "1.4", "versionType": "semver",
                       "changes": [{"at": "1.3.7", "status": "unaffected"}]},
                      {"version": "2.0", "status": "unknown"},
                      {"version": "3.0", "status": "affected", "lessThanOrEqual": "3.*", "versionType": "custom"}]},
        {"vendor": "n/a", "product": "pad", "collectionURL": "https://registry.npmjs.org", "packageName": "left-pad",
         "packageURL": "pkg:npm/left-pad", "versions": [{"version": "0", "status": "affected", "lessThan": "1.3.0"}]}],
      "problemTypes": [{"descriptions": [{"lang": "en", "cweId": "CWE-120", "type": "CWE", "description": "x"}, {"lang": "en", "description": "n/a"}]}],
      "references": [{"url": "https://example.org/a"}, {"name": "no address"}],
      "metrics": [{"format": "CVSS", "cvssV4_0": {"vectorString": "CVSS:4.0/AV:N", "baseScore": 7.8},
                   "cvssV3_1": {"vectorString": "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H", "baseSeverity": "HIGH"}},
                  {"other": {"type": "unknown", "content": "whatever"}}]},
    "adp": [
      {"providerMetadata": {"shortName": "CISA-ADP", "dateUpdated": "2026-02-05T00:00:00Z"}, "title": "CISA ADP Vulnrichment",
       "metrics": [
         {"other": {"type": "ssvc", "content": {"id": "CVE-2026-10001", "role": "CISA Coordinator", "version": "2.0.3",
            "timestamp": "2026-02-05T01:02:03.4Z", "options": [{"Exploitation": "active"}, {"Automatable": "yes"}, {"Technical Impact": "total"}]}}},
         {"other": {"type": "kev", "content": {"dateAdded": "2026-02-06", "reference": "https://example.org/kev"}}}],
       "problemTypes": [{"descriptions": [{"cweId": "CWE-787", "lang": "en", "type": "CWE"}]}]},
      {"providerMetadata": {"shortName": "CVE"}, "title": "CVE Program Container", "references": [{"url": "https://example.org/b"}]}]}}"#;

fn read(json: &str) -> Read<Advisory> {
    read_cve_record(json.as_bytes(), &Limits::default())
}

#[test]
fn what_authority_and_enricher_say_stays_apart() {
    let read = read(PUBLISHED);
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    let advisory = read.value.unwrap();
    assert_eq!((advisory.id.as_str(), advisory.state), ("CVE-2026-10001", ClaimState::Disputed));
    assert_eq!(advisory.summary.as_deref(), Some("A buffer."));
    assert_eq!(advisory.modified_at.unwrap().to_string(), "2026-03-04T05:06:07Z");
    assert_eq!(advisory.references, ["https://example.org/a"]);
    let [acme, cisa] = &advisory.claims[..] else { panic!("{:?}", advisory.claims) };
    assert_eq!((acme.source.as_str(), cisa.source.as_str()), ("acme", "CISA-ADP"));
    assert_eq!(acme.severities.len(), 2);
    assert_eq!(acme.severity_word.as_deref(), Some("HIGH"));
    assert_eq!(
        (&acme.weaknesses[..], &cisa.weaknesses[..]),
        (&["CWE-120".to_owned()][..], &["CWE-787".to_owned()][..])
    );
    assert_eq!(acme.tags, ["unsupported-when-assigned", "x_disputed"]);
    assert_eq!(acme.ssvc, None);
    let decided = SsvcDecision {
        exploitation: Some(Exploitation::Active),
        automatable: Some(true),
        technical_impact: Some(TechnicalImpact::Total),
        decided_on: Some(date(2026, 2, 5)),
    };
    assert_eq!(cisa.ssvc, Some(decided));
    let listed = cisa.exploited.as_ref().unwrap();
    assert_eq!((listed.list.as_str(), listed.since), ("CISA KEV", Some(date(2026, 2, 6))));
    assert_eq!(advisory.severities, acme.severities, "the authority's word on how bad it is goes first");
}

#[test]
fn products_are_kept_as_the_record_has_them() {
    let advisory = read(PUBLISHED).value.unwrap();
    let [gateway, pad] = &advisory.products[..] else { panic!("{:?}", advisory.products) };
    assert_eq!((gateway.vendor.as_deref(), gateway.product.as_deref()), (Some("Acme"), Some("Gateway")));
    assert_eq!((gateway.ecosystem.as_deref(), gateway.default_status), (None, VersionStatus::Unaffected));
    assert_eq!(
        (&gateway.program_files[..], &gateway.modules[..]),
        (&["src/web.c".to_owned()][..], &["web".to_owned()][..])
    );
    assert_eq!((gateway.platforms.len(), gateway.cpes.len()), (1, 1));
    let [first, unknown, last] = &gateway.versions[..] else { panic!("{gateway:?}") };
    assert_eq!(first.until, VersionUntil::LessThan("1.4".into()));
    assert_eq!(first.changes, [("1.3.7".to_owned(), VersionStatus::Unaffected)]);
    assert_eq!((unknown.status, &unknown.until), (VersionStatus::Unknown, &VersionUntil::Only));
    assert_eq!(last.until, VersionUntil::LessThanOrEqual("3.*".into()));
    assert_eq!((pad.vendor.as_deref(), pad.ecosystem.as_deref()), (None, Some("npm")));
    assert_eq!(
        (pad.package_name.as_deref(), pad.purl.as_deref()),
        (Some("left-pad"), Some("pkg:npm/left-pad"))
    );
    assert_eq!(pad.default_status, VersionStatus::Unknown);
}

#[test]
fn a_rejected_record_says_only_that() {
    let json = r#"{"dataType": "CVE_RECORD", "dataVersion": "5.1", "cveMetadata": {"cveId": "CVE-2026-10002", "state": "REJECTED",
        "assignerShortName": "mitre", "datePublished": "2026-01-01T00:00:00Z", "dateUpdated": "2026-05-06T00:00:00Z", "dateRejected": "2026-05-05T00:00:00Z"},
        "containers": {"cna": {"providerMetadata": {"shortName": "acme"}, "replacedBy": ["CVE-2026-10003"],
        "rejectedReasons": [{"lang": "en", "value": "Not a vulnerability."}],
        "metrics": [{"cvssV3_1": {"vectorString": "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H"}}]}}}"#;
    let advisory = read(json).value.unwrap();
    assert!(!advisory.stands());
    assert_eq!(advisory.withdrawn_at.unwrap().to_string(), "2026-05-05T00:00:00Z");
    assert_eq!(advisory.related, ["CVE-2026-10003"]);
    assert_eq!(advisory.summary.as_deref(), Some("Not a vulnerability."));
    let [claim] = &advisory.claims[..] else { panic!("{advisory:?}") };
    assert_eq!((claim.source.as_str(), claim.state), ("acme", ClaimState::Rejected));
    assert!(claim.severities.is_empty() && advisory.severities.is_empty());
    let undated = json.replace("date", "x");
    let advisory = read(&undated).value.unwrap();
    assert!(!advisory.stands(), "rejected it is, whatever the day");
}

#[test]
fn what_is_no_record_or_of_no_known_state_is_refused() {
    let says = |json: &str| {
        let read = read(json);
        assert_eq!(read.value, None, "{json}");
        let says: Vec<String> = read.problems.iter().map(|problem| problem.says.to_string()).collect();
        says.join("\n")
    };
    insta::assert_snapshot!(says("{}"), @r"
    this record has no CVE identifier that can be read (``)
    `` is no state of a CVE record: it is neither published nor rejected
    ");
    let reserved = r#"{"dataVersion": "6.0", "cveMetadata": {"cveId": "CVE-26-1", "state": "RESERVED", "dateUpdated": "soon"}}"#;
    insta::assert_snapshot!(says(reserved), @r"
    `6.0` is no version of the CVE record format known here
    this record has no CVE identifier that can be read (`CVE-26-1`)
    `soon` is not a date and time with a time zone
    `RESERVED` is no state of a CVE record: it is neither published nor rejected
    ");
}

#[test]
fn contents_of_any_shape_are_passed_over() {
    for content in [
        "null",
        "7",
        "[]",
        r#"{"options": 7}"#,
        r#"{"options": [7, {}, {"Exploitation": 7}]}"#,
        r#"{"options": [{"Exploitation": "maybe"}]}"#,
    ] {
        let json = format!(
            r#"{{"dataVersion": "5.0", "cveMetadata": {{"cveId": "CVE-2026-1234", "state": "PUBLISHED"}}, "containers": {{"cna": {{"metrics": [
            {{"other": {{"type": "ssvc", "content": {content}}}}}]}}}}}}"#
        );
        let advisory = read(&json).value.unwrap();
        assert_eq!((advisory.claims[0].ssvc, advisory.claims[0].source.as_str()), (None, "CVE"), "{content}");
    }
}
