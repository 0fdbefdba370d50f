//! What a case tells others in words, each by its name: the texts of [`CaseContent`].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::declared_case::CaseContent;

/// A text that notifications, users or an advisory get.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each is the field of the same name of `CaseContent`")]
pub enum CaseWords {
    Title,
    Summary,
    GeneralNature,
    InitialAssessment,
    MeasuresTaken,
    MeasuresForUsers,
    Sensitivity,
    Severity,
    Impact,
    MaliciousActor,
    UpdateDetails,
    RootCause,
    OngoingMitigation,
    Cve,
    Euvd,
    UserInformation,
    AttackVector,
    FurtherInformation,
}

impl CaseWords {
    /// Every text, in the order of the fields they fill.
    pub const ALL: [Self; 18] = [
        Self::Title,
        Self::Summary,
        Self::GeneralNature,
        Self::InitialAssessment,
        Self::MeasuresTaken,
        Self::MeasuresForUsers,
        Self::Sensitivity,
        Self::Severity,
        Self::Impact,
        Self::MaliciousActor,
        Self::UpdateDetails,
        Self::RootCause,
        Self::OngoingMitigation,
        Self::Cve,
        Self::Euvd,
        Self::UserInformation,
        Self::AttackVector,
        Self::FurtherInformation,
    ];

    /// Where it stands.
    pub(crate) fn of(self, content: &mut CaseContent) -> &mut Option<String> {
        match self {
            Self::Title => &mut content.title,
            Self::Summary => &mut content.summary,
            Self::GeneralNature => &mut content.general_nature,
            Self::InitialAssessment => &mut content.initial_assessment,
            Self::MeasuresTaken => &mut content.measures_taken,
            Self::MeasuresForUsers => &mut content.measures_for_users,
            Self::Sensitivity => &mut content.sensitivity,
            Self::Severity => &mut content.severity,
            Self::Impact => &mut content.impact,
            Self::MaliciousActor => &mut content.malicious_actor,
            Self::UpdateDetails => &mut content.update_details,
            Self::RootCause => &mut content.root_cause,
            Self::OngoingMitigation => &mut content.ongoing_mitigation,
            Self::Cve => &mut content.cve,
            Self::Euvd => &mut content.euvd,
            Self::UserInformation => &mut content.user_information,
            Self::AttackVector => &mut content.attack_vector,
            Self::FurtherInformation => &mut content.further_information,
        }
    }

    /// Its word, as it is written and asked for.
    pub fn word(self) -> String {
        match serde_json::to_value(self) {
            Ok(serde_json::Value::String(word)) => word,
            _ => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_has_a_place_of_its_own_and_none_is_missed() {
        let mut content = CaseContent::default();
        for what in CaseWords::ALL {
            let place = what.of(&mut content);
            assert_eq!(*place, None, "{what:?} stands where another one does");
            *place = Some(what.word());
        }
        let value = serde_json::to_value(&content).unwrap();
        for (name, value) in value.as_object().unwrap() {
            assert!(!value.is_null(), "{name}");
            if let serde_json::Value::String(word) = value {
                assert_eq!(word.replace('-', "_"), *name);
            }
        }
    }
}
