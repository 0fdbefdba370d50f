//! The layout of the index file: a header that can be checked in microseconds, then one section after another.
//!
//! Header: eight bytes of magic, the format version and the number of sections (32 bits each), the SHA-256
//! of everything behind the header, for each section its offset and length (64 bits each) and its CRC-32 (32 bits), and the
//! SHA-256 of the header up to here. All integers are little endian. A section's place in the header is its name.
//!
//! The SHA-256 names what the index says; the sums find what a disk or a copy changed in a fraction of the time. Against somebody
//! who means to change it neither helps: whoever writes the file writes both.

use proofmark_facts::Sha256;
use sha2::Digest as _;

/// The first eight bytes.
pub(crate) const MAGIC: [u8; 8] = *b"PMVULNDB";
/// The version of the layout; a file of another version is not read. Version 2 knows more orders, so that
/// what version 1 called a range without order may be one with an order now, and predictions. Version 3 keeps what each
/// source says, knows products by CPE names, and of each advisory its source. Version 4 keeps the code claims name.
/// Version 5 knows repositories by ranges of commits, files by digests, and hardware that firmware runs on. Version 6 keeps what
/// catalogues say of identifiers no record speaks of, and finds vulnerabilities by any of their names. Version 7 keeps a sum of
/// each section.
pub(crate) const FORMAT_VERSION: u32 = 7;

macro_rules! sections {
    ($($(#[$says:meta])* $name:ident,)*) => {
        /// The sections, in the order of the file.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Section { $($(#[$says])* $name,)* }

        /// Each section with its name.
        pub(crate) const NAMED: [(Section, &str); SECTIONS] = [$((Section::$name, stringify!($name)),)*];
    };
}

sections! {
    /// What the file is about.
    About,
    /// The hash table by ecosystem and name.
    Slots,
    /// Packages, sorted by ecosystem and name.
    Packages,
    /// Affected entries, those of one package together.
    Affected,
    /// Windows of affected versions.
    Windows,
    /// Versions listed one by one.
    Listed,
    /// Advisories, sorted by identifier.
    Advisories,
    /// Which vulnerabilities an advisory speaks of.
    Links,
    /// Vulnerabilities, sorted by identifier.
    Vulnerabilities,
    /// Other names of vulnerabilities.
    Names,
    /// The same names, sorted, each with a vulnerability it is one of.
    Called,
    /// Entries in catalogues of exploited vulnerabilities, sorted by identifier.
    Exploited,
    /// How likely vulnerabilities are exploited, sorted by identifier.
    Predictions,
    /// CVEs by their numbers, each with its prediction.
    Scored,
    /// What sources say, that of one vulnerability together.
    Claims,
    /// How bad they say it is.
    ClaimSeverities,
    /// Weaknesses they name and marks they put on their records.
    ClaimWords,
    /// Which claims speak of a vulnerability: one run each, in the order of the vulnerabilities.
    ClaimRuns,
    /// Which claims speak of an identifier nobody stands by, sorted by identifier.
    Unheard,
    /// Sources.
    Sources,
    /// Ecosystems and releases covered.
    Coverage,
    /// Products that CPE names speak of, sorted by part, vendor and product.
    CpeProducts,
    /// The same products by their names alone, sorted.
    CpeNames,
    /// Which matches call a product vulnerable, those of one product together.
    CpeClaims,
    /// Configurations of products, those of one advisory together.
    CpeConfigurations,
    /// Their nodes.
    CpeNodes,
    /// The names and versions in the nodes.
    CpeMatches,
    /// Repositories that ranges of commits speak of, sorted.
    Repositories,
    /// What advisories say of them, those of one repository together.
    RepositoryClaims,
    /// Commits and tags, those of one claim together.
    RepositoryEvents,
    /// Which claims name a commit, sorted by commit.
    NamedCommits,
    /// Files that are affected, sorted by digest.
    DigestClaims,
    /// The code some affected entries name, in the order of these.
    AffectedCode,
    /// Its files and commits.
    CodeWords,
    /// Digests of what the file was built from.
    BuiltFrom,
    /// Texts, each with its length before it.
    Strings,
}

/// How many sections there are.
pub(crate) const SECTIONS: usize = 36;
/// The length of the header.
pub(crate) const HEADER_BYTES: usize = 8 + 4 + 4 + 32 + SECTIONS * 20 + 32;

/// The header for these sections, in their order.
pub(crate) fn header(sections: &[Vec<u8>; SECTIONS]) -> Vec<u8> {
    let mut body = sha2::Sha256::new();
    for section in sections {
        body.update(section);
    }
    let mut header = Vec::with_capacity(HEADER_BYTES);
    header.extend_from_slice(&MAGIC);
    header.extend_from_slice(&FORMAT_VERSION.to_le_bytes());
    header.extend_from_slice(&(u32::try_from(SECTIONS).unwrap_or(u32::MAX)).to_le_bytes());
    header.extend_from_slice(&body.finalize());
    let mut offset = HEADER_BYTES as u64;
    for section in sections {
        header.extend_from_slice(&offset.to_le_bytes());
        header.extend_from_slice(&(section.len() as u64).to_le_bytes());
        header.extend_from_slice(&crc32fast::hash(section).to_le_bytes());
        offset += section.len() as u64;
    }
    let digest = Sha256::of(&header);
    header.extend_from_slice(&digest.0);
    header
}

/// The hash of a package: FNV-1a over ecosystem, a zero and name, mixed so that every bit depends on all
/// (the finaliser of `MurmurHash3`). Part of the format: it must never change without the version.
pub(crate) fn hash(ecosystem: &str, name: &str) -> u64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in ecosystem.bytes().chain(std::iter::once(0)).chain(name.bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}

/// The slot where the search for a hash begins, in a table of this many slots (a power of two).
pub(crate) fn first_slot(hash: u64, slots: usize) -> usize {
    usize::try_from(hash & (slots as u64).saturating_sub(1)).unwrap_or_default()
}

/// The part of the hash a slot keeps.
pub(crate) fn tag(hash: u64) -> u32 {
    u32::try_from(hash >> 32).unwrap_or_default()
}
