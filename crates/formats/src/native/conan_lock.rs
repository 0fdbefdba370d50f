//! `conan.lock` (<https://docs.conan.io/2/tutorial/versioning/lockfiles.html>; for Conan 1,
//! <https://docs.conan.io/1/versioning/lockfiles/introduction.html>).

use std::collections::{BTreeMap, HashMap};

use proofmark_facts::{Component, Place, Problem, Read, Sbom};
use proofmark_text::text;
use serde::Deserialize;

use super::conan::component;
use crate::Limits;
use crate::gathered::Gathered;
use crate::json::{List, MaybeWords, Words, read_value};
use crate::lock_graph::{LockGraph, LockedProject};

/// Reads a `conan.lock` of Conan 2 (0.5), which names packages alone, or of Conan 1 (0.4), which says who needs whom. What is needed to build
/// with is left out.
pub fn read_conan_lock(bytes: &[u8], limits: &Limits) -> Read<Sbom> {
    let lock: Lock<'_> = match read_value(bytes, limits.bytes, limits.depth, "`conan.lock`") {
        Ok(lock) => lock,
        Err(problem) => return Read::refused(*problem),
    };
    let mut gathered = Gathered::new(limits);
    let version = lock.version.0.as_deref().unwrap_or_default().to_owned();
    let graph = match (&lock.graph, &lock.requires) {
        (Some(graph), _) => of_graph(graph, &mut gathered),
        (None, Some(requires)) => of_lists(requires, lock.build_requires.as_ref(), &mut gathered),
        (None, None) => {
            let why = text!("generate-without-section", name = "requires").to_string();
            let says = text!("generate-malformed", format = "conan.lock", why = why);
            return Read::refused(Problem::error(Place::default(), says));
        }
    };
    graph.finish(gathered, format!("conan.lock {version}"))
}

#[derive(Deserialize)]
struct Lock<'a> {
    #[serde(default, borrow)]
    version: MaybeWords<'a>,
    #[serde(default, borrow)]
    requires: Option<List<Words<'a>>>,
    #[serde(default, borrow)]
    build_requires: Option<List<Words<'a>>>,
    #[serde(default, borrow, rename = "graph_lock")]
    graph: Option<Graph<'a>>,
}

#[derive(Deserialize)]
struct Graph<'a> {
    #[serde(borrow)]
    nodes: BTreeMap<Words<'a>, Node<'a>>,
}

#[derive(Deserialize)]
struct Node<'a> {
    #[serde(default, borrow, rename = "ref")]
    reference: MaybeWords<'a>,
    #[serde(default, borrow)]
    requires: Option<List<Words<'a>>>,
    #[serde(default, borrow)]
    context: MaybeWords<'a>,
    #[serde(default, borrow)]
    path: MaybeWords<'a>,
}

fn of_lists(
    requires: &List<Words<'_>>,
    tools: Option<&List<Words<'_>>>,
    gathered: &mut Gathered<'_>,
) -> LockGraph {
    let mut graph = LockGraph::default();
    let tools = tools.iter().flat_map(|list| &list.0).map(|it| ("build_requires", it, true));
    let all = requires.0.iter().map(|it| ("requires", it, false)).chain(tools);
    for (at, (list, reference, is_for_development)) in all.enumerate() {
        let place = format!("{list}[{at}]");
        let component = component(reference, gathered, &|| Place::at(place.as_str()));
        graph.package(component, place, is_for_development);
    }
    graph
}

fn of_graph(graph: &Graph<'_>, gathered: &mut Gathered<'_>) -> LockGraph {
    let mut locked = LockGraph::default();
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    let mut project = None;
    for (id, node) in &graph.nodes {
        let place = format!("graph_lock.nodes.{}", &**id);
        let reference = node.reference.0.as_deref().unwrap_or_default();
        // The project the lockfile is for has a path, or stands first without a name.
        if node.path.0.is_some() || reference.is_empty() {
            let (name, version) = reference.split_once('/').unwrap_or((reference, ""));
            let version = version.split(['@', '#']).next().unwrap_or_default();
            project.get_or_insert((node, Component { own: true, ..crate::packaged::own(name, version) }));
            continue;
        }
        let is_for_development = node.context.0.as_deref() == Some("build");
        let component = component(reference, gathered, &|| Place::at(place.as_str()));
        numbers.insert(id, locked.package(component, place, is_for_development));
    }
    let needed = |node: &Node<'_>| -> Vec<usize> {
        let ids = node.requires.iter().flat_map(|list| &list.0);
        ids.filter_map(|id| numbers.get(&**id).copied()).collect()
    };
    for (id, node) in &graph.nodes {
        if let Some(&from) = numbers.get(&**id) {
            for to in needed(node) {
                locked.need(from, to);
            }
        }
    }
    if let Some((node, component)) = project.filter(|(_, component)| !component.name.is_empty()) {
        let needs = needed(node);
        locked.projects.push(LockedProject { component, needs, ..LockedProject::default() });
    }
    locked
}

#[cfg(test)]
mod tests {
    use super::*;

    fn called(written: &str) -> (Vec<String>, Vec<(u32, u32)>) {
        let sbom = read_conan_lock(written.as_bytes(), &Limits::default()).value.unwrap();
        (sbom.components.iter().map(Component::called).collect(), sbom.dependencies)
    }

    #[test]
    fn both_generations_are_read_and_tools_left_out() {
        let second = r#"{"version": "0.5", "requires": ["zlib/1.2.13#e377bee636333ae348d51ca90874e353%1679305934.0", "own/1.0@me/_"],
            "build_requires": ["cmake/3.25.0#x"], "python_requires": []}"#;
        let zlib = "pkg:conan/zlib@1.2.13?rrev=e377bee636333ae348d51ca90874e353";
        assert_eq!(called(second).0, [zlib, "pkg:conan/own@1.0?user=me"]);
        let first = r#"{"graph_lock": {"nodes": {
            "0": {"ref": "app/1.0", "path": "conanfile.py", "requires": ["1"], "build_requires": ["3"], "context": "host"},
            "1": {"ref": "png/1.6#aa", "requires": ["2"], "context": "host"}, "2": {"ref": "zlib/1.2.13#e377bee636333ae348d51ca90874e353", "context": "host"},
            "3": {"ref": "cmake/3.25.0", "context": "build"}}, "revisions_enabled": true}, "version": "0.4", "profile_host": "x"}"#;
        let (names, edges) = called(first);
        assert_eq!(names, ["app@1.0", "pkg:conan/png@1.6?rrev=aa", zlib]);
        assert_eq!(edges, [(0, 1), (1, 2)]);
        assert_eq!(read_conan_lock(b"{}", &Limits::default()).value, None);
    }
}
