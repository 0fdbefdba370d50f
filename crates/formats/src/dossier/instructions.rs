//! `[instructions]`: the instructions that go with the product.

use proofmark_facts::Instructions;

use super::key::{Key, Kind};
use super::table::Table;

/// The keys of `[instructions]`.
pub(super) const INSTRUCTIONS: &[Key] = &[
    Key::new(
        "commissioning",
        Kind::Text,
        "\"https://example.com/manual#commissioning\"",
        "Measures at commissioning and over the lifetime, as text or a link.",
        "Annex II point 8(a)",
    ),
    Key::new(
        "changes",
        Kind::Text,
        "\"https://example.com/manual#changes\"",
        "How changes to the product can affect the security of data.",
        "Annex II point 8(b)",
    ),
    Key::new(
        "updates",
        Kind::Text,
        "\"https://example.com/manual#updates\"",
        "How security updates are installed.",
        "Annex II point 8(c)",
    ),
    Key::new(
        "decommissioning",
        Kind::Text,
        "\"https://example.com/manual#decommissioning\"",
        "Secure decommissioning, and how user data is removed.",
        "Annex II point 8(d)",
    ),
    Key::new(
        "automatic_updates_off",
        Kind::Text,
        "\"https://example.com/manual#automatic-updates\"",
        "How automatic security updates are turned off.",
        "Annex II point 8(e)",
    ),
    Key::new(
        "integration",
        Kind::Text,
        "\"https://example.com/integrators\"",
        "What an integrator needs to meet Annexes I and VII.",
        "Annex II point 8(f)",
    ),
    Key::new(
        "sbom_at",
        Kind::Text,
        "\"https://example.com/eg-200/sbom\"",
        "Where users find the SBOM, if it is offered to them.",
        "Annex II point 9",
    ),
    Key::new(
        "languages",
        Kind::Many(&Kind::Language),
        "[\"de\", \"fr\"]",
        "The languages the instructions come in.",
        "Article 13(18)",
    ),
];

pub(super) fn read_instructions(table: &mut Table<'_>) -> Instructions {
    Instructions {
        commissioning: table.text("commissioning"),
        changes: table.text("changes"),
        updates: table.text("updates"),
        decommissioning: table.text("decommissioning"),
        automatic_updates_off: table.text("automatic_updates_off"),
        integration: table.text("integration"),
        sbom_at: table.text("sbom_at"),
        languages: table.texts("languages"),
    }
}
