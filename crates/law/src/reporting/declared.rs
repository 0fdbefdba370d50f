//! Whether a case's content is declared, by the dossier's key.

use crate::reporting::asked::Asked;

/// What stands at a key.
pub(crate) enum Declared<'a> {
    /// Nothing.
    No,
    /// Something that is no text.
    Yes,
    /// A text.
    Text(&'a str),
}

impl Declared<'_> {
    pub(crate) fn is_given(&self) -> bool {
        !matches!(self, Self::No)
    }

    /// Whether a key stands below the case and not beside it in the dossier.
    pub(crate) fn is_of_case(fact: &str) -> bool {
        !["operator.", "product.", "support_period."].iter().any(|table| fact.starts_with(table))
    }
}

/// What is declared at a key that the fields or the contents of a notification name.
pub(crate) fn declared<'a>(asked: &Asked<'a>, fact: &str) -> Declared<'a> {
    let (case, dossier) = (asked.case, asked.dossier);
    let content = &case.content;
    let text = |text: &'a Option<String>| text.as_deref().map_or(Declared::No, Declared::Text);
    let so = |so: bool| if so { Declared::Yes } else { Declared::No };
    match fact {
        "stream" => Declared::Yes,
        "rulings" => so(!case.rulings.is_empty()),
        "measures" => so(!case.measures.is_empty()),
        "awareness.occurred_at" => so(case.awareness.occurred_at.is_some()),
        "known.component" => text(&case.known.component),
        "known.suspected_unlawful_or_malicious" => so(case.known.suspected_unlawful_or_malicious.is_some()),
        "dissemination.mitigation_expected_within_72_hours" => {
            so(case.dissemination.mitigation_expected_within_72_hours.is_some())
        }
        "dissemination.particularly_exceptional" => {
            so(!case.dissemination.particularly_exceptional.is_empty())
        }
        "operator.name" => Declared::Text(&dossier.operator.name),
        "product.name" => Declared::Text(&dossier.product.name),
        "support_period.ends_on" => so(dossier.support_period.ends_on.is_some()),
        // Where the release itself says where it is sold, that is known too.
        "content.member_states" => {
            so(!content.member_states.is_empty() || !dossier.release.member_states.is_empty())
        }
        "content.affected_versions" => so(!content.affected_versions.is_empty()),
        "content.title" => text(&content.title),
        "content.summary" => text(&content.summary),
        "content.general_nature" => text(&content.general_nature),
        "content.initial_assessment" => text(&content.initial_assessment),
        "content.measures_taken" => text(&content.measures_taken),
        "content.measures_for_users" => text(&content.measures_for_users),
        "content.sensitivity" => text(&content.sensitivity),
        "content.severity" => text(&content.severity),
        "content.impact" => text(&content.impact),
        "content.malicious_actor" => text(&content.malicious_actor),
        "content.update_details" => update(asked),
        "content.root_cause" => text(&content.root_cause),
        "content.ongoing_mitigation" => text(&content.ongoing_mitigation),
        "content.cve" => text(&content.cve),
        "content.euvd" => text(&content.euvd),
        "content.user_information" => text(&content.user_information),
        "content.attack_vector" => text(&content.attack_vector),
        "content.further_information" => text(&content.further_information),
        _ => Declared::No,
    }
}

/// The update in detail, or what a measure says of itself.
fn update<'a>(asked: &Asked<'a>) -> Declared<'a> {
    let of_measures = || asked.case.measures.iter().find_map(|measure| measure.details.as_deref());
    let words = asked.case.content.update_details.as_deref().or_else(of_measures);
    words.map_or(Declared::No, Declared::Text)
}
