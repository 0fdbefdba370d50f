//! The registers that can be asked: each gives its entries explained. A further register is one line here.

use proofmark_text::{Language, RegisterSentence, text};

use crate::calendar::FULL_APPLICATION;
use crate::classes::categories::categories;
use crate::definitions::DEFINITIONS;
use crate::register::obligation::Obligation;
use crate::register::obligations::OBLIGATIONS;
use crate::roles::role::Role;
use crate::routes::annex_viii::{Actor, MODULES, ModuleDuties, ModuleStep, procedure_name};
use crate::rows::rows;
use crate::source::Verification;
use crate::teaching::explained::{Explained, Showing, Subject};
use crate::teaching::explained_entry::{Entry, entry, resting_on};
use crate::teaching::explained_notions::{classes, definitions, kinds};
use crate::teaching::mistakes::MISTAKES;
use crate::teaching::role_notions::ROLE_NOTIONS;

/// One register: how its entries are explained.
type Register = fn(Language) -> Vec<Entry>;

/// Every register, in the order in which answers are given.
pub(super) const REGISTERS: &[Register] = &[
    obligations,
    known_categories,
    classes,
    kinds,
    procedures,
    roles,
    definitions,
    mistakes,
    reference_rows,
];

fn obligations(language: Language) -> Vec<Entry> {
    OBLIGATIONS.iter().map(|one| entry(of_obligation(one, language))).collect()
}

fn of_obligation(one: &Obligation, language: Language) -> Explained {
    let shown = one.shown_by.iter().map(|kind| Showing { name: kind.name(), closes_by: kind.closes_by() });
    let wrong = MISTAKES.iter().filter(|mistake| mistake.cites.contains(&one.cites));
    Explained {
        says: vec![one.asks_in(language).into_owned()],
        owed_by: one.owed_by.to_vec(),
        from: Some(one.from),
        shown_by: shown.collect(),
        cites: vec![one.cites.in_language(language)],
        see_also: wrong.map(|mistake| mistake.id.to_owned()).collect(),
        ..resting_on(
            Explained::new(Subject::Obligation, one.id, one.cites.in_language(language)),
            &[one.row],
            one.verified,
        )
    }
}

fn known_categories(language: Language) -> Vec<Entry> {
    categories()
        .map(|one| {
            let names = said(&one.example_sentences(), language);
            let mut says = vec![one.matches_when_in(language).into_owned()];
            says.push(text!("teaching-says-examples", names = names.join(", ")).in_language(language));
            let draft = one.draft_sentence().map(|parts| text!("teaching-says-draft", parts = parts));
            says.extend(draft.map(|draft| draft.in_language(language)));
            let title = one.title_in(language);
            let explained = Explained {
                says,
                cites: vec![one.cites.in_language(language)],
                from: Some(FULL_APPLICATION),
                see_also: vec!["ERR-04".to_owned()],
                ..Explained::new(
                    Subject::Category,
                    one.id,
                    format!("{title} ({})", one.class.name_in(language)),
                )
            };
            Entry {
                explained: resting_on(explained, &[one.row], one.verified),
                also: one
                    .named_examples
                    .iter()
                    .map(|name| (*name).to_owned())
                    .chain([one.title.to_owned()])
                    .chain(names)
                    .chain([title.into_owned()])
                    .collect(),
            }
        })
        .collect()
}

fn procedures(language: Language) -> Vec<Entry> {
    MODULES
        .iter()
        .map(|one| {
            let name = procedure_name(one.procedure);
            let explained = Explained {
                says: procedure_says(one, language),
                owed_by: vec![Role::Manufacturer],
                from: Some(FULL_APPLICATION),
                cites: vec![one.cites.in_language(language)],
                rows: one.rows.iter().map(|row| (*row).to_owned()).collect(),
                verified: vec![Verification::Primary],
                ..Explained::new(
                    Subject::Procedure,
                    name,
                    text!("teaching-says-procedure", name = name).in_language(language),
                )
            };
            let also = match name {
                "A" => &["internal control"][..],
                "B+C" => &["B", "C", "type examination", "EU-type examination"],
                "H" => &["full quality assurance"],
                _ => &["European cybersecurity certification"],
            };
            Entry { explained, also: also.iter().map(|name| (*name).to_owned()).collect() }
        })
        .collect()
}

fn procedure_says(one: &ModuleDuties, language: Language) -> Vec<String> {
    let steps = one.steps.iter().zip(one.step_sentences());
    let mut says: Vec<String> = steps.map(|(step, does)| said_of(*step, does, language)).collect();
    let names = said(&one.document_sentences(), language).join(", ");
    says.push(text!("teaching-says-documents", names = names).in_language(language));
    says
}

fn said_of(step: ModuleStep, does: RegisterSentence, language: Language) -> String {
    match step.by {
        Actor::Manufacturer => does.in_language(language).into_owned(),
        Actor::NotifiedBody | Actor::CertificationBody => {
            text!("teaching-says-body", duty = does).in_language(language)
        }
    }
}

fn said(sentences: &[RegisterSentence], language: Language) -> Vec<String> {
    sentences.iter().map(|one| one.in_language(language).into_owned()).collect()
}

fn roles(language: Language) -> Vec<Entry> {
    ROLE_NOTIONS
        .iter()
        .map(|one| {
            let owed = OBLIGATIONS.iter().filter(|obligation| obligation.owed_by.contains(&one.role));
            let explained = Explained {
                says: vec![one.is_in(language).into_owned(), one.follows_in(language).into_owned()],
                cites: one.cites.iter().map(|cites| cites.in_language(language)).collect(),
                rows: one.rows.iter().map(|row| (*row).to_owned()).collect(),
                verified: vec![Verification::Primary],
                see_also: owed.map(|obligation| obligation.id.to_owned()).take(5).collect(),
                ..Explained::new(Subject::Role, one.name, one.name_in(language))
            };
            let names = one.also.iter().map(|name| (*name).to_owned());
            Entry { explained, also: names.chain([one.name_in(language).into_owned()]).collect() }
        })
        .collect()
}

fn mistakes(language: Language) -> Vec<Entry> {
    MISTAKES
        .iter()
        .map(|one| {
            let explained = Explained {
                says: vec![
                    text!("teaching-says-claim", claim = one.claim_sentence()).in_language(language),
                    one.correct_in(language).into_owned(),
                ],
                cites: one.cites.iter().map(|cites| cites.in_language(language)).collect(),
                ..Explained::new(
                    Subject::Mistake,
                    one.id,
                    text!("teaching-says-mistake").in_language(language),
                )
            };
            entry(resting_on(explained, &[one.id], one.verified))
        })
        .collect()
}

/// Rows that no other register holds are explained by what they cite.
fn reference_rows(language: Language) -> Vec<Entry> {
    let stands_elsewhere = |id: &str| {
        MISTAKES.iter().any(|mistake| mistake.id == id) || DEFINITIONS.iter().any(|one| one.id == id)
    };
    rows()
        .iter()
        .filter(|row| !stands_elsewhere(&row.id))
        .map(|row| {
            let codes: Vec<&str> = row.verified.iter().map(|code| code.code()).collect();
            let holds = OBLIGATIONS.iter().filter(|one| one.row == row.id).map(|one| one.id.to_owned());
            let matches = categories().filter(|one| one.row == row.id).map(|one| one.id.to_owned());
            entry(Explained {
                says: vec![
                    text!("teaching-says-row", section = row.section.clone(), codes = codes.join(", "))
                        .in_language(language),
                ],
                rows: vec![row.id.clone()],
                see_also: holds.chain(matches).collect(),
                // What a row cites is its own note: it must not answer for the place it cites.
                cites: vec![row.cites.clone()],
                ..Explained::new(Subject::Row, &row.id, row.cites.clone())
            })
        })
        .collect()
}
