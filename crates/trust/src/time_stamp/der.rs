//! Reads and writes the distinguished encoding (ITU-T X.690) as far as time stamps need it: nothing else has a byte
//! that could be written in two ways.

use super::error::TimeStampError;

pub(super) const BOOLEAN: u8 = 0x01;
pub(super) const INTEGER: u8 = 0x02;
pub(super) const OCTETS: u8 = 0x04;
pub(super) const OID: u8 = 0x06;
pub(super) const UTF8: u8 = 0x0c;
pub(super) const GENERALIZED_TIME: u8 = 0x18;
pub(super) const SEQUENCE: u8 = 0x30;
pub(super) const SET: u8 = 0x31;

/// The tag `[number]`, constructed.
pub(super) const fn context(number: u8) -> u8 {
    0xa0 | number
}

/// What lies one behind the other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Der<'a>(&'a [u8]);

/// One of them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Element<'a> {
    /// Its tag.
    pub(super) tag: u8,
    /// What it holds.
    pub(super) content: &'a [u8],
    /// All of its bytes.
    pub(super) whole: &'a [u8],
}

impl<'a> Der<'a> {
    /// Reads these bytes.
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// The content of the one element these bytes are.
    pub(super) fn only(bytes: &'a [u8], tag: u8) -> Result<&'a [u8], TimeStampError> {
        let mut der = Self(bytes);
        let content = der.expect(tag)?;
        der.end()?;
        Ok(content)
    }

    /// Whether nothing is left.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The next element.
    pub(super) fn next(&mut self) -> Result<Element<'a>, TimeStampError> {
        let bad = TimeStampError::Encoding;
        let [tag, first, ..] = *self.0 else { return Err(bad) };
        // Tags of several bytes appear nowhere in what is read here.
        if tag & 0x1f == 0x1f {
            return Err(bad);
        }
        let (front, length) = if first < 0x80 {
            (2, usize::from(first))
        } else {
            // Indefinite lengths are not distinguished; four bytes are far more than the limit on a token.
            let count = usize::from(first & 0x7f);
            let digits = self.0.get(2..2 + count).filter(|_| (1..=4).contains(&count)).ok_or(bad)?;
            let length = digits.iter().fold(0_usize, |length, byte| length << 8 | usize::from(*byte));
            // Each length has one spelling only.
            if digits[0] == 0 || length < 0x80 {
                return Err(TimeStampError::Encoding);
            }
            (2 + count, length)
        };
        let end = front.checked_add(length).filter(|end| *end <= self.0.len());
        let (whole, rest) = self.0.split_at(end.ok_or(TimeStampError::Encoding)?);
        self.0 = rest;
        Ok(Element { tag, content: &whole[front..], whole })
    }

    /// The content of the next element, which must have this tag.
    pub(super) fn expect(&mut self, tag: u8) -> Result<&'a [u8], TimeStampError> {
        let element = self.next()?;
        if element.tag == tag { Ok(element.content) } else { Err(TimeStampError::Encoding) }
    }

    /// The next element, if there is one and it has this tag.
    pub(super) fn optional(&mut self, tag: u8) -> Result<Option<Element<'a>>, TimeStampError> {
        if self.0.first() == Some(&tag) { self.next().map(Some) } else { Ok(None) }
    }

    /// Nothing may follow.
    pub(super) fn end(&self) -> Result<(), TimeStampError> {
        if self.0.is_empty() { Ok(()) } else { Err(TimeStampError::Encoding) }
    }
}

/// One element of this tag around these parts.
pub(super) fn element(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    let digits: Vec<u8> = content.len().to_be_bytes().into_iter().skip_while(|byte| *byte == 0).collect();
    let length = match u8::try_from(content.len()) {
        Ok(short) if short < 0x80 => vec![short],
        _ => [&[0x80 | u8::try_from(digits.len()).unwrap_or_default()], digits.as_slice()].concat(),
    };
    [&[tag], length.as_slice(), &content].concat()
}

/// A number that is not negative, from its bytes.
pub(super) fn unsigned(bytes: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = bytes.iter().copied().skip_while(|byte| *byte == 0).collect();
    // A first bit that is set would make it negative, and zero has a byte too.
    let sign: &[u8] = if digits.first().is_none_or(|first| first & 0x80 != 0) { &[0] } else { &[] };
    element(INTEGER, &[sign, &digits])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_length_has_one_spelling_only() {
        assert_eq!(Der::only(&[4, 1, 9], OCTETS), Ok([9].as_slice()));
        for wrong in
            [&[4, 0x81, 1, 9][..], &[4, 0x80, 9, 0, 0], &[4, 2, 9], &[4, 1, 9, 9], &[0x1f, 1, 9], &[4], &[]]
        {
            assert!(Der::only(wrong, OCTETS).is_err(), "{wrong:?}");
        }
        let long = element(OCTETS, &[&[7; 300]]);
        assert_eq!(long[..4], [4, 0x82, 1, 44]);
        assert_eq!(Der::only(&long, OCTETS), Ok([7; 300].as_slice()));
        assert!(Der::only(&[&[4, 0x83, 0, 1, 44], [7; 300].as_slice()].concat(), OCTETS).is_err());
        assert_eq!(unsigned(&[0, 0x80]), [2, 2, 0, 0x80]);
        assert_eq!(unsigned(&[0, 0]), [2, 1, 0]);
        assert_eq!(unsigned(&[0, 5]), [2, 1, 5]);
    }

    proptest! {
        #[test]
        fn whatever_is_read_is_within_what_was_given(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let mut der = Der::new(&bytes);
            while let Ok(element) = der.next() {
                prop_assert!(element.whole.len() >= 2 && element.content.len() < element.whole.len());
            }
        }
    }
}
