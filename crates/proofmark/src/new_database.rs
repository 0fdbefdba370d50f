//! A new vulnerability database takes the place of the one before it, and the releases it says something else of are
//! assessed anew.

use std::fs::{self, File};
use std::path::Path;

use proofmark_actions::{ActionError, ImportOrder, Owed, index_error, record_import};
use proofmark_text::text;
use proofmark_vulndb::{Builder, Index, publish};

use crate::session::{Session, WITH, user};
use crate::sources::open;
use crate::write::hindered;

/// Puts the database these records make in its place, and records it.
///
/// A mark lies beside it from before the exchange until the line is written. Where one lies there already, an earlier
/// exchange ended in between: what its database said otherwise nobody was told, so everything is assessed anew.
pub(crate) fn replace_database(builder: Builder, session: &Session) -> Result<(), ActionError> {
    let home = session.home()?;
    let path = home.vulnerability_database();
    let signer = home.signer()?;
    let mut store = home.store()?;
    let mark = path.with_extension("unrecorded");
    let before = if mark.exists() { None } else { sound(&path) };
    File::create(&mark).and_then(|mark| mark.sync_all()).map_err(|error| hindered(&mark, &error))?;
    publish(&path, |mut out| builder.write(&mut out)).map_err(|error| index_error(&error))?;
    let after = open(&path)?;
    let facts = after.facts().map_err(|error| index_error(&error))?;
    let changes = before.map(|before| after.changes_since(&before)).transpose();
    let changes = changes.map_err(|error| index_error(&error))?;
    let owed = changes.as_ref().map_or(Owed::Everything, Owed::Changed);
    let by = user();
    let order = ImportOrder { by: &by, with: WITH, at: session.now };
    let jobs = record_import(&order, &facts, owed, &mut store, &signer)?;
    fs::remove_file(&mark).map_err(|error| hindered(&mark, &error))?;
    if let Some(changes) = changes {
        session.say(&text!("proofmark-db-changed", packages = changes.packages(), releases = jobs));
    }
    Ok(())
}

/// The database at this path, if it can be relied on.
fn sound(path: &Path) -> Option<Index> {
    Index::open(path).ok().filter(|index| index.verify().is_ok())
}
