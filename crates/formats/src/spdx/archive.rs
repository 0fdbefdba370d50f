//! An archive of SPDX documents: `.spdx.tar.zst` as Yocto's `create-spdx` writes it, or any `tar` of documents, packed or not. It is
//! unpacked in memory, one document at a time.

use std::io::{self, Read as _};

use proofmark_facts::{Place, Problem, Read};
use proofmark_text::text;
use ruzstd::decoding::{FrameDecoder, StreamingDecoder};

use super::assembled::assemble;
use super::document::read_spdx;
use super::document_reference::DocumentDigests;
use super::noted::{Noted, Written};
use super::tag_value::note_tag_value;
use super::told_tag_value::{is_one_document, tag_value_as_json};
use crate::Limits;
use crate::excerpt::excerpt;
use crate::gathered::Gathered;
use crate::input::text_of;
use crate::json::read_value;
use crate::listed::Listed;

/// The most files of one archive: Yocto writes three for each package of the image and one for each recipe of the build.
const MOST_FILES: usize = 200_000;

/// What an archive may hold unpacked for each byte it has packed; text packs well, and a bomb better.
const MOST_GROWTH: u64 = 100;

/// The least an archive may hold unpacked, in bytes, however small it is packed.
const LEAST_UNPACKED: u64 = 16 << 20;

/// Whether these bytes are an archive that is looked into.
pub(crate) fn is_archive(bytes: &[u8]) -> bool {
    is_zstandard(bytes) || bytes.starts_with(&[0x1f, 0x8b]) || is_tar(bytes)
}

/// A frame, or one to be passed over, with which several threads begin what they write together (RFC 8878, sections 3.1.1 and 3.1.2).
fn is_zstandard(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]) || is_passed_over(bytes)
}

fn is_passed_over(bytes: &[u8]) -> bool {
    matches!(bytes, [0x50..=0x5f, 0x2a, 0x4d, 0x18, ..])
}

/// What all frames hold, one after another.
struct Frames<'a> {
    rest: &'a [u8],
    frame: Option<StreamingDecoder<&'a [u8], FrameDecoder>>,
}

impl io::Read for Frames<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if let Some(frame) = &mut self.frame {
                let read = frame.read(buffer)?;
                if read > 0 || buffer.is_empty() {
                    return Ok(read);
                }
            }
            if let Some(frame) = self.frame.take() {
                self.rest = frame.into_inner();
            }
            if is_passed_over(self.rest) {
                let length =
                    self.rest.get(4..).and_then(|rest| rest.first_chunk()).map(|it| u32::from_le_bytes(*it));
                let length = length.and_then(|length| usize::try_from(length).ok());
                let rest = length.and_then(|length| self.rest.get(8..)?.get(length..));
                self.rest = rest.ok_or(io::ErrorKind::UnexpectedEof)?;
            } else if self.rest.is_empty() {
                return Ok(0);
            } else {
                self.frame = Some(StreamingDecoder::new(self.rest).map_err(io::Error::other)?);
            }
        }
    }
}

/// `ustar` in its place (POSIX.1-2017, pax).
fn is_tar(bytes: &[u8]) -> bool {
    bytes.get(257..262) == Some(b"ustar")
}

/// Reads an archive of SPDX documents into one list: one component for each recipe where the documents say what was built from which.
pub fn read_spdx_archive(bytes: &[u8], limits: &Limits) -> Read<Listed> {
    let mut gathered = Gathered::new(limits);
    if bytes.len() > limits.bytes {
        let says = text!("formats-too-long", bytes = bytes.len(), most = limits.bytes);
        return Read::refused(Problem::error(Place::default(), says));
    }
    let most =
        (bytes.len() as u64).saturating_mul(MOST_GROWTH).clamp(LEAST_UNPACKED, limits.feed_bytes as u64);
    let mut noted = Vec::new();
    let read = if is_zstandard(bytes) {
        let unpacked = Frames { rest: bytes, frame: None };
        documents("Zstandard", unpacked, most, &mut gathered, limits, &mut noted)
    } else if bytes.starts_with(&[0x1f, 0x8b]) {
        documents("gzip", flate2::read::MultiGzDecoder::new(bytes), most, &mut gathered, limits, &mut noted)
    } else {
        documents("tar", bytes, most, &mut gathered, limits, &mut noted)
    };
    match read {
        Ok(()) => assemble(noted, gathered),
        Err(problem) => gathered.problems.told_with(*problem),
    }
}

fn packed(kind: &str) -> Box<Problem> {
    Box::new(Problem::error(Place::default(), text!("formats-packed", kind = kind)))
}

fn documents(
    kind: &str,
    unpacked: impl io::Read,
    most: u64,
    gathered: &mut Gathered<'_>,
    limits: &Limits,
    noted: &mut Vec<Noted>,
) -> Result<(), Box<Problem>> {
    let refuse = |says| Err(Box::new(Problem::error(Place::default(), says)));
    let mut archive = tar::Archive::new(unpacked.take(most + 1));
    let Ok(entries) = archive.entries() else { return Err(packed(kind)) };
    let (mut files, mut sum) = (0, 0_u64);
    for entry in entries {
        let Ok(entry) = entry else {
            // Whatever else was packed, it is no archive.
            if files == 0 {
                return Err(packed(kind));
            }
            return refuse(text!("embedded-archive-broken", files = files as u64));
        };
        files += 1;
        sum = sum.saturating_add(entry.size());
        if files > MOST_FILES || sum > most {
            return refuse(text!("embedded-archive-too-large", files = MOST_FILES as u64, bytes = most));
        }
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        let is_document = is_tag_value(&name) || (ends_in(&name, "json") && !name.ends_with("index.json"));
        if !entry.header().entry_type().is_file() || !is_document {
            continue;
        }
        let (mut document, size) = (Vec::new(), entry.size());
        let read = entry.take(limits.bytes as u64 + 1).read_to_end(&mut document);
        // A document cut short could be one that says less.
        if read.is_err() || (document.len() as u64) < size.min(limits.bytes as u64 + 1) {
            return refuse(text!("embedded-archive-broken", files = files as u64));
        }
        note(&name, &document, gathered, limits, noted)?;
    }
    Ok(())
}

/// The tag-value form has an ending of its own; JSON has `.spdx.json`.
fn is_tag_value(name: &str) -> bool {
    ends_in(name, "spdx")
}

fn ends_in(name: &str, ending: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case(ending))
}

/// One document; a fault in it is a fault of the archive, since nobody knows what it would have said.
fn note(
    name: &str,
    document: &[u8],
    gathered: &mut Gathered<'_>,
    limits: &Limits,
    noted: &mut Vec<Noted>,
) -> Result<(), Box<Problem>> {
    let in_document = |mut problem: Box<Problem>| {
        problem.place.path = Some(excerpt(name));
        problem
    };
    if is_tag_value(name) {
        let before = noted.len();
        note_tag_value(document, gathered, limits, noted).map_err(in_document)?;
        if let [only] = &mut noted[before..] {
            only.digests = Some(DocumentDigests::of(document));
        }
        return Ok(());
    }
    let mut one = note_json(document, gathered, limits).map_err(in_document)?;
    one.digests = Some(DocumentDigests::of(document));
    noted.push(one);
    Ok(())
}

fn note_json(document: &[u8], gathered: &mut Gathered<'_>, limits: &Limits) -> Result<Noted, Box<Problem>> {
    let written: Written<'_> = read_value(document, limits.bytes, limits.depth, "SPDX")?;
    Ok(written.noted(gathered))
}

/// Reads one JSON document as one of several: what Yocto writes of a single recipe or package.
pub(crate) fn read_spdx_of_builder(bytes: &[u8], limits: &Limits) -> Read<Listed> {
    let mut gathered = Gathered::new(limits);
    match note_json(bytes, &mut gathered, limits) {
        Ok(noted) => assemble(vec![noted], gathered),
        Err(problem) => Read::refused(*problem),
    }
}

/// Reads SPDX 2.2 or 2.3 in tag-value form. Several documents may stand one after another, as `cat build/spdx/*.spdx` gives what
/// Zephyr's `west spdx` wrote. Where the whole is asked for, a document that stands alone is told as JSON and read as that is; of
/// several only what matching needs is read.
pub fn read_spdx_tag_value(bytes: &[u8], limits: &Limits) -> Read<Listed> {
    if let (true, Ok(written)) = (limits.particulars, text_of(bytes, limits.bytes))
        && is_one_document(written)
    {
        let json = tag_value_as_json(written);
        // As JSON it is longer than what was handed in.
        let limits = Limits { bytes: limits.bytes.max(json.len()), ..limits.clone() };
        let Read { value, problems } = read_spdx(json.as_bytes(), &limits);
        return Read { value: value.map(Listed::plain), problems };
    }
    let (mut gathered, mut noted) = (Gathered::new(limits), Vec::new());
    match note_tag_value(bytes, &mut gathered, limits, &mut noted) {
        Ok(()) => assemble(noted, gathered),
        Err(problem) => Read::refused(*problem),
    }
}
