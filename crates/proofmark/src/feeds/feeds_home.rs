//! Where copies of feeds lie: a folder a feed, in the home.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use proofmark_actions::{ActionError, FeedCopy, FeedTrouble, is_feed_name};
use proofmark_text::text;
use serde::{Deserialize, Serialize};

use super::copy_folder::CopyFolder;
use super::provider::Provider;
use crate::write::{hindered, write_whole};

/// The file that says what of a folder is the copy: all else in it is on its way in or out.
const STATE: &str = "state.json";

/// The folder of all copies.
#[derive(Debug, Clone)]
pub(crate) struct FeedsHome {
    root: PathBuf,
}

/// What is known of one feed here.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FeedState {
    /// The copy, if there is one.
    pub(crate) copy: Option<FeedCopy>,
    /// Where it is fetched from instead of from its publisher.
    pub(crate) mirror: Option<String>,
    /// What went wrong since.
    pub(crate) trouble: Option<FeedTrouble>,
    /// Of a publisher somebody added: who it is, and which keys are believed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) provider: Option<Provider>,
}

/// Nobody else changes copies as long as this is held.
#[derive(Debug)]
pub(crate) struct FeedsLock {
    _file: File,
}

impl FeedsHome {
    /// The copies of the home in this directory.
    pub(crate) fn of(home: &Path) -> Self {
        Self { root: home.join("feeds") }
    }

    /// Whether anything was ever kept here.
    pub(crate) fn is_there(&self) -> bool {
        self.root.is_dir()
    }

    /// Makes the folder and holds it; refused while another process does.
    pub(crate) fn lock(&self) -> Result<FeedsLock, ActionError> {
        fs::create_dir_all(&self.root).map_err(|error| hindered(&self.root, &error))?;
        let path = self.root.join(".lock");
        let open = File::options().create(true).truncate(false).write(true).open(&path);
        let file = open.map_err(|error| hindered(&path, &error))?;
        match file.try_lock() {
            Ok(()) => Ok(FeedsLock { _file: file }),
            Err(TryLockError::WouldBlock) => Err(ActionError::Hindered(text!("feeds-busy"))),
            Err(TryLockError::Error(error)) => Err(hindered(&path, &error)),
        }
    }

    /// The folder of a feed.
    pub(crate) fn folder(&self, name: &str) -> CopyFolder {
        CopyFolder::new(self.root.join(name))
    }

    /// What is known of a feed; nothing yet where it was never asked for.
    pub(crate) fn state(&self, name: &str) -> Result<FeedState, ActionError> {
        let path = self.root.join(name).join(STATE);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(FeedState::default()),
            Err(error) => return Err(hindered(&path, &error)),
        };
        serde_json::from_slice(&bytes).map_err(|error| {
            let path = path.display().to_string();
            ActionError::Damaged(text!("feeds-state-damaged", path = path, error = error.to_string()))
        })
    }

    /// Keeps what is known of a feed. From then on it is so: the old copy's files are swept away.
    pub(crate) fn keep(&self, name: &str, state: &FeedState) -> Result<(), ActionError> {
        let mut written = serde_json::to_vec_pretty(state).expect("names, numbers and dates become JSON");
        written.push(b'\n');
        write_whole(&self.root.join(name).join(STATE), &written)?;
        self.folder(name).sweep(state.copy.as_ref(), STATE);
        Ok(())
    }

    /// The names of all feeds something is known of here, sorted.
    pub(crate) fn names(&self) -> Result<Vec<String>, ActionError> {
        if !self.is_there() {
            return Ok(Vec::new());
        }
        let entries = fs::read_dir(&self.root).map_err(|error| hindered(&self.root, &error))?;
        let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
        let mut names: Vec<String> =
            names.filter(|name| is_feed_name(name) && self.root.join(name).join(STATE).is_file()).collect();
        names.sort();
        Ok(names)
    }

    /// The publishers somebody added, sorted by the names of their feeds.
    pub(crate) fn providers(&self) -> Result<Vec<Provider>, ActionError> {
        let states = self.names()?.into_iter().map(|name| self.state(&name));
        let states = states.collect::<Result<Vec<_>, _>>()?;
        Ok(states.into_iter().filter_map(|state| state.provider).collect())
    }

    /// Forgets a feed with all that is kept of it.
    pub(crate) fn forget(&self, name: &str) -> Result<(), ActionError> {
        let path = self.root.join(name);
        fs::remove_dir_all(&path).map_err(|error| hindered(&path, &error))
    }

    /// All copies.
    pub(crate) fn copies(&self) -> Result<Vec<FeedCopy>, ActionError> {
        let states =
            self.names()?.into_iter().map(|name| self.state(&name)).collect::<Result<Vec<_>, _>>()?;
        Ok(states.into_iter().filter_map(|state| state.copy).collect())
    }
}
