//! What a newer index says otherwise than an older one, package by package: whoever was told by the older one what is known
//! of a component needs to ask again only where something is otherwise.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use proofmark_facts::Component;
use sha2::{Digest as _, Sha256};

use crate::claim_reading;
use crate::coordinates::Coordinates;
use crate::ecosystem::Ecosystem;
use crate::error::IndexError;
use crate::index::Index;
use crate::kept_code;
use crate::kept_digest::DigestClaim;
use crate::layout::Section;
use crate::record::{
    Advisory, Affected, Package, Record, Reference, Repository, RepositoryClaim, RepositoryEvent,
    Vulnerability, Window,
};
use crate::repository::AskedCommit;
use crate::standing_changes;
use crate::tables::Tables;

/// Packages of which a newer index says something else, and identifiers by which its catalogues do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Names of packages by ecosystem.
    packages: HashMap<String, HashSet<String>>,
    /// Ecosystems covered since, or no longer, or for other releases.
    ecosystems: BTreeSet<String>,
    /// Whether products may be spoken of otherwise, which components are matched with by CPE names or by their own.
    products: bool,
    /// Whether commits of repositories or files may be spoken of otherwise.
    code: bool,
    /// Identifiers whose vulnerabilities catalogues say something else of, in small letters.
    identifiers: HashSet<String>,
}

impl Changes {
    /// Whether what is known of this component may be otherwise. What is `false` has the same answer from both, but for what
    /// catalogues say of its vulnerabilities ([`Changes::touches_identifier`]).
    pub fn touches(&self, component: &Component) -> bool {
        if self.products && (component.purl.is_none() || component.cpes().next().is_some()) {
            return true;
        }
        if self.code && (!component.digests.is_empty() || !AskedCommit::of(component).is_empty()) {
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
        of_components && !self.of_products() && !self.of_catalogues()
    }

    /// Whether products, commits or files may be spoken of otherwise, so that a component's package URL alone does not tell.
    pub fn of_products(&self) -> bool {
        self.products || self.code
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
        let mut changes = Changes {
            ecosystems: otherwise(older.covered(), self.covered()),
            products: self.digest() != older.digest() && (self.knows_products() || older.knows_products()),
            ..Changes::default()
        };
        let (mut before, mut after) = (Told::of(older.tables()), Told::of(self.tables()));
        if self.digest() != older.digest() {
            let said = |told: &mut Told<'_>| told.of_code().ok_or_else(damaged);
            changes.code = said(&mut before)? != said(&mut after)?;
            let names = standing_changes::between(older.tables(), self.tables());
            changes.identifiers = names.ok_or(IndexError::Damaged("names"))?;
        }
        let (mut one, mut other) = (0, 0);
        loop {
            let (left, right) = (before.package(one), after.package(other));
            let turn = match (&left, &right) {
                (None, None) if before.is_at_end(one) && after.is_at_end(other) => {
                    // A kernel may be one by its CPE name alone.
                    changes.products |= changes.of_ecosystem(Ecosystem::Linux);
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

impl Index {
    /// Whether anything in it speaks of products by CPE names. What exactly is not compared: nearly every record of the NVD does.
    fn knows_products(&self) -> bool {
        !self.tables().section(Section::CpeClaims).is_empty()
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

/// A package with its words.
struct Named<'t> {
    package: Package,
    ecosystem: &'t str,
    name: &'t str,
}

impl<'t> Named<'t> {
    /// What packages are sorted by in the file.
    fn key(&self) -> (&'t str, &'t str) {
        (self.ecosystem, self.name)
    }
}

/// What an index says, as digests that hang on words and numbers alone: not on where they stand in the file.
struct Told<'t> {
    tables: Tables<'t>,
    advisories: HashMap<u32, [u8; 32]>,
    vulnerabilities: HashMap<u32, [u8; 32]>,
}

impl<'t> Told<'t> {
    fn of(tables: Tables<'t>) -> Self {
        Self { tables, advisories: HashMap::new(), vulnerabilities: HashMap::new() }
    }

    fn is_at_end(&self, number: usize) -> bool {
        number >= self.tables.table::<Package>(Section::Packages).len()
    }

    fn package(&self, number: usize) -> Option<Named<'t>> {
        let package: Package = self.tables.table(Section::Packages).get(number)?;
        let (ecosystem, name) = (self.tables.text(package.ecosystem)?, self.tables.text(package.name)?);
        Some(Named { package, ecosystem, name })
    }

    /// Everything that is said of a package.
    fn digest(&mut self, package: Package) -> Option<[u8; 32]> {
        let Package { ecosystem: _, name: _, first, count } = package;
        let tables = self.tables;
        let affected = tables.table::<Affected>(Section::Affected).range(first, count)?;
        let claims: Option<Vec<[u8; 32]>> =
            (first..).zip(affected).map(|(number, claim)| self.claim(number, &claim)).collect();
        // The order of claims is that of the records they came from.
        let mut claims = claims?;
        claims.sort_unstable();
        Some(Sha256::digest(claims.concat()).into())
    }

    fn claim(&mut self, number: u32, claim: &Affected) -> Option<[u8; 32]> {
        let &Affected {
            advisory,
            release,
            vector,
            first_window,
            windows,
            first_listed,
            listed,
            score,
            rating,
        } = claim;
        let tables = self.tables;
        let mut said = Said::default();
        said.bytes(&self.advisory(advisory)?);
        said.text(tables.text(release)?);
        said.text(tables.text(vector)?);
        said.bytes(&[score, rating]);
        for window in tables.table::<Window>(Section::Windows).range(first_window, windows)? {
            let Window { lower_key: _, upper_key: _, lower, upper, order, bounds } = window;
            said.bytes(&[order, bounds]);
            said.text(tables.text(lower)?);
            said.text(tables.text(upper)?);
        }
        said.bytes(b"listed");
        for version in tables.table::<Reference>(Section::Listed).range(first_listed, listed)? {
            said.text(tables.text(version.to)?);
        }
        let code = kept_code::code_of(number, tables)?;
        for (words, kind) in [(code.program_files, "files"), (code.fix_commits, "commits")] {
            said.text(kind);
            for word in &words {
                said.text(word);
            }
        }
        Some(said.digest())
    }

    /// Everything that is said of repositories and of files.
    fn of_code(&mut self) -> Option<[u8; 32]> {
        let tables = self.tables;
        let mut claims = Vec::new();
        for repository in all::<Repository>(tables, Section::Repositories) {
            let Repository { key, first, count } = repository;
            for claim in tables.table::<RepositoryClaim>(Section::RepositoryClaims).range(first, count)? {
                let RepositoryClaim { advisory, vector, first, count, score, rating } = claim;
                let mut said = Said::default();
                said.text(tables.text(key)?);
                said.bytes(&self.advisory(advisory)?);
                said.text(tables.text(vector)?);
                said.bytes(&[score, rating]);
                for event in tables.table::<RepositoryEvent>(Section::RepositoryEvents).range(first, count)? {
                    said.bytes(&[event.what]);
                    said.text(tables.text(event.at)?);
                }
                claims.push(said.digest());
            }
        }
        for claim in all::<DigestClaim>(tables, Section::DigestClaims) {
            let DigestClaim { digest, advisory, vector, score, rating } = claim;
            let mut said = Said::default();
            said.text(tables.text(digest)?);
            said.bytes(&self.advisory(advisory)?);
            said.text(tables.text(vector)?);
            said.bytes(&[score, rating]);
            claims.push(said.digest());
        }
        claims.sort_unstable();
        Some(Sha256::digest(claims.concat()).into())
    }

    fn advisory(&mut self, number: u32) -> Option<[u8; 32]> {
        if let Some(known) = self.advisories.get(&number) {
            return Some(*known);
        }
        let tables = self.tables;
        let Advisory { id, summary, source, first_link, links } =
            tables.table(Section::Advisories).get(usize::try_from(number).ok()?)?;
        let mut said = Said::default();
        said.text(tables.text(id)?);
        said.text(tables.text(summary)?);
        said.text(tables.text(source)?);
        for link in tables.table::<Reference>(Section::Links).range(first_link, links)? {
            said.bytes(&self.vulnerability(link.to)?);
        }
        let digest = said.digest();
        self.advisories.insert(number, digest);
        Some(digest)
    }

    fn vulnerability(&mut self, number: u32) -> Option<[u8; 32]> {
        if let Some(known) = self.vulnerabilities.get(&number) {
            return Some(*known);
        }
        let tables = self.tables;
        // What catalogues say of it is compared by its identifiers.
        let Vulnerability { id, first_name, names, exploited: _, prediction: _ } =
            tables.table(Section::Vulnerabilities).get(usize::try_from(number).ok()?)?;
        let mut said = Said::default();
        said.text(tables.text(id)?);
        for name in tables.table::<Reference>(Section::Names).range(first_name, names)? {
            said.text(tables.text(name.to)?);
        }
        said.bytes(b"claims");
        for claim in claim_reading::claims_of(number, tables)? {
            said.text(&format!("{claim:?}"));
        }
        let digest = said.digest();
        self.vulnerabilities.insert(number, digest);
        Some(digest)
    }
}

fn all<R: Record>(tables: Tables<'_>, section: Section) -> impl Iterator<Item = R> {
    let count = tables.table::<R>(section).len();
    (0..count).filter_map(move |at| tables.table::<R>(section).get(at))
}

/// What was said so far: every part with its length before it, so that no two mean the same bytes.
#[derive(Default)]
struct Said(Sha256);

impl Said {
    fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.0.update((bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
    }

    fn digest(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}
