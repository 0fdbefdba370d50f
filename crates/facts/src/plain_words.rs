//! Descriptions as their readers read them: what a comment links to inside the program is only named to whoever reads a
//! schema.

use serde_json::Value;

/// Takes the links into the program out of every description of a schema, or of any document that holds schemas.
pub fn in_plain_words(document: &mut Value) {
    match document {
        Value::Array(items) => items.iter_mut().for_each(in_plain_words),
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(words) if name == "description" => *words = plain_words(words),
                    other => in_plain_words(other),
                }
            }
        }
        _ => {}
    }
}

/// How a way through the program begins.
const BEGINNINGS: [&str; 5] = ["crate::", "super::", "self::", "std::", "proofmark_"];

/// The words without links into the program and without the ways inside it: the last name of each is what is left.
fn plain_words(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(start) = rest.find('[') {
        plain.push_str(&rest[..start]);
        let link = &rest[start..];
        let (said, length) = link_at(link).unwrap_or_else(|| ("[".to_owned(), 1));
        plain.push_str(&said);
        rest = &link[length..];
    }
    plain.push_str(rest);
    without_ways(&plain)
}

/// What a link at the beginning of these words says, and how long it is; `None`: it leads out of the program, or is none.
fn link_at(words: &str) -> Option<(String, usize)> {
    let close = words.find(']')?;
    let (said, after) = (&words[1..close], &words[close + 1..]);
    let code = said.strip_prefix('`').and_then(|said| said.strip_suffix('`')).filter(|said| !said.is_empty());
    let plain = code.map_or_else(|| said.to_owned(), |code| format!("`{}`", last_name(code)));
    let Some((target, _)) = after.strip_prefix('(').and_then(|after| after.split_once(')')) else {
        return code.map(|_| (plain, close + 1));
    };
    let leads_out = target.contains("//") || target.starts_with(['/', '#', '.']);
    (!leads_out && (code.is_some() || target.contains("::"))).then(|| (plain, close + 1 + target.len() + 2))
}

fn last_name(way: &str) -> &str {
    way.rsplit("::").next().unwrap_or_default()
}

/// The words with only the last name of every way through the program.
fn without_ways(words: &str) -> String {
    let belongs = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':';
    let plain = |word: &str| {
        let is_way = word.contains("::") && BEGINNINGS.iter().any(|begins| word.starts_with(begins));
        if is_way { last_name(word) } else { word }.to_owned()
    };
    let mut said = String::with_capacity(words.len());
    let mut rest = words;
    while !rest.is_empty() {
        let end = rest.find(|letter| !belongs(letter)).unwrap_or(rest.len());
        said.push_str(&plain(&rest[..end]));
        let after = rest[end..].chars().next().map_or(0, char::len_utf8);
        said.push_str(&rest[end..end + after]);
        rest = &rest[end + after..];
    }
    said
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn links_into_the_program_are_names() {
        for (written, plain) in [
            ("See [`Release`].", "See `Release`."),
            ("As [`crate::facts::Release::made_at`] says.", "As `made_at` says."),
            ("A [release](crate::Release) of it, [`R`](super::R).", "A release of it, `R`."),
            ("By `crate::actions::assess` or std::fmt", "By `assess` or fmt"),
            ("é::ö [ at ::1 or `cpe:/a:x::y`", "é::ö [ at ::1 or `cpe:/a:x::y`"),
            (
                "A list [1] of [RFC](https://rfc-editor.org/).",
                "A list [1] of [RFC](https://rfc-editor.org/).",
            ),
        ] {
            assert_eq!(plain_words(written), plain, "{written}");
        }
    }

    #[test]
    fn only_descriptions_are_read() {
        let mut document = json!({ "a": [{ "description": "[`A`]", "const": "[`A`]" }], "description": { "description": "[`b::C`]" } });
        in_plain_words(&mut document);
        let wanted = json!({ "a": [{ "description": "`A`", "const": "[`A`]" }], "description": { "description": "`C`" } });
        assert_eq!(document, wanted);
    }
}
