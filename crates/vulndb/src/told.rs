//! What an index says of packages, products, repositories and files, as digests by which two indexes are compared.

use std::collections::HashMap;

use sha2::{Digest as _, Sha256};

use crate::claim_reading;
use crate::kept_code;
use crate::kept_digest::DigestClaim;
use crate::layout::Section;
use crate::record::{
    Advisory, Affected, CpeClaim, CpeConfiguration, CpeMatch, CpeName, CpeNode, CpeProduct, Package, Record,
    Reference, Repository, RepositoryClaim, RepositoryEvent, Vulnerability, Window,
};
use crate::tables::Tables;

/// A package with its words.
pub(crate) struct Named<'t> {
    pub(crate) package: Package,
    ecosystem: &'t str,
    name: &'t str,
}

impl<'t> Named<'t> {
    /// What packages are sorted by in the file.
    pub(crate) fn key(&self) -> (&'t str, &'t str) {
        (self.ecosystem, self.name)
    }
}

/// What an index says, as digests that hang on words and numbers alone: not on where they stand in the file.
pub(crate) struct Told<'t> {
    tables: Tables<'t>,
    advisories: HashMap<u32, [u8; 32]>,
    vulnerabilities: HashMap<u32, [u8; 32]>,
}

/// What a claim about a repository is about.
#[derive(Debug)]
pub(crate) struct RepositoryTold<'t> {
    /// The repository, as it is spelt in the index.
    pub(crate) repository: &'t str,
    /// The commits and tags it names.
    pub(crate) places: Vec<&'t str>,
}

impl<'t> Told<'t> {
    pub(crate) fn of(tables: Tables<'t>) -> Self {
        Self { tables, advisories: HashMap::new(), vulnerabilities: HashMap::new() }
    }

    pub(crate) fn is_at_end(&self, number: usize) -> bool {
        number >= self.tables.table::<Package>(Section::Packages).len()
    }

    pub(crate) fn package(&self, number: usize) -> Option<Named<'t>> {
        let package: Package = self.tables.table(Section::Packages).get(number)?;
        let (ecosystem, name) = (self.tables.text(package.ecosystem)?, self.tables.text(package.name)?);
        Some(Named { package, ecosystem, name })
    }

    /// Everything that is said of a package.
    pub(crate) fn digest(&mut self, package: Package) -> Option<[u8; 32]> {
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

    /// Every product by its key, with its name alone and everything that is said of it.
    pub(crate) fn products(&mut self) -> Option<HashMap<&'t str, (&'t str, [u8; 32])>> {
        let tables = self.tables;
        let mut configurations = HashMap::new();
        let mut names = HashMap::new();
        for CpeName { name, product } in all::<CpeName>(tables, Section::CpeNames) {
            names.insert(product, tables.text(name)?);
        }
        let mut products = HashMap::new();
        for (number, product) in (0..).zip(all::<CpeProduct>(tables, Section::CpeProducts)) {
            let CpeProduct { key, first, count } = product;
            let mut claims = Vec::new();
            for claim in tables.table::<CpeClaim>(Section::CpeClaims).range(first, count)? {
                let CpeClaim { configuration, place } = claim;
                let one: CpeMatch = tables.table(Section::CpeMatches).get(usize::try_from(place).ok()?)?;
                let whole = if let Some(known) = configurations.get(&configuration) {
                    *known
                } else {
                    let whole = self.configuration(configuration)?;
                    configurations.insert(configuration, whole);
                    whole
                };
                let mut said = Said::default();
                said.bytes(&whole);
                said.one_match(one, tables)?;
                claims.push(said.digest());
            }
            claims.sort_unstable();
            let name = names.get(&number).copied().unwrap_or_default();
            products.insert(tables.text(key)?, (name, Sha256::digest(claims.concat()).into()));
        }
        Some(products)
    }

    /// A configuration with all it takes beside what it is looked up by.
    fn configuration(&mut self, number: u32) -> Option<[u8; 32]> {
        let tables = self.tables;
        let number = usize::try_from(number).ok()?;
        let CpeConfiguration { advisory, vector, first_node, nodes, score, rating, flags } =
            tables.table(Section::CpeConfigurations).get(number)?;
        let mut said = Said::default();
        said.bytes(&self.advisory(advisory)?);
        said.text(tables.text(vector)?);
        said.bytes(&[score, rating, flags]);
        for CpeNode { first_match, matches, flags } in
            tables.table::<CpeNode>(Section::CpeNodes).range(first_node, nodes)?
        {
            said.bytes(&[flags]);
            for one in tables.table::<CpeMatch>(Section::CpeMatches).range(first_match, matches)? {
                said.one_match(one, tables)?;
            }
        }
        Some(said.digest())
    }

    /// Every claim about a repository by everything it says.
    pub(crate) fn repositories(&mut self) -> Option<HashMap<[u8; 32], RepositoryTold<'t>>> {
        let tables = self.tables;
        let mut claims = HashMap::new();
        for repository in all::<Repository>(tables, Section::Repositories) {
            let Repository { key, first, count } = repository;
            let key = tables.text(key)?;
            for claim in tables.table::<RepositoryClaim>(Section::RepositoryClaims).range(first, count)? {
                let RepositoryClaim { advisory, vector, first, count, score, rating } = claim;
                let (mut said, mut places) = (Said::default(), Vec::new());
                said.text(key);
                said.bytes(&self.advisory(advisory)?);
                said.text(tables.text(vector)?);
                said.bytes(&[score, rating]);
                for event in tables.table::<RepositoryEvent>(Section::RepositoryEvents).range(first, count)? {
                    said.bytes(&[event.what]);
                    let at = tables.text(event.at)?;
                    said.text(at);
                    places.push(at);
                }
                claims.insert(said.digest(), RepositoryTold { repository: key, places });
            }
        }
        Some(claims)
    }

    /// Everything that is said of files.
    pub(crate) fn files(&mut self) -> Option<[u8; 32]> {
        let tables = self.tables;
        let mut claims = Vec::new();
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
        let Advisory { id, summary, source, first_link, links, informational } =
            tables.table(Section::Advisories).get(usize::try_from(number).ok()?)?;
        let mut said = Said::default();
        said.text(tables.text(id)?);
        said.text(tables.text(summary)?);
        said.text(tables.text(source)?);
        said.bytes(&[informational]);
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

    fn one_match(&mut self, one: CpeMatch, tables: Tables<'_>) -> Option<()> {
        let CpeMatch { criteria, from, to, flags } = one;
        for text in [criteria, from, to] {
            self.text(tables.text(text)?);
        }
        self.bytes(&[flags]);
        Some(())
    }

    fn digest(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}
