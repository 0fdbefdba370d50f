//! Asks the index what is known about components: by package, by CPE name, by bare name, in this order.

use std::borrow::Borrow;
use std::collections::HashMap;

use foldhash::fast::FixedState;
use proofmark_facts::{Component, MatchConfidence, Purl, Revision};
use proofmark_text::{Text, text};

use crate::by_commit;
use crate::by_cpe::{ByCpe, Question};
use crate::by_package::{self, ByPackage, Undecidable};
use crate::checked::{Answers, Checked};
use crate::conclusion::Findings;
use crate::coordinates::{Coordinates, Release};
use crate::cpe_asked::AskedName;
use crate::cpe_statement::Criteria;
use crate::ecosystem::Ecosystem;
use crate::histories::Histories;
use crate::index::Index;
use crate::kept_cpe::COVERED_AS;
use crate::kept_digest;
use crate::kept_git;
use crate::kernel_component;
use crate::layout::Section;
use crate::record::Package;
use crate::repository::AskedCommit;
use crate::sightings::Sightings;
use crate::surroundings::Surroundings;
use crate::tables::Damaged;

/// Reasons that say only that there is no package to look for.
const WITHOUT_PACKAGE: [&str; 2] = ["vulndb-purl-type-unknown", "vulndb-no-purl"];

impl Index {
    /// What is known about this component, alone.
    pub fn check(&self, component: &Component) -> Checked {
        let beside = Surroundings::of(std::slice::from_ref(component));
        self.check_beside(component, &beside, &Histories::default())
    }

    /// What is known about the package and version a package URL names.
    pub fn check_purl(&self, purl: &Purl) -> Checked {
        match Coordinates::of_purl(purl) {
            Ok(coordinates) => self.check_coordinates(&coordinates),
            Err(because) => Checked::Unchecked(because),
        }
    }

    /// What is known about each of these components, in their order. Components alike are looked up once; for a whole
    /// portfolio [`Index::check_distinct`] does without the copies.
    pub fn check_all(&self, components: &[Component]) -> Vec<Checked> {
        self.check_distinct(components).into_each()
    }

    /// What is known about each of these components, each distinct answer held once.
    pub fn check_distinct(&self, components: &[Component]) -> Answers {
        self.check_among(components, components)
    }

    /// The same for some components of a list, with what records say of them together with others of the whole list.
    pub fn check_among<C: Borrow<Component>>(&self, asked: &[C], all: &[Component]) -> Answers {
        self.check_with_histories(asked, all, &Histories::default())
    }

    /// The same with histories of repositories, by which commits are held against ranges of commits.
    pub fn check_with_histories<C: Borrow<Component>>(
        &self,
        asked: &[C],
        all: &[Component],
        histories: &Histories,
    ) -> Answers {
        let keyed =
            Keyed { cpes: self.covers(COVERED_AS), commits: self.knows_commits(), files: self.knows_files() };
        let beside = if keyed.cpes { Surroundings::of(all) } else { Surroundings::default() };
        let mut known: HashMap<Same<'_>, usize, FixedState> = HashMap::default();
        let mut answers = Answers { distinct: Vec::new(), of: Vec::with_capacity(asked.len()) };
        for component in asked.iter().map(Borrow::borrow) {
            let number = *known.entry(same(component, keyed)).or_insert_with(|| {
                answers.distinct.push(self.check_beside(component, &beside, histories));
                answers.distinct.len() - 1
            });
            answers.of.push(number);
        }
        answers
    }

    /// Whether the database holds what decides this component by its package URL, so that its CPE names come second.
    pub fn decides_package(&self, component: &Component) -> bool {
        Coordinates::of(component)
            .is_ok_and(|of| matches!(self.by_package(&of), Some(Ok(found)) if found.unsaid.is_none()))
    }

    /// What is known about these coordinates.
    pub fn check_coordinates(&self, coordinates: &Coordinates<'_>) -> Checked {
        let answer = match self.by_package(coordinates) {
            None => None,
            Some(Err(because)) => Some(Checked::Unchecked(because)),
            Some(Ok(found)) => found.conclude(self.tables()).and_then(|said| said.whole()),
        };
        answer.unwrap_or_else(|| Checked::Unchecked(damaged()))
    }

    /// What is known about this component beside the others, copied.
    fn check_beside(&self, component: &Component, beside: &Surroundings, histories: &Histories) -> Checked {
        let said = self.answer(component, beside, histories).and_then(|said| said.whole());
        said.unwrap_or_else(|| Checked::Unchecked(damaged()))
    }

    /// What is known about this component beside the others, where it stands.
    pub(crate) fn sight(&self, component: &Component, beside: &Surroundings) -> Sightings<'_> {
        let said = self.answer(component, beside, &Histories::default());
        said.unwrap_or_else(|| Sightings::without(Some(damaged()), self.tables()))
    }

    /// The answer; `None` if the index is damaged.
    fn answer(
        &self,
        component: &Component,
        beside: &Surroundings,
        histories: &Histories,
    ) -> Option<Sightings<'_>> {
        let mut found = self.by_names(component, beside)?;
        if self.knows_commits() && !is_of_distribution(component) {
            self.add_commits(component, histories, &mut found)?;
        }
        // That no record names the file says nothing of it.
        found.holding.extend(kept_digest::look_up(component, self.tables())?);
        if let Some(doubt) = component.doubt.as_deref() {
            found.unsaid = Some(doubt.clone());
        }
        found.conclude(self.tables())
    }

    /// What is found by package URL, CPE names and bare name; `None` if the index is damaged.
    fn by_names(&self, component: &Component, beside: &Surroundings) -> Option<Findings<'_>> {
        let coordinates = Coordinates::of(component);
        let package = match &coordinates {
            Ok(coordinates) => self.by_package(coordinates)?,
            Err(because) => Err(because.clone()),
        };
        let states_cpe = component.cpes().next().is_some();
        let asks_cpe = states_cpe && self.covers(COVERED_AS);
        let unsaid = |because| Some(Findings { unsaid: Some(because), ..Findings::default() });
        match package {
            // A distribution mends what it ships without counting the version up; its own advisories know, others do not.
            Ok(found) if !asks_cpe || is_of_distribution(component) => Some(found),
            Ok(mut found) => {
                let stated = self.by_stated_names(component, beside)?;
                // The kernel's product has one name; what its own authority did not number others know by it.
                let is_kernel = coordinates.is_ok_and(|of| of.ecosystem == Ecosystem::Linux);
                found.add(stated, if is_kernel { MatchConfidence::Likely } else { MatchConfidence::Weak });
                Some(found)
            }
            Err(because) if asks_cpe => {
                let mut stated = self.by_stated_names(component, beside)?;
                stated.unsaid = match (component.purl.is_some(), stated.unsaid) {
                    (false, unsaid) => unsaid,
                    (true, Some(also)) => Some(text!("cpe-and-also", first = because, also = also)),
                    (true, None) => Some(because).filter(|_| is_of_distribution(component)),
                };
                let sure = if is_of_distribution(component) {
                    MatchConfidence::Weak
                } else {
                    MatchConfidence::Likely
                };
                let mut found = Findings::default();
                found.add(stated, sure);
                Some(found)
            }
            Err(_) if states_cpe && component.purl.is_none() => unsaid(text!("cpe-no-data")),
            Err(because) if component.purl.is_none() => self.by_bare_name(component, beside, because),
            Err(because) => unsaid(because),
        }
    }

    /// Adds what is found by the commits and tags the component says it comes from; `None` if the index is damaged. What
    /// they cannot say only matters where the package did not say it.
    fn add_commits<'t>(
        &'t self,
        component: &Component,
        histories: &Histories,
        found: &mut Findings<'t>,
    ) -> Option<()> {
        let asked = AskedCommit::of(component);
        if asked.is_empty() {
            return Some(());
        }
        let by_commit = by_commit::look_up(&asked, histories, self.tables())?;
        let is_alone = found.unsaid.as_ref().is_some_and(|because| WITHOUT_PACKAGE.contains(&because.id()));
        if is_alone {
            let repository = asked.iter().find_map(|asked| asked.repository.as_deref());
            let unknown = repository.map(|name| text!("cpe-repository-unknown", repository = name));
            found.unsaid = if by_commit.is_known { None } else { unknown.or(found.unsaid.take()) };
        }
        if found.by_package.is_none() {
            found.by_commit = by_commit.open;
        }
        found.holding.extend(by_commit.holding);
        found.outside = by_commit.outside;
        Some(())
    }

    fn knows_commits(&self) -> bool {
        self.covers(kept_git::COVERED_AS)
    }

    fn knows_files(&self) -> bool {
        !self.tables().section(Section::DigestClaims).is_empty()
    }

    /// What is found by the package, or why nothing can be; `None` if the index is damaged.
    fn by_package(&self, coordinates: &Coordinates<'_>) -> Option<Result<Findings<'_>, Text>> {
        let ecosystem = coordinates.ecosystem.name();
        if !self.covers(ecosystem) {
            let because = text!("vulndb-ecosystem-not-covered", ecosystem = ecosystem);
            return match coordinates.release {
                // What one release has mended says nothing of another.
                Release::Untold => Some(Err(because)),
                Release::Of(_) | Release::None => self.named(coordinates, because),
            };
        }
        match &coordinates.release {
            Release::Untold => {
                return Some(Err(text!("vulndb-release-untold", ecosystem = ecosystem)));
            }
            Release::Of(release) if !self.covers_release(ecosystem, release) => {
                let because = text!("vulndb-release-not-covered", ecosystem = ecosystem, release = release);
                return self.named(coordinates, because);
            }
            Release::Of(_) | Release::None => {}
        }
        match self.package(coordinates).ok()? {
            Some(package) => {
                let found = by_package::weigh(package, coordinates, self.tables())?;
                Some(Ok(findings(found, coordinates)))
            }
            None if coordinates.name_is_sure => Some(Ok(findings(ByPackage::default(), coordinates))),
            None => {
                let name = coordinates.name.as_ref();
                Some(Err(text!("vulndb-source-package-untold", ecosystem = ecosystem, name = name)))
            }
        }
    }

    /// The package by the first of its names that is known.
    fn package(&self, coordinates: &Coordinates<'_>) -> Result<Option<Package>, Damaged> {
        for name in coordinates.names() {
            let package = self.tables().package(coordinates.ecosystem.name(), name)?;
            if package.is_some() {
                return Ok(package);
            }
        }
        Ok(None)
    }

    /// What is known of a package of an ecosystem whose advisories nobody imported: records that name single packages may
    /// name this one. What they do not say says nothing.
    fn named(&self, coordinates: &Coordinates<'_>, because: Text) -> Option<Result<Findings<'_>, Text>> {
        let Some(package) = self.package(coordinates).ok()? else { return Some(Err(because)) };
        let found = by_package::weigh(package, coordinates, self.tables())?;
        if found.holding.is_empty() {
            return Some(Err(because));
        }
        Some(Ok(Findings { unsaid: Some(because), ..findings(found, coordinates) }))
    }

    /// What is found by the CPE names the component states; `None` if the index is damaged. One name that any record
    /// knows is enough to say something.
    fn by_stated_names(&self, component: &Component, beside: &Surroundings) -> Option<Findings<'_>> {
        let (mut found, mut criteria, mut unsaid) = (ByCpe::default(), Criteria::default(), None);
        for written in component.cpes() {
            let asked = match AskedName::of(written, component) {
                Ok(asked) => asked,
                Err(fault) => {
                    let because = text!("cpe-stated-unreadable", cpe = written, why = fault.says());
                    unsaid.get_or_insert(because);
                    continue;
                }
            };
            let question = Question { asked: &asked, surroundings: beside, tables: self.tables() };
            if asked.keys().is_empty() {
                question.by_product_alone(&mut found, &mut criteria)?;
                unsaid.get_or_insert(text!("cpe-vendor-or-product-open", cpe = written));
            } else {
                question.by_name(&mut found, &mut criteria)?;
                unsaid.get_or_insert_with(|| text!("cpe-product-unknown", cpe = written));
            }
        }
        let unsaid = unsaid.filter(|_| !found.is_known);
        Some(Findings { holding: found.holding, by_cpe: found.open, unsaid, ..Findings::default() })
    }

    /// What is found by name and version alone. It is never enough to call the component checked.
    fn by_bare_name(
        &self,
        component: &Component,
        beside: &Surroundings,
        because: Text,
    ) -> Option<Findings<'_>> {
        let mut found = ByCpe::default();
        if let Some(asked) = AskedName::of_bare(component).filter(|_| self.covers(COVERED_AS)) {
            let question = Question { asked: &asked, surroundings: beside, tables: self.tables() };
            question.by_product_alone(&mut found, &mut Criteria::default())?;
        }
        Some(Findings { holding: found.holding, unsaid: Some(because), ..Findings::default() })
    }
}

fn damaged() -> Text {
    text!("vulndb-index-damaged")
}

fn findings<'t>(found: ByPackage<'t>, coordinates: &Coordinates<'_>) -> Findings<'t> {
    // Only a reason names the version.
    let version = coordinates.version.as_deref().filter(|_| !found.undecided.is_empty());
    let undecidable = Undecidable {
        advisories: found.undecided,
        ecosystem: coordinates.ecosystem.name(),
        version: version.unwrap_or_default().to_owned(),
    };
    Findings { holding: found.holding, by_package: Some(undecidable), ..Findings::default() }
}

fn is_of_distribution(component: &Component) -> bool {
    component.purl.as_ref().is_some_and(Purl::is_of_distribution)
}

/// What records are found by, beside packages: where none is, what a component says of it does not matter.
#[derive(Debug, Clone, Copy)]
struct Keyed {
    cpes: bool,
    commits: bool,
    files: bool,
}

/// Everything of a component that its answer hangs on; an identifier the SBOM's tool put into the qualifiers does not.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Same<'a> {
    package: Option<SamePackage<'a>>,
    states_cpe: bool,
    /// Names, version and CPE names, where records are found by them.
    named: Option<(&'a str, Option<&'a str>, Vec<&'a str>)>,
    revisions: &'a [Revision],
    digests: &'a [(String, String)],
    doubt: Option<String>,
}

/// Type, namespace, name, version and qualifiers of a package URL.
type SamePackage<'a> = (&'a str, Option<&'a str>, &'a str, Option<&'a str>, [Option<&'a str>; 6]);

fn same(component: &Component, keyed: Keyed) -> Same<'_> {
    let version = component.version.as_deref();
    let package = component.purl.as_ref().map(|purl| {
        let qualifiers =
            ["arch", "distro", "distro_name", "epoch", "upstream", "vcs_url"].map(|key| purl.qualifier(key));
        let version = purl.version.as_deref().or(version);
        (purl.kind.as_str(), purl.namespace.as_deref(), purl.name.as_str(), version, qualifiers)
    });
    let states_cpe = component.cpes().next().is_some();
    let is_named = keyed.cpes && (states_cpe || package.is_none())
        || kernel_component::stated_kernel(component).is_some();
    let named = is_named.then(|| (component.name.as_str(), version, component.cpes().collect()));
    let revisions = if keyed.commits { component.revisions.as_slice() } else { &[] };
    let digests = if keyed.files { component.digests.as_slice() } else { &[] };
    let doubt = component.doubt.as_deref().map(ToString::to_string);
    Same { package, states_cpe, named, revisions, digests, doubt }
}
