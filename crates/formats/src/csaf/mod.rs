//! Documents of the Common Security Advisory Framework (CSAF) 2.0 and 2.1.

mod aggregator;
mod document;
mod judging;
mod listing;
mod many;
mod platform;
mod product_tree;
mod provider;
mod rolie;
mod score;
mod security_txt;
mod statement;
mod version_range;
mod vulnerability;

#[cfg(test)]
mod tests;

pub use aggregator::{CsafListed, read_csaf_aggregator};
pub use document::{CsafDocument, read_csaf};
pub use judging::{CsafJudgement, CsafOutcome, CsafTestAnswer, CsafTier, csaf_tests, judge_csaf};
pub use listing::{read_csaf_changes, read_csaf_index};
pub use provider::{CsafKey, CsafPlace, CsafProvider, read_csaf_provider};
pub use rolie::{RolieEntry, read_rolie};
pub use security_txt::csaf_of_security_txt;
