//! How deep a JSON document nests, found without recursion.

use proofmark_facts::{Place, Problem};
use proofmark_text::text;

use crate::input::line_and_column;

/// The problem of a document that nests deeper than `most`, before anything recurses into it.
pub(crate) fn depth_error(written: &str, most: usize) -> Result<(), Box<Problem>> {
    depth_within(written, most).map_err(|offset| {
        let place = Place {
            bytes: Some(offset..offset + 1),
            line_and_column: Some(line_and_column(written, offset)),
            ..Place::default()
        };
        Box::new(Problem::error(place, text!("formats-too-deep", most = most)))
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
            _ => {}
        }
        at += 1;
    }
    Ok(())
}

/// The offset of the quotation mark that ends the text beginning at `at`.
fn end_of_text(bytes: &[u8], mut at: usize) -> usize {
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
    use super::depth_within;

    #[test]
    fn brackets_inside_texts_do_not_count() {
        assert_eq!(depth_within(r#"{"[[[\"[[": ["{{{"]}"#, 2), Ok(()));
        assert_eq!(depth_within(r#"{"a": [[]]}"#, 2), Err(7));
        assert_eq!(depth_within(r#"{"a\"#, 2), Ok(()));
    }
}
