//! A token: what a program presents in a person's place, with some of that person's duties, for a while.

use std::fmt;

use jiff::{SignedDuration, Timestamp};
use proofmark_facts::{Grant, Noun, RecordKind, Sha256};
use proofmark_text::text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::base32;
use crate::hex::hex;
use crate::refusal::Refusal;
use crate::secret::{Secret, same};

/// What every token begins with, so that scanners of source code recognise one that got lost.
pub const TOKEN_PREFIX: &str = "pmk_";

/// No token lasts longer than a year.
pub const LONGEST_TOKEN: SignedDuration = SignedDuration::from_hours(366 * 24);

/// Bytes that name the token, and bytes nobody can guess: 64 letters.
const ID_BYTES: usize = 8;
const SECRET_BYTES: usize = 32;

/// Letters of the checksum.
const CHECK_LETTERS: usize = 8;

/// What is kept of a token. Its secret is kept apart, as a digest.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TokenRecord {
    /// Its public half, by which lists and the ledger name it.
    pub id: String,
    /// What it is for, in its maker's words.
    pub name: String,
    /// The account that made it: the token never may more than they.
    pub made_by: String,
    /// When.
    pub made_at: Timestamp,
    /// When it stops being of use.
    pub expires_at: Timestamp,
    /// What it may do, all for one operator.
    pub grants: Vec<Grant>,
    /// When it was first used.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub first_used_at: Option<Timestamp>,
    /// When it was revoked, and by whom.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub revoked: Option<Revoked>,
}

/// That something was revoked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Revoked {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
}

/// A token itself: `pmk_`, 64 letters of which the first 13 name it, and 8 letters of checksum.
pub struct Token(Zeroizing<[u8; ID_BYTES + SECRET_BYTES]>);

impl Token {
    /// A token of these random bytes.
    pub fn new(random: [u8; ID_BYTES + SECRET_BYTES]) -> Self {
        Self(Zeroizing::new(random))
    }

    /// Reads what a program presents. A slip of the pen is told from a token that is not known.
    pub fn read(sent: &Secret) -> Result<Self, Refusal> {
        let malformed = || Refusal::from(text!("access-token-malformed"));
        let letters = sent.reveal().strip_prefix(TOKEN_PREFIX).ok_or_else(malformed)?;
        let whole = 64 + CHECK_LETTERS;
        if letters.len() != whole
            || !letters.bytes().all(|one| one.is_ascii_lowercase() || one.is_ascii_digit())
        {
            return Err(malformed());
        }
        let (body, check) = letters.split_at(64);
        let bytes = Zeroizing::new(base32::decode(body).unwrap_or_default());
        let bytes: [u8; ID_BYTES + SECRET_BYTES] = bytes.as_slice().try_into().map_err(|_| malformed())?;
        if !same(checksum(body).as_bytes(), check.as_bytes()) {
            return Err(malformed());
        }
        Ok(Self::new(bytes))
    }

    /// The token as a program presents it. It is shown once.
    pub fn to_text(&self) -> Secret {
        let body = Zeroizing::new(base32::encode(self.0.as_slice()).to_lowercase());
        Secret::new(format!("{TOKEN_PREFIX}{}{}", *body, checksum(&body)))
    }

    /// Its public half in hexadecimal digits.
    pub fn id(&self) -> String {
        hex(&self.0[..ID_BYTES])
    }

    /// What is kept of its secret half.
    pub fn digest(&self) -> Sha256 {
        Sha256::of(self.0.as_slice())
    }

    /// Whether this is the token that was kept so.
    pub fn is(&self, kept: &Sha256) -> bool {
        same(&self.digest().0, &kept.0)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Token({}…)", self.id())
    }
}

impl TokenRecord {
    /// Whether it is of use at this time.
    pub fn stands(&self, now: Timestamp) -> Result<(), Refusal> {
        if self.revoked.is_some() {
            return Err(text!("access-token-revoked").into());
        }
        if now >= self.expires_at {
            return Err(text!("access-token-expired", at = self.expires_at.to_string()).into());
        }
        Ok(())
    }

    /// Whether its maker has every duty it is to have, for every product.
    pub fn is_within(&self, makers: &[Grant]) -> Result<(), Refusal> {
        let has = |asked: &Grant| makers.iter().any(|had| both(asked, had).as_ref() == Some(asked));
        if self.grants.is_empty() || !self.grants.iter().all(has) {
            return Err(text!("access-token-more-than-maker").into());
        }
        Ok(())
    }

    /// Whether a token may be given out until then.
    pub fn lasts_rightly(now: Timestamp, expires_at: Timestamp) -> Result<(), Refusal> {
        if expires_at <= now {
            return Err(text!("access-token-in-the-past").into());
        }
        if expires_at.duration_since(now) > LONGEST_TOKEN {
            return Err(text!("access-token-too-long").into());
        }
        Ok(())
    }

    /// What it may do, given what its maker may do now: whoever lost a duty has lost it for their tokens too.
    pub fn grants_within(&self, makers: &[Grant]) -> Vec<Grant> {
        self.grants.iter().flat_map(|asked| makers.iter().filter_map(|had| both(asked, had))).collect()
    }
}

/// What two grants have in common.
pub(crate) fn both(asked: &Grant, had: &Grant) -> Option<Grant> {
    if asked.operator != had.operator || asked.duty != had.duty {
        return None;
    }
    let products = match (&asked.products, &had.products) {
        (asked, None) => asked.clone(),
        (None, Some(had)) => Some(had.clone()),
        (Some(asked), Some(had)) => Some(asked.iter().filter(|one| had.contains(one)).cloned().collect()),
    };
    Some(Grant { operator: asked.operator.clone(), duty: asked.duty, products })
}

impl Noun for TokenRecord {
    const KIND: RecordKind = RecordKind::Token;

    fn id(&self) -> String {
        self.id.clone()
    }
}

/// Forty bits of the digest of what stands before: anybody can compute it, so a scanner can tell a token from noise.
fn checksum(body: &str) -> String {
    let digest = Sha256::of(format!("{TOKEN_PREFIX}{body}").as_bytes());
    base32::encode(&digest.0[..5]).to_lowercase()
}

#[cfg(test)]
mod tests {
    use proofmark_facts::Duty;
    use proptest::prelude::*;

    use super::*;

    fn grant(duty: Duty, products: Option<&[&str]>) -> Grant {
        let products = products.map(|all| all.iter().map(|one| (*one).to_owned()).collect());
        Grant { operator: "maker".into(), duty, products }
    }

    fn record() -> TokenRecord {
        TokenRecord {
            id: "07".repeat(8),
            name: "CI".into(),
            made_by: "anna".into(),
            made_at: Timestamp::from_second(0).unwrap(),
            expires_at: Timestamp::from_second(100).unwrap(),
            grants: vec![grant(Duty::Engineer, Some(&["gateway", "sensor"]))],
            first_used_at: None,
            revoked: None,
        }
    }

    #[test]
    fn a_token_is_recognised_by_its_form() {
        let token = Token::new([7; 40]);
        let text = token.to_text();
        assert_eq!(text.reveal().len(), 76);
        assert_eq!(
            text.reveal(),
            "pmk_a4dqobyha4dqobyha4dqobyha4dqobyha4dqobyha4dqobyha4dqobyha4dqobyhooj5ncpq"
        );
        assert_eq!(token.id(), "0707070707070707");
        assert!(Token::read(&text).unwrap().is(&token.digest()));
        assert!(!Token::new([8; 40]).is(&token.digest()));
        assert_eq!(format!("{token:?}"), "Token(0707070707070707…)");
    }

    #[test]
    fn any_letter_changed_is_a_slip_of_the_pen() {
        let text = Token::new([7; 40]).to_text();
        for at in 0..text.reveal().len() {
            let mut slip = text.reveal().to_owned();
            let letter = if slip.as_bytes()[at] == b'b' { "c" } else { "b" };
            slip.replace_range(at..=at, letter);
            assert_eq!(Token::read(&slip.as_str().into()).unwrap_err().says.id(), "access-token-malformed");
        }
    }

    #[test]
    fn a_token_ends() {
        let at = |second| Timestamp::from_second(second).unwrap();
        assert_eq!(record().stands(at(99)), Ok(()));
        assert_eq!(record().stands(at(100)).unwrap_err().says.id(), "access-token-expired");
        let revoked = TokenRecord { revoked: Some(Revoked { at: at(1), by: "emil".into() }), ..record() };
        assert_eq!(revoked.stands(at(2)).unwrap_err().says.id(), "access-token-revoked");
        let year = 366 * 86_400;
        assert_eq!(TokenRecord::lasts_rightly(at(0), at(year)), Ok(()));
        assert_eq!(
            TokenRecord::lasts_rightly(at(0), at(year + 1)).unwrap_err().says.id(),
            "access-token-too-long"
        );
        assert_eq!(
            TokenRecord::lasts_rightly(at(0), at(0)).unwrap_err().says.id(),
            "access-token-in-the-past"
        );
    }

    #[test]
    fn a_token_never_may_more_than_its_maker() {
        assert_eq!(record().grants_within(&[]), []);
        assert_eq!(record().grants_within(&[grant(Duty::Auditor, None)]), []);
        assert_eq!(record().grants_within(&[grant(Duty::Engineer, None)]), record().grants);
        assert_eq!(
            record().grants_within(&[grant(Duty::Engineer, Some(&["gateway", "app"]))]),
            [grant(Duty::Engineer, Some(&["gateway"]))]
        );
    }

    proptest! {
        #[test]
        fn a_token_comes_back(random in proptest::collection::vec(any::<u8>(), 40)) {
            let token = Token::new(random.as_slice().try_into().unwrap());
            prop_assert_eq!(Token::read(&token.to_text()).unwrap().digest(), token.digest());
        }

        #[test]
        fn anything_else_is_refused(sent in "\\PC{0,90}|pmk_[a-z2-7]{72}") {
            prop_assert!(Token::read(&sent.as_str().into()).is_err());
        }
    }
}
