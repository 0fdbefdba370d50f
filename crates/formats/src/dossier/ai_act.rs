//! `[scope.also.ai_act]`: what the procedure for a high-risk AI system turns on.

use proofmark_facts::AiAct;

use super::key::{Key, Kind};
use super::table::Table;

/// The keys of `[scope.also.ai_act]`.
pub(super) const AI_ACT: &[Key] = &[
    Key::new(
        "internal_control",
        Kind::Flag,
        "true",
        "The AI Act's own procedure for it is internal control.",
        "Article 12(3)",
    ),
    Key::new(
        "product_requirements_met",
        Kind::Flag,
        "true",
        "The product meets Annex I Part I.",
        "Article 12(1)(a)",
    ),
    Key::new(
        "process_requirements_met",
        Kind::Flag,
        "true",
        "Your processes meet Annex I Part II.",
        "Article 12(1)(b)",
    ),
    Key::new(
        "shown_in_declaration",
        Kind::Flag,
        "true",
        "The declaration of conformity shows the level of protection reached.",
        "Article 12(1)(c)",
    ),
];

pub(super) fn read_ai_act(table: &mut Table<'_>) -> AiAct {
    AiAct {
        internal_control: table.flag("internal_control"),
        product_requirements_met: table.flag("product_requirements_met"),
        process_requirements_met: table.flag("process_requirements_met"),
        shown_in_declaration: table.flag("shown_in_declaration"),
    }
}
