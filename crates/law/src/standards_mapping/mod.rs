//! What standards say to the requirements of Annex I, as data; none of it gives a presumption of conformity.

pub(crate) mod declared;
pub(crate) mod mapping;
pub(crate) mod row;
