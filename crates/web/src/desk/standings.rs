//! Where the decisions on listed findings stand: in the dossier, where they are changed, or in the record.

use std::collections::BTreeMap;

use proofmark_actions::{DecidedFinding, DecisionOrigin, decision_origins};
use proofmark_facts::{FindingRow, Placed};

use crate::call::Call;
use crate::refusal::Refusal;

/// By product, vulnerability and component: where the decision on it stands.
pub(crate) type Standings = BTreeMap<(String, String, String), DecisionOrigin>;

/// Where the decision on each decided row stands.
pub(crate) fn standings(call: &Call<'_>, rows: &[Placed<FindingRow>]) -> Result<Standings, Refusal> {
    let mut by_product: BTreeMap<&str, Vec<DecidedFinding>> = BTreeMap::new();
    for placed in rows.iter().filter(|placed| !placed.row.status.is_empty()) {
        by_product.entry(&placed.product).or_default().push(DecidedFinding {
            vulnerability: placed.row.vulnerability.clone(),
            component: placed.row.component.clone(),
        });
    }
    let actor = call.actor();
    let mut standings = Standings::new();
    for (product, findings) in by_product {
        let change = call.change(&actor);
        let origins = decision_origins(&change, call.operator(), product, &findings, &*call.store)?;
        for (finding, origin) in findings.into_iter().zip(origins) {
            let key = (product.to_owned(), finding.vulnerability, finding.component);
            standings.extend(origin.map(|origin| (key, origin)));
        }
    }
    Ok(standings)
}
