//! One package of the lockfile, and what it is as a component.

use std::fmt;

use proofmark_facts::{Component, Place, Purl};
use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use crate::gathered::Gathered;
use crate::integrity::digests_of_integrity;
use crate::json::{MaybeWords, Words};

/// The most dependencies of one package.
const MOST_NAMES: usize = 100_000;

/// A package as written, in whichever version.
#[derive(serde::Deserialize, Default)]
#[serde(rename_all = "camelCase")]
pub(super) struct Entry<'a> {
    #[serde(borrow)]
    pub(super) name: Option<Words<'a>>,
    #[serde(borrow)]
    pub(super) version: Option<Words<'a>>,
    #[serde(default, borrow)]
    pub(super) resolved: MaybeWords<'a>,
    #[serde(borrow)]
    integrity: Option<Words<'a>>,
    #[serde(default, borrow)]
    license: MaybeWords<'a>,
    #[serde(default)]
    pub(super) link: bool,
    #[serde(default)]
    pub(super) dev: bool,
    #[serde(default, borrow)]
    pub(super) dependencies: Names<'a>,
    #[serde(default, borrow)]
    pub(super) optional_dependencies: Names<'a>,
    #[serde(default, borrow)]
    pub(super) peer_dependencies: Names<'a>,
}

impl<'a> Entry<'a> {
    /// A package of version 1 of the format.
    pub(super) fn of_version_1(
        version: Option<Words<'a>>,
        resolved: MaybeWords<'a>,
        integrity: Option<Words<'a>>,
        dev: bool,
        requires: Names<'a>,
    ) -> Self {
        Self { version, resolved, integrity, dev, dependencies: requires, ..Self::default() }
    }

    /// The package as a component, by the name of the folder it lies in unless it says its own.
    pub(super) fn component(
        &self,
        folder_name: &str,
        own: bool,
        gathered: &mut Gathered<'_>,
        place: &dyn Fn() -> Place,
    ) -> Component {
        let written = self.version.as_deref().unwrap_or_default();
        // Version 1 writes an alias as `npm:real-name@1.0.0`, and a place as its version.
        let alias = written.strip_prefix("npm:").and_then(|alias| alias.rsplit_once('@'));
        let (name, version) = alias.unwrap_or((self.name.as_deref().unwrap_or(folder_name), written));
        let is_place = version.contains(':');
        let source = if is_place { Some(version) } else { self.resolved.0.as_deref() };
        let (scope, bare_name) = match name.split_once('/') {
            Some((scope, bare_name)) if scope.starts_with('@') => (scope, bare_name),
            _ => ("", name),
        };
        let git = source.filter(|source| source.starts_with("git")).map(vcs_url);
        let qualifier = git.as_deref().map(|address| ("vcs_url", address));
        let purl_version = if is_place { "" } else { version };
        let purl = Purl::new("npm", scope, bare_name, purl_version, qualifier.as_slice(), "").ok();
        let integrity = self.integrity.as_deref().unwrap_or_default();
        let digests = digests_of_integrity(integrity, gathered, place);
        Component {
            group: (!scope.is_empty()).then(|| scope.to_owned()),
            name: bare_name.to_owned(),
            version: (!version.is_empty()).then(|| version.to_owned()),
            purl,
            licences: self.license.0.iter().map(|licence| licence.clone().into_string()).collect(),
            digests,
            own: own || version.starts_with("file:"),
            ..Component::default()
        }
    }
}

/// `git+ssh://git@host/path.git#commit` as the qualifier `vcs_url` writes it: the commit behind an `@`.
fn vcs_url(source: &str) -> String {
    match source.rsplit_once('#') {
        Some((address, commit)) => format!("{address}@{commit}"),
        None => source.to_owned(),
    }
}

/// The names of an object's members: what is depended on, without the range that was asked for.
#[derive(Debug, Default)]
pub(super) struct Names<'a>(pub(super) Vec<Words<'a>>);

impl<'de: 'a, 'a> Deserialize<'de> for Names<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NamesReader).map(Names)
    }
}

struct NamesReader;

impl<'de> Visitor<'de> for NamesReader {
    type Value = Vec<Words<'de>>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("dependencies by name")
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }

    /// Version 1 says `"requires": true` of the whole file.
    fn visit_bool<E: Error>(self, _: bool) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut names = Vec::new();
        while let Some((name, _)) = members.next_entry::<Words<'de>, IgnoredAny>()? {
            if names.len() >= MOST_NAMES {
                return Err(Error::custom("this package has too many dependencies"));
            }
            names.push(name);
        }
        Ok(names)
    }
}
