//! Holds what overviews show of a product against its record.

use std::collections::BTreeMap;

use proofmark_facts::{CaseQuery, CaseStanding, ProductRecord, Seen, SystemOfRecord};

use crate::error::ActionError;

/// How many cases are read at a time.
const BATCH: usize = 200;

/// Whether annexes and cases are shown as the record has them; of a product put away, none are.
pub(super) fn is_shown(
    keeping: &dyn SystemOfRecord,
    operator: &str,
    product: &ProductRecord,
) -> Result<bool, ActionError> {
    let standing = product.standing.as_ref().filter(|_| !product.archived);
    let outlook = standing.and_then(|standing| standing.outlook.clone()).unwrap_or_default();
    let seen = Seen::These(vec![product.id.clone()]);
    let mut kept = BTreeMap::new();
    for case in outlook.cases {
        kept.insert(case.id.clone(), case);
    }
    Ok(keeping.readiness(operator, &seen)? == outlook.readiness && cases(keeping, operator, &seen)? == kept)
}

fn cases(
    keeping: &dyn SystemOfRecord,
    operator: &str,
    seen: &Seen,
) -> Result<BTreeMap<String, CaseStanding>, ActionError> {
    let mut shown = BTreeMap::new();
    let mut after: Option<String> = None;
    loop {
        let query = CaseQuery {
            operator,
            seen,
            product: None,
            named: None,
            open: None,
            after: after.as_deref(),
            limit: BATCH,
        };
        let page = keeping.cases(&query)?;
        shown.extend(page.items.into_iter().map(|placed| (placed.case.id.clone(), placed.case)));
        match page.next {
            Some(next) => after = Some(next),
            None => return Ok(shown),
        }
    }
}
