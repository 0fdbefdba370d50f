//! Where public test data is found, or a sentence that it is not.

use std::path::PathBuf;

/// The folder an environment variable names, where it exists. Otherwise says that the test is skipped.
pub(crate) fn folder(variable: &str) -> Option<PathBuf> {
    let folder = std::env::var_os(variable).map(PathBuf::from).filter(|folder| folder.is_dir());
    if folder.is_none() {
        println!("skipped: `{variable}` names no folder of test data");
    }
    folder
}
