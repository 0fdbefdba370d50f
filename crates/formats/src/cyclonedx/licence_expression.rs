//! Whether a licence text has the grammar of an SPDX licence expression (SPDX 2.3 annex D).

/// Whether the text is an expression by its grammar: identifiers joined by `AND`, `OR` and `WITH`.
///
/// The identifiers are not looked up. A lone word with neither digit nor hyphen is taken for an expression
/// only when it is all capitals, as `MIT` and `ISC` are.
pub(crate) fn is_expression(written: &str) -> bool {
    let spaced = written.replace('(', " ( ").replace(')', " ) ");
    let (mut depth, mut wants_operand, mut count) = (0_usize, true, 0);
    for word in spaced.split_ascii_whitespace() {
        count += 1;
        match (word, wants_operand) {
            ("(", true) => depth += 1,
            (")", false) if depth > 0 => depth -= 1,
            ("AND" | "OR" | "WITH", false) => wants_operand = true,
            (word, true) if is_identifier(word) => wants_operand = false,
            _ => return false,
        }
    }
    depth == 0 && !wants_operand && (count > 1 || is_telling(written.trim()))
}

fn is_identifier(word: &str) -> bool {
    let operator = matches!(word, "AND" | "OR" | "WITH" | "(" | ")");
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'+' | b':');
    !operator && word.bytes().all(allowed)
}

fn is_telling(word: &str) -> bool {
    let digit_or_hyphen = word.bytes().any(|byte| byte.is_ascii_digit() || byte == b'-');
    digit_or_hyphen || word.bytes().all(|byte| byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::is_expression;

    #[test]
    fn expressions_are_told_from_names() {
        for expression in ["MIT", "Apache-2.0 OR MIT", "(MIT AND (ISC OR 0BSD)) OR GPL-2.0-only WITH x-1"] {
            assert!(is_expression(expression), "{expression}");
        }
        for name in ["", "Apache", "Apache License 2.0", "MIT OR", "(MIT", "MIT)", "MIT/X11", "OR MIT"] {
            assert!(!is_expression(name), "{name}");
        }
    }
}
