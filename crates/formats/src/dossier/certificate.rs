//! Certificates that bear on the conformity assessment procedure.

use proofmark_facts::{AssuranceLevel, Certificate, EarlierCertificate};

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

/// The keys of `[[conformity.earlier_certificates]]`.
pub(super) const EARLIER_CERTIFICATE: &[Key] = &[
    Key::new(
        "under",
        Kind::Line,
        "\"Directive 2014/53/EU\"",
        "The act it was issued under.",
        "Article 69(1)",
    )
    .must(),
    Key::new("reference", Kind::Line, "\"RED-2026-0042\"", "Its number.", "Article 69(1)"),
    Key::new("valid_until", Kind::Date, "2029-03-01", "The last day it is valid.", "Article 69(1)"),
    Key::new(
        "covers",
        Kind::Many(&Kind::Text),
        "[\"Network protection\", \"Protection of personal data\"]",
        "The risks it covers.",
        "Commission guidance points 247 to 257",
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

pub(super) fn read_earlier_certificate(table: &mut Table<'_>) -> EarlierCertificate {
    EarlierCertificate {
        under: table.must_text("under"),
        reference: table.text("reference"),
        valid_until: table.date("valid_until"),
        covers: table.texts("covers"),
    }
}
