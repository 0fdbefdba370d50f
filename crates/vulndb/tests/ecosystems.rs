//! One advisory for each ecosystem, and components on both sides of its bounds: each must be decided, and what the
//! ecosystem itself does not decide must be left open with its reason.

mod reading;

use proofmark_facts::MatchRule;
use proofmark_vulndb::Checked;
use reading::{component, index_of_json};

/// An ecosystem with a record for one package.
struct Case {
    ecosystem: &'static str,
    name: &'static str,
    introduced: &'static str,
    fixed: &'static str,
    /// The package URL, with `{}` for the version.
    purl: &'static str,
    inside: &'static [&'static str],
    outside: &'static [&'static str],
    /// Versions about which nothing can be said.
    open: &'static [&'static str],
}

const CASES: [Case; 20] = [
    Case {
        ecosystem: "Maven",
        name: "org.apache.logging.log4j:log4j-core",
        introduced: "2.0-beta9",
        fixed: "2.15.0",
        purl: "pkg:maven/org.apache.logging.log4j/log4j-core@{}",
        inside: &["2.0-beta9", "2.0", "2.14.1", "2.15.0-rc1", "2.15.0-SNAPSHOT"],
        outside: &["2.0-beta8", "1.2.17", "2.15.0", "2.15.0.Final", "2.15.0.redhat-1", "2.17.0"],
        open: &["${log4j.version}", "LATEST"],
    },
    Case {
        ecosystem: "NuGet",
        name: "Newtonsoft.Json",
        introduced: "0",
        fixed: "13.0.1",
        purl: "pkg:nuget/Newtonsoft.Json@{}",
        inside: &["12.0.3", "13.0.1-BETA2", "13.0.0.9"],
        outside: &["13.0.1", "13.0.1.0", "13.0.1%2Bmeta", "13.0.1.1"],
        open: &["13.*"],
    },
    Case {
        ecosystem: "RubyGems",
        name: "nokogiri",
        introduced: "1.13.0",
        fixed: "1.13.9",
        purl: "pkg:gem/nokogiri@{}",
        inside: &["1.13", "1.13.8", "1.13.8-x86_64-linux", "1.13.9.rc1"],
        outside: &["1.12.5", "1.13.0.rc1", "1.13.9", "1.13.9-java", "1.13.10"],
        open: &["main"],
    },
    Case {
        ecosystem: "Packagist",
        name: "symfony/http-kernel",
        introduced: "5.0.0",
        fixed: "5.4.20",
        purl: "pkg:composer/symfony/http-kernel@{}",
        inside: &["5.0", "v5.4.19", "5.4.20-RC1", "5.4.19-p2"],
        outside: &["v4.4.49", "5.0-beta1", "v5.4.20", "5.4.20-pl1", "5.4.x-dev", "6.0.0"],
        open: &["dev-main"],
    },
    Case {
        ecosystem: "Alpine:v3.18",
        name: "openssl",
        introduced: "0",
        fixed: "3.1.1-r1",
        purl: "pkg:apk/alpine/libssl3@{}?arch=x86_64&distro=alpine-3.18.4&upstream=openssl",
        inside: &["3.1.0-r4", "3.1.1-r0", "3.1.1_rc1-r9"],
        outside: &["3.1.1-r1", "3.1.1-r10", "3.1.1_p1-r0"],
        open: &["3.1.1-beta1"],
    },
    Case {
        ecosystem: "Wolfi",
        name: "curl",
        introduced: "0",
        fixed: "8.4.0-r0",
        purl: "pkg:apk/wolfi/curl@{}?arch=x86_64&distro=wolfi-20230201",
        inside: &["8.3.0-r2"],
        outside: &["8.4.0-r0", "8.10.1-r0"],
        open: &["8.x"],
    },
    Case {
        ecosystem: "Chainguard",
        name: "curl",
        introduced: "0",
        fixed: "8.4.0-r0",
        purl: "pkg:apk/chainguard/curl@{}?arch=x86_64",
        inside: &["8.3.0-r2"],
        outside: &["8.4.0-r0"],
        open: &["unknown"],
    },
    Case {
        ecosystem: "Alpaquita:23",
        name: "curl",
        introduced: "0",
        fixed: "8.4.0-r0",
        purl: "pkg:apk/alpaquita/curl@{}?arch=x86_64&distro=alpaquita-23",
        inside: &["8.3.0-r2"],
        outside: &["8.4.0-r0"],
        open: &["unknown"],
    },
    Case {
        ecosystem: "MinimOS",
        name: "curl",
        introduced: "0",
        fixed: "8.4.0-r0",
        purl: "pkg:apk/minimos/curl@{}?arch=x86_64",
        inside: &["8.3.0-r2"],
        outside: &["8.4.0-r0"],
        open: &["unknown"],
    },
    Case {
        ecosystem: "Pub",
        name: "http",
        introduced: "0",
        fixed: "0.13.3",
        purl: "pkg:pub/http@{}",
        inside: &["0.13.2", "0.13.3-dev", "0.13.2%2B1"],
        outside: &["0.13.3", "0.13.3%2B1", "1.0.0"],
        open: &["any"],
    },
    Case {
        ecosystem: "CRAN",
        name: "commonmark",
        introduced: "0.2",
        fixed: "1.8-1",
        purl: "pkg:cran/commonmark@{}",
        inside: &["0.2", "1.7", "1.8", "1.8.0"],
        outside: &["0.1", "1.8-1", "1.8.1", "1.8.1.0", "1.10"],
        open: &["1.8-rc1"],
    },
    Case {
        ecosystem: "Bioconductor",
        name: "limma",
        introduced: "0",
        fixed: "3.60.2",
        purl: "pkg:bioconductor/limma@{}",
        inside: &["3.60.1"],
        outside: &["3.60.2", "3.60.10"],
        open: &["devel"],
    },
    Case {
        ecosystem: "Hackage",
        name: "aeson",
        introduced: "0.4.0.0",
        fixed: "2.0.1.0",
        purl: "pkg:hackage/aeson@{}",
        inside: &["0.4.0.0", "1.5.6.0", "2.0.1"],
        outside: &["0.3.2.14", "2.0.1.0", "2.0.10"],
        open: &["HEAD"],
    },
    Case {
        ecosystem: "ConanCenter",
        name: "openssl",
        introduced: "1.1.1",
        fixed: "1.1.1l",
        purl: "pkg:conan/openssl@{}",
        inside: &["1.1.1", "1.1.1a", "1.1.1k"],
        outside: &["1.1.0l", "1.1.1l", "1.1.1w", "3.0.0"],
        open: &["1.1.10"],
    },
    Case {
        ecosystem: "Julia",
        name: "Zlib_jll",
        introduced: "1.2.11",
        fixed: "1.2.13+1",
        purl: "pkg:julia/Zlib_jll@{}",
        inside: &["1.2.11", "1.2.12%2B3", "1.2.13", "1.2.13%2B0"],
        outside: &["1.2.10", "1.2.13%2B1", "1.2.13%2B10", "1.3.0"],
        open: &["main"],
    },
    Case {
        ecosystem: "opam",
        name: "cohttp",
        introduced: "0",
        fixed: "5.3.0",
        purl: "pkg:opam/cohttp@{}",
        inside: &["5.2.0", "5.3.0~beta1"],
        outside: &["5.3.0", "5.3.0-1", "5.10"],
        open: &["5:3"],
    },
    Case {
        ecosystem: "GitHub Actions",
        name: "tj-actions/changed-files",
        introduced: "0",
        fixed: "46.0.1",
        purl: "pkg:githubactions/tj-actions/changed-files@{}",
        inside: &["v45", "v45.0.7", "46.0.0"],
        outside: &["v46.0.1", "v47"],
        open: &["v46", "0e58ed8671d6b60d0890c21b07f8835ace038e67", "main"],
    },
    Case {
        ecosystem: "Hex",
        name: "plug",
        introduced: "1.0.0",
        fixed: "1.3.2",
        purl: "pkg:hex/plug@{}",
        inside: &["1.0.0", "1.3.2-rc.1"],
        outside: &["0.9.0", "1.3.2"],
        open: &["latest"],
    },
    Case {
        ecosystem: "SwiftURL",
        name: "github.com/apple/swift-nio",
        introduced: "0",
        fixed: "2.42.0",
        purl: "pkg:swift/github.com/apple/swift-nio@{}",
        inside: &["2.41.9"],
        outside: &["2.42.0"],
        open: &["main"],
    },
    Case {
        ecosystem: "crates.io",
        name: "time",
        introduced: "0",
        fixed: "0.2.23",
        purl: "pkg:cargo/time@{}",
        inside: &["0.1.44", "0.2.23-alpha"],
        outside: &["0.2.23"],
        open: &["latest"],
    },
];

#[test]
fn every_ecosystem_decides_its_own_versions() {
    for case in CASES {
        let record = format!(
            r#"{{"id": "CVE-2026-1", "affected": [{{"package": {{"ecosystem": "{}", "name": "{}"}},
                "ranges": [{{"type": "ECOSYSTEM", "events": [{{"introduced": "{}"}}, {{"fixed": "{}"}}]}}]}}]}}"#,
            case.ecosystem, case.name, case.introduced, case.fixed
        );
        let index = index_of_json(&[&record]);
        let check = |version: &str| index.check(&component(&case.purl.replace("{}", version)));
        for version in case.inside {
            let checked = check(version);
            assert_eq!(checked.unchecked(), None, "{} {version}", case.ecosystem);
            let known = checked.known().first().unwrap_or_else(|| panic!("{} {version}", case.ecosystem));
            assert_eq!(known.matched_by[0].rule, MatchRule::PackageRange, "{} {version}", case.ecosystem);
            assert_eq!(known.fixed_in, [case.fixed], "{} {version}", case.ecosystem);
        }
        for version in case.outside {
            assert_eq!(check(version), Checked::Clean, "{} {version}", case.ecosystem);
        }
        for version in case.open {
            let checked = check(version);
            let because = checked.unchecked().unwrap_or_else(|| panic!("{} {version}", case.ecosystem));
            let reasons = ["vulndb-version-unreadable", "vulndb-range-undecidable"];
            assert!(reasons.contains(&because.id()), "{} {version}: {because}", case.ecosystem);
            assert_eq!(checked.known(), [], "{} {version}", case.ecosystem);
        }
    }
}

/// A binary package whose source nobody names is not clean because no record has its name.
#[test]
fn a_package_of_alpine_without_its_origin_is_not_called_clean() {
    let record = r#"{"id": "ALPINE-1", "affected": [{"package": {"ecosystem": "Alpine:v3.18", "name": "openssl"},
        "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "3.1.1-r1"}]}]}]}"#;
    let index = index_of_json(&[record]);
    let checked = index.check(&component("pkg:apk/alpine/libssl3@3.1.0-r4?distro=alpine-3.18"));
    assert_eq!(checked.unchecked().unwrap().id(), "vulndb-source-package-untold");
}

/// Where an ecosystem says nothing of two bounds, no version is laid between them.
#[test]
fn bounds_the_ecosystem_does_not_order_decide_nothing() {
    let record = r#"{"id": "CVE-2026-2", "affected": [{"package": {"ecosystem": "ConanCenter", "name": "p"},
        "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "1.9a"}, {"fixed": "1.10"}]}]}]}"#;
    let index = index_of_json(&[record]);
    let checked = index.check(&component("pkg:conan/p@1.9b"));
    assert_eq!(checked.unchecked().unwrap().id(), "vulndb-range-undecidable");
}
