//! From which day a support period is measured, once a version follows another one.

use jiff::civil::Date;
use proofmark_facts::Dossier;

use crate::calendar::has_units;

/// The day this version was placed on the market; for software whose expected use is as it was for an earlier
/// version, the day that one was: it shares in what is left of the original period (SUP-06).
///
/// Units of hardware each have a period of their own, whatever they were made from.
pub(crate) fn support_starts_on(dossier: &Dossier) -> Option<Date> {
    let placed_on = dossier.release.placed_on_the_market_on;
    let declared = dossier.modification.as_ref().filter(|_| !has_units(dossier));
    let aligned = declared.filter(|declared| declared.use_time_unchanged == Some(true));
    let earlier = aligned.and_then(|declared| declared.earlier_placed_on);
    placed_on.map(|placed_on| earlier.map_or(placed_on, |earlier| earlier.min(placed_on)))
}
