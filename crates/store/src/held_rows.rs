//! Rows of a release that are there: sealed again, and each made again of what it says.

use std::cmp::Ordering;

use proofmark_facts::{Difference, FindingRow, RowDifference, RowSeal, RowSealing};

use crate::component_packages::Packages;
use crate::held_packages;
use crate::release_rows::{
    COMPONENT, COMPONENTS, FINDING, FINDINGS, ReleasePlace, component, component_values, finding,
    finding_values,
};
use crate::sql::{Connection, SqlError, Value};

/// How many rows of a release are read at a time.
const PAGE: usize = 1000;

/// The most rows of a release that are named; that there are more is seen by its seals.
const MOST_NAMED: usize = 100;

/// Seals the components that are there and makes each row again of what it says, and the packages of them all.
pub(crate) fn hold_components(
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
    let mut packages = Packages::default();
    let mut after = Value::Integer(i64::MIN);
    loop {
        let rows = connection.query(&asks, &[&place[..], &[after.clone()]].concat())?;
        if rows.is_empty() {
            differences.extend(held_packages::differences_of_release(connection, place, &packages)?);
            return Ok(seal.finish());
        }
        for mut row in rows {
            let read = component(&mut row)?;
            packages.add(&read);
            let there = row.into_values();
            after = there[3].clone();
            seal.component(&read);
            name(differences, COMPONENTS.difference(&there, &component_values(place, &read)));
        }
    }
}

/// Seals the findings that are there and makes each row again of what it says.
pub(crate) fn hold_findings(
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
