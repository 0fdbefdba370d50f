//! What a decision on a finding rests on: the finding as it is open now.

use std::collections::BTreeSet;

use proofmark_access::FindingSeen;
use proofmark_facts::{Asking, FindingFilter, FindingOrder, FindingQuery, KeepError, Seen};

/// The finding as it is open in any of the product's releases; `None`: in none.
pub(crate) fn finding_seen(
    operator: &str,
    product: &str,
    (vulnerability, component): (&str, &str),
    keeping: &dyn Asking,
) -> Result<Option<FindingSeen>, KeepError> {
    let mut found: Option<FindingSeen> = None;
    let mut fixed_in = BTreeSet::new();
    let mut after: Option<String> = None;
    loop {
        let query = FindingQuery {
            operator,
            seen: &Seen::All,
            product: Some(product),
            release: None,
            vulnerability: Some(vulnerability),
            open: Some(true),
            unresolved: None,
            exploited: None,
            score_from: None,
            narrowed: FindingFilter::default(),
            order: FindingOrder::Severity,
            after: after.as_deref(),
            limit: 500,
        };
        let page = keeping.findings(&query)?;
        for row in page.items.iter().map(|placed| &placed.row).filter(|row| row.component == component) {
            fixed_in.extend(row.fixed_in.split(',').filter(|one| !one.is_empty()).map(str::to_owned));
            let so_far = found.take();
            let (score, exploited) = so_far.map_or((-1, false), |seen| (seen.score, seen.exploited));
            found = Some(FindingSeen {
                product: product.to_owned(),
                vulnerability: vulnerability.to_owned(),
                component: component.to_owned(),
                score: score.max(row.score),
                exploited: exploited || row.exploited,
                fixed_in: String::new(),
            });
        }
        match page.next {
            Some(next) => after = Some(next),
            None => break,
        }
    }
    let fixed_in = fixed_in.into_iter().collect::<Vec<_>>().join(",");
    Ok(found.map(|seen| FindingSeen { fixed_in, ..seen }))
}
