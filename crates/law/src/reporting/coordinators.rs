//! The CSIRTs designated as coordinators, as ENISA listed them on one day.

use std::sync::LazyLock;

use jiff::civil::Date;
use proofmark_facts::Country;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

static FILE: LazyLock<File> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/coordinators.toml"))
        .expect("the embedded list is parsed by a test of this room")
});

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    captured_on: Date,
    #[expect(dead_code, reason = "how far the list can be trusted is for people who check it")]
    confidence: String,
    coordinator: Vec<Coordinator>,
}

/// A Member State's coordinator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Coordinator {
    /// The Member State.
    pub member_state: String,
    /// Its short name.
    pub name: String,
    /// Where it is reached.
    pub contact: String,
    /// Its host on the reporting platform.
    pub host: String,
    /// What to know beside that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
}

/// All 27, by Member State, and the day the list was captured.
pub fn coordinators() -> (&'static [Coordinator], Date) {
    (&FILE.coordinator, FILE.captured_on)
}

/// A Member State's coordinator.
pub fn coordinator_of(state: Country) -> Option<&'static Coordinator> {
    FILE.coordinator.iter().find(|coordinator| coordinator.member_state == state.as_str())
}

#[cfg(test)]
mod tests {
    use proofmark_facts::MEMBER_STATES;

    use super::*;

    #[test]
    fn every_member_state_has_one_coordinator() {
        let (all, _) = coordinators();
        let states: Vec<&str> = all.iter().map(|one| one.member_state.as_str()).collect();
        assert_eq!(states, MEMBER_STATES);
        for one in all {
            assert_eq!(one.host, format!("{}.cra-srp.enisa.europa.eu", one.member_state.to_lowercase()));
            assert!(one.contact.starts_with("https://"), "{one:?}");
        }
    }
}
