//! Proofmark's home: the one directory that holds the store, the ledger's key and the vulnerability database.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use proofmark_actions::{ActionError, StateInUse, built_in, state_in_use};
use proofmark_facts::Keeping;
use proofmark_store::{Place, Store};
use proofmark_text::text;
use proofmark_trust::{KeyName, SignerKey, SigningKey};

use crate::record_cli::StoreArgs;
use crate::write::{hindered, write_secret_once};

/// The directory, not necessarily there yet.
#[derive(Clone)]
pub(crate) struct Home {
    directory: PathBuf,
    /// Where database and documents are, if not in the directory. May hold a password: never shown.
    elsewhere: StoreArgs,
}

impl Home {
    /// The directory asked for, else `PROOFMARK_HOME`, else the platform's place for a user's data; database and
    /// documents where asked for, else where `PROOFMARK_DATABASE` and `PROOFMARK_BLOBS` say.
    pub(crate) fn find(asked_for: Option<PathBuf>, elsewhere: &StoreArgs) -> Result<Self, ActionError> {
        let from_environment =
            |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let address = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
        let elsewhere = StoreArgs {
            database: elsewhere.database.clone().or_else(|| address("PROOFMARK_DATABASE")),
            blobs: elsewhere.blobs.clone().or_else(|| address("PROOFMARK_BLOBS")),
        };
        let data = || {
            from_environment("XDG_DATA_HOME")
                .or_else(|| from_environment("LOCALAPPDATA"))
                .or_else(|| from_environment("HOME").map(|home| home.join(".local/share")))
                .map(|data| data.join("proofmark"))
        };
        asked_for
            .or_else(|| from_environment("PROOFMARK_HOME"))
            .or_else(data)
            .map(|directory| Self { directory, elsewhere })
            .ok_or_else(|| ActionError::Hindered(text!("proofmark-no-home")))
    }

    /// This directory with everything in it, whatever the environment says.
    pub(crate) fn at(directory: &Path) -> Self {
        Self { directory: directory.to_owned(), elsewhere: StoreArgs::default() }
    }

    /// The store, made if need be.
    pub(crate) fn store(&self) -> Result<Store, ActionError> {
        self.make()?;
        Ok(Store::connect(&self.place()?)?)
    }

    /// Where database and documents are.
    pub(crate) fn place(&self) -> Result<Place, ActionError> {
        let place = Place::of_home(&self.directory);
        let place = match &self.elsewhere.database {
            Some(address) => place.with_database(address)?,
            None => place,
        };
        Ok(match &self.elsewhere.blobs {
            Some(address) => place.with_blobs(address)?,
            None => place,
        })
    }

    /// The state of the law in use here; where nothing was ever kept, the one that is built in.
    pub(crate) fn state_in_use(&self) -> Result<StateInUse, ActionError> {
        if self.has_store() { state_in_use(&self.store()?) } else { Ok(built_in()) }
    }

    /// Whether a ledger was ever kept here.
    pub(crate) fn has_store(&self) -> bool {
        match &self.elsewhere.database {
            // A server is asked when it is needed; that it cannot be reached is told then.
            Some(address) => address.contains("://") || Path::new(address).exists(),
            None => self.directory.join("store.db").exists(),
        }
    }

    /// Where the vulnerability database lies.
    pub(crate) fn vulnerability_database(&self) -> PathBuf {
        self.directory.join("vulnerabilities.index")
    }

    /// Where databases made of advisories beside a dossier are kept, by the digest of what they were made of.
    pub(crate) fn snapshot_database(&self, digest: &str) -> PathBuf {
        self.directory.join("snapshots").join(format!("{digest}.index"))
    }

    /// The key the ledger is signed with, made on first use from the system's randomness.
    ///
    /// Two processes that both find none end up with the same key: the first one to name its file wins.
    pub(crate) fn signer(&self) -> Result<SignerKey, ActionError> {
        let path = self.key_path();
        if !path.exists() {
            // A new key over a sealed ledger would make a forgery look like the ledger it replaced.
            if self.has_store() && was_sealed(&self.store()?)? {
                let path = path.display().to_string();
                return Err(ActionError::Damaged(text!("proofmark-key-gone", path = path)));
            }
            self.make()?;
            write_secret_once(&path, new_key()?.to_secret_line().as_bytes())?;
        }
        let line = fs::read_to_string(&path).map_err(|error| hindered(&path, &error))?;
        SignerKey::from_secret_line(line.trim_end_matches('\n')).map_err(|error| {
            let path = path.display().to_string();
            ActionError::Damaged(text!("proofmark-key-damaged", path = path, error = error.to_string()))
        })
    }

    /// The key, if there is one already.
    pub(crate) fn existing_signer(&self) -> Result<Option<SignerKey>, ActionError> {
        if self.key_path().exists() { self.signer().map(Some) } else { Ok(None) }
    }

    /// The directory itself.
    pub(crate) fn path(&self) -> &Path {
        &self.directory
    }

    /// Where the ledger's key lies.
    pub(crate) fn key_path(&self) -> PathBuf {
        self.directory.join("keys").join("ledger.key")
    }

    /// What of it others on this machine can look at: the directory, or the key in it.
    #[cfg(unix)]
    pub(crate) fn open_to_others(&self) -> Option<PathBuf> {
        use std::os::unix::fs::PermissionsExt;
        let is_open = |path: &PathBuf| {
            fs::metadata(path).is_ok_and(|metadata| metadata.permissions().mode() & 0o077 != 0)
        };
        [self.directory.clone(), self.key_path()].into_iter().find(is_open)
    }

    /// Makes the directory, for its owner alone; one that is there and empty becomes its owner's alone.
    pub(crate) fn make(&self) -> Result<(), ActionError> {
        #[cfg(unix)]
        if fs::read_dir(&self.directory).is_ok_and(|mut entries| entries.next().is_none()) {
            let own = std::os::unix::fs::PermissionsExt::from_mode(0o700);
            // Another's directory keeps what it has: `serve` and `doctor` say so.
            fs::set_permissions(&self.directory, own).unwrap_or_default();
        }
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&self.directory).map_err(|error| hindered(&self.directory, &error))
    }
}

/// Whether a checkpoint is there, or remembered.
fn was_sealed(store: &Store) -> Result<bool, ActionError> {
    Ok(store.latest_checkpoint()?.is_some() || store.remembered_checkpoint()?.is_some())
}

/// A fresh key under a name of its own, so that no two ledgers are mistaken for each other.
fn new_key() -> Result<SignerKey, ActionError> {
    let mut random = [0_u8; 36];
    getrandom::fill(&mut random).map_err(|error| {
        ActionError::Hindered(text!("proofmark-no-randomness", error = error.to_string()))
    })?;
    let (seed, rest) = random.split_first_chunk::<32>().expect("36 bytes begin with 32");
    let number = u32::from_be_bytes(*rest.first_chunk().expect("36 bytes are 32 and 4"));
    let name = format!("proofmark-ledger-{number:08x}");
    let name: KeyName = name.parse().expect("letters, digits and hyphens make a key's name");
    Ok(SignerKey::new(name, SigningKey::from_seed(seed)))
}
