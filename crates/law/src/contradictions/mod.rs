//! Where a dossier contradicts itself or the law.

pub(crate) mod authority_requests;
pub(crate) mod conformity;
pub(crate) mod contradiction;
pub(crate) mod mandate;
pub(crate) mod product;
pub(crate) mod requirements;
pub(crate) mod roles;
pub(crate) mod suppliers;
