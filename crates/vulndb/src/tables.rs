//! The sections as tables: every look-up is checked against the bounds, and what lies outside is `None`.

use std::marker::PhantomData;

use crate::layout::{self, SECTIONS, Section};
use crate::record::{Package, Record, Slot};

/// All sections of an open index.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tables<'a> {
    bytes: &'a [u8],
    /// Where each section begins, and how long it is.
    places: &'a [(usize, usize); SECTIONS],
}

/// A look-up went outside what is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Damaged;

/// One section as records of one kind.
#[derive(Debug)]
pub(crate) struct Table<'a, R> {
    bytes: &'a [u8],
    kind: PhantomData<R>,
}

// Derived, they would ask the records to be so.
impl<R> Clone for Table<'_, R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for Table<'_, R> {}

impl<R: Record> Table<'_, R> {
    /// How many whole records there are.
    pub(crate) fn len(self) -> usize {
        self.bytes.len() / R::BYTES
    }

    /// The record with this index.
    pub(crate) fn get(self, index: usize) -> Option<R> {
        let start = index.checked_mul(R::BYTES)?;
        R::read(self.bytes.get(start..)?)
    }

    /// The place of the first record of a sorted table that is not before what is looked for; `None` if one cannot be read.
    pub(crate) fn first_not(self, is_before: impl Fn(R) -> Option<bool>) -> Option<usize> {
        let (mut from, mut to) = (0, self.len());
        while from < to {
            let middle = from + (to - from) / 2;
            if is_before(self.get(middle)?)? { from = middle + 1 } else { to = middle }
        }
        Some(from)
    }

    /// So many records from this index on; `None` if the table ends before.
    pub(crate) fn range(self, first: u32, count: u32) -> Option<impl Iterator<Item = R>> {
        let start = usize::try_from(first).ok()?.checked_mul(R::BYTES)?;
        let length = usize::try_from(count).ok()?.checked_mul(R::BYTES)?;
        let bytes = self.bytes.get(start..)?.get(..length)?;
        Some(bytes.chunks_exact(R::BYTES).filter_map(R::read))
    }
}

impl<'a> Tables<'a> {
    pub(crate) fn new(bytes: &'a [u8], places: &'a [(usize, usize); SECTIONS]) -> Self {
        Self { bytes, places }
    }

    pub(crate) fn section(self, section: Section) -> &'a [u8] {
        let (start, length) = self.places[section as usize];
        self.bytes.get(start..).and_then(|rest| rest.get(..length)).unwrap_or_default()
    }

    pub(crate) fn table<R: Record>(self, section: Section) -> Table<'a, R> {
        Table { bytes: self.section(section), kind: PhantomData }
    }

    /// The text at this offset of the strings.
    pub(crate) fn text(self, offset: u32) -> Option<&'a str> {
        let mut rest = self.section(Section::Strings).get(usize::try_from(offset).ok()?..)?;
        let mut length = 0_usize;
        for shift in [0, 7, 14, 21, 28] {
            let (&byte, after) = rest.split_first()?;
            rest = after;
            length |= usize::from(byte & 0x7f).checked_shl(shift)?;
            if byte < 0x80 {
                return str::from_utf8(rest.get(..length)?).ok();
            }
        }
        None
    }

    /// The package of this ecosystem and name, if there is one.
    pub(crate) fn package(self, ecosystem: &str, name: &str) -> Result<Option<Package>, Damaged> {
        let slots = self.table::<Slot>(Section::Slots);
        if !slots.len().is_power_of_two() {
            return Err(Damaged);
        }
        let hash = layout::hash(ecosystem, name);
        let first = layout::first_slot(hash, slots.len());
        // A table without an empty slot would never end the search.
        for step in 0..slots.len() {
            let slot = slots.get((first + step) & (slots.len() - 1)).ok_or(Damaged)?;
            let Some(number) = slot.package.checked_sub(1) else {
                return Ok(None);
            };
            if slot.tag != layout::tag(hash) {
                continue;
            }
            let index = usize::try_from(number).map_err(|_| Damaged)?;
            let package = self.table::<Package>(Section::Packages).get(index).ok_or(Damaged)?;
            if self.text(package.name) == Some(name) && self.text(package.ecosystem) == Some(ecosystem) {
                return Ok(Some(package));
            }
        }
        Err(Damaged)
    }
}
