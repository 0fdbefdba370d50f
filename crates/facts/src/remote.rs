//! Remote services a product uses: the facts the remote data processing test turns on (Article 3(2)).

use schemars::JsonSchema;
use serde::Serialize;

/// One remote service. `None` means not stated.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct RemoteService {
    /// Its name.
    pub name: String,
    /// What it does for the product.
    pub does: Option<String>,
    /// The software was designed and developed by the manufacturer or under its responsibility.
    pub developed_under_own_responsibility: Option<bool>,
    /// Without it the product could not perform one of its functions.
    pub function_depends_on_it: Option<bool>,
    /// It only carries data: mobile network, cable, Wi-Fi, router.
    pub pure_connectivity: bool,
    /// Who operates or hosts it.
    pub operated_by: Option<String>,
}
