//! Why a certificate or a signature of OpenPGP is not taken.

use std::fmt;

/// Why it is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenPgpFault {
    /// It is longer than any such thing.
    TooLarge {
        /// How many bytes it has.
        bytes: usize,
    },
    /// The bytes are no certificate.
    NoCertificate,
    /// The bytes hold more than one certificate.
    ManyCertificates,
    /// The bytes are no signature beside a document.
    NoSignature,
    /// It is by none of the certificates.
    UnknownSigner,
    /// It is not of these bytes by that key.
    Forged,
    /// It stands on a digest that can be forged.
    WeakDigest,
    /// It says not when it was made, or a time that is yet to come.
    Undated,
    /// It was made for a time that is over.
    Expired,
    /// The key was not valid when it was made, was taken back, or is not for signing.
    KeyUnfit,
}

impl fmt::Display for OpenPgpFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { bytes } => write!(out, "it has `{bytes}` bytes, more than any such needs"),
            Self::NoCertificate => out.write_str("it is no OpenPGP certificate"),
            Self::ManyCertificates => out.write_str("it holds more than one OpenPGP certificate"),
            Self::NoSignature => out.write_str("it is no OpenPGP signature"),
            Self::UnknownSigner => out.write_str("it is by none of the keys that are known"),
            Self::Forged => out.write_str("it is not of this document"),
            Self::WeakDigest => out.write_str("it stands on a digest that can be forged"),
            Self::Undated => out.write_str("it says not when it was made, or a time that is yet to come"),
            Self::Expired => out.write_str("it was made for a time that is over"),
            Self::KeyUnfit => {
                out.write_str("its key was not valid then, was taken back, or is not for signing")
            }
        }
    }
}

impl std::error::Error for OpenPgpFault {}
