//! The house `proofmark serve` shows: stores from a pool, the home's key and vulnerability database, the clock.

use std::fs;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use jiff::Timestamp;
use proofmark_actions::{
    ActionError, DatabaseStatus, KeptFiles, Post, StateInUse, Strongbox, VulnerabilitySource, index_error,
    kept_advisories, state_in_use,
};
use proofmark_facts::Keeping;
use proofmark_store::StorePool;
use proofmark_text::{Text, text};
use proofmark_trust::SignerKey;
use proofmark_vulndb::Index;
use proofmark_web::{Exhibit, Feed, Feeds, House, Issuers, StoreWork};

use crate::feeds::{FeedsHome, standings};
use crate::session::{WITH, now};
use crate::show;
use crate::sources::{open, status_of};
use crate::worker::{KeyBox, Outside};

/// Stores, key, database and clock.
pub(crate) struct ServedHouse {
    pool: StorePool,
    signer: SignerKey,
    database: PathBuf,
    feeds: FeedsHome,
    outside: Outside,
    strongbox: KeyBox,
    issuers: Issuers,
    /// The database whose bytes were all looked at last, by when it was written and how long it is.
    verified: Mutex<Option<(SystemTime, u64)>>,
    demonstration: bool,
}

impl ServedHouse {
    /// A house over this pool, with the home's key, the place of its database, and the way outside.
    pub(crate) fn new(pool: StorePool, signer: SignerKey, database: PathBuf, outside: Outside) -> Self {
        let (strongbox, issuers) = (KeyBox::of(&signer), Issuers::over(outside.clone()));
        let feeds = FeedsHome::of(&database.with_file_name(""));
        Self {
            pool,
            signer,
            database,
            feeds,
            outside,
            strongbox,
            issuers,
            verified: Mutex::new(None),
            demonstration: false,
        }
    }

    /// The same, said on every page to be a demonstration.
    pub(crate) fn demonstrating(self) -> Self {
        Self { demonstration: true, ..self }
    }

    /// The installation's vulnerability database, if there is one. All its bytes are looked at once for each that is
    /// brought in, not for each request.
    fn index(&self) -> Result<Option<Index>, ActionError> {
        let Ok(about) = fs::metadata(&self.database) else { return Ok(None) };
        let found = (about.modified().unwrap_or(SystemTime::UNIX_EPOCH), about.len());
        let mut verified = self.verified.lock().unwrap_or_else(PoisonError::into_inner);
        if *verified == Some(found) {
            drop(verified);
            return Index::open(&self.database).map(Some).map_err(|error| index_error(&error));
        }
        let index = open(&self.database)?;
        *verified = Some(found);
        Ok(Some(index))
    }
}

impl House for ServedHouse {
    fn now(&self) -> Timestamp {
        now()
    }

    fn draw(&self, bytes: &mut [u8]) -> Result<(), Text> {
        getrandom::fill(bytes).map_err(|error| text!("proofmark-no-randomness", error = error.to_string()))
    }

    fn with_store(&self, work: &mut StoreWork<'_>) -> Result<(), ActionError> {
        let mut store = self.pool.get()?;
        work(&mut *store);
        Ok(())
    }

    fn open_sources(
        &self,
        advisories: &[String],
        files: &KeptFiles<'_>,
    ) -> Result<Vec<VulnerabilitySource>, ActionError> {
        let name = self.database.display().to_string();
        let installed = self.index()?.map(|index| VulnerabilitySource { name, index });
        Ok(installed.into_iter().chain(kept_advisories(advisories, files)?).collect())
    }

    fn edition(&self) -> Result<Option<String>, ActionError> {
        let index = self.index()?;
        Ok(Some(index.map_or_else(|| "none".to_owned(), |index| index.digest().to_string())))
    }

    fn feeds(&self) -> Result<Option<Feeds>, ActionError> {
        let Some(index) = self.index()? else { return Ok(None) };
        let facts = index.facts().map_err(|error| index_error(&error))?.as_known_at(now());
        let written = fs::metadata(&self.database).and_then(|about| about.modified()).ok();
        let feed = |source: proofmark_vulndb::SourceFacts| Feed {
            name: source.name,
            records: source.records,
            newest: source.newest,
        };
        Ok(Some(Feeds {
            records: facts.records,
            exploited: facts.listed,
            built_at: written.and_then(|at| Timestamp::try_from(at).ok()),
            sources: facts.sources.into_iter().map(feed).collect(),
            standings: standings(&self.feeds, now())?,
        }))
    }

    fn database(&self) -> Result<DatabaseStatus, ActionError> {
        let now = now();
        Ok(status_of(&self.database, now)?.with_feeds(standings(&self.feeds, now)?))
    }

    fn in_words(&self, exhibit: &Exhibit<'_>, columns: u16) -> String {
        show::in_words(exhibit, usize::from(columns))
    }

    fn in_json(&self, exhibit: &Exhibit<'_>) -> String {
        show::in_json(exhibit)
    }

    fn signer(&self) -> &SignerKey {
        &self.signer
    }

    fn strongbox(&self) -> &dyn Strongbox {
        &self.strongbox
    }

    fn issuers(&self) -> &Issuers {
        &self.issuers
    }

    fn state_in_use(&self, store: &dyn Keeping) -> Result<StateInUse, ActionError> {
        state_in_use(store)
    }

    fn program(&self) -> &'static str {
        WITH
    }

    fn is_demonstration(&self) -> bool {
        self.demonstration
    }

    fn post(&self) -> &dyn Post {
        &self.outside
    }
}
