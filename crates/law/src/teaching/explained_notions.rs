//! Notions explained: the terms the law defines, the classes of products, and kinds of products as people call them.

use proofmark_text::text;

use crate::classes::categories::categories;
use crate::classes::category::Class;
use crate::classes::look_up::product_kinds;
use crate::definitions::DEFINITIONS;
use crate::teaching::explained::{Explained, Subject};
use crate::teaching::explained_entry::{Entry, resting_on};

/// Terms, each under its row.
pub(super) fn definitions() -> Vec<Entry> {
    DEFINITIONS
        .iter()
        .map(|one| {
            let explained = Explained {
                says: vec![one.meaning.to_owned()],
                cites: vec![one.cites.to_string()],
                see_also: one.see.iter().map(|row| (*row).to_owned()).collect(),
                ..Explained::new(Subject::Definition, one.id, one.term)
            };
            Entry {
                explained: resting_on(explained, &[one.id], one.verified),
                also: vec![one.term.to_owned()],
            }
        })
        .collect()
}

/// The classes, each with its categories and what it decides.
pub(super) fn classes() -> Vec<Entry> {
    let names: [(Class, &[&str], &str); 4] = [
        (Class::Default, &["default class", "no class"], "Article 32(1)"),
        (Class::ImportantI, &["class I", "important class I", "important I"], "Article 7(1)"),
        (Class::ImportantII, &["class II", "important class II", "important II"], "Article 7(1)"),
        (Class::Critical, &["critical products", "annex IV class"], "Article 8(1)"),
    ];
    names
        .iter()
        .map(|(class, also, cites)| {
            let of_class = categories().filter(|one| one.class == *class);
            let mut says: Vec<String> = of_class.map(|one| format!("{} {}", one.id, one.title)).collect();
            says.push(text!("teaching-says-class").to_string());
            let explained = Explained {
                says,
                cites: vec![(*cites).to_owned()],
                rows: vec!["CLS-01".to_owned(), "CLS-09".to_owned()],
                ..Explained::new(Subject::Class, class.name(), class.name())
            };
            Entry { explained, also: also.iter().map(|name| (*name).to_owned()).collect() }
        })
        .collect()
}

/// Kinds of products, each with its category and the mistake often made about it.
pub(super) fn kinds() -> Vec<Entry> {
    product_kinds()
        .iter()
        .map(|one| {
            let category = one.category.unwrap_or("-");
            let mut says =
                vec![text!("teaching-says-kind", class = one.class.name(), category = category).to_string()];
            says.extend(one.mistake.map(str::to_owned));
            let explained = Explained {
                says,
                see_also: one.category.map(str::to_owned).into_iter().collect(),
                ..Explained::new(Subject::Kind, one.kind, one.kind)
            };
            // `operating system, whether server, desktop or mobile` is asked for by its first words.
            let short = one.kind.split(',').next().unwrap_or(one.kind);
            Entry { explained, also: vec![short.to_owned()] }
        })
        .collect()
}
