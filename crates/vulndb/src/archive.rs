//! Archives of advisories, entry by entry: zip and tar, within limits, `.json` only.

use std::cell::Cell;
use std::fmt;
use std::io::{self, Read, Seek, SeekFrom};

use flate2::read::MultiGzDecoder;
use proofmark_text::{Text, text};

/// What an archive may be at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one entry, unpacked.
    pub entry_bytes: u64,
    /// Bytes of all entries, unpacked.
    pub total_bytes: u64,
    /// Entries, read or skipped.
    pub entries: u64,
    /// How many times its packed size an entry, or what was unpacked of a stream so far, may come to.
    pub ratio: u64,
    /// Bytes that are no bomb, however well they are packed.
    pub harmless: u64,
}

impl Default for Limits {
    /// Several times what the largest public collections need; a year of the NVD is one entry of some 200 MiB, packed to a
    /// fifteenth.
    fn default() -> Self {
        Self {
            entry_bytes: 1 << 30,
            total_bytes: 32 << 30,
            entries: 5_000_000,
            ratio: 100,
            harmless: 16 << 20,
        }
    }
}

/// Why an archive was not read to its end.
#[derive(Debug)]
pub enum ArchiveError<E> {
    /// It is no archive of its kind, is damaged, or the reading failed.
    Unreadable(String),
    /// This entry is larger than so many bytes.
    EntryTooLarge(String, u64),
    /// All entries are larger than so many bytes.
    TooLarge(u64),
    /// There are more than so many entries.
    TooMany(u64),
    /// This entry unpacks to more than so many times its packed size.
    Bomb(String, u64),
    /// This name leads out of the archive.
    Path(String),
    /// Whoever received an entry stopped.
    Stopped(E),
}

impl<E: fmt::Display> ArchiveError<E> {
    /// The sentence for the user; `None` where the receiver has its own.
    pub fn says(&self) -> Option<Text> {
        Some(match self {
            Self::Unreadable(reason) => text!("vulndb-archive-unreadable", reason = reason),
            Self::EntryTooLarge(name, limit) => {
                text!("vulndb-archive-entry-too-large", name = name, limit = *limit)
            }
            Self::TooLarge(limit) => text!("vulndb-archive-too-large", limit = *limit),
            Self::TooMany(limit) => text!("vulndb-archive-too-many", limit = *limit),
            Self::Bomb(name, limit) => text!("vulndb-archive-bomb", name = name, limit = *limit),
            Self::Path(name) => text!("vulndb-archive-path", name = name),
            Self::Stopped(_) => return None,
        })
    }
}

/// What was in an archive.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Walked {
    /// Entries handed on.
    pub read: u64,
    /// Entries of other kinds.
    pub skipped: u64,
    /// Bytes handed on.
    pub bytes: u64,
}

/// Hands every `.json` entry of a zip archive to `receive`, with its name.
pub fn walk_zip<E>(
    mut archive: impl Read + Seek,
    limits: &Limits,
    mut receive: impl FnMut(&str, &[u8]) -> Result<(), E>,
) -> Result<Walked, ArchiveError<E>> {
    let length = archive.seek(SeekFrom::End(0)).and_then(|end| archive.rewind().map(|()| end));
    let length = length.map_err(unreadable)?;
    let mut archive = zip::ZipArchive::new(archive).map_err(unreadable)?;
    let mut walk = Walk::new(limits);
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(unreadable)?;
        let name = entry.name().map_err(unreadable)?.into_owned();
        if walk.admits(&name, entry.is_file())? {
            // No entry takes more than the archive, whatever is written of it.
            let packed = entry.compressed_size().min(length);
            walk.take(&name, &mut entry, Some(packed))?;
            receive(&name, &walk.buffer).map_err(ArchiveError::Stopped)?;
        }
    }
    Ok(walk.walked)
}

/// Hands every `.json` entry of a tar archive to `receive`, with its name.
pub fn walk_tar<E>(
    archive: impl Read,
    limits: &Limits,
    receive: impl FnMut(&str, &[u8]) -> Result<(), E>,
) -> Result<Walked, ArchiveError<E>> {
    walk_unpacked_tar(archive, limits, None, receive)
}

/// The same for a tar archive packed by gzip. Its packed size is that of all that was read so far, as a stream
/// has no sizes of its own.
pub fn walk_tar_gz<E>(
    archive: impl Read,
    limits: &Limits,
    receive: impl FnMut(&str, &[u8]) -> Result<(), E>,
) -> Result<Walked, ArchiveError<E>> {
    let packed = Packed::default();
    walk_unpacked_tar(packed.unpacking(archive, limits), limits, Some(&packed), receive)
}

/// Whether what gzip packed, of which these are the first bytes, is a tar archive: `ustar` stands at 257.
pub fn packs_tar(start: &[u8]) -> bool {
    let mut unpacked = Vec::new();
    // The bytes end in the middle of the stream; what could be unpacked until then is there.
    let _ended = MultiGzDecoder::new(start).take(512).read_to_end(&mut unpacked);
    unpacked.get(257..262) == Some(b"ustar")
}

/// Hands the one document that gzip packed to `receive`, with this name.
pub fn walk_gz<E>(
    name: &str,
    archive: impl Read,
    limits: &Limits,
    mut receive: impl FnMut(&str, &[u8]) -> Result<(), E>,
) -> Result<Walked, ArchiveError<E>> {
    let packed = Packed::default();
    let mut unpacked = packed.unpacking(archive, limits);
    let mut walk = Walk::new(limits);
    walk.walked.read = 1;
    let taken = walk.take(name, &mut unpacked, None);
    taken.map_err(|error| packed.blame(error, name, limits))?;
    receive(name, &walk.buffer).map_err(ArchiveError::Stopped)?;
    Ok(walk.walked)
}

fn walk_unpacked_tar<E>(
    archive: impl Read,
    limits: &Limits,
    packed: Option<&Packed>,
    mut receive: impl FnMut(&str, &[u8]) -> Result<(), E>,
) -> Result<Walked, ArchiveError<E>> {
    // What is skipped is read too, so the whole stream is limited: headers, padding and all.
    let most = limits.total_bytes.saturating_add(limits.entries.saturating_mul(1024));
    let mut archive = tar::Archive::new(archive.take(most));
    let mut walk = Walk::new(limits);
    let mut name = String::new();
    let blame = |error, name: &str| match packed {
        Some(packed) => packed.blame(error, name, limits),
        None => error,
    };
    for entry in archive.entries().map_err(unreadable)? {
        let mut entry = entry.map_err(|error| blame(unreadable(error), &name))?;
        name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        if walk.admits(&name, entry.header().entry_type().is_file())? {
            walk.take(&name, &mut entry, None).map_err(|error| blame(error, &name))?;
            receive(&name, &walk.buffer).map_err(ArchiveError::Stopped)?;
        }
    }
    Ok(walk.walked)
}

/// A stream that gzip packed: what was read of it, and whether it burst.
#[derive(Debug, Default)]
struct Packed {
    read: Cell<u64>,
    burst: Cell<bool>,
}

impl Packed {
    /// What the stream unpacks to. It ends in an error as soon as that is too much for what was read, so that whoever reads it never
    /// holds more, be it an entry, a name or what is skipped.
    fn unpacking<'p, R: Read + 'p>(&'p self, archive: R, limits: &Limits) -> impl Read + 'p {
        let inner = MultiGzDecoder::new(Counted { inner: archive, count: &self.read });
        Swelling { inner, packed: self, unpacked: 0, ratio: limits.ratio, harmless: limits.harmless }
    }

    /// The error as what it is, if the stream burst.
    fn blame<E>(&self, error: ArchiveError<E>, name: &str, limits: &Limits) -> ArchiveError<E> {
        if self.burst.get() { ArchiveError::Bomb(name.to_owned(), limits.ratio) } else { error }
    }
}

struct Swelling<'p, R> {
    inner: R,
    packed: &'p Packed,
    unpacked: u64,
    ratio: u64,
    harmless: u64,
}

impl<R: Read> Read for Swelling<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.unpacked += read as u64;
        if self.unpacked > self.packed.read.get().saturating_mul(self.ratio).max(self.harmless) {
            self.packed.burst.set(true);
            return Err(io::ErrorKind::InvalidData.into());
        }
        Ok(read)
    }
}

/// Counts the bytes read through it.
struct Counted<'c, R> {
    inner: R,
    count: &'c Cell<u64>,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.count.set(self.count.get() + read as u64);
        Ok(read)
    }
}

/// The limits and what has been seen so far.
struct Walk<'l> {
    limits: &'l Limits,
    walked: Walked,
    buffer: Vec<u8>,
}

impl<'l> Walk<'l> {
    fn new(limits: &'l Limits) -> Self {
        Self { limits, walked: Walked::default(), buffer: Vec::new() }
    }

    /// Counts an entry and says whether it is to be read.
    fn admits<E>(&mut self, name: &str, is_file: bool) -> Result<bool, ArchiveError<E>> {
        if self.walked.read + self.walked.skipped >= self.limits.entries {
            return Err(ArchiveError::TooMany(self.limits.entries));
        }
        if !stays_inside(name) {
            return Err(ArchiveError::Path(name.to_owned()));
        }
        let is_json = name.len() > 5 && name.as_bytes()[name.len() - 5..].eq_ignore_ascii_case(b".json");
        let read = is_file && is_json;
        if read {
            self.walked.read += 1;
        } else {
            self.walked.skipped += 1;
        }
        Ok(read)
    }

    /// Reads an entry into the buffer. What the archive says of its size is not believed: the bytes count.
    fn take<E>(
        &mut self,
        name: &str,
        entry: &mut impl Read,
        packed: Option<u64>,
    ) -> Result<(), ArchiveError<E>> {
        let by_ratio = packed
            .map_or(u64::MAX, |packed| packed.saturating_mul(self.limits.ratio).max(self.limits.harmless));
        let left = self.limits.total_bytes - self.walked.bytes;
        let most = self.limits.entry_bytes.min(by_ratio).min(left);
        self.buffer.clear();
        entry.take(most.saturating_add(1)).read_to_end(&mut self.buffer).map_err(unreadable)?;
        let read = self.buffer.len() as u64;
        if read > most {
            let name = name.to_owned();
            return Err(match most {
                most if most == self.limits.entry_bytes => ArchiveError::EntryTooLarge(name, most),
                most if most == by_ratio => ArchiveError::Bomb(name, self.limits.ratio),
                _ => ArchiveError::TooLarge(self.limits.total_bytes),
            });
        }
        self.walked.bytes += read;
        Ok(())
    }
}

/// Nothing is ever written to these names, but a name that climbs is the mark of an archive made to harm.
fn stays_inside(name: &str) -> bool {
    let climbs = name.split(['/', '\\']).any(|part| part == "..");
    !climbs && !name.starts_with(['/', '\\']) && !name.contains('\0') && name.as_bytes().get(1) != Some(&b':')
}

fn unreadable<E>(reason: impl fmt::Display) -> ArchiveError<E> {
    ArchiveError::Unreadable(reason.to_string())
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::write::SimpleFileOptions;

    use super::*;

    fn zip(entries: &[(&str, &[u8])]) -> Cursor<Vec<u8>> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in entries {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap()
    }

    fn tar(entries: &[(&str, &[u8])]) -> Vec<u8> {
        let mut builder = tar::Builder::new(Vec::new());
        for (name, bytes) in entries {
            let mut header = tar::Header::new_gnu();
            header.set_size(bytes.len() as u64);
            header.set_mode(0o644);
            // The writer of this crate refuses the names that are tested here.
            header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
            header.set_cksum();
            builder.append(&header, *bytes).unwrap();
        }
        builder.into_inner().unwrap()
    }

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    type Seen = Vec<(String, Vec<u8>)>;

    fn both(entries: &[(&str, &[u8])], limits: &Limits) -> [Result<Seen, ArchiveError<io::Error>>; 2] {
        let mut seen = [Vec::new(), Vec::new()];
        let [of_zip, of_tar] = &mut seen;
        let zip = walk_zip(zip(entries), limits, |name, bytes| {
            of_zip.push((name.to_owned(), bytes.to_vec()));
            Ok(())
        });
        let tar = walk_tar(tar(entries).as_slice(), limits, |name, bytes| {
            of_tar.push((name.to_owned(), bytes.to_vec()));
            Ok(())
        });
        let [of_zip, of_tar] = seen;
        [zip.map(|_| of_zip), tar.map(|_| of_tar)]
    }

    #[test]
    fn only_json_entries_are_handed_on() {
        for seen in both(&[("a/b.json", b"{}"), ("README.md", b"x"), ("c.JSON", b"[]")], &Limits::default()) {
            let expected = [("a/b.json".to_owned(), b"{}".to_vec()), ("c.JSON".to_owned(), b"[]".to_vec())];
            assert_eq!(seen.unwrap(), expected);
        }
    }

    #[test]
    fn each_limit_stops_the_walk() {
        let entries: [(&str, &[u8]); 2] = [("a.json", &[b'x'; 100]), ("b.json", &[b'y'; 100])];
        let limits = Limits::default();
        for result in both(&entries, &Limits { entry_bytes: 99, ..limits }) {
            assert!(matches!(result, Err(ArchiveError::EntryTooLarge(name, 99)) if name == "a.json"));
        }
        for result in both(&entries, &Limits { total_bytes: 150, ..limits }) {
            assert!(matches!(result, Err(ArchiveError::TooLarge(150))));
        }
        for result in both(&entries, &Limits { entries: 1, ..limits }) {
            assert!(matches!(result, Err(ArchiveError::TooMany(1))));
        }
    }

    #[test]
    fn a_bomb_is_called_one() {
        let few = Limits { harmless: 1 << 20, ..Limits::default() };
        let zeros = vec![0; 4 << 20];
        let [zip, _] = both(&[("bomb.json", &zeros)], &few);
        assert!(matches!(zip, Err(ArchiveError::Bomb(name, 100)) if name == "bomb.json"));
        let packed = gzip(&tar(&[("bomb.json", &zeros)]));
        let receive = |_: &str, _: &[u8]| -> Result<(), io::Error> { Ok(()) };
        let found = walk_tar_gz(packed.as_slice(), &few, receive);
        assert!(matches!(found, Err(ArchiveError::Bomb(name, 100)) if name == "bomb.json"));
    }

    /// Two MiB that unpack to two GiB, and what was read of them until somebody refused. A megabyte stays harmless.
    fn read_of_a_bomb(walk: impl Fn(&mut dyn Read, &Limits) -> ArchiveError<io::Error>) -> (String, u64) {
        let member = gzip(&vec![0; 4 << 20]);
        let bomb = member.repeat(512);
        let read = Cell::new(0);
        let limits = Limits { harmless: 1 << 20, ..Limits::default() };
        let refused = walk(&mut Counted { inner: bomb.as_slice(), count: &read }, &limits);
        let ArchiveError::Bomb(name, _) = refused else { panic!("{refused:?}") };
        (name, read.get())
    }

    #[test]
    fn a_bomb_is_let_go_as_soon_as_it_swells() {
        let receive = |_: &str, _: &[u8]| -> Result<(), io::Error> { Ok(()) };
        let (name, read) =
            read_of_a_bomb(|bomb, limits| walk_gz("a.json", bomb, limits, receive).unwrap_err());
        assert!(name == "a.json" && read < 64 << 10, "{name} {read}");
        // A long name is held while it is read, and so is whatever stands in the way of an entry.
        for kind in [tar::EntryType::GNULongName, tar::EntryType::XHeader, tar::EntryType::Regular] {
            let mut header = tar::Header::new_gnu();
            header.set_entry_type(kind);
            header.set_size(2 << 30);
            header.set_path("b.json").unwrap();
            header.set_cksum();
            let begin = gzip(header.as_bytes());
            let (_, read) = read_of_a_bomb(|bomb, limits| {
                walk_tar_gz(begin.as_slice().chain(bomb), limits, receive).unwrap_err()
            });
            assert!(read < 64 << 10, "{kind:?} {read}");
        }
    }

    #[test]
    fn what_an_archive_says_of_an_entrys_packed_size_lets_it_unpack_to_no_more() {
        let mut bytes = zip(&[("a.json", &vec![0; 4 << 20])]).into_inner();
        let at = bytes.windows(4).rposition(|four| four == b"PK\x01\x02").unwrap();
        bytes[at + 20..at + 24].copy_from_slice(&(1_u32 << 30).to_le_bytes());
        let limits = Limits { harmless: 1 << 20, ..Limits::default() };
        let walked = walk_zip(Cursor::new(bytes), &limits, |_, _| Ok::<(), io::Error>(()));
        assert!(matches!(walked, Err(ArchiveError::Bomb(..))), "{walked:?}");
    }

    #[test]
    fn what_gzip_packs_alone_is_one_document() {
        let document = b"cve,epss,percentile\n".repeat(100);
        let packed = gzip(&document);
        assert!(!packs_tar(&packed));
        let mut seen = Vec::new();
        let mut receive = |name: &str, bytes: &[u8]| {
            seen.push((name.to_owned(), bytes.to_vec()));
            Ok::<(), io::Error>(())
        };
        walk_gz("epss.csv", packed.as_slice(), &Limits::default(), &mut receive).unwrap();
        let few = Limits { ratio: 2, harmless: 0, ..Limits::default() };
        let bomb = walk_gz("epss.csv", packed.as_slice(), &few, &mut receive);
        assert!(matches!(bomb, Err(ArchiveError::Bomb(name, 2)) if name == "epss.csv"));
        let large = walk_gz("a", packed.as_slice(), &Limits { entry_bytes: 9, ..few }, &mut receive);
        assert!(matches!(large, Err(ArchiveError::EntryTooLarge(..))));
        let cut = walk_gz("a", &packed[..packed.len() - 9], &Limits::default(), &mut receive);
        assert!(matches!(cut, Err(ArchiveError::Unreadable(_))));
        assert_eq!(seen, [("epss.csv".to_owned(), document)]);
        // What hardly packs, so that the archive is longer than the beginning that is looked at.
        let noise: Vec<u8> =
            (0..9_000_u32).map(|at| at.wrapping_mul(2_654_435_761).to_be_bytes()[1]).collect();
        let packed = gzip(&tar(&[("a.json", &noise)]));
        assert!(packs_tar(&packed));
        assert!(packs_tar(&packed[..512]), "the beginning is enough");
    }

    #[test]
    fn a_packed_tar_is_read_like_a_plain_one() {
        let packed = gzip(&tar(&[("a.json", b"{}"), ("b.txt", b"-"), ("c.json", b"[1]")]));
        let mut seen = Vec::new();
        let walked = walk_tar_gz(packed.as_slice(), &Limits::default(), |name, bytes| {
            seen.push((name.to_owned(), bytes.len()));
            Ok::<(), io::Error>(())
        });
        assert_eq!(walked.unwrap(), Walked { read: 2, skipped: 1, bytes: 5 });
        assert_eq!(seen, [("a.json".to_owned(), 2), ("c.json".to_owned(), 3)]);
    }

    #[test]
    fn a_name_that_leads_out_is_refused() {
        for name in ["../a.json", "/a.json", "a/../../b.json", "c:\\a.json", "..\\a.json"] {
            let [zip, tar] = both(&[(name, b"{}")], &Limits::default());
            assert!(matches!(zip, Err(ArchiveError::Path(_))), "{name}");
            assert!(matches!(tar, Err(ArchiveError::Path(_))), "{name}");
        }
    }

    #[test]
    fn what_is_no_archive_is_refused() {
        let receive = |_: &str, _: &[u8]| -> Result<(), io::Error> { Ok(()) };
        let zip = walk_zip(Cursor::new(b"not a zip".to_vec()), &Limits::default(), receive);
        assert!(matches!(zip, Err(ArchiveError::Unreadable(_))));
        let tar = walk_tar([b'x'; 1024].as_slice(), &Limits::default(), receive);
        assert!(matches!(tar, Err(ArchiveError::Unreadable(_))));
    }
}
