//! What a lockfile fixes, whatever its format: projects, packages, and who needs whom. One way for every package manager to tell what
//! is shipped from what only development needs.

use proofmark_facts::{Component, ComponentKind, Place, Read, Sbom, SbomOrigin};
use proofmark_text::{Text, text};

use crate::gathered::Gathered;

/// A project the lockfile is for.
#[derive(Debug, Default)]
pub(crate) struct LockedProject {
    pub(crate) component: Component,
    /// The packages it names itself, by their number.
    pub(crate) needs: Vec<usize>,
    /// Those it needs for development alone.
    pub(crate) develops_with: Vec<usize>,
    /// Other projects of the lockfile, by their number.
    pub(crate) contains: Vec<usize>,
}

/// Projects and packages of one lockfile.
#[derive(Debug, Default)]
pub(crate) struct LockGraph {
    pub(crate) projects: Vec<LockedProject>,
    packages: Vec<(Component, String)>,
    /// Packages the lockfile itself marks as needed for development alone.
    marked: Vec<bool>,
    needs: Vec<(usize, usize)>,
}

impl LockGraph {
    /// A package again, to say more of it.
    pub(crate) fn package_mut(&mut self, number: usize) -> Option<&mut Component> {
        self.packages.get_mut(number).map(|(component, _)| component)
    }

    /// Notes a package and where it stands; gives its number. Of the format's own limit on packages the gathering tells.
    pub(crate) fn package(&mut self, component: Component, place: String, is_for_development: bool) -> usize {
        self.packages.push((component, place));
        self.marked.push(is_for_development);
        self.packages.len() - 1
    }

    /// Notes that one package needs another.
    pub(crate) fn need(&mut self, from: usize, to: usize) {
        self.needs.push((from, to));
    }

    /// The list of what is shipped: every package but those that only development needs, of which a warning says how many. A project
    /// alone is the subject; of several the first is, unless none contains the others.
    pub(crate) fn gather(mut self, gathered: &mut Gathered<'_>) -> Result<Option<u32>, Text> {
        let left_out = self.for_development_alone();
        let several = self.projects.len() > 1;
        let mut places = Vec::with_capacity(self.projects.len());
        for project in &mut self.projects {
            let mut component = std::mem::take(&mut project.component);
            component.own = true;
            if !several {
                component.kind = ComponentKind::Application;
            }
            places.push(gathered.add(component, Place::default)?);
        }
        let mut indices = Vec::with_capacity(self.packages.len());
        for (at, (component, place)) in self.packages.into_iter().enumerate() {
            let place = || Place::at(place);
            let is_left_out = left_out.get(at).copied().unwrap_or_default();
            indices.push(if is_left_out { None } else { Some(gathered.add(component, place)?) });
        }
        for (project, &from) in self.projects.iter().zip(&places) {
            for to in project.needs.iter().filter_map(|&to| indices.get(to).copied().flatten()) {
                gathered.depend(from, to)?;
            }
            for &to in project.contains.iter().filter_map(|&to| places.get(to)) {
                gathered.depend(from, to)?;
            }
        }
        for (from, to) in self.needs {
            let ends = (indices.get(from).copied().flatten(), indices.get(to).copied().flatten());
            if let (Some(from), Some(to)) = ends
                && from != to
            {
                gathered.depend(from, to)?;
            }
        }
        let count = left_out.iter().filter(|is_left_out| **is_left_out).count();
        if count > 0 {
            let says = text!("formats-package-lock-development", count = count);
            gathered.problems.warn(Place::default(), says);
        }
        // A project that needs nothing is as it should be; a list of nothing at all may be another file.
        if indices.is_empty() && places.is_empty() {
            gathered.problems.warn(Place::default(), text!("generate-no-packages"));
        }
        let holds_others = self.projects.first().is_some_and(|first| !first.contains.is_empty());
        Ok(places.first().copied().filter(|_| !several || holds_others))
    }

    /// Reads to the end: the list with what was noticed.
    pub(crate) fn finish(self, mut gathered: Gathered<'_>, format: String) -> Read<Sbom> {
        match self.gather(&mut gathered) {
            Ok(subject) => gathered.finish(SbomOrigin { format, ..SbomOrigin::default() }, subject),
            Err(says) => gathered.refuse(proofmark_facts::Problem::error(Place::default(), says)),
        }
    }

    /// A package is left out where the lockfile marks it so, or where projects need it for development and nothing that is shipped
    /// does. One that nobody is said to need stays: lockfiles do not say everything.
    fn for_development_alone(&self) -> Vec<bool> {
        let mut needs = vec![Vec::new(); self.packages.len()];
        for &(from, to) in &self.needs {
            if let Some(list) = needs.get_mut(from) {
                list.push(to);
            }
        }
        let shipped = reached(&needs, self.projects.iter().flat_map(|project| &project.needs));
        let developed = reached(&needs, self.projects.iter().flat_map(|project| &project.develops_with));
        let alone = |at: usize| !shipped[at] && (developed[at] || self.marked[at]);
        (0..self.packages.len()).map(alone).collect()
    }
}

/// Which packages a way leads to from these.
fn reached<'a>(needs: &[Vec<usize>], from: impl Iterator<Item = &'a usize>) -> Vec<bool> {
    let mut is_reached = vec![false; needs.len()];
    let mut waiting: Vec<usize> = from.copied().filter(|&at| at < needs.len()).collect();
    while let Some(at) = waiting.pop() {
        if !std::mem::replace(&mut is_reached[at], true) {
            waiting.extend(needs[at].iter().filter(|&&to| to < needs.len()));
        }
    }
    is_reached
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Limits;

    fn named(name: &str) -> Component {
        Component { name: name.to_owned(), reference: name.to_owned(), ..Component::default() }
    }

    #[test]
    fn what_only_development_needs_is_left_out_and_circles_end() {
        let mut graph = LockGraph::default();
        for name in ["used", "shared", "tool", "circle", "stray", "marked"] {
            let place = format!("/{name}");
            graph.package(named(name), place, name == "marked");
        }
        for (from, to) in [(0, 1), (2, 1), (2, 3), (3, 2)] {
            graph.need(from, to);
        }
        graph.projects.push(LockedProject {
            component: named("app"),
            needs: vec![0, 99],
            develops_with: vec![2],
            contains: Vec::new(),
        });
        let limits = Limits::default();
        let read = graph.finish(Gathered::new(&limits), "test".to_owned());
        let sbom = read.value.unwrap();
        let names: Vec<&str> = sbom.components.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["app", "used", "shared", "stray"]);
        assert_eq!((sbom.subject, sbom.dependencies), (Some(0), vec![(0, 1), (1, 2)]));
        assert_eq!(read.problems[0].says.to_string(), "packages that only development needs are left out: 3");
    }
}
