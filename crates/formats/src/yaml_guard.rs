//! What makes a YAML document swell: aliases, a few lines of which become gigabytes in any reader that follows them, and brackets in
//! brackets, for which readers take time by the square of their number. Package managers write neither.

/// How deep brackets may stand in each other.
const DEEPEST: usize = 16;

/// Whether the text may hold an alias, or brackets too deep in each other.
pub(crate) fn would_swell(written: &str) -> bool {
    has_alias(written) || is_deep(written)
}

/// Brackets outside of quotes and comments. A quote begins where a value may, a comment behind a blank.
fn is_deep(written: &str) -> bool {
    let (mut depth, mut quote, mut is_escaped) = (0_usize, None, false);
    let (mut before, mut is_blank) = ('\n', true);
    let mut letters = written.chars();
    while let Some(letter) = letters.next() {
        if let Some(ends) = quote {
            if letter == ends && !is_escaped {
                quote = None;
            }
            is_escaped = ends == '"' && letter == '\\' && !is_escaped;
            (before, is_blank) = (letter, false);
            continue;
        }
        let begins = matches!(before, '\n' | ':' | '-' | '[' | '{' | ',' | '?');
        match letter {
            '\'' | '"' if begins => quote = Some(letter),
            '[' | '{' if begins || depth > 0 => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            '#' if is_blank => {
                letters.by_ref().find(|letter| *letter == '\n');
                (before, is_blank) = ('\n', true);
                continue;
            }
            _ => {}
        }
        if depth > DEEPEST {
            return true;
        }
        is_blank = letter.is_whitespace();
        // A line may end anywhere in a value, so it does not by itself let a new one begin inside of brackets.
        if !is_blank || letter == '\n' && depth == 0 {
            // A bracket in the midst of a text is part of the text, and so is what stands behind it.
            before = if depth == 0 && matches!(letter, '[' | '{') { 'x' } else { letter };
        }
    }
    false
}

/// Whether an alias may stand in the text: `*name` where a value begins, and nothing behind it. Rather too often than not: a line of
/// prose that looks so counts too.
fn has_alias(written: &str) -> bool {
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
    use super::{has_alias, is_deep};

    #[test]
    fn aliases_are_seen_wherever_a_value_may_begin() {
        for alias in [
            "a: *b",
            "a: [*b]",
            "a: [c,*b, d]",
            "- *b",
            "a:\n  *b",
            "? *b\n: c",
            "{a: *b}",
            "*b : c",
            "a: *b # why",
        ] {
            assert!(has_alias(alias), "{alias}");
        }
        assert!(is_deep(&"[".repeat(20)) && is_deep(&"a: {b:\n".repeat(20)) && is_deep(&"{'}': ".repeat(20)));
        assert!(!is_deep(&"a: {b: [c]}\nd: don't [[\n".repeat(100)) && !is_deep(&"a: '[[['\n".repeat(100)));
        for other in [
            "a: '*'",
            "a: \"*b\"",
            "a: x*y",
            "a: 2 * 3",
            "text: use **this**, please",
            "- node: '>= 4 || *'",
            "  * item",
        ] {
            assert!(!has_alias(other), "{other}");
        }
    }
}
