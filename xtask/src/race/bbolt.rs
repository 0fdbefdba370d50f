//! Writes a database file of bbolt, the key-value store in which Trivy keeps its advisories: sorted once, never changed.
//!
//! The format is that of go.etcd.io/bbolt, version 2: pages of 4 KiB, B+ trees of sorted keys, buckets inside buckets.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::run::Complaint;

/// A bucket: what is under each key.
pub(crate) type Bucket = BTreeMap<String, Entry>;

/// What is under a key.
#[derive(Debug)]
pub(crate) enum Entry {
    /// Bytes.
    Value(Vec<u8>),
    /// A bucket of its own.
    Bucket(Bucket),
}

impl Entry {
    /// The bucket that is to be under a key, made where nothing is yet.
    pub(crate) fn bucket_in<'a>(bucket: &'a mut Bucket, key: &str) -> &'a mut Bucket {
        let entry = bucket.entry(key.to_owned()).or_insert_with(|| Self::Bucket(Bucket::new()));
        if let Self::Value(_) = entry {
            *entry = Self::Bucket(Bucket::new());
        }
        match entry {
            Self::Bucket(inner) => inner,
            Self::Value(_) => unreachable!("it was made a bucket just above"),
        }
    }
}

const PAGE: usize = 4096;
/// A small bucket without buckets of its own lies in its parent's page; bbolt's limit is a quarter of a page.
const INLINE: usize = PAGE / 4;
const PAGE_HEADER: usize = 16;
const ELEMENT: usize = 16;

const BRANCH: u16 = 0x01;
const LEAF: u16 = 0x02;
const META: u16 = 0x04;
const FREELIST: u16 = 0x10;
/// The flag of an element that is a bucket.
const IS_BUCKET: u32 = 0x01;

const MAGIC: u32 = 0xED0C_DAED;
const VERSION: u32 = 2;

/// Writes the root bucket as a whole database.
pub(crate) fn write(file: &Path, root: &Bucket) -> Result<(), Complaint> {
    let mut pages = Pages { bytes: vec![0; 4 * PAGE] };
    let items = pages.items(root)?;
    let root_page = pages.tree(&items)?;
    pages.finish(root_page)?;
    fs::write(file, pages.bytes).map_err(|error| format!("`{}` cannot be written: {error}", file.display()))
}

/// A key, what is under it, and whether that is a bucket.
struct Item {
    flags: u32,
    key: Vec<u8>,
    value: Vec<u8>,
}

impl Item {
    fn size(&self) -> usize {
        ELEMENT + self.key.len() + self.value.len()
    }
}

/// The file as it grows. The first four pages are two copies of the meta page, the list of free pages (there are none)
/// and an empty leaf.
struct Pages {
    bytes: Vec<u8>,
}

impl Pages {
    fn items(&mut self, bucket: &Bucket) -> Result<Vec<Item>, Complaint> {
        let mut items = Vec::with_capacity(bucket.len());
        for (key, entry) in bucket {
            let (flags, value) = match entry {
                Entry::Value(value) => (0, value.clone()),
                Entry::Bucket(inner) => (IS_BUCKET, self.bucket(inner)?),
            };
            items.push(Item { flags, key: key.clone().into_bytes(), value });
        }
        Ok(items)
    }

    /// A bucket as the value under its key: the page of its root and a counter, then, for a small one, its only page.
    fn bucket(&mut self, bucket: &Bucket) -> Result<Vec<u8>, Complaint> {
        let items = self.items(bucket)?;
        let size = PAGE_HEADER + items.iter().map(Item::size).sum::<usize>();
        let flat = items.iter().all(|item| item.flags != IS_BUCKET);
        let (root, inline) =
            if flat && size <= INLINE { (0, leaf(0, &items)?) } else { (self.tree(&items)?, Vec::new()) };
        let mut value = Vec::with_capacity(16 + inline.len());
        value.extend(root.to_le_bytes());
        value.extend(0_u64.to_le_bytes());
        value.extend(inline);
        Ok(value)
    }

    /// Lays sorted items out as a B+ tree and says which page is its root.
    fn tree(&mut self, items: &[Item]) -> Result<u64, Complaint> {
        let mut level: Vec<(Vec<u8>, u64)> = Vec::new();
        for run in runs(items, Item::size, 1) {
            let first = run.first().map(|item| item.key.clone()).unwrap_or_default();
            let page = self.next();
            self.push(leaf(page, run)?);
            level.push((first, page));
        }
        while level.len() > 1 {
            let mut above = Vec::new();
            // A branch with a single child would make the tree no lower.
            for run in runs(&level, |(key, _)| ELEMENT + key.len(), 2) {
                let page = self.next();
                self.push(branch(page, run)?);
                above.push((run[0].0.clone(), page));
            }
            level = above;
        }
        level.first().map(|(_, page)| *page).ok_or_else(|| "a bucket has no page".to_owned())
    }

    fn next(&self) -> u64 {
        (self.bytes.len() / PAGE) as u64
    }

    fn push(&mut self, page: Vec<u8>) {
        self.bytes.extend(page);
        self.bytes.resize(self.bytes.len().next_multiple_of(PAGE), 0);
    }

    fn finish(&mut self, root: u64) -> Result<(), Complaint> {
        let pages = self.next();
        for copy in 0..2_u64 {
            let mut meta = Vec::new();
            meta.extend(MAGIC.to_le_bytes());
            meta.extend(VERSION.to_le_bytes());
            meta.extend(narrow(PAGE)?.to_le_bytes());
            meta.extend(0_u32.to_le_bytes());
            // The root bucket and its counter, the page of the free list, the first page after the last, the transaction.
            for number in [root, 0, 2, pages, copy] {
                meta.extend(number.to_le_bytes());
            }
            meta.extend(fnv64a(&meta).to_le_bytes());
            let mut page = header(copy, META, 0, 0)?;
            page.extend(meta);
            self.place(copy, &page)?;
        }
        self.place(2, &header(2, FREELIST, 0, 0)?)?;
        self.place(3, &header(3, LEAF, 0, 0)?)
    }

    fn place(&mut self, page: u64, bytes: &[u8]) -> Result<(), Complaint> {
        let at = usize::try_from(page).map_err(|error| error.to_string())? * PAGE;
        self.bytes[at..at + bytes.len()].copy_from_slice(bytes);
        Ok(())
    }
}

/// Cuts sorted items into runs that fill a page each, none of fewer than so many; one empty run where there is nothing.
fn runs<T>(items: &[T], size: impl Fn(&T) -> usize, least: usize) -> Vec<&[T]> {
    let mut found = Vec::new();
    let (mut from, mut filled) = (0, PAGE_HEADER);
    for (at, item) in items.iter().enumerate() {
        let more = size(item);
        if at >= from + least && filled + more > PAGE {
            found.push(&items[from..at]);
            (from, filled) = (at, PAGE_HEADER);
        }
        filled += more;
    }
    found.push(&items[from..]);
    found
}

fn leaf(page: u64, items: &[Item]) -> Result<Vec<u8>, Complaint> {
    let body: usize = items.iter().map(|item| item.key.len() + item.value.len()).sum();
    let mut bytes = header(page, LEAF, items.len(), items.len() * ELEMENT + body)?;
    // An element says how far behind itself its key begins.
    let mut distance = items.len() * ELEMENT;
    for item in items {
        bytes.extend(item.flags.to_le_bytes());
        for number in [distance, item.key.len(), item.value.len()] {
            bytes.extend(narrow(number)?.to_le_bytes());
        }
        distance = distance - ELEMENT + item.key.len() + item.value.len();
    }
    for item in items {
        bytes.extend(&item.key);
        bytes.extend(&item.value);
    }
    Ok(bytes)
}

fn branch(page: u64, children: &[(Vec<u8>, u64)]) -> Result<Vec<u8>, Complaint> {
    let body: usize = children.iter().map(|(key, _)| key.len()).sum();
    let mut bytes = header(page, BRANCH, children.len(), children.len() * ELEMENT + body)?;
    let mut distance = children.len() * ELEMENT;
    for (key, child) in children {
        bytes.extend(narrow(distance)?.to_le_bytes());
        bytes.extend(narrow(key.len())?.to_le_bytes());
        bytes.extend(child.to_le_bytes());
        distance = distance - ELEMENT + key.len();
    }
    for (key, _) in children {
        bytes.extend(key);
    }
    Ok(bytes)
}

/// Which page it is, of what kind, with how many elements, and how many more pages belong to it.
fn header(page: u64, kind: u16, elements: usize, body: usize) -> Result<Vec<u8>, Complaint> {
    let elements = u16::try_from(elements).map_err(|_| "too many keys for one page".to_owned())?;
    let more = (PAGE_HEADER + body).div_ceil(PAGE) - 1;
    let mut bytes = Vec::with_capacity(PAGE_HEADER + body);
    bytes.extend(page.to_le_bytes());
    bytes.extend(kind.to_le_bytes());
    bytes.extend(elements.to_le_bytes());
    bytes.extend(narrow(more)?.to_le_bytes());
    Ok(bytes)
}

fn narrow(number: usize) -> Result<u32, Complaint> {
    u32::try_from(number).map_err(|_| format!("{number} is more than the format can say"))
}

/// The checksum of a meta page: FNV-1a of 64 bits.
fn fnv64a(bytes: &[u8]) -> u64 {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn u64_at(bytes: &[u8], at: usize) -> u64 {
        u64::from_le_bytes(bytes[at..at + 8].try_into().unwrap())
    }

    fn u32_at(bytes: &[u8], at: usize) -> usize {
        u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize
    }

    /// Reads a bucket's values back by walking the tree from the page of its root, as bbolt does.
    fn read(file: &[u8], page: &[u8], into: &mut Vec<(String, Vec<u8>, bool)>) {
        let kind = u16::from_le_bytes([page[8], page[9]]);
        for number in 0..usize::from(u16::from_le_bytes([page[10], page[11]])) {
            let element = PAGE_HEADER + number * ELEMENT;
            if kind == BRANCH {
                let child = usize::try_from(u64_at(page, element + 8)).unwrap();
                read(file, &file[child * PAGE..], into);
                continue;
            }
            assert_eq!(kind, LEAF);
            let key = element + u32_at(page, element + 4);
            let value = key + u32_at(page, element + 8);
            let end = value + u32_at(page, element + 12);
            let name = String::from_utf8(page[key..value].to_vec()).unwrap();
            into.push((name, page[value..end].to_vec(), u32_at(page, element) == 1));
        }
    }

    fn inside(file: &[u8], bucket: &[u8]) -> Vec<(String, Vec<u8>, bool)> {
        let mut found = Vec::new();
        match usize::try_from(u64_at(bucket, 0)).unwrap() {
            0 => read(file, &bucket[16..], &mut found),
            page => read(file, &file[page * PAGE..], &mut found),
        }
        found
    }

    #[test]
    fn the_checksum_is_that_of_the_published_examples() {
        assert_eq!(fnv64a(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv64a(b"foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn every_key_of_a_deep_tree_a_small_bucket_and_a_long_value_is_found_again() {
        let mut root = Bucket::new();
        let many = Entry::bucket_in(&mut root, "go::OSV");
        for number in 0..5_000 {
            let package = Entry::bucket_in(many, &format!("example.com/package-{number:04}"));
            package.insert("GO-1".to_owned(), Entry::Value(format!("value {number}").into_bytes()));
        }
        let long = Entry::bucket_in(&mut root, "vulnerability");
        long.insert("GO-1".to_owned(), Entry::Value(vec![b'x'; 3 * PAGE]));
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("trivy.db");
        write(&path, &root).unwrap();
        let file = fs::read(&path).unwrap();

        for copy in [0, PAGE] {
            let meta = &file[copy + PAGE_HEADER..];
            assert_eq!(u32_at(meta, 0), MAGIC as usize);
            assert_eq!(u64_at(meta, 56), fnv64a(&meta[..56]));
            assert_eq!(u64_at(meta, 40), (file.len() / PAGE) as u64);
        }
        let mut buckets = Vec::new();
        read(&file, &file[usize::try_from(u64_at(&file, PAGE_HEADER + 16)).unwrap() * PAGE..], &mut buckets);
        assert_eq!(
            buckets.iter().map(|(name, _, _)| name.as_str()).collect::<Vec<_>>(),
            ["go::OSV", "vulnerability"]
        );
        assert!(buckets.iter().all(|(_, _, is_bucket)| *is_bucket));
        let packages = inside(&file, &buckets[0].1);
        assert_eq!(packages.len(), 5_000);
        assert!(packages.is_sorted_by(|one, other| one.0 < other.0));
        let (name, package, _) = &packages[4_321];
        assert_eq!(name, "example.com/package-4321");
        assert_eq!(inside(&file, package), [("GO-1".to_owned(), b"value 4321".to_vec(), false)]);
        assert_eq!(inside(&file, &buckets[1].1)[0].1, vec![b'x'; 3 * PAGE]);
    }
}
