//! One fact taken away at a time, and any mix of them: what goes missing, where, and that nothing breaks.

use std::collections::BTreeMap;

use crate::nr_8::Case;
use proofmark_documents::{Document, papers, render_html, render_json};
use proofmark_facts::{Dossier, Procedure};
use proptest::prelude::*;

/// A fact, how it is taken away, and the papers in which exactly one mark names it then; none where the law leaves it open.
struct KnockOut {
    fact: &'static str,
    take: fn(&mut Case),
    marked_in: &'static [&'static str],
}

macro_rules! out {
    ($fact:literal, [$($marked_in:literal)*], $take:expr) => {
        KnockOut { fact: $fact, take: $take, marked_in: &[$($marked_in),*] }
    };
}

fn requirement<'a>(case: &'a mut Case, id: &str) -> &'a mut proofmark_facts::RequirementDecision {
    case.dossier.requirements.iter_mut().find(|decision| decision.requirement == id).unwrap()
}

// The letters stand for the papers: Declaration, Simplified, Technical, User, Findings, Assessment.
const KNOCK_OUTS: &[KnockOut] = &[
    out!("operator.postal_address", ["D" "U"], |case| case.dossier.operator.postal_address = None),
    out!("operator.email", ["U"], |case| case.dossier.operator.email = None),
    out!("operator.authorised_representative.postal_address", ["D"], |case| {
        case.dossier.operator.authorised_representative.as_mut().unwrap().postal_address = None;
    }),
    out!("operator.activity.develops_or_has_developed", ["A"], |case| {
        case.dossier.operator.activity.develops_or_has_developed = None;
    }),
    out!("product.type_designation", ["D" "S" "U"], |case| case.dossier.product.type_designation = None),
    out!("product.identified_by", ["D" "U"], |case| case.dossier.product.identified_by = None),
    out!("product.intended_purpose", ["T" "U"], |case| case.dossier.product.intended_purpose = None),
    out!("product.security_environment", ["U"], |case| case.dossier.product.security_environment = None),
    out!("product.essential_functionalities", ["U"], |case| case
        .dossier
        .product
        .essential_functionalities
        .clear()),
    out!("product.security_properties", ["U"], |case| case.dossier.product.security_properties.clear()),
    out!("product.risk_circumstances", ["U"], |case| case.dossier.product.risk_circumstances.clear()),
    out!("product.core_functionality.because", ["T"], |case| {
        case.dossier.product.core_functionality.as_mut().unwrap().because = None;
    }),
    out!("product.variants[1].differs_in", ["D"], |case| case.dossier.product.variants[1].differs_in = None),
    out!("product.illustrations", ["T"], |case| case.dossier.product.illustrations.clear()),
    out!("scope.data_connection", ["A"], |case| case.dossier.scope.data_connection = None),
    out!("remote_services[0].does", ["T"], |case| case.dossier.remote_services[0].does = None),
    out!("remote_services[1].function_depends_on_it", ["A" "T"], |case| {
        case.dossier.remote_services[1].function_depends_on_it = None;
    }),
    out!("release.placed_on_the_market_on", ["A" "T"], |case| case.dossier.release.placed_on_the_market_on = None),
    out!("release.artefacts", ["D" "T"], |case| case.dossier.release.artefacts.clear()),
    out!("release.artefacts[1].sha256", ["D" "T"], |case| case.dossier.release.artefacts[1].sha256 = None),
    out!("support_period.ends_on", ["T" "U"], |case| case.dossier.support_period.ends_on = None),
    out!("support_period.expected_use_years", ["T"], |case| case.dossier.support_period.expected_use_years =
        None),
    out!("support_period.rationale", ["T"], |case| case.dossier.support_period.rationale = None),
    out!("support_period.record", ["T"], |case| case.dossier.support_period.record = None),
    out!("support_period.offers", ["U"], |case| case.dossier.support_period.offers = Some("  ".to_owned())),
    out!("contact.single_point_of_contact", ["U"], |case| case.dossier.contact.single_point_of_contact =
        None),
    out!("contact.vulnerability_reports", ["T" "U"], |case| case.dossier.contact.vulnerability_reports = None),
    out!("contact.disclosure_policy", ["T" "U"], |case| case.dossier.contact.disclosure_policy = None),
    out!("risk_assessment.document", ["T"], |case| case.dossier.risk_assessment.document = None),
    out!("risk_assessment.reviewed_on", ["T"], |case| case.dossier.risk_assessment.reviewed_on = None),
    out!("risk_assessment.owner", ["T"], |case| case.dossier.risk_assessment.owner = None),
    out!("risk_assessment.covers_use", ["T"], |case| case.dossier.risk_assessment.covers_use = false),
    out!("risk_assessment.covers_conditions", ["T"], |case| case.dossier.risk_assessment.covers_conditions =
        false),
    out!("risk_assessment.covers_time_in_use", ["T"], |case| case
        .dossier
        .risk_assessment
        .covers_time_in_use = false),
    out!("requirements.\"I.2.c\"", ["T"], |case| case
        .dossier
        .requirements
        .retain(|one| one.requirement != "I.2.c")),
    out!("requirements.\"II.3\".implemented_by", ["T"], |case| requirement(case, "II.3").implemented_by =
        None),
    out!("requirements.\"I.1\".evidence", ["T"], |case| requirement(case, "I.1").evidence.clear()),
    out!("requirements.\"I.2.m\".not_applicable_because", ["T"], |case| {
        requirement(case, "I.2.m").not_applicable_because = None;
    }),
    out!("conformity.procedure", ["D" "T"], |case| case.dossier.conformity.procedure = None),
    out!("conformity.completed_on", ["D"], |case| case.dossier.conformity.completed_on = None),
    out!("conformity.standards[1].parts", ["D" "T"], |case| case.dossier.conformity.standards[1].parts = None),
    out!("conformity.notified_body.certificate", ["D"], |case| {
        case.dossier.conformity.notified_body.as_mut().unwrap().certificate = None;
    }),
    out!("conformity.other_legislation", ["D"], |case| case.dossier.conformity.other_legislation.clear()),
    out!("conformity.declaration_at", ["S"], |case| case.dossier.conformity.declaration_at = None),
    out!("conformity.signatory", ["D"], |case| case.dossier.conformity.signatory = None),
    out!("conformity.signatory.function", ["D"], |case| {
        case.dossier.conformity.signatory.as_mut().unwrap().function = None;
    }),
    out!("conformity.signatory.place", ["D"], |case| case
        .dossier
        .conformity
        .signatory
        .as_mut()
        .unwrap()
        .place = None),
    out!("conformity.ce_marking_on", ["D"], |case| case.dossier.conformity.ce_marking_on = None),
    out!("instructions.commissioning", ["U"], |case| case.dossier.instructions.commissioning = None),
    out!("instructions.changes", ["U"], |case| case.dossier.instructions.changes = None),
    out!("instructions.updates", ["U"], |case| case.dossier.instructions.updates = None),
    out!("instructions.decommissioning", ["U"], |case| case.dossier.instructions.decommissioning = None),
    out!("instructions.automatic_updates_off", ["U"], |case| case
        .dossier
        .instructions
        .automatic_updates_off = None),
    out!("instructions.integration", [], |case| case.dossier.instructions.integration = None),
    out!("instructions.sbom_at", [], |case| case.dossier.instructions.sbom_at = None),
    out!("operator.website", [], |case| case.dossier.operator.website = None),
    out!("technical_documentation.design", ["T"], |case| case.dossier.technical_documentation.design.clear()),
    out!("technical_documentation.vulnerability_handling", ["T"], |case| {
        case.dossier.technical_documentation.vulnerability_handling.clear();
    }),
    out!("technical_documentation.update_distribution", ["T"], |case| {
        case.dossier.technical_documentation.update_distribution.clear();
    }),
    out!("technical_documentation.production", ["T"], |case| case
        .dossier
        .technical_documentation
        .production
        .clear()),
    out!("technical_documentation.test_reports", ["T"], |case| {
        case.dossier.technical_documentation.test_reports.clear();
    }),
    out!("technical_documentation.test_reports[0].shows", ["T"], |case| {
        case.dossier.technical_documentation.test_reports[0].shows = None;
    }),
    out!("technical_documentation.test_reports[0].carried_out_on", ["T"], |case| {
        case.dossier.technical_documentation.test_reports[0].carried_out_on = None;
    }),
    out!("evidence[0].observed_on", ["T"], |case| case.dossier.evidence[0].observed_on = None),
    out!("release.sbom", ["F" "T"], |case| case.sbom = None),
];

/// What is not a fact of the dossier but can be missing all the same: the words that name it.
const NOT_FOUND: &[KnockOut] = &[
    out!("documents/architecture.pdf", ["T"], |case| {
        case.files.remove("documents/architecture.pdf").unwrap();
    }),
    out!("No vulnerability data was asked", ["F"], |case| case.data = None),
    out!("decision on CVE-2027-1111", ["F"], |case| case.findings[0].decision = None),
    out!("not checked by other means", ["F"], |case| case.dossier.checked_otherwise.clear()),
    out!("names no direct dependency", ["T"], |case| case.sbom.as_mut().unwrap().top_level.clear()),
    out!("no longer good since 2027-12-01", ["T"], |case| {
        case.dossier.evidence[0].stale_after = Some(jiff::civil::date(2027, 12, 1));
    }),
];

const PROCEDURES: [Procedure; 4] = [
    Procedure::InternalControl,
    Procedure::TypeExamination,
    Procedure::FullQualityAssurance,
    Procedure::Certification,
];

fn letter(id: &str) -> String {
    id[..1].to_uppercase()
}

fn written(case: &Case) -> BTreeMap<String, Document> {
    case.with(|inputs| papers().iter().map(|paper| (letter(paper.id), (paper.write)(inputs))).collect())
}

#[test]
fn each_fact_taken_away_is_missing_where_it_belongs_and_nothing_else_is() {
    for KnockOut { fact, take, marked_in } in KNOCK_OUTS.iter().chain(NOT_FOUND) {
        let mut case = Case::maximal();
        take(&mut case);
        let papers = written(&case);
        for (letter, paper) in &papers {
            let missing = paper.missing();
            let own: Vec<&String> = missing
                .iter()
                .filter(|one| {
                    !one.starts_with("The user information is") && !one.starts_with("The declaration is")
                })
                .collect();
            let expected = usize::from(marked_in.contains(&letter.as_str()));
            // A verdict that waits for a fact may hold up more than one answer.
            let counted = if letter == "A" { own.len().min(1) } else { own.len() };
            assert_eq!(counted, expected, "{fact} in {letter}: {own:?}");
            let names = |one: &&String| {
                one.contains(fact) || (letter == "A" && fact.starts_with(one.rsplit(' ').next().unwrap()))
            };
            assert!(own.iter().all(names), "{fact} in {letter}: {own:?}");
            let draft = paper.status.as_deref().unwrap_or_default().starts_with("Draft:");
            assert!(missing.is_empty() || draft, "{fact} in {letter}: {:?}", paper.status);
            let counted = format!("Draft: {} item", missing.len());
            assert!(missing.is_empty() || paper.status.as_ref().unwrap().starts_with(&counted));
        }
        let of_others = papers["T"].missing();
        let told = |start: &str| of_others.iter().any(|one| one.starts_with(start));
        assert_eq!(told("The user information is"), !papers["U"].missing().is_empty(), "{fact}");
        assert_eq!(
            told("The declaration is"),
            papers["D"].status.as_deref() != Some("Signed on 2027-12-10, as the dossier states"),
            "{fact}"
        );
    }
}

#[test]
fn every_fact_a_mark_names_is_a_key_of_the_dossier() {
    let schema = serde_json::to_value(schemars::schema_for!(Dossier)).unwrap();
    for KnockOut { fact, .. } in KNOCK_OUTS {
        let mut at = &schema;
        let mut words = fact.split('.');
        while let Some(word) = words.next() {
            let (key, indexed) = word.split_once('[').map_or((word, false), |(key, _)| (key, true));
            at = &resolve(&schema, at)["properties"][key];
            assert!(!at.is_null(), "{fact}: no `{key}`");
            if key == "requirements" {
                // In the file requirements are keyed by their place in quotes; here they are a list.
                at = &resolve(&schema, at)["items"];
                while words.next().is_some_and(|word| !word.ends_with('"')) {}
            } else if indexed {
                at = &resolve(&schema, at)["items"];
            }
        }
    }
}

/// Follows references and takes the branch of an optional value that is not null.
fn resolve<'a>(schema: &'a serde_json::Value, at: &'a serde_json::Value) -> &'a serde_json::Value {
    let branches = at["anyOf"].as_array();
    if let Some(some) = branches.and_then(|all| all.iter().find(|one| one["type"] != "null")) {
        return resolve(schema, some);
    }
    match at["$ref"].as_str() {
        Some(reference) => resolve(schema, &schema["$defs"][reference.rsplit('/').next().unwrap()]),
        None => at,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Whatever is taken away and whatever the words are: every paper is written, rendered, and says where it stands.
    #[test]
    fn any_partial_dossier_gives_papers(
        taken in proptest::collection::vec(any::<bool>(), KNOCK_OUTS.len() + NOT_FOUND.len()),
        words in "\\PC{0,40}",
        open in any::<bool>(),
        procedure in 0..4_usize,
    ) {
        let mut case = Case::maximal();
        case.gate.may_be_placed = open;
        let name = format!("P{words}");
        for words in [&mut case.dossier.operator.name, &mut case.dossier.product.name, &mut case.dossier.release.version] {
            words.clone_from(&name);
        }
        for text in [&mut case.dossier.product.intended_purpose, &mut case.dossier.conformity.declaration_at] {
            *text = Some(words.clone());
        }
        case.dossier.conformity.procedure =
            Some(PROCEDURES[procedure]);
        // The finer fact goes first: what is gone as a whole cannot lose a part.
        let outs: Vec<&KnockOut> = KNOCK_OUTS.iter().chain(NOT_FOUND).collect();
        for (out, taken) in outs.iter().zip(&taken).rev() {
            if *taken && still_there(&case, out.fact) {
                (out.take)(&mut case);
            }
        }
        let papers = written(&case);
        for paper in papers.values() {
            let missing = paper.missing();
            let status = paper.status.clone().unwrap_or_default();
            prop_assert_eq!(status.starts_with("Draft:") && status.contains("missing"), !missing.is_empty());
            prop_assert!(!render_html(paper).is_empty() && !render_json(paper).is_empty());
        }
        let declaration = &papers["D"];
        let warned = declaration.lead.iter().any(|block| format!("{block:?}").contains("must not be signed"));
        prop_assert!(warned || (open && declaration.missing().is_empty()));
    }
}

/// Whether the thing a fact is part of is still there.
fn still_there(case: &Case, fact: &str) -> bool {
    let dossier = &case.dossier;
    match fact {
        "release.artefacts[1].sha256" => dossier.release.artefacts.len() > 1,
        "conformity.signatory.function" | "conformity.signatory.place" => {
            dossier.conformity.signatory.is_some()
        }
        fact if fact.starts_with("technical_documentation.test_reports[") => {
            !dossier.technical_documentation.test_reports.is_empty()
        }
        "names no direct dependency" => case.sbom.is_some(),
        _ => true,
    }
}
