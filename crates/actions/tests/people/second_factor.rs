//! One-time codes, recovery codes and passkeys.

use proofmark_access::{OneTimeSecret, Secret, SessionSecret};
use proofmark_actions::people::{
    CodeOrder, PasskeySignInOrder, SignInTrouble, SignedIn, ask_for_passkey, ask_to_enrol_one_time_codes,
    ask_to_register_passkey, enrol_one_time_codes, passkeys_of, register_passkey, remove_passkey,
    seal_credentials, sign_in_with_code, sign_in_with_passkey, who_asks_in_session,
};
use proofmark_facts::{Actor, ActorKind, Keeping as _, RecordKey, RecordKind};
use serde_json::Value;

use crate::authenticator::{Authenticator, party};
use crate::house::{HOME, House, PASSWORD, WITH, at, code, errand, trouble};
use crate::test_box::TestBox;

const BOX: TestBox = TestBox(1);

/// Anna's telephone and her recovery codes.
fn enrolled(house: &mut House) -> (OneTimeSecret, Vec<Secret>) {
    let anna = house.actor("anna", 1);
    let random = house.random();
    let secret = ask_to_enrol_one_time_codes(&mut house.store, &errand(&anna, 2), &BOX, random).unwrap();
    let wrong = enrol_one_time_codes(&mut house.store, &errand(&anna, 2), &BOX, &"000000".into(), &[1; 100]);
    assert_eq!(code(wrong), "access-code-wrong");
    let mut random = [0; 100];
    random.iter_mut().zip(0..).for_each(|(byte, value)| *byte = value);
    let shown = secret.code_at(at(3));
    let (codes, line) = house.one_line(|house| {
        enrol_one_time_codes(&mut house.store, &errand(&anna, 3), &BOX, &shown, &random).unwrap()
    });
    assert_eq!(line.action, "enrol-one-time-codes");
    (secret, codes)
}

fn give(house: &mut House, code: &Secret, minute: i64) -> Result<SessionSecret, SignInTrouble> {
    let halfway = match house.sign_in("anna", PASSWORD, HOME, minute)? {
        SignedIn::Halfway(halfway) => halfway.to_text(),
        SignedIn::In(_) => panic!("in with a password alone"),
    };
    let order = CodeOrder {
        halfway: halfway.reveal(),
        code: code.clone(),
        address: HOME,
        at: at(minute),
        with: WITH,
        session: house.random(),
    };
    sign_in_with_code(&mut house.store, &BOX, &order)
}

#[test]
fn a_password_alone_does_not_let_in_whoever_has_a_second_factor() {
    let mut house = House::with_anna();
    let (secret, _) = enrolled(&mut house);
    let shown = secret.code_at(at(10));
    let (session, line) = house.one_line(|house| give(house, &shown, 10).unwrap());
    assert_eq!(line.outcome.as_deref(), Some("two-factors"));
    assert!(who_asks_in_session(&mut house.store, &session, at(10)).unwrap().is_some());
    assert_eq!(trouble(give(&mut house, &shown, 10)), "access-code-used", "over the shoulder");
    assert_eq!(trouble(give(&mut house, &secret.code_at(at(3)), 10)), "access-code-wrong");
    assert!(give(&mut house, &secret.code_at(at(11)), 11).is_ok());
}

#[test]
fn a_recovery_code_lets_in_once() {
    let mut house = House::with_anna();
    let (_, codes) = enrolled(&mut house);
    assert!(give(&mut house, &codes[4], 10).is_ok());
    assert_eq!(trouble(give(&mut house, &codes[4], 11)), "access-code-wrong");
    assert!(give(&mut house, &codes[5], 12).is_ok());
    for kept in &codes {
        assert!(!house.holds(kept), "kept as digests");
    }
}

#[test]
fn codes_are_not_guessed_by_beginning_again_and_again() {
    let mut house = House::with_anna();
    enrolled(&mut house);
    let mut judged = 0;
    for _ in 0..12 {
        // Signing in halfway each time forgives nothing to the codes.
        match trouble(give(&mut house, &"000000".into(), 10)) {
            "access-code-wrong" => judged += 1,
            "access-throttled" => break,
            other => panic!("{other}"),
        }
    }
    assert_eq!(judged, 5);
}

#[test]
fn a_passkey_is_registered_and_lets_in_by_itself() {
    let mut house = House::with_anna();
    enrolled(&mut house);
    let anna = Actor { name: "anna".into(), kind: ActorKind::Person, grants: vec![] };
    let mut key = Authenticator::new(1);
    let random = house.random();
    let options = ask_to_register_passkey(&mut house.store, &errand(&anna, 20), &party(), random).unwrap();
    assert_eq!(options["user"]["name"], "anna");
    let answer = key.create(&options);
    let (registered, line) = house.one_line(|house| {
        register_passkey(&mut house.store, &errand(&anna, 21), &party(), &answer, "key ring").unwrap()
    });
    assert_eq!((line.action.as_str(), line.records.len()), ("register-passkey", 2));
    let again = register_passkey(&mut house.store, &errand(&anna, 21), &party(), &answer, "key ring");
    assert_eq!(code(again), "access-passkey-challenge", "a challenge is answered once");

    let sign_in = |house: &mut House, answer: &[u8], minute: i64| {
        let order = PasskeySignInOrder {
            party: &party(),
            response: answer,
            address: HOME,
            at: at(minute),
            with: WITH,
            session: house.random(),
        };
        sign_in_with_passkey(&mut house.store, &order)
    };
    let ask = |house: &mut House, minute: i64| {
        let random = house.random();
        ask_for_passkey(&mut house.store, &party(), at(minute), random).unwrap()
    };
    key.count = 2;
    let options = ask(&mut house, 22);
    let answer = key.get(&options);
    let (session, line) = house.one_line(|house| sign_in(house, &answer, 22).unwrap());
    assert_eq!(line.outcome.as_deref(), Some("passkey"));
    assert!(who_asks_in_session(&mut house.store, &session, at(22)).unwrap().is_some());
    assert_eq!(trouble(sign_in(&mut house, &answer, 22)), "access-passkey-challenge", "nor twice");
    let options = ask(&mut house, 23);
    let answer = key.get(&options);
    assert_eq!(trouble(sign_in(&mut house, &answer, 23)), "access-passkey-copied");
    let options = ask(&mut house, 24);
    assert_eq!(
        trouble(sign_in(&mut house, &key.get(&options), 24 + 5)),
        "access-passkey-challenge",
        "too late"
    );
    let stranger = Authenticator::new(2);
    let options = ask(&mut house, 25);
    assert_eq!(trouble(sign_in(&mut house, &stranger.get(&options), 25)), "access-passkey-unknown");

    assert_eq!(passkeys_of(&house.store, "anna").unwrap().len(), 1);
    remove_passkey(&mut house.store, &errand(&anna, 30), &registered.passkey.key()).unwrap();
    key.count = 9;
    let options = ask(&mut house, 31);
    assert_eq!(trouble(sign_in(&mut house, &key.get(&options), 31)), "access-passkey-unknown");
}

#[test]
fn nobody_registers_a_passkey_for_somebody_else() {
    let mut house = House::with_anna();
    let anna = house.actor("anna", 1);
    house.welcome(&anna, "emil", crate::house::OPERATOR, &[], 2);
    let emil = house.actor("emil", 3);
    let random = house.random();
    let options = ask_to_register_passkey(&mut house.store, &errand(&emil, 4), &party(), random).unwrap();
    let answer = Authenticator::new(1).create(&options);
    let ended = house.no_line(|house| {
        register_passkey(&mut house.store, &errand(&anna, 4), &party(), &answer, "key ring")
    });
    assert_eq!(code(ended), "access-passkey-challenge");
    let token = Actor { kind: ActorKind::Token, ..anna };
    let ended = ask_to_register_passkey(&mut house.store, &errand(&token, 5), &party(), [1; 32]);
    assert_eq!(code(ended), "access-in-person");
}

#[test]
fn a_secret_of_an_earlier_version_is_sealed_and_goes_on_working() {
    let mut house = House::with_anna();
    let (secret, codes) = enrolled(&mut house);
    let letters = secret.to_base32();
    assert!(!house.holds(&letters), "it never lies in the clear");
    assert!(house.no_line(|house| seal_credentials(&mut house.store, &BOX, at(4), WITH).unwrap()) == 0);

    // As an earlier version left it.
    let key = RecordKey { operator: String::new(), kind: RecordKind::Credential, id: "account:anna".into() };
    let record = house.store.record(&key).unwrap().unwrap();
    let mut content: Value = serde_json::from_slice(&record.content).unwrap();
    content["one_time"]["secret"] = letters.reveal().into();
    let content = serde_json::to_vec(&content).unwrap();
    house.overwrite(&record, content);
    assert!(house.holds(&letters));
    let sealed = house.one_line(|house| seal_credentials(&mut house.store, &BOX, at(5), WITH).unwrap());
    assert_eq!((sealed.0, sealed.1.action.as_str(), sealed.1.by.as_str()), (1, "seal-credentials", "system"));
    assert!(give(&mut house, &secret.code_at(at(10)), 10).is_ok(), "the telephone goes on");

    // Under another key the telephone is of no use, and a recovery code is.
    let halfway = match house.sign_in("anna", PASSWORD, HOME, 20).unwrap() {
        SignedIn::Halfway(halfway) => halfway.to_text(),
        SignedIn::In(_) => panic!("in with a password alone"),
    };
    let order = |code: Secret| CodeOrder {
        halfway: halfway.reveal(),
        code,
        address: HOME,
        at: at(20),
        with: WITH,
        session: [9; 32],
    };
    let other = TestBox(2);
    let ended = sign_in_with_code(&mut house.store, &other, &order(secret.code_at(at(20))));
    assert_eq!(trouble(ended), "courier-secret-unopened");
    assert!(sign_in_with_code(&mut house.store, &other, &order(codes[0].clone())).is_ok());
}
