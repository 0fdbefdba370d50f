//! The order of RPM packages (rpm-version(7); rpm `rpmio/rpmvercmp`): epoch, version, release.

use std::cmp::Ordering;

use super::coarse;
use super::number;

/// A version, borrowed from its text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rpm<'a> {
    epoch: &'a str,
    version: &'a str,
    release: Option<&'a str>,
}

impl<'a> Rpm<'a> {
    /// Splits as rpm does: digits before a colon are the epoch, the release follows the last hyphen.
    pub(crate) fn parse(written: &'a str) -> Option<Self> {
        let text = written.trim();
        let says_nothing = !text.bytes().any(|byte| byte.is_ascii_alphanumeric() || byte >= 0x80);
        let foreign = |byte: u8| {
            byte.is_ascii_whitespace() || byte.is_ascii_control() || b"()[]{}<>\"'".contains(&byte)
        };
        if says_nothing || text.bytes().any(foreign) {
            return None;
        }
        let (digits, rest) = number::leading(text);
        let (epoch, rest) = match rest.strip_prefix(':') {
            Some(rest) => (digits, rest),
            None => ("0", text),
        };
        let (version, release) = match rest.rsplit_once('-') {
            Some((version, release)) => (version, Some(release)),
            None => (rest, None),
        };
        Some(Self { epoch, version, release })
    }

    /// A version without release goes before the same version with one.
    pub(crate) fn compare(self, other: Self) -> Ordering {
        number::compare(self.epoch, other.epoch)
            .then_with(|| compare_part(self.version, other.version))
            .then_with(|| match (self.release, other.release) {
                (Some(left), Some(right)) => compare_part(left, right),
                (left, right) => left.is_some().cmp(&right.is_some()),
            })
    }

    /// The epoch alone: separators before the first number take no part in the order and may stand anywhere.
    pub(crate) fn coarse(self) -> u64 {
        coarse::of_epoch_and_number(self.epoch, "0")
    }
}

/// Segments of digits or letters in turn; all else separates. A tilde goes before the end, a caret after the
/// end and before anything else, digits after letters.
fn compare_part(left: &str, right: &str) -> Ordering {
    let (mut left, mut right) = (left.as_bytes(), right.as_bytes());
    loop {
        (left, right) = (without_separators(left), without_separators(right));
        match (left.first(), right.first()) {
            (Some(b'~'), Some(b'~')) | (Some(b'^'), Some(b'^')) => {}
            (Some(b'~'), _) | (None, Some(b'^')) => return Ordering::Less,
            (_, Some(b'~')) | (Some(b'^'), None) => return Ordering::Greater,
            (Some(b'^'), Some(_)) => return Ordering::Less,
            (Some(_), Some(b'^')) => return Ordering::Greater,
            (None, None) => return Ordering::Equal,
            (left, right) if left.is_none() || right.is_none() => {
                return left.is_some().cmp(&right.is_some());
            }
            _ => match compare_segment(&mut left, &mut right) {
                Ordering::Equal => continue,
                unequal => return unequal,
            },
        }
        (left, right) = (&left[1..], &right[1..]);
    }
}

fn without_separators(text: &[u8]) -> &[u8] {
    let speaks = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'~' | b'^');
    &text[text.iter().position(speaks).unwrap_or(text.len())..]
}

/// Compares and takes off one segment of the kind the left one begins with.
fn compare_segment(left: &mut &[u8], right: &mut &[u8]) -> Ordering {
    let numeric = left.first().is_some_and(u8::is_ascii_digit);
    let (left_segment, right_segment) = (take(left, numeric), take(right, numeric));
    if right_segment.is_empty() {
        return if numeric { Ordering::Greater } else { Ordering::Less };
    }
    if numeric { number::compare(left_segment, right_segment) } else { left_segment.cmp(right_segment) }
}

fn take<'a>(text: &mut &'a [u8], numeric: bool) -> &'a str {
    let belongs = |byte: &u8| if numeric { byte.is_ascii_digit() } else { byte.is_ascii_alphabetic() };
    let end = text.iter().position(|byte| !belongs(byte)).unwrap_or(text.len());
    let (segment, rest) = text.split_at(end);
    *text = rest;
    str::from_utf8(segment).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tilde_and_caret_stand_on_either_side_of_the_release() {
        let chain = ["1.0~rc1", "1.0~rc1^git1", "1.0", "1.0^git1~pre", "1.0^git1", "1.0.1", "1:0.1"];
        for pair in chain.windows(2) {
            let [left, right] = [pair[0], pair[1]].map(|text| Rpm::parse(text).unwrap());
            assert_eq!(left.compare(right), Ordering::Less, "{pair:?}");
        }
    }

    #[test]
    fn what_says_nothing_is_not_read() {
        for junk in ["", "-", "(none)", "(devel)", "5.4.0]]", "a b"] {
            assert!(Rpm::parse(junk).is_none(), "{junk}");
        }
    }
}
