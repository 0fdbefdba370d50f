//! The house a window is set into: everything the pages need from outside, handed in by the door.

use jiff::Timestamp;
use proofmark_actions::{ActionError, StateInUse};
use proofmark_facts::{Keeping, SystemOfRecord};
use proofmark_text::Text;
use proofmark_trust::SignerKey;

/// What is done with a store while it is lent.
pub type StoreWork<'a> = dyn FnMut(&mut dyn SystemOfRecord) + 'a;

/// Lends stores, tells the time, draws randomness. Its stores are shared by all requests; each has one at a time.
pub trait House: Send + Sync + 'static {
    /// Now.
    fn now(&self) -> Timestamp;

    /// Fills these bytes from the system's randomness.
    fn draw(&self, bytes: &mut [u8]) -> Result<(), Text>;

    /// Lends a store for as long as the work takes; waits for one where all are lent.
    fn with_store(&self, work: &mut StoreWork<'_>) -> Result<(), ActionError>;

    /// The key the ledger is signed with.
    fn signer(&self) -> &SignerKey;

    /// The state of the law in use.
    fn state_in_use(&self, store: &dyn Keeping) -> Result<StateInUse, ActionError>;

    /// The program with its version, as the ledger names it.
    fn program(&self) -> &str;
}
