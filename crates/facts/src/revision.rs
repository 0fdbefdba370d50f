//! A place in the history of a repository, as an SBOM states that a component comes from there.

use schemars::JsonSchema;
use serde::Serialize;

/// The shortest beginning of a commit's name that addresses are held to name one by.
const SHORTEST_COMMIT: usize = 7;

/// A commit or tag a component was made from, or that is in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Revision {
    /// The address of the repository, as written but for the `git+` before it; `None`: it is not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repository: Option<String>,
    /// The commit, or the tag.
    pub at: String,
    /// What it is for the component.
    pub kind: RevisionKind,
}

/// What a revision is for a component.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RevisionKind {
    /// The component is made from the repository as it stood there.
    #[default]
    MadeFrom,
    /// The component has this commit in it, among others (CycloneDX `pedigree.commits`).
    Holds,
}

impl Revision {
    /// From an address that names repository and revision; `None` where it names no revision.
    ///
    /// `git+https://host/path.git@revision#subfolder` (SPDX 2.3 section 7.7; package-url `vcs_url`), `…#commit` (npm), and
    /// pages of a commit: `https://host/path/commit/name`, `/-/commit/name`, `/tree/name`, `?id=name`. Behind `#` and on pages
    /// only commits are read, as branches stand there too.
    pub fn of_address(written: &str) -> Option<Self> {
        let written = written.trim();
        let written = written.strip_prefix("git+").unwrap_or(written);
        let (address, behind) = written.split_once('#').unwrap_or((written, ""));
        let made_from = |repository: &str, at: &str| {
            let repository = repository.trim_end_matches('/');
            let says = !repository.is_empty() && !at.is_empty();
            says.then(|| Self {
                repository: Some(repository.to_owned()),
                at: at.to_owned(),
                ..Self::default()
            })
        };
        if let Some((repository, at)) = behind_at_sign(address) {
            return made_from(repository, at);
        }
        if is_commit(behind) {
            return made_from(address, behind);
        }
        let (repository, commit) = on_a_page(address)?;
        made_from(repository, commit)
    }

    /// The address of both, as [`Revision::of_address`] reads it; `None` where the repository is not said.
    pub fn address(&self) -> Option<String> {
        Some(format!("git+{}@{}", self.repository.as_deref()?, self.at))
    }
}

/// What stands behind the last `@` of the path: before it may be a user's name (`git@host`).
fn behind_at_sign(address: &str) -> Option<(&str, &str)> {
    let path = address.find("://").map_or(0, |start| start + 3);
    let (_, rest) = address.split_at(path);
    let slash = rest.find(['/', ':'])?;
    let at = rest.rfind('@').filter(|at| *at > slash)?;
    let (repository, revision) = (&address[..path + at], &rest[at + 1..]);
    // A tag may have a slash; what follows `.git@` is nothing else.
    let is_plain =
        !revision.contains(':') && (!revision.contains('/') || repository.strip_suffix(".git").is_some());
    is_plain.then_some((repository, revision))
}

fn on_a_page(address: &str) -> Option<(&str, &str)> {
    if let Some((page, query)) = address.split_once('?') {
        let commit =
            query.split('&').find_map(|part| part.strip_prefix("id=").or(part.strip_prefix("h=")))?;
        let repository = ["/commit", "/patch", "/tree", "/log"]
            .iter()
            .find_map(|end| page.trim_end_matches('/').strip_suffix(end))
            .unwrap_or(page);
        return is_commit(commit).then_some((repository, commit));
    }
    let pages = ["/-/commit/", "/commit/", "/commits/", "/-/tree/", "/tree/", "/archive/", "/+/"];
    let (repository, rest) = pages.iter().find_map(|page| address.split_once(page))?;
    let commit = rest.split('/').next().unwrap_or(rest);
    let commit = commit.split('.').next().unwrap_or(commit);
    is_commit(commit).then_some((repository, commit))
}

/// Whether a text is a commit's name or a beginning of one: what is all digits is a date or a number.
fn is_commit(text: &str) -> bool {
    (SHORTEST_COMMIT..=64).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_hexdigit())
        && (text.len() >= 40 || text.bytes().any(|byte| byte.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMIT: &str = "21767c654d31d2dccdde4330529775c6c5fd5389";

    fn read(address: &str) -> Option<(String, String)> {
        let revision = Revision::of_address(address)?;
        Some((revision.repository?, revision.at))
    }

    #[test]
    fn addresses_say_repository_and_revision() {
        let zlib = |at: &str| Some(("https://github.com/madler/zlib".to_owned(), at.to_owned()));
        for address in [
            format!("git+https://github.com/madler/zlib@{COMMIT}"),
            format!("git+https://github.com/madler/zlib@{COMMIT}#contrib/minizip"),
            format!("https://github.com/madler/zlib#{COMMIT}"),
            format!("https://github.com/madler/zlib/commit/{COMMIT}"),
            format!("https://github.com/madler/zlib/tree/{COMMIT}/contrib"),
            format!("https://github.com/madler/zlib/-/commit/{COMMIT}"),
            format!("https://github.com/madler/zlib/archive/{COMMIT}.tar.gz"),
            format!("https://github.com/madler/zlib/commit/?id={COMMIT}&x=y"),
        ] {
            assert_eq!(read(&address), zlib(COMMIT), "{address}");
        }
        assert_eq!(read("git+https://github.com/madler/zlib@v1.2.11"), zlib("v1.2.11"));
        let ssh = |at: &str| Some(("ssh://git@host/path.git".to_owned(), at.to_owned()));
        assert_eq!(read("git+ssh://git@host/path.git@release/1"), ssh("release/1"));
        let short = Some(("git@host:path.git".to_owned(), "v1".to_owned()));
        assert_eq!(read("git@host:path.git@v1"), short);
    }

    #[test]
    fn what_names_no_revision_says_none() {
        for address in [
            "",
            "https://github.com/madler/zlib.git",
            "git+ssh://git@github.com/madler/zlib",
            "git@github.com:madler/zlib.git",
            "https://github.com/madler/zlib/tree/main",
            "https://github.com/madler/zlib#readme",
            "https://github.com/madler/zlib#20240101",
            "https://registry.npmjs.org/@scope/name",
            "@",
            "NOASSERTION",
        ] {
            assert_eq!(read(address), None, "{address}");
        }
    }

    #[test]
    fn an_address_is_read_as_it_is_written() {
        for repository in ["https://host/path", "ssh://git@host/path.git", "git@host:path.git"] {
            let revision =
                Revision { repository: Some(repository.into()), at: "v1".into(), ..Revision::default() };
            assert_eq!(Revision::of_address(&revision.address().unwrap()), Some(revision));
        }
    }
}
