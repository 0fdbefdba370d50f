//! `NAME.deps.json`, which a build of .NET lays beside its program
//! (<https://github.com/dotnet/sdk/blob/main/documentation/specs/runtime-configuration-file.md>).

use std::collections::{BTreeMap, HashMap};

use proofmark_facts::{Place, Read, Sbom};
use serde::Deserialize;

use crate::Limits;
use crate::gathered::Gathered;
use crate::json::{MaybeWords, Words, read_value};
use crate::lock_graph::{LockGraph, LockedProject};
use crate::packaged::{Packaged, own};

/// Reads a `.deps.json`: what a program was built with. Projects are the product's own; the first that no other needs is the program.
/// `sha512` is of a package without its signature, which is no file that anybody publishes, so it is not kept.
pub fn read_deps_json(bytes: &[u8], limits: &Limits) -> Read<Sbom> {
    let document: Document<'_> = match read_value(bytes, limits.bytes, limits.depth, "`.deps.json`") {
        Ok(document) => document,
        Err(problem) => return Read::refused(*problem),
    };
    let mut gathered = Gathered::new(limits);
    let mut graph = LockGraph::default();
    let needs = document.needs();
    let is_needed = |key: &str| needs.iter().any(|(_, to)| *to == key);
    let root = document.libraries.iter().find(|(key, library)| library.is("project") && !is_needed(key));
    let root = root.map(|(key, _)| &**key);
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    for (key, library) in &document.libraries {
        let (name, version) = key.split_once('/').unwrap_or((key, ""));
        let place = format!("libraries.{}", &**key);
        let component = if library.is("project") {
            own(name, version)
        } else {
            let package = Packaged { kind: "nuget", name, version, ..Packaged::default() };
            package.component(&mut gathered, &|| Place::at(place.as_str()))
        };
        if root == Some(&**key) {
            graph.projects.push(LockedProject { component, ..LockedProject::default() });
        } else {
            numbers.insert(key, graph.package(component, place, false));
        }
    }
    for (from, to) in needs {
        match (numbers.get(from), numbers.get(to)) {
            (Some(&from), Some(&to)) => graph.need(from, to),
            (None, Some(&to)) => graph.projects.first_mut().into_iter().for_each(|it| it.needs.push(to)),
            _ => {}
        }
    }
    graph.finish(gathered, "deps.json".to_owned())
}

#[derive(Deserialize)]
struct Document<'a> {
    #[serde(borrow)]
    targets: BTreeMap<Words<'a>, BTreeMap<Words<'a>, Target<'a>>>,
    #[serde(borrow)]
    libraries: BTreeMap<Words<'a>, Library<'a>>,
}

#[derive(Deserialize)]
struct Target<'a> {
    #[serde(default, borrow)]
    dependencies: Option<BTreeMap<Words<'a>, MaybeWords<'a>>>,
}

#[derive(Deserialize)]
struct Library<'a> {
    #[serde(default, borrow, rename = "type")]
    kind: MaybeWords<'a>,
}

impl Library<'_> {
    fn is(&self, kind: &str) -> bool {
        self.kind.0.as_deref().is_some_and(|written| written.eq_ignore_ascii_case(kind))
    }
}

impl Document<'_> {
    /// Who needs whom, by the keys of the libraries. A need says name and version; the library that is there may be newer.
    fn needs(&self) -> Vec<(&str, &str)> {
        let mut by_name: HashMap<String, &str> = HashMap::new();
        for key in self.libraries.keys() {
            by_name.insert(key.split('/').next().unwrap_or_default().to_lowercase(), key);
        }
        let mut needs = Vec::new();
        for (key, target) in self.targets.values().flatten() {
            let Some((from, _)) = self.libraries.get_key_value(&**key) else { continue };
            let named = target.dependencies.iter().flat_map(BTreeMap::keys);
            needs.extend(named.filter_map(|name| Some((&**from, *by_name.get(&name.to_lowercase())?))));
        }
        needs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_hangs_on_its_packages_and_needs_are_found_by_name() {
        let written = r#"{"runtimeTarget": {"name": ".NETCoreApp,Version=v6.0"}, "targets": {".NETCoreApp,Version=v6.0": {
            "App/1.2.0": {"dependencies": {"Lib": "1.0.0", "Serilog": "2.10.0"}, "runtime": {"App.dll": {}}},
            "Lib/1.0.0": {"dependencies": {"Serilog": "2.10.0"}},
            "Serilog/2.12.0": {"runtime": {"lib/net6.0/Serilog.dll": {"assemblyVersion": "2.0.0.0"}}}}},
            "libraries": {"App/1.2.0": {"type": "project", "serviceable": false, "sha512": ""},
            "Lib/1.0.0": {"type": "project"}, "Serilog/2.12.0": {"type": "package", "sha512": "sha512-xai"}}}"#;
        let read = read_deps_json(written.as_bytes(), &Limits::default());
        assert!(read.problems.is_empty());
        let sbom = read.value.unwrap();
        let called: Vec<String> =
            sbom.components.iter().map(|it| format!("{} {}", it.called(), it.own)).collect();
        assert_eq!(called, ["App@1.2.0 true", "Lib@1.0.0 true", "pkg:nuget/Serilog@2.12.0 false"]);
        assert_eq!((sbom.subject, sbom.dependencies), (Some(0), vec![(0, 1), (0, 2), (1, 2)]));
        assert_eq!(read_deps_json(b"{}", &Limits::default()).value, None);
    }
}
