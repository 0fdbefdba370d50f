//! Makes a token, for programs that act in a person's place.

use jiff::Timestamp;
use proofmark_access::{Credential, Right, Secret, Token, TokenCredential, TokenRecord, check_grants};
use proofmark_facts::{ActorKind, Grant, SystemOfRecord};
use proofmark_text::text;

use super::errand::Errand;
use super::members::{INSTALLATION, check_operator, check_products_there, grants_of, member};
use super::refused::{check, forbidden, refused_at};
use super::register_passkey::in_person;
use crate::error::ActionError;
use crate::record::new_noun;

/// What the token is to be.
#[derive(Debug)]
pub struct TokenOrder<'a> {
    /// The operator's id.
    pub operator: &'a str,
    /// Whose token it is: oneself; whoever works on the machine itself names somebody.
    pub owner: &'a str,
    /// What it is for.
    pub name: &'a str,
    /// What it may do: never more than its owner.
    pub grants: Vec<Grant>,
    /// When it stops being of use: within a year.
    pub expires_at: Timestamp,
    /// Random bytes.
    pub random: [u8; 40],
}

/// A token that was made. Its text is shown this once.
#[derive(Debug)]
pub struct MadeToken {
    /// What is kept of it.
    pub record: TokenRecord,
    /// The token.
    pub text: Secret,
}

/// Makes a token.
pub fn make_token(
    store: &mut dyn SystemOfRecord,
    errand: &Errand<'_>,
    order: &TokenOrder<'_>,
) -> Result<MadeToken, ActionError> {
    check(errand, Right::MakeTokens, order.operator, None)?;
    check_operator(store, order.operator)?;
    if errand.by.kind != ActorKind::Local {
        in_person(errand)?;
        if errand.by.name != order.owner {
            return Err(ActionError::Forbidden(text!("access-token-for-another")));
        }
    }
    let name = order.name.trim();
    if !(1..=100).contains(&name.len()) || name.chars().any(char::is_control) {
        return Err(refused_at("name")(text!("access-token-name").into()));
    }
    check_grants(&order.grants, order.operator).map_err(refused_at("grants"))?;
    TokenRecord::lasts_rightly(errand.at, order.expires_at).map_err(refused_at("expires_at"))?;
    let owner = member(store, order.operator, order.owner)?;
    check_products_there(store, order.operator, &order.grants)?;
    let token = Token::new(order.random);
    let record = TokenRecord {
        id: token.id(),
        name: name.to_owned(),
        made_by: owner.noun.name.clone(),
        made_at: errand.at,
        expires_at: order.expires_at,
        grants: order.grants.clone(),
        first_used_at: None,
        revoked: None,
    };
    record.is_within(&grants_of(store, &owner.noun)?).map_err(forbidden)?;
    let operator = order.operator.to_owned();
    let credential = TokenCredential { token: token.id(), operator, digest: token.digest() };
    let records =
        vec![new_noun(order.operator, &record), new_noun(INSTALLATION, &Credential::Token(credential))];
    errand.deed(order.operator, &format!("tokens:{}", record.id), "make-token").keep(store, records)?;
    Ok(MadeToken { record, text: token.to_text() })
}
