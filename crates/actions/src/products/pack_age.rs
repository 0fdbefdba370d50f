//! How old a pack is against what the record holds now: papers that say what is so no longer must not look as if they did.

use proofmark_access::Right;
use proofmark_facts::{DeclarationRecord, ProductRecord, ReleaseRecord, SystemOfRecord};
use schemars::JsonSchema;
use serde::Serialize;

use crate::dossier_input::DOSSIER;
use crate::error::ActionError;
use crate::products::change_order::ChangeOrder;
use crate::products::declaration_now::DeclarationOf;
use crate::products::declaration_standing::issued_for;
use crate::products::dossier_history::dossier_history;
use crate::products::kept_packs::KeptPack;
use crate::products::present_release::{present_list, present_release};

/// What has changed since a pack was made.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing that changed or did not, and is told by itself"
)]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PackAge {
    /// The number of the dossier's revision it was made from; absent: the product never had that dossier.
    pub revision: Option<u64>,
    /// Papers made now would be made from another dossier.
    pub dossier_changed: bool,
    /// Papers made now would be made from another component list.
    pub list_changed: bool,
    /// The release was assessed again, and the result is another one.
    pub assessed_since: bool,
    /// A declaration of conformity was issued that it does not carry.
    pub issued_since: bool,
}

impl PackAge {
    /// Nothing it says has changed since.
    pub fn is_current(self) -> bool {
        !(self.dossier_changed || self.list_changed || self.assessed_since || self.issued_since)
    }
}

/// The age of a pack of this release.
pub fn pack_age(
    order: &ChangeOrder<'_>,
    operator: &str,
    (product, release): (&ProductRecord, &ReleaseRecord),
    pack: &KeptPack,
    keeping: &dyn SystemOfRecord,
) -> Result<PackAge, ActionError> {
    order.demand(Right::SeeProduct, operator, Some(&product.id))?;
    let present = present_release(operator, product, keeping)?;
    let list = release.sboms.last();
    let (dossier, list) = if present.is_some_and(|present| present.version == release.version) {
        let own = present_list(operator, product, keeping)?.map(|list| list.sha256);
        let lies_there = || list.map(|list| product.files.get(&list.name).copied().unwrap_or(list.sha256));
        let list_now = own.or_else(lies_there);
        (product.files.get(DOSSIER).copied(), list_now)
    } else {
        (Some(release.dossier), list.map(|list| list.sha256))
    };
    let of = DeclarationOf { operator, product: &product.id, release: &release.version };
    let issued = issued_for(of, keeping)?;
    let made_from = pack.dossier();
    let history = dossier_history(order, operator, &product.id, keeping)?;
    let revision = history.iter().rev().find(|revision| Some(revision.sha256) == made_from);
    Ok(PackAge {
        revision: revision.map(|revision| revision.number),
        dossier_changed: dossier != made_from,
        list_changed: list != pack.component_list(),
        assessed_since: pack.assessment() != Some(release.assessment),
        issued_since: issued.is_some_and(|record| !carries(pack, &record)),
    })
}

/// Whether the pack holds the declaration in force, form by form.
fn carries(pack: &KeptPack, record: &DeclarationRecord) -> bool {
    let held = |digest: String| pack.files.iter().any(|file| file.sha256 == digest);
    record.in_force().is_none_or(|issued| issued.documents.iter().all(|one| held(one.sha256.to_string())))
}
