//! How deep a JSON document nests, found without recursion.

use proofmark_facts::{Place, Problem};
use proofmark_text::text;

use crate::input::line_and_column;

/// The problem of a document that nests deeper than `most`, before anything recurses into it.
pub(crate) fn depth_error(written: &str, most: usize) -> Result<(), Box<Problem>> {
    if opens_few(written.as_bytes(), most) {
        return Ok(());
    }
    depth_within(written, most).map_err(|offset| {
        let place = Place {
            bytes: Some(offset..offset + 1),
            line_and_column: Some(line_and_column(written, offset)),
            ..Place::default()
        };
        Box::new(Problem::error(place, text!("formats-too-deep", most = most)))
    })
}

/// Whether so many brackets are opened at most, wherever they stand: then none is deeper. Most records have no more, and to
/// count them is far quicker than to tell which stand in texts.
fn opens_few(bytes: &[u8], most: usize) -> bool {
    let mut opened = 0_usize;
    bytes.chunks(128).all(|chunk| {
        // No more than fit into a byte, and nothing that could panic in between: so many are counted at once.
        let brackets = chunk.iter().map(|byte| u8::from(matches!(byte, b'{' | b'[')));
        let here = brackets.fold(0_u8, u8::wrapping_add);
        opened += usize::from(here);
        opened <= most
    })
}

/// `Ok` where objects and arrays stand at most `most` deep in each other, else the offset that is too deep.
///
/// Looks at brackets outside texts only: whether the document is JSON at all is the parser's to say.
fn depth_within(written: &str, most: usize) -> Result<(), usize> {
    let bytes = written.as_bytes();
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'{' | b'[' => {
                depth += 1;
                if depth > most {
                    return Err(at);
                }
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            b'"' => at = end_of_text(bytes, at + 1),
            // Documents written for people are a third indentation.
            b' ' if eight(bytes, at) == Some(SPACES) => at += 7,
            _ => {}
        }
        at += 1;
    }
    Ok(())
}

/// Eight spaces.
const SPACES: u64 = 0x2020_2020_2020_2020;

/// Eight bytes from here on, if there are so many.
fn eight(bytes: &[u8], at: usize) -> Option<u64> {
    let chunk = bytes.get(at..)?.first_chunk::<8>()?;
    Some(u64::from_le_bytes(*chunk))
}

/// Whether one of these eight bytes is this one (the zero-byte test of Mycroft: a byte that is zero borrows from above).
fn holds(eight: u64, byte: u8) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let differences = eight ^ ONES.wrapping_mul(u64::from(byte));
    differences.wrapping_sub(ONES) & !differences & (ONES << 7) != 0
}

/// The offset of the quotation mark that ends the text beginning at `at`.
fn end_of_text(bytes: &[u8], mut at: usize) -> usize {
    // Eight at a time: most bytes of a document stand in its texts.
    while eight(bytes, at).is_some_and(|eight| !holds(eight, b'"') && !holds(eight, b'\\')) {
        at += 8;
    }
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'"' => break,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{depth_within, opens_few};

    /// The same, byte by byte.
    fn plainly(written: &str, most: usize) -> Result<(), usize> {
        let (mut depth, mut inside, mut escaped) = (0_usize, false, false);
        for (at, byte) in written.bytes().enumerate() {
            match byte {
                _ if escaped => escaped = false,
                b'\\' if inside => escaped = true,
                b'"' => inside = !inside,
                b'{' | b'[' if !inside => {
                    depth += 1;
                    if depth > most {
                        return Err(at);
                    }
                }
                b'}' | b']' if !inside => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn what_opens_few_brackets_is_not_too_deep(written in r#"([\[{}\]]|"|[a-z]{1,99}){0,60}"#, most in 0_usize..40) {
            let opened = written.bytes().filter(|byte| matches!(byte, b'{' | b'[')).count();
            prop_assert_eq!(opens_few(written.as_bytes(), most), opened <= most);
            prop_assert!(opened > most || depth_within(&written, most).is_ok());
        }

        #[test]
        fn eight_bytes_at_a_time_say_the_same_as_one(written in r#"([\[{}\]]|"| {1,20}|\\|[a-zé¢]{1,9}){0,60}"#, most in 0_usize..6) {
            prop_assert_eq!(depth_within(&written, most), plainly(&written, most));
        }
    }

    #[test]
    fn brackets_inside_texts_do_not_count() {
        assert_eq!(depth_within(r#"{"[[[\"[[": ["{{{"]}"#, 2), Ok(()));
        assert_eq!(depth_within(r#"{"a": [[]]}"#, 2), Err(7));
        assert_eq!(depth_within(r#"{"a\"#, 2), Ok(()));
    }
}
