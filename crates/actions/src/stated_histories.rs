//! The histories of repositories that the dossier names, read once.

use proofmark_facts::{Place, Problem, Release};
use proofmark_formats::{Limits, read_commit_history};
use proofmark_text::text;
use proofmark_vulndb::Histories;

use crate::named_files::NamedFiles;

/// Reads the files the release names; what is wrong with them is told with everything else. A file that is not there is
/// told of already.
pub(crate) fn stated_histories(
    release: &Release,
    files: &NamedFiles,
    problems: &mut Vec<Problem>,
) -> Histories {
    let mut histories = Histories::default();
    for (number, repository) in release.repositories.iter().enumerate() {
        let at = |key: &str| format!("release.repositories[{number}].{key}");
        let Some(file) = files.get(&repository.history).and_then(Option::as_ref) else {
            let says = text!("cpe-history-missing", path = &repository.history);
            problems.push(Problem::error(Place::at(at("history")), says));
            continue;
        };
        let read = read_commit_history(&file.bytes, &Limits::default()).in_file(&repository.history);
        problems.extend(read.problems);
        let Some(history) = read.value else { continue };
        if !histories.add(&repository.address, history) {
            let says = text!("cpe-history-address", address = &repository.address);
            problems.push(Problem::error(Place::at(at("address")), says));
        }
    }
    histories
}
