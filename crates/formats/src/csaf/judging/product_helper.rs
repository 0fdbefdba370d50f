//! By what a product is identified: tests 6.1.13 and 6.1.25, and 6.2.8, 6.2.9 and 6.2.16.

use std::collections::HashSet;

use proofmark_facts::{LONGEST_PURL_BYTES, Purl};
use proofmark_text::text;
use serde_json::Value;

use super::findings::Findings;
use super::judged::Judged;
use super::lists::elements;
use super::product_tree::Product;

const HELPER: &str = "product_identification_helper";

/// 6.1.13: package URLs are ones.
pub(super) fn package_url(judged: &Judged<'_>, found: &mut Findings) {
    for product in &judged.products.defined {
        let Some(purl) = product.value[HELPER]["purl"].as_str() else { continue };
        let place = || format!("{}/{HELPER}/purl", judged.products.place(product));
        if purl.len() > LONGEST_PURL_BYTES {
            found.cannot_tell(text!("csaf-judged-purl-long", place = place(), most = LONGEST_PURL_BYTES));
        } else if purl.parse::<Purl>().is_err() {
            found.tell(place, || text!("csaf-judged-purl", purl = purl));
        }
    }
}

/// 6.1.25: a file has one digest of each algorithm.
pub(super) fn same_algorithm(judged: &Judged<'_>, found: &mut Findings) {
    each_file(judged, |product, file, hashes| {
        let mut seen = HashSet::new();
        for (index, hash) in hashes.iter().enumerate() {
            if let Some(algorithm) = hash["algorithm"].as_str().filter(|one| !seen.insert(*one)) {
                let place = || format!("{}/file_hashes/{index}", file_place(judged, product, file));
                found.tell(place, || text!("csaf-judged-algorithm-twice", algorithm = algorithm));
            }
        }
    });
}

/// 6.2.8: MD5 is not a file's only digest.
pub(super) fn only_md5(judged: &Judged<'_>, found: &mut Findings) {
    only(judged, found, "md5");
}

/// 6.2.9: SHA-1 is not a file's only digest.
pub(super) fn only_sha1(judged: &Judged<'_>, found: &mut Findings) {
    only(judged, found, "sha1");
}

fn only(judged: &Judged<'_>, found: &mut Findings, algorithm: &str) {
    each_file(judged, |product, file, hashes| {
        let mut algorithms = hashes.iter().filter_map(|hash| hash["algorithm"].as_str());
        if !hashes.is_empty() && algorithms.all(|one| one == algorithm) {
            let place = || format!("{}/file_hashes", file_place(judged, product, file));
            found.tell(place, || text!("csaf-judged-weak-algorithm", algorithm = algorithm));
        }
    });
}

/// 6.2.16: every product has something to identify it by.
pub(super) fn missing_helper(judged: &Judged<'_>, found: &mut Findings) {
    for product in &judged.products.defined {
        if product.value.get(HELPER).is_none() {
            let id = product.id().unwrap_or_default();
            found.tell(|| judged.products.place(product), || text!("csaf-judged-no-helper", id = id));
        }
    }
}

fn each_file<'d>(judged: &Judged<'d>, mut told: impl FnMut(&Product<'d>, usize, &'d [Value])) {
    for product in &judged.products.defined {
        for (file, value) in elements(&product.value[HELPER]["hashes"]).iter().enumerate() {
            told(product, file, elements(&value["file_hashes"]));
        }
    }
}

fn file_place(judged: &Judged<'_>, product: &Product<'_>, file: usize) -> String {
    format!("{}/{HELPER}/hashes/{file}", judged.products.place(product))
}
