//! What Zephyr's `west spdx` writes: the sources of the application, of Zephyr and of its modules, what is known of the modules
//! besides, and the targets of the build. Sources are components; targets are how they were built.

use std::collections::BTreeMap;

use super::packages::{Chosen, Packages};

/// The tool's name for itself.
const BUILDER: &str = "Zephyr SPDX builder";

/// The document of the build's targets.
const BUILD: &str = "build";

/// The application's own sources.
const APPLICATION: &str = "app";

/// Whether every document that has packages is of this builder.
pub(super) fn is_of_zephyr(packages: &Packages) -> bool {
    let of_builder = |creators: &[String]| creators.iter().any(|creator| creator.contains(BUILDER));
    !packages.documents.is_empty() && packages.documents.iter().all(|noted| of_builder(&noted.creators))
}

/// One component for Zephyr and for each module, whatever the documents say of it: `x-sources` and `x-deps` are one.
pub(super) fn sources_of_zephyr(packages: &Packages) -> Chosen {
    let mut chosen = Chosen { subject_holds_all: true, ..Chosen::default() };
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut application = None;
    for (package, noted) in packages.all.iter().enumerate() {
        let document = &packages.documents[packages.document[package]];
        if document.name == BUILD {
            if packages.described.contains(&package) && chosen.subject.is_none() {
                chosen.subject = Some(package);
                chosen.components.push((package, Vec::new()));
            }
            continue;
        }
        let name = noted.component.name.as_str();
        let base = ["-sources", "-deps"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
        if base == APPLICATION {
            // What the makers wrote is the product, not one of its components.
            application = application.or(Some(package));
            continue;
        }
        if let Some(place) = places.get(base) {
            chosen.components[*place].1.push(package);
            chosen.same.insert(package);
        } else {
            places.insert(base.to_owned(), chosen.components.len());
            chosen.names.insert(package, base.to_owned());
            chosen.components.push((package, Vec::new()));
        }
    }
    if let Some(application) = application.filter(|_| chosen.subject.is_none()) {
        chosen.subject = Some(application);
        chosen.components.push((application, Vec::new()));
    }
    chosen
}
