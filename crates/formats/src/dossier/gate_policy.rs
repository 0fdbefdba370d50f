//! `gate.toml`: a manufacturer's rules for the gate, read as a dossier is: every problem at its place.

use proofmark_facts::{EndOfLifeFile, GateLevel, GatePolicy, Place, Problem, Read, Waiver, same_person};
use proofmark_text::text;
use toml::de::DeTable;

use super::gate_rules::{
    COMPONENTS, DATA, DECISIONS, FINDINGS, LICENCES, SBOM, SIGNATURES, read_component_rule, read_data_rule,
    read_decision_rule, read_finding_rule, read_licence_rule, read_sbom_rule, read_signature_rule,
};
use super::key::{Key, Kind, Word};
use super::lines::Lines;
use super::notes::Notes;
use super::places::Places;
use super::syntax;
use super::table::{Table, read_root};

/// The largest file that is read, in bytes.
const LARGEST_FILE_BYTES: usize = 1024 * 1024;

/// The version of the file's format this reader knows.
const FORMAT: u64 = 1;

/// The longest a waiver may last, in days: a year with a leap day in it.
const LONGEST_WAIVER_DAYS: i32 = 366;

/// Every key.
pub(super) const POLICY: &[Key] = &[
    Key::new("gate", Kind::Count, "1", "The version of this file's format; it stands first.", "").must(),
    Key::table("findings", Kind::Rows(FINDINGS), "A rule over findings.", ""),
    Key::table("decisions", Kind::Rows(DECISIONS), "A rule over the decisions the dossier states.", ""),
    Key::table("sbom", Kind::Rows(SBOM), "A rule over how good the bill of materials is.", ""),
    Key::table("signatures", Kind::Rows(SIGNATURES), "A rule over signatures.", ""),
    Key::table("components", Kind::Rows(COMPONENTS), "A rule over components.", ""),
    Key::table("licences", Kind::Rows(LICENCES), "A rule over licences.", ""),
    Key::table("data", Kind::Rows(DATA), "A rule over the age of data.", ""),
    Key::table(
        "end_of_life",
        Kind::Rows(END_OF_LIFE),
        "A file that says until when versions of a product are supported.",
        "",
    ),
    Key::table(
        "waivers",
        Kind::Rows(WAIVERS),
        "What is let through for a while although a rule hits it.",
        "",
    ),
];

const END_OF_LIFE: &[Key] = &[
    Key::new(
        "file",
        Kind::Path,
        "\"end-of-life/openssl.json\"",
        "What endoflife.date says of the product.",
        "",
    )
    .must(),
    Key::new(
        "components",
        Kind::Many(&Kind::Line),
        "[\"pkg:generic/openssl@*\"]",
        "The components that are versions of it.",
        "",
    )
    .must(),
    Key::new("as_of", Kind::Date, "2026-11-01", "The day it was true on, where the file does not say.", ""),
];

const WAIVERS: &[Key] = &[
    Key::new("rule", Kind::Line, "\"no-critical\"", "The rule.", "").must(),
    Key::new("components", Kind::Many(&Kind::Line), "[\"pkg:npm/example@*\"]", "Components it covers.", ""),
    Key::new(
        "vulnerabilities",
        Kind::Many(&Kind::Line),
        "[\"CVE-2024-0001\"]",
        "Vulnerabilities it covers.",
        "",
    ),
    Key::new("because", Kind::Text, "\"The fix is being tested.\"", "Why.", "").must(),
    Key::new("decided_by", Kind::Line, "\"Erika Mustermann\"", "Who decided.", "").must(),
    Key::new("approved_by", Kind::Line, "\"Max Muster\"", "Who else approved.", "").must(),
    Key::new("decided_on", Kind::Date, "2026-11-01", "When.", "").must(),
    Key::new("expires_on", Kind::Date, "2027-02-01", "The last day it holds, at most a year later.", "")
        .must(),
];

impl Word for GateLevel {
    const WORDS: &'static [(&'static str, Self)] = &[("block", Self::Block), ("warn", Self::Warn)];
}

/// A policy, and where in the file each of its rules stands.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadGatePolicy {
    /// What it says.
    pub policy: GatePolicy,
    /// Where.
    pub places: Places,
}

/// Reads a manufacturer's rules for the gate with all their problems at once, each with bytes, line and column.
pub fn read_gate_policy(source: &[u8]) -> Read<ReadGatePolicy> {
    if source.len() > LARGEST_FILE_BYTES {
        let says = text!("gate-file-too-large", most = (LARGEST_FILE_BYTES / 1024 / 1024).to_string());
        return Read::refused(Problem::error(Place::default(), says));
    }
    let source = match str::from_utf8(source) {
        Ok(source) => source,
        Err(error) => {
            let at = error.valid_up_to();
            let says = text!("gate-not-utf8", offset = at.to_string());
            return Read::refused(Problem::error(Place::bytes(at..at + 1), says));
        }
    };
    let lines = Lines::of(source);
    let (mended, faults) = syntax::mend(&lines);
    let mut notes = Notes::new(Places::new(lines), POLICY);
    for (bytes, says) in faults {
        notes.not_toml(bytes, says);
    }
    let policy = mended.and_then(|mended| {
        let (document, _) = DeTable::parse_recoverable(&mended);
        read_root(&mut notes, document.get_ref(), POLICY, read_sections)
    });
    let (places, problems) = notes.finish();
    match policy {
        Some(policy) => Read::with(ReadGatePolicy { policy, places }, problems),
        None => Read { value: None, problems },
    }
}

fn read_sections(table: &mut Table<'_>) -> GatePolicy {
    if table.count("gate").is_some_and(|format| format != FORMAT) {
        table.refuse("gate", text!("gate-format-unknown", known = FORMAT.to_string()));
    }
    GatePolicy {
        findings: table.rows("findings", read_finding_rule),
        decisions: table.rows("decisions", read_decision_rule),
        sbom: table.rows("sbom", read_sbom_rule),
        signatures: table.rows("signatures", read_signature_rule),
        components: table.rows("components", read_component_rule),
        licences: table.rows("licences", read_licence_rule),
        data: table.rows("data", read_data_rule),
        end_of_life: table.rows("end_of_life", read_end_of_life),
        waivers: table.rows("waivers", read_waiver),
    }
}

fn read_end_of_life(table: &mut Table<'_>) -> EndOfLifeFile {
    EndOfLifeFile {
        file: table.must_text("file"),
        components: table.texts("components"),
        as_of: table.date("as_of"),
    }
}

fn read_waiver(table: &mut Table<'_>) -> Waiver {
    let (decided_by, approved_by) = (table.must_text("decided_by"), table.must_text("approved_by"));
    let (decided_on, expires_on) = (table.date("decided_on"), table.date("expires_on"));
    if !decided_by.is_empty() && same_person(&decided_by, &approved_by) {
        table.refuse("approved_by", text!("gate-waiver-one-person", person = &approved_by));
    }
    if let (Some(decided_on), Some(expires_on)) = (decided_on, expires_on) {
        let days = (expires_on - decided_on).get_days();
        if days < 0 {
            table.refuse("expires_on", text!("gate-waiver-ends-before"));
        } else if days > LONGEST_WAIVER_DAYS {
            table.refuse("expires_on", text!("gate-waiver-too-long"));
        }
    }
    Waiver {
        rule: table.must_text("rule"),
        components: table.texts("components"),
        vulnerabilities: table.texts("vulnerabilities"),
        because: table.must_text("because"),
        decided_by,
        approved_by,
        decided_on: decided_on.unwrap_or_default(),
        expires_on: expires_on.unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(source: &str) -> Vec<(String, usize)> {
        let read = read_gate_policy(source.as_bytes());
        assert_eq!(read.value.is_none(), !read.problems.is_empty(), "{:?}", read.problems);
        let line = |problem: &Problem| problem.place.line_and_column.map_or(0, |(line, _)| line);
        read.problems.iter().map(|problem| (problem.says.id().to_owned(), line(problem))).collect()
    }

    const WAIVER: &str = "gate = 1\n[[waivers]]\nrule = \"r\"\nbecause = \"b\"\ndecided_by = \"Anna Ott\"\napproved_by = \"Ben\"\ndecided_on = 2026-11-01\nexpires_on = 2027-11-01\n";

    #[test]
    fn a_waiver_needs_two_persons_and_ends_within_a_year() {
        assert_eq!(ids(WAIVER), []);
        let one_person = [("gate-waiver-one-person".to_owned(), 6)];
        assert_eq!(ids(&WAIVER.replace("Ben", " anna  OTT")), one_person);
        assert_eq!(ids(&WAIVER.replace("Ben", "Anna.Ott")), one_person);
        assert_eq!(
            ids(&WAIVER.replace("2027-11-01", "2027-11-03")),
            [("gate-waiver-too-long".to_owned(), 8)]
        );
        assert_eq!(
            ids(&WAIVER.replace("2027-11-01", "2026-10-31")),
            [("gate-waiver-ends-before".to_owned(), 8)]
        );
        for missing in ["expires_on", "approved_by", "because", "decided_on", "rule"] {
            let without: String = WAIVER
                .lines()
                .filter(|line| !line.starts_with(missing))
                .map(|line| format!("{line}\n"))
                .collect::<Vec<_>>()
                .concat();
            assert_eq!(ids(&without), [("dossier-missing-key".to_owned(), 2)], "{missing}");
        }
    }

    #[test]
    fn everything_wrong_is_told_at_its_line() {
        let found = ids(
            "gate = 1\n[[findings]]\nid = \"a\"\nlevel = \"fail\"\nbecause = \"b\"\nseverty_at_least = \"high\"\n[[components]]\nid = \"Not A Name\"\nlevel = \"block\"\nbecause = \"b\"\n[[law]]\noff = true\n",
        );
        assert_eq!(
            found,
            [
                ("dossier-unknown-word", 4),
                ("dossier-unknown-key-meant", 6),
                ("gate-rule-asks-nothing", 7),
                ("gate-rule-name", 8),
                ("dossier-unknown-key", 11),
            ]
            .map(|(id, line)| (id.to_owned(), line))
        );
    }
}
