//! Components that are called alike: to whoever reads they are one, and what is known of any of them is told once, by the surest
//! match first.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use proofmark_facts::{KnownVulnerability, Unchecked};
use proofmark_text::Text;
use proofmark_vulndb::Checked;

use crate::merged::fold_into;

/// Folds what is known by another match of the same component into what was known; the surer of both goes first.
pub(crate) fn keep_surest(known: &mut KnownVulnerability, mut new: KnownVulnerability) {
    if new.confidence() > known.confidence() {
        std::mem::swap(known, &mut new);
    }
    fold_into(known, new);
}

/// Takes out what was said of a component before, wherever in the list.
pub(crate) fn say_once(unchecked: &mut Vec<Unchecked>) {
    let mut said: HashMap<&str, Vec<&Text>, RandomState> = HashMap::default();
    let mut is_new = Vec::with_capacity(unchecked.len());
    for one in unchecked.iter() {
        let reasons = said.entry(&one.component).or_default();
        is_new.push(!reasons.contains(&&one.because));
        if is_new.last() == Some(&true) {
            reasons.push(&one.because);
        }
    }
    let mut is_new = is_new.into_iter();
    unchecked.retain(|_| is_new.next().unwrap_or(true));
}

/// What is known of components that are called alike, and everything that cannot be said of them.
#[derive(Debug, Default)]
pub(crate) struct Together {
    /// Each vulnerability once.
    pub(crate) known: Vec<KnownVulnerability>,
    /// Each reason once.
    pub(crate) reasons: Vec<Text>,
}

impl Together {
    /// Of the answers about each of them, in the order of the list.
    pub(crate) fn of(answers: impl Iterator<Item = Checked>) -> Self {
        let (mut together, mut places) = (Self::default(), HashMap::<String, usize>::new());
        for answer in answers {
            let (known, because) = match answer {
                Checked::Clean => (Vec::new(), None),
                Checked::Known(known) => (known, None),
                Checked::Partly(known, because) => (known, Some(because)),
                Checked::Unchecked(because) => (Vec::new(), Some(because)),
            };
            for one in known {
                if let Some(&place) = places.get(&one.id) {
                    keep_surest(&mut together.known[place], one);
                } else {
                    places.insert(one.id.clone(), together.known.len());
                    together.known.push(one);
                }
            }
            let is_new = |because: &Text| !together.reasons.contains(because);
            let because = because.filter(is_new);
            together.reasons.extend(because);
        }
        together
    }

    /// As one answer, with the first of the reasons.
    pub(crate) fn into_checked(self) -> Checked {
        match self.reasons.into_iter().next() {
            None => Checked::Known(self.known),
            Some(because) => Checked::Partly(self.known, because),
        }
    }
}
