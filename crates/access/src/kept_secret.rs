//! A secret that must be used again, as a record keeps it: sealed.

use std::fmt;

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::secret::{Secret, same};

/// What a sealed text begins with, as the strongbox writes it; no secret kept in the clear ever began so.
const SEALED: &str = "sealed-";

/// A secret as a record keeps it. Records written before there was a strongbox hold it in the clear: both forms are
/// read, and only the sealed one is written.
#[derive(Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct KeptSecret(Zeroizing<String>);

/// What a record holds.
#[derive(Debug)]
pub enum HowKept {
    /// Sealed, to be opened by the strongbox.
    Sealed(String),
    /// In the clear, by a version before there was a strongbox.
    Clear(Secret),
}

impl KeptSecret {
    /// What the strongbox made of it.
    pub fn sealed(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// Whether it still lies in the clear.
    pub fn is_clear(&self) -> bool {
        !self.0.starts_with(SEALED)
    }

    /// What the record holds.
    pub fn how(&self) -> HowKept {
        if self.is_clear() {
            HowKept::Clear(Secret::from(self.0.as_str()))
        } else {
            HowKept::Sealed(self.0.as_str().to_owned())
        }
    }
}

impl fmt::Debug for KeptSecret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("KeptSecret(…)")
    }
}

impl PartialEq for KeptSecret {
    fn eq(&self, other: &Self) -> bool {
        same(self.0.as_bytes(), other.0.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_read_and_neither_is_shown() {
        let clear: KeptSecret = serde_json::from_str("\"GEZDGNBVGY3TQOJQ\"").unwrap();
        assert!(clear.is_clear());
        assert!(matches!(clear.how(), HowKept::Clear(secret) if secret.reveal() == "GEZDGNBVGY3TQOJQ"));
        let sealed = KeptSecret::sealed("sealed-1:AAAA".to_owned());
        assert!(matches!(sealed.how(), HowKept::Sealed(text) if text == "sealed-1:AAAA"));
        assert_eq!(serde_json::to_string(&sealed).unwrap(), "\"sealed-1:AAAA\"");
        assert!(!format!("{clear:?}{:?}", clear.how()).contains("GEZD"));
    }
}
