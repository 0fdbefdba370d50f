//! Holds every translation against the English it translates.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

use crate::Language;
use crate::files::{REGISTER, files};

/// The German files that say all that the English ones say. A file is named here once it is translated, and
/// from then on a sentence added to it in English only fails the check below.
const COMPLETE_IN_GERMAN: &[&str] = &[
    "facts",
    "trust",
    "law",
    "actions",
    "documents",
    "vulndb",
    "store",
    "proofmark",
    "formats",
    "routes",
    "periods",
    "papers",
    "dossier",
    "duties",
    "neighbours",
    "teaching",
    "reporting",
    "modification",
    "interview",
    "record",
    "access",
    "courier",
    "feeds",
    "csaf",
    "web",
    "server",
    "identity",
    "desk",
    "overview",
    "pictures",
    "stamps",
    "evidence",
];

/// The parts of an entry (its sentence under no name, its attributes under theirs), each with its gaps.
type Parts = BTreeMap<String, BTreeSet<String>>;

/// Every entry of a file: its key and its parts.
fn entries(source: &str) -> BTreeMap<String, Parts> {
    let resource = parser::parse(source).expect("the files parse");
    let mut found = BTreeMap::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let sentence = message.value.iter().map(|pattern| (String::new(), gaps(pattern)));
        let attributes = message.attributes.iter().map(|one| (one.id.name.to_owned(), gaps(&one.value)));
        found.insert(message.id.name.to_owned(), sentence.chain(attributes).collect());
    }
    found
}

/// The names of the gaps of a pattern, those a form is chosen by too.
fn gaps(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            gather(expression, &mut found);
        }
    }
    found
}

fn gather(expression: &Expression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => gather_inline(inline, found),
        Expression::Select { selector, variants } => {
            gather_inline(selector, found);
            found.extend(variants.iter().flat_map(|variant| gaps(&variant.value)));
        }
    }
}

fn gather_inline(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => gather(expression, found),
        _ => {}
    }
}

/// Each room's file, in English and in the language.
///
/// The registers' file is in no pair: its English stands as constants in `law`, whose tests hold the two against each
/// other. What can be held here is below.
fn pairs(language: Language) -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let both = files(Language::English).iter().zip(files(language));
    both.map(|((room, english), (_, other))| (*room, *english, *other))
}

/// What a translation says and English does not, or says with other gaps.
fn strays(english: &str, other: &str) -> Vec<String> {
    let reference = entries(english);
    let mut complaints = Vec::new();
    for (id, parts) in entries(other) {
        match reference.get(&id) {
            None => complaints.push(format!("`{id}` is not in English")),
            Some(wanted) if *wanted != parts => {
                complaints.push(format!("`{id}` has {parts:?}, in English {wanted:?}"));
            }
            Some(_) => {}
        }
    }
    complaints
}

#[test]
fn no_translation_says_what_english_does_not() {
    let complaints: Vec<String> =
        pairs(Language::German).flat_map(|(_, english, other)| strays(english, other)).collect();
    assert_eq!(complaints, Vec::<String>::new());
}

#[test]
fn the_sentences_of_registers_are_sentences_and_no_more() {
    for language in Language::ALL {
        for (room, source) in files(language).iter().filter(|(room, _)| *room == REGISTER) {
            assert_ne!(language, Language::English, "English has them as constants");
            for (id, parts) in entries(source) {
                // A constant has neither gaps nor a hint, so that its translation can have none.
                assert_eq!(parts, Parts::from([(String::new(), BTreeSet::new())]), "{room}: {id}");
                assert!(id.starts_with("register-"), "{id}");
            }
        }
    }
}

#[test]
fn a_complete_file_lacks_nothing() {
    let mut lacking = Vec::new();
    for (room, english, other) in pairs(Language::German) {
        if COMPLETE_IN_GERMAN.contains(&room) {
            let said = entries(other);
            lacking.extend(entries(english).into_keys().filter(|id| !said.contains_key(id)));
        }
    }
    assert_eq!(lacking, Vec::<String>::new());
}

#[test]
fn what_is_named_complete_is_a_room() {
    for room in COMPLETE_IN_GERMAN {
        assert!(files(Language::German).iter().any(|(name, _)| name == room), "{room}");
    }
}

#[test]
fn a_stray_is_seen() {
    let english =
        "law-x = { $count ->\n [one] one { $name }\n *[other] many\n } now\n    .hint = Ask { $who }.";
    for (other, complaints) in [
        (
            "law-x = { $count ->\n [one] ein { $name }\n *[other] viele\n }\n    .hint = Fragen Sie { $who }.",
            0,
        ),
        ("law-x = { $count } { $name }\n    .hint = Fragen Sie { $who }.", 0),
        ("law-x = { $name }\n    .hint = Fragen Sie { $who }.", 1),
        ("law-x = { $count } { $name }\n    .hint = Fragen Sie.", 1),
        ("law-x = { $count } { $name } { $who }\n    .hint = Fragen Sie { $who }.", 1),
        ("law-x = { $count } { $name }", 1),
        ("law-x = { $count } { $name }\n    .hint = Fragen Sie { $who }.\n    .note = Oder nicht.", 1),
        ("law-y = Noch etwas.", 1),
    ] {
        assert_eq!(strays(english, other).len(), complaints, "{other}");
    }
}
