//! Annex I against the product: for each essential requirement whether it applies, how it is met, and what shows it.

use proofmark_facts::RequirementDecision;
use proofmark_law::Citation;
use proofmark_text::{Text, text};

use super::file;
use super::gap::{filled, mark, prose};
use super::inputs::PaperInputs;
use crate::{Inline, Table};

/// One essential requirement: its place, its short name, and whether the makers may decide that it does not apply.
struct Requirement {
    id: &'static str,
    shown: &'static str,
    name: fn() -> Text,
    /// Article 13(3) leaves the choice for Part I, point (2) only.
    optional: bool,
}

macro_rules! requirement {
    ($id:literal, $shown:literal, $optional:literal, $name:expr) => {
        Requirement { id: $id, shown: $shown, name: || $name, optional: $optional }
    };
}

const PART_I: &[Requirement] = &[
    requirement!("I.1", "I(1)", false, text!("papers-annex-i-1")),
    requirement!("I.2.a", "I(2)(a)", true, text!("papers-annex-i-2-a")),
    requirement!("I.2.b", "I(2)(b)", true, text!("papers-annex-i-2-b")),
    requirement!("I.2.c", "I(2)(c)", true, text!("papers-annex-i-2-c")),
    requirement!("I.2.d", "I(2)(d)", true, text!("papers-annex-i-2-d")),
    requirement!("I.2.e", "I(2)(e)", true, text!("papers-annex-i-2-e")),
    requirement!("I.2.f", "I(2)(f)", true, text!("papers-annex-i-2-f")),
    requirement!("I.2.g", "I(2)(g)", true, text!("papers-annex-i-2-g")),
    requirement!("I.2.h", "I(2)(h)", true, text!("papers-annex-i-2-h")),
    requirement!("I.2.i", "I(2)(i)", true, text!("papers-annex-i-2-i")),
    requirement!("I.2.j", "I(2)(j)", true, text!("papers-annex-i-2-j")),
    requirement!("I.2.k", "I(2)(k)", true, text!("papers-annex-i-2-k")),
    requirement!("I.2.l", "I(2)(l)", true, text!("papers-annex-i-2-l")),
    requirement!("I.2.m", "I(2)(m)", true, text!("papers-annex-i-2-m")),
];

const PART_II: &[Requirement] = &[
    requirement!("II.1", "II(1)", false, text!("papers-annex-i-ii-1")),
    requirement!("II.2", "II(2)", false, text!("papers-annex-i-ii-2")),
    requirement!("II.3", "II(3)", false, text!("papers-annex-i-ii-3")),
    requirement!("II.4", "II(4)", false, text!("papers-annex-i-ii-4")),
    requirement!("II.5", "II(5)", false, text!("papers-annex-i-ii-5")),
    requirement!("II.6", "II(6)", false, text!("papers-annex-i-ii-6")),
    requirement!("II.7", "II(7)", false, text!("papers-annex-i-ii-7")),
    requirement!("II.8", "II(8)", false, text!("papers-annex-i-ii-8")),
];

/// Part I: properties of the product.
pub(super) fn part_i(inputs: &PaperInputs<'_>) -> Table {
    table(inputs, PART_I).caption(format!("{}", Citation::annex("I").part("I")))
}

/// Part II: handling of vulnerabilities.
pub(super) fn part_ii(inputs: &PaperInputs<'_>) -> Table {
    table(inputs, PART_II).caption(format!("{}", Citation::annex("I").part("II")))
}

fn table(inputs: &PaperInputs<'_>, requirements: &[Requirement]) -> Table {
    let mut table = Table::new()
        .names(text!("papers-column-point").to_string(), 3)
        .column(text!("papers-column-requirement").to_string(), 5)
        .column(text!("papers-column-applies").to_string(), 3)
        .column(text!("papers-column-implemented").to_string(), 9)
        .column(text!("papers-column-evidence").to_string(), 6);
    for requirement in requirements {
        let decisions = &inputs.dossier.requirements;
        let decision = decisions.iter().find(|decision| decision.requirement == requirement.id);
        let [applies, how, evidence] = match decision {
            None => [text!("papers-undecided").into(), undecided(requirement), Inline::new()],
            Some(decision) if decision.applies => applied(inputs, decision),
            Some(decision) => set_aside(inputs, requirement, decision),
        };
        let name = (requirement.name)().into();
        table = table.row([requirement.shown.into(), name, applies, how, evidence]);
    }
    table
}

fn undecided(requirement: &Requirement) -> Inline {
    mark(&format!("requirements.\"{}\"", requirement.id))
}

fn applied(inputs: &PaperInputs<'_>, decision: &RequirementDecision) -> [Inline; 3] {
    let id = &decision.requirement;
    let how = match filled(decision.implemented_by.as_deref()) {
        Some(how) => prose(how),
        None => mark(&format!("requirements.\"{id}\".implemented_by")),
    };
    let evidence = if decision.evidence.is_empty() {
        mark(&format!("requirements.\"{id}\".evidence"))
    } else {
        file::cell(inputs, &decision.evidence)
    };
    [text!("papers-yes").into(), how, evidence]
}

fn set_aside(
    inputs: &PaperInputs<'_>,
    requirement: &Requirement,
    decision: &RequirementDecision,
) -> [Inline; 3] {
    let id = &decision.requirement;
    let mut why = match filled(decision.not_applicable_because.as_deref()) {
        Some(why) => prose(why),
        None => mark(&format!("requirements.\"{id}\".not_applicable_because")),
    };
    if !requirement.optional {
        // Article 13(8) and recital 54: nothing takes a product out of these.
        let path = format!("requirements.\"{id}\".applies");
        why = why.plain("\n");
        why.runs.extend(Inline::missing(text!("papers-always-applies", path = path).to_string()).runs);
    }
    [text!("papers-no").into(), why, file::cell(inputs, &decision.evidence)]
}
