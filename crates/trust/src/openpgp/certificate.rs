//! A certificate: a primary key with what it says of itself and of its subkeys.
//!
//! The library verifies signatures; which of them count is decided here (RFC 9580 sections 5.2.3 and 10.1): a key signs documents if
//! a signature of its certificate's own says that it may, unless one takes it back.

use jiff::Timestamp;
use pgp::composed::{Deserializable, SignedPublicKey, SignedPublicSubKey};
use pgp::crypto::hash::HashAlgorithm;
use pgp::packet::{RevocationCode, Signature, SignatureType};
use pgp::types::{KeyDetails, Tag, VerifyingKey};

use super::fault::OpenPgpFault;

/// The largest certificate, in bytes: some with pictures and hundreds of signatures are that large.
const LARGEST: usize = 1 << 20;

/// A certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenPgpCertificate {
    key: SignedPublicKey,
}

/// What a certificate says of one of its keys.
#[derive(Debug, Default)]
struct Standing {
    /// It may sign documents.
    signs: bool,
    /// When it ends, in seconds since 1970; `None`: never.
    ends: Option<i64>,
    /// When it was taken back for no other reason than that another took its place.
    retired: Option<i64>,
    /// It was taken back, so that nothing it ever signed counts.
    revoked: bool,
}

impl OpenPgpCertificate {
    /// Reads one certificate, in ASCII armor or as it is.
    pub fn parse(bytes: &[u8]) -> Result<Self, OpenPgpFault> {
        if bytes.len() > LARGEST {
            return Err(OpenPgpFault::TooLarge { bytes: bytes.len() });
        }
        let (mut found, _) =
            SignedPublicKey::from_reader_many_buf(bytes).map_err(|_| OpenPgpFault::NoCertificate)?;
        let key = found.next().and_then(Result::ok).ok_or(OpenPgpFault::NoCertificate)?;
        if found.next().is_some() {
            return Err(OpenPgpFault::ManyCertificates);
        }
        Ok(Self { key })
    }

    /// The fingerprint of its primary key, which stands for all of it: small hexadecimal digits.
    pub fn fingerprint(&self) -> String {
        self.key.primary_key.fingerprint().to_string().to_ascii_lowercase()
    }

    /// Verifies a signature of these bytes by any key of this certificate; `None`: it is by none of them.
    pub(super) fn verify(
        &self,
        signature: &Signature,
        bytes: &[u8],
        made: i64,
    ) -> Option<Result<(), OpenPgpFault>> {
        let mut outcome = None;
        if may_be_by(signature, &self.key.primary_key) {
            outcome = Some(judged(&self.primary(), &self.key.primary_key, signature, bytes, made));
        }
        for subkey in &self.key.public_subkeys {
            if !matches!(outcome, Some(Ok(()))) && may_be_by(signature, &subkey.key) {
                let standing = self.of_subkey(subkey);
                outcome = Some(judged(&standing, &subkey.key, signature, bytes, made));
            }
        }
        outcome
    }

    fn primary(&self) -> Standing {
        let key = &self.key.primary_key;
        let details = &self.key.details;
        let of_users = details.users.iter().flat_map(|user| {
            let is_own = |signature: &&Signature| {
                signature.is_certification()
                    && signature.verify_certification(key, Tag::UserId, &user.id).is_ok()
            };
            user.signatures.iter().filter(is_own)
        });
        let direct = details.direct_signatures.iter().filter(|signature| signature.verify_key(key).is_ok());
        let newest = direct.chain(of_users).max_by_key(|signature| made_at(signature));
        let Some(newest) = newest else { return Standing::default() };
        let flags = newest.key_flags();
        // Where no flag is set none is said, and a primary key may do what its algorithm can.
        let says_none =
            !(flags.certify() || flags.encrypt_comms() || flags.encrypt_storage() || flags.authentication());
        let revocations =
            details.revocation_signatures.iter().filter(|signature| signature.verify_key(key).is_ok());
        standing(flags.sign() || says_none, newest, i64::from(key.created_at().as_secs()), revocations)
    }

    /// A subkey counts if its primary key says that it is its own, and it says the same of the primary key.
    fn of_subkey(&self, subkey: &SignedPublicSubKey) -> Standing {
        let primary = &self.key.primary_key;
        let by_primary = |signature: &&Signature| {
            is_strong(signature) && signature.verify_subkey_binding(primary, &subkey.key).is_ok()
        };
        let of = |kind| {
            subkey.signatures.iter().filter(move |signature| signature.typ() == Some(kind)).filter(by_primary)
        };
        let Some(newest) = of(SignatureType::SubkeyBinding).max_by_key(|signature| made_at(signature)) else {
            return Standing::default();
        };
        let back = newest.embedded_signature();
        let is_back = back.is_some_and(|back| back.verify_primary_key_binding(&subkey.key, primary).is_ok());
        let own = standing(
            newest.key_flags().sign() && is_back,
            newest,
            i64::from(subkey.key.created_at().as_secs()),
            of(SignatureType::SubkeyRevocation),
        );
        let primary = self.primary();
        Standing {
            ends: [own.ends, primary.ends].into_iter().flatten().min(),
            retired: [own.retired, primary.retired].into_iter().flatten().min(),
            revoked: own.revoked || primary.revoked,
            signs: own.signs,
        }
    }
}

fn standing<'s>(
    signs: bool,
    newest: &Signature,
    created: i64,
    revocations: impl Iterator<Item = &'s Signature>,
) -> Standing {
    let lasts = newest.key_expiration_time().map(|lasts| i64::from(lasts.as_secs()));
    let ends = lasts.filter(|lasts| *lasts > 0).map(|lasts| created + lasts);
    let mut standing = Standing { signs, ends, ..Standing::default() };
    for revocation in revocations {
        let is_soft = matches!(
            revocation.revocation_reason_code(),
            Some(RevocationCode::KeySuperseded | RevocationCode::KeyRetired)
        );
        match made_at(revocation).filter(|_| is_soft) {
            Some(at) => standing.retired = Some(standing.retired.map_or(at, |before| before.min(at))),
            None => standing.revoked = true,
        }
    }
    standing
}

/// The signature's own words decide which key is tried; they are believed only when it verifies.
fn may_be_by(signature: &Signature, key: &impl KeyDetails) -> bool {
    let (prints, ids) = (signature.issuer_fingerprint(), signature.issuer_key_id());
    if !prints.is_empty() {
        return prints.contains(&&key.fingerprint());
    }
    ids.is_empty() || ids.contains(&&key.legacy_key_id())
}

fn judged(
    standing: &Standing,
    key: &impl VerifyingKey,
    signature: &Signature,
    bytes: &[u8],
    made: i64,
) -> Result<(), OpenPgpFault> {
    signature.verify(key, bytes).map_err(|_| OpenPgpFault::Forged)?;
    let is_over = |end: &i64| made >= *end;
    let is_early = made < i64::from(key.created_at().as_secs());
    if !standing.signs
        || standing.revoked
        || is_early
        || standing.ends.as_ref().is_some_and(is_over)
        || standing.retired.as_ref().is_some_and(is_over)
    {
        return Err(OpenPgpFault::KeyUnfit);
    }
    Ok(())
}

/// When a signature says it was made, in seconds since 1970.
pub(super) fn made_at(signature: &Signature) -> Option<i64> {
    signature.created().map(|at| i64::from(at.as_secs()))
}

/// Whether it stands on a digest of which nobody can make two alike (RFC 9580 section 9.5).
pub(super) fn is_strong(signature: &Signature) -> bool {
    use HashAlgorithm::{Sha3_256, Sha3_512, Sha256, Sha384, Sha512};
    matches!(signature.hash_alg(), Some(Sha256 | Sha384 | Sha512 | Sha3_256 | Sha3_512))
}

/// The second a time falls in.
pub(super) fn seconds(at: Timestamp) -> i64 {
    at.as_second()
}
