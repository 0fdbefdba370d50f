//! `[contact]`: how users and finders reach the manufacturer.

use proofmark_facts::Contact;

use super::key::{Key, Kind};
use super::table::Table;

/// The keys of `[contact]`.
pub(super) const CONTACT: &[Key] = &[
    Key::new(
        "single_point_of_contact",
        Kind::Reach,
        "\"security@example.com\"",
        "The single point of contact for users.",
        "Article 13(17)",
    ),
    Key::new(
        "reaches_a_person",
        Kind::Flag,
        "true",
        "Users reach a person there, not only automated tools.",
        "Article 13(17)",
    ),
    Key::new(
        "vulnerability_reports",
        Kind::Reach,
        "\"https://example.com/report\"",
        "Where vulnerabilities are reported.",
        "Annex II point 2",
    ),
    Key::new(
        "disclosure_policy",
        Kind::Url,
        "\"https://example.com/disclosure\"",
        "Where the coordinated vulnerability disclosure policy is published.",
        "Annex I Part II(5)",
    ),
    Key::new(
        "advisories",
        Kind::Url,
        "\"https://example.com/advisories\"",
        "Where security advisories are published.",
        "Annex I Part II(4)",
    ),
];

pub(super) fn read_contact(table: &mut Table<'_>) -> Contact {
    Contact {
        single_point_of_contact: table.text("single_point_of_contact"),
        reaches_a_person: table.flag("reaches_a_person"),
        vulnerability_reports: table.text("vulnerability_reports"),
        disclosure_policy: table.text("disclosure_policy"),
        advisories: table.text("advisories"),
    }
}
