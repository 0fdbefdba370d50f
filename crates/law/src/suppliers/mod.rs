//! Articles 19 and 20: the checks of importers and distributors, and what follows from them.

pub(crate) mod check_point;
pub(crate) mod consequence;
pub(crate) mod supplier_check;
