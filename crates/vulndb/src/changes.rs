//! What a newer index says otherwise than an older one, package by package: whoever was told by the older one what is known
//! of a component needs to ask again only where something is otherwise.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Bound;

use proofmark_facts::Component;

use crate::asked_words::{AskedWord, asked_words};
use crate::coordinates::Coordinates;
use crate::ecosystem::Ecosystem;
use crate::error::IndexError;
use crate::index::Index;
use crate::kept_cpe;
use crate::kept_git;
use crate::standing_changes;
use crate::told::{Named, Told};

/// Packages of which a newer index says something else, and identifiers by which its catalogues do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Names of packages by ecosystem.
    packages: HashMap<String, HashSet<String>>,
    /// Ecosystems covered since, or no longer, or for other releases.
    ecosystems: BTreeSet<String>,
    /// Products by their CPE names and by their names alone, and repositories, in the words components ask for them.
    words: HashSet<String>,
    /// Commits and tags that are named otherwise, in whichever repository.
    places: BTreeSet<String>,
    /// Whether files are spoken of otherwise.
    files: bool,
    /// Identifiers whose vulnerabilities catalogues say something else of, in small letters.
    identifiers: HashSet<String>,
}

impl Changes {
    /// Whether what is known of this component may be otherwise. What is `false` has the same answer from both, but for what
    /// catalogues say of its vulnerabilities ([`Changes::touches_identifier`]).
    pub fn touches(&self, component: &Component) -> bool {
        if self.of_words() && asked_words(component).iter().any(|word| self.touches_word(word)) {
            return true;
        }
        // Whatever leads to no package has the same reason before and after.
        let Ok(coordinates) = Coordinates::of(component) else { return false };
        let ecosystem = coordinates.ecosystem.name();
        self.ecosystems.contains(ecosystem)
            || self
                .packages
                .get(ecosystem)
                .is_some_and(|names| coordinates.all_names().into_iter().any(|name| names.contains(name)))
    }

    /// Whether something else may be said of what a component asks for by this word ([`asked_words`]).
    pub fn touches_word(&self, word: &str) -> bool {
        let is_anew = |covered_as: &str| self.ecosystems.contains(covered_as);
        match AskedWord::of(word) {
            AskedWord::Product => is_anew(kept_cpe::COVERED_AS) || self.words.contains(word),
            AskedWord::Repository => is_anew(kept_git::COVERED_AS) || self.words.contains(word),
            AskedWord::Commit(at) => {
                let mut from = self.places.range::<str, _>((Bound::Included(at), Bound::Unbounded));
                is_anew(kept_git::COVERED_AS) || from.next().is_some_and(|place| place.starts_with(at))
            }
            AskedWord::Kernel => self.of_ecosystem(Ecosystem::Linux),
            AskedWord::File => self.files,
            AskedWord::Unknown => self.of_words(),
        }
    }

    /// Whether anything is otherwise that a component's package URL alone does not tell.
    pub fn of_words(&self) -> bool {
        let is_anew = |covered_as: &str| self.ecosystems.contains(covered_as);
        !self.words.is_empty()
            || !self.places.is_empty()
            || self.files
            || is_anew(kept_cpe::COVERED_AS)
            || is_anew(kept_git::COVERED_AS)
            || self.of_ecosystem(Ecosystem::Linux)
    }

    /// Whether catalogues say something else of the vulnerabilities with this identifier, whoever tells of them: that they are
    /// exploited somewhere in the world, or how likely they are. Small and great letters are the same.
    pub fn touches_identifier(&self, identifier: &str) -> bool {
        self.identifiers.contains(&identifier.to_lowercase())
    }

    /// Whether catalogues say anything else of any vulnerability.
    pub fn of_catalogues(&self) -> bool {
        !self.identifiers.is_empty()
    }

    /// Whether nothing is otherwise.
    pub fn is_empty(&self) -> bool {
        let of_components = self.packages.is_empty() && self.ecosystems.is_empty();
        of_components && !self.of_words() && !self.of_catalogues()
    }

    fn of_ecosystem(&self, ecosystem: Ecosystem) -> bool {
        let name = ecosystem.name();
        self.ecosystems.contains(name) || self.packages.contains_key(name)
    }

    /// How many packages there are of which something else is said, beside those of ecosystems covered otherwise.
    pub fn packages(&self) -> usize {
        self.packages.values().map(HashSet::len).sum()
    }
}

impl Index {
    /// What this index says otherwise than an older one. Both must have been verified: damage may look like no change.
    pub fn changes_since(&self, older: &Self) -> Result<Changes, IndexError> {
        let damaged = || IndexError::Damaged("packages");
        let mut changes =
            Changes { ecosystems: otherwise(older.covered(), self.covered()), ..Changes::default() };
        let (mut before, mut after) = (Told::of(older.tables()), Told::of(self.tables()));
        if self.digest() != older.digest() {
            changes.compare(&mut before, &mut after).ok_or(IndexError::Damaged("products"))?;
            let names = standing_changes::between(older.tables(), self.tables());
            changes.identifiers = names.ok_or(IndexError::Damaged("names"))?;
        }
        let (mut one, mut other) = (0, 0);
        loop {
            let (left, right) = (before.package(one), after.package(other));
            let turn = match (&left, &right) {
                (None, None) if before.is_at_end(one) && after.is_at_end(other) => {
                    return Ok(changes);
                }
                (Some(left), Some(right)) => left.key().cmp(&right.key()),
                (Some(_), None) if after.is_at_end(other) => Ordering::Less,
                (None, Some(_)) if before.is_at_end(one) => Ordering::Greater,
                _ => return Err(damaged()),
            };
            let differs = match (turn, &left, &right) {
                (Ordering::Equal, Some(left), Some(right)) => {
                    let told = before.digest(left.package).ok_or_else(damaged)?;
                    (told != after.digest(right.package).ok_or_else(damaged)?).then(|| right.key())
                }
                (Ordering::Less, Some(gone), _) => Some(gone.key()),
                (_, _, come) => come.as_ref().map(Named::key),
            };
            if let Some((ecosystem, name)) = differs {
                changes.packages.entry(ecosystem.to_owned()).or_default().insert(name.to_owned());
            }
            one += usize::from(turn.is_le());
            other += usize::from(turn.is_ge());
        }
    }
}

impl Changes {
    /// Compares what is said of products, repositories and files; `None` if one of the two is damaged.
    fn compare(&mut self, before: &mut Told<'_>, after: &mut Told<'_>) -> Option<()> {
        let (older, newer) = (before.products()?, after.products()?);
        let gone = older.iter().filter(|(key, _)| !newer.contains_key(*key));
        let otherwise = newer.iter().filter(|(key, said)| older.get(*key) != Some(said));
        for (key, (name, _)) in gone.chain(otherwise) {
            self.words.extend([AskedWord::product(key), AskedWord::name(name)]);
        }
        let (older, newer) = (before.repositories()?, after.repositories()?);
        let gone = older.iter().filter(|(said, _)| !newer.contains_key(*said));
        let come = newer.iter().filter(|(said, _)| !older.contains_key(*said));
        for (_, claim) in gone.chain(come) {
            self.words.insert(AskedWord::repository(claim.repository));
            self.places.extend(claim.places.iter().map(|place| (*place).to_owned()));
        }
        self.files = before.files()? != after.files()?;
        Some(())
    }
}

/// Ecosystems that are not covered for the same releases.
fn otherwise(
    before: &BTreeMap<String, BTreeSet<String>>,
    after: &BTreeMap<String, BTreeSet<String>>,
) -> BTreeSet<String> {
    let all = before.keys().chain(after.keys());
    all.filter(|ecosystem| before.get(*ecosystem) != after.get(*ecosystem)).cloned().collect()
}
