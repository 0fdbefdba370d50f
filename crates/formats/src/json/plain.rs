//! JSON of which most is passed over, read in one go over its bytes.
//!
//! A [`Plain`] reader knows no problems: whatever is not as it mostly is, malformed or merely rare, is `None`, and the document
//! is read anew by a reader that says what it is. What is passed over is looked at as closely as what is kept.

use std::borrow::Cow;

use super::words::Words;

/// The deepest that is followed, whatever is allowed: every step is a call.
const DEEPEST: usize = 64;

/// A document and how far it was read.
#[derive(Debug)]
pub(crate) struct Plain<'a> {
    written: &'a str,
    at: usize,
    /// How many more objects and arrays may be opened in each other.
    room: usize,
}

impl<'a> Plain<'a> {
    /// Before the first byte.
    pub(crate) fn new(written: &'a str, most_deep: usize) -> Self {
        Self { written, at: 0, room: most_deep.min(DEEPEST) }
    }

    /// Nothing follows.
    pub(crate) fn end(mut self) -> Option<()> {
        self.next().is_none().then_some(())
    }

    /// The members of an object: `each` is called with a name and reads the value.
    pub(crate) fn members(&mut self, mut each: impl FnMut(&mut Self, &'a str) -> Option<()>) -> Option<()> {
        self.within(b'{', b'}', |it| {
            let Words(Cow::Borrowed(name)) = it.text()? else { return None };
            it.take(b':')?;
            each(it, name)
        })
    }

    /// The elements of an array: `each` reads one.
    pub(crate) fn elements(&mut self, each: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.within(b'[', b']', each)
    }

    /// What `read` makes of the value, or nothing where it is `null`.
    #[expect(clippy::option_option, reason = "given up, and `null`, are two things")]
    pub(crate) fn unless_null<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<Option<T>> {
        if self.next() == Some(b'n') {
            return self.word("null").map(|()| None);
        }
        read(self).map(Some)
    }

    /// A text.
    pub(crate) fn text(&mut self) -> Option<Words<'a>> {
        self.take(b'"')?;
        let start = self.at;
        self.at = end_of_plain(self.written.as_bytes(), start);
        if self.byte()? == b'"' {
            let text = self.written.get(start..self.at)?;
            self.at += 1;
            return Some(Words(Cow::Borrowed(text)));
        }
        self.rest_of_text()?;
        serde_json::from_str(self.written.get(start - 1..self.at)?).ok()
    }

    /// A text that is not kept.
    pub(crate) fn pass_text(&mut self) -> Option<()> {
        self.take(b'"')?;
        self.rest_of_text()
    }

    /// Any value, which is not kept.
    pub(crate) fn pass(&mut self) -> Option<()> {
        match self.next()? {
            b'"' => self.pass_text(),
            b'{' => self.members(|it, _| it.pass()),
            b'[' => self.elements(Self::pass),
            b't' => self.word("true"),
            b'f' => self.word("false"),
            b'n' => self.word("null"),
            _ => self.number(),
        }
    }

    /// The first byte of what comes next, behind white space.
    pub(crate) fn next(&mut self) -> Option<u8> {
        loop {
            match self.byte()? {
                b' ' | b'\n' | b'\r' | b'\t' => self.at += 1,
                byte => return Some(byte),
            }
        }
    }

    /// What stands in brackets, with commas between.
    fn within(
        &mut self,
        opening: u8,
        closing: u8,
        mut each: impl FnMut(&mut Self) -> Option<()>,
    ) -> Option<()> {
        self.take(opening)?;
        self.room = self.room.checked_sub(1)?;
        if self.next()? != closing {
            each(self)?;
            while self.next()? == b',' {
                self.at += 1;
                each(self)?;
            }
        }
        self.room += 1;
        self.take(closing)
    }

    /// The text to its end, the quotation mark included. One with a surrogate (`\ud83d`) is rare enough to be given up.
    fn rest_of_text(&mut self) -> Option<()> {
        loop {
            self.at = end_of_plain(self.written.as_bytes(), self.at);
            match self.byte()? {
                b'"' => break,
                b'\\' => {}
                _ => return None,
            }
            self.at += 1;
            match self.byte()? {
                b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => self.at += 1,
                b'u' => {
                    let digits = self.written.get(self.at + 1..self.at + 5)?;
                    let is_hexadecimal = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
                    let unit = u16::from_str_radix(digits, 16).ok().filter(|_| is_hexadecimal)?;
                    char::from_u32(u32::from(unit))?;
                    self.at += 5;
                }
                _ => return None,
            }
        }
        self.at += 1;
        Some(())
    }

    /// A number as JSON writes it (RFC 8259, section 6).
    fn number(&mut self) -> Option<()> {
        if self.byte() == Some(b'-') {
            self.at += 1;
        }
        if self.byte()? == b'0' {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.byte() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.byte() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.byte() {
                self.at += 1;
            }
            self.digits()?;
        }
        Some(())
    }

    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    fn word(&mut self, word: &str) -> Option<()> {
        let rest = self.written.as_bytes().get(self.at..)?;
        self.at += word.len();
        rest.starts_with(word.as_bytes()).then_some(())
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        let is_it = self.next()? == byte;
        self.at += 1;
        is_it.then_some(())
    }

    fn byte(&self) -> Option<u8> {
        self.written.as_bytes().get(self.at).copied()
    }
}

/// Every byte of eight this one.
const fn eight_of(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

/// Where from here on the first quotation mark, backslash or control character stands, or the end.
///
/// Eight bytes at a time, by the zero-byte test of Mycroft: a byte that is zero borrows from above, so that the lowest mark is
/// always right.
fn end_of_plain(bytes: &[u8], mut at: usize) -> usize {
    while let Some(chunk) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let eight = u64::from_le_bytes(*chunk);
        let (quotation, backslash) = (eight ^ eight_of(b'"'), eight ^ eight_of(b'\\'));
        let found = quotation.wrapping_sub(eight_of(1)) & !quotation
            | backslash.wrapping_sub(eight_of(1)) & !backslash
            | eight.wrapping_sub(eight_of(b' ')) & !eight;
        let marks = found & eight_of(0x80);
        if marks != 0 {
            return at + (marks.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    let is_end = |byte: &u8| matches!(byte, b'"' | b'\\' | ..b' ');
    bytes[at..].iter().position(is_end).map_or(bytes.len(), |found| at + found)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    fn passes(written: &str) -> bool {
        let mut plain = Plain::new(written, DEEPEST);
        plain.pass().and_then(|()| plain.end()).is_some()
    }

    #[test]
    fn what_is_out_of_the_ordinary_is_given_up() {
        for written in [
            "",
            " ",
            "{",
            "[1,]",
            "[1 2]",
            "{\"a\" 1}",
            "{\"a\":1,}",
            "{a:1}",
            "01",
            "-",
            "1.",
            ".1",
            "1e",
            "+1",
            "1 2",
            "nul",
            "nulls",
            "tru",
            "\"",
            "\"a",
            "\"\\",
            "\"\\\"",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\u+123\"",
            "\"\\ud800\"",
            "\"a\nb\"",
            "\"\u{1f}\"",
            "]",
            "[}",
            "{]",
            "[[1]",
            "\"\\u00é\"",
            "{\"\\u0061\":1}",
            "\u{a0}1",
        ] {
            assert!(!passes(written), "{written}");
        }
        for written in [
            " {\"a\" : [ ] , \"b\":{ }}\r\n\t",
            "[true,false,null]",
            "[-0,0.5,1e9,1E+07,12.25e-3]",
            "\"\\u00e9\\\"\\\\\\/\\b\\f\\n\\r\\t é😀\"",
        ] {
            assert!(passes(written), "{written}");
        }
        let nested = |deep: usize| "[".repeat(deep) + &"]".repeat(deep);
        assert!(passes(&nested(DEEPEST)) && !passes(&nested(DEEPEST + 1)) && !passes(&nested(100_000)));
        assert!(Plain::new(&nested(3), 2).pass().is_none());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(5000))]
        #[test]
        fn what_passes_is_json(
            written in r#"([\[{}\]]|"|, ?|: ?|"[a-d]":|"(\\[nu"\\])?[a-z0-9]{0,9}"|-?[0-9]{1,2}|[.eE+\-]|null|true|\\|[ \n\x01]|é){0,24}"#
        ) {
            prop_assert!(!passes(&written) || serde_json::from_str::<Value>(&written).is_ok(), "{}", written);
        }

        #[test]
        fn texts_are_as_they_are_written(text in "\\PC{0,30}|[\"\\\\\n\t\u{1} a-zé]{0,40}", before in " {0,9}") {
            let written = before + &serde_json::to_string(&text).unwrap_or_default();
            let mut plain = Plain::new(&written, 1);
            prop_assert_eq!(plain.text().map(Words::into_string), Some(text));
            prop_assert!(plain.end().is_some());
            prop_assert!(passes(&written));
        }

        #[test]
        fn eight_bytes_at_a_time_find_what_one_by_one_finds(bytes in proptest::collection::vec(any::<u8>(), 0..40), at in 0_usize..9) {
            let at = at.min(bytes.len());
            let plainly = (at..bytes.len()).find(|&at| bytes[at] < b' ' || bytes[at] == b'"' || bytes[at] == b'\\');
            prop_assert_eq!(end_of_plain(&bytes, at), plainly.unwrap_or(bytes.len()));
        }
    }
}
