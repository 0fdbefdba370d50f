//! `make show-info`: one object, each member a package by its name.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use proofmark_facts::{
    BuilderSays, BuilderStatement, Component, Place, Problem, Read, Sbom, SbomOrigin, StatementOrigin,
};
use proofmark_text::text;
use serde::Deserialize;
use serde::de::{Deserializer, Error, IgnoredAny, MapAccess, Visitor};

use crate::Limits;
use crate::cve_name::cve_names;
use crate::gathered::Gathered;
use crate::json::{List, MaybeWords, Words, read_value};
use crate::listed::Listed;

/// A package, or a file system that is made of them.
#[derive(Deserialize)]
struct Package<'a> {
    #[serde(rename = "type", borrow)]
    kind: Words<'a>,
    #[serde(default, borrow)]
    name: MaybeWords<'a>,
    #[serde(rename = "virtual", default)]
    is_virtual: bool,
    #[serde(default, borrow)]
    version: MaybeWords<'a>,
    #[serde(default, borrow)]
    licenses: MaybeWords<'a>,
    #[serde(rename = "cpe-id", default, borrow)]
    cpe: MaybeWords<'a>,
    #[serde(default, borrow)]
    ignore_cves: List<Words<'a>>,
    #[serde(default, borrow)]
    dependencies: List<Words<'a>>,
}

/// Whether the first member is a package as `show-info` writes it.
pub(crate) fn is_show_info(written: &str) -> bool {
    #[derive(Deserialize)]
    struct Kind<'a> {
        #[serde(rename = "type", default, borrow)]
        kind: MaybeWords<'a>,
        dependencies: Option<List<IgnoredAny>>,
    }
    struct First<'f>(&'f mut bool);
    impl<'de> Visitor<'de> for First<'_> {
        type Value = ();

        fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
            out.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
            let first = members.next_entry::<IgnoredAny, Kind<'de>>()?;
            let is_package = |of: &Kind<'_>| {
                matches!(of.kind.0.as_deref(), Some("target" | "host" | "rootfs"))
                    && of.dependencies.is_some()
            };
            *self.0 = first.is_some_and(|(_, package)| is_package(&package));
            // The rest is the reader's; this only ends the looking.
            Err(Error::custom("told"))
        }
    }
    let mut is_package = false;
    let mut deserializer = serde_json::Deserializer::from_str(written);
    let _ = (&mut deserializer).deserialize_map(First(&mut is_package));
    is_package
}

/// Reads what is installed on the target. What runs on the machine that builds, what only stands for others, and the file systems
/// made of it are left out.
pub(crate) fn read_show_info(bytes: &[u8], limits: &Limits) -> Read<Listed> {
    let mut gathered = Gathered::new(limits);
    let packages: BTreeMap<Words<'_>, Package<'_>> =
        match read_value(bytes, limits.bytes, limits.depth, "Buildroot show-info") {
            Ok(packages) => packages,
            Err(problem) => return Read::refused(*problem),
        };
    let (mut places, mut statements) = (HashMap::new(), Vec::new());
    for (key, package) in &packages {
        let place = || Place::at(format!("/{}", crate::excerpt::excerpt(key)));
        if !matches!(&*package.kind, "target" | "host" | "rootfs") {
            gathered.problems.warn(
                place(),
                text!("embedded-buildroot-type", kind = crate::excerpt::excerpt(&package.kind)),
            );
        }
        if &*package.kind != "target" || package.is_virtual {
            continue;
        }
        let (component, said) = of_package(key, package, &mut gathered);
        match gathered.add(component, place) {
            Ok(index) => drop(places.insert(&**key, index)),
            Err(says) => return gathered.problems.told_with(Problem::error(place(), says)),
        }
        statements.extend(said);
    }
    for (key, package) in &packages {
        let Some(from) = places.get(&**key) else { continue };
        for to in
            package.dependencies.0.iter().filter_map(|name| places.get(&**name)).filter(|to| *to != from)
        {
            if let Err(says) = gathered.depend(*from, *to) {
                return gathered.problems.told_with(Problem::error(Place::default(), says));
            }
        }
    }
    let origin = SbomOrigin { format: "Buildroot show-info".to_owned(), ..SbomOrigin::default() };
    let Read { value, problems } = gathered.finish(origin, None);
    Read { value: value.map(|sbom: Sbom| Listed { sbom, statements, folded: Vec::new() }), problems }
}

fn of_package(
    key: &str,
    package: &Package<'_>,
    gathered: &mut Gathered<'_>,
) -> (Component, Vec<BuilderStatement>) {
    let place = || Place::at(format!("/{}/cpe-id", crate::excerpt::excerpt(key)));
    let stated = |words: &MaybeWords<'_>| {
        words.0.as_deref().map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned)
    };
    let name = stated(&package.name).unwrap_or_else(|| key.to_owned());
    let component = Component {
        reference: key.to_owned(),
        name: name.clone(),
        version: stated(&package.version),
        cpe: stated(&package.cpe).map(|written| gathered.cpe(&written, place)),
        licences: stated(&package.licenses).filter(|licence| licence != "unknown").into_iter().collect(),
        ..Component::default()
    };
    let ignored = package.ignore_cves.0.iter().flat_map(|written| cve_names(written));
    let statements = ignored.map(|vulnerability| BuilderStatement {
        package: Some(name.clone()),
        version: component.version.clone(),
        ..BuilderStatement::new(vulnerability, BuilderSays::Ignored, StatementOrigin::BuildrootIgnoredCves)
    });
    (component.clone(), statements.collect())
}
