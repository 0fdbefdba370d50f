//! The order of Debian packages (Debian Policy 5.6.12; deb-version(7)).

use std::cmp::Ordering;

use super::coarse;
use super::number;

/// The greatest epoch dpkg reads (`INT_MAX`).
const GREATEST_EPOCH: u64 = 2_147_483_647;

/// A version, borrowed from its text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Dpkg<'a> {
    epoch: &'a str,
    upstream: &'a str,
    revision: &'a str,
}

impl<'a> Dpkg<'a> {
    pub(crate) fn parse(written: &'a str) -> Option<Self> {
        let text = written.trim();
        let (epoch, rest) = match text.split_once(':') {
            Some((epoch, rest)) if number::at_most(epoch, u64::MAX) <= GREATEST_EPOCH => (epoch, rest),
            Some(_) => return None,
            None => ("0", text),
        };
        let (upstream, revision) = match rest.rsplit_once('-') {
            Some((_, "")) => return None,
            Some(parts) => parts,
            None => (rest, ""),
        };
        let common = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'+' | b'~');
        let readable = number::is_number(epoch)
            && upstream.starts_with(|first: char| first.is_ascii_digit())
            && upstream.bytes().all(|byte| common(byte) || matches!(byte, b'-' | b':'))
            && revision.bytes().all(common);
        readable.then_some(Self { epoch, upstream, revision })
    }

    pub(crate) fn compare(self, other: Self) -> Ordering {
        number::compare(self.epoch, other.epoch)
            .then_with(|| compare_part(self.upstream, other.upstream))
            .then_with(|| compare_part(self.revision, other.revision))
    }

    /// Upstream versions begin with a number here, so it is the first thing compared after the epoch.
    pub(crate) fn coarse(self) -> u64 {
        coarse::of_epoch_and_number(self.epoch, number::leading(self.upstream).0)
    }
}

/// Runs of other characters and runs of digits in turn: a tilde before the end, the end before letters,
/// letters before the rest.
pub(super) fn compare_part(mut left: &str, mut right: &str) -> Ordering {
    while !left.is_empty() || !right.is_empty() {
        let (left_run, left_rest) = other_characters(left);
        let (right_run, right_rest) = other_characters(right);
        let weights = |run: &str, index: usize| run.as_bytes().get(index).map_or(0, |&byte| weight(byte));
        for index in 0..left_run.len().max(right_run.len()) {
            match weights(left_run, index).cmp(&weights(right_run, index)) {
                Ordering::Equal => {}
                unequal => return unequal,
            }
        }
        let (left_number, left_rest) = number::leading(left_rest);
        let (right_number, right_rest) = number::leading(right_rest);
        match number::compare(left_number, right_number) {
            Ordering::Equal => (left, right) = (left_rest, right_rest),
            unequal => return unequal,
        }
    }
    Ordering::Equal
}

fn other_characters(text: &str) -> (&str, &str) {
    let end = text.bytes().position(|byte| byte.is_ascii_digit()).unwrap_or(text.len());
    text.split_at(end)
}

fn weight(byte: u8) -> i32 {
    match byte {
        b'~' => -1,
        letter if letter.is_ascii_alphabetic() => i32::from(letter),
        other => i32::from(other) + 256,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chain_of_debian_policy_is_in_order() {
        let chain = [
            "1.0~~",
            "1.0~~a",
            "1.0~",
            "1.0",
            "1.0a",
            "1.0+b1",
            "1.0-1~bpo",
            "1.0-1",
            "1.0-1+deb12u1",
            "1:0.9",
        ];
        let parse = |text| Dpkg::parse(text).unwrap();
        for pair in [[0, 1], [1, 2], [2, 3], [3, 7], [6, 7], [7, 8], [4, 5], [8, 9]] {
            let [left, right] = pair.map(|index: usize| chain[index]);
            assert_eq!(parse(left).compare(parse(right)), Ordering::Less, "{left} {right}");
        }
        assert_eq!(parse("0:1.0-0").compare(parse("1.0")), Ordering::Equal);
    }

    #[test]
    fn what_is_no_debian_version_is_not_read() {
        for junk in ["", ":", "1:", "a:1", "1.0-", "none", "(devel)", "5.4.0]]", "1 0", "99999999999:1"] {
            assert!(Dpkg::parse(junk).is_none(), "{junk}");
        }
    }
}
