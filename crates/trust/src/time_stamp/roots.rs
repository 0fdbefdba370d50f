//! The roots one trusts to vouch for time-stamping authorities.

use std::time::Duration;

use jiff::Timestamp;
use rustls_pki_types::pem::PemObject;
use rustls_pki_types::{CertificateDer, TrustAnchor, UnixTime};
use webpki::{EndEntityCert, KeyUsage, anchor_from_trusted_cert};

use super::error::TimeStampError;
use super::oid::TIME_STAMPING;
use super::signed_data::ALL_ALGORITHMS;

/// The most bytes of all roots together.
const MAX_BYTES: usize = 128 * 1024;

/// Certificates that are trusted as they are.
#[derive(Debug, Clone)]
pub struct StampRoots(Vec<CertificateDer<'static>>);

impl StampRoots {
    /// Reads certificates in PEM, at least one.
    pub fn from_pem(pem: &str) -> Result<Self, TimeStampError> {
        if pem.len() > MAX_BYTES {
            return Err(TimeStampError::Roots);
        }
        let read: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem.as_bytes()).collect();
        let roots = read.map_err(|_| TimeStampError::Roots)?;
        if roots.is_empty() || roots.iter().any(|root| anchor_from_trusted_cert(root).is_err()) {
            return Err(TimeStampError::Roots);
        }
        Ok(Self(roots))
    }

    /// Whether this certificate leads to one of the roots, for time stamps, at that time.
    pub(super) fn lead_to(
        &self,
        signer: &EndEntityCert<'_>,
        between: &[CertificateDer<'_>],
        at: Timestamp,
    ) -> Result<(), TimeStampError> {
        let chain = |error: webpki::Error| TimeStampError::Chain { why: error.to_string() };
        let anchors: Result<Vec<TrustAnchor<'_>>, _> = self.0.iter().map(anchor_from_trusted_cert).collect();
        let seconds = u64::try_from(at.as_second()).map_err(|_| TimeStampError::Encoding)?;
        let at = UnixTime::since_unix_epoch(Duration::from_secs(seconds));
        let usage = KeyUsage::required(TIME_STAMPING);
        signer
            .verify_for_usage(ALL_ALGORITHMS, &anchors.map_err(chain)?, between, at, usage, None, None)
            .map(|_| ())
            .map_err(chain)
    }
}
