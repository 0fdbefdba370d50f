//! `[supply_chain]`: from whom the product came and to whom it went.

use proofmark_facts::SupplyChain;

use super::key::{Key, Kind};
use super::table::Table;

/// The keys of `[supply_chain]`.
pub(super) const SUPPLY_CHAIN: &[Key] = &[
    Key::new(
        "supplied_by_operators",
        Kind::Flag,
        "true",
        "Another economic operator supplied the product to you.",
        "Article 23(1)(a)",
    ),
    Key::new(
        "supplied_to_operators",
        Kind::Flag,
        "true",
        "You supply the product to other economic operators, not to users alone.",
        "Article 23(1)(b)",
    ),
    Key::new(
        "record",
        Kind::Many(&Kind::PathOrText),
        "[\"evidence/supply-chain.md\"]",
        "Where names and addresses of both are kept, each for ten years: files, or text.",
        "Article 23",
    ),
];

pub(super) fn read_supply_chain(table: &mut Table<'_>) -> SupplyChain {
    SupplyChain {
        supplied_by_operators: table.flag("supplied_by_operators"),
        supplied_to_operators: table.flag("supplied_to_operators"),
        record: table.texts("record"),
    }
}
