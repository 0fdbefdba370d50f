//! The value of one attribute of a CPE name: anything, not applicable, or a text with its quoting (NIST IR 7695, 5.3).

use std::fmt::{self, Write as _};

/// What an attribute of a CPE name says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CpeValue {
    /// `ANY`: nothing is said, every value fits.
    Any,
    /// `NA`: the attribute does not apply.
    Na,
    /// This text.
    Text(CpeText),
}

/// A text of a CPE name in its well-formed spelling: small letters, digits and underscores as they are, every other
/// character behind a backslash. `*` and `?` without a backslash stand for other characters and only at the two ends.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CpeText(String);

/// One step of a CPE text, its quoting taken off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CpeSymbol {
    /// This character.
    Literal(char),
    /// `?`: one character or none.
    AtMostOne,
    /// `*`: any number of characters.
    Any,
}

/// Why symbols are no CPE text, with the number of the one it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotAText {
    /// There are none.
    Empty,
    /// Only printable ASCII without blanks can stand in a name.
    Character(usize),
    /// A wildcard stands between other characters, or nothing stands beside `*`.
    Wildcard(usize),
    /// A hyphen alone would be read back as `NA`.
    Hyphen,
}

impl CpeValue {
    /// The text, where it says one.
    pub fn text(&self) -> Option<&CpeText> {
        match self {
            Self::Text(text) => Some(text),
            Self::Any | Self::Na => None,
        }
    }

    /// The text without its quoting, where the value says one and nothing in it is a wildcard.
    pub fn plain(&self) -> Option<String> {
        self.text().and_then(CpeText::plain)
    }
}

impl CpeText {
    /// This very text, in small letters, nothing in it a wildcard. `None` where it cannot stand in a name: it is
    /// empty, a hyphen alone, or holds other characters than printable ASCII.
    pub fn literal(text: &str) -> Option<Self> {
        Self::of(text.chars().map(CpeSymbol::Literal)).ok()
    }

    /// Puts symbols together.
    pub(crate) fn of(symbols: impl Iterator<Item = CpeSymbol>) -> Result<Self, NotAText> {
        let symbols: Vec<CpeSymbol> = symbols.collect();
        let is_literal = |symbol: &CpeSymbol| matches!(symbol, CpeSymbol::Literal(_));
        if symbols.is_empty() {
            return Err(NotAText::Empty);
        }
        if symbols == [CpeSymbol::Literal('-')] {
            return Err(NotAText::Hyphen);
        }
        let visible =
            |symbol: &CpeSymbol| !matches!(symbol, CpeSymbol::Literal(it) if !it.is_ascii_graphic());
        if let Some(at) = symbols.iter().position(|symbol| !visible(symbol)) {
            return Err(NotAText::Character(at));
        }
        match (symbols.iter().position(is_literal), symbols.iter().rposition(is_literal)) {
            (Some(first), Some(last)) => {
                let inside = &symbols[first..=last];
                if let Some(at) = inside.iter().position(|symbol| !is_literal(symbol)) {
                    return Err(NotAText::Wildcard(first + at));
                }
                check_end(&symbols[..first]).map_err(NotAText::Wildcard)?;
                check_end(&symbols[last + 1..]).map_err(|at| NotAText::Wildcard(last + 1 + at))?;
            }
            // Only wildcards: a run of `?` says how long a text may be, `*` would be `ANY`.
            _ if symbols.iter().all(|symbol| *symbol == CpeSymbol::AtMostOne) => {}
            _ => return Err(NotAText::Wildcard(0)),
        }
        let mut text = String::with_capacity(symbols.len());
        for symbol in symbols {
            push(symbol, &mut text);
        }
        Ok(Self(text))
    }

    /// In its well-formed spelling: `big\$money`, `1\.0\*`.
    pub fn as_quoted(&self) -> &str {
        &self.0
    }

    /// The symbols, from the left.
    pub fn symbols(&self) -> impl Iterator<Item = CpeSymbol> {
        let mut letters = self.0.chars();
        std::iter::from_fn(move || {
            Some(match letters.next()? {
                // A text never ends in a backslash that quotes nothing.
                '\\' => CpeSymbol::Literal(letters.next()?),
                '*' => CpeSymbol::Any,
                '?' => CpeSymbol::AtMostOne,
                letter => CpeSymbol::Literal(letter),
            })
        })
    }

    /// Whether anything in it is a wildcard.
    pub fn has_wildcards(&self) -> bool {
        self.symbols().any(|symbol| !matches!(symbol, CpeSymbol::Literal(_)))
    }

    /// Without its quoting; `None` where anything in it is a wildcard.
    pub fn plain(&self) -> Option<String> {
        let literal = |symbol| match symbol {
            CpeSymbol::Literal(letter) => Some(letter),
            CpeSymbol::AtMostOne | CpeSymbol::Any => None,
        };
        self.symbols().map(literal).collect()
    }
}

impl fmt::Display for CpeText {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// One `*`, or any number of `?`.
fn check_end(wildcards: &[CpeSymbol]) -> Result<(), usize> {
    match wildcards.iter().position(|symbol| *symbol == CpeSymbol::Any) {
        Some(at) if wildcards.len() > 1 => Err(at),
        _ => Ok(()),
    }
}

fn push(symbol: CpeSymbol, text: &mut String) {
    let written = match symbol {
        CpeSymbol::Any => text.write_char('*'),
        CpeSymbol::AtMostOne => text.write_char('?'),
        CpeSymbol::Literal(letter) if letter.is_ascii_alphanumeric() || letter == '_' => {
            text.write_char(letter.to_ascii_lowercase())
        }
        CpeSymbol::Literal(letter) => write!(text, "\\{letter}"),
    };
    written.expect("writing into a string cannot fail");
}

#[cfg(test)]
mod tests {
    use super::CpeSymbol::{Any, AtMostOne, Literal};
    use super::*;

    #[test]
    fn wildcards_stand_at_the_ends_alone() {
        let text = |symbols: &[CpeSymbol]| CpeText::of(symbols.iter().copied());
        assert_eq!(text(&[Any, Literal('a'), AtMostOne, AtMostOne]).unwrap().as_quoted(), "*a??");
        assert_eq!(text(&[AtMostOne, AtMostOne]).unwrap().as_quoted(), "??");
        assert_eq!(text(&[Literal('a'), Any, Literal('b')]), Err(NotAText::Wildcard(1)));
        assert_eq!(text(&[Any, Any, Literal('b')]), Err(NotAText::Wildcard(0)));
        assert_eq!(text(&[Literal('b'), AtMostOne, Any]), Err(NotAText::Wildcard(2)));
        assert_eq!(text(&[Any]), Err(NotAText::Wildcard(0)));
        assert_eq!(text(&[]), Err(NotAText::Empty));
    }

    #[test]
    fn a_literal_text_is_quoted_and_comes_back() {
        let text = CpeText::literal("Big$Money_1.0*").unwrap();
        assert_eq!(text.as_quoted(), r"big\$money_1\.0\*");
        assert_eq!(text.plain().as_deref(), Some("big$money_1.0*"));
        assert!(!text.has_wildcards());
        for nothing in ["", "-", "a b", "ü", "a\u{7}"] {
            assert_eq!(CpeText::literal(nothing), None, "{nothing}");
        }
    }
}
