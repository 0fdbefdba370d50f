//! How much an assessment of kept files has to read: asked before anything of it is read.

use std::collections::{BTreeMap, BTreeSet};

use proofmark_access::Right;
use proofmark_facts::{Beside as _, Sha256, SystemOfRecord};
use proofmark_formats::read_partial_dossier;

use crate::component_list::usual_names;
use crate::dossier_input::DOSSIER;
use crate::error::ActionError;
use crate::products::assess_kept::{FilesOf, KeptOrder, files_of};
use crate::products::kept_files::KeptFiles;

/// What does not reach this many bytes with all its files is not looked at closer: to know it better would cost more than
/// to read it.
const LITTLE: u64 = 64 * 1024;

/// How many bytes the component list and the advisories have that this assessment would read. A file that is not there
/// weighs nothing.
pub fn kept_weight(order: &KeptOrder<'_>, keeping: &dyn SystemOfRecord) -> Result<u64, ActionError> {
    order.change.demand(Right::SeeProduct, order.operator, Some(order.product))?;
    let FilesOf { meant, of_release: kept, advisories } = files_of(order, keeping)?;
    let all: BTreeSet<Sha256> = kept.values().chain(advisories.values()).copied().collect();
    let all: Vec<Sha256> = all.into_iter().collect();
    let whole = keeping.documents_size(order.operator, &all)?;
    if whole < LITTLE {
        return Ok(whole);
    }
    let files = KeptFiles::new(keeping, order.operator, &kept, &[]);
    let dossier = files.read(DOSSIER)?.and_then(|bytes| read_partial_dossier(&bytes).read);
    let dossier = dossier.map(|read| read.dossier);
    let declared = dossier.as_ref().and_then(|dossier| dossier.release.sbom.clone());
    let list = meant.sbom.or(declared).or_else(|| usual_list(&kept));
    let known = KeptFiles::new(keeping, order.operator, &advisories, &[]);
    let named = dossier.into_iter().flat_map(|dossier| dossier.advisories);
    let mut read: BTreeSet<Sha256> =
        named.flat_map(|name| known.below(&name)).filter_map(|path| known.digest(&path)).collect();
    read.extend(list.and_then(|list| files.digest(&list)));
    let read: Vec<Sha256> = read.into_iter().collect();
    Ok(keeping.documents_size(order.operator, &read)?)
}

/// How many bytes all kept files of the product have: what a pack gathers beside its papers.
pub fn pack_weight(order: &KeptOrder<'_>, keeping: &dyn SystemOfRecord) -> Result<u64, ActionError> {
    order.change.demand(Right::SeeProduct, order.operator, Some(order.product))?;
    let kept = files_of(order, keeping)?.of_release;
    let all: Vec<Sha256> = kept.values().copied().collect();
    Ok(keeping.documents_size(order.operator, &all)?)
}

fn usual_list(kept: &BTreeMap<String, Sha256>) -> Option<String> {
    let names: Vec<String> = kept.keys().filter(|path| !path.contains('/')).cloned().collect();
    usual_names(&names).first().map(|name| (*name).clone())
}
