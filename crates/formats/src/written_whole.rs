//! A document that is written letter by letter, held as a whole where it is no large one.

use std::io;

use proofmark_facts::{NotCarried, WrittenSbom};

/// What this writes.
pub(crate) fn written_whole(write: impl FnOnce(&mut Vec<u8>) -> io::Result<Vec<NotCarried>>) -> WrittenSbom {
    let mut document = Vec::new();
    let not_carried =
        write(&mut document).expect("memory takes every letter; texts, numbers and lists always serialize");
    let document = String::from_utf8(document).expect("JSON is UTF-8");
    WrittenSbom { document, not_carried }
}
