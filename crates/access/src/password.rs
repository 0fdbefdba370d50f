//! A password: what is accepted as one, how it is kept, how one is verified.
//!
//! Kept as Argon2id (RFC 9106) with the parameters of OWASP's Password Storage Cheat Sheet; length decides, there are no
//! rules of composition (NIST SP 800-63B section 3.1.1.2).

use std::fmt;
use std::sync::LazyLock;

use argon2::password_hash::phc::PasswordHash as Phc;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::common_password::is_common;
use crate::refusal::Refusal;
use crate::secret::Secret;

/// Fewest bytes of a password.
pub const SHORTEST_PASSWORD_BYTES: usize = 12;

/// Most bytes of a password: hashing takes its time, so that nobody may send a novel.
pub const LONGEST_PASSWORD_BYTES: usize = 1024;

/// What must be left of a password once the names everybody knows are taken out of it.
const LEFT_WITHOUT_NAMES_BYTES: usize = 8;

/// A name shorter than this stands in words by chance.
const SHORTEST_NAME_BYTES: usize = 4;

/// OWASP's first choice: 19 MiB, two passes, one lane. Each sign-in takes as much memory, so it is not chosen higher.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// What a kept hash may ask for at most, so that a record changed behind our back cannot fill the memory.
const MOST_MEMORY_KIB: u32 = 256 * 1024;
const MOST_PASSES: u32 = 16;
const MOST_LANES: u32 = 8;

/// A password that was found good enough to be kept.
#[derive(Debug, Clone)]
pub struct NewPassword(Secret);

/// A password as it is kept: salted and hashed, its parameters beside it (the PHC string format).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct PasswordHash(String);

/// What came of holding a password against a hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordCheck {
    /// It is the one.
    Right,
    /// It is the one, and its hash was made with less than is asked today: hash it anew while it is at hand.
    RightButWeaklyKept,
    /// It is not.
    Wrong,
}

impl NewPassword {
    /// Accepts a password, unless it is too short, too long, one everybody tries, or made of the names given.
    ///
    /// The names are what an attacker knows anyway: the account's, the person's, the operator's.
    pub fn accept(text: Secret, names: &[&str]) -> Result<Self, Refusal> {
        let length = text.reveal().len();
        if length < SHORTEST_PASSWORD_BYTES {
            return Err(text!("access-password-short", least = SHORTEST_PASSWORD_BYTES).into());
        }
        if length > LONGEST_PASSWORD_BYTES {
            return Err(text!("access-password-long", most = LONGEST_PASSWORD_BYTES).into());
        }
        if is_common(text.reveal()) {
            return Err(text!("access-password-common").into());
        }
        if is_made_of_names(text.reveal(), names) {
            return Err(text!("access-password-of-names").into());
        }
        Ok(Self(text))
    }

    /// Hashes it. The salt is random and never used twice.
    pub fn hash(&self, salt: [u8; 16]) -> PasswordHash {
        hash(self.0.reveal(), salt, present())
    }
}

impl PasswordHash {
    /// Holds a password against it. It takes as long for a wrong one as for the right one.
    pub fn check(&self, given: &Secret) -> PasswordCheck {
        let kept = Phc::new(&self.0).ok().filter(within_bounds);
        let (Some(kept), true) = (kept, given.reveal().len() <= LONGEST_PASSWORD_BYTES) else {
            return PasswordCheck::Wrong;
        };
        if Argon2::default().verify_password(given.reveal().as_bytes(), &kept).is_err() {
            PasswordCheck::Wrong
        } else if is_weaker_than_asked(&kept) {
            PasswordCheck::RightButWeaklyKept
        } else {
            PasswordCheck::Right
        }
    }

    /// Hashes a password anew that was just found right. It is not judged again: whoever has it keeps it.
    pub fn renew(given: &Secret, salt: [u8; 16]) -> Self {
        hash(given.reveal(), salt, present())
    }

    /// A hash no password belongs to. Held against it, a stranger's guess takes as long as against a real one, so that
    /// the time of the answer does not say which accounts there are.
    pub fn of_nobody() -> &'static Self {
        static NOBODY: LazyLock<PasswordHash> =
            LazyLock::new(|| hash("nobody has this password", [0x5a; 16], present()));
        &NOBODY
    }
}

impl fmt::Debug for PasswordHash {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("PasswordHash(…)")
    }
}

fn present() -> Params {
    Params::new(MEMORY_KIB, PASSES, LANES, None).expect("the parameters are within RFC 9106's bounds")
}

fn hash(text: &str, salt: [u8; 16], params: Params) -> PasswordHash {
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let hash = argon2.hash_password_with_salt(text.as_bytes(), &salt);
    PasswordHash(hash.expect("salt and output are of the lengths Argon2 asks for").to_string())
}

fn within_bounds(kept: &Phc) -> bool {
    kept.algorithm == argon2::ARGON2ID_IDENT
        && Params::try_from(kept).is_ok_and(|params| {
            params.m_cost() <= MOST_MEMORY_KIB
                && params.t_cost() <= MOST_PASSES
                && params.p_cost() <= MOST_LANES
        })
}

fn is_weaker_than_asked(kept: &Phc) -> bool {
    Params::try_from(kept).is_ok_and(|params| params.m_cost() < MEMORY_KIB || params.t_cost() < PASSES)
}

fn is_made_of_names(password: &str, names: &[&str]) -> bool {
    let mut left = password.to_lowercase();
    let known = names.iter().copied().chain(["proofmark"]);
    let words = known.flat_map(|name| name.split(|letter: char| !letter.is_alphanumeric()));
    let mut words: Vec<String> =
        words.filter(|word| word.len() >= SHORTEST_NAME_BYTES).map(str::to_lowercase).collect();
    // The longest first: `anna` must not hide `annabelle`.
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let mut found = false;
    for word in words {
        if left.contains(&word) {
            found = true;
            left = left.replace(&word, "");
        }
    }
    found && left.len() < LEFT_WITHOUT_NAMES_BYTES
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accept(text: &str) -> Result<NewPassword, Refusal> {
        NewPassword::accept(text.into(), &["Anna Lindqvist", "anna@nordlicht.example", "Nordlicht GmbH"])
    }

    fn refusal(text: &str) -> &'static str {
        accept(text).unwrap_err().says.id()
    }

    #[test]
    fn length_decides() {
        assert_eq!(refusal("elevenbytes"), "access-password-short");
        assert!(accept("twelve bytes").is_ok());
        assert!(accept(&"correct horse ".repeat(74)[..1024]).is_ok());
        assert_eq!(refusal(&"x".repeat(1025)), "access-password-long");
    }

    #[test]
    fn what_everybody_tries_is_refused_whatever_its_case() {
        for text in ["password1234", "PASSWORD1234", "123456789012", "qwertyuiopas", "aaaaaaaaaaaaaa"] {
            assert_eq!(refusal(text), "access-password-common", "{text}");
        }
    }

    #[test]
    fn names_everybody_knows_make_no_password() {
        assert_eq!(refusal("nordlicht2026!"), "access-password-of-names");
        assert_eq!(refusal("Anna-Lindqvist-1"), "access-password-of-names");
        assert_eq!(refusal("proofmark1234"), "access-password-of-names");
        assert!(accept("nordlicht over the barn").is_ok());
        assert!(accept("savanna tiptoe gravel").is_ok());
    }

    #[test]
    fn a_password_is_found_right_and_another_wrong() {
        let kept = accept("correct horse battery").unwrap().hash([7; 16]);
        assert_eq!(kept.check(&"correct horse battery".into()), PasswordCheck::Right);
        assert_eq!(kept.check(&"correct horse batterz".into()), PasswordCheck::Wrong);
        assert_eq!(kept.check(&"".into()), PasswordCheck::Wrong);
        assert_eq!(PasswordHash::of_nobody().check(&"correct horse battery".into()), PasswordCheck::Wrong);
    }

    #[test]
    fn the_parameters_stand_beside_the_hash() {
        let kept = accept("correct horse battery").unwrap().hash([7; 16]);
        assert!(kept.0.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{}", kept.0);
        assert_eq!(format!("{kept:?}"), "PasswordHash(…)");
    }

    #[test]
    fn a_hash_made_with_less_is_to_be_made_anew() {
        let weak = hash("correct horse battery", [7; 16], Params::new(64, 1, 1, None).unwrap());
        let given = Secret::from("correct horse battery");
        assert_eq!(weak.check(&given), PasswordCheck::RightButWeaklyKept);
        assert_eq!(PasswordHash::renew(&given, [8; 16]).check(&given), PasswordCheck::Right);
    }

    #[test]
    fn a_hash_that_asks_for_all_memory_is_refused_unread() {
        let kept = accept("correct horse battery").unwrap().hash([7; 16]);
        for (from, to) in [("m=19456", "m=4000000"), ("t=2", "t=4000000"), ("argon2id", "argon2d"), ("$", "")]
        {
            let greedy = PasswordHash(kept.0.replace(from, to));
            assert_eq!(greedy.check(&"correct horse battery".into()), PasswordCheck::Wrong, "{to}");
        }
    }

    /// RFC 9106 section 5.3 uses a secret and associated data, which PHC strings lack; this one is the reference
    /// implementation's own test (`phc-winner-argon2`, `src/test.c`): version 0x13, 2 passes, 64 MiB, one lane.
    #[test]
    fn a_hash_of_the_reference_implementation_is_understood() {
        let theirs = PasswordHash(
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc".into(),
        );
        assert_eq!(theirs.check(&"password".into()), PasswordCheck::Right);
        assert_eq!(theirs.check(&"passwore".into()), PasswordCheck::Wrong);
    }
}
