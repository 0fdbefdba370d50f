//! Components of one list asked one after another, by one or several at a time, each answer told where it stands: however
//! long the list is and however much is known, whoever asks holds one answer at a time.

use proofmark_facts::Component;

use crate::index::Index;
use crate::kept_cpe::COVERED_AS;
use crate::sightings::Sightings;
use crate::surroundings::Surroundings;

/// Questions about the components of one list.
#[derive(Debug)]
pub struct Asking<'i> {
    index: &'i Index,
    beside: Surroundings,
}

impl Index {
    /// Questions about the components of this list: what records say of a component only together with others is held
    /// against all of it.
    pub fn asking_of(&self, all: &[Component]) -> Asking<'_> {
        let by_cpe = self.covers(COVERED_AS);
        Asking { index: self, beside: if by_cpe { Surroundings::of(all) } else { Surroundings::default() } }
    }
}

impl<'i> Asking<'i> {
    /// What is known about a component of the list: as [`Index::check_among`] says it, but for what each source claims for
    /// itself, and the code.
    pub fn ask(&self, component: &Component) -> Sightings<'i> {
        self.index.sight(component, &self.beside)
    }
}
