//! The catalogue: the embedded Fluent files, parsed once.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::Pattern;
use unic_langid::LanguageIdentifier;

use crate::{Arg, Text};

/// The English files, one a room.
const ENGLISH: &[(&str, &str)] = &[
    ("facts", include_str!("../en/facts.ftl")),
    ("trust", include_str!("../en/trust.ftl")),
    ("law", include_str!("../en/law.ftl")),
    ("periods", include_str!("../en/periods.ftl")),
    ("routes", include_str!("../en/routes.ftl")),
    ("neighbours", include_str!("../en/neighbours.ftl")),
    ("modification", include_str!("../en/modification.ftl")),
    ("formats", include_str!("../en/formats.ftl")),
    ("dossier", include_str!("../en/dossier.ftl")),
    ("vulndb", include_str!("../en/vulndb.ftl")),
    ("store", include_str!("../en/store.ftl")),
    ("documents", include_str!("../en/documents.ftl")),
    ("papers", include_str!("../en/papers.ftl")),
    ("reporting", include_str!("../en/reporting.ftl")),
    ("duties", include_str!("../en/duties.ftl")),
    ("actions", include_str!("../en/actions.ftl")),
    ("proofmark", include_str!("../en/proofmark.ftl")),
    ("interview", include_str!("../en/interview.ftl")),
    ("teaching", include_str!("../en/teaching.ftl")),
];

static BUNDLE: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| {
    let mut bundle = FluentBundle::new_concurrent(vec![LanguageIdentifier::from_parts(
        "en".parse().expect("`en` is a language"),
        None,
        None,
        &[],
    )]);
    // Direction marks around every value would end up in terminals, JSON and file names.
    bundle.set_use_isolating(false);
    for (room, source) in ENGLISH {
        let resource = FluentResource::try_new((*source).to_owned())
            .unwrap_or_else(|(_, errors)| panic!("en/{room}.ftl does not parse: {errors:?}"));
        if let Err(errors) = bundle.add_resource(resource) {
            panic!("en/{room}.ftl: {errors:?}");
        }
    }
    bundle
});

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
    for (room, source) in ENGLISH {
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

pub(crate) fn render(text: &Text) -> String {
    let pattern = BUNDLE.get_message(text.id()).and_then(|message| message.value());
    pattern.map_or_else(|| text.id().to_owned(), |pattern| fill(pattern, text))
}

pub(crate) fn render_hint(text: &Text) -> Option<String> {
    let attribute = BUNDLE.get_message(text.id())?.get_attribute("hint")?;
    Some(fill(attribute.value(), text))
}

fn fill(pattern: &Pattern<&str>, text: &Text) -> String {
    let mut args = FluentArgs::with_capacity(text.args().len());
    for (name, arg) in text.args() {
        let value = match arg {
            Arg::Words(words) => FluentValue::from(words.as_str()),
            Arg::Count(count) => FluentValue::from(*count),
        };
        args.set(*name, value);
    }
    let mut errors = Vec::new();
    let said = BUNDLE.format_pattern(pattern, Some(&args), &mut errors).into_owned();
    debug_assert!(errors.is_empty(), "`{}` was not filled: {errors:?}", text.id());
    said
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_file_parses_and_no_key_stands_twice() {
        let all = messages();
        let distinct: HashSet<&str> = all.iter().map(|message| message.id.as_str()).collect();
        assert_eq!(distinct.len(), all.len());
        LazyLock::force(&BUNDLE);
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

    #[test]
    fn an_unknown_key_is_shown_rather_than_lost() {
        assert_eq!(Text::new("no-such-key", vec![]).to_string(), "no-such-key");
    }
}
