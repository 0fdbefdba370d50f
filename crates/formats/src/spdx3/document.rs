//! The document: its elements one after another, then the list they make.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;

use proofmark_facts::{Component, Place, Problem, Purl, Read, Sbom, SbomOrigin};
use proofmark_text::text;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::element::Element;
use super::graph::Graph;
use super::vex::statements;
use super::whole::add_particulars;
use crate::Limits;
use crate::excerpt::excerpt;
use crate::gathered::Gathered;
use crate::json::{Each, Once, Stop, Stopped, Words, read_document};
use crate::listed::{BuiltPackages, Listed};
use crate::problems::Problems;

/// Reads an SPDX 3.0 document as JSON-LD in the compact form its schema asks for, all elements in `@graph`.
///
/// Where it says what was built by which recipe (Yocto), there is one component for each recipe of which something is in the image;
/// otherwise, and where the whole document is asked for, every package is one. Files are none.
pub fn read_spdx_3(bytes: &[u8], limits: &Limits) -> Read<Listed> {
    let mut document = Document {
        gathered: Gathered::new(limits),
        graph: Graph::default(),
        count: 0,
        stop: Stop::default(),
    };
    match read_document(bytes, limits.bytes, limits.depth, "SPDX 3", &mut document) {
        Ok(()) => document.finish(limits.particulars.then_some(bytes)),
        Err(problem) => document.gathered.problems.told_with(*problem),
    }
}

struct Document<'a> {
    gathered: Gathered<'a>,
    graph: Graph<'a>,
    count: usize,
    stop: Stop,
}

/// Which packages are components, with the packages that count as each.
type Chosen = Vec<(usize, Option<String>, Vec<usize>)>;

impl<'a> Document<'a> {
    fn element(&mut self, element: Element<'a>) -> Result<(), Stopped> {
        let index = self.count;
        self.count += 1;
        self.graph.keep(element, index, &mut self.gathered);
        if self.graph.packages.len() > self.gathered.most_components() {
            let says = text!("formats-too-many-components", most = self.gathered.most_components());
            return Err(self.stop.because(says));
        }
        Ok(())
    }

    /// The list, and what else these bytes say, where they are given.
    fn finish(mut self, whole: Option<&[u8]>) -> Read<Listed> {
        self.graph.complete();
        let origin = self.origin();
        let (chosen, subject) = self.chosen(whole.is_some());
        let mut place_of: HashMap<usize, u32> = HashMap::new();
        let mut folded = Vec::new();
        for (package, recipe, others) in &chosen {
            let mut component = self.graph.packages[*package].1.clone();
            let mut also = self.graph.packages[*package].0.also.clone();
            let mut names = BTreeSet::new();
            if let Some(recipe) = recipe {
                names.extend(others.iter().map(|other| self.graph.packages[*other].1.name.clone()));
                names.remove(recipe);
                as_recipe(&mut component, &mut also, recipe);
                for other in others {
                    more_cpes(&mut component, &self.graph.packages[*other].1);
                }
            }
            component.own = subject == Some(*package);
            let index = match self.gathered.add(component, || Place::at("/@graph")) {
                Ok(index) => index,
                Err(says) => {
                    return self.gathered.problems.told_with(Problem::error(Place::at("/@graph"), says));
                }
            };
            self.gathered.also_called(index, also);
            if !names.is_empty() {
                folded
                    .push(BuiltPackages { component: index as usize, packages: names.into_iter().collect() });
            }
            place_of.extend(others.iter().chain([package]).map(|one| (*one, index)));
        }
        self.depend(&place_of);
        let patches = self.graph.recipes().1;
        let statements = statements(&self.graph, &self.gathered.components, &place_of, &patches);
        let subject = subject.and_then(|package| place_of.get(&package).copied());
        let add = |sbom: &mut Sbom, problems: &mut Problems| {
            if let Some(written) = whole.and_then(|bytes| str::from_utf8(bytes).ok()) {
                add_particulars(sbom, written, problems);
            }
        };
        let Read { value, problems } = self.gathered.finish_with(origin, subject, add);
        Read { value: value.map(|sbom| Listed { sbom, statements, folded }), problems }
    }

    fn origin(&mut self) -> SbomOrigin {
        let version = self.graph.spec_version.as_deref().unwrap_or_default();
        if !version.starts_with("3.0") {
            let says = text!("embedded-spdx-3-version", version = excerpt(version));
            self.gathered.problems.warn(Place::at("/@graph"), says);
        }
        let format = format!("SPDX-{}", if version.is_empty() { "3" } else { version });
        let written = self.graph.created.clone();
        let created_at =
            written.and_then(|written| self.gathered.instant(&written, || Place::at("/@graph/created")));
        let mut created_by: Vec<String> = Vec::new();
        for name in self.graph.created_by.iter().filter_map(|id| self.graph.agents.get(id)) {
            if !created_by.iter().any(|known| **known == **name) {
                created_by.push(name.to_string());
            }
        }
        SbomOrigin {
            format,
            serial: self.graph.serial.as_ref().map(|id| id.to_string()),
            created_at,
            created_by,
        }
    }

    /// Where recipes are looked at, one for each of which something is contained in anything; else every package.
    fn chosen(&self, is_whole: bool) -> (Chosen, Option<usize>) {
        let graph = &self.graph;
        let (recipes, _) = graph.recipes();
        let (mut contained, mut containers) = (BTreeSet::new(), BTreeSet::new());
        for (from, _, to) in graph.relations.iter().filter(|(_, relation, _)| &**relation == "contains") {
            let packages: Vec<usize> = to.iter().filter_map(|id| graph.by_id.get(id).copied()).collect();
            if let Some(from) = graph.by_id.get(from).filter(|_| !packages.is_empty()) {
                containers.insert(*from);
                contained.extend(packages);
            }
        }
        let is_recipe = |package: &usize| recipes.contains_key(package);
        let is_built = |package: &usize| graph.packages[*package].0.purpose.as_deref() == Some("install");
        if is_whole || !recipes.keys().any(is_built) {
            let mut roots: BTreeSet<usize> =
                graph.roots.iter().filter_map(|id| graph.by_id.get(id).copied()).collect();
            for (from, _, to) in graph.relations.iter().filter(|(_, relation, _)| &**relation == "describes")
            {
                let is_of_document = graph.serial.as_ref() == Some(from);
                roots.extend(
                    to.iter().filter(|_| is_of_document).filter_map(|id| graph.by_id.get(id).copied()),
                );
            }
            let subject = roots.first().copied().filter(|_| roots.len() == 1);
            return ((0..graph.packages.len()).map(|package| (package, None, Vec::new())).collect(), subject);
        }
        containers.retain(|container| !contained.contains(container));
        let image = containers.first().copied().filter(|_| containers.len() == 1);
        let in_image = |package: &usize| contained.is_empty() || contained.contains(package);
        let mut built: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (package, recipe) in recipes.iter().filter(|(package, _)| in_image(package)) {
            // What was built of a recipe beside its packages (an image, an archive of sources) is none of its packages.
            if graph.packages[*package].0.purpose.as_deref() == Some("install") {
                built.entry(recipe).or_default().push(*package);
            }
        }
        let mut chosen: Chosen = image.map(|image| (image, None, Vec::new())).into_iter().collect();
        for (recipe, packages) in built {
            let own = packages.iter().find(|package| graph.packages[**package].1.name == recipe);
            let Some(first) = own.or(packages.first()).copied() else { continue };
            chosen.push((first, Some(recipe.to_owned()), packages));
        }
        let alone = contained.iter().filter(|package| !is_recipe(package));
        chosen.extend(alone.map(|package| (*package, None, Vec::new())));
        (chosen, image)
    }

    fn depend(&mut self, place_of: &HashMap<usize, u32>) {
        for (from, relation, to) in &self.graph.relations {
            if !matches!(&**relation, "contains" | "dependsOn" | "hasStaticLink" | "hasDynamicLink") {
                continue;
            }
            let place = |id: &Words<'_>| place_of.get(self.graph.by_id.get(id)?).copied();
            let Some(from) = place(from) else { continue };
            for to in to.iter().filter_map(place).filter(|to| *to != from) {
                if let Err(says) = self.gathered.depend(from, to) {
                    return self.gathered.problems.error(Place::at("/@graph"), says);
                }
            }
        }
    }
}

/// The component of a recipe: what its packages say, under its own name. A package URL of a split package names another thing.
fn as_recipe(component: &mut Component, also: &mut Vec<Purl>, recipe: &str) {
    recipe.clone_into(&mut component.name);
    let is_its = |purl: &Purl| purl.name.eq_ignore_ascii_case(recipe);
    let its: Vec<Purl> = component.purl.take().into_iter().chain(also.drain(..)).filter(is_its).collect();
    let mut its = its.into_iter();
    component.purl = its.next();
    also.extend(its);
    component.digests.clear();
    component.kind = proofmark_facts::ComponentKind::Library;
}

fn more_cpes(component: &mut Component, other: &Component) {
    for cpe in other.cpes() {
        if component.cpe.is_none() {
            component.cpe = Some(cpe.to_owned());
        } else if component.cpes().all(|known| known != cpe) {
            component.more_cpes.push(cpe.to_owned());
        }
    }
}

impl AsMut<Stop> for Document<'_> {
    fn as_mut(&mut self) -> &mut Stop {
        &mut self.stop
    }
}

impl<'de> DeserializeSeed<'de> for &mut Document<'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &mut Document<'de> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an SPDX 3 document")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let mut once = Once::default();
        while let Some(key) = members.next_key::<Words<'de>>()? {
            if &*key == "@graph" {
                once.check(0)?;
                members.next_value_seed(Each::new(|element| self.element(element)))?;
            } else {
                members.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}
