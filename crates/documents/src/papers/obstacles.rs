//! Why a declaration of conformity must not be signed: what has to be so before anyone takes responsibility.

use proofmark_law::{Role, ScopeOutcome};
use proofmark_text::{Text, text};

use super::inputs::PaperInputs;
use super::names;

/// Everything in the way of a signature besides what the paper itself lacks, in the order of the Regulation.
pub(super) fn obstacles(inputs: &PaperInputs<'_>) -> Vec<Text> {
    let mut found = Vec::new();
    scope(inputs, &mut found);
    role(inputs, &mut found);
    procedure(inputs, &mut found);
    completed(inputs, &mut found);
    if !inputs.gate.may_be_placed {
        // Article 13(12) asks for a demonstrated conformity with Annex I, of which point (2)(a) is a part.
        found.push(text!("papers-obstacle-gate"));
    }
    found
}

fn scope(inputs: &PaperInputs<'_>, found: &mut Vec<Text>) {
    match &inputs.verdict.scope.outcome {
        ScopeOutcome::InScope => {}
        ScopeOutcome::Undetermined { missing } => {
            found.push(text!("papers-obstacle-scope-undetermined", facts = in_backticks(missing)));
        }
        other => found.push(text!("papers-obstacle-scope", outcome = names::scope(other).to_string())),
    }
}

fn role(inputs: &PaperInputs<'_>, found: &mut Vec<Text>) {
    match inputs.verdict.role.role() {
        Some(Role::Manufacturer) => {}
        Some(other) => found.push(text!("papers-obstacle-role", role = names::role(other).to_string())),
        None => found.push(text!("papers-obstacle-role-undetermined")),
    }
}

fn procedure(inputs: &PaperInputs<'_>, found: &mut Vec<Text>) {
    let routes = &inputs.verdict.routes;
    let Some(chosen) = inputs.dossier.conformity.procedure else {
        found.push(text!("papers-obstacle-no-procedure"));
        return;
    };
    if routes.is_open(chosen) {
        return;
    }
    let chosen = names::procedure(chosen).to_string();
    if routes.missing.is_empty() {
        found.push(text!(
            "papers-obstacle-procedure-closed",
            procedure = chosen,
            open = open_procedures(inputs)
        ));
    } else {
        let facts = in_backticks(&routes.missing);
        found.push(text!("papers-obstacle-procedure-undetermined", procedure = chosen, facts = facts));
    }
}

fn completed(inputs: &PaperInputs<'_>, found: &mut Vec<Text>) {
    let conformity = &inputs.dossier.conformity;
    let signed_on = conformity.signatory.as_ref().and_then(|signatory| signatory.signed_on);
    match conformity.completed_on {
        None => found.push(text!("papers-obstacle-not-completed")),
        Some(completed_on) if completed_on > inputs.day => {
            found.push(text!("papers-obstacle-completed-later", completed_on = completed_on.to_string()));
        }
        Some(completed_on) => {
            if let Some(signed_on) = signed_on.filter(|signed_on| *signed_on < completed_on) {
                found.push(text!(
                    "papers-obstacle-signed-before",
                    signed_on = signed_on.to_string(),
                    completed_on = completed_on.to_string(),
                ));
            }
        }
    }
    if let Some(signed_on) = signed_on.filter(|signed_on| *signed_on > inputs.day) {
        found.push(text!("papers-obstacle-signed-later", signed_on = signed_on.to_string()));
    }
}

/// The procedures open to the product, in a row; that there is none, or that nobody knows yet.
pub(super) fn open_procedures(inputs: &PaperInputs<'_>) -> String {
    let routes = &inputs.verdict.routes;
    if !routes.missing.is_empty() {
        return text!("papers-not-settled").to_string();
    }
    if routes.open.is_empty() {
        return text!("papers-none").to_string();
    }
    let named = routes.open.iter().map(|route| names::procedure(route.procedure).to_string());
    named.collect::<Vec<String>>().join("; ")
}

fn in_backticks(paths: &[String]) -> String {
    let quoted: Vec<String> = paths.iter().map(|path| format!("`{path}`")).collect();
    quoted.join(", ")
}
