//! Many lists made one: each component once, with all places it was found in, below one subject.

use std::collections::HashMap;

use proofmark_facts::{Component, ComponentKind, Sbom, SbomOrigin};

use super::named_kind::split;
use super::part::Part;

/// The whole list.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Assembled {
    pub(super) sbom: Sbom,
    /// For each component the numbers of the parts that name it.
    pub(super) places: Vec<Vec<usize>>,
}

/// Who the list is about: what is stated of it, and what it is called where nobody says.
#[derive(Debug, Clone)]
pub(super) struct Stated<'a> {
    pub(super) name: Option<&'a str>,
    pub(super) version: Option<&'a str>,
    pub(super) otherwise: &'a str,
    pub(super) kind: ComponentKind,
}

/// What tells components apart: a package by its package URL wherever it was found, a project's own by its folder too.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    Package(String),
    Own(String, String),
    InFile(usize, usize),
}

/// Puts the parts together. The subject is what is stated; where there is one project in the root and no other part of it names a
/// subject, name and version are the project's unless they are stated.
pub(super) fn assembled(stated: &Stated<'_>, parts: &[Part]) -> Assembled {
    let projects: Vec<usize> = (0..parts.len()).filter(|&at| parts[at].sbom.subject.is_some()).collect();
    let is_in_root = |at: &usize| split(&parts[*at].path).0.is_empty();
    let in_root: Vec<usize> = projects.iter().copied().filter(is_in_root).collect();
    // A program beside the project it was built from is of the same project.
    let subjects: Vec<&Component> = in_root.iter().filter_map(|&at| subject_of(&parts[at].sbom)).collect();
    let (main, called) = match subjects.split_first() {
        Some((first, others)) if others.iter().all(|it| it.called() == first.called()) => {
            (Some(*first), first.called())
        }
        _ => (None, String::new()),
    };
    let mut whole = Whole::of(stated, main);
    for (number, part) in parts.iter().enumerate() {
        let is_main = main.is_some()
            && in_root.contains(&number)
            && subject_of(&part.sbom).is_some_and(|subject| subject.called() == called);
        whole.add(number, part, is_main);
    }
    whole.finish()
}

fn subject_of(sbom: &Sbom) -> Option<&Component> {
    sbom.subject.map(|at| &sbom.components[at])
}

struct Whole {
    components: Vec<Component>,
    places: Vec<Vec<usize>>,
    by_key: HashMap<Key, u32>,
    dependencies: Vec<(u32, u32)>,
}

impl Whole {
    fn of(stated: &Stated<'_>, project: Option<&Component>) -> Self {
        let mut subject = project.cloned().unwrap_or_default();
        let renamed = stated.name.or_else(|| subject.name.is_empty().then_some(stated.otherwise));
        if let Some(name) = renamed {
            (subject.name, subject.group) = (name.to_owned(), None);
        }
        if let Some(version) = stated.version {
            subject.version = Some(version.to_owned());
        }
        // A package URL names what is published under it, in the version that is.
        if renamed.is_some() || stated.version.is_some() {
            subject.purl = None;
        }
        subject.kind = stated.kind;
        subject.own = true;
        subject.reference = subject.called();
        Self {
            components: vec![subject],
            places: vec![Vec::new()],
            by_key: HashMap::new(),
            dependencies: Vec::new(),
        }
    }

    fn add(&mut self, number: usize, part: &Part, is_main: bool) {
        let mut indices = Vec::with_capacity(part.sbom.components.len());
        for (at, component) in part.sbom.components.iter().enumerate() {
            let index = if is_main && part.sbom.subject == Some(at) {
                0
            } else {
                self.place_of(number, at, part, component)
            };
            let places = &mut self.places[index as usize];
            if places.last() != Some(&number) {
                places.push(number);
            }
            indices.push(index);
        }
        for &(from, to) in &part.sbom.dependencies {
            self.dependencies.push((indices[from as usize], indices[to as usize]));
        }
        for top in tops(&part.sbom).into_iter().chain(part.asked_for.iter().copied()) {
            self.dependencies.push((0, indices[top]));
        }
    }

    fn place_of(&mut self, number: usize, at: usize, part: &Part, component: &Component) -> u32 {
        let key = match &component.purl {
            _ if component.own => Key::Own(split(&part.path).0.to_owned(), component.called()),
            Some(purl) => Key::Package(purl.to_string()),
            None => Key::InFile(number, at),
        };
        let next = u32::try_from(self.components.len()).unwrap_or(u32::MAX);
        let index = *self.by_key.entry(key).or_insert(next);
        if index == next {
            let reference = component
                .purl
                .as_ref()
                .map_or_else(|| format!("{}#{}", part.path, component.reference), ToString::to_string);
            self.components.push(Component { reference, ..component.clone() });
            self.places.push(Vec::new());
        } else {
            merge(&mut self.components[index as usize], component);
        }
        index
    }

    fn finish(mut self) -> Assembled {
        self.dependencies.retain(|(from, to)| from != to && *to != 0);
        self.dependencies.sort_unstable();
        self.dependencies.dedup();
        let origin = SbomOrigin { format: "a tree of files".to_owned(), ..SbomOrigin::default() };
        let sbom = Sbom {
            origin,
            subject: Some(0),
            components: self.components,
            dependencies: self.dependencies,
            particulars: None,
        };
        Assembled { sbom, places: self.places }
    }
}

/// What the whole's subject needs of a part: its subject, else what nothing else in it needs.
fn tops(sbom: &Sbom) -> Vec<usize> {
    if let Some(subject) = sbom.subject {
        return vec![subject];
    }
    let mut is_needed = vec![false; sbom.components.len()];
    for &(_, to) in sbom.dependencies.iter().filter(|(from, to)| from != to) {
        is_needed[to as usize] = true;
    }
    let free: Vec<usize> = (0..is_needed.len()).filter(|&at| !is_needed[at]).collect();
    // Where needs run in circles only, each is as much at the top as the others.
    if free.is_empty() { (0..is_needed.len()).collect() } else { free }
}

/// The same package found again: what the first place does not say, the second may.
fn merge(kept: &mut Component, other: &Component) {
    for digest in &other.digests {
        if !kept.digests.contains(digest) {
            kept.digests.push(digest.clone());
        }
    }
    if kept.licences.is_empty() {
        kept.licences.clone_from(&other.licences);
    }
    for revision in &other.revisions {
        if !kept.revisions.contains(revision) {
            kept.revisions.push(revision.clone());
        }
    }
    kept.supplier = kept.supplier.take().or_else(|| other.supplier.clone());
    kept.cpe = kept.cpe.take().or_else(|| other.cpe.clone());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(purl: &str, digest: &str) -> Component {
        let purl: proofmark_facts::Purl = purl.parse().unwrap();
        Component {
            reference: "1".to_owned(),
            name: purl.name.clone(),
            version: purl.version.clone(),
            purl: Some(purl),
            digests: vec![("SHA-256".to_owned(), digest.to_owned())],
            ..Component::default()
        }
    }

    fn own(name: &str) -> Component {
        Component {
            name: name.to_owned(),
            own: true,
            version: Some("1.0".to_owned()),
            ..Component::default()
        }
    }

    fn part(
        path: &str,
        components: Vec<Component>,
        dependencies: &[(u32, u32)],
        subject: Option<usize>,
    ) -> Part {
        let sbom = Sbom { subject, components, dependencies: dependencies.to_vec(), ..Sbom::default() };
        Part { path: path.to_owned(), sbom, asked_for: Vec::new(), notices: Vec::new() }
    }

    fn shown(assembled: &Assembled) -> String {
        let sbom = &assembled.sbom;
        let called = |at: u32| sbom.components[at as usize].called();
        let components = sbom.components.iter().zip(&assembled.places);
        let components = components.map(|(it, places)| format!("{} {places:?}", it.called()));
        let edges =
            sbom.dependencies.iter().map(|(from, to)| format!("{} -> {}", called(*from), called(*to)));
        components.chain(edges).collect::<Vec<_>>().join("\n")
    }

    const UNSTATED: Stated<'static> =
        Stated { name: None, version: None, otherwise: "tree", kind: ComponentKind::Application };

    #[test]
    fn the_one_project_of_the_root_is_the_subject_and_the_same_package_stands_once() {
        let parts = [
            part("Cargo.lock", vec![own("app"), package("pkg:cargo/log@1", "aa")], &[(0, 1)], Some(0)),
            part("sub/Cargo.lock", vec![own("app"), package("pkg:cargo/log@1", "bb")], &[(0, 1)], Some(0)),
        ];
        let whole = assembled(&UNSTATED, &parts);
        assert_eq!(
            shown(&whole),
            "app@1.0 [0]\npkg:cargo/log@1 [0, 1]\napp@1.0 [1]\n\
             app@1.0 -> pkg:cargo/log@1\napp@1.0 -> app@1.0\napp@1.0 -> pkg:cargo/log@1"
        );
        assert_eq!(whole.sbom.components[1].digests.len(), 2);
    }

    #[test]
    fn what_is_stated_takes_the_place_of_what_was_found_and_takes_its_package_url_away() {
        let mut project = package("pkg:npm/app@1.0", "aa");
        project.own = true;
        let parts = [part("package-lock.json", vec![project], &[], Some(0))];
        let stated = Stated { version: Some("2.0"), ..UNSTATED };
        let subject = &assembled(&stated, &parts).sbom.components[0];
        assert_eq!((subject.called().as_str(), subject.purl.as_ref()), ("app@2.0", None));
        assert_eq!(assembled(&UNSTATED, &parts).sbom.components[0].called(), "pkg:npm/app@1.0");
    }

    #[test]
    fn a_program_beside_its_project_is_of_the_same_project() {
        let parts = [
            part("go.mod", vec![own("app"), package("pkg:golang/a/b@v1", "aa")], &[(0, 1)], Some(0)),
            part("app", vec![own("app"), package("pkg:golang/stdlib@1.22.1", "aa")], &[(0, 1)], Some(0)),
        ];
        assert_eq!(
            shown(&assembled(&UNSTATED, &parts)),
            "app@1.0 [0, 1]\npkg:golang/a/b@v1 [0]\npkg:golang/stdlib@1.22.1 [1]\n\
             app@1.0 -> pkg:golang/a/b@v1\napp@1.0 -> pkg:golang/stdlib@1.22.1"
        );
    }

    #[test]
    fn what_somebody_asked_for_is_at_the_top_whoever_else_needs_it() {
        let packages = || vec![package("pkg:apk/alpine/a@1", "aa"), package("pkg:apk/alpine/b@1", "aa")];
        let needed = part("lib/apk/db/installed", packages(), &[(0, 1)], None);
        let asked = Part { asked_for: vec![1], ..part("lib/apk/db/installed", packages(), &[(0, 1)], None) };
        let tops = |part: Part| {
            let sbom = assembled(&UNSTATED, &[part]).sbom;
            sbom.dependencies.iter().filter(|(from, _)| *from == 0).count()
        };
        assert_eq!((tops(needed), tops(asked)), (1, 2));
    }

    #[test]
    fn of_two_projects_in_the_root_neither_is_the_whole() {
        let parts = [
            part("Cargo.lock", vec![own("core")], &[], Some(0)),
            part("package-lock.json", vec![own("web")], &[], Some(0)),
            part("x/stray", vec![package("pkg:deb/debian/a@1", "aa"), own("b")], &[(0, 1), (1, 0)], None),
        ];
        assert_eq!(
            shown(&assembled(&UNSTATED, &parts)),
            "tree []\ncore@1.0 [0]\nweb@1.0 [1]\npkg:deb/debian/a@1 [2]\nb@1.0 [2]\ntree -> core@1.0\n\
             tree -> web@1.0\ntree -> pkg:deb/debian/a@1\ntree -> b@1.0\npkg:deb/debian/a@1 -> b@1.0\n\
             b@1.0 -> pkg:deb/debian/a@1"
        );
    }
}
