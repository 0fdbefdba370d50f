//! A strongbox of the tests: what it seals cannot be read, and opens for its purpose only.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use proofmark_access::Secret;
use proofmark_actions::Strongbox;

/// A strongbox with a key of one byte.
pub(crate) struct TestBox(pub(crate) u8);

impl Strongbox for TestBox {
    fn seal(&self, purpose: &str, secret: &str) -> Option<String> {
        let written = format!("{}\0{purpose}\0{secret}", self.0);
        Some(format!("sealed-1:{}", STANDARD.encode(written)))
    }

    fn open(&self, purpose: &str, sealed: &str) -> Option<Secret> {
        let written = STANDARD.decode(sealed.strip_prefix("sealed-1:")?).ok()?;
        let written = String::from_utf8(written).ok()?;
        written.strip_prefix(&format!("{}\0{purpose}\0", self.0)).map(Secret::from)
    }
}
