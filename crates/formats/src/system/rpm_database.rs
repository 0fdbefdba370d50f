//! The database of rpm in a root file system: `rpmdb.sqlite`, `Packages.db` (ndb), and `Packages` (Berkeley DB).

use std::borrow::Cow;

use proofmark_facts::{Place, Problem, Read, Sbom};
use proofmark_text::text;

use super::distribution::Distribution;
use super::installed::{Installed, Managed, list};
use super::rpm_bdb::BrokenAt;
use super::rpm_header::{RpmHeader, Tag};
use super::{rpm_bdb, rpm_ndb, rpm_sqlite};
use crate::Limits;

/// Reads the packages that are installed. The source package is the file rpm names (`openssl-3.0.7-24.el9.src.rpm`), without its
/// ending. A package needs others by what they provide; what is needed by the name of a file is not followed.
pub fn read_rpm_database(bytes: &[u8], distribution: Option<&Distribution>, limits: &Limits) -> Read<Sbom> {
    let refuse = |says| Read::refused(Problem::error(Place::default(), says));
    if bytes.len() > limits.bytes {
        return refuse(text!("formats-too-long", bytes = bytes.len(), most = limits.bytes));
    }
    let headers = if bytes.starts_with(rpm_sqlite::MAGIC) {
        rpm_sqlite::rpm_headers(bytes)
    } else if bytes.starts_with(rpm_ndb::MAGIC) {
        rpm_ndb::rpm_headers(bytes).map(|all| all.into_iter().map(Cow::Borrowed).collect())
    } else if rpm_bdb::is_hash(bytes) {
        match rpm_bdb::rpm_headers(bytes) {
            Ok(headers) => Some(headers),
            Err(BrokenAt(page)) => return refuse(text!("generate-rpm-page", page = page as u64)),
        }
    } else {
        None
    };
    let packages =
        headers.as_ref().and_then(|all| all.iter().map(|it| Package::read(it)).collect::<Option<Vec<_>>>());
    let Some(packages) = packages else { return refuse(text!("generate-rpm-broken")) };
    // Keys that packages are signed with stand among them.
    let packages: Vec<Installed<'_>> = packages
        .iter()
        .filter(|it| it.name != "gpg-pubkey")
        .enumerate()
        .map(|(at, it)| it.installed(at))
        .collect();
    let managed = Managed { kind: "rpm", otherwise: "rpm", format: "rpm database" };
    list(&packages, &managed, distribution, limits)
}

struct Package<'a> {
    name: &'a str,
    version: String,
    epoch: String,
    header: RpmHeader<'a>,
}

impl<'a> Package<'a> {
    /// `None`: it is no header, or has no name or version.
    fn read(bytes: &'a [u8]) -> Option<Self> {
        let header = RpmHeader::read(bytes)?;
        let (name, version) = (header.text(Tag::NAME), header.text(Tag::VERSION));
        let epoch = header.number(Tag::EPOCH).filter(|epoch| *epoch > 0);
        (!name.is_empty() && !version.is_empty()).then(|| Self {
            name,
            version: format!("{version}-{}", header.text(Tag::RELEASE)),
            epoch: epoch.map(|epoch| epoch.to_string()).unwrap_or_default(),
            header,
        })
    }

    fn installed(&self, at: usize) -> Installed<'_> {
        let source = self.header.text(Tag::SOURCE_RPM);
        let source = source.strip_suffix(".src.rpm").or_else(|| source.strip_suffix(".nosrc.rpm"));
        Installed {
            line: at + 1,
            name: self.name,
            version: &self.version,
            epoch: &self.epoch,
            architecture: self.header.text(Tag::ARCH),
            upstream: source.map(str::to_owned),
            licence: self.header.text(Tag::LICENSE),
            supplier: self.header.text(Tag::VENDOR),
            provides: self.header.texts(Tag::PROVIDES).collect(),
            needs: self.header.texts(Tag::REQUIRES).map(|need| vec![need]).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The headers rpm 4.18 wrote of two packages made for it.
    const SQLITE: &[u8] = include_bytes!("../../tests/data/rpmdb.sqlite");

    /// The same twelve times, in pages of 512 bytes: rows go on in other pages, and the table is a tree of several.
    const SMALL_PAGES: &[u8] = include_bytes!("../../tests/data/rpmdb-small-pages.sqlite");

    /// Those of the small pages as Berkeley DB 5.3 keeps them: its pages are as small, and the headers lie on others.
    const HASH_SMALL_PAGES: &[u8] = include_bytes!("../../tests/data/rpm-packages-small-pages.db");

    /// Those of the first as a machine with the other order of bytes keeps them, in pages they fit into.
    const HASH_BIG_ENDIAN: &[u8] = include_bytes!("../../tests/data/rpm-packages-big-endian.db");

    fn called(read: &Read<Sbom>) -> Vec<String> {
        read.value.iter().flat_map(|sbom| &sbom.components).map(proofmark_facts::Component::called).collect()
    }

    const EXPECTED: [&str; 2] = [
        "pkg:rpm/rhel/openssl-libs@3.0.7-24.el9?arch=x86_64&distro=rhel-9.3&epoch=1&upstream=openssl-libs-3.0.7-24.el9",
        "pkg:rpm/rhel/curl@7.76.1-26.el9?arch=x86_64&distro=rhel-9.3&upstream=curl-7.76.1-26.el9",
    ];

    fn system() -> Distribution {
        Distribution { id: "rhel".into(), release: "9.3".into(), pretty_name: None }
    }

    #[test]
    fn what_rpm_wrote_is_read_with_epoch_source_and_needs() {
        let read = read_rpm_database(SQLITE, Some(&system()), &Limits::default());
        assert!(read.problems.is_empty(), "{:?}", read.problems);
        assert_eq!(called(&read), EXPECTED);
        let sbom = read.value.unwrap();
        assert_eq!(sbom.dependencies, [(1, 0)]);
        assert_eq!(
            (sbom.components[0].licences.as_slice(), sbom.components[0].supplier.as_deref()),
            (&["ASL 2.0".to_owned()][..], Some("Example Linux"))
        );
    }

    #[test]
    fn the_same_headers_in_ndb_say_the_same() {
        let headers = rpm_sqlite::rpm_headers(SQLITE).unwrap();
        let mut file = [MAGIC_AND_REST.as_slice(), &[0; 12]].concat();
        let mut blobs = Vec::new();
        for (at, header) in headers.iter().enumerate() {
            let number = u32::try_from(at + 1).unwrap();
            let block = u32::try_from((4096 + blobs.len()) / 16).unwrap();
            file.extend(b"Slot");
            for value in [number, block, 0] {
                file.extend(value.to_le_bytes());
            }
            blobs.extend(b"BlbS");
            for value in [number, 7, u32::try_from(header.len()).unwrap()] {
                blobs.extend(value.to_le_bytes());
            }
            blobs.extend_from_slice(header);
            blobs.resize(blobs.len().next_multiple_of(16), 0);
        }
        while file.len() < 4096 {
            file.extend(b"Slot\0\0\0\0\0\0\0\0\0\0\0\0");
        }
        file.extend(blobs);
        assert_eq!(called(&read_rpm_database(&file, Some(&system()), &Limits::default())), EXPECTED);
        file.truncate(5000);
        assert_eq!(
            read_rpm_database(&file, None, &Limits::default()).problems[0].says.id(),
            "generate-rpm-broken"
        );
    }

    /// Magic, version, generation, one page of slots, and one of four words that are kept free.
    const MAGIC_AND_REST: [u8; 20] = *b"RpmP\0\0\0\0\x05\0\0\0\x01\0\0\0\0\0\0\0";

    #[test]
    fn the_same_headers_in_a_hash_of_berkeley_db_say_the_same() {
        for (bytes, times) in [(HASH_SMALL_PAGES, 12), (HASH_BIG_ENDIAN, 1)] {
            let read = read_rpm_database(bytes, Some(&system()), &Limits::default());
            assert!(read.problems.is_empty(), "{:?}", read.problems);
            assert_eq!(called(&read), EXPECTED.repeat(times));
        }
    }

    #[test]
    fn a_broken_hash_is_told_with_its_page_and_none_goes_round_in_circles() {
        const PAGE: usize = 512;
        let told = |bytes: &[u8]| {
            let read = read_rpm_database(bytes, None, &Limits::default());
            assert!(read.value.is_none());
            read.problems[0].says.to_string()
        };
        let at = |page: usize| {
            format!(
                "page {page} of the database of rpm is not there, or written in a way that is not known here"
            )
        };
        let changed = |place: usize, with: &[u8]| {
            let mut bytes = HASH_SMALL_PAGES.to_vec();
            bytes[place..place + with.len()].copy_from_slice(with);
            told(&bytes)
        };
        let kinds = |kind: u8| {
            (0..HASH_SMALL_PAGES.len() / PAGE).filter(move |page| HASH_SMALL_PAGES[page * PAGE + 25] == kind)
        };
        let (bucket, overflow) = (kinds(13).next().unwrap(), kinds(7).next().unwrap());
        let count = HASH_SMALL_PAGES.len() / PAGE;
        assert_eq!(told(&HASH_SMALL_PAGES[..HASH_SMALL_PAGES.len() - 1]), at(count - 1));
        assert_eq!(told(&HASH_SMALL_PAGES[..100]), at(1));
        // Another version, no power of two, encrypted, with sums.
        for (place, with) in [(16, 7), (20, 1), (24, 1), (26, 1)] {
            assert_eq!(changed(place, &[with]), at(0));
        }
        // A page that goes on in itself and holds nothing, and one that goes on nowhere.
        let mut circle = HASH_SMALL_PAGES.to_vec();
        for page in kinds(7) {
            circle[page * PAGE + 16..page * PAGE + 20]
                .copy_from_slice(&u32::try_from(page).unwrap().to_le_bytes());
            circle[page * PAGE + 22..page * PAGE + 24].fill(0);
        }
        assert!(told(&circle).contains("of the database of rpm is not there"));
        assert_eq!(changed(overflow * PAGE + 16, &[0; 4]), at(0));
        assert_eq!(changed(overflow * PAGE + 25, &[0]), at(overflow));
        assert_eq!(changed(overflow * PAGE + 22, &[0xff; 2]), at(overflow));
        // A key without a value, an item over the page's own words, and more items than fit.
        let items =
            u16::from_le_bytes([HASH_SMALL_PAGES[bucket * PAGE + 20], HASH_SMALL_PAGES[bucket * PAGE + 21]]);
        assert_eq!(changed(bucket * PAGE + 20, &(items - 1).to_le_bytes()), at(bucket));
        assert_eq!(changed(bucket * PAGE + 26, &[0, 0]), at(bucket));
        assert_eq!(changed(bucket * PAGE + 20, &[0xff, 0xff]), at(bucket));
        // No byte of a page says anything at which reading does not end.
        for place in (0..PAGE).chain(bucket * PAGE..(bucket + 1) * PAGE) {
            let mut bytes = HASH_SMALL_PAGES.to_vec();
            bytes[place] ^= 0x55;
            let _ = read_rpm_database(&bytes, None, &Limits::default());
        }
    }

    #[test]
    fn a_tree_of_pages_and_rows_of_many_pages_are_read_and_broken_files_end() {
        assert_eq!(
            called(&read_rpm_database(SMALL_PAGES, Some(&system()), &Limits::default())),
            EXPECTED.repeat(12)
        );
        let refused = |bytes: &[u8]| read_rpm_database(bytes, None, &Limits::default()).value.is_none();
        assert!(refused(b"\0\0\0\0\0\0\0\0\0\0\0\0\x61\x15\x06\0") && refused(b""));
        for cut in [20, 100, 5000, SQLITE.len() / 2] {
            let _ = read_rpm_database(&SQLITE[..cut], None, &Limits::default());
        }
        assert!(refused(&SQLITE[..4096]));
        // A page that is its own child.
        let mut circle = SQLITE.to_vec();
        circle[4096] = 5;
        circle[4096 + 8..4096 + 12].copy_from_slice(&2_u32.to_be_bytes());
        assert!(refused(&circle));
    }
}
