//! Keeping: one change, one ledger line, one transaction.

use proofmark_facts::{Change, KeepError, Keeping, KeptLine, Record, RecordKey, RecordKind, Sha256};

use crate::sql::{Connection, SqlError, Value};
use crate::store::Store;
use crate::{jobs, ledger, records, release_rows};

/// Digests that are asked for in one statement.
const MOST_PLACES: usize = 500;

impl Keeping for Store {
    /// Documents go to their place first: one that no line names, after a crash, does no harm.
    fn keep(&mut self, change: &Change<'_>) -> Result<KeptLine, KeepError> {
        self.blobs.put_all(&change.documents)?;
        let store: &Self = self;
        Ok(store.connection.transaction(|connection| {
            records::write_all(connection, &change.records)?;
            release_rows::write_all(connection, &change.rows)?;
            jobs::add_all(connection, &change.jobs)?;
            let line = ledger::append(connection, change)?;
            name_documents(connection, change, line.index)?;
            // Behind the line: from there to the commit every other change waits, so what is so now is so when it is kept.
            change.condition.map_or(Ok(()), |condition| condition.check(store))?;
            Ok(line)
        })?)
    }

    fn document(&self, digest: &Sha256) -> Result<Option<Vec<u8>>, KeepError> {
        let known =
            self.connection.first("SELECT size FROM document WHERE digest = $1", &[(*digest).into()])?;
        known.map(|_| self.blobs.get(digest)).transpose()
    }

    fn document_of(&self, operator: &str, digest: &Sha256) -> Result<Option<Vec<u8>>, KeepError> {
        let asks = "SELECT 1 FROM kept_document WHERE operator = $1 AND digest = $2";
        let known = self.connection.first(asks, &[operator.into(), (*digest).into()])?;
        known.map(|_| self.blobs.get(digest)).transpose()
    }

    fn documents_size(&self, operator: &str, digests: &[Sha256]) -> Result<u64, KeepError> {
        let mut bytes = 0;
        for some in digests.chunks(MOST_PLACES) {
            let places: Vec<String> = (2..some.len() + 2).map(|place| format!("${place}")).collect();
            let asks = format!(
                "SELECT d.size FROM kept_document k JOIN document d ON d.digest = k.digest \
                 WHERE k.operator = $1 AND k.digest IN ({})",
                places.join(", ")
            );
            let values: Vec<Value> =
                std::iter::once(operator.into()).chain(some.iter().map(|digest| (*digest).into())).collect();
            for mut row in self.connection.query(&asks, &values)? {
                bytes += row.count()?;
            }
        }
        Ok(bytes)
    }

    fn record(&self, key: &RecordKey) -> Result<Option<Record>, KeepError> {
        Ok(records::read(&self.connection, key)?)
    }

    fn records(
        &self,
        operator: &str,
        kind: RecordKind,
        after: &str,
        limit: usize,
    ) -> Result<Vec<Record>, KeepError> {
        Ok(records::read_some(&self.connection, operator, kind, after, limit)?)
    }

    fn all_records(&self, after: Option<&RecordKey>, limit: usize) -> Result<Vec<Record>, KeepError> {
        Ok(records::read_all(&self.connection, after, limit)?)
    }

    fn ledger_size(&self) -> Result<u64, KeepError> {
        Ok(ledger::size(&self.connection)?)
    }

    fn lines(&self, from: u64, limit: usize) -> Result<Vec<KeptLine>, KeepError> {
        let asks =
            "SELECT line_index, bytes FROM ledger_line WHERE line_index >= $1 ORDER BY line_index LIMIT $2";
        Ok(ledger::lines(&self.connection, asks, &[from.into(), limit.into()])?)
    }

    fn lines_about(&self, subject: &str, size: u64) -> Result<Vec<KeptLine>, KeepError> {
        let asks = "SELECT line_index, bytes FROM ledger_line \
                    WHERE subject = $1 AND line_index < $2 ORDER BY line_index";
        Ok(ledger::lines(&self.connection, asks, &[subject.into(), size.into()])?)
    }

    fn node(&self, level: u8, index: u64) -> Result<[u8; 32], KeepError> {
        ledger::node(&self.connection, level, index)
    }

    fn keep_checkpoint(&mut self, size: u64, note: &str) -> Result<(), KeepError> {
        let statement = "INSERT INTO ledger_checkpoint (size, note) VALUES ($1, $2) ON CONFLICT DO NOTHING";
        self.connection.execute(statement, &[size.into(), note.into()])?;
        self.last_seal.remember(size, note)
    }

    fn checkpoints(&self, above: u64, limit: usize) -> Result<Vec<(u64, String)>, KeepError> {
        let asks = "SELECT size, note FROM ledger_checkpoint WHERE size > $1 ORDER BY size LIMIT $2";
        let rows = self.connection.query(asks, &[above.into(), limit.into()])?;
        let read = |mut row: crate::sql::Row| Ok((row.count()?, row.text()?));
        Ok(rows.into_iter().map(read).collect::<Result<_, SqlError>>()?)
    }

    fn latest_checkpoint(&self) -> Result<Option<(u64, String)>, KeepError> {
        let asks = "SELECT size, note FROM ledger_checkpoint ORDER BY size DESC LIMIT 1";
        let found = self.connection.first(asks, &[])?;
        Ok(found.map(|mut row| Ok::<_, SqlError>((row.count()?, row.text()?))).transpose()?)
    }

    fn remembered_checkpoint(&self) -> Result<Option<(u64, String)>, KeepError> {
        self.last_seal.read()
    }
}

/// Says of the change's documents that they are kept, and that they are the operator's.
fn name_documents(connection: &Connection, change: &Change<'_>, line: u64) -> Result<(), SqlError> {
    let kept: Vec<Vec<Value>> = change
        .documents
        .iter()
        .map(|(digest, bytes)| vec![(*digest).into(), bytes.len().into(), line.into()])
        .collect();
    connection.insert("document (digest, size, first_line)", &kept, "ON CONFLICT DO NOTHING")?;
    let owned: Vec<Vec<Value>> =
        change.documents.iter().map(|(digest, _)| vec![change.operator.into(), (*digest).into()]).collect();
    connection.insert("kept_document (operator, digest)", &owned, "ON CONFLICT DO NOTHING")
}
