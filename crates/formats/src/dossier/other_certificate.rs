//! `[[other_certificates]]`: certificates on cybersecurity issued under other harmonisation law.

use proofmark_facts::OtherCertificate;

use super::key::{Key, Kind};
use super::table::Table;

/// The keys of one `[[other_certificates]]`.
pub(super) const OTHER_CERTIFICATE: &[Key] = &[
    Key::new(
        "issued_under",
        Kind::Line,
        "\"Directive 2014/53/EU\"",
        "The act it was issued under.",
        "Article 69(1)",
    )
    .must(),
    Key::new("certificate", Kind::Line, "\"T-4711\"", "Its number or name.", "Article 69(1)"),
    Key::new(
        "risks_covered",
        Kind::Many(&Kind::Text),
        "[\"Attacks over the radio interface\"]",
        "The cybersecurity risks it covers.",
        "Article 69(1)",
    ),
    Key::new(
        "valid_until",
        Kind::Date,
        "2029-12-31",
        "The last day it is valid by its own terms.",
        "Article 69(1)",
    ),
];

pub(super) fn read_other_certificate(table: &mut Table<'_>) -> OtherCertificate {
    OtherCertificate {
        issued_under: table.must_text("issued_under"),
        certificate: table.text("certificate"),
        risks_covered: table.texts("risks_covered"),
        valid_until: table.date("valid_until"),
    }
}
