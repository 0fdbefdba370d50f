//! Assesses a product from its kept files: the same assessment as beside a dossier on the disk.

use std::collections::BTreeMap;

use jiff::civil::Date;
use proofmark_access::Right;
use proofmark_facts::{ProductRecord, ReleaseRecord, Sha256, SystemOfRecord, release_id};
use proofmark_law::StateOfTheLaw;
use proofmark_text::text;

use crate::again_when_moved::again_when_moved;
use crate::assess::Assessed;
use crate::conclusion::{AssessOrder, Meant};
use crate::dossier_input::DOSSIER;
use crate::error::ActionError;
use crate::of_then::OfThen;
use crate::products::assess_files::{FilesToAssess, OpenKeptSources, assess_files};
use crate::products::change_order::ChangeOrder;
use crate::products::files_of_then::files_of_then;
use crate::products::keep_files::no_such_product;
use crate::products::kept_inputs::KeptInputs;
use crate::products::present_release::present_list;
use crate::record::kept_noun;

/// Which product is assessed, for which day.
#[derive(Debug, Clone, Copy)]
pub struct KeptOrder<'a> {
    /// Who asks.
    pub change: ChangeOrder<'a>,
    /// The day the answer is for.
    pub as_of: Date,
    /// The operator's id.
    pub operator: &'a str,
    /// The product's id.
    pub product: &'a str,
    /// A release that was assessed before, from the files it was assessed from then; `None`: the one the product's dossier is
    /// about.
    pub release: Option<&'a str>,
}

/// Assesses, keeps the result and where product and release stand now, and writes one line of the ledger.
///
/// It does not seal: whoever serves many seals in batches.
pub fn assess_kept(
    order: &KeptOrder<'_>,
    open_sources: &OpenKeptSources<'_>,
    state: &StateOfTheLaw,
    keeping: &mut dyn SystemOfRecord,
) -> Result<Assessed, ActionError> {
    order.change.demand(Right::Assess, order.operator, Some(order.product))?;
    again_when_moved(|| attempt(order, false, open_sources, state, keeping)).map(|(assessed, _)| assessed)
}

/// One attempt; the second value says whether a line was written.
pub(crate) fn attempt(
    order: &KeptOrder<'_>,
    rescan: bool,
    open_sources: &OpenKeptSources<'_>,
    state: &StateOfTheLaw,
    keeping: &mut dyn SystemOfRecord,
) -> Result<(Assessed, bool), ActionError> {
    let product = kept_noun::<ProductRecord>(keeping, order.operator, order.product)?
        .ok_or_else(|| no_such_product(order.product))?;
    let (meant, inputs) = what_is_meant(order, &product.noun, keeping)?;
    let assess_order = AssessOrder {
        by: &order.change.by.name,
        with: order.change.with,
        at: order.change.at,
        as_of: order.as_of,
    };
    let asked = FilesToAssess {
        order: &assess_order,
        operator: order.operator,
        product: Some(&product),
        inputs,
        handed: &[],
        complete: false,
        more: Vec::new(),
        records: Vec::new(),
        meant,
        decisions: Vec::new(),
        rescan,
        of_earlier: order.release.is_some(),
        open_sources,
        state,
    };
    let (assessed, line) = assess_files(asked, keeping)?;
    Ok((assessed, line.is_some()))
}

/// What is meant, and the files that are read for it.
pub(crate) struct FilesOf {
    pub(crate) meant: Meant,
    /// What dossier, component list and evidence are read from.
    pub(crate) of_release: BTreeMap<String, Sha256>,
    /// What advisories are read from.
    pub(crate) advisories: BTreeMap<String, Sha256>,
}

/// The files to read: the product's, or for a release those it was assessed from.
pub(crate) fn files_of(order: &KeptOrder<'_>, keeping: &dyn SystemOfRecord) -> Result<FilesOf, ActionError> {
    let product = kept_noun::<ProductRecord>(keeping, order.operator, order.product)?
        .ok_or_else(|| no_such_product(order.product))?;
    let (meant, inputs) = what_is_meant(order, &product.noun, keeping)?;
    let files = &product.noun.files;
    Ok(FilesOf { meant, of_release: inputs.of_release(files), advisories: inputs.advisories(files) })
}

fn what_is_meant(
    order: &KeptOrder<'_>,
    product: &ProductRecord,
    keeping: &dyn SystemOfRecord,
) -> Result<(Meant, KeptInputs), ActionError> {
    match order.release {
        None => as_it_is(order, product, keeping),
        Some(version) => as_it_was(order, version, product, keeping),
    }
}

/// The release the product's dossier is about: from what lies there, but never with another release's list.
fn as_it_is(
    order: &KeptOrder<'_>,
    product: &ProductRecord,
    keeping: &dyn SystemOfRecord,
) -> Result<(Meant, KeptInputs), ActionError> {
    let Some(list) = present_list(order.operator, product, keeping)? else {
        return Ok((Meant::default(), KeptInputs::OfProduct(BTreeMap::new())));
    };
    let meant = Meant { sbom: Some(list.name.clone()), ..Meant::default() };
    Ok((meant, KeptInputs::OfProduct([(list.name, list.sha256)].into())))
}

/// The release as it was last assessed: from the files it was assessed from, and the component list that counts.
fn as_it_was(
    order: &KeptOrder<'_>,
    version: &str,
    product: &ProductRecord,
    keeping: &dyn SystemOfRecord,
) -> Result<(Meant, KeptInputs), ActionError> {
    let id = release_id(order.product, version);
    let Some(release) = kept_noun::<ReleaseRecord>(keeping, order.operator, &id)? else {
        return Err(ActionError::NotFound(text!("record-no-such-release", version = version)));
    };
    let release = release.noun;
    let mut files = files_of_then((order.operator, &product.subject), &release, keeping)?;
    let list = release.sboms.last();
    files.extend(list.map(|list| (list.name.clone(), list.sha256)));
    files.insert(DOSSIER.to_owned(), release.dossier);
    let meant = Meant {
        version: Some(version.to_owned()),
        sbom: list.map(|list| list.name.clone()),
        artefacts: Vec::new(),
        of_then: Some(OfThen { files: files.clone(), present: product.files.keys().cloned().collect() }),
    };
    Ok((meant, KeptInputs::OfThen(files)))
}
