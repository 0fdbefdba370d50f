//! How every obligation stands for a case, with what shows it, what is missing and what to do next.

pub(crate) mod area;
pub(crate) mod evidence_search;
pub(crate) mod maturity;
pub(crate) mod next_steps;
pub(crate) mod of_other_roles;
pub(crate) mod routine;
pub(crate) mod shown;
pub(crate) mod standing;
pub(crate) mod stands;
