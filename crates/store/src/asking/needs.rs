//! What needs somebody, counted over the rows of all products.

use std::collections::BTreeMap;

use proofmark_facts::{
    AnnexPart, CaseStanding, Needs, NeedsQuery, ObligationTally, RunningClock, Seen, Stage,
};

use super::case_list::case_of;
use super::clauses::Clauses;
use super::portfolio::sum;
use crate::outlook_rows::{NO_END, stage_word};
use crate::sql::{Connection, SqlError, micros};

/// All of it.
pub(super) fn of(connection: &Connection, query: &NeedsQuery<'_>) -> Result<Needs, SqlError> {
    let mut needs = of_products(connection, query)?;
    needs.assess_again = needs.assess_again.saturating_sub(with_outlook(connection, query, &mut needs)?);
    let mut clauses = Clauses::of_operator(query.operator);
    clauses.seen(connection, "product", query.seen);
    clauses.and("t.asks = 1");
    let select = "SELECT count(*) FROM case_row t";
    needs.cases = first_count(connection, &clauses, select)?;
    let now = micros(query.now);
    let mut clauses = Clauses::of_operator(query.operator);
    clauses.seen(connection, "product", query.seen);
    let select = format!(
        "SELECT {}, count(*) FROM clock_row t",
        sum(&format!("CASE WHEN due_at < {now} THEN 1 ELSE 0 END"))
    );
    if let Some(mut row) = clauses.all(connection, &select, "")?.into_iter().next() {
        needs.clocks_late = row.count()?;
        needs.clocks_running = row.count()?.saturating_sub(needs.clocks_late);
    }
    needs.clocks = clocks(connection, query)?;
    Ok(needs)
}

/// What the products' own rows say; all that were assessed count as having to be assessed again.
fn of_products(connection: &Connection, query: &NeedsQuery<'_>) -> Result<Needs, SqlError> {
    let mut clauses = Clauses::of_operator(query.operator);
    clauses.and("t.archived = 0");
    clauses.seen(connection, "id", query.seen);
    let today = clauses.place(query.today.to_string());
    let until = clauses.place(query.support_until.to_string());
    let when = |so: &str| sum(&format!("CASE WHEN {so} THEN 1 ELSE 0 END"));
    let select = format!(
        "SELECT {}, {}, {}, {}, {} FROM product_row t",
        when("undecided > 0"),
        when("obligations_late > 0"),
        when(&format!("support_ends_on < {today}")),
        when(&format!("support_ends_on >= {today} AND support_ends_on <= {until}")),
        when("gate <> ''"),
    );
    let Some(mut row) = clauses.all(connection, &select, "")?.into_iter().next() else {
        return Ok(Needs::default());
    };
    Ok(Needs {
        to_triage: row.count()?,
        late: row.count()?,
        support_ended: row.count()?,
        support_ending: row.count()?,
        assess_again: row.count()?,
        ..Needs::default()
    })
}

/// How many products were assessed since outlooks are kept; the next day a duty binds is read with it.
fn with_outlook(connection: &Connection, query: &NeedsQuery<'_>, needs: &mut Needs) -> Result<u64, SqlError> {
    let mut clauses = Clauses::of_operator(query.operator);
    clauses.seen(connection, "product", query.seen);
    let today = clauses.place(query.today.to_string());
    let select = format!(
        "SELECT count(*), min(CASE WHEN binds_next_on > {today} THEN binds_next_on END) FROM outlook_row t"
    );
    let Some(mut row) = clauses.all(connection, &select, "")?.into_iter().next() else { return Ok(0) };
    let known = row.count()?;
    needs.binds_next_on = row.maybe_text()?.and_then(|day| day.parse().ok());
    Ok(known)
}

fn first_count(connection: &Connection, clauses: &Clauses, select: &str) -> Result<u64, SqlError> {
    clauses.all(connection, select, "")?.into_iter().next().map_or(Ok(0), |mut row| row.count())
}

/// The clocks that end first; those without an end come last.
fn clocks(connection: &Connection, query: &NeedsQuery<'_>) -> Result<Vec<RunningClock>, SqlError> {
    let mut clauses = Clauses::of_operator(query.operator);
    clauses.seen(connection, "product", query.seen);
    let select = "SELECT t.stage, t.due_at, t.case_id, t.product, \
                  (SELECT product_name FROM case_row c WHERE c.operator = t.operator AND c.id = t.case_id), \
                  (SELECT content FROM case_row c WHERE c.operator = t.operator AND c.id = t.case_id) \
                  FROM clock_row t";
    let order = ["t.due_at", "t.case_id"];
    let mut rows = clauses.rows(connection, select, order, query.most_clocks)?;
    rows.truncate(query.most_clocks);
    let mut clocks = Vec::with_capacity(rows.len());
    for mut row in rows {
        let (stage, due_at) = (row.text()?, row.integer()?);
        let (id, product, product_name) = (row.text()?, row.text()?, row.text()?);
        let case = case_of(query.operator, &id, &row.text()?)?;
        let Some(clock) = case.clocks.iter().find(|clock| stage_word(clock.stage) == stage) else { continue };
        debug_assert!((due_at == NO_END) == clock.due_at.is_none(), "the row is made of the clock");
        let (stage, starts_at, due_at) = (clock.stage, clock.starts_at, clock.due_at);
        clocks.push(running(case, [id, product, product_name], stage, starts_at, due_at));
    }
    Ok(clocks)
}

fn running(
    case: CaseStanding,
    [id, product, product_name]: [String; 3],
    stage: Stage,
    starts_at: Option<jiff::Timestamp>,
    due_at: Option<jiff::Timestamp>,
) -> RunningClock {
    let CaseStanding { name, stream, duty, .. } = case;
    RunningClock { case: id, name, product, product_name, stream, duty, stage, starts_at, due_at }
}

/// How ready the products are together.
pub(super) fn readiness(
    connection: &Connection,
    operator: &str,
    seen: &Seen,
) -> Result<BTreeMap<AnnexPart, ObligationTally>, SqlError> {
    let mut clauses = Clauses::of_operator(operator);
    clauses.seen(connection, "product", seen);
    let sums = ["met", "open", "late", "undecided", "not_applicable"].map(sum).join(", ");
    let select = format!("SELECT part, {sums} FROM readiness_row t");
    let mut readiness = BTreeMap::new();
    for mut row in clauses.all(connection, &select, "GROUP BY part")? {
        let part = row.text()?;
        let tally = ObligationTally {
            met: row.count()?,
            open: row.count()?,
            late: row.count()?,
            undecided: row.count()?,
            not_applicable: row.count()?,
        };
        // A part of a later program is none of this one's.
        if let Some(part) = AnnexPart::of_word(&part) {
            readiness.insert(part, tally);
        }
    }
    Ok(readiness)
}
