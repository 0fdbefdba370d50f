//! The rows of one table of an SQLite file (<https://www.sqlite.org/fileformat2.html>), as far as rpm's database needs it: this room
//! holds no SQL, and a file that was never opened as a database can be read as one nowhere else.

use std::borrow::Cow;

/// Every SQLite file begins so.
pub(super) const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Reads pages.
struct Pages<'a> {
    bytes: &'a [u8],
    size: usize,
    usable: usize,
    /// How many more pages may be gone through: a page of a tree stands in it once.
    left: usize,
    /// How many more bytes rows may be put together from: a byte of the file is in one row at most.
    unread: usize,
}

/// The packages' headers; `None`: the file is cut off, or has no such table.
pub(super) fn rpm_headers(bytes: &[u8]) -> Option<Vec<Cow<'_, [u8]>>> {
    let size = match u16::from_be_bytes([*bytes.get(16)?, *bytes.get(17)?]) {
        1 => 65_536,
        size => usize::from(size),
    };
    let usable = size.checked_sub(usize::from(*bytes.get(20)?))?;
    // SQLite allows no smaller ones.
    if size < 512 || usable < 480 {
        return None;
    }
    let left = bytes.len() / size;
    let mut pages = Pages { bytes, size, usable, left, unread: bytes.len() };
    let schema = pages.rows(1)?;
    let root = schema.iter().find_map(|row| {
        let (kind, name, root) = (column(row, 0)?, column(row, 1)?, column(row, 3)?);
        (kind.1 == b"table" && name.1 == b"Packages").then(|| integer(root.1))
    })?;
    (pages.left, pages.unread) = (left, bytes.len());
    let rows = pages.rows(u32::try_from(root).ok()?)?;
    Some(rows.into_iter().filter_map(blob).collect())
}

/// The second column of a row, if it is a blob.
fn blob(row: Cow<'_, [u8]>) -> Option<Cow<'_, [u8]>> {
    let (kind, value) = column(&row, 1)?;
    if kind < 12 || kind % 2 == 1 {
        return None;
    }
    // A value is a part of its row.
    let from = value.as_ptr() as usize - row.as_ptr() as usize;
    let length = value.len();
    Some(match row {
        Cow::Borrowed(row) => Cow::Borrowed(&row[from..from + length]),
        Cow::Owned(row) => Cow::Owned(row[from..from + length].to_vec()),
    })
}

impl<'a> Pages<'a> {
    fn page(&self, number: u32) -> Option<&'a [u8]> {
        let from = usize::try_from(number.checked_sub(1)?).ok()?.checked_mul(self.size)?;
        self.bytes.get(from..from.checked_add(self.usable)?)
    }

    /// The rows of a table, from its root page, in their order.
    fn rows(&mut self, root: u32) -> Option<Vec<Cow<'a, [u8]>>> {
        let mut rows = Vec::new();
        let mut waiting = vec![root];
        while let Some(number) = waiting.pop() {
            self.left = self.left.checked_sub(1)?;
            let page = self.page(number)?;
            // The first page has the file's own header before its own.
            let head = if number == 1 { 100 } else { 0 };
            let cells = usize::from(short(page, head + 3)?);
            match page.get(head)? {
                0x05 => {
                    let below =
                        (0..cells).map(|at| long(page, usize::from(short(page, head + 12 + 2 * at)?)));
                    let mut below: Vec<u32> = below.collect::<Option<_>>()?;
                    below.push(long(page, head + 8)?);
                    waiting.extend(below.into_iter().rev());
                }
                0x0d => {
                    for at in 0..cells {
                        rows.push(self.row(page, usize::from(short(page, head + 8 + 2 * at)?))?);
                    }
                }
                _ => return None,
            }
        }
        Some(rows)
    }

    /// A row, put together where it does not fit into its page.
    fn row(&mut self, page: &'a [u8], at: usize) -> Option<Cow<'a, [u8]>> {
        let (length, at) = varint(page, at)?;
        let (_, at) = varint(page, at)?;
        let length = usize::try_from(length).ok()?;
        self.unread = self.unread.checked_sub(length)?;
        let most = self.usable - 35;
        if length <= most {
            return page.get(at..at.checked_add(length)?).map(Cow::Borrowed);
        }
        let least = (self.usable - 12) * 32 / 255 - 23;
        let here = least + (length - least) % (self.usable - 4);
        let here = if here <= most { here } else { least };
        let mut row = page.get(at..at.checked_add(here)?)?.to_vec();
        let mut next = long(page, at + here)?;
        while row.len() < length {
            let page = self.page(next)?;
            next = long(page, 0)?;
            let more = (length - row.len()).min(self.usable - 4);
            row.extend_from_slice(page.get(4..4 + more)?);
        }
        Some(Cow::Owned(row))
    }
}

/// A column's type and value in a row.
fn column(row: &[u8], wanted: usize) -> Option<(u64, &[u8])> {
    let (head, mut at) = varint(row, 0)?;
    let mut value = usize::try_from(head).ok()?;
    for _ in 0..wanted {
        let (kind, next) = varint(row, at)?;
        (at, value) = (next, value.checked_add(length_of(kind)?)?);
    }
    let (kind, _) = varint(row, at)?;
    Some((kind, row.get(value..value.checked_add(length_of(kind)?)?)?))
}

fn length_of(kind: u64) -> Option<usize> {
    Some(match kind {
        0 | 8 | 9 => 0,
        1..=4 => usize::try_from(kind).ok()?,
        5 => 6,
        6 | 7 => 8,
        10 | 11 => return None,
        kind => usize::try_from((kind - 12) / 2).ok()?,
    })
}

fn integer(value: &[u8]) -> u64 {
    value.iter().fold(0, |whole, &byte| whole << 8 | u64::from(byte))
}

/// A number of one to nine bytes, and where the next thing stands.
fn varint(bytes: &[u8], mut at: usize) -> Option<(u64, usize)> {
    let mut whole = 0_u64;
    for _ in 0..8 {
        let byte = *bytes.get(at)?;
        at += 1;
        whole = whole << 7 | u64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some((whole, at));
        }
    }
    Some((whole << 8 | u64::from(*bytes.get(at)?), at + 1))
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}
