//! `package.json`: what a project of Node.js asks for itself.

use std::collections::BTreeMap;

use proofmark_facts::Read;
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::Limits;
use crate::json::{List, MaybeWords, Words, read_value};

/// What a manifest says of its package.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NodeManifest {
    /// The folder it lies in, below the lockfile's; empty: beside it. Whoever found it sets it.
    pub folder: String,
    /// The package's name, with its scope.
    pub name: Option<String>,
    /// Its version.
    pub version: Option<String>,
    /// Names and ranges of the packages it needs, optional ones among them.
    pub needs: Vec<(String, String)>,
    /// Names and ranges of those it needs for development.
    pub develops_with: Vec<(String, String)>,
    /// Patterns of the folders its workspace is made of.
    pub workspaces: Vec<String>,
}

impl NodeManifest {
    /// Whether a folder is one of its workspace: `*` in a pattern stands for a folder, `**` for any number of them.
    pub(super) fn has_workspace(&self, folder: &str) -> bool {
        let steps: Vec<&str> = folder.split('/').collect();
        self.workspaces.iter().any(|pattern| {
            let pattern = pattern.trim_start_matches("./").trim_end_matches('/');
            let wanted: Vec<&str> = pattern.split('/').collect();
            if let Some(at) = wanted.iter().position(|step| *step == "**") {
                return steps.len() > at && fits(&wanted[..at], &steps[..at]);
            }
            wanted.len() == steps.len() && fits(&wanted, &steps)
        })
    }
}

fn fits(wanted: &[&str], steps: &[&str]) -> bool {
    wanted.iter().zip(steps).all(|(wanted, step)| match wanted.split_once('*') {
        Some((begins, ends)) => {
            step.len() >= begins.len() + ends.len() && step.starts_with(begins) && step.ends_with(ends)
        }
        None => wanted == step,
    })
}

/// Reads a `package.json`.
pub fn read_package_json(bytes: &[u8], limits: &Limits) -> Read<NodeManifest> {
    let manifest: Manifest<'_> = match read_value(bytes, limits.bytes, limits.depth, "`package.json`") {
        Ok(manifest) => manifest,
        Err(problem) => return Read::refused(*problem),
    };
    let text = |words: MaybeWords<'_>| words.0.map(Words::into_string);
    let asked = |asked: Asked<'_>| {
        let pairs = asked.into_iter().flatten();
        pairs
            .filter_map(|(name, range)| Some((name.into_string(), range.0?.into_string())))
            .collect::<Vec<_>>()
    };
    let mut needs = asked(manifest.dependencies);
    needs.extend(asked(manifest.optional));
    // A peer may be shipped, whatever the package is developed with.
    let (development, peers) = (asked(manifest.development), asked(manifest.peers));
    let is_peer = |name: &str| peers.iter().any(|(peer, _)| peer == name);
    let (shipped, develops_with): (Vec<_>, Vec<_>) =
        development.into_iter().partition(|(name, _)| is_peer(name));
    needs.extend(shipped);
    Read::clean(NodeManifest {
        folder: String::new(),
        name: text(manifest.name),
        version: text(manifest.version),
        needs,
        develops_with,
        workspaces: match manifest.workspaces {
            Some(Workspaces::Patterns(patterns) | Workspaces::Packages { packages: patterns }) => patterns.0,
            Some(Workspaces::Other(_)) | None => Vec::new(),
        },
    })
}

type Asked<'a> = Option<BTreeMap<Words<'a>, MaybeWords<'a>>>;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Manifest<'a> {
    #[serde(default, borrow)]
    name: MaybeWords<'a>,
    #[serde(default, borrow)]
    version: MaybeWords<'a>,
    #[serde(default, borrow)]
    dependencies: Asked<'a>,
    #[serde(default, borrow, rename = "optionalDependencies")]
    optional: Asked<'a>,
    #[serde(default, borrow, rename = "devDependencies")]
    development: Asked<'a>,
    #[serde(default, borrow, rename = "peerDependencies")]
    peers: Asked<'a>,
    workspaces: Option<Workspaces>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Workspaces {
    Patterns(List<String>),
    Packages { packages: List<String> },
    Other(IgnoredAny),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn needs_of_every_kind_are_read() {
        let read = |written: &str| read_package_json(written.as_bytes(), &Limits::default());
        let manifest = read(
            r#"{"name": "@s/app", "version": "1.0.0", "dependencies": {"a": "^1"}, "devDependencies": {"b": "2", "d": "^4"},
            "optionalDependencies": {"c": "3", "odd": null}, "peerDependencies": {"d": "4"}, "scripts": {"x": "y"}}"#,
        );
        let manifest = manifest.value.unwrap();
        assert_eq!(manifest.name.as_deref(), Some("@s/app"));
        assert_eq!(
            manifest.needs,
            [("a".into(), "^1".into()), ("c".into(), "3".into()), ("d".into(), "^4".into())]
        );
        assert_eq!(manifest.develops_with, [("b".into(), "2".into())]);
        let root =
            read(r#"{"workspaces": {"packages": ["packages/*", "tools/**", "./site-*"]}}"#).value.unwrap();
        let has = |folder: &str| root.has_workspace(folder);
        assert!(has("packages/a") && has("tools/x/y") && has("site-main"));
        assert!(!has("packages/a/test") && !has("packages") && !has("site") && !has("tools"));
        assert_eq!(read("{}").value.unwrap(), NodeManifest::default());
        assert_eq!(read("\"x\"").value, None);
        assert_eq!(read(&"{\"a\":".repeat(10_000)).value, None);
    }
}
