//! The starter file: what is known already set, what matters first ready to be filled in, each key explained.

use proofmark_facts::ProductKind;
use proofmark_text::text;

use super::answers::{Answer, Answers, header, join, push, quote, unindexed};
use super::key::{Key, Kind, Word};
use super::read::DOSSIER;

/// Columns the explanations are wrapped at.
const COLUMNS: usize = 100;

/// Keys that are too special for a first file: they are in the reference.
const LEFT_OUT: &[&str] = &[
    "ai_act",
    "described_as",
    "certificate",
    "advisories",
    "triage",
    "trademark",
    "authorised_representative",
    "considered_categories",
    "variants",
    "tailor_made",
    "meant_for_integration",
    "supply_chain",
    "supplier_check",
    "other_acts",
    "spare_part",
    "exclusively_national_security",
    "processes_classified_information",
    "only_shown_with_sign",
    "test_version",
    "also",
    "free_software",
    "artefacts",
    "modification",
    "notified_body",
    "other_legislation",
    "authority_requests",
    "evidence",
    "vulnerability_decisions",
    "checked_otherwise",
    "placing",
    "enterprise",
    "security_updates",
    "other_certificates",
    "expected_use_months",
    "subscription_only",
    "subscription_months",
    "act_minimums",
    "original_ends_on",
    "use_factors_unchanged",
    "end_stated_at_purchase",
    "end_notice_feasible",
    "end_notice_shown_on",
    "older_versions",
    "components_without_support",
    "releases_source_afterwards",
    "cases",
    "reporting_place",
    "dual_use",
    "presentation",
    "public_administration_own_use",
    "public_service_at_cost",
    "modules",
    "complex_system",
    "belongs_to",
    "brand_owner_established_in",
    "for_other_products",
    "runs_marketplace",
    "provides_fulfilment",
    "distributes_modified",
    "at_a_distance",
    "origin",
    "serves",
    "manual_alternative",
    "telemetry_only",
    "interacts_directly",
    "hosting",
    "described_in_documentation",
    "shared_with",
    "assurance",
];

/// The text of a commented `proofmark.toml` that the reader accepts as it stands.
///
/// The names and the version must not be empty: the dossier cannot do without them.
pub fn starter(operator: &str, product: &str, kind: ProductKind, version: &str) -> String {
    let kind = ProductKind::WORDS.iter().find(|(_, known)| *known == kind).map_or("", |(word, _)| *word);
    let mut known = Answers::default();
    for (path, words) in [
        ("operator.name", operator),
        ("product.name", product),
        ("product.kind", kind),
        ("release.version", version),
    ] {
        known.set(path, Answer::Value(quote(words)));
    }
    filled(&known)
}

/// The same file with everything that was answered: what is known stands, what is open says so, what comes next is
/// there to be taken up. The reader accepts it where the answers [suffice](Answers::suffice).
pub fn filled(answers: &Answers) -> String {
    let mut file = String::new();
    explain(&mut file, &text!("dossier-starter-introduction").to_string());
    write_keys(&mut file, DOSSIER, "", answers, true);
    file
}

fn write_keys(file: &mut String, keys: &[Key], path: &str, answers: &Answers, live: bool) {
    let shown = |key: &&Key| !LEFT_OUT.contains(&key.name) || is_answered(answers, &join(path, key.name));
    for key in keys.iter().filter(shown).filter(|key| key.below().is_none()) {
        // An entry has one or the other: what was answered first in the order of keys counts.
        let is_replaced = key.instead_of.is_some_and(|other| answers.has_value(&join(path, other)));
        write_key(file, key, &join(path, key.name), answers, live && !is_replaced);
    }
    for key in keys.iter().filter(shown) {
        let Some(below) = key.below() else { continue };
        let path = join(path, key.name);
        file.push('\n');
        explain(file, &in_one_sentence(key));
        if answers.get(&path) == Some(&Answer::Unknown) {
            explain(file, &text!("interview-file-open").to_string());
        }
        let entries = answers.entries_of(key, &path);
        for entry in &entries {
            let stands = live && answers.stands(entry, below);
            write_header(file, &header(key, entry), stands);
            write_keys(file, below, entry, answers, stands);
        }
        if entries.is_empty() {
            // A table without mandatory keys may stand empty; a list's entry, or a table whose presence says something, may not.
            let speaks = LEFT_OUT.contains(&key.name);
            let stands =
                live && !speaks && matches!(key.kind, Kind::Table(_)) && answers.stands(&path, below);
            write_header(file, &key.kind.sample(&unindexed(&path)), stands);
            write_keys(file, below, &path, answers, stands);
        }
    }
}

fn write_key(file: &mut String, key: &Key, path: &str, answers: &Answers, live: bool) {
    explain(file, &in_one_sentence(key));
    let known = match key.kind {
        Kind::Format => Some(key.example),
        _ => answers.value(path),
    };
    if answers.get(path) == Some(&Answer::Unknown) {
        explain(file, &text!("interview-file-open").to_string());
    }
    match known {
        Some(value) if live => push(file, format_args!("{} = {value}\n", key.name)),
        // A value of several lines is set aside line by line.
        Some(value) => push(file, format_args!("#{} = {}\n", key.name, value.replace('\n', "\n#"))),
        None => push(file, format_args!("#{} = {}\n", key.name, key.example)),
    }
}

fn write_header(file: &mut String, header: &str, stands: bool) {
    let mark = if stands { "" } else { "#" };
    push(file, format_args!("{mark}{header}\n"));
}

/// Whether a key that is left out of a first file was asked all the same.
fn is_answered(answers: &Answers, path: &str) -> bool {
    answers.is_told(path) || answers.get(path) == Some(&Answer::Unknown)
}

fn in_one_sentence(key: &Key) -> String {
    let source = if key.cites.is_empty() { String::new() } else { format!(" ({})", key.cites) };
    match key.kind {
        Kind::Word(_) => format!("{}{source} {}.", key.says, capital(&key.kind.called().to_string())),
        _ => format!("{}{source}", key.says),
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Writes an explanation as comment lines.
fn explain(file: &mut String, words: &str) {
    let mut column = COLUMNS + 1;
    for word in words.split_whitespace() {
        let width = word.chars().count() + 1;
        if column + width > COLUMNS {
            let line_break = if column > COLUMNS { "" } else { "\n" };
            push(file, format_args!("{line_break}#"));
            column = 1;
        }
        push(file, format_args!(" {word}"));
        column += width;
    }
    file.push('\n');
}
