//! Finds out which workload asks, by the identity token its CI system gave it.

use jiff::Timestamp;
use proofmark_access::{OperatorRecord, Refusal, Secret, SigningKeys, Workload, claimed_issuer};
use proofmark_facts::{Actor, SystemOfRecord};
use proofmark_text::text;

use super::members::INSTALLATION;
use super::refused::forbidden;
use crate::error::ActionError;
use crate::record::kept_nouns;

/// What a refusal says of a token whose issuer did not sign it: of whom strangers make up, they learn nothing.
const UNSIGNED: [&str; 3] =
    ["access-identity-signature", "access-identity-algorithm", "access-identity-malformed"];

/// Whose word counts for an identity token, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrustedIssuer {
    /// The issuer: the only one whose keys may be fetched.
    pub issuer: String,
    /// The operators that trust workloads of this issuer.
    pub operators: Vec<String>,
}

/// The issuer this token claims to be from, if the operator trusts it, or any operator where none is named.
///
/// Whoever calls fetches the keys of that issuer: of one nobody trusts, nothing is ever fetched.
pub fn trusted_issuer(
    store: &dyn SystemOfRecord,
    operator: Option<&str>,
    sent: &Secret,
    at: Timestamp,
) -> Result<TrustedIssuer, ActionError> {
    let issuer = claimed_issuer(sent).ok_or_else(unknown)?;
    let candidates = match operator {
        Some(operator) => vec![operator.to_owned()],
        None => {
            kept_nouns::<OperatorRecord>(store, INSTALLATION)?.into_iter().map(|kept| kept.noun.id).collect()
        }
    };
    let mut operators = Vec::new();
    for operator in candidates.into_iter().filter(|operator| !operator.is_empty()) {
        let trusted = kept_nouns::<Workload>(store, &operator)?;
        if trusted.iter().any(|kept| kept.noun.issuer == issuer && kept.noun.stands(at).is_ok()) {
            operators.push(operator);
        }
    }
    if operators.is_empty() { Err(unknown()) } else { Ok(TrustedIssuer { issuer, operators }) }
}

/// Who asks with a workload's identity token, by the issuer's keys.
pub fn who_asks_as_workload(
    store: &dyn SystemOfRecord,
    trusted: &TrustedIssuer,
    sent: &Secret,
    keys: &SigningKeys,
    at: Timestamp,
) -> Result<Actor, ActionError> {
    let mut refused: Option<Refusal> = None;
    for operator in &trusted.operators {
        for kept in kept_nouns::<Workload>(store, operator)? {
            if kept.noun.issuer != trusted.issuer {
                continue;
            }
            match kept.noun.admit(keys, sent, at) {
                Ok(mut actor) => {
                    actor.grants.retain(|grant| grant.operator == *operator);
                    return Ok(actor);
                }
                Err(refusal) => refused = Some(refusal),
            }
        }
    }
    // Of several, the last one's refusal is as good as any.
    let refused = refused.filter(|refusal| !UNSIGNED.contains(&refusal.says.id()));
    Err(refused.map_or_else(unknown, forbidden))
}

fn unknown() -> ActionError {
    ActionError::Forbidden(text!("access-workload-unknown"))
}
