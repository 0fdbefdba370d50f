//! Articles 2 to 4: whether the Regulation applies, what belongs to the product, and what is supplied commercially.

pub(crate) mod article_2_scope;
pub(crate) mod article_3_remote;
pub(crate) mod article_4_without_conformity;
pub(crate) mod boundary;
pub(crate) mod commercial_activity;
pub(crate) mod free_software;
pub(crate) mod other_acts;
pub(crate) mod remote_consequences;
pub(crate) mod scope_verdict;
pub(crate) mod tailor_made;
