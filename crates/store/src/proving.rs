//! The store gone through to be proved: rows are made again of what they were made from, by the code that wrote them, and
//! held against those that are there.

use std::cmp::Ordering;

use proofmark_facts::{
    Difference, FindingRow, HeldRelease, KeepError, KeptLine, PlacedLine, ProductRecord, Proving,
    ReleaseRecord, RowDifference, RowSeal, RowSealing, Sha256, StoredDocument, StoredRecord,
};
use serde::de::DeserializeOwned;

use crate::projection::{PRODUCTS, RELEASES, product_row, release_row};
use crate::release_rows::{
    COMPONENT, COMPONENTS, FINDING, FINDINGS, ReleasePlace, component, component_values, finding,
    finding_values,
};
use crate::sql::{Connection, Row, SqlError, Value};
use crate::store::Store;
use crate::{component_names, finding_weeks, outlook_rows, stray_rows};

/// How many rows of a release are read at a time.
const PAGE: usize = 1000;

/// The most rows of a release that are named; that there are more is seen by its seals.
const MOST_NAMED: usize = 100;

impl Proving for Store {
    fn placed_lines(&self, from: u64, limit: usize) -> Result<Vec<PlacedLine>, KeepError> {
        let asks = "SELECT line_index, bytes, subject, sequence FROM ledger_line \
                    WHERE line_index >= $1 ORDER BY line_index LIMIT $2";
        let rows = self.connection.query(asks, &[from.into(), limit.into()])?;
        let placed = rows.into_iter().map(|mut row| {
            let line = KeptLine { index: row.count()?, bytes: row.bytes()? };
            Ok(PlacedLine { line, subject: row.text()?, sequence: row.count()? })
        });
        Ok(placed.collect::<Result<_, SqlError>>()?)
    }

    fn nodes(&self, level: u8, from: u64, limit: usize) -> Result<Vec<(u64, [u8; 32])>, KeepError> {
        let asks = "SELECT node_index, hash FROM ledger_node \
                    WHERE level = $1 AND node_index >= $2 ORDER BY node_index LIMIT $3";
        let rows = self.connection.query(asks, &[i64::from(level).into(), from.into(), limit.into()])?;
        let nodes = rows.into_iter().map(|mut row| Ok((row.count()?, row.digest()?.0)));
        Ok(nodes.collect::<Result<_, SqlError>>()?)
    }

    fn stored_records(
        &self,
        after: Option<&[String; 3]>,
        limit: usize,
    ) -> Result<Vec<StoredRecord>, KeepError> {
        let (from, mut values): (_, Vec<Value>) = match after {
            None => ("", Vec::new()),
            Some(key) => (
                "WHERE (operator, kind, id) > ($1, $2, $3)",
                key.iter().map(|part| part.as_str().into()).collect(),
            ),
        };
        values.push(limit.into());
        let asks = format!(
            "SELECT operator, kind, id, content, sha256 FROM record {from} ORDER BY operator, kind, id LIMIT ${}",
            values.len()
        );
        let rows = self.connection.query(&asks, &values)?;
        let records = rows.into_iter().map(|mut row| {
            let key = [row.text()?, row.text()?, row.text()?];
            Ok(StoredRecord { key, content: row.bytes()?, sha256: row.digest()? })
        });
        Ok(records.collect::<Result<_, SqlError>>()?)
    }

    fn stored_documents(
        &self,
        after: Option<&Sha256>,
        limit: usize,
    ) -> Result<Vec<StoredDocument>, KeepError> {
        // No digest stands before the empty string of bytes.
        let after: Vec<u8> = after.map(|digest| digest.0.to_vec()).unwrap_or_default();
        let asks = "SELECT digest, size, first_line FROM document WHERE digest > $1 ORDER BY digest LIMIT $2";
        let rows = self.connection.query(asks, &[after.as_slice().into(), limit.into()])?;
        Ok(rows.into_iter().map(document).collect::<Result<_, SqlError>>()?)
    }

    fn stored_document(&self, digest: &Sha256) -> Result<Option<StoredDocument>, KeepError> {
        let asks = "SELECT digest, size, first_line FROM document WHERE digest = $1";
        Ok(self.connection.first(asks, &[(*digest).into()])?.map(document).transpose()?)
    }

    fn stored_owners(
        &self,
        after: Option<&(String, Sha256)>,
        limit: usize,
    ) -> Result<Vec<(String, Sha256)>, KeepError> {
        let (from, mut values): (_, Vec<Value>) = match after {
            None => ("", Vec::new()),
            Some((operator, digest)) => {
                ("WHERE (operator, digest) > ($1, $2)", vec![operator.as_str().into(), (*digest).into()])
            }
        };
        values.push(limit.into());
        let asks = format!(
            "SELECT operator, digest FROM kept_document {from} ORDER BY operator, digest LIMIT ${}",
            values.len()
        );
        let rows = self.connection.query(&asks, &values)?;
        let owners = rows.into_iter().map(|mut row| Ok((row.text()?, row.digest()?)));
        Ok(owners.collect::<Result<_, SqlError>>()?)
    }

    fn is_owner(&self, operator: &str, digest: &Sha256) -> Result<bool, KeepError> {
        let asks = "SELECT 1 FROM kept_document WHERE operator = $1 AND digest = $2";
        Ok(self.connection.first(asks, &[operator.into(), (*digest).into()])?.is_some())
    }

    fn product_differences(&self, operator: &str, product: &str) -> Result<Vec<RowDifference>, KeepError> {
        let differences = self.connection.at_one_moment(|connection| {
            let record: Option<ProductRecord> = record_of(connection, operator, "product", product)?;
            let Some(record) = record else { return Ok(Vec::new()) };
            let place = [operator.into(), record.id.as_str().into()];
            let there = PRODUCTS.rows(connection, &["operator", "id"], &place)?;
            let mut differences = PRODUCTS.differences(there, vec![product_row(operator, &record)]);
            differences.extend(outlook_rows::differences(connection, operator, &record)?);
            differences.extend(finding_weeks::differences(connection, operator, &record.id)?);
            differences.extend(component_names::differences(connection, operator, &record.id)?);
            Ok(differences)
        });
        Ok(differences?)
    }

    fn held_release(&self, operator: &str, id: &str) -> Result<Option<HeldRelease>, KeepError> {
        let held = self.connection.at_one_moment(|connection| {
            let record: Option<ReleaseRecord> = record_of(connection, operator, "release", id)?;
            let Some(record) = record else { return Ok(None) };
            let place: ReleasePlace =
                [operator.into(), record.product.as_str().into(), record.version.as_str().into()];
            let there = RELEASES.rows(connection, &["operator", "product", "release"], &place)?;
            let mut differences = RELEASES.differences(there, vec![release_row(operator, &record)]);
            let components = hold_components(connection, &place, &mut differences)?;
            let findings = hold_findings(connection, &place, &mut differences)?;
            Ok(Some(HeldRelease { record, components, findings, differences }))
        });
        Ok(held?)
    }

    fn stray_rows(&self, limit: usize) -> Result<Vec<RowDifference>, KeepError> {
        Ok(self.connection.at_one_moment(|connection| stray_rows::find(connection, limit))?)
    }
}

fn document(mut row: Row) -> Result<StoredDocument, SqlError> {
    Ok(StoredDocument { sha256: row.digest()?, size: row.count()?, first_line: row.count()? })
}

/// A record's content; one that cannot be read is named where records are held against the ledger.
fn record_of<T: DeserializeOwned>(
    connection: &Connection,
    operator: &str,
    kind: &str,
    id: &str,
) -> Result<Option<T>, SqlError> {
    let asks = "SELECT content FROM record WHERE operator = $1 AND kind = $2 AND id = $3";
    let found = connection.first(asks, &[operator.into(), kind.into(), id.into()])?;
    let Some(mut row) = found else { return Ok(None) };
    Ok(serde_json::from_slice(&row.bytes()?).ok())
}

/// Seals the components that are there and makes each row again of what it says.
fn hold_components(
    connection: &Connection,
    place: &ReleasePlace,
    differences: &mut Vec<RowDifference>,
) -> Result<RowSeal, SqlError> {
    let asks = format!(
        "SELECT {COMPONENT}, {} FROM component_row WHERE operator = $1 AND product = $2 AND release = $3 \
         AND place > $4 ORDER BY place LIMIT {PAGE}",
        COMPONENTS.list()
    );
    let mut seal = RowSealing::default();
    let mut after = Value::Integer(i64::MIN);
    loop {
        let rows = connection.query(&asks, &[&place[..], &[after.clone()]].concat())?;
        if rows.is_empty() {
            return Ok(seal.finish());
        }
        for mut row in rows {
            let read = component(&mut row)?;
            let there = row.into_values();
            after = there[3].clone();
            seal.component(&read);
            name(differences, COMPONENTS.difference(&there, &component_values(place, &read)));
        }
    }
}

/// Seals the findings that are there and makes each row again of what it says.
fn hold_findings(
    connection: &Connection,
    place: &ReleasePlace,
    differences: &mut Vec<RowDifference>,
) -> Result<RowSeal, SqlError> {
    let asks = format!(
        "SELECT {FINDING}, {} FROM finding_row WHERE operator = $1 AND product = $2 AND release = $3 \
         AND (component, vulnerability, twin) > ($4, $5, $6) \
         ORDER BY component, vulnerability, twin LIMIT {PAGE}",
        FINDINGS.list()
    );
    let mut sealing = InOrder::default();
    let mut after: Vec<Value> = vec!["".into(), "".into(), Value::Integer(i64::MIN)];
    let mut twins = Twins::default();
    loop {
        let rows = connection.query(&asks, &[&place[..], &after[..]].concat())?;
        if rows.is_empty() {
            return match sealing.finish() {
                Some(seal) => Ok(seal),
                None => seal_all_findings(connection, place),
            };
        }
        for mut row in rows {
            let read = finding(&mut row)?;
            let there = row.into_values();
            after = vec![there[4].clone(), there[5].clone(), there[3].clone()];
            let wanted = finding_values(place, &read, twins.next(&read));
            name(differences, FINDINGS.difference(&there, &wanted));
            // Seals are of milliseconds; what is finer was never written.
            let finer = |at: Option<jiff::Timestamp>| at.is_some_and(|at| at.as_microsecond() % 1000 != 0);
            for (column, at) in [("opened_at", Some(read.opened_at)), ("closed_at", read.closed_at)] {
                if finer(at) {
                    let difference = Difference::Columns(vec![column]);
                    name(differences, Some(FINDINGS.named(&there[..FINDINGS.keys], difference)));
                }
            }
            sealing.take(read);
        }
    }
}

fn name(differences: &mut Vec<RowDifference>, difference: Option<RowDifference>) {
    differences.extend(difference.filter(|_| differences.len() < MOST_NAMED));
}

/// Counts findings of one component and vulnerability, as they were counted when they were written.
#[derive(Default)]
struct Twins {
    of: (String, String),
    next: u64,
}

impl Twins {
    fn next(&mut self, row: &FindingRow) -> u64 {
        if self.of.0 != row.component || self.of.1 != row.vulnerability {
            self.of = (row.component.clone(), row.vulnerability.clone());
            self.next = 0;
        }
        self.next += 1;
        self.next - 1
    }
}

/// The same seal of all findings at once: PostgreSQL writes two letters otherwise, and orders them so.
fn seal_all_findings(connection: &Connection, place: &ReleasePlace) -> Result<RowSeal, SqlError> {
    let asks = format!(
        "SELECT {FINDING} FROM finding_row WHERE operator = $1 AND product = $2 AND release = $3 \
         ORDER BY component, vulnerability, twin"
    );
    let rows = connection.query(&asks, place)?;
    let mut findings: Vec<FindingRow> =
        rows.into_iter().map(|mut row| finding(&mut row)).collect::<Result<_, SqlError>>()?;
    findings.sort_by(|one, other| {
        (&one.component, &one.vulnerability, one.opened_at).cmp(&(
            &other.component,
            &other.vulnerability,
            other.opened_at,
        ))
    });
    Ok(RowSeal::of_findings(&findings))
}

/// Seals findings in the order of component, vulnerability and when they were found. They come in the order of the first
/// two, so only twins are gathered.
#[derive(Default)]
struct InOrder {
    seal: RowSealing,
    twins: Vec<FindingRow>,
    broken: bool,
}

impl InOrder {
    fn take(&mut self, row: FindingRow) {
        if let Some(twin) = self.twins.first() {
            let before = (&twin.component, &twin.vulnerability);
            let order = before.cmp(&(&row.component, &row.vulnerability));
            self.broken |= order == Ordering::Greater;
            if order != Ordering::Equal {
                self.seal_twins();
            }
        }
        self.twins.push(row);
    }

    fn seal_twins(&mut self) {
        let mut twins = std::mem::take(&mut self.twins);
        twins.sort_by_key(|twin| twin.opened_at);
        for twin in &twins {
            self.seal.finding(twin);
        }
    }

    /// `None`: they did not come in that order.
    fn finish(mut self) -> Option<RowSeal> {
        self.seal_twins();
        (!self.broken).then(|| self.seal.finish())
    }
}
