//! The packages of an image: its `.manifest`, a line each (`busybox - 1.36.1-r2`), or the status its package manager keeps
//! (`/usr/lib/opkg/status`).

use proofmark_facts::{Component, Place, Problem, Read, SbomOrigin};
use proofmark_text::text;

use super::package_index::{Stanza, stanzas};
use crate::Limits;
use crate::excerpt::excerpt;
use crate::gathered::Gathered;
use crate::listed::{BuiltPackages, Listed};

/// The lines that are looked at to tell what a file is.
const LOOKED_AT: usize = 20;

/// The package of the kernel itself.
const KERNEL: &str = "kernel";

/// The beginning of the names of its modules.
const MODULE: &str = "kmod-";

pub(crate) fn is_manifest(written: &str) -> bool {
    let mut lines = written.lines().filter(|line| !line.trim().is_empty()).take(LOOKED_AT).peekable();
    lines.peek().is_some() && lines.all(|line| entry(line).is_some())
}

/// Whether these are stanzas of what is installed, rather than of what could be.
pub(crate) fn is_package_status(written: &str) -> bool {
    written.starts_with("Package: ") && written.lines().take(50).any(|line| line.starts_with("Status: "))
}

fn entry(line: &str) -> Option<(&str, &str)> {
    let (name, version) = line.trim().split_once(" - ")?;
    let is_one = |word: &str| !word.is_empty() && !word.contains(char::is_whitespace);
    (is_one(name) && is_one(version)).then_some((name, version))
}

/// Reads the manifest of an image.
pub(crate) fn read_manifest(written: &str, limits: &Limits) -> Read<Listed> {
    let mut packages = Vec::new();
    let mut gathered = Gathered::new(limits);
    for (number, line) in written.lines().enumerate() {
        match entry(line) {
            Some((name, version)) => packages.push(Stanza { name, version, ..Stanza::default() }),
            None if line.trim().is_empty() => {}
            None => {
                let place = Place { line_and_column: Some((number + 1, 1)), ..Place::default() };
                gathered.problems.warn(place, text!("embedded-line-unread", line = excerpt(line)));
            }
        }
    }
    list(&packages, "OpenWrt manifest", gathered)
}

/// Reads what the package manager says is installed.
pub(crate) fn read_package_status(written: &str, limits: &Limits) -> Read<Listed> {
    let installed: Vec<Stanza<'_>> =
        stanzas(written).into_iter().filter(|stanza| stanza.status.ends_with(" installed")).collect();
    list(&installed, "OpenWrt package status", Gathered::new(limits))
}

/// One component for each package; the modules of the kernel count as the kernel.
fn list(packages: &[Stanza<'_>], format: &str, mut gathered: Gathered<'_>) -> Read<Listed> {
    let kernel =
        packages.iter().find(|package| package.name == KERNEL).map(|package| kernel_version(package.version));
    let (mut modules, mut kernel_place) = (Vec::new(), None);
    for package in packages {
        let is_kernel = package.name == KERNEL;
        let of_kernel = kernel.filter(|_| package.name.starts_with(MODULE)).filter(|kernel| {
            // What comes from other sources carries their version behind the kernel's: `6.6.73.6.12.6-r1`.
            *kernel == upstream(package.version) || *kernel == kernel_only(package.version)
        });
        if of_kernel.is_some() {
            modules.push(package.name.to_owned());
            continue;
        }
        let version = if is_kernel { kernel_version(package.version) } else { upstream(package.version) };
        let kernel_cpe = is_kernel.then(|| format!("cpe:2.3:o:linux:linux_kernel:{version}:*:*:*:*:*:*:*"));
        let stated = Some(package.cpe.to_owned()).filter(|cpe| !cpe.is_empty());
        let component = Component {
            reference: package.name.to_owned(),
            name: package.name.to_owned(),
            version: Some(version.to_owned()).filter(|version| !version.is_empty()),
            cpe: kernel_cpe.or(stated),
            licences: Some(package.licence.to_owned())
                .filter(|licence| !licence.is_empty())
                .into_iter()
                .collect(),
            ..Component::default()
        };
        match gathered.add(component, Place::default) {
            Ok(index) if is_kernel => kernel_place = Some(index as usize),
            Ok(_) => {}
            Err(says) => return gathered.problems.told_with(Problem::error(Place::default(), says)),
        }
    }
    modules.sort_unstable();
    modules.dedup();
    let folded = kernel_place.filter(|_| !modules.is_empty());
    let folded = folded.map(|component| BuiltPackages { component, packages: modules }).into_iter().collect();
    let origin = SbomOrigin { format: format.to_owned(), ..SbomOrigin::default() };
    let Read { value, problems } = gathered.finish(origin, None);
    Read { value: value.map(|sbom| Listed { sbom, statements: Vec::new(), folded }), problems }
}

/// Upstream's version, without the revision of the package: `1.36.1-r2` of apk, `1.36.1-2` of opkg.
pub(super) fn upstream(version: &str) -> &str {
    let Some((upstream, revision)) = version.rsplit_once('-') else { return version };
    let digits = revision.strip_prefix('r').unwrap_or(revision);
    let is_revision =
        !digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    // A date has dashes as well: `2024-09-08`.
    let is_date = upstream.bytes().filter(|byte| *byte == b'-').count() == 1
        && upstream.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
        && !revision.starts_with('r');
    if is_revision && !is_date && !upstream.is_empty() { upstream } else { version }
}

/// The kernel's number alone: `6.6.73` of `6.6.73~a1b2c3-r1` and of `5.15.150-1-a1b2c3`.
fn kernel_version(version: &str) -> &str {
    let end = version.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(version.len());
    version[..end].trim_end_matches('.')
}

/// The same of a module whose version has nothing of its own behind it.
fn kernel_only(version: &str) -> &str {
    let number = kernel_version(version);
    if number.split('.').count() > 3 { version } else { number }
}
