//! Advisories among a product's kept files, as a database an assessment can ask.

use proofmark_facts::{Beside, Place, Problem, Weight};
use proofmark_formats::{Limits, read_kev, read_osv};
use proofmark_text::text;
use proofmark_vulndb::{Builder, Index, IndexError};

use crate::error::ActionError;
use crate::products::kept_files::KeptFiles;
use crate::vulnerability_source::VulnerabilitySource;

/// The most advisories of a product: whoever has more imports them for the installation.
const MOST_ADVISORIES: usize = 10_000;

/// The database over the files the dossier names as advisories; `None`: it names none. Nothing is written anywhere.
pub fn kept_advisories(
    advisories: &[String],
    files: &KeptFiles<'_>,
) -> Result<Option<VulnerabilitySource>, ActionError> {
    if advisories.is_empty() {
        return Ok(None);
    }
    let mut builder = Builder::new();
    let (mut problems, mut count) = (Vec::new(), 0);
    for name in advisories {
        let mut paths = files.below(name);
        if paths.is_empty() {
            let says = text!("record-advisories-not-kept", name = name);
            problems.push(Problem::error(Place::at("advisories"), says));
        }
        // Below a folder lie other things too, such as where its records come from: as on the disk, they are passed over.
        paths.retain(|path| path == name || is_record(path));
        count += paths.len();
        if count > MOST_ADVISORIES {
            let says = text!("record-too-many-advisories", most = MOST_ADVISORIES);
            return Err(ActionError::Refused(vec![Problem::error(Place::at("advisories"), says)]));
        }
        for path in paths {
            let bytes = files.read(&path)?.unwrap_or_default();
            problems.extend(add(&mut builder, &path, &bytes)?);
        }
    }
    if problems.iter().any(|problem| problem.weight == Weight::Error) {
        return Err(ActionError::Refused(problems));
    }
    let index = builder.finish().and_then(Index::from_bytes).map_err(|error| unbuilt(&error))?;
    Ok(Some(VulnerabilitySource { name: advisories.join(", "), index }))
}

/// Whether a file's name ends as records and archives of them do.
fn is_record(path: &str) -> bool {
    let end = path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(_, end)| end);
    end.is_some_and(|end| ["json", "zip", "tar", "tgz", "gz"].contains(&end))
}

/// One record, or a catalogue of exploited vulnerabilities, told apart by what is in it.
fn add(builder: &mut Builder, path: &str, bytes: &[u8]) -> Result<Vec<Problem>, ActionError> {
    let limits = Limits::default();
    let start = &bytes[..bytes.len().min(4096)];
    if start.windows(16).any(|window| window == b"\"catalogVersion\"") {
        let read = read_kev(bytes, &limits).in_file(path);
        for entry in read.value.into_iter().flat_map(|catalogue| catalogue.entries) {
            let added_on = Some(entry.added_on);
            builder.add_exploited(&entry.id, "CISA KEV", added_on).map_err(|error| unbuilt(&error))?;
        }
        return Ok(read.problems);
    }
    let read = read_osv(bytes, &limits).in_file(path);
    if let Some(advisory) = read.value {
        let source = advisory.id.split('-').next().unwrap_or_default();
        builder.add(&advisory, source).map_err(|error| unbuilt(&error))?;
    }
    Ok(read.problems)
}

fn unbuilt(error: &IndexError) -> ActionError {
    ActionError::Hindered(error.says())
}
