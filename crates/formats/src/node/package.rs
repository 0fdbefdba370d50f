//! A package of the npm registry, or of elsewhere, as a component (purl types, `npm`).

use proofmark_facts::{Component, Place, Purl};
use proofmark_text::text;

use crate::excerpt::excerpt;
use crate::gathered::Gathered;

/// The component of a package; where it comes from a repository, that is the qualifier `vcs_url`, with the commit behind `#`.
pub(super) fn package(
    name: &str,
    version: &str,
    repository: Option<&str>,
    gathered: &mut Gathered<'_>,
    place: &dyn Fn() -> Place,
) -> Component {
    let (scope, bare_name) = match name.split_once('/') {
        Some((scope, bare_name)) if scope.starts_with('@') => (scope, bare_name),
        _ => ("", name),
    };
    let vcs_url = repository.map(|source| match source.rsplit_once('#') {
        Some((address, commit)) => format!("{address}@{commit}"),
        None => source.to_owned(),
    });
    let qualifier = vcs_url.as_deref().map(|address| ("vcs_url", address));
    let purl = Purl::new("npm", scope, bare_name, version, qualifier.as_slice(), "").ok();
    if purl.is_none() {
        gathered.problems.warn(place(), text!("formats-purl-unreadable", purl = excerpt(name)));
    }
    Component {
        reference: purl.as_ref().map_or_else(|| name.to_owned(), Purl::to_string),
        group: (!scope.is_empty()).then(|| scope.to_owned()),
        name: bare_name.to_owned(),
        version: (!version.is_empty()).then(|| version.to_owned()),
        purl,
        ..Component::default()
    }
}

/// The address of a repository a place names; `None`: it is none.
pub(super) fn repository(place: &str) -> Option<&str> {
    let begins = ["git+", "git:", "git@", "ssh:"];
    let is_file = place.split('#').next().is_some_and(|address| address.strip_suffix(".git").is_some());
    (begins.iter().any(|begins| place.starts_with(begins)) || is_file).then_some(place)
}
