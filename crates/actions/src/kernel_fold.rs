//! Folds what is known of packages built from the same source of a kernel into one answer: one finding for the kernel, not one for
//! each of its modules.

use proofmark_facts::Component;
use proofmark_vulndb::kernel_sources;
use schemars::JsonSchema;
use serde::Serialize;

use crate::merged::Merged;
use crate::vulnerability_source::Answer;

/// Components that findings name another one for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SameSource {
    /// The component findings name.
    pub component: String,
    /// Those built from the same source, by package URL, else name and version.
    pub stands_for: Vec<String>,
}

impl SameSource {
    /// The first of these names stands for the others.
    pub(crate) fn of(mut names: impl Iterator<Item = String>) -> Option<Self> {
        let component = names.next()?;
        let mut stands_for: Vec<String> = names.collect();
        stands_for.sort();
        stands_for.dedup();
        Some(Self { component, stands_for })
    }
}

/// Folds the parts of each kernel.
pub(crate) fn fold(components: &[&Component], answers: &mut [Answer]) -> Vec<SameSource> {
    fold_groups(&kernel_sources(components), components, answers)
}

/// Gathers the answers for each group at the component that stands for it; those of the others are empty then.
pub(crate) fn fold_groups(
    groups: &[Vec<usize>],
    components: &[&Component],
    answers: &mut [Answer],
) -> Vec<SameSource> {
    let mut folded = Vec::with_capacity(groups.len());
    for group in groups {
        let Some((first, others)) = group.split_first() else { continue };
        let mut merged = Merged::of(std::mem::take(&mut answers[*first].known));
        for other in others {
            let Answer { known, unchecked: _ } = std::mem::take(&mut answers[*other]);
            for vulnerability in known {
                merged.add(vulnerability);
            }
        }
        answers[*first].known = merged.into_known();
        folded.extend(SameSource::of(group.iter().map(|place| components[*place].called())));
    }
    folded
}
