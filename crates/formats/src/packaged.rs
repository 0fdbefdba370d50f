//! A package as a component: one way for every package manager whose package URLs need no rules of their own.

use proofmark_facts::{Component, Place, Purl};
use proofmark_text::text;

use crate::excerpt::excerpt;
use crate::gathered::Gathered;

/// What names a package; an empty part is an absent one.
#[derive(Debug, Default)]
pub(crate) struct Packaged<'a> {
    /// The type of its package URL.
    pub(crate) kind: &'a str,
    pub(crate) namespace: &'a str,
    pub(crate) name: &'a str,
    pub(crate) version: &'a str,
    pub(crate) qualifiers: &'a [(&'a str, &'a str)],
}

impl Packaged<'_> {
    /// The component; a name no package URL can be made of is told, and stands without one.
    pub(crate) fn component(&self, gathered: &mut Gathered<'_>, place: &dyn Fn() -> Place) -> Component {
        let purl = Purl::new(self.kind, self.namespace, self.name, self.version, self.qualifiers, "").ok();
        if purl.is_none() {
            gathered.problems.warn(place(), text!("formats-purl-unreadable", purl = excerpt(self.name)));
        }
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Component {
            reference: purl.as_ref().map_or_else(|| self.name.to_owned(), Purl::to_string),
            group: some(self.namespace),
            name: self.name.to_owned(),
            version: some(self.version),
            purl,
            ..Component::default()
        }
    }
}

/// A component of the product's own, by name and version alone.
pub(crate) fn own(name: &str, version: &str) -> Component {
    Component {
        reference: name.to_owned(),
        name: name.to_owned(),
        version: (!version.is_empty()).then(|| version.to_owned()),
        own: true,
        ..Component::default()
    }
}

/// The version a range allows alone, where these are Maven's or NuGet's brackets: `1.0`, `[1.0]`, `[1.0,1.0]`; of any other range,
/// and of a version that is left open, none.
pub(crate) fn fixed_version(written: &str) -> Option<&str> {
    let written = written.trim();
    let inside = match written.strip_prefix('[') {
        Some(rest) => rest.strip_suffix(']')?,
        None => written,
    };
    let version = match inside.split_once(',') {
        Some((from, to)) if from.trim() == to.trim() => from.trim(),
        Some(_) => return None,
        None => inside.trim(),
    };
    let is_one = !version.is_empty() && !version.contains(['*', '(', ')', '[', ']', '$', ' ']);
    is_one.then_some(version)
}

#[cfg(test)]
mod tests {
    use super::fixed_version;

    #[test]
    fn only_what_allows_one_version_has_one() {
        for (written, version) in [
            ("1.0", Some("1.0")),
            (" [1.0] ", Some("1.0")),
            ("[1.0, 1.0]", Some("1.0")),
            ("[1.0,2.0)", None),
            ("(,1.0]", None),
            ("1.*", None),
            ("$(Version)", None),
            ("", None),
        ] {
            assert_eq!(fixed_version(written), version, "{written}");
        }
    }
}
