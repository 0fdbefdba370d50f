//! Whether a YAML document names something again by an alias. Package managers write none, and a few lines of them swell to gigabytes
//! in any reader that follows them.

/// Whether an alias may stand in the text: `*name` where a value begins, and nothing behind it. Rather too often than not: a line of
/// prose that looks so counts too.
pub(crate) fn has_alias(written: &str) -> bool {
    written.contains('*') && written.lines().any(line_has_alias)
}

fn line_has_alias(line: &str) -> bool {
    line.match_indices('*').any(|(at, _)| {
        let before = line[..at].trim_end();
        let begins = before.is_empty() || before.ends_with([':', '-', '[', '{', ',', '?', '>', '|']);
        let rest = &line[at + 1..];
        let end = rest.find([' ', '\t', ',', ']', '}', ':', '\r']).unwrap_or(rest.len());
        let (name, rest) = rest.split_at(end);
        let ends = rest.trim_start().is_empty() || rest.trim_start().starts_with([',', ']', '}', ':', '#']);
        begins && !name.is_empty() && ends && !name.contains(['\'', '"'])
    })
}

#[cfg(test)]
mod tests {
    use super::has_alias;

    #[test]
    fn aliases_are_seen_wherever_a_value_may_begin() {
        for alias in ["a: *b", "a: [*b]", "a: [c,*b, d]", "- *b", "a:\n  *b", "? *b\n: c", "{a: *b}", "*b : c", "a: *b # why"] {
            assert!(has_alias(alias), "{alias}");
        }
        for other in ["a: '*'", "a: \"*b\"", "a: x*y", "a: 2 * 3", "text: use **this**, please", "- node: '>= 4 || *'", "  * item"] {
            assert!(!has_alias(other), "{other}");
        }
    }
}
