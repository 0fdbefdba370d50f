//! `Cargo.toml`: which packages one of the workspace asks for, and for what
//! (<https://doc.rust-lang.org/cargo/reference/manifest.html>).

use std::collections::BTreeMap;

use proofmark_facts::{Place, Problem, Read};
use proofmark_text::text;
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::Limits;
use crate::excerpt::excerpt;
use crate::input::text_of;

/// What a manifest says of its package.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CargoManifest {
    /// The package's name; `None`: the manifest is a workspace's alone.
    pub name: Option<String>,
    /// The names of the packages it asks for to be built or run, as they are published.
    pub needs: Vec<String>,
    /// The names of those it asks for in tests, examples and benchmarks.
    pub develops_with: Vec<String>,
}

/// Reads a `Cargo.toml`.
pub fn read_cargo_manifest(bytes: &[u8], limits: &Limits) -> Read<CargoManifest> {
    let written = match text_of(bytes, limits.toml_bytes) {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    match toml::from_str::<Manifest>(written) {
        Ok(manifest) => Read::clean(manifest.told()),
        Err(error) => {
            let place = error.span().map(Place::bytes).unwrap_or_default();
            let says = text!("generate-malformed", format = "Cargo.toml", why = excerpt(error.message()));
            Read::refused(Problem::error(place, says))
        }
    }
}

#[derive(Deserialize)]
struct Manifest {
    package: Option<Package>,
    /// The name of `package` from before 2015.
    project: Option<Package>,
    workspace: Option<Workspace>,
    #[serde(flatten)]
    asked: Asked,
    #[serde(default)]
    target: BTreeMap<String, Asked>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
}

#[derive(Deserialize)]
struct Workspace {
    #[serde(default)]
    dependencies: BTreeMap<String, Dependency>,
}

#[derive(Deserialize, Default)]
struct Asked {
    #[serde(default)]
    dependencies: BTreeMap<String, Dependency>,
    #[serde(default, rename = "build-dependencies", alias = "build_dependencies")]
    build: BTreeMap<String, Dependency>,
    #[serde(default, rename = "dev-dependencies", alias = "dev_dependencies")]
    development: BTreeMap<String, Dependency>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Dependency {
    Renamed { package: String },
    Other(IgnoredAny),
}

impl Manifest {
    fn told(&self) -> CargoManifest {
        let shared = self.workspace.as_ref().map(|workspace| &workspace.dependencies);
        let published = |(key, dependency): (&String, &Dependency)| match dependency {
            Dependency::Renamed { package } => package.clone(),
            Dependency::Other(_) => match shared.and_then(|shared| shared.get(key)) {
                Some(Dependency::Renamed { package }) => package.clone(),
                _ => key.clone(),
            },
        };
        let all = || [&self.asked].into_iter().chain(self.target.values());
        let needs = all().flat_map(|asked| asked.dependencies.iter().chain(&asked.build)).map(published);
        let develops_with = all().flat_map(|asked| &asked.development).map(published);
        CargoManifest {
            name: self.package.as_ref().or(self.project.as_ref()).map(|package| package.name.clone()),
            needs: needs.collect(),
            develops_with: develops_with.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_of_every_kind_and_target_are_read_by_published_name() {
        let read = read_cargo_manifest(
            br#"
[package]
name = "app"
version.workspace = true
[dependencies]
serde = "1"
json = { package = "serde_json", version = "1" }
[build-dependencies]
cc = "1"
[dev-dependencies]
insta = { version = "1" }
[target.'cfg(unix)'.dependencies]
libc = "0.2"
[target.'cfg(unix)'.dev-dependencies]
nix.workspace = true
[lints]
workspace = true
"#,
            &Limits::default(),
        );
        let manifest = read.value.unwrap();
        assert_eq!(manifest.name.as_deref(), Some("app"));
        assert_eq!(manifest.needs, ["serde_json", "serde", "cc", "libc"]);
        assert_eq!(manifest.develops_with, ["insta", "nix"]);
    }

    #[test]
    fn a_workspace_alone_has_no_package_and_what_is_no_manifest_is_refused() {
        let read = |written: &str| read_cargo_manifest(written.as_bytes(), &Limits::default());
        assert_eq!(read("[workspace]\nmembers = []\n").value.unwrap(), CargoManifest::default());
        assert_eq!(read("[package]\nname = 1\n").value, None);
        assert_eq!(read(&"[a.".repeat(50_000)).value, None);
    }
}
