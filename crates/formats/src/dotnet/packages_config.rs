//! `packages.config` (<https://learn.microsoft.com/nuget/reference/packages-config>).

use proofmark_facts::{Place, Problem, Read, Sbom};
use proofmark_text::text;

use super::project_file::DotnetProject;
use crate::Limits;
use crate::gathered::Gathered;
use crate::lock_graph::{LockGraph, LockedProject};
use crate::packaged::{Packaged, own};
use crate::xml_elements::read_xml;

/// Reads a `packages.config`, beside its project file where there is one. It names every package with its version; what is marked
/// `developmentDependency` is left out. Which package needs which it does not say.
pub fn read_packages_config(bytes: &[u8], project: Option<&DotnetProject>, limits: &Limits) -> Read<Sbom> {
    let root = match read_xml(bytes, limits) {
        Ok(root) => root,
        Err(problem) => return Read::refused(*problem),
    };
    if root.name != "packages" {
        let why = text!("generate-without-element", name = "packages").to_string();
        let says = text!("generate-malformed", format = "packages.config", why = why);
        return Read::refused(Problem::error(Place::default(), says));
    }
    let mut gathered = Gathered::new(limits);
    let mut graph = LockGraph::default();
    let mut needs = Vec::new();
    for (at, package) in root.children.iter().filter(|child| child.name == "package").enumerate() {
        let place = format!("packages/package[{}]", at + 1);
        let named = Packaged {
            kind: "nuget",
            name: package.attribute("id").unwrap_or_default(),
            version: package.attribute("version").unwrap_or_default(),
            ..Packaged::default()
        };
        let component = named.component(&mut gathered, &|| Place::at(place.as_str()));
        let develops = package.attribute("developmentDependency");
        let is_for_development = develops.is_some_and(|it| it.eq_ignore_ascii_case("true"));
        let number = graph.package(component, place, is_for_development);
        if !is_for_development {
            needs.push(number);
        }
    }
    if let Some(project) = project {
        let component = own(&project.name, project.version.as_deref().unwrap_or_default());
        graph.projects.push(LockedProject { component, needs, ..LockedProject::default() });
    }
    graph.finish(gathered, "packages.config".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_for_development_is_left_out() {
        let written = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<packages>\n  <package id=\"jQuery\" version=\"3.1.1\" targetFramework=\"net46\" />\n\
            <package id=\"StyleCop\" version=\"1.0\" developmentDependency=\"TRUE\" />\n</packages>";
        let read = read_packages_config(written.as_bytes(), None, &Limits::default());
        assert_eq!(read.problems[0].says.id(), "formats-package-lock-development");
        let called: Vec<String> =
            read.value.unwrap().components.iter().map(proofmark_facts::Component::called).collect();
        assert_eq!(called, ["pkg:nuget/jQuery@3.1.1"]);
        assert_eq!(read_packages_config(b"<a/>", None, &Limits::default()).value, None);
    }
}
