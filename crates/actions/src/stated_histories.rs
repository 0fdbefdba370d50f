//! The histories of repositories that the dossier names, read once, and what they alone closed.

use std::collections::BTreeMap;

use proofmark_facts::{Component, Finding, Place, Problem, Release, TriageEvidence};
use proofmark_formats::{Limits, read_commit_history};
use proofmark_text::text;
use proofmark_vulndb::{ClosedByHistory, Histories};

use crate::component_list::called;
use crate::named_files::NamedFiles;
use crate::vulnerability_source::VulnerabilitySource;

/// How many records a notice names before it ends in an ellipsis.
const MOST_NAMED: usize = 64;

/// How many digits of a commit's name, and of a digest, are shown.
const SHOWN_OF_COMMIT: usize = 12;
const SHOWN_OF_DIGEST: usize = 16;

/// Histories, and the file each was read from.
#[derive(Debug, Default)]
pub(crate) struct StatedHistories {
    pub(crate) histories: Histories,
    /// By the one spelling of a repository's addresses.
    files: BTreeMap<String, TriageEvidence>,
}

/// Reads the files the release names; what is wrong with them is told with everything else. A file that is not there is
/// told of already.
pub(crate) fn stated_histories(
    release: &Release,
    files: &NamedFiles,
    problems: &mut Vec<Problem>,
) -> StatedHistories {
    let mut stated = StatedHistories::default();
    let mut named: BTreeMap<String, &str> = BTreeMap::new();
    for (number, repository) in release.repositories.iter().enumerate() {
        let at = |key: &str| format!("release.repositories[{number}].{key}");
        let address = &repository.address;
        let Some(key) = Histories::key_of(address) else {
            let says = text!("cpe-history-address", address = address);
            problems.push(Problem::error(Place::at(at("address")), says));
            continue;
        };
        // Of two histories that differ nobody knows which is true.
        if let Some(first) = named.get(&key) {
            let says = text!("cpe-history-twice", address = address, first = *first);
            problems.push(Problem::error(Place::at(at("address")), says));
            continue;
        }
        named.insert(key.clone(), address);
        let Some(file) = files.get(&repository.history).and_then(Option::as_ref) else {
            let says = text!("cpe-history-missing", path = &repository.history);
            problems.push(Problem::error(Place::at(at("history")), says));
            continue;
        };
        let read = read_commit_history(&file.bytes, &Limits::default()).in_file(&repository.history);
        problems.extend(read.problems);
        if let Some(history) = read.value
            && stated.histories.add(address, history)
        {
            let evidence = TriageEvidence { file: repository.history.clone(), sha256: file.sha256 };
            stated.files.insert(key, evidence);
        }
    }
    stated
}

impl StatedHistories {
    /// What these histories alone closed of a component, told with the file, its digest and the commits: else nobody would see
    /// it. What is found otherwise was not closed.
    pub(crate) fn closed(
        &self,
        component: &Component,
        asked: &Component,
        (sources, findings): (&[VulnerabilitySource], &[Finding]),
    ) -> Vec<Problem> {
        if self.histories.is_empty() {
            return Vec::new();
        }
        let name = called(component);
        let is_found = |closed: &ClosedByHistory| {
            let of_component = findings.iter().filter(|finding| finding.component == name);
            let mut known = of_component.map(|finding| &finding.vulnerability);
            known.any(|known| known.id == closed.advisory || known.aliases.contains(&closed.advisory))
        };
        // A repository and commit with whether a fix closed it: a notice each, with the records and their commits.
        let mut notices: BTreeMap<(String, String, bool), BTreeMap<String, String>> = BTreeMap::new();
        let all = sources.iter().flat_map(|source| source.index.closed_by_histories(asked, &self.histories));
        for closed in all.filter(|closed| !is_found(closed)) {
            let key = (closed.repository, closed.commit.to_string(), closed.fix.is_some());
            notices.entry(key).or_default().insert(closed.advisory, closed.fix.unwrap_or_default());
        }
        notices
            .iter()
            .filter_map(|((repository, commit, by_fix), records)| {
                let evidence = self.files.get(repository)?;
                let (count, digest) = (records.len() as u64, evidence.sha256.to_string());
                let (file, digest) = (&evidence.file, digest.get(..SHOWN_OF_DIGEST).unwrap_or(&digest));
                let (records, component) = (listed(records), &name);
                let says = if *by_fix {
                    text!(
                        "cpe-history-fixed",
                        file = file,
                        digest = digest,
                        count = count,
                        component = component,
                        commit = commit,
                        records = records
                    )
                } else {
                    text!(
                        "cpe-history-not-begun",
                        file = file,
                        digest = digest,
                        count = count,
                        component = component,
                        commit = commit,
                        records = records
                    )
                };
                Some(Problem::warning(Place::at("release.repositories"), says))
            })
            .collect()
    }
}

/// Records with the beginnings of the commits that fix them.
fn listed(records: &BTreeMap<String, String>) -> String {
    let one = |(record, fix): (&String, &String)| match fix.get(..SHOWN_OF_COMMIT).unwrap_or(fix) {
        "" => format!("`{record}`"),
        fix => format!("`{record}` (`{fix}`)"),
    };
    let mut shown: Vec<String> = records.iter().take(MOST_NAMED).map(one).collect();
    if records.len() > MOST_NAMED {
        shown.push("…".to_owned());
    }
    shown.join(", ")
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use proofmark_facts::{
        Advisory, Affected, AffectedRange, RangeEvent, RangeKind, RepositoryHistory, Revision, RevisionKind,
        Sha256,
    };
    use proofmark_vulndb::{Builder, Index};

    use crate::named_files::NamedFile;

    use super::*;

    fn commit(number: u8) -> String {
        format!("{number:02x}").repeat(20)
    }

    /// 1 ← 2 ← 3.
    fn written() -> Vec<u8> {
        let mut text = format!("{}\n", commit(1));
        for number in [2, 3] {
            writeln!(text, "{} {}", commit(number), commit(number - 1)).unwrap();
        }
        text.into_bytes()
    }

    fn read(addresses: &[&str]) -> (StatedHistories, Vec<Problem>) {
        let repositories = addresses
            .iter()
            .map(|address| RepositoryHistory { address: (*address).to_owned(), history: "app.txt".into() });
        let release = Release { repositories: repositories.collect(), ..Release::of_version("1") };
        let bytes = written();
        let file = NamedFile { sha256: Sha256::of(&bytes), bytes: std::sync::Arc::new(bytes) };
        let files = NamedFiles::from([("app.txt".to_owned(), Some(file))]);
        let mut problems = Vec::new();
        let stated = stated_histories(&release, &files, &mut problems);
        (stated, problems)
    }

    #[test]
    fn one_repository_has_one_history() {
        let (_, problems) = read(&["https://github.com/acme/app", "git@github.com:Acme/App.git", "app"]);
        let says: Vec<_> = problems.iter().map(|it| (it.says.id(), it.place.path.clone().unwrap())).collect();
        let at = |number: usize| format!("release.repositories[{number}].address");
        assert_eq!(says, [("cpe-history-twice", at(1)), ("cpe-history-address", at(2))]);
        assert_eq!(problems[0].weight, proofmark_facts::Weight::Error);
    }

    #[test]
    fn what_a_history_closed_is_told_with_its_file_and_commits() {
        let (stated, problems) = read(&["https://github.com/acme/app"]);
        assert_eq!(problems, []);
        let record = |id: &str, events: Vec<RangeEvent>| {
            let range = AffectedRange {
                kind: RangeKind::Git,
                repository: Some("https://github.com/acme/app".into()),
                events,
            };
            let affected = Affected { name: "app".into(), ranges: vec![range], ..Affected::default() };
            Advisory { id: id.into(), affected: vec![affected], ..Advisory::default() }
        };
        let (introduced, fixed) = (RangeEvent::Introduced, RangeEvent::Fixed);
        let mut builder = Builder::new();
        for advisory in [
            record("OSV-1", vec![introduced(commit(1)), fixed(commit(2))]),
            record("OSV-2", vec![introduced(commit(1))]),
            record("OSV-3", vec![introduced(commit(9))]),
        ] {
            builder.add(&advisory, "OSV").unwrap();
        }
        let index = Index::from_bytes(builder.finish().unwrap()).unwrap();
        let sources = [VulnerabilitySource { name: "test".into(), index }];
        let revision = Revision {
            repository: Some("https://github.com/acme/app".into()),
            at: commit(3),
            kind: RevisionKind::MadeFrom,
        };
        let component = Component {
            name: "app".into(),
            version: Some("3".into()),
            revisions: vec![revision],
            ..Component::default()
        };
        let told = stated.closed(&component, &component, (&sources, &[]));
        let told: Vec<String> = told.iter().map(|problem| problem.says.to_string()).collect();
        let digest = Sha256::of(&written()).to_string();
        let expected = format!(
            "By the history `app.txt` (SHA-256 {}…) one record does not affect `app@3`: the fix comes before its commit `{}`. `OSV-1` (`{}`)",
            &digest[..16],
            commit(3),
            &commit(2)[..12]
        );
        assert_eq!(told, [expected]);
        assert!(StatedHistories::default().closed(&component, &component, (&sources, &[])).is_empty());
    }
}
