//! Dependencies that wait until every component is known.

use std::collections::HashSet;

use proofmark_facts::Place;
use proofmark_text::text;

use crate::excerpt::excerpt;
use crate::gathered::Gathered;
use crate::json::Words;

/// Dependencies as written, waiting until every component is known.
#[derive(Default)]
pub(super) struct Wanted<'a> {
    /// `ref` of each entry.
    pub(super) from: Vec<Option<Words<'a>>>,
    /// Entry, place in `dependsOn`, and the reference there.
    pub(super) to: Vec<(usize, usize, Words<'a>)>,
}

impl<'a> Wanted<'a> {
    /// Turns references into dependencies; a reference to nothing is told and left out.
    pub(super) fn resolve(&mut self, gathered: &mut Gathered<'a>, services: Vec<Words<'a>>) {
        let services: HashSet<Words<'a>> = services.into_iter().collect();
        let mut find = |reference: &str, place: &dyn Fn() -> Place| {
            let found = gathered.find(reference);
            if found.is_none() && !services.contains(reference) {
                let says = match reference {
                    "" => text!("formats-dependency-without-reference"),
                    _ => text!("formats-dependency-unknown", reference = excerpt(reference)),
                };
                gathered.problems.warn(place(), says);
            }
            found
        };
        let mut from = Vec::with_capacity(self.from.len());
        for (entry, reference) in self.from.iter().enumerate() {
            let place = || Place::at(format!("/dependencies/{entry}/ref"));
            from.push(find(reference.as_deref().unwrap_or_default(), &place));
        }
        let mut pairs = Vec::with_capacity(self.to.len());
        for (entry, item, reference) in &self.to {
            let place = || Place::at(format!("/dependencies/{entry}/dependsOn/{item}"));
            let to = find(reference, &place);
            pairs.extend(from.get(*entry).copied().flatten().zip(to));
        }
        for (from, to) in pairs {
            if let Err(says) = gathered.depend(from, to) {
                return gathered.problems.error(Place::at("/dependencies"), says);
            }
        }
    }
}
