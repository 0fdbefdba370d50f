//! Signatures of OpenPGP (RFC 9580) beside documents, as publishers of advisories make them (CSAF 2.0 section 7.1.19).

mod certificate;
mod detached;
mod fault;

#[cfg(test)]
mod tests;

pub use certificate::OpenPgpCertificate;
pub use detached::{LARGEST_SIGNATURE, verify_detached};
pub use fault::OpenPgpFault;
