//! The list `cargo auditable` builds into a program (<https://github.com/rust-secure-code/cargo-auditable/blob/master/PARSING.md>).

use std::io::Read as _;

use flate2::read::ZlibDecoder;
use proofmark_facts::{Component, ComponentKind, Place, Problem, Purl, Read, Sbom};
use proofmark_text::text;
use serde::Deserialize;

use crate::Limits;
use crate::excerpt::excerpt;
use crate::gathered::Gathered;
use crate::json::{List, Words, read_value};
use crate::lock_graph::{LockGraph, LockedProject};

/// The longest list, unpacked, in bytes.
const MOST_BYTES: u64 = 8 * 1024 * 1024;

/// The list in a section: JSON, packed by zlib. What was needed for building alone is left out, as it is not in the program.
pub(super) fn list_audit_data(packed: &[u8], limits: &Limits) -> Read<Sbom> {
    let refused = |why: &str| {
        let says = text!("generate-malformed", format = "cargo auditable", why = excerpt(why));
        Read::refused(Problem::error(Place::default(), says))
    };
    let mut json = Vec::new();
    match ZlibDecoder::new(packed).take(MOST_BYTES + 1).read_to_end(&mut json) {
        Err(error) => return refused(&error.to_string()),
        Ok(_) if json.len() as u64 > MOST_BYTES => {
            let says = text!("formats-too-long", bytes = json.len(), most = MOST_BYTES);
            return Read::refused(Problem::error(Place::default(), says));
        }
        Ok(_) => {}
    }
    let listed: Listed<'_> = match read_value(&json, limits.bytes, limits.depth, "`cargo auditable`") {
        Ok(listed) => listed,
        Err(problem) => return Read::refused(*problem),
    };
    let mut gathered = Gathered::new(limits);
    let graph = listed.graph(&mut gathered);
    graph.finish(gathered, "cargo auditable".to_owned())
}

#[derive(Deserialize)]
struct Listed<'a> {
    #[serde(borrow)]
    packages: List<Package<'a>>,
}

#[derive(Deserialize)]
struct Package<'a> {
    #[serde(borrow)]
    name: Words<'a>,
    #[serde(borrow)]
    version: Words<'a>,
    #[serde(default, borrow)]
    source: Words<'a>,
    #[serde(default, borrow)]
    kind: Words<'a>,
    #[serde(default)]
    dependencies: List<usize>,
    #[serde(default)]
    root: bool,
}

impl Listed<'_> {
    fn graph(&self, gathered: &mut Gathered<'_>) -> LockGraph {
        let mut graph = LockGraph::default();
        let packages = &self.packages.0;
        let root = packages.iter().position(|package| package.root);
        let mut numbers = Vec::with_capacity(packages.len());
        for (at, package) in packages.iter().enumerate() {
            let component = package.component(at, gathered);
            numbers.push(if Some(at) == root {
                let component = Component { kind: ComponentKind::Application, ..component };
                graph.projects.push(LockedProject { component, ..LockedProject::default() });
                None
            } else {
                Some(graph.package(component, format!("packages[{at}]"), &*package.kind == "build"))
            });
        }
        for (at, package) in packages.iter().enumerate() {
            // The list says of each package whether it was needed for building alone, so such a one is needed by nobody here.
            let stays = |to: &&usize| packages.get(**to).is_some_and(|package| &*package.kind != "build");
            let needed = package.dependencies.0.iter().filter(stays);
            for to in needed.filter_map(|&to| numbers.get(to).copied().flatten()) {
                match (numbers[at], graph.projects.first_mut()) {
                    (Some(from), _) => graph.need(from, to),
                    (None, Some(project)) => project.needs.push(to),
                    (None, None) => {}
                }
            }
        }
        graph
    }
}

impl Package<'_> {
    fn component(&self, at: usize, gathered: &mut Gathered<'_>) -> Component {
        let (name, version) = (&*self.name, &*self.version);
        let purl = Purl::new("cargo", "", name, version, &[], "").ok();
        if purl.is_none() {
            let place = Place::at(format!("/packages/{at}"));
            gathered.problems.warn(place, text!("formats-purl-unreadable", purl = excerpt(name)));
        }
        Component {
            reference: purl.as_ref().map_or_else(|| name.to_owned(), Purl::to_string),
            name: name.to_owned(),
            version: Some(version.to_owned()),
            purl,
            own: &*self.source == "local",
            ..Component::default()
        }
    }
}
