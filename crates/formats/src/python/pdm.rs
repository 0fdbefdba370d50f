//! `pdm.lock`, versions 4.x.

use proofmark_facts::{Place, Problem, Read, Sbom};
use proofmark_text::text;
use serde::Deserialize;

use super::locked::{Locked, Need, Origin, graph};
use super::name::name_of;
use super::project::PythonProject;
use crate::Limits;
use crate::excerpt::excerpt;
use crate::gathered::Gathered;
use crate::input::text_of;

/// Reads a `pdm.lock`, beside the project's manifest where there is one. Packages in groups without `default` are left out, as are
/// those that by the manifest only development needs.
pub fn read_pdm_lock(bytes: &[u8], project: Option<&PythonProject>, limits: &Limits) -> Read<Sbom> {
    let written = match text_of(bytes, limits.toml_bytes) {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    let mut gathered = Gathered::new(limits);
    match toml::from_str::<Lock>(written) {
        Ok(lock) => {
            // A package with extras stands a second time, with what these need besides.
            let mut packages: Vec<Locked<'_>> = Vec::new();
            for package in &lock.package {
                let locked = package.locked();
                let same =
                    |other: &&mut Locked<'_>| other.name == locked.name && other.version == locked.version;
                match packages.iter_mut().rev().take(8).find(same) {
                    Some(first) => {
                        first.needs.extend(locked.needs);
                        first.is_for_development &= locked.is_for_development;
                    }
                    None => packages.push(locked),
                }
            }
            let format = format!("pdm.lock {}", lock.metadata.version);
            graph(&packages, "package", project, &mut gathered).finish(gathered, format)
        }
        Err(error) => {
            let place = error.span().map(Place::bytes).unwrap_or_default();
            let says = text!("generate-malformed", format = "pdm.lock", why = excerpt(error.message()));
            gathered.refuse(Problem::error(place, says))
        }
    }
}

#[derive(Deserialize)]
struct Lock {
    #[serde(default)]
    package: Vec<Package>,
    metadata: Metadata,
}

#[derive(Deserialize)]
struct Metadata {
    #[serde(rename = "lock_version")]
    version: String,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    #[serde(default)]
    version: String,
    groups: Option<Vec<String>>,
    #[serde(default)]
    dependencies: Vec<String>,
    #[serde(default)]
    files: Vec<File>,
    git: Option<String>,
    #[serde(default)]
    revision: String,
    url: Option<String>,
    path: Option<String>,
}

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    hash: String,
}

impl Package {
    fn locked(&self) -> Locked<'_> {
        let origin = match (&self.git, &self.url, &self.path) {
            (Some(git), _, _) => Origin::Repository(git, &self.revision),
            (None, Some(url), _) => Origin::Download(url),
            (None, None, Some(_)) => Origin::Folder,
            _ => Origin::Index,
        };
        let of_group =
            self.groups.as_ref().is_some_and(|groups| groups.iter().all(|group| group != "default"));
        Locked {
            name: &self.name,
            version: &self.version,
            origin,
            digests: self.files.iter().map(|file| file.hash.as_str()).collect(),
            needs: self.dependencies.iter().map(|it| Need { name: name_of(it), version: None }).collect(),
            is_for_development: of_group,
            ..Locked::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_mark_development_and_extras_are_one_package() {
        let written = r#"
[metadata]
groups = ["default", "dev"]
lock_version = "4.5.0"
[[package]]
name = "httpx"
version = "0.27.0"
groups = ["default"]
dependencies = ["idna>=2"]
files = [{file = "httpx.whl", hash = "sha256:00000000000000000000000000000000000000000000000000000000000000aa"}]
[[package]]
name = "httpx"
version = "0.27.0"
extras = ["socks"]
groups = ["default"]
dependencies = ["httpx==0.27.0", "socksio==1.*"]
[[package]]
name = "idna"
version = "3.7"
groups = ["default", "dev"]
[[package]]
name = "socksio"
version = "1.0.0"
groups = ["default"]
[[package]]
name = "pytest"
version = "8.0.0"
groups = ["dev"]
"#;
        let read = read_pdm_lock(written.as_bytes(), None, &Limits::default());
        assert_eq!(read.problems.len(), 1);
        let sbom = read.value.unwrap();
        let called: Vec<String> = sbom.components.iter().map(proofmark_facts::Component::called).collect();
        assert_eq!(called, ["pkg:pypi/httpx@0.27.0", "pkg:pypi/idna@3.7", "pkg:pypi/socksio@1.0.0"]);
        assert_eq!(sbom.dependencies, [(0, 1), (0, 2)]);
        assert_eq!(read_pdm_lock(b"x = 1", None, &Limits::default()).value, None);
    }
}
