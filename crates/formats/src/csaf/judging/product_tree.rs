//! The product tree, walked once: every branch, every product that is defined, every group.

use std::collections::HashMap;

use serde_json::Value;

use super::lists::{elements, texts};

/// `/product_tree`.
pub(super) struct ProductTree<'d> {
    /// Every branch, a parent before its children.
    pub(super) branches: Vec<Branch<'d>>,
    /// Every Full Product Name element.
    pub(super) defined: Vec<Product<'d>>,
    pub(super) groups: &'d [Value],
    pub(super) relationships: &'d [Value],
    members: HashMap<&'d str, Vec<&'d str>>,
}

pub(super) struct Branch<'d> {
    pub(super) value: &'d Value,
    parent: Option<usize>,
    index: usize,
}

/// A Full Product Name element.
pub(super) struct Product<'d> {
    pub(super) value: &'d Value,
    holder: Holder,
}

enum Holder {
    Branch(usize),
    FullName(usize),
    Relationship(usize),
}

impl<'d> ProductTree<'d> {
    pub(super) fn of(tree: &'d Value) -> Self {
        let groups = elements(&tree["product_groups"]);
        let mut members: HashMap<&str, Vec<&str>> = HashMap::new();
        for group in groups {
            if let Some(id) = group["group_id"].as_str() {
                members.entry(id).or_default().extend(texts(&group["product_ids"]).map(|(_, id)| id));
            }
        }
        let relationships = elements(&tree["relationships"]);
        let mut built =
            Self { branches: branches(tree), defined: Vec::new(), groups, relationships, members };
        let mut defined = Vec::new();
        let mut define = |value: &'d Value, holder: Holder| {
            if value.is_object() {
                defined.push(Product { value, holder });
            }
        };
        for (place, branch) in built.branches.iter().enumerate() {
            define(&branch.value["product"], Holder::Branch(place));
        }
        for (index, product) in elements(&tree["full_product_names"]).iter().enumerate() {
            define(product, Holder::FullName(index));
        }
        for (index, relationship) in relationships.iter().enumerate() {
            define(&relationship["full_product_name"], Holder::Relationship(index));
        }
        built.defined = defined;
        built
    }

    /// The products of a group; none where it is not defined.
    pub(super) fn members(&self, group: &str) -> &[&'d str] {
        self.members.get(group).map_or(&[], Vec::as_slice)
    }

    pub(super) fn has_group(&self, group: &str) -> bool {
        self.members.contains_key(group)
    }

    /// Where a product is defined.
    pub(super) fn place(&self, product: &Product<'_>) -> String {
        match product.holder {
            Holder::Branch(place) => format!("{}/product", self.branch_place(place)),
            Holder::FullName(index) => format!("/product_tree/full_product_names/{index}"),
            Holder::Relationship(index) => format!("/product_tree/relationships/{index}/full_product_name"),
        }
    }

    /// Where a branch stands.
    pub(super) fn branch_place(&self, place: usize) -> String {
        let mut indices = Vec::new();
        let mut at = Some(place);
        while let Some(branch) = at.and_then(|at| self.branches.get(at)) {
            indices.push(branch.index);
            at = branch.parent;
        }
        let steps = indices.iter().rev().map(|index| format!("/branches/{index}"));
        format!("/product_tree{}", steps.collect::<String>())
    }
}

impl<'d> Product<'d> {
    /// Its `product_id`.
    pub(super) fn id(&self) -> Option<&'d str> {
        self.value["product_id"].as_str()
    }
}

fn branches(tree: &Value) -> Vec<Branch<'_>> {
    let mut found: Vec<Branch<'_>> = Vec::new();
    for (index, value) in elements(&tree["branches"]).iter().enumerate() {
        found.push(Branch { value, parent: None, index });
    }
    let mut next = 0;
    while let Some(value) = found.get(next).map(|branch| branch.value) {
        for (index, value) in elements(&value["branches"]).iter().enumerate() {
            found.push(Branch { value, parent: Some(next), index });
        }
        next += 1;
    }
    found
}
