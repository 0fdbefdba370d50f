//! Everything two revisions of a dossier and their component lists differ in that bears on the test.

use proofmark_facts::{ComponentChanges, Dossier};

use crate::modification::component_differences::component_differences;
use crate::modification::difference::Difference;
use crate::modification::dossier_differences::dossier_differences;
use crate::modification::remote_differences::remote_differences;

/// Derives what can be derived: from the declared facts first, then from the component lists if both are there.
///
/// Nothing here answers a question of the test; each difference names the questions it raises.
pub fn differences(
    earlier: &Dossier,
    newer: &Dossier,
    components: Option<&ComponentChanges>,
) -> Vec<Difference> {
    let mut found = dossier_differences(earlier, newer);
    found.extend(remote_differences(earlier, newer));
    found.extend(components.map(component_differences).unwrap_or_default());
    found
}
