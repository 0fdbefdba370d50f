//! Archives of advisories, entry by entry: zip and tar, within limits, `.json` only.

use std::cell::Cell;
use std::fmt;
use std::io::{Read, Seek};

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
    /// How many times its packed size an entry may unpack to.
    pub ratio: u64,
}

impl Default for Limits {
    /// Several times what the largest public collections need; a year of the NVD is one entry of some 200 MiB.
    fn default() -> Self {
        Self { entry_bytes: 1 << 30, total_bytes: 32 << 30, entries: 5_000_000, ratio: 1_000 }
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
    archive: impl Read + Seek,
    limits: &Limits,
    mut receive: impl FnMut(&str, &[u8]) -> Result<(), E>,
) -> Result<Walked, ArchiveError<E>> {
    let mut archive = zip::ZipArchive::new(archive).map_err(unreadable)?;
    let mut walk = Walk::new(limits);
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(unreadable)?;
        let name = entry.name().map_err(unreadable)?.into_owned();
        if walk.admits(&name, entry.is_file())? {
            let packed = entry.compressed_size();
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
    let packed = Cell::new(0);
    let counted = Counted { inner: archive, count: &packed };
    walk_unpacked_tar(MultiGzDecoder::new(counted), limits, Some(&packed), receive)
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
    let packed = Cell::new(0);
    let mut unpacked = MultiGzDecoder::new(Counted { inner: archive, count: &packed });
    let mut walk = Walk::new(limits);
    walk.walked.read = 1;
    walk.take(name, &mut unpacked, None)?;
    if walk.walked.bytes > packed.get().max(1).saturating_mul(limits.ratio) {
        return Err(ArchiveError::Bomb(name.to_owned(), limits.ratio));
    }
    receive(name, &walk.buffer).map_err(ArchiveError::Stopped)?;
    Ok(walk.walked)
}

fn walk_unpacked_tar<E>(
    archive: impl Read,
    limits: &Limits,
    packed: Option<&Cell<u64>>,
    mut receive: impl FnMut(&str, &[u8]) -> Result<(), E>,
) -> Result<Walked, ArchiveError<E>> {
    // What is skipped is read too, so the whole stream is limited: headers, padding and all.
    let most = limits.total_bytes.saturating_add(limits.entries.saturating_mul(1024));
    let mut archive = tar::Archive::new(archive.take(most));
    let mut walk = Walk::new(limits);
    for entry in archive.entries().map_err(unreadable)? {
        let mut entry = entry.map_err(unreadable)?;
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        if walk.admits(&name, entry.header().entry_type().is_file())? {
            walk.take(&name, &mut entry, None)?;
            let by_ratio = packed.map_or(u64::MAX, |packed| packed.get().saturating_mul(limits.ratio));
            if walk.walked.bytes > by_ratio {
                return Err(ArchiveError::Bomb(name, limits.ratio));
            }
            receive(&name, &walk.buffer).map_err(ArchiveError::Stopped)?;
        }
    }
    Ok(walk.walked)
}

/// Counts the bytes read through it.
struct Counted<'c, R> {
    inner: R,
    count: &'c Cell<u64>,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
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
        let by_ratio = packed.map_or(u64::MAX, |packed| packed.max(1).saturating_mul(self.limits.ratio));
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
    use std::io::{self, Cursor, Write};

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
        let zeros = vec![0; 4 << 20];
        let [zip, _] = both(&[("bomb.json", &zeros)], &Limits { ratio: 100, ..Limits::default() });
        assert!(matches!(zip, Err(ArchiveError::Bomb(name, 100)) if name == "bomb.json"));
        let packed = gzip(&tar(&[("bomb.json", &zeros)]));
        let receive = |_: &str, _: &[u8]| -> Result<(), io::Error> { Ok(()) };
        let found = walk_tar_gz(packed.as_slice(), &Limits { ratio: 100, ..Limits::default() }, receive);
        assert!(matches!(found, Err(ArchiveError::Bomb(name, 100)) if name == "bomb.json"));
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
        let few = Limits { ratio: 2, ..Limits::default() };
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
