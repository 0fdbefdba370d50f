//! What a PostgreSQL server is told about tables that are written anew all the time, so that lists are read from indexes alone.

use crate::sql::{Connection, Dialect, SqlError};

/// An index answers by itself only for pages the server knows to hold nothing but what everybody sees, and it learns that by
/// vacuuming; as it comes, it does so once a fifth of a table was written anew. Of ten million findings that are two
/// million, looked up one by one meanwhile. Weeks are counted again with each release: half of each page is left to the new
/// counts, so that they stay where the old ones were and the key's index need not be told.
const OFTEN: &str = "
    ALTER TABLE finding_row SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_insert_scale_factor = 0.02);
    ALTER TABLE component_row SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_insert_scale_factor = 0.02);
    ALTER TABLE component_name SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_insert_scale_factor = 0.02);
    ALTER TABLE finding_week SET (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02);
    ALTER INDEX finding_week_by_product_pkey RENAME TO finding_week_pkey";

/// Tells a server how often to vacuum; SQLite has nothing of the kind.
pub(crate) fn often(connection: &Connection) -> Result<(), SqlError> {
    match connection.dialect() {
        Dialect::Sqlite => Ok(()),
        Dialect::Postgres => connection.run(OFTEN),
    }
}
