//! What is known of ENISA's single reporting platform, as data with its origin.

use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::state::state_of_the_law::{ReportingPlatform, StateOfTheLaw};

static FILE: LazyLock<File> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/reporting-platform.toml"))
        .expect("the embedded facts are parsed by a test of this room")
});

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    fact: Vec<PlatformFact>,
}

/// One thing known of the platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlatformFact {
    /// The row of the reference.
    pub row: String,
    /// How it is known: `E`, from pages of ENISA; `S`, from secondary sources.
    pub verified: Vec<String>,
    /// What is known.
    pub says: String,
}

/// Everything known, and the platform as the state of the law built in describes it: its address, and the day all of
/// this was written down.
pub fn platform_facts() -> (&'static [PlatformFact], &'static ReportingPlatform) {
    (&FILE.fact, &StateOfTheLaw::embedded().reporting_platform)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_facts_are_the_thirteen_rows_in_their_order() {
        let rows: Vec<String> = platform_facts().0.iter().map(|fact| fact.row.clone()).collect();
        assert_eq!(rows, (1..=13).map(|number| format!("SRP-{number:02}")).collect::<Vec<_>>());
    }
}
