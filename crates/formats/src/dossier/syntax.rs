//! TOML itself: the document as a tree, as far as it can be read, and every place that is not TOML.

use std::ops::Range;

use proofmark_text::{Text, text};
use toml::Spanned;
use toml::de::{DeTable, Error};

use super::date::{from_text, looks_like_instant};
use super::lines::Lines;
use super::notes::MOST_PROBLEMS;
use super::spelling::shown;

/// Something that is not TOML: where, and what to say; nothing where an earlier fault has said it.
pub(super) type Fault = (Range<usize>, Option<Text>);

/// Reads as much as can be read.
pub(super) fn parse<'s>(source: &'s str, lines: &Lines) -> (Spanned<DeTable<'s>>, Vec<Fault>) {
    let (document, errors) = DeTable::parse_recoverable(source);
    let mut placed: Vec<(Range<usize>, &Error)> =
        errors.iter().map(|error| (lines.inside(error.span().unwrap_or(0..0)), error)).collect();
    placed.sort_by_key(|(bytes, _)| bytes.start);
    let mut faults = Vec::new();
    let mut swallowed: Option<usize> = None;
    let mut last_broken = None;
    for (bytes, error) in placed {
        let line = lines.line_at(bytes.start);
        // The rest of a broken line says nothing new, and the rest of a thoroughly broken file is not shown.
        if last_broken == Some(line) || faults.len() > MOST_PROBLEMS {
            continue;
        }
        // A list that is not closed swallows the lines behind it: what is said of those means nothing.
        if swallowed.is_some_and(|last| (last..=last + 1).contains(&line)) {
            swallowed = Some(line);
            faults.push((bytes, None));
            continue;
        }
        let says = explain(lines, error, &bytes);
        swallowed = (says.id() == "dossier-list-not-closed").then_some(line);
        last_broken = Some(line);
        faults.push((bytes, Some(says)));
    }
    (document, faults)
}

fn explain(lines: &Lines, error: &Error, bytes: &Range<usize>) -> Text {
    let written = &lines.source()[bytes.clone()];
    let message = error.message();
    let starts = |words: &str| message.starts_with(words);
    if starts("duplicate key") {
        let key = shown(written);
        return match first_line_of(lines, bytes) {
            Some(line) => text!("dossier-duplicate-key", key = key, line = line.to_string()),
            None => text!("dossier-duplicate-key-elsewhere", key = key),
        };
    }
    let value = value_of(lines, bytes);
    if message.contains("recurs") {
        text!("dossier-too-deep")
    } else if starts("unclosed table") {
        text!("dossier-header-not-closed", bracket = "]")
    } else if starts("unclosed array table") {
        text!("dossier-header-not-closed", bracket = "]]")
    } else if starts("unclosed array")
        || (message.contains("between array elements") && begins_anew(lines, bytes))
    {
        text!("dossier-list-not-closed")
    } else if starts("missing comma between array elements") {
        text!("dossier-comma-missing")
    } else if starts("key with no value") {
        text!("dossier-equals-sign-missing")
    } else if message.ends_with("expected `\"`") || message.ends_with("expected `\"\"\"`") {
        text!("dossier-quotation-mark-missing", mark = "\"")
    } else if message.ends_with("expected `'`") || message.ends_with("expected `'''`") {
        text!("dossier-quotation-mark-missing", mark = "'")
    } else if value == Some("") {
        text!("dossier-value-missing")
    } else {
        value.and_then(explain_value).unwrap_or_else(|| text!("dossier-not-toml", fault = message))
    }
}

/// Whether a line begins here that is a header or sets a key: then no list was meant to reach it.
fn begins_anew(lines: &Lines, bytes: &Range<usize>) -> bool {
    let line = lines.line(lines.line_at(bytes.start));
    let is_first = lines.source()[line.start..bytes.start].trim().is_empty();
    let rest = &lines.source()[bytes.start..line.end.max(bytes.start)];
    let is_key = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.' | ' ');
    let sets_key = rest.split_once('=').is_some_and(|(key, _)| key.chars().all(is_key));
    is_first && (rest.starts_with('[') || sets_key)
}

/// The value on this line as a person meant it: what follows `=`, without a comment. Faults before it are others.
fn value_of<'s>(lines: &'s Lines, bytes: &Range<usize>) -> Option<&'s str> {
    let line = lines.line(lines.line_at(bytes.start));
    let (key, value) = lines.source()[line.clone()].split_once('=')?;
    if bytes.start <= line.start + key.len() {
        return None;
    }
    Some(value.split('#').next().unwrap_or_default().trim())
}

/// The slips people make who do not write TOML every day.
fn explain_value(value: &str) -> Option<Text> {
    let first = value.chars().next()?;
    if first.is_ascii_digit() && value.len() >= 7 && value.as_bytes()[4] == b'-' {
        let day = value.get(..10).unwrap_or(value);
        return match from_text(day) {
            Ok(_) if looks_like_instant(value) => None,
            Ok(_) => Some(text!("dossier-month-needs-quotes", month = shown(value))),
            Err(says) => Some(says),
        };
    }
    let bare =
        value.chars().all(|letter| !letter.is_control() && !matches!(letter, '"' | '\'' | '[' | '{' | '='));
    if bare && matches!(value, "True" | "TRUE" | "False" | "FALSE" | "yes" | "no") {
        let meant = if matches!(value, "True" | "TRUE" | "yes") { "true" } else { "false" };
        return Some(text!("dossier-flag-spelled", written = value, meant = meant));
    }
    if bare && first.is_alphabetic() {
        return Some(text!("dossier-text-needs-quotes", written = shown(value)));
    }
    None
}

/// The one-based line on which a key that stands twice stood first: in the same section, or the same header.
fn first_line_of(lines: &Lines, bytes: &Range<usize>) -> Option<usize> {
    let text_of = |line: usize| lines.source()[lines.line(line)].trim();
    let here = lines.line_at(bytes.start);
    if text_of(here).starts_with('[') {
        let header = |line: usize| text_of(line).split('#').next().unwrap_or_default().trim();
        return (0..here).find(|line| header(*line) == header(here)).map(|line| line + 1);
    }
    let key = &lines.source()[bytes.clone()];
    let is_first = |line: &usize| {
        text_of(*line).strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    (0..here)
        .rev()
        .take_while(|line| !text_of(*line).starts_with('['))
        .filter(is_first)
        .last()
        .map(|line| line + 1)
}
