//! Proofmark itself: the program as it is released, its own database, its findings.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use super::found::{Found, place};
use super::records::{entries, words};
use crate::run::Complaint;

/// Imports the same advisories into a home of its own.
pub(crate) fn lay_out(program: &Path, home: &Path, archives: &[PathBuf]) -> Result<(), Complaint> {
    let mut command = Command::new(program);
    command.env("PROOFMARK_HOME", home).args(["feeds", "import", "--quiet"]).args(archives);
    // What it imported is no part of the tables.
    let status = command.stdout(Stdio::null()).status();
    let status = status.map_err(|error| format!("`{}` could not be started: {error}", program.display()))?;
    if status.success() { Ok(()) } else { Err("the advisories could not be imported".to_owned()) }
}

/// What looks a list up.
pub(crate) fn command(program: &Path, home: &Path, list: &Path) -> Command {
    let mut command = Command::new(program);
    command.env("PROOFMARK_HOME", home).args(["scan", "--quiet", "--format", "json"]).arg(list);
    command
}

/// What it found, and the components of which it cannot be said, with the reason's code.
pub(crate) fn findings(output: &Path) -> Result<(Vec<Found>, BTreeMap<String, String>), Complaint> {
    let bytes = fs::read(output).map_err(|error| format!("`{}`: {error}", output.display()))?;
    let report: Value =
        serde_json::from_slice(&bytes).map_err(|error| format!("Proofmark's report: {error}"))?;
    let findings = entries(&report, "findings").filter_map(|finding| {
        let known = &finding["vulnerability"];
        let advisories = entries(known, "matched_by").filter_map(|matched| matched["advisory"].as_str());
        let names = words(known, "aliases").chain(known["id"].as_str()).chain(advisories);
        Some(Found {
            component: place(finding["component"].as_str()?),
            names: names.map(str::to_owned).collect(),
        })
    });
    let unchecked = entries(&report, "unchecked").filter_map(|unchecked| {
        let because = unchecked["because"]["id"].as_str()?;
        Some((place(unchecked["component"].as_str()?), because.to_owned()))
    });
    Ok((findings.collect(), unchecked.collect()))
}
