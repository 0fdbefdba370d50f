//! `pylock.toml` (PEP 751, <https://packaging.python.org/en/latest/specifications/pylock-toml/>).

use std::collections::BTreeMap;

use proofmark_facts::{Place, Problem, Read, Sbom};
use proofmark_text::text;
use serde::Deserialize;

use super::locked::{Locked, Need, Origin, graph};
use super::project::PythonProject;
use crate::Limits;
use crate::excerpt::excerpt;
use crate::gathered::Gathered;
use crate::input::text_of;

/// Reads a `pylock.toml`, beside the project's manifest where there is one. The file says of no package what it is for: without a
/// manifest all are listed.
pub fn read_pylock(bytes: &[u8], project: Option<&PythonProject>, limits: &Limits) -> Read<Sbom> {
    let written = match text_of(bytes, limits.toml_bytes) {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    let mut gathered = Gathered::new(limits);
    match toml::from_str::<Lock>(written) {
        Ok(lock) => {
            let digests: Vec<Vec<String>> = lock.packages.iter().map(Package::digests).collect();
            let packages: Vec<Locked<'_>> = lock
                .packages
                .iter()
                .zip(&digests)
                .map(|(package, digests)| package.locked(digests))
                .collect();
            let format = format!("pylock.toml {}", lock.version);
            graph(&packages, "packages", project, &mut gathered).finish(gathered, format)
        }
        Err(error) => {
            let place = error.span().map(Place::bytes).unwrap_or_default();
            let says = text!("generate-malformed", format = "pylock.toml", why = excerpt(error.message()));
            gathered.refuse(Problem::error(place, says))
        }
    }
}

#[derive(Deserialize)]
struct Lock {
    #[serde(rename = "lock-version")]
    version: String,
    #[serde(default)]
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    #[serde(default)]
    version: String,
    index: Option<String>,
    #[serde(default)]
    dependencies: Vec<Dependency>,
    sdist: Option<File>,
    #[serde(default)]
    wheels: Vec<File>,
    archive: Option<File>,
    vcs: Option<Repository>,
    directory: Option<Directory>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    version: Option<String>,
}

#[derive(Deserialize)]
struct File {
    url: Option<String>,
    #[serde(default)]
    hashes: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Repository {
    #[serde(default)]
    url: String,
    #[serde(default, rename = "commit-id")]
    commit: String,
}

#[derive(Deserialize)]
struct Directory {}

impl Package {
    fn digests(&self) -> Vec<String> {
        let files = self.sdist.iter().chain(&self.wheels).chain(&self.archive);
        files.flat_map(|file| &file.hashes).map(|(algorithm, value)| format!("{algorithm}:{value}")).collect()
    }

    fn locked<'p>(&'p self, digests: &'p [String]) -> Locked<'p> {
        let origin = if let Some(vcs) = &self.vcs {
            Origin::Repository(&vcs.url, &vcs.commit)
        } else if self.directory.is_some() {
            Origin::Folder
        } else if let Some(url) = self.archive.as_ref().and_then(|archive| archive.url.as_deref()) {
            Origin::Download(url)
        } else {
            match self.index.as_deref() {
                Some(index) if index.trim_end_matches('/') != "https://pypi.org/simple" => {
                    Origin::OtherIndex(index)
                }
                _ => Origin::Index,
            }
        };
        let need = |it: &'p Dependency| Need { name: &it.name, version: it.version.as_deref() };
        Locked {
            name: &self.name,
            version: &self.version,
            origin,
            digests: digests.iter().map(String::as_str).collect(),
            needs: self.dependencies.iter().map(need).collect(),
            ..Locked::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_of_every_origin_are_read() {
        let written = r#"
lock-version = "1.0"
created-by = "test"
[[packages]]
name = "attrs"
version = "25.1.0"
index = "https://pypi.org/simple"
dependencies = [{ name = "cattrs" }]
wheels = [{ name = "attrs.whl", url = "https://x/attrs.whl", hashes = { sha256 = "00000000000000000000000000000000000000000000000000000000000000aa" } }]
[[packages]]
name = "cattrs"
vcs = { type = "git", url = "https://github.com/x/cattrs", commit-id = "beef" }
[[packages]]
name = "own"
directory = { path = ".", editable = true }
"#;
        let sbom = read_pylock(written.as_bytes(), None, &Limits::default()).value.unwrap();
        let called: Vec<String> = sbom.components.iter().map(proofmark_facts::Component::called).collect();
        assert_eq!(
            called,
            [
                "pkg:pypi/attrs@25.1.0",
                "pkg:pypi/cattrs?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Fx%2Fcattrs%40beef",
                "pkg:pypi/own"
            ]
        );
        assert_eq!((sbom.dependencies, sbom.components[0].digests.len()), (vec![(0, 1)], 1));
        assert_eq!(read_pylock(b"packages = 3", None, &Limits::default()).value, None);
    }
}
