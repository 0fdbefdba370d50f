//! Article 3(21) over time: from which day a release, or the units of a product, count as placed on the market.

use jiff::civil::Date;
use proofmark_facts::Dossier;
use proofmark_text::text;

use crate::citation::Citation;
use crate::periods::earlier_version::{EARLIER_PLACED, earlier_version};
use crate::reason::Reason;
use crate::source::{F, G, Source};
use crate::units::has_units;

/// The day of placing on the market.
pub(crate) const PLACED: &str = "release.placed_on_the_market_on";
/// The day of the last unit.
pub(crate) const LAST_UNIT: &str = "release.placing.last_unit_placed_on";
const FIRST_UNIT: &str = "release.placing.first_unit_placed_on";
const COMPLETE: &str = "release.placing.manufacturing_complete_on";
const OFFERED: &str = "release.placing.first_offered_on";

/// When the product came on the market, as far as the Regulation counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Came {
    /// The day the release, or its first unit, counts as placed.
    pub(crate) first: Date,
    /// The day of the last unit, where units are counted and it is stated.
    pub(crate) last_unit: Option<Date>,
    /// Whether each unit is placed by itself.
    pub(crate) per_unit: bool,
    /// The fact the first day stands on.
    pub(crate) path: &'static str,
    /// The day of what this release was made from by a substantial modification, where it is one and that is stated.
    pub(crate) modified_from: Option<Date>,
}

impl Came {
    /// The day from which the last of the product counts as placed.
    pub(crate) fn last(self) -> Date {
        self.last_unit.map_or(self.first, |last| last.max(self.first))
    }

    /// Whether units may still be, or were, placed on or after this day.
    pub(crate) fn has_units_from(self, day: Date) -> bool {
        self.per_unit && self.last_unit.is_none_or(|last| last >= day)
    }

    /// Whether all of the product was placed before this day, with no unit to come.
    pub(crate) fn is_all_before(self, day: Date) -> bool {
        self.first < day && !self.has_units_from(day)
    }
}

/// Since when the product counts as placed on the market, or the facts that would tell.
pub(crate) fn came_on_the_market(dossier: &Dossier) -> Result<Came, Vec<String>> {
    if has_units(dossier) { units(dossier) } else { version(dossier) }
}

/// TRN-06: unit by unit.
fn units(dossier: &Dossier) -> Result<Came, Vec<String>> {
    let placing = &dossier.release.placing;
    let (first, path) = match (placing.first_unit_placed_on, dossier.release.placed_on_the_market_on) {
        (Some(first), _) => (first, FIRST_UNIT),
        (None, Some(placed)) => (placed, PLACED),
        (None, None) => return Err(vec![PLACED.to_owned()]),
    };
    let last_unit = placing.last_unit_placed_on;
    Ok(Came { first, last_unit, per_unit: true, path, modified_from: modified_from(dossier) })
}

/// TRN-07 and TRN-08: a version once, and an iteration not at all unless it is a substantial modification.
fn version(dossier: &Dossier) -> Result<Came, Vec<String>> {
    let came = |first, path| Came { first, last_unit: None, per_unit: false, path, modified_from: None };
    let Some(earlier) = earlier_version(dossier) else {
        return own_day(dossier).map(|(first, path)| came(first, path));
    };
    match earlier.substantially_modified {
        Err(missing) => Err(missing),
        Ok(false) => {
            let undated = || vec![EARLIER_PLACED.to_owned()];
            earlier.placed_on.map(|first| came(first, EARLIER_PLACED)).ok_or_else(undated)
        }
        Ok(true) => own_day(dossier)
            .map(|(first, path)| Came { modified_from: modified_from(dossier), ..came(first, path) }),
    }
}

/// The later of the day the manufacturing phase was complete and the day of the first offer, where both are stated.
fn own_day(dossier: &Dossier) -> Result<(Date, &'static str), Vec<String>> {
    let placing = &dossier.release.placing;
    match (
        dossier.release.placed_on_the_market_on,
        placing.manufacturing_complete_on,
        placing.first_offered_on,
    ) {
        (Some(placed), ..) => Ok((placed, PLACED)),
        (None, Some(complete), Some(offered)) if complete > offered => Ok((complete, COMPLETE)),
        (None, Some(_), Some(offered)) => Ok((offered, OFFERED)),
        (None, Some(_), None) => Err(vec![OFFERED.to_owned()]),
        (None, None, Some(_)) => Err(vec![COMPLETE.to_owned()]),
        (None, None, None) => Err(vec![PLACED.to_owned()]),
    }
}

fn modified_from(dossier: &Dossier) -> Option<Date> {
    let earlier = earlier_version(dossier)?;
    earlier.placed_on.filter(|_| earlier.is_substantially_modified())
}

/// Why that day: the rule that decided.
pub(crate) fn why(dossier: &Dossier, came: Came) -> Vec<Reason> {
    let on = came.first.to_string();
    if came.per_unit {
        let source = Source::new("TRN-06", &[G, F]);
        return vec![
            Reason::new(text!("periods-placed-per-unit", on = on), source, Citation::guidance(11))
                .on(came.path),
        ];
    }
    let mut reasons = Vec::new();
    let version = Source::new("TRN-07", &[G]);
    let iteration = Source::new("TRN-08", &[G]);
    match earlier_version(dossier) {
        Some(earlier) if !earlier.is_substantially_modified() => {
            let says = match earlier.version {
                Some(version) => text!("periods-placed-as-earlier", version = version, on = on),
                None => text!("periods-placed-as-earlier-unnamed", on = on),
            };
            reasons.push(Reason::new(says, iteration, Citation::guidance(15)).on(came.path));
        }
        Some(_) => {
            let says = text!("periods-placed-anew", on = on);
            reasons.push(Reason::new(says, iteration, Citation::guidance(116)).on("modification"));
        }
        None => {
            let says = text!("periods-placed-once", on = on);
            reasons.push(Reason::new(says, version, Citation::guidance(13)).on(came.path));
        }
    }
    if dossier.release.placing.still_offered == Some(true) {
        let says = text!("periods-still-offered");
        let reason = Reason::new(says, version, Citation::guidance(14));
        reasons.push(reason.on("release.placing.still_offered"));
    }
    reasons
}
