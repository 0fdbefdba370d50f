//! What whoever had a link adds to an account goes when its owner is confirmed, whatever came in which order.

use proofmark_access::{Act, RECOVERY_CODES, WayIn, WayInKind};
use proofmark_actions::people::{
    IdentityPurpose, SecondSignature, TokenOrder, ask_to_enrol_one_time_codes, ask_to_register_passkey,
    confirm_person, decide_proposal, do_alone, enrol_one_time_codes, make_reset_link, make_token,
    passkeys_of, people, register_passkey, reset_password, sign_in_with_identity, who_asks_in_session,
    who_asks_with_token,
};
use proofmark_facts::{Actor, Duty};

use crate::authenticator::{Authenticator, party};
use crate::house::{House, OPERATOR, PASSWORD, WITH, at, code, errand, grant, trouble};
use crate::issuer::Issuer;
use crate::test_box::TestBox;
use crate::vouched_for::{back, claims, come, provider};

/// Anna and Boris administer, Vera approves; nobody had a link into anybody's account.
fn house() -> (House, Actor, Actor) {
    let mut house = House::with_anna();
    let local = Actor::local("root");
    let anna = house.actor("anna", 1);
    provider(&mut house, &anna);
    house.welcome(&local, "boris", OPERATOR, &[Duty::Administrator], 2);
    house.welcome(&local, "vera", OPERATOR, &[Duty::Approver, Duty::Engineer], 3);
    let boris = house.actor("boris", 4);
    (house, anna, boris)
}

/// Anna makes a link into Vera's account and uses it herself.
fn taken_over(house: &mut House, anna: &Actor, minute: i64) -> Actor {
    let random = house.random();
    let link = make_reset_link(&mut house.store, &errand(anna, minute), "vera", random).unwrap().to_text();
    reset_password(&mut house.store, link.reveal(), PASSWORD.into(), at(minute), WITH, [6; 16]).unwrap();
    house.actor("vera", minute)
}

fn passkey(house: &mut House, owner: &Actor, key: u8, name: &str, minute: i64) {
    let errand = errand(owner, minute);
    let random = house.random();
    let options = ask_to_register_passkey(&mut house.store, &errand, &party(), random).unwrap();
    let made = Authenticator::new(key).create(&options);
    register_passkey(&mut house.store, &errand, &party(), &made, name).unwrap();
}

fn codes(house: &mut House, owner: &Actor, minute: i64) {
    let errand = errand(owner, minute);
    let random = house.random();
    let secret = ask_to_enrol_one_time_codes(&mut house.store, &errand, &TestBox(1), random).unwrap();
    let recovery = [9; RECOVERY_CODES * 10];
    enrol_one_time_codes(&mut house.store, &errand, &TestBox(1), &secret.code_at(at(minute)), &recovery)
        .unwrap();
}

fn in_question(house: &House, by: &Actor, minute: i64) -> Vec<WayIn> {
    let all = people(&house.store, &errand(by, minute), OPERATOR).unwrap();
    all.into_iter().find(|one| one.account == "vera").unwrap().ways_in
}

fn confirm(
    house: &mut House,
    by: &Actor,
    keeps: &[String],
    minute: i64,
) -> Result<(), proofmark_actions::ActionError> {
    confirm_person(&mut house.store, &errand(by, minute), OPERATOR, "vera", keeps)
}

#[test]
fn only_what_the_owner_names_survives_and_it_is_one_line() {
    let (mut house, anna, boris) = house();
    let vera = house.actor("vera", 5);
    passkey(&mut house, &vera, 1, "old and hers", 6);
    let intruder = taken_over(&mut house, &anna, 10);
    passkey(&mut house, &intruder, 2, "planted", 11);
    codes(&mut house, &intruder, 12);
    let issuer = Issuer::new();
    come(&mut house, &issuer, IdentityPurpose::Link("vera".into()), "planted", 13).unwrap();
    let grants = vec![grant(OPERATOR, Duty::Engineer)];
    let random = house.random();
    let token = TokenOrder {
        operator: OPERATOR,
        owner: "vera",
        name: "planted",
        grants,
        expires_at: at(900),
        random,
    };
    let token = make_token(&mut house.store, &errand(&intruder, 14), &token).unwrap();
    passkey(&mut house, &intruder, 3, "new and hers", 15);

    let shown = in_question(&house, &boris, 16);
    let kinds: Vec<(WayInKind, Option<jiff::Timestamp>)> =
        shown.iter().map(|way| (way.kind, way.added_at)).collect();
    assert_eq!(
        kinds,
        [
            (WayInKind::Passkey, Some(at(11))),
            (WayInKind::Passkey, Some(at(15))),
            (WayInKind::OneTimeCodes, Some(at(12))),
            (WayInKind::Identity, Some(at(13))),
            (WayInKind::Token, Some(at(14))),
        ],
        "what was there before anybody had a link is in no question"
    );
    assert_eq!(in_question(&house, &vera, 16), shown, "she approves, so she sees it of herself too");
    let unknown = house.no_line(|house| confirm(house, &boris, &["passkey:other".into()], 17));
    assert_eq!(code(unknown), "ends-way-in-unknown");

    // What is planted after the owner was shown what there is goes too: nobody named it.
    passkey(&mut house, &intruder, 4, "planted at the last moment", 18);
    let hers = vec![shown.iter().find(|way| way.name == "new and hers").unwrap().id.clone()];
    let ((), line) = house.one_line(|house| confirm(house, &boris, &hers, 20).unwrap());
    assert_eq!((line.by.as_str(), line.action.as_str()), ("boris", "confirm-person"));
    let left = passkeys_of(&house.store, "vera").unwrap();
    let names: Vec<&str> = left.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["old and hers", "new and hers"]);
    let gone = come(&mut house, &issuer, IdentityPurpose::SignIn, "planted", 21);
    assert_eq!(trouble(gone), "access-identity-unknown");
    assert!(who_asks_with_token(&mut house.store, &token.text, at(21), WITH).is_err(), "and the token");
    // The codes are gone, so the password alone lets her in again.
    house.session("vera", 22);
}

#[test]
fn who_sits_in_the_account_or_is_on_the_way_to_add_something_is_out() {
    let (mut house, anna, boris) = house();
    taken_over(&mut house, &anna, 10);
    let session = house.session("vera", 11);
    let asked = who_asks_in_session(&mut house.store, &session, at(12)).unwrap().unwrap().actor;
    assert_eq!(asked.name, "vera");
    // Sent to the provider before the confirmation, back after it.
    let issuer = Issuer::new();
    let (on_the_way, _) = back(&mut house, IdentityPurpose::Link("vera".into()), 13);
    confirm(&mut house, &boris, &[], 14).unwrap();
    assert!(who_asks_in_session(&mut house.store, &session, at(15)).unwrap().is_none());
    let token = issuer.sign(&claims(&on_the_way, "late", 15));
    let late = house.no_line(|house| {
        sign_in_with_identity(&mut house.store, &on_the_way, &token, &issuer.keys(), at(15), WITH, [1; 32])
    });
    assert_eq!(trouble(late), "access-sign-in-wrong");
}

#[test]
fn a_confirmation_at_an_operator_of_ones_own_takes_nothing_from_anybody() {
    let (mut house, anna, _) = house();
    let local = Actor::local("root");
    proofmark_actions::people::add_operator(&mut house.store, &errand(&local, 5), "Own", "boris").unwrap();
    let act = Act::ChangeGrants { account: "vera".into(), grants: vec![grant("own", Duty::Auditor)] };
    do_alone(&mut house.store, &errand(&local, 6), "own", &act).unwrap();
    let vera = taken_over(&mut house, &anna, 10);
    codes(&mut house, &vera, 11);
    let mut boris = house.actor("boris", 12);
    boris.grants.retain(|grant| grant.operator == "own");
    let ended =
        house.no_line(|house| confirm_person(&mut house.store, &errand(&boris, 13), "own", "vera", &[]));
    assert_eq!(code(ended), "ends-confirms-elsewhere");
    confirm_person(&mut house.store, &errand(&boris, 14), "own", "vera", &["one-time-codes".into()]).unwrap();
}

#[test]
fn the_last_way_in_is_not_taken() {
    let (mut house, anna, boris) = house();
    let invited = house.invited(&anna, "otto", OPERATOR, &[Duty::Engineer], 10);
    let (link, proposal) = (invited.link.to_text(), invited.proposal.unwrap());
    let approves = SecondSignature::Approve;
    decide_proposal(&mut house.store, &errand(&boris, 10), OPERATOR, &proposal, approves).unwrap();
    let issuer = Issuer::new();
    come(&mut house, &issuer, IdentityPurpose::Accept(link.reveal().to_owned()), "otto-1", 11).unwrap();
    let none = |house: &mut House, keeps: &[String]| {
        confirm_person(&mut house.store, &errand(&boris, 12), OPERATOR, "otto", keeps)
    };
    assert_eq!(code(house.no_line(|house| none(house, &[]))), "ends-no-way-in-left");
    let all = people(&house.store, &errand(&boris, 12), OPERATOR).unwrap();
    let otto = all.into_iter().find(|one| one.account == "otto").unwrap();
    none(&mut house, &[otto.ways_in[0].id.clone()]).unwrap();
}
