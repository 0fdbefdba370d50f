//! Products and their groups are defined, once, and not by themselves: tests 6.1.1 to 6.1.5, and 6.2.1.

use std::collections::{HashMap, HashSet};

use proofmark_text::text;
use serde_json::Value;

use super::findings::Findings;
use super::judged::Judged;
use super::lists::{elements, texts};
use super::product_tree::Product;

/// The lists of `product_status`.
pub(super) const STATUSES: [&str; 8] = [
    "first_affected",
    "first_fixed",
    "fixed",
    "known_affected",
    "known_not_affected",
    "last_affected",
    "recommended",
    "under_investigation",
];

/// 6.1.1: every product that is referred to is defined. Flags are entries with `products_t` as well.
pub(super) fn missing_definition(judged: &Judged<'_>, found: &mut Findings) {
    let defined: HashSet<&str> = judged.products.defined.iter().filter_map(Product::id).collect();
    each_reference(judged, &mut |id, place| {
        if !defined.contains(id) {
            found.tell(place, || text!("csaf-judged-product-undefined", id = id));
        }
    });
}

/// 6.1.2: no product is defined twice.
pub(super) fn multiple_definition(judged: &Judged<'_>, found: &mut Findings) {
    let mut seen = HashSet::new();
    for product in &judged.products.defined {
        if let Some(id) = product.id().filter(|id| !seen.insert(*id)) {
            let place = || format!("{}/product_id", judged.products.place(product));
            found.tell(place, || text!("csaf-judged-product-twice", id = id));
        }
    }
}

/// 6.1.3: no product of a relationship is, through relationships, made of itself.
///
/// Goes down from each product once and notes which are being gone through, so that the time grows with the relationships.
pub(super) fn circular_definition(judged: &Judged<'_>, found: &mut Findings) {
    let relationships = judged.products.relationships;
    let mut by_id: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, relationship) in relationships.iter().enumerate() {
        if let Some(id) = relationship["full_product_name"]["product_id"].as_str() {
            by_id.entry(id).or_default().push(index);
        }
    }
    let below = |index: usize| -> Vec<usize> {
        let parts = ["product_reference", "relates_to_product_reference"];
        let ids = parts.iter().filter_map(|part| relationships[index][*part].as_str());
        ids.filter_map(|id| by_id.get(id)).flatten().copied().collect()
    };
    let mut state = vec![Walk::NotYet; relationships.len()];
    for start in 0..relationships.len() {
        if state[start] != Walk::NotYet {
            continue;
        }
        state[start] = Walk::Inside;
        let mut way = vec![(start, below(start))];
        while let Some((at, open)) = way.last_mut() {
            let at = *at;
            let Some(next) = open.pop() else {
                state[at] = Walk::Done;
                way.pop();
                continue;
            };
            match state[next] {
                Walk::NotYet => {
                    state[next] = Walk::Inside;
                    way.push((next, below(next)));
                }
                Walk::Inside => {
                    let id = relationships[next]["full_product_name"]["product_id"].as_str();
                    let place = || format!("/product_tree/relationships/{next}/full_product_name/product_id");
                    found.tell(place, || text!("csaf-judged-product-circle", id = id.unwrap_or_default()));
                }
                Walk::Done => {}
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Walk {
    NotYet,
    Inside,
    Done,
}

/// 6.1.4: every group that is referred to is defined.
pub(super) fn missing_group(judged: &Judged<'_>, found: &mut Findings) {
    for (vulnerability, value) in judged.vulnerabilities.iter().enumerate() {
        for member in ["flags", "remediations", "threats"] {
            for (entry, value) in elements(&value[member]).iter().enumerate() {
                for (index, group) in texts(&value["group_ids"]) {
                    if !judged.products.has_group(group) {
                        let place =
                            || format!("/vulnerabilities/{vulnerability}/{member}/{entry}/group_ids/{index}");
                        found.tell(place, || text!("csaf-judged-group-undefined", id = group));
                    }
                }
            }
        }
    }
}

/// 6.1.5: no group is defined twice.
pub(super) fn multiple_group(judged: &Judged<'_>, found: &mut Findings) {
    let mut seen = HashSet::new();
    for (index, group) in judged.products.groups.iter().enumerate() {
        if let Some(id) = group["group_id"].as_str().filter(|id| !seen.insert(*id)) {
            let place = || format!("/product_tree/product_groups/{index}/group_id");
            found.tell(place, || text!("csaf-judged-group-twice", id = id));
        }
    }
}

/// 6.2.1: every product that is defined is referred to.
pub(super) fn unused_definition(judged: &Judged<'_>, found: &mut Findings) {
    let mut used = HashSet::new();
    each_reference(judged, &mut |id, _| {
        used.insert(id);
    });
    for product in &judged.products.defined {
        if let Some(id) = product.id().filter(|id| !used.contains(id)) {
            let place = || format!("{}/product_id", judged.products.place(product));
            found.tell(place, || text!("csaf-judged-product-unused", id = id));
        }
    }
}

/// Everything that refers to a product, with its place.
fn each_reference<'d>(judged: &Judged<'d>, told: &mut dyn FnMut(&'d str, &dyn Fn() -> String)) {
    for (group, value) in judged.products.groups.iter().enumerate() {
        for (index, id) in texts(&value["product_ids"]) {
            told(id, &|| format!("/product_tree/product_groups/{group}/product_ids/{index}"));
        }
    }
    for (index, value) in judged.products.relationships.iter().enumerate() {
        for member in ["product_reference", "relates_to_product_reference"] {
            if let Some(id) = value[member].as_str() {
                told(id, &|| format!("/product_tree/relationships/{index}/{member}"));
            }
        }
    }
    for (vulnerability, value) in judged.vulnerabilities.iter().enumerate() {
        for status in STATUSES {
            for (index, id) in texts(&value["product_status"][status]) {
                told(id, &|| format!("/vulnerabilities/{vulnerability}/product_status/{status}/{index}"));
            }
        }
        for (member, products) in LISTS {
            each_of_list(vulnerability, value, member, products, told);
        }
    }
}

/// The lists of a vulnerability whose entries name products, and under which name.
const LISTS: [(&str, &str); 4] = [
    ("flags", "product_ids"),
    ("remediations", "product_ids"),
    ("scores", "products"),
    ("threats", "product_ids"),
];

fn each_of_list<'d>(
    vulnerability: usize,
    value: &'d Value,
    member: &str,
    products: &str,
    told: &mut dyn FnMut(&'d str, &dyn Fn() -> String),
) {
    for (entry, value) in elements(&value[member]).iter().enumerate() {
        for (index, id) in texts(&value[products]) {
            told(id, &|| format!("/vulnerabilities/{vulnerability}/{member}/{entry}/{products}/{index}"));
        }
    }
}
