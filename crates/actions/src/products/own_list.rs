//! The component list of a release: the one that was handed in for it, whatever came in for others since.

use std::collections::BTreeMap;

use proofmark_facts::{ProductRecord, ReleaseRecord, Sha256, SystemOfRecord, release_id};

use crate::error::ActionError;
use crate::record::kept_noun;

/// How many releases are read at a time.
const BATCH: usize = 100;

/// What is to be read in the place of the product's own file of that name: the release's list, where the product's is
/// that of another release.
///
/// A product has one file of a name and a list lies under the name its dossier gives it, so what a pipeline hands in for one
/// release lies where another's had lain. A file that no release was handed in with was put there for the release the
/// dossier is about.
pub(crate) fn own_list(
    operator: &str,
    product: &ProductRecord,
    version: &str,
    keeping: &dyn SystemOfRecord,
) -> Result<BTreeMap<String, Sha256>, ActionError> {
    let id = release_id(&product.id, version);
    let Some(release) = kept_noun::<ReleaseRecord>(keeping, operator, &id)? else {
        return Ok(BTreeMap::new());
    };
    let Some(own) = release.noun.sboms.last() else { return Ok(BTreeMap::new()) };
    let Some(lies_there) = product.files.get(&own.name) else { return Ok(BTreeMap::new()) };
    let is_its = release.noun.sboms.iter().any(|list| list.sha256 == *lies_there);
    if is_its || !is_of_a_release(operator, &product.id, &[lies_there], keeping)? {
        return Ok(BTreeMap::new());
    }
    Ok([(own.name.clone(), own.sha256)].into())
}

/// Whether a release nobody handed in before would be given the list of another one.
pub(crate) fn is_without_list(
    operator: &str,
    product: &ProductRecord,
    version: &str,
    keeping: &dyn SystemOfRecord,
) -> Result<bool, ActionError> {
    let id = release_id(&product.id, version);
    if kept_noun::<ReleaseRecord>(keeping, operator, &id)?.is_some() {
        return Ok(false);
    }
    let files: Vec<&Sha256> = product.files.values().collect();
    is_of_a_release(operator, &product.id, &files, keeping)
}

/// Whether some release was handed in with one of these as its list.
fn is_of_a_release(
    operator: &str,
    product: &str,
    lists: &[&Sha256],
    keeping: &dyn SystemOfRecord,
) -> Result<bool, ActionError> {
    let mut after: Option<String> = None;
    loop {
        let page = keeping.releases(operator, product, after.as_deref(), BATCH)?;
        if page.items.iter().any(|release| release.sboms.iter().any(|one| lists.contains(&&one.sha256))) {
            return Ok(true);
        }
        match page.next {
            Some(next) => after = Some(next),
            None => return Ok(false),
        }
    }
}
