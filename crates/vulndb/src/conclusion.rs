//! What is said of a component in the end: everything that matches as vulnerabilities, and why the rest cannot be said.

use proofmark_facts::MatchConfidence;
use proofmark_text::{Text, text};

use crate::by_cpe;
use crate::by_package::{self, Undecidable};
use crate::gathering::{self, Holding};
use crate::sightings::Sightings;
use crate::tables::Tables;

/// How many advisories a reason names before it ends in an ellipsis.
const MOST_NAMED: usize = 8;

/// What the ways of looking found.
#[derive(Debug, Default)]
pub(crate) struct Findings<'t> {
    /// Claims that hold.
    pub(crate) holding: Vec<Holding<'t>>,
    /// Advisories found by the package of which it cannot be said.
    pub(crate) by_package: Option<Undecidable>,
    /// Advisories found by the repository of which it cannot be said.
    pub(crate) by_commit: Vec<u32>,
    /// Advisories that do not hold for the commit the component was made from.
    pub(crate) outside: Vec<u32>,
    /// Advisories found by a CPE name of which it cannot be said.
    pub(crate) by_cpe: Vec<(by_cpe::Open, u32)>,
    /// Why a way of looking could say nothing at all.
    pub(crate) unsaid: Option<Text>,
}

impl<'t> Findings<'t> {
    /// Adds what was found by CPE names, no surer than this. What they cannot say only matters where nothing else did.
    pub(crate) fn add(&mut self, stated: Findings<'t>, sure: MatchConfidence) {
        let said = self.by_package.is_some();
        let no_surer = |mut held: Holding<'t>| {
            held.confidence = held.confidence.min(sure);
            held
        };
        self.holding.extend(stated.holding.into_iter().map(no_surer));
        self.by_cpe.extend(stated.by_cpe);
        self.unsaid = stated.unsaid.filter(|_| !said);
    }

    /// The answer; `None` if the index is damaged. What is known already is not open any more.
    pub(crate) fn conclude(self, tables: Tables<'t>) -> Option<Sightings<'t>> {
        let gathered = gathering::gather(&self.holding, tables)?;
        let outside = self.outside;
        let is_open = |advisory: u32| -> Option<bool> {
            if outside.contains(&advisory) {
                return Some(false);
            }
            let mut spoken_of = gathering::spoken_of(advisory, tables)?;
            let is_known =
                |vulnerability| gathered.binary_search_by_key(&vulnerability, |(known, _)| *known).is_ok();
            Some(!spoken_of.all(is_known))
        };
        let mut reasons: Vec<Text> = self.unsaid.into_iter().collect();
        if let Some(mut undecidable) = self.by_package {
            let mut open = Vec::new();
            for (because, advisory) in std::mem::take(&mut undecidable.advisories) {
                if is_open(advisory)? {
                    open.push((because, gathering::identifier(advisory, tables)?));
                }
            }
            reasons.extend(by_package::reason(&open, &undecidable, &|ids| named(ids, MOST_NAMED)));
        }
        let mut undecided = Vec::new();
        for advisory in self.by_commit {
            if is_open(advisory)? {
                undecided.push(gathering::identifier(advisory, tables)?);
            }
        }
        if !undecided.is_empty() {
            reasons.push(text!("cpe-commits-undecided", advisories = named(undecided, MOST_NAMED)));
        }
        let mut open = Vec::new();
        for (because, advisory) in self.by_cpe {
            if is_open(advisory)? {
                open.push((because, gathering::identifier(advisory, tables)?));
            }
        }
        reasons.extend(by_cpe::reasons(&open, &named, MOST_NAMED));
        let because =
            reasons.into_iter().reduce(|first, also| text!("cpe-and-also", first = first, also = also));
        Sightings::read(self.holding, &gathered, because, tables)
    }
}

/// Names as a sentence shows them: sorted, each once, the rest an ellipsis.
fn named(mut names: Vec<&str>, most: usize) -> String {
    names.sort_unstable();
    names.dedup();
    let mut shown: Vec<String> = names.iter().take(most).map(|name| format!("`{name}`")).collect();
    if names.len() > most {
        shown.push("…".to_owned());
    }
    shown.join(", ")
}
