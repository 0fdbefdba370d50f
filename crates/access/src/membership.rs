//! A membership: what one person may do for one operator.

use proofmark_facts::{Duty, Grant, Noun, RecordKind};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::refusal::Refusal;

/// How many products a grant may name, and how many grants a membership has.
const MOST_PRODUCTS: usize = 1000;
const MOST_GRANTS: usize = 50;

/// What one person may do for one operator. It is a record of that operator; the installation's are of nobody.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Membership {
    /// The account.
    pub account: String,
    /// What they may do, all for this operator.
    pub grants: Vec<Grant>,
}

/// Whether grants can be given by somebody who answers for this operator alone.
pub fn check_grants(grants: &[Grant], operator: &str) -> Result<(), Refusal> {
    let mut seen = Vec::new();
    for grant in grants {
        let bounded = grant.products.as_ref().is_none_or(|all| {
            all.len() <= MOST_PRODUCTS && all.iter().all(|one| (1..=200).contains(&one.len()))
        });
        // For the installation, the only duties are those that have nothing to do with products.
        let has_meaning = !operator.is_empty()
            || (grant.products.is_none()
                && matches!(
                    grant.duty,
                    Duty::Administrator | Duty::Approver | Duty::Auditor | Duty::SecurityResponse
                ));
        let twice = seen.contains(&(grant.duty, &grant.products));
        seen.push((grant.duty, &grant.products));
        if grant.operator != operator || !bounded || !has_meaning || twice || grants.len() > MOST_GRANTS {
            return Err(text!("access-grants-malformed").into());
        }
    }
    Ok(())
}

impl Noun for Membership {
    const KIND: RecordKind = RecordKind::Membership;

    fn id(&self) -> String {
        self.account.clone()
    }
}
