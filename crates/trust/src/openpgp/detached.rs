//! A signature that lies beside a document.

use jiff::Timestamp;
use pgp::composed::{Deserializable, DetachedSignature};
use pgp::packet::{Signature, SignatureType};

use super::certificate::{OpenPgpCertificate, is_strong, made_at, seconds};
use super::fault::OpenPgpFault;

/// The largest file with signatures, in bytes.
pub const LARGEST_SIGNATURE: usize = 64 * 1024;

/// The most signatures of a file that are looked at.
const MOST_SIGNATURES: usize = 8;

/// How far a signer's clock may be ahead of ours, in seconds.
const CLOCKS_APART: i64 = 24 * 3_600;

/// Verifies the signature of a document by one of these certificates, as of now; gives the fingerprint of that certificate. Of several
/// signatures one that holds is enough; else it is told why the first by a known key does not.
pub fn verify_detached(
    document: &[u8],
    signature: &[u8],
    known: &[OpenPgpCertificate],
    now: Timestamp,
) -> Result<String, OpenPgpFault> {
    if signature.len() > LARGEST_SIGNATURE {
        return Err(OpenPgpFault::TooLarge { bytes: signature.len() });
    }
    let (found, _) =
        DetachedSignature::from_reader_many_buf(signature).map_err(|_| OpenPgpFault::NoSignature)?;
    let found: Vec<DetachedSignature> = found.take(MOST_SIGNATURES).filter_map(Result::ok).collect();
    let mut fault = if found.is_empty() { OpenPgpFault::NoSignature } else { OpenPgpFault::UnknownSigner };
    for DetachedSignature { signature } in found {
        for certificate in known {
            match judge(document, &signature, certificate, seconds(now)) {
                Some(Ok(())) => return Ok(certificate.fingerprint()),
                Some(Err(found)) if fault == OpenPgpFault::UnknownSigner => fault = found,
                _ => {}
            }
        }
    }
    Err(fault)
}

/// `None`: it is not by this certificate.
fn judge(
    document: &[u8],
    signature: &Signature,
    certificate: &OpenPgpCertificate,
    now: i64,
) -> Option<Result<(), OpenPgpFault>> {
    let made = made_at(signature);
    // A time without any is before every key.
    let by = certificate.verify(signature, document, made.unwrap_or_default())?;
    // The library refuses such itself, but calls them forged.
    if !is_strong(signature) {
        return Some(Err(OpenPgpFault::WeakDigest));
    }
    let lasts = signature.signature_expiration_time().map_or(0, |lasts| i64::from(lasts.as_secs()));
    Some(by.and_then(|()| {
        let Some(made) = made.filter(|made| *made <= now + CLOCKS_APART) else {
            return Err(OpenPgpFault::Undated);
        };
        if !matches!(signature.typ(), Some(SignatureType::Binary | SignatureType::Text)) {
            return Err(OpenPgpFault::NoSignature);
        }
        if lasts > 0 && now >= made + lasts { Err(OpenPgpFault::Expired) } else { Ok(()) }
    }))
}
