//! Every sentence the code names stands in the catalogue, with the same gaps; every one there is named.

use std::collections::{BTreeMap, BTreeSet};

use proofmark_text::Message;

use super::source::Source;

/// Reads every `text!("…")` of the code.
pub(crate) fn catalogue(sources: &[Source]) -> Vec<String> {
    let messages: BTreeMap<String, Message> =
        proofmark_text::messages().into_iter().map(|message| (message.id.clone(), message)).collect();
    let mut complaints = Vec::new();
    let mut named = BTreeSet::new();
    for source in sources.iter().filter(|source| source.ships() && source.room() != Some("text")) {
        for (id, args) in calls(&source.text) {
            match messages.get(&id) {
                None => complaints.push(format!("{}: `{id}` is not in the catalogue", source.path)),
                Some(message) => complaints.extend(
                    gaps(message)
                        .difference(&args)
                        .map(|gap| format!("{}: `{id}` is not given `{gap}`", source.path)),
                ),
            }
            named.insert(id);
        }
    }
    complaints.extend(
        messages
            .keys()
            .filter(|id| !named.contains(*id))
            .map(|id| format!("`{id}` is in the catalogue and nobody says it")),
    );
    complaints
}

/// Every call of the macro: its key and the names of its arguments.
fn calls(code: &str) -> Vec<(String, BTreeSet<String>)> {
    let mut found = Vec::new();
    for (at, start) in code.match_indices("text!(") {
        let Some(rest) = code[at + start.len()..].trim_start().strip_prefix('"') else { continue };
        let Some((id, rest)) = rest.split_once('"') else { continue };
        found.push((id.to_owned(), arguments(inside(rest))));
    }
    found
}

/// The text up to the bracket that closes the call.
fn inside(rest: &str) -> &str {
    let mut depth = 1_u32;
    let end = rest.char_indices().find(|(_, letter)| {
        match letter {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    end.map_or(rest, |(end, _)| &rest[..end])
}

/// Names before a single `=`, at the start of an argument.
fn arguments(call: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let bytes = call.as_bytes();
    for (at, _) in call.match_indices(" = ").chain(call.match_indices(" =\n")) {
        let name: String = call[..at]
            .chars()
            .rev()
            .take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '_')
            .collect::<Vec<char>>()
            .into_iter()
            .rev()
            .collect();
        let before = bytes[..at - name.len()].iter().rev().find(|byte| !byte.is_ascii_whitespace());
        if before == Some(&b',') {
            names.insert(name);
        }
    }
    names
}

/// The names of the gaps in a sentence and its hint.
fn gaps(message: &Message) -> BTreeSet<String> {
    let both = format!("{} {}", message.pattern, message.hint.as_deref().unwrap_or_default());
    // A dollar sign outside braces is a dollar sign.
    let after_dollar = both.split("{ $").skip(1);
    after_dollar
        .map(|rest| {
            let end = rest.find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '_'));
            rest[..end.unwrap_or(rest.len())].to_owned()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_over_several_lines_is_read() {
        let code = "text!(\n  \"law-x\",\n  name = f(a, b),\n  count = list.len(),\n)";
        let names: BTreeSet<String> = ["name", "count"].map(str::to_owned).into();
        assert_eq!(calls(code), [("law-x".to_owned(), names)]);
    }

    #[test]
    fn gaps_are_found_in_selectors_too() {
        let message = Message {
            room: "law",
            id: "law-x".into(),
            pattern: "{ $count -> [one] one *[other] { $count } } of { $name } in $HOME".into(),
            hint: None,
        };
        assert_eq!(gaps(&message), ["count", "name"].map(str::to_owned).into());
    }
}
