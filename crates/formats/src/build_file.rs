//! What a build writes about its packages beside listing them: reports of vulnerabilities, patches, package indexes, profiles. What
//! a file is, its content decides; its name only says of a patch which package it lies with.

use std::fmt;

use proofmark_facts::{BuilderStatement, Place, Problem, Read};
use proofmark_text::text;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use crate::Limits;
use crate::buildroot::{is_show_info, read_pkg_stats, read_show_info};
use crate::detect::read_component_list;
use crate::input::text_of;
use crate::json::{Words, depth_error};
use crate::listed::Listed;
use crate::openwrt::{is_package_index, read_index_json, read_package_index, read_profiles};
use crate::package_fact::PackageFact;
use crate::patch::{is_patch, is_patch_list, read_patch, read_patch_list};
use crate::vex::{VexFormat, is_vex, read_vex};
use crate::yocto::{is_cve_text, is_license_manifest, license_entries, read_cve_report};

/// What such a file says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BuildFile {
    /// What whoever built it declares of vulnerabilities.
    pub statements: Vec<BuilderStatement>,
    /// What packages are made from and known by.
    pub packages: Vec<PackageFact>,
    /// The version of the Linux kernel of the image.
    pub kernel_version: Option<String>,
    /// What the image was made for.
    pub target: Option<String>,
}

/// Reads a file a build wrote. One that says nothing of what is asked here is refused: whoever named it meant something else.
pub fn read_build_file(name: &str, bytes: &[u8], limits: &Limits) -> Read<BuildFile> {
    let written = match text_of(bytes, limits.bytes) {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    let start = written.trim_start();
    if start.starts_with('{') {
        return of_object(name, bytes, start, limits);
    }
    if start.starts_with('[') {
        let read = read_index_json(bytes, limits);
        return map(read, |packages| BuildFile { packages, ..BuildFile::default() });
    }
    let file = if is_cve_text(start) {
        return map(read_cve_report(bytes, limits), of_statements);
    } else if is_patch(name, start) && !is_patch_list(start) {
        of_statements(read_patch(name, start))
    } else if is_patch_list(start) {
        of_statements(read_patch_list(start))
    } else if is_license_manifest(start) {
        let facts = license_entries(start).into_iter();
        let packages = facts.filter_map(|entry| Some(PackageFact::new(entry.package?, entry.recipe, "")));
        BuildFile { packages: packages.collect(), ..BuildFile::default() }
    } else if is_package_index(start) {
        BuildFile { packages: read_package_index(start), ..BuildFile::default() }
    } else {
        return Read::refused(Problem::error(Place::default(), text!("embedded-build-file-unknown")));
    };
    told(file)
}

/// A patch that names no vulnerability is no fault, but whoever handed it in should know.
fn told(file: BuildFile) -> Read<BuildFile> {
    let is_empty = file == BuildFile::default();
    let problems = is_empty.then(|| Problem::warning(Place::default(), text!("embedded-build-file-silent")));
    Read::with(file, problems.into_iter().collect())
}

fn of_statements(statements: Vec<BuilderStatement>) -> BuildFile {
    BuildFile { statements, ..BuildFile::default() }
}

fn map<T>(read: Read<T>, into: impl FnOnce(T) -> BuildFile) -> Read<BuildFile> {
    Read { value: read.value.map(into), problems: read.problems }
}

/// What a JSON file is, by the first of its members that tells.
enum Kind {
    CveReport,
    PackageStatistics,
    Profiles,
    List,
}

fn of_object(name: &str, bytes: &[u8], written: &str, limits: &Limits) -> Read<BuildFile> {
    if let Err(problem) = depth_error(written, limits.depth) {
        return Read::refused(*problem);
    }
    if is_show_info(written) {
        return map(read_show_info(bytes, limits), of_list);
    }
    if matches!(is_vex(bytes, limits), Some(VexFormat::OpenVex | VexFormat::Csaf)) {
        let read = read_vex("", bytes, limits);
        return map(read, |document| of_statements(BuilderStatement::of_vex(&document)));
    }
    let mut kind = None;
    let mut deserializer = serde_json::Deserializer::from_str(written);
    let _ = (&mut deserializer).deserialize_map(Members(&mut kind));
    match kind {
        Some(Kind::CveReport) => map(read_cve_report(bytes, limits), of_statements),
        Some(Kind::PackageStatistics) => map(read_pkg_stats(bytes, limits), of_statements),
        Some(Kind::Profiles) => map(read_profiles(bytes, limits), |(target, kernel_version)| BuildFile {
            kernel_version,
            target,
            ..BuildFile::default()
        }),
        Some(Kind::List) => map(read_component_list(name, bytes, limits), of_list),
        None => Read::refused(Problem::error(Place::default(), text!("embedded-build-file-unknown"))),
    }
}

/// Of a list that was handed in for what it says beside its components.
fn of_list(listed: Listed) -> BuildFile {
    let mut packages: Vec<PackageFact> = Vec::new();
    for component in &listed.sbom.components {
        packages.push(PackageFact::new(&component.name, "", component.cpe.as_deref().unwrap_or_default()));
    }
    for built in &listed.folded {
        let source = &listed.sbom.components[built.component].name;
        packages.extend(built.packages.iter().map(|package| PackageFact::new(package, source, "")));
    }
    packages.retain(|fact| fact.cpe.is_some() || fact.source.is_some());
    BuildFile { statements: listed.statements, packages, ..BuildFile::default() }
}

struct Members<'f>(&'f mut Option<Kind>);

impl<'de> Visitor<'de> for Members<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while let Some(name) = members.next_key::<Words<'de>>()? {
            *self.0 = match &*name {
                "package" => Some(Kind::CveReport),
                "package_status_checks" | "packages" => Some(Kind::PackageStatistics),
                "profiles" | "linux_kernel" | "arch_packages" => Some(Kind::Profiles),
                "bomFormat" | "@graph" | "@context" | "spdxVersion" | "SPDXID" => Some(Kind::List),
                _ => None,
            };
            if self.0.is_some() {
                // The rest is the reader's; this only ends the looking.
                return Err(Error::custom("told"));
            }
            members.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }
}
