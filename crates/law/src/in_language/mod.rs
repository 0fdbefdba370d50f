//! The registers in the reader's language: English is the constant beside the rule, the rest is the catalogue's.
//!
//! Left out on purpose, and said in English to every reader: the rows of the reference and of the standards mapping,
//! which are notes to lawyers with a source behind every word, and the state of the law, a file that a newer one
//! replaces without this program changing.

mod categories;
mod obligations;
mod procedures;
pub(crate) mod register_sentences;
mod reporting;
mod teaching;
