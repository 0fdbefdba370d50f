//! Words that promise later work, escapes from lints, names that say nothing, and paths of one machine.

use super::source::Source;

/// Words no file of ours may hold. They are split here so that this file does not hold them either.
const FORBIDDEN: &[(&str, &str)] = &[
    ("TO", "DO"),
    ("FIX", "ME"),
    ("X", "XX"),
    ("todo", "!("),
    ("unimplemented", "!("),
    ("#[al", "low("),
    ("#[ig", "nore"),
    ("for no", "w,"),
    ("in a re", "al "),
    ("/wo", "rk/"),
    ("/ro", "ot/"),
];

/// Names of files that say nothing about what is in them.
const EMPTY_NAMES: &[&str] =
    &["common", "core", "util", "utils", "helpers", "helper", "manager", "service", "dto", "misc"];

/// Names every occurrence, with its place.
pub(crate) fn words(sources: &[Source]) -> Vec<String> {
    let mut complaints = Vec::new();
    for source in sources {
        let stem = source.path.rsplit('/').next().unwrap_or_default().trim_end_matches(".rs");
        if source.is_rust() && EMPTY_NAMES.contains(&stem) {
            complaints.push(format!("{}: a name that says nothing", source.path));
        }
        // Documents of others are kept byte for byte.
        let lines = source.text.lines().enumerate().filter(|_| !source.path.contains("/schemas/"));
        for (number, line) in lines {
            let found = FORBIDDEN.iter().map(|(start, end)| format!("{start}{end}"));
            complaints.extend(
                found
                    .filter(|word| holds_word(line, word))
                    .map(|word| format!("{}:{}: `{word}`", source.path, number + 1)),
            );
        }
        if source.ships() {
            complaints.extend(unwraps(source));
        }
    }
    complaints
}

/// Capital words only count when they stand alone; the rest wherever they stand.
fn holds_word(line: &str, word: &str) -> bool {
    if !word.chars().all(|letter| letter.is_ascii_uppercase()) {
        return line.contains(word);
    }
    line.split(|letter: char| !letter.is_ascii_alphanumeric()).any(|found| found == word)
}

fn unwraps(source: &Source) -> Vec<String> {
    let lines = source.without_tests().lines().enumerate();
    lines
        .filter(|(_, line)| line.contains(".unwrap()") && !line.trim_start().starts_with("//"))
        .map(|(number, _)| format!("{}:{}: `unwrap` outside tests", source.path, number + 1))
        .collect()
}
