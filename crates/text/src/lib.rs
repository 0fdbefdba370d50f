//! What we say: every sentence a user may read, by key, one catalogue file a room and language.
//!
//! This room must never decide anything: it holds words, not rules (the law's own sentences stand beside
//! the rules they state, in `law`'s registers; in other languages they are here, as [`RegisterSentence`]s). Other rooms name a sentence with [`text!`] and hand the
//! [`Text`] upwards; a face renders it, in the [`Language`] of its reader. English is the reference: programs
//! and papers get it, and a reader gets it where another language lacks a sentence. Start reading at [`Text`].

mod catalogue;
mod entry;
mod files;
mod language;
mod message;
mod register_sentence;
mod steering;
#[cfg(test)]
mod translation;
mod typed;

pub use entry::{Message, messages};
pub use language::Language;
pub use message::{Arg, Text};
pub use register_sentence::{RegisterSentence, register_keys};
pub use steering::{push_sign, signs_shown, steers};
pub use typed::is_typed;
