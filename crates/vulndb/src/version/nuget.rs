//! The order of NuGet packages (learn.microsoft.com, "Package versioning"; `NuGet.Versioning.VersionComparer`).
//!
//! Semantic Versioning with up to four numbers and labels that differ not by case. `1.0` is `1.0.0.0`, and build
//! metadata takes no part. A label is a number if it fits 32 bits with its sign, as it is for `int.TryParse`.

use std::cmp::Ordering;

use super::coarse;
use super::number;
use super::semver::{are_identifiers, compare_numbers};

/// The most numbers a version has.
const MOST_NUMBERS: usize = 4;

/// A version, borrowed from its text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NuGet<'a> {
    numbers: &'a str,
    /// The labels; empty for a release.
    labels: &'a str,
}

impl<'a> NuGet<'a> {
    pub(crate) fn parse(written: &'a str) -> Option<Self> {
        let text = written.trim();
        let (text, metadata) = match text.split_once('+') {
            Some((text, metadata)) => (text, Some(metadata)),
            None => (text, None),
        };
        let (numbers, labels) = match text.split_once('-') {
            Some((numbers, labels)) => (numbers, Some(labels)),
            None => (text, None),
        };
        let readable = numbers.split('.').all(number::is_number)
            && numbers.split('.').count() <= MOST_NUMBERS
            && labels.is_none_or(are_identifiers)
            && metadata.is_none_or(are_identifiers);
        readable.then_some(Self { numbers, labels: labels.unwrap_or_default() })
    }

    pub(crate) fn compare(self, other: Self) -> Ordering {
        compare_numbers(self.numbers, other.numbers).then_with(|| {
            match (self.labels.is_empty(), other.labels.is_empty()) {
                (false, false) => compare_labels(self.labels, other.labels),
                (left, right) => left.cmp(&right),
            }
        })
    }

    pub(crate) fn coarse(self) -> u64 {
        coarse::of_numbers(self.numbers)
    }
}

fn compare_labels(left: &str, right: &str) -> Ordering {
    let (mut left, mut right) = (left.split('.'), right.split('.'));
    loop {
        let (left, right) = match (left.next(), right.next()) {
            (Some(left), Some(right)) => (left, right),
            (left, right) => return left.is_some().cmp(&right.is_some()),
        };
        let order = match (left.parse::<i32>(), right.parse::<i32>()) {
            (Ok(left), Ok(right)) => left.cmp(&right),
            (Ok(_), Err(_)) => Ordering::Less,
            (Err(_), Ok(_)) => Ordering::Greater,
            (Err(_), Err(_)) => {
                let upper = |byte: u8| byte.to_ascii_uppercase();
                left.bytes().map(upper).cmp(right.bytes().map(upper))
            }
        };
        if order.is_ne() {
            return order;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(left: &str, right: &str) -> Ordering {
        NuGet::parse(left).unwrap().compare(NuGet::parse(right).unwrap())
    }

    #[test]
    fn four_numbers_and_labels_of_any_case() {
        let chain = [
            "0.9.9.1",
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-ALPHA.2",
            "1.0.0-alpha.10",
            "1.0.0-Beta",
            "1.0.0-rc",
            "1.0",
            "1.0.0.1-pre",
            "1.0.0.1",
            "1.0.1",
        ];
        for pair in chain.windows(2) {
            assert_eq!(order(pair[0], pair[1]), Ordering::Less, "{pair:?}");
        }
        for (one, same) in [("1.0", "1.0.0.0"), ("1.0-BETA", "1.0.0-beta"), ("1+a", "1"), ("1.01", "1.1.0")] {
            assert_eq!(order(one, same), Ordering::Equal, "{one} {same}");
        }
    }

    #[test]
    fn what_nuget_does_not_read_is_not_read() {
        for junk in ["", "1.0.0.0.0", "1.0-", "1.0+", "v1", "1.0-a..b", "[1.0,2.0)", "1.*", "1.0_1"] {
            assert!(NuGet::parse(junk).is_none(), "{junk}");
        }
    }
}
