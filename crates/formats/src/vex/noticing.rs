//! What is the same for every format that statements are read from: what each status obliges to, and that no two contradict each
//! other.

use std::collections::{HashMap, HashSet};

use proofmark_facts::{Place, Problem, VexDocument, VexItem, VexStatement, VexStatus};
use proofmark_text::text;

use crate::excerpt::excerpt;
use crate::problems::Problems;

/// The most statements of one document, each counted once for everything it is about.
pub(super) const MOST_STATEMENTS: usize = 100_000;

/// Statements on their way, each with the place it stands at.
pub(super) struct Noticing {
    pub(super) problems: Problems,
    statements: Vec<(VexStatement, String)>,
    about: usize,
}

/// Whether a format itself obliges to reasons and actions.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Obliges {
    Yes,
    No,
}

impl Noticing {
    pub(super) fn new(problems: Problems) -> Self {
        Self { problems, statements: Vec::new(), about: 0 }
    }

    /// Keeps a statement, or says what is wrong with it.
    pub(super) fn add(&mut self, mut statement: VexStatement, place: String, obliges: Obliges) {
        for product in &mut statement.products {
            product.item = std::mem::take(&mut product.item).plain();
            product.subcomponents =
                std::mem::take(&mut product.subcomponents).into_iter().map(VexItem::plain).collect();
        }
        statement.products = grouped(std::mem::take(&mut statement.products));
        if statement.products.is_empty() {
            return self.problems.error(Place::at(place), text!("vex-without-product"));
        }
        let name = excerpt(&statement.vulnerability.name);
        let bare = statement.justification.is_none() && statement.impact.is_none();
        let lacks = match statement.status {
            VexStatus::NotAffected if bare => Some(text!("vex-bare-not-affected", name = name.as_str())),
            VexStatus::Affected if statement.action.is_none() => {
                Some(text!("vex-bare-affected", name = name.as_str()))
            }
            _ => None,
        };
        match lacks {
            Some(says) if obliges == Obliges::Yes => return self.problems.error(Place::at(place), says),
            Some(says) => self.problems.warn(Place::at(place.as_str()), says),
            None => {}
        }
        if statement.justification.is_some() && statement.status != VexStatus::NotAffected {
            self.problems
                .warn(Place::at(place.as_str()), text!("vex-justification-without-status", name = name));
            statement.justification = None;
        }
        self.about += statement.about().count();
        if self.about > MOST_STATEMENTS {
            return self.problems.error(Place::at(place), text!("vex-too-many", most = MOST_STATEMENTS));
        }
        self.statements.push((statement, place));
    }

    /// The document, once no two of its statements contradict each other.
    pub(super) fn into_read(mut self, mut document: VexDocument) -> proofmark_facts::Read<VexDocument> {
        self.settle();
        if self.statements.is_empty() {
            self.problems.warn(Place::default(), text!("vex-states-nothing"));
        }
        document.statements = self.statements.into_iter().map(|(statement, _)| statement).collect();
        proofmark_facts::Read::with(document, self.problems.told())
    }

    /// Of two statements that contradict each other the later one holds where both say when they were made; else both are refused.
    fn settle(&mut self) {
        let mut known: HashMap<(String, VexItem, Option<VexItem>), Vec<usize>> = HashMap::new();
        for (number, (statement, _)) in self.statements.iter().enumerate() {
            for (item, within) in statement.about() {
                for name in statement.vulnerability.names() {
                    let key = (name.to_owned(), item.clone(), within.cloned());
                    known.entry(key).or_default().push(number);
                }
            }
        }
        let mut contradictions: Vec<(usize, usize, String)> = Vec::new();
        let mut over: Vec<(usize, VexItem, Option<VexItem>)> = Vec::new();
        for ((_, item, within), numbers) in known {
            let stated = |number: usize| &self.statements[number].0;
            for pair in numbers.windows(2).filter(|pair| stated(pair[0]).status != stated(pair[1]).status) {
                match (stated(pair[0]).stated_at, stated(pair[1]).stated_at) {
                    (Some(one), Some(other)) if one != other => {
                        let earlier = if one < other { pair[0] } else { pair[1] };
                        over.push((earlier, item.clone(), within.clone()));
                    }
                    _ => contradictions.push((pair[0], pair[1], item.called())),
                }
            }
        }
        contradictions.sort();
        contradictions.dedup_by_key(|one| (one.0, one.1));
        for (one, other, item) in contradictions {
            let (first, second) = (&self.statements[one], &self.statements[other]);
            let says = text!(
                "vex-contradiction",
                name = excerpt(&first.0.vulnerability.name),
                item = excerpt(&item),
                first = first.0.status.words().openvex,
                second = second.0.status.words().openvex,
                place = first.1.as_str()
            );
            let problem = Problem::error(Place::at(second.1.as_str()), says);
            self.problems.notice(problem);
        }
        over.sort_by_key(|(number, item, _)| (*number, item.called()));
        for (number, item, within) in over {
            let (statement, place) = &mut self.statements[number];
            let says = text!(
                "vex-superseded",
                name = excerpt(&statement.vulnerability.name),
                item = excerpt(&item.called())
            );
            self.problems.warn(Place::at(place.as_str()), says);
            withdraw(statement, &item, within.as_ref());
        }
        self.statements.retain(|(statement, _)| !statement.products.is_empty());
    }
}

/// Takes back what a statement says of one thing.
fn withdraw(statement: &mut VexStatement, item: &VexItem, within: Option<&VexItem>) {
    match within {
        None => {
            statement.products.retain(|product| !(product.subcomponents.is_empty() && product.item == *item));
        }
        Some(whole) => statement.products.retain_mut(|product| {
            if product.item != *whole || product.subcomponents.is_empty() {
                return true;
            }
            product.subcomponents.retain(|part| part != item);
            !product.subcomponents.is_empty()
        }),
    }
}

/// Each product once: the parts of one that stands several times together.
pub(super) fn grouped(products: Vec<proofmark_facts::VexProduct>) -> Vec<proofmark_facts::VexProduct> {
    let mut grouped: Vec<proofmark_facts::VexProduct> = Vec::new();
    let mut place: HashMap<(VexItem, bool), usize> = HashMap::new();
    let mut seen: HashSet<(usize, VexItem)> = HashSet::new();
    for mut product in products.into_iter().filter(|product| !product.item.is_empty()) {
        // What is a part of itself is the thing itself.
        product.subcomponents.retain(|part| *part != product.item);
        let at =
            *place.entry((product.item.clone(), product.subcomponents.is_empty())).or_insert(grouped.len());
        if at == grouped.len() {
            grouped.push(proofmark_facts::VexProduct { item: product.item, subcomponents: Vec::new() });
        }
        for part in product.subcomponents {
            if !part.is_empty() && seen.insert((at, part.clone())) {
                grouped[at].subcomponents.push(part);
            }
        }
    }
    grouped
}
