//! Articles 7 and 8 with Annexes III and IV: the class of a product.

pub(crate) mod annex_iii;
pub(crate) mod annex_iv;
pub(crate) mod article_7_classification;
pub(crate) mod categories;
pub(crate) mod category;
