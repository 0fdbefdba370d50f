//! Articles 2 to 4: whether the Regulation applies, what belongs to the product, and what is supplied commercially.

pub(crate) mod article_2_scope;
pub(crate) mod article_3_remote;
pub(crate) mod free_software;
