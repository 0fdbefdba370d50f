//! The products a document speaks of, by their ids: from branches, full product names, and relationships (2.0) or
//! product paths (2.1).

use std::collections::HashMap;

use serde::Deserialize;

use super::many::Many;
use crate::digest::digest;
use crate::json::{List, Words};

/// How many relationships may lead from a product to what it is made of.
const MOST_STEPS: usize = 8;

/// The most digests that are kept of one product.
const MOST_DIGESTS: usize = 1_000;

/// `product_tree` as written.
#[derive(Deserialize, Default)]
pub(super) struct ProductTree<'a> {
    #[serde(default, borrow)]
    branches: List<Branch<'a>>,
    #[serde(default, borrow)]
    full_product_names: Many<FullName<'a>>,
    #[serde(default, borrow)]
    relationships: Many<Relationship<'a>>,
    #[serde(default, borrow)]
    product_paths: Many<Path<'a>>,
}

#[derive(Deserialize)]
struct Branch<'a> {
    #[serde(borrow)]
    category: Option<Words<'a>>,
    #[serde(borrow)]
    name: Option<Words<'a>>,
    #[serde(borrow)]
    product: Option<FullName<'a>>,
    #[serde(default, borrow)]
    branches: Many<Branch<'a>>,
}

#[derive(Deserialize)]
struct FullName<'a> {
    #[serde(borrow)]
    name: Option<Words<'a>>,
    #[serde(borrow)]
    product_id: Option<Words<'a>>,
    #[serde(borrow)]
    product_identification_helper: Option<Helper<'a>>,
}

#[derive(Deserialize)]
struct Helper<'a> {
    #[serde(borrow)]
    cpe: Option<Words<'a>>,
    /// Of 2.0.
    #[serde(borrow)]
    purl: Option<Words<'a>>,
    /// Of 2.1.
    #[serde(default, borrow)]
    purls: List<Words<'a>>,
    #[serde(default, borrow)]
    hashes: List<FileHashes<'a>>,
}

/// The digests of one file, by several algorithms.
#[derive(Deserialize)]
struct FileHashes<'a> {
    #[serde(default, borrow)]
    file_hashes: List<FileHash<'a>>,
}

#[derive(Deserialize)]
struct FileHash<'a> {
    #[serde(borrow)]
    algorithm: Option<Words<'a>>,
    #[serde(borrow)]
    value: Option<Words<'a>>,
}

#[derive(Deserialize)]
struct Relationship<'a> {
    #[serde(borrow)]
    full_product_name: Option<FullName<'a>>,
    #[serde(borrow)]
    product_reference: Option<Words<'a>>,
    #[serde(borrow)]
    relates_to_product_reference: Option<Words<'a>>,
}

#[derive(Deserialize)]
struct Path<'a> {
    #[serde(borrow)]
    full_product_name: Option<FullName<'a>>,
    #[serde(borrow)]
    beginning_product_reference: Option<Words<'a>>,
    #[serde(default, borrow)]
    subpaths: List<Step<'a>>,
}

#[derive(Deserialize)]
struct Step<'a> {
    #[serde(borrow)]
    next_product_reference: Option<Words<'a>>,
}

/// What a document says of a product itself.
#[derive(Debug, Clone, Default)]
pub(super) struct Product {
    pub(super) name: String,
    pub(super) vendor: Option<String>,
    /// What the branch of its name calls it.
    pub(super) called: Option<String>,
    pub(super) version: Version,
    pub(super) purls: Vec<String>,
    pub(super) cpe: Option<String>,
    /// Of its files; what is no digest we know is left out.
    pub(super) digests: Vec<(String, String)>,
}

/// What the branches above a product say of its version.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Version {
    /// Nothing.
    #[default]
    Untold,
    /// It is this one.
    One(String),
    /// It is one of this range.
    Range(String),
}

/// A product that stands for one inside, on or with others.
struct Combined {
    component: String,
    others: Vec<String>,
    /// What is said of the combination itself.
    own: Product,
}

/// All products of a document, by their ids.
#[derive(Default)]
pub(super) struct Products {
    alone: HashMap<String, Product>,
    combined: HashMap<String, Combined>,
}

/// What an id stands for: the component, and the products it is in, on or with.
pub(super) struct Found<'p> {
    pub(super) component: &'p Product,
    pub(super) others: Vec<&'p Product>,
}

impl Products {
    /// Those of a tree. Of an id that stands twice the first counts.
    pub(super) fn of(tree: ProductTree<'_>) -> Self {
        let mut products = Self::default();
        for full in tree.full_product_names.0 {
            products.add(full, &Above::default());
        }
        for branch in tree.branches.0 {
            products.add_branch(branch, &Above::default());
        }
        for relationship in tree.relationships.0 {
            let other = relationship.relates_to_product_reference.into_iter().collect();
            products.add_combined(relationship.full_product_name, relationship.product_reference, other);
        }
        for path in tree.product_paths.0 {
            let others = path.subpaths.0.into_iter().filter_map(|step| step.next_product_reference).collect();
            products.add_combined(path.full_product_name, path.beginning_product_reference, others);
        }
        products
    }

    /// What an id stands for; `None`: the tree does not say, or goes round in a circle.
    pub(super) fn find(&self, id: &str) -> Option<Found<'_>> {
        let (mut id, mut others) = (id, Vec::new());
        for _ in 0..MOST_STEPS {
            if let Some(component) = self.alone.get(id) {
                return Some(Found { component, others });
            }
            let combined = self.combined.get(id)?;
            for other in &combined.others {
                self.beneath(other, &mut others, MOST_STEPS);
            }
            // A combination that has a package URL of its own is known by it.
            if !combined.own.purls.is_empty() {
                return Some(Found { component: &combined.own, others });
            }
            id = &combined.component;
        }
        None
    }

    /// A product and all it is in, on or with itself.
    fn beneath<'p>(&'p self, id: &str, into: &mut Vec<&'p Product>, steps: usize) {
        if let Some(product) = self.alone.get(id) {
            into.push(product);
        } else if let Some(combined) = self.combined.get(id).filter(|_| steps > 0 && into.len() < MOST_STEPS)
        {
            self.beneath(&combined.component, into, steps - 1);
            for other in &combined.others {
                self.beneath(other, into, steps - 1);
            }
        }
    }

    fn add_branch(&mut self, branch: Branch<'_>, above: &Above) {
        let mut here = above.clone();
        let name = branch.name.map(Words::into_string).unwrap_or_default();
        match branch.category.as_deref().unwrap_or_default() {
            "vendor" => here.vendor = Some(name),
            "product_name" => here.product = Some(name),
            "product_version" => here.version = Version::One(name),
            "product_version_range" => here.version = Version::Range(name),
            _ => {}
        }
        if let Some(full) = branch.product {
            self.add(full, &here);
        }
        // No deeper than the document may be.
        for below in branch.branches.0 {
            self.add_branch(below, &here);
        }
    }

    fn add(&mut self, full: FullName<'_>, above: &Above) {
        let (id, product) = full.into_product(above);
        self.alone.entry(id).or_insert(product);
    }

    fn add_combined(
        &mut self,
        full: Option<FullName<'_>>,
        component: Option<Words<'_>>,
        others: Vec<Words<'_>>,
    ) {
        let (Some(full), Some(component)) = (full, component) else { return };
        let (id, own) = full.into_product(&Above::default());
        let others = others.into_iter().map(Words::into_string).collect();
        let combined = Combined { component: component.into_string(), others, own };
        self.combined.entry(id).or_insert(combined);
    }
}

/// CSAF 2.0 section 3.1.3.3.2: algorithms are called as OpenSSL calls them, `sha256`.
fn digests_of(files: &[FileHashes<'_>]) -> Vec<(String, String)> {
    let written = files.iter().flat_map(|file| &file.file_hashes.0);
    let digests = written.filter_map(|one| digest(one.algorithm.as_deref()?, one.value.as_deref()?));
    digests.take(MOST_DIGESTS).collect()
}

/// What the branches above say.
#[derive(Debug, Clone, Default)]
struct Above {
    vendor: Option<String>,
    product: Option<String>,
    version: Version,
}

impl FullName<'_> {
    fn into_product(self, above: &Above) -> (String, Product) {
        let (mut purls, mut cpe, mut digests) = (Vec::new(), None, Vec::new());
        if let Some(helper) = self.product_identification_helper {
            digests = digests_of(&helper.hashes.0);
            cpe = helper.cpe.map(Words::into_string);
            purls = helper.purl.into_iter().chain(helper.purls.0).map(Words::into_string).collect();
        }
        let product = Product {
            name: self.name.map(Words::into_string).unwrap_or_default(),
            vendor: above.vendor.clone(),
            called: above.product.clone(),
            version: above.version.clone(),
            purls,
            cpe,
            digests,
        };
        (self.product_id.map(Words::into_string).unwrap_or_default(), product)
    }
}
