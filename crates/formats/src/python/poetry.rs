//! `poetry.lock`, versions 1 to 2.1.

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

/// Reads a `poetry.lock`, beside the project's manifest where there is one.
///
/// Packages of which the file says that they are in groups without `main`, or of the category `dev`, are left out, as are those that
/// by the manifest only development needs; a warning says how many. Digests are of every file a version is published as.
pub fn read_poetry_lock(bytes: &[u8], project: Option<&PythonProject>, limits: &Limits) -> Read<Sbom> {
    let written = match text_of(bytes, limits.toml_bytes) {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    let mut gathered = Gathered::new(limits);
    match toml::from_str::<Lock>(written) {
        Ok(lock) => {
            let packages: Vec<Locked<'_>> = lock.package.iter().map(|it| it.locked(&lock.metadata)).collect();
            let format = format!("poetry.lock {}", lock.metadata.version.as_deref().unwrap_or("1.0"));
            graph(&packages, "package", project, &mut gathered).finish(gathered, format)
        }
        Err(error) => {
            let place = error.span().map(Place::bytes).unwrap_or_default();
            let says = text!("generate-malformed", format = "poetry.lock", why = excerpt(error.message()));
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
    #[serde(rename = "lock-version")]
    version: Option<String>,
    /// The files of each package, before version 2.
    #[serde(default)]
    files: BTreeMap<String, Vec<File>>,
}

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    hash: String,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    category: Option<String>,
    groups: Option<Vec<String>>,
    #[serde(default)]
    dependencies: BTreeMap<String, toml::Value>,
    #[serde(default)]
    files: Vec<File>,
    source: Option<Source>,
}

#[derive(Deserialize)]
struct Source {
    #[serde(rename = "type", default)]
    kind: String,
    #[serde(default)]
    url: String,
    #[serde(default)]
    resolved_reference: String,
}

impl Package {
    fn locked<'a>(&'a self, metadata: &'a Metadata) -> Locked<'a> {
        let old = metadata.files.get(&self.name).map(Vec::as_slice).unwrap_or_default();
        let origin = match &self.source {
            None => Origin::Index,
            Some(source) => match source.kind.as_str() {
                "git" => Origin::Repository(&source.url, &source.resolved_reference),
                "legacy" => Origin::OtherIndex(&source.url),
                "url" => Origin::Download(&source.url),
                _ => Origin::Folder,
            },
        };
        let of_group = self.groups.as_ref().is_some_and(|groups| groups.iter().all(|group| group != "main"));
        Locked {
            name: &self.name,
            version: &self.version,
            origin,
            digests: self.files.iter().chain(old).map(|file| file.hash.as_str()).collect(),
            needs: self.dependencies.keys().map(|name| Need { name, version: None }).collect(),
            is_for_development: of_group || self.category.as_deref() == Some("dev"),
            ..Locked::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
[[package]]
name = "requests"
version = "2.31.0"
optional = false
python-versions = ">=3.7"
files = [{file = "requests.whl", hash = "sha256:00000000000000000000000000000000000000000000000000000000000000aa"}]
[package.dependencies]
Charset_Normalizer = ">=2,<4"
[package.extras]
socks = ["pysocks"]

[[package]]
name = "charset-normalizer"
version = "3.3.2"
optional = false
files = []

[[package]]
name = "pytest"
version = "8.0.0"
groups = ["dev"]
[package.dependencies]
iniconfig = "*"

[[package]]
name = "iniconfig"
version = "2.0.0"
[package.source]
type = "git"
url = "https://github.com/x/iniconfig.git"
resolved_reference = "c0ffee"

[metadata]
lock-version = "2.0"
content-hash = "x"
"#;

    #[test]
    fn groups_mark_development_and_the_manifest_names_the_top() {
        let words = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let project = PythonProject {
            name: Some("app".to_owned()),
            version: None,
            needs: words(&["Requests"]),
            develops_with: words(&["pytest"]),
        };
        let limits = Limits::default();
        let read = read_poetry_lock(LOCK.as_bytes(), Some(&project), &limits);
        assert_eq!(read.problems[0].says.to_string(), "packages that only development needs are left out: 2");
        let sbom = read.value.unwrap();
        let called: Vec<String> = sbom.components.iter().map(proofmark_facts::Component::called).collect();
        assert_eq!(called, ["pkg:pypi/app", "pkg:pypi/requests@2.31.0", "pkg:pypi/charset-normalizer@3.3.2"]);
        assert_eq!((sbom.dependencies, sbom.subject), (vec![(0, 1), (1, 2)], Some(0)));
        assert!(sbom.components[1].digests[0].1.ends_with("aa"));
        let alone = read_poetry_lock(LOCK.as_bytes(), None, &limits).value.unwrap();
        assert_eq!((alone.components.len(), alone.subject), (3, None));
        assert_eq!(
            alone.components[2].called(),
            "pkg:pypi/iniconfig@2.0.0?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Fx%2Finiconfig.git%40c0ffee"
        );
    }

    #[test]
    fn the_first_version_keeps_category_and_files_apart() {
        let written = "[[package]]\nname = \"a\"\nversion = \"1\"\ncategory = \"main\"\n[[package]]\nname = \"b\"\n\
            version = \"1\"\ncategory = \"dev\"\n[metadata]\nlock-version = \"1.1\"\n[metadata.files]\na = [{file = \"a\", \
            hash = \"sha256:00000000000000000000000000000000000000000000000000000000000000aa\"}]\n";
        let sbom = read_poetry_lock(written.as_bytes(), None, &Limits::default()).value.unwrap();
        assert_eq!((sbom.components.len(), sbom.components[0].digests.len()), (1, 1));
        assert_eq!(sbom.origin.format, "poetry.lock 1.1");
        assert_eq!(read_poetry_lock(b"[[package]]\n", None, &Limits::default()).value, None);
    }
}
