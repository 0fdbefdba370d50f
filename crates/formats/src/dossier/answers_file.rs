//! Answers as a file: a dossier in which anything may still be missing, read with every problem at its place.

use proofmark_facts::{Problem, Read};
use toml::de::{DeTable, DeValue};

use super::answers::{Answer, Answers, join, quote};
use super::described::dossier_key;
use super::key::{Key, Kind};
use super::read::{DOSSIER, read_partial_dossier};

/// Problems a dossier has and answers have not: what is missing is what is still asked.
const STILL_ASKED: &[&str] = &["dossier-missing-key", "dossier-missing-first", "dossier-component-missing"];

/// Reads answers: the keys of a dossier, any of which may be left out. A line `#? KEY` says that the key was asked and is
/// not known, `#- KEY` that there is nothing to write.
pub fn read_answers(source: &[u8]) -> Read<Answers> {
    let is_wrong = |problem: &Problem| !STILL_ASKED.contains(&problem.says.id());
    let problems: Vec<Problem> = read_partial_dossier(source).problems.into_iter().filter(is_wrong).collect();
    let mut answers = Answers::default();
    if let Ok(source) = str::from_utf8(source) {
        let (document, _) = DeTable::parse_recoverable(source);
        take(&mut answers, document.get_ref(), DOSSIER, "", source);
        for line in source.lines() {
            let open = line.strip_prefix("#? ").map(|path| (path, Answer::Unknown));
            let noted = open.or_else(|| line.strip_prefix("#- ").map(|path| (path, Answer::Nothing)));
            if let Some((path, answer)) = noted.filter(|(path, _)| dossier_key(path).is_some()) {
                answers.set(path, answer);
            }
        }
    }
    Read::with(answers, problems)
}

fn take(answers: &mut Answers, table: &DeTable<'_>, keys: &[Key], path: &str, source: &str) {
    let mut in_order: Vec<_> = table.iter().collect();
    in_order.sort_by_key(|(name, _)| name.span().start);
    for (name, value) in in_order {
        let Some(key) = keys.iter().find(|key| key.name == name.get_ref()) else { continue };
        let path = join(path, key.name);
        match (key.kind, value.get_ref()) {
            (Kind::Format, _) => {}
            (Kind::Rows(below), DeValue::Array(rows)) => {
                for (index, row) in rows.iter().enumerate() {
                    take_table(answers, row.get_ref(), below, &format!("{path}[{index}]"), source);
                }
            }
            (Kind::Keyed(below), DeValue::Table(tables)) => {
                let mut in_order: Vec<_> = tables.iter().collect();
                in_order.sort_by_key(|(name, _)| name.span().start);
                for (name, value) in in_order {
                    let path = format!("{path}.{}", quote(name.get_ref()));
                    take_table(answers, value.get_ref(), below, &path, source);
                }
            }
            (Kind::Table(below), value) => take_table(answers, value, below, &path, source),
            _ => {
                if let Some(written) = source.get(value.span()).filter(|written| !written.is_empty()) {
                    answers.set(&path, Answer::Value(written.to_owned()));
                }
            }
        }
    }
}

fn take_table(answers: &mut Answers, value: &DeValue<'_>, keys: &[Key], path: &str, source: &str) {
    if let DeValue::Table(table) = value {
        answers.set(path, Answer::Table);
        take(answers, table, keys, path, source);
    }
}
