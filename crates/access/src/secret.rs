//! A secret text: shown to nobody by accident, and overwritten when it is dropped.

use std::fmt;

use aws_lc_rs::constant_time::verify_slices_are_equal;
use zeroize::Zeroizing;

/// A text that must not be seen: a password, a token, a link's secret half. It cannot be printed or put into JSON.
#[derive(Clone)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Takes the text over.
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// The text itself, for the one place that needs it.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Whether the two are the same, found out in the same time wherever they differ.
    pub fn is(&self, other: &Self) -> bool {
        same(self.0.as_bytes(), other.0.as_bytes())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Secret(…)")
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self::new(text.to_owned())
    }
}

/// Compares in the same time wherever the two differ; only their lengths may be learnt from it.
pub(crate) fn same(left: &[u8], right: &[u8]) -> bool {
    verify_slices_are_equal(left, right).is_ok()
}

#[cfg(test)]
mod tests {
    use super::Secret;

    #[test]
    fn a_secret_is_not_shown() {
        let secret = Secret::from("correct horse");
        assert_eq!(format!("{secret:?} {:#?}", Some(&secret)).matches("horse").count(), 0);
        assert!(secret.is(&Secret::from("correct horse")));
        assert!(!secret.is(&Secret::from("correct horsf")) && !secret.is(&Secret::from("correct")));
    }
}
