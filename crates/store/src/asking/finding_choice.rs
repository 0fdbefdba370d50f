//! What a list of findings is asked for, in the columns that indexes hold.

use std::collections::BTreeSet;

use jiff::Timestamp;
use proofmark_facts::{FindingOrder, FindingQuery, Seen};

use super::clauses::Clauses;
use super::cursor::{self, Holds};
use crate::facet::{Facet, Wanted};
use crate::folding::folded;
use crate::release_rows::{score_of_likely, severe_from};
use crate::sql::{Connection, SqlError, Value, micros};

/// A place in a list's order: the column it is ordered by, and the row's key.
pub(super) type Place = (i64, i64);

/// What a row is read by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub(super) place: i64,
    pub(super) row: i64,
    pub(super) facet: i64,
}

/// The keys of a page in their order, perhaps more; and how far was looked, where that was not to the end.
pub(super) type Found = (Vec<Key>, Option<Place>);

impl Key {
    pub(super) fn place(&self) -> Place {
        (self.place, self.row)
    }
}

/// How much is looked at for one page, so that any question is answered in bounded time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    /// Entries that are gathered and sorted. Where there are more among millions, those that come first are come upon
    /// sooner than all of them are sorted.
    pub(super) gathered: usize,
    /// Names that findings are looked up by one by one.
    pub(super) names: usize,
    /// Entries of indexes that are followed in their order; a page that is not full then says where to go on.
    pub(super) entries: usize,
    /// Of these, how many at first of each stretch: where findings that fit are many, that is enough.
    pub(super) first: usize,
    /// Entries at most where each row has to be read, because no index holds what is asked for.
    pub(super) rows: usize,
}

/// Some tens of milliseconds.
pub(super) const USUAL: Bounds =
    Bounds { gathered: 25_000, names: 2000, entries: 60_000, first: 256, rows: 10_000 };

/// Which findings, in which order.
pub(super) struct Choice<'a> {
    pub(super) operator: &'a str,
    /// The column the order is that of, which is smallest for what comes first.
    pub(super) column: &'static str,
    pub(super) facets: Vec<Facet>,
    /// These products', each once, or everybody's.
    pub(super) products: Option<Vec<String>>,
    pub(super) release: Option<&'a str>,
    /// Any of these vulnerabilities', or all.
    pub(super) vulnerabilities: Option<Vec<String>>,
    /// What the vulnerability is called, before it is known which that is.
    pub(super) called: Option<&'a str>,
    /// Folded words its name holds.
    pub(super) words: Vec<String>,
    opened_until: Option<Timestamp>,
    opened_from: Option<Timestamp>,
    /// A score that facets alone do not tell.
    score_from: Option<i64>,
    open: Option<bool>,
    pub(super) after: Option<Place>,
    /// One more than a page has entries says that there is a next one.
    pub(super) limit: usize,
    pub(super) bounds: Bounds,
}

/// What findings are filtered by: conditions leave out what the way says by which rows are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Filter {
    Facets,
    Products,
    Vulnerabilities,
    Words,
    Age,
    Release,
}

impl<'a> Choice<'a> {
    pub(super) fn of(query: &FindingQuery<'a>, bounds: Bounds) -> Result<Self, SqlError> {
        let wanted = Wanted {
            closed: query.open.map(|open| !open),
            unresolved: query.unresolved,
            exploited: query.exploited,
            fixable: query.narrowed.fixable,
            score_from: query.score_from,
        };
        let after = query.after.map(|after| cursor::read(after, [Holds::Number; 2])).transpose()?;
        let after = match after {
            Some([Value::Integer(place), Value::Integer(row_key)]) => Some((place, row_key)),
            _ => None,
        };
        let words = query.narrowed.holding.unwrap_or_default().split_whitespace().map(folded);
        Ok(Self {
            operator: query.operator,
            column: match query.order {
                FindingOrder::Severity => "severe",
                FindingOrder::Epss => "likely",
                FindingOrder::Newest => "newest",
            },
            facets: wanted.facets(),
            products: products(query),
            release: query.release,
            vulnerabilities: query.vulnerability.map(|one| vec![one.to_owned()]),
            called: query.narrowed.identified,
            words: words.collect::<BTreeSet<_>>().into_iter().collect(),
            opened_until: query.narrowed.opened_until,
            opened_from: query.narrowed.opened_from,
            score_from: query.score_from.filter(|_| !wanted.score_is_a_rating()),
            open: query.open,
            after,
            limit: query.limit.saturating_add(1),
            bounds,
        })
    }

    /// Whether nothing can fit.
    pub(super) fn is_empty(&self) -> bool {
        let none = |list: &Option<Vec<String>>| list.as_ref().is_some_and(Vec::is_empty);
        self.facets.is_empty() || none(&self.products) || none(&self.vulnerabilities)
    }

    /// Whether it is narrowed by age.
    pub(super) fn is_aged(&self) -> bool {
        self.opened_until.is_some() || self.opened_from.is_some()
    }

    /// Closed or not, as indexes hold it: where both are wanted, one after the other.
    pub(super) fn closed(&self) -> impl Iterator<Item = bool> + use<> {
        let open = self.open;
        [false, true].into_iter().filter(move |closed| open.is_none_or(|open| open != *closed))
    }

    /// The conditions on one row that are not said yet; `of` is what the row is called in the statement.
    pub(super) fn conditions(
        &self,
        connection: &Connection,
        clauses: &mut Clauses,
        of: &str,
        said: &[Filter],
    ) -> Vec<String> {
        let mut all = Vec::new();
        if !said.contains(&Filter::Facets) {
            // What is not a column by itself no index is chosen for.
            all.push(format!("coalesce({of}.facet, 0) {}", self.among_facets()));
        }
        if let Some(score) = self.score_from {
            all.push(if self.column == "likely" {
                let place = clauses.place(score.clamp(-1, 100));
                format!("{} >= {place}", score_of_likely(&format!("{of}.likely")))
            } else {
                let place = clauses.place(severe_from(score));
                format!("coalesce({of}.severe, 0) <= {place}")
            });
        }
        if let Some(products) = self.products.as_ref().filter(|_| !said.contains(&Filter::Products)) {
            all.push(connection.is_one_of(&format!("{of}.product"), &listed(clauses, products)));
        }
        if let Some(release) = self.release.filter(|_| !said.contains(&Filter::Release)) {
            let place = clauses.place(release);
            all.push(format!("coalesce({of}.release, '') = {place}"));
        }
        if !said.contains(&Filter::Age) {
            all.extend(self.ages(clauses, &format!("coalesce({of}.newest, 0)")));
        }
        if let Some(vulnerabilities) =
            self.vulnerabilities.as_ref().filter(|_| !said.contains(&Filter::Vulnerabilities))
        {
            let among = connection.is_one_of("n.vulnerability", &listed(clauses, vulnerabilities));
            all.push(named(of, &among));
        }
        if !said.contains(&Filter::Words) && !self.words.is_empty() {
            all.push(named(of, &self.holds_words(connection, clauses)));
        }
        all
    }

    /// That the name's words are those that are looked for.
    pub(super) fn holds_words(&self, connection: &Connection, clauses: &mut Clauses) -> String {
        let holds = |word: &String| {
            let place = clauses.place(word.as_str());
            connection.holds("n.searched", &place)
        };
        self.words.iter().map(holds).collect::<Vec<_>>().join(" AND ")
    }

    /// How old a finding must be.
    pub(super) fn ages(&self, clauses: &mut Clauses, newest: &str) -> Vec<String> {
        let mut all = Vec::new();
        if let Some(until) = self.opened_until {
            let place = clauses.place(micros(until).saturating_neg());
            all.push(format!("{newest} >= {place}"));
        }
        if let Some(from) = self.opened_from {
            let place = clauses.place(micros(from).saturating_neg());
            all.push(format!("{newest} <= {place}"));
        }
        all
    }

    /// That the facet is a wanted one, in words: it is one of few numbers.
    pub(super) fn among_facets(&self) -> String {
        let numbers: Vec<String> = self.facets.iter().map(|facet| facet.number().to_string()).collect();
        format!("IN ({})", numbers.join(", "))
    }
}

/// That the row's name is such a one. Asked of each row by itself, so it is worth it where most rows are such.
fn named(of: &str, such: &str) -> String {
    format!(
        "(EXISTS (SELECT 1 FROM finding_name n WHERE n.operator = $1 AND n.name_key = {of}.name_key AND {such})) IS TRUE"
    )
}

/// A place for a list of words.
pub(super) fn listed(clauses: &mut Clauses, words: &[String]) -> String {
    clauses.place(serde_json::to_string(words).expect("words become JSON"))
}

fn products(query: &FindingQuery<'_>) -> Option<Vec<String>> {
    match (query.seen, query.product) {
        (Seen::All, None) => None,
        (Seen::All, Some(product)) => Some(vec![product.to_owned()]),
        (Seen::These(products), Some(product)) => {
            let seen = products.iter().any(|one| one == product);
            Some(seen.then(|| product.to_owned()).into_iter().collect())
        }
        (Seen::These(products), None) => {
            let once: BTreeSet<&String> = products.iter().collect();
            Some(once.into_iter().cloned().collect())
        }
    }
}
