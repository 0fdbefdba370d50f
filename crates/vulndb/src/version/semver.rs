//! Semantic Versioning 2.0, section 11, for crates.io and every range of OSV type `SEMVER`.
//!
//! Read a little more widely than written: a leading `v`, missing or further numbers and leading zeros have
//! one obvious meaning, and refusing them would leave real components unchecked.

use std::cmp::Ordering;

use super::coarse;
use super::number;

/// A version, borrowed from its text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SemVer<'a> {
    /// The dotted numbers.
    pub(super) numbers: &'a str,
    /// The pre-release identifiers; a second part follows the first as if a dot stood between them.
    pub(super) pre: [&'a str; 2],
}

impl<'a> SemVer<'a> {
    pub(crate) fn parse(written: &'a str) -> Option<Self> {
        let text = written.strip_prefix(['v', 'V']).unwrap_or(written);
        let (text, build) = match text.split_once('+') {
            Some((text, build)) => (text, Some(build)),
            None => (text, None),
        };
        let (numbers, pre) = match text.split_once('-') {
            Some((numbers, pre)) => (numbers, Some(pre)),
            None => (text, None),
        };
        let readable = numbers.split('.').all(number::is_number)
            && pre.is_none_or(are_identifiers)
            && build.is_none_or(are_identifiers);
        readable.then_some(Self { numbers, pre: [pre.unwrap_or_default(), ""] })
    }

    pub(crate) fn compare(self, other: Self) -> Ordering {
        compare_numbers(self.numbers, other.numbers).then_with(|| self.compare_pre(other))
    }

    /// A version without pre-release goes after every one with.
    fn compare_pre(self, other: Self) -> Ordering {
        match (self.pre[0].is_empty(), other.pre[0].is_empty()) {
            (true, true) => Ordering::Equal,
            (true, false) => Ordering::Greater,
            (false, true) => Ordering::Less,
            (false, false) => compare_identifiers(self.identifiers(), other.identifiers()),
        }
    }

    fn identifiers(self) -> impl Iterator<Item = &'a str> {
        self.pre.into_iter().filter(|part| !part.is_empty()).flat_map(|part| part.split('.'))
    }

    pub(crate) fn coarse(self) -> u64 {
        coarse::of_numbers(self.numbers)
    }
}

/// Compares dotted numbers; a missing number is zero.
pub(super) fn compare_numbers(left: &str, right: &str) -> Ordering {
    let (mut left, mut right) = (coarse::dotted(left), coarse::dotted(right));
    loop {
        match (left.next(), right.next()) {
            (None, None) => return Ordering::Equal,
            (left, right) => match number::compare(left.unwrap_or("0"), right.unwrap_or("0")) {
                Ordering::Equal => {}
                unequal => return unequal,
            },
        }
    }
}

/// Numbers go before words, numbers by value, words by their bytes, and fewer identifiers before more.
pub(super) fn compare_identifiers<'a>(
    mut left: impl Iterator<Item = &'a str>,
    mut right: impl Iterator<Item = &'a str>,
) -> Ordering {
    loop {
        let (left, right) = match (left.next(), right.next()) {
            (None, None) => return Ordering::Equal,
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some(left), Some(right)) => (left, right),
        };
        let order = match (number::is_number(left), number::is_number(right)) {
            (true, true) => number::compare(left, right),
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            (false, false) => left.cmp(right),
        };
        if order.is_ne() {
            return order;
        }
    }
}

/// Dotted identifiers: letters, digits and hyphens, none empty.
pub(super) fn are_identifiers(dotted: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    dotted.split('.').all(|part| !part.is_empty() && part.bytes().all(allowed))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(left: &str, right: &str) -> Ordering {
        SemVer::parse(left).unwrap().compare(SemVer::parse(right).unwrap())
    }

    #[test]
    fn the_chain_of_section_11_is_in_order() {
        let chain = [
            "0.0.0-0",
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1.0.0",
            "2.0.0",
            "2.1.0",
            "2.1.1",
        ];
        for pair in chain.windows(2) {
            assert_eq!(order(pair[0], pair[1]), Ordering::Less, "{pair:?}");
        }
    }

    #[test]
    fn build_metadata_takes_no_part() {
        assert_eq!(order("1.0.0+a", "1.0.0+b"), Ordering::Equal);
        assert_eq!(order("v1.0", "1.0.0"), Ordering::Equal);
    }

    #[test]
    fn what_is_no_version_is_not_read() {
        for junk in ["", "v", "(devel)", "1.0.0]]", "1..0", "1.0.0-", "1.0.0-a..b", "1.0.0+", "one", "1.0 .0"]
        {
            assert!(SemVer::parse(junk).is_none(), "{junk}");
        }
    }
}
