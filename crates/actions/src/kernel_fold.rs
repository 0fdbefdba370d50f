//! Folds what is known of packages built from the same source of a kernel into one answer: one finding for the kernel, not one for
//! each of its modules.

use proofmark_facts::Component;
use proofmark_vulndb::kernel_sources;
use schemars::JsonSchema;
use serde::Serialize;

use crate::vulnerability_source::{Answer, merge};

/// Components that findings name another one for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SameSource {
    /// The component findings name.
    pub component: String,
    /// Those built from the same source, by package URL, else name and version.
    pub stands_for: Vec<String>,
}

/// Gathers the answers for each group at the component that stands for it; those of the others are empty then.
pub(crate) fn fold(components: &[&Component], answers: &mut [Answer]) -> Vec<SameSource> {
    let groups = kernel_sources(components);
    let mut folded = Vec::with_capacity(groups.len());
    for group in groups {
        let Some((first, others)) = group.split_first() else { continue };
        for other in others {
            let Answer { known, unchecked: _ } = std::mem::take(&mut answers[*other]);
            for vulnerability in known {
                merge(&mut answers[*first].known, vulnerability);
            }
        }
        let mut stands_for: Vec<String> = others.iter().map(|other| components[*other].called()).collect();
        stands_for.sort();
        stands_for.dedup();
        folded.push(SameSource { component: components[*first].called(), stands_for });
    }
    folded
}
