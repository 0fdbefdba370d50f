//! TOML itself: every place that is not TOML, and the source mended so that the rest of it can be read.

use std::ops::Range;

use proofmark_text::{Text, text};
use toml::de::{DeTable, Error};

use super::date::{from_text, looks_like_instant};
use super::depth::too_deep;
use super::lines::Lines;
use super::notes::MOST_PROBLEMS;
use super::spelling::shown;

/// How often a source is mended and parsed anew; what is not closed can hide the next.
const MOST_PASSES: usize = 8;

/// Something that is not TOML: where, and what to say.
pub(super) type Fault = (Range<usize>, Text);

/// Finds what is not TOML and blanks the lines behind which the TOML reader would read nothing more.
///
/// It stops at a key without `=`, and a list or a text that is not closed swallows what follows. Every byte keeps its place.
/// Without a mended source nothing more can be said: it is nested too deeply, or broken beyond what is shown.
pub(super) fn mend(lines: &Lines) -> (Option<String>, Vec<Fault>) {
    let mut mended = lines.source().to_owned();
    let mut faults = Vec::new();
    for pass in 1..=MOST_PASSES {
        if let Some(bytes) = too_deep(&mended) {
            faults.push((lines.inside(bytes), text!("dossier-too-deep")));
            return (None, faults);
        }
        let errors = errors_of(&mended, lines);
        let mut blanks = Vec::new();
        for (bytes, error) in &errors {
            if error.message().starts_with("key with no value") {
                let line = lines.line_at(bytes.start);
                blanks.push(line..line + 1);
                faults.push((bytes.clone(), text!("dossier-equals-sign-missing")));
            } else if let Some((unclosed, says)) = unclosed(lines, error, bytes) {
                faults.push((lines.line(unclosed.start), says));
                blanks.push(unclosed);
                break;
            }
        }
        if blanks.is_empty() || pass == MOST_PASSES || faults.len() > MOST_PROBLEMS {
            faults.extend(errors.iter().map(|(bytes, error)| (bytes.clone(), explain(lines, error, bytes))));
            break;
        }
        for blank in blanks {
            let bytes = lines.line(blank.start).start..lines.line(blank.end - 1).end;
            let spaces =
                |letter: char| if letter == '\n' { "\n".to_owned() } else { " ".repeat(letter.len_utf8()) };
            let blanked: String = mended[bytes.clone()].chars().map(spaces).collect();
            mended.replace_range(bytes, &blanked);
        }
    }
    ((faults.len() <= MOST_PROBLEMS).then_some(mended), faults)
}

/// The errors in the order of the file: the first of each line, since the rest of a broken line says nothing new,
/// and no more than are shown.
fn errors_of(source: &str, lines: &Lines) -> Vec<(Range<usize>, Error)> {
    let (_, errors) = DeTable::parse_recoverable(source);
    let mut placed: Vec<(Range<usize>, Error)> =
        errors.into_iter().map(|error| (lines.inside(error.span().unwrap_or(0..0)), error)).collect();
    placed.sort_by_key(|(bytes, _)| bytes.start);
    placed.dedup_by_key(|(bytes, _)| lines.line_at(bytes.start));
    placed.truncate(MOST_PROBLEMS + 1);
    placed
}

/// The lines of a list, an inline table or a text over lines that should have been closed before this error.
fn unclosed(lines: &Lines, error: &Error, bytes: &Range<usize>) -> Option<(Range<usize>, Text)> {
    let (message, here) = (error.message(), lines.line_at(bytes.start));
    let is_header =
        lines.source()[lines.line(here)].trim_start().starts_with('[') && begins_anew(lines, here);
    let is_in_table = message.contains("inline table") || message.contains("between key-value pairs");
    let (opening, says) = if message == "invalid multi-line basic string, expected `\"`" {
        ("\"\"\"", text!("dossier-text-not-closed", mark = "\"\"\""))
    } else if message == "invalid multi-line literal string, expected `'`" {
        ("'''", text!("dossier-text-not-closed", mark = "'''"))
    } else if message == "unclosed inline table, expected `}`" || (is_in_table && is_header) {
        ("{", text!("dossier-inline-table-not-closed"))
    } else if message == "unclosed array, expected `]`"
        || (message.contains("between array elements") && begins_anew(lines, here))
    {
        ("[", text!("dossier-list-not-closed"))
    } else {
        return None;
    };
    let opens = |line: &usize| {
        let text = &lines.source()[lines.line(*line)];
        text.split_once('=').is_some_and(|(_, value)| value.trim_start().starts_with(opening))
    };
    let start = (0..=here).rev().find(opens)?;
    // Between the entries of a list that begins on this very line only a comma is missing.
    if start == here && message.contains("between array elements") {
        return None;
    }
    let end = (start + 1..=here).find(|line| begins_anew(lines, *line)).unwrap_or(here + 1);
    Some((start..end, says))
}

/// Whether this line is a header or sets a key: then no list was meant to reach it.
fn begins_anew(lines: &Lines, line: usize) -> bool {
    let text = lines.source()[lines.line(line)].trim_start();
    let is_key =
        |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.' | ' ' | '"');
    let sets_key = text.split_once('=').is_some_and(|(key, _)| !key.is_empty() && key.chars().all(is_key));
    let name =
        text.split('#').next().unwrap_or_default().trim_end().trim_start_matches('[').trim_end_matches(']');
    sets_key
        || (text.starts_with('[') && !name.is_empty() && !name.starts_with('"') && name.chars().all(is_key))
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
    } else if starts("missing comma between array elements") {
        text!("dossier-comma-missing")
    } else if message.ends_with("expected `\"`") {
        text!("dossier-quotation-mark-missing", mark = "\"")
    } else if message.ends_with("expected `'`") {
        text!("dossier-quotation-mark-missing", mark = "'")
    } else if value == Some("") {
        text!("dossier-value-missing")
    } else {
        value.and_then(explain_value).unwrap_or_else(|| text!("dossier-not-toml", fault = message))
    }
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
