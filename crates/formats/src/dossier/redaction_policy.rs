//! `redaction.toml`: what of a bill of materials stays in the house when it is published, read as a dossier is: every problem at its
//! place.

use proofmark_facts::{
    BelowWithheld, KeptAddresses, KeptForPublication, Place, Problem, Read, RedactionPolicy,
    WithheldComponents,
};
use proofmark_text::text;
use toml::de::DeTable;

use super::key::{Key, Kind, Word, words};
use super::lines::Lines;
use super::notes::Notes;
use super::places::Places;
use super::syntax;
use super::table::{Table, read_root};

/// The largest file that is read, in bytes.
const LARGEST_FILE_BYTES: usize = 1024 * 1024;

/// The version of the file's format this reader knows.
const FORMAT: u64 = 1;

/// The fewest letters of a secret: what is shorter could be tried out.
const SHORTEST_SECRET: usize = 24;

/// The most entries, each of which is asked of every component.
const MOST_ENTRIES: usize = 200;

/// Every key.
pub(super) const REDACTION: &[Key] = &[
    Key::new("redaction", Kind::Count, "1", "The version of this file's format; it stands first.", "").must(),
    Key::new(
        "secret",
        Kind::Line,
        "\"3f1c8a5be2d94707a6b1c0d2e4f56789\"",
        "What references of withheld components are derived with, so that they stay the same.",
        "",
    ),
    Key::new(
        "below",
        Kind::Word(words::<BelowWithheld>),
        "\"keep\"",
        "Whether what a withheld component pulls in stays.",
        "",
    ),
    Key::new(
        "internal_hosts",
        Kind::Many(&Kind::Line),
        "[\"corp.example.com\"]",
        "Domains that are internal, with all below them.",
        "",
    ),
    Key::table("components", Kind::Rows(COMPONENTS), "Components that are withheld.", ""),
    Key::table("keep", Kind::Table(KEEP), "What else is kept.", ""),
];

const COMPONENTS: &[Key] = &[
    Key::new("names", Kind::Many(&Kind::Line), "[\"radio-*\"]", "Names.", ""),
    Key::new("groups", Kind::Many(&Kind::Line), "[\"com.example.internal*\"]", "Groups.", ""),
    Key::new("packages", Kind::Many(&Kind::Line), "[\"pkg:npm/%40corp/*\"]", "Package URLs.", ""),
    Key::new("property", Kind::Line, "\"internal\"", "The name of a property they have.", ""),
    Key::new("value", Kind::Line, "\"true\"", "The property's value.", ""),
];

const KEEP: &[Key] = &[
    Key::new("file_names", Kind::Flag, "true", "Names of files, and components that are files.", ""),
    Key::new("addresses", Kind::Word(words::<KeptAddresses>), "\"public\"", "Which addresses.", ""),
    Key::new("persons", Kind::Flag, "true", "Authors, contacts, publishers.", ""),
    Key::new("descriptions", Kind::Flag, "true", "Descriptions and comments.", ""),
    Key::new("hashes", Kind::Flag, "true", "Digests.", ""),
    Key::new("properties", Kind::Many(&Kind::Line), "[\"bsi:*\"]", "Names of properties.", ""),
    Key::new("vulnerabilities", Kind::Flag, "true", "Statements about vulnerabilities.", ""),
];

impl Word for BelowWithheld {
    const WORDS: &'static [(&'static str, Self)] = &[("keep", Self::Keep), ("cut", Self::Cut)];
}

impl Word for KeptAddresses {
    const WORDS: &'static [(&'static str, Self)] =
        &[("none", Self::None), ("public", Self::Public), ("all", Self::All)];
}

/// Reads what is left out for publication with all problems at once, each with bytes, line and column.
pub fn read_redaction_policy(source: &[u8]) -> Read<RedactionPolicy> {
    if source.len() > LARGEST_FILE_BYTES {
        let says = text!("redact-file-too-large", most = LARGEST_FILE_BYTES / 1024 / 1024);
        return Read::refused(Problem::error(Place::default(), says));
    }
    let source = match str::from_utf8(source) {
        Ok(source) => source,
        Err(error) => {
            let at = error.valid_up_to();
            let says = text!("redact-not-utf8", offset = at);
            return Read::refused(Problem::error(Place::bytes(at..at + 1), says));
        }
    };
    let lines = Lines::of(source);
    let (mended, faults) = syntax::mend(&lines);
    let mut notes = Notes::new(Places::new(lines), REDACTION);
    for (bytes, says) in faults {
        notes.not_toml(bytes, says);
    }
    let policy = mended.and_then(|mended| {
        let (document, _) = DeTable::parse_recoverable(&mended);
        read_root(&mut notes, document.get_ref(), REDACTION, read_sections)
    });
    let (_, problems) = notes.finish();
    match policy {
        Some(policy) => Read::with(policy, problems),
        None => Read { value: None, problems },
    }
}

fn read_sections(table: &mut Table<'_>) -> RedactionPolicy {
    if table.count("redaction").is_some_and(|format| format != FORMAT) {
        table.refuse("redaction", text!("redact-format-unknown", known = FORMAT));
    }
    let secret = table.text("secret");
    if secret.as_ref().is_some_and(|secret| secret.chars().count() < SHORTEST_SECRET) {
        table.refuse("secret", text!("redact-secret-short", least = SHORTEST_SECRET));
    }
    let components = table.rows("components", read_components);
    if components.len() > MOST_ENTRIES {
        table.refuse("components", text!("redact-entries-many", most = MOST_ENTRIES));
    }
    RedactionPolicy {
        secret,
        below: table.word("below").unwrap_or_default(),
        components,
        internal_hosts: table.texts("internal_hosts"),
        keep: table.optional("keep", read_keep).unwrap_or_default(),
    }
}

fn read_components(table: &mut Table<'_>) -> WithheldComponents {
    let read = WithheldComponents {
        names: table.texts("names"),
        groups: table.texts("groups"),
        packages: table.texts("packages"),
        property: table.text("property"),
        value: table.text("value"),
    };
    if !read.says_which() {
        table.refuse_whole(text!("redact-entry-says-nothing"));
    }
    read
}

fn read_keep(table: &mut Table<'_>) -> KeptForPublication {
    let usual = KeptForPublication::default();
    KeptForPublication {
        file_names: table.flag("file_names").unwrap_or(usual.file_names),
        addresses: table.word("addresses").unwrap_or(usual.addresses),
        persons: table.flag("persons").unwrap_or(usual.persons),
        descriptions: table.flag("descriptions").unwrap_or(usual.descriptions),
        hashes: table.flag("hashes").unwrap_or(usual.hashes),
        properties: table.texts("properties"),
        vulnerabilities: table.flag("vulnerabilities").unwrap_or(usual.vulnerabilities),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(source: &str) -> Vec<(String, usize)> {
        let read = read_redaction_policy(source.as_bytes());
        assert_eq!(read.value.is_none(), !read.problems.is_empty(), "{:?}", read.problems);
        let line = |problem: &Problem| problem.place.line_and_column.map_or(0, |(line, _)| line);
        read.problems.iter().map(|problem| (problem.says.id().to_owned(), line(problem))).collect()
    }

    #[test]
    fn what_is_not_stated_is_as_it_is_safe() {
        let read = read_redaction_policy(b"redaction = 1\n").value.unwrap();
        assert_eq!(read, RedactionPolicy::default());
        let keep = &read.keep;
        assert!(!keep.file_names && !keep.persons && !keep.descriptions && !keep.vulnerabilities);
        let one = read_redaction_policy(b"redaction = 1\n[keep]\npersons = true\n").value.unwrap().keep;
        assert_eq!(one, KeptForPublication { persons: true, ..KeptForPublication::default() });
        let all = "redaction = 1\nsecret = \"0123456789abcdef01234567\"\nbelow = \"cut\"\ninternal_hosts = [\"c.example\"]\n\
            [[components]]\nnames = [\"a*\"]\nproperty = \"p\"\nvalue = \"v\"\n[keep]\naddresses = \"none\"\nproperties = [\"bsi:*\"]\n";
        let all = read_redaction_policy(all.as_bytes()).value.unwrap();
        assert_eq!((all.below, all.keep.addresses), (BelowWithheld::Cut, KeptAddresses::None));
        assert_eq!((all.components[0].names.as_slice(), all.components.len()), (&["a*".to_owned()][..], 1));
    }

    #[test]
    fn what_would_withhold_nothing_or_is_not_known_is_refused_at_its_line() {
        let one = |id: &str, line| vec![(id.to_owned(), line)];
        assert_eq!(
            ids("redaction = 1\n[[components]]\nvalue = \"v\"\n"),
            one("redact-entry-says-nothing", 2)
        );
        assert_eq!(ids("redaction = 1\nsecret = \"short\"\n"), one("redact-secret-short", 2));
        assert_eq!(ids("redaction = 2\n"), one("redact-format-unknown", 1));
        assert_eq!(ids("redaction = 1\nbelow = \"gone\"\n"), one("dossier-unknown-word", 2));
        assert_eq!(ids("redaction = 1\n[keep]\nperson = true\n"), one("dossier-unknown-key-meant", 3));
        assert_eq!(ids("redaction = 1\n[[components]]\nname = [\"x\"]\n").len(), 2);
    }
}
