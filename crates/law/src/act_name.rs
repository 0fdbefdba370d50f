//! An act of the Union by its short reference, in the reader's language.

use proofmark_text::{Text, text};

/// `Regulation (EU) 2017/745` as a sentence part that each language says its own way; other names stay as they are.
pub(crate) fn act_name(reference: &str) -> Text {
    let kinds: [(&str, fn(&str) -> Text); 3] = [
        ("Delegated Regulation ", |number| text!("law-name-delegated-regulation", number = number)),
        ("Regulation ", |number| text!("law-name-regulation", number = number)),
        ("Directive ", |number| text!("law-name-directive", number = number)),
    ];
    let named = kinds.iter().find_map(|(kind, name)| Some(name(reference.strip_prefix(kind)?)));
    named.unwrap_or_else(|| text!("law-name-other", name = reference))
}

#[cfg(test)]
mod tests {
    use proofmark_text::Language;

    use super::act_name;

    #[test]
    fn an_act_is_called_what_each_language_calls_it() {
        for (reference, german) in [
            ("Regulation (EU) 2017/745", "Verordnung (EU) 2017/745"),
            ("Directive 2014/90/EU", "Richtlinie 2014/90/EU"),
            ("Delegated Regulation (EU) 2025/1535", "Delegierte Verordnung (EU) 2025/1535"),
            ("RFC 9116", "RFC 9116"),
        ] {
            assert_eq!(act_name(reference).to_string(), reference);
            assert_eq!(act_name(reference).in_language(Language::German), german);
        }
    }
}
