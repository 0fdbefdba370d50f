//! Which part of a whole an answer brings (RFC 9110 section 14.4).

/// A part of a whole of known length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContentRange {
    /// The place of its first byte.
    pub first: u64,
    /// The place of its last byte.
    pub last: u64,
    /// How many bytes the whole has.
    pub whole: u64,
}

impl ContentRange {
    /// Reads `bytes 100-199/200`. `None`: anything else, a part of unknown length or an impossible one too.
    pub fn parse(written: &str) -> Option<Self> {
        let (part, whole) = written.trim().strip_prefix("bytes ")?.split_once('/')?;
        let (first, last) = part.split_once('-')?;
        let range = Self { first: number(first)?, last: number(last)?, whole: number(whole)? };
        (range.first <= range.last && range.last < range.whole).then_some(range)
    }
}

/// Digits and nothing else: `parse` would take a sign.
fn number(written: &str) -> Option<u64> {
    let digits = !written.is_empty() && written.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| written.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_possible_part_of_a_known_whole_is_read() {
        let read = ContentRange::parse("bytes 100-199/200").unwrap();
        assert_eq!((read.first, read.last, read.whole), (100, 199, 200));
        for written in [
            "",
            "bytes",
            "bytes */200",
            "bytes 0-1/*",
            "bytes 5-4/9",
            "bytes 0-9/9",
            "bytes +0-1/9",
            "bytes 0-99999999999999999999/9",
            "lines 0-1/9",
        ] {
            assert_eq!(ContentRange::parse(written), None, "{written}");
        }
    }
}
