//! Findings come upon in their order, where many fit: several stretches of an index, each in order, are followed at once,
//! always the one that is furthest behind, until the page is full or enough was looked at.

use super::clauses::Clauses;
use super::finding_choice::{Choice, Filter, Key, Place};
use super::finding_gathering::key;
use super::finding_list::Found;
use crate::facet::Facet;
use crate::release_rows::severe_until;
use crate::sql::{Connection, SqlError};

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
    let (mut keys, mut looked) = (Vec::new(), 0);
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

/// Looks at the next entries of a stretch; how many at most.
fn follow(
    connection: &Connection,
    choice: &Choice<'_>,
    one: &mut Followed,
    most: usize,
    keys: &mut Vec<Key>,
) -> Result<usize, SqlError> {
    let column = choice.column;
    let mut clauses = one.lane.clauses(choice);
    if column == "newest" {
        for age in choice.ages(&mut clauses, "t.newest") {
            clauses.and(age);
        }
    }
    let order = [&*format!("t.{column}"), "t.row_key"];
    if one.to > (i64::MIN, i64::MIN) {
        clauses.after(order, [one.to.0.into(), one.to.1.into()]);
    }
    let plain = clauses.clone();
    let conditions = choice.conditions(connection, &mut clauses, "w", &one.lane.says(choice));
    let looks = if conditions.is_empty() { choice.limit } else { one.step.min(most) };
    one.step = one.step.saturating_mul(GROWTH);
    let by = format!("ORDER BY t.{column}, t.row_key");
    let found = if conditions.is_empty() {
        let select = format!("SELECT t.facet, t.{column}, t.row_key FROM finding_row t");
        plain.all(connection, &select, &format!("{by} LIMIT {looks}"))?
    } else {
        let more = match column {
            "newest" => ", t.severe",
            _ => ", t.newest",
        };
        let more = format!("{more}{}", if choice.release.is_some() { ", t.release" } else { "" });
        let select = format!(
            "SELECT w.facet, w.{column}, w.row_key FROM (SELECT t.facet, t.{column}, t.row_key, t.product, \
             t.name_key{more} FROM finding_row t"
        );
        let conditions = conditions.join(" AND ");
        let rest = format!(
            "{by} LIMIT {looks}) w WHERE {conditions} ORDER BY w.{column}, w.row_key LIMIT {}",
            choice.limit
        );
        clauses.all(connection, &select, &rest)?
    };
    let found: Vec<Key> = found.into_iter().map(key).collect::<Result<_, SqlError>>()?;
    let enough = found.len() == choice.limit;
    let last = found.last().map(Key::place);
    keys.extend(found);
    match last.filter(|_| enough) {
        Some(last) => one.to = last,
        None if conditions.is_empty() => one.ended = true,
        None => {
            let select = format!("SELECT t.{column}, t.row_key FROM finding_row t");
            let end = plain.all(connection, &select, &format!("{by} LIMIT 1 OFFSET {}", looks - 1))?;
            match end.into_iter().next() {
                Some(mut end) => one.to = (end.integer()?, end.integer()?),
                None => one.ended = true,
            }
        }
    }
    Ok(looks)
}
