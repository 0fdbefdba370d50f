//! What lists show of records: columns to sort and filter by, written with the record and never by themselves.

use std::collections::BTreeSet;

use jiff::civil::Date;
use proofmark_facts::{
    FindingTally, GateAnswer, ProductRecord, RecordKey, RecordKind, RecordWrite, ReleaseRecord,
};
use serde::de::DeserializeOwned;

use crate::component_names;
use crate::component_packages;
use crate::error;
use crate::finding_names::Renaming;
use crate::finding_weeks;
use crate::folding::folded;
use crate::outlook_rows;
use crate::sql::{Connection, SqlError, Value};
use crate::table::Table;

/// Lists sort it behind every day there is.
const NEVER: Date = Date::MAX;

/// Shows in the lists what a record now holds.
pub(crate) fn project(connection: &Connection, write: &RecordWrite) -> Result<(), SqlError> {
    match write.key.kind {
        RecordKind::Product => product(connection, write),
        RecordKind::Release => release(connection, write),
        _ => Ok(()),
    }
}

/// The gate's answer as the lists keep it; nothing where the product was never assessed.
pub(crate) fn gate_word(gate: Option<GateAnswer>) -> &'static str {
    match gate {
        None => "",
        Some(GateAnswer::Open) => "open",
        Some(GateAnswer::Closed) => "closed",
        Some(GateAnswer::NotAsked) => "not-asked",
    }
}

fn product(connection: &Connection, write: &RecordWrite) -> Result<(), SqlError> {
    let RecordKey { operator, id, .. } = &write.key;
    let Some(content) = &write.content else {
        let statement = "DELETE FROM product_row WHERE operator = $1 AND id = $2";
        connection.execute(statement, &[operator.as_str().into(), id.as_str().into()])?;
        return outlook_rows::write(connection, operator, id, None);
    };
    let record: ProductRecord = parsed(&write.key, content)?;
    connection.insert(&PRODUCTS.with_columns(), &[product_row(operator, &record)], &PRODUCTS.or_else())?;
    outlook_rows::write(connection, operator, id, Some(&record))
}

fn release(connection: &Connection, write: &RecordWrite) -> Result<(), SqlError> {
    let operator: Value = write.key.operator.as_str().into();
    let Some(content) = &write.content else {
        let Some((product, version)) = write.key.id.split_once(' ') else { return Ok(()) };
        let place = [operator.clone(), product.into(), version.into()];
        let names = component_names::of_release(connection, &place)?;
        let mut renaming = Renaming::default();
        renaming.before(connection, &place)?;
        for table in ["release_row", "component_row", "finding_row"] {
            let statement =
                format!("DELETE FROM {table} WHERE operator = $1 AND product = $2 AND release = $3");
            connection.execute(&statement, &place)?;
        }
        let operator = &write.key.operator;
        finding_weeks::count(connection, operator, product)?;
        component_names::changed(connection, operator, product, &names, &BTreeSet::new())?;
        component_packages::changed(connection, &place, &[])?;
        return renaming.keep(connection, operator);
    };
    let record: ReleaseRecord = parsed(&write.key, content)?;
    connection.insert(
        &RELEASES.with_columns(),
        &[release_row(&write.key.operator, &record)],
        &RELEASES.or_else(),
    )
}

/// Products as lists sort and filter them.
pub(crate) const PRODUCTS: Table = Table {
    name: "product_row",
    columns: &[
        "operator",
        "id",
        "folded_name",
        "archived",
        "gate",
        "calm",
        "support_ends_on",
        "obligations_late",
        "critical",
        "high",
        "medium",
        "low",
        "unrated",
        "exploited",
        "undecided",
    ],
    keys: 2,
};

/// Releases in the order they came.
pub(crate) const RELEASES: Table =
    Table { name: "release_row", columns: &["operator", "product", "release", "newest"], keys: 3 };

/// What lists show of a product.
pub(crate) fn product_row(operator: &str, record: &ProductRecord) -> Vec<Value> {
    let standing = record.standing.as_ref();
    let gate = standing.map(|standing| standing.gate);
    let findings = standing.map(|standing| standing.findings).unwrap_or_default();
    let support_ends_on = standing.and_then(|standing| standing.support_ends_on).unwrap_or(NEVER);
    let late = standing.map_or(0, |standing| standing.obligations.late);
    vec![
        operator.into(),
        record.id.as_str().into(),
        folded(&record.name).into(),
        record.archived.into(),
        gate_word(gate).into(),
        calm(gate, &findings).into(),
        support_ends_on.to_string().into(),
        late.into(),
        findings.critical.into(),
        findings.high.into(),
        findings.medium.into(),
        findings.low.into(),
        findings.unrated.into(),
        findings.exploited.into(),
        findings.undecided.into(),
    ]
}

/// Where a release stands among those of its product.
pub(crate) fn release_row(operator: &str, record: &ReleaseRecord) -> Vec<Value> {
    let newest = i64::try_from(record.number).unwrap_or(i64::MAX).saturating_neg();
    vec![operator.into(), record.product.as_str().into(), record.version.as_str().into(), newest.into()]
}

/// A record's content as its kind promises it.
pub(crate) fn parsed<T: DeserializeOwned>(key: &RecordKey, content: &[u8]) -> Result<T, SqlError> {
    serde_json::from_slice(content).map_err(|e| error::unreadable_record(key, &e).into())
}

/// How little a product needs somebody: the smaller, the sooner. Closed gates come first, then what is exploited
/// somewhere, then critical findings, then high ones, then all others. Counts that are too large stop counting.
fn calm(gate: Option<GateAnswer>, findings: &FindingTally) -> i64 {
    let closed = u64::from(gate == Some(GateAnswer::Closed));
    let others = findings.medium + findings.low + findings.unrated;
    let parts = [(findings.exploited, 12), (findings.critical, 14), (findings.high, 16), (others, 18)];
    let urgency =
        parts.into_iter().fold(closed, |urgency, (count, bits)| urgency << bits | count.min((1 << bits) - 1));
    // One bit and sixty more: it fits.
    i64::try_from(urgency).unwrap_or(i64::MAX).saturating_neg()
}

#[cfg(test)]
mod tests {
    use proofmark_facts::{FindingTally, GateAnswer};

    use super::calm;

    #[test]
    fn a_closed_gate_comes_before_any_number_of_findings_and_a_worse_one_before_many_milder() {
        let tally = |critical, high, medium, exploited| FindingTally {
            critical,
            high,
            medium,
            exploited,
            ..FindingTally::default()
        };
        let order = [
            calm(Some(GateAnswer::Closed), &tally(0, 0, 1, 0)),
            calm(Some(GateAnswer::Open), &tally(0, 0, 1, 1)),
            calm(Some(GateAnswer::Open), &tally(1, 0, 0, 0)),
            calm(Some(GateAnswer::Open), &tally(0, u64::MAX / 4, 0, 0)),
            calm(Some(GateAnswer::Open), &tally(0, 1, u64::MAX / 4, 0)),
            calm(Some(GateAnswer::NotAsked), &tally(0, 0, 7, 0)),
            calm(None, &FindingTally::default()),
        ];
        assert!(order.is_sorted_by(|one, other| one < other), "{order:?}");
    }
}
