//! What overviews show of a product's record: days, cases and annexes, written with the record and never by themselves.

use proofmark_facts::{CaseStanding, ClockStanding, ProductRecord, RowDifference, case_id};

use crate::folding::folded;
use crate::sql::{Connection, SqlError, Value, micros};
use crate::table::Table;

/// Stands for "no such instant": behind every instant there is.
pub(crate) const NO_END: i64 = i64::MAX - 1;

/// Behind everything that waits for somebody.
const WAITS_FOR_NOBODY: i64 = i64::MAX;

const OUTLOOKS: Table =
    Table { name: "outlook_row", columns: &["operator", "product", "binds_next_on"], keys: 2 };

const READINESS: Table = Table {
    name: "readiness_row",
    columns: &["operator", "product", "part", "met", "open", "late", "undecided", "not_applicable"],
    keys: 3,
};

const CASES: Table = Table {
    name: "case_row",
    columns: &["operator", "id", "product", "product_name", "searched", "asks", "presses", "content"],
    keys: 2,
};

const CLOCKS: Table =
    Table { name: "clock_row", columns: &["operator", "case_id", "stage", "product", "due_at"], keys: 3 };

/// Shows what now lies ahead of the product; of one that was put away or taken out, nothing.
pub(crate) fn write(
    connection: &Connection,
    operator: &str,
    product: &str,
    record: Option<&ProductRecord>,
) -> Result<(), SqlError> {
    for (table, rows) in rows_of(operator, product, record) {
        let statement = format!("DELETE FROM {} WHERE operator = $1 AND product = $2", table.name);
        connection.execute(&statement, &[operator.into(), product.into()])?;
        connection.insert(&table.with_columns(), &rows, "")?;
    }
    Ok(())
}

/// Where the rows that are there are not what the record makes.
pub(crate) fn differences(
    connection: &Connection,
    operator: &str,
    record: &ProductRecord,
) -> Result<Vec<RowDifference>, SqlError> {
    let mut differences = Vec::new();
    for (table, wanted) in rows_of(operator, &record.id, Some(record)) {
        let place = [operator.into(), record.id.as_str().into()];
        let there = table.rows(connection, &["operator", "product"], &place)?;
        differences.extend(table.differences(there, wanted));
    }
    Ok(differences)
}

/// The rows of each table that lie ahead of the product.
fn rows_of(
    operator: &str,
    product: &str,
    record: Option<&ProductRecord>,
) -> [(&'static Table, Vec<Vec<Value>>); 4] {
    let mut rows: [(&'static Table, Vec<Vec<Value>>); 4] =
        [&OUTLOOKS, &READINESS, &CASES, &CLOCKS].map(|table| (table, Vec::new()));
    let Some(record) = record.filter(|record| !record.archived) else { return rows };
    let Some(outlook) = record.standing.as_ref().and_then(|standing| standing.outlook.as_ref()) else {
        return rows;
    };
    let [outlooks, readiness, cases, clocks] = &mut rows;
    let binds_next_on = outlook.binds_next_on.map(|day| day.to_string()).unwrap_or_default();
    outlooks.1.push(vec![operator.into(), product.into(), binds_next_on.into()]);
    for (part, tally) in &outlook.readiness {
        let mut row: Vec<Value> = vec![operator.into(), product.into(), part.word().into()];
        let counts = [tally.met, tally.open, tally.late, tally.undecided, tally.not_applicable];
        row.extend(counts.map(Value::from));
        readiness.1.push(row);
    }
    for case in &outlook.cases {
        cases.1.push(case_row(operator, record, case));
        clocks.1.extend(clock_rows(operator, record, case));
    }
    rows
}

/// The instant a clock ends at, as rows are ordered by it.
fn ends(due_at: Option<jiff::Timestamp>) -> i64 {
    due_at.map_or(NO_END, micros)
}

fn case_row(operator: &str, product: &ProductRecord, case: &CaseStanding) -> Vec<Value> {
    let presses = match (case.asks_for_action(), case.pressing().first()) {
        (false, _) => WAITS_FOR_NOBODY,
        (true, None) => NO_END,
        (true, Some(clock)) => ends(clock.due_at),
    };
    let searched = std::iter::once(&case.name).chain(&case.identifiers).map(|words| folded(words));
    let content = serde_json::to_string(case).expect("strings, numbers and names become JSON");
    vec![
        operator.into(),
        case_id(&product.id, &case.id).into(),
        product.id.as_str().into(),
        without_zero(&product.name).into(),
        searched.collect::<Vec<_>>().join("\n").into(),
        case.asks_for_action().into(),
        presses.into(),
        content.into(),
    ]
}

/// The clocks of a case that somebody has to act on.
fn clock_rows(operator: &str, product: &ProductRecord, case: &CaseStanding) -> Vec<Vec<Value>> {
    if !case.asks_for_action() {
        return Vec::new();
    }
    let id = case_id(&product.id, &case.id);
    let row = |clock: &ClockStanding| -> Vec<Value> {
        vec![
            operator.into(),
            id.as_str().into(),
            stage_word(clock.stage).into(),
            product.id.as_str().into(),
            ends(clock.due_at).into(),
        ]
    };
    case.pressing().into_iter().map(row).collect()
}

/// The stage in a word, the one JSON writes.
pub(crate) fn stage_word(stage: proofmark_facts::Stage) -> String {
    let word = serde_json::to_value(stage).expect("a name becomes JSON");
    word.as_str().unwrap_or_default().to_owned()
}

/// PostgreSQL's text has no zero.
fn without_zero(words: &str) -> String {
    words.replace('\0', "\u{FFFD}")
}
