//! Scans a component list: what is known of its components, and nothing else. No dossier is asked for, nothing is decided
//! and nothing kept.

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

use jiff::Timestamp;
use proofmark_facts::{Component, KnownVulnerability, Problem, Read, Sbom, Unchecked};
use proofmark_vulndb::{Checked, kernel_sources};
use schemars::JsonSchema;
use serde::Serialize;

use crate::component_list::read_list;
use crate::error::ActionError;
use crate::kernel_fold::SameSource;
use crate::told_once::{ToldOnce, say_once};
use crate::vulnerability_source::{VulnerabilitySource, merge};

/// What the product is called where a lockfile does not say: the subject of a list is never asked about.
const UNNAMED_PRODUCT: &str = "product";

/// A component list that can be scanned.
#[derive(Debug)]
pub struct ScannedList {
    sbom: Sbom,
    /// What was noticed while it was read.
    pub notices: Vec<Problem>,
}

/// What was scanned, and with what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ScanHead {
    /// The component list's name.
    pub file: String,
    /// Its format and version.
    pub format: String,
    /// How many components it lists.
    pub components: usize,
    /// The vulnerability database that was asked.
    pub database: String,
    /// The newest change among its records, where they say.
    pub as_of: Option<Timestamp>,
}

/// A vulnerability known in a component.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ScanFinding {
    /// The component by package URL, else name and version.
    pub component: String,
    /// The vulnerability, without what each source claims for itself.
    pub vulnerability: KnownVulnerability,
}

/// What is said once everything was asked.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct ScanEnd {
    /// What was noticed while the list was read.
    pub notices: Vec<Problem>,
    /// Components of which nothing, or not everything, can be said, and why.
    pub unchecked: Vec<Unchecked>,
    /// Components that findings name another one for: they were built from the same source of a kernel.
    pub same_source: Vec<SameSource>,
}

/// A scan as it is written in JSON.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct ScanReport {
    /// What was scanned, and with what.
    #[serde(flatten)]
    pub head: ScanHead,
    /// What is known, in the order of the list.
    pub findings: Vec<ScanFinding>,
    /// What could not be asked or said.
    #[serde(flatten)]
    pub end: ScanEnd,
}

impl ScannedList {
    /// Reads a list of any format that is read; an error names everything that is wrong with it.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self, ActionError> {
        let Read { value, problems } = read_list(name, bytes, UNNAMED_PRODUCT).in_file(name);
        match value {
            Some(sbom) => Ok(Self { sbom, notices: problems }),
            None => Err(ActionError::Refused(problems)),
        }
    }

    /// What it is, and what is asked about it.
    pub fn head(&self, file: &str, source: &VulnerabilitySource) -> Result<ScanHead, ActionError> {
        let facts = source.index.facts().map_err(|error| crate::index_error(&error))?;
        Ok(ScanHead {
            file: file.to_owned(),
            format: self.sbom.origin.format.clone(),
            components: self.sbom.components.len(),
            database: source.name.clone(),
            as_of: facts.as_of,
        })
    }

    /// Asks about every component that is neither the product itself nor made by its makers, each once however often it is
    /// listed, and hands on each finding as soon as it is known: however many there are, those of one component are
    /// held. Breaks off where whoever receives them does.
    pub fn scan<B>(
        &self,
        source: &VulnerabilitySource,
        mut receive: impl FnMut(&ScanFinding) -> ControlFlow<B>,
    ) -> ControlFlow<B, ScanEnd> {
        let all = &self.sbom.components;
        let Asked { places, alike } = self.asked();
        let mut once = ToldOnce::of(alike);
        let components: Vec<&Component> = places.iter().map(|&place| &all[place]).collect();
        let mut groups = Groups::of(&components, &places);
        let mut end = ScanEnd { notices: self.notices.clone(), ..ScanEnd::default() };
        source.index.check_in_turn(places, all, |place, checked| match groups.hold(place, checked) {
            Some(checked) => {
                let before = once
                    .before(place)
                    .into_iter()
                    .flat_map(|(first, all)| all.into_iter().map(move |it| (first, it)));
                for (place, checked) in
                    before.chain(once.hold(place, checked).map(|checked| (place, checked)))
                {
                    hand_on(&all[place], checked, &mut end.unchecked, &mut receive)?;
                }
                ControlFlow::Continue(())
            }
            None => ControlFlow::Continue(()),
        })?;
        for (first, checked) in
            once.rest().into_iter().flat_map(|(first, all)| all.into_iter().map(move |it| (first, it)))
        {
            hand_on(&all[first], checked, &mut end.unchecked, &mut receive)?;
        }
        for (first, checked, same_source) in groups.folded(all) {
            hand_on(first, checked, &mut end.unchecked, &mut receive)?;
            end.same_source.push(same_source);
        }
        say_once(&mut end.unchecked);
        ControlFlow::Continue(end)
    }

    /// The components that are asked about.
    fn asked(&self) -> Asked {
        let mut seen = HashSet::with_capacity(self.sbom.components.len());
        let mut first_of = HashMap::with_capacity(self.sbom.components.len());
        let mut asked = Asked::default();
        for (place, component) in self.sbom.components.iter().enumerate() {
            if component.own || self.sbom.subject == Some(place) {
                continue;
            }
            // A package URL says what a component is called; without one its name and version do.
            let version = component.version.as_deref();
            let called = match &component.purl {
                Some(purl) => (Some(purl), "", None),
                None => (None, component.name.as_str(), version),
            };
            // Whatever else something may be found by makes it another question.
            let by =
                (version, &component.cpe, &component.more_cpes, &component.revisions, &component.digests);
            if !seen.insert((called, by)) {
                continue;
            }
            let first = *first_of.entry(called).or_insert(place);
            if first != place {
                asked.alike.extend([(first, first), (place, first)]);
            }
            asked.places.push(place);
        }
        // Those called alike one after another, where the first of them stands.
        asked.places.sort_by_key(|place| asked.alike.get(place).copied().unwrap_or(*place));
        asked
    }
}

/// What is asked about: places in the list.
#[derive(Debug, Default)]
struct Asked {
    places: Vec<usize>,
    /// Those that are called as another one, but may be found by something else, with the first that is called so.
    alike: HashMap<usize, usize>,
}

/// Hands on what is known of a component, and notes what cannot be said.
fn hand_on<B>(
    component: &Component,
    checked: Checked,
    unchecked: &mut Vec<Unchecked>,
    receive: &mut impl FnMut(&ScanFinding) -> ControlFlow<B>,
) -> ControlFlow<B> {
    let (known, because) = match checked {
        Checked::Clean => return ControlFlow::Continue(()),
        Checked::Known(known) => (known, None),
        Checked::Partly(known, because) => (known, Some(because)),
        Checked::Unchecked(because) => (Vec::new(), Some(because)),
    };
    let mut called = component.called();
    if let Some(because) = because {
        unchecked.push(Unchecked { component: called.clone(), because });
    }
    for vulnerability in known {
        let finding = ScanFinding { component: called, vulnerability };
        receive(&finding)?;
        called = finding.component;
    }
    ControlFlow::Continue(())
}

/// Components built from the same source of a kernel: their answers wait for each other and become one.
struct Groups {
    /// Places in the list; the one that stands for the others first.
    groups: Vec<Vec<usize>>,
    /// The answers of those in a group, once they are known.
    waiting: HashMap<usize, Option<Checked>>,
}

impl Groups {
    fn of(components: &[&Component], places: &[usize]) -> Self {
        let place = |group: Vec<usize>| group.into_iter().map(|index| places[index]).collect();
        let groups: Vec<Vec<usize>> = kernel_sources(components).into_iter().map(place).collect();
        let waiting = groups.iter().flatten().map(|&place| (place, None)).collect();
        Self { groups, waiting }
    }

    /// Keeps the answer if the component is in a group, else gives it back.
    fn hold(&mut self, place: usize, checked: Checked) -> Option<Checked> {
        match self.waiting.get_mut(&place) {
            Some(waiting) => {
                *waiting = Some(checked);
                None
            }
            None => Some(checked),
        }
    }

    /// For each group the component that stands for the others, with what is known of all of them. What cannot be said of
    /// the others is no matter: nobody asks for them any more.
    fn folded(mut self, all: &[Component]) -> Vec<(&Component, Checked, SameSource)> {
        let groups = std::mem::take(&mut self.groups);
        let mut folded = Vec::with_capacity(groups.len());
        for group in groups {
            let mut answers = group.iter().map(|place| self.waiting.remove(place).flatten());
            let (mut known, because) = match answers.next().flatten() {
                None | Some(Checked::Clean) => (Vec::new(), None),
                Some(Checked::Known(known)) => (known, None),
                Some(Checked::Partly(known, because)) => (known, Some(because)),
                Some(Checked::Unchecked(because)) => (Vec::new(), Some(because)),
            };
            for other in answers.flatten() {
                other.into_known().into_iter().for_each(|one| merge(&mut known, one));
            }
            let names = group.iter().map(|&place| all[place].called());
            let Some((same_source, &first)) = SameSource::of(names).zip(group.first()) else { continue };
            let checked = match because {
                None => Checked::Known(known),
                Some(because) => Checked::Partly(known, because),
            };
            folded.push((&all[first], checked, same_source));
        }
        folded
    }
}

#[cfg(test)]
mod tests {
    use proofmark_facts::{Advisory, Affected, AffectedProduct};
    use proofmark_vulndb::{Builder, Index};

    use super::*;

    fn source(names: &[&str]) -> VulnerabilitySource {
        let mut builder = Builder::new();
        for (number, name) in names.iter().enumerate() {
            let affected = Affected {
                ecosystem: "npm".to_owned(),
                name: (*name).to_owned(),
                versions: vec!["1.0.0".to_owned()],
                ..Affected::default()
            };
            let advisory =
                Advisory { id: format!("OSV-{number}"), affected: vec![affected], ..Advisory::default() };
            builder.add(&advisory, "OSV").unwrap();
        }
        let index = Index::from_bytes(builder.finish().unwrap()).unwrap();
        VulnerabilitySource { name: "test".to_owned(), index }
    }

    fn list(purls: &[&str]) -> ScannedList {
        let component = |purl: &&str| serde_json::json!({"type": "library", "name": "x", "purl": purl});
        let document = serde_json::json!({
            "bomFormat": "CycloneDX", "specVersion": "1.6",
            "metadata": {"component": {"type": "application", "name": "app", "purl": "pkg:npm/one@1.0.0"}},
            "components": purls.iter().map(component).collect::<Vec<_>>(),
        });
        ScannedList::read("sbom.json", document.to_string().as_bytes()).unwrap()
    }

    fn found(list: &ScannedList, source: &VulnerabilitySource) -> (Vec<String>, ScanEnd) {
        let mut found = Vec::new();
        let ControlFlow::Continue(end) = list.scan(source, |finding| {
            found.push(format!("{} {}", finding.component, finding.vulnerability.id));
            ControlFlow::<()>::Continue(())
        }) else {
            panic!("nobody broke off")
        };
        (found, end)
    }

    #[test]
    fn each_component_is_asked_once_and_the_product_itself_never() {
        let list = list(&["pkg:npm/one@1.0.0", "pkg:npm/one@1.0.0", "pkg:npm/two@1.0.0", "pkg:hex/two@1"]);
        let (found, end) = found(&list, &source(&["one", "two"]));
        assert_eq!(found, ["pkg:npm/one@1.0.0 OSV-0", "pkg:npm/two@1.0.0 OSV-1"]);
        let unchecked: Vec<&str> =
            end.unchecked.iter().map(|unchecked| unchecked.component.as_str()).collect();
        assert_eq!(unchecked, ["pkg:hex/two@1"]);
    }

    #[test]
    fn a_component_listed_again_with_other_names_or_files_is_asked_again_and_told_once() {
        let document = serde_json::json!({
            "bomFormat": "CycloneDX", "specVersion": "1.6",
            "components": [
                {"type": "library", "name": "x", "purl": "pkg:npm/one@1.0.0"},
                {"type": "library", "name": "x", "purl": "pkg:npm/one@1.0.0",
                    "hashes": [{"alg": "SHA-256", "content": "ab".repeat(32)}]},
            ],
        });
        let list = ScannedList::read("sbom.json", document.to_string().as_bytes()).unwrap();
        let product = AffectedProduct {
            product: Some("a file".to_owned()),
            digests: vec![("SHA-256".to_owned(), "ab".repeat(32))],
            ..AffectedProduct::default()
        };
        let of_file = Advisory { id: "CSAF-1".into(), products: vec![product], ..Advisory::default() };
        let mut builder = Builder::new();
        builder.add(&of_file, "CSAF").unwrap();
        let affected = Affected {
            ecosystem: "npm".to_owned(),
            name: "one".to_owned(),
            versions: vec!["1.0.0".to_owned()],
            ..Affected::default()
        };
        let of_package = Advisory { id: "OSV-1".into(), affected: vec![affected], ..Advisory::default() };
        builder.add(&of_package, "OSV").unwrap();
        let index = Index::from_bytes(builder.finish().unwrap()).unwrap();
        let (found, _) = found(&list, &VulnerabilitySource { name: "test".to_owned(), index });
        assert_eq!(found, ["pkg:npm/one@1.0.0 OSV-1", "pkg:npm/one@1.0.0 CSAF-1"]);
    }

    #[test]
    fn whoever_has_enough_is_told_no_more() {
        let list = list(&["pkg:npm/one@1.0.0", "pkg:npm/two@1.0.0"]);
        let mut told = 0;
        let ended = list.scan(&source(&["one", "two"]), |_| {
            told += 1;
            ControlFlow::Break("enough")
        });
        assert_eq!((ended, told), (ControlFlow::Break("enough"), 1));
    }
}
