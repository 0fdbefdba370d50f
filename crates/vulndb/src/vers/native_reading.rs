//! Reads a range in the notation of a package manager into alternatives of constraints.

use proofmark_text::{Text, text};

use super::comparator::Comparator;
use super::constraint::Constraint;
use super::native_bounds::{caret, compatible, from_to, next, nginx, partial, tilde};
use super::native_grammar::{Bare, Comma, Form, Grammar};

/// The longest range read, in bytes.
const LONGEST_BYTES: usize = 4_096;
/// The most constraints read, of all alternatives together.
const MOST_CONSTRAINTS: usize = 512;

/// Why a text is no range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotANativeRange {
    /// The type is none whose versions have an order here.
    Type(String),
    /// A version has no place in the type's order.
    Version(String),
    /// This part is not of the notation.
    Part(String),
    /// It ends before it begins: the bounds.
    Backwards(String, String),
    /// A version alone recommends and bounds nothing.
    Recommends(String),
    /// It is longer than is read.
    TooLong,
}

impl NotANativeRange {
    /// The reason in a sentence.
    pub fn says(&self) -> Text {
        match self {
            Self::Type(kind) => text!("cpe-versions-type", kind = kind),
            Self::Version(version) => text!("cpe-versions-version", version = version),
            Self::Part(part) => text!("cpe-versions-part", part = part),
            Self::Backwards(from, to) => text!("cpe-versions-backwards", from = from, to = to),
            Self::Recommends(version) => text!("cpe-versions-recommends", version = version),
            Self::TooLong => text!("cpe-versions-too-long", most = LONGEST_BYTES as u64),
        }
    }
}

type Alternatives = Vec<Vec<Constraint>>;

pub(super) fn read(written: &str, grammar: Grammar) -> Result<Alternatives, NotANativeRange> {
    if written.len() > LONGEST_BYTES {
        return Err(NotANativeRange::TooLong);
    }
    let written = written.trim();
    let mut alternatives = Vec::new();
    if grammar.form == Form::Brackets {
        alternatives = bracketed(written, grammar)?;
    } else {
        for one in alternatives_of(written, grammar) {
            alternatives.extend(alternative(one, grammar)?);
            if alternatives.iter().map(Vec::len).sum::<usize>() > MOST_CONSTRAINTS {
                return Err(NotANativeRange::TooLong);
            }
        }
    }
    if alternatives.iter().map(Vec::len).sum::<usize>() > MOST_CONSTRAINTS {
        return Err(NotANativeRange::TooLong);
    }
    Ok(alternatives)
}

/// `||`, a single `|` (Composer), ` or ` (Hex), and a comma where it is one.
fn alternatives_of(written: &str, grammar: Grammar) -> impl Iterator<Item = &str> {
    // Conan puts brackets around a range and options behind it.
    let inner =
        written.strip_prefix('[').and_then(|rest| rest.split_once(']')).map_or(written, |(inner, _)| inner);
    let by_bar = inner.split('|').filter(move |part| inner == *part || !part.is_empty());
    let by_word = by_bar.flat_map(|part| part.split(" or "));
    by_word.flat_map(move |part| {
        let comma = if grammar.comma == Comma::Or { ',' } else { '|' };
        part.split(comma)
    })
}

/// The constraints of one alternative; an exclusion of many versions makes two of it.
fn alternative(written: &str, grammar: Grammar) -> Result<Alternatives, NotANativeRange> {
    let trimmed = written.trim();
    if grammar.form == Form::Nginx
        && let Some(range) = nginx(trimmed, grammar)
    {
        return Ok(vec![range]);
    }
    if let Some((from, to)) = trimmed.split_once(" - ") {
        return Ok(vec![from_to(from.trim(), to.trim(), grammar)]);
    }
    let mut all: Alternatives = vec![Vec::new()];
    let mut rest = trimmed;
    loop {
        rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || letter == ',');
        rest = rest.strip_prefix("and ").map_or(rest, str::trim_start);
        if rest.is_empty() {
            return Ok(all);
        }
        let signs =
            rest.find(|letter| !matches!(letter, '<' | '>' | '=' | '!' | '~' | '^')).unwrap_or(rest.len());
        let (sign, behind) = rest.split_at(signs);
        let behind = behind.trim_start();
        let end = behind.find(|letter: char| letter.is_whitespace() || letter == ',').unwrap_or(behind.len());
        let (version, after) = behind.split_at(end);
        rest = after;
        // Options of Conan, `include_prerelease`, say nothing of bounds.
        if sign.is_empty() && version.starts_with("include_prerelease") {
            continue;
        }
        let either = expanded(sign, version, grammar)?;
        let mut put_together = Vec::with_capacity(all.len() * either.len());
        for known in &all {
            for one in &either {
                put_together.push(known.iter().chain(one).cloned().collect());
            }
        }
        if put_together.len() > MOST_CONSTRAINTS {
            return Err(NotANativeRange::TooLong);
        }
        all = put_together;
    }
}

/// What a sign and a version mean.
fn expanded(sign: &str, version: &str, grammar: Grammar) -> Result<Alternatives, NotANativeRange> {
    // Conan: a hyphen at the end lets pre-releases in, which are inside anyway.
    let version =
        if grammar.before_all == "-" { version.strip_suffix('-').unwrap_or(version) } else { version };
    let is_any = matches!(version, "*" | "x" | "X" | "any") || (version.is_empty() && sign.is_empty());
    if is_any && matches!(sign, "" | ">=" | "=" | "==" | "^" | "~") {
        return Ok(vec![Vec::new()]);
    }
    let none = || NotANativeRange::Part(format!("{sign}{version}"));
    if version.is_empty() || version.len() > 256 {
        return Err(none());
    }
    let stem = version
        .strip_suffix(".*")
        .or_else(|| version.strip_suffix(".x"))
        .or_else(|| version.strip_suffix(".X"));
    let exactly = |comparator| vec![Constraint { comparator, version: version.to_owned() }];
    let of_stem = |stem: &str| -> Option<Vec<Constraint>> {
        let stem = stem.trim_end_matches(".*").trim_end_matches(".x");
        let from =
            if grammar.before_all == ".dev0" { format!("{stem}.dev0") } else { partial_start(stem, grammar) };
        let mut both = partial(Comparator::AtLeast, &from, grammar);
        both.push(Constraint { comparator: Comparator::Less, version: next(stem, usize::MAX, grammar)? });
        Some(both)
    };
    let constraints = match (sign, stem) {
        ("" | "=" | "==", Some(stem)) => of_stem(stem).ok_or_else(none)?,
        ("^" | "~" | "~>" | ">=" | "<" | ">" | "<=", Some(stem)) => return expanded(sign, stem, grammar),
        ("!=", Some(stem)) => {
            let inside = of_stem(stem).ok_or_else(none)?;
            let [from, to] = inside.as_slice() else { return Err(none()) };
            let turned =
                |comparator, of: &Constraint| vec![Constraint { comparator, version: of.version.clone() }];
            return Ok(vec![turned(Comparator::Less, from), turned(Comparator::AtLeast, to)]);
        }
        ("", None) => match grammar.bare {
            Bare::Exact => partial(Comparator::Equal, version, grammar),
            Bare::AtLeast => exactly(Comparator::AtLeast),
            Bare::Caret => caret(version, grammar).ok_or_else(none)?,
            Bare::Nothing => return Err(NotANativeRange::Recommends(version.to_owned())),
        },
        ("=" | "==" | "===", None) => partial(Comparator::Equal, version, grammar),
        ("!=" | "<>", None) => exactly(Comparator::NotEqual),
        (">=" | "=>", None) => partial(Comparator::AtLeast, version, grammar),
        ("<=" | "=<", None) => partial(Comparator::AtMost, version, grammar),
        // Debian writes `<<` and `>>`.
        (">" | ">>", None) => partial(Comparator::Greater, version, grammar),
        ("<" | "<<", None) => partial(Comparator::Less, version, grammar),
        ("^", None) => caret(version, grammar).ok_or_else(none)?,
        ("~", None) => tilde(version, grammar).ok_or_else(none)?,
        ("~>", None) if grammar.partial => tilde(version, grammar).ok_or_else(none)?,
        ("~>" | "~=", None) => compatible(version, grammar).ok_or_else(none)?,
        _ => return Err(none()),
    };
    Ok(vec![constraints])
}

/// Where all that begin so begin: npm's versions have three numbers.
fn partial_start(stem: &str, grammar: Grammar) -> String {
    let missing = if grammar.partial { 2_usize.saturating_sub(stem.matches('.').count()) } else { 0 };
    format!("{stem}{}", ".0".repeat(missing))
}

/// `[1.0,2.0)`, `(,1.0]`, `[1.0]`, one after another with commas between them.
fn bracketed(written: &str, grammar: Grammar) -> Result<Alternatives, NotANativeRange> {
    if !written.starts_with(['[', '(']) {
        return alternative(written, grammar);
    }
    let none = |part: &str| NotANativeRange::Part(part.to_owned());
    let (mut alternatives, mut rest) = (Vec::new(), written);
    while !rest.is_empty() {
        let opens =
            rest.chars().next().filter(|first| matches!(first, '[' | '(')).ok_or_else(|| none(rest))?;
        let end = rest.find([']', ')']).ok_or_else(|| none(rest))?;
        let (inner, closes) = (&rest[1..end], &rest[end..=end]);
        let (from, to) = match inner.split_once(',') {
            Some((from, to)) => (from.trim(), to.trim()),
            None if opens == '[' && closes == "]" => (inner.trim(), inner.trim()),
            None => return Err(none(&rest[..=end])),
        };
        let lower = if opens == '[' { Comparator::AtLeast } else { Comparator::Greater };
        let upper = if closes == "]" { Comparator::AtMost } else { Comparator::Less };
        let bound = |comparator, version: &str| {
            (!version.is_empty()).then(|| Constraint { comparator, version: version.to_owned() })
        };
        if to.contains(',') || (!inner.contains(',') && from.is_empty()) {
            return Err(none(&rest[..=end]));
        }
        alternatives.push(bound(lower, from).into_iter().chain(bound(upper, to)).collect());
        rest = rest[end + 1..].trim_start().trim_start_matches(',').trim_start();
    }
    Ok(alternatives)
}
