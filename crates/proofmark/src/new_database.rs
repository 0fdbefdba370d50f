//! A new vulnerability database takes the place of the one before it, and the releases it says something else of are
//! assessed anew.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use proofmark_actions::{ActionError, ImportOrder, Owed, index_error, record_import};
use proofmark_vulndb::{Builder, Index, publish};

use crate::home::Home;
use crate::sources::open;
use crate::write::hindered;

/// What came of the exchange.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Exchanged {
    /// Packages the new database speaks of otherwise; `None`: there was none to compare it with.
    pub(crate) packages: Option<usize>,
    /// Releases to be assessed anew.
    pub(crate) releases: usize,
}

/// Puts the database these records make in its place, and records it.
///
/// A mark lies beside it from before the exchange until the line is written. Where one lies there already, an earlier
/// exchange ended in between: what its database said otherwise nobody was told, so everything is assessed anew.
pub(crate) fn exchange_database(
    builder: Builder,
    home: &Home,
    order: &ImportOrder<'_>,
) -> Result<Exchanged, ActionError> {
    let path = home.vulnerability_database();
    let signer = home.signer()?;
    let mut store = home.store()?;
    let before = if is_recorded(&path) { sound(&path) } else { None };
    let mark = mark(&path);
    File::create(&mark).and_then(|mark| mark.sync_all()).map_err(|error| hindered(&mark, &error))?;
    publish(&path, |mut out| builder.write(&mut out)).map_err(|error| index_error(&error))?;
    let after = open(&path)?;
    let facts = after.facts().map_err(|error| index_error(&error))?;
    let changes = before.map(|before| after.changes_since(&before)).transpose();
    let changes = changes.map_err(|error| index_error(&error))?;
    let owed = changes.as_ref().map_or(Owed::Everything, Owed::Changed);
    let releases = record_import(order, &facts, owed, &mut store, &signer)?;
    fs::remove_file(&mark).map_err(|error| hindered(&mark, &error))?;
    Ok(Exchanged { packages: changes.map(|changes| changes.packages()), releases })
}

/// Whether the line of the database that lies there was written.
pub(crate) fn is_recorded(database: &Path) -> bool {
    !mark(database).exists()
}

fn mark(database: &Path) -> PathBuf {
    database.with_extension("unrecorded")
}

/// The database at this path, if it can be relied on.
fn sound(path: &Path) -> Option<Index> {
    Index::open(path).ok().filter(|index| index.verify().is_ok())
}
