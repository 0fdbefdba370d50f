//! Which repository an address or a package URL means, and at which commit or tag a component stands.

use proofmark_facts::{Component, Purl, Revision, RevisionKind};

/// The hosts that package URL types stand for.
const HOSTS: [(&str, &str); 3] =
    [("github", "github.com"), ("gitlab", "gitlab.com"), ("bitbucket", "bitbucket.org")];

/// One spelling for all the places the kernel is published at.
const KERNEL: &str = "git.kernel.org/linux";

/// The shortest beginning of a commit's name that is held to name one of its repository.
const SHORTEST: usize = 7;

/// The shortest one that is held to name one among all repositories: as long as the Go toolchain writes.
const SHORTEST_ANYWHERE: usize = 12;

/// What is asked: a repository, and where in its history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AskedCommit {
    /// The repository, as [`key_of`] spells it; `None`: it is not said.
    pub(crate) repository: Option<String>,
    /// A commit, the beginning of one, or a tag.
    pub(crate) at: String,
    /// What it is for the component.
    pub(crate) kind: RevisionKind,
}

impl AskedCommit {
    /// Everything a component says: what its SBOM states, a package URL of a repository or with the qualifier `vcs_url`,
    /// and the commit or tag of a Go module.
    pub(crate) fn of(component: &Component) -> Vec<Self> {
        let stated = component.revisions.iter().filter_map(Self::of_revision);
        let purl = component.purl.as_ref();
        let named = purl.and_then(|purl| match purl.qualifier("vcs_url") {
            Some(address) => Self::of_revision(&Revision::of_address(address)?),
            None if purl.kind == "golang" => Self::of_go(purl, component.version.as_deref()),
            None => Self::of_purl(purl, component.version.as_deref()),
        });
        let mut all: Vec<Self> = Vec::new();
        for asked in stated.chain(named) {
            if !all.contains(&asked) {
                all.push(asked);
            }
        }
        all
    }

    fn of_revision(revision: &Revision) -> Option<Self> {
        let repository = revision.repository.as_deref().and_then(key_of);
        let asked = Self { repository, at: spelt(&revision.at), kind: revision.kind };
        let says = !asked.at.is_empty() && (asked.repository.is_some() || asked.is_anywhere());
        says.then_some(asked)
    }

    fn of_purl(purl: &Purl, version: Option<&str>) -> Option<Self> {
        let (namespace, at) = (purl.namespace.as_deref()?, purl.version.as_deref().or(version)?);
        let host = HOSTS.iter().find(|(kind, _)| *kind == purl.kind).map(|(_, host)| *host);
        let address = match host {
            Some(host) => format!("{host}/{namespace}/{}", purl.name),
            None if purl.kind == "git" => format!("{namespace}/{}", purl.name),
            None => return None,
        };
        Some(Self { repository: Some(key_of(&address)?), at: spelt(at), kind: RevisionKind::MadeFrom })
    }

    /// A module is a folder of a repository; its tags have the folder before them (Go Modules Reference, "Mapping versions to
    /// commits"). Pseudo-versions end in the first twelve digits of the commit.
    fn of_go(purl: &Purl, version: Option<&str>) -> Option<Self> {
        let path = format!("{}/{}", purl.namespace.as_deref()?, purl.name);
        let version = purl.version.as_deref().or(version)?.trim_end_matches("+incompatible");
        let parts: Vec<&str> = path.split('/').collect();
        let (repository, folder) = match parts.as_slice() {
            ["golang.org", "x", name, folder @ ..] => (format!("github.com/golang/{name}"), folder),
            [host, owner, name, folder @ ..] if HOSTS.iter().any(|(_, known)| known == host) => {
                (format!("{host}/{owner}/{name}"), folder)
            }
            _ => return None,
        };
        let is_major = |part: &&&str| {
            part.strip_prefix('v').is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let folder =
            if folder.last().as_ref().is_some_and(is_major) { &folder[..folder.len() - 1] } else { folder };
        let at = match version.rsplit_once('-').map(|(_, commit)| commit) {
            Some(commit) if commit.len() == SHORTEST_ANYWHERE && is_hexadecimal(commit) => commit.to_owned(),
            _ if folder.is_empty() => version.to_owned(),
            _ => format!("{}/{version}", folder.join("/")),
        };
        Some(Self { repository: Some(key_of(&repository)?), at: spelt(&at), kind: RevisionKind::MadeFrom })
    }

    /// Whether it stands at a commit named in full.
    pub(crate) fn is_commit(&self) -> bool {
        is_commit(&self.at)
    }

    /// Whether it is the beginning of a commit's name: digits alone are rather a date.
    pub(crate) fn is_beginning(&self) -> bool {
        let letters = self.at.bytes().any(|byte| byte.is_ascii_alphabetic());
        (SHORTEST..40).contains(&self.at.len())
            && is_hexadecimal(&self.at)
            && (letters || self.at.len() >= SHORTEST_ANYWHERE)
    }

    /// Whether it names one commit whatever the repository.
    pub(crate) fn is_anywhere(&self) -> bool {
        self.is_commit() || (self.is_beginning() && self.at.len() >= SHORTEST_ANYWHERE)
    }

    /// Whether it looks like a tag of a version: what has no digit is rather a branch.
    pub(crate) fn is_tag(&self) -> bool {
        !self.is_commit() && !self.is_beginning() && self.at.bytes().any(|byte| byte.is_ascii_digit())
    }
}

/// Commits in small letters; what `git describe` writes as the commit it ends in.
fn spelt(at: &str) -> String {
    let at = at.trim();
    if let Some((before, commit)) = at.rsplit_once("-g")
        && (SHORTEST..=40).contains(&commit.len())
        && is_hexadecimal(commit)
        && before
            .rsplit_once('-')
            .is_some_and(|(_, count)| !count.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit()))
    {
        return commit.to_ascii_lowercase();
    }
    if is_hexadecimal(at) { at.to_ascii_lowercase() } else { at.to_owned() }
}

fn is_hexadecimal(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether a text is a whole commit identifier: forty hexadecimal digits, or sixty-four.
pub(crate) fn is_commit(text: &str) -> bool {
    matches!(text.len(), 40 | 64) && is_hexadecimal(text)
}

/// One spelling for all addresses of a repository: host and path in small letters, without scheme, user and `.git`.
pub(crate) fn key_of(address: &str) -> Option<String> {
    let address = address.trim();
    if is_key(address) {
        return Some(of_mirror(address));
    }
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let rest = rest.split(['?', '#']).next().unwrap_or(rest);
    let (first, path) = rest.split_once('/').unwrap_or((rest, ""));
    // `git@host:path`, as ssh writes it; a port is no part of a path.
    let host = first.rsplit_once('@').map_or(first, |(_, host)| host);
    let host = match host.split_once(':') {
        Some((host, port)) if !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit()) => {
            host.to_owned()
        }
        _ => host.replace(':', "/"),
    };
    let path = path.trim_end_matches('/');
    let path = path.strip_suffix(".git").unwrap_or(path).trim_end_matches('/');
    let key = format!("{host}/{path}").to_lowercase();
    let key = key.strip_prefix("www.").map(str::to_owned).unwrap_or(key);
    let key = key.trim_end_matches('/');
    let key = key.strip_suffix(".git").unwrap_or(key);
    let is_whole = key.split('/').count() > 1 && key.split('/').all(|part| !part.is_empty());
    is_whole.then(|| of_mirror(key))
}

/// Whether an address is spelt so already, as that of most Go modules is: nothing would be taken from it.
fn is_key(address: &str) -> bool {
    let mut slashes = 0;
    let mut before = b'/';
    for byte in address.bytes() {
        match byte {
            b'/' if before != b'/' => slashes += 1,
            b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' => {}
            _ => return false,
        }
        before = byte;
    }
    slashes > 0 && before != b'/' && !address.starts_with("www.") && address.strip_suffix(".git").is_none()
}

/// Repositories that are published at several places.
fn of_mirror(key: &str) -> String {
    let kernel = key
        .strip_prefix("git.kernel.org/pub/scm/linux/kernel/git/")
        .or_else(|| key.strip_prefix("kernel.googlesource.com/pub/scm/linux/kernel/git/"))
        .or_else(|| key.strip_prefix("github.com/").filter(|path| !path.starts_with("stable/")));
    if kernel.is_some_and(|path| {
        matches!(path, "torvalds/linux" | "stable/linux" | "stable/linux-stable" | "gregkh/linux")
    }) {
        return KERNEL.to_owned();
    }
    match key.strip_prefix("go.googlesource.com/") {
        Some(name) => format!("github.com/golang/{name}"),
        None => key.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const COMMIT: &str = "21767c654d31d2dccdde4330529775c6c5fd5389";

    proptest! {
        #[test]
        fn an_address_that_is_a_key_is_its_own(address in r"(www\.)?[a-z0-9.:@]{0,8}(/[a-zA0-9._#-]{0,5}){0,3}(\.git)?/?") {
            if is_key(&address) {
                // What stands before the host is taken off, and no mirror has such a name: the long way says the same.
                prop_assert_eq!(key_of(&format!("https://{address}")), Some(address));
            }
        }
    }

    #[test]
    fn all_addresses_of_a_repository_are_one() {
        for address in [
            "https://github.com/Madler/zlib.git",
            "git+https://github.com/madler/zlib",
            "git://github.com/madler/zlib/",
            "ssh://git@github.com/madler/zlib.git",
            "ssh://git@github.com:22/madler/zlib.git",
            "git@github.com:madler/zlib.git",
            "https://www.github.com/madler/zlib",
            "github.com/madler/zlib#readme",
        ] {
            assert_eq!(key_of(address).as_deref(), Some("github.com/madler/zlib"), "{address}");
        }
        for nothing in ["", "zlib", "https://github.com/", "https:///x"] {
            assert_eq!(key_of(nothing), None, "{nothing}");
        }
        for kernel in [
            "https://git.kernel.org/pub/scm/linux/kernel/git/stable/linux.git",
            "https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git/",
            "https://github.com/torvalds/linux",
            "https://github.com/gregkh/linux",
        ] {
            assert_eq!(key_of(kernel).as_deref(), Some(KERNEL), "{kernel}");
        }
        assert_eq!(key_of("https://go.googlesource.com/net"), key_of("https://github.com/golang/net"));
    }

    fn asked(purl: &str) -> Option<(String, String)> {
        let component = Component { purl: Some(purl.parse().unwrap()), ..Component::default() };
        let asked = AskedCommit::of(&component).into_iter().next()?;
        Some((asked.repository.unwrap_or_default(), asked.at))
    }

    #[test]
    fn a_package_url_says_a_commit_or_a_tag() {
        let zlib = |at: &str| Some(("github.com/madler/zlib".to_owned(), at.to_owned()));
        assert_eq!(asked(&format!("pkg:github/madler/zlib@{}", COMMIT.to_uppercase())), zlib(COMMIT));
        assert_eq!(asked("pkg:github/madler/zlib@v1.2.12"), zlib("v1.2.12"));
        assert_eq!(asked("pkg:github/madler/zlib@v1.2.12-5-g21767c6"), zlib("21767c6"));
        assert_eq!(asked(&format!("pkg:git/github.com/madler/zlib@{COMMIT}")), zlib(COMMIT));
        let vcs = "pkg:generic/zlib?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Fmadler%2Fzlib.git%40v1";
        assert_eq!(asked(vcs), zlib("v1"));
        assert_eq!(asked("pkg:generic/zlib?vcs_url=git%2Bssh:%2F%2Fgit%40github.com%2Fmadler%2Fzlib"), None);
        assert_eq!(asked("pkg:github/madler/zlib"), None);
        assert_eq!(asked("pkg:npm/zlib@1"), None);
    }

    #[test]
    fn a_go_module_says_the_commit_of_its_pseudo_version_or_its_tag() {
        for (purl, repository, at) in [
            (
                "pkg:golang/github.com/a/b@v0.0.0-20210101000000-abcdef123456",
                "github.com/a/b",
                "abcdef123456",
            ),
            ("pkg:golang/golang.org/x/net@v0.17.0", "github.com/golang/net", "v0.17.0"),
            ("pkg:golang/github.com/a/b/v2@v2.1.0", "github.com/a/b", "v2.1.0"),
            ("pkg:golang/github.com/a/b/sub/v3@v3.0.1", "github.com/a/b", "sub/v3.0.1"),
            ("pkg:golang/github.com/a/b@v4.0.0%2Bincompatible", "github.com/a/b", "v4.0.0"),
        ] {
            assert_eq!(asked(purl), Some((repository.to_owned(), at.to_owned())), "{purl}");
        }
        assert_eq!(asked("pkg:golang/example.com/b@v1.0.0"), None);
    }

    #[test]
    fn a_commit_without_repository_is_asked_only_where_it_names_one() {
        let of = |repository: Option<&str>, at: &str| {
            let revision = Revision {
                repository: repository.map(str::to_owned),
                at: at.into(),
                kind: RevisionKind::Holds,
            };
            AskedCommit::of_revision(&revision).is_some()
        };
        assert!(of(None, COMMIT) && of(None, &COMMIT[..12]) && of(Some("https://h/p"), "v1"));
        assert!(
            !of(None, &COMMIT[..11])
                && !of(None, "v1")
                && !of(Some("p"), "v1")
                && !of(Some("https://h/p"), " ")
        );
    }
}
