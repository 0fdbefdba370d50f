//! Authenticator data: what the authenticator itself signs for (Web Authentication, section 6.1).

use proofmark_facts::Sha256;
use proofmark_text::text;

use super::cbor::read_value;
use super::cose_key::CoseKey;
use super::relying_party::RelyingParty;
use crate::refusal::Refusal;
use crate::secret::same;

/// Bytes of authenticator data; the longest key and identification fit in many times.
pub(super) const MOST_AUTHENTICATOR_BYTES: usize = 16 * 1024;

/// Bytes of the longest credential identification (section 5.8.3, step 25 of section 7.1).
pub(super) const LONGEST_CREDENTIAL_ID: usize = 1023;

const USER_PRESENT: u8 = 1;
const USER_VERIFIED: u8 = 1 << 2;
const BACKUP_ELIGIBLE: u8 = 1 << 3;
const BACKED_UP: u8 = 1 << 4;
const ATTESTED: u8 = 1 << 6;
const EXTENDED: u8 = 1 << 7;

/// Authenticator data, read.
#[derive(Debug)]
pub(super) struct AuthenticatorData {
    rp_id_hash: [u8; 32],
    flags: u8,
    /// How often the key has signed, as far as the authenticator counts.
    pub(super) sign_count: u32,
    /// The new credential, at registration.
    pub(super) attested: Option<AttestedCredential>,
}

/// A credential that was just made.
#[derive(Debug)]
pub(super) struct AttestedCredential {
    /// Its identification.
    pub(super) id: Vec<u8>,
    /// Its public key as written.
    pub(super) key_bytes: Vec<u8>,
}

impl AuthenticatorData {
    /// Reads it; every byte must have its place.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        let malformed = || Refusal::from(text!("access-passkey-malformed", part = "authenticatorData"));
        let (data, rest) = read_parts(bytes).ok_or_else(malformed)?;
        let backed_up_without_eligibility = data.has(BACKED_UP) && !data.has(BACKUP_ELIGIBLE);
        if !rest.is_empty() || backed_up_without_eligibility {
            return Err(malformed());
        }
        Ok(data)
    }

    /// Checks steps 13 to 16 of section 7.1, and the like of 7.2: for whom, somebody there, who is verified.
    pub(super) fn check(&self, party: &RelyingParty, verify_user: bool) -> Result<(), Refusal> {
        if !same(&self.rp_id_hash, &Sha256::of(party.id.as_bytes()).0) {
            return Err(text!("access-passkey-other-party", expected = &party.id).into());
        }
        if !self.has(USER_PRESENT) {
            return Err(text!("access-passkey-nobody-there").into());
        }
        if verify_user && !self.has(USER_VERIFIED) {
            return Err(text!("access-passkey-not-verified").into());
        }
        Ok(())
    }

    /// Whether the key may be copied to other devices of its owner. It stays so for good.
    pub(super) fn backup_eligible(&self) -> bool {
        self.has(BACKUP_ELIGIBLE)
    }

    /// Whether its user proved to the authenticator who they are.
    pub(super) fn user_verified(&self) -> bool {
        self.has(USER_VERIFIED)
    }

    fn has(&self, flag: u8) -> bool {
        self.flags & flag != 0
    }
}

fn read_parts(bytes: &[u8]) -> Option<(AuthenticatorData, &[u8])> {
    if bytes.len() > MOST_AUTHENTICATOR_BYTES {
        return None;
    }
    let (rp_id_hash, rest) = bytes.split_first_chunk::<32>()?;
    let (&flags, rest) = rest.split_first()?;
    let (count, mut rest) = rest.split_first_chunk::<4>()?;
    let mut attested = None;
    if flags & ATTESTED != 0 {
        let (_aaguid, after) = rest.split_first_chunk::<16>()?;
        let (length, after) = after.split_first_chunk::<2>()?;
        let length = usize::from(u16::from_be_bytes(*length));
        if length == 0 || length > LONGEST_CREDENTIAL_ID {
            return None;
        }
        let (id, after) = after.split_at_checked(length)?;
        let (_, end) = read_value(after)?;
        let key_bytes = after[..after.len() - end.len()].to_vec();
        attested = Some(AttestedCredential { id: id.to_vec(), key_bytes });
        rest = end;
    }
    if flags & EXTENDED != 0 {
        let (extensions, end) = read_value(rest)?;
        extensions.as_map()?;
        rest = end;
    }
    let sign_count = u32::from_be_bytes(*count);
    Some((AuthenticatorData { rp_id_hash: *rp_id_hash, flags, sign_count, attested }, rest))
}

/// Reads a key as it was kept or came.
pub(super) fn read_key(bytes: &[u8]) -> Result<CoseKey, Refusal> {
    let key = read_value(bytes).filter(|(_, rest)| rest.is_empty()).and_then(|(map, _)| CoseKey::of(&map));
    key.ok_or_else(|| text!("access-passkey-algorithm").into())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let _ = AuthenticatorData::read(&bytes);
            let _ = read_key(&bytes);
        }

        #[test]
        fn a_byte_too_many_is_refused(flags in 0_u8..64, extra in any::<u8>()) {
            let mut bytes = vec![7; 32];
            bytes.extend([flags, 0, 0, 0, 1]);
            let sound = flags & BACKED_UP == 0 || flags & BACKUP_ELIGIBLE != 0;
            prop_assert_eq!(AuthenticatorData::read(&bytes).is_ok(), sound);
            bytes.push(extra);
            prop_assert!(AuthenticatorData::read(&bytes).is_err());
        }
    }
}
