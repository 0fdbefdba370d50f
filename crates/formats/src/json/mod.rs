//! JSON read safely: depth checked before anything recurses, texts borrowed, errors with their place.

mod depth;
mod fault;
mod list;
mod pointer;
mod words;

pub(crate) use depth::depth_error;
pub(crate) use fault::{Stop, Stopped, fault};
pub(crate) use list::{Each, List, Once};
pub(crate) use pointer::Pointer;
pub(crate) use words::Words;
