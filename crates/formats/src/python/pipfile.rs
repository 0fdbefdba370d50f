//! `Pipfile.lock`.

use std::collections::{BTreeMap, BTreeSet};

use proofmark_facts::{Read, Sbom};
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::locked::{Locked, Origin, graph};
use super::project::PythonProject;
use crate::Limits;
use crate::gathered::Gathered;
use crate::json::{List, MaybeWords, Words, read_value};

/// Reads a `Pipfile.lock`, beside the `Pipfile` where there is one. What stands under `develop` or a category of the project's own alone is left out. The file does not say
/// which package needs which; the `Pipfile` names those at the top.
pub fn read_pipfile_lock(bytes: &[u8], project: Option<&PythonProject>, limits: &Limits) -> Read<Sbom> {
    let lock: Lock<'_> = match read_value(bytes, limits.bytes, limits.depth, "`Pipfile.lock`") {
        Ok(lock) => lock,
        Err(problem) => return Read::refused(*problem),
    };
    let mut gathered = Gathered::new(limits);

    let mut packages = Vec::with_capacity(lock.default.len() + lock.develop.len());
    packages.extend(lock.default.iter().map(|(name, package)| package.locked(name, false)));
    let develops = lock.develop.iter().filter(|(name, _)| !lock.default.contains_key(&***name));
    packages.extend(develops.map(|(name, package)| package.locked(name, true)));
    // Categories of the project's own are installed where they are asked for by name, and nowhere else.
    let mut is_listed: BTreeSet<&str> =
        lock.default.keys().chain(lock.develop.keys()).map(|name| &**name).collect();
    for (_, category) in lock.categories.iter().filter(|(name, _)| &***name != "_meta") {
        let Category::Packages(category) = category else { continue };
        let others = category.iter().filter(|(name, _)| is_listed.insert(&***name));
        packages.extend(others.map(|(name, package)| package.locked(name, true)));
    }
    graph(&packages, "default", project, &mut gathered).finish(gathered, "Pipfile.lock".to_owned())
}

#[derive(Deserialize)]
struct Lock<'a> {
    #[serde(borrow)]
    default: BTreeMap<Words<'a>, Package<'a>>,
    #[serde(default, borrow)]
    develop: BTreeMap<Words<'a>, Package<'a>>,
    #[serde(flatten, borrow)]
    categories: BTreeMap<Words<'a>, Category<'a>>,
}

/// What else stands in the file: categories by their names, and `_meta`.
#[derive(Deserialize)]
#[serde(untagged)]
enum Category<'a> {
    Packages(#[serde(borrow)] BTreeMap<Words<'a>, Package<'a>>),
    Other(IgnoredAny),
}

#[derive(Deserialize)]
struct Package<'a> {
    #[serde(default, borrow)]
    version: MaybeWords<'a>,
    #[serde(default)]
    hashes: List<String>,
    #[serde(default, borrow)]
    git: MaybeWords<'a>,
    #[serde(default, borrow, rename = "ref")]
    commit: MaybeWords<'a>,
    #[serde(default, borrow)]
    file: MaybeWords<'a>,
    #[serde(default, borrow)]
    path: MaybeWords<'a>,
}

impl Package<'_> {
    fn locked<'p>(&'p self, name: &'p str, is_for_development: bool) -> Locked<'p> {
        let origin = match (&self.git.0, &self.file.0, &self.path.0) {
            (Some(git), _, _) => Origin::Repository(git, self.commit.0.as_deref().unwrap_or_default()),
            (None, Some(url), _) => Origin::Download(url),
            (None, None, Some(_)) => Origin::Folder,
            _ => Origin::Index,
        };
        let version = self.version.0.as_deref().unwrap_or_default();
        Locked {
            name,
            version: version.strip_prefix("==").unwrap_or_default(),
            origin,
            digests: self.hashes.0.iter().map(String::as_str).collect(),
            is_for_development,
            ..Locked::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn categories_of_the_project_are_counted_with_what_is_left_out() {
        let written = br#"{"_meta": {"hash": {"sha256": "x"}, "sources": [], "pipfile-spec": 6, "requires": {}},
            "default": {"toml": {"version": "==0.10.2"}}, "develop": {"ddt": {"version": "==1.7.0"}},
            "groupa": {"colorama": {"version": "==0.4.6"}, "ddt": {"version": "==1.7.0"}}, "groupb": {"colorama": {"version": "==0.4.6"}}}"#;
        let read = read_pipfile_lock(written, None, &Limits::default());
        let told: Vec<String> = read.problems.iter().map(|it| it.says.to_string()).collect();
        assert_eq!(told, ["packages that only development needs are left out: 2"]);
        assert_eq!(read.value.unwrap().components.len(), 1);
    }

    #[test]
    fn what_stands_under_develop_alone_is_left_out() {
        let written = br#"{"_meta": {"pipfile-spec": 6}, "default": {"flask": {"version": "==3.0.0",
            "hashes": ["sha256:00000000000000000000000000000000000000000000000000000000000000aa"], "index": "pypi"},
            "lib": {"git": "https://example.com/lib.git", "ref": "c0ffee"}, "own": {"path": ".", "editable": true}},
            "develop": {"flask": {"version": "==3.0.0"}, "pytest": {"version": "==8.0"}}}"#;
        let read = read_pipfile_lock(written, None, &Limits::default());
        assert_eq!(read.problems.len(), 1);
        let sbom = read.value.unwrap();
        let called: Vec<String> = sbom.components.iter().map(proofmark_facts::Component::called).collect();
        assert_eq!(
            called,
            [
                "pkg:pypi/flask@3.0.0",
                "pkg:pypi/lib?vcs_url=git%2Bhttps:%2F%2Fexample.com%2Flib.git%40c0ffee",
                "pkg:pypi/own"
            ]
        );
        assert!(sbom.components[2].own);
        assert_eq!(read_pipfile_lock(b"{}", None, &Limits::default()).value, None);
    }
}
