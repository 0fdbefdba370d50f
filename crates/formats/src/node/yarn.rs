//! `yarn.lock` of Yarn 1 and later.

use std::borrow::Cow;
use std::collections::HashMap;

use proofmark_facts::{Component, Place, Problem, Read, Sbom};
use proofmark_text::text;

use super::manifest::NodeManifest;
use super::package::{package, repository};
use super::yarn_entry::{YarnEntry, entries};
use crate::Limits;
use crate::gathered::Gathered;
use crate::input::text_of;
use crate::integrity::digests_of_integrity;
use crate::lock_graph::{LockGraph, LockedProject};

/// Reads a `yarn.lock`, beside the manifests of its workspace.
///
/// The manifests tell what is at the top and what only development needs, which is left out; without them everything is listed.
/// Of later versions than Yarn 1 the checksums are those of Yarn's own archives, not of what the registry publishes, so they are not
/// kept.
pub fn read_yarn_lock(bytes: &[u8], manifests: &[NodeManifest], limits: &Limits) -> Read<Sbom> {
    let written = match text_of(bytes, limits.bytes) {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    let mut gathered = Gathered::new(limits);
    let entries = match entries(written, limits.components) {
        Ok(entries) => entries,
        Err(line) => {
            let place = Place { line_and_column: Some((line, 1)), ..Place::default() };
            let why = text!("generate-line-unread").to_string();
            let says = text!("generate-malformed", format = "yarn.lock", why = why);
            return gathered.refuse(Problem::error(place, says));
        }
    };
    let metadata = entries.iter().find(|entry| entry.keys == ["__metadata"]);
    let version = metadata.map_or("1", |metadata| &metadata.version).to_owned();
    let is_stamped = written.lines().take(5).any(|line| line.contains("yarn lockfile v1"));
    if metadata.is_none() && !is_stamped && entries.iter().all(|entry| entry.version.is_empty()) {
        let why = text!("generate-not-of-yarn").to_string();
        let says = text!("generate-malformed", format = "yarn.lock", why = why);
        return gathered.refuse(Problem::error(Place::default(), says));
    }
    let tree = Tree::of(&entries, &mut gathered);
    tree.graph(manifests, &mut gathered).finish(gathered, format!("yarn.lock {version}"))
}

struct Tree<'e> {
    graph: LockGraph,
    /// The number of the package each key gets.
    by_key: HashMap<&'e str, usize>,
    entries: Vec<(&'e YarnEntry<'e>, usize)>,
    /// Workspaces by their folder, `.` the root.
    workspaces: Vec<(&'e str, &'e YarnEntry<'e>)>,
}

impl<'e> Tree<'e> {
    fn of(all: &'e [YarnEntry<'e>], gathered: &mut Gathered<'_>) -> Self {
        let mut tree = Self {
            graph: LockGraph::default(),
            by_key: HashMap::new(),
            entries: Vec::new(),
            workspaces: Vec::new(),
        };
        for entry in all.iter().filter(|entry| entry.keys != ["__metadata"]) {
            if let Some((_, folder)) = entry.resolution.split_once("@workspace:") {
                tree.workspaces.push((folder, entry));
                continue;
            }
            let number =
                tree.graph.package(component(entry, gathered), format!("line {}", entry.line), false);
            for key in &entry.keys {
                tree.by_key.entry(key).or_insert(number);
            }
            tree.entries.push((entry, number));
        }
        tree
    }

    /// The package that is got where this range is asked for; later versions write the protocol in keys, and not always where one asks.
    fn find(&self, name: &str, range: &str) -> Option<usize> {
        let found = |key: &str| self.by_key.get(key).copied();
        found(&format!("{name}@{range}")).or_else(|| found(&format!("{name}@npm:{range}")))
    }

    fn graph(mut self, manifests: &[NodeManifest], gathered: &mut Gathered<'_>) -> LockGraph {
        let mut edges = Vec::new();
        for (entry, from) in &self.entries {
            edges.extend(
                entry.needs.iter().filter_map(|(name, range)| Some((*from, self.find(name, range)?))),
            );
        }
        for (from, to) in edges {
            self.graph.need(from, to);
        }
        let place = &Place::default;
        let root = manifests.iter().find(|manifest| manifest.folder.is_empty());
        // A manifest below that is no member of the workspace is of something else: a test's, an example's.
        let is_member = |it: &&NodeManifest| {
            it.folder.is_empty() || root.is_some_and(|root| root.has_workspace(&it.folder))
        };
        for manifest in manifests.iter().filter(is_member) {
            let find = |asked: &[(String, String)]| {
                asked.iter().filter_map(|(name, range)| self.find(name, range)).collect::<Vec<_>>()
            };
            let version = manifest.version.as_deref().unwrap_or_default();
            let name = manifest.name.as_deref().unwrap_or_default();
            // A root without a name is called as its folder is; what it needs is at the top all the same.
            let component = if name.is_empty() {
                Component::default()
            } else {
                package(name, version, None, gathered, place)
            };
            let project = LockedProject {
                component,
                needs: find(&manifest.needs),
                develops_with: find(&manifest.develops_with),
                contains: Vec::new(),
            };
            let at = if manifest.folder.is_empty() { 0 } else { self.graph.projects.len() };
            self.graph.projects.insert(at, project);
        }
        if manifests.is_empty() {
            // The root's entry stands behind those of folders that sort before it.
            self.workspaces.sort_by_key(|(folder, _)| *folder != ".");
            for (_, entry) in &self.workspaces {
                let needs = entry.needs.iter().filter_map(|(name, range)| self.find(name, range)).collect();
                let name = name_of(&entry.resolution).unwrap_or_default();
                let component = package(name, "", None, gathered, place);
                self.graph.projects.push(LockedProject { component, needs, ..LockedProject::default() });
            }
        }
        let others = 1..self.graph.projects.len();
        if let Some(root) = self.graph.projects.first_mut() {
            root.contains.extend(others);
        }
        self.graph
    }
}

fn component(entry: &YarnEntry<'_>, gathered: &mut Gathered<'_>) -> Component {
    let place = || Place { line_and_column: Some((entry.line, 1)), ..Place::default() };
    let key = entry.keys.first().map_or("", |key| key);
    let asked = if entry.resolution.is_empty() { key } else { &*entry.resolution };
    let name = name_of(asked).unwrap_or(asked);
    let range = asked.get(name.len() + 1..).unwrap_or_default();
    // An alias asks for another package: `alias@npm:real@^1.0.0`.
    let alias = range.strip_prefix("npm:").and_then(name_of).filter(|_| entry.resolution.is_empty());
    let source: &str = if entry.resolved.is_empty() { range } else { &entry.resolved };
    // Of later versions a patched package is the package with what the product changed of it.
    let is_folder =
        ["file:", "link:", "portal:", "workspace:"].iter().any(|begins| range.starts_with(begins));
    let found = repository(source).or_else(|| repository(range));
    let commit = found.map(|found| Cow::from(found.replace("#commit=", "#")));
    let mut component = package(alias.unwrap_or(name), &entry.version, commit.as_deref(), gathered, &place);
    component.own = is_folder;
    component.digests = digests_of_integrity(&entry.integrity, gathered, &place);
    let sha1 = entry.resolved.rsplit_once('#').map_or("", |(_, digest)| digest);
    if component.digests.is_empty() && found.is_none() && sha1.len() == 40 {
        component.digests.extend(gathered.digest("SHA-1", sha1, place));
    }
    component
}

/// The name of `name@range`; a scope begins with an `@` of its own.
fn name_of(key: &str) -> Option<&str> {
    let at = key.get(1..)?.find('@')? + 1;
    Some(&key[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(sbom: &Sbom) -> String {
        let called = |at: u32| sbom.components[at as usize].called();
        let components = sbom.components.iter().map(|it| format!("{} {}", it.called(), it.digests.len()));
        let edges =
            sbom.dependencies.iter().map(|(from, to)| format!("{} -> {}", called(*from), called(*to)));
        components.chain(edges).collect::<Vec<_>>().join("\n")
    }

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, range)| ((*name).to_owned(), (*range).to_owned())).collect()
    }

    const OLD: &str = "# yarn lockfile v1\n\n\"@s/a@^1.0\":\n  version \"1.1.0\"\n  \
        resolved \"https://registry.yarnpkg.com/a.tgz#0000000000000000000000000000000000000001\"\n  \
        dependencies:\n    b \"~2\"\n    gone \"1\"\n\n\"alias@npm:real@^3\":\n  version \"3.0.0\"\n\nb@~2:\n  version \"2.0.1\"\n  integrity \
        sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==\n\n\
        \"g@git+https://example.com/g.git\":\n  version \"0.1.0\"\n  resolved \"git+https://example.com/g.git#beef\"\n\njest@29:\n  version \"29.0.0\"\n";

    #[test]
    fn manifests_tell_the_top_and_what_development_needs() {
        let manifest = NodeManifest {
            name: Some("app".to_owned()),
            version: Some("1.0.0".to_owned()),
            needs: pairs(&[
                ("@s/a", "^1.0"),
                ("alias", "npm:real@^3"),
                ("g", "git+https://example.com/g.git"),
            ]),
            develops_with: pairs(&[("jest", "29")]),
            ..NodeManifest::default()
        };
        let read = read_yarn_lock(OLD.as_bytes(), &[manifest], &Limits::default());
        insta::assert_snapshot!(shown(&read.value.unwrap()), @r"
        pkg:npm/app@1.0.0 0
        pkg:npm/%40s/a@1.1.0 1
        pkg:npm/real@3.0.0 0
        pkg:npm/b@2.0.1 1
        pkg:npm/g@0.1.0?vcs_url=git%2Bhttps:%2F%2Fexample.com%2Fg.git%40beef 0
        pkg:npm/app@1.0.0 -> pkg:npm/%40s/a@1.1.0
        pkg:npm/app@1.0.0 -> pkg:npm/real@3.0.0
        pkg:npm/app@1.0.0 -> pkg:npm/g@0.1.0?vcs_url=git%2Bhttps:%2F%2Fexample.com%2Fg.git%40beef
        pkg:npm/%40s/a@1.1.0 -> pkg:npm/b@2.0.1
        ");
        assert_eq!(read.problems.len(), 1);
        let alone = read_yarn_lock(OLD.as_bytes(), &[], &Limits::default()).value.unwrap();
        assert_eq!((alone.components.len(), alone.subject), (5, None));
    }

    #[test]
    fn later_versions_name_their_workspaces_themselves() {
        let written = "__metadata:\n  version: 8\n  cacheKey: 10c0\n\n\"a@npm:^1\":\n  version: 1.0.0\n  resolution: \"a@npm:1.0.0\"\n  \
            dependencies:\n    b: \"npm:^2\"\n  checksum: 10c0/00\n\n\"app@workspace:.\":\n  version: 0.0.0-use.local\n  \
            resolution: \"app@workspace:.\"\n  dependencies:\n    a: \"npm:^1\"\n\n\"b@npm:2, b@npm:^2\":\n  version: 2.0.0\n  \
            resolution: \"b@npm:2.0.0\"\n\n\"tool@workspace:packages/tool\":\n  version: 0.0.0-use.local\n  resolution: \"tool@workspace:packages/tool\"\n";
        let read = read_yarn_lock(written.as_bytes(), &[], &Limits::default());
        insta::assert_snapshot!(shown(&read.value.unwrap()), @r"
        pkg:npm/app 0
        pkg:npm/tool 0
        pkg:npm/a@1.0.0 0
        pkg:npm/b@2.0.0 0
        pkg:npm/app -> pkg:npm/tool
        pkg:npm/app -> pkg:npm/a@1.0.0
        pkg:npm/a@1.0.0 -> pkg:npm/b@2.0.0
        ");
    }

    #[test]
    fn circles_and_many_entries_end_and_other_files_are_refused() {
        let read = |written: &str| read_yarn_lock(written.as_bytes(), &[], &Limits::default());
        let circle = "a@1:\n  version \"1\"\n  dependencies:\n    b \"1\"\nb@1:\n  version \"1\"\n  dependencies:\n    a \"1\"\n";
        assert_eq!(read(circle).value.unwrap().dependencies, [(0, 1), (1, 0)]);
        let many: String = (0..200_000)
            .map(|number| format!("a{number}@1:\n  version \"1\"\n"))
            .collect::<Vec<_>>()
            .concat();
        assert_eq!(read(&many).value.unwrap().components.len(), 200_000);
        assert_eq!(read("hello\nworld\n").value, None);
        assert_eq!(read("\"\n").value, None);
    }
}
