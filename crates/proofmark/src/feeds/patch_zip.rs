//! Puts changed records into an archive: everything else is carried over as it is packed.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Write};
use std::path::Path;

use proofmark_text::text;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::changed_records::Patch;
use super::failure::Failure;
use crate::write::hindered;

/// Writes the archive at `base` to another place, with the records of the patch in place of those of their names.
pub(super) fn patch_zip(base: &Path, to: &Path, patch: &Patch) -> Result<(), Failure> {
    let added = patch.iter().filter_map(|(id, bytes)| Some((format!("{id}.json"), bytes.clone()?)));
    rewrite_zip(Some(base), to, &|name| patch.contains_key(id_of(name)), &mut added.map(Ok))
}

/// What is put into an archive: a name and bytes, one after another, so that no more than one is held.
pub(super) type Added<'a> = dyn Iterator<Item = Result<(String, Vec<u8>), Failure>> + 'a;

/// Writes an archive of what the one at `base` holds, but for what goes, and of what is added.
pub(super) fn rewrite_zip(
    base: Option<&Path>,
    to: &Path,
    goes: &dyn Fn(&str) -> bool,
    added: &mut Added<'_>,
) -> Result<(), Failure> {
    let written = File::create(to).map_err(|error| hindered(to, &error))?;
    let mut out = ZipWriter::new(BufWriter::new(written));
    if let Some(base) = base {
        let open = |error: io::Error| Failure::from(hindered(base, &error));
        let archive = ZipArchive::new(BufReader::new(File::open(base).map_err(open)?));
        let mut archive = archive.map_err(|error| damaged(base, &error))?;
        for index in 0..archive.len() {
            let entry = archive.by_index_raw(index).map_err(|error| damaged(base, &error))?;
            let name = entry.name().map_err(|error| damaged(base, &error))?.into_owned();
            if !goes(&name) {
                out.raw_copy_file(entry).map_err(|error| unwritten(to, error))?;
            }
        }
    }
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for one in added {
        let (name, bytes) = one?;
        out.start_file(name, options).map_err(|error| unwritten(to, error))?;
        out.write_all(&bytes).map_err(|error| hindered(to, &error))?;
    }
    let mut done = out.finish().map_err(|error| unwritten(to, error))?;
    done.flush().map_err(|error| hindered(to, &error))?;
    Ok(())
}

/// `GHSA-1.json` and `a/GHSA-1.json` are the record `GHSA-1`.
fn id_of(name: &str) -> &str {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.strip_suffix(".json").unwrap_or(file)
}

fn damaged(path: &Path, error: &impl ToString) -> Failure {
    let path = path.display().to_string();
    Failure::refused(text!("feeds-archive-damaged", path = path, error = error.to_string()))
}

fn unwritten(path: &Path, error: zip::result::ZipError) -> Failure {
    Failure::from(hindered(path, &io::Error::from(error)))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn records_are_replaced_added_and_taken_away_and_the_rest_stays() {
        let folder = tempfile::tempdir().unwrap();
        let (base, patched) = (folder.path().join("a.zip"), folder.path().join("b.zip"));
        let mut out = ZipWriter::new(File::create(&base).unwrap());
        for (name, bytes) in [("A-1.json", "old"), ("x/A-2.json", "stays"), ("A-3.json", "goes")] {
            out.start_file(name, SimpleFileOptions::default()).unwrap();
            out.write_all(bytes.as_bytes()).unwrap();
        }
        out.finish().unwrap();
        let patch: Patch = [("A-1", Some("new")), ("A-3", None), ("A-4", Some("added")), ("A-5", None)]
            .map(|(id, bytes)| (id.to_owned(), bytes.map(|bytes: &str| bytes.as_bytes().to_vec())))
            .into();
        patch_zip(&base, &patched, &patch).unwrap();
        let mut archive = ZipArchive::new(File::open(&patched).unwrap()).unwrap();
        let mut found = Vec::new();
        for index in 0..archive.len() {
            let mut entry = archive.by_index(index).unwrap();
            let mut bytes = String::new();
            entry.read_to_string(&mut bytes).unwrap();
            found.push((entry.name().unwrap().into_owned(), bytes));
        }
        let expected = [("x/A-2.json", "stays"), ("A-1.json", "new"), ("A-4.json", "added")];
        assert_eq!(found, expected.map(|(name, bytes)| (name.to_owned(), bytes.to_owned())));
        assert!(patch_zip(&patched.with_extension("none"), &base, &patch).is_err());
    }
}
