//! Tokens: never more than their maker, never for ever.

use proofmark_access::{Act, Token};
use proofmark_actions::ActionError;
use proofmark_actions::people::{
    MadeToken, TokenOrder, disable_account, do_alone, invite_again, make_reset_link, make_token,
    revoke_token, tokens, who_asks_with_token,
};
use proofmark_facts::{Actor, ActorKind, Duty, Grant};

use crate::house::{House, OPERATOR, WITH, at, code, errand, grant};

fn make(
    house: &mut House,
    by: &Actor,
    owner: &str,
    grants: Vec<Grant>,
    minutes: i64,
) -> Result<MadeToken, ActionError> {
    let order = TokenOrder {
        operator: OPERATOR,
        owner,
        name: "CI",
        grants,
        expires_at: at(minutes),
        random: house.random(),
    };
    make_token(&mut house.store, &errand(by, 10), &order)
}

#[test]
fn a_token_speaks_for_its_maker_within_its_duties() {
    let mut house = House::with_anna();
    let anna = house.actor("anna", 1);
    house.product("gateway");
    let some = Grant { products: Some(vec!["gateway".into()]), ..grant(OPERATOR, Duty::Engineer) };
    let (made, line) = house.one_line(|house| make(house, &anna, "anna", vec![some.clone()], 1000).unwrap());
    assert_eq!((line.by.as_str(), line.action.as_str(), line.records.len()), ("anna", "make-token", 2));
    assert!(!house.holds(&made.text), "kept as a digest");
    let ask =
        |house: &mut House, minute: i64| who_asks_with_token(&mut house.store, &made.text, at(minute), WITH);
    let (actor, line) = house.one_line(|house| ask(house, 11).unwrap());
    assert_eq!((actor.kind, &actor.grants), (ActorKind::Token, &vec![some]));
    assert_eq!(line.action, "use-token-first");
    house.no_line(|house| ask(house, 12).unwrap());
    assert_eq!(code(house.no_line(|house| ask(house, 1000))), "access-token-expired");

    let unknown = who_asks_with_token(&mut house.store, &Token::new([9; 40]).to_text(), at(12), WITH);
    assert_eq!(code(unknown), "access-token-unknown");
    // The public half of a real token with another secret half.
    let mut forged = [9; 40];
    for (byte, digits) in forged.iter_mut().zip(made.record.id.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(digits).unwrap(), 16).unwrap();
    }
    let forged = who_asks_with_token(&mut house.store, &Token::new(forged).to_text(), at(12), WITH);
    assert_eq!(code(forged), "access-token-unknown");

    let ((), line) = house.one_line(|house| {
        revoke_token(&mut house.store, &errand(&anna, 20), OPERATOR, &made.record.id).unwrap();
    });
    assert_eq!(line.action, "revoke-token");
    assert_eq!(code(ask(&mut house, 21)), "access-token-revoked");
    assert_eq!(tokens(&house.store, &errand(&anna, 21), OPERATOR).unwrap().len(), 1);
}

#[test]
fn nobody_gives_a_token_more_than_they_have_or_longer_than_a_year() {
    let mut house = House::with_anna();
    let anna = house.actor("anna", 1);
    let year = 366 * 24 * 60;
    for (owner, grants, minutes, expected) in [
        ("anna", vec![grant(OPERATOR, Duty::Approver)], 1000, "access-token-more-than-maker"),
        ("anna", vec![], 1000, "access-token-more-than-maker"),
        ("anna", vec![grant("", Duty::Administrator)], 1000, "access-grants-malformed"),
        ("anna", vec![grant(OPERATOR, Duty::Engineer)], 10 + year + 1, "access-token-too-long"),
        ("anna", vec![grant(OPERATOR, Duty::Engineer)], 10, "access-token-in-the-past"),
        ("emil", vec![grant(OPERATOR, Duty::Engineer)], 1000, "access-token-for-another"),
    ] {
        assert_eq!(code(house.no_line(|house| make(house, &anna, owner, grants, minutes))), expected);
    }
    let token = Actor { kind: ActorKind::Token, ..anna };
    let ended = make(&mut house, &token, "anna", vec![grant(OPERATOR, Duty::Engineer)], 1000);
    assert_eq!(code(ended), "access-in-person", "no token makes tokens");
}

#[test]
fn a_token_falls_with_its_maker() {
    let mut house = House::with_anna();
    let anna = house.actor("anna", 1);
    house.welcome(&anna, "emil", OPERATOR, &[Duty::Engineer], 2);
    let emil = house.actor("emil", 3);
    let made = make(&mut house, &emil, "emil", vec![grant(OPERATOR, Duty::Engineer)], 1000).unwrap();
    let act = Act::ChangeGrants { account: "emil".into(), grants: vec![grant(OPERATOR, Duty::Auditor)] };
    do_alone(&mut house.store, &errand(&anna, 11), OPERATOR, &act).unwrap();
    let actor = who_asks_with_token(&mut house.store, &made.text, at(12), WITH).unwrap();
    assert_eq!(actor.grants, [], "the duty is gone");
    disable_account(&mut house.store, &errand(&anna, 13), "emil").unwrap();
    let ended = who_asks_with_token(&mut house.store, &made.text, at(14), WITH);
    assert_eq!(code(ended), "access-token-orphaned");
}

#[test]
fn no_token_becomes_a_person() {
    let mut house = House::with_anna();
    let anna = house.actor("anna", 1);
    house.welcome(&anna, "emil", OPERATOR, &[Duty::Approver], 2);
    house.invited(&anna, "ida", OPERATOR, &[Duty::Approver], 3);
    let administers = vec![grant(OPERATOR, Duty::Administrator)];
    let made = make(&mut house, &anna, "anna", administers, 1000).unwrap();
    let token = who_asks_with_token(&mut house.store, &made.text, at(11), WITH).unwrap();

    // A link into somebody's account is a session, and a session signs what the token proposed.
    let reset =
        house.no_line(|house| make_reset_link(&mut house.store, &errand(&token, 12), "emil", [7; 32]));
    assert_eq!(code(reset), "access-in-person");
    let again =
        house.no_line(|house| invite_again(&mut house.store, &errand(&token, 13), OPERATOR, "ida", [7; 32]));
    assert_eq!(code(again), "access-in-person");
}

#[test]
fn whoever_a_token_invites_waits_for_a_person_even_where_nobody_else_could_sign() {
    let mut house = House::with_anna();
    let anna = house.actor("anna", 1);
    let administers = vec![grant(OPERATOR, Duty::Administrator)];
    let made = make(&mut house, &anna, "anna", administers, 1000).unwrap();
    let token = who_asks_with_token(&mut house.store, &made.text, at(11), WITH).unwrap();
    let proposal = house.welcome(&token, "puppet", OPERATOR, &[Duty::Approver], 12);
    assert!(proposal.is_some(), "what a program does alone, nobody saw");
    assert_eq!(house.actor("puppet", 13).grants, vec![]);
}
