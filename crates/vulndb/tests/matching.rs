//! The matching rules on small records: each is a class in which scanners are known to differ, or a rule of ours.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod reading;

use proofmark_facts::{Component, MatchRule, Rating};
use proofmark_vulndb::{Builder, Checked, Coordinates, Ecosystem, Index, Release};
use reading::{advisory, component, index_of_json};

/// Identifiers known, and the reason for what is not.
fn says(index: &Index, purl: &str) -> (Vec<String>, Option<String>) {
    let checked = index.check(&component(purl));
    let known = checked.known().iter().map(|known| known.id.clone()).collect();
    (known, checked.unchecked().map(|because| because.id().to_owned()))
}

fn known(index: &Index, purl: &str) -> Vec<String> {
    let (known, unchecked) = says(index, purl);
    assert_eq!(unchecked, None, "{purl}");
    known
}

fn unchecked(index: &Index, purl: &str) -> String {
    let (known, unchecked) = says(index, purl);
    assert_eq!(known, Vec::<String>::new(), "{purl}");
    unchecked.unwrap()
}

const SETUPTOOLS: &str = r#"{"id": "PYSEC-2022-43012", "aliases": ["CVE-2022-40897", "GHSA-r9hx-vwmv-q579"],
    "modified": "2023-01-01T00:00:00Z", "affected": [{"package": {"ecosystem": "PyPI", "name": "setuptools"},
    "ranges": [{"type": "GIT", "repo": "https://example.org/setuptools", "events": [{"introduced": "0"}, {"fixed": "43a9c9bfa6aa"}]},
               {"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "65.5.1"}]}],
    "versions": ["40.9.0", "65.5.0"]}]}"#;

const TORCH: &str = r#"{"id": "PYSEC-2024-251", "aliases": ["CVE-2024-31583"],
    "affected": [{"package": {"ecosystem": "PyPI", "name": "torch"},
    "ranges": [{"type": "GIT", "repo": "https://example.org/torch", "events": [{"introduced": "0"}, {"fixed": "9c7071b0e324"}]},
               {"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"last_affected": "2.0.1"}]}],
    "versions": ["2.0.0", "2.0.1"]}]}"#;

#[test]
fn a_range_of_commits_is_skipped_and_the_next_one_counts() {
    let index = index_of_json(&[SETUPTOOLS, TORCH]);
    assert_eq!(known(&index, "pkg:pypi/setuptools@40.9.0.post20221220"), ["CVE-2022-40897"]);
    assert_eq!(known(&index, "pkg:pypi/setuptools@40.9.0"), ["CVE-2022-40897"]);
    assert_eq!(known(&index, "pkg:pypi/setuptools@65.5.1"), [""; 0]);
    assert_eq!(known(&index, "pkg:pypi/torch@2.0.1%2Bcu118"), ["CVE-2024-31583"]);
    assert_eq!(known(&index, "pkg:pypi/torch@2.0.1.post1"), [""; 0]);
}

const GO_OPEN: &str = r#"{"id": "GO-2026-0001", "affected": [{"package": {"ecosystem": "Go", "name": "golang.org/x/old"},
    "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}]}]}]}"#;

#[test]
fn an_open_range_holds_pseudo_versions_and_pre_releases() {
    let index = index_of_json(&[GO_OPEN]);
    assert_eq!(
        known(&index, "pkg:golang/golang.org/x/old@v0.0.0-20191109021931-daa7c04131f5"),
        ["GO-2026-0001"]
    );
    assert_eq!(known(&index, "pkg:golang/golang.org/x/old@v2.0.0-rc.1%2Bincompatible"), ["GO-2026-0001"]);
}

#[test]
fn a_go_module_is_found_where_the_subpath_leads() {
    let record = |id: &str, module: &str| {
        format!(
            r#"{{"id": "{id}", "affected": [{{"package": {{"ecosystem": "Go", "name": "{module}"}},
            "ranges": [{{"type": "SEMVER", "events": [{{"introduced": "0"}}, {{"fixed": "5.13.0"}}]}}]}}]}}"#
        )
    };
    let git = record("GO-2025-3367", "github.com/go-git/go-git/v5");
    let old = record("GO-2020-1", "github.com/go-git/go-git");
    let nested = record("GO-2024-2918", "github.com/Azure/azure-sdk-for-go/sdk/azidentity");
    let index = index_of_json(&[&git, &old, &nested]);
    assert_eq!(known(&index, "pkg:golang/github.com/go-git/go-git@v5.12.0#v5"), ["GO-2025-3367"]);
    assert_eq!(known(&index, "pkg:golang/github.com/go-git/go-git@v4.0.0"), ["GO-2020-1"]);
    assert_eq!(known(&index, "pkg:golang/github.com/go-git/go-git@v4.0.0#plumbing"), ["GO-2020-1"]);
    assert_eq!(known(&index, "pkg:golang/github.com/go-git/go-git@v4.0.0#plumbing/v5"), ["GO-2020-1"]);
    assert_eq!(known(&index, "pkg:golang/github.com/go-git/go-git@v4.13.0#v5"), ["GO-2020-1"]);
    let below = "pkg:golang/github.com/Azure/azure-sdk-for-go@v1.4.0#sdk/azidentity/cache";
    assert_eq!(known(&index, below), ["GO-2024-2918"]);
}

#[test]
fn what_has_no_place_in_the_order_is_undetermined() {
    let index = index_of_json(&[GO_OPEN, SETUPTOOLS]);
    assert_eq!(unchecked(&index, "pkg:golang/golang.org/x/old@%28devel%29"), "vulndb-version-unreadable");
    assert_eq!(unchecked(&index, "pkg:golang/golang.org/x/old"), "vulndb-version-missing");
    assert_eq!(unchecked(&index, "pkg:pypi/setuptools@5.4.0%5D%5D"), "vulndb-version-unreadable");
    // Nothing at all is published for this one, so its version does not matter.
    assert_eq!(known(&index, "pkg:pypi/nothing@5.4.0%5D%5D"), [""; 0]);
    let checked = index.check(&component("pkg:golang/golang.org/x/old@%28devel%29"));
    let sentence = checked.unchecked().unwrap().to_string();
    assert_eq!(
        sentence,
        "`(devel)` is no version of `Go` that can be compared with the affected versions of `GO-2026-0001`."
    );
}

#[test]
fn a_component_takes_its_version_from_wherever_it_stands() {
    let index = index_of_json(&[SETUPTOOLS]);
    let versioned = Component { version: Some("40.9.0".into()), ..component("pkg:pypi/setuptools") };
    assert_eq!(index.check(&versioned).known().len(), 1);
    let answers = index.check_all(&[component("pkg:pypi/setuptools"), versioned.clone(), versioned]);
    assert!(matches!(answers.as_slice(), [Checked::Unchecked(_), Checked::Known(_), Checked::Known(_)]));
}

#[test]
fn components_alike_are_looked_up_once_and_each_gets_its_own_answer() {
    let index = index_of_json(&[SETUPTOOLS, GO_OPEN]);
    let asked = [
        "pkg:pypi/setuptools@40.9.0?package-id=1",
        "pkg:pypi/setuptools@40.9.0?package-id=2",
        "pkg:pypi/setuptools@70.0.0",
        "no package URL",
        "pkg:golang/golang.org/x/old@v1.0.0",
        "also none",
    ]
    .map(component);
    let answers = index.check_distinct(&asked);
    assert_eq!(answers.distinct().len(), 4);
    for (number, component) in asked.iter().enumerate() {
        assert_eq!(answers.get(number), Some(&index.check(component)));
    }
    assert_eq!(index.check_all(&asked), answers.iter().cloned().collect::<Vec<_>>());
    assert_eq!(answers.clone().into_each(), answers.iter().cloned().collect::<Vec<_>>());
}

#[test]
fn several_windows_leave_gaps_and_the_fixes_after_a_version_are_named_in_order() {
    let index = index_of_json(&[
        r#"{"id": "GHSA-a", "affected": [{"package": {"ecosystem": "npm", "name": "@s/p"},
        "ranges": [{"type": "SEMVER", "events": [{"fixed": "10.1.0"}, {"introduced": "10.0.0"}, {"introduced": "2.0.0"}, {"fixed": "9.3.1"},
                    {"introduced": "0"}, {"fixed": "1.4.2"}]}]}]}"#,
    ]);
    let checked = index.check(&component("pkg:npm/%40s/p@1.0.0"));
    assert_eq!(checked.known()[0].fixed_in, ["1.4.2", "9.3.1", "10.1.0"]);
    assert_eq!(checked.known()[0].matched_by[0].range, "< 1.4.2");
    let checked = index.check(&component("pkg:npm/%40s/p@10.0.0"));
    assert_eq!(checked.known()[0].fixed_in, ["10.1.0"]);
    assert_eq!(checked.known()[0].matched_by[0].range, ">= 10.0.0, < 10.1.0");
    assert_eq!(known(&index, "pkg:npm/%40s/p@1.4.2"), [""; 0]);
    assert_eq!(known(&index, "pkg:npm/%40s/p@9.4.0"), [""; 0]);
}

#[test]
fn without_an_exact_order_listed_versions_match_and_ranges_are_undetermined() {
    let index = index_of_json(&[
        r#"{"id": "OSV-2020-1", "affected": [{"package": {"ecosystem": "OSS-Fuzz", "name": "zlib"},
         "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "v1.2"}, {"fixed": "v1.3"}]}], "versions": ["v1.2.9"]}]}"#,
    ]);
    let check = |version: &'static str| {
        let (ecosystem, name, release) = (Ecosystem::OssFuzz, "zlib".into(), Release::None);
        let version = Some(version.into());
        index.check_coordinates(&Coordinates {
            ecosystem,
            name,
            below: None,
            name_is_sure: true,
            release,
            version,
        })
    };
    assert_eq!(check("v1.2.9").known()[0].matched_by[0].rule, MatchRule::PackageVersion);
    assert_eq!(check("v1.4").unchecked().unwrap().id(), "vulndb-no-exact-order");
}

#[test]
fn what_is_only_named_by_commits_or_not_at_all_is_undetermined() {
    let index = index_of_json(&[
        r#"{"id": "PSF-1", "affected": [{"package": {"ecosystem": "PyPI", "name": "p"},
            "ranges": [{"type": "GIT", "repo": "r", "events": [{"introduced": "0"}]}]}]}"#,
        r#"{"id": "PYSEC-1", "affected": [{"package": {"ecosystem": "PyPI", "name": "q"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "1.0-bulbasaur"}]}]}]}"#,
    ]);
    assert_eq!(unchecked(&index, "pkg:pypi/p@1.0"), "vulndb-range-undecidable");
    assert_eq!(unchecked(&index, "pkg:pypi/q@1.0"), "vulndb-range-undecidable");
}

#[test]
fn one_vulnerability_of_many_sources_is_one_entry() {
    let record = |id: &str, aliases: &str, fixed: &str, score: &str| {
        format!(
            r#"{{"id": "{id}", "aliases": [{aliases}], "summary": "says {id}", "severity": [{{"type": "CVSS_V3", "score": "{score}"}}],
            "affected": [{{"package": {{"ecosystem": "crates.io", "name": "c_d"}},
            "ranges": [{{"type": "SEMVER", "events": [{{"introduced": "0"}}, {{"fixed": "{fixed}"}}]}}]}}]}}"#
        )
    };
    let medium = "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N";
    let critical = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
    let records = [
        record("RUSTSEC-1", r#""CVE-1", "GHSA-1""#, "1.10.0", medium),
        record("GHSA-1", r#""CVE-1""#, "1.9.0", critical),
    ];
    let mut builder = Builder::new();
    for record in &records {
        builder.add(&advisory(&serde_json::from_str(record).unwrap()), "test").unwrap();
    }
    builder.add_exploited("CVE-1", "CISA KEV", Some(jiff::civil::date(2024, 5, 6))).unwrap();
    builder.add_exploited("CVE-2", "CISA KEV", None).unwrap();
    // Of two days the newer counts, in whichever order they come; what nothing is known about is not kept.
    builder.add_prediction("CVE-1", 700_000, 900_000, Some(jiff::civil::date(2026, 11, 21)));
    builder.add_prediction("CVE-1", 900_000, 990_000, Some(jiff::civil::date(2026, 11, 20)));
    builder.add_prediction("CVE-9", 1, 1, None);
    let index = Index::from_bytes(builder.finish().unwrap()).unwrap();
    let checked = index.check(&component("pkg:cargo/c-d@1.0.0"));
    let [known] = checked.known() else { panic!("{checked:?}") };
    assert_eq!(known.id, "CVE-1");
    assert_eq!(known.aliases, ["GHSA-1", "RUSTSEC-1"]);
    let advisories: Vec<&str> = known.matched_by.iter().map(|by| by.advisory.as_str()).collect();
    assert_eq!(advisories, ["GHSA-1", "RUSTSEC-1"]);
    assert_eq!(known.fixed_in, ["1.9.0", "1.10.0"]);
    assert_eq!((known.severity.rating, known.severity.score), (Rating::Critical, Some(9.8)));
    assert_eq!(known.severity.vector.as_deref(), Some(critical));
    let exploited = known.exploited.as_ref().unwrap();
    assert_eq!(
        (exploited.catalogue.as_str(), exploited.added_on),
        ("CISA KEV", Some(jiff::civil::date(2024, 5, 6)))
    );
    assert_eq!(known.summary.as_deref(), Some("says GHSA-1"));
    let prediction = known.prediction.unwrap();
    assert_eq!((prediction.probability, prediction.percentile), (0.7, 0.9));
    assert_eq!(prediction.scored_on, Some(jiff::civil::date(2026, 11, 21)));
    let facts = index.facts().unwrap();
    assert_eq!((facts.predictions, facts.scored_on), (1, prediction.scored_on));
}

#[test]
fn a_record_of_two_cves_is_two_findings() {
    let index = index_of_json(&[
        r#"{"id": "GO-1", "aliases": ["CVE-1", "CVE-2"], "affected": [{"package": {"ecosystem": "Go", "name": "stdlib"},
        "ranges": [{"type": "SEMVER", "events": [{"introduced": "1.21.0-0"}, {"fixed": "1.21.4"}]}]}]}"#,
    ]);
    assert_eq!(known(&index, "pkg:golang/stdlib@go1.21rc3"), ["CVE-1", "CVE-2"]);
    assert_eq!(known(&index, "pkg:golang/std@1.21.3"), ["CVE-1", "CVE-2"]);
    assert_eq!(known(&index, "pkg:golang/stdlib@1.20.99"), [""; 0]);
}

#[test]
fn withdrawn_records_match_nothing_and_the_newest_of_a_source_counts() {
    let record = |modified: &str, rest: &str| {
        format!(
            r#"{{"id": "PYSEC-1", "modified": "{modified}", {rest} "affected": [{{"package": {{"ecosystem": "PyPI", "name": "p"}},
            "versions": ["1.0"]}}]}}"#
        )
    };
    let old = record("2024-01-01T00:00:00Z", "");
    let withdrawn = record("2024-02-01T00:00:00Z", r#""withdrawn": "2024-02-01T00:00:00Z","#);
    let again = record("2024-03-01T00:00:00Z", "");
    let other = r#"{"id": "PYSEC-2", "affected": [{"package": {"ecosystem": "PyPI", "name": "q"}, "versions": ["1"]}]}"#;
    assert_eq!(known(&index_of_json(&[&withdrawn, &old, other]), "pkg:pypi/p@1.0.0"), [""; 0]);
    let index = index_of_json(&[&withdrawn, &again, &old, other]);
    assert_eq!(known(&index, "pkg:pypi/p@1.0.0"), ["PYSEC-1"]);
    assert_eq!((index.facts().unwrap().records, index.facts().unwrap().withdrawn), (2, 0));
}

#[test]
fn debian_goes_by_source_package_and_release() {
    let record = r#"{"id": "DEBIAN-CVE-2023-1", "upstream": ["CVE-2023-1"], "affected": [
        {"package": {"ecosystem": "Debian:12", "name": "openssl"}, "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "3.0.11-1~deb12u2"}]}]},
        {"package": {"ecosystem": "Debian:11", "name": "openssl"}, "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}]}]}"#;
    let index = index_of_json(&[record]);
    let with = |qualifiers: &str| format!("pkg:deb/debian/libssl3@3.0.11-1~deb12u2?arch=amd64{qualifiers}");
    assert_eq!(known(&index, &with("&upstream=openssl&distro=debian-12")), [""; 0]);
    assert_eq!(known(&index, &with("&upstream=openssl&distro=bullseye")), ["CVE-2023-1"]);
    assert_eq!(known(&index, "pkg:deb/debian/openssl@3.0.11-1~deb12u1?distro=debian-12.4"), ["CVE-2023-1"]);
    assert_eq!(unchecked(&index, &with("&upstream=openssl")), "vulndb-release-untold");
    assert_eq!(unchecked(&index, &with("&upstream=openssl&distro=debian-13")), "vulndb-release-not-covered");
    assert_eq!(unchecked(&index, &with("&distro=debian-12")), "vulndb-source-package-untold");
    assert_eq!(
        unchecked(&index, "pkg:deb/ubuntu/openssl@3?distro=ubuntu-22.04"),
        "vulndb-ecosystem-not-covered"
    );
}

#[test]
fn a_component_of_no_known_kind_is_unchecked() {
    let index = index_of_json(&[SETUPTOOLS]);
    assert_eq!(unchecked(&index, "pkg:npm/left-pad@1.0.0"), "vulndb-ecosystem-not-covered");
    assert_eq!(unchecked(&index, "pkg:generic/zlib@1.0.0"), "vulndb-purl-type-unknown");
    assert_eq!(unchecked(&index, "no package URL"), "vulndb-no-purl");
}

#[test]
fn what_is_known_and_what_is_not_are_both_said() {
    let index = index_of_json(&[
        SETUPTOOLS,
        r#"{"id": "PSF-2", "affected": [{"package": {"ecosystem": "PyPI", "name": "setuptools"},
            "ranges": [{"type": "GIT", "repo": "r", "events": [{"introduced": "0"}]}]}]}"#,
        // The same vulnerability as the first, undecidable here: known already, so nothing is open about it.
        r#"{"id": "PSF-3", "aliases": ["CVE-2022-40897"], "affected": [{"package": {"ecosystem": "PyPI", "name": "setuptools"},
            "ranges": [{"type": "GIT", "repo": "r", "events": [{"introduced": "0"}]}]}]}"#,
    ]);
    let checked = index.check(&component("pkg:pypi/setuptools@40.9.0"));
    let Checked::Partly(known, because) = &checked else { panic!("{checked:?}") };
    assert_eq!(known[0].id, "CVE-2022-40897");
    assert_eq!(
        because.to_string(),
        "Whether version `40.9.0` is affected by `PSF-2` cannot be said: no versions are named there that it could be compared with."
    );
}

#[test]
fn a_rebuild_by_bitnami_is_fixed_when_its_version_is() {
    let index = index_of_json(&[
        r#"{"id": "BIT-a", "aliases": ["CVE-1"], "affected": [{"package": {"ecosystem": "Bitnami", "name": "apache"},
        "ranges": [{"type": "SEMVER", "events": [{"introduced": "2.4.0"}, {"fixed": "2.4.58"}, {"introduced": "3.0.0"}, {"last_affected": "3.0.1"}]}]}]}"#,
    ]);
    assert_eq!(known(&index, "pkg:bitnami/apache@2.4.58-1?arch=amd64"), [""; 0]);
    assert_eq!(known(&index, "pkg:bitnami/apache@2.4.57-9"), ["CVE-1"]);
    assert_eq!(known(&index, "pkg:bitnami/apache@3.0.1-4"), ["CVE-1"]);
}
