//! Components found by CPE names: what matches, how sure, what does not, and what cannot be said.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod nvd_reading;
mod reading;

use proofmark_facts::{Component, MatchConfidence, MatchRule};
use proofmark_vulndb::{Builder, Checked, Index};
use reading::component;

/// An index of these records: those with `configurations` are the NVD's, all others OSV's.
fn index_of(records: &[&str]) -> Index {
    let mut builder = Builder::new();
    for record in records {
        nvd_reading::add(&mut builder, record);
    }
    Index::from_bytes(builder.finish().unwrap()).unwrap()
}

/// A component with this CPE name and nothing else.
fn named(cpe: &str) -> Component {
    Component { name: "part".into(), cpe: Some(cpe.into()), ..Component::default() }
}

/// Each vulnerability with its confidence, then the key of the reason for what is not known.
fn says(checked: &Checked) -> String {
    let known = checked.known().iter().map(|known| format!("{} {:?}", known.id, known.confidence()));
    let unchecked = checked.unchecked().map(|because| because.id().to_owned());
    known.chain(unchecked).collect::<Vec<_>>().join(", ")
}

fn check(index: &Index, cpe: &str) -> String {
    says(&index.check(&named(cpe)))
}

/// The last of these in the list of all.
fn last_of(index: &Index, all: &[Component]) -> String {
    says(index.check_among(&all[all.len() - 1..], all).get(0).unwrap())
}

const CURL: &str = r#"{"id": "CVE-2023-38545", "vector": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "configurations": [
    {"nodes": [{"operator": "OR", "cpeMatch": [
        {"vulnerable": true, "criteria": "cpe:2.3:a:haxx:libcurl:*:*:*:*:*:*:*:*", "versionStartIncluding": "7.69.0", "versionEndExcluding": "8.4.0"}]}]},
    {"nodes": [{"operator": "OR", "cpeMatch": [{"vulnerable": true, "criteria": "cpe:2.3:o:fedoraproject:fedora:37:*:*:*:*:*:*:*"}]}]}]}"#;

#[test]
fn a_stated_name_finds_what_is_published_with_rule_source_and_confidence() {
    let index = index_of(&[CURL]);
    let checked = index.check(&named("cpe:2.3:a:haxx:libcurl:8.3.0:*:*:*:*:*:*:*"));
    let [known] = checked.known() else { panic!("{checked:?}") };
    assert_eq!((known.id.as_str(), known.severity.score), ("CVE-2023-38545", Some(9.8)));
    assert_eq!((known.fixed_in.as_slice(), checked.unchecked()), (&["8.4.0".to_owned()][..], None));
    let by = &known.matched_by[0];
    assert_eq!((by.rule, by.confidence), (MatchRule::CpeRange, MatchConfidence::Likely));
    assert_eq!((by.range.as_str(), by.source.as_str()), (">= 7.69.0, < 8.4.0", "NVD"));
    assert_eq!(by.criteria.as_deref(), Some("cpe:2.3:a:haxx:libcurl:*:*:*:*:*:*:*:*"));
    assert_eq!(check(&index, "cpe:/a:haxx:libcurl:8.4.0"), "", "the fixed version is clean");
    let checked = index.check(&named("cpe:/o:fedoraproject:fedora:37"));
    assert_eq!(checked.known()[0].matched_by[0].rule, MatchRule::CpeExact);
    assert_eq!(index.facts().unwrap().covers[0].ecosystem, "CPE");
}

#[test]
fn the_classic_false_positives_are_none_or_undecided() {
    let index = index_of(&[
        CURL,
        r#"{"id": "CVE-1", "configurations": [{"nodes": [{"operator": "OR", "cpeMatch": [
            {"vulnerable": true, "criteria": "cpe:2.3:a:oracle:mysql:-:*:*:*:*:*:*:*"},
            {"vulnerable": true, "criteria": "cpe:2.3:a:wordfence:security:*:*:*:*:*:wordpress:*:*", "versionEndExcluding": "7"}]}]}]}"#,
    ]);
    // The same product of another vendor: nobody speaks of it.
    assert_eq!(check(&index, "cpe:/a:acme:libcurl:8.3.0"), "cpe-product-unknown");
    // A record about no version.
    assert_eq!(check(&index, "cpe:/a:oracle:mysql:8.0.1"), "");
    // Nobody says which version.
    assert_eq!(check(&index, "cpe:/a:haxx:libcurl"), "cpe-version-missing");
    assert_eq!(check(&index, "cpe:/a:haxx:libcurl:-"), "cpe-version-missing");
    assert_eq!(check(&index, "cpe:/a:haxx:libcurl:latest"), "cpe-version-unreadable");
    assert_eq!(check(&index, "cpe:2.3:a:haxx:libcurl:8.*:*:*:*:*:*:*:*"), "cpe-name-of-several");
    // Made for another system; and one that leaves open for which.
    assert_eq!(check(&index, "cpe:2.3:a:wordfence:security:6:*:*:*:*:joomla:*:*"), "");
    assert_eq!(check(&index, "cpe:2.3:a:wordfence:security:6:*:*:*:*:wordpress:*:*"), "CVE-1 Likely");
    assert_eq!(check(&index, "cpe:/a:wordfence:security:6"), "CVE-1 Weak");
    // What cannot be read, and a product of another part.
    assert_eq!(check(&index, "cpe:2.3:a:haxx"), "cpe-stated-unreadable");
    assert_eq!(check(&index, "cpe:/h:haxx:libcurl:8.3.0"), "cpe-product-unknown");
}

#[test]
fn a_name_that_leaves_vendor_or_product_open_never_matches_silently() {
    let index = index_of(&[CURL]);
    let vendorless = "cpe:2.3:a:*:libcurl:8.3.0:*:*:*:*:*:*:*";
    assert_eq!(check(&index, vendorless), "CVE-2023-38545 Weak, cpe-vendor-or-product-open");
    let checked = index.check(&named(vendorless));
    assert_eq!(checked.known()[0].matched_by[0].rule, MatchRule::NameVersion);
    assert_eq!(check(&index, "cpe:/a:haxx"), "cpe-vendor-or-product-open");
    assert_eq!(check(&index, "cpe:2.3:*:haxx:libcurl:8.3.0:*:*:*:*:*:*:*"), "CVE-2023-38545 Weak");
    // Nor does a record that leaves them open.
    let index = index_of(&[r#"{"id": "CVE-1", "configurations": [{"nodes": [{"cpeMatch": [
        {"vulnerable": true, "criteria": "cpe:2.3:a:*:libcurl:*:*:*:*:*:*:*:*"}]}]}]}"#]);
    assert_eq!(index.facts().unwrap().without_package, 1);
    assert_eq!(check(&index, "cpe:/a:haxx:libcurl:8.3.0"), "cpe-no-data");
}

const ON_BOX: &str = r#"{"id": "CVE-2", "configurations": [{"operator": "AND", "nodes": [
    {"operator": "OR", "negate": false, "cpeMatch": [
        {"vulnerable": true, "criteria": "cpe:2.3:o:acme:box_firmware:*:*:*:*:*:*:*:*", "versionEndIncluding": "2.0"}]},
    {"operator": "OR", "negate": false, "cpeMatch": [
        {"vulnerable": false, "criteria": "cpe:2.3:h:acme:box:-:*:*:*:*:*:*:*"},
        {"vulnerable": false, "criteria": "cpe:2.3:h:acme:crate:2:*:*:*:*:*:*:*"}]}]}]}"#;

#[test]
fn what_is_vulnerable_on_a_platform_asks_for_it() {
    let index = index_of(&[ON_BOX]);
    let firmware = || named("cpe:/o:acme:box_firmware:2.0");
    let checked = index.check(&firmware());
    assert_eq!(
        checked.unchecked().unwrap().to_string(),
        "Whether it is affected by `CVE-2` cannot be said: that takes one of `cpe:2.3:h:acme:box:-:*:*:*:*:*:*:*`, \
         `cpe:2.3:h:acme:crate:2:*:*:*:*:*:*:*` beside it, which the SBOM does not name."
    );
    let beside = |platform: &str| last_of(&index, &[named(platform), firmware()]);
    assert_eq!(beside("cpe:/h:acme:box:-"), "CVE-2 Likely");
    assert_eq!(beside("cpe:/h:acme:box:3.1"), "CVE-2 Likely");
    assert_eq!(beside("cpe:/h:acme:crate:2"), "CVE-2 Likely");
    assert_eq!(beside("cpe:/h:acme:shed:2"), "cpe-needs-platform");
    // One of the two is there in another version, of the other nobody knows.
    assert_eq!(beside("cpe:/h:acme:crate:3"), "cpe-needs-platform");
    // The hardware is answered by its firmware, which is listed; of what only runs it nothing is said.
    assert_eq!(last_of(&index, &[firmware(), named("cpe:/h:acme:box:-")]), "");
    assert_eq!(last_of(&index, &[firmware(), named("cpe:/h:acme:crate:2")]), "cpe-product-unknown");
    // A version that is not affected needs none.
    assert_eq!(check(&index, "cpe:/o:acme:box_firmware:2.1"), "");
}

#[test]
fn a_platform_listed_in_another_version_rules_it_out_and_a_negated_one_asks_for_its_absence() {
    let with = |negate: bool, range: &str| {
        let record = format!(
            r#"{{"id": "CVE-3", "configurations": [{{"operator": "AND", "nodes": [
            {{"operator": "OR", "cpeMatch": [{{"vulnerable": true, "criteria": "cpe:2.3:a:acme:app:*:*:*:*:*:*:*:*"}}]}},
            {{"operator": "OR", "negate": {negate}, "cpeMatch": [
                {{"vulnerable": false, "criteria": "cpe:2.3:o:linux:linux_kernel:*:*:*:*:*:*:*:*"{range}}}]}}]}}]}}"#
        );
        let index = index_of(&[&record]);
        let app = named("cpe:/a:acme:app:1");
        let linux = |version: &str| named(&format!("cpe:/o:linux:linux_kernel:{version}"));
        let of = |all: &[Component]| last_of(&index, all);
        [of(std::slice::from_ref(&app)), of(&[linux("5.10"), app.clone()]), of(&[linux("6.1"), app])]
    };
    let range = r#", "versionEndExcluding": "6.0""#;
    assert_eq!(with(false, ""), ["cpe-needs-platform", "CVE-3 Likely", "CVE-3 Likely"]);
    assert_eq!(with(false, range), ["cpe-needs-platform", "CVE-3 Likely", ""]);
    assert_eq!(with(true, range), ["cpe-needs-platform", "", "CVE-3 Likely"]);
}

#[test]
fn a_node_that_cannot_be_read_is_open() {
    let index = index_of(&[r#"{"id": "CVE-4", "configurations": [{"operator": "AND", "nodes": [
        {"cpeMatch": [{"vulnerable": true, "criteria": "cpe:2.3:a:acme:app:*:*:*:*:*:*:*:*"}]}, {"cpeMatch": []}]}]}"#]);
    assert_eq!(check(&index, "cpe:/a:acme:app:1"), "cpe-needs-something");
}

/// An index that also holds a package of npm and a release of Debian.
fn with_packages() -> Index {
    let app = r#"{"id": "CVE-5", "configurations": [{"nodes": [{"cpeMatch": [
        {"vulnerable": true, "criteria": "cpe:2.3:a:acme:app:*:*:*:*:*:*:*:*", "versionEndExcluding": "2.0"}]}]}]}"#;
    index_of(&[
        app,
        r#"{"id": "GHSA-1", "aliases": ["CVE-5"], "affected": [{"package": {"ecosystem": "npm", "name": "app"},
            "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "1.5.0"}]}]}]}"#,
        r#"{"id": "DSA-1", "affected": [{"package": {"ecosystem": "Debian:12", "name": "other"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}]}]}"#,
    ])
}

#[test]
fn the_package_url_goes_first() {
    let index = with_packages();
    let both =
        |purl: &str, cpe: &str| says(&index.check(&Component { cpe: Some(cpe.into()), ..component(purl) }));
    // By both: as sure as the surer one.
    let checked = index
        .check(&Component { cpe: Some("cpe:/a:acme:app:1.0.0".into()), ..component("pkg:npm/app@1.0.0") });
    assert_eq!(says(&checked), "CVE-5 Certain");
    let rules: Vec<MatchRule> = checked.known()[0].matched_by.iter().map(|by| by.rule).collect();
    assert_eq!(rules, [MatchRule::CpeRange, MatchRule::PackageRange]);
    assert_eq!(checked.known()[0].fixed_in, ["1.5.0", "2.0"]);
    // The ecosystem's own data does not name this version: what the stated name finds is weak, and nothing is guessed.
    assert_eq!(both("pkg:npm/app@1.5.0", "cpe:/a:acme:app:1.5.0"), "CVE-5 Weak");
    assert_eq!(says(&index.check(&component("pkg:npm/app@1.5.0"))), "");
    assert_eq!(both("pkg:npm/app@1.5.0", "cpe:/a:other:app:1.5.0"), "");
    // A distribution mends without counting up: its own data decides, and where there is none, that stays said.
    assert_eq!(both("pkg:deb/debian/app@1.0?distro=debian-12&upstream=app", "cpe:/a:acme:app:1.0"), "");
    assert_eq!(
        both("pkg:deb/debian/app@1.0?distro=debian-13&upstream=app", "cpe:/a:acme:app:1.0"),
        "CVE-5 Weak, vulndb-release-not-covered"
    );
    // A package URL that leads nowhere leaves the word to the name.
    assert_eq!(both("pkg:generic/app@1.0", "cpe:/a:acme:app:1.0"), "CVE-5 Likely");
    assert_eq!(both("pkg:generic/app@1.0", "cpe:/a:acme:app:2.0"), "");
    assert_eq!(both("pkg:generic/app@1.0", "cpe:/a:other:app:1.0"), "cpe-and-also");
    assert_eq!(both("pkg:generic/app@1.0", "cpe:/a:acme:app"), "CVE-5 Likely");
}

#[test]
fn a_bare_name_is_weak_and_never_enough() {
    let index = with_packages();
    let bare = |name: &str, version: Option<&str>| {
        let version = version.map(str::to_owned);
        says(&index.check(&Component { name: name.into(), version, ..Component::default() }))
    };
    assert_eq!(bare("App", Some("v1.9")), "CVE-5 Weak, vulndb-no-purl");
    assert_eq!(bare("App", Some("2.0")), "vulndb-no-purl");
    assert_eq!(bare("App", None), "vulndb-no-purl");
    assert_eq!(bare("Apps", Some("1.0")), "vulndb-no-purl");
    assert_eq!(says(&index.check(&component("pkg:generic/app@1.0"))), "vulndb-purl-type-unknown");
}

#[test]
fn several_names_are_asked_and_one_that_is_known_is_enough() {
    let index = index_of(&[CURL]);
    let component = |cpes: &[&str]| Component {
        cpe: cpes.first().map(|cpe| (*cpe).to_owned()),
        more_cpes: cpes[1..].iter().map(|cpe| (*cpe).to_owned()).collect(),
        ..Component::default()
    };
    let names = ["cpe:/a:libcurl:libcurl:8.3.0", "cpe:broken", "cpe:/a:haxx:libcurl:8.3.0"];
    assert_eq!(says(&index.check(&component(&names))), "CVE-2023-38545 Likely");
    assert_eq!(says(&index.check(&component(&names[..2]))), "cpe-product-unknown");
}

#[test]
fn without_records_by_cpe_the_reason_says_so_and_rejected_ones_say_nothing() {
    let index = reading::index_of_json(&[
        r#"{"id": "PYSEC-1", "affected": [{"package": {"ecosystem": "PyPI", "name": "p"}, "versions": ["1.0"]}]}"#,
    ]);
    assert_eq!(check(&index, "cpe:/a:haxx:libcurl:8.3.0"), "cpe-no-data");
    let withdrawn = CURL.replace(r#""id":"#, r#""withdrawn": "2026-01-01T00:00:00Z", "id":"#);
    assert_eq!(check(&index_of(&[&withdrawn]), "cpe:/a:haxx:libcurl:8.3.0"), "cpe-no-data");
}

#[test]
fn components_alike_in_their_names_are_looked_up_once() {
    let index = index_of(&[CURL]);
    let asked = [
        named("cpe:/a:haxx:libcurl:8.3.0"),
        named("cpe:/a:haxx:libcurl:8.3.0"),
        named("cpe:/a:haxx:libcurl:8.4.0"),
        component("one name"),
        component("another name"),
    ];
    let answers = index.check_distinct(&asked);
    assert_eq!(answers.distinct().len(), 4);
    for (number, component) in asked.iter().enumerate() {
        assert_eq!(answers.get(number), Some(&index.check(component)));
    }
}
