//! Builds the database anew from all copies, and has that written into the ledger.

use std::collections::BTreeSet;

use jiff::Timestamp;
use proofmark_actions::{ActionError, AdvisoryRecords, IMPORTED, ImportOrder, index_error};
use proofmark_facts::Sha256;
use proofmark_text::{Text, text};
use proofmark_vulndb::Limits;

use super::feeds_home::FeedsHome;
use crate::advisories::read_into;
use crate::home::Home;
use crate::new_database::{Exchanged, exchange_database, is_recorded};
use crate::session::WITH;
use crate::sources::open;

/// Where the database is built, for whom, when.
pub(crate) struct Workshop<'a> {
    /// The home.
    pub(crate) home: &'a Home,
    /// Who asks.
    pub(crate) by: &'a str,
    /// Now.
    pub(crate) now: Timestamp,
    /// Told how far it is.
    pub(crate) progress: &'a dyn Fn(&Text),
}

/// What came of building.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Built {
    /// Records of the copies that could not be read.
    pub(crate) unreadable: u64,
    /// What the new database says otherwise.
    pub(crate) exchanged: Exchanged,
}

/// Builds the database from all copies, unless it was built from just these and recorded. What was imported by hand just now
/// is handed in as it was read: then the database is built in any case. Whoever calls holds the lock of the copies.
pub(crate) fn build_anew(
    workshop: &Workshop<'_>,
    imported: Option<AdvisoryRecords>,
) -> Result<Option<Built>, ActionError> {
    let feeds = FeedsHome::of(workshop.home.path());
    let mut wanted = BTreeSet::new();
    let mut paths = Vec::new();
    for copy in feeds.copies()? {
        let folder = feeds.folder(&copy.feed);
        for file in copy.record_files() {
            wanted.insert(file.sha256);
            if imported.is_none() || copy.feed != IMPORTED {
                paths.push(folder.at(&file.file));
            }
        }
    }
    if wanted.is_empty() || imported.is_none() && built_from(workshop)?.as_ref() == Some(&wanted) {
        return Ok(None);
    }
    let mut records = imported.unwrap_or_else(|| AdvisoryRecords::new(Limits::default()));
    for path in paths {
        read_into(&mut records, &path, &|count| {
            (workshop.progress)(&text!("proofmark-progress-records", count = count));
        })?;
    }
    for digest in wanted {
        records.builder.built_from(digest);
    }
    let order = ImportOrder { by: workshop.by, with: WITH, at: workshop.now };
    let exchanged = exchange_database(records.builder, workshop.home, &order)?;
    Ok(Some(Built { unreadable: records.unreadable, exchanged }))
}

/// What the database there is was built from; `None`: there is none that can be read, or its line was never written.
fn built_from(workshop: &Workshop<'_>) -> Result<Option<BTreeSet<Sha256>>, ActionError> {
    let path = workshop.home.vulnerability_database();
    if !path.exists() || !is_recorded(&path) {
        return Ok(None);
    }
    // A damaged one is built anew: everything it was made of is here.
    let Ok(index) = open(&path) else { return Ok(None) };
    let facts = index.facts().map_err(|error| index_error(&error))?;
    Ok(Some(facts.built_from.into_iter().collect()))
}
