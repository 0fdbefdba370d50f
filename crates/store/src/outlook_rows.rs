//! What overviews show of a product's record: days, cases and annexes, written with the record and never by themselves.

use proofmark_facts::{CaseStanding, Outlook, ProductRecord, case_id};

use crate::folding::folded;
use crate::sql::{Connection, SqlError, Value, micros};

/// Stands for "no such instant": behind every instant there is.
pub(crate) const NO_END: i64 = i64::MAX - 1;

/// Behind everything that waits for somebody.
const WAITS_FOR_NOBODY: i64 = i64::MAX;

const TABLES: [&str; 4] = ["outlook_row", "readiness_row", "case_row", "clock_row"];

/// Shows what now lies ahead of the product; of one that was put away or taken out, nothing.
pub(crate) fn write(
    connection: &Connection,
    operator: &str,
    product: &str,
    record: Option<&ProductRecord>,
) -> Result<(), SqlError> {
    for table in TABLES {
        let statement = format!("DELETE FROM {table} WHERE operator = $1 AND product = $2");
        connection.execute(&statement, &[operator.into(), product.into()])?;
    }
    let Some(record) = record.filter(|record| !record.archived) else { return Ok(()) };
    let Some(outlook) = record.standing.as_ref().and_then(|standing| standing.outlook.as_ref()) else {
        return Ok(());
    };
    days(connection, operator, product, outlook)?;
    let place: [Value; 2] = [operator.into(), product.into()];
    let parts: Vec<Vec<Value>> = outlook
        .readiness
        .iter()
        .map(|(part, tally)| {
            let counts = [tally.met, tally.open, tally.late, tally.undecided, tally.not_applicable];
            let counts = counts.into_iter().map(Value::from);
            place.iter().cloned().chain([part.word().into()]).chain(counts).collect()
        })
        .collect();
    let into = "readiness_row (operator, product, part, met, open, late, undecided, not_applicable)";
    connection.insert(into, &parts, "")?;
    for case in &outlook.cases {
        write_case(connection, operator, record, case)?;
    }
    Ok(())
}

fn days(connection: &Connection, operator: &str, product: &str, outlook: &Outlook) -> Result<(), SqlError> {
    let binds_next_on = outlook.binds_next_on.map(|day| day.to_string()).unwrap_or_default();
    let row = vec![operator.into(), product.into(), binds_next_on.into()];
    connection.insert("outlook_row (operator, product, binds_next_on)", &[row], "")
}

fn write_case(
    connection: &Connection,
    operator: &str,
    product: &ProductRecord,
    case: &CaseStanding,
) -> Result<(), SqlError> {
    let id = case_id(&product.id, &case.id);
    let pressing = case.pressing();
    let ends = |due_at: Option<jiff::Timestamp>| due_at.map_or(NO_END, micros);
    let presses = match (case.asks_for_action(), pressing.first()) {
        (false, _) => WAITS_FOR_NOBODY,
        (true, None) => NO_END,
        (true, Some(clock)) => ends(clock.due_at),
    };
    let searched = std::iter::once(&case.name).chain(&case.identifiers).map(|words| folded(words));
    let content = serde_json::to_string(case).expect("strings, numbers and names become JSON");
    let row: Vec<Value> = vec![
        operator.into(),
        id.as_str().into(),
        product.id.as_str().into(),
        without_zero(&product.name).into(),
        searched.collect::<Vec<_>>().join("\n").into(),
        case.asks_for_action().into(),
        presses.into(),
        content.into(),
    ];
    let into = "case_row (operator, id, product, product_name, searched, asks, presses, content)";
    connection.insert(into, &[row], "")?;
    if !case.asks_for_action() {
        return Ok(());
    }
    let clocks: Vec<Vec<Value>> = pressing
        .into_iter()
        .map(|clock| {
            let stage = stage_word(clock.stage);
            vec![
                operator.into(),
                id.as_str().into(),
                stage.into(),
                product.id.as_str().into(),
                ends(clock.due_at).into(),
            ]
        })
        .collect();
    connection.insert("clock_row (operator, case_id, stage, product, due_at)", &clocks, "")
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
