//! Keeps secrets that must be used again: sealed with a key that is not where they are kept.
//!
//! A database or a backup of it alone gives none of them away. AES-256-GCM, with what the secret is for as additional
//! data, so that one cannot be put in another's place.

use std::fmt;

use aws_lc_rs::aead::{AES_256_GCM, Aad, NONCE_LEN, Nonce, RandomizedNonceKey};
use aws_lc_rs::hkdf::{HKDF_SHA256, KeyType, Salt};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// What a sealed secret begins with: the version of its form.
const FORM: &str = "sealed-1:";

/// What the key is for, so that no other use of the same secret line yields it.
const PURPOSE: &[u8] = b"proofmark sealed secrets, form 1";

/// A key that seals and opens.
pub struct SealingKey(RandomizedNonceKey);

impl SealingKey {
    /// The key that follows from the secret line of the ledger's key (HKDF-SHA256, RFC 5869).
    ///
    /// It follows from that key so that there is no second file to keep safe: whoever holds the ledger's key can forge
    /// the ledger anyhow, and every node that may seal the ledger may open what another node sealed.
    pub fn from_secret_line(line: &str) -> Self {
        let prk = Salt::new(HKDF_SHA256, b"").extract(line.as_bytes());
        let mut bytes = [0; 32];
        let filled = prk.expand(&[PURPOSE], Length).and_then(|okm| okm.fill(&mut bytes));
        filled.expect("HKDF gives 32 bytes");
        Self(RandomizedNonceKey::new(&AES_256_GCM, &bytes).expect("the key has 32 bytes"))
    }

    /// Seals a secret for one purpose. `None`: the system has no randomness.
    pub fn seal(&self, about: &str, secret: &str) -> Option<String> {
        let mut bytes = secret.as_bytes().to_vec();
        let nonce = self.0.seal_in_place_append_tag(Aad::from(about.as_bytes()), &mut bytes).ok()?;
        let mut whole = nonce.as_ref().to_vec();
        whole.append(&mut bytes);
        Some(format!("{FORM}{}", STANDARD.encode(whole)))
    }

    /// Opens what was sealed for this purpose. `None`: it was sealed with another key, for another purpose, or changed.
    pub fn open(&self, about: &str, sealed: &str) -> Option<String> {
        let whole = STANDARD.decode(sealed.strip_prefix(FORM)?).ok()?;
        let (nonce, bytes) = whole.split_first_chunk::<NONCE_LEN>()?;
        let mut bytes = bytes.to_vec();
        let nonce = Nonce::assume_unique_for_key(*nonce);
        let plain = self.0.open_in_place(nonce, Aad::from(about.as_bytes()), &mut bytes).ok()?;
        String::from_utf8(plain.to_vec()).ok()
    }
}

impl fmt::Debug for SealingKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("SealingKey(…)")
    }
}

/// 32 bytes of key.
struct Length;

impl KeyType for Length {
    fn len(&self) -> usize {
        32
    }
}

#[cfg(test)]
mod tests {
    use super::SealingKey;

    #[test]
    fn what_is_sealed_opens_with_the_same_key_for_the_same_purpose_only() {
        let key = SealingKey::from_secret_line("PRIVATE+KEY+test+1");
        let sealed = key.seal("webhook 1", "whsec_abc").unwrap();
        assert!(!sealed.contains("whsec"));
        assert_eq!(key.open("webhook 1", &sealed).as_deref(), Some("whsec_abc"));
        assert_eq!(
            SealingKey::from_secret_line("PRIVATE+KEY+test+1").open("webhook 1", &sealed).as_deref(),
            Some("whsec_abc")
        );
        assert_eq!(key.open("webhook 2", &sealed), None);
        assert_eq!(SealingKey::from_secret_line("PRIVATE+KEY+test+2").open("webhook 1", &sealed), None);
        for broken in ["", "sealed-1:", "sealed-1:AAAA", "whsec_abc", &sealed.replace("sealed-1", "sealed-2")]
        {
            assert_eq!(key.open("webhook 1", broken), None, "{broken}");
        }
        let mut changed = sealed.clone().into_bytes();
        changed[30] = if changed[30] == b'A' { b'B' } else { b'A' };
        assert_eq!(key.open("webhook 1", &String::from_utf8(changed).unwrap()), None);
    }

    #[test]
    fn the_same_secret_is_never_sealed_alike() {
        let key = SealingKey::from_secret_line("PRIVATE+KEY+test+1");
        assert_ne!(key.seal("a", "secret"), key.seal("a", "secret"));
        assert_eq!(format!("{key:?}"), "SealingKey(…)");
    }
}
