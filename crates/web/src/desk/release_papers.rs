//! The papers of a product's releases as they stand: the newest pack of each, and whether what it says still holds.

use proofmark_actions::{DeclarationStands, KeptPack, PackAge, declaration_standing, pack_age};
use proofmark_facts::{ProductRecord, RecordKey, RecordKind, ReleaseRecord, release_id};

use crate::call::Call;
use crate::desk::{PageAsked, packs, releases};
use crate::limit::Limit;
use crate::refusal::Refusal;

/// A release with its newest pack.
pub(crate) struct ReleasePapers {
    pub(crate) release: ReleaseRecord,
    /// The newest pack; `None`: no papers were made yet.
    pub(crate) pack: Option<(KeptPack, PackAge)>,
    /// How its declaration of conformity stands, where one was issued.
    pub(crate) declaration: Option<DeclarationStands>,
}

/// The newest releases of a product, at most so many, each with its papers; and whether there are more.
pub(crate) fn release_papers(
    call: &Call<'_>,
    product: &ProductRecord,
    most: usize,
) -> Result<(Vec<ReleasePapers>, bool), Refusal> {
    let page = releases(call, &product.id, &PageAsked { after: None, limit: Some(Limit::at_most(most)) })?;
    let actor = call.actor();
    let mut all = Vec::with_capacity(page.items.len());
    for release in page.items {
        let newest = packs(call, &product.id, Some(&release.version), (None, 1))?.pop();
        let aged = |pack: KeptPack| -> Result<(KeptPack, PackAge), Refusal> {
            let of = (product, &release);
            let age = pack_age(&call.change(&actor), call.operator(), of, &pack, &*call.store)?;
            Ok((pack, age))
        };
        let pack = newest.map(aged).transpose()?;
        let declaration = stands(call, &product.id, &release.version)?;
        all.push(ReleasePapers { release, pack, declaration });
    }
    Ok((all, page.next.is_some()))
}

/// How the declaration stands, where one was issued: what was not is not read for a list. Of a dossier that cannot be read
/// nothing is said.
fn stands(call: &Call<'_>, product: &str, release: &str) -> Result<Option<DeclarationStands>, Refusal> {
    let (operator, id) = (call.operator().to_owned(), release_id(product, release));
    if call.store.record(&RecordKey { operator, kind: RecordKind::Declaration, id })?.is_none() {
        return Ok(None);
    }
    let actor = call.actor();
    let of = (call.operator(), product);
    Ok(declaration_standing(&call.change(&actor), of, release, &*call.store).ok().map(|all| all.stands))
}
