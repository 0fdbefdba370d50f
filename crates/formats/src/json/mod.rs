//! JSON read safely: depth checked before anything recurses, texts borrowed, errors with their place.

mod compact;
mod depth;
mod document;
mod fault;
mod list;
mod maybe_list;
mod maybe_words;
mod plain;
mod pointer;
mod tree;
mod words;

pub(crate) use compact::compact;
pub(crate) use depth::depth_error;
pub(crate) use document::{read_document, read_value};
pub(crate) use fault::{Stop, Stopped};
pub(crate) use list::{Each, List, ListedVersions, MOST_ELEMENTS, Once};
pub(crate) use maybe_list::{MOST_TEXTS, MaybeList};
pub(crate) use maybe_words::MaybeWords;
pub(crate) use plain::Plain;
pub(crate) use pointer::Pointer;
pub(crate) use tree::Tree;
pub(crate) use words::Words;
