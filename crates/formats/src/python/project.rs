//! `pyproject.toml` and `Pipfile`: what a project asks for itself.

use std::collections::BTreeMap;

use proofmark_facts::{Place, Problem, Read};
use proofmark_text::text;
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};

use super::name::name_of;
use crate::Limits;
use crate::excerpt::excerpt;
use crate::input::text_of;

/// What a project says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PythonProject {
    /// Its name.
    pub name: Option<String>,
    /// Its version, where it stands there.
    pub version: Option<String>,
    /// The names of the packages it needs, optional ones among them.
    pub needs: Vec<String>,
    /// The names of those it needs for development.
    pub develops_with: Vec<String>,
}

/// Reads a `pyproject.toml`: the standard's tables (PEP 621, PEP 735), Poetry's and PDM's.
pub fn read_pyproject(bytes: &[u8], limits: &Limits) -> Read<PythonProject> {
    toml_of::<File>(bytes, "pyproject.toml", limits, File::told)
}

/// Reads a `Pipfile`.
pub fn read_pipfile(bytes: &[u8], limits: &Limits) -> Read<PythonProject> {
    toml_of::<Pipfile>(bytes, "Pipfile", limits, |file| PythonProject {
        needs: file.packages.into_keys().collect(),
        develops_with: file.development.into_keys().collect(),
        ..PythonProject::default()
    })
}

/// Reads a TOML document of this form.
pub(super) fn toml_of<T: DeserializeOwned>(
    bytes: &[u8],
    format: &str,
    limits: &Limits,
    told: impl FnOnce(T) -> PythonProject,
) -> Read<PythonProject> {
    let written = match text_of(bytes, limits.toml_bytes) {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    match toml::from_str::<T>(written) {
        Ok(file) => Read::clean(told(file)),
        Err(error) => {
            let place = error.span().map(Place::bytes).unwrap_or_default();
            let says = text!("generate-malformed", format = format, why = excerpt(error.message()));
            Read::refused(Problem::error(place, says))
        }
    }
}

type Table = BTreeMap<String, toml::Value>;

#[derive(Deserialize)]
struct Pipfile {
    #[serde(default)]
    packages: Table,
    #[serde(default, rename = "dev-packages")]
    development: Table,
}

#[derive(Deserialize)]
struct File {
    #[serde(default)]
    project: Project,
    #[serde(default, rename = "dependency-groups")]
    groups: BTreeMap<String, Vec<Member>>,
    #[serde(default)]
    tool: Tool,
}

#[derive(Deserialize, Default)]
struct Project {
    name: Option<String>,
    version: Option<String>,
    #[serde(default)]
    dependencies: Vec<String>,
    #[serde(default, rename = "optional-dependencies")]
    optional: BTreeMap<String, Vec<String>>,
}

/// A member of a group; groups may include others.
#[derive(Deserialize)]
#[serde(untagged)]
enum Member {
    Package(String),
    Other(IgnoredAny),
}

#[derive(Deserialize, Default)]
struct Tool {
    #[serde(default)]
    poetry: Poetry,
    #[serde(default)]
    pdm: Pdm,
}

#[derive(Deserialize, Default)]
struct Poetry {
    name: Option<String>,
    version: Option<String>,
    #[serde(default)]
    dependencies: Table,
    #[serde(default, rename = "dev-dependencies")]
    development: Table,
    #[serde(default)]
    group: BTreeMap<String, Group>,
}

#[derive(Deserialize, Default)]
struct Group {
    #[serde(default)]
    dependencies: Table,
}

#[derive(Deserialize, Default)]
struct Pdm {
    #[serde(default, rename = "dev-dependencies")]
    development: BTreeMap<String, Vec<String>>,
}

impl File {
    fn told(self) -> PythonProject {
        let Self { project, groups, tool: Tool { poetry, pdm } } = self;
        let optional = project.optional.into_values().flatten();
        let named = project.dependencies.into_iter().chain(optional).map(|it| name_of(&it).to_owned());
        let of_poetry = poetry.dependencies.into_keys().filter(|name| name != "python");
        let of_groups = groups.into_values().flatten().filter_map(|member| match member {
            Member::Package(specifier) => Some(name_of(&specifier).to_owned()),
            Member::Other(_) => None,
        });
        // Poetry installs every group unless told otherwise; a group `main` is what the project needs.
        let (main, others): (Vec<_>, Vec<_>) = poetry.group.into_iter().partition(|(name, _)| name == "main");
        let keys =
            |groups: Vec<(String, Group)>| groups.into_iter().flat_map(|(_, it)| it.dependencies.into_keys());
        let of_pdm = pdm.development.into_values().flatten().map(|it| name_of(&it).to_owned());
        PythonProject {
            name: project.name.or(poetry.name),
            version: project.version.or(poetry.version),
            needs: named.chain(of_poetry).chain(keys(main)).collect(),
            develops_with: of_groups
                .chain(poetry.development.into_keys())
                .chain(keys(others))
                .chain(of_pdm)
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_needed_and_what_only_development_needs_is_read_from_every_table() {
        let read = read_pyproject(
            br#"
[project]
name = "app"
version = "1.2"
dependencies = ["requests[socks]>=2", "tomli; python_version<'3.11'"]
[project.optional-dependencies]
fast = ["orjson"]
[dependency-groups]
test = ["pytest", {include-group = "lint"}]
[tool.poetry.dependencies]
python = "^3.9"
click = {version = "8"}
[tool.poetry.group.docs.dependencies]
sphinx = "*"
[tool.poetry.dev-dependencies]
black = "*"
[tool.pdm.dev-dependencies]
lint = ["ruff>=0.1"]
[tool.black]
line-length = 100
"#,
            &Limits::default(),
        );
        let project = read.value.unwrap();
        assert_eq!((project.name.as_deref(), project.version.as_deref()), (Some("app"), Some("1.2")));
        assert_eq!(project.needs, ["requests", "tomli", "orjson", "click"]);
        assert_eq!(project.develops_with, ["pytest", "black", "sphinx", "ruff"]);
        let pipfile = read_pipfile(b"[packages]\na='*'\n[dev-packages]\nb='*'\n", &Limits::default());
        let pipfile = pipfile.value.unwrap();
        assert_eq!((pipfile.needs, pipfile.develops_with), (vec!["a".to_owned()], vec!["b".to_owned()]));
        assert_eq!(read_pyproject(b"[project]\nname = 3\n", &Limits::default()).value, None);
    }
}
