//! CVE records, format 5.0 to 5.2 (<https://cveproject.github.io/cve-schema/>), as cve.org, its bulk list and CISA's
//! enrichment publish them.

mod collection;
mod container;
mod document;
mod metric;
mod product;
#[cfg(test)]
mod tests;

pub use document::read_cve_record;
