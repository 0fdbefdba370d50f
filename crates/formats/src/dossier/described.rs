//! A key of the dossier as others may know it: what may stand there, what it means, where the law asks for it; and what a
//! person typed, judged as the reader would judge it.

use proofmark_facts::Weight;
use proofmark_text::{Text, is_typed, text};
use schemars::JsonSchema;
use serde::Serialize;

use super::answers::{Answer, Answers, join, quote};
use super::key::{Key, Kind};
use super::read::{DOSSIER, read_partial_dossier};
use super::spelling::{nearest, shown};

/// One key of `proofmark.toml`.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DossierKey {
    /// Its path, as `scope.data_connection`; entries of lists are written `remote_services[].name`.
    pub path: String,
    /// What it is, in one sentence.
    pub says: &'static str,
    /// Where the Regulation asks for it; empty where it does not.
    pub cites: &'static str,
    /// A value that is read, as TOML; empty for tables.
    pub example: &'static str,
    /// Whether its table cannot be read without it.
    pub required: bool,
    /// What may stand there, in words.
    pub allowed: Text,
    /// What may stand there.
    pub takes: Takes,
}

/// What may stand at a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Takes {
    /// `true` or `false`.
    YesOrNo,
    /// One of these words.
    OneOf(Vec<&'static str>),
    /// Any of these words.
    AnyOf(Vec<&'static str>),
    /// A day, or a month.
    Date,
    /// A whole number.
    Number,
    /// Words.
    Words,
    /// A list of words.
    List,
    /// A table of further keys.
    Table,
    /// Tables in a list, or under keys of their own.
    Tables,
}

/// Every key, tables before what is in them, in the order of the reference.
pub fn dossier_keys() -> Vec<DossierKey> {
    let mut all = Vec::new();
    describe(DOSSIER, "", &mut all);
    all
}

/// The key at this path; positions and names of entries may stand in it or not.
pub fn dossier_key(path: &str) -> Option<DossierKey> {
    let (key, path) = find(path)?;
    Some(described(key, path))
}

/// What a person typed for this key, as a value the reader accepts; or what is wrong with it.
pub fn judge_answer(path: &str, typed: &str) -> Result<String, Text> {
    let (key, _) = find(path).ok_or_else(|| text!("interview-no-such-key", key = shown(path)))?;
    let value = as_toml(key.kind, typed.trim())?;
    match refused(path, &value) {
        None => Ok(value),
        // Numbers and days stand without quotation marks, and the reader knows which keys hold them.
        Some(says) => {
            let bare = typed.trim();
            let is_bare = !bare.is_empty()
                && bare.chars().all(|letter| letter.is_ascii_alphanumeric() || "+-.:".contains(letter));
            if is_bare && refused(path, bare).is_none() { Ok(bare.to_owned()) } else { Err(says) }
        }
    }
}

/// Why the reader would refuse this value here, if it would.
fn refused(path: &str, value: &str) -> Option<Text> {
    let mut answers = Answers::default();
    answers.set(path, Answer::Value(value.to_owned()));
    let wrong = read_partial_dossier(format!("proofmark = 1\n{}", answers.to_toml()).as_bytes()).problems;
    let of_value = |id: &str| !matches!(id, "dossier-missing-key" | "dossier-missing-first");
    let error = wrong.into_iter().find(|one| one.weight == Weight::Error && of_value(one.says.id()));
    error.map(|problem| problem.says)
}

/// Yes or no, as a person types it, in either language whatever the question was asked in.
pub fn judge_yes_or_no(typed: &str) -> Result<bool, Text> {
    if is_typed(&text!("ends-words-yes"), typed) {
        return Ok(true);
    }
    if is_typed(&text!("ends-words-no"), typed) {
        return Ok(false);
    }
    Err(text!("interview-not-yes-or-no", typed = shown(typed)))
}

fn describe(keys: &'static [Key], above: &str, all: &mut Vec<DossierKey>) {
    for key in keys {
        let path = join(above, key.name);
        all.push(described(key, path.clone()));
        match key.kind {
            Kind::Table(below) => describe(below, &path, all),
            Kind::Rows(below) | Kind::Keyed(below) => describe(below, &format!("{path}[]"), all),
            _ => {}
        }
    }
}

fn described(key: &'static Key, path: String) -> DossierKey {
    DossierKey {
        path,
        says: key.says,
        cites: key.cites,
        example: key.example,
        required: key.must,
        allowed: key.kind.called(),
        takes: takes(key.kind),
    }
}

fn takes(kind: Kind) -> Takes {
    match kind {
        Kind::Flag => Takes::YesOrNo,
        Kind::Word(words) => Takes::OneOf(words()),
        Kind::Many(Kind::Word(words)) => Takes::AnyOf(words()),
        Kind::Many(_) => Takes::List,
        Kind::Date => Takes::Date,
        Kind::Years | Kind::Format => Takes::Number,
        Kind::Table(_) => Takes::Table,
        Kind::Rows(_) | Kind::Keyed(_) => Takes::Tables,
        _ => Takes::Words,
    }
}

/// The key this path leads to, and its path as the reference writes it.
fn find(path: &str) -> Option<(&'static Key, String)> {
    let mut keys = DOSSIER;
    let mut above = String::new();
    let mut rest = path;
    loop {
        let end = rest.find(['.', '[']).unwrap_or(rest.len());
        let key = keys.iter().find(|key| key.name == &rest[..end])?;
        let mut at = join(&above, key.name);
        rest = &rest[end..];
        if rest.is_empty() {
            return Some((key, at));
        }
        keys = key.below()?;
        if matches!(key.kind, Kind::Rows(_) | Kind::Keyed(_)) {
            rest = behind_entry(rest)?;
            at.push_str("[]");
        }
        rest = rest.strip_prefix('.')?;
        above = at;
    }
}

/// What follows `[0]`, `[]` or `."I.2.a"`.
fn behind_entry(rest: &str) -> Option<&str> {
    match rest.strip_prefix('[') {
        Some(inside) => {
            let (index, rest) = inside.split_once(']')?;
            index.bytes().all(|byte| byte.is_ascii_digit()).then_some(rest)
        }
        None => rest.strip_prefix(".\"").and_then(|inside| inside.rsplit_once('"')).map(|(_, rest)| rest),
    }
}

fn as_toml(kind: Kind, typed: &str) -> Result<String, Text> {
    match kind {
        Kind::Flag => Ok(judge_yes_or_no(typed)?.to_string()),
        Kind::Years | Kind::Format => {
            let number: Option<u32> = typed.parse().ok();
            number
                .map(|number| number.to_string())
                .ok_or_else(|| text!("interview-not-a-number", typed = shown(typed)))
        }
        Kind::Word(words) => Ok(quote(&chosen(typed, &words()))),
        Kind::Many(one) => {
            let items = typed.split([',', ';']).map(str::trim).filter(|item| !item.is_empty());
            let items: Result<Vec<String>, Text> = items.map(|item| as_toml(*one, item)).collect();
            Ok(format!("[{}]", items?.join(", ")))
        }
        Kind::Country => Ok(quote(&typed.to_uppercase())),
        Kind::Table(_) | Kind::Rows(_) | Kind::Keyed(_) => {
            Err(text!("interview-a-table", key = shown(typed)))
        }
        _ => Ok(quote(typed)),
    }
}

/// A choice by its word, however it is written, or by its number in the list.
fn chosen(typed: &str, words: &[&str]) -> String {
    let by_number = typed.parse::<usize>().ok().and_then(|number| words.get(number.checked_sub(1)?));
    let by_word = || words.iter().find(|word| word.eq_ignore_ascii_case(typed));
    by_number.or_else(by_word).map_or_else(|| typed.to_owned(), |word| (*word).to_owned())
}

/// The key whose path is nearest to what was written.
pub fn nearest_dossier_key(written: &str) -> Option<String> {
    let all: Vec<String> = dossier_keys().into_iter().map(|key| key.path).collect();
    nearest(written, all.iter().map(String::as_str)).map(str::to_owned)
}
