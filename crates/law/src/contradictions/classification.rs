//! Contradictions of classification: several matches, descriptions that disagree, circuits of another tier.

use std::collections::BTreeSet;

use proofmark_facts::{Dossier, Place, Problem};
use proofmark_text::text;

use crate::classes::categories::category;
use crate::classes::category_line::CategoryVerdict;
use crate::classes::circuit::{Circuit, circuit};
use crate::classes::descriptions::{descriptions, disagree, none_agrees};
use crate::verdict::Verdict;

/// Everything about the one core functionality that cannot stand beside something else declared.
pub(crate) fn classification(dossier: &Dossier, verdict: &Verdict, problems: &mut Vec<Problem>) {
    several_matches(dossier, verdict, problems);
    described(dossier, problems);
    kinds(dossier, problems);
    let core = dossier.product.core_functionality.as_ref();
    let Some(chosen) = core.and_then(|core| core.category.as_deref()) else { return };
    if let Circuit::Is(reason) = circuit(&dossier.product, chosen) {
        let says = text!("routes-contradiction-circuit", because = &reason.says);
        problems.push(Problem::error(Place::at("product.core_functionality.category"), says));
    }
}

fn several_matches(dossier: &Dossier, verdict: &Verdict, problems: &mut Vec<Problem>) {
    let Some(core) = &dossier.product.core_functionality else { return };
    let matching: BTreeSet<&str> = verdict
        .class
        .considered
        .iter()
        .filter(|line| line.is_the_core_functionality || line.verdict.is_a_match())
        .map(|line| line.category)
        .collect();
    let categories = matching.iter().copied().collect::<Vec<_>>().join(", ");
    if core.category.is_none() {
        if !matching.is_empty() {
            let says = text!("routes-contradiction-none-but-matches", categories = categories);
            problems.push(Problem::error(Place::at("product.core_functionality.category"), says));
        }
    } else if matching.len() > 1 && core.chosen_because.as_deref().is_none_or(|why| why.trim().is_empty()) {
        let says = text!("routes-contradiction-not-chosen", categories = categories);
        problems.push(Problem::warning(Place::at("product.core_functionality.chosen_because"), says));
    }
}

fn described(dossier: &Dossier, problems: &mut Vec<Problem>) {
    let described = descriptions(&dossier.product);
    let core = dossier.product.core_functionality.as_ref();
    let chosen = core.and_then(|core| core.category.as_deref());
    if core.is_some() && none_agrees(&described, chosen) {
        let says = text!("routes-contradiction-described-never", chosen = chosen.unwrap_or("none"));
        problems.push(Problem::error(Place::at("product.described_as"), says));
        return;
    }
    if !disagree(&described) {
        return;
    }
    let odd = described.iter().filter_map(|one| Some((one, one.category?)));
    for (one, named) in odd.filter(|(_, named)| Some(named.id) != chosen) {
        let says = text!("routes-contradiction-described", words = one.words, named = named.id);
        problems.push(Problem::warning(Place::at(one.fact), says));
    }
}

/// A kind nobody knows leaves open whether the description relied on was seen.
fn kinds(dossier: &Dossier, problems: &mut Vec<Problem>) {
    let core = dossier.product.core_functionality.as_ref();
    let of_core = core.and_then(|core| Some((core.category.as_deref()?, core.kind.as_deref()?)));
    let mut named: Vec<(String, &str, &str)> = of_core
        .map(|(id, kind)| ("product.core_functionality.kind".to_owned(), id, kind))
        .into_iter()
        .collect();
    for (index, one) in dossier.product.considered_categories.iter().enumerate() {
        if let (Some(kind), true) = (&one.kind, CategoryVerdict::from(one.relation).turns_on_the_wording()) {
            let path = format!("product.considered_categories[{index}].kind");
            named.push((path, &one.category, kind));
        }
    }
    for (path, id, kind) in named {
        let Some(found) = category(id) else { continue };
        if found.rests_on_a_draft.is_some() && found.example(kind).is_none() {
            let known = found.named_examples.join(", ");
            let says = text!("routes-contradiction-unknown-kind", kind = kind, category = id, known = known);
            problems.push(Problem::warning(Place::at(path), says));
        }
    }
}
