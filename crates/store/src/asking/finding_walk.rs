//! Findings come upon in their order, where many fit: several stretches of an index, each in order, are followed at once,
//! always the one that is furthest behind, until the page is full or enough was looked at.

use super::clauses::Clauses;
use super::finding_choice::{Choice, Filter, Found, Key, Place};
use super::finding_gathering::key;
use crate::facet::Facet;
use crate::release_rows::severe_until;
use crate::sql::{Connection, Dialect, SqlError};

/// How many times more entries of a stretch are looked at than the time before.
const GROWTH: usize = 8;

/// A stretch of an index.
pub(super) enum Lane {
    /// Everything of a facet, in any order.
    Facet(Facet),
    /// What is open or closed of a product or vulnerability, by severity.
    Of(&'static str, String, bool),
}

/// A stretch that is being followed.
struct Followed {
    lane: Lane,
    /// Everything up to here was looked at.
    to: Place,
    step: usize,
    ended: bool,
}

impl Lane {
    pub(super) fn of(column: &'static str, value: &str, closed: bool) -> Self {
        Self::Of(column, value.to_owned(), closed)
    }

    /// What none of its findings comes before.
    fn begins(&self, choice: &Choice<'_>) -> Place {
        match self {
            Self::Facet(facet) if choice.column == "severe" => (severe_until(facet.worst_score()), i64::MAX),
            _ => (i64::MIN, i64::MIN),
        }
    }

    fn clauses(&self, choice: &Choice<'_>) -> Clauses {
        let mut clauses = Clauses::of_operator(choice.operator);
        match self {
            Self::Facet(facet) => clauses.and(format!("t.facet = {}", facet.number())),
            Self::Of(column, value, closed) => {
                clauses.is(column, value.as_str());
                clauses.is_so("closed", Some(*closed));
            }
        }
        clauses
    }

    fn says(&self, choice: &Choice<'_>) -> Vec<Filter> {
        let itself = match self {
            Self::Facet(_) => Filter::Facets,
            Self::Of("product", ..) => Filter::Products,
            Self::Of(..) => Filter::Vulnerabilities,
        };
        let age = (choice.column == "newest").then_some(Filter::Age);
        std::iter::once(itself).chain(age).collect()
    }
}

/// The keys of a page in their order, and how far was looked where that was not to the end.
pub(super) fn walked(
    connection: &Connection,
    choice: &Choice<'_>,
    lanes: Vec<Lane>,
) -> Result<Found, SqlError> {
    let after = choice.after.unwrap_or((i64::MIN, i64::MIN));
    let lanes = there(connection, choice, lanes)?;
    let mut followed: Vec<Followed> = lanes
        .into_iter()
        .map(|lane| Followed {
            to: lane.begins(choice).max(after),
            lane,
            step: choice.bounds.first,
            ended: false,
        })
        .collect();
    let most = if choice.release.is_some() { choice.bounds.rows } else { choice.bounds.entries };
    let mut keys = Vec::new();
    let mut looked = begin(connection, choice, &mut followed, &mut keys)?;
    loop {
        keys.sort_unstable();
        keys.truncate(choice.limit);
        let full_at = keys.get(choice.limit - 1).map(Key::place);
        let behind = followed.iter_mut().filter(|one| !one.ended).min_by_key(|one| one.to);
        let Some(behind) = behind.filter(|one| full_at.is_none_or(|full_at| one.to < full_at)) else {
            return Ok((keys, None));
        };
        // Each page goes on at least a little, however many stretches there are.
        if looked >= most && behind.to > after {
            let looked_to = behind.to;
            keys.retain(|key| key.place() <= looked_to);
            return Ok((keys, Some(looked_to)));
        }
        looked += follow(connection, choice, behind, most.saturating_sub(looked).max(1), &mut keys)?;
    }
}

/// Only facets that there are: most operators have a few.
fn there(connection: &Connection, choice: &Choice<'_>, lanes: Vec<Lane>) -> Result<Vec<Lane>, SqlError> {
    if !matches!(lanes.as_slice(), [Lane::Facet(_), _, ..]) {
        return Ok(lanes);
    }
    let next = "SELECT min(t.facet) FROM finding_row t WHERE t.operator = $1 AND t.facet >";
    let asks = format!(
        "WITH RECURSIVE f (facet) AS ({next} -1 UNION ALL SELECT ({next} f.facet) FROM f WHERE f.facet IS NOT NULL) \
         SELECT facet FROM f WHERE facet IS NOT NULL"
    );
    let rows = connection.query(&asks, &[choice.operator.into()])?;
    let there: Vec<i64> = rows.into_iter().map(|mut row| row.integer()).collect::<Result<_, _>>()?;
    let is_there = |lane: &Lane| matches!(lane, Lane::Facet(facet) if there.contains(&facet.number()));
    Ok(lanes.into_iter().filter(is_there).collect())
}

/// What is asked of a stretch: the words before its conditions and those after them.
struct Asked {
    select: String,
    rest: String,
    /// Whether every entry is one that fits.
    plain: bool,
}

impl Asked {
    /// The keys of those that fit among so many entries.
    fn keys(
        connection: &Connection,
        choice: &Choice<'_>,
        clauses: &mut Clauses,
        says: &[Filter],
        looks: usize,
    ) -> Self {
        let column = choice.column;
        let conditions = choice.conditions(connection, clauses, "w", says);
        if conditions.is_empty() {
            let select = format!("SELECT t.facet, t.{column}, t.row_key FROM finding_row t");
            let rest = format!("ORDER BY t.{column}, t.row_key LIMIT {}", choice.limit);
            return Self { select, rest, plain: true };
        }
        let other = if column == "newest" { "severe" } else { "newest" };
        let release = if choice.release.is_some() { ", t.release" } else { "" };
        let select = format!(
            "SELECT w.facet, w.{column}, w.row_key FROM (SELECT t.facet, t.{column}, t.row_key, t.product, t.name_key, \
             t.{other}{release} FROM finding_row t"
        );
        let rest = format!(
            "ORDER BY t.{column}, t.row_key LIMIT {looks}) w WHERE {} ORDER BY w.{column}, w.row_key LIMIT {}",
            conditions.join(" AND "),
            choice.limit
        );
        Self { select, rest, plain: false }
    }

    /// The last of so many entries, where there are as many.
    fn end(choice: &Choice<'_>, looks: usize) -> Self {
        let column = choice.column;
        let select = format!("SELECT t.facet, t.{column}, t.row_key FROM finding_row t");
        let rest = format!("ORDER BY t.{column}, t.row_key LIMIT 1 OFFSET {}", looks.saturating_sub(1));
        Self { select, rest, plain: true }
    }

    fn of_one(&self, connection: &Connection, clauses: &Clauses) -> Result<Vec<Key>, SqlError> {
        clauses.all(connection, &self.select, &self.rest)?.into_iter().map(key).collect()
    }

    /// The same of each of these facets: to a server each statement is a journey and a plan.
    fn of_each(
        &self,
        connection: &Connection,
        clauses: &Clauses,
        facets: &[i64],
        column: &str,
    ) -> Result<Vec<Key>, SqlError> {
        let facets: Vec<String> = facets.iter().map(|facet| format!("({facet}::bigint)")).collect();
        let select = format!(
            "SELECT w.facet, w.{column}, w.row_key FROM (VALUES {}) l (facet) CROSS JOIN LATERAL ({}",
            facets.join(", "),
            self.select
        );
        let rest = format!("{}) w", self.rest);
        clauses.all(connection, &select, &rest)?.into_iter().map(key).collect()
    }
}

/// Begins every facet at once, where the database is a server; how many entries were looked at.
fn begin(
    connection: &Connection,
    choice: &Choice<'_>,
    followed: &mut [Followed],
    keys: &mut Vec<Key>,
) -> Result<usize, SqlError> {
    let facet_of = |one: &Followed| match one.lane {
        Lane::Facet(facet) => Some(facet.number()),
        Lane::Of(..) => None,
    };
    let facets: Vec<i64> = followed.iter().filter_map(facet_of).collect();
    if connection.dialect() == Dialect::Sqlite || facets.len() < 2 || facets.len() < followed.len() {
        return Ok(0);
    }
    let mut clauses = Clauses::of_operator(choice.operator);
    clauses.and("t.facet = l.facet");
    goes_on(choice, &mut clauses, choice.after);
    let of_entries = clauses.clone();
    let looks = choice.bounds.first.min(choice.bounds.entries / facets.len()).max(1);
    let says = followed[0].lane.says(choice);
    let asked = Asked::keys(connection, choice, &mut clauses, &says, looks);
    let found = asked.of_each(connection, &clauses, &facets, choice.column)?;
    let ends = if asked.plain {
        Vec::new()
    } else {
        Asked::end(choice, looks).of_each(connection, &of_entries, &facets, choice.column)?
    };
    for one in followed {
        let is_its = |key: &&Key| Some(key.facet) == facet_of(one);
        let its = found.iter().filter(is_its).map(Key::place);
        let last = its.clone().max().filter(|_| its.count() == choice.limit);
        one.looked(last, ends.iter().find(is_its).map(Key::place));
    }
    keys.extend(found);
    Ok(looks * facets.len())
}

/// Behind this place, and of the age that is asked for where the order is that of age.
fn goes_on(choice: &Choice<'_>, clauses: &mut Clauses, after: Option<Place>) {
    if choice.column == "newest" {
        for age in choice.ages(clauses, "t.newest") {
            clauses.and(age);
        }
    }
    if let Some((place, row)) = after {
        clauses.after([&format!("t.{}", choice.column), "t.row_key"], [place.into(), row.into()]);
    }
}

impl Followed {
    /// A page full of entries that fit ends with this one; else so many entries that were looked at, if there were as
    /// many.
    fn looked(&mut self, last: Option<Place>, end: Option<Place>) {
        match last.or(end) {
            Some(to) => self.to = to,
            None => self.ended = true,
        }
    }
}

/// Looks at the next entries of a stretch; how many at most.
fn follow(
    connection: &Connection,
    choice: &Choice<'_>,
    one: &mut Followed,
    most: usize,
    keys: &mut Vec<Key>,
) -> Result<usize, SqlError> {
    let mut clauses = one.lane.clauses(choice);
    goes_on(choice, &mut clauses, Some(one.to).filter(|to| *to > (i64::MIN, i64::MIN)));
    let of_entries = clauses.clone();
    let looks = one.step.min(most);
    one.step = one.step.saturating_mul(GROWTH);
    let asked = Asked::keys(connection, choice, &mut clauses, &one.lane.says(choice), looks);
    let found = asked.of_one(connection, &clauses)?;
    let last = found.last().map(Key::place).filter(|_| found.len() == choice.limit);
    let end = if last.is_some() || asked.plain {
        None
    } else {
        Asked::end(choice, looks).of_one(connection, &of_entries)?.first().map(Key::place)
    };
    one.looked(last, end);
    keys.extend(found);
    Ok(looks)
}
