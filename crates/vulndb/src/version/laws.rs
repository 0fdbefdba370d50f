//! What every order must hold to, tried on versions made of what its own versions are made of.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::{ORDERS, Order, Version};

/// The parts the versions of an order are made of, with small numbers so that ties and near misses are common.
fn parts(order: Order) -> &'static [&'static str] {
    match order {
        Order::SemVer => &["-a", "-rc.1", "+b", "-0", "-1", "v", "a"],
        Order::Npm => &["-a", "-rc.1", "+b", "-0", "v", "=", "beta"],
        Order::Pep440 => &["1!", "a1", "b2", "rc1", ".post1", ".dev", "-1", "+l.1", "+1", "_", "v"],
        Order::Go => &["-0.2019", "go", "rc1", "+incompatible", "v", "-pre"],
        Order::Dpkg | Order::Opam => &["~", "+", "-", "a", "rc", "~~", ":", "1:", "-1", "_"],
        Order::Rpm => &["~", "^", "-", "a", "el8", "1:", "-1", "_", "git"],
        Order::Bitnami => &["-1", "-0", "-rc1", "+b", "v"],
        Order::Maven => &[
            "-",
            "-",
            "a",
            "-alpha",
            "-rc",
            "rc",
            "-SNAPSHOT",
            "-ga",
            ".Final",
            "final",
            "-sp",
            "-x",
            "jre",
            "M1",
            "-1",
            "..",
        ],
        Order::NuGet => &["-a", "-A", "-beta.1", ".2", "+m", "-1", "-99999999999"],
        Order::RubyGems => &[".a", "a", ".pre", "-b", "-", ".rc1", "b"],
        Order::Composer => &[
            "-dev", ".x-dev", "-beta", "b", "RC", "a", "-p", "pl1", "v", "@dev", "2010", "-01", "0102", "-2",
            "+x",
        ],
        Order::Apk => &["a", "b", "_alpha", "_rc", "_p", "_git", "_pre", "-r0", "-r1", "-r", "~1f", "~a"],
        Order::Pub | Order::Julia => &["-a", "-1", "+1", "+b", "+1.b", "rc1", "-rc.1", "v"],
        Order::Cran | Order::Hackage => &["-", "-1", ".2", "-2"],
        Order::Conan => &["-", "a", "k", "+", "b", "-pre", "cci.", "*", "-1", "za"],
        Order::GitHubActions => &["v", "-rc1", "-a", "v4", "+b"],
        Order::Alpm => &["a", "rc", "-1", "-2", "1:", "_", "+", "..", "b"],
        Order::Gentoo => &["a", "b", "_alpha", "_rc", "_p", "_pre", "-r0", "-r1"],
        Order::OpenSsl => &["a", "b", "za", "-beta1", "-alpha2", "-dev", "-pre"],
        Order::IntDot => &["rc", "-", "a", ".."],
        Order::DateTime => {
            &["T00:00:00Z", "T00:00:01Z", "T00:00:00.5Z", "T01:00:00+01:00", "T00:00:00-05:00"]
        }
        Order::Lexicographic => &["a", "A", "é", "z", " "],
        Order::Linux => &["-rc1", "-rc2", "-rc10", "-yocto", "+git", "v", "_a", "-rc"],
        Order::Perl => &["v", "_", ".", ".00", "5", "_01"],
        Order::Generic => &["a", "b", "rc", "-", "patch", "post", "_", "beta"],
    }
}

/// Versions of one order, most of them readable, some huge.
fn versions(order: Order) -> BoxedStrategy<Vec<String>> {
    if order == Order::DateTime {
        let day = prop::sample::select(&["2024-01-01", "2023-12-31", "1969-12-31", "2024-01-02"][..]);
        let time = prop::sample::select(parts(order));
        let instant = (day, time).prop_map(|(day, time)| format!("{day}{time}"));
        return prop::collection::vec(instant, 4).boxed();
    }
    let number = prop_oneof![12 => "[0-3]", 2 => "[0-9]{2}", 1 => "0[0-9]", 1 => "[0-9]{19,25}"];
    let dotted = prop::collection::vec(number, 1..4).prop_map(|numbers| numbers.join("."));
    let part = prop_oneof![
        3 => prop::sample::select(parts(order)).prop_map(str::to_owned),
        1 => "[0-2]", 1 => Just(".".to_owned()), 1 => "\\.[0-2]",
    ];
    // Most begin with few numbers, so that they agree there and the rest decides.
    let near = prop_oneof![
        4 => prop::sample::select(&["1", "1.0", "1.0.0", "0", "1.1.0", "2.1.1"][..]).prop_map(str::to_owned),
        2 => dotted,
        1 => Just(String::new()),
    ];
    let version = (near, prop::collection::vec(part, 0..5))
        .prop_map(|(numbers, parts)| format!("{numbers}{}", parts.concat()));
    prop::collection::vec(version, 4).boxed()
}

fn law_of_two(
    order: Order,
    (a, one): (&str, Version<'_>),
    (b, other): (&str, Version<'_>),
) -> Result<(), String> {
    let (said, place) = (one.compare(other), one.place(other).ok_or("no place")?);
    if said.is_none() && order.says_all() {
        return Err(format!("{order:?}: nothing is said of {a} and {b}"));
    }
    if other.compare(one) != said.map(Ordering::reverse) || other.place(one) != Some(place.reverse()) {
        return Err(format!("{order:?}: {a} and {b} change with the side they stand on"));
    }
    if said.is_some_and(|said| said.is_ne() && said != place) || (order.says_all() && said != Some(place)) {
        return Err(format!("{order:?}: {a} and {b} have another place than they are said to have"));
    }
    let keys = one.coarse().cmp(&other.coarse());
    let fits = match said {
        Some(Ordering::Less) => keys.is_le(),
        Some(Ordering::Greater) => keys.is_ge(),
        Some(Ordering::Equal) | None => keys.is_eq(),
    };
    if !fits {
        return Err(format!("{order:?}: the keys of {a} and {b} contradict {said:?}"));
    }
    if said == Some(Ordering::Equal) && !one.is_build_of(other) {
        return Err(format!("{order:?}: {a} equals {b} and is no build of it"));
    }
    Ok(())
}

/// Versions of one order, readable and distinct.
fn collected(order: Order, count: usize, runner: &mut TestRunner) -> Vec<String> {
    let strategy = versions(order);
    let mut texts = BTreeSet::new();
    for _ in 0..10 * count {
        let made = strategy.new_tree(runner).map(|tree| tree.current()).unwrap_or_default();
        texts.extend(made.into_iter().filter(|text| order.read(text).is_some()));
        if texts.len() >= count {
            break;
        }
    }
    // A generator that makes no versions would prove nothing; of instants it has but a few.
    assert!(texts.len() >= count || order == Order::DateTime, "{order:?} read {}", texts.len());
    texts.into_iter().collect()
}

/// Sorted by their places, no version may stand before one it goes after, however far apart the two are: that is
/// totality and transitivity at once.
#[test]
fn every_order_is_total_and_its_keys_agree() {
    let mut runner = TestRunner::deterministic();
    for order in ORDERS {
        let texts = collected(order, 240, &mut runner);
        let mut read: Vec<(&str, Version<'_>)> =
            texts.iter().filter_map(|text| Some((text.as_str(), order.read(text)?))).collect();
        read.sort_by(|left, right| left.1.place(right.1).unwrap_or(Ordering::Equal));
        let mut same = 0;
        for (index, &one) in read.iter().enumerate() {
            assert_eq!(one.1.compare(one.1), Some(Ordering::Equal), "{order:?}: {} is not itself", one.0);
            let mut equal = true;
            for &other in &read[index + 1..] {
                law_of_two(order, one, other).unwrap_or_else(|broken| panic!("{broken}"));
                let place = one.1.place(other.1);
                assert_ne!(
                    place,
                    Some(Ordering::Greater),
                    "{order:?}: {} and {} in a circle",
                    one.0,
                    other.0
                );
                assert!(
                    equal || place != Some(Ordering::Equal),
                    "{order:?}: {} is {} and not",
                    one.0,
                    other.0
                );
                equal = place == Some(Ordering::Equal);
                same += usize::from(equal);
            }
        }
        println!("{order:?}: {} versions, {same} pairs of them the same", read.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_text_makes_a_reader_or_a_comparison_panic(left in "\\PC{0,40}", right in "[0-9a-zA-Z.~^+_@:!*-]{0,60}") {
        for order in ORDERS {
            for text in [&left, &right] {
                let _ = order.read(text).map(Version::coarse);
            }
            let _ = order.compare(&left, &right);
            let _ = order.compare(&right, &right);
        }
    }
}

#[test]
fn versions_of_any_length_are_compared_in_bounded_time() {
    for order in ORDERS {
        for part in ["1.", "a.", "1-", "a1", "-", "~", "1_p1", "0", ".0", "x.0"] {
            let long = format!("1.{}", part.repeat(20_000));
            let longer = format!("{long}1");
            let start = std::time::Instant::now();
            let _ = order.compare(&long, &longer);
            let _ = order.compare(&longer, &long);
            assert!(start.elapsed().as_secs() < 5, "{order:?} takes too long with {part}");
        }
    }
}
