//! The order of OCaml's packages (opam manual, "Version ordering"): Debian's, of the whole text, with neither
//! epoch nor revision.

use std::cmp::Ordering;

use super::coarse;
use super::dpkg;
use super::number;

/// A version, borrowed from its text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Opam<'a>(&'a str);

impl<'a> Opam<'a> {
    /// Letters, digits, `-`, `_`, `+`, `.` and `~` (opam manual, grammar of `<version>`).
    pub(crate) fn parse(written: &'a str) -> Option<Self> {
        let text = written.trim();
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_+.~".contains(&byte);
        (!text.is_empty() && text.bytes().all(allowed)).then_some(Self(text))
    }

    pub(crate) fn compare(self, other: Self) -> Ordering {
        dpkg::compare_part(self.0, other.0)
    }

    /// Versions that begin with a number come after a tilde and before everything else.
    pub(crate) fn coarse(self) -> u64 {
        match self.0.bytes().next() {
            Some(b'~') => 0,
            Some(first) if first.is_ascii_digit() => coarse::of_numbers(number::leading(self.0).0),
            _ => u64::MAX,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chain_of_the_manual_is_in_order() {
        let chain = [
            "~~", "~", "~beta2", "~beta10", "0.1", "1.0~beta", "1.0", "1.0-test", "1.0.1", "1.0.10", "dev",
            "trunk",
        ];
        for pair in chain.windows(2) {
            let [left, right] = [pair[0], pair[1]].map(|text| Opam::parse(text).unwrap());
            assert_eq!(left.compare(right), Ordering::Less, "{pair:?}");
            assert!(left.coarse() <= right.coarse(), "{pair:?}");
        }
        assert!(Opam::parse("1:0").is_none() && Opam::parse("").is_none());
    }
}
