//! The platform's fields by stage, as data, and which of them a case leaves empty or overfull.

use std::sync::LazyLock;

use proofmark_facts::Stage;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

static FILE: LazyLock<File> = LazyLock::new(|| {
    toml::from_str(include_str!("../../data/reporting-fields.toml"))
        .expect("the embedded fields are parsed by a test of this room")
});

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    field: Vec<PlatformField>,
}

/// A field of the platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PlatformField {
    /// Its key: `f01` to `f18` for both, `v…` for vulnerabilities, `i…` for incidents.
    pub key: String,
    /// What it holds.
    pub what: String,
    /// For which events it is shown.
    pub applies: FieldApplies,
    /// In the early warning.
    pub at_24_hours: FieldNeed,
    /// In the notification.
    pub at_72_hours: FieldNeed,
    /// In the final report.
    pub at_final: FieldNeed,
    /// The dossier's key that fills it; empty: there is none.
    pub fact: String,
    /// The most characters it takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<usize>,
    /// What to know beside that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// For which events a field is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FieldApplies {
    /// All.
    Both,
    /// Vulnerabilities.
    Vulnerability,
    /// Incidents.
    Incident,
}

/// What a stage makes of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FieldNeed {
    /// Must be filled.
    Required,
    /// May be filled.
    Optional,
    /// Copied from the stage before, or brought up to date.
    Carried,
    /// Must be filled where the information is there.
    IfAvailable,
    /// Not shown.
    NotShown,
}

/// A field the next stage cannot be submitted with as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FieldGap {
    /// The field's key.
    pub field: &'static str,
    /// What it holds.
    pub what: &'static str,
    /// The dossier's key that fills it.
    pub fact: String,
    /// What is wrong.
    pub gap: Gap,
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Gap {
    /// It is required at this stage, and nothing is declared for it.
    Missing,
    /// The text is too long for it.
    TooLong {
        /// The most characters.
        limit: usize,
        /// How many there are.
        characters: usize,
    },
}

/// Every field of the glossary whose version and day the state of the law built in names (`reporting_platform`).
pub fn platform_fields() -> &'static [PlatformField] {
    &FILE.field
}

impl PlatformField {
    /// What a stage makes of it; `None`: the stage has no form.
    pub fn at(&self, stage: Stage) -> Option<FieldNeed> {
        match stage {
            Stage::EarlyWarning => Some(self.at_24_hours),
            Stage::Notification => Some(self.at_72_hours),
            Stage::FinalReport => Some(self.at_final),
            Stage::IntermediateReport | Stage::Users => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fields_are_those_of_the_glossary_in_its_order() {
        let keys: Vec<&str> = platform_fields().iter().map(|field| field.key.as_str()).collect();
        let mut expected: Vec<String> = (1..=18).map(|number| format!("f{number:02}")).collect();
        expected.extend((19..=26).map(|number| format!("v{number}")));
        expected.push("v26a".to_owned());
        expected.extend((27..=30).map(|number| format!("v{number}")));
        expected.extend((31..=39).map(|number| format!("i{number}")));
        assert_eq!(keys, expected);
    }

    #[test]
    fn a_field_says_at_every_stage_what_the_glossary_says() {
        use FieldNeed::{Carried, IfAvailable, NotShown, Optional, Required};
        let field = |key: &str| {
            let found = platform_fields().iter().find(|field| field.key == key).unwrap();
            (found.at_24_hours, found.at_72_hours, found.at_final, found.limit)
        };
        assert_eq!(field("f03"), (Required, Carried, Carried, Some(4000)));
        assert_eq!(field("f16"), (Optional, Optional, Required, Some(2000)));
        assert_eq!(field("f18"), (NotShown, Optional, Optional, Some(255)));
        assert_eq!(field("v21"), (Optional, Required, Carried, Some(4000)));
        assert_eq!(field("v27"), (Optional, Optional, IfAvailable, Some(100)));
        assert_eq!(field("v28"), (NotShown, Optional, NotShown, None));
        assert_eq!(field("i31"), (Required, Carried, Carried, None));
        assert_eq!(field("i37"), (Required, Required, Carried, None));
    }
}
