//! What every range of versions must hold to, tried on ranges made of small parts.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use proofmark_vulndb::VersRange;
use proptest::prelude::*;

/// A range of small versions, sorted or not.
fn range() -> impl Strategy<Value = String> {
    let kind = prop::sample::select(
        &["npm", "pypi", "maven", "gem", "deb", "nuget", "conan", "generic", "alpm"][..],
    );
    let sign = prop::sample::select(&["", "!=", "<", "<=", ">", ">="][..]);
    let constraint = (sign, version()).prop_map(|(sign, version)| format!("{sign}{version}"));
    (kind, prop::collection::vec(constraint, 1..6))
        .prop_map(|(kind, constraints)| format!("vers:{kind}/{}", constraints.join("|")))
}

fn version() -> impl Strategy<Value = String> {
    (0_u8..3, 0_u8..3, prop::sample::select(&["", "", "", "-1", "-rc1"][..]))
        .prop_map(|(major, minor, tail)| format!("{major}.{minor}.0{tail}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    /// Simplifying twice is simplifying once, and changes nothing of what is inside.
    #[test]
    fn simplifying_keeps_what_is_inside(text in range(), version in version()) {
        let range = VersRange::read_loosely(&text).value.unwrap();
        let simple = range.simplified();
        prop_assert_eq!(&simple.simplified(), &simple);
        let (before, after) = (range.contains(&version), simple.contains(&version));
        // Fewer constraints may decide what more could not.
        prop_assert!(before.is_none() || before == after, "{} became {}, {} was {:?} and is {:?}", range, simple, version, before, after);
    }

    /// What is written is read as the same range, and strictly once it is simple and has no version twice.
    #[test]
    fn what_is_written_is_read_again(text in range()) {
        let range = VersRange::read_loosely(&text).value.unwrap();
        prop_assert_eq!(&VersRange::read_loosely(&range.to_string()).value.unwrap(), &range);
        if VersRange::read(&text).value.is_some() {
            prop_assert_eq!(&VersRange::read(&range.to_string()).value.unwrap(), &range);
        }
    }

    /// A range read strictly holds a version if and only if the plain reading of its intervals does.
    #[test]
    fn a_strict_range_is_its_intervals(text in range(), version in version()) {
        let Some(range) = VersRange::read(&text).value else { return Ok(()) };
        let order = range.order().unwrap();
        if !order.says_all() || order.read(&version).is_none()
            || range.constraints().iter().any(|one| order.read(&one.version).is_none()) {
            return Ok(());
        }
        prop_assert_eq!(range.contains(&version), Some(plainly(&range, &version)), "{} {}", range, version);
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "(vers:)?[a-z]{0,5}/?\\PC{0,60}", version in "\\PC{0,20}") {
        for read in [VersRange::read(&text), VersRange::read_loosely(&text)] {
            prop_assert!(read.value.is_some() || !read.problems.is_empty());
            for problem in &read.problems {
                let place = problem.place.bytes.clone().unwrap();
                prop_assert!(text.get(place).is_some(), "a place is a part of the text");
            }
            if let Some(range) = read.value {
                let _ = (range.contains(&version), range.simplified().to_string());
            }
        }
    }
}

/// The intervals of a sorted range without needless constraints, one by one.
fn plainly(range: &VersRange, version: &str) -> bool {
    let order = range.order().unwrap();
    let compared = |sign: &str, bound: &str| {
        let place = order.compare(version, bound).unwrap();
        match sign {
            "" => place.is_eq(),
            "!=" => place.is_ne(),
            "<" => place.is_lt(),
            "<=" => place.is_le(),
            ">" => place.is_gt(),
            _ => place.is_ge(),
        }
    };
    let constraints: Vec<(&str, &str)> =
        range.constraints().iter().map(|one| (one.comparator.sign(), one.version.as_str())).collect();
    if constraints.iter().any(|&(sign, bound)| sign == "!=" && !compared(sign, bound)) {
        return false;
    }
    if constraints.iter().all(|(sign, _)| *sign == "!=") {
        return true;
    }
    if constraints.iter().any(|&(sign, bound)| sign.is_empty() && compared(sign, bound)) {
        return true;
    }
    let bounds: Vec<(&str, &str)> =
        constraints.into_iter().filter(|(sign, _)| sign.starts_with(['<', '>'])).collect();
    let starts = |at: usize| bounds[at].0.starts_with('>');
    (0..bounds.len()).any(|at| {
        let (sign, bound) = bounds[at];
        match (starts(at), at.checked_sub(1).map(|before| bounds[before])) {
            // An upper bound with the lower one before it, or with nothing before it.
            (false, Some((lower, from))) => compared(lower, from) && compared(sign, bound),
            (false, None) => compared(sign, bound),
            (true, _) => at + 1 == bounds.len() && compared(sign, bound),
        }
    })
}
