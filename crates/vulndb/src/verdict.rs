//! Whether one claim holds for one version: inside, outside, or undecided, never a guess.

use proofmark_facts::MatchRule;

use crate::bounds::{Because, Bounds, Upper};
use crate::held_range::HeldRange;
use crate::layout::Section;
use crate::record::{Affected, Reference, Window};
use crate::tables::{Damaged, Tables};
use crate::version::{Order, Version};
use crate::window::{self, Stretch};

/// The version asked for, read once.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    /// As written.
    pub(crate) version: Option<&'a str>,
    /// The order of its ecosystem; Semantic Versioning where only ranges of that kind can be decided.
    order: Order,
    /// Whether the order is the ecosystem's own.
    own_order: bool,
    /// Read by the order.
    read: Option<Version<'a>>,
}

/// What is so of one claim.
#[derive(Debug, PartialEq)]
pub(crate) enum Verdict<'t> {
    /// The version is not affected.
    Outside,
    /// It is, by this rule and range.
    Inside(MatchRule, HeldRange<'t>),
    /// It cannot be said.
    Undecided(Undecided),
}

/// Why it cannot be said, the plainest reason first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Undecided {
    /// There is no version.
    VersionMissing,
    /// The version has no place in the order.
    VersionUnreadable,
    /// The ecosystem has no exact order here.
    NoOrder,
    /// The claim names no versions, or none that have a place in the order.
    Range,
}

impl<'a> Asked<'a> {
    pub(crate) fn new(version: Option<&'a str>, order: Option<Order>) -> Self {
        let own_order = order.is_some();
        let order = order.unwrap_or(Order::SemVer);
        Self { version, order, own_order, read: version.and_then(|version| order.read(version)) }
    }

    /// The verdict on a claim; `None` if the index is damaged. Versions listed and windows are one set: the first
    /// that holds the version decides, and only then does what cannot be decided count.
    pub(crate) fn verdict<'t>(&self, affected: &Affected, tables: Tables<'t>) -> Option<Verdict<'t>> {
        let Some(version) = self.version else {
            return Some(Verdict::Undecided(Undecided::VersionMissing));
        };
        let listed =
            tables.table::<Reference>(Section::Listed).range(affected.first_listed, affected.listed)?;
        for listed in listed {
            let listed = tables.text(listed.to)?;
            if self.is_listed(version, listed) {
                return Some(Verdict::Inside(MatchRule::PackageVersion, HeldRange::Listed(listed)));
            }
        }
        let mut undecided = None;
        if affected.listed > 0 && self.own_order && self.read.is_none() {
            undecided = Some(Undecided::VersionUnreadable);
        }
        let windows =
            tables.table::<Window>(Section::Windows).range(affected.first_window, affected.windows)?;
        for window in windows {
            match self.holds(&window, version, tables)? {
                Ok(false) => {}
                Ok(true) => {
                    let held = HeldRange::Stretch(stretch(&window, tables).ok()??);
                    return Some(Verdict::Inside(MatchRule::PackageRange, held));
                }
                Err(because) => undecided = Some(undecided.map_or(because, |other| because.min(other))),
            }
        }
        Some(undecided.map_or(Verdict::Outside, Verdict::Undecided))
    }

    /// The versions of a claim in which it is fixed and which come after the one asked for.
    pub(crate) fn fixed_in<'t>(
        &self,
        affected: &Affected,
        tables: Tables<'t>,
    ) -> Option<Vec<(Order, &'t str)>> {
        let windows =
            tables.table::<Window>(Section::Windows).range(affected.first_window, affected.windows)?;
        let mut fixed = Vec::new();
        for window in windows {
            let (Some(order), Some(Stretch { to: window::End::Fixed(to), .. })) =
                (Order::of_code(window.order), stretch(&window, tables).ok()?)
            else {
                continue;
            };
            let is_later = self.read.zip(order.read(to)).and_then(|(read, to)| read.compare(to));
            if is_later.is_none_or(std::cmp::Ordering::is_lt) {
                fixed.push((order, to));
            }
        }
        Some(fixed)
    }

    /// Whether the version is the listed one, or a build of it.
    fn is_listed(&self, version: &str, listed: &str) -> bool {
        let is_build =
            || self.read.zip(self.order.read(listed)).is_some_and(|(read, of)| read.is_build_of(of));
        version == listed || (self.own_order && is_build())
    }

    /// Whether a window holds the version, or why it cannot be said; `None` if the index is damaged.
    fn holds(&self, window: &Window, version: &str, tables: Tables<'_>) -> Option<Result<bool, Undecided>> {
        let Bounds::Stretch { from, to } = Bounds::of_code(window.bounds)? else {
            return Some(Err(self.why(Bounds::of_code(window.bounds)?)));
        };
        let order = Order::of_code(window.order)?;
        let read = if order == self.order { self.read } else { order.read(version) };
        let Some(read) = read else {
            return Some(Err(if self.own_order { Undecided::VersionUnreadable } else { Undecided::NoOrder }));
        };
        // Keys that differ decide; only equal ones need the bounds themselves.
        let key = read.coarse();
        let below = from && key < window.lower_key;
        let above = to != Upper::Open && key > window.upper_key;
        if below || above {
            return Some(Ok(false));
        }
        let held = window::contains(stretch(window, tables).ok()??, read, order);
        Some(held.ok_or(Undecided::Range))
    }

    fn why(&self, bounds: Bounds) -> Undecided {
        match bounds {
            Bounds::Undecidable(Because::NoOrder) => Undecided::NoOrder,
            _ if self.own_order && self.read.is_none() => Undecided::VersionUnreadable,
            _ => Undecided::Range,
        }
    }
}

/// The stretch of a stored window, unless it is undecidable.
fn stretch<'t>(window: &Window, tables: Tables<'t>) -> Result<Option<Stretch<'t>>, Damaged> {
    let bounds = Bounds::of_code(window.bounds).ok_or(Damaged)?;
    let text = |offset| tables.text(offset).ok_or(Damaged);
    Ok(bounds.stretch(text(window.lower)?, text(window.upper)?))
}
