//! A module of Go as a component (purl types, `golang`).

use proofmark_facts::{Component, Place, Purl};
use proofmark_text::text;

use crate::excerpt::excerpt;
use crate::gathered::Gathered;

/// The component of a module; a version that is empty or `(devel)` is none.
pub(super) fn module(path: &str, version: &str, gathered: &mut Gathered<'_>, place: Place) -> Component {
    let version = if version == "(devel)" { "" } else { version };
    let (namespace, name) = path.rsplit_once('/').unwrap_or(("", path));
    let purl = Purl::new("golang", namespace, name, version, &[], "").ok();
    if purl.is_none() {
        gathered.problems.warn(place, text!("formats-purl-unreadable", purl = excerpt(path)));
    }
    Component {
        reference: purl.as_ref().map_or_else(|| path.to_owned(), ToString::to_string),
        name: path.to_owned(),
        version: (!version.is_empty()).then(|| version.to_owned()),
        purl,
        ..Component::default()
    }
}
