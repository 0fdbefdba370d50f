//! The whole store, read as it is at one moment, and filled from the beginning in one transaction.

use proofmark_facts::{
    Change, DocumentEntry, Filling, KeepError, Keeping as _, MovingIn, MovingOut, NewJob, Record,
    RecordWrite, ReleaseRows, Sha256,
};

use crate::blobs::Blobs;
use crate::sql::{Connection, Dialect, SqlError};
use crate::store::Store;
use crate::{jobs, ledger, records, release_rows};

impl MovingOut for Store {
    fn hold_still(&mut self) -> Result<(), KeepError> {
        self.connection.run(match self.connection.dialect() {
            Dialect::Sqlite => "BEGIN DEFERRED",
            Dialect::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        })?;
        // The moment is that of the first reading.
        ledger::size(&self.connection)?;
        Ok(())
    }

    fn go_on(&mut self) -> Result<(), KeepError> {
        Ok(self.connection.run("COMMIT")?)
    }

    fn all_documents(&self, after: Option<&Sha256>, limit: usize) -> Result<Vec<DocumentEntry>, KeepError> {
        let asks = "SELECT digest, size, first_line FROM document WHERE digest > $1 ORDER BY digest LIMIT $2";
        // No digest stands before the empty string of bytes.
        let after: Vec<u8> = after.map(|digest| digest.0.to_vec()).unwrap_or_default();
        let rows = self.connection.query(asks, &[after.as_slice().into(), limit.into()])?;
        let mut entries = Vec::with_capacity(rows.len());
        for mut row in rows {
            let (sha256, size, first_line) = (row.digest()?, row.count()?, row.count()?);
            let owners = "SELECT operator FROM kept_document WHERE digest = $1 ORDER BY operator";
            let owners = self.connection.query(owners, &[sha256.into()])?;
            let operators =
                owners.into_iter().map(|mut row| row.text()).collect::<Result<Vec<_>, SqlError>>()?;
            entries.push(DocumentEntry { sha256, size, first_line, operators });
        }
        Ok(entries)
    }

    fn waiting_jobs(&self, after: &str, limit: usize) -> Result<Vec<NewJob>, KeepError> {
        Ok(jobs::waiting(&self.connection, after, limit)?)
    }
}

impl MovingIn for Store {
    fn is_empty(&self) -> Result<bool, KeepError> {
        let records = self.connection.first("SELECT 1 FROM record LIMIT 1", &[])?;
        Ok(records.is_none() && ledger::size(&self.connection)? == 0)
    }

    fn fill(
        &mut self,
        work: &mut dyn FnMut(&mut dyn Filling) -> Result<(), KeepError>,
    ) -> Result<(), KeepError> {
        let blobs = &self.blobs;
        self.connection.transaction(|connection| {
            let mut filled = Filled { connection, blobs };
            work(&mut filled).map_err(SqlError::from)
        })?;
        // What was sealed before belonged to another history; whoever fills a store says which one holds from now on.
        self.last_seal.begin_anew(self.latest_checkpoint()?)
    }
}

/// A store in the transaction that fills it.
struct Filled<'a> {
    connection: &'a Connection,
    blobs: &'a Blobs,
}

impl Filling for Filled<'_> {
    fn line(&mut self, subject: &str, bytes: &[u8]) -> Result<(), KeepError> {
        let write_line = |_| bytes.to_vec();
        let change = Change::of_documents(subject, "", Vec::new(), &write_line);
        ledger::append(self.connection, &change)?;
        Ok(())
    }

    fn checkpoint(&mut self, size: u64, note: &str) -> Result<(), KeepError> {
        let statement = "INSERT INTO ledger_checkpoint (size, note) VALUES ($1, $2)";
        self.connection.execute(statement, &[size.into(), note.into()])?;
        Ok(())
    }

    fn document(&mut self, entry: &DocumentEntry, bytes: &[u8]) -> Result<(), KeepError> {
        self.blobs.put_all(&[(entry.sha256, bytes)])?;
        let statement = "INSERT INTO document (digest, size, first_line) VALUES ($1, $2, $3)";
        self.connection
            .execute(statement, &[entry.sha256.into(), entry.size.into(), entry.first_line.into()])?;
        for operator in &entry.operators {
            let statement = "INSERT INTO kept_document (operator, digest) VALUES ($1, $2)";
            self.connection.execute(statement, &[operator.as_str().into(), entry.sha256.into()])?;
        }
        Ok(())
    }

    fn record(&mut self, record: &Record) -> Result<(), KeepError> {
        let write =
            RecordWrite { key: record.key.clone(), expects: None, content: Some(record.content.clone()) };
        Ok(records::write_all(self.connection, std::slice::from_ref(&write))?)
    }

    fn rows(&mut self, rows: &ReleaseRows) -> Result<(), KeepError> {
        Ok(release_rows::write_all(self.connection, std::slice::from_ref(rows))?)
    }

    fn job(&mut self, job: &NewJob) -> Result<(), KeepError> {
        Ok(jobs::add(self.connection, job)?)
    }
}
