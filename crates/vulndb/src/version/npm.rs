//! npm's order: node-semver's reading of Semantic Versioning, in its loose form.
//!
//! Loose (`new SemVer(version, { loose: true })`): leading `v`, `=` and blanks, leading zeros, and a
//! pre-release with or without its hyphen. All three numbers must be there.

use super::number;
use super::semver::{SemVer, are_identifiers};

/// The longest version node-semver reads, in bytes (`MAX_LENGTH`).
const LONGEST_BYTES: usize = 256;
/// The greatest number node-semver reads (`Number.MAX_SAFE_INTEGER`).
const GREATEST_NUMBER: u64 = 9_007_199_254_740_991;

pub(crate) fn parse(written: &str) -> Option<SemVer<'_>> {
    let text = written.trim();
    if text.len() > LONGEST_BYTES {
        return None;
    }
    let text = text.trim_start_matches(|first: char| first == 'v' || first == '=' || first.is_whitespace());
    let mut end = 0;
    for place in 0..3 {
        if place > 0 {
            end += usize::from(text[end..].starts_with('.'));
        }
        let (digits, _) = number::leading(&text[end..]);
        let dotted = place == 0 || text[..end].ends_with('.');
        if !dotted || digits.is_empty() || number::at_most(digits, u64::MAX) > GREATEST_NUMBER {
            return None;
        }
        end += digits.len();
    }
    let (numbers, rest) = text.split_at(end);
    let (pre, build) = match rest.split_once('+') {
        Some((pre, build)) => (pre, Some(build)),
        None => (rest, None),
    };
    // A hyphen is an identifier's own character too: `1.2.3-` has the pre-release `-`, `1.2.3-.x` has `-.x`.
    let without_hyphen = pre.strip_prefix('-').filter(|rest| are_identifiers(rest));
    let pre = without_hyphen.unwrap_or(pre);
    let readable = (pre.is_empty() || are_identifiers(pre)) && build.is_none_or(are_identifiers);
    readable.then_some(SemVer { numbers, pre: [pre, ""] })
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use super::*;

    fn order(left: &str, right: &str) -> Ordering {
        parse(left).unwrap().compare(parse(right).unwrap())
    }

    #[test]
    fn loose_spellings_are_read() {
        assert_eq!(order("=v 1.2.3", "1.2.3"), Ordering::Equal);
        assert_eq!(order("1.2.3beta", "1.2.3-beta"), Ordering::Equal);
        assert_eq!(order("01.02.03", "1.2.3"), Ordering::Equal);
        assert_eq!(order("1.2.3-beta.01", "1.2.3-beta.1"), Ordering::Equal);
        assert_eq!(order("1.2.3-", "1.2.3"), Ordering::Less);
    }

    #[test]
    fn what_node_semver_does_not_read_is_not_read() {
        let too_big = "1.2.9007199254740992";
        for junk in ["", "1", "1.2", "1.2.3.4", "1.2.x", "a1.2.3", "1.2.3.a", "1.2.3 4", "latest", too_big] {
            assert!(parse(junk).is_none(), "{junk}");
        }
    }
}
