//! Every case of the published suites of version orders and version ranges, with counts.
//!
//! Cases that do not hold are listed here and argued in `docs/how-matching-works.md`; a listed case that holds
//! fails as well.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod reading;

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::path::Path;

use proofmark_vulndb::{NativeRange, Order, VersRange};
use reading::test_suites;
use serde_json::Value;

/// A suite of comparisons: lines `a < b`.
struct Suite {
    name: &'static str,
    order: Order,
    cases: usize,
    /// Versions that have no place in our order, though the suite has an opinion.
    no_place: &'static [&'static str],
    /// Pairs we put the other way round.
    otherwise: &'static [[&'static str; 2]],
}

const SUITES: [Suite; 12] = [
    Suite {
        name: "alpine",
        order: Order::Apk,
        cases: 778,
        no_place: &[
            "1-r",
            "1-r-0",
            "1-r-1",
            "0.r1",
            "0..1..0",
            "0...1...0",
            "0...1...0.r1",
            "0...1...0r1",
            "0..8",
            "0.8.21.r2",
            "10.2.24.r0",
            "1.2.0A",
            "1.2.0D",
            "6.6.2p1",
            "1-ruff",
            "1-r0-1",
            "1-ruff2",
            "1-r0-ruff2",
            "1.2_blah",
            "1.2_csv2",
            ".1",
            ".2",
            "a",
            "c",
            "23_foo",
            "1.0bc",
            "6.6.2p2",
        ],
        otherwise: &[],
    },
    Suite { name: "cran", order: Order::Cran, cases: 21, no_place: &[], otherwise: &[] },
    Suite { name: "debian", order: Order::Dpkg, cases: 30, no_place: &[], otherwise: &[] },
    Suite { name: "hackage", order: Order::Hackage, cases: 11, no_place: &[], otherwise: &[] },
    Suite {
        name: "maven",
        order: Order::Maven,
        cases: 102,
        no_place: &[],
        otherwise: &[["1-1.foo-bar-1-baz-0.1", "1-1.foo-bar1baz-.1"], ["1-1", "1-ga-1"]],
    },
    Suite { name: "nuget", order: Order::NuGet, cases: 35, no_place: &[], otherwise: &[] },
    Suite {
        name: "packagist",
        order: Order::Composer,
        cases: 95,
        no_place: &[
            "4.3-2RC1",
            "4.3-2RC2",
            "4.3-2",
            "dev-foo",
            "1.2.3.#",
            "1.2.3.#.1",
            "1.2.3.#.p3",
            "1.2.3.#.beta",
            "999999999999999999999999999991",
            "999999999999999999999999999991.999999999999999999999999999991.999999999999999999999999999991",
        ],
        otherwise: &[["1.0.0", "1.0"]],
    },
    Suite {
        name: "pub",
        order: Order::Pub,
        cases: 100,
        no_place: &["999999999999999999999999999991", "1.1.3.4.5"],
        otherwise: &[],
    },
    Suite {
        name: "pypi",
        order: Order::Pep440,
        cases: 37,
        no_place: &[
            "0.1-bulbasaur",
            "0.1-charmander",
            "0.9-doduo",
            "0.9-eevee",
            "0.9-fearow",
            "0.9-gyarados",
            "0.9-horsea",
            "0.9-ivysaur",
            "-class.-jw.util.version.version-pre",
            "-class.-jw.util.version.version-preview",
            "-class.-jw.util.version.version-dev",
        ],
        otherwise: &[],
    },
    Suite {
        name: "redhat",
        order: Order::Rpm,
        cases: 165,
        no_place: &["+_", "_+", "+", "_"],
        otherwise: &[],
    },
    Suite { name: "rubygems", order: Order::RubyGems, cases: 25, no_place: &[], otherwise: &[] },
    Suite { name: "semver", order: Order::SemVer, cases: 86, no_place: &[], otherwise: &[] },
];

#[test]
fn every_comparison_of_the_suites_holds_or_is_argued() {
    let Some(suites) = test_suites() else { return };
    for suite in SUITES {
        let all = comparisons(&suites.join("versions").join(format!("{}-versions.txt", suite.name)));
        assert_eq!(all.len(), suite.cases, "{} has other cases than those argued about", suite.name);
        let (mut held, mut unsaid, mut otherwise) = (0, BTreeSet::new(), BTreeSet::new());
        for (left, expected, right) in &all {
            let found = suite.order.compare(left, right);
            assert_eq!(suite.order.compare(right, left), found.map(Ordering::reverse), "{left} {right}");
            match found {
                Some(found) if found == *expected => held += 1,
                Some(_) => drop(otherwise.insert([left.as_str(), right.as_str()])),
                None => {
                    let named =
                        [left, right].into_iter().find(|text| suite.no_place.contains(&text.as_str()));
                    assert!(named.is_some(), "{}: nothing is said of {left} and {right}", suite.name);
                    unsaid.extend([left.as_str(), right.as_str()]);
                }
            }
        }
        println!("{}: {held} of {} comparisons hold", suite.name, all.len());
        assert_eq!(otherwise, suite.otherwise.iter().copied().collect(), "{}", suite.name);
        for text in suite.no_place {
            assert!(
                suite.order.read(text).is_none() && unsaid.contains(text),
                "{}: {text} is argued about in vain",
                suite.name
            );
        }
    }
}

/// Lines `a < b`; comments begin with `#` or `//`.
fn comparisons(file: &Path) -> Vec<(String, Ordering, String)> {
    let text = std::fs::read_to_string(file).unwrap();
    let line = |line: &str| {
        let sign = [(" < ", Ordering::Less), (" > ", Ordering::Greater), (" = ", Ordering::Equal)];
        let (sign, order) = sign.into_iter().find(|(sign, _)| line.contains(sign))?;
        let (left, right) = line.split_once(sign)?;
        Some((left.trim().to_owned(), order, right.trim().to_owned()))
    };
    text.lines().filter(|line| !line.starts_with('#') && !line.starts_with("//")).filter_map(line).collect()
}

/// The JSON suites of package-url/vers-spec, by the number of their cases.
const VERS_SUITES: [(&str, usize); 13] = [
    ("alpine_version_cmp_test", 716),
    ("alpm_version_cmp_test", 42),
    ("conan_version_cmp_test", 47),
    ("datetime_version_cmp_test", 7),
    ("gentoo_version_cmp_test", 48),
    ("lexicographic-test", 8),
    ("maven_version_cmp_test", 977),
    ("npm_range_containment_test", 1),
    ("nuget_version_cmp_test", 33),
    ("openssl_version_cmp_test", 44),
    ("pypi_range_containment_test", 10),
    ("pypi_range_validate_test", 19),
    ("vers_canonical_parse_test", 12),
];

/// Comparisons of Maven that became others when Maven mended its order: a word behind a dot at the end is
/// compared as one behind a hyphen.
const MENDED_IN_MAVEN: [[&str; 2]; 2] = [["2-1", "2.0.a"], ["2-1", "2.0.0.a"]];

#[test]
fn every_case_of_the_vers_suites_holds_or_is_argued() {
    let Some(suites) = test_suites() else { return };
    for (name, cases) in VERS_SUITES {
        let bytes = std::fs::read(suites.join("vers").join(format!("{name}.json"))).unwrap();
        let suite: Value = serde_json::from_slice(&bytes).unwrap();
        let tests = suite["tests"].as_array().unwrap();
        assert_eq!(tests.len(), cases, "{name} has other cases than those argued about");
        let broken: Vec<&Value> = tests.iter().filter(|test| !holds(test)).collect();
        println!("vers {name}: {} of {cases} cases hold", cases - broken.len());
        let argued = |test: &&Value| {
            let versions = texts(&test["input"]["versions"]);
            name.starts_with("maven") && MENDED_IN_MAVEN.iter().any(|pair| versions == pair)
        };
        assert!(broken.iter().all(argued), "{name}: {broken:#?}");
    }
}

fn holds(test: &Value) -> bool {
    let (input, expected) = (&test["input"], &test["expected_output"]);
    match test["test_type"].as_str().unwrap() {
        "comparison" => {
            let order = scheme(input).order().unwrap();
            texts(expected)
                .windows(2)
                .all(|pair| order.compare(pair[0], pair[1]).is_some_and(Ordering::is_le))
        }
        "equality" => {
            let versions = texts(&input["versions"]);
            let found = scheme(input).order().unwrap().compare(versions[0], versions[1]);
            found.map(Ordering::is_eq) == expected.as_bool()
        }
        "containment" => {
            let range = VersRange::read_loosely(input["vers"].as_str().unwrap()).value.unwrap();
            range.contains(input["version"].as_str().unwrap()) == expected.as_bool()
        }
        "validate" => {
            let range = VersRange::read_loosely(input.as_str().unwrap()).value.unwrap();
            Some(range.to_string().as_str()) == expected.as_str()
        }
        "parse" => parses(input.as_str().unwrap(), test),
        other => panic!("{other} is no kind of case we know"),
    }
}

fn parses(written: &str, test: &Value) -> bool {
    let read = VersRange::read(written);
    let Some(range) = read.value else {
        return test["expected_failure"] == true && !read.problems.is_empty();
    };
    let expected = &test["expected_output"];
    let constraints = expected["version_constraints"].as_array().unwrap();
    let same = |(found, expected): (&proofmark_vulndb::Constraint, &Value)| {
        let sign = expected[0].as_str().unwrap();
        let sign = if sign == "=" { "" } else { sign };
        found.comparator.sign() == sign && found.version == expected[1].as_str().unwrap()
    };
    range.kind() == expected["scheme"].as_str().unwrap()
        && range.constraints().len() == constraints.len()
        && range.constraints().iter().zip(constraints).all(same)
}

/// A range of the type a case names, which knows its order.
fn scheme(input: &Value) -> VersRange {
    VersRange::read(&format!("vers:{}/*", input["input_scheme"].as_str().unwrap())).value.unwrap()
}

fn texts(list: &Value) -> Vec<&str> {
    list.as_array().map(|list| list.iter().filter_map(Value::as_str).collect()).unwrap_or_default()
}

/// The suites of ranges in the notations of package managers, by the number of their cases.
const NATIVE_SUITES: [(&str, usize); 8] = [
    ("conan_range_from_native_basic_test", 20),
    ("conan_range_from_native_test", 209),
    ("gem_range_from_native_test", 1),
    ("nginx_range_from_native_test", 4),
    ("npm_range_from_native_test", 491),
    ("nuget_range_from_native_test", 1),
    ("openssl_range_from_native_test", 8),
    ("pypi_range_from_native_test", 3),
];

/// Ranges of npm that the suite takes for others than node-semver does: numbers that are left out, constraints that all must
/// hold, and alternatives that hold one another.
const AS_NODE_SEMVER: [&str; 12] = [
    "<= 1.0",
    ">= 0.2.0 <= 0.9.6 || ~0.8.0-pre",
    ">= 2.2.x",
    "^2.0.18 || ^3.0.16 || ^3.1.6 || ^4.0.8 || ^5.0.0-beta.5",
    "<2.0.18 || <3.0.16 || <3.1.6 || <4.0.8 || <5.0.0-beta.5",
    ">=5.0.3 >=4.2.1",
    ">= 1.x",
    "<2.0.1 || <1.1.7",
    ">= 5.2.1 <= 6.0.0 || >=6.0.0 <= 6.0.2",
    "2.1 || 2.6",
    "1.1.2 1.2.2",
    "<=2.1 >=1.1",
];

#[test]
fn every_native_range_of_the_vers_suites_is_the_same_range_or_argued() {
    let Some(suites) = test_suites() else { return };
    for (name, cases) in NATIVE_SUITES {
        let bytes = std::fs::read(suites.join("vers").join(format!("{name}.json"))).unwrap();
        let suite: Value = serde_json::from_slice(&bytes).unwrap();
        let tests = suite["tests"].as_array().unwrap();
        assert_eq!(tests.len(), cases, "{name} has other cases than those argued about");
        let broken: Vec<(&str, String)> = tests.iter().filter_map(differs).collect();
        println!("vers {name}: {} of {cases} cases hold", cases - broken.len());
        // Every version is every version, those before 0.0.0 too, and so is a range that says nothing.
        let of_conan =
            |written: &str| name.starts_with("conan") && (written.starts_with('*') || written.is_empty());
        // node-semver ends a range that it makes up before the pre-releases of what comes next.
        let of_npm = |says: &str| {
            let (found, expected) = says.split_once(", expected ").unwrap_or_default();
            name.starts_with("npm") && found.replace("-0", "") == expected
        };
        // RubyGems ends `~>` before the pre-releases of what comes next (`Gem::Requirement`: the release counts).
        let of_gem = |says: &str| {
            let (found, expected) = says.split_once(", expected ").unwrap_or_default();
            name.starts_with("gem") && found.replace(".A", "") == expected
        };
        let argued = |(written, says): &&(&str, String)| {
            of_conan(written)
                || of_npm(says)
                || of_gem(says)
                || (name.starts_with("npm") && AS_NODE_SEMVER.contains(written))
        };
        let unargued: Vec<_> = broken.iter().filter(|one| !argued(one)).collect();
        assert!(unargued.is_empty(), "{name}: {unargued:#?}");
    }
}

/// How a case differs: the same range holds the same versions, those of its bounds and between them.
fn differs(test: &Value) -> Option<(&str, String)> {
    let (input, expected) = (&test["input"], test["expected_output"].as_str());
    let (kind, written) = (input["scheme"].as_str().unwrap(), input["native_range"].as_str().unwrap());
    let read = NativeRange::read(kind, written);
    let Some(expected) = expected else {
        return read.ok().map(|range| (written, format!("{range:?}, and none was expected")));
    };
    let found = match read {
        Ok(range) => range.as_vers().map_or("no VERS".to_owned(), |vers| vers.to_string()),
        Err(fault) => format!("{fault:?}"),
    };
    (found != expected).then(|| (written, format!("{found}, expected {expected}")))
}
