//! How deeply a TOML source nests its values, found without recursion before a parser that recurses sees it.

use std::ops::Range;

use toml_parser::Source;
use toml_parser::lexer::TokenKind;

/// The deepest nesting of lists and inline tables; a dossier needs three.
const DEEPEST: usize = 8;

/// The first bracket that opens more than [`DEEPEST`] lists and inline tables within each other.
///
/// The TOML reader has a limit of its own, but forgets brackets it recovers from, and would then overflow its
/// stack. So that nothing it could hold open is missed here, only a bracket's own counterpart closes it.
pub(super) fn too_deep(source: &str) -> Option<Range<usize>> {
    let mut open = Vec::new();
    let (mut is_line_start, mut is_header) = (true, false);
    for token in Source::new(source).lex() {
        let kind = token.kind();
        match kind {
            TokenKind::Newline => is_header = false,
            TokenKind::LeftSquareBracket if is_line_start && open.is_empty() => is_header = true,
            _ if is_header => {}
            TokenKind::LeftSquareBracket => open.push(TokenKind::RightSquareBracket),
            TokenKind::LeftCurlyBracket => open.push(TokenKind::RightCurlyBracket),
            _ if open.last() == Some(&kind) => {
                open.pop();
            }
            _ => {}
        }
        if open.len() > DEEPEST {
            return Some(token.span().start()..token.span().end());
        }
        is_line_start = kind == TokenKind::Newline || (is_line_start && kind == TokenKind::Whitespace);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_nested_counts() {
        let wide = "[a]\n[[b]]\n[c # [[[[[[[[[[\nx = [[1], [2]]\ny = \"[[[[[[[[[[\"\n".repeat(100);
        assert_eq!(too_deep(&wide), None);
        assert_eq!(too_deep(&format!("x = {}1{}", "[".repeat(8), "]".repeat(8))), None);
        assert_eq!(too_deep(&format!("x = {}1{}", "[".repeat(9), "]".repeat(9))), Some(12..13));
    }

    #[test]
    fn a_bracket_is_closed_by_its_own_counterpart_only() {
        assert!(too_deep(&"a = { ]\n[b]\n".repeat(9)).is_some());
        assert!(too_deep(&format!("a = {}", "{ x = [ }".repeat(9))).is_some());
    }
}
