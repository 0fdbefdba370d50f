//! Packages installed in a system, and how they need each other: one way for every package manager of one.

use std::collections::HashMap;

use proofmark_facts::{Component, Place, Purl, Read, Sbom};
use proofmark_text::text;

use super::distribution::Distribution;
use crate::Limits;
use crate::excerpt::excerpt;
use crate::gathered::Gathered;
use crate::lock_graph::LockGraph;

/// A package that is installed.
#[derive(Default)]
pub(super) struct Installed<'a> {
    pub(super) line: usize,
    pub(super) name: &'a str,
    pub(super) version: &'a str,
    /// What goes before the version where packages are compared; empty: nothing, or it stands in the version.
    pub(super) epoch: &'a str,
    pub(super) architecture: &'a str,
    /// The source package it was built from, with its version where that is another: `glibc@2.36-9`.
    pub(super) upstream: Option<String>,
    pub(super) licence: &'a str,
    pub(super) supplier: &'a str,
    /// What others may need it as, beside its name.
    pub(super) provides: Vec<&'a str>,
    /// What it needs: of each list one.
    pub(super) needs: Vec<Vec<&'a str>>,
}

/// Which packages a manager keeps.
pub(super) struct Managed<'a> {
    /// The type of their package URLs.
    pub(super) kind: &'a str,
    /// The distribution they are of where the system does not say.
    pub(super) otherwise: &'a str,
    pub(super) format: &'a str,
}

/// The list of what is installed.
pub(super) fn list(
    packages: &[Installed<'_>],
    managed: &Managed<'_>,
    distribution: Option<&Distribution>,
    limits: &Limits,
) -> Read<Sbom> {
    let mut gathered = Gathered::new(limits);
    let mut graph = LockGraph::default();
    let mut by_name: HashMap<&str, usize> = HashMap::new();
    for (at, package) in packages.iter().enumerate() {
        let component = package.component(managed, distribution, &mut gathered);
        graph.package(component, format!("line {}", package.line), false);
        // A package's own name goes before what another provides.
        by_name.insert(package.name, at);
    }
    for (at, package) in packages.iter().enumerate() {
        for name in &package.provides {
            by_name.entry(name).or_insert(at);
        }
    }
    for (from, package) in packages.iter().enumerate() {
        for any in &package.needs {
            if let Some(&to) = any.iter().find_map(|name| by_name.get(name)) {
                graph.need(from, to);
            }
        }
    }
    if distribution.is_none_or(|it| it.release.is_empty()) && !packages.is_empty() {
        gathered.problems.warn(Place::default(), text!("generate-release-unknown"));
    }
    graph.finish(gathered, managed.format.to_owned())
}

impl Installed<'_> {
    fn component(
        &self,
        managed: &Managed<'_>,
        distribution: Option<&Distribution>,
        gathered: &mut Gathered<'_>,
    ) -> Component {
        let id = distribution.map_or(managed.otherwise, |it| &it.id);
        // The releases of openSUSE are one namespace (purl types, `rpm`).
        let id = if managed.kind == "rpm" && id.starts_with("opensuse") { "opensuse" } else { id };
        let distro = distribution.and_then(Distribution::qualifier).unwrap_or_default();
        let upstream = self.upstream.as_deref().unwrap_or_default();
        let qualifiers =
            [("arch", self.architecture), ("distro", &distro), ("upstream", upstream), ("epoch", self.epoch)];
        let purl = Purl::new(managed.kind, id, self.name, self.version, &qualifiers, "").ok();
        let place = || Place { line_and_column: Some((self.line, 1)), ..Place::default() };
        if purl.is_none() {
            gathered.problems.warn(place(), text!("formats-purl-unreadable", purl = excerpt(self.name)));
        }
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Component {
            reference: purl.as_ref().map_or_else(|| self.name.to_owned(), Purl::to_string),
            name: self.name.to_owned(),
            version: some(self.version),
            purl,
            licences: some(self.licence).into_iter().collect(),
            supplier: some(self.supplier),
            ..Component::default()
        }
    }
}
