//! Which format a document is written in, and what to say where it is none that is read.

use std::collections::BTreeSet;
use std::fmt;

use proofmark_facts::{Place, Problem, Read, Sbom};
use proofmark_text::{Text, text};
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use crate::buildroot::{
    is_manifest_csv, is_show_info, read_manifest_csv, read_show_info, without_host_tools,
};
use crate::cyclonedx::{analyses, of_xml, told_as_json};
use crate::input::text_of;
use crate::json::{MaybeWords, Words};
use crate::listed::Listed;
use crate::openwrt::{is_manifest, is_package_status, read_manifest, read_package_status};
use crate::spdx::{is_archive, is_yaml, rdf_as_json, read_spdx_of_builder, yaml_as_json};
use crate::west_manifest::{is_west_manifest, read_west_manifest};
use crate::yocto::{is_image_manifest, is_license_manifest, read_image_manifest, read_license_manifest};
use crate::{
    Limits, read_cargo_lock, read_composer_lock, read_cyclonedx, read_deps_json, read_gemfile_lock,
    read_go_mod, read_gradle_lock, read_package_lock, read_packages_lock, read_pdm_lock, read_pipfile_lock,
    read_pnpm_lock, read_poetry_lock, read_pylock, read_requirements, read_spdx, read_spdx_3,
    read_spdx_archive, read_spdx_tag_value, read_uv_lock, read_yarn_lock,
};

/// What the product is called where a lockfile does not say: callers know its name and set it.
const UNNAMED_PRODUCT: &str = "product";

/// The formats an SBOM is read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    CycloneDx,
    CycloneDxXml,
    Spdx,
    Spdx3,
    SpdxTagValue,
    SpdxYaml,
    SpdxRdf,
    CargoLock,
    PackageLock,
    ShowInfo,
    ManifestCsv,
    ImageManifest,
    LicenseManifest,
    OpenWrtManifest,
    OpenWrtStatus,
    WestManifest,
    GoMod,
    YarnLock,
    PnpmLock,
    PoetryLock,
    UvLock,
    PdmLock,
    PipfileLock,
    Pylock,
    Requirements,
    PackagesLock,
    DepsJson,
    ComposerLock,
    GemfileLock,
    GradleLock,
}

/// Reads a bill of materials or lockfile in whichever format it is written.
///
/// The content decides; `name_hint`, the file's name, only says which lockfile it is where the content
/// alone would not. What is recognised but not read is refused with what to hand in instead.
pub fn read_sbom(name_hint: &str, bytes: &[u8], limits: &Limits) -> Read<Sbom> {
    let Read { value, problems } = read_component_list(name_hint, bytes, limits);
    Read { value: value.map(|listed| listed.sbom), problems }
}

/// The same with what the list says beside its components. A list that names nothing says so: to whoever looks for
/// vulnerabilities it would be a clean one.
pub fn read_component_list(name_hint: &str, bytes: &[u8], limits: &Limits) -> Read<Listed> {
    let mut read = read_any_list(name_hint, bytes, limits);
    let names_nothing = |sbom: &Sbom| (0..sbom.components.len()).all(|place| sbom.subject == Some(place));
    let says_so =
        read.value.as_ref().is_some_and(|listed| names_nothing(&listed.sbom)) && !is_lockfile(&read);
    // Where as much as is told was told already, nobody takes it for a clean list.
    if says_so && read.problems.len() < limits.problems {
        read.problems.push(Problem::warning(Place::default(), text!("formats-names-nothing")));
    }
    read
}

/// A lockfile of a program without dependencies is as it should be.
fn is_lockfile(read: &Read<Listed>) -> bool {
    let format = read.value.as_ref().map_or("", |listed| listed.sbom.origin.format.as_str());
    ["CycloneDX", "SPDX"].iter().all(|begins| !format.starts_with(begins))
}

fn read_any_list(name_hint: &str, bytes: &[u8], limits: &Limits) -> Read<Listed> {
    if is_archive(bytes) {
        return read_spdx_archive(bytes, limits);
    }
    let written = match text_of(bytes, limits.bytes) {
        Ok(written) => written,
        Err(problem) => return Read::refused(*problem),
    };
    let start = written.trim_start();
    let plain = |read: Read<Sbom>| Read { value: read.value.map(Listed::plain), problems: read.problems };
    match detect(name_hint, written) {
        Ok(Format::CycloneDx) => of_cyclonedx(read_cyclonedx(bytes, limits), written, limits),
        Ok(Format::CycloneDxXml) => of_cyclonedx_xml(written, limits),
        Ok(Format::Spdx) if is_of_yocto(written) && !limits.particulars => {
            read_spdx_of_builder(bytes, limits)
        }
        Ok(Format::Spdx) => plain(read_spdx(bytes, limits)),
        Ok(Format::Spdx3) => read_spdx_3(bytes, limits),
        Ok(Format::SpdxYaml) => plain(of_spdx_yaml(written, limits)),
        Ok(Format::SpdxRdf) => plain(of_spdx_rdf(written, limits)),
        Ok(Format::SpdxTagValue) => read_spdx_tag_value(bytes, limits),
        Ok(Format::CargoLock) => plain(read_cargo_lock(bytes, UNNAMED_PRODUCT, limits)),
        Ok(Format::PackageLock) => plain(read_package_lock(bytes, limits)),
        Ok(Format::ShowInfo) => read_show_info(bytes, limits),
        Ok(Format::ManifestCsv) => read_manifest_csv(name_hint, start, limits),
        Ok(Format::ImageManifest) => read_image_manifest(written, limits),
        Ok(Format::LicenseManifest) => read_license_manifest(start, limits),
        Ok(Format::OpenWrtManifest) => read_manifest(written, limits),
        Ok(Format::OpenWrtStatus) => read_package_status(start, limits),
        Ok(Format::WestManifest) => read_west_manifest(written, limits),
        Ok(format) => plain(of_lockfile(format, bytes, limits)),
        Err(problem) => Read::refused(*problem),
    }
}

/// Lockfiles that tell more beside their project's manifest, here without it.
fn of_lockfile(format: Format, bytes: &[u8], limits: &Limits) -> Read<Sbom> {
    match format {
        Format::GoMod => read_go_mod(bytes, limits),
        Format::YarnLock => read_yarn_lock(bytes, &[], limits),
        Format::PnpmLock => read_pnpm_lock(bytes, &[], limits),
        Format::PoetryLock => read_poetry_lock(bytes, None, limits),
        Format::UvLock => read_uv_lock(bytes, limits),
        Format::PdmLock => read_pdm_lock(bytes, None, limits),
        Format::PipfileLock => read_pipfile_lock(bytes, None, limits),
        Format::Pylock => read_pylock(bytes, None, limits),
        Format::PackagesLock => read_packages_lock(bytes, None, limits),
        Format::DepsJson => read_deps_json(bytes, limits),
        Format::ComposerLock => read_composer_lock(bytes, None, limits),
        Format::GemfileLock => read_gemfile_lock(bytes, limits),
        Format::GradleLock => read_gradle_lock(bytes, false, None, limits),
        _ => {
            let Read { value, problems } = read_requirements(bytes, limits);
            Read { value: value.map(|requirements| requirements.sbom), problems }
        }
    }
}

fn of_cyclonedx(read: Read<Sbom>, written: &str, limits: &Limits) -> Read<Listed> {
    let Read { value, problems } = read;
    let value = value.map(|sbom| {
        let sbom = without_host_tools(sbom, written, limits);
        let statements = analyses(&sbom, written, limits);
        Listed { statements, ..Listed::plain(sbom) }
    });
    Read { value, problems }
}

fn of_spdx_yaml(written: &str, limits: &Limits) -> Read<Sbom> {
    let mut read = match yaml_as_json(written, limits) {
        Ok(json) => read_spdx(json.as_bytes(), limits),
        Err(problem) => return Read::refused(*problem),
    };
    forget_lines(&mut read);
    read
}

fn of_spdx_rdf(written: &str, limits: &Limits) -> Read<Sbom> {
    let told = match rdf_as_json(written, limits) {
        Ok(told) => told,
        Err(problem) => return Read::refused(*problem),
    };
    let mut read = read_spdx(told.json.as_bytes(), limits);
    forget_lines(&mut read);
    if limits.particulars {
        read.problems.extend(passed_over(told.passed_over));
    }
    read
}

/// Lines and columns are those of the JSON, which nobody sees.
fn forget_lines(read: &mut Read<Sbom>) {
    for problem in &mut read.problems {
        (problem.place.bytes, problem.place.line_and_column) = (None, None);
    }
}

/// What is told of elements and properties that are passed over.
fn passed_over(names: BTreeSet<String>) -> Option<Problem> {
    if names.is_empty() {
        return None;
    }
    let names = names.into_iter().collect::<Vec<_>>().join(", ");
    Some(Problem::warning(Place::default(), text!("formats-xml-passed-over", names = names)))
}

fn of_cyclonedx_xml(written: &str, limits: &Limits) -> Read<Listed> {
    let told = match told_as_json(written, limits) {
        Ok(told) => told,
        Err(problem) => return Read::refused(*problem),
    };
    let read = read_cyclonedx(told.json.as_bytes(), limits);
    let mut read = of_xml(of_cyclonedx(read, &told.json, limits), &told.places);
    if limits.particulars {
        read.problems.extend(passed_over(told.passed_over));
    }
    read
}

/// One of the many documents Yocto writes of an image: the class names itself among the creators.
fn is_of_yocto(written: &str) -> bool {
    written.contains("Tool: OpenEmbedded Core create-spdx.bbclass")
}

fn detect(name_hint: &str, written: &str) -> Result<Format, Box<Problem>> {
    let name = name_hint.rsplit(['/', '\\']).next().unwrap_or(name_hint);
    let start = written.trim_start();
    match name {
        "Cargo.lock" => return Ok(Format::CargoLock),
        "package-lock.json" | "npm-shrinkwrap.json" | ".package-lock.json" => return Ok(Format::PackageLock),
        "go.mod" => return Ok(Format::GoMod),
        "yarn.lock" => return Ok(Format::YarnLock),
        "pnpm-lock.yaml" => return Ok(Format::PnpmLock),
        "poetry.lock" => return Ok(Format::PoetryLock),
        "uv.lock" => return Ok(Format::UvLock),
        "pdm.lock" => return Ok(Format::PdmLock),
        "Pipfile.lock" => return Ok(Format::PipfileLock),
        "pylock.toml" => return Ok(Format::Pylock),
        "requirements.txt" => return Ok(Format::Requirements),
        "packages.lock.json" => return Ok(Format::PackagesLock),
        "composer.lock" => return Ok(Format::ComposerLock),
        "Gemfile.lock" | "gems.locked" => return Ok(Format::GemfileLock),
        "gradle.lockfile" => return Ok(Format::GradleLock),
        _ if name.ends_with(".deps.json") => return Ok(Format::DepsJson),
        _ => {}
    }
    if start.starts_with('{') {
        return if is_show_info(written) { Ok(Format::ShowInfo) } else { of_json(written) };
    }
    let refused = if let Some(says) = other_lockfile(name) {
        says
    } else if is_cargo_lock(start) {
        return Ok(Format::CargoLock);
    } else if start.starts_with('<') {
        match xml(start) {
            Ok(format) => return Ok(format),
            Err(says) => says,
        }
    } else if start.starts_with('[') {
        text!("formats-json-list")
    } else if let Some(format) = of_build(start) {
        return Ok(format);
    } else if is_yaml(start) {
        return Ok(Format::SpdxYaml);
    } else {
        text!("formats-unknown")
    };
    Err(Box::new(Problem::error(Place::default(), refused)))
}

/// Whether a text is of one kind.
type Is = fn(&str) -> bool;

/// What builds write of a device, a line or a paragraph for each package.
fn of_build(start: &str) -> Option<Format> {
    let is_tag_value = || start.lines().take(50).any(|line| line.starts_with("SPDXVersion:"));
    let known: [(Is, Format); 6] = [
        (is_manifest_csv, Format::ManifestCsv),
        (is_license_manifest, Format::LicenseManifest),
        (is_package_status, Format::OpenWrtStatus),
        (is_west_manifest, Format::WestManifest),
        (is_manifest, Format::OpenWrtManifest),
        (is_image_manifest, Format::ImageManifest),
    ];
    if is_tag_value() {
        return Some(Format::SpdxTagValue);
    }
    known.into_iter().find(|(is, _)| is(start)).map(|(_, format)| format)
}

/// Lockfiles of other package managers, by name: their makers' tools turn them into an SBOM.
fn other_lockfile(name: &str) -> Option<Text> {
    let known = ["bun.lock", "go.sum", "mix.lock", "pubspec.lock", "Podfile.lock"];
    known.contains(&name).then(|| text!("formats-other-lockfile", name = name))
}

/// A `Cargo.lock` under another name: by the line Cargo writes first, or by its tables and registry.
fn is_cargo_lock(start: &str) -> bool {
    let by_cargo = |line: &str| line.starts_with("# This file is automatically @generated by Cargo");
    let table = |line: &str| line.trim() == "[[package]]";
    let registry = "github.com/rust-lang/crates.io-index";
    start.lines().take(5).any(by_cargo) || (start.lines().take(20).any(table) && start.contains(registry))
}

fn xml(start: &str) -> Result<Format, Text> {
    // What tells these apart stands in the first element; what stands before it may be long.
    let start = first_element(start);
    let end = start.char_indices().nth(4096).map_or(start.len(), |(offset, _)| offset);
    let beginning = &start[..end];
    if beginning.contains("cyclonedx.org") || beginning.contains("<bom") {
        Ok(Format::CycloneDxXml)
    } else if beginning.contains("spdx.org/rdf") {
        Ok(Format::SpdxRdf)
    } else if beginning.contains("<html") || beginning.contains("<!DOCTYPE html") {
        Err(text!("formats-html"))
    } else {
        Err(text!("formats-xml"))
    }
}

/// From the first element or document type on, past declaration, instructions and comments.
fn first_element(start: &str) -> &str {
    let mut rest = start.trim_start();
    loop {
        let ends_with = match rest {
            comment if comment.starts_with("<!--") => "-->",
            instruction if instruction.starts_with("<?") => "?>",
            _ => return rest,
        };
        // One that does not end is the reader's to refuse.
        let Some((_, behind)) = rest.split_once(ends_with) else { return rest };
        rest = behind.trim_start();
    }
}

/// Looks at the members of the outermost object until one tells. What it passes over it does not descend into, so that how
/// deep the document nests is the reader's to say, which looks at every byte once.
fn of_json(written: &str) -> Result<Format, Box<Problem>> {
    let mut found = None;
    let mut deserializer = serde_json::Deserializer::from_str(written);
    let read = (&mut deserializer).deserialize_map(Members(&mut found));
    match (found, read) {
        (Some(Ok(format)), _) => Ok(format),
        (Some(Err(says)), _) => Err(Box::new(Problem::error(Place::default(), says))),
        (None, Ok(())) => Err(Box::new(Problem::error(Place::default(), text!("formats-json-unknown")))),
        // Cut off or malformed before anything told: one reader is as good as another to say where.
        (None, Err(_)) => Ok(Format::CycloneDx),
    }
}

struct Members<'f>(&'f mut Option<Result<Format, Text>>);

impl<'de> Visitor<'de> for Members<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while let Some(name) = members.next_key::<Words<'de>>()? {
            let told = match &*name {
                "$schema" | "@context" => {
                    let address = members.next_value::<MaybeWords<'de>>()?;
                    of_schema(address.0.as_deref().unwrap_or_default())
                }
                _ => of_member(&name),
            };
            if told.is_some() {
                *self.0 = told;
                // The rest is the reader's; this only ends the looking.
                return Err(Error::custom("told"));
            }
            if !matches!(&*name, "$schema" | "@context") {
                members.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

fn of_schema(address: &str) -> Option<Result<Format, Text>> {
    if address.contains("cyclonedx.org") {
        Some(Ok(Format::CycloneDx))
    } else if address.contains("spdx.org/rdf/3") {
        Some(Ok(Format::Spdx3))
    } else if address.contains("openvex") {
        Some(Err(text!("formats-not-an-sbom", what = text!("formats-kind-openvex"))))
    } else {
        None
    }
}

/// The format that has this member, and what else people take for an SBOM.
fn of_member(name: &str) -> Option<Result<Format, Text>> {
    let other = |what: Text| Some(Err(text!("formats-not-an-sbom", what = what)));
    match name {
        "bomFormat" | "specVersion" => Some(Ok(Format::CycloneDx)),
        "spdxVersion" | "SPDXID" => Some(Ok(Format::Spdx)),
        "lockfileVersion" => Some(Ok(Format::PackageLock)),
        "@graph" => Some(Ok(Format::Spdx3)),
        "package" | "package_status_checks" | "defconfigs" | "stats" | "arch_packages" | "linux_kernel" => {
            Some(Err(text!("embedded-not-a-list")))
        }
        "payloadType" | "predicateType" | "_type" | "dsseEnvelope" => Some(Err(text!("formats-attestation"))),
        "sbom" => Some(Err(text!("formats-wrapped"))),
        "artifactRelationships" => other(text!("formats-kind-syft")),
        "ArtifactName" => other(text!("formats-kind-trivy")),
        "schema_version" | "affected" => other(text!("formats-kind-osv")),
        "catalogVersion" => other(text!("formats-kind-kev")),
        "resultsPerPage" => other(text!("cpe-kind-nvd")),
        "devDependencies" | "scripts" => other(text!("formats-kind-package-json")),
        "document" => other(text!("formats-kind-csaf")),
        "runs" => other(text!("formats-kind-sarif")),
        _ => None,
    }
}
