//! Components asked one after another, each answer handed on before the next is looked for: however long the list is
//! and however much is known, one answer at a time is held.

use std::ops::ControlFlow;

use proofmark_facts::Component;

use crate::checked::Checked;
use crate::gathering::Told;
use crate::histories::Histories;
use crate::index::Index;
use crate::kept_cpe::COVERED_AS;
use crate::surroundings::Surroundings;

impl Index {
    /// What is known about the components at these places of a list, handed on one by one without what each source claims
    /// for itself: as [`Index::check_among`] says it, but for [`KnownVulnerability::claims`] and
    /// [`KnownVulnerability::code`], which are empty. Ends early where whoever receives it breaks off.
    ///
    /// [`KnownVulnerability::claims`]: proofmark_facts::KnownVulnerability::claims
    /// [`KnownVulnerability::code`]: proofmark_facts::KnownVulnerability::code
    pub fn check_in_turn<B>(
        &self,
        places: impl IntoIterator<Item = usize>,
        all: &[Component],
        mut receive: impl FnMut(usize, Checked) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        let by_cpe = self.covers(COVERED_AS);
        let beside = if by_cpe { Surroundings::of(all) } else { Surroundings::default() };
        for place in places {
            if let Some(component) = all.get(place) {
                receive(place, self.check_beside(component, &beside, &Histories::default(), Told::InShort))?;
            }
        }
        ControlFlow::Continue(())
    }
}
