//! The packages of several SPDX documents together, with what stands between them, and which of them are components.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use proofmark_facts::{Component, Place, SbomOrigin};
use proofmark_text::{Text, text};

use super::noted::{Noted, NotedPackage, Relation, RelationKind, document_place};
use super::package::without_role;
use crate::excerpt::excerpt;
use crate::gathered::Gathered;

/// The identifier a document has for itself.
const DOCUMENT: &str = "SPDXRef-DOCUMENT";

/// What Yocto begins the identifiers of an image's packages and of recipes with.
const OF_YOCTO: [&str; 2] = ["SPDXRef-Package-", "SPDXRef-Recipe-"];

/// What stands before a name in an identifier.
const PREFIXES: [&str; 3] = [OF_YOCTO[0], OF_YOCTO[1], "SPDXRef-"];

/// Packages of all documents, by their place among them.
pub(super) struct Packages {
    pub(super) all: Vec<NotedPackage>,
    /// The document each is of.
    pub(super) document: Vec<usize>,
    pub(super) documents: Vec<Noted>,
    pub(super) relations: Vec<(usize, usize, RelationKind)>,
    /// What documents say they describe.
    pub(super) described: BTreeSet<usize>,
    /// References to packages of documents that are not there.
    pub(super) missing: usize,
    /// What packages contain or were built from, and no document describes.
    lacking: Vec<Lacking>,
}

/// A package that is referred to and not described.
struct Lacking {
    /// The package that refers to it.
    from: usize,
    kind: RelationKind,
    /// Its document: by namespace where that is known, else by the reference.
    document: String,
    /// The document as it is called by the reference.
    called: String,
    id: String,
}

/// Which packages are components, in order, with those that count as one of them.
#[derive(Default)]
pub(super) struct Chosen {
    /// Each component: the package it is taken from, and the others that were built from it or say more of it.
    pub(super) components: Vec<(usize, Vec<usize>)>,
    pub(super) subject: Option<usize>,
    /// Components that are called otherwise than their package.
    pub(super) names: BTreeMap<usize, String>,
    /// The subject holds every other component, whatever the documents say of it.
    pub(super) subject_holds_all: bool,
    /// Packages whose components say more of the one they belong to, rather than being built from it.
    pub(super) same: BTreeSet<usize>,
}

impl Packages {
    pub(super) fn of(mut documents: Vec<Noted>) -> Self {
        let (mut all, mut document) = (Vec::new(), Vec::new());
        let mut by_id: HashMap<(usize, String), usize> = HashMap::new();
        for (place, noted) in documents.iter_mut().enumerate() {
            for package in std::mem::take(&mut noted.packages) {
                by_id.entry((place, package.component.reference.clone())).or_insert(all.len());
                document.push(place);
                all.push(package);
            }
        }
        let by_namespace: HashMap<&str, usize> = documents
            .iter()
            .enumerate()
            .rev()
            .map(|(place, noted)| (noted.namespace.as_str(), place))
            .collect();
        let mut packages = Self {
            all,
            document,
            documents: Vec::new(),
            relations: Vec::new(),
            described: BTreeSet::new(),
            missing: 0,
            lacking: Vec::new(),
        };
        let mut missing = 0;
        for (place, noted) in documents.iter().enumerate() {
            let elsewhere: HashMap<&str, &str> =
                noted.elsewhere.iter().map(|it| (it.reference.as_str(), it.namespace.as_str())).collect();
            let mut find = |reference: &str, counts: bool| match reference.split_once(':') {
                None => by_id.get(&(place, reference.to_owned())).copied(),
                Some((document, id)) => {
                    let other = elsewhere.get(document).and_then(|namespace| by_namespace.get(namespace));
                    missing += usize::from(other.is_none() && counts);
                    by_id.get(&(*other?, id.to_owned())).copied()
                }
            };
            for relation in &noted.relations {
                let counts = relation.kind == RelationKind::Contains;
                match (find(&relation.from, counts), find(&relation.to, counts)) {
                    (Some(from), Some(to)) => packages.relations.push((from, to, relation.kind)),
                    (Some(from), None) => {
                        let is_there = |namespace: &str| by_namespace.contains_key(namespace);
                        packages.lacking.extend(lacking(from, relation, &elsewhere, is_there));
                    }
                    (None, _) => {}
                }
            }
            packages
                .described
                .extend(noted.described.iter().filter(|id| *id != DOCUMENT).filter_map(|id| find(id, false)));
        }
        packages.missing = missing;
        packages.documents = documents;
        packages
    }

    /// Notes why what documents say cannot be relied on, by the documents' places.
    pub(super) fn doubt(&mut self, doubts: &[Option<Text>]) {
        for (package, document) in self.all.iter_mut().zip(&self.document) {
            package.component.doubt = doubts[*document].clone().map(Box::new);
        }
    }

    /// Lists what is in the image, or what something was built from, and is described nowhere: by its name alone, as something of
    /// which nothing can be said. Gives how many that are.
    pub(super) fn list_lacking(&mut self) -> usize {
        let mut known: HashMap<(String, String), usize> = HashMap::new();
        for Lacking { from, kind, document, called, id } in std::mem::take(&mut self.lacking) {
            let to = *known.entry((document, id)).or_insert_with_key(|(_, id)| {
                let name = PREFIXES.iter().find_map(|prefix| id.strip_prefix(prefix));
                let says = text!("embedded-spdx-lacking", document = excerpt(&called));
                self.document.push(self.document[from]);
                self.all.push(NotedPackage::bare(Component {
                    reference: id.clone(),
                    name: name.filter(|name| !name.is_empty()).unwrap_or(id).to_owned(),
                    doubt: Some(Box::new(says)),
                    ..Component::default()
                }));
                self.all.len() - 1
            });
            self.relations.push((from, to, kind));
        }
        known.len()
    }

    /// The documents' form, and the first one's name and makers: the archive begins with the image's.
    pub(super) fn origin(&self, gathered: &mut Gathered<'_>) -> SbomOrigin {
        for noted in &self.documents {
            match noted.version.strip_prefix("SPDX-2.") {
                Some("2" | "3") => {}
                Some(_) => {
                    let says = text!("formats-spdx-version-near", version = excerpt(&noted.version));
                    gathered.problems.warn(document_place(&noted.name), says);
                }
                None => {
                    let says = text!("formats-spdx-version", version = excerpt(&noted.version));
                    gathered.problems.error(document_place(&noted.name), says);
                }
            }
        }
        let Some(first) = self.documents.first() else {
            gathered.problems.error(Place::default(), text!("embedded-archive-without-documents"));
            return SbomOrigin::default();
        };
        let place = || document_place(&first.name);
        SbomOrigin {
            format: first.version.clone(),
            serial: Some(first.namespace.clone()).filter(|namespace| !namespace.is_empty()),
            created_at: first.created.as_deref().and_then(|written| gathered.instant(written, place)),
            created_by: first.creators.iter().map(|creator| without_role(creator).to_owned()).collect(),
        }
    }

    /// Every package is a component; the subject is the one package that is described.
    pub(super) fn as_they_are(&self) -> Chosen {
        let subject = self.described.first().copied().filter(|_| self.described.len() == 1);
        let components = (0..self.all.len()).map(|package| (package, Vec::new())).collect();
        Chosen { components, subject, ..Chosen::default() }
    }
}

/// What a relation leads to where nothing of that identifier is described, if it is a package: something contained in a document that
/// is not there, or what Yocto calls a package or recipe, whether the document is there or not.
fn lacking(
    from: usize,
    relation: &Relation,
    elsewhere: &HashMap<&str, &str>,
    is_there: impl Fn(&str) -> bool,
) -> Option<Lacking> {
    let (reference, id) = relation.to.split_once(':')?;
    let namespace = elsewhere.get(reference).copied();
    let is_of_yocto = OF_YOCTO.iter().any(|prefix| id.starts_with(prefix));
    let is_package = match relation.kind {
        RelationKind::Contains => is_of_yocto || !namespace.is_some_and(is_there),
        RelationKind::GeneratedFrom => is_of_yocto,
        // What depends on it says nothing of whether it is in the image.
        RelationKind::DependsOn => false,
    };
    is_package.then(|| Lacking {
        from,
        kind: relation.kind,
        document: namespace.unwrap_or(reference).to_owned(),
        called: reference.strip_prefix("DocumentRef-").unwrap_or(reference).to_owned(),
        id: id.to_owned(),
    })
}
