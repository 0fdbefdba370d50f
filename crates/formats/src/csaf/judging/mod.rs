//! Our own judgement of documents of CSAF 2.0: the official schema, every mandatory test of the standard (section 6.1) and the optional
//! tests (section 6.2). Start reading at the register, which lists them in the standard's order.

mod answer;
mod category;
mod cvss;
mod document_optional;
mod findings;
mod judge;
mod judged;
mod language;
mod lists;
mod product_helper;
mod product_ids;
mod product_optional;
mod product_reference;
mod product_status;
mod product_tree;
mod profile;
mod register;
mod repeated;
mod revision_history;
mod schema;
mod scores;
mod version_number;
mod version_range;
mod weakness;
mod written;

#[cfg(test)]
mod tests;

pub use answer::{CsafJudgement, CsafOutcome, CsafTestAnswer, CsafTier};
pub use judge::judge_csaf;
pub use register::csaf_tests;
