//! `license.manifest`: the packages of an image with the recipe each is made by, a paragraph each.

use std::collections::BTreeMap;

use proofmark_facts::{Component, Place, Problem, Read, SbomOrigin, is_kernel_recipe, kernel_cpe};

use crate::Limits;
use crate::gathered::Gathered;
use crate::listed::{BuiltPackages, Listed};

/// A paragraph. Files that were deployed beside the image (a boot loader) have a recipe and no package.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct LicenseEntry<'a> {
    pub(crate) package: Option<&'a str>,
    pub(crate) recipe: &'a str,
    pub(crate) version: &'a str,
    pub(crate) licence: &'a str,
}

/// The packages a recipe made, and their licences.
type Made<'a> = (Vec<&'a str>, Vec<&'a str>);

pub(crate) fn is_license_manifest(written: &str) -> bool {
    let first = written.trim_start();
    first.starts_with("PACKAGE NAME: ") || first.starts_with("RECIPE NAME: ")
}

/// Every paragraph that names a recipe.
pub(crate) fn license_entries(written: &str) -> Vec<LicenseEntry<'_>> {
    let mut all = Vec::new();
    let mut entry = LicenseEntry::default();
    for line in written.lines().chain([""]) {
        let Some((key, value)) = line.split_once(": ") else {
            if !entry.recipe.is_empty() {
                all.push(std::mem::take(&mut entry));
            }
            entry = LicenseEntry::default();
            continue;
        };
        let value = value.trim();
        match key {
            "PACKAGE NAME" => entry.package = Some(value),
            "RECIPE NAME" => entry.recipe = value,
            "PACKAGE VERSION" | "VERSION" => entry.version = value,
            "LICENSE" => entry.licence = value,
            _ => {}
        }
    }
    all
}

/// Reads it as a list: one component for each recipe in one version.
pub(crate) fn read_license_manifest(written: &str, limits: &Limits) -> Read<Listed> {
    let mut gathered = Gathered::new(limits);
    let mut recipes: BTreeMap<(&str, &str), Made<'_>> = BTreeMap::new();
    for entry in license_entries(written) {
        let (packages, licences) = recipes.entry((entry.recipe, entry.version)).or_default();
        packages.extend(entry.package.filter(|package| *package != entry.recipe));
        if !entry.licence.is_empty() && !licences.contains(&entry.licence) {
            licences.push(entry.licence);
        }
    }
    let mut folded = Vec::new();
    for ((recipe, version), (mut packages, licences)) in recipes {
        let component = Component {
            reference: recipe.to_owned(),
            name: recipe.to_owned(),
            version: Some(version.to_owned()).filter(|version| !version.is_empty()),
            cpe: kernel_cpe(version).filter(|_| is_kernel_recipe(recipe)),
            licences: licences.into_iter().map(str::to_owned).collect(),
            ..Component::default()
        };
        let index = match gathered.add(component, Place::default) {
            Ok(index) => index,
            Err(says) => return gathered.problems.told_with(Problem::error(Place::default(), says)),
        };
        packages.sort_unstable();
        packages.dedup();
        if !packages.is_empty() {
            let packages = packages.into_iter().map(str::to_owned).collect();
            folded.push(BuiltPackages { component: index as usize, packages });
        }
    }
    let origin = SbomOrigin { format: "Yocto license.manifest".to_owned(), ..SbomOrigin::default() };
    let Read { value, problems } = gathered.finish(origin, None);
    Read { value: value.map(|sbom| Listed { sbom, statements: Vec::new(), folded }), problems }
}
