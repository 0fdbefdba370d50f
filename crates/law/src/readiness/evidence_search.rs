//! Where each kind of evidence is looked for: in which keys of the dossier, which files, which facts from outside.

use proofmark_facts::Procedure;
use proofmark_text::text;

use crate::annex_i_gate::BlockCause;
use crate::case::Case;
use crate::periods::support_period::judge;
use crate::readiness::of_other_roles::of_other_roles;
use crate::readiness::shown::{
    Found, Search, always_applies, decision_on, justification, record, requirement, stated_requirement,
};
use crate::register::evidence_kind::EvidenceKind as Kind;
use crate::register::requirement_ids::{PART_I, PART_II, requirement_path};
use crate::routes::annex_viii::procedure_name;
use crate::scope::article_3_remote::RemoteOutcome;
use crate::units::has_units;

/// Looks for one kind of evidence for an obligation.
pub(crate) fn look_for(kind: Kind, obligation: &str, case: &Case<'_>) -> Found {
    let mut search = Search::new(case, kind);
    match kind {
        Kind::RequirementDecision => requirement(&mut search, obligation),
        Kind::RequirementMatrix => matrix(&mut search, obligation),
        Kind::Justifications => justifications(&mut search),
        Kind::Record => record(&mut search, obligation),
        Kind::Sbom | Kind::ComponentsChecked | Kind::ReleaseGate | Kind::FindingsResolved => {
            release(&mut search, kind);
        }
        Kind::SupportPeriodEnd
        | Kind::SupportPeriodLength
        | Kind::SupportPeriodRationale
        | Kind::SupportOffer => support_period(&mut search, kind),
        Kind::ConformityProcedure
        | Kind::NotifiedBody
        | Kind::DeclarationSigned
        | Kind::DeclarationSupplied
        | Kind::CeMarking
        | Kind::AppliedStandards => conformity(&mut search, kind),
        Kind::SupplierCheck
        | Kind::WarningsGiven
        | Kind::OwnContact
        | Kind::SupplyChainRecord
        | Kind::Mandate => of_other_roles(&mut search, kind, obligation),
        Kind::HandlingProcess
        | Kind::UpdateDistribution
        | Kind::ProductionProcess
        | Kind::Design
        | Kind::TestReports
        | Kind::RiskAssessment
        | Kind::RiskAssessmentContent => documents(&mut search, kind),
        _ => declared_facts(&mut search, kind),
    }
    search.done()
}

/// Facts that need nothing but to be stated.
fn declared_facts(search: &mut Search<'_>, kind: Kind) {
    let dossier = search.dossier();
    let (operator, product, contact) = (&dossier.operator, &dossier.product, &dossier.contact);
    match kind {
        Kind::CoreFunctionality => {
            let core = product.core_functionality.as_ref();
            search.words("product.core_functionality.is", core.map(|core| core.is.as_str()));
            let because = core.and_then(|core| core.because.as_deref());
            search.words("product.core_functionality.because", because);
        }
        Kind::ManufacturerIdentity => {
            search.words("operator.postal_address", operator.postal_address.as_deref());
            search.words("operator.email", operator.email.as_deref());
        }
        Kind::ProductIdentification => {
            search.words("product.type_designation", product.type_designation.as_deref());
            search.words("product.identified_by", product.identified_by.as_deref());
        }
        Kind::IntendedPurpose => {
            search.words("product.intended_purpose", product.intended_purpose.as_deref());
        }
        Kind::SecurityProperties => {
            search.words("product.security_environment", product.security_environment.as_deref());
            search.fact("product.essential_functionalities", !product.essential_functionalities.is_empty());
            search.fact("product.security_properties", !product.security_properties.is_empty());
        }
        Kind::RiskCircumstances => {
            search.fact("product.risk_circumstances", !product.risk_circumstances.is_empty());
        }
        Kind::DisclosurePolicy => {
            search.words("contact.disclosure_policy", contact.disclosure_policy.as_deref());
        }
        Kind::VulnerabilityReports => {
            search.words("contact.vulnerability_reports", contact.vulnerability_reports.as_deref());
        }
        Kind::Advisories => search.words("contact.advisories", contact.advisories.as_deref()),
        Kind::SinglePointOfContact => {
            search.words("contact.single_point_of_contact", contact.single_point_of_contact.as_deref());
            search.holds("contact.reaches_a_person", contact.reaches_a_person == Some(true));
        }
        Kind::Illustrations if has_units(dossier) => {
            search.files("product.illustrations", product.illustrations.iter().map(String::as_str));
        }
        Kind::RemoteServices => remote(search),
        Kind::Instructions | Kind::InstructionLanguages | Kind::SbomOffered => instructions(search, kind),
        _ => search.shows(text!("law-shown-nothing-to-declare")),
    }
}

fn remote(search: &mut Search<'_>) {
    for (index, service) in search.case.verdict.remote_services.iter().enumerate() {
        match &service.outcome {
            RemoteOutcome::Undetermined { missing } => {
                for path in missing {
                    search.fact(path, false);
                }
            }
            RemoteOutcome::PartOfTheProduct | RemoteOutcome::Component => {
                // Guidance point 204: what is said not to be described is a gap.
                let declared = search.dossier().remote_services.get(index);
                if declared.and_then(|declared| declared.described_in_documentation) == Some(false) {
                    search.fact(&format!("remote_services[{index}].described_in_documentation"), false);
                }
            }
            RemoteOutcome::Infrastructure | RemoteOutcome::Outside => {}
        }
    }
    let dossier = search.dossier();
    if dossier.product.uses_remote_services == Some(true) && dossier.remote_services.is_empty() {
        search.fact("remote_services", false);
    }
    search.shows(text!("law-shown-nothing-to-declare"));
}

fn instructions(search: &mut Search<'_>, kind: Kind) {
    let dossier = search.dossier();
    let given = &dossier.instructions;
    match kind {
        Kind::InstructionLanguages => search.fact("instructions.languages", !given.languages.is_empty()),
        Kind::SbomOffered => search.words("instructions.sbom_at", given.sbom_at.as_deref()),
        _ => {
            search.words("instructions.commissioning", given.commissioning.as_deref());
            search.words("instructions.changes", given.changes.as_deref());
            search.words("instructions.updates", given.updates.as_deref());
            search.words("instructions.decommissioning", given.decommissioning.as_deref());
            // Point 8(e) and (f) (AX2-8) speak only to products that update themselves, or are meant for integration.
            let updates_itself = decision_on(dossier, "I.2.c").is_none_or(|(_, decision)| decision.applies);
            if updates_itself {
                search.words("instructions.automatic_updates_off", given.automatic_updates_off.as_deref());
            }
            if dossier.product.meant_for_integration == Some(true) {
                search.words("instructions.integration", given.integration.as_deref());
            }
        }
    }
}

/// Documents beside the dossier.
fn documents(search: &mut Search<'_>, kind: Kind) {
    let dossier = search.dossier();
    let technical = &dossier.technical_documentation;
    let risk = &dossier.risk_assessment;
    match kind {
        Kind::RiskAssessmentContent => {
            search.holds("risk_assessment.covers_use", risk.covers_use);
            search.holds("risk_assessment.covers_conditions", risk.covers_conditions);
            search.holds("risk_assessment.covers_time_in_use", risk.covers_time_in_use);
        }
        Kind::RiskAssessment => {
            search.files("risk_assessment.document", risk.document.as_deref());
            search.fact("risk_assessment.reviewed_on", risk.reviewed_on.is_some());
        }
        Kind::HandlingProcess => search.files_or_words(
            "technical_documentation.vulnerability_handling",
            &technical.vulnerability_handling,
        ),
        Kind::UpdateDistribution => {
            search.files_or_words(
                "technical_documentation.update_distribution",
                &technical.update_distribution,
            );
        }
        Kind::ProductionProcess => {
            search.files_or_words("technical_documentation.production", &technical.production);
        }
        Kind::TestReports => {
            let reports = technical.test_reports.iter().map(|report| report.document.as_str());
            search.files("technical_documentation.test_reports", reports);
        }
        _ => search.files_or_words("technical_documentation.design", &technical.design),
    }
}

/// Every requirement that an obligation speaks of is decided and shown.
fn matrix(search: &mut Search<'_>, obligation: &str) {
    // Article 13(1) and Annex VII point 3 speak of Part I, Article 13(3) of both parts.
    let part_ii: &[&str] = if obligation == "art13-3" { &PART_II } else { &[] };
    for id in PART_I.iter().chain(part_ii) {
        if obligation == "art13-1" {
            // To state how a requirement is met is one thing, to have met it another.
            requirement(search, id);
        } else {
            stated_requirement(search, id);
        }
    }
    search.shows(text!("law-shown-matrix"));
}

fn justifications(search: &mut Search<'_>) {
    for (index, decision) in search.dossier().requirements.iter().enumerate() {
        if !decision.applies && !always_applies(&decision.requirement) && justification(decision).is_none() {
            let path = format!("{}.not_applicable_because", requirement_path(index, &decision.requirement));
            search.lacks(&path, text!("law-missing-justification", requirement = &decision.requirement));
        }
    }
    search.shows(text!("law-shown-matrix"));
}

/// SBOM, components, findings and the gate, as the caller established them.
fn release(search: &mut Search<'_>, kind: Kind) {
    let kept = search.case.kept;
    match (kind, &kept.sbom, &kept.gate) {
        (Kind::Sbom, None, _) => search.lacks("release.sbom", text!("law-missing-sbom")),
        (Kind::Sbom, Some(sbom), _) if !sbom.lists_top_level_dependencies => {
            search.lacks("release.sbom", text!("law-missing-sbom-top-level"));
        }
        (Kind::Sbom, Some(sbom), _) => {
            let says = text!("law-shown-sbom", format = &sbom.format, components = sbom.components);
            search.shows(says);
        }
        (Kind::FindingsResolved, _, Some(_)) if kept.unresolved_findings == 0 => {
            search.shows(text!("law-shown-findings"));
        }
        (Kind::FindingsResolved, _, Some(_)) => {
            let says = text!("law-missing-findings", count = kept.unresolved_findings);
            search.lacks("vulnerability_decisions", says);
        }
        (_, _, None) => search.lacks("release.sbom", text!("law-missing-gate")),
        (Kind::ComponentsChecked, _, Some(gate)) => {
            let bars = [BlockCause::NoSbom, BlockCause::NoAdvisoryData, BlockCause::Unchecked];
            let unchecked = gate.blocked_by.iter().filter(|block| bars.contains(&block.cause)).count();
            if unchecked == 0 {
                search.shows(text!("law-shown-components"));
            } else {
                search.lacks("checked_otherwise", text!("law-missing-components", count = unchecked));
            }
        }
        (_, _, Some(gate)) if gate.may_be_placed_on_the_market => search.shows(text!("law-shown-gate")),
        (_, _, Some(gate)) => {
            let says = text!("law-missing-gate-blocked", count = gate.blocked_by.len());
            search.lacks("vulnerability_decisions", says);
        }
    }
}

fn support_period(search: &mut Search<'_>, kind: Kind) {
    let period = &search.dossier().support_period;
    match kind {
        Kind::SupportPeriodEnd => {
            search.fact("support_period.ends_on", period.ends_on.is_some());
            if period.end_stated_at_purchase == Some(false) {
                let path = "support_period.end_stated_at_purchase";
                search.lacks(path, text!("periods-end-not-stated-at-purchase"));
            }
        }
        Kind::SupportOffer => search.words("support_period.offers", period.offers.as_deref()),
        Kind::SupportPeriodRationale => {
            search.fact("support_period.expected_use_years", period.expected_use_years.is_some());
            search.words("support_period.rationale", period.rationale.as_deref());
            if let Some(file) = &period.record {
                search.files("support_period.record", [file.as_str()]);
            }
        }
        _ => support_length(search),
    }
}

/// Five years at least, or the expected use where that is shorter (Article 13(8), third subparagraph).
fn support_length(search: &mut Search<'_>) {
    let dossier = search.dossier();
    let period = &dossier.support_period;
    let judged = judge(dossier, search.case.state);
    let (Some(from), Some(to), Some(least)) = (judged.runs_from, period.ends_on, judged.floor_end) else {
        search.fact("release.placed_on_the_market_on", judged.runs_from.is_some());
        search.fact("support_period.ends_on", period.ends_on.is_some());
        for path in judged.missing.into_iter().filter(|path| *path != "release.placed_on_the_market_on") {
            search.fact(&path, false);
        }
        return;
    };
    let (from, end) = (from.to_string(), to.to_string());
    if to >= least {
        search.shows(text!("law-shown-support-length", from = from, to = end));
    } else {
        let says = text!("law-missing-support-length", to = end, least = least.to_string());
        search.lacks("support_period.ends_on", says);
    }
}

fn conformity(search: &mut Search<'_>, kind: Kind) {
    let declared = &search.dossier().conformity;
    match kind {
        Kind::ConformityProcedure => procedure(search),
        Kind::NotifiedBody => {
            let body = declared.notified_body.as_ref();
            search.words("conformity.notified_body.name", body.map(|body| body.name.as_str()));
            search.words("conformity.notified_body.number", body.map(|body| body.number.as_str()));
            if declared.procedure == Some(Procedure::TypeExamination) {
                let certificate = body.and_then(|body| body.certificate.as_deref());
                search.words("conformity.notified_body.certificate", certificate);
            }
        }
        Kind::DeclarationSigned => signature(search),
        Kind::DeclarationSupplied => {
            search.words("conformity.declaration_at", declared.declaration_at.as_deref());
        }
        Kind::CeMarking => search.words("conformity.ce_marking_on", declared.ce_marking_on.as_deref()),
        _ => standards_or_solutions(search),
    }
}

fn standards_or_solutions(search: &mut Search<'_>) {
    let dossier = search.dossier();
    if !dossier.conformity.standards.is_empty() {
        search.fact("conformity.standards", true);
        return;
    }
    // Without standards, Annex VII point 5 asks for a description of the solutions instead.
    for (index, decision) in dossier.requirements.iter().enumerate().filter(|(_, one)| one.applies) {
        let path = format!("{}.implemented_by", requirement_path(index, &decision.requirement));
        search.words(&path, decision.implemented_by.as_deref());
    }
    if dossier.requirements.is_empty() {
        search.lacks("conformity.standards", text!("law-missing-fact", path = "conformity.standards"));
    }
}

fn procedure(search: &mut Search<'_>) {
    let case = search.case;
    let declared = &case.dossier.conformity;
    let Some(chosen) = declared.procedure else {
        search.fact("conformity.procedure", false);
        return;
    };
    let name = procedure_name(chosen);
    if !case.verdict.routes.is_open(chosen) {
        search.lacks("conformity.procedure", text!("law-missing-procedure-closed", procedure = name));
    }
    match declared.completed_on {
        None => search.fact("conformity.completed_on", false),
        Some(completed_on) if completed_on > case.day => {
            let says = text!("law-missing-not-completed", completed_on = completed_on.to_string());
            search.lacks("conformity.completed_on", says);
        }
        Some(completed_on) => {
            let completed_on = completed_on.to_string();
            search.shows(text!("law-shown-procedure", procedure = name, completed_on = completed_on));
        }
    }
}

fn signature(search: &mut Search<'_>) {
    let signatory = search.dossier().conformity.signatory.as_ref();
    search.words("conformity.signatory.name", signatory.map(|one| one.name.as_str()));
    search.words("conformity.signatory.function", signatory.and_then(|one| one.function.as_deref()));
    search.words("conformity.signatory.place", signatory.and_then(|one| one.place.as_deref()));
    match signatory.and_then(|one| one.signed_on) {
        Some(signed_on) if signed_on > search.case.day => {
            let says = text!("law-missing-not-signed-yet", signed_on = signed_on.to_string());
            search.lacks("conformity.signatory.signed_on", says);
        }
        signed_on => search.fact("conformity.signatory.signed_on", signed_on.is_some()),
    }
}
