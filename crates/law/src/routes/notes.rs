//! What is worth knowing about the choice of a procedure and changes nothing in it.

use proofmark_facts::{AssuranceLevel, EnterpriseSize};
use proofmark_text::text;

use crate::citation::Citation;
use crate::classes::category::Class;
use crate::periods::legacy::other_certificates;
use crate::reason::Reason;
use crate::routes::article_12::counts_for_the_ai_act;
use crate::routes::route::{Inputs, RoutesVerdict};
use crate::source::{P, Source};

/// Gathers the notes.
pub(crate) fn notes(inputs: &Inputs<'_>, verdict: &mut RoutesVerdict) {
    let mandatory =
        inputs.category.and_then(|category| inputs.state.mandatory_certification(category, inputs.day));
    if inputs.class == Class::Critical && mandatory.is_none() {
        let source = Source::new("RTE-06", &[P]);
        let cites = Citation::article(8).paragraph(1);
        verdict.notes.push(Reason::new(text!("routes-act-would-make-mandatory"), source, cites));
    }
    verdict.notes.extend(counts_for_the_ai_act(inputs));
    verdict.notes.extend(certificate(inputs));
    verdict.notes.extend(covers_a_part(inputs));
    verdict.notes.extend(other_certificates(inputs.dossier, inputs.day));
    if verdict.needs_a_notified_body() {
        verdict.notes.extend(lower_fees(inputs));
    }
}

/// Why the declared certificate counts for nothing here, if it does not.
fn certificate(inputs: &Inputs<'_>) -> Option<Reason> {
    let certificate = inputs.dossier.conformity.certificate.as_ref()?;
    let source = Source::new("PRC-CERT", &[P]);
    let cites = Citation::article(27).paragraph(9);
    let mandatory =
        inputs.category.and_then(|category| inputs.state.mandatory_certification(category, inputs.day));
    let designated = inputs.state.designated_scheme(inputs.category, inputs.day);
    let scheme = mandatory
        .map(|act| &act.scheme)
        .or_else(|| designated.map(|designated| &designated.scheme))
        .filter(|scheme| certificate.scheme.trim().eq_ignore_ascii_case(scheme));
    let least = mandatory.map_or(AssuranceLevel::Substantial, |act| act.level);
    Some(if scheme.is_none() {
        let says = text!("routes-certificate-not-designated", scheme = &certificate.scheme);
        Reason::new(says, source, cites).on("conformity.certificate.scheme")
    } else if certificate.level < least {
        let says =
            text!("routes-certificate-too-low", level = certificate.level.name(), least = least.name());
        Reason::new(says, source, cites).on("conformity.certificate.level")
    } else if let Some(until) = certificate.valid_until.filter(|until| *until < inputs.day) {
        let says = text!("routes-certificate-expired", until = until.to_string());
        Reason::new(says, source, cites).on("conformity.certificate.valid_until")
    } else {
        return None;
    })
}

/// RTE-03: for what a designated scheme's certificate covers, class I needs no third party.
fn covers_a_part(inputs: &Inputs<'_>) -> Option<Reason> {
    let certificate = inputs.dossier.conformity.certificate.as_ref()?;
    let partly = inputs.class == Class::ImportantI && certificate.covers_core_functionality == Some(false);
    let designated = inputs.state.designated_scheme(inputs.category, inputs.day)?;
    let same = certificate.scheme.trim().eq_ignore_ascii_case(&designated.scheme);
    let runs = certificate.valid_until.is_none_or(|until| until >= inputs.day);
    if !partly || !same || !runs || certificate.level < AssuranceLevel::Substantial {
        return None;
    }
    let source = Source::new("RTE-03", &[P]);
    let says = text!("routes-certificate-covers-part", scheme = &certificate.scheme);
    let reason = Reason::new(says, source, Citation::article(27).paragraph(9));
    Some(reason.on("conformity.certificate.covers_core_functionality"))
}

fn lower_fees(inputs: &Inputs<'_>) -> Option<Reason> {
    let small = matches!(
        inputs.dossier.operator.enterprise_size,
        Some(EnterpriseSize::Micro | EnterpriseSize::Small | EnterpriseSize::Medium)
    );
    let source = Source::new("PRC-BC", &[P]);
    let cites = Citation::article(32).paragraph(6);
    let reason = Reason::new(text!("routes-lower-fees"), source, cites);
    small.then(|| reason.on("operator.enterprise_size"))
}
