//! Why a note was refused: because it is not a note, or because no known key vouches for it.

use std::fmt;

use crate::key_name::{KeyId, KeyName};

/// How many signers a message names before it only counts the rest.
const MAX_NAMED: usize = 3;

/// Why something is not a note, or could not become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteError {
    /// It is larger than any note needs to be.
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
    },
    /// It is not UTF-8.
    NotUtf8,
    /// It contains a control character other than a newline.
    ControlCharacter {
        /// The line it stands on, counted from 1.
        line: usize,
    },
    /// The text or the last signature does not end in a newline.
    NoFinalNewline,
    /// No signature follows the text.
    NoSignatures,
    /// It has more signatures than any note needs.
    TooManySignatures {
        /// How many there are.
        signatures: usize,
    },
    /// A line after the text is not a signature.
    SignatureLine {
        /// Which of them, counted from 1.
        signature: usize,
    },
}

impl fmt::Display for NoteError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { bytes } => write!(out, "the note has `{bytes}` bytes, more than any note needs"),
            Self::NotUtf8 => out.write_str("the note is not utf-8"),
            Self::ControlCharacter { line } => {
                write!(out, "line `{line}` of the note contains a control character")
            }
            Self::NoFinalNewline => out.write_str("the note does not end in a newline"),
            Self::NoSignatures => out.write_str("the note has no signature after a blank line"),
            Self::TooManySignatures { signatures } => {
                write!(out, "the note has `{signatures}` signatures, more than any note needs")
            }
            Self::SignatureLine { signature } => {
                write!(out, "signature `{signature}` of the note is not written `— name base64`")
            }
        }
    }
}

impl std::error::Error for NoteError {}

/// Why a note, though well-formed, cannot be believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenError {
    /// The note is signed, but by none of the known keys. It may be sound: the right key must be known to tell.
    UnknownSigners(Vec<(KeyName, KeyId)>),
    /// A signature bears the name and id of a known key but does not verify: the text or the signature was changed.
    WrongSignature(KeyName, KeyId),
    /// Two different known keys have this name and id, so neither can be held against the signature.
    AmbiguousKeys(KeyName, KeyId),
}

impl fmt::Display for OpenError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownSigners(signers) => {
                let named = signers.iter().take(MAX_NAMED).map(|(name, id)| format!("`{name}+{id}`"));
                let named = named.collect::<Vec<_>>().join(", ");
                write!(out, "the note is signed by {named}")?;
                match signers.len().saturating_sub(MAX_NAMED) {
                    0 => {}
                    more => write!(out, " and `{more}` more")?,
                }
                let none =
                    if signers.len() == 1 { "do not know this key" } else { "know none of these keys" };
                write!(out, ", and you {none}")
            }
            Self::WrongSignature(name, id) => {
                write!(out, "the signature of `{name}+{id}`, a key you know, does not verify")
            }
            Self::AmbiguousKeys(name, id) => {
                write!(out, "you know two different keys that both answer to `{name}+{id}`")
            }
        }
    }
}

impl std::error::Error for OpenError {}
