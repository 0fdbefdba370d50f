//! Finding obligations by whatever a person has at hand: an id, an article, a point of an annex, a row.

use crate::register::obligation::Obligation;
use crate::register::obligations::OBLIGATIONS;

/// What is longer names nothing.
const LONGEST_QUERY_BYTES: usize = 200;

const ROMAN: [&str; 8] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"];
const ORDINALS: [&str; 6] = ["first", "second", "third", "fourth", "fifth", "sixth"];

/// Obligations named by an id (`art13-8c`, `I.2.c`), a row (`MAN-13-08c`), or a citation as people write it
/// (`13(8)`, `Article 13(8)`, `Annex I Part I (2)(c)`), in the register's order; none if it names nothing.
///
/// An id or a row names exactly itself. A citation names all at or below it; where the register does not divide that
/// far, as with `Annex II point 8(f)`, it names what it is part of.
pub fn find(query: &str) -> Vec<&'static Obligation> {
    let query = query.trim();
    if query.len() > LONGEST_QUERY_BYTES {
        return Vec::new();
    }
    let by_id = select(|one| one.id.eq_ignore_ascii_case(query));
    if !by_id.is_empty() {
        return by_id;
    }
    let by_row = select(|one| one.sources().any(|source| source.row.eq_ignore_ascii_case(query)));
    if !by_row.is_empty() {
        return by_row;
    }
    for mut wanted in readings(tokens(query)) {
        // The kind of text and its number are the least that names a place in the law.
        while wanted.len() >= 2 {
            let found = select(|one| tokens(&one.cites.to_string()).starts_with(&wanted));
            if !found.is_empty() {
                return found;
            }
            wanted.pop();
        }
    }
    Vec::new()
}

/// The obligations of the same article or annex, without the one itself.
pub fn see_also(obligation: &Obligation) -> Vec<&'static Obligation> {
    let own = tokens(&obligation.cites.to_string());
    let own = own.get(..2).unwrap_or(&own);
    select(|one| one.id != obligation.id && tokens(&one.cites.to_string()).starts_with(own))
}

fn select(wanted: impl Fn(&Obligation) -> bool) -> Vec<&'static Obligation> {
    OBLIGATIONS.iter().filter(|one| wanted(one)).collect()
}

/// What a citation may mean: a number alone is an article, a Roman one an annex or a part of Annex I.
fn readings(tokens: Vec<String>) -> Vec<Vec<String>> {
    let Some(first) = tokens.first() else { return Vec::new() };
    let after = |words: &[&str]| {
        let words = words.iter().map(|word| (*word).to_owned());
        words.chain(tokens.iter().cloned()).collect::<Vec<String>>()
    };
    if first.chars().all(|letter| letter.is_ascii_digit()) {
        vec![after(&["article"])]
    } else if ROMAN.contains(&first.as_str()) {
        vec![after(&["annex", "i"]), after(&["annex"])]
    } else {
        vec![tokens]
    }
}

/// A citation as a list of its steps: `Annex I, Part I, point (2)(c)` is `annex i i 2 c`.
fn tokens(citation: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    for word in citation.to_lowercase().split(|letter: char| !letter.is_alphanumeric()) {
        for piece in pieces(word) {
            match piece {
                "" | "part" | "point" | "points" | "paragraph" | "para" | "letter" => {}
                "art" | "articles" => tokens.push("article".to_owned()),
                "subparagraph" => ordinal_to_number(&mut tokens),
                piece => tokens.push(without_zeros(piece)),
            }
        }
    }
    tokens
}

/// Letters and digits that stand together are two steps: `art13`, `8a`.
fn pieces(word: &str) -> Vec<&str> {
    let is_digit = |at: usize| word.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, _) in word.char_indices().skip(1) {
        if is_digit(at) != is_digit(at - 1) {
            pieces.push(&word[start..at]);
            start = at;
        }
    }
    pieces.push(&word[start..]);
    pieces
}

/// `third subparagraph` is one step, told apart from a paragraph's number.
fn ordinal_to_number(tokens: &mut [String]) {
    if let Some(last) = tokens.last_mut()
        && let Some(place) = ORDINALS.iter().position(|ordinal| ordinal == last)
    {
        *last = format!("subparagraph-{}", place + 1);
    }
}

fn without_zeros(piece: &str) -> String {
    match piece.trim_start_matches('0') {
        "" => piece.to_owned(),
        significant => significant.to_owned(),
    }
}
