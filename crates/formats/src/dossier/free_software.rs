//! `[free_software]`: the facts the free and open-source software path turns on.

use proofmark_facts::{FreeSoftware, StewardSupport};

use super::key::{Key, Kind, Word, words};
use super::table::Table;

/// The keys of `[free_software]`.
pub(super) const FREE_SOFTWARE: &[Key] = &[
    Key::new("licence", Kind::Line, "\"Apache-2.0\"", "The licence, as an SPDX expression.", "Article 3(48)"),
    Key::new(
        "freely_licensed",
        Kind::Flag,
        "true",
        "The licence lets everyone freely access, use, modify and redistribute it.",
        "Article 3(48)",
    ),
    Key::new(
        "source_openly_shared",
        Kind::Flag,
        "true",
        "The source is openly shared with the public, not with customers only.",
        "Article 3(48)",
    ),
    Key::new(
        "under_own_responsibility",
        Kind::Flag,
        "true",
        "You publish it and have primary control of development, releases and distribution.",
        "Recital 18",
    ),
    Key::new(
        "donations_gate_access",
        Kind::Flag,
        "false",
        "Access, updates, security fixes or contractual benefits depend on donations.",
        "Recital 15",
    ),
    Key::new(
        "not_for_profit",
        Kind::Flag,
        "false",
        "You are a not-for-profit that uses all earnings after costs for not-for-profit goals.",
        "Recital 18",
    ),
    Key::new(
        "support_at_cost_only",
        Kind::Flag,
        "false",
        "You are a natural person who bundles support at cost only.",
        "Recital 15",
    ),
    Key::new(
        "sustained_support",
        Kind::Flag,
        "false",
        "You support its development in a sustained way so that it stays viable for commercial activities.",
        "Article 3(14)",
    ),
    Key::new(
        "supported_by",
        Kind::Many(&Kind::Word(words::<StewardSupport>)),
        "[\"infrastructure\"]",
        "For a steward: how you support it; what you report follows from it.",
        "Article 24(3)",
    ),
    Key::new(
        "technical_documentation_public_at",
        Kind::Url,
        "\"https://example.com/technical-documentation\"",
        "Where the technical documentation is public when the product is placed on the market.",
        "Article 32(5)",
    ),
];

impl Word for StewardSupport {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("non-technical", Self::NonTechnical),
        ("infrastructure", Self::Infrastructure),
        ("engineering", Self::Engineering),
    ];
}

pub(super) fn read_free_software(table: &mut Table<'_>) -> FreeSoftware {
    FreeSoftware {
        licence: table.text("licence"),
        freely_licensed: table.flag("freely_licensed"),
        source_openly_shared: table.flag("source_openly_shared"),
        under_own_responsibility: table.flag("under_own_responsibility"),
        donations_gate_access: table.flag("donations_gate_access"),
        not_for_profit: table.flag("not_for_profit"),
        support_at_cost_only: table.flag("support_at_cost_only"),
        sustained_support: table.flag("sustained_support"),
        supported_by: table.words("supported_by"),
        technical_documentation_public_at: table.text("technical_documentation_public_at"),
    }
}
