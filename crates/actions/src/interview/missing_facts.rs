//! What a verdict waits for: every fact any of its answers names as missing, as far as an interview asks for them.

use proofmark_law::{Role, ScopeOutcome, Verdict};
use serde_json::Value;

/// The parts of a verdict whose facts are asked for, in this order. What merely informs (fines, retention, neighbouring
/// acts) or is declared when it happens (cases, checks) is not asked for.
const ASKED: &[&str] = &[
    "scope",
    "role",
    "remote_services",
    "class",
    "routes",
    "boundary",
    "tailor_made",
    "editions",
    "calendar",
    "duties",
    "support_period",
];

/// The paths of the facts a verdict waits for, each once.
///
/// Where the Regulation does not apply nothing more is asked, but for who publishes free software: a steward may have
/// duties for what nobody places on the market. Class and procedure are asked of the manufacturer alone.
pub fn missing_facts(verdict: &Verdict, declares_free_software: bool) -> Vec<String> {
    let Ok(Value::Object(parts)) = serde_json::to_value(verdict) else { return Vec::new() };
    let concerned =
        matches!(verdict.scope.outcome, ScopeOutcome::InScope | ScopeOutcome::Undetermined { .. });
    let assesses = matches!(verdict.role.role(), None | Some(Role::Manufacturer));
    let is_asked = |part: &str| match part {
        "scope" => true,
        "role" => concerned || declares_free_software,
        "class" | "routes" => concerned && assesses,
        _ => concerned,
    };
    let mut found = Vec::new();
    for part in ASKED.iter().copied().filter(|part| is_asked(part)) {
        if let Some(value) = parts.get(part) {
            gather(value, &mut found);
        }
    }
    found
}

fn gather(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value.as_array().filter(|_| name == "missing") {
                    Some(paths) => {
                        for path in paths.iter().filter_map(Value::as_str) {
                            if !found.iter().any(|known| known == path) {
                                found.push(path.to_owned());
                            }
                        }
                    }
                    None => gather(value, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| gather(item, found)),
        _ => {}
    }
}
