//! Other Union law beside this Regulation: one line an act, said only where a declared fact touches it.

pub(crate) mod near;
pub(crate) mod neighbour;
pub(crate) mod register;
mod touch;
