//! Packages as lockfiles of Python fix them, whichever wrote them.

use std::collections::HashMap;

use proofmark_facts::{Component, Place, Purl};
use proofmark_text::text;

use super::name::normal;
use super::project::PythonProject;
use crate::excerpt::excerpt;
use crate::gathered::Gathered;
use crate::lock_graph::{LockGraph, LockedProject};

/// A package that is asked for; without a version, every one of the name.
pub(super) struct Need<'a> {
    pub(super) name: &'a str,
    pub(super) version: Option<&'a str>,
}

/// Where a package comes from, if not from the public index.
#[derive(Default)]
pub(super) enum Origin<'a> {
    #[default]
    Index,
    /// Another index.
    OtherIndex(&'a str),
    /// A repository, at a commit.
    Repository(&'a str, &'a str),
    /// A file at an address.
    Download(&'a str),
    /// A folder: the product's own.
    Folder,
}

/// A package that is fixed.
#[derive(Default)]
pub(super) struct Locked<'a> {
    pub(super) name: &'a str,
    pub(super) version: &'a str,
    pub(super) origin: Origin<'a>,
    /// Each as `sha256:…`: of every file the version is published as.
    pub(super) digests: Vec<&'a str>,
    pub(super) needs: Vec<Need<'a>>,
    pub(super) develops_with: Vec<Need<'a>>,
    pub(super) is_for_development: bool,
    /// Whether it is a project the lockfile is for.
    pub(super) is_project: bool,
}

/// Puts packages into one graph, below the projects among them, else below the project whose manifest lies beside the lockfile.
pub(super) fn graph(
    packages: &[Locked<'_>],
    list: &str,
    project: Option<&PythonProject>,
    gathered: &mut Gathered<'_>,
) -> LockGraph {
    let mut graph = LockGraph::default();
    let mut numbers = Vec::with_capacity(packages.len());
    let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, package) in packages.iter().enumerate() {
        by_name.entry(normal(package.name)).or_default().push(at);
        let place = format!("{list}[{at}]");
        let component = component(package, gathered, &|| Place::at(place.as_str()));
        numbers.push(if package.is_project {
            graph.projects.push(LockedProject { component, ..LockedProject::default() });
            graph.projects.len() - 1
        } else {
            graph.package(component, place, package.is_for_development)
        });
    }
    let found = |need: &Need<'_>| -> Vec<usize> {
        let named = by_name.get(&normal(need.name)).map(Vec::as_slice).unwrap_or_default();
        let fits = |at: &usize| need.version.is_none_or(|version| packages[*at].version == version);
        named.iter().copied().filter(fits).collect()
    };
    for (from, package) in packages.iter().enumerate() {
        for to in package.needs.iter().flat_map(&found) {
            match (package.is_project, packages[to].is_project) {
                (false, false) => graph.need(numbers[from], numbers[to]),
                (true, false) => graph.projects[numbers[from]].needs.push(numbers[to]),
                (true, true) if from != to => graph.projects[numbers[from]].contains.push(numbers[to]),
                _ => {}
            }
        }
        let develops_with =
            package.develops_with.iter().flat_map(&found).filter(|&to| !packages[to].is_project);
        let develops_with: Vec<usize> = develops_with.map(|to| numbers[to]).collect();
        if package.is_project {
            graph.projects[numbers[from]].develops_with.extend(develops_with);
        }
    }
    if let Some(project) = project.filter(|_| graph.projects.is_empty()) {
        let numbers_of = |names: &[String]| -> Vec<usize> {
            let needs = names.iter().flat_map(|name| found(&Need { name, version: None }));
            needs.map(|at| numbers[at]).collect()
        };
        let own = Locked {
            name: project.name.as_deref().unwrap_or_default(),
            version: project.version.as_deref().unwrap_or_default(),
            origin: Origin::Folder,
            ..Locked::default()
        };
        // A project need not have a name; then the folder's is used.
        if !own.name.is_empty() {
            let needs = numbers_of(&project.needs);
            let develops_with = numbers_of(&project.develops_with);
            let component = component(&own, gathered, &Place::default);
            graph.projects.push(LockedProject { component, needs, develops_with, contains: Vec::new() });
        }
    }
    graph
}

/// The package as a component (purl types, `pypi`).
pub(super) fn component(
    package: &Locked<'_>,
    gathered: &mut Gathered<'_>,
    place: &dyn Fn() -> Place,
) -> Component {
    let Locked { name, version, .. } = *package;
    let at_commit;
    let qualifier = match package.origin {
        Origin::Index | Origin::Folder => None,
        Origin::OtherIndex(address) => Some(("repository_url", address)),
        Origin::Download(address) => Some(("download_url", address)),
        Origin::Repository(address, commit) => {
            let address = address.strip_prefix("git+").unwrap_or(address);
            let at = if commit.is_empty() { "" } else { "@" };
            at_commit = format!("git+{address}{at}{commit}");
            Some(("vcs_url", at_commit.as_str()))
        }
    };
    let purl = Purl::new("pypi", "", name, version, qualifier.as_slice(), "").ok();
    if purl.is_none() {
        gathered.problems.warn(place(), text!("formats-purl-unreadable", purl = excerpt(name)));
    }
    let mut digests: Vec<(String, String)> = Vec::new();
    for (algorithm, value) in package.digests.iter().filter_map(|digest| digest.split_once(':')) {
        let digest = gathered.digest(algorithm, value, place);
        digests.extend(digest.filter(|digest| !digests.contains(digest)));
    }
    Component {
        reference: purl.as_ref().map_or_else(|| name.to_owned(), Purl::to_string),
        name: name.to_owned(),
        version: (!version.is_empty()).then(|| version.to_owned()),
        purl,
        digests,
        own: matches!(package.origin, Origin::Folder),
        ..Component::default()
    }
}
