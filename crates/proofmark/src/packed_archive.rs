//! An archive that holds nothing but another archive, as the CVE List is published: unpacked to a file without a name, so
//! that however large it is, hardly any of it is in memory.

use std::fs::File;
use std::io::{BufReader, Read, Seek, Write};
use std::path::Path;

use proofmark_actions::ActionError;
use proofmark_facts::{Place, Problem};
use proofmark_text::{Text, text};
use proofmark_vulndb::Limits;
use zip::ZipArchive;

use crate::directory::unreadable;
use crate::write::hindered;

/// The most bytes of the inner archive: a dozen times what the largest that is published has.
const MOST_BYTES: u64 = 8 << 30;

/// The archive in this ZIP file; `None`: the file holds something else than one ZIP file.
pub(crate) fn archive_within(path: &Path) -> Result<Option<File>, ActionError> {
    let damaged = |error: &dyn std::fmt::Display| {
        refused(path, &text!("vulndb-archive-unreadable", reason = error.to_string()))
    };
    let file = File::open(path).map_err(|error| unreadable(path, &error))?;
    let mut archive = ZipArchive::new(BufReader::new(file)).map_err(|error| damaged(&error))?;
    if archive.len() != 1 {
        return Ok(None);
    }
    let mut entry = archive.by_index(0).map_err(|error| damaged(&error))?;
    let name = entry.name().map_err(|error| damaged(&error))?.into_owned();
    let is_zip = Path::new(&name).extension().is_some_and(|end| end.eq_ignore_ascii_case("zip"));
    if !entry.is_file() || !is_zip {
        return Ok(None);
    }
    let ratio = Limits::default().ratio;
    let by_ratio = entry.compressed_size().max(1).saturating_mul(ratio);
    let mut inner = file_beside(path)?;
    let (mut piece, mut bytes) = (vec![0; 64 * 1024], 0);
    loop {
        // That the archive cannot be unpacked is its own fault; that the disk is full is not.
        let count = entry.read(&mut piece).map_err(|error| damaged(&error))?;
        if count == 0 {
            break;
        }
        bytes += count as u64;
        if bytes > by_ratio {
            return Err(refused(path, &text!("vulndb-archive-bomb", name = name, limit = ratio)));
        }
        if bytes > MOST_BYTES {
            return Err(refused(
                path,
                &text!("vulndb-archive-entry-too-large", name = name, limit = MOST_BYTES),
            ));
        }
        inner.write_all(&piece[..count]).map_err(|error| hindered(path, &error))?;
    }
    inner.rewind().map_err(|error| hindered(path, &error))?;
    Ok(Some(inner))
}

/// Beside the archive, where there is room for such files; where nothing may be written there, among the system's own.
fn file_beside(path: &Path) -> Result<File, ActionError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let made = tempfile::tempfile_in(folder).or_else(|_| tempfile::tempfile());
    made.map_err(|error| hindered(path, &error))
}

fn refused(path: &Path, error: &Text) -> ActionError {
    let shown = path.display().to_string();
    let place = Place { file: Some(shown), ..Place::default() };
    ActionError::Refused(vec![Problem::error(
        place,
        text!("proofmark-archive-refused", error = error.to_string()),
    )])
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Cursor;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
        let mut out = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in entries {
            out.start_file(*name, SimpleFileOptions::default()).unwrap();
            out.write_all(bytes).unwrap();
        }
        out.finish().unwrap().into_inner()
    }

    fn within(bytes: &[u8]) -> Result<Option<Vec<u8>>, ActionError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("outer.zip.zip");
        fs::write(&path, bytes).unwrap();
        let inner = archive_within(&path)?.map(|mut inner| {
            let mut bytes = Vec::new();
            inner.read_to_end(&mut bytes).unwrap();
            bytes
        });
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left behind");
        Ok(inner)
    }

    #[test]
    fn an_archive_alone_in_an_archive_is_taken_out_and_nothing_else() {
        let inner = zip(&[("cves/CVE-2026-1.json", b"{}")]);
        assert_eq!(within(&zip(&[("cves.zip", &inner)])).unwrap(), Some(inner.clone()));
        assert_eq!(within(&inner).unwrap(), None);
        assert_eq!(within(&zip(&[("cves.zip", &inner), ("a.json", b"{}")])).unwrap(), None);
        assert_eq!(within(&zip(&[])).unwrap(), None);
    }

    #[test]
    fn an_inner_archive_that_swells_and_an_outer_one_that_is_cut_are_refused() {
        let bomb = zip(&[("cves.zip", &vec![0; 8 << 20])]);
        let told = |bytes: &[u8]| match within(bytes) {
            Err(ActionError::Refused(problems)) => problems[0].says.to_string(),
            other => panic!("{other:?}"),
        };
        assert!(told(&bomb).contains("cves.zip"), "{}", told(&bomb));
        let mut torn = zip(&[("cves.zip", b"abcdefgh")]);
        torn[40] ^= 0xff;
        assert!(!told(&torn).is_empty());
    }
}
