//! The store gone through to be proved: rows are made again of what they were made from, by the code that wrote them, and
//! held against those that are there.

use proofmark_facts::{
    HeldRelease, KeepError, KeptLine, PlacedLine, ProductRecord, Proving, ReleaseRecord, RowDifference,
    SchemaDifference, Sha256, StoredDocument, StoredRecord,
};
use serde::de::DeserializeOwned;

use crate::held_rows::{hold_components, hold_findings};
use crate::projection::{PRODUCTS, RELEASES, product_row, release_row};
use crate::release_rows::ReleasePlace;
use crate::sql::{Connection, Row, SqlError, Value};
use crate::store::Store;
use crate::{component_names, finding_weeks, outlook_rows, schema, stray_rows};

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

    fn schema_differences(&self) -> Result<Vec<SchemaDifference>, KeepError> {
        Ok(schema::differences(&self.connection)?)
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
