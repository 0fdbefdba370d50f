//! Every arrow between rooms points down.

use serde_json::Value;

use super::source::Source;
use crate::run::Complaint;

/// Which rooms a room may touch. A room that is not here does not exist.
const MAY_TOUCH: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("facts", &["text"]),
    ("trust", &[]),
    ("law", &["text", "facts"]),
    ("formats", &["text", "facts"]),
    ("vulndb", &["text", "facts"]),
    ("inspect", &["text", "facts"]),
    ("store", &["text", "facts", "trust"]),
    ("access", &["text", "facts"]),
    ("courier", &["text", "facts", "trust"]),
    ("documents", &["text", "facts", "law"]),
    ("actions", &["text", "facts", "trust", "law", "formats", "vulndb", "access", "documents"]),
    ("web", &["text", "facts", "trust", "law", "access", "documents", "actions"]),
    (
        "proofmark",
        &[
            "text",
            "facts",
            "trust",
            "law",
            "formats",
            "vulndb",
            "access",
            "documents",
            "actions",
            "store",
            "courier",
            "inspect",
            "web",
        ],
    ),
];

/// Reads each room's manifest and names what it may not touch.
pub(crate) fn arrows(sources: &[Source]) -> Vec<String> {
    let mut complaints = Vec::new();
    for manifest in sources.iter().filter(|source| source.path.ends_with("/Cargo.toml")) {
        let Some(room) = manifest.room() else { continue };
        let Some((_, allowed)) = MAY_TOUCH.iter().find(|(name, _)| *name == room) else {
            complaints.push(format!("`{room}` is not a room of the house"));
            continue;
        };
        let shipped = manifest.text.split("[dev-dependencies]").next().unwrap_or_default();
        let touched = shipped.lines().filter_map(|line| {
            let name = line.strip_prefix("proofmark-")?;
            name.split(['.', ' ', '=']).next()
        });
        complaints.extend(
            touched
                .filter(|other| !allowed.contains(other))
                .map(|other| format!("`{room}` touches `{other}`")),
        );
    }
    complaints
}

/// The workspace as cargo describes it.
pub(crate) fn metadata() -> Result<Value, Complaint> {
    let output = std::process::Command::new("cargo")
        .args(["metadata", "--format-version", "1", "--locked"])
        .current_dir(crate::run::root())
        .output()
        .map_err(|error| format!("`cargo metadata` could not be started: {error}"))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    serde_json::from_slice(&output.stdout).map_err(|error| format!("`cargo metadata`: {error}"))
}
