//! Who may come in, and what they may do there: passwords, one-time codes, passkeys, sessions, tokens, identities
//! vouched for by others, roles and rights. This room must never keep anything, read a clock or draw randomness:
//! both are handed in. Start reading at [`Right`].

mod base32;
mod common_password;
mod duty_name;
mod hex;
mod one_time_code;
mod one_time_link;
mod password;
mod percent;
mod recovery_code;
mod refusal;
mod right;
mod secret;
mod session;
mod throttle;
mod token;

pub use duty_name::{duty_name, duty_names};
pub use one_time_code::OneTimeSecret;
pub use one_time_link::{LinkPurpose, LinkSecret, OneTimeLink};
pub use password::{
    LONGEST_PASSWORD_BYTES, NewPassword, PasswordCheck, PasswordHash, SHORTEST_PASSWORD_BYTES,
};
pub use recovery_code::{RECOVERY_CODES, find_recovery_code, recovery_codes, recovery_digest};
pub use refusal::Refusal;
pub use right::{Right, duties_of, may, right_name, seen};
pub use secret::Secret;
pub use session::{SESSION_IDLE, SESSION_LONGEST, Session, SessionSecret, Strength, rights_digest};
pub use throttle::{ADDRESS_KNOWN, Count, Throttle, counts, known_address, pair_prefix};
pub use token::{LONGEST_TOKEN, Revoked, TOKEN_PREFIX, Token, TokenRecord};
