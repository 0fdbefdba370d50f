//! `Packages.db`, the database of rpm that SUSE uses (rpm's `lib/backend/ndb/rpmpkg.c`): slots that say where each package's header
//! lies, in blocks of 16 bytes. Numbers are little-endian.

/// How the file, each slot and each header begin.
pub(super) const MAGIC: &[u8; 4] = b"RpmP";
const SLOT: &[u8; 4] = b"Slot";
const BLOB: &[u8; 4] = b"BlbS";

const PAGE: usize = 4096;
const BLOCK: usize = 16;

/// The packages' headers; `None`: the file is cut off, or of another version.
pub(super) fn rpm_headers(bytes: &[u8]) -> Option<Vec<&[u8]>> {
    // Behind the magic stand version, generation and how many pages the slots take.
    let pages = long(bytes, 12)?;
    if long(bytes, 4)? != 0 || pages == 0 {
        return None;
    }
    let slots = bytes.get(2 * BLOCK..pages.checked_mul(PAGE)?)?;
    let mut headers = Vec::new();
    let mut unread = bytes.len();
    for slot in slots.chunks_exact(BLOCK) {
        let (package, block) = (long(slot, 4)?, long(slot, 8)?);
        // A slot without a block is free.
        if !slot.starts_with(SLOT) {
            return None;
        }
        if block == 0 || package == 0 {
            continue;
        }
        let at = block.checked_mul(BLOCK)?;
        let blob = bytes.get(at..)?;
        if !blob.starts_with(BLOB) || long(blob, 4)? != package {
            return None;
        }
        let length = long(blob, 12)?;
        // A byte of the file is in one header at most.
        unread = unread.checked_sub(length)?;
        headers.push(blob.get(16..)?.get(..length)?);
    }
    Some(headers)
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?)).ok()
}
