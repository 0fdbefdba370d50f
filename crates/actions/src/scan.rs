//! Scans a component list: what is known of its components, and nothing else. No dossier is asked for, nothing is decided
//! and nothing kept.

use std::collections::{HashMap, HashSet};
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::{Mutex, PoisonError};

use foldhash::fast::RandomState;
use jiff::Timestamp;
use proofmark_facts::{Component, KnownVulnerability, Problem, Read, Sbom, Unchecked};
use proofmark_text::Text;
use proofmark_vulndb::{Asking, Checked, kernel_sources};
use schemars::JsonSchema;
use serde::Serialize;

use crate::component_list::read_list;
use crate::error::ActionError;
use crate::in_order::{Turn, in_order};
use crate::informed::informed;
use crate::kernel_fold::SameSource;
use crate::merged::Merged;
use crate::scan_finding::{ScanFinding, ScanSighting, Sighted};
use crate::told_once::{Together, say_once};
use crate::vulnerability_source::VulnerabilitySource;

/// How many components one thread asks about before it hands on what it found.
const PIECE: usize = 256;

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

/// What is said once everything was asked.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct ScanEnd {
    /// What was noticed while the list was read, and what advisories tell of its components that is no vulnerability.
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

    /// The list.
    pub(crate) fn sbom(&self) -> &Sbom {
        &self.sbom
    }

    /// The list alone.
    pub(crate) fn into_sbom(self) -> Sbom {
        self.sbom
    }

    /// What it is, and what is asked about it now.
    pub fn head(
        &self,
        file: &str,
        source: &VulnerabilitySource,
        now: Timestamp,
    ) -> Result<ScanHead, ActionError> {
        let facts = source.index.facts().map_err(|error| crate::index_error(&error))?.as_known_at(now);
        Ok(ScanHead {
            file: file.to_owned(),
            format: self.sbom.origin.format.clone(),
            components: self.sbom.components.len(),
            database: source.name.clone(),
            as_of: facts.as_of,
        })
    }

    /// Asks about every component that is neither the product itself nor made by its makers, each once however often it is
    /// listed, on so many threads. What is found is gathered in parts, which are received in the order of the list:
    /// however much is found, each thread holds one part. Breaks off where whoever receives them does.
    pub fn scan<P: ScanPart, B: Send>(
        &self,
        source: &VulnerabilitySource,
        threads: NonZeroUsize,
        begin: impl Fn() -> P + Sync,
        mut receive: impl FnMut(P) -> ControlFlow<B> + Send,
    ) -> ControlFlow<B, ScanEnd> {
        let all = &self.sbom.components;
        let Asked { places, alike } = self.asked();
        let components: Vec<&Component> = places.iter().map(|&place| &all[place]).collect();
        let groups = Groups::of(&components, &places);
        let questions =
            Questions { all, asking: source.index.asking_of(all), alike, waiting: groups.waiting() };
        let mut end = ScanEnd { notices: self.notices.clone(), ..ScanEnd::default() };
        let mut broken = None;
        let pieces: Vec<&[usize]> = places.chunks(PIECE).collect();
        let work = |piece: usize, turn: &Turn<'_, '_, Handed<P>>| questions.ask(pieces[piece], &begin, turn);
        in_order(threads, pieces.len(), &work, &mut |handed: Handed<P>| {
            end.unchecked.extend(handed.unchecked);
            end.notices.extend(handed.informed);
            broken = receive(handed.part).break_value();
            broken.is_none()
        });
        if let Some(broken) = broken {
            return ControlFlow::Break(broken);
        }
        for (first, known, because, same_source) in groups.folded(all, questions.waiting) {
            let (mut part, called) = (begin(), first.called());
            end.unchecked.extend(because.map(|because| Unchecked { component: called.clone(), because }));
            for vulnerability in &known {
                if let Some(said) = told_of(&called, vulnerability) {
                    end.notices.push(said);
                    continue;
                }
                part.take(ScanSighting {
                    component: &called,
                    vulnerability: Sighted::Gathered(vulnerability),
                });
            }
            receive(part)?;
            end.same_source.push(same_source);
        }
        say_once(&mut end.unchecked);
        ControlFlow::Continue(end)
    }

    /// The components that are asked about.
    fn asked(&self) -> Asked {
        let all = &self.sbom.components;
        // Whatever else something may be found by makes it another question.
        let by = |place: usize| {
            let Component { version, cpe, more_cpes, revisions, digests, .. } = &all[place];
            (version, cpe, more_cpes, revisions, digests)
        };
        let mut first_of = HashMap::with_capacity_and_hasher(all.len(), RandomState::default());
        // Only of what is called alike: in most lists nearly nothing is.
        let mut seen: HashSet<_, RandomState> = HashSet::default();
        let mut asked = Asked::default();
        for (place, component) in all.iter().enumerate() {
            if component.own || self.sbom.subject == Some(place) {
                continue;
            }
            // A package URL says what a component is called; without one its name and version do.
            let called = match &component.purl {
                Some(purl) => (Some(purl), "", None),
                None => (None, component.name.as_str(), component.version.as_deref()),
            };
            let first = *first_of.entry(called).or_insert(place);
            if first == place {
                asked.places.push(place);
                continue;
            }
            seen.insert((first, by(first)));
            if seen.insert((first, by(place))) {
                asked.alike.entry(first).or_default().push(place);
            }
        }
        asked
    }
}

/// What is asked about: places in the list, of those that are called alike the first.
#[derive(Debug, Default)]
struct Asked {
    places: Vec<usize>,
    /// For the first of those that are called alike, the others: what they may be found by differs.
    alike: HashMap<usize, Vec<usize>>,
}

/// A part of what a scan finds, as it is gathered on one thread.
pub trait ScanPart {
    /// Adds a finding.
    fn take(&mut self, sighting: ScanSighting<'_>);

    /// Whether it is so long that it should be received before more is found.
    fn is_full(&self) -> bool;
}

/// A part, with what could not be said of its components.
struct Handed<P> {
    part: P,
    unchecked: Vec<Unchecked>,
    informed: Vec<Problem>,
}

/// What is asked about a list, by several at a time.
struct Questions<'a> {
    all: &'a [Component],
    asking: Asking<'a>,
    /// For the first of those that are called alike, the others: to whoever reads, they are one.
    alike: HashMap<usize, Vec<usize>>,
    /// Answers that wait for each other, by their places.
    waiting: HashMap<usize, Mutex<Option<Checked>>>,
}

impl Questions<'_> {
    /// Asks about the components at these places, and hands on what is known of them.
    fn ask<P: ScanPart>(&self, places: &[usize], begin: &impl Fn() -> P, turn: &Turn<'_, '_, Handed<P>>) {
        let begin = || Handed { part: begin(), unchecked: Vec::new(), informed: Vec::new() };
        let mut handed = begin();
        for &place in places {
            let component = &self.all[place];
            if let Some(others) = self.alike.get(&place) {
                let all = std::iter::once(&place).chain(others);
                let together = Together::of(all.map(|&place| self.asking.ask(&self.all[place]).in_short()));
                if !self.hand_together(place, together, &mut handed, turn, &begin) {
                    return;
                }
                continue;
            }
            let said = self.asking.ask(component);
            if let Some(waiting) = self.waiting.get(&place) {
                *waiting.lock().unwrap_or_else(PoisonError::into_inner) = Some(said.in_short());
                continue;
            }
            if said.known().len() == 0 && said.unchecked().is_none() {
                continue;
            }
            let called = component.called();
            if let Some(because) = said.unchecked() {
                handed.unchecked.push(Unchecked { component: called.clone(), because: because.clone() });
            }
            for sighting in said.known() {
                if let Some(kind) = sighting.informational() {
                    handed.informed.push(informed(&called, sighting.id(), sighting.summary(), kind));
                    continue;
                }
                let sighting = ScanSighting { component: &called, vulnerability: Sighted::Stands(sighting) };
                if !take(&mut handed, sighting, turn, &begin) {
                    return;
                }
            }
        }
        turn.hand(handed);
    }

    /// Hands on what is known of several that are called alike; answers whether more is wanted.
    fn hand_together<P: ScanPart>(
        &self,
        place: usize,
        together: Together,
        handed: &mut Handed<P>,
        turn: &Turn<'_, '_, Handed<P>>,
        begin: &impl Fn() -> Handed<P>,
    ) -> bool {
        if let Some(waiting) = self.waiting.get(&place) {
            *waiting.lock().unwrap_or_else(PoisonError::into_inner) = Some(together.into_checked());
            return true;
        }
        let component = self.all[place].called();
        let unchecked = |because| Unchecked { component: component.clone(), because };
        handed.unchecked.extend(together.reasons.into_iter().map(unchecked));
        together.known.iter().all(|known| {
            if let Some(said) = told_of(&component, known) {
                handed.informed.push(said);
                return true;
            }
            let sighting = ScanSighting { component: &component, vulnerability: Sighted::Gathered(known) };
            take(handed, sighting, turn, begin)
        })
    }
}

/// What is said of what is known where that is no vulnerability.
fn told_of(component: &str, known: &KnownVulnerability) -> Option<Problem> {
    Some(informed(component, &known.id, known.summary.as_deref(), known.informational?))
}

/// Adds a finding, and hands the part on where it is full; answers whether more is wanted.
fn take<P: ScanPart>(
    handed: &mut Handed<P>,
    sighting: ScanSighting<'_>,
    turn: &Turn<'_, '_, Handed<P>>,
    begin: &impl Fn() -> Handed<P>,
) -> bool {
    handed.part.take(sighting);
    !handed.part.is_full() || turn.hand(std::mem::replace(handed, begin()))
}

/// Components built from the same source of a kernel: their answers wait for each other and become one.
struct Groups(Vec<Vec<usize>>);

/// The component that stands for others, with what is known of all of them and cannot be said of it.
type Folded<'a> = (&'a Component, Vec<KnownVulnerability>, Option<Text>, SameSource);

impl Groups {
    /// Places in the list; the one that stands for the others first.
    fn of(components: &[&Component], places: &[usize]) -> Self {
        let place = |group: Vec<usize>| group.into_iter().map(|index| places[index]).collect();
        Self(kernel_sources(components).into_iter().map(place).collect())
    }

    /// Room for the answers of those in a group.
    fn waiting(&self) -> HashMap<usize, Mutex<Option<Checked>>> {
        self.0.iter().flatten().map(|&place| (place, Mutex::default())).collect()
    }

    /// For each group what is known of all of it. What cannot be said of those another one stands for is no matter: nobody
    /// asks for them any more.
    fn folded(
        self,
        all: &[Component],
        mut waiting: HashMap<usize, Mutex<Option<Checked>>>,
    ) -> Vec<Folded<'_>> {
        let mut answer = |place: &usize| {
            let waiting = waiting.remove(place)?;
            waiting.into_inner().unwrap_or_else(PoisonError::into_inner)
        };
        let mut folded = Vec::with_capacity(self.0.len());
        for group in self.0 {
            let mut answers = group.iter().map(&mut answer);
            let (known, because) = match answers.next().flatten() {
                None | Some(Checked::Clean) => (Vec::new(), None),
                Some(Checked::Known(known)) => (known, None),
                Some(Checked::Partly(known, because)) => (known, Some(because)),
                Some(Checked::Unchecked(because)) => (Vec::new(), Some(because)),
            };
            let mut merged = Merged::of(known);
            for other in answers.flatten() {
                for one in other.into_known() {
                    merged.add(one);
                }
            }
            let names = group.iter().map(|&place| all[place].called());
            let Some((same_source, &first)) = SameSource::of(names).zip(group.first()) else { continue };
            folded.push((&all[first], merged.into_known(), because, same_source));
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
                versions: ["1.0.0"].into(),
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

    /// Findings, each by component and vulnerability and as JSON; so many are a part.
    #[derive(Default)]
    struct Part(Vec<(String, String)>, usize);

    impl ScanPart for Part {
        fn take(&mut self, sighting: ScanSighting<'_>) {
            let written = serde_json::to_string(&sighting).unwrap();
            assert_eq!(written, serde_json::to_string(&sighting.to_finding()).unwrap());
            self.0.push((format!("{} {}", sighting.component, sighting.id()), written));
        }

        fn is_full(&self) -> bool {
            self.0.len() >= self.1
        }
    }

    fn threads(count: usize) -> NonZeroUsize {
        NonZeroUsize::new(count).unwrap()
    }

    fn found_by(
        count: usize,
        list: &ScannedList,
        source: &VulnerabilitySource,
    ) -> (Vec<(String, String)>, ScanEnd) {
        let mut found = Vec::new();
        let ended = list.scan(
            source,
            threads(count),
            || Part(Vec::new(), 3),
            |part: Part| {
                assert!(part.0.len() <= 3);
                found.extend(part.0);
                ControlFlow::<()>::Continue(())
            },
        );
        let ControlFlow::Continue(end) = ended else { panic!("nobody broke off") };
        (found, end)
    }

    fn found(list: &ScannedList, source: &VulnerabilitySource) -> (Vec<String>, ScanEnd) {
        let (found, end) = found_by(1, list, source);
        (found.into_iter().map(|(name, _)| name).collect(), end)
    }

    #[test]
    fn however_many_ask_the_findings_are_the_same_in_the_same_order() {
        let (names, mut purls) = (["one", "two", "three"], Vec::new());
        for number in 0..2000 {
            let version = if number % 5 == 0 { "1.0.0".to_owned() } else { format!("2.{number}.0") };
            purls.push(format!("pkg:npm/{}@{version}?number={number}", names[number % 3]));
            // Called alike, and found by another thing.
            purls.push(format!("pkg:npm/{}@1.0.0", names[number % 3]));
            purls.push(format!("pkg:hex/two@{number}"));
        }
        let component = |(number, purl): (usize, &String)| {
            let digest = format!("{:064x}", number % 7);
            serde_json::json!({"type": "library", "name": "x", "purl": purl,
                "hashes": [{"alg": "SHA-256", "content": digest}]})
        };
        let document = serde_json::json!({
            "bomFormat": "CycloneDX", "specVersion": "1.6",
            "components": purls.iter().enumerate().map(component).collect::<Vec<_>>(),
        });
        let list = ScannedList::read("sbom.json", document.to_string().as_bytes()).unwrap();
        let source = source(&names);
        let alone = found_by(1, &list, &source);
        assert!(alone.0.len() > 400 && alone.1.unchecked.len() > 1000, "{}", alone.0.len());
        let mut once: Vec<&String> = alone.0.iter().map(|(name, _)| name).collect();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), alone.0.len());
        for count in [2, 4, 7] {
            assert!(found_by(count, &list, &source) == alone, "{count} threads");
        }
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
            versions: ["1.0.0"].into(),
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
        let ended = list.scan(
            &source(&["one", "two"]),
            threads(2),
            || Part(Vec::new(), 1),
            |_| {
                told += 1;
                ControlFlow::Break("enough")
            },
        );
        assert_eq!((ended, told), (ControlFlow::Break("enough"), 1));
    }
}
