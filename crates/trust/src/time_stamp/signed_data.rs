//! The envelope of a time stamp: who signed it, how, and with which certificates (RFC 5652 section 5).

use aws_lc_rs::digest;
use rustls_pki_types::SignatureVerificationAlgorithm;
use webpki::aws_lc_rs as algorithms;

use super::certificate::Certificate;
use super::der::{Der, INTEGER, OCTETS, OID, SEQUENCE, SET, context};
use super::error::TimeStampError;
use super::oid::SHA256;

/// The content of the identifiers' encodings.
const SHA384: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x02];
const SHA512: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x03];
const SIGNED_DATA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
const TST_INFO: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x01, 0x04];
const CONTENT_TYPE: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x03];
const MESSAGE_DIGEST: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x04];
const SIGNING_CERTIFICATE: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x02, 0x0c];
const SIGNING_CERTIFICATE_2: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x02, 0x2f];
const RSA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01];
const ECDSA_SHA2: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03];

/// Ways of signing that are verified, in certificates and in time stamps. SHA-1 is none of them.
pub(super) static ALL_ALGORITHMS: &[&dyn SignatureVerificationAlgorithm] = &[
    algorithms::RSA_PKCS1_2048_8192_SHA256,
    algorithms::RSA_PKCS1_2048_8192_SHA384,
    algorithms::RSA_PKCS1_2048_8192_SHA512,
    algorithms::ECDSA_P256_SHA256,
    algorithms::ECDSA_P256_SHA384,
    algorithms::ECDSA_P256_SHA512,
    algorithms::ECDSA_P384_SHA256,
    algorithms::ECDSA_P384_SHA384,
    algorithms::ECDSA_P384_SHA512,
    algorithms::ECDSA_P521_SHA256,
    algorithms::ECDSA_P521_SHA384,
    algorithms::ECDSA_P521_SHA512,
    algorithms::RSA_PSS_2048_8192_SHA256_LEGACY_KEY,
    algorithms::RSA_PSS_2048_8192_SHA384_LEGACY_KEY,
    algorithms::RSA_PSS_2048_8192_SHA512_LEGACY_KEY,
];

/// What was signed, by whom.
pub(super) struct SignedData<'a> {
    /// The bytes of what is said.
    pub(super) content: &'a [u8],
    /// The certificate of who signed.
    pub(super) signer: &'a [u8],
    /// All certificates that came along.
    pub(super) certificates: Vec<&'a [u8]>,
    /// The signed attributes, as a set.
    pub(super) signed: Vec<u8>,
    /// The signature over them.
    pub(super) signature: &'a [u8],
    /// The ways in which it may have been made.
    pub(super) algorithms: Vec<&'static dyn SignatureVerificationAlgorithm>,
}

impl<'a> SignedData<'a> {
    /// Reads the envelope and checks all that needs no key: that the signed attributes are about this content and this
    /// certificate.
    pub(super) fn parse(bytes: &'a [u8]) -> Result<Self, TimeStampError> {
        let mut outer = Der::new(Der::only(bytes, SEQUENCE)?);
        let kind = outer.expect(OID)?;
        let mut data = Der::new(Der::only(outer.expect(context(0))?, SEQUENCE)?);
        data.expect(INTEGER)?;
        data.expect(SET)?;
        let mut encapsulated = Der::new(data.expect(SEQUENCE)?);
        if kind != SIGNED_DATA || encapsulated.expect(OID)? != TST_INFO {
            return Err(TimeStampError::Encoding);
        }
        let content = Der::only(encapsulated.expect(context(0))?, OCTETS)?;
        let mut certificates = Vec::new();
        if let Some(all) = data.optional(context(0))? {
            let mut all = Der::new(all.content);
            while !all.is_empty() {
                let one = all.next()?;
                // Other kinds of certificates may lie here; they lead nowhere.
                if one.tag == SEQUENCE && certificates.len() < 16 {
                    certificates.push(one.whole);
                }
            }
        }
        data.optional(context(1))?;
        let signers = data.expect(SET)?;
        data.end()?;
        // RFC 3161 section 2.4.2: nobody but the authority signs.
        Self::of_signer(Der::only(signers, SEQUENCE)?, content, certificates)
    }

    fn of_signer(
        signer: &'a [u8],
        content: &'a [u8],
        certificates: Vec<&'a [u8]>,
    ) -> Result<Self, TimeStampError> {
        let mut info = Der::new(signer);
        info.expect(INTEGER)?;
        let named = info.next()?;
        let hash = Der::new(info.expect(SEQUENCE)?).expect(OID)?;
        let attributes = info.optional(context(0))?.ok_or(TimeStampError::Encoding)?;
        let way = Der::new(info.expect(SEQUENCE)?).expect(OID)?;
        let signature = info.expect(OCTETS)?;
        info.optional(context(1))?;
        info.end()?;
        let attributes_read = Attributes::parse(attributes.content)?;
        let algorithm = digest_algorithm(hash).ok_or(TimeStampError::Algorithm)?;
        if digest::digest(algorithm, content).as_ref() != attributes_read.message_digest {
            return Err(TimeStampError::Digest);
        }
        let is_named = |one: &&&[u8]| attributes_read.names(one);
        let signer = *certificates.iter().find(is_named).ok_or(TimeStampError::Signer)?;
        if named.tag == SEQUENCE {
            let certificate = Certificate::parse(signer)?;
            let mut named = Der::new(named.content);
            if named.next()?.whole != certificate.issuer || named.expect(INTEGER)? != certificate.serial {
                return Err(TimeStampError::Signer);
            }
        }
        // What was signed is the set, though it is sent under another tag (RFC 5652 section 5.4).
        let mut as_set = attributes.whole.to_vec();
        as_set[0] = SET;
        let algorithms = ways_of_signing(way, hash).ok_or(TimeStampError::Algorithm)?;
        Ok(Self { content, signer, certificates, signed: as_set, signature, algorithms })
    }
}

/// The signed attributes that matter.
struct Attributes<'a> {
    message_digest: &'a [u8],
    /// The digest of the signer's certificate, and by which algorithm.
    certificate: (&'a [u8], &'static digest::Algorithm),
}

impl<'a> Attributes<'a> {
    fn parse(bytes: &'a [u8]) -> Result<Self, TimeStampError> {
        let mut all = Der::new(bytes);
        let (mut about, mut message_digest, mut old, mut new) = (None, None, None, None);
        while !all.is_empty() {
            let mut attribute = Der::new(all.expect(SEQUENCE)?);
            let name = attribute.expect(OID)?;
            let values = attribute.expect(SET)?;
            attribute.end()?;
            let place = match name {
                CONTENT_TYPE => &mut about,
                MESSAGE_DIGEST => &mut message_digest,
                SIGNING_CERTIFICATE => &mut old,
                SIGNING_CERTIFICATE_2 => &mut new,
                _ => continue,
            };
            // Said twice, it would be unclear which of them counts.
            if place.replace(values).is_some() {
                return Err(TimeStampError::Encoding);
            }
        }
        if Der::only(about.ok_or(TimeStampError::Encoding)?, OID)? != TST_INFO {
            return Err(TimeStampError::Encoding);
        }
        let message_digest = Der::only(message_digest.ok_or(TimeStampError::Encoding)?, OCTETS)?;
        let first = |values: &'a [u8]| -> Result<Der<'a>, TimeStampError> {
            let all = Der::new(Der::only(values, SEQUENCE)?).expect(SEQUENCE)?;
            Ok(Der::new(Der::new(all).expect(SEQUENCE)?))
        };
        let certificate = match (new, old) {
            (Some(values), _) => {
                let mut id = first(values)?;
                let algorithm = match id.optional(SEQUENCE)? {
                    None => &digest::SHA256,
                    Some(named) => {
                        let name = Der::new(named.content).expect(OID)?;
                        digest_algorithm(name).ok_or(TimeStampError::Algorithm)?
                    }
                };
                (id.expect(OCTETS)?, algorithm)
            }
            // The digest only says which of the certificates is meant; what it is worth, its chain says.
            (None, Some(values)) => (first(values)?.expect(OCTETS)?, &digest::SHA1_FOR_LEGACY_USE_ONLY),
            (None, None) => return Err(TimeStampError::Signer),
        };
        Ok(Self { message_digest, certificate })
    }

    fn names(&self, certificate: &[u8]) -> bool {
        let (digest, algorithm) = self.certificate;
        digest::digest(algorithm, certificate).as_ref() == digest
    }
}

fn digest_algorithm(name: &[u8]) -> Option<&'static digest::Algorithm> {
    match name {
        SHA256 => Some(&digest::SHA256),
        SHA384 => Some(&digest::SHA384),
        SHA512 => Some(&digest::SHA512),
        _ => None,
    }
}

/// What the name of a way of signing stands for, with the digest the envelope names. Which curve it is, the key says.
fn ways_of_signing(way: &[u8], hash: &[u8]) -> Option<Vec<&'static dyn SignatureVerificationAlgorithm>> {
    let hash = match (way.split_last(), hash) {
        // `rsaEncryption` leaves the digest to the envelope.
        (Some((1, RSA)), SHA256) | (Some((11, RSA) | (2, ECDSA_SHA2)), _) => 256,
        (Some((1, RSA)), SHA384) | (Some((12, RSA) | (3, ECDSA_SHA2)), _) => 384,
        (Some((1, RSA)), SHA512) | (Some((13, RSA) | (4, ECDSA_SHA2)), _) => 512,
        _ => return None,
    };
    Some(match (way.starts_with(RSA), hash) {
        (true, 256) => vec![algorithms::RSA_PKCS1_2048_8192_SHA256],
        (true, 384) => vec![algorithms::RSA_PKCS1_2048_8192_SHA384],
        (true, _) => vec![algorithms::RSA_PKCS1_2048_8192_SHA512],
        (false, 256) => {
            vec![algorithms::ECDSA_P256_SHA256, algorithms::ECDSA_P384_SHA256, algorithms::ECDSA_P521_SHA256]
        }
        (false, 384) => {
            vec![algorithms::ECDSA_P256_SHA384, algorithms::ECDSA_P384_SHA384, algorithms::ECDSA_P521_SHA384]
        }
        (false, _) => {
            vec![algorithms::ECDSA_P256_SHA512, algorithms::ECDSA_P384_SHA512, algorithms::ECDSA_P521_SHA512]
        }
    })
}
