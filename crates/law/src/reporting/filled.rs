//! The platform's form at one stage, field by field: what the case and its product put there, and what is still wrong.

use jiff::Timestamp;
use proofmark_facts::{Country, ExceptionalCircumstance, Measure, Stage, Stream};
use schemars::JsonSchema;
use serde::Serialize;

use crate::citation::Citation;
use crate::classes::article_7_classification::classification;
use crate::classes::category::Class;
use crate::reporting::asked::Asked;
use crate::reporting::awareness::awareness;
use crate::reporting::declared::is_of_case;
use crate::reporting::fields::{FieldApplies, FieldGap, FieldNeed, Gap, PlatformField, platform_fields};

/// A field of the form as it would be handed in now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FilledField {
    /// The field: key, content, limit, what each stage makes of it.
    #[serde(flatten)]
    pub field: PlatformField,
    /// What this stage makes of it.
    pub need: FieldNeed,
    /// What is put there; absent: nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// What is wrong with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gap: Option<Gap>,
    /// The form leaves it open, and the Regulation asks for it as far as it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub law_asks: Option<Citation>,
}

/// What the platform would stumble over at this stage.
pub(crate) fn gaps(asked: &Asked<'_>, stage: Stage) -> Vec<FieldGap> {
    let named = |field: &FilledField| platform_fields().iter().find(|one| one.key == field.field.key);
    let gap = |field: FilledField| {
        let (gap, named) = (field.gap?, named(&field)?);
        let of_case = is_of_case(&named.fact);
        let fact = if of_case { asked.path(&named.fact) } else { named.fact.clone() };
        Some(FieldGap { field: &named.key, what: &named.what, fact, gap })
    };
    filled(asked, stage).into_iter().filter_map(gap).collect()
}

/// The fields the form shows at this stage for this kind of event, in its order. Where there is no form, none.
pub(crate) fn filled(asked: &Asked<'_>, stage: Stage) -> Vec<FilledField> {
    platform_fields()
        .iter()
        .filter(|field| match field.applies {
            FieldApplies::Both => true,
            FieldApplies::Vulnerability => asked.case.stream == Stream::Vulnerability,
            FieldApplies::Incident => asked.case.stream == Stream::Incident,
        })
        .filter_map(|field| {
            let need = field.at(stage).filter(|need| *need != FieldNeed::NotShown)?;
            let value = value(asked, field).filter(|value| !value.trim().is_empty());
            let gap = gap(field, need, value.as_deref());
            let open = value.is_none() && need == FieldNeed::Optional;
            let law_asks = law_asks(asked.case.stream, stage, field).filter(|_| open);
            Some(FilledField { field: field.clone(), need, value, gap, law_asks })
        })
        .collect()
}

fn gap(field: &PlatformField, need: FieldNeed, value: Option<&str>) -> Option<Gap> {
    match (value, field.limit) {
        (None, _) => (need == FieldNeed::Required).then_some(Gap::Missing),
        (Some(value), Some(limit)) => {
            let characters = value.chars().count();
            (characters > limit).then_some(Gap::TooLong { limit, characters })
        }
        (Some(_), None) => None,
    }
}

/// What the law asks for as it is available and the form leaves open: the measures, at 72 hours.
fn law_asks(stream: Stream, stage: Stage, field: &PlatformField) -> Option<Citation> {
    let measures = ["content.measures_taken", "content.measures_for_users"].contains(&field.fact.as_str());
    let paragraph = if stream == Stream::Vulnerability { 2 } else { 4 };
    let cites = Citation::article(14).paragraph(paragraph).point("b");
    (stage == Stage::Notification && measures).then_some(cites)
}

fn value(asked: &Asked<'_>, field: &PlatformField) -> Option<String> {
    let (case, dossier) = (asked.case, asked.dossier);
    let content = &case.content;
    let yes_or_no = |answer: bool| if answer { "yes" } else { "no" }.to_owned();
    match (field.key.as_str(), field.fact.as_str()) {
        ("f08" | "f09" | "f10", _) => of_class(asked, &field.key),
        ("f11", _) => dossier.support_period.ends_on.map(|ends_on| yes_or_no(ends_on < asked.day)),
        // Nobody asked is not nobody knows: the law asks for it at least (Article 14(4)(a)).
        ("i31", _) => {
            let unknown = case.known.suspicion_unknown.then(|| "unknown".to_owned());
            case.known.suspected_unlawful_or_malicious.map(yes_or_no).or(unknown)
        }
        // Claimed or not: the field after it says which.
        ("v28", _) => Some(yes_or_no(!case.dissemination.particularly_exceptional.is_empty())),
        (_, "stream") => match case.stream {
            Stream::Vulnerability => Some("vulnerability".to_owned()),
            Stream::Incident => Some("incident".to_owned()),
            Stream::NearMiss | Stream::CyberThreat => None,
        },
        (_, "rulings") => awareness(asked).clocks_from().map(instant),
        (_, "measures") => first_measure(asked).map(|measure| instant(measure.available_at)),
        (_, "awareness.occurred_at") => case.awareness.occurred_at.map(instant),
        (_, "known.component") => case.known.component.clone(),
        (_, "dissemination.mitigation_expected_within_72_hours") => {
            case.dissemination.mitigation_expected_within_72_hours.map(yes_or_no)
        }
        (_, "dissemination.particularly_exceptional") => {
            let claimed = case.dissemination.particularly_exceptional.iter().copied().map(point_of);
            Some(claimed.collect::<Vec<_>>().join(", "))
        }
        (_, "operator.name") => Some(dossier.operator.name.clone()),
        (_, "product.name") => Some(dossier.product.name.clone()),
        (_, "content.member_states") => {
            // Where the release itself says where it is sold, that is known too.
            let of_case = Some(&content.member_states).filter(|states| !states.is_empty());
            Some(joined(of_case.unwrap_or(&dossier.release.member_states)))
        }
        (_, "content.affected_versions") => Some(content.affected_versions.join(", ")),
        (_, "content.title") => content.title.clone(),
        (_, "content.summary") => content.summary.clone(),
        (_, "content.general_nature") => content.general_nature.clone(),
        (_, "content.initial_assessment") => content.initial_assessment.clone(),
        (_, "content.measures_taken") => content.measures_taken.clone(),
        (_, "content.measures_for_users") => content.measures_for_users.clone(),
        (_, "content.sensitivity") => content.sensitivity.clone(),
        (_, "content.severity") => content.severity.clone(),
        (_, "content.impact") => content.impact.clone(),
        (_, "content.malicious_actor") => content.malicious_actor.clone(),
        (_, "content.update_details") => {
            // A measure says of itself what nobody has written up.
            let of_measure = || first_measure(asked).and_then(|measure| measure.details.clone());
            content.update_details.clone().or_else(of_measure)
        }
        (_, "content.root_cause") => content.root_cause.clone(),
        (_, "content.ongoing_mitigation") => content.ongoing_mitigation.clone(),
        (_, "content.cve") => content.cve.clone(),
        (_, "content.euvd") => content.euvd.clone(),
        (_, "content.attack_vector") => content.attack_vector.clone(),
        (_, "content.further_information") => content.further_information.clone(),
        _ => None,
    }
}

/// Product type, class and category, where the product is classified (Article 7(1), Article 8(1)).
fn of_class(asked: &Asked<'_>, key: &str) -> Option<String> {
    let verdict = classification(asked.dossier, asked.state);
    let class = verdict.class()?;
    let words = match (key, class) {
        ("f08", Class::Default) => "default",
        ("f08", Class::ImportantI | Class::ImportantII) => "important",
        ("f08", Class::Critical) => "critical",
        ("f09", Class::ImportantI) => "I",
        ("f09", Class::ImportantII) => "II",
        ("f10", _) => return verdict.category.map(str::to_owned),
        _ => return None,
    };
    Some(words.to_owned())
}

fn first_measure<'a>(asked: &Asked<'a>) -> Option<&'a Measure> {
    let come = asked.case.measures.iter().filter(|measure| measure.available_at <= asked.now);
    come.min_by_key(|measure| measure.available_at)
}

fn instant(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M UTC").to_string()
}

fn joined(states: &[Country]) -> String {
    states.iter().map(Country::as_str).collect::<Vec<_>>().join(", ")
}

/// The point of Article 16(2), third subparagraph.
fn point_of(circumstance: ExceptionalCircumstance) -> &'static str {
    match circumstance {
        ExceptionalCircumstance::OnlyInThisMemberState => "Article 16(2)(a)",
        ExceptionalCircumstance::EssentialInterests => "Article 16(2)(b)",
        ExceptionalCircumstance::ImminentHighRisk => "Article 16(2)(c)",
    }
}
