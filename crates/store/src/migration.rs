//! Migrations: each is one file for both databases, applied once and in order, and never edited after its release.

use proofmark_facts::KeepError;

use crate::component_names;
use crate::component_packages;
use crate::error;
use crate::finding_names;
use crate::owners::find_owners;
use crate::sql::{Connection, Dialect, SqlError};
use crate::translation::{REFUSES, for_postgres};
use crate::upkeep;

/// Every migration, oldest first; the schema's version is how many were applied.
const MIGRATIONS: &[Migration] = &[
    Migration { sql: include_str!("../migrations/0001_ledger_and_documents.sql"), then: None },
    Migration { sql: include_str!("../migrations/0002_system_of_record.sql"), then: Some(find_owners) },
    Migration { sql: include_str!("../migrations/0003_overviews.sql"), then: Some(component_names::fill) },
    Migration { sql: include_str!("../migrations/0004_finding_facets.sql"), then: Some(finding_names::fill) },
    Migration { sql: include_str!("../migrations/0005_sums_of_weeks.sql"), then: None },
    Migration { sql: include_str!("../migrations/0006_components_by_name.sql"), then: None },
    Migration { sql: include_str!("../migrations/0007_weeks_by_product.sql"), then: Some(upkeep::often) },
    Migration {
        sql: include_str!("../migrations/0008_packages_of_releases.sql"),
        then: Some(component_packages::fill),
    },
    Migration {
        sql: include_str!("../migrations/0009_words_components_are_asked_by.sql"),
        then: Some(component_packages::fill_unknown),
    },
];

/// Makes the schema from nothing, where nothing is kept yet.
pub(crate) fn make_empty(
    connection: &Connection,
    translate: impl Fn(&str) -> String,
) -> Result<(), SqlError> {
    for migration in MIGRATIONS {
        connection.run(&translate(migration.sql))?;
        // Some indexes are made once what was kept before is filled in.
        migration.then.map_or(Ok(()), |then| then(connection))?;
    }
    Ok(())
}

/// A step forward of the schema.
struct Migration {
    /// What both databases are told.
    sql: &'static str,
    /// What SQL alone cannot do to what is already kept.
    then: Option<Afterwards>,
}

type Afterwards = fn(&Connection) -> Result<(), SqlError>;

/// Whoever migrates a PostgreSQL database holds this lock: the letters `PfMk`.
const LOCK: &str = "SELECT pg_advisory_xact_lock(1348881771)";

/// Brings the database forward to this program's schema. Two processes at once apply each migration once.
pub(crate) fn migrate(connection: &Connection) -> Result<(), KeepError> {
    let known = i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX);
    if applied(connection)? == known {
        return Ok(());
    }
    Ok(connection.transaction(|connection| {
        if connection.dialect() == Dialect::Postgres {
            connection.query(LOCK, &[])?;
        }
        let found = applied(connection)?;
        if found > known {
            return Err(error::too_new(found, known).into());
        }
        if found == 0 && connection.dialect() == Dialect::Postgres {
            check_new(connection)?;
            found_postgres(connection)?;
        }
        for migration in MIGRATIONS.iter().skip(usize::try_from(found).unwrap_or(0)) {
            match connection.dialect() {
                Dialect::Sqlite => connection.run(migration.sql)?,
                Dialect::Postgres => connection.run(&for_postgres(migration.sql))?,
            }
            migration.then.map_or(Ok(()), |then| then(connection))?;
        }
        set_applied(connection, known)
    })?)
}

fn applied(connection: &Connection) -> Result<i64, SqlError> {
    let (there, asks) = match connection.dialect() {
        Dialect::Sqlite => ("SELECT 1", "SELECT user_version FROM pragma_user_version"),
        Dialect::Postgres => (
            // Asked as a table: what looks names up may answer from before somebody else's migration.
            "SELECT 1 FROM pg_catalog.pg_tables WHERE schemaname = current_schema() \
             AND tablename = 'schema_version'",
            "SELECT coalesce(max(version), 0) FROM schema_version",
        ),
    };
    if connection.first(there, &[])?.is_none() {
        return Ok(0);
    }
    connection.first(asks, &[])?.map_or(Ok(0), |mut row| row.integer())
}

/// A database that has our tables and does not say how far it was brought is no new one: it lost what said so.
fn check_new(connection: &Connection) -> Result<(), SqlError> {
    let asks = "SELECT 1 FROM pg_catalog.pg_tables WHERE schemaname = current_schema() AND tablename = 'ledger_line'";
    match connection.first(asks, &[])? {
        Some(_) => Err(error::table_gone("schema_version").into()),
        None => Ok(()),
    }
}

fn set_applied(connection: &Connection, version: i64) -> Result<(), SqlError> {
    connection.run(&match connection.dialect() {
        Dialect::Sqlite => format!("PRAGMA user_version = {version}"),
        Dialect::Postgres => format!("UPDATE schema_version SET version = {version}"),
    })
}

/// What a new PostgreSQL database needs before the first migration. Any text must fit into it.
fn found_postgres(connection: &Connection) -> Result<(), SqlError> {
    let encoding = connection.first("SELECT current_setting('server_encoding')", &[])?;
    let encoding = encoding.map_or(Ok(String::new()), |mut row| row.text())?;
    if encoding != "UTF8" {
        return Err(error::not_utf8(&encoding).into());
    }
    connection.run(REFUSES)?;
    connection
        .run("CREATE TABLE schema_version (version BIGINT NOT NULL); INSERT INTO schema_version VALUES (0)")
}
