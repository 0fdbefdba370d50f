//! A release as it is assessed today: as it is kept, where it would come out the same, else assessed anew.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use proofmark_facts::{ProductRecord, ReleaseRecord, Sha256, SystemOfRecord, release_id};
use proofmark_law::StateOfTheLaw;
use proofmark_text::text;

use crate::assess::Assessed;
use crate::error::ActionError;
use crate::products::assess_files::OpenKeptSources;
use crate::products::assess_kept::{KeptOrder, assess_kept};
use crate::products::change_order::ChangeOrder;
use crate::products::keep_files::no_such_product;
use crate::products::look_kept::look_kept;
use crate::products::present_release::present_release;
use crate::record::kept_noun;

/// The release of this version as it is assessed for the day that is asked for; a new assessment is kept with a line of its
/// own. That the order's release is the one the product's dossier is about is found here.
pub(crate) fn assessed_today(
    version: &str,
    order: &KeptOrder<'_>,
    open_sources: &OpenKeptSources<'_>,
    state: &StateOfTheLaw,
    keeping: &mut dyn SystemOfRecord,
) -> Result<Assessed, ActionError> {
    let KeptOrder { change, as_of, operator, product, .. } = *order;
    let kept = kept_noun::<ReleaseRecord>(keeping, operator, &release_id(product, version))?;
    let missing = || ActionError::NotFound(text!("record-no-such-release", version = version));
    let release = own_release(operator, product, version, keeping)?;
    let kept = kept.ok_or_else(missing)?.noun;
    let as_kept = KeptOrder { change: ChangeOrder { at: kept.assessed_at, ..change }, release, ..*order };
    let day = |at: Timestamp| at.to_zoned(TimeZone::UTC).date();
    // For today it is assessed today; for another day any assessment counts that was made for it.
    if day(kept.assessed_at) == as_of || day(change.at) != as_of {
        let looked = look_kept(&as_kept, open_sources, state, keeping)?;
        if Sha256::of(&looked.bytes) == kept.assessment {
            return Ok(looked);
        }
    }
    assess_kept(&KeptOrder { change, ..as_kept }, open_sources, state, keeping)
}

/// The version as an order names it: not at all where the product's dossier is about it, which then counts as it lies there.
pub(crate) fn own_release<'a>(
    operator: &str,
    product: &str,
    version: &'a str,
    keeping: &dyn SystemOfRecord,
) -> Result<Option<&'a str>, ActionError> {
    let kept = kept_noun::<ProductRecord>(keeping, operator, product)?;
    let kept = kept.ok_or_else(|| no_such_product(product))?.noun;
    let present = present_release(operator, &kept, keeping)?;
    Ok(present.is_none_or(|present| present.version != version).then_some(version))
}
