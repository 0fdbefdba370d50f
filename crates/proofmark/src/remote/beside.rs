//! The files beside a dossier, gathered for a server: every one the command would read here, and no other.

use std::path::Path;

use proofmark_actions::{ActionError, HandedFor, check_inputs, files_to_hand_in};
use proofmark_facts::Beside as _;

use super::form::Form;
use crate::advisories::advisory_files;
use crate::commands::named;
use crate::directory::{Directory, read_file};
use crate::sources::located;

/// Adds to the form what is wanted of a directory, each file by the name the dossier gives it, below this folder.
///
/// Where a file cannot be handed in, the reason is the one the command would give here: what is wrong with the
/// dossier goes first.
pub(super) fn gather(
    path: &Path,
    wanted: HandedFor,
    folder: &str,
    form: &mut Form,
) -> Result<(), ActionError> {
    let directory = Directory::open(path)?;
    gather_from(&directory, wanted, folder, form).map_err(|error| named(error, path))
}

fn gather_from(
    directory: &Directory,
    wanted: HandedFor,
    folder: &str,
    form: &mut Form,
) -> Result<(), ActionError> {
    let named = files_to_hand_in(directory, wanted)?;
    let mut late = None;
    for name in &named.files {
        match directory.read(name) {
            Ok(Some(bytes)) => form.add(&format!("{folder}{name}"), &bytes)?,
            // What is not there is told by whoever misses it.
            Ok(None) => {}
            Err(error) => late = late.or(Some(error.into())),
        }
    }
    for name in &named.advisories {
        if let Err(error) = gather_advisories(directory, name, folder, form) {
            late = late.or(Some(error));
        }
    }
    let Some(error) = late else { return Ok(()) };
    check_inputs(directory)?;
    Err(error)
}

/// The file of this name, or every advisory in the folder of this name.
fn gather_advisories(
    directory: &Directory,
    name: &str,
    folder: &str,
    form: &mut Form,
) -> Result<(), ActionError> {
    for there in located(directory, &[name.to_owned()])? {
        for file in advisory_files(&there)? {
            let below = file.strip_prefix(&there).unwrap_or(&file);
            let steps: Vec<_> = below.iter().map(|step| step.to_string_lossy()).collect();
            let name = name.trim_end_matches('/');
            let full = if steps.is_empty() { name.to_owned() } else { format!("{name}/{}", steps.join("/")) };
            form.add(&format!("{folder}{full}"), &read_file(&file)?)?;
        }
    }
    Ok(())
}
