//! The facts of a case on which Article 14 turns, each by its name: those of [`CaseKnowledge`] and of [`Dissemination`]
//! that are answered with yes or no.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::declared_case::{CaseKnowledge, Dissemination};

/// A fact that is answered with yes, no, or not yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each is the field of the same name of `CaseKnowledge` or `Dissemination`")]
pub enum CaseFact {
    ExploitedSomewhere,
    ExploitedInOurProduct,
    ReliableEvidence,
    MaliciousActor,
    WithoutOwnerPermission,
    GoodFaithResearchOnly,
    InThirdPartyComponent,
    ExploitableInOurProduct,
    ConcernsRemoteDataProcessing,
    AffectsProductSecurity,
    AffectsSensitiveOrImportant,
    LeadsToMaliciousCode,
    SuspectedUnlawfulOrMalicious,
    KnownBeforeReportingApplied,
    StewardInvolvedInDevelopment,
    AffectsSystemsForDevelopment,
    DelayRequested,
    RisksOutweighBenefits,
    MarkingIsEnough,
    #[serde(rename = "mitigation-expected-within-72-hours")]
    MitigationExpectedWithin72Hours,
    EnoughToBuildAnExploit,
    PartialInformationIsEnough,
    CoordinatorIsTrustedIntermediary,
    RecipientCannotProtectIt,
    PlatformCompromised,
}

impl CaseFact {
    /// Every fact, those of the event first, then those of passing it on.
    pub const ALL: [Self; 25] = [
        Self::ExploitedSomewhere,
        Self::ExploitedInOurProduct,
        Self::ReliableEvidence,
        Self::MaliciousActor,
        Self::WithoutOwnerPermission,
        Self::GoodFaithResearchOnly,
        Self::InThirdPartyComponent,
        Self::ExploitableInOurProduct,
        Self::ConcernsRemoteDataProcessing,
        Self::AffectsProductSecurity,
        Self::AffectsSensitiveOrImportant,
        Self::LeadsToMaliciousCode,
        Self::SuspectedUnlawfulOrMalicious,
        Self::KnownBeforeReportingApplied,
        Self::StewardInvolvedInDevelopment,
        Self::AffectsSystemsForDevelopment,
        Self::DelayRequested,
        Self::RisksOutweighBenefits,
        Self::MarkingIsEnough,
        Self::MitigationExpectedWithin72Hours,
        Self::EnoughToBuildAnExploit,
        Self::PartialInformationIsEnough,
        Self::CoordinatorIsTrustedIntermediary,
        Self::RecipientCannotProtectIt,
        Self::PlatformCompromised,
    ];

    /// Where its answer stands.
    pub(crate) fn of<'a>(
        self,
        known: &'a mut CaseKnowledge,
        passing_on: &'a mut Dissemination,
    ) -> &'a mut Option<bool> {
        match self {
            Self::ExploitedSomewhere => &mut known.exploited_somewhere,
            Self::ExploitedInOurProduct => &mut known.exploited_in_our_product,
            Self::ReliableEvidence => &mut known.reliable_evidence,
            Self::MaliciousActor => &mut known.malicious_actor,
            Self::WithoutOwnerPermission => &mut known.without_owner_permission,
            Self::GoodFaithResearchOnly => &mut known.good_faith_research_only,
            Self::InThirdPartyComponent => &mut known.in_third_party_component,
            Self::ExploitableInOurProduct => &mut known.exploitable_in_our_product,
            Self::ConcernsRemoteDataProcessing => &mut known.concerns_remote_data_processing,
            Self::AffectsProductSecurity => &mut known.affects_product_security,
            Self::AffectsSensitiveOrImportant => &mut known.affects_sensitive_or_important,
            Self::LeadsToMaliciousCode => &mut known.leads_to_malicious_code,
            Self::SuspectedUnlawfulOrMalicious => &mut known.suspected_unlawful_or_malicious,
            Self::KnownBeforeReportingApplied => &mut known.known_before_reporting_applied,
            Self::StewardInvolvedInDevelopment => &mut known.steward_involved_in_development,
            Self::AffectsSystemsForDevelopment => &mut known.affects_systems_for_development,
            Self::DelayRequested => &mut passing_on.delay_requested,
            Self::RisksOutweighBenefits => &mut passing_on.risks_outweigh_benefits,
            Self::MarkingIsEnough => &mut passing_on.marking_is_enough,
            Self::MitigationExpectedWithin72Hours => &mut passing_on.mitigation_expected_within_72_hours,
            Self::EnoughToBuildAnExploit => &mut passing_on.enough_to_build_an_exploit,
            Self::PartialInformationIsEnough => &mut passing_on.partial_information_is_enough,
            Self::CoordinatorIsTrustedIntermediary => &mut passing_on.coordinator_is_trusted_intermediary,
            Self::RecipientCannotProtectIt => &mut passing_on.recipient_cannot_protect_it,
            Self::PlatformCompromised => &mut passing_on.platform_compromised,
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
    fn each_fact_has_a_place_of_its_own_and_none_is_missed() {
        let (mut known, mut passing_on) = (CaseKnowledge::default(), Dissemination::default());
        for fact in CaseFact::ALL {
            let answer = fact.of(&mut known, &mut passing_on);
            assert_eq!(*answer, None, "{fact:?} stands where another one does");
            *answer = Some(true);
        }
        let words = serde_json::to_value((&known, &passing_on)).unwrap();
        let open = |table: &serde_json::Value| {
            let fields = table.as_object().unwrap().iter();
            fields.filter(|(_, value)| value.is_null()).map(|(name, _)| name.clone()).collect::<Vec<_>>()
        };
        // The component is named, not answered.
        assert_eq!((open(&words[0]), open(&words[1])), (vec!["component".to_owned()], vec![]));
        for fact in CaseFact::ALL {
            let name = fact.word().replace('-', "_");
            assert!(words[0].get(&name).or_else(|| words[1].get(&name)).is_some(), "{name}");
        }
    }
}
