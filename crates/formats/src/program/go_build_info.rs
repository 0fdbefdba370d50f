//! The bytes of Go's build information (`debug/buildinfo`): versions up to 1.17 point to texts, later ones hold them.

use object::{Object as _, ObjectSegment as _};

/// How it begins.
const MAGIC: &[u8] = b"\xff Go buildinf:";

/// It stands at a multiple of this.
const ALIGNED: usize = 16;

/// The longest text that is read, in bytes.
const LONGEST_BYTES: usize = 16 * 1024 * 1024;

/// How far into the data it is looked for, in bytes, as Go itself does.
const FURTHEST: usize = 1024 * 1024;

/// Marks around the modules: sixteen bytes on either side that say nothing.
const MARK_BYTES: usize = 16;

/// The build information in a section from where it begins.
pub(super) fn begins_build_info(data: &[u8]) -> Option<&[u8]> {
    let looked_at = data.len().min(FURTHEST);
    (0..looked_at).step_by(ALIGNED).map(|at| &data[at..]).find(|rest| rest.starts_with(MAGIC))
}

/// Go's version and the lines of modules; `None`: it is cut off.
pub(super) fn build_info(info: &[u8], file: &object::File<'_>) -> Option<(String, String)> {
    let pointer_bytes = *info.get(14)?;
    let flags = *info.get(15)?;
    let (version, modules) = if flags & 2 != 0 {
        let (version, rest) = counted(info.get(32..)?)?;
        (version, counted(rest)?.0)
    } else {
        let pointers = Pointers { wide: pointer_bytes == 8, big: flags & 1 != 0, file };
        let bytes = usize::from(pointer_bytes);
        let at = |number: usize| pointers.number(info.get(16 + number * bytes..)?);
        (pointers.text(at(0)?)?, at(1).and_then(|at| pointers.text(at)).unwrap_or_default())
    };
    let inside = modules.get(MARK_BYTES..modules.len().checked_sub(MARK_BYTES)?).unwrap_or_default();
    Some((String::from_utf8_lossy(version).into_owned(), String::from_utf8_lossy(inside).into_owned()))
}

/// A text behind its length, which is written in seven bits a byte.
fn counted(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut length = 0_usize;
    for (at, byte) in bytes.iter().enumerate().take(4) {
        length |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            let rest = bytes.get(at + 1..)?;
            return (length <= rest.len()).then(|| rest.split_at(length));
        }
    }
    None
}

/// How addresses and lengths are written in the program.
struct Pointers<'f, 'd> {
    wide: bool,
    big: bool,
    file: &'f object::File<'d>,
}

impl<'d> Pointers<'_, 'd> {
    fn number(&self, bytes: &[u8]) -> Option<u64> {
        Some(match (self.wide, self.big) {
            (true, false) => u64::from_le_bytes(bytes.get(..8)?.try_into().ok()?),
            (true, true) => u64::from_be_bytes(bytes.get(..8)?.try_into().ok()?),
            (false, false) => u32::from_le_bytes(bytes.get(..4)?.try_into().ok()?).into(),
            (false, true) => u32::from_be_bytes(bytes.get(..4)?.try_into().ok()?).into(),
        })
    }

    /// The text whose address and length stand at this address.
    fn text(&self, address: u64) -> Option<&'d [u8]> {
        let bytes = if self.wide { 8 } else { 4 };
        let header = self.at(address, bytes * 2)?;
        let length = usize::try_from(self.number(header.get(bytes..)?)?).ok()?;
        if length > LONGEST_BYTES {
            return None;
        }
        self.at(self.number(header)?, length)
    }

    /// What is loaded to this address.
    fn at(&self, address: u64, length: usize) -> Option<&'d [u8]> {
        self.file.segments().find_map(|segment| {
            let begin = usize::try_from(address.checked_sub(segment.address())?).ok()?;
            segment.data().ok()?.get(begin..begin.checked_add(length)?)
        })
    }
}
