//! Every dependency of the workspace is named in the decision that says why it is here.

use super::source::Source;

/// Where guests are announced.
const DECISION: &str = "docs/decisions/0003-dependencies.md";

/// Names every guest in the root manifest that the decision does not.
pub(crate) fn guests(sources: &[Source]) -> Vec<String> {
    let find =
        |path: &str| sources.iter().find(|source| source.path == path).map(|source| source.text.as_str());
    let manifest = find("Cargo.toml").unwrap_or_default();
    let decision = find(DECISION).unwrap_or_default();
    let listed = manifest.split("[workspace.dependencies]").nth(1).unwrap_or_default();
    let listed = listed.split("\n[").next().unwrap_or_default();
    let names = listed.lines().filter_map(|line| line.split([' ', '=', '.']).next());
    names
        .filter(|name| !name.is_empty() && !name.starts_with('#') && !name.starts_with("proofmark-"))
        .filter(|name| !decision.contains(&format!("`{name}`")))
        .map(|name| format!("`{name}` is not in {DECISION}"))
        .collect()
}
