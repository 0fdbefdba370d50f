//! From whom the product came and to whom it went, among economic operators.

use schemars::JsonSchema;
use serde::Serialize;

/// What Article 23 asks any economic operator to be able to answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SupplyChain {
    /// Another economic operator supplied the product.
    pub supplied_by_operators: Option<bool>,
    /// The product is supplied to other economic operators, not to users alone.
    pub supplied_to_operators: Option<bool>,
    /// Where names and addresses of both are kept, as files or words.
    pub record: Vec<String>,
}
