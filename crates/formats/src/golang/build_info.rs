//! What Go builds into a program of the modules it is made of (`go version -m`), as text.

use proofmark_facts::{Component, ComponentKind, Place};

use super::module::module;
use crate::gathered::Gathered;
use crate::lock_graph::{LockGraph, LockedProject};

/// The modules in the lines of a program's build information, with Go's own library in the version it was built with. The main
/// module is the product's own. Which of the modules it names itself is not said, so all hang on it.
pub(crate) fn list_build_info(go_version: &str, lines: &str, gathered: &mut Gathered<'_>) -> LockGraph {
    let mut graph = LockGraph::default();
    let mut project = LockedProject::default();
    // `go1.22.1`, `go1.22.1 X:boringcrypto`; a version under development, `devel …`, has no number.
    let version = go_version.split_whitespace().next().and_then(|version| version.strip_prefix("go"));
    if let Some(version) = version {
        let library = module("stdlib", version, gathered, Place::default());
        project.needs.push(graph.package(library, "go".to_owned(), false));
    }
    let mut replaces = None;
    for (number, line) in lines.lines().enumerate() {
        let words: Vec<&str> = line.split('\t').collect();
        let place = Place { line_and_column: Some((number + 1, 1)), ..Place::default() };
        match words[..] {
            ["mod", path, ref rest @ ..] => {
                let version = rest.first().copied().unwrap_or_default();
                project.component = module(path, version, gathered, place);
            }
            ["dep", path, ref rest @ ..] => {
                let version = rest.first().copied().unwrap_or_default();
                let component = module(path, version, gathered, place);
                let number = graph.package(component, format!("dep {path}"), false);
                project.needs.push(number);
                replaces = Some(number);
            }
            ["=>", path, ref rest @ ..] => {
                let version = rest.first().copied().unwrap_or_default();
                // A folder took the module's place: what it holds is the product's own.
                let is_folder = path.starts_with('.') || path.starts_with('/');
                if let Some(component) = replaces.take().and_then(|number| graph.package_mut(number)) {
                    if is_folder {
                        component.own = true;
                    } else {
                        *component = module(path, version, gathered, place);
                    }
                }
            }
            _ => {}
        }
    }
    project.component.own = true;
    project.component.kind = ComponentKind::Application;
    if project.component.name.is_empty() {
        project.component = Component { name: "program".to_owned(), ..project.component };
    }
    graph.projects.push(project);
    graph
}
