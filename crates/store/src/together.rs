//! Keeping together: what an action writes and what is said of it are one transaction.

use jiff::Timestamp;
use proofmark_facts::{KeepError, Passing, Together};

use crate::passing::{PUT_ONCE, values};
use crate::sql::Mark;
use crate::store::Store;

impl Together for Store {
    fn hold_together(&mut self, note: &Passing, now: Timestamp) {
        let mut values = values(note);
        values.push(now.into());
        self.leaving.clear();
        self.connection.hold_together(Mark { statement: PUT_ONCE, values });
    }

    fn keep_together(&mut self, note: &Passing, is_to_stay: bool, now: Timestamp) -> Result<bool, KeepError> {
        let kept = self.end_together(note, is_to_stay, now);
        // Whatever came between: nothing stays half written.
        self.connection.part();
        // Bytes that nobody knows of, after a crash here, do no harm.
        let leaving = std::mem::take(&mut self.leaving);
        if matches!(kept, Ok(true)) {
            leaving.iter().try_for_each(|digest| self.blobs.remove(digest))?;
        }
        kept
    }
}

impl Store {
    fn end_together(&self, note: &Passing, is_to_stay: bool, now: Timestamp) -> Result<bool, KeepError> {
        if self.connection.is_taken() {
            return Ok(false);
        }
        if self.connection.is_together() {
            let of = [note.kind.as_str().into(), note.key.as_str().into()];
            if is_to_stay {
                let statement =
                    "UPDATE passing SET content = $3, expires_at = $4 WHERE kind = $1 AND name = $2";
                self.connection.execute(statement, &values(note))?;
            } else {
                self.connection.execute("DELETE FROM passing WHERE kind = $1 AND name = $2", &of)?;
            }
            self.connection.keep_together()?;
            return Ok(true);
        }
        // Nothing was written: the note is all there is to keep.
        self.connection.part();
        let mut values = values(note);
        values.push(now.into());
        Ok(!is_to_stay || self.connection.execute(PUT_ONCE, &values)? == 1)
    }
}
