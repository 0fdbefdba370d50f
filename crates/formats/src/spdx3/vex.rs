//! What VEX relationships say of packages (SPDX 3.0, security profile), and what the names of patches do.

use std::collections::{BTreeSet, HashMap, HashSet};

use proofmark_facts::{BuilderSays, BuilderStatement, Component, StatementOrigin};

use super::graph::Graph;
use crate::cve_name::cve_names;
use crate::json::MaybeWords;

/// The most statements of one document.
const MOST_STATEMENTS: usize = 1_000_000;

/// What the graph declares of its components, each statement once, whichever of a recipe's packages it stands at.
pub(super) fn statements(
    graph: &Graph<'_>,
    components: &[Component],
    place_of: &HashMap<usize, u32>,
    patches: &BTreeSet<(&str, &str)>,
) -> Vec<BuilderStatement> {
    let mut kept = Kept { seen: HashSet::new(), all: Vec::new() };
    for assessment in &graph.assessments {
        let Some(says) = says(assessment.kind.0.as_deref().unwrap_or_default()) else { continue };
        let vulnerability = assessment.from.0.as_ref().and_then(|id| graph.vulnerabilities.get(id));
        let Some(vulnerability) = vulnerability else { continue };
        let words =
            |words: &MaybeWords<'_>| words.0.as_deref().filter(|it| !it.is_empty()).map(str::to_owned);
        for package in assessment.to.0.iter().filter_map(|id| graph.by_id.get(id)) {
            let component = place_of.get(package).map(|place| &components[*place as usize]);
            // A recipe may have a package of its own that nothing contains; what is not in the image is not asked of.
            let own = &graph.packages[*package].1;
            let by_name =
                || Some(own).filter(|own| components.iter().any(|component| component.name == own.name));
            let Some(component) = component.or_else(by_name) else { continue };
            kept.push(BuilderStatement {
                package: Some(component.name.clone()),
                version: component.version.clone(),
                reason: words(&assessment.justification),
                because: words(&assessment.impact).or(words(&assessment.action)).or(words(&assessment.notes)),
                ..BuilderStatement::new(vulnerability.clone(), says, StatementOrigin::SpdxVex)
            });
        }
    }
    for (recipe, patch) in patches {
        for vulnerability in cve_names(patch) {
            kept.push(BuilderStatement {
                package: Some((*recipe).to_owned()),
                patch: Some((*patch).to_owned()),
                ..BuilderStatement::new(vulnerability, BuilderSays::Fixed, StatementOrigin::Patch)
            });
        }
    }
    kept.all
}

fn says(kind: &str) -> Option<BuilderSays> {
    Some(match kind {
        "security_VexFixedVulnAssessmentRelationship" => BuilderSays::Fixed,
        "security_VexNotAffectedVulnAssessmentRelationship" => BuilderSays::NotAffected,
        "security_VexAffectedVulnAssessmentRelationship" => BuilderSays::Affected,
        "security_VexUnderInvestigationVulnAssessmentRelationship" => BuilderSays::UnderInvestigation,
        _ => return None,
    })
}

struct Kept {
    seen: HashSet<BuilderStatement>,
    all: Vec<BuilderStatement>,
}

impl Kept {
    fn push(&mut self, statement: BuilderStatement) {
        if self.all.len() < MOST_STATEMENTS && self.seen.insert(statement.clone()) {
            self.all.push(statement);
        }
    }
}
