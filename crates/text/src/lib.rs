//! What we say: every sentence a user may read, by key, one catalogue file a room and language.
//!
//! This room must never decide anything: it holds words, not rules (the law's own sentences stand beside
//! the rules they state, in `law`'s registers). Other rooms name a sentence with [`text!`] and hand the
//! [`Text`] upwards; a face renders it. Start reading at [`Text`].

mod catalogue;
mod message;

pub use catalogue::{Message, messages};
pub use message::{Arg, Text};
