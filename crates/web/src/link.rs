//! Links: paths and queries put together so that no value can change their shape.

use serde::Serialize;
use serde_json::Value;

/// A value as it stands in a path segment or a query: everything but unreserved letters is percent-encoded
/// (RFC 3986 section 2.1).
pub(crate) fn encoded(value: &str) -> String {
    let mut written = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            written.push(char::from(byte));
        } else {
            written.extend(["%", &format!("{byte:02X}")]);
        }
    }
    written
}

/// A path of these segments.
pub(crate) fn path(segments: &[&str]) -> String {
    segments.iter().fold(String::new(), |path, segment| format!("{path}/{}", encoded(segment)))
}

/// A path with a query of these names and values; those without a value are left out.
pub(crate) fn with_query(path: &str, query: &[(&str, &str)]) -> String {
    let pairs: Vec<String> = query
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
        .collect();
    if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
}

/// What a list was asked, as it stands in the address: each thing that was, under its own name. What is asked in future
/// is among it without anybody naming it here.
pub(crate) fn pairs_of(asked: &impl Serialize) -> Vec<(String, String)> {
    let Ok(Value::Object(fields)) = serde_json::to_value(asked) else { return Vec::new() };
    let written = |value: Value| match value {
        Value::Null | Value::Array(_) | Value::Object(_) => None,
        Value::String(words) => Some(words),
        Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
    };
    fields.into_iter().filter_map(|(name, value)| Some((name, written(value)?))).collect()
}

/// The same list from another place on; empty: from the beginning.
pub(crate) fn page_of(path: &str, asked: &impl Serialize, after: &str) -> String {
    let mut pairs = pairs_of(asked);
    pairs.retain(|(name, _)| name != "after");
    pairs.push(("after".to_owned(), after.to_owned()));
    let pairs: Vec<(&str, &str)> =
        pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    with_query(path, &pairs)
}

/// A path of our own that somebody sent along to come back to; anything else leads to the front page.
pub(crate) fn own_path(sent: &str) -> &str {
    let own = sent.starts_with('/')
        && !sent.starts_with("//")
        && !sent.contains('\\')
        && !sent.chars().any(char::is_control)
        && sent.len() <= 2000;
    if own { sent } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_value_changes_the_shape_of_a_path() {
        assert_eq!(path(&["o", "a/b", "1.0 beta?#"]), "/o/a%2Fb/1.0%20beta%3F%23");
        assert_eq!(with_query("/x", &[("q", "a&b=c"), ("r", "")]), "/x?q=a%26b%3Dc");
    }

    #[test]
    fn nobody_is_led_to_another_site() {
        for away in ["https://evil.example", "//evil.example", "/\\evil.example", "x", "", "/a\nb"] {
            assert_eq!(own_path(away), "/", "{away:?}");
        }
        assert_eq!(own_path("/o/a?x=1"), "/o/a?x=1");
    }
}
