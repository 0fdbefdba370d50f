//! Versions: what a change is written over, as a request says it (RFC 9110 section 13.1.1, RFC 6585 section 3).

use proofmark_actions::{ActionError, Over};
use proofmark_text::text;

use crate::call::Call;
use crate::refusal::Refusal;

/// The version of what may be made and is not there yet: whoever saw nothing writes over nothing.
pub(crate) const NOTHING_THERE: &str = "none";

/// How many versions a request may name.
const MOST_TAGS: usize = 32;

/// What the change is to be written over: the versions in `If-Match`, which must be sent. `*` is whatever is there.
pub(crate) fn over(call: &Call<'_>) -> Result<Over, Refusal> {
    let sent = call.asked.if_match.as_deref();
    let sent = sent.ok_or_else(|| Refusal::new(428, text!("desk-if-match-missing")))?;
    if sent.trim() == "*" {
        return Ok(Over::Anything);
    }
    let moved = || Refusal::new(412, text!("desk-moved"));
    let tags = tags(sent).ok_or_else(moved)?;
    // A weak tag, a tag of something else: none of them is the version that is there.
    let mut seen: Vec<Over> = tags.into_iter().filter_map(version).collect();
    match seen.len() {
        0 => Err(moved()),
        1 => Ok(seen.remove(0)),
        _ => Ok(Over::OneOf(seen)),
    }
}

fn version(tag: &str) -> Option<Over> {
    if tag == NOTHING_THERE { Some(Over::Nothing) } else { tag.parse().ok().map(Over::Version) }
}

/// The strong tags of a list (RFC 9110 section 8.8.3), without their quotes; `None`: this is no list of tags. A tag alone may
/// come without quotes.
fn tags(list: &str) -> Option<Vec<&str>> {
    let mut rest = list.trim();
    if !rest.contains(['"', ',']) {
        return Some(vec![rest]);
    }
    let mut found = Vec::new();
    for _ in 0..=MOST_TAGS {
        rest = rest.trim_start_matches([' ', '\t', ',']);
        if rest.is_empty() {
            return Some(found);
        }
        let is_weak = rest.starts_with("W/");
        let (tag, after) = rest.strip_prefix("W/").unwrap_or(rest).strip_prefix('"')?.split_once('"')?;
        let after = after.trim_start();
        if !after.is_empty() && !after.starts_with(',') {
            return None;
        }
        // A weak one never matches here (section 13.1.1).
        found.extend((!is_weak).then_some(tag));
        rest = after;
    }
    None
}

/// What came of a change over a version: one that moved is a precondition that failed, not a conflict.
pub(crate) fn over_version<T>(outcome: Result<T, ActionError>) -> Result<T, Refusal> {
    outcome.map_err(|error| match error {
        ActionError::Moved(says) => Refusal::new(412, says),
        other => other.into(),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_list_of_tags_is_read_as_the_standard_writes_it() {
        for (list, found) in [
            ("\"a\"", Some(vec!["a"])),
            ("a", Some(vec!["a"])),
            ("\"a\", \"b\"", Some(vec!["a", "b"])),
            ("\"a\" ,,\t\"b,c\" ", Some(vec!["a", "b,c"])),
            ("W/\"a\", \"b\"", Some(vec!["b"])),
            ("W/\"a\"", Some(vec![])),
            ("\"\"", Some(vec![""])),
            (",", Some(vec![])),
            ("\"a", None),
            ("a, b", None),
            ("\"a\" \"b\"", None),
            ("\"a\", *", None),
        ] {
            assert_eq!(tags(list), found, "{list}");
        }
        assert_eq!(tags(&"\"a\",".repeat(MOST_TAGS)).map(|found| found.len()), Some(MOST_TAGS));
        assert_eq!(tags(&"\"a\",".repeat(MOST_TAGS + 1)), None);
    }

    proptest! {
        #[test]
        fn any_list_of_tags_comes_back(tags in proptest::collection::vec("[!#-~]{0,9}", 1..9)) {
            let list = tags.iter().map(|tag| format!("\"{tag}\"")).collect::<Vec<_>>().join(", ");
            prop_assert_eq!(super::tags(&list), Some(tags.iter().map(String::as_str).collect()));
        }

        #[test]
        fn any_text_is_read_or_refused(sent in "\\PC{0,60}") {
            let _ = tags(&sent);
        }
    }
}
