//! Whether a case's content is declared, by the dossier's key.

use crate::reporting::asked::Asked;

/// Whether a key stands below the case and not beside it in the dossier.
pub(crate) fn is_of_case(fact: &str) -> bool {
    !["operator.", "product.", "support_period."].iter().any(|table| fact.starts_with(table))
}

/// What is declared at a key that the fields or the contents of a notification name.
pub(crate) fn is_declared(asked: &Asked<'_>, fact: &str) -> bool {
    let (case, dossier) = (asked.case, asked.dossier);
    let content = &case.content;
    match fact {
        "stream" => true,
        "rulings" => !case.rulings.is_empty(),
        "measures" => !case.measures.is_empty(),
        "awareness.occurred_at" => case.awareness.occurred_at.is_some(),
        "known.component" => case.known.component.is_some(),
        "known.suspected_unlawful_or_malicious" => case.known.suspected_unlawful_or_malicious.is_some(),
        "dissemination.mitigation_expected_within_72_hours" => {
            case.dissemination.mitigation_expected_within_72_hours.is_some()
        }
        "dissemination.particularly_exceptional" => !case.dissemination.particularly_exceptional.is_empty(),
        "operator.name" => !dossier.operator.name.is_empty(),
        "product.name" => !dossier.product.name.is_empty(),
        "support_period.ends_on" => dossier.support_period.ends_on.is_some(),
        // Where the release itself says where it is sold, that is known too.
        "content.member_states" => {
            !content.member_states.is_empty() || !dossier.release.member_states.is_empty()
        }
        "content.affected_versions" => !content.affected_versions.is_empty(),
        "content.title" => content.title.is_some(),
        "content.summary" => content.summary.is_some(),
        "content.general_nature" => content.general_nature.is_some(),
        "content.initial_assessment" => content.initial_assessment.is_some(),
        "content.measures_taken" => content.measures_taken.is_some(),
        "content.measures_for_users" => content.measures_for_users.is_some(),
        "content.sensitivity" => content.sensitivity.is_some(),
        "content.severity" => content.severity.is_some(),
        "content.impact" => content.impact.is_some(),
        "content.malicious_actor" => content.malicious_actor.is_some(),
        "content.update_details" => update(asked),
        "content.root_cause" => content.root_cause.is_some(),
        "content.ongoing_mitigation" => content.ongoing_mitigation.is_some(),
        "content.cve" => content.cve.is_some(),
        "content.euvd" => content.euvd.is_some(),
        "content.user_information" => content.user_information.is_some(),
        "content.attack_vector" => content.attack_vector.is_some(),
        "content.further_information" => content.further_information.is_some(),
        _ => false,
    }
}

/// The update in detail, or what a measure says of itself.
fn update(asked: &Asked<'_>) -> bool {
    let of_measures = || asked.case.measures.iter().any(|measure| measure.details.is_some());
    asked.case.content.update_details.is_some() || of_measures()
}
