//! The archive a pack travels in: a ZIP file (APPNOTE 6.3) that any `unzip` opens, written in one way only.
//!
//! Files are stored, not compressed, sorted by path, with a fixed time. So every byte of the archive follows from
//! the files in it: a verifier writes it again and compares, and no byte can hide a change. Nothing unpacks to more
//! than its own size either, so there is no bomb to defuse.

use std::collections::HashMap;
use std::fmt;

/// The most files a pack may have: what a ZIP file counts without extensions.
const MAX_FILES: usize = 65_534;

/// The most bytes: what a ZIP file measures without extensions.
const MAX_BYTES: usize = u32::MAX as usize - 1;

const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;

/// Version 2.0 of the format is enough to read it.
const VERSION: u16 = 20;
/// Made on Unix, so that the permissions count.
const MADE_BY: u16 = 0x0300 | VERSION;
/// Names are UTF-8.
const FLAGS: u16 = 0x0800;
/// 1980-01-01, the format's first day: the manifest says when the pack was made.
const DATE: u16 = 0x0021;
/// A regular file that everybody may read.
const PERMISSIONS: u32 = 0o100_644 << 16;

/// The files of an archive. One that we write has them sorted by path, each path once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Archive {
    files: Vec<ArchiveFile>,
    /// Where the first file of each path stands.
    places: HashMap<String, usize>,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArchiveFile {
    /// Its path, with `/`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Why bytes are no archive of this kind, or files fit into none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArchiveError {
    /// At this byte it is not what it must be.
    Broken(usize),
    /// More files or bytes than the format counts.
    TooLarge,
}

impl fmt::Display for ArchiveError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Broken(offset) => write!(out, "the archive is broken at byte `{offset}`"),
            Self::TooLarge => out.write_str("the archive is larger than its format can say"),
        }
    }
}

impl std::error::Error for ArchiveError {}

impl Archive {
    /// Gathers files; the last one of a path wins.
    pub fn new(files: impl IntoIterator<Item = ArchiveFile>) -> Self {
        let mut files: Vec<ArchiveFile> = files.into_iter().collect();
        files.sort_by(|one, other| one.path.cmp(&other.path));
        files.reverse();
        files.dedup_by(|later, earlier| later.path == earlier.path);
        files.reverse();
        Self::of(files)
    }

    /// The archive of these files as they stand.
    fn of(files: Vec<ArchiveFile>) -> Self {
        let mut places = HashMap::with_capacity(files.len());
        for (place, file) in files.iter().enumerate() {
            places.entry(file.path.clone()).or_insert(place);
        }
        Self { files, places }
    }

    /// The files, as they stand.
    pub fn files(&self) -> &[ArchiveFile] {
        &self.files
    }

    /// The bytes of one file; of a path that stands twice, those of the first.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.places.get(path).map(|place| self.files[*place].bytes.as_slice())
    }

    /// Writes the archive.
    pub fn to_bytes(&self) -> Result<Vec<u8>, ArchiveError> {
        let total: usize = self.files.iter().map(|file| file.bytes.len() + 2 * file.path.len() + 128).sum();
        if self.files.len() > MAX_FILES || total > MAX_BYTES {
            return Err(ArchiveError::TooLarge);
        }
        let mut out = Vec::with_capacity(total);
        let mut directory = Vec::new();
        for file in &self.files {
            let offset = low_u32(out.len());
            let entry = Entry::of(file);
            put_u32(&mut out, LOCAL);
            entry.put(&mut out);
            out.extend_from_slice(file.path.as_bytes());
            out.extend_from_slice(&file.bytes);

            put_u32(&mut directory, CENTRAL);
            put_u16(&mut directory, MADE_BY);
            entry.put(&mut directory);
            for _ in ["comment length", "disk", "internal attributes"] {
                put_u16(&mut directory, 0);
            }
            put_u32(&mut directory, PERMISSIONS);
            put_u32(&mut directory, offset);
            directory.extend_from_slice(file.path.as_bytes());
        }
        let directory_at = low_u32(out.len());
        out.extend_from_slice(&directory);
        put_u32(&mut out, END);
        put_u32(&mut out, 0);
        for _ in ["on this disk", "in all"] {
            put_u16(&mut out, u16::try_from(self.files.len()).unwrap_or(u16::MAX));
        }
        put_u32(&mut out, low_u32(directory.len()));
        put_u32(&mut out, directory_at);
        put_u16(&mut out, 0);
        Ok(out)
    }

    /// Reads the files of an archive from its front, without believing its directory or its checksums.
    ///
    /// That nothing but these files is in the bytes is for the caller to see: by writing the archive again.
    pub fn parse(bytes: &[u8]) -> Result<Self, ArchiveError> {
        let mut files = Vec::new();
        let mut at = 0;
        while read_u32(bytes, at) == Some(LOCAL) {
            if files.len() == MAX_FILES {
                return Err(ArchiveError::TooLarge);
            }
            let broken = ArchiveError::Broken(at);
            let size = read_u32(bytes, at + 22).ok_or(broken)? as usize;
            let name_length = usize::from(read_u16(bytes, at + 26).ok_or(broken)?);
            let name_at = at + 30;
            let bytes_at = name_at + name_length;
            let name = bytes.get(name_at..bytes_at).ok_or(broken)?;
            let path = str::from_utf8(name).map_err(|_| ArchiveError::Broken(name_at))?.to_owned();
            let end = bytes_at.checked_add(size).ok_or(broken)?;
            let content = bytes.get(bytes_at..end).ok_or(broken)?.to_vec();
            files.push(ArchiveFile { path, bytes: content });
            at = end;
        }
        // An archive without files begins with its end.
        match read_u32(bytes, at) {
            Some(CENTRAL | END) => Ok(Self::of(files)),
            _ => Err(ArchiveError::Broken(at)),
        }
    }

    /// The first byte that would be other if these files were written again; `None`: the bytes are this archive.
    pub fn first_difference(&self, bytes: &[u8]) -> Option<usize> {
        let Ok(written) = Self::new(self.files.iter().cloned()).to_bytes() else { return Some(0) };
        let same = written.iter().zip(bytes).take_while(|(one, other)| one == other).count();
        (same < written.len().max(bytes.len())).then_some(same)
    }
}

/// What local header and directory say alike of a file.
struct Entry {
    checksum: u32,
    size: u32,
    name_length: u16,
}

impl Entry {
    fn of(file: &ArchiveFile) -> Self {
        Self {
            checksum: crc32fast::hash(&file.bytes),
            size: low_u32(file.bytes.len()),
            name_length: u16::try_from(file.path.len()).unwrap_or(u16::MAX),
        }
    }

    fn put(&self, out: &mut Vec<u8>) {
        for field in [VERSION, FLAGS, 0, 0, DATE] {
            put_u16(out, field);
        }
        for field in [self.checksum, self.size, self.size] {
            put_u32(out, field);
        }
        put_u16(out, self.name_length);
        put_u16(out, 0);
    }
}

/// Sizes are checked against [`MAX_BYTES`] before anything is written.
fn low_u32(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

fn put_u16(out: &mut Vec<u8>, value: u16) {
    out.extend_from_slice(&value.to_le_bytes());
}

fn put_u32(out: &mut Vec<u8>, value: u32) {
    out.extend_from_slice(&value.to_le_bytes());
}

fn read_u16(bytes: &[u8], at: usize) -> Option<u16> {
    let (field, _) = bytes.get(at..)?.split_first_chunk()?;
    Some(u16::from_le_bytes(*field))
}

fn read_u32(bytes: &[u8], at: usize) -> Option<u32> {
    let (field, _) = bytes.get(at..)?.split_first_chunk()?;
    Some(u32::from_le_bytes(*field))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn file(path: &str, bytes: &[u8]) -> ArchiveFile {
        ArchiveFile { path: path.to_owned(), bytes: bytes.to_vec() }
    }

    #[test]
    fn an_archive_is_read_back_and_is_the_only_way_to_write_it() {
        let archive = Archive::new([file("b/é.txt", b"two"), file("a.txt", b""), file("a.txt", b"one")]);
        assert_eq!(archive.get("a.txt"), Some(b"one".as_slice()));
        let bytes = archive.to_bytes().unwrap();
        let read = Archive::parse(&bytes).unwrap();
        assert_eq!(read, archive);
        assert_eq!(read.first_difference(&bytes), None);
    }

    #[test]
    fn a_change_of_any_single_bit_is_seen() {
        let archive = Archive::new([file("a.txt", b"one"), file("b.txt", b"two")]);
        let bytes = archive.to_bytes().unwrap();
        for at in 0..bytes.len() * 8 {
            let mut changed = bytes.clone();
            changed[at / 8] ^= 1 << (at % 8);
            let seen = Archive::parse(&changed).is_ok_and(|read| read.first_difference(&changed).is_none());
            assert!(!seen, "bit {at}");
        }
    }

    #[test]
    fn what_is_put_before_or_behind_is_seen() {
        let bytes = Archive::new([file("a.txt", b"one")]).to_bytes().unwrap();
        let behind = [bytes.as_slice(), b"x"].concat();
        assert_eq!(Archive::parse(&behind).unwrap().first_difference(&behind), Some(bytes.len()));
        let before = [b"x", bytes.as_slice()].concat();
        assert_eq!(Archive::parse(&before), Err(ArchiveError::Broken(0)));
        assert_eq!(Archive::parse(&bytes[..40]), Err(ArchiveError::Broken(38)));
    }

    proptest! {
        #[test]
        fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let bytes = [&LOCAL.to_le_bytes(), bytes.as_slice()].concat();
            let _ = Archive::parse(&bytes);
        }
    }
}
