//! Passkeys: Web Authentication (W3C, level 3), the part of the relying party. Start reading at [`RelyingParty`].

mod assertion;
mod authenticator_data;
mod cbor;
mod client_data;
mod cose_key;
mod kept_passkey;
mod registration;
mod relying_party;

#[cfg(test)]
mod ceremony_tests;
#[cfg(test)]
mod samples;

pub use assertion::AssertionResponse;
pub use kept_passkey::{Passkey, PasskeyUse};
pub use registration::{RegisteredPasskey, RegistrationResponse};
pub use relying_party::{Challenge, RelyingParty};
