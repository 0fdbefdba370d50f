//! A time stamp: read, held against what was asked, verified under trusted roots.

use std::fmt;

use jiff::Timestamp;
use rustls_pki_types::CertificateDer;
use webpki::EndEntityCert;

use super::certificate::Certificate;
use super::der::{Der, INTEGER, SEQUENCE, UTF8};
use super::error::TimeStampError;
use super::oid::SHA256;
use super::request::StampRequest;
use super::roots::StampRoots;
use super::signed_data::SignedData;
use super::stamped_info::StampedInfo;

/// The most bytes of a time stamp: some authorities put their whole chain in it.
const MAX_BYTES: usize = 256 * 1024;

/// A time stamp as it was received: well-formed, nothing more. What it says, [`TimeStamp::verify`] tells.
#[derive(Clone, PartialEq, Eq)]
pub struct TimeStamp {
    der: Vec<u8>,
    info: StampedInfo,
}

/// What a verified time stamp says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamped {
    /// When the authority saw the digest, by its clock.
    pub at: Timestamp,
    /// The policy it was made under, as numbers with dots.
    pub policy: String,
    /// The authority's number of it, in hexadecimal digits.
    pub serial: String,
}

impl TimeStamp {
    /// The time stamp in an authority's answer (RFC 3161 section 2.4.2), if it gave one.
    pub fn from_answer(bytes: &[u8]) -> Result<Self, TimeStampError> {
        within_limit(bytes)?;
        let mut answer = Der::new(Der::only(bytes, SEQUENCE)?);
        let mut status = Der::new(answer.expect(SEQUENCE)?);
        let [code] = *status.expect(INTEGER)? else { return Err(TimeStampError::Encoding) };
        // Granted, or granted with changes, which the comparison with the request finds.
        if code > 1 {
            let said = status.optional(SEQUENCE)?.and_then(|texts| Der::new(texts.content).expect(UTF8).ok());
            let said = String::from_utf8_lossy(said.unwrap_or_default());
            let says = said.chars().filter(|sign| !sign.is_control()).take(200).collect();
            return Err(TimeStampError::Refused { status: code, says });
        }
        let token = answer.next()?.whole;
        answer.end()?;
        Self::parse(token)
    }

    /// Reads a time stamp as it is kept (`TimeStampToken`).
    pub fn parse(bytes: &[u8]) -> Result<Self, TimeStampError> {
        within_limit(bytes)?;
        let info = StampedInfo::parse(SignedData::parse(bytes)?.content)?;
        Ok(Self { der: bytes.to_vec(), info })
    }

    /// Its bytes.
    pub fn as_der(&self) -> &[u8] {
        &self.der
    }

    /// Whether it answers this request: the same digest, the number that was sent, the policy that was asked for.
    pub fn answers(&self, request: &StampRequest) -> Result<(), TimeStampError> {
        self.is_of(request.imprint())?;
        if self.info.nonce.as_deref() != Some(request.nonce_der().as_slice()) {
            return Err(TimeStampError::Nonce);
        }
        match request.policy() {
            Some(policy) if *policy != self.info.policy => {
                Err(TimeStampError::Policy { found: self.info.policy.to_string() })
            }
            _ => Ok(()),
        }
    }

    /// Verifies that an authority under these roots saw this SHA-256 digest, and says when.
    ///
    /// Its certificate must have been valid *then*: that it expired since takes nothing from what it signed. Whether it
    /// was revoked is not asked.
    pub fn verify(&self, imprint: &[u8; 32], roots: &StampRoots) -> Result<Stamped, TimeStampError> {
        self.is_of(imprint)?;
        let data = SignedData::parse(&self.der)?;
        Certificate::parse(data.signer)?.is_for_time_stamps_alone()?;
        let signer = CertificateDer::from(data.signer);
        let signer = EndEntityCert::try_from(&signer)
            .map_err(|error| TimeStampError::Chain { why: error.to_string() })?;
        let verifies = |way: &&dyn rustls_pki_types::SignatureVerificationAlgorithm| {
            signer.verify_signature(*way, &data.signed, data.signature).is_ok()
        };
        if !data.algorithms.iter().any(verifies) {
            return Err(TimeStampError::Signature);
        }
        let between: Vec<CertificateDer<'_>> =
            data.certificates.iter().map(|one| CertificateDer::from(*one)).collect();
        roots.lead_to(&signer, &between, self.info.at)?;
        let serial =
            self.info.serial.iter().fold(String::new(), |digits, byte| digits + &format!("{byte:02x}"));
        Ok(Stamped { at: self.info.at, policy: self.info.policy.to_string(), serial })
    }

    /// Whether it is of this SHA-256 digest, whoever made it.
    pub fn is_of(&self, imprint: &[u8; 32]) -> Result<(), TimeStampError> {
        let same = self.info.algorithm == SHA256 && self.info.digest == imprint;
        if same { Ok(()) } else { Err(TimeStampError::Imprint) }
    }
}

impl fmt::Debug for TimeStamp {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("TimeStamp").field("at", &self.info.at).finish_non_exhaustive()
    }
}

fn within_limit(bytes: &[u8]) -> Result<(), TimeStampError> {
    if bytes.len() > MAX_BYTES { Err(TimeStampError::TooLarge { bytes: bytes.len() }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            prop_assert!(TimeStamp::parse(&bytes).is_err());
            prop_assert!(TimeStamp::from_answer(&bytes).is_err());
            prop_assert!(StampRoots::from_pem(&String::from_utf8_lossy(&bytes)).is_err());
        }

        /// Nested so that the readers get past the outermost frame.
        #[test]
        fn bytes_in_sequences_are_read_or_refused(
            bytes in proptest::collection::vec(any::<u8>(), 0..100),
            depth in 1_usize..8,
        ) {
            let nested = (0..depth).fold(bytes, |inner, _| {
                let length = u8::try_from(inner.len()).unwrap_or(u8::MAX);
                let head: &[u8] = if inner.len() < 128 { &[SEQUENCE, length] } else { &[SEQUENCE, 0x81, length] };
                [head, inner.as_slice()].concat()
            });
            prop_assert!(TimeStamp::parse(&nested).is_err());
            prop_assert!(TimeStamp::from_answer(&nested).is_err());
        }
    }
}
