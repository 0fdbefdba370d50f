pub(crate) mod articles_21_22;
pub(crate) mod editions;
pub(crate) mod marketplace;
pub(crate) mod role;
pub(crate) mod role_verdict;
pub(crate) mod statements;
pub(crate) mod steward;
