//! `Packages`, the database of rpm before version 4.16: a hash of Berkeley DB (its `dbinc/db_page.h`), whose values are headers. Which
//! bucket a package fell into does not matter here: every page is looked at once, in the order of the file. Numbers are in the
//! order of bytes of the machine that wrote them.

use std::borrow::Cow;

/// Where every database of Berkeley DB says what it is, and what a hash says there.
const MAGIC_AT: usize = 12;
const MAGIC: u32 = 0x0006_1561;

/// The versions of hashes that rpm wrote: 8 by Berkeley DB 4.3, 9 since, 10 by 6.
const VERSIONS: std::ops::RangeInclusive<usize> = 8..=10;

/// What stands before the items of a page.
const HEAD: usize = 26;

/// Kinds of pages.
const UNSORTED: u8 = 2;
const OVERFLOW: u8 = 7;
const SORTED: u8 = 13;

/// Kinds of items.
const HERE: u8 = 1;
const ON_OTHER_PAGES: u8 = 3;

/// The page at which a file turned out to be broken, counted from the first, which is 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct BrokenAt(pub(super) usize);

/// Whether this is a hash of Berkeley DB.
pub(super) fn is_hash(bytes: &[u8]) -> bool {
    order(bytes).is_some()
}

/// The packages' headers, by the number rpm gave each.
pub(super) fn rpm_headers(bytes: &[u8]) -> Result<Vec<Cow<'_, [u8]>>, BrokenAt> {
    let pages = Pages::of(bytes).ok_or(BrokenAt(0))?;
    let mut reading = Reading { pages, left: pages.count, unread: bytes.len() };
    let mut headers = Vec::new();
    for number in 1..pages.count {
        let page = pages.page(number).ok_or(BrokenAt(number))?;
        if matches!(page[25], UNSORTED | SORTED) {
            reading.take(number, page, &mut headers)?;
        }
    }
    headers.sort_by_key(|(package, _)| *package);
    Ok(headers.into_iter().map(|(_, header)| header).collect())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    Little,
    Big,
}

fn order(bytes: &[u8]) -> Option<Order> {
    let magic = *bytes.get(MAGIC_AT..)?.first_chunk()?;
    match (u32::from_le_bytes(magic), u32::from_be_bytes(magic)) {
        (MAGIC, _) => Some(Order::Little),
        (_, MAGIC) => Some(Order::Big),
        _ => None,
    }
}

#[derive(Debug, Clone, Copy)]
struct Pages<'a> {
    bytes: &'a [u8],
    order: Order,
    size: usize,
    count: usize,
}

impl<'a> Pages<'a> {
    /// From the first page, which describes the others; `None`: it is of another version, encrypted, or has sums of its pages, none of
    /// which rpm ever wrote.
    fn of(bytes: &'a [u8]) -> Option<Self> {
        let order = order(bytes)?;
        let long = |at| long(order, bytes, at);
        let (version, size, last) = (long(16)?, long(20)?, long(32)?);
        let (encrypted, sums) = (*bytes.get(24)? != 0, bytes.get(26)? & 1 != 0);
        let sizes = size.is_power_of_two() && (512..=65_536).contains(&size);
        let known = VERSIONS.contains(&version) && sizes && !encrypted && !sums;
        known.then_some(Self { bytes, order, size, count: last.checked_add(1)? })
    }

    fn page(&self, number: usize) -> Option<&'a [u8]> {
        let from = number.checked_mul(self.size)?;
        self.bytes.get(from..from.checked_add(self.size)?)
    }

    fn long(&self, bytes: &[u8], at: usize) -> Option<usize> {
        long(self.order, bytes, at)
    }

    fn short(&self, bytes: &[u8], at: usize) -> Option<usize> {
        let two = *bytes.get(at..)?.first_chunk()?;
        Some(usize::from(if self.order == Order::Little {
            u16::from_le_bytes(two)
        } else {
            u16::from_be_bytes(two)
        }))
    }

    /// The items of a page of a bucket: they lie from its end towards its beginning, each up to where the one before begins.
    fn items(&self, page: &'a [u8]) -> Option<Vec<&'a [u8]>> {
        let count = self.short(page, 20)?;
        let mut end = page.len();
        let item = |place: usize| {
            let from = self.short(page, HEAD + 2 * place)?;
            // An item does not lie over the page's own words.
            let item = (from >= HEAD + 2 * count).then(|| page.get(from..end))??;
            end = from;
            Some(item)
        };
        (0..count).map(item).collect()
    }
}

/// Reads on within what the file can hold: each page is a part of one value at most, and each byte of one header.
struct Reading<'a> {
    pages: Pages<'a>,
    left: usize,
    unread: usize,
}

impl<'a> Reading<'a> {
    /// Keys and values of a page of a bucket in turn. Under the key 0 rpm keeps the number of its next package.
    fn take(
        &mut self,
        number: usize,
        page: &'a [u8],
        headers: &mut Vec<(usize, Cow<'a, [u8]>)>,
    ) -> Result<(), BrokenAt> {
        let broken = BrokenAt(number);
        let items = self.pages.items(page).ok_or(broken)?;
        let (pairs, single) = items.as_chunks::<2>();
        if !single.is_empty() {
            return Err(broken);
        }
        for [key, value] in pairs {
            let key = key.strip_prefix(&[HERE]).filter(|key| key.len() == 4).ok_or(broken)?;
            let package = self.pages.long(key, 0).ok_or(broken)?;
            if package == 0 {
                continue;
            }
            let header = match value.first() {
                Some(&HERE) => {
                    let header = &value[1..];
                    self.unread = self.unread.checked_sub(header.len()).ok_or(broken)?;
                    Cow::Borrowed(header)
                }
                Some(&ON_OTHER_PAGES) => {
                    let first = self.pages.long(value, 4).ok_or(broken)?;
                    let length = self.pages.long(value, 8).ok_or(broken)?;
                    Cow::Owned(self.long_value(broken, first, length)?)
                }
                _ => return Err(broken),
            };
            headers.push((package, header));
        }
        Ok(())
    }

    /// A value that lies on pages of its own, each of which names the next.
    fn long_value(&mut self, from: BrokenAt, first: usize, length: usize) -> Result<Vec<u8>, BrokenAt> {
        self.unread = self.unread.checked_sub(length).ok_or(from)?;
        let (mut value, mut next) = (Vec::with_capacity(length), first);
        while value.len() < length {
            let broken = BrokenAt(next);
            self.left = self.left.checked_sub(1).ok_or(broken)?;
            let page =
                self.pages.page(next).filter(|page| next != 0 && page[25] == OVERFLOW).ok_or(broken)?;
            let here = self.pages.short(page, 22).ok_or(broken)?;
            let piece = page.get(HEAD..HEAD + here).ok_or(broken)?;
            value.extend_from_slice(piece);
            next = self.pages.long(page, 16).ok_or(broken)?;
        }
        if value.len() == length { Ok(value) } else { Err(from) }
    }
}

fn long(order: Order, bytes: &[u8], at: usize) -> Option<usize> {
    let four = *bytes.get(at..)?.first_chunk()?;
    let number = if order == Order::Little { u32::from_le_bytes(four) } else { u32::from_be_bytes(four) };
    usize::try_from(number).ok()
}
