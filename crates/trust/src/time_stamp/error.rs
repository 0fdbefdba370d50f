//! Why something is no time stamp of what was asked.

use std::fmt;

/// Why a time stamp cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TimeStampError {
    /// It is larger than any time stamp needs to be.
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
    },
    /// Its bytes are not the distinguished encoding of what RFC 3161 and RFC 5652 describe.
    Encoding,
    /// The authority refused.
    Refused {
        /// Its status (RFC 3161 section 2.4.2).
        status: u8,
        /// What it says, shortened.
        says: String,
    },
    /// It is of something else, or of the digest of another algorithm.
    Imprint,
    /// It does not bear the number that was sent: it may be an old one.
    Nonce,
    /// It was made under another policy.
    Policy {
        /// The policy it was made under.
        found: String,
    },
    /// What was signed is not what it says.
    Digest,
    /// The certificate of who signed is not in it, or not the one it names.
    Signer,
    /// The certificate of who signed is not for time stamps alone (RFC 3161 section 2.3).
    Purpose,
    /// It is signed in a way that is not verified here.
    Algorithm,
    /// The signature does not verify.
    Signature,
    /// The certificate does not lead to a trusted root, or was not valid at the time of the stamp.
    Chain {
        /// What is wrong with it.
        why: String,
    },
    /// The trusted roots are no certificates.
    Roots,
    /// A policy is not written as numbers with dots.
    Oid,
}

impl fmt::Display for TimeStampError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { bytes } => {
                write!(out, "the time stamp has `{bytes}` bytes, more than any needs")
            }
            Self::Encoding => out.write_str("the time stamp is not encoded as RFC 3161 says"),
            Self::Refused { status, says } if says.is_empty() => {
                write!(out, "the authority refused with status `{status}`")
            }
            Self::Refused { status, says } => {
                write!(out, "the authority refused with status `{status}`: {says}")
            }
            Self::Imprint => out.write_str("the time stamp is of something else"),
            Self::Nonce => {
                out.write_str("the time stamp does not bear the number that was sent with the request")
            }
            Self::Policy { found } => write!(out, "the time stamp was made under the policy `{found}`"),
            Self::Digest => out.write_str("the time stamp was changed: what was signed is not what it says"),
            Self::Signer => out.write_str("the time stamp does not hold the certificate of who signed it"),
            Self::Purpose => out.write_str("the certificate of who signed is not for time stamps alone"),
            Self::Algorithm => out.write_str("the time stamp is signed in a way that is not verified here"),
            Self::Signature => out.write_str("the signature of the time stamp does not verify"),
            Self::Chain { why } => {
                write!(out, "the certificate of who signed does not lead to a trusted root: {why}")
            }
            Self::Roots => out.write_str("the trusted roots are not certificates in PEM"),
            Self::Oid => out.write_str("the policy is not numbers with dots, such as `1.2.3.4`"),
        }
    }
}

impl std::error::Error for TimeStampError {}
