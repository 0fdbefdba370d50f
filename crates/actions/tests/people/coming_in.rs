//! Setting up, signing in and out, passwords, throttling.

use jiff::SignedDuration;
use proofmark_access::{LinkSecret, SessionSecret};
use proofmark_actions::people::{
    REPLACED_SECRET_STANDS, SetUpOrder, SignInTrouble, SignedIn, accept_invitation, change_password,
    disable_account, enable_account, is_unset, make_reset_link, make_set_up_link, reset_password,
    rotate_session, set_up, sign_out, sign_out_everywhere, who_asks_in_session,
};
use proofmark_facts::{Actor, ActorKind, Duty, PassingThings as _};

use crate::house::{HOME, House, OPERATOR, PASSWORD, WITH, at, code, errand, trouble};

#[test]
fn an_installation_is_set_up_once_by_its_link() {
    let mut house = House::bare();
    assert!(is_unset(&house.store).unwrap());
    let old = make_set_up_link(&mut house.store, at(0), [1; 32]).unwrap().unwrap();
    let link = make_set_up_link(&mut house.store, at(0), [2; 32]).unwrap().unwrap();
    let order = |link: &LinkSecret, password: &str| {
        let text = link.to_text();
        (text, password.to_owned())
    };
    let attempt = |house: &mut House, (text, password): (proofmark_access::Secret, String), minute: i64| {
        set_up(
            &mut house.store,
            SetUpOrder {
                link: text.reveal(),
                account: "Anna",
                display_name: "Anna Lindqvist",
                email: None,
                password: password.as_str().into(),
                operator: Some(("Maker GmbH", vec![Duty::Administrator])),
                at: at(minute),
                with: WITH,
                salt: [3; 16],
            },
        )
    };
    assert_eq!(code(house.no_line(|house| attempt(house, order(&old, PASSWORD), 1))), "access-no-link");
    assert_eq!(
        code(house.no_line(|house| attempt(house, order(&link, PASSWORD), 24 * 60))),
        "access-no-link"
    );
    assert_eq!(
        code(house.no_line(|house| attempt(house, order(&link, "short"), 1))),
        "access-password-short"
    );
    let (account, line) = house.one_line(|house| attempt(house, order(&link, PASSWORD), 1).unwrap());
    assert_eq!((account.name.as_str(), line.by.as_str(), line.action.as_str()), ("anna", "anna", "set-up"));
    let mut kinds: Vec<&str> = line.records.iter().map(|record| record.kind.as_str()).collect();
    kinds.sort_unstable();
    assert_eq!(kinds, ["account", "credential", "membership", "membership", "operator"]);
    assert!(line.records.iter().all(|record| record.before.is_none() && record.after.is_some()));
    assert_eq!(code(house.no_line(|house| attempt(house, order(&link, PASSWORD), 2))), "access-no-link");
    assert!(make_set_up_link(&mut house.store, at(3), [4; 32]).unwrap().is_none());
    assert!(!house.holds(&PASSWORD.into()), "the password is nowhere");
}

#[test]
fn somebody_signs_in_is_known_and_signs_out() {
    let mut house = House::with_anna();
    let (session, line) = house.one_line(|house| house.session("Anna", 1));
    assert_eq!((line.action.as_str(), line.outcome.as_deref()), ("sign-in", Some("password")));
    assert!(!house.holds(&session.to_text()), "a session is kept as a digest");
    let found =
        house.no_line(|house| who_asks_in_session(&mut house.store, &session, at(2)).unwrap().unwrap());
    assert_eq!(
        (found.actor.name.as_str(), found.actor.kind, found.rotate),
        ("anna", ActorKind::Person, false)
    );
    assert_eq!(
        found.actor.grants.len(),
        4,
        "administers the installation and has three duties for the operator"
    );
    let fresh = rotate_session(&mut house.store, &session, &found, at(3), [9; 32]).unwrap().unwrap();
    assert!(who_asks_in_session(&mut house.store, &session, at(4)).unwrap().is_none());
    assert!(who_asks_in_session(&mut house.store, &fresh, at(4)).unwrap().is_some());
    let ((), line) = house.one_line(|house| sign_out(&mut house.store, &fresh, at(5), WITH).unwrap());
    assert_eq!((line.by.as_str(), line.action.as_str()), ("anna", "sign-out"));
    assert!(who_asks_in_session(&mut house.store, &fresh, at(5)).unwrap().is_none());
    house.no_line(|house| sign_out(&mut house.store, &fresh, at(6), WITH).unwrap());
}

#[test]
fn a_replaced_secret_lets_in_what_was_on_its_way_and_nothing_later() {
    let mut house = House::with_anna();
    let session = house.session("anna", 1);
    let found = who_asks_in_session(&mut house.store, &session, at(1)).unwrap().unwrap();
    let fresh = rotate_session(&mut house.store, &session, &found, at(2), [9; 32]).unwrap().unwrap();
    // Two tabs at the same moment get one new secret between them.
    assert!(rotate_session(&mut house.store, &session, &found, at(2), [8; 32]).unwrap().is_none());
    let last = at(2) + REPLACED_SECRET_STANDS - SignedDuration::from_millis(1);
    let on_its_way = who_asks_in_session(&mut house.store, &session, last).unwrap().unwrap();
    assert!(!on_its_way.rotate, "it has its new secret");
    // Not even what was written late makes it good again, nor a clock that is set back.
    assert!(who_asks_in_session(&mut house.store, &session, at(1)).unwrap().is_none());
    let other = house.session("anna", 3);
    let found = who_asks_in_session(&mut house.store, &other, at(3)).unwrap().unwrap();
    let after = rotate_session(&mut house.store, &other, &found, at(3), [7; 32]).unwrap().unwrap();
    let end = at(3) + REPLACED_SECRET_STANDS;
    assert!(who_asks_in_session(&mut house.store, &other, end).unwrap().is_none());
    assert!(who_asks_in_session(&mut house.store, &other, at(3)).unwrap().is_none(), "it was taken away");
    for session in [&fresh, &after] {
        assert!(who_asks_in_session(&mut house.store, session, at(60)).unwrap().is_some());
    }
}

#[test]
fn who_signs_out_with_a_secret_that_was_just_replaced_is_signed_out() {
    let mut house = House::with_anna();
    let session = house.session("anna", 1);
    let found = who_asks_in_session(&mut house.store, &session, at(1)).unwrap().unwrap();
    let fresh = rotate_session(&mut house.store, &session, &found, at(1), [9; 32]).unwrap().unwrap();
    sign_out(&mut house.store, &session, at(1), WITH).unwrap();
    for session in [&session, &fresh] {
        assert!(who_asks_in_session(&mut house.store, session, at(1)).unwrap().is_none());
    }
}

#[test]
fn a_session_ends_by_itself_and_everywhere_at_once() {
    let mut house = House::with_anna();
    let (idle, busy, other) = (house.session("anna", 1), house.session("anna", 1), house.session("anna", 2));
    for minute in (60..600).step_by(60) {
        assert!(who_asks_in_session(&mut house.store, &busy, at(minute)).unwrap().is_some(), "{minute}");
    }
    assert!(who_asks_in_session(&mut house.store, &idle, at(200)).unwrap().is_none());
    assert!(who_asks_in_session(&mut house.store, &busy, at(12 * 60 + 1)).unwrap().is_none());
    let again = house.session("anna", 700);
    sign_out_everywhere(&mut house.store, "anna", at(701), WITH).unwrap();
    for session in [&again, &other] {
        assert!(who_asks_in_session(&mut house.store, session, at(702)).unwrap().is_none());
    }
    let later = house.session("anna", 703);
    assert!(who_asks_in_session(&mut house.store, &later, at(703)).unwrap().is_some());
    assert!(SessionSecret::read("nonsense").is_none());
}

#[test]
fn a_wrong_password_and_an_unknown_name_are_told_alike() {
    let mut house = House::with_anna();
    let wrong = house.sign_in("anna", "wrong horse battery", HOME, 1).unwrap_err();
    let unknown = house.sign_in("nobody-here", PASSWORD, HOME, 1).unwrap_err();
    let typed_wrong_field = house.sign_in(PASSWORD, "anna", HOME, 1).unwrap_err();
    assert_eq!(wrong, unknown);
    assert_eq!(wrong, typed_wrong_field);
    let lines = house.lines();
    assert!(lines.iter().all(|line| !line.subject.contains("gravel") && !line.by.contains("gravel")));
    assert!(!house.holds(&PASSWORD.into()), "what was typed into the wrong field is nowhere");
}

#[test]
fn guessing_is_slowed_and_does_not_fill_the_ledger() {
    let mut house = House::with_anna();
    let before = house.lines().len();
    for _ in 0..5 {
        assert_eq!(
            trouble(house.sign_in("anna", "wrong horse battery", "198.51.100.7", 1)),
            "access-sign-in-wrong"
        );
    }
    for _ in 0..20 {
        // Even the right password is not looked at.
        assert_eq!(trouble(house.sign_in("anna", PASSWORD, "198.51.100.7", 1)), "access-throttled");
    }
    let outcomes: Vec<_> = house.lines()[before..].iter().filter_map(|line| line.outcome.clone()).collect();
    assert_eq!(outcomes, ["failed", "throttled"], "two lines for twenty-five attempts");
    let SignInTrouble::Throttled { retry_after_seconds, .. } =
        house.sign_in("anna", PASSWORD, "198.51.100.7", 1).unwrap_err()
    else {
        panic!("not throttled")
    };
    assert_eq!(retry_after_seconds, 60);
    assert!(house.sign_in("anna", PASSWORD, "198.51.100.7", 2).is_ok());
}

#[test]
fn strangers_do_not_lock_anybody_out() {
    let mut house = House::with_anna();
    house.session("anna", 1);
    let held_up = (0..101).filter(|machine| {
        let address = format!("198.51.100.{machine}");
        trouble(house.sign_in("anna", "x", &address, 2)) == "access-throttled"
    });
    assert_eq!(held_up.count(), 2, "a hundred an hour, of which her own first one was one");
    assert!(house.sign_in("anna", PASSWORD, HOME, 3).is_ok(), "from where she signed in before");
}

#[test]
fn whoever_is_kept_out_is_out_at_once() {
    let mut house = House::with_anna();
    let anna = house.actor("anna", 1);
    house.welcome(&anna, "emil", OPERATOR, &[Duty::Engineer], 2);
    let session = house.session("emil", 3);
    let ((), line) =
        house.one_line(|house| disable_account(&mut house.store, &errand(&anna, 4), "emil").unwrap());
    assert_eq!((line.by.as_str(), line.action.as_str()), ("anna", "disable-account"));
    assert!(who_asks_in_session(&mut house.store, &session, at(4)).unwrap().is_none());
    assert_eq!(trouble(house.sign_in("emil", PASSWORD, HOME, 5)), "access-sign-in-wrong");
    enable_account(&mut house.store, &errand(&anna, 6), "emil").unwrap();
    assert!(who_asks_in_session(&mut house.store, &session, at(6)).unwrap().is_none());
    assert!(house.sign_in("emil", PASSWORD, HOME, 7).is_ok());
    assert_eq!(
        code(house.no_line(|house| disable_account(&mut house.store, &errand(&anna, 8), "anna"))),
        "access-last-administrator"
    );
}

#[test]
fn an_invitation_is_accepted_once() {
    let mut house = House::with_anna();
    let anna = house.actor("anna", 1);
    let link = house.invited(&anna, "emil", OPERATOR, &[Duty::Engineer], 2).link.to_text();
    assert_eq!(trouble(house.sign_in("emil", PASSWORD, HOME, 3)), "access-sign-in-wrong", "not yet");
    let accept = |house: &mut House, password: &str, minute: i64| {
        accept_invitation(&mut house.store, link.reveal(), password.into(), at(minute), WITH, [5; 16])
    };
    assert_eq!(code(house.no_line(|house| accept(house, "emil emil emil", 4))), "access-password-of-names");
    assert_eq!(code(house.no_line(|house| accept(house, PASSWORD, 8 * 24 * 60))), "access-no-link");
    let (_, line) = house.one_line(|house| accept(house, PASSWORD, 5).unwrap());
    assert_eq!((line.by.as_str(), line.action.as_str()), ("emil", "accept-invitation"));
    assert_eq!(code(house.no_line(|house| accept(house, PASSWORD, 6))), "access-no-link");
    assert_eq!(house.actor("emil", 7).grants.len(), 1);
}

#[test]
fn a_new_password_ends_all_sessions_and_its_link_works_once() {
    let mut house = House::with_anna();
    let anna = house.actor("anna", 1);
    house.welcome(&anna, "emil", OPERATOR, &[Duty::Engineer], 2);
    let session = house.session("emil", 3);
    let (link, _) = house.one_line(|house| {
        let random = house.random();
        make_reset_link(&mut house.store, &errand(&anna, 4), "emil", random).unwrap().to_text()
    });
    let reset = |house: &mut House, minute: i64| {
        let new = "another gravel tiptoe lamp";
        reset_password(&mut house.store, link.reveal(), new.into(), at(minute), WITH, [6; 16])
    };
    assert_eq!(code(house.no_line(|house| reset(house, 4 + 120))), "access-no-link");
    let ((), line) = house.one_line(|house| reset(house, 5).unwrap());
    assert_eq!((line.by.as_str(), line.action.as_str()), ("emil", "reset-password"));
    assert_eq!(code(house.no_line(|house| reset(house, 6))), "access-no-link");
    assert!(who_asks_in_session(&mut house.store, &session, at(6)).unwrap().is_none());
    assert_eq!(trouble(house.sign_in("emil", PASSWORD, HOME, 7)), "access-sign-in-wrong");
    assert!(matches!(house.sign_in("emil", "another gravel tiptoe lamp", HOME, 7), Ok(SignedIn::In(_))));
    let emil = Actor { name: "emil".into(), kind: ActorKind::Person, grants: vec![] };
    assert_eq!(
        code(house.no_line(|house| make_reset_link(&mut house.store, &errand(&emil, 8), "anna", [7; 32]))),
        "access-no-account",
        "who manages nobody learns of nobody"
    );
}

#[test]
fn a_password_is_changed_by_whoever_knows_the_old_one() {
    let mut house = House::with_anna();
    let anna = house.actor("anna", 1);
    let change = |house: &mut House, old: &str, minute: i64| {
        let new = "another gravel tiptoe lamp".into();
        change_password(&mut house.store, &errand(&anna, minute), &old.into(), new, HOME, [8; 16])
    };
    assert_eq!(trouble(house.no_line(|house| change(house, "guess", 2))), "access-sign-in-wrong");
    let ((), line) = house.one_line(|house| change(house, PASSWORD, 3).unwrap());
    assert_eq!(line.action, "change-password");
    let token = Actor { kind: ActorKind::Token, ..anna.clone() };
    let ended =
        change_password(&mut house.store, &errand(&token, 4), &PASSWORD.into(), "x".into(), HOME, [9; 16]);
    assert_eq!(trouble(ended), "access-in-person");
    assert!(house.store.forget_expired(at(100_000)).is_ok());
}
