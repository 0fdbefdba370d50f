//! Articles 3(19) and 64: the size of the enterprise, and how high a fine can be at most.

pub(crate) mod enterprise_size;
pub(crate) mod exposure;
pub(crate) mod tiers;
