//! The release's component list: which file it is, and what is in it.

use std::sync::Arc;

use proofmark_facts::{Beside, BuilderStatement, Component, Place, Problem, Read, Sbom, Sha256};
use proofmark_formats::{BuiltPackages, Limits, Listed, read_cargo_lock, read_component_list};
use proofmark_text::text;

use crate::assessment::SbomInput;
use crate::error::ActionError;

/// Names an SBOM usually has, best first; one that begins with a dot stands for any beginning.
const USUAL_NAMES: [&str; 22] = [
    "sbom.cdx.json",
    "bom.json",
    ".cdx.json",
    "sbom.spdx.json",
    ".spdx.json",
    ".spdx.tar.zst",
    "sbom.json",
    "Cargo.lock",
    "package-lock.json",
    "npm-shrinkwrap.json",
    "pnpm-lock.yaml",
    "yarn.lock",
    "go.mod",
    "uv.lock",
    "poetry.lock",
    "pdm.lock",
    "Pipfile.lock",
    "pylock.toml",
    "packages.lock.json",
    "composer.lock",
    "Gemfile.lock",
    "gradle.lockfile",
];

/// A component list that was read.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ComponentList {
    pub(crate) sbom: Sbom,
    pub(crate) about: SbomInput,
    pub(crate) bytes: Arc<Vec<u8>>,
    /// What it declares of vulnerabilities.
    pub(crate) statements: Vec<BuilderStatement>,
    /// What it counts as its components.
    pub(crate) folded: Vec<BuiltPackages>,
}

/// Reads the list the dossier names, else the one with the best of the usual names; `None`: there is none.
pub(crate) fn component_list(
    declared: Option<&str>,
    product: &str,
    beside: &dyn Beside,
    problems: &mut Vec<Problem>,
) -> Result<Option<ComponentList>, ActionError> {
    let name = match declared {
        Some(name) => name.to_owned(),
        None => match usual_name(&beside.names()?, problems) {
            Some(name) => name,
            None => return Ok(None),
        },
    };
    let bytes = match beside.read(&name) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => {
            let says = text!("actions-sbom-not-there", name = &name);
            problems.push(Problem::error(Place::at("release.sbom"), says));
            return Ok(None);
        }
        // Told together with everything else that is wrong.
        Err(error) if error.refused => {
            problems.push(Problem::error(Place::at("release.sbom"), error.says));
            return Ok(None);
        }
        Err(error) => return Err(error.into()),
    };
    let read = read_listed(&name, &bytes, product).in_file(&name);
    problems.extend(read.problems);
    Ok(read.value.map(|listed| {
        let Listed { sbom, statements, folded } = listed;
        ComponentList { about: about(&name, &bytes, &sbom), sbom, bytes: Arc::new(bytes), statements, folded }
    }))
}

/// The components of a list alone.
pub(crate) fn read_list(name: &str, bytes: &[u8], product: &str) -> Read<Sbom> {
    let Read { value, problems } = read_listed(name, bytes, product);
    Read { value: value.map(|listed| listed.sbom), problems }
}

/// A Cargo.lock does not say which of its packages is the product, so it is told the product's name.
fn read_listed(name: &str, bytes: &[u8], product: &str) -> Read<Listed> {
    let limits = Limits::default();
    if name.rsplit('/').next() == Some("Cargo.lock") {
        let Read { value, problems } = read_cargo_lock(bytes, product, &limits);
        let listed = |sbom| Listed { sbom, statements: Vec::new(), folded: Vec::new() };
        Read { value: value.map(listed), problems }
    } else {
        read_component_list(name, bytes, &limits)
    }
}

/// The usual names of component lists among these, the best first.
pub(crate) fn usual_names(names: &[String]) -> Vec<&String> {
    let fits = |name: &str, usual: &str| {
        if usual.starts_with('.') { name.ends_with(usual) } else { name == usual }
    };
    let mut found: Vec<&String> = Vec::new();
    for usual in USUAL_NAMES {
        found.extend(
            names
                .iter()
                .filter(|name| fits(name, usual))
                .filter(|name| !found.contains(name))
                .collect::<Vec<_>>(),
        );
    }
    found
}

/// The best of the usual names; others are mentioned, because leaving one out in silence could hide a part.
fn usual_name(names: &[String], problems: &mut Vec<Problem>) -> Option<String> {
    let found = usual_names(names);
    let (first, others) = found.split_first()?;
    if !others.is_empty() {
        let others: Vec<String> = others.iter().map(|name| format!("`{name}`")).collect();
        let says = text!("actions-sbom-several", taken = *first, others = others.join(", "));
        problems.push(Problem::warning(Place::at("release.sbom"), says));
    }
    Some((*first).clone())
}

fn about(name: &str, bytes: &[u8], sbom: &Sbom) -> SbomInput {
    // What the makers wrote themselves is the product, in however many components.
    let is_product = |index: u32| {
        let index = index as usize;
        sbom.subject == Some(index) || sbom.components[index].own
    };
    let mut top_level: Vec<String> = sbom
        .dependencies
        .iter()
        .filter(|(from, to)| is_product(*from) && !is_product(*to))
        .map(|(_, to)| called(&sbom.components[*to as usize]))
        .collect();
    top_level.sort();
    top_level.dedup();
    SbomInput {
        name: name.to_owned(),
        sha256: Sha256::of(bytes),
        origin: sbom.origin.clone(),
        components: sbom.components.len(),
        own_components: sbom.components.iter().filter(|component| component.own).count(),
        top_level,
    }
}

/// What a component is called in findings and gates: its package URL, else name and version.
pub(crate) fn called(component: &Component) -> String {
    component.called()
}
