//! The packages of several SPDX documents together, with what stands between them, and which of them are components.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use proofmark_facts::{Place, SbomOrigin};
use proofmark_text::text;

use super::noted::{Noted, NotedPackage, RelationKind, document_place};
use super::package::without_role;
use crate::excerpt::excerpt;
use crate::gathered::Gathered;

/// The identifier a document has for itself.
const DOCUMENT: &str = "SPDXRef-DOCUMENT";

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
        };
        let mut missing = 0;
        for (place, noted) in documents.iter().enumerate() {
            let elsewhere: HashMap<&str, &str> =
                noted.elsewhere.iter().map(|(reference, to)| (reference.as_str(), to.as_str())).collect();
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
                if let (Some(from), Some(to)) = (find(&relation.from, counts), find(&relation.to, counts)) {
                    packages.relations.push((from, to, relation.kind));
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
