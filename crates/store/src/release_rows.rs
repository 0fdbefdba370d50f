//! Rows of releases: components and findings as lists ask for them, written anew with the change that decided them.

use std::collections::{BTreeMap, HashMap};

use proofmark_facts::{ComponentRow, FindingRow, ReleaseRows};

use crate::facet::Facet;
use crate::finding_names::{Renaming, aliases_of, name_key};
use crate::folding::folded;
use crate::row_key::key_of;
use crate::sql::{Connection, Row, SqlError, Value};
use crate::table::Table;
use crate::{component_names, component_packages, finding_weeks};

/// The columns of a component in the order they are read in.
pub(crate) const COMPONENT: &str = "place, name, version, purl, licences, top_level, asked";

/// The columns of a finding in the order they are read in.
pub(crate) const FINDING: &str = "component, vulnerability, summary, score, epss, exploited, status, unresolved, \
    fixed_in, opened_at, closed_at, closed_because, aliases";

/// Components of releases.
pub(crate) const COMPONENTS: Table = Table {
    name: "component_row",
    columns: &[
        "operator",
        "product",
        "release",
        "place",
        "name",
        "version",
        "purl",
        "licences",
        "top_level",
        "folded_name",
        "row_key",
        "asked",
    ],
    keys: 4,
};

/// Findings of releases.
pub(crate) const FINDINGS: Table = Table {
    name: "finding_row",
    columns: &[
        "operator",
        "product",
        "release",
        "twin",
        "component",
        "vulnerability",
        "summary",
        "score",
        "epss",
        "exploited",
        "status",
        "unresolved",
        "fixed_in",
        "opened_at",
        "closed_at",
        "closed_because",
        "closed",
        "severe",
        "likely",
        "newest",
        "row_key",
        "facet",
        "name_key",
        "aliases",
    ],
    keys: 6,
};

/// Writes the rows a change brings in the place of those there were.
pub(crate) fn write_all(connection: &Connection, releases: &[ReleaseRows]) -> Result<(), SqlError> {
    let mut renamings: BTreeMap<&str, Renaming> = BTreeMap::new();
    for release in releases {
        if let Some(components) = &release.components {
            let place = place(release);
            let before = component_names::of_release(connection, &place)?;
            let rows = || components.iter().map(|row| component_values(&place, row));
            replace(&COMPONENTS, connection, &place, rows)?;
            let after = component_names::of_rows(components);
            component_names::changed(connection, &release.operator, &release.product, &before, &after)?;
            component_packages::changed(connection, &place, components)?;
        }
        if let Some(findings) = &release.findings {
            let place = place(release);
            let names = renamings.entry(&release.operator).or_default();
            names.before(connection, &place)?;
            replace(&FINDINGS, connection, &place, || values_of_findings(&place, findings))?;
            names.after(findings);
            finding_weeks::count(connection, &release.operator, &release.product)?;
        }
    }
    renamings.into_iter().try_for_each(|(operator, names)| names.keep(connection, operator))
}

/// The rows of these findings. The same finding listed twice stays two rows: its twins are counted.
fn values_of_findings(place: &ReleasePlace, findings: &[FindingRow]) -> impl Iterator<Item = Vec<Value>> {
    let mut twins: HashMap<(&str, &str), u64> = HashMap::new();
    findings.iter().map(move |row| {
        let twin = twins.entry((&row.component, &row.vulnerability)).or_default();
        let values = finding_values(place, row, *twin);
        *twin += 1;
        values
    })
}

/// Replaces a release's rows. Most of the time nearly all are what they were: a rescan that finds nothing new writes
/// nothing. They are made as they are needed: those of a large release are never all there at once.
fn replace<R: Iterator<Item = Vec<Value>>>(
    table: &Table,
    connection: &Connection,
    place: &ReleasePlace,
    rows: impl Fn() -> R,
) -> Result<(), SqlError> {
    let Table { name, columns, keys } = table;
    let into = table.with_columns();
    let kept = table.rows(connection, &["operator", "product", "release"], place)?;
    if kept.is_empty() {
        return insert_all(connection, &into, rows());
    }
    // Operator, product and release are the same in all of them.
    let apart = |row: &[Value]| row[place.len()..*keys].to_vec();
    let mut kept: HashMap<Vec<Value>, Vec<Value>> = kept.into_iter().map(|row| (apart(&row), row)).collect();
    let mut changed = Vec::new();
    for row in rows() {
        if kept.remove(&apart(&row)).is_none_or(|before| before != row) {
            changed.push(row);
        }
    }
    if kept.len() > MOST_SINGLE {
        let of_release = "WHERE operator = $1 AND product = $2 AND release = $3";
        connection.execute(&format!("DELETE FROM {name} {of_release}"), place)?;
        drop((kept, changed));
        return insert_all(connection, &into, rows());
    }
    let is = |(place, column): (usize, &&str)| format!("{column} = ${}", place + 1);
    let is_key = columns[..*keys].iter().enumerate().map(is).collect::<Vec<_>>().join(" AND ");
    for gone in kept.values() {
        connection.execute(&format!("DELETE FROM {name} WHERE {is_key}"), &gone[..*keys])?;
    }
    connection.insert(&into, &changed, &table.or_else())
}

/// Writes rows where there are none, some at a time.
fn insert_all(
    connection: &Connection,
    into: &str,
    rows: impl Iterator<Item = Vec<Value>>,
) -> Result<(), SqlError> {
    let mut rows = rows.peekable();
    while rows.peek().is_some() {
        let some: Vec<Vec<Value>> = rows.by_ref().take(AT_A_TIME).collect();
        connection.insert(into, &some, "")?;
    }
    Ok(())
}

/// How many rows are taken away one by one before all are written anew.
const MOST_SINGLE: usize = 100;

/// How many rows are made before they are written. A power of two: few different statements.
const AT_A_TIME: usize = 4096;

/// Operator, product and release: what the rows of a release have in common.
pub(crate) type ReleasePlace = [Value; 3];

fn place(release: &ReleaseRows) -> ReleasePlace {
    let ReleaseRows { operator, product, release, .. } = release;
    [operator.as_str().into(), product.as_str().into(), release.as_str().into()]
}

/// The row of a component, as [`COMPONENTS`] names its columns.
pub(crate) fn component_values(place: &ReleasePlace, row: &ComponentRow) -> Vec<Value> {
    let number = row.place.to_string();
    let mut values = place.to_vec();
    values.extend([
        row.place.into(),
        row.name.as_str().into(),
        row.version.as_str().into(),
        row.purl.as_str().into(),
        row.licences.as_str().into(),
        row.top_level.into(),
        folded(&row.name).into(),
        row_key(place, &[&number]).into(),
        row.asked.as_ref().map_or(Value::Null, |words| words.join("\n").into()),
    ]);
    values
}

/// The row of a finding, as [`FINDINGS`] names its columns; the how manieth of its like it is, from zero.
pub(crate) fn finding_values(place: &ReleasePlace, row: &FindingRow, twin: u64) -> Vec<Value> {
    let order = OrderKeys::of(row);
    let aliases = aliases_of(row);
    let mut values = place.to_vec();
    values.extend([
        twin.into(),
        row.component.as_str().into(),
        row.vulnerability.as_str().into(),
        row.summary.as_str().into(),
        row.score.into(),
        row.epss.into(),
        row.exploited.into(),
        row.status.as_str().into(),
        row.unresolved.into(),
        row.fixed_in.as_str().into(),
        row.opened_at.into(),
        row.closed_at.into(),
        row.closed_because.as_str().into(),
        row.closed_at.is_some().into(),
        order.severe.into(),
        order.likely.into(),
        order.newest.into(),
        row_key(place, &[&row.component, &row.vulnerability, &twin.to_string()]).into(),
        Facet::of(row).number().into(),
        name_key(&row.component, &row.vulnerability, &aliases).into(),
        aliases.into(),
    ]);
    values
}

/// Numbers that are smallest for what comes first in a list.
struct OrderKeys {
    severe: i64,
    likely: i64,
    newest: i64,
}

/// One more than the largest EPSS in millionths, and than the largest score times ten; both begin at -1.
const EPSS_STEPS: i64 = 1_000_002;
const SCORE_STEPS: i64 = 102;

impl OrderKeys {
    /// Among equally severe ones the likelier comes first, among equally likely ones the severer.
    fn of(row: &FindingRow) -> Self {
        let score = row.score.clamp(-1, SCORE_STEPS - 2) + 1;
        let epss = row.epss.clamp(-1, EPSS_STEPS - 2) + 1;
        Self {
            severe: -(score * EPSS_STEPS + epss),
            likely: -(epss * SCORE_STEPS + score),
            newest: crate::sql::micros(row.opened_at).saturating_neg(),
        }
    }
}

/// What no finding of this score or less comes before, by severity.
pub(crate) fn severe_until(score: i64) -> i64 {
    severe_from(score) - EPSS_STEPS
}

/// The words for the score times ten that a `likely` holds.
pub(crate) fn score_of_likely(column: &str) -> String {
    format!("((0 - {column}) % {SCORE_STEPS} - 1)")
}

/// The largest `severe` a finding of this score or more can have.
pub(crate) fn severe_from(score: i64) -> i64 {
    -((score.clamp(-1, SCORE_STEPS - 2) + 1) * EPSS_STEPS)
}

/// The key of a row: by its place and these parts, see [`key_of`].
fn row_key([_, product, release]: &ReleasePlace, parts: &[&str]) -> i64 {
    let mut whole: Vec<&str> = [product, release].into_iter().map(Value::words).collect();
    whole.extend(parts);
    key_of(&whole)
}

/// A component as [`COMPONENT`] names its columns.
pub(crate) fn component(row: &mut Row) -> Result<ComponentRow, SqlError> {
    Ok(ComponentRow {
        place: row.count()?,
        name: row.text()?,
        version: row.text()?,
        purl: row.text()?,
        licences: row.text()?,
        top_level: row.flag()?,
        asked: row.maybe_text()?.map(|words| words.lines().map(str::to_owned).collect()),
    })
}

/// A finding as [`FINDING`] names its columns.
pub(crate) fn finding(row: &mut Row) -> Result<FindingRow, SqlError> {
    Ok(FindingRow {
        component: row.text()?,
        vulnerability: row.text()?,
        summary: row.text()?,
        score: row.integer()?,
        epss: row.integer()?,
        exploited: row.flag()?,
        status: row.text()?,
        unresolved: row.flag()?,
        fixed_in: row.text()?,
        opened_at: row.instant()?,
        closed_at: row.maybe_instant()?,
        closed_because: row.text()?,
        aliases: row.text()?.lines().map(str::to_owned).collect(),
    })
}
