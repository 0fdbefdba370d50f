//! The catalogue as it is written: what the checks that hold code and catalogue against each other read.

use crate::Language;
use crate::files::files;

/// One entry of the catalogue, for the checks that hold code and catalogue against each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The room whose file holds it.
    pub room: &'static str,
    /// Its key.
    pub id: String,
    /// The pattern as written, gaps included.
    pub pattern: String,
    /// The hint as written, if it has one.
    pub hint: Option<String>,
}

/// Every entry of the English catalogue, in the order of the files.
pub fn messages() -> Vec<Message> {
    let mut all: Vec<Message> = Vec::new();
    for (room, source) in files(Language::English) {
        let mut last = None;
        for line in source.lines() {
            let starts_entry = line.starts_with(|first: char| first.is_ascii_alphabetic());
            match line.split_once('=') {
                Some((id, pattern)) if starts_entry => {
                    let (id, pattern) = (id.trim().to_owned(), pattern.trim().to_owned());
                    all.push(Message { room, id, pattern, hint: None });
                    last = Some(Part::Pattern);
                }
                Some((attribute, pattern)) if attribute.trim() == ".hint" => {
                    if let Some(message) = all.last_mut() {
                        message.hint = Some(pattern.trim().to_owned());
                    }
                    last = Some(Part::Hint);
                }
                // A pattern goes on in the indented lines below it.
                _ if line.starts_with(' ') => {
                    if let (Some(message), Some(part)) = (all.last_mut(), &last) {
                        let text = match part {
                            Part::Pattern => &mut message.pattern,
                            Part::Hint => message.hint.get_or_insert_default(),
                        };
                        text.push(' ');
                        text.push_str(line.trim());
                    }
                }
                _ => last = None,
            }
        }
    }
    all
}

/// Which part of an entry a line goes on with.
enum Part {
    Pattern,
    Hint,
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_key_stands_twice() {
        let all = messages();
        let distinct: HashSet<&str> = all.iter().map(|message| message.id.as_str()).collect();
        assert_eq!(distinct.len(), all.len());
    }

    #[test]
    fn every_key_begins_with_the_room_it_belongs_to() {
        let strays: Vec<String> = messages()
            .into_iter()
            .filter(|message| !message.id.starts_with(&format!("{}-", message.room)))
            .map(|message| format!("{}: {}", message.room, message.id))
            .collect();
        assert_eq!(strays, Vec::<String>::new());
    }
}
