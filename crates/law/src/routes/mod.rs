//! Articles 12, 27 and 32 with Annex VIII: the conformity assessment procedures and what they demand.

pub(crate) mod annex_viii;
pub(crate) mod applied_standards;
pub(crate) mod article_12;
pub(crate) mod article_32_routes;
pub(crate) mod beside_article_32;
pub(crate) mod notes;
pub(crate) mod presumption;
pub(crate) mod route;
