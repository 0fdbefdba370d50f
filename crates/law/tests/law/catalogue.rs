//! Code and catalogue hold each other to account: every sentence named exists, every sentence written is used.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn named_in(folder: &Path, keys: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let source = fs::read_to_string(entry.unwrap().path()).unwrap();
        for (at, _) in source.match_indices("\"law-") {
            let key = source[at + 1..].split('"').next().unwrap();
            keys.insert(key.to_owned());
        }
    }
}

#[test]
fn every_sentence_the_law_names_is_in_the_catalogue_and_none_lies_idle() {
    let mut named = BTreeSet::new();
    named_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut named);
    let written: BTreeSet<String> = proofmark_text::messages()
        .into_iter()
        .filter(|message| message.room == "law")
        .map(|message| message.id)
        .collect();
    assert_eq!(named.difference(&written).collect::<Vec<_>>(), Vec::<&String>::new(), "not written");
    assert_eq!(written.difference(&named).collect::<Vec<_>>(), Vec::<&String>::new(), "not used");
}

/// The inside of every `text!(…)` in a source file.
fn calls(source: &str) -> Vec<&str> {
    let inside = |from: usize| {
        let (mut depth, mut quoted) = (1, false);
        let end = source[from..].char_indices().find(|(_, letter)| {
            match letter {
                '"' => quoted = !quoted,
                '(' if !quoted => depth += 1,
                ')' if !quoted => depth -= 1,
                _ => {}
            }
            depth == 0
        });
        &source[from..from + end.unwrap().0]
    };
    source.match_indices("text!(").map(|(at, macro_name)| inside(at + macro_name.len())).collect()
}

/// The names given in one call: what stands before a `=` that is no comparison or arrow, outside brackets.
fn given(call: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut depth = 0;
    for part in call.split_inclusive([',', '(', ')']) {
        if depth == 0
            && let Some((name, _)) = part.split_once(" = ")
        {
            names.insert(name.trim().to_owned());
        }
        match part.chars().last() {
            Some('(') => depth += 1,
            Some(')') => depth -= 1,
            _ => {}
        }
    }
    names
}

/// The gaps of a sentence.
fn gaps(pattern: &str) -> BTreeSet<String> {
    let names = pattern.split('$').skip(1);
    names.map(|rest| rest.chars().take_while(|one| one.is_alphanumeric() || *one == '_').collect()).collect()
}

#[test]
fn every_gap_of_a_sentence_is_filled_and_nothing_is_given_for_no_gap() {
    let sources = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
    let mut checked = 0;
    for entry in sources {
        let source = fs::read_to_string(entry.unwrap().path()).unwrap();
        for call in calls(&source) {
            let key = call.split('"').nth(1).unwrap();
            let message = proofmark_text::messages().into_iter().find(|message| message.id == key).unwrap();
            let asked = gaps(&format!("{} {}", message.pattern, message.hint.unwrap_or_default()));
            assert_eq!(given(call), asked, "{key}");
            checked += 1;
        }
    }
    assert!(checked > 200, "only {checked} sentences were found in the sources");
}
