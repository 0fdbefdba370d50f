//! Proposes to issue a declaration of conformity: assessed as of today, and bound to what it is written from.

use jiff::tz::TimeZone;
use proofmark_access::{Act, DeclarationSigning, Proposal, Right};
use proofmark_facts::{ActorKind, SystemOfRecord};
use proofmark_law::StateOfTheLaw;
use proofmark_text::text;

use super::errand::Errand;
use super::propose::{ProposeOrder, propose};
use super::refused::check;
use crate::error::ActionError;
use crate::products::{
    ChangeOrder, DeclarationOf, KeptOrder, OpenKeptSources, assessed_today, check_signing, unforbidden,
    written,
};

/// What is proposed to be issued.
#[derive(Debug)]
pub struct DeclarationOrder<'a> {
    /// The operator's id.
    pub operator: &'a str,
    /// The product's id.
    pub product: &'a str,
    /// The release's version.
    pub release: &'a str,
    /// Who signs, and where.
    pub signing: DeclarationSigning,
    /// Why it is issued now.
    pub because: &'a str,
    /// Random bytes: the proposal's identification.
    pub random: [u8; 16],
}

/// Proposes it. Where the release was not assessed today, or something has changed since, it is assessed first, with a line
/// of its own: nobody proposes what the gate stands against.
///
/// Refused, with everything that is in the way at once, where a fact of Annex V is not stated, the procedure is not chosen,
/// not open or not completed, a legal review is asked for and not answered, or the release gate is closed.
pub fn propose_declaration(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    order: DeclarationOrder<'_>,
    open_sources: &OpenKeptSources<'_>,
    state: &StateOfTheLaw,
) -> Result<Proposal, ActionError> {
    let DeclarationOrder { operator, product, release, signing, because, random } = order;
    check(errand, Right::ProposeDecision, operator, Some(product))?;
    // It names two people: what has a secret of a pipeline is none.
    if matches!(errand.by.kind, ActorKind::Token | ActorKind::Workload) {
        return Err(ActionError::Forbidden(text!("access-in-person")));
    }
    check_signing(&signing)?;
    let kept = KeptOrder {
        change: ChangeOrder { by: errand.by, with: errand.with, at: errand.at },
        as_of: errand.at.to_zoned(TimeZone::UTC).date(),
        operator,
        product,
        release: None,
    };
    assessed_today(release, &kept, open_sources, state, store)?;
    let now = unforbidden(DeclarationOf { operator, product, release }, &signing, errand.at, store)?;
    written(&now.to_issue.document)?;
    let act = Act::IssueDeclaration { product: product.to_owned(), release: release.to_owned(), signing };
    propose(store, errand, ProposeOrder { operator, act, because, rests_on: &[], random })
}
