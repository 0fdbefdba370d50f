//! What changed between two revisions of a dossier: key by key, in words.

use std::collections::BTreeMap;

use proofmark_formats::{Answer, dossier_key, read_answers};
use proofmark_text::{Text, text};
use schemars::JsonSchema;
use serde::Serialize;

/// A key that is not as it was.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct KeyChange {
    /// Its path, as `support_period.ends_on`.
    pub path: String,
    /// What happened to it.
    pub kind: KeyChangeKind,
    /// What it held, as TOML.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
    /// What it holds, as TOML.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is: Option<String>,
    /// What the key says, in one sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<&'static str>,
    /// The change in words.
    pub says: Text,
}

/// What happened to a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum KeyChangeKind {
    /// It was not stated before.
    Added,
    /// It is not stated any more.
    Removed,
    /// It says something else.
    Changed,
}

/// Every key that differs, in the order of the paths. What cannot be read as a dossier holds no keys.
pub fn dossier_diff(earlier: &[u8], later: &[u8]) -> Vec<KeyChange> {
    let (was, is) = (keys(earlier), keys(later));
    let mut paths: Vec<&String> = was.keys().chain(is.keys()).collect();
    paths.sort_by_key(|path| in_order(path));
    paths.dedup();
    let change = |path: &&String| change(path, was.get(*path), is.get(*path));
    paths.iter().filter_map(change).collect()
}

fn keys(source: &[u8]) -> BTreeMap<String, String> {
    let answers = read_answers(source).value;
    let Some(answers) = answers else { return BTreeMap::new() };
    let stated = answers.in_order().into_iter().filter_map(|(path, answer)| match answer {
        Answer::Value(value) => Some((path.to_owned(), value.trim().to_owned())),
        Answer::Table | Answer::Nothing | Answer::Unknown => None,
    });
    stated.collect()
}

/// The tenth entry of a list comes after the second.
fn in_order(path: &str) -> Vec<(String, u64)> {
    let step = |step: &str| {
        let (name, place) = step.split_once('[').unwrap_or((step, ""));
        (name.to_owned(), place.trim_end_matches(']').parse().unwrap_or(0))
    };
    path.split('.').map(step).collect()
}

fn change(path: &str, was: Option<&String>, is: Option<&String>) -> Option<KeyChange> {
    let (kind, says) = match (was, is) {
        (None, Some(is)) => (KeyChangeKind::Added, text!("record-key-added", path = path, is = is)),
        (Some(was), None) => (KeyChangeKind::Removed, text!("record-key-removed", path = path, was = was)),
        (Some(was), Some(is)) if was != is => {
            (KeyChangeKind::Changed, text!("record-key-changed", path = path, was = was, is = is))
        }
        _ => return None,
    };
    let about = dossier_key(path).map(|key| key.says);
    Some(KeyChange { path: path.to_owned(), kind, was: was.cloned(), is: is.cloned(), about, says })
}

#[cfg(test)]
mod tests {
    use super::*;

    const EARLIER: &str = r#"
proofmark = 1
[operator]
name = "Nordlicht GmbH"
email = "a@example.com"
[product]
name = "Gateway"
[release]
version = "1.0"
[[remote_services]]
name = "cloud"
"#;

    #[test]
    fn each_key_that_differs_is_told_in_words() {
        let later = EARLIER
            .replace("version = \"1.0\"", "version = \"1.1\"")
            .replace("email = \"a@example.com\"\n", "")
            + "[[remote_services]]\nname = \"updates\"\n";
        let changes = dossier_diff(EARLIER.as_bytes(), later.as_bytes());
        let said: Vec<String> = changes.iter().map(|change| change.says.to_string()).collect();
        let expected = [
            "`operator.email` is no longer stated; it was `\"a@example.com\"`",
            "`release.version` was `\"1.0\"`, is `\"1.1\"`",
            "`remote_services[1].name` is new: `\"updates\"`",
        ];
        assert_eq!(said, expected);
        assert!(changes.iter().all(|change| change.about.is_some()));
    }

    #[test]
    fn the_same_dossier_in_another_dress_has_no_changes() {
        let dressed = EARLIER.replace("[product]", "# a comment\n[product]");
        assert_eq!(dossier_diff(EARLIER.as_bytes(), dressed.as_bytes()), []);
        assert_eq!(dossier_diff(b"\xff", b"not toml ["), []);
    }
}
