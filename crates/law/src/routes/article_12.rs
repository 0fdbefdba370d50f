//! Article 12: high-risk AI systems, and whose procedure they go through.

use proofmark_facts::AiAct;
use proofmark_text::text;

use crate::citation::Citation;
use crate::reason::Reason;
use crate::routes::route::Inputs;
use crate::source::{P, Source};

const SYSTEM: &str = "scope.also.high_risk_ai_system";
const INTERNAL_CONTROL: &str = "scope.also.ai_act.internal_control";

/// Whose procedure a high-risk AI system goes through.
pub(crate) enum Whose {
    /// No high-risk AI system.
    NotAsked,
    /// The AI Act's (Article 12(2)).
    TheAiActs(Reason),
    /// This Regulation's for its own requirements (Article 12(3)); where a fact is missing, with a call for review.
    ThisRegulations(Reason),
}

/// `needs_a_third_party`: the class closes internal control under Article 32.
pub(crate) fn whose_procedure(inputs: &Inputs<'_>, needs_a_third_party: bool) -> Whose {
    let also = &inputs.dossier.scope.also;
    if also.high_risk_ai_system != Some(true) {
        return Whose::NotAsked;
    }
    let internal_control = also.ai_act.and_then(|stated| stated.internal_control);
    if !needs_a_third_party || internal_control == Some(false) {
        let cites = Citation::article(12).paragraph(2);
        let says = text!("law-route-artificial-intelligence");
        let fact = if needs_a_third_party { INTERNAL_CONTROL } else { SYSTEM };
        return Whose::TheAiActs(Reason::new(says, Source::new("RTE-10", &[P]), cites).on(fact));
    }
    let source = Source::new("RTE-11", &[P]);
    let cites = Citation::article(12).paragraph(3);
    Whose::ThisRegulations(if internal_control == Some(true) {
        Reason::new(text!("routes-artificial-intelligence-strict"), source, cites).on(INTERNAL_CONTROL)
    } else {
        // Until it is stated both procedures are possible; those of this Regulation are the safe ones to plan with.
        Reason::new(text!("law-route-artificial-intelligence-strict"), source, cites)
            .on(SYSTEM)
            .for_review(text!("law-review-artificial-intelligence"))
    })
}

/// Whether meeting this Regulation counts as meeting the AI Act's cybersecurity requirements (Article 12(1)).
pub(crate) fn counts_for_the_ai_act(inputs: &Inputs<'_>) -> Option<Reason> {
    let also = &inputs.dossier.scope.also;
    if also.high_risk_ai_system != Some(true) {
        return None;
    }
    let AiAct { product_requirements_met, process_requirements_met, shown_in_declaration, .. } =
        also.ai_act.unwrap_or_default();
    let conditions = [
        ("scope.also.ai_act.product_requirements_met", product_requirements_met),
        ("scope.also.ai_act.process_requirements_met", process_requirements_met),
        ("scope.also.ai_act.shown_in_declaration", shown_in_declaration),
    ];
    let source = Source::new("RTE-10", &[P]);
    let cites = Citation::article(12).paragraph(1);
    let which =
        |wanted: Option<bool>| conditions.iter().find(|(_, stated)| *stated == wanted).map(|(fact, _)| *fact);
    Some(if let Some(fact) = which(Some(false)) {
        Reason::new(text!("routes-ai-not-deemed", path = fact), source, cites).on(fact)
    } else if let Some(fact) = which(None) {
        Reason::new(text!("routes-ai-not-known", path = fact), source, cites).on(fact)
    } else {
        Reason::new(text!("routes-ai-deemed"), source, cites).on("scope.also.ai_act")
    })
}
