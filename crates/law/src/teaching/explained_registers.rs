//! The registers that can be asked: each gives its entries explained. A further register is one line here.

use proofmark_text::text;

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
type Register = fn() -> Vec<Entry>;

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

fn obligations() -> Vec<Entry> {
    OBLIGATIONS.iter().map(|one| entry(of_obligation(one))).collect()
}

fn of_obligation(one: &Obligation) -> Explained {
    let shown = one.shown_by.iter().map(|kind| Showing { name: kind.name(), closes_by: kind.closes_by() });
    let wrong = MISTAKES.iter().filter(|mistake| mistake.cites.contains(&one.cites));
    Explained {
        says: vec![one.asks.to_owned()],
        owed_by: one.owed_by.to_vec(),
        from: Some(one.from),
        shown_by: shown.collect(),
        cites: vec![one.cites.to_string()],
        see_also: wrong.map(|mistake| mistake.id.to_owned()).collect(),
        ..resting_on(
            Explained::new(Subject::Obligation, one.id, one.cites.to_string()),
            &[one.row],
            one.verified,
        )
    }
}

fn known_categories() -> Vec<Entry> {
    categories()
        .map(|one| {
            let mut says = vec![one.matches_when.to_owned()];
            says.push(text!("teaching-says-examples", names = one.named_examples.join(", ")).to_string());
            says.extend(
                one.rests_on_a_draft.map(|parts| text!("teaching-says-draft", parts = parts).to_string()),
            );
            let explained = Explained {
                says,
                cites: vec![one.cites.to_string()],
                from: Some(FULL_APPLICATION),
                see_also: vec!["ERR-04".to_owned()],
                ..Explained::new(Subject::Category, one.id, format!("{} ({})", one.title, one.class.name()))
            };
            Entry {
                explained: resting_on(explained, &[one.row], one.verified),
                also: one
                    .named_examples
                    .iter()
                    .map(|name| (*name).to_owned())
                    .chain([one.title.to_owned()])
                    .collect(),
            }
        })
        .collect()
}

fn procedures() -> Vec<Entry> {
    MODULES
        .iter()
        .map(|one| {
            let name = procedure_name(one.procedure);
            let explained = Explained {
                says: procedure_says(one),
                owed_by: vec![Role::Manufacturer],
                from: Some(FULL_APPLICATION),
                cites: vec![one.cites.to_string()],
                rows: one.rows.iter().map(|row| (*row).to_owned()).collect(),
                verified: vec![Verification::Primary],
                ..Explained::new(
                    Subject::Procedure,
                    name,
                    text!("teaching-says-procedure", name = name).to_string(),
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

fn procedure_says(one: &ModuleDuties) -> Vec<String> {
    let mut says: Vec<String> = one.steps.iter().map(|step| said_of(*step)).collect();
    says.push(text!("teaching-says-documents", names = one.documents.join(", ")).to_string());
    says
}

fn said_of(step: ModuleStep) -> String {
    match step.by {
        Actor::Manufacturer => step.does.to_owned(),
        Actor::NotifiedBody | Actor::CertificationBody => {
            text!("teaching-says-body", duty = step.does).to_string()
        }
    }
}

fn roles() -> Vec<Entry> {
    ROLE_NOTIONS
        .iter()
        .map(|one| {
            let owed = OBLIGATIONS.iter().filter(|obligation| obligation.owed_by.contains(&one.role));
            let explained = Explained {
                says: vec![one.is.to_owned(), one.follows.to_owned()],
                cites: one.cites.iter().map(ToString::to_string).collect(),
                rows: one.rows.iter().map(|row| (*row).to_owned()).collect(),
                verified: vec![Verification::Primary],
                see_also: owed.map(|obligation| obligation.id.to_owned()).take(5).collect(),
                ..Explained::new(Subject::Role, one.name, one.name)
            };
            Entry { explained, also: one.also.iter().map(|name| (*name).to_owned()).collect() }
        })
        .collect()
}

fn mistakes() -> Vec<Entry> {
    MISTAKES
        .iter()
        .map(|one| {
            let explained = Explained {
                says: vec![
                    text!("teaching-says-claim", claim = one.claim).to_string(),
                    one.correct.to_owned(),
                ],
                cites: one.cites.iter().map(ToString::to_string).collect(),
                ..Explained::new(Subject::Mistake, one.id, text!("teaching-says-mistake").to_string())
            };
            entry(resting_on(explained, &[one.id], one.verified))
        })
        .collect()
}

/// Rows that no other register holds are explained by what they cite.
fn reference_rows() -> Vec<Entry> {
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
                        .to_string(),
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
