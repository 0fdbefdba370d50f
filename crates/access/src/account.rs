//! An account: a person who may sign in. What they may do stands in their memberships, what they sign in with apart.

use jiff::{SignedDuration, Timestamp};
use proofmark_facts::{Noun, RecordKind};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::identity::ExternalIdentity;
use crate::one_person::{LinkHolder, NOT_ALONE_FOR};
use crate::refusal::Refusal;

/// Names that mean something else in the ledger.
const RESERVED: [&str; 4] = ["system", "local", "nobody", "installation"];

/// Characters of the longest name of an account.
const LONGEST_NAME: usize = 64;

/// A person who may sign in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// The name they sign in with, and the ledger's for them: it is never given to anybody else.
    pub name: String,
    /// Their name as people write it.
    pub display_name: String,
    /// Where mail reaches them.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub email: Option<String>,
    /// How it stands.
    pub state: AccountState,
    /// When it was made.
    pub made_at: Timestamp,
    /// By whom.
    pub made_by: String,
    /// The operators they are a member of; empty: the installation.
    pub member_of: Vec<String>,
    /// Who they are at providers of identities.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub identities: Vec<ExternalIdentity>,
    /// Another account of the same person: the two are one where two people are needed.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub same_person_as: Option<String>,
    /// Since when that is known.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub same_person_since: Option<Timestamp>,
    /// Who else had a link into it when it was used, and nobody has said since that it is somebody of their own.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub link_holders: Vec<LinkHolder>,
    /// Sessions that began before this have ended: a new password, lost keys, a closed door.
    pub sessions_from: Timestamp,
}

/// How an account stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AccountState {
    /// Invited, and not yet come.
    Invited,
    /// They may sign in.
    Active,
    /// They may not.
    Disabled,
}

impl Account {
    /// What `sessions_from` becomes when every session ends now. It only ever grows, even where the clock was set back:
    /// else sessions that were ended would stand again once the clock comes by their time.
    pub fn sessions_end(&self, now: Timestamp) -> Timestamp {
        let next = self.sessions_from.checked_add(SignedDuration::from_nanos(1)).unwrap_or(Timestamp::MAX);
        now.max(next)
    }

    /// The form of a name: letters, digits, points, hyphens and underscores, beginning with a letter.
    ///
    /// Upper case becomes lower case, so that nobody can take a name that looks like another's.
    pub fn check_name(name: &str) -> Result<String, Refusal> {
        let name = name.trim().to_ascii_lowercase();
        let sound = (2..=LONGEST_NAME).contains(&name.len())
            && name.starts_with(|first: char| first.is_ascii_lowercase())
            && name
                .bytes()
                .all(|one| one.is_ascii_lowercase() || one.is_ascii_digit() || b"._-".contains(&one));
        if !sound || RESERVED.contains(&name.as_str()) {
            return Err(text!("access-account-name").into());
        }
        Ok(name)
    }

    /// Whether a display name and an address can be ones.
    pub fn check_details(display_name: &str, email: Option<&str>) -> Result<(), Refusal> {
        let plain = |text: &str| !text.chars().any(char::is_control);
        if !(1..=200).contains(&display_name.trim().len()) || !plain(display_name) {
            return Err(text!("access-account-display-name").into());
        }
        let is_address = |email: &str| {
            let parts = email.split_once('@');
            email.len() <= 254
                && plain(email)
                && !email.contains(char::is_whitespace)
                && parts.is_some_and(|(local, domain)| {
                    !local.is_empty() && domain.len() > 2 && !domain.contains('@')
                })
        };
        if !email.is_none_or(is_address) {
            return Err(text!("access-account-email").into());
        }
        Ok(())
    }

    /// Whether they may sign in.
    pub fn may_sign_in(&self) -> bool {
        self.state == AccountState::Active
    }

    /// Whether they can sign in, or could until lately: whoever closes an account is not alone by that at once.
    pub fn could_sign_in_lately(&self, now: Timestamp) -> bool {
        match self.state {
            AccountState::Active => true,
            AccountState::Invited => false,
            // Sessions of a closed account ended when it was closed, and nothing ends them again.
            AccountState::Disabled => within(self.sessions_from, now),
        }
    }

    /// Whether it is known only lately whose account it is: whoever says so is not alone by that at once.
    pub fn was_flagged_lately(&self, now: Timestamp) -> bool {
        self.same_person_since.is_some_and(|since| within(since, now))
    }

    /// The person behind the account: the account itself, or the one it is flagged as the same person with.
    pub fn person(&self) -> &str {
        self.same_person_as.as_deref().unwrap_or(&self.name)
    }
}

/// Whether this was so short a time ago that what was before still counts.
fn within(since: Timestamp, now: Timestamp) -> bool {
    since.checked_add(NOT_ALONE_FOR).is_ok_and(|end| now < end)
}

impl Noun for Account {
    const KIND: RecordKind = RecordKind::Account;

    fn id(&self) -> String {
        self.name.clone()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_is_one_word_nobody_can_mistake() {
        assert_eq!(Account::check_name(" Anna.L ").as_deref(), Ok("anna.l"));
        for name in ["", "a", "1anna", "anna lind", "anna/x", "token:x", "system", "änna", &"a".repeat(65)] {
            assert_eq!(Account::check_name(name).unwrap_err().says.id(), "access-account-name", "{name}");
        }
    }

    #[test]
    fn an_address_has_two_sides() {
        assert!(Account::check_details("Anna Lindqvist", Some("anna@maker.example")).is_ok());
        for email in [
            "anna",
            "@maker.example",
            "anna@",
            "a b@maker.example",
            "anna@maker.example\r\nBcc: x",
            "a@b@c.d",
        ] {
            assert!(Account::check_details("Anna", Some(email)).is_err(), "{email}");
        }
        assert!(Account::check_details(" ", None).is_err() && Account::check_details("a\nb", None).is_err());
    }

    #[test]
    fn whoever_was_closed_out_or_flagged_counts_a_while_longer() {
        let at = |days: i64| Timestamp::from_second(days * 86_400).unwrap();
        let account = |state| Account {
            name: "anna".into(),
            display_name: "Anna".into(),
            email: None,
            state,
            made_at: at(0),
            made_by: "anna".into(),
            member_of: Vec::new(),
            identities: Vec::new(),
            same_person_as: None,
            same_person_since: Some(at(3)),
            link_holders: Vec::new(),
            sessions_from: at(2),
        };
        let counts = |state, day| account(state).could_sign_in_lately(at(day));
        assert!(counts(AccountState::Active, 500) && !counts(AccountState::Invited, 2));
        assert!(counts(AccountState::Disabled, 15) && !counts(AccountState::Disabled, 16));
        assert!(account(AccountState::Active).was_flagged_lately(at(16)));
        assert!(!account(AccountState::Active).was_flagged_lately(at(17)));
    }

    proptest! {
        #[test]
        fn a_name_once_accepted_stays_the_same(typed in "\\PC{0,70}") {
            if let Ok(name) = Account::check_name(&typed) {
                prop_assert_eq!(Account::check_name(&name), Ok(name.clone()));
                prop_assert!(!name.contains([':', '/', ' ']));
            }
        }
    }
}
