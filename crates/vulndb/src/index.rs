//! The index: opened from a file by memory map, or from bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::Path;

use memmap2::Mmap;
use proofmark_facts::Sha256;
use sha2::Digest as _;

use crate::error::IndexError;
use crate::index_facts::{self, IndexFacts};
use crate::layout::{FORMAT_VERSION, HEADER_BYTES, MAGIC, NAMED, SECTIONS, Section};
use crate::record::{About, Coverage, Record};
use crate::tables::Tables;

/// The most ecosystems and releases an index may cover; they are held in memory while it is open.
const MOST_COVERED: usize = 10_000;

/// What the world has published, ready to be asked.
#[derive(Debug)]
pub struct Index {
    bytes: Bytes,
    sections: [(usize, usize); SECTIONS],
    /// The sum of each section, as the header says it.
    sums: [u32; SECTIONS],
    /// The releases covered by ecosystem; an ecosystem without releases has the empty one.
    covered: BTreeMap<String, BTreeSet<String>>,
}

#[derive(Debug)]
enum Bytes {
    Mapped(Mmap),
    Owned(Vec<u8>),
}

impl Index {
    /// Opens a file by memory map and checks its header: microseconds, whatever its size. Whether the rest is
    /// what was written, [`Index::check_sums`] and [`Index::verify`] say.
    pub fn open(path: &Path) -> Result<Self, IndexError> {
        let file = File::open(path)?;
        #[expect(unsafe_code, reason = "mapping a file is the one thing here the compiler cannot check")]
        // SAFETY: the map is read only, and every access is bounds-checked and copies. The one danger is that
        // somebody shortens or rewrites the file while it is mapped: `publish` never touches a file under its
        // final name but puts a new one in its place, so the file mapped here stays as it is until unmapped.
        let map = unsafe { Mmap::map(&file)? };
        Self::of(Bytes::Mapped(map))
    }

    /// Takes an index from memory and checks its header.
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Self, IndexError> {
        Self::of(Bytes::Owned(bytes))
    }

    /// Reads the whole file and compares its digest and sums with those in the header. An index that passes holds what
    /// was written; one that does not passed may answer wrongly, and must not be used.
    pub fn verify(&self) -> Result<(), IndexError> {
        let body = self.bytes().get(HEADER_BYTES..).unwrap_or_default();
        let digest: [u8; 32] = sha2::Sha256::digest(body).into();
        if self.bytes().get(16..48) == Some(digest.as_slice()) {
            self.check_sums()
        } else {
            Err(IndexError::Damaged("digest"))
        }
    }

    /// Reads the whole file and compares the CRC-32 of each section with the one in the header: several times as fast as
    /// [`Index::verify`], for answers that are not kept. It finds every change of 32 bits in a row and less, and of others in
    /// one section all but one in four thousand million. Made changes only the digest finds, and where the header was not made
    /// to fit.
    pub fn check_sums(&self) -> Result<(), IndexError> {
        let tables = self.tables();
        for (&(section, name), &sum) in NAMED.iter().zip(&self.sums) {
            if crc32fast::hash(tables.section(section)) != sum {
                return Err(IndexError::Damaged(name));
            }
        }
        Ok(())
    }

    /// The digest of everything in the index, as its header says it: two with the same give the same answers.
    pub fn digest(&self) -> Sha256 {
        let said = self.bytes().get(16..48).and_then(|said| said.try_into().ok());
        Sha256(said.unwrap_or_default())
    }

    /// What the index says of itself.
    pub fn facts(&self) -> Result<IndexFacts, IndexError> {
        index_facts::of(self.tables()).ok_or(IndexError::Damaged("facts"))
    }

    /// The parts of the file and how many bytes each takes, in their order.
    pub fn parts(&self) -> impl Iterator<Item = (&'static str, usize)> {
        NAMED.iter().map(|&(section, name)| (name, self.tables().section(section).len()))
    }

    /// Whether there are any advisories for this ecosystem.
    pub fn covers(&self, ecosystem: &str) -> bool {
        self.covered.contains_key(ecosystem)
    }

    /// Whether there are any advisories for this release of this ecosystem, or for all its releases.
    pub fn covers_release(&self, ecosystem: &str, release: &str) -> bool {
        self.covered
            .get(ecosystem)
            .is_some_and(|releases| releases.contains(release) || releases.contains(""))
    }

    /// The releases covered by ecosystem.
    pub(crate) fn covered(&self) -> &BTreeMap<String, BTreeSet<String>> {
        &self.covered
    }

    pub(crate) fn tables(&self) -> Tables<'_> {
        Tables::new(self.bytes(), &self.sections)
    }

    fn bytes(&self) -> &[u8] {
        match &self.bytes {
            Bytes::Mapped(map) => map,
            Bytes::Owned(bytes) => bytes,
        }
    }

    fn of(bytes: Bytes) -> Result<Self, IndexError> {
        let (sections, sums) = read_header(match &bytes {
            Bytes::Mapped(map) => map,
            Bytes::Owned(bytes) => bytes,
        })?;
        let mut index = Self { bytes, sections, sums, covered: BTreeMap::new() };
        index.covered = index.read_coverage().ok_or(IndexError::Damaged("coverage"))?;
        Ok(index)
    }

    fn read_coverage(&self) -> Option<BTreeMap<String, BTreeSet<String>>> {
        let tables = self.tables();
        About::read(tables.section(Section::About))?;
        let coverage = tables.table::<Coverage>(Section::Coverage);
        if coverage.len() > MOST_COVERED {
            return None;
        }
        let mut covered: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for index in 0..coverage.len() {
            let row = coverage.get(index)?;
            let release = tables.text(row.release)?.to_owned();
            covered.entry(tables.text(row.ecosystem)?.to_owned()).or_default().insert(release);
        }
        Some(covered)
    }
}

/// Where each section stands, from its first byte and how many, and its sum.
type Sections = ([(usize, usize); SECTIONS], [u32; SECTIONS]);

/// Checks the header and gives where each section stands, and its sum. The sections follow one another without gaps and end
/// where the file ends, so a file cut short or grown is noticed here.
fn read_header(bytes: &[u8]) -> Result<Sections, IndexError> {
    let damaged = || IndexError::Damaged("header");
    let mut rest = bytes.strip_prefix(&MAGIC).ok_or(IndexError::NotAnIndex)?;
    let version = u32::from_le_bytes(take(&mut rest).ok_or_else(damaged)?);
    if version != FORMAT_VERSION {
        return Err(IndexError::OtherVersion(version));
    }
    let header = bytes.get(..HEADER_BYTES).ok_or_else(damaged)?;
    let (said, digest) = header.split_at(HEADER_BYTES - 32);
    if Sha256::of(said).0 != digest {
        return Err(damaged());
    }
    let count = u32::from_le_bytes(take(&mut rest).ok_or_else(damaged)?);
    if usize::try_from(count) != Ok(SECTIONS) {
        return Err(damaged());
    }
    let _body_digest: [u8; 32] = take(&mut rest).ok_or_else(damaged)?;
    let (mut sections, mut sums) = ([(0, 0); SECTIONS], [0; SECTIONS]);
    let mut end = HEADER_BYTES;
    for (section, sum) in sections.iter_mut().zip(&mut sums) {
        let start = usize::try_from(u64::from_le_bytes(take(&mut rest).ok_or_else(damaged)?));
        let length = usize::try_from(u64::from_le_bytes(take(&mut rest).ok_or_else(damaged)?));
        *sum = u32::from_le_bytes(take(&mut rest).ok_or_else(damaged)?);
        let (Ok(start), Ok(length)) = (start, length) else {
            return Err(damaged());
        };
        *section = (start, length);
        let next = end.checked_add(length).filter(|_| start == end);
        end = next.ok_or_else(damaged)?;
    }
    if end == bytes.len() { Ok((sections, sums)) } else { Err(IndexError::Damaged("length")) }
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (taken, left) = rest.split_first_chunk()?;
    *rest = left;
    Some(*taken)
}
