//! Who may come in, and what they may do there: passwords, one-time codes, passkeys, sessions, tokens, identities
//! vouched for by others, roles and rights. This room must never keep anything, read a clock or draw randomness:
//! both are handed in. Start reading at [`Right`].

mod account;
mod base32;
mod common_password;
mod credential;
mod duty_name;
mod finding_seen;
mod hex;
mod identity;
mod kept_secret;
mod membership;
mod one_person;
mod one_time_code;
mod one_time_link;
mod operator_record;
mod passkey;
mod password;
mod percent;
mod proposal;
mod recovery_code;
mod refusal;
mod right;
mod secret;
mod session;
mod throttle;
mod token;
mod way_in;

pub use account::{Account, AccountState};
pub use credential::{
    AccountCredential, Credential, IdentityCredential, OneTimeCodes, PasskeyCredential, ProviderCredential,
    TokenCredential,
};
pub use duty_name::{duty_name, duty_names};
pub use finding_seen::FindingSeen;
pub use identity::{
    AuthorizationRequest, Claims, Discovery, ExternalIdentity, IdentityClaims, IdentityProvider, SigningKeys,
    Workload, check_id_token, claimed_issuer, claimed_key, is_identity_token, token_request, token_response,
};
pub use kept_secret::{HowKept, KeptSecret};
pub use membership::{Membership, check_grants};
pub use one_person::{LinkHolder, NOT_ALONE_FOR, OnePerson};
pub use one_time_code::OneTimeSecret;
pub use one_time_link::{LinkPurpose, LinkSecret, OneTimeLink};
pub use operator_record::OperatorRecord;
pub use passkey::{
    AssertionResponse, Challenge, Passkey, PasskeyUse, RegisteredPasskey, RegistrationResponse, RelyingParty,
};
pub use password::{
    LONGEST_PASSWORD_BYTES, NewPassword, PasswordCheck, PasswordHash, SHORTEST_PASSWORD_BYTES,
};
pub use proposal::{Act, DeclarationSigning, Ground, PROPOSAL_LASTS, Proposal, ProposalState};
pub use recovery_code::{RECOVERY_CODES, find_recovery_code, recovery_codes, recovery_digest};
pub use refusal::Refusal;
pub use right::{Right, duties_of, may, right_name, seen};
pub use secret::Secret;
pub use session::{
    SESSION_IDLE, SESSION_LONGEST, Session, SessionSecret, Strength, rights_digest, session_id,
};
pub use throttle::{ADDRESS_KNOWN, Count, Throttle, counts, known_address, pair_prefix};
pub use token::{LONGEST_TOKEN, Revoked, TOKEN_PREFIX, Token, TokenRecord};
pub use way_in::{WayIn, WayInKind};
