//! Where a dossier contradicts itself or the law.

pub(crate) mod authority_requests;
pub(crate) mod classification;
pub(crate) mod conformity;
pub(crate) mod contradiction;
pub(crate) mod mandate;
pub(crate) mod modification;
pub(crate) mod neighbours;
pub(crate) mod periods;
pub(crate) mod product;
pub(crate) mod reporting;
pub(crate) mod requirements;
pub(crate) mod roles;
pub(crate) mod stated;
pub(crate) mod suppliers;
