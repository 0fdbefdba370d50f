//! The register of obligations: what is asked of whom, from when, and what shows it; one file an article or annex.

pub(crate) mod annex_i_part_i;
pub(crate) mod annex_i_part_ii;
pub(crate) mod annex_ii;
pub(crate) mod annex_v;
pub(crate) mod annex_vi;
pub(crate) mod annex_vii;
pub(crate) mod applicability;
pub(crate) mod article_13;
pub(crate) mod article_30;
pub(crate) mod evidence_kind;
pub(crate) mod obligation;
pub(crate) mod obligations;
pub(crate) mod requirement_ids;
