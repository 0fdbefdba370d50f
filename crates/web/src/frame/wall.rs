//! The walls: who may come as far as a route's handler. The action behind it asks again.

use proofmark_access::{Right, may, seen};
use proofmark_facts::{Actor, ActorKind, Seen};
use proofmark_text::text;

use crate::call::Asked;
use crate::refusal::Refusal;
use crate::route::{Kind, Route, Wall};
use crate::taken::Fields;
use crate::visitor::Visitor;

/// Whether the visitor may come this far.
///
/// What somebody may not know of is not found: that an operator or a product exists is no business of others'.
pub(crate) fn passes(
    route: &Route,
    visitor: &Visitor,
    names: &Fields,
    open_ledger: bool,
) -> Result<(), Refusal> {
    let (right, operator, product) = match route.wall {
        Wall::Public | Wall::Guessable => return Ok(()),
        Wall::SignedIn => return somebody(visitor).map(drop),
        Wall::OpenLedger(_) if open_ledger => return Ok(()),
        Wall::OpenLedger(right) | Wall::Installation(right) => (right, "", None),
        Wall::Operator(right) => (right, names.get("operator").unwrap_or_default(), None),
        Wall::Product(right) => (right, names.get("operator").unwrap_or_default(), names.get("product")),
    };
    let actor = somebody(visitor)?;
    // An empty name in the path must never come to stand for the installation.
    let is_named = matches!(route.wall, Wall::OpenLedger(_) | Wall::Installation(_)) || !operator.is_empty();
    if !is_named || !knows(actor, operator, product) {
        return Err(Refusal::new(404, text!("web-not-found")));
    }
    allowed(actor, right, operator, product)
}

fn somebody(visitor: &Visitor) -> Result<&Actor, Refusal> {
    visitor.actor().ok_or_else(|| Refusal::new(401, text!("web-sign-in-first")))
}

/// Whether whoever asks has anything to do with the operator, and sees the product.
fn knows(actor: &Actor, operator: &str, product: Option<&str>) -> bool {
    let has_grant = actor.grants.iter().any(|grant| grant.operator == operator);
    let sees = |product: &str| match seen(actor, operator) {
        Seen::All => true,
        Seen::These(these) => these.iter().any(|one| one == product),
    };
    actor.kind == ActorKind::Local || (has_grant && product.is_none_or(sees))
}

fn allowed(actor: &Actor, right: Right, operator: &str, product: Option<&str>) -> Result<(), Refusal> {
    may(actor, right, operator, product).map_err(|refused| Refusal::new(403, refused.says))
}

/// Where a browser is sent that has to sign in first, and what it comes back to: the filters of a list with it.
pub(crate) fn sign_in_first(route: &Route, refusal: Refusal, asked: &Asked) -> Refusal {
    if refusal.status == 401 && route.kind == Kind::Page && route.method.is_safe() {
        let next = match asked.query_text.as_str() {
            "" => asked.path.clone(),
            query => format!("{}?{query}", asked.path),
        };
        return refusal.instead(format!("/sign-in?next={}", crate::link::encoded(&next)));
    }
    refusal
}
