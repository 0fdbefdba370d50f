//! `*.manifest`: the packages of an image, a line each with name, architecture and version.

use proofmark_facts::{Component, Place, Read, SbomOrigin, is_kernel_recipe, kernel_cpe};
use proofmark_text::text;

use crate::Limits;
use crate::excerpt::excerpt;
use crate::gathered::Gathered;
use crate::listed::Listed;

/// The lines that are looked at to tell what a file is.
const LOOKED_AT: usize = 20;

/// Whether the first lines have three words each, the last of which begins as versions do.
pub(crate) fn is_image_manifest(written: &str) -> bool {
    let mut lines = written.lines().filter(|line| !line.trim().is_empty()).take(LOOKED_AT).peekable();
    lines.peek().is_some() && lines.all(|line| entry(line).is_some())
}

fn entry(line: &str) -> Option<(&str, &str)> {
    let mut words = line.split_whitespace();
    let (name, architecture, version) = (words.next()?, words.next()?, words.next()?);
    let is_name = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-._".contains(&byte));
    let is_architecture =
        architecture.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte));
    let is_version = version.bytes().any(|byte| byte.is_ascii_digit());
    (words.next().is_none() && is_name && is_architecture && is_version).then_some((name, version))
}

/// Reads the manifest of an image: every package, since it does not say which recipe made which.
pub(crate) fn read_image_manifest(written: &str, limits: &Limits) -> Read<Listed> {
    let mut gathered = Gathered::new(limits);
    let mut has_kernel = false;
    for (number, line) in written.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let place = || Place { line_and_column: Some((number + 1, 1)), ..Place::default() };
        let Some((name, version)) = entry(line) else {
            gathered.problems.warn(place(), text!("embedded-line-unread", line = excerpt(line)));
            continue;
        };
        let version = without_revision(version);
        // The parts a kernel is split into are one kernel.
        let cpe = if has_kernel || !is_kernel(name) { None } else { kernel_cpe(version) };
        has_kernel |= cpe.is_some();
        let component = Component {
            reference: name.to_owned(),
            name: name.to_owned(),
            version: Some(version.to_owned()),
            cpe,
            ..Component::default()
        };
        if let Err(says) = gathered.add(component, place) {
            return gathered.problems.told_with(proofmark_facts::Problem::error(place(), says));
        }
    }
    let origin = SbomOrigin { format: "Yocto image manifest".to_owned(), ..SbomOrigin::default() };
    let Read { value, problems } = gathered.finish(origin, None);
    Read { value: value.map(Listed::plain), problems }
}

/// Whether a package is the kernel itself. Yocto splits it, and its modules are listed beside it.
fn is_kernel(name: &str) -> bool {
    let of_release = |rest: &str| rest.starts_with(|first: char| first.is_ascii_digit());
    is_kernel_recipe(name)
        || name == "kernel"
        || name == "kernel-image"
        || name.starts_with("kernel-image-")
        || name.strip_prefix("kernel-").is_some_and(of_release)
}

/// The recipe's version, without the revision of the package (`PR`): `1.36.1-r0`, `1.36.1-r0.3`.
pub(crate) fn without_revision(version: &str) -> &str {
    let Some((upstream, revision)) = version.rsplit_once("-r") else { return version };
    let is_revision = revision.starts_with(|first: char| first.is_ascii_digit())
        && revision.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if is_revision && !upstream.is_empty() { upstream } else { version }
}
