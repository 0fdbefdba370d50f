//! The version a release was made from, as far as days and periods turn on it: derived from `[modification]`.

use jiff::civil::Date;
use proofmark_facts::{ChangeMaker, Determination, Dossier};

use crate::modification::conflicts::changes_a_placed_version;
use crate::modification::proposal::Proposal;
use crate::modification::standing::{Standing, standing};

/// The day the earlier version was placed on the market.
pub(crate) const EARLIER_PLACED: &str = "modification.earlier_placed_on";
/// Who made the change.
pub(crate) const MADE_BY: &str = "modification.made_by";
/// Whether it worsens the product as a whole.
pub(crate) const WHOLE: &str = "modification.affects_whole_product";
/// What was changed.
pub(crate) const CHANGES: &str = "modification.changes";
/// What a person decided about it.
pub(crate) const DETERMINATION: &str = "modification.determination";

/// What a release was made from, and by what kind of change.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct EarlierVersion<'a> {
    /// Which one, where it is named.
    pub(crate) version: Option<&'a str>,
    /// The day it was placed on the market.
    pub(crate) placed_on: Option<Date>,
    /// Whether the change is a substantial modification, or the facts that would tell.
    pub(crate) substantially_modified: Result<bool, Vec<String>>,
    /// Whether the manufacturer of the earlier version made the change.
    pub(crate) by_its_manufacturer: Option<bool>,
    /// What was changed, in words.
    pub(crate) modified_parts: Option<&'a str>,
    /// Whether the change affects the cybersecurity of the product as a whole.
    pub(crate) worsens_the_whole: Option<bool>,
}

impl EarlierVersion<'_> {
    /// Whether it stands that the change is a substantial modification.
    pub(crate) fn is_substantially_modified(&self) -> bool {
        self.substantially_modified == Ok(true)
    }
}

/// The version this release was made from; `None`: none is declared that was on the market.
pub(crate) fn earlier_version(dossier: &Dossier) -> Option<EarlierVersion<'_>> {
    let declared = dossier.modification.as_ref().filter(|declared| changes_a_placed_version(declared))?;
    Some(EarlierVersion {
        version: declared.of_version.as_deref(),
        placed_on: declared.earlier_placed_on,
        substantially_modified: substantially_modified(dossier, standing(declared, dossier, &[])),
        by_its_manufacturer: declared.made_by.map(|maker| maker == ChangeMaker::OriginalManufacturer),
        modified_parts: declared.changes.as_deref(),
        worsens_the_whole: declared.affects_whole_product,
    })
}

fn substantially_modified(dossier: &Dossier, standing: Standing) -> Result<bool, Vec<String>> {
    match (standing.stands, standing.proposal) {
        (Some(stands), _) => Ok(stands == Determination::Substantial),
        // An operator who says of itself that it modifies substantially has said so of its change.
        (None, _) if dossier.operator.activity.substantially_modifies == Some(true) => Ok(true),
        // Facts that contradict each other are stated: what is missing is the decision of a person.
        (None, Proposal::Undetermined { missing }) if standing.contradictions.is_empty() => Err(missing),
        (None, _) => Err(vec![DETERMINATION.to_owned()]),
    }
}
