//! Articles 7 and 8 with Annexes III and IV: the class of a product.

pub(crate) mod annex_iii;
pub(crate) mod annex_iv;
pub(crate) mod article_7_classification;
pub(crate) mod categories;
pub(crate) mod category;
pub(crate) mod category_line;
pub(crate) mod circuit;
pub(crate) mod descriptions;
pub(crate) mod look_up;
pub(crate) mod suggestion;
