//! Certificates that bear on the conformity assessment procedure.

use proofmark_facts::{AssuranceLevel, Certificate};

use super::key::{Key, Kind, Word, words};
use super::table::Table;

/// The keys of `[conformity.certificate]`.
pub(super) const CERTIFICATE: &[Key] = &[
    Key::new("scheme", Kind::Line, "\"EUCC\"", "The certification scheme.", "Article 27(9)").must(),
    Key::new(
        "level",
        Kind::Word(words::<AssuranceLevel>),
        "\"substantial\"",
        "The assurance level; `basic` counts for nothing here.",
        "Article 32(2) to (4)",
    )
    .must(),
    Key::new("reference", Kind::Line, "\"EUCC-0000-2027-01\"", "Its number.", "Annex V point 7"),
    Key::new("valid_until", Kind::Date, "2031-06-30", "The last day it is valid.", "Article 27(8)"),
    Key::new(
        "covers_core_functionality",
        Kind::Flag,
        "true",
        "Whether it covers every risk of the core functionality.",
        "Article 27(8)",
    ),
];

impl Word for AssuranceLevel {
    const WORDS: &'static [(&'static str, Self)] =
        &[("basic", Self::Basic), ("substantial", Self::Substantial), ("high", Self::High)];
}

pub(super) fn read_certificate(table: &mut Table<'_>) -> Certificate {
    Certificate {
        scheme: table.must_text("scheme"),
        level: table.must_word("level"),
        reference: table.text("reference"),
        valid_until: table.date("valid_until"),
        covers_core_functionality: table.flag("covers_core_functionality"),
    }
}
