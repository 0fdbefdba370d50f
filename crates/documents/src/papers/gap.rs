//! A gap: something the law asks for and the dossier does not state, marked where it would stand.

use proofmark_text::{Text, text};

use crate::{Callout, Inline};

/// A gap set apart: what is asked for, and where in the dossier it is stated.
pub(super) fn missing(what: Text, path: &str) -> Callout {
    let mut words = Inline::from(what).plain(" ");
    words.runs.extend(Inline::from(text!("papers-add-to-dossier", path = path)).runs);
    Callout::missing(words)
}

/// A gap in a line or a cell.
pub(super) fn mark(path: &str) -> Inline {
    Inline::missing(text!("papers-not-stated", path = path).to_string())
}

/// What is stated, or the mark that it is not.
pub(super) fn stated(value: Option<&str>, path: &str) -> Inline {
    filled(value).map_or_else(|| mark(path), address)
}

/// A value that says something: blank words state nothing.
pub(super) fn filled(value: Option<&str>) -> Option<&str> {
    value.map(str::trim).filter(|words| !words.is_empty())
}

/// Words, or an address to follow if that is all they are.
pub(super) fn address(words: &str) -> Inline {
    let single = !words.contains(char::is_whitespace);
    let web = words.starts_with("https://") || words.starts_with("http://") || words.starts_with("mailto:");
    if single && web {
        Inline::new().url(words)
    } else if single && is_mail(words) {
        Inline::new().url(format!("mailto:{words}"))
    } else {
        prose(words)
    }
}

/// Words of the makers; what they put in backticks is code, as in our own sentences.
pub(super) fn prose(words: &str) -> Inline {
    text!("papers-words", words = words).into()
}

fn is_mail(words: &str) -> bool {
    let at = words.split_once('@');
    at.is_some_and(|(name, host)| {
        !name.is_empty() && !name.contains(['/', ':']) && host.contains('.') && !host.contains(['@', '/'])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Run;

    #[test]
    fn only_what_is_an_address_is_followed() {
        let links = |words: &str| address(words).runs.iter().any(|run| run.target().is_some());
        assert!(links("https://example.eu/manual#updates") && links("psirt@example.eu"));
        assert!(!links("See https://example.eu/manual") && !links("pkg:npm/%40a/b@1.2"));
    }

    #[test]
    fn blank_words_state_nothing() {
        let said = stated(Some("  "), "operator.email");
        assert!(matches!(said.runs.as_slice(), [Run::Missing { text }] if text.contains("operator.email")));
    }
}
