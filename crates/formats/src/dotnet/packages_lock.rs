//! `packages.lock.json` (<https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files>).

use std::collections::{BTreeMap, HashMap};

use proofmark_facts::{Place, Read, Sbom};
use proofmark_text::text;
use serde::Deserialize;

use super::project_file::DotnetProject;
use crate::Limits;
use crate::gathered::Gathered;
use crate::json::{MaybeWords, Words, read_value};
use crate::lock_graph::{LockGraph, LockedProject};
use crate::packaged::{Packaged, own};

/// The newest version of the format that is known.
const NEWEST: u64 = 2;

/// Reads a `packages.lock.json`, beside its project file where there is one. What any of its target frameworks gets is listed; what the
/// project references of its own is the product's own. `contentHash` is of a package without its signature, which is no file that
/// anybody publishes, so it is not kept. Whether a package is needed for building alone the file does not say.
pub fn read_packages_lock(bytes: &[u8], project: Option<&DotnetProject>, limits: &Limits) -> Read<Sbom> {
    let lock: Lock<'_> = match read_value(bytes, limits.bytes, limits.depth, "`packages.lock.json`") {
        Ok(lock) => lock,
        Err(problem) => return Read::refused(*problem),
    };
    let mut gathered = Gathered::new(limits);
    if lock.version > NEWEST {
        let says = text!("generate-newer", format = "packages.lock.json", version = lock.version);
        gathered.problems.warn(Place::at("version"), says);
    }
    let mut graph = LockGraph::default();
    let mut numbers: HashMap<(String, &str), usize> = HashMap::new();
    let mut direct = Vec::new();
    for (framework, entries) in &lock.dependencies {
        let mut here: HashMap<String, usize> = HashMap::new();
        for (name, entry) in entries {
            let version = entry.resolved.0.as_deref().unwrap_or_default();
            let place = format!("dependencies.{}.{}", &**framework, &**name);
            let number = *numbers.entry((name.to_lowercase(), version)).or_insert_with(|| {
                let component = if entry.is("Project") {
                    own(name, version)
                } else {
                    let package = Packaged { kind: "nuget", name, version, ..Packaged::default() };
                    package.component(&mut gathered, &|| Place::at(place.as_str()))
                };
                graph.package(component, place.clone(), false)
            });
            here.insert(name.to_lowercase(), number);
            // A project that another one reaches is not this one's own; the file does not say which are.
            if entry.is("Direct") {
                direct.push(number);
            }
        }
        for (name, entry) in entries {
            let Some(&from) = here.get(&name.to_lowercase()) else { continue };
            for needed in entry.dependencies.iter().flat_map(BTreeMap::keys) {
                if let Some(&to) = here.get(&needed.to_lowercase()) {
                    graph.need(from, to);
                }
            }
        }
    }
    if let Some(project) = project {
        let component = own(&project.name, project.version.as_deref().unwrap_or_default());
        graph.projects.push(LockedProject { component, needs: direct, ..LockedProject::default() });
    }
    graph.finish(gathered, format!("packages.lock.json {}", lock.version))
}

#[derive(Deserialize)]
struct Lock<'a> {
    version: u64,
    #[serde(borrow)]
    dependencies: BTreeMap<Words<'a>, BTreeMap<Words<'a>, Entry<'a>>>,
}

#[derive(Deserialize)]
struct Entry<'a> {
    #[serde(default, borrow, rename = "type")]
    kind: MaybeWords<'a>,
    #[serde(default, borrow)]
    resolved: MaybeWords<'a>,
    #[serde(default, borrow)]
    dependencies: Option<BTreeMap<Words<'a>, MaybeWords<'a>>>,
}

impl Entry<'_> {
    fn is(&self, kind: &str) -> bool {
        self.kind.0.as_deref().is_some_and(|written| written.eq_ignore_ascii_case(kind))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"{"version": 1, "dependencies": {
        "net6.0": {
            "Serilog": {"type": "Direct", "requested": "[2.12.0, )", "resolved": "2.12.0", "contentHash": "xaiJLIdu", "dependencies": {"System.Memory": "4.5.4"}},
            "system.memory": {"type": "Transitive", "resolved": "4.5.5"},
            "lib": {"type": "Project", "dependencies": {"Serilog": "[2.12.0, )"}}
        },
        "net48": {
            "Serilog": {"type": "Direct", "resolved": "2.12.0", "dependencies": {"System.Memory": "4.5.4"}},
            "System.Memory": {"type": "CentralTransitive", "resolved": "4.5.4"}
        }}}"#;

    #[test]
    fn frameworks_are_put_together_and_names_match_in_any_case() {
        let project =
            DotnetProject { name: "App".into(), version: Some("2.0".into()), ..DotnetProject::default() };
        let read = read_packages_lock(LOCK.as_bytes(), Some(&project), &Limits::default());
        assert!(read.problems.is_empty());
        let sbom = read.value.unwrap();
        let called: Vec<String> =
            sbom.components.iter().map(|it| format!("{} {}", it.called(), it.own)).collect();
        assert_eq!(
            called,
            [
                "App@2.0 true",
                "pkg:nuget/Serilog@2.12.0 false",
                "pkg:nuget/System.Memory@4.5.4 false",
                "lib true",
                "pkg:nuget/system.memory@4.5.5 false"
            ]
        );
        assert_eq!((sbom.subject, sbom.dependencies), (Some(0), vec![(0, 1), (1, 2), (1, 4), (3, 1)]));
    }

    #[test]
    fn what_is_newer_is_told_and_what_is_none_refused() {
        let newer = read_packages_lock(br#"{"version": 9, "dependencies": {}}"#, None, &Limits::default());
        assert_eq!(newer.problems[0].says.id(), "generate-newer");
        assert_eq!(read_packages_lock(b"{}", None, &Limits::default()).value, None);
    }
}
