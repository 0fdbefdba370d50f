//! Statements about vulnerabilities, of components that stay.

use std::collections::HashMap;

use proofmark_facts::{OwnWords, SbomParticulars};
use proofmark_text::text;
use serde_json::{Map, Value};

use super::removed::Removing;

/// Members of CycloneDX `vulnerabilities` that say something of the vulnerability or of what was decided, and name no person, tool or
/// house.
const TELLING: [&str; 14] = [
    "id",
    "source",
    "ratings",
    "cwes",
    "description",
    "detail",
    "recommendation",
    "workaround",
    "created",
    "published",
    "updated",
    "rejected",
    "analysis",
    "affects",
];

/// Members below them that hold an address.
const ADDRESSES: [&str; 1] = ["url"];

/// Of what CycloneDX states about vulnerabilities, what is about components that stay, by their new references.
pub(crate) fn kept_vulnerabilities(
    said: &SbomParticulars,
    renamed: &HashMap<String, String>,
    removing: &mut Removing<'_>,
) -> Option<OwnWords> {
    let words = said.own_words.iter().find(|words| words.member == "vulnerabilities")?;
    let all: Vec<Map<String, Value>> = serde_json::from_str(&words.json).ok()?;
    let mut kept = Vec::new();
    for statement in all {
        let id = statement.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
        match statement_kept(statement, renamed, removing) {
            Some(statement) => kept.push(Value::Object(statement)),
            None => removing.note(&format!("vulnerabilities/{id}"), text!("redact-of-withheld")),
        }
    }
    let json = Value::from(kept).to_string();
    (json != "[]").then(|| OwnWords { member: "vulnerabilities".to_owned(), json })
}

fn statement_kept(
    mut statement: Map<String, Value>,
    renamed: &HashMap<String, String>,
    removing: &mut Removing<'_>,
) -> Option<Map<String, Value>> {
    let id = statement.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    let affects = statement.get_mut("affects").and_then(Value::as_array_mut)?;
    affects.retain_mut(|affected| {
        let Some(to) = affected["ref"].as_str().and_then(|written| renamed.get(written)) else {
            return false;
        };
        affected["ref"] = Value::from(to.as_str());
        true
    });
    if affects.is_empty() {
        return None;
    }
    let members: Vec<String> = statement.keys().cloned().collect();
    for member in members {
        // The new references are ours.
        let is_fit = TELLING.contains(&member.as_str())
            && (member == "affects" || statement.get_mut(&member).is_some_and(|value| fit(value, removing)));
        if !is_fit {
            statement.remove(&member);
            removing.note(&format!("vulnerabilities/{id}/{member}"), text!("redact-not-kept"));
        }
    }
    Some(statement)
}

/// Takes addresses that are not kept out of the value; `false`: a text in it names what is withheld.
fn fit(value: &mut Value, removing: &Removing<'_>) -> bool {
    match value {
        Value::String(words) => !removing.mentions.are_in(words),
        Value::Array(items) => items.iter_mut().all(|item| fit(item, removing)),
        Value::Object(members) => {
            members.retain(|name, value| {
                let address = value.as_str().filter(|_| ADDRESSES.contains(&name.as_str()));
                address.is_none_or(|url| removing.is_kept_address(url))
            });
            members.values_mut().all(|value| fit(value, removing))
        }
        _ => true,
    }
}
