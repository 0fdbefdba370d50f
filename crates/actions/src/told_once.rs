//! Components that are called alike: to whoever reads they are one, and what is known of any of them is told once, by the surest
//! match first.

use std::collections::HashMap;

use proofmark_facts::{KnownVulnerability, Unchecked};
use proofmark_text::Text;
use proofmark_vulndb::Checked;

use crate::vulnerability_source::fold_into;

/// Folds what is known by another match of the same component into what was known; the surer of both goes first.
pub(crate) fn keep_surest(known: &mut KnownVulnerability, mut new: KnownVulnerability) {
    if new.confidence() > known.confidence() {
        std::mem::swap(known, &mut new);
    }
    fold_into(known, new);
}

/// Takes out what was said of a component before, wherever in the list.
pub(crate) fn say_once(unchecked: &mut Vec<Unchecked>) {
    let mut said: HashMap<String, Vec<Text>> = HashMap::new();
    unchecked.retain(|one| {
        let reasons = said.entry(one.component.clone()).or_default();
        let is_new = !reasons.contains(&one.because);
        if is_new {
            reasons.push(one.because.clone());
        }
        is_new
    });
}

/// Answers of components that are called alike, which come one after another and wait for the last of them.
#[derive(Debug, Default)]
pub(crate) struct ToldOnce {
    /// The first of those called alike, for each of them.
    first: HashMap<usize, usize>,
    waiting: Option<Waiting>,
}

#[derive(Debug)]
struct Waiting {
    first: usize,
    known: Vec<KnownVulnerability>,
    by_id: HashMap<String, usize>,
    reasons: Vec<Text>,
}

impl ToldOnce {
    /// For these places, each with the first one that is called so.
    pub(crate) fn of(first: HashMap<usize, usize>) -> Self {
        Self { first, waiting: None }
    }

    /// What waited, if this place is called otherwise.
    pub(crate) fn before(&mut self, place: usize) -> Option<(usize, Vec<Checked>)> {
        let first = self.first.get(&place);
        self.waiting.take_if(|waiting| Some(&waiting.first) != first).map(Waiting::whole)
    }

    /// What waits at the end.
    pub(crate) fn rest(&mut self) -> Option<(usize, Vec<Checked>)> {
        self.waiting.take().map(Waiting::whole)
    }

    /// Keeps an answer that waits for others, else gives it back.
    pub(crate) fn hold(&mut self, place: usize, checked: Checked) -> Option<Checked> {
        let Some(&first) = self.first.get(&place) else { return Some(checked) };
        let new = || Waiting { first, known: Vec::new(), by_id: HashMap::new(), reasons: Vec::new() };
        self.waiting.get_or_insert_with(new).add(checked);
        None
    }
}

impl Waiting {
    fn add(&mut self, checked: Checked) {
        let (known, because) = match checked {
            Checked::Clean => (Vec::new(), None),
            Checked::Known(known) => (known, None),
            Checked::Partly(known, because) => (known, Some(because)),
            Checked::Unchecked(because) => (Vec::new(), Some(because)),
        };
        for one in known {
            match self.by_id.get(&one.id) {
                Some(&at) => keep_surest(&mut self.known[at], one),
                None => {
                    self.by_id.insert(one.id.clone(), self.known.len());
                    self.known.push(one);
                }
            }
        }
        self.reasons.extend(because.filter(|because| !self.reasons.contains(because)));
    }

    /// The component, with what is known and everything that cannot be said of it.
    fn whole(self) -> (usize, Vec<Checked>) {
        let mut all: Vec<Checked> = self.reasons.into_iter().map(Checked::Unchecked).collect();
        all.push(Checked::Known(self.known));
        (self.first, all)
    }
}
