//! The products of a CSAF document for its statements: which software an id stands for, and in which product.

use std::collections::HashMap;

use proofmark_facts::{Place, VexItem, VexProduct};
use proofmark_text::text;

use crate::digest::digest;
use crate::excerpt::excerpt;
use crate::json::Tree;
use crate::problems::Problems;

/// How many relationships may lead from a product to what it is made of.
const MOST_STEPS: usize = 8;

/// The only relationship that says no more than that one thing is a part of another.
pub(super) const PART_OF: &str = "default_component_of";

/// Products by their ids.
#[derive(Default)]
pub(super) struct Products {
    alone: HashMap<String, VexItem>,
    /// What it is a part of another of: the part, then the whole.
    combined: HashMap<String, (String, String)>,
    groups: HashMap<String, Vec<String>>,
}

impl Products {
    pub(super) fn of(tree: &Tree, problems: &mut Problems) -> Self {
        let mut products = Self::default();
        for (index, full) in tree.list("full_product_names").iter().enumerate() {
            products.add(full, &[], format!("/product_tree/full_product_names/{index}"), problems);
        }
        products.branches(tree, &mut Vec::new(), "/product_tree", problems);
        for (index, one) in tree.list("relationships").iter().enumerate() {
            let place = format!("/product_tree/relationships/{index}");
            let id =
                one.at(&["full_product_name", "product_id"]).and_then(Tree::as_words).unwrap_or_default();
            let part = one.own("product_reference").unwrap_or_default();
            let whole = one.own("relates_to_product_reference").unwrap_or_default();
            let category = one.words("category").unwrap_or_default();
            if category != PART_OF {
                let what = format!("relationships.category {category}");
                problems.warn(Place::at(place.as_str()), text!("vex-not-kept", what = excerpt(&what)));
            }
            products.combine(id, part, whole, place, problems);
        }
        for (index, one) in tree.list("product_paths").iter().enumerate() {
            let id =
                one.at(&["full_product_name", "product_id"]).and_then(Tree::as_words).unwrap_or_default();
            let mut steps = one.list("subpaths").iter().filter_map(|step| step.own("next_product_reference"));
            let whole = steps.next_back().unwrap_or_default();
            let place = format!("/product_tree/product_paths/{index}");
            products.combine(
                id,
                one.own("beginning_product_reference").unwrap_or_default(),
                whole,
                place,
                problems,
            );
        }
        for one in tree.list("product_groups") {
            let ids = one.all_words("product_ids").into_iter().map(str::to_owned).collect();
            products.groups.insert(one.own("group_id").unwrap_or_default(), ids);
        }
        products
    }

    fn combine(&mut self, id: &str, part: String, whole: String, place: String, problems: &mut Problems) {
        if self.is_known(id) {
            return problems.error(Place::at(place), text!("vex-product-twice", id = excerpt(id)));
        }
        self.combined.insert(id.to_owned(), (part, whole));
    }

    fn is_known(&self, id: &str) -> bool {
        self.alone.contains_key(id) || self.combined.contains_key(id)
    }

    /// Branches one in another, of which the reader's limit of depth says how many.
    fn branches(
        &mut self,
        tree: &Tree,
        above: &mut Vec<(String, String)>,
        place: &str,
        problems: &mut Problems,
    ) {
        for (index, branch) in tree.list("branches").iter().enumerate() {
            let place = format!("{place}/branches/{index}");
            let words = |name: &str| branch.own(name).unwrap_or_default();
            above.push((words("category"), words("name")));
            if let Some(product) = branch.get("product") {
                self.add(product, above, format!("{place}/product"), problems);
            }
            self.branches(branch, above, &place, problems);
            above.pop();
        }
    }

    fn add(&mut self, full: &Tree, above: &[(String, String)], place: String, problems: &mut Problems) {
        let id = full.own("product_id").unwrap_or_default();
        if id.is_empty() || self.is_known(&id) {
            return problems.error(Place::at(place), text!("vex-product-twice", id = excerpt(&id)));
        }
        self.alone.insert(id, item(full, above));
    }

    /// The ids a member with ids and groups names.
    pub(super) fn named(&self, one: &Tree) -> Vec<String> {
        let groups =
            one.all_words("group_ids").into_iter().filter_map(|group| self.groups.get(group)).flatten();
        one.all_words("product_ids").into_iter().map(str::to_owned).chain(groups.cloned()).collect()
    }

    /// What an id stands for; `None`: the tree does not say, or goes round in a circle.
    pub(super) fn find(&self, id: &str) -> Option<VexProduct> {
        if let Some(item) = self.alone.get(id) {
            return Some(VexProduct { item: item.clone(), subcomponents: Vec::new() });
        }
        let (part, whole) = self.combined.get(id)?;
        let (innermost, outermost) = (self.end(part, true)?, self.end(whole, false)?);
        Some(VexProduct { item: outermost.clone(), subcomponents: vec![innermost.clone()] })
    }

    /// The part at the beginning of a chain of relationships, or the whole at its end.
    fn end(&self, id: &str, innermost: bool) -> Option<&VexItem> {
        let mut id = id;
        for _ in 0..MOST_STEPS {
            if let Some(item) = self.alone.get(id) {
                return Some(item);
            }
            let (part, whole) = self.combined.get(id)?;
            id = if innermost { part } else { whole };
        }
        None
    }
}

fn item(full: &Tree, above: &[(String, String)]) -> VexItem {
    let branch = |category: &str| {
        above.iter().rev().find(|(known, _)| known == category).map(|(_, name)| name.clone())
    };
    let mut item = VexItem::default();
    if let Some(helper) = full.get("product_identification_helper") {
        item.purl =
            helper.own("purl").or_else(|| helper.all_words("purls").first().map(|purl| (*purl).to_owned()));
        item.cpe = helper.own("cpe");
        let mut uris = helper.list("x_generic_uris").iter();
        item.id = uris.find_map(|one| one.own("uri"));
        let files = helper.list("hashes").iter().flat_map(|file| file.list("file_hashes"));
        item.digests =
            files.filter_map(|hash| digest(hash.words("algorithm")?, hash.words("value")?)).collect();
    }
    let bare = item.clone().plain();
    let full_name = full.own("name");
    item.version = branch("product_version");
    item.name = match &item.version {
        Some(version) => {
            let named = branch("product_name")
                .filter(|name| full_name.as_ref() == Some(&format!("{name}@{version}")));
            named.or(branch("product_name")).or(full_name)
        }
        None => full_name.filter(|name| *name != bare.called()),
    };
    item.plain()
}
