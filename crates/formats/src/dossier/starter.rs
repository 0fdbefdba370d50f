//! The starter file: what is known already set, what matters first ready to be filled in, each key explained.

use std::fmt::Write as _;

use proofmark_facts::ProductKind;
use proofmark_text::text;

use super::key::{Key, Kind, Word};
use super::read::DOSSIER;

/// Columns the explanations are wrapped at.
const COLUMNS: usize = 100;

/// Keys that are too special for a first file: they are in the reference.
const LEFT_OUT: &[&str] = &[
    "advisories",
    "trademark",
    "authorised_representative",
    "considered_categories",
    "variants",
    "tailor_made",
    "other_acts",
    "spare_part",
    "exclusively_national_security",
    "processes_classified_information",
    "only_shown_with_sign",
    "test_version",
    "also",
    "free_software",
    "artefacts",
    "modification",
    "notified_body",
    "other_legislation",
    "evidence",
    "vulnerability_decisions",
    "checked_otherwise",
];

/// The text of a commented `proofmark.toml` that the reader accepts as it stands.
///
/// The names and the version must not be empty: the dossier cannot do without them.
pub fn starter(operator: &str, product: &str, kind: ProductKind, version: &str) -> String {
    let kind = ProductKind::WORDS.iter().find(|(_, known)| *known == kind).map_or("", |(word, _)| *word);
    let known = [
        ("proofmark", "1".to_owned()),
        ("operator.name", quote(operator)),
        ("product.name", quote(product)),
        ("product.kind", quote(kind)),
        ("release.version", quote(version)),
    ];
    let mut file = String::new();
    explain(&mut file, &text!("dossier-starter-introduction").to_string());
    write_keys(&mut file, DOSSIER, "", &known);
    file
}

fn write_keys(file: &mut String, keys: &[Key], path: &str, known: &[(&str, String)]) {
    let shown = |key: &&Key| !LEFT_OUT.contains(&key.name);
    for key in keys.iter().filter(shown).filter(|key| key.below().is_none()) {
        let path = join(path, key.name);
        explain(file, &in_one_sentence(key));
        match known.iter().find(|(known, _)| *known == path) {
            Some((_, value)) => push(file, format_args!("{} = {value}\n", key.name)),
            None => push(file, format_args!("#{} = {}\n", key.name, key.example)),
        }
    }
    for key in keys.iter().filter(shown) {
        let Some(below) = key.below() else { continue };
        let path = join(path, key.name);
        file.push('\n');
        explain(file, &in_one_sentence(key));
        // A table without mandatory keys may stand empty; a list's entry or a required key of one may not.
        let stands = matches!(key.kind, Kind::Table(_))
            && below
                .iter()
                .all(|key| !key.must || known.iter().any(|(known, _)| *known == join(&path, key.name)));
        let mark = if stands { "" } else { "#" };
        push(file, format_args!("{mark}{}\n", key.kind.sample(&path)));
        write_keys(file, below, &path, known);
    }
}

fn in_one_sentence(key: &Key) -> String {
    let source = if key.cites.is_empty() { String::new() } else { format!(" ({})", key.cites) };
    match key.kind {
        Kind::Word(_) => format!("{}{source} {}.", key.says, capital(&key.kind.called().to_string())),
        _ => format!("{}{source}", key.says),
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Writes an explanation as comment lines.
fn explain(file: &mut String, words: &str) {
    let mut column = COLUMNS + 1;
    for word in words.split_whitespace() {
        let width = word.chars().count() + 1;
        if column + width > COLUMNS {
            let line_break = if column > COLUMNS { "" } else { "\n" };
            push(file, format_args!("{line_break}#"));
            column = 1;
        }
        push(file, format_args!(" {word}"));
        column += width;
    }
    file.push('\n');
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// A TOML basic string.
fn quote(words: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in words.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            letter if letter.is_control() => {
                push(&mut quoted, format_args!("\\u{:04X}", u32::from(letter)));
            }
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

fn push(file: &mut String, words: std::fmt::Arguments<'_>) {
    file.write_fmt(words).expect("a string takes everything that is written to it");
}
