//! What classification turns on: how the product is described, and the strength of a circuit.

use proofmark_facts::{AvaVan, DescribedAs};

use super::key::{Key, Kind, Word};
use super::table::Table;

/// The keys of `[product.described_as]`.
pub(super) const DESCRIBED_AS: &[Key] = &[
    Key::new(
        "marketing",
        Kind::Line,
        "\"III.I.12\"",
        "What sales material calls it.",
        "Commission guidance points 142 and 143",
    ),
    Key::new(
        "instructions",
        Kind::Line,
        "\"industrial router\"",
        "What the instructions for users call it.",
        "Commission guidance points 142 and 143",
    ),
    Key::new(
        "technical_documentation",
        Kind::Line,
        "\"III.I.12\"",
        "What the technical documentation calls it.",
        "Commission guidance points 142 and 143",
    ),
];

impl Word for AvaVan {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("AVA_VAN.1", Self::One),
        ("AVA_VAN.2", Self::Two),
        ("AVA_VAN.3", Self::Three),
        ("AVA_VAN.4", Self::Four),
        ("AVA_VAN.5", Self::Five),
    ];
}

pub(super) fn read_described_as(table: &mut Table<'_>) -> DescribedAs {
    DescribedAs {
        marketing: table.text("marketing"),
        instructions: table.text("instructions"),
        technical_documentation: table.text("technical_documentation"),
    }
}
