//! The vulnerability databases an assessment asks: the installation's, and one made of advisories beside the dossier.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use proofmark_actions::{ActionError, DatabaseStatus, VulnerabilitySource, index_error};
use proofmark_facts::{Place, Problem};
use proofmark_text::text;
use proofmark_vulndb::{Index, publish};

use crate::advisories::{digest_of, read_advisories};
use crate::directory::Directory;
use crate::home::Home;
use crate::write::hindered;

/// How it is made sure that no byte of a database changed since it was built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MadeSure {
    /// By its SHA-256: for what is kept, signed or built upon.
    ByDigest,
    /// By the sums of its parts, several times as fast: for an answer that is only shown.
    BySums,
}

/// Opens the database asked for, else the home's if there is one, and one over the declared advisories.
pub(crate) fn open_sources(
    home: &Home,
    asked_for: Option<&Path>,
    directory: &Directory,
    advisories: &[String],
) -> Result<Vec<VulnerabilitySource>, ActionError> {
    let mut sources = open_installed(home, asked_for, MadeSure::ByDigest)?;
    if !advisories.is_empty() {
        let paths = located(directory, advisories)?;
        let index = snapshot(home, &paths).map_err(|error| beside(error, directory))?;
        sources.push(VulnerabilitySource { name: advisories.join(", "), index });
    }
    Ok(sources)
}

/// Opens the database asked for, else the home's if there is one.
pub(crate) fn open_installed(
    home: &Home,
    asked_for: Option<&Path>,
    made_sure: MadeSure,
) -> Result<Vec<VulnerabilitySource>, ActionError> {
    let installed = home.vulnerability_database();
    let database = match asked_for {
        Some(path) => Some(path.to_owned()),
        None => is_there(&installed)?.then_some(installed),
    };
    let source = |path: PathBuf| {
        let index = open_made_sure(&path, made_sure)?;
        Ok(VulnerabilitySource { name: path.display().to_string(), index })
    };
    database.into_iter().map(source).collect()
}

/// Whether there is such a file; a folder that may not be looked into hinders, rather than hiding it.
fn is_there(path: &Path) -> Result<bool, ActionError> {
    path.try_exists().map_err(|error| hindered(path, &error))
}

/// What the database at this path holds, as known now.
pub(crate) fn status_of(path: &Path, now: Timestamp) -> Result<DatabaseStatus, ActionError> {
    if !is_there(path)? {
        let says = text!("proofmark-db-not-there");
        return Err(ActionError::Refused(vec![Problem::error(Place::default(), says)]));
    }
    let facts = open(path)?.facts().map_err(|error| index_error(&error))?;
    Ok(DatabaseStatus::of(path.display().to_string(), facts, now))
}

/// Opens a database by memory map, and makes sure that no byte of it changed since it was built.
pub(crate) fn open(path: &Path) -> Result<Index, ActionError> {
    open_made_sure(path, MadeSure::ByDigest)
}

fn open_made_sure(path: &Path, made_sure: MadeSure) -> Result<Index, ActionError> {
    let opened = Index::open(path).and_then(|index| {
        match made_sure {
            MadeSure::ByDigest => index.verify(),
            MadeSure::BySums => index.check_sums(),
        }
        .map(|()| index)
    });
    opened.map_err(|error| match index_error(&error) {
        ActionError::Damaged(_) => {
            // Named in full: it does not lie beside the dossier.
            let full = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
            let place = Place { file: Some(full.display().to_string()), ..Place::default() };
            ActionError::Refused(vec![Problem::error(place, error.says())])
        }
        other => other,
    })
}

/// Names advisories as the dossier does, not by where they really lie.
fn beside(error: ActionError, directory: &Directory) -> ActionError {
    let ActionError::Refused(mut problems) = error else { return error };
    for file in problems.iter_mut().filter_map(|problem| problem.place.file.as_mut()) {
        *file = directory.beside(file);
    }
    ActionError::Refused(problems)
}

/// Where the files and folders the dossier names as advisories really lie.
pub(crate) fn located(directory: &Directory, advisories: &[String]) -> Result<Vec<PathBuf>, ActionError> {
    let mut paths = Vec::new();
    for name in advisories {
        let Some(path) = directory.locate(name)? else {
            let says = text!("proofmark-advisories-not-there", name = name);
            return Err(ActionError::Refused(vec![Problem::error(Place::at("advisories"), says)]));
        };
        paths.push(path);
    }
    Ok(paths)
}

/// The database over these files, made once: its name is the digest of what it was made of.
fn snapshot(home: &Home, paths: &[PathBuf]) -> Result<Index, ActionError> {
    let (digest, each) = digest_of(paths)?;
    let path = home.snapshot_database(&digest.to_string());
    // One that is damaged is made anew: everything it was made of is here.
    if let Ok(index) = open(&path) {
        return Ok(index);
    }
    let mut advisories = read_advisories(paths, &|_| {})?;
    if advisories.unreadable > 0 {
        return Err(ActionError::Refused(advisories.problems));
    }
    // Of where they lie nothing is said: a verdict names what it rests on, wherever that is.
    for digest in each {
        advisories.builder.built_from(digest);
    }
    home.make()?;
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(|error| hindered(folder, &error))?;
    publish(&path, |mut out| advisories.builder.write(&mut out)).map_err(|error| index_error(&error))?;
    open(&path)
}
