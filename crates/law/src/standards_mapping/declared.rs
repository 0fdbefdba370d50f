//! The standards a dossier declares to have applied: which requirements they speak to, and that this presumes nothing.

use jiff::civil::Date;
use proofmark_facts::{Application, Dossier};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::Serialize;

use super::mapping::{MappedStandard, standards_mapping};
use super::row::{MappingRow, Relation};
use crate::citation::Citation;
use crate::reason::Reason;
use crate::routes::applied_standards::names;
use crate::source::{P, Source};
use crate::state::state_of_the_law::StateOfTheLaw;

/// A declared standard that the mapping knows.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct DeclaredStandard {
    /// Its reference as the dossier writes it.
    pub reference: String,
    /// How far it was applied.
    pub applied: Application,
    /// The requirements of Annex I it speaks to, in the law's order.
    pub speaks_to: Vec<SpeaksTo>,
    /// What that is worth.
    pub reasons: Vec<Reason>,
}

/// One requirement a declared standard speaks to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SpeaksTo {
    /// The requirement.
    pub requirement: &'static str,
    /// The furthest that any row of the mapping goes.
    pub relation: Relation,
}

/// The declared standards that appear in the mapping, in the dossier's order.
pub fn declared_standards(dossier: &Dossier, state: &StateOfTheLaw, day: Date) -> Vec<DeclaredStandard> {
    let mapping = standards_mapping();
    let declared = dossier.conformity.standards.iter().enumerate();
    declared
        .filter_map(|(index, standard)| {
            let known = mapping.named_by(&standard.reference);
            // One that is cited under this Regulation does give a presumption; the routes speak of it.
            let is_cited = state.standards.iter().any(|cited| {
                cited.cited_on.is_some_and(|cited_on| cited_on <= day)
                    && names(&standard.reference, &cited.reference)
            });
            let reason = no_presumption(&standard.reference, index);
            (!known.is_empty()).then(|| DeclaredStandard {
                reference: standard.reference.clone(),
                applied: standard.applied,
                speaks_to: speaks_to(&known),
                reasons: if is_cited { Vec::new() } else { vec![reason] },
            })
        })
        .collect()
}

fn speaks_to(standards: &[&MappedStandard]) -> Vec<SpeaksTo> {
    let mapping = standards_mapping();
    let speaks = |row: &&MappingRow| {
        row.relation != Relation::None && standards.iter().any(|standard| standard.name == row.standard)
    };
    let mut found: Vec<SpeaksTo> = Vec::new();
    for row in mapping.rows.iter().filter(speaks) {
        match found.last_mut() {
            Some(last) if last.requirement == row.requirement => {
                last.relation = last.relation.min(row.relation);
            }
            _ => found.push(SpeaksTo { requirement: &row.requirement, relation: row.relation }),
        }
    }
    found
}

fn no_presumption(reference: &str, index: usize) -> Reason {
    let says = text!("neighbours-no-presumption", reference = reference);
    Reason::new(says, Source::new("ERR-24", &[P]), Citation::article(27).paragraph(1))
        .on(format!("conformity.standards[{index}].reference"))
}
