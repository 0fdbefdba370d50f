//! What passes: kept until it expires, in no ledger.

use jiff::Timestamp;
use proofmark_facts::{KeepError, Passing, PassingThings};

use crate::sql::{SqlError, Value};
use crate::store::Store;

/// Puts a thing unless one of its kind and key is there and has not expired.
pub(crate) const PUT_ONCE: &str = "INSERT INTO passing (kind, name, content, uses, expires_at) VALUES ($1, $2, $3, 0, $4) \
    ON CONFLICT (kind, name) DO UPDATE SET content = excluded.content, uses = 0, \
    expires_at = excluded.expires_at WHERE passing.expires_at <= $5";

impl PassingThings for Store {
    fn put_passing(&mut self, thing: &Passing) -> Result<(), KeepError> {
        let statement = "INSERT INTO passing (kind, name, content, uses, expires_at) VALUES ($1, $2, $3, 0, $4) \
                         ON CONFLICT (kind, name) DO UPDATE SET content = excluded.content, uses = 0, \
                         expires_at = excluded.expires_at";
        self.connection.execute(statement, &values(thing))?;
        Ok(())
    }

    fn put_passing_once(&mut self, thing: &Passing, now: Timestamp) -> Result<bool, KeepError> {
        let mut values = values(thing);
        values.push(now.into());
        Ok(self.connection.execute(PUT_ONCE, &values)? == 1)
    }

    fn passing(&self, kind: &str, key: &str, now: Timestamp) -> Result<Option<Passing>, KeepError> {
        let asks =
            "SELECT content, expires_at FROM passing WHERE kind = $1 AND name = $2 AND expires_at > $3";
        let found = self.connection.first(asks, &[kind.into(), key.into(), now.into()])?;
        let read = |mut row: crate::sql::Row| {
            let (content, expires_at) = (row.text()?, row.instant()?);
            Ok::<_, SqlError>(Passing { kind: kind.to_owned(), key: key.to_owned(), content, expires_at })
        };
        Ok(found.map(read).transpose()?)
    }

    fn passing_behind(
        &self,
        kind: &str,
        (key_prefix, behind): (&str, &str),
        most: usize,
        now: Timestamp,
    ) -> Result<Vec<Passing>, KeepError> {
        let asks = "SELECT name, content, expires_at FROM passing WHERE kind = $1 AND name >= $2 AND substr(name, 1, length($2)) = $2 \
                    AND name > $3 AND expires_at > $4 ORDER BY name LIMIT $5";
        let asks = asks.replace("$2", "CAST($2 AS TEXT)");
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let values = [kind.into(), key_prefix.into(), behind.into(), now.into(), most.into()];
        let read = |mut row: crate::sql::Row| {
            let (key, content, expires_at) = (row.text()?, row.text()?, row.instant()?);
            Ok::<_, SqlError>(Passing { kind: kind.to_owned(), key, content, expires_at })
        };
        Ok(self.connection.query(&asks, &values)?.into_iter().map(read).collect::<Result<_, _>>()?)
    }

    fn take_passing(&mut self, kind: &str, key: &str, now: Timestamp) -> Result<Option<Passing>, KeepError> {
        let statement = "DELETE FROM passing WHERE kind = $1 AND name = $2 RETURNING content, expires_at";
        let Some(mut row) = self.connection.first(statement, &[kind.into(), key.into()])? else {
            return Ok(None);
        };
        let (content, expires_at) = (row.text()?, row.instant()?);
        let thing = Passing { kind: kind.to_owned(), key: key.to_owned(), content, expires_at };
        Ok(Some(thing).filter(|thing| thing.expires_at > now))
    }

    fn drop_passing(&mut self, kind: &str, key_prefix: &str) -> Result<u64, KeepError> {
        // Compared letter by letter, so that no sign of the prefix means anything.
        let statement =
            "DELETE FROM passing WHERE kind = $1 AND name >= $2 AND substr(name, 1, length($2)) = $2";
        let statement = statement.replace("$2", "CAST($2 AS TEXT)");
        Ok(self.connection.execute(&statement, &[kind.into(), key_prefix.into()])?)
    }

    fn count_passing(
        &mut self,
        kind: &str,
        key: &str,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<u64, KeepError> {
        let statement = "INSERT INTO passing (kind, name, content, uses, expires_at) VALUES ($1, $2, '', 1, $3) \
            ON CONFLICT (kind, name) DO UPDATE SET \
            uses = CASE WHEN passing.expires_at <= $4 THEN 1 ELSE passing.uses + 1 END, \
            expires_at = CASE WHEN passing.expires_at <= $4 THEN excluded.expires_at ELSE passing.expires_at END \
            RETURNING uses";
        let values = [kind.into(), key.into(), expires_at.into(), now.into()];
        let counted = self.connection.first(statement, &values)?;
        Ok(counted.map_or(Ok(0), |mut row| row.count())?)
    }

    fn forget_expired(&mut self, now: Timestamp) -> Result<u64, KeepError> {
        Ok(self.connection.execute("DELETE FROM passing WHERE expires_at <= $1", &[now.into()])?)
    }
}

pub(crate) fn values(thing: &Passing) -> Vec<Value> {
    vec![
        thing.kind.as_str().into(),
        thing.key.as_str().into(),
        thing.content.as_str().into(),
        thing.expires_at.into(),
    ]
}
