//! Stretches whose bounds are read once, so that they can be asked about many versions: which of those an advisory lists
//! one by one its ranges hold already.

use crate::version::{Order, Version};
use crate::window::{End, Stretch};

/// The stretches of one claim that hold a version together with all its builds, where they hold it at all.
#[derive(Debug, Default)]
pub(crate) struct Covering<'a> {
    stretches: Vec<Bounded<'a>>,
}

/// A stretch between bounds that were read, each with its coarse key.
#[derive(Debug)]
struct Bounded<'a> {
    order: Order,
    from: Option<(Version<'a>, u64)>,
    to: Option<Upper<'a>>,
}

#[derive(Debug)]
struct Upper<'a> {
    version: Version<'a>,
    key: u64,
    included: bool,
}

impl<'a> Covering<'a> {
    /// Adds a stretch, unless it may hold one build of a version and not another: then what it holds is still to be listed.
    /// Gives the coarse keys of its bounds, zero where there is none.
    pub(crate) fn add(&mut self, stretch: Stretch<'a>, order: Order) -> (u64, u64) {
        let read = |written: Option<&'a str>| written.and_then(|written| order.read(written));
        let keyed = |version: Version<'a>| (version, version.coarse());
        let (from, to) = (read(stretch.from).map(keyed), read(stretch.to.version()).map(keyed));
        let keys = (from.map_or(0, |(_, key)| key), to.map_or(0, |(_, key)| key));
        // A bound that is itself a build may divide the builds of one version.
        let divides = order == Order::Bitnami || stretch.to.version().is_some_and(|to| to.contains('+'));
        let is_unread = stretch.from.is_some() && from.is_none();
        if divides || is_unread {
            return keys;
        }
        let upper = |included| to.map(|(version, key)| Upper { version, key, included });
        let to = match stretch.to {
            End::Open => None,
            End::Fixed(_) => upper(false),
            End::LastAffected(_) => upper(true),
            End::Limit(_) => return keys,
        };
        if to.is_some() || stretch.to == End::Open {
            self.stretches.push(Bounded { order, from, to });
        }
        keys
    }

    /// Whether a version and all its builds are inside one of the stretches, so that listing it adds nothing.
    pub(crate) fn holds(&self, written: &str) -> bool {
        let mut read = None;
        self.stretches.iter().any(|stretch| {
            // The stretches of a claim mostly share an order.
            let version = match read {
                Some((order, version)) if order == stretch.order => version,
                _ => {
                    let version = stretch.order.read(written).map(|version| (version, version.coarse()));
                    read = Some((stretch.order, version));
                    version
                }
            };
            version.is_some_and(|(version, key)| stretch.holds(version, key))
        })
    }
}

impl Bounded<'_> {
    /// Keys that differ decide; only equal ones need the bounds themselves.
    fn holds(&self, version: Version<'_>, key: u64) -> bool {
        let from = self.from.as_ref().is_none_or(|&(from, from_key)| {
            key > from_key || key == from_key && version.compare(from).is_some_and(std::cmp::Ordering::is_ge)
        });
        from && self.to.as_ref().is_none_or(|to| {
            let is_before = || version.compare(to.version).is_some_and(std::cmp::Ordering::is_lt);
            key < to.key || key == to.key && (is_before() || to.included && version.is_build_of(to.version))
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::version::ORDERS;
    use crate::window;

    /// The same without keys, each bound read anew.
    fn plainly(version: &str, stretch: Stretch<'_>, order: Order) -> bool {
        let divides = order == Order::Bitnami || stretch.to.version().is_some_and(|to| to.contains('+'));
        let inside = order.read(version).and_then(|read| window::contains(stretch, read, order));
        !divides && !matches!(stretch.to, End::Limit(_)) && inside == Some(true)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn keys_say_the_same_as_bounds(
            version in "[0-2](\\.[0-2]){0,3}(-?(a|rc|beta|r)\\.?[0-2])?(\\+[a-b])?",
            from in proptest::option::of("[0-2](\\.[0-2]){0,3}(-?(a|rc|beta|r)\\.?[0-2])?(\\+[a-b])?"),
            to in "[0-2](\\.[0-2]){0,3}(-?(a|rc|beta|r)\\.?[0-2])?(\\+[a-b])?",
            kind in 0..4,
        ) {
            let end = match kind {
                0 => End::Open,
                1 => End::Fixed(&to),
                2 => End::Limit(&to),
                _ => End::LastAffected(&to),
            };
            let stretch = Stretch { from: from.as_deref(), to: end };
            for order in ORDERS {
                let mut covering = Covering::default();
                covering.add(stretch, order);
                prop_assert_eq!(
                    covering.holds(&version), plainly(&version, stretch, order), "{:?}", order
                );
            }
        }
    }
}
