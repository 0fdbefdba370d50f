//! A session: that somebody signed in, for a while. The browser has the secret, we only its digest.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use proofmark_facts::{Grant, Sha256};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::hex::hex;
use crate::secret::{Secret, same};

/// A session nobody used for this long has ended.
pub const SESSION_IDLE: SignedDuration = SignedDuration::from_hours(2);

/// No session lasts longer, however busy.
pub const SESSION_LONGEST: SignedDuration = SignedDuration::from_hours(12);

/// How often use is written down at most: not every page view writes to the database.
const NOTED_EVERY: SignedDuration = SignedDuration::from_mins(1);

/// Bytes of the account's digest that the secret begins with: all sessions of an account can be found by them.
const ACCOUNT_BYTES: usize = 8;

/// Hexadecimal digits of what a session is called.
const ID_DIGITS: usize = 32;

/// Random bytes of the secret.
const RANDOM_BYTES: usize = 32;

/// How sure we are who signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Strength {
    /// By a password alone.
    Password,
    /// Another provider vouched for them.
    Identity,
    /// By a password and a one-time or recovery code.
    TwoFactors,
    /// By a passkey that verified its user.
    Passkey,
}

/// A session as it is kept, under its [`SessionSecret::key`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// Whose it is.
    pub account: String,
    /// When they signed in.
    pub began_at: Timestamp,
    /// When it was last used, to the minute.
    pub used_at: Timestamp,
    /// How they signed in.
    pub strength: Strength,
    /// What they were granted when it was given out: a session of other rights gets a new secret.
    pub rights: Sha256,
    /// The account's `sessions_from` it was opened under, where that is later than the clock then said: the clock had been
    /// set back. It stands until that changes.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub opened_under: Option<Timestamp>,
}

/// What the browser holds: 40 bytes nobody can guess.
pub struct SessionSecret(Zeroizing<[u8; ACCOUNT_BYTES + RANDOM_BYTES]>);

impl Session {
    /// When it ends unless it is used.
    pub fn ends_at(&self) -> Timestamp {
        let idle = later(self.used_at, SESSION_IDLE);
        idle.min(later(self.began_at, SESSION_LONGEST))
    }

    /// Whether it still stands. A session from the future is none: the clock was set back.
    pub fn stands(&self, now: Timestamp, none_before: Timestamp) -> bool {
        let is_after = self.began_at >= none_before || self.opened_under == Some(none_before);
        self.began_at <= now && is_after && now < self.ends_at()
    }

    /// The session as used now; `None`: that was written down a moment ago.
    pub fn used(&self, now: Timestamp) -> Option<Self> {
        (now.duration_since(self.used_at) >= NOTED_EVERY).then(|| Self { used_at: now, ..self.clone() })
    }
}

impl SessionSecret {
    /// A new secret of these random bytes.
    pub fn new(account: &str, random: [u8; RANDOM_BYTES]) -> Self {
        let mut bytes = Zeroizing::new([0; ACCOUNT_BYTES + RANDOM_BYTES]);
        bytes[..ACCOUNT_BYTES].copy_from_slice(&Sha256::of(account.as_bytes()).0[..ACCOUNT_BYTES]);
        bytes[ACCOUNT_BYTES..].copy_from_slice(&random);
        Self(bytes)
    }

    /// Reads what a browser sent; `None`: not a secret of ours.
    pub fn read(sent: &str) -> Option<Self> {
        // 40 bytes are 54 characters.
        if sent.len() != 54 {
            return None;
        }
        let bytes = Zeroizing::new(URL_SAFE_NO_PAD.decode(sent).ok()?);
        bytes.as_slice().try_into().ok().map(|bytes| Self(Zeroizing::new(bytes)))
    }

    /// What goes to the browser.
    pub fn to_text(&self) -> Secret {
        Secret::new(URL_SAFE_NO_PAD.encode(self.0.as_slice()))
    }

    /// What it is kept under: the account's digest and the secret's.
    pub fn key(&self) -> String {
        format!("{}/{}", hex(&self.0[..ACCOUNT_BYTES]), Sha256::of(self.0.as_slice()))
    }

    /// What the keys of all sessions of an account begin with.
    pub fn keys_of(account: &str) -> String {
        let digest = Sha256::of(account.as_bytes()).to_string();
        format!("{}/", &digest[..2 * ACCOUNT_BYTES])
    }

    /// What a form must carry so that another site cannot send it (cross-site request forgery).
    pub fn form_token(&self) -> Secret {
        let mut bytes = Zeroizing::new(b"proofmark form\0".to_vec());
        bytes.extend_from_slice(self.0.as_slice());
        Secret::new(Sha256::of(&bytes).to_string())
    }

    /// Whether a form carries it.
    pub fn is_form_token(&self, sent: &str) -> bool {
        same(self.form_token().reveal().as_bytes(), sent.as_bytes())
    }
}

impl fmt::Debug for SessionSecret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("SessionSecret(…)")
    }
}

/// What the session of this key is called where it is shown and ended: nobody comes in by it.
pub fn session_id(key: &str) -> String {
    Sha256::of(key.as_bytes()).to_string().chars().take(ID_DIGITS).collect()
}

/// The digest of what somebody was granted.
pub fn rights_digest(grants: &[Grant]) -> Sha256 {
    Sha256::of(&serde_json::to_vec(grants).expect("grants become JSON"))
}

/// A time so much later; the end of time where there is none.
fn later(at: Timestamp, span: SignedDuration) -> Timestamp {
    at.checked_add(span).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + 60 * minute).unwrap()
    }

    fn session() -> Session {
        Session {
            account: "anna".into(),
            began_at: at(0),
            used_at: at(0),
            strength: Strength::TwoFactors,
            rights: rights_digest(&[]),
            opened_under: None,
        }
    }

    #[test]
    fn a_session_ends_when_it_is_not_used_and_at_last_in_any_case() {
        let mut session = session();
        assert!(session.stands(at(119), at(0)) && !session.stands(at(120), at(0)));
        for minute in (100..720).step_by(100) {
            session = session.used(at(minute)).unwrap();
        }
        assert!(session.stands(at(719), at(0)));
        assert!(!session.stands(at(720), at(0)), "the longest a session lasts");
        assert!(!session.stands(at(719), at(1)), "ended for all by then");
        assert!(!session.stands(at(-1), at(-2)), "the clock was set back");
    }

    #[test]
    fn one_opened_after_the_clock_was_set_back_stands_until_all_are_ended() {
        let session = Session { opened_under: Some(at(60)), ..session() };
        assert!(session.stands(at(1), at(60)));
        assert!(!session.stands(at(1), at(61)) && !session.stands(at(1), at(59)));
        assert!(!session.stands(at(-1), at(60)), "from the future it is none");
    }

    #[test]
    fn use_is_written_down_once_a_minute() {
        assert_eq!(session().used(Timestamp::from_second(1_800_000_059).unwrap()), None);
        assert_eq!(session().used(at(1)).unwrap().used_at, at(1));
    }

    #[test]
    fn a_secret_is_kept_as_a_digest_and_found_by_its_account() {
        let secret = SessionSecret::new("anna", [7; 32]);
        let text = secret.to_text();
        assert!(!secret.key().contains(text.reveal()) && !format!("{secret:?}").contains("BwcH"));
        assert!(secret.key().starts_with(&SessionSecret::keys_of("anna")));
        assert!(!secret.key().starts_with(&SessionSecret::keys_of("emil")));
        assert_eq!(SessionSecret::read(text.reveal()).unwrap().key(), secret.key());
        let other = SessionSecret::new("anna", [8; 32]);
        assert_ne!(other.key(), secret.key());
        assert_ne!(session_id(&other.key()), session_id(&secret.key()));
        assert!(session_id(&secret.key()).len() == 32 && !secret.key().contains(&session_id(&secret.key())));
    }

    #[test]
    fn a_form_belongs_to_one_session() {
        let (one, other) = (SessionSecret::new("anna", [7; 32]), SessionSecret::new("anna", [8; 32]));
        assert!(one.is_form_token(one.form_token().reveal()));
        assert!(!one.is_form_token(other.form_token().reveal()) && !one.is_form_token(""));
        assert_ne!(one.form_token().reveal(), one.key().split_once('/').unwrap().1);
    }

    proptest! {
        #[test]
        fn what_a_browser_sends_is_read_or_refused(sent in "\\PC{0,60}|[A-Za-z0-9_-]{54}") {
            if let Some(secret) = SessionSecret::read(&sent) {
                let text = secret.to_text();
                prop_assert_eq!(text.reveal(), sent.as_str());
            }
        }
    }
}
