//! Zephyr's `west.yml`: the modules of a build, each a repository at a revision. `west manifest --freeze` writes every revision as a
//! commit. Of YAML only the block form is read that west writes (<https://docs.zephyrproject.org/latest/develop/west/manifest.html>).

use std::collections::BTreeMap;

use proofmark_facts::{CommitName, Component, Place, Problem, Purl, Read, SbomOrigin};
use proofmark_text::text;

use crate::Limits;
use crate::excerpt::excerpt;
use crate::gathered::Gathered;
use crate::listed::Listed;

/// The most lines that are read.
const MOST_LINES: usize = 200_000;

/// A project or a remote: its keys with their values, and the line it begins at.
#[derive(Default)]
struct Item<'a> {
    line: usize,
    keys: BTreeMap<&'a str, &'a str>,
}

/// The lists of a manifest.
#[derive(Default)]
struct Manifest<'a> {
    remotes: Vec<Item<'a>>,
    projects: Vec<Item<'a>>,
    default_remote: Option<&'a str>,
}

pub(crate) fn is_west_manifest(written: &str) -> bool {
    let mut lines =
        written.lines().filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'));
    let first = lines.find(|line| line.trim_end() != "---");
    first.is_some_and(|line| line.trim_end() == "manifest:")
        && written.lines().any(|line| line.trim() == "projects:")
}

/// Reads every project as a component at its revision. A revision that is no commit names no certain source, and is told.
pub(crate) fn read_west_manifest(written: &str, limits: &Limits) -> Read<Listed> {
    let mut gathered = Gathered::new(limits);
    let manifest = Manifest::of(written);
    let remotes: BTreeMap<&str, &str> =
        manifest.remotes.iter().filter_map(|it| Some((it.get("name")?, it.get("url-base")?))).collect();
    for project in &manifest.projects {
        let place = || Place { line_and_column: Some((project.line, 1)), ..Place::default() };
        gathered.check_name(project.get("name"), place);
        let name = project.get("name").unwrap_or_default();
        let revision = project.get("revision");
        let is_commit = revision.is_some_and(|revision| CommitName::parse(revision).is_some());
        if !is_commit {
            let says = text!(
                "embedded-west-not-frozen",
                name = excerpt(name),
                revision = excerpt(revision.unwrap_or_default())
            );
            gathered.problems.warn(place(), says);
        }
        let remote = project.get("remote").or(manifest.default_remote);
        let base = remote.and_then(|remote| remotes.get(remote));
        let path = project.get("repo-path").unwrap_or(name);
        let url = project
            .get("url")
            .map(str::to_owned)
            .or_else(|| Some(format!("{}/{path}", base?.trim_end_matches('/'))));
        let component = Component {
            reference: name.to_owned(),
            name: name.to_owned(),
            version: revision.map(str::to_owned),
            purl: url.as_deref().and_then(|url| on_github(url, revision.unwrap_or_default())),
            ..Component::default()
        };
        if let Err(says) = gathered.add(component, place) {
            return gathered.problems.told_with(Problem::error(place(), says));
        }
    }
    if gathered.components.is_empty() {
        gathered.problems.error(Place::default(), text!("embedded-west-empty"));
    }
    let origin = SbomOrigin { format: "west manifest".to_owned(), ..SbomOrigin::default() };
    let Read { value, problems } = gathered.finish(origin, None);
    Read { value: value.map(Listed::plain), problems }
}

/// The package URL of a repository on GitHub (purl types, `github`).
fn on_github(url: &str, revision: &str) -> Option<Purl> {
    let path = ["https://github.com/", "ssh://git@github.com/", "git@github.com:"]
        .iter()
        .find_map(|start| url.strip_prefix(start))?;
    let (owner, name) = path.trim_end_matches('/').trim_end_matches(".git").split_once('/')?;
    (!name.contains('/')).then(|| Purl::new("github", owner, name, revision, &[], "").ok()).flatten()
}

impl<'a> Item<'a> {
    fn get(&self, key: &str) -> Option<&'a str> {
        self.keys.get(key).copied().filter(|value| !value.is_empty())
    }
}

impl<'a> Manifest<'a> {
    fn of(written: &'a str) -> Self {
        let mut manifest = Self::default();
        // The list that is being read, how deep its items stand, and how deep their keys do.
        let mut list: Option<(&str, usize)> = None;
        let mut item_depth: Option<usize> = None;
        for (number, line) in written.lines().enumerate().take(MOST_LINES) {
            let words = line.trim_start();
            let depth = line.len() - words.len();
            let words = without_comment(words).trim_end();
            if words.is_empty() {
                continue;
            }
            let is_item = words.starts_with("- ");
            if let Some((name, of)) = list {
                if depth > of || (is_item && depth == of) {
                    manifest.within(name, words, depth, number + 1, &mut item_depth);
                    continue;
                }
                list = None;
            }
            if let Some(name) =
                words.strip_suffix(':').filter(|name| matches!(*name, "remotes" | "projects" | "defaults"))
            {
                list = Some((name, depth));
                item_depth = None;
            }
        }
        manifest
    }

    fn within(
        &mut self,
        list: &str,
        words: &'a str,
        depth: usize,
        line: usize,
        item_depth: &mut Option<usize>,
    ) {
        if list == "defaults" {
            if let Some(("remote", value)) = key_and_value(words) {
                self.default_remote = Some(value);
            }
            return;
        }
        let items = if list == "remotes" { &mut self.remotes } else { &mut self.projects };
        if let Some(rest) = words.strip_prefix("- ").filter(|_| item_depth.is_none_or(|of| of == depth)) {
            *item_depth = Some(depth);
            items.push(Item { line, ..Item::default() });
            let inner = depth + words.len() - rest.trim_start().len();
            return insert(items, rest.trim_start(), inner, depth);
        }
        if let Some(of) = *item_depth {
            insert(items, words, depth, of);
        }
    }
}

/// A key of the newest item; what stands deeper is of one of its keys.
fn insert<'a>(items: &mut [Item<'a>], words: &'a str, depth: usize, item_depth: usize) {
    if depth > item_depth + 4 || words.starts_with("- ") {
        return;
    }
    if let (Some(item), Some((key, value))) = (items.last_mut(), key_and_value(words)) {
        item.keys.entry(key).or_insert(value);
    }
}

fn key_and_value(words: &str) -> Option<(&str, &str)> {
    let (key, value) = words.split_once(':')?;
    let value = value.trim();
    let unquoted = ['"', '\''].iter().find_map(|mark| value.strip_prefix(*mark)?.strip_suffix(*mark));
    Some((key.trim(), unquoted.unwrap_or(value)))
}

/// A comment begins at a `#` behind a space, outside quotation marks.
fn without_comment(words: &str) -> &str {
    if words.starts_with('#') {
        return "";
    }
    words.find(" #").filter(|_| !words.contains(['"', '\''])).map_or(words, |at| &words[..at])
}
