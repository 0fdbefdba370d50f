//! `proofmark db`: the local vulnerability database.

use std::path::PathBuf;

use jiff::Timestamp;
use proofmark_actions::{ActionError, ImportOrder, record_import};
use proofmark_facts::{Place, Problem};
use proofmark_text::text;
use proofmark_vulndb::{CoverageFacts, IndexFacts, SourceFacts, publish};
use schemars::JsonSchema;
use serde::Serialize;

use crate::advisories::{Advisories, digest_of, index_error};
use crate::cli::{DbCommand, Format};
use crate::exit::Exit;
use crate::progress::Progress;
use crate::session::{Session, WITH, show_problems, user};
use crate::show::{self, Page};
use crate::sources::open;

/// What a database holds, as `db status` and `db import` say it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DatabaseStatus {
    /// Where it lies.
    pub path: String,
    /// The newest change among its records.
    pub as_of: Option<String>,
    /// Records.
    pub records: u64,
    /// Packages with at least one record.
    pub packages: u64,
    /// Vulnerabilities, each counted once however many records speak of it.
    pub vulnerabilities: u64,
    /// Of these, in a catalogue of those exploited somewhere.
    pub exploited: u64,
    /// Its sources.
    pub sources: Vec<DatabaseSource>,
    /// Ecosystems, with the release of a distribution where it has any.
    pub covers: Vec<String>,
}

/// One source of a database.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DatabaseSource {
    /// Its name.
    pub name: String,
    /// How many records came from it.
    pub records: u64,
    /// The newest change among them.
    pub newest: Option<String>,
}

/// Builds the database, or says what it holds.
pub(crate) fn db(command: &DbCommand, session: &Session) -> Result<Exit, ActionError> {
    match command {
        DbCommand::Import { paths, skip_unreadable } => import(paths, *skip_unreadable, session)?,
        DbCommand::Status => {}
    }
    let path = session.home()?.vulnerability_database();
    if !path.exists() {
        return Err(refused(text!("proofmark-db-not-there")));
    }
    let facts = open(&path)?.facts().map_err(|error| index_error(&error))?;
    let status = status(path.display().to_string(), facts);
    match session.format {
        Format::Json => session.print_json(&status),
        Format::Text => {
            let mut page = Page::new();
            show::database(&mut page, &status);
            session.print(&page.to_string());
        }
    }
    Ok(Exit::Yes)
}

/// Reads every record before anything is replaced; one that cannot be read stops the import unless it may not.
fn import(paths: &[PathBuf], skip_unreadable: bool, session: &Session) -> Result<(), ActionError> {
    let progress = Progress::new(session);
    let mut advisories = Advisories::read(paths, &|count| {
        progress.say(&text!("proofmark-progress-records", count = count));
    })?;
    progress.finish();
    let unreadable = advisories.unreadable;
    show_problems(&advisories.problems);
    if advisories.more_problems > 0 {
        session.say(&text!("proofmark-more-problems", count = advisories.more_problems));
    }
    if unreadable > 0 && !skip_unreadable {
        return Err(refused(text!("proofmark-db-unreadable", count = unreadable)));
    }
    if advisories.records == 0 && advisories.exploited == 0 {
        return Err(refused(text!("proofmark-db-nothing-to-import")));
    }
    advisories.builder.built_from(digest_of(paths)?);
    let path = session.home()?.vulnerability_database();
    let mut store = session.home()?.store()?;
    publish(&path, |mut out| advisories.builder.write(&mut out)).map_err(|error| index_error(&error))?;
    let facts = open(&path)?.facts().map_err(|error| index_error(&error))?;
    let by = user();
    record_import(&ImportOrder { by: &by, with: WITH, at: session.now }, &facts, &mut store)
}

fn refused(says: proofmark_text::Text) -> ActionError {
    ActionError::Refused(vec![Problem::error(Place::default(), says)])
}

fn status(path: String, facts: IndexFacts) -> DatabaseStatus {
    let day = |at: Timestamp| at.strftime("%Y-%m-%d").to_string();
    let source = |source: SourceFacts| DatabaseSource {
        name: source.name,
        records: source.records,
        newest: source.newest.map(day),
    };
    let cover = |cover: CoverageFacts| match cover.release {
        Some(release) => format!("{}:{release}", cover.ecosystem),
        None => cover.ecosystem,
    };
    DatabaseStatus {
        path,
        as_of: facts.as_of.map(day),
        records: facts.records,
        packages: facts.packages,
        vulnerabilities: facts.vulnerabilities,
        exploited: facts.exploited,
        sources: facts.sources.into_iter().map(source).collect(),
        covers: facts.covers.into_iter().map(cover).collect(),
    }
}
