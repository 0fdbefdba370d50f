//! One SPDX document among several: its packages and what stands between them, whatever form it is written in.

use proofmark_facts::{Component, Place, Purl};
use serde::Deserialize;

use super::document_reference::{DocumentDigests, Referred};
use super::package::{Checksum, Package};
use super::relationship::{Meaning, meaning};
use crate::cve_name::cve_names;
use crate::gathered::Gathered;
use crate::json::{Each, List, Words};

/// What a document says.
#[derive(Debug, Default)]
pub(super) struct Noted {
    pub(super) version: String,
    pub(super) name: String,
    pub(super) namespace: String,
    pub(super) created: Option<String>,
    pub(super) creators: Vec<String>,
    /// What its bytes come to; `None`: where they begin and end is not known.
    pub(super) digests: Option<DocumentDigests>,
    /// Other documents it refers to.
    pub(super) elsewhere: Vec<Referred>,
    pub(super) packages: Vec<NotedPackage>,
    pub(super) relations: Vec<Relation>,
    /// What it says it describes.
    pub(super) described: Vec<String>,
}

/// A package with what its document says of it beside the component.
#[derive(Debug)]
pub(super) struct NotedPackage {
    pub(super) component: Component,
    /// Its package URLs after the first.
    pub(super) also: Vec<Purl>,
    /// CVE identifiers its recipe's patches mend.
    pub(super) mended: Vec<String>,
    /// It runs on the machine that builds.
    pub(super) is_native: bool,
}

/// A relation between packages: the first depends on, contains or was generated from the second.
#[derive(Debug, Clone)]
pub(super) struct Relation {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) kind: RelationKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RelationKind {
    Contains,
    DependsOn,
    GeneratedFrom,
}

/// What Yocto puts before the CVE identifiers a recipe's patches mend.
const MENDED: &str = "CVEs fixed:";

impl NotedPackage {
    /// A package of which no document says anything.
    pub(super) fn bare(component: Component) -> Self {
        Self { component, also: Vec::new(), mended: Vec::new(), is_native: false }
    }

    pub(super) fn of(package: &Package<'_>, gathered: &mut Gathered<'_>, place: &dyn Fn() -> String) -> Self {
        let said = package.source_info.as_deref().and_then(|said| said.split_once(MENDED));
        let (component, also) = package.component(gathered, place);
        Self {
            component,
            also,
            mended: said.map(|(_, names)| cve_names(names)).unwrap_or_default(),
            is_native: package.is_native(),
        }
    }
}

impl Noted {
    /// Keeps a relationship that says something of packages.
    pub(super) fn relate(&mut self, first: &str, kind: &str, second: &str) {
        // Files come by the hundred thousand; what a package is generated from is another document's, or a package.
        let is_file = |id: &str| {
            id.contains("-PackagedFile-") || id.contains("-SourceFile-") || id.contains("SPDXRef-File-")
        };
        if is_file(first) || is_file(second) {
            return;
        }
        let (from, to, kind) = match (kind, meaning(kind)) {
            ("CONTAINS", _) => (first, second, RelationKind::Contains),
            ("CONTAINED_BY", _) => (second, first, RelationKind::Contains),
            ("GENERATED_FROM", _) => (first, second, RelationKind::GeneratedFrom),
            ("GENERATES", _) => (second, first, RelationKind::GeneratedFrom),
            // What a recipe needs to be built is not in the product for that.
            ("BUILD_DEPENDENCY_OF" | "DEV_DEPENDENCY_OF" | "TEST_DEPENDENCY_OF" | "HAS_PREREQUISITE", _) => {
                return;
            }
            (_, Meaning::Forward) => (first, second, RelationKind::DependsOn),
            (_, Meaning::Backward) => (second, first, RelationKind::DependsOn),
            (_, Meaning::Describes) => return self.described.push(second.to_owned()),
            (_, Meaning::DescribedBy) => return self.described.push(first.to_owned()),
            (_, Meaning::Nothing) => return,
        };
        self.relations.push(Relation { from: from.to_owned(), to: to.to_owned(), kind });
    }
}

/// A document as JSON writes it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Written<'a> {
    #[serde(borrow)]
    spdx_version: Option<Words<'a>>,
    #[serde(borrow)]
    name: Option<Words<'a>>,
    #[serde(borrow)]
    document_namespace: Option<Words<'a>>,
    #[serde(borrow)]
    creation_info: Option<CreationInfo<'a>>,
    #[serde(default, borrow)]
    external_document_refs: List<DocumentRef<'a>>,
    #[serde(default, borrow)]
    document_describes: List<Words<'a>>,
    #[serde(default, borrow)]
    packages: List<Package<'a>>,
    #[serde(default, borrow)]
    relationships: Relationships<'a>,
}

#[derive(Deserialize)]
struct CreationInfo<'a> {
    #[serde(borrow)]
    created: Option<Words<'a>>,
    #[serde(default, borrow)]
    creators: List<Words<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct DocumentRef<'a> {
    #[serde(borrow)]
    external_document_id: Option<Words<'a>>,
    #[serde(borrow)]
    spdx_document: Option<Words<'a>>,
    #[serde(borrow)]
    checksum: Option<Checksum<'a>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Relationship<'a> {
    #[serde(borrow)]
    spdx_element_id: Option<Words<'a>>,
    #[serde(rename = "relationshipType", borrow)]
    kind: Option<Words<'a>>,
    #[serde(borrow)]
    related_spdx_element: Option<Words<'a>>,
}

/// Relationships, of which there may be more than a list that is kept whole may have: those of files are left out as they come.
#[derive(Default)]
struct Relationships<'a>(Vec<(Words<'a>, Words<'a>, Words<'a>)>);

impl<'de: 'a, 'a> Deserialize<'de> for Relationships<'a> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut kept = Vec::new();
        let take = |written: Relationship<'de>| -> Result<(), &'static str> {
            let Relationship { spdx_element_id, kind, related_spdx_element } = written;
            let is_file = |id: &Words<'_>| id.contains("-PackagedFile-");
            if let (Some(first), Some(kind), Some(second)) = (spdx_element_id, kind, related_spdx_element)
                && !is_file(&first)
                && !is_file(&second)
            {
                kept.push((first, kind, second));
            }
            Ok(())
        };
        serde::de::DeserializeSeed::deserialize(Each::new(take), deserializer)?;
        Ok(Self(kept))
    }
}

impl Written<'_> {
    /// What it says; problems of its packages are told with the document's name.
    pub(super) fn noted(self, gathered: &mut Gathered<'_>) -> Noted {
        let words = |words: Option<Words<'_>>| words.map(Words::into_string).unwrap_or_default();
        let name = words(self.name);
        let mut noted = Noted {
            version: words(self.spdx_version),
            namespace: words(self.document_namespace),
            ..Noted::default()
        };
        if let Some(creation) = self.creation_info {
            noted.created = creation.created.map(Words::into_string);
            noted.creators = creation.creators.0.into_iter().map(Words::into_string).collect();
        }
        for reference in self.external_document_refs.0 {
            let checksum = reference.checksum.and_then(|it| Some((it.algorithm?, it.checksum_value?)));
            noted.elsewhere.push(Referred {
                reference: words(reference.external_document_id),
                namespace: words(reference.spdx_document),
                checksum: checksum.map(|(algorithm, value)| (algorithm.into_string(), value.into_string())),
            });
        }
        noted.described = self.document_describes.0.into_iter().map(Words::into_string).collect();
        for (index, package) in self.packages.0.iter().enumerate() {
            let place = || format!("{name}/packages/{index}");
            noted.packages.push(NotedPackage::of(package, gathered, &place));
        }
        for (first, kind, second) in &self.relationships.0 {
            noted.relate(first, kind, second);
        }
        noted.name = name;
        noted
    }
}

/// The place of a document by its name.
pub(super) fn document_place(name: &str) -> Place {
    Place::at(name.to_owned())
}
