//! `[free_software]`: the facts the free and open-source software path turns on.

use proofmark_facts::{Edition, FreeSoftware, PricedThing, StewardSupport};

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
        "systematic_support",
        Kind::Flag,
        "true",
        "The support is systematic, not occasional.",
        "Article 3(14)",
    ),
    Key::new(
        "intended_for_commercial_activities",
        Kind::Flag,
        "true",
        "The software is meant for commercial activities.",
        "Article 3(14)",
    ),
    Key::new(
        "ensures_viability",
        Kind::Flag,
        "true",
        "You make sure the software stays viable.",
        "Article 3(14)",
    ),
    Key::new(
        "support_provided",
        Kind::Many(&Kind::Word(words::<StewardSupport>)),
        "[\"infrastructure\"]",
        "What you provide for the software as its steward.",
        "Commission guidance points 79 to 82",
    ),
    Key::new(
        "edition",
        Kind::Word(words::<Edition>),
        "\"only\"",
        "Which edition this file is about; a free and a paid edition are two products.",
        "Commission guidance points 52, 53 and 76",
    ),
    Key::new(
        "price_is_for",
        Kind::Word(words::<PricedThing>),
        "\"binaries\"",
        "What the price is charged for.",
        "Commission guidance points 51, 52 and 57",
    ),
    Key::new(
        "component_for_integration",
        Kind::Flag,
        "false",
        "It is a component meant to be built into other products.",
        "Recital 18",
    ),
    Key::new(
        "monetised_by_its_publisher",
        Kind::Flag,
        "false",
        "Its original publisher makes money with it.",
        "Commission guidance point 67",
    ),
    Key::new(
        "monetised_downstream",
        Kind::Flag,
        "false",
        "Those who build it in make money with it; that changes nothing.",
        "Commission guidance point 87",
    ),
    Key::new("only_hosts", Kind::Flag, "false", "You only host packages or repositories.", "Recital 20"),
    Key::new(
        "services_optional_and_separate",
        Kind::Flag,
        "true",
        "Paid services around it are optional and separate from it.",
        "Commission guidance points 55 and 56",
    ),
    Key::new(
        "voluntary_donations",
        Kind::Flag,
        "false",
        "Donations are voluntary: nothing depends on them.",
        "Commission guidance point 61",
    ),
    Key::new(
        "sponsored",
        Kind::Flag,
        "false",
        "Sponsors, grants or paid feature work keep it going; that changes nothing.",
        "Commission guidance points 63 to 65",
    ),
    Key::new(
        "technical_documentation_public_at",
        Kind::Url,
        "\"https://example.com/technical-documentation\"",
        "Where the technical documentation is public when the product is placed on the market.",
        "Article 32(5)",
    ),
    Key::new(
        "technical_documentation_public_since",
        Kind::Date,
        "2027-12-01",
        "Since when it is public there.",
        "Article 32(5)",
    ),
];

impl Word for Edition {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("only", Self::Only),
        ("free-beside-paid", Self::FreeBesidePaid),
        ("paid-beside-free", Self::PaidBesideFree),
    ];
}

impl Word for PricedThing {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("software", Self::Software),
        ("version", Self::Version),
        ("binaries", Self::Binaries),
        ("edition", Self::Edition),
    ];
}

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
        systematic_support: table.flag("systematic_support"),
        intended_for_commercial_activities: table.flag("intended_for_commercial_activities"),
        ensures_viability: table.flag("ensures_viability"),
        support_provided: table.words("support_provided"),
        edition: table.word("edition"),
        price_is_for: table.word("price_is_for"),
        component_for_integration: table.flag("component_for_integration"),
        monetised_by_its_publisher: table.flag("monetised_by_its_publisher"),
        monetised_downstream: table.flag("monetised_downstream"),
        only_hosts: table.flag("only_hosts"),
        services_optional_and_separate: table.flag("services_optional_and_separate"),
        voluntary_donations: table.flag("voluntary_donations"),
        sponsored: table.flag("sponsored"),
        technical_documentation_public_at: table.text("technical_documentation_public_at"),
        technical_documentation_public_since: table.date("technical_documentation_public_since"),
    }
}
