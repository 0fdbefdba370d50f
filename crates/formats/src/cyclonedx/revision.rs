//! What a component says of repositories: addresses of them, and the commits it holds.

use proofmark_facts::{Revision, RevisionKind};
use serde::Deserialize;

use crate::json::{List, Words};

/// The most commits that are kept of one component.
const MOST_COMMITS: usize = 1_000;

/// An element of `externalReferences`.
#[derive(Deserialize)]
pub(super) struct ExternalReference<'a> {
    #[serde(rename = "type", borrow)]
    kind: Option<Words<'a>>,
    #[serde(borrow)]
    url: Option<Words<'a>>,
}

/// `pedigree`: only its commits.
#[derive(Deserialize, Default)]
pub(super) struct Pedigree<'a> {
    #[serde(default, borrow)]
    commits: List<Commit<'a>>,
}

#[derive(Deserialize)]
struct Commit<'a> {
    #[serde(borrow)]
    uid: Option<Words<'a>>,
    #[serde(borrow)]
    url: Option<Words<'a>>,
}

/// The revisions that addresses of repositories name; most name none.
pub(super) fn made_from(references: &[ExternalReference<'_>]) -> impl Iterator<Item = Revision> {
    let of_repositories = references.iter().filter(|one| one.kind.as_deref() == Some("vcs"));
    of_repositories.filter_map(|one| Revision::of_address(one.url.as_deref()?)).take(MOST_COMMITS)
}

impl Pedigree<'_> {
    /// The commits, each with the repository its address names: some write that of the commit's page, some the repository's.
    pub(super) fn held(self) -> impl Iterator<Item = Revision> {
        self.commits.0.into_iter().filter_map(Commit::into_revision).take(MOST_COMMITS)
    }
}

impl Commit<'_> {
    fn into_revision(self) -> Option<Revision> {
        let at = self.uid.map(Words::into_string).filter(|uid| !uid.trim().is_empty())?;
        let address = self.url.map(Words::into_string).filter(|url| !url.trim().is_empty());
        let repository =
            address.map(|url| Revision::of_address(&url).and_then(|page| page.repository).unwrap_or(url));
        Some(Revision { repository, at, kind: RevisionKind::Holds })
    }
}

#[cfg(test)]
mod tests {
    use proofmark_facts::{Revision, RevisionKind};

    use crate::{Limits, read_cyclonedx};

    #[test]
    fn addresses_with_a_commit_and_commits_of_the_pedigree_are_read() {
        let commit = "21767c654d31d2dccdde4330529775c6c5fd5389";
        let json = format!(
            r#"{{"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{{"type": "library", "name": "zlib",
            "externalReferences": [{{"type": "website", "url": "https://host/a@v1"}}, {{"type": "vcs", "url": "https://host/zlib.git"}},
              {{"type": "vcs", "url": "git+https://host/zlib.git@{commit}"}}, {{"type": "vcs"}}],
            "pedigree": {{"ancestors": [], "commits": [{{"uid": "{commit}", "url": "https://host/zlib/commit/{commit}"}}, {{"uid": " "}}, {{"uid": "1234567"}}]}}}}]}}"#
        );
        let sbom = read_cyclonedx(json.as_bytes(), &Limits::default()).value.unwrap();
        let revision = |repository: Option<&str>, at: &str, kind| Revision {
            repository: repository.map(str::to_owned),
            at: at.to_owned(),
            kind,
        };
        let expected = [
            revision(Some("https://host/zlib.git"), commit, RevisionKind::MadeFrom),
            revision(Some("https://host/zlib"), commit, RevisionKind::Holds),
            revision(None, "1234567", RevisionKind::Holds),
        ];
        assert_eq!(sbom.components[0].revisions, expected);
    }
}
