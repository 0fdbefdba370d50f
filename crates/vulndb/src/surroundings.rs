//! What stands beside a component: the CPE names of the whole list, for records about things that run on or with others.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use proofmark_facts::{Component, MatchConfidence};

use crate::cpe_asked::AskedName;
use crate::cpe_fit::{Fit, Wanted, fit};

/// The CPE names of a list of components.
#[derive(Debug, Default)]
pub(crate) struct Surroundings {
    names: Vec<AskedName>,
    /// The places of the names of each product.
    by_key: HashMap<String, Vec<usize>, FixedState>,
}

/// Whether something is in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    /// It is, as surely as this.
    There(MatchConfidence),
    /// Its product is, in another version or kind.
    Other,
    /// Nobody can say, or nothing of its product is listed.
    Untold,
}

impl Surroundings {
    /// The names of these components that can be read.
    pub(crate) fn of(components: &[Component]) -> Self {
        let mut surroundings = Self::default();
        for component in components {
            for name in component.cpes().filter_map(|written| AskedName::of(written, component).ok()) {
                if let Some(key) = name.name.product_key() {
                    surroundings.by_key.entry(key).or_default().push(surroundings.names.len());
                }
                surroundings.names.push(name);
            }
        }
        surroundings
    }

    /// Whether what a record wants is among them.
    pub(crate) fn presence(&self, wanted: &Wanted<'_>) -> Presence {
        let Some(key) = wanted.criteria.product_key() else {
            return best(self.names.iter().map(|name| fit(wanted, name)), Presence::Untold);
        };
        let places = self.by_key.get(&key).map(Vec::as_slice).unwrap_or_default();
        let missing = if places.is_empty() { Presence::Untold } else { Presence::Other };
        best(places.iter().map(|place| fit(wanted, &self.names[*place])), missing)
    }
}

/// One that is there is enough; one of which nobody can say keeps all open.
fn best(fits: impl Iterator<Item = Fit>, missing: Presence) -> Presence {
    let mut found = missing;
    for fit in fits {
        match (fit, found) {
            (Fit::Yes(_, _, sure), Presence::There(known)) if sure <= known => {}
            (Fit::Yes(_, _, sure), _) => found = Presence::There(sure),
            (Fit::Open(_), Presence::Other) => found = Presence::Untold,
            (Fit::No | Fit::Open(_), _) => {}
        }
    }
    found
}
