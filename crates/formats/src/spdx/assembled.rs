//! Several SPDX documents as one list. What was generated from a recipe is counted as the recipe (Yocto); what a builder writes of
//! its own targets is none of its components (Zephyr).

use std::collections::{BTreeSet, HashMap};

use proofmark_facts::{
    BuilderSays, BuilderStatement, Component, Place, Problem, Read, SbomOrigin, StatementOrigin,
};
use proofmark_text::text;

use super::noted::{Noted, RelationKind};
use super::packages::{Chosen, Packages};
use super::recipes::recipes;
use super::referred::doubts;
use super::zephyr::{is_of_zephyr, sources_of_zephyr};
use crate::gathered::Gathered;
use crate::listed::{BuiltPackages, Listed};

/// Puts documents together.
pub(super) fn assemble(documents: Vec<Noted>, mut gathered: Gathered<'_>) -> Read<Listed> {
    let doubts = doubts(&documents, &mut gathered.problems);
    let mut packages = Packages::of(documents);
    packages.doubt(&doubts);
    let origin = packages.origin(&mut gathered);
    let is_all = packages.missing > 0 && packages.all.len() <= 1;
    let is_zephyr = is_of_zephyr(&packages);
    let listed_bare = if is_zephyr { 0 } else { packages.list_lacking() };
    let missing = packages.missing.max(listed_bare);
    if missing > 0 {
        let says = text!("embedded-spdx-elsewhere", count = missing as u64);
        let problem = if is_all { Problem::error } else { Problem::warning };
        gathered.problems.notice(problem(Place::default(), says));
    }
    let is_generated = packages.relations.iter().any(|(_, _, kind)| *kind == RelationKind::GeneratedFrom);
    let chosen = if is_zephyr {
        sources_of_zephyr(&packages)
    } else if is_generated {
        recipes(&packages)
    } else {
        packages.as_they_are()
    };
    listed(packages, &chosen, origin, gathered)
}

/// The list of what was chosen, with dependencies between the components their packages belong to.
fn listed(
    mut packages: Packages,
    chosen: &Chosen,
    origin: SbomOrigin,
    mut gathered: Gathered<'_>,
) -> Read<Listed> {
    let (mut place_of, mut folded, mut statements) = (HashMap::new(), Vec::new(), Vec::new());
    for (package, others) in &chosen.components {
        let mended = std::mem::take(&mut packages.all[*package].mended);
        let mut component = std::mem::take(&mut packages.all[*package].component);
        let mut also = std::mem::take(&mut packages.all[*package].also);
        component.own = chosen.subject == Some(*package);
        if let Some(name) = chosen.names.get(package) {
            component.name.clone_from(name);
        }
        let mut names = BTreeSet::new();
        for other in others {
            let built = std::mem::take(&mut packages.all[*other].component);
            if chosen.same.contains(other) {
                also.append(&mut packages.all[*other].also);
                say_more(&mut component, built);
            } else {
                component.doubt = component.doubt.take().or(built.doubt);
                names.insert(built.name);
            }
        }
        // What a document says that is not the one that was meant explains nothing.
        let mended = if component.doubt.is_none() { mended } else { Vec::new() };
        statements.extend(mended.into_iter().map(|vulnerability| BuilderStatement {
            package: Some(component.name.clone()),
            version: component.version.clone(),
            ..BuilderStatement::new(vulnerability, BuilderSays::Fixed, StatementOrigin::SpdxSourceInfo)
        }));
        names.remove(&component.name);
        let index = match gathered.add(component, Place::default) {
            Ok(index) => index,
            Err(says) => return gathered.problems.told_with(Problem::error(Place::default(), says)),
        };
        gathered.also_called(index, also);
        if !names.is_empty() {
            folded.push(BuiltPackages { component: index as usize, packages: names.into_iter().collect() });
        }
        for one in others.iter().chain([package]) {
            place_of.insert(*one, index);
        }
    }
    for (from, to, _) in &packages.relations {
        let (Some(from), Some(to)) = (place_of.get(from), place_of.get(to)) else { continue };
        if from != to
            && let Err(says) = gathered.depend(*from, *to)
        {
            gathered.problems.error(Place::default(), says);
            break;
        }
    }
    let subject = chosen.subject.and_then(|package| place_of.get(&package).copied());
    let held = subject.filter(|_| chosen.subject_holds_all).map(|subject| (subject, gathered.next_index()));
    for (subject, other) in
        held.into_iter().flat_map(|(subject, count)| (0..count).map(move |other| (subject, other)))
    {
        if other != subject {
            // As many as there are components, of which there may be fewer.
            let _ = gathered.depend(subject, other);
        }
    }
    let Read { value, problems } = gathered.finish(origin, subject);
    Read { value: value.map(|sbom| Listed { sbom, statements, folded }), problems }
}

/// What another package of the same thing says, where nothing was said.
fn say_more(component: &mut Component, other: Component) {
    component.version = component.version.take().or(other.version);
    component.purl = component.purl.take().or(other.purl);
    for cpe in other.cpe.into_iter().chain(other.more_cpes) {
        if component.cpe.is_none() {
            component.cpe = Some(cpe);
        } else if component.cpes().all(|known| known != cpe) {
            component.more_cpes.push(cpe);
        }
    }
    component.supplier = component.supplier.take().or(other.supplier);
    component.doubt = component.doubt.take().or(other.doubt);
    if component.licences.is_empty() {
        component.licences = other.licences;
    }
}
