//! The vulnerability database of `AppThreat`, the engine of OWASP dep-scan: asked through its library, by a script of ours, since its
//! program writes no data but tables.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::found::{Found, place};
use super::records::words;
use crate::run::{Call, Complaint};

const SCRIPT: &str = "xtask/race/appthreat.py";

/// Lets it store the same advisories in a home of its own.
pub(crate) fn lay_out(python: &Path, home: &Path, archives: &[PathBuf]) -> Result<(), Complaint> {
    fs::create_dir_all(home).map_err(|error| format!("`{}`: {error}", home.display()))?;
    let archives: Vec<String> =
        archives.iter().map(|archive| archive.to_string_lossy().into_owned()).collect();
    let mut words = vec![SCRIPT, "fill"];
    words.extend(archives.iter().map(String::as_str));
    Call::new(&python.to_string_lossy(), &words).with("VDB_HOME", home.as_os_str()).run()
}

/// What looks a list up.
pub(crate) fn command(python: &Path, home: &Path, list: &Path) -> Command {
    let mut command = Command::new(python);
    command.env("VDB_HOME", home).args([SCRIPT, "scan"]).arg(list).current_dir(crate::run::root());
    command
}

/// What it found: each of its names by itself, since it does not say which are of one vulnerability.
pub(crate) fn findings(output: &Path) -> Result<Vec<Found>, Complaint> {
    let bytes = fs::read(output).map_err(|error| format!("`{}`: {error}", output.display()))?;
    let rows: Vec<Value> =
        serde_json::from_slice(&bytes).map_err(|error| format!("AppThreat's answer: {error}"))?;
    let mut found = Vec::new();
    for row in &rows {
        let Some(purl) = row["purl"].as_str() else { continue };
        found.extend(
            words(row, "names").map(|name| Found { component: place(purl), names: vec![name.to_owned()] }),
        );
    }
    Ok(found)
}
