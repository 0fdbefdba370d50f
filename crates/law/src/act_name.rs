//! An act of the Union by its short reference, in the reader's language.

use proofmark_text::{Text, text};

/// How a kind of act is named by its number.
type NamedBy = fn(Text) -> Text;

/// `Regulation (EU) 2017/745` as a sentence part that each language says its own way; other names stay as they are.
pub fn act_name(reference: &str) -> Text {
    if let Some(by) =
        reference.strip_prefix("Article 32(5a), as ").and_then(|rest| rest.strip_suffix(" inserts it"))
    {
        return text!("law-name-inserted-article", by = act_name(by));
    }
    let kinds: [(&str, NamedBy); 5] = [
        ("Delegated Regulation ", |number| text!("law-name-delegated-regulation", number = number)),
        ("Implementing Regulation ", |number| text!("law-name-implementing-regulation", number = number)),
        ("Regulation ", |number| text!("law-name-regulation", number = number)),
        ("Directive ", |number| text!("law-name-directive", number = number)),
        ("Official Journal ", |number| text!("law-name-official-journal", number = number)),
    ];
    let named = kinds.iter().find_map(|(kind, name)| Some(name(number(reference.strip_prefix(kind)?))));
    named.unwrap_or_else(|| text!("law-name-other", name = reference))
}

/// The number of an act: older ones have words in it.
fn number(written: &str) -> Text {
    if let Some(number) = written.strip_prefix("(EU) No ") {
        text!("law-name-number-of-the-union", number = number)
    } else if let Some(number) = written.strip_prefix("(EEC, Euratom) No ") {
        text!("law-name-number-of-two-communities", number = number)
    } else if let Some(number) = written.strip_suffix("/EC") {
        text!("law-name-number-of-the-community", number = number)
    } else {
        text!("law-name-other", name = written)
    }
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
            ("Implementing Regulation (EU) 2025/2392", "Durchführungsverordnung (EU) 2025/2392"),
            ("Regulation (EU) No 910/2014", "Verordnung (EU) Nr. 910/2014"),
            ("Regulation (EEC, Euratom) No 1182/71", "Verordnung (EWG, Euratom) Nr. 1182/71"),
            ("Directive 2009/48/EC", "Richtlinie 2009/48/EG"),
            ("Official Journal L, 2024/2847, 20.11.2024", "Amtsblatt L, 2024/2847, 20.11.2024"),
            (
                "Article 32(5a), as Regulation (EU) 2025/327 inserts it",
                "Artikel 32 Absatz 5a in der Fassung der Verordnung (EU) 2025/327",
            ),
            ("RFC 9116", "RFC 9116"),
        ] {
            assert_eq!(act_name(reference).to_string(), reference);
            assert_eq!(act_name(reference).in_language(Language::German), german);
        }
    }
}
