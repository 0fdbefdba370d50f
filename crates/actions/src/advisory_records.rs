//! Advisories as files bring them: single records, catalogues of exploited vulnerabilities, scores of exploitation and
//! archives of them, read into a vulnerability database. Files on a disk and a product's kept ones are read by the same rules, to the same set.

use std::io::{Read, Seek};

use jiff::Timestamp;
use proofmark_facts::{Place, Problem, Weight};
use proofmark_formats::{Limits, NvdRecord, begins_as_epss, begins_as_nvd, read_epss, read_kev, read_nvd};
use proofmark_text::text;
use proofmark_vulndb::{
    ArchiveError, Builder, IndexError, packs_tar, walk_gz, walk_tar, walk_tar_gz, walk_zip,
};

use crate::advisory_reading::read_advisories;
use crate::error::ActionError;

/// The most problems that are gathered before the rest is only counted.
const MOST_PROBLEMS: usize = 100;

/// How files of a folder of advisories end; any other file in it is a note for people.
const ENDINGS: [&str; 6] = ["json", "csv", "zip", "tar", "tgz", "gz"];

/// Whether a file found in a folder of advisories is meant to be read as one, by its name.
pub fn is_advisory_file(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    // As everywhere, a name that only begins with a dot has no ending.
    file.rsplit_once('.').is_some_and(|(stem, end)| !stem.is_empty() && ENDINGS.contains(&end))
}

/// What holds records packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AdvisoryArchive {
    /// A ZIP file.
    Zip,
    /// A tar file.
    Tar,
    /// A tar file packed by gzip.
    PackedTar,
    /// One document packed by gzip.
    Packed,
}

impl AdvisoryArchive {
    /// How many bytes of a file tell what it is.
    pub const START_BYTES: usize = 512;

    /// By the bytes, not by the name: `PK` begins a ZIP file, `ustar` stands at 257 in a tar file, also in one that gzip
    /// packed. `None`: nothing is packed.
    pub fn of(start: &[u8]) -> Option<Self> {
        if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
            Some(Self::Zip)
        } else if start.get(257..262) == Some(b"ustar") {
            Some(Self::Tar)
        } else if start.starts_with(b"\x1f\x8b") {
            Some(if packs_tar(start) { Self::PackedTar } else { Self::Packed })
        } else {
            None
        }
    }
}

/// What was read from advisory files.
pub struct AdvisoryRecords {
    /// The database in the making.
    pub builder: Builder,
    /// How many records were read.
    pub records: u64,
    /// How many entries of catalogues of exploited vulnerabilities were read.
    pub exploited: u64,
    /// How many scores of exploitation were read.
    pub predictions: u64,
    /// Records that could not be read, and what was noticed in others.
    pub problems: Vec<Problem>,
    /// How many problems there were beyond those.
    pub more_problems: usize,
    /// How many records could not be read.
    pub unreadable: u64,
    /// Each record's identifier and last change, where somebody asked for them ([`AdvisoryRecords::listing`]).
    pub listed: Option<Vec<(String, Option<Timestamp>)>>,
    /// How far archives are unpacked.
    limits: proofmark_vulndb::Limits,
}

impl AdvisoryRecords {
    /// Nothing yet; archives are unpacked this far.
    pub fn new(limits: proofmark_vulndb::Limits) -> Self {
        Self {
            builder: Builder::new(),
            records: 0,
            exploited: 0,
            predictions: 0,
            problems: Vec::new(),
            more_problems: 0,
            unreadable: 0,
            listed: None,
            limits,
        }
    }

    /// Nothing yet; of each record it is noted when it changed last.
    pub fn listing(limits: proofmark_vulndb::Limits) -> Self {
        Self { listed: Some(Vec::new()), ..Self::new(limits) }
    }

    /// Every record of an archive; `seen` is told now and then how many records there are so far.
    pub fn take_archive(
        &mut self,
        name: &str,
        kind: AdvisoryArchive,
        archive: impl Read + Seek,
        seen: &dyn Fn(u64),
    ) -> Result<(), ActionError> {
        let limits = self.limits;
        let mut receive = |entry: &str, bytes: &[u8]| self.take(&format!("{name}/{entry}"), bytes, seen);
        let walked = match kind {
            AdvisoryArchive::Zip => walk_zip(archive, &limits, &mut receive),
            AdvisoryArchive::Tar => walk_tar(archive, &limits, &mut receive),
            AdvisoryArchive::PackedTar => walk_tar_gz(archive, &limits, &mut receive),
            AdvisoryArchive::Packed => {
                let inner = name.rsplit('/').next().unwrap_or(name).trim_end_matches(".gz");
                walk_gz(inner, archive, &limits, &mut receive)
            }
        };
        walked.map(|_| ()).map_err(|error| archive_error(name, error))
    }

    /// One record, a catalogue of exploited vulnerabilities or a file of scores, told apart by what is in it.
    pub fn take(&mut self, name: &str, bytes: &[u8], seen: &dyn Fn(u64)) -> Result<(), ActionError> {
        let limits = Limits::default();
        if is_catalogue(bytes) {
            return self.take_catalogue(name, bytes, &limits);
        }
        if begins_as_epss(bytes) {
            self.take_scores(name, bytes, &limits);
            return Ok(());
        }
        if begins_as_nvd(bytes) {
            return self.take_nvd(name, bytes, &limits, seen);
        }
        let read = read_advisories(name, bytes, &limits, &mut self.builder);
        self.note(read.problems);
        for entry in read.exploited {
            let added = self.builder.add_exploited(&entry.id, &entry.catalogue, entry.added_on);
            added.map_err(|error| index_error(&error))?;
            self.exploited += 1;
        }
        for (advisory, source) in read.advisories {
            self.builder.add(&advisory, &source).map_err(|error| index_error(&error))?;
            self.records += 1;
            if let Some(listed) = &mut self.listed {
                listed.push((advisory.id.clone(), advisory.modified_at));
            }
            if self.records.is_multiple_of(1000) {
                seen(self.records);
            }
        }
        Ok(())
    }

    fn take_catalogue(&mut self, name: &str, bytes: &[u8], limits: &Limits) -> Result<(), ActionError> {
        let read = read_kev(bytes, limits).in_file(name);
        self.note(read.problems);
        for entry in read.value.into_iter().flat_map(|catalogue| catalogue.entries) {
            let added_on = Some(entry.added_on);
            self.builder.add_exploited(&entry.id, "CISA KEV", added_on).map_err(|e| index_error(&e))?;
            self.exploited += 1;
        }
        Ok(())
    }

    fn take_scores(&mut self, name: &str, bytes: &[u8], limits: &Limits) {
        let read = read_epss(bytes, limits).in_file(name);
        self.note(read.problems);
        let Some(read) = read.value else { return };
        for score in &read.scores {
            self.builder.add_prediction(&score.id, score.probability, score.percentile, read.scored_on);
            self.predictions += 1;
        }
    }

    fn take_nvd(
        &mut self,
        name: &str,
        bytes: &[u8],
        limits: &Limits,
        seen: &dyn Fn(u64),
    ) -> Result<(), ActionError> {
        let mut stopped = None;
        let read = read_nvd(bytes, limits, &mut |record| {
            let NvdRecord { advisory, configurations, .. } = record;
            let added = self.builder.add_with_configurations(&advisory, &configurations, "NVD");
            self.records += 1;
            if let Some(listed) = &mut self.listed {
                listed.push((advisory.id.clone(), advisory.modified_at));
            }
            if self.records.is_multiple_of(1000) {
                seen(self.records);
            }
            added.map_err(|error| stopped.insert(error).says())
        });
        if let Some(error) = stopped {
            return Err(index_error(&error));
        }
        self.note(read.in_file(name).problems);
        Ok(())
    }

    fn note(&mut self, problems: Vec<Problem>) {
        self.unreadable += u64::from(problems.iter().any(|problem| problem.weight == Weight::Error));
        let room = MOST_PROBLEMS.saturating_sub(self.problems.len());
        self.more_problems += problems.len().saturating_sub(room);
        self.problems.extend(problems.into_iter().take(room));
    }
}

/// What hindered building or opening a database.
pub fn index_error(error: &IndexError) -> ActionError {
    match error {
        IndexError::Io(_) | IndexError::TooLarge => ActionError::Hindered(error.says()),
        _ => ActionError::Damaged(error.says()),
    }
}

fn is_catalogue(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(4096)];
    start.windows(16).any(|window| window == b"\"catalogVersion\"")
}

fn archive_error(name: &str, error: ArchiveError<ActionError>) -> ActionError {
    let says = error.says();
    match (error, says) {
        (ArchiveError::Stopped(error), _) => error,
        (_, says) => {
            let says = says.map(|says| says.to_string()).unwrap_or_default();
            let place = Place { file: Some(name.to_owned()), ..Place::default() };
            let problem = Problem::error(place, text!("proofmark-archive-refused", error = says));
            ActionError::Refused(vec![problem])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_in_a_folder_of_advisories_is_no_advisory() {
        for name in ["advisories/DSA-1.json", "all.zip", "x/osv.tar.gz", "a.tgz", "b.tar"] {
            assert!(is_advisory_file(name), "{name}");
        }
        for name in ["advisories/ORIGIN.md", "LICENSE", "json", ".json", "a.json/README", "x.JSON5"] {
            assert!(!is_advisory_file(name), "{name}");
        }
    }
}
