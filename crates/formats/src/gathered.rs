//! Components and dependencies on their way from a document into an SBOM: one way for every format.

use std::collections::HashMap;

use jiff::Timestamp;
use proofmark_facts::{Component, Cpe, NotACpe, Place, Problem, Purl, Read, Sbom, SbomOrigin};
use proofmark_text::{Text, text};

use crate::Limits;
use crate::digest::digest;
use crate::excerpt::excerpt;
use crate::json::Words;
use crate::problems::Problems;

/// What was gathered so far. `'a` is the life of the document.
#[derive(Debug)]
pub(crate) struct Gathered<'a> {
    limits: &'a Limits,
    pub(crate) components: Vec<Component>,
    dependencies: Vec<(u32, u32)>,
    by_reference: HashMap<Words<'a>, u32>,
    /// Package URLs of components that have one already.
    also: Vec<(u32, Purl)>,
    pub(crate) problems: Problems,
}

impl<'a> Gathered<'a> {
    pub(crate) fn new(limits: &'a Limits) -> Self {
        Self {
            limits,
            components: Vec::new(),
            dependencies: Vec::new(),
            by_reference: HashMap::new(),
            also: Vec::new(),
            problems: Problems::new(limits.problems),
        }
    }

    /// Reserves the next component's place, so that what stands inside it can come after it.
    pub(crate) fn reserve(&mut self) -> Result<u32, Text> {
        let most = self.limits.components;
        let index = u32::try_from(self.components.len()).ok().filter(|&index| (index as usize) < most);
        let index = index.ok_or_else(|| text!("formats-too-many-components", most = most))?;
        self.components.push(Component::default());
        Ok(index)
    }

    /// The index the next component will have.
    pub(crate) fn next_index(&self) -> u32 {
        u32::try_from(self.components.len()).unwrap_or(u32::MAX)
    }

    /// Puts a component into its reserved place.
    pub(crate) fn fill(&mut self, index: u32, component: Component, place: impl FnOnce() -> Place) {
        let longest = self.limits.text_bytes;
        if texts_of(&component).any(|text| text.len() > longest) {
            self.problems.error(place(), text!("formats-text-too-long", most = longest));
        }
        self.components[index as usize] = component;
    }

    /// Reserves and fills in one step.
    pub(crate) fn add(&mut self, component: Component, place: impl FnOnce() -> Place) -> Result<u32, Text> {
        let index = self.reserve()?;
        self.fill(index, component, place);
        Ok(index)
    }

    /// Remembers by which reference a component is depended on. Where a reference stands twice, the first wins.
    pub(crate) fn refer(&mut self, reference: &Words<'a>, index: u32, place: impl FnOnce() -> Place) {
        if self.claim(reference.clone(), index).is_some() {
            self.problems.warn(place(), text!("formats-reference-twice", reference = excerpt(reference)));
        }
    }

    /// Remembers the reference unless another component has it, which is then given.
    pub(crate) fn claim(&mut self, reference: Words<'a>, index: u32) -> Option<u32> {
        let first = *self.by_reference.entry(reference).or_insert(index);
        (first != index).then_some(first)
    }

    /// The component of this reference.
    pub(crate) fn find(&self, reference: &str) -> Option<u32> {
        self.by_reference.get(reference).copied()
    }

    /// Notes that the first depends on, or contains, the second.
    pub(crate) fn depend(&mut self, from: u32, to: u32) -> Result<(), Text> {
        if self.dependencies.len() >= self.limits.dependencies {
            return Err(self.too_many_dependencies());
        }
        self.dependencies.push((from, to));
        Ok(())
    }

    /// What is said where a document has more dependencies than are read.
    pub(crate) fn too_many_dependencies(&self) -> Text {
        text!("formats-too-many-dependencies", most = self.limits.dependencies)
    }

    /// The most folders a path may have, one in another.
    pub(crate) fn deepest_path(&self) -> usize {
        self.limits.depth
    }

    /// The most components that are read.
    pub(crate) fn most_components(&self) -> usize {
        self.limits.components
    }

    /// The most dependencies that are read.
    pub(crate) fn most_dependencies(&self) -> usize {
        self.limits.dependencies
    }

    /// Tells of a component without a name: of one that has none, and of one whose name is empty, which
    /// real scanners write where they found nothing better.
    pub(crate) fn check_name(&mut self, name: Option<&str>, place: impl FnOnce() -> Place) {
        match name.map(str::trim) {
            None => self.problems.error(place(), text!("formats-component-without-name")),
            Some("") => self.problems.warn(place(), text!("formats-component-name-empty")),
            Some(_) => {}
        }
    }

    /// Reads a package URL; what is none is told and left out.
    pub(crate) fn purl(&mut self, written: &str, place: impl FnOnce() -> Place) -> Option<Purl> {
        let read = written.trim().parse();
        if read.is_err() {
            self.problems.warn(place(), text!("formats-purl-unreadable", purl = excerpt(written)));
        }
        read.ok()
    }

    /// Keeps a CPE name as written; one that cannot be read is told.
    pub(crate) fn cpe(&mut self, written: &str, place: impl FnOnce() -> Place) -> String {
        let read: Result<Cpe, NotACpe> = written.trim().parse();
        if let Err(fault) = read {
            self.problems.warn(place(), text!("cpe-unreadable", cpe = excerpt(written), why = fault.says()));
        }
        written.to_owned()
    }

    /// Reads a digest; what is none is told and left out.
    pub(crate) fn digest(
        &mut self,
        algorithm: &str,
        value: &str,
        place: impl FnOnce() -> Place,
    ) -> Option<(String, String)> {
        let read = digest(algorithm, value);
        if read.is_none() {
            let says =
                text!("formats-digest-unreadable", algorithm = excerpt(algorithm), value = excerpt(value));
            self.problems.warn(place(), says);
        }
        read
    }

    /// Reads an instant; what is none is told and left out.
    pub(crate) fn instant(&mut self, written: &str, place: impl FnOnce() -> Place) -> Option<Timestamp> {
        let read = written.parse();
        if read.is_err() {
            self.problems.warn(place(), text!("formats-instant-unreadable", instant = excerpt(written)));
        }
        read.ok()
    }

    /// Notes that a component has further package URLs. Each becomes a component beside it, since one that is not listed is not
    /// looked for.
    pub(crate) fn also_called(&mut self, index: u32, purls: Vec<Purl>) {
        self.also.extend(purls.into_iter().map(|purl| (index, purl)));
    }

    /// Lists the further package URLs as components of the same name and version, in the same places. What else the component is
    /// found by stays with it alone.
    fn list_further(&mut self) -> Result<(), Text> {
        let mut holders: HashMap<u32, Vec<u32>> = HashMap::new();
        for (index, _) in &self.also {
            holders.entry(*index).or_default();
        }
        for (from, to) in &self.dependencies {
            if let Some(holders) = holders.get_mut(to) {
                holders.push(*from);
            }
        }
        for (of, purl) in std::mem::take(&mut self.also) {
            let first = &self.components[of as usize];
            let further = Component {
                reference: first.reference.clone(),
                kind: first.kind,
                group: first.group.clone(),
                name: first.name.clone(),
                version: first.version.clone(),
                purl: Some(purl),
                licences: first.licences.clone(),
                supplier: first.supplier.clone(),
                own: first.own,
                doubt: first.doubt.clone(),
                ..Component::default()
            };
            let index = self.add(further, Place::default)?;
            for from in holders.get(&of).into_iter().flatten() {
                self.depend(*from, index)?;
            }
        }
        Ok(())
    }

    /// The SBOM. Dependencies stand in order and once each, so that equal documents give equal values.
    pub(crate) fn finish(self, origin: SbomOrigin, subject: Option<u32>) -> Read<Sbom> {
        self.finish_with(origin, subject, |_, _| {})
    }

    /// Which component has which reference; nothing refers to one any more.
    pub(crate) fn take_references(&mut self) -> HashMap<Words<'a>, u32> {
        std::mem::take(&mut self.by_reference)
    }

    /// The same, with what is added to it at last.
    pub(crate) fn finish_with(
        mut self,
        origin: SbomOrigin,
        subject: Option<u32>,
        add: impl FnOnce(&mut Sbom, &mut Problems),
    ) -> Read<Sbom> {
        if let Err(says) = self.list_further() {
            self.problems.error(Place::default(), says);
        }
        self.dependencies.sort_unstable();
        self.dependencies.dedup();
        // Lists grow by doubling: of a long one nearly half would be held for nothing as long as anybody works with it.
        self.dependencies.shrink_to_fit();
        self.components.shrink_to_fit();
        let mut sbom = Sbom {
            origin,
            subject: subject.map(|index| index as usize),
            components: self.components,
            dependencies: self.dependencies,
            particulars: None,
        };
        add(&mut sbom, &mut self.problems);
        Read::with(sbom, self.problems.told())
    }

    /// No SBOM, because of this and what was noticed before.
    pub(crate) fn refuse(mut self, problem: Problem) -> Read<Sbom> {
        self.problems.notice(problem);
        Read { value: None, problems: self.problems.told() }
    }

    /// Takes out a component that stands for the same thing as another: what the other lacks and its
    /// dependencies move over.
    pub(crate) fn merge(&mut self, twin: u32, into: u32) {
        let other = std::mem::take(&mut self.components[twin as usize]);
        let kept = &mut self.components[into as usize];
        if kept.reference.is_empty() {
            kept.reference = other.reference;
        }
        kept.version = kept.version.take().or(other.version);
        kept.purl = kept.purl.take().or(other.purl);
        kept.also_found_by(other.cpe.into_iter().chain(other.more_cpes), other.revisions);
        kept.supplier = kept.supplier.take().or(other.supplier);
        self.components.remove(twin as usize);
        let moved = |index: u32| match index {
            index if index == twin => into,
            index => index,
        };
        let shifted = |index: u32| index - u32::from(index > twin);
        for (from, to) in &mut self.dependencies {
            (*from, *to) = (shifted(moved(*from)), shifted(moved(*to)));
        }
        for index in self.by_reference.values_mut() {
            *index = shifted(moved(*index));
        }
        self.dependencies.retain(|(from, to)| from != to);
    }
}

fn texts_of(component: &Component) -> impl Iterator<Item = &str> {
    let optional = [&component.group, &component.version, &component.cpe, &component.supplier];
    let digests = component.digests.iter().flat_map(|(algorithm, value)| [algorithm, value]);
    let revisions =
        component.revisions.iter().flat_map(|revision| [revision.repository.as_ref(), Some(&revision.at)]);
    [&component.reference, &component.name]
        .into_iter()
        .chain(optional.into_iter().flatten())
        .chain(&component.more_cpes)
        .chain(&component.licences)
        .chain(digests)
        .chain(revisions.flatten())
        .map(String::as_str)
}
