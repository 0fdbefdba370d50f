//! What a high-risk AI system's makers declare about the procedure of the AI Act.

use schemars::JsonSchema;
use serde::Serialize;

/// The facts Article 12 turns on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AiAct {
    /// The AI Act's own procedure for the system is internal control (its Annex VI).
    pub internal_control: Option<bool>,
    /// The product meets Annex I Part I (Article 12(1)(a)).
    pub product_requirements_met: Option<bool>,
    /// The manufacturer's processes meet Annex I Part II (Article 12(1)(b)).
    pub process_requirements_met: Option<bool>,
    /// The declaration of conformity shows the level of protection reached (Article 12(1)(c)).
    pub shown_in_declaration: Option<bool>,
}
