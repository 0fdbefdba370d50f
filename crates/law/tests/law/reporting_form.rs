//! The form of each stage: every field at its limit and beyond, shown where the glossary shows it, and an early warning that waits for
//! nothing it does not need (N5, N6 of the reference).

use proofmark_facts::*;
use proofmark_law::{FieldNeed, FilledField, Gap, StateOfTheLaw, platform_fields, stage_form};

use crate::a_product::with;

const FORMS: [Stage; 3] = [Stage::EarlyWarning, Stage::Notification, Stage::FinalReport];

fn at() -> jiff::Timestamp {
    "2026-10-02T12:00:00Z".parse().unwrap()
}

/// A case of which just enough is known for an early warning.
fn minimal(stream: Stream) -> DeclaredCase {
    let mut case = DeclaredCase::new("Session tokens", stream);
    case.content.title = Some("Session tokens".into());
    case.content.summary = Some("They are guessed.".into());
    case.content.member_states = vec!["DE".parse().unwrap()];
    case.content.affected_versions = vec!["1.0".into()];
    case.rulings.push(AwarenessRuling {
        aware_at: "2026-10-02T10:00:00Z".parse().unwrap(),
        because: None,
        evidence: None,
        decided_by: None,
        confirmed_by: None,
        stands: None,
    });
    case.known.suspicion_unknown = true;
    case
}

fn form(case: DeclaredCase, stage: Stage) -> Vec<FilledField> {
    let dossier = with(|dossier| dossier.cases = vec![case]);
    stage_form(&dossier, StateOfTheLaw::embedded(), at(), stage).unwrap().fields
}

fn field<'a>(fields: &'a [FilledField], key: &str) -> Option<&'a FilledField> {
    fields.iter().find(|field| field.field.key == key)
}

#[test]
fn an_early_warning_waits_for_no_identifier_no_coordinator_and_no_optional_field() {
    for stream in [Stream::Vulnerability, Stream::Incident] {
        let fields = form(minimal(stream), Stage::EarlyWarning);
        let gaps: Vec<&str> =
            fields.iter().filter(|field| field.gap.is_some()).map(|field| field.field.key.as_str()).collect();
        assert!(gaps.is_empty(), "{stream:?}: {gaps:?}");
        let filled = fields.iter().filter(|field| field.need == FieldNeed::Required);
        assert!(filled.count() >= 7, "{stream:?}");
    }
    let mut nobody_asked = minimal(Stream::Incident);
    nobody_asked.known.suspicion_unknown = false;
    let fields = form(nobody_asked, Stage::EarlyWarning);
    assert_eq!(field(&fields, "i31").unwrap().gap, Some(Gap::Missing), "the law asks for it always");
}

/// Where the words of a field stand, by the key of the fact that fills it.
fn place<'a>(case: &'a mut DeclaredCase, fact: &str) -> Option<&'a mut Option<String>> {
    let content = &mut case.content;
    Some(match fact {
        "content.title" => &mut content.title,
        "content.summary" => &mut content.summary,
        "content.general_nature" => &mut content.general_nature,
        "content.initial_assessment" => &mut content.initial_assessment,
        "content.measures_taken" => &mut content.measures_taken,
        "content.measures_for_users" => &mut content.measures_for_users,
        "content.sensitivity" => &mut content.sensitivity,
        "content.severity" => &mut content.severity,
        "content.impact" => &mut content.impact,
        "content.malicious_actor" => &mut content.malicious_actor,
        "content.update_details" => &mut content.update_details,
        "content.root_cause" => &mut content.root_cause,
        "content.ongoing_mitigation" => &mut content.ongoing_mitigation,
        "content.cve" => &mut content.cve,
        "content.euvd" => &mut content.euvd,
        "content.attack_vector" => &mut content.attack_vector,
        "content.further_information" => &mut content.further_information,
        "known.component" => &mut case.known.component,
        _ => return None,
    })
}

#[test]
fn every_field_takes_its_limit_and_not_one_character_more() {
    let mut tried = 0;
    for of in platform_fields() {
        let Some(limit) = of.limit else { continue };
        for (stream, stage) in [Stream::Vulnerability, Stream::Incident]
            .into_iter()
            .flat_map(|stream| FORMS.map(|stage| (stream, stage)))
        {
            let filled = |letter: &str, count: usize| {
                let mut case = minimal(stream);
                *place(&mut case, &of.fact)? = Some(letter.repeat(count));
                field(&form(case, stage), &of.key).cloned()
            };
            for letter in ["x", "ß", "漢"] {
                let (Some(full), Some(over)) = (filled(letter, limit), filled(letter, limit + 1)) else {
                    continue;
                };
                tried += 1;
                assert_eq!(full.gap, None, "{} at {stage:?}", of.key);
                let characters = limit + 1;
                assert_eq!(over.gap, Some(Gap::TooLong { limit, characters }), "{} at {stage:?}", of.key);
            }
        }
    }
    assert!(tried > 100, "only {tried} were tried");
}

#[test]
fn exceptional_circumstances_stand_in_the_notification_of_a_vulnerability_alone() {
    for (stream, stage) in [Stream::Vulnerability, Stream::Incident]
        .into_iter()
        .flat_map(|stream| FORMS.map(|stage| (stream, stage)))
    {
        let mut case = minimal(stream);
        case.dissemination.particularly_exceptional = vec![ExceptionalCircumstance::ImminentHighRisk];
        let fields = form(case, stage);
        let there = stream == Stream::Vulnerability && stage == Stage::Notification;
        assert_eq!(field(&fields, "v28").is_some(), there, "{stream:?} {stage:?}");
        let points = field(&fields, "v29").and_then(|field| field.value.clone());
        assert_eq!(points.as_deref(), there.then_some("Article 16(2)(c)"));
    }
}

#[test]
fn what_the_form_leaves_open_and_the_law_asks_for_is_said_at_the_field() {
    let notification = form(minimal(Stream::Vulnerability), Stage::Notification);
    for key in ["f16", "f17"] {
        let said = field(&notification, key).unwrap().law_asks.map(|cites| cites.to_string());
        assert_eq!(said.as_deref(), Some("Article 14(2)(b)"));
    }
    let mut known = minimal(Stream::Vulnerability);
    known.content.measures_taken = Some("The service was switched off.".into());
    assert_eq!(field(&form(known, Stage::Notification), "f16").unwrap().law_asks, None);
    let warning = form(minimal(Stream::Vulnerability), Stage::EarlyWarning);
    assert!(warning.iter().all(|field| field.law_asks.is_none()));
}

#[test]
fn the_measure_in_the_form_is_the_first_that_came() {
    let mut case = minimal(Stream::Vulnerability);
    let measure = |at: &str, details: &str| Measure {
        available_at: at.parse().unwrap(),
        kind: None,
        details: Some(details.to_owned()),
    };
    case.measures = vec![
        measure("2026-10-02T09:00:00Z", "patch"),
        measure("2026-10-02T08:00:00Z", "workaround"),
        measure("2026-10-09T08:00:00Z", "later"),
    ];
    let fields = form(case, Stage::FinalReport);
    assert_eq!(field(&fields, "v22").unwrap().value.as_deref(), Some("2026-10-02 08:00 UTC"));
    assert_eq!(field(&fields, "v23").unwrap().value.as_deref(), Some("workaround"));
}
