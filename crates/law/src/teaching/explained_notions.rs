//! Notions explained: the terms the law defines, the classes of products, and kinds of products as people call them.

use proofmark_text::{Language, text};

use crate::citation::Citation;
use crate::classes::categories::categories;
use crate::classes::category::Class;
use crate::classes::look_up::product_kinds;
use crate::definitions::DEFINITIONS;
use crate::teaching::explained::{Explained, Subject};
use crate::teaching::explained_entry::{Entry, resting_on};

/// Terms, each under its row.
pub(super) fn definitions(language: Language) -> Vec<Entry> {
    DEFINITIONS
        .iter()
        .map(|one| {
            let explained = Explained {
                says: vec![one.meaning_in(language).into_owned()],
                cites: vec![one.cites.in_language(language)],
                see_also: one.see.iter().map(|row| (*row).to_owned()).collect(),
                ..Explained::new(Subject::Definition, one.id, one.term_in(language))
            };
            Entry {
                explained: resting_on(explained, &[one.id], one.verified),
                also: vec![one.term.to_owned(), one.term_in(language).into_owned()],
            }
        })
        .collect()
}

/// The classes, each with its categories and what it decides.
pub(super) fn classes(language: Language) -> Vec<Entry> {
    let names: [(Class, &[&str], Citation); 4] = [
        (Class::Default, &["default class", "no class"], Citation::article(32).paragraph(1)),
        (
            Class::ImportantI,
            &["class I", "important class I", "important I"],
            Citation::article(7).paragraph(1),
        ),
        (
            Class::ImportantII,
            &["class II", "important class II", "important II"],
            Citation::article(7).paragraph(1),
        ),
        (Class::Critical, &["critical products", "annex IV class"], Citation::article(8).paragraph(1)),
    ];
    names
        .iter()
        .map(|(class, also, cites)| {
            let of_class = categories().filter(|one| one.class == *class);
            let mut says: Vec<String> =
                of_class.map(|one| format!("{} {}", one.id, one.title_in(language))).collect();
            says.push(text!("teaching-says-class").in_language(language));
            let explained = Explained {
                says,
                cites: vec![cites.in_language(language)],
                rows: vec!["CLS-01".to_owned(), "CLS-09".to_owned()],
                ..Explained::new(Subject::Class, class.name(), class.name_in(language))
            };
            Entry { explained, also: also.iter().map(|name| (*name).to_owned()).collect() }
        })
        .collect()
}

/// Kinds of products, each with its category and the mistake often made about it.
pub(super) fn kinds(language: Language) -> Vec<Entry> {
    product_kinds()
        .iter()
        .map(|one| {
            let category = one.category.unwrap_or("-");
            let mut says = vec![
                text!("teaching-says-kind", class = one.class.sentence(), category = category)
                    .in_language(language),
            ];
            says.extend(one.mistake_sentence().map(|mistake| mistake.in_language(language).into_owned()));
            let explained = Explained {
                says,
                see_also: one.category.map(str::to_owned).into_iter().collect(),
                ..Explained::new(Subject::Kind, one.kind, one.kind_in(language))
            };
            // `operating system, whether server, desktop or mobile` is asked for by its first words.
            let short = one.kind.split(',').next().unwrap_or(one.kind);
            Entry { explained, also: vec![short.to_owned(), one.kind_in(language).into_owned()] }
        })
        .collect()
}
