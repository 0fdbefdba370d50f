//! Asks the index what is known about components.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use proofmark_facts::{Component, Purl};
use proofmark_text::{Text, text};

use crate::checked::{Answers, Checked};
use crate::coordinates::{Coordinates, Release};
use crate::gathering::{self, Holding};
use crate::index::Index;
use crate::layout::Section;
use crate::record::{Affected, Package};
use crate::tables::Tables;
use crate::verdict::{Asked, Undecided, Verdict};

/// How many advisories a reason names before it ends in an ellipsis.
const MOST_NAMED: usize = 8;

impl Index {
    /// What is known about this component.
    pub fn check(&self, component: &Component) -> Checked {
        match Coordinates::of(component) {
            Ok(coordinates) => self.check_coordinates(&coordinates),
            Err(because) => Checked::Unchecked(because),
        }
    }

    /// What is known about the package and version a package URL names.
    pub fn check_purl(&self, purl: &Purl) -> Checked {
        match Coordinates::of_purl(purl) {
            Ok(coordinates) => self.check_coordinates(&coordinates),
            Err(because) => Checked::Unchecked(because),
        }
    }

    /// What is known about each of these components, in their order. Components alike in package and
    /// version are looked up once; for a whole portfolio [`Index::check_distinct`] does without the copies.
    pub fn check_all(&self, components: &[Component]) -> Vec<Checked> {
        let answers = self.check_distinct(components);
        answers.iter().cloned().collect()
    }

    /// What is known about each of these components, each distinct answer held once.
    pub fn check_distinct(&self, components: &[Component]) -> Answers {
        let mut known: HashMap<Option<Same<'_>>, usize, FixedState> = HashMap::default();
        let mut answers = Answers { distinct: Vec::new(), of: Vec::with_capacity(components.len()) };
        for component in components {
            let number = *known.entry(same(component)).or_insert_with(|| {
                answers.distinct.push(self.check(component));
                answers.distinct.len() - 1
            });
            answers.of.push(number);
        }
        answers
    }

    /// What is known about these coordinates.
    pub fn check_coordinates(&self, coordinates: &Coordinates<'_>) -> Checked {
        self.answer(coordinates).unwrap_or_else(|| Checked::Unchecked(text!("vulndb-index-damaged")))
    }

    /// The answer; `None` if the index is damaged.
    fn answer(&self, coordinates: &Coordinates<'_>) -> Option<Checked> {
        let ecosystem = coordinates.ecosystem.name();
        if !self.covers(ecosystem) {
            let because = text!("vulndb-ecosystem-not-covered", ecosystem = ecosystem);
            return self.named(coordinates, because);
        }
        match &coordinates.release {
            Release::Untold => {
                return Some(Checked::Unchecked(text!("vulndb-release-untold", ecosystem = ecosystem)));
            }
            Release::Of(release) if !self.covers_release(ecosystem, release) => {
                let because = text!("vulndb-release-not-covered", ecosystem = ecosystem, release = release);
                return Some(Checked::Unchecked(because));
            }
            Release::Of(_) | Release::None => {}
        }
        match self.tables().package(ecosystem, &coordinates.name).ok()? {
            Some(package) => about(package, coordinates, self.tables()),
            None if coordinates.name_is_sure => Some(Checked::Clean),
            None => {
                let name = coordinates.name.as_ref();
                let because = text!("vulndb-source-package-untold", ecosystem = ecosystem, name = name);
                Some(Checked::Unchecked(because))
            }
        }
    }

    /// What is known of a package of an ecosystem whose advisories nobody imported: records that name single packages may
    /// name this one. What they do not say says nothing.
    fn named(&self, coordinates: &Coordinates<'_>, because: Text) -> Option<Checked> {
        let package = self.tables().package(coordinates.ecosystem.name(), &coordinates.name).ok()?;
        let Some(package) = package else { return Some(Checked::Unchecked(because)) };
        Some(match about(package, coordinates, self.tables())? {
            Checked::Known(known) | Checked::Partly(known, _) => Checked::Partly(known, because),
            Checked::Clean | Checked::Unchecked(_) => Checked::Unchecked(because),
        })
    }
}

/// What an answer hangs on: components alike in this have the same one.
type Same<'a> = (&'a str, Option<&'a str>, &'a str, Option<&'a str>, [Option<&'a str>; 5]);

/// Everything of a component that its answer hangs on; an identifier the SBOM's tool put into the qualifiers
/// does not.
fn same(component: &Component) -> Option<Same<'_>> {
    let purl = component.purl.as_ref()?;
    let version = purl.version.as_deref().or(component.version.as_deref());
    let qualifiers = ["arch", "distro", "distro_name", "epoch", "upstream"].map(|key| purl.qualifier(key));
    Some((&purl.kind, purl.namespace.as_deref(), &purl.name, version, qualifiers))
}

/// Every claim about the package, weighed.
fn about(package: Package, coordinates: &Coordinates<'_>, tables: Tables<'_>) -> Option<Checked> {
    let asked = Asked::new(coordinates.version.as_deref(), coordinates.ecosystem.order());
    let mut holding: Vec<Holding<'_>> = Vec::new();
    let mut undecided: Vec<(Undecided, u32)> = Vec::new();
    for affected in tables.table::<Affected>(Section::Affected).range(package.first, package.count)? {
        if !is_of_release(&affected, &coordinates.release, tables)? {
            continue;
        }
        match asked.verdict(&affected, tables)? {
            Verdict::Outside => {}
            Verdict::Inside(rule, range) => {
                let fixed_in = asked.fixed_in(&affected, tables)?;
                holding.push(Holding { affected, rule, range, fixed_in });
            }
            Verdict::Undecided(because) => undecided.push((because, affected.advisory)),
        }
    }
    if holding.is_empty() && undecided.is_empty() {
        return Some(Checked::Clean);
    }
    let gathered = gathering::gather(&holding, tables)?;
    let mut open = Vec::new();
    for (because, advisory) in undecided {
        // What is known already from another claim is not undecided.
        if !gathering::spoken_of(advisory, tables)?.all(|vulnerability| gathered.contains_key(&vulnerability))
        {
            open.push((because, gathering::identifier(advisory, tables)?));
        }
    }
    let known: Option<Vec<_>> =
        gathered.iter().map(|(&number, holding)| gathering::known(number, holding, tables)).collect();
    Some(match (known?, reason(open, coordinates)) {
        (known, None) => Checked::Known(known),
        (known, Some(because)) if known.is_empty() => Checked::Unchecked(because),
        (known, Some(because)) => Checked::Partly(known, because),
    })
}

/// A claim for one release holds for no other.
fn is_of_release(affected: &Affected, release: &Release, tables: Tables<'_>) -> Option<bool> {
    let claimed = tables.text(affected.release)?;
    Some(match release {
        Release::Of(release) => claimed.is_empty() || claimed == release,
        Release::None | Release::Untold => true,
    })
}

/// The plainest reason among the open claims, naming all of them.
fn reason(mut open: Vec<(Undecided, &str)>, coordinates: &Coordinates<'_>) -> Option<Text> {
    let &(because, _) = open.iter().min()?;
    open.sort_by_key(|&(_, id)| id);
    open.dedup_by_key(|(_, id)| *id);
    let mut named: Vec<String> = open.iter().take(MOST_NAMED).map(|(_, id)| format!("`{id}`")).collect();
    if open.len() > MOST_NAMED {
        named.push("…".to_owned());
    }
    let advisories = named.join(", ");
    let ecosystem = coordinates.ecosystem.name();
    let version = coordinates.version.as_deref().unwrap_or_default();
    Some(match because {
        Undecided::VersionMissing => text!("vulndb-version-missing", advisories = advisories),
        Undecided::VersionUnreadable => text!(
            "vulndb-version-unreadable",
            version = version,
            ecosystem = ecosystem,
            advisories = advisories
        ),
        Undecided::NoOrder => {
            text!("vulndb-no-exact-order", ecosystem = ecosystem, version = version, advisories = advisories)
        }
        Undecided::Range => text!("vulndb-range-undecidable", version = version, advisories = advisories),
    })
}
