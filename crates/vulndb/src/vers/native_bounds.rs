//! The bounds that signs such as `^` and `~` mean.

use super::comparator::Comparator;
use super::constraint::Constraint;
use super::native_grammar::{Caret, Grammar, Tilde};
use crate::version::is_number;

fn constraint(comparator: Comparator, version: impl Into<String>) -> Constraint {
    Constraint { comparator, version: version.into() }
}

/// The epoch a version of this notation begins with, its `!` with it, and what follows (PEP 440: `1!2.3`).
fn epoch(version: &str, grammar: Grammar) -> (&str, &str) {
    let end = version.find('!').filter(|_| grammar.epoch).map_or(0, |at| at + 1);
    version.split_at(end)
}

/// The numbers a version begins with, without an epoch or a `v` before them.
fn numbers(version: &str, grammar: Grammar) -> Option<Vec<u64>> {
    let (_, version) = epoch(version, grammar);
    let version = version.strip_prefix(['v', 'V']).unwrap_or(version);
    let plain = version.split(['-', '+']).next().unwrap_or(version);
    let mut numbers = Vec::new();
    for part in plain.split('.') {
        let digits = part.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(part.len());
        if digits == 0 {
            break;
        }
        numbers.push(part[..digits].parse().ok()?);
        if digits < part.len() {
            break;
        }
    }
    (!numbers.is_empty()).then_some(numbers)
}

/// The next version when the number at this place is counted up; the last one where there are fewer.
pub(super) fn next(version: &str, place: usize, grammar: Grammar) -> Option<String> {
    let mut numbers = numbers(version, grammar)?;
    numbers.truncate(place.saturating_add(1));
    let last = numbers.last_mut()?;
    *last = last.checked_add(1)?;
    if grammar.three_numbers {
        numbers.resize(numbers.len().max(3), 0);
    }
    let written: Vec<String> = numbers.iter().map(u64::to_string).collect();
    Some(format!("{}{}{}", epoch(version, grammar).0, written.join("."), grammar.before_all))
}

fn up_to(version: &str, place: usize, grammar: Grammar) -> Option<Vec<Constraint>> {
    let mut both = partial(Comparator::AtLeast, version, grammar);
    both.push(constraint(Comparator::Less, next(version, place, grammar)?));
    Some(both)
}

/// Compatible: nothing left of the first number that is not zero changes, or of the second one where no other is looked at.
pub(super) fn caret(version: &str, grammar: Grammar) -> Option<Vec<Constraint>> {
    let numbers = numbers(version, grammar)?;
    let place = match (numbers.iter().position(|number| *number != 0), grammar.caret) {
        (Some(0), _) => 0,
        (_, Caret::Minor) => 1,
        (found, Caret::NotZero) => found.unwrap_or(numbers.len() - 1),
    };
    up_to(version, place, grammar)
}

/// About the same.
pub(super) fn tilde(version: &str, grammar: Grammar) -> Option<Vec<Constraint>> {
    let said = numbers(version, grammar)?.len();
    let place = match grammar.tilde {
        Tilde::Minor => said.min(2) - 1,
        Tilde::Last => said.saturating_sub(2),
    };
    up_to(version, place, grammar)
}

/// `~> 2.0.8` and `~=2.0.8`: the last number that is said may grow.
pub(super) fn compatible(version: &str, grammar: Grammar) -> Option<Vec<Constraint>> {
    up_to(version, numbers(version, grammar)?.len().saturating_sub(2), grammar)
}

/// The bound `>=` and `<` mean. Composer's lie before every pre-release of the version where it names no stability itself
/// (`Composer\\Semver\\VersionParser::parseConstraint`), or begin with the one a flag names (`>=1.0@beta`).
fn edge(version: &str, grammar: Grammar) -> String {
    if grammar.before_all != "-dev" {
        return version.to_owned();
    }
    let (version, flag) = version.split_once('@').unwrap_or((version, "dev"));
    let names_stability =
        |(at, _): (usize, &str)| version[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic());
    if version.match_indices('-').any(names_stability) || flag.eq_ignore_ascii_case("stable") {
        return version.to_owned();
    }
    format!("{version}-{flag}")
}

/// Everything from the one version to the other, both inside: `1.0 - 2.0`. Of the second Composer takes two numbers and fewer
/// for all versions that begin so.
pub(super) fn from_to(from: &str, to: &str, grammar: Grammar) -> Vec<Constraint> {
    let mut both = partial(Comparator::AtLeast, from, grammar);
    let is_short = to.strip_prefix(['v', 'V']).unwrap_or(to).split('.').map(is_number);
    let after = next(to, usize::MAX, grammar)
        .filter(|_| grammar.before_all == "-dev" && is_short.clone().all(|is| is) && is_short.count() <= 2);
    match after {
        Some(after) => both.push(constraint(Comparator::Less, after)),
        None => both.extend(partial(Comparator::AtMost, to, grammar)),
    }
    both
}

/// A version that leaves numbers out stands for all that begin so, where the notation has it so.
pub(super) fn partial(comparator: Comparator, version: &str, grammar: Grammar) -> Vec<Constraint> {
    let whole = version.strip_prefix(['v', 'V', '=']).filter(|_| grammar.partial).unwrap_or(version);
    let plain = match comparator {
        Comparator::AtLeast | Comparator::Less => vec![constraint(comparator, edge(whole, grammar))],
        _ => vec![constraint(comparator, whole)],
    };
    let dots = whole.split(['-', '+']).next().unwrap_or(whole).matches('.').count();
    if !grammar.partial || dots >= 2 {
        return plain;
    }
    let start = format!("{whole}{}", ".0".repeat(2 - dots));
    let Some(after) = next(whole, usize::MAX, grammar) else { return plain };
    match comparator {
        Comparator::Equal => {
            vec![constraint(Comparator::AtLeast, start), constraint(Comparator::Less, after)]
        }
        Comparator::AtLeast | Comparator::Less => vec![constraint(comparator, start)],
        Comparator::Greater => vec![constraint(Comparator::AtLeast, after.trim_end_matches("-0"))],
        Comparator::AtMost => vec![constraint(Comparator::Less, after)],
        Comparator::NotEqual => plain,
    }
}

/// nginx's advisories: `0.7.52-0.8.39`; `1.4.1+` is the rest of that branch, `1.5.0+` (an odd one is where development goes
/// on) everything from there.
pub(super) fn nginx(written: &str, grammar: Grammar) -> Option<Vec<Constraint>> {
    if let Some(from) = written.strip_suffix('+') {
        let numbers = numbers(from, grammar)?;
        let [major, minor, ..] = numbers.as_slice() else { return None };
        let mut range = vec![constraint(Comparator::AtLeast, from)];
        if minor.is_multiple_of(2) {
            range.push(constraint(Comparator::Less, format!("{major}.{}.0", minor + 1)));
        }
        return Some(range);
    }
    let (from, to) = written.split_once('-')?;
    Some(vec![constraint(Comparator::AtLeast, from.trim()), constraint(Comparator::AtMost, to.trim())])
}
