//! The projects of Maven in one tree: what each inherits, and what they ask for.

use std::collections::HashMap;

use proofmark_facts::{Component, Place, Read, Sbom, path_below};
use proofmark_text::text;

use super::coordinates::Coordinates;
use super::pom::{Pom, PomDependency, PomParent};
use crate::Limits;
use crate::excerpt::excerpt;
use crate::gathered::Gathered;
use crate::lock_graph::{LockGraph, LockedProject};
use crate::packaged::fixed_version;

/// How many projects may inherit from each other in a row.
const MOST_PARENTS: usize = 32;

/// How often properties are put into what came of properties, and how long that may become, in bytes.
const MOST_ROUNDS: usize = 8;
const MOST_BYTES: usize = 4096;

/// The list of what projects ask for, by the paths of their files; the first is the one the others stand below. Parents and properties are
/// followed within the tree. A version that a parent or a bill of materials elsewhere says is left open, and so is a range; each is told.
/// What has the scope `test` is left out. Which packages those asked for need in turn no `pom.xml` here says.
pub fn list_poms(poms: &[(String, Pom)], limits: &Limits) -> Read<Sbom> {
    let mut gathered = Gathered::new(limits);
    let tree = PomTree::of(poms);
    let mut graph = LockGraph::default();
    let mut untold_parent = None;
    for (at, (path, _)) in poms.iter().enumerate() {
        let chain = tree.chain(at);
        let component = tree.component(&chain, path, &mut gathered);
        let mut project = LockedProject { component, ..LockedProject::default() };
        for dependency in chain.iter().flat_map(|&at| &poms[at].1.dependencies) {
            let asked = tree.asked(dependency, &chain);
            if let Some(&number) = tree.by_name.get(&(asked.group.as_str(), asked.artifact.as_str())) {
                if number != at && !project.contains.contains(&number) && asked.scope != "test" {
                    project.contains.push(number);
                }
                continue;
            }
            let place = || Place::at(format!("{path}: {}:{}", asked.group, asked.artifact));
            if asked.version.is_empty() {
                let name = format!("{}:{}", asked.group, asked.artifact);
                gathered.problems.warn(place(), text!("generate-version-open", name = excerpt(&name)));
                untold_parent = untold_parent.or_else(|| tree.outside(&chain));
            }
            let coordinates = Coordinates {
                group: &asked.group,
                artifact: &asked.artifact,
                version: &asked.version,
                kind: &dependency.kind,
                classifier: &dependency.classifier,
            };
            let component = coordinates.component(&mut gathered, &place);
            let number = graph.package(component, path.clone(), asked.scope == "test");
            if asked.scope != "test" {
                project.needs.push(number);
            }
        }
        graph.projects.push(project);
    }
    if let Some(parent) = untold_parent {
        let name = format!("{}:{}:{}", parent.group, parent.artifact, parent.version);
        gathered.problems.warn(Place::default(), text!("generate-parent-elsewhere", name = excerpt(&name)));
    }
    if let Some((first, others)) = graph.projects.split_first_mut() {
        first.contains = (1..=others.len()).collect();
    }
    graph.finish(gathered, "pom.xml, declared, not resolved".to_owned())
}

struct PomTree<'a> {
    poms: &'a [(String, Pom)],
    by_path: HashMap<&'a str, usize>,
    by_name: HashMap<(&'a str, &'a str), usize>,
}

/// What is asked for, with what is inherited and properties put in. An empty part is not said.
struct Asked {
    group: String,
    artifact: String,
    version: String,
    scope: String,
}

impl<'a> PomTree<'a> {
    fn of(poms: &'a [(String, Pom)]) -> Self {
        let mut tree = Self { poms, by_path: HashMap::new(), by_name: HashMap::new() };
        for (at, (path, pom)) in poms.iter().enumerate() {
            tree.by_path.insert(path, at);
            let group =
                pom.group.as_deref().or_else(|| pom.parent.as_ref().map(|parent| parent.group.as_str()));
            tree.by_name.entry((group.unwrap_or_default(), pom.artifact.as_str())).or_insert(at);
        }
        tree
    }

    /// A project and those it inherits from, as far as they lie in the tree.
    fn chain(&self, at: usize) -> Vec<usize> {
        let mut chain = vec![at];
        while let Some(parent) = self.poms[chain[chain.len() - 1]].1.parent.as_ref() {
            match self.parent(&self.poms[chain[chain.len() - 1]].0, parent) {
                Some(next) if !chain.contains(&next) && chain.len() < MOST_PARENTS => chain.push(next),
                _ => break,
            }
        }
        chain
    }

    /// The parent by its path, if that is it, else by its name.
    fn parent(&self, path: &str, parent: &PomParent) -> Option<usize> {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let relative = parent.path.as_deref().unwrap_or("../pom.xml");
        let place = path_below(folder, relative, true);
        let there = place.iter().flat_map(|place| [place.clone(), format!("{place}/pom.xml")]);
        let found = there.filter_map(|place| self.by_path.get(place.trim_start_matches('/')).copied());
        let is_it = |at: &usize| self.poms[*at].1.artifact == parent.artifact;
        found
            .filter(|_| !relative.is_empty())
            .find(is_it)
            .or_else(|| self.by_name.get(&(parent.group.as_str(), parent.artifact.as_str())).copied())
    }

    /// The parent of the last of a chain, which does not lie in the tree.
    fn outside(&self, chain: &[usize]) -> Option<&'a PomParent> {
        let last = *chain.last()?;
        self.poms[last].1.parent.as_ref().filter(|_| chain.len() < MOST_PARENTS)
    }

    fn component(&self, chain: &[usize], path: &str, gathered: &mut Gathered<'_>) -> Component {
        let pom = &self.poms[chain[0]].1;
        let parent = pom.parent.as_ref();
        let group = pom.group.as_deref().or(parent.map(|parent| parent.group.as_str())).unwrap_or_default();
        let version = pom.version.as_deref().or(parent.map(|it| it.version.as_str())).unwrap_or_default();
        let (group, version) = (self.evaluated(group, chain), self.evaluated(version, chain));
        let coordinates = Coordinates {
            group: &group,
            artifact: &pom.artifact,
            version: fixed_version(&version).unwrap_or_default(),
            kind: pom.packaging.as_deref().unwrap_or_default(),
            classifier: "",
        };
        coordinates.component(gathered, &|| Place::at(path))
    }

    fn asked(&self, dependency: &PomDependency, chain: &[usize]) -> Asked {
        let group = self.evaluated(&dependency.group, chain);
        let artifact = self.evaluated(&dependency.artifact, chain);
        let managed = chain.iter().flat_map(|&at| &self.poms[at].1.managed).find(|managed| {
            self.evaluated(&managed.group, chain) == group
                && self.evaluated(&managed.artifact, chain) == artifact
                && managed.kind == dependency.kind
                && managed.classifier == dependency.classifier
        });
        let version = dependency.version.as_deref().or(managed.and_then(|it| it.version.as_deref()));
        let version = self.evaluated(version.unwrap_or_default(), chain);
        let scope = dependency.scope.as_deref().or(managed.and_then(|it| it.scope.as_deref()));
        Asked {
            group,
            artifact,
            version: fixed_version(&version).unwrap_or_default().to_owned(),
            scope: scope.unwrap_or_default().to_owned(),
        }
    }

    /// A value with properties put in; what no file here sets stays as written.
    fn evaluated(&self, value: &str, chain: &[usize]) -> String {
        let mut value = value.to_owned();
        for _ in 0..MOST_ROUNDS {
            let Some((before, after)) = value.split_once("${") else { break };
            let Some((name, behind)) = after.split_once('}') else { break };
            let Some(found) = self.property(name.trim(), chain) else { break };
            let whole = format!("{before}{found}{behind}");
            if whole.len() > MOST_BYTES {
                break;
            }
            value = whole;
        }
        value
    }

    fn property(&self, name: &str, chain: &[usize]) -> Option<&'a str> {
        let pom = &self.poms[*chain.first()?].1;
        let parent = pom.parent.as_ref();
        let name = name.strip_prefix("pom.").unwrap_or(name);
        let name = name.strip_prefix("project.").unwrap_or(name);
        match name {
            "version" => pom.version.as_deref().or(parent.map(|it| it.version.as_str())),
            "groupId" => pom.group.as_deref().or(parent.map(|it| it.group.as_str())),
            "artifactId" => Some(pom.artifact.as_str()),
            "parent.version" => parent.map(|it| it.version.as_str()),
            "parent.groupId" => parent.map(|it| it.group.as_str()),
            name => chain.iter().find_map(|&at| self.poms[at].1.properties.get(name).map(String::as_str)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jvm::read_pom;

    fn listed(poms: &[(&str, &str)]) -> Read<Sbom> {
        let limits = Limits::default();
        let read = |(path, written): &(&str, &str)| {
            ((*path).to_owned(), read_pom(written.as_bytes(), &limits).value.unwrap())
        };
        list_poms(&poms.iter().map(read).collect::<Vec<_>>(), &limits)
    }

    const PARENT: &str = "<project><groupId>com.x</groupId><artifactId>parent</artifactId><version>1.0</version><packaging>pom</packaging>\
        <properties><slf4j.version>1.7.${minor}</slf4j.version><minor>36</minor></properties><dependencyManagement><dependencies>\
        <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-api</artifactId><version>${slf4j.version}</version></dependency>\
        <dependency><groupId>junit</groupId><artifactId>junit</artifactId><version>4.13</version><scope>test</scope></dependency>\
        </dependencies></dependencyManagement></project>";

    const LIB: &str = "<project xmlns=\"http://maven.apache.org/POM/4.0.0\"><parent><groupId>com.x</groupId><artifactId>parent</artifactId><version>1.0</version></parent>\
        <artifactId>lib</artifactId><dependencies><dependency><groupId>org.slf4j</groupId><artifactId>slf4j-api</artifactId></dependency>\
        <dependency><groupId>junit</groupId><artifactId>junit</artifactId></dependency></dependencies></project>";

    const APP: &str = "<project><parent><groupId>com.x</groupId><artifactId>parent</artifactId><version>1.0</version><relativePath>..</relativePath></parent>\
        <artifactId>app</artifactId><packaging>war</packaging><dependencies><dependency><groupId>${project.groupId}</groupId><artifactId>lib</artifactId><version>${project.version}</version></dependency>\
        <dependency><groupId>org.y</groupId><artifactId>open</artifactId><version>[1,2)</version></dependency></dependencies></project>";

    #[test]
    fn versions_are_inherited_and_modules_are_each_others() {
        let read = listed(&[("pom.xml", PARENT), ("app/pom.xml", APP), ("lib/pom.xml", LIB)]);
        let told: Vec<&str> = read.problems.iter().map(|it| it.says.id()).collect();
        assert_eq!(told, ["generate-version-open", "formats-package-lock-development"]);
        let sbom = read.value.unwrap();
        let name = |at: &u32| sbom.components[*at as usize].name.as_str();
        let called: Vec<String> = sbom.components.iter().map(Component::called).collect();
        assert_eq!(
            called,
            [
                "pkg:maven/com.x/parent@1.0",
                "pkg:maven/com.x/app@1.0?type=war",
                "pkg:maven/com.x/lib@1.0",
                "pkg:maven/org.y/open",
                "pkg:maven/org.slf4j/slf4j-api@1.7.36"
            ]
        );
        let edges: Vec<String> =
            sbom.dependencies.iter().map(|(from, to)| format!("{} -> {}", name(from), name(to))).collect();
        assert_eq!(
            edges,
            ["parent -> app", "parent -> lib", "app -> lib", "app -> open", "lib -> slf4j-api"]
        );
    }

    #[test]
    fn a_parent_elsewhere_is_told_and_circles_end() {
        let read = listed(&[("lib/pom.xml", LIB)]);
        let told: Vec<&str> = read.problems.iter().map(|it| it.says.id()).collect();
        assert_eq!(told, ["generate-version-open", "generate-version-open", "generate-parent-elsewhere"]);
        let own = "<project><groupId>a</groupId><artifactId>b</artifactId><version>${v}</version><properties><v>${v}${v}</v></properties>\
            <parent><groupId>a</groupId><artifactId>b</artifactId><version>1</version></parent></project>";
        assert_eq!(listed(&[("pom.xml", own)]).value.unwrap().components[0].called(), "pkg:maven/a/b");
    }
}
