//! Taking documents away for good, once the ledger said so.

use proofmark_facts::{Forgetting, KeepError, Sha256};

use crate::store::Store;

impl Forgetting for Store {
    /// The database forgets it first: bytes that nobody knows of, after a crash, do no harm.
    fn forget_document(&mut self, operator: &str, digest: &Sha256) -> Result<bool, KeepError> {
        let alone = self.connection.transaction(|connection| {
            let statement = "DELETE FROM kept_document WHERE operator = $1 AND digest = $2";
            connection.execute(statement, &[operator.into(), (*digest).into()])?;
            let others =
                connection.first("SELECT 1 FROM kept_document WHERE digest = $1", &[(*digest).into()])?;
            if others.is_some() {
                return Ok(false);
            }
            let gone = connection.execute("DELETE FROM document WHERE digest = $1", &[(*digest).into()])?;
            Ok(gone > 0)
        })?;
        if alone && self.connection.is_together() {
            self.leaving.push(*digest);
        } else if alone {
            self.blobs.remove(digest)?;
        }
        Ok(alone)
    }
}
