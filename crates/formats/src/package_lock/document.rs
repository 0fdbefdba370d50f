//! The lockfile: its version, its product, and its packages by the path they are installed at.

use std::borrow::Cow;
use std::fmt;

use proofmark_facts::{Place, Problem, Read, Sbom, SbomOrigin};
use proofmark_text::text;
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use super::entry::{Entry, Names};
use super::tree::{Product, gather};
use crate::Limits;
use crate::excerpt::excerpt;
use crate::gathered::Gathered;
use crate::json::{MaybeWords, Once, Stop, Stopped, Words, read_document};

/// The longest path of a package, in bytes, and the most folders in it: file systems allow little more.
const LONGEST_PATH_BYTES: usize = 4096;

/// Reads a `package-lock.json` or `npm-shrinkwrap.json`.
///
/// The product and the members of its workspace are `own`. Packages only development needs (`dev`) are not
/// shipped: they are left out, and a warning says how many. Optional and peer dependencies may be shipped
/// and are kept. Which of several copies a package gets is decided as Node.js does, by folder. Version 1
/// does not say what the product itself asks for; it depends on the packages that no other requires.
pub fn read_package_lock(bytes: &[u8], limits: &Limits) -> Read<Sbom> {
    let mut lock = Lock::new(limits);
    let read = read_document(bytes, limits.bytes, limits.depth, "`package-lock.json`", &mut lock);
    match read {
        Ok(()) => lock.finish(),
        Err(problem) => lock.gathered.refuse(*problem),
    }
}

/// What was read so far.
struct Lock<'a> {
    gathered: Gathered<'a>,
    stop: Stop,
    name: Option<Words<'a>>,
    version: Option<Words<'a>>,
    lockfile_version: Option<u32>,
    /// Packages of version 2 and 3 by their path.
    packages: Vec<(Words<'a>, Entry<'a>)>,
    /// Packages of version 1 by the path they have in later versions.
    nested: Vec<(Words<'a>, Entry<'a>)>,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(field_identifier, rename_all = "camelCase")]
enum Key {
    Name,
    Version,
    LockfileVersion,
    Packages,
    Dependencies,
    #[serde(other)]
    Other,
}

impl<'a> Lock<'a> {
    fn new(limits: &'a Limits) -> Self {
        Self {
            gathered: Gathered::new(limits),
            stop: Stop::default(),
            name: None,
            version: None,
            lockfile_version: None,
            packages: Vec::new(),
            nested: Vec::new(),
        }
    }

    fn finish(mut self) -> Read<Sbom> {
        let version = self.lockfile_version.unwrap_or(1);
        if self.lockfile_version.is_none() && self.packages.is_empty() && self.nested.is_empty() {
            let problem = Problem::error(Place::default(), text!("formats-package-lock-other"));
            return self.gathered.refuse(problem);
        }
        if version > 3 {
            let says = text!("formats-package-lock-newer", version = version);
            self.gathered.problems.warn(Place::at("/lockfileVersion"), says);
        }
        // Version 2 holds both, for older readers; `packages` says more.
        let is_version_1 = self.packages.is_empty();
        let packages = std::mem::take(if is_version_1 { &mut self.nested } else { &mut self.packages });
        let product = Product { name: self.name.as_deref(), version: self.version.as_deref() };
        let origin = SbomOrigin { format: format!("package-lock.json {version}"), ..SbomOrigin::default() };
        match gather(packages, &product, &mut self.gathered, is_version_1) {
            Ok(subject) => self.gathered.finish(origin, Some(subject)),
            Err(says) => self.gathered.refuse(Problem::error(Place::at("/packages"), says)),
        }
    }

    fn push(&mut self, path: Words<'a>, entry: Entry<'a>, nested: bool) -> Result<(), Stopped> {
        if path.len() > LONGEST_PATH_BYTES || path.split('/').count() > self.gathered.deepest_path() {
            return Err(self.stop.because(text!("formats-package-lock-path", path = excerpt(&path))));
        }
        let list = if nested { &mut self.nested } else { &mut self.packages };
        if list.len() >= self.gathered.most_components() {
            let says = text!("formats-too-many-components", most = self.gathered.most_components());
            return Err(self.stop.because(says));
        }
        list.push((path, entry));
        Ok(())
    }
}

impl AsMut<Stop> for Lock<'_> {
    fn as_mut(&mut self) -> &mut Stop {
        &mut self.stop
    }
}

impl<'de> DeserializeSeed<'de> for &mut Lock<'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &mut Lock<'de> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a package lockfile")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let mut once = Once::default();
        while let Some(key) = members.next_key::<Key>()? {
            if !matches!(key, Key::Other) {
                once.check(key as u8)?;
            }
            match key {
                Key::Name => self.name = members.next_value()?,
                Key::Version => self.version = members.next_value()?,
                Key::LockfileVersion => self.lockfile_version = members.next_value()?,
                Key::Packages => members.next_value_seed(Packages(self))?,
                Key::Dependencies => members.next_value_seed(Nested { lock: self, inside: "" })?,
                Key::Other => {
                    members.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(())
    }
}

/// Reads `packages` of version 2 and 3.
struct Packages<'l, 'a>(&'l mut Lock<'a>);

impl<'de> DeserializeSeed<'de> for Packages<'_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Packages<'_, 'de> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("packages by path")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while let Some((path, entry)) = members.next_entry::<Words<'de>, Entry<'de>>()? {
            self.0.push(path, entry, false).map_err(Error::custom)?;
        }
        Ok(())
    }
}

/// Reads `dependencies` of version 1, of the file or of a package in it.
struct Nested<'l, 'p, 'a> {
    lock: &'l mut Lock<'a>,
    inside: &'p str,
}

impl<'de> DeserializeSeed<'de> for Nested<'_, '_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Nested<'_, '_, 'de> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("packages by name")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while let Some(name) = members.next_key::<Words<'de>>()? {
            let slash = if self.inside.is_empty() { "" } else { "/" };
            let path = format!("{}{slash}node_modules/{}", self.inside, &*name);
            members.next_value_seed(NestedPackage { lock: &mut *self.lock, path: &path })?;
        }
        Ok(())
    }
}

/// Reads one package of version 1, which may hold others.
struct NestedPackage<'l, 'p, 'a> {
    lock: &'l mut Lock<'a>,
    path: &'p str,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(field_identifier, rename_all = "camelCase")]
enum NestedKey {
    Version,
    Resolved,
    Integrity,
    Dev,
    Requires,
    Dependencies,
    #[serde(other)]
    Other,
}

impl<'de> DeserializeSeed<'de> for NestedPackage<'_, '_, 'de> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for NestedPackage<'_, '_, 'de> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a package")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let (mut version, mut resolved, mut integrity) = (None, MaybeWords::default(), None);
        let (mut dev, mut requires, mut once) = (false, Names::default(), Once::default());
        while let Some(key) = members.next_key::<NestedKey>()? {
            if !matches!(key, NestedKey::Other) {
                once.check(key as u8)?;
            }
            match key {
                NestedKey::Version => version = members.next_value()?,
                NestedKey::Resolved => resolved = members.next_value()?,
                NestedKey::Integrity => integrity = members.next_value()?,
                NestedKey::Dev => dev = members.next_value()?,
                NestedKey::Requires => requires = members.next_value()?,
                NestedKey::Dependencies => {
                    members.next_value_seed(Nested { lock: &mut *self.lock, inside: self.path })?;
                }
                NestedKey::Other => {
                    members.next_value::<IgnoredAny>()?;
                }
            }
        }
        let entry = Entry::of_version_1(version, resolved, integrity, dev, requires);
        let path = Words(Cow::Owned(self.path.to_owned()));
        self.lock.push(path, entry, true).map_err(Error::custom)
    }
}
