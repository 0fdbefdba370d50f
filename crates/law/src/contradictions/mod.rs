//! Where a dossier contradicts itself or the law.

pub(crate) mod conformity;
pub(crate) mod contradiction;
pub(crate) mod modification;
pub(crate) mod product;
pub(crate) mod requirements;
pub(crate) mod roles;
