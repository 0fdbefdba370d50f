//! No way round the second person: links into the accounts of others, accounts of one's own, others closed out.

use proofmark_access::Act;
use proofmark_actions::ActionError;
use proofmark_actions::people::{
    ProposeOrder, SecondSignature, accept_invitation, ask_to_enrol_one_time_codes, confirm_person,
    decide_proposal, disable_account, do_alone, enable_account, enrol_one_time_codes, look_at_proposal,
    make_reset_link, people, propose, reset_password,
};
use proofmark_facts::{Actor, Duty};
use serde_json::json;

use crate::house::{House, OPERATOR, PASSWORD, WITH, at, code, errand, grant};
use crate::test_box::TestBox;

const TWO_WEEKS: i64 = 14 * 24 * 60;

/// Anna administers and owns products, Vera approves; Boris administers too where he is asked for.
fn with_vera(with_boris: bool) -> (House, Actor, Actor) {
    let mut house = House::with_anna();
    let anna = house.actor("anna", 1);
    if with_boris {
        house.welcome(&anna, "boris", OPERATOR, &[Duty::Administrator], 2);
    }
    let local = Actor::local("root");
    house.welcome(&local, "vera", OPERATOR, &[Duty::Approver], 3);
    let vera = house.actor("vera", 4);
    (house, anna, vera)
}

fn dismissed(house: &mut House, by: &Actor, minute: i64) -> String {
    let content = json!({ "status": "not_affected", "because": "x" });
    let act =
        Act::DecideFinding { product: "gateway".into(), decision: "gateway CVE-2026-1".into(), content };
    proposed(house, by, act, minute)
}

fn proposed(house: &mut House, by: &Actor, act: Act, minute: i64) -> String {
    let random = house.random();
    let order = ProposeOrder { operator: OPERATOR, act, because: "so", rests_on: &[], random };
    propose(&mut house.store, &errand(by, minute), order).unwrap().id
}

fn decide(house: &mut House, by: &Actor, id: &str, minute: i64) -> Result<(), ActionError> {
    let signature = SecondSignature::Approve;
    decide_proposal(&mut house.store, &errand(by, minute), OPERATOR, id, signature).map(|_| ())
}

/// `by` makes a link into the account, and it is used.
fn reset(house: &mut House, by: &Actor, account: &str, minute: i64) {
    let random = house.random();
    let link = make_reset_link(&mut house.store, &errand(by, minute), account, random).unwrap().to_text();
    reset_password(&mut house.store, link.reveal(), PASSWORD.into(), at(minute), WITH, [6; 16]).unwrap();
}

#[test]
fn whoever_resets_an_approver_gets_no_second_signature_of_them() {
    let (mut house, anna, _) = with_vera(true);
    let before = dismissed(&mut house, &anna, 10);
    reset(&mut house, &anna, "vera", 11);
    let after = dismissed(&mut house, &anna, 12);
    let vera = house.actor("vera", 13);
    for id in [&before, &after] {
        assert_eq!(code(house.no_line(|house| decide(house, &vera, id, 14))), "desk-one-hand");
    }
    let seen = look_at_proposal(&house.store, &errand(&vera, 14), OPERATOR, &after).unwrap();
    assert_eq!(seen.refused_by[0].id(), "desk-one-hand", "the page says so before anybody signs");
    let listed = people(&house.store, &errand(&anna, 14), OPERATOR).unwrap();
    let held: Vec<_> = listed.iter().filter(|one| !one.link_holders.is_empty()).collect();
    assert_eq!((held.len(), held[0].link_holders[0].account.as_str()), (1, "anna"));
    // Time alone does not mend it while somebody else could say whose account it is.
    assert_eq!(code(decide(&mut house, &vera, &after, 11 + TWO_WEEKS)), "desk-one-hand");

    for by in [&anna, &vera] {
        let ended =
            house.no_line(|house| confirm_person(&mut house.store, &errand(by, 15), OPERATOR, "vera", &[]));
        assert_eq!(code(ended), "desk-not-yours-to-confirm");
    }
    let boris = house.actor("boris", 16);
    let confirm =
        |house: &mut House| confirm_person(&mut house.store, &errand(&boris, 17), OPERATOR, "vera", &[]);
    let ((), line) = house.one_line(|house| confirm(house).unwrap());
    assert_eq!((line.by.as_str(), line.action.as_str()), ("boris", "confirm-person"));
    assert_eq!(code(house.no_line(confirm)), "desk-nothing-to-confirm");
    decide(&mut house, &vera, &after, 18).unwrap();
}

#[test]
fn nor_does_whoever_resets_an_author_sign_what_the_account_proposes() {
    let (mut house, anna, _) = with_vera(true);
    let local = Actor::local("root");
    house.welcome(&local, "emil", OPERATOR, &[Duty::Engineer], 5);
    let all = [Duty::Administrator, Duty::Approver].map(|duty| grant(OPERATOR, duty));
    let act = Act::ChangeGrants { account: "boris".into(), grants: all.to_vec() };
    do_alone(&mut house.store, &errand(&local, 6), OPERATOR, &act).unwrap();
    let boris = house.actor("boris", 7);
    reset(&mut house, &boris, "emil", 8);
    let emil = house.actor("emil", 9);
    let id = dismissed(&mut house, &emil, 10);
    assert_eq!(code(house.no_line(|house| decide(house, &boris, &id, 11))), "desk-one-hand");
    // Two accounts in one hand are one person as well.
    reset(&mut house, &boris, "vera", 12);
    let vera = house.actor("vera", 13);
    assert_eq!(code(house.no_line(|house| decide(house, &vera, &id, 14))), "desk-one-hand");
    confirm_person(&mut house.store, &errand(&anna, 15), OPERATOR, "emil", &[]).unwrap();
    decide(&mut house, &vera, &id, 16).unwrap();
}

#[test]
fn two_on_their_own_work_on_after_two_weeks_and_a_second_factor_spares_them_that() {
    let (mut house, anna, _) = with_vera(false);
    reset(&mut house, &anna, "vera", 10);
    let id = dismissed(&mut house, &anna, 11 + TWO_WEEKS);
    let vera = house.actor("vera", 12);
    let last = 10 + TWO_WEEKS;
    let early = dismissed(&mut house, &anna, 12);
    assert_eq!(code(house.no_line(|house| decide(house, &vera, &early, last - 1))), "desk-one-hand");
    decide(&mut house, &vera, &id, last).unwrap();

    let locked = |enrol_first: bool| {
        let (mut house, anna, vera) = with_vera(false);
        let reset_at = if enrol_first { 20 } else { 10 };
        if !enrol_first {
            reset(&mut house, &anna, "vera", reset_at);
        }
        let secret =
            ask_to_enrol_one_time_codes(&mut house.store, &errand(&vera, 15), &TestBox(1), [7; 20]).unwrap();

        let shown = secret.code_at(at(15));
        let random = [9; proofmark_access::RECOVERY_CODES * 10];
        enrol_one_time_codes(&mut house.store, &errand(&vera, 15), &TestBox(1), &shown, &random).unwrap();
        if enrol_first {
            reset(&mut house, &anna, "vera", reset_at);
        }
        let id = dismissed(&mut house, &anna, 21);
        decide(&mut house, &vera, &id, 22)
    };
    locked(true).unwrap();
    assert_eq!(code(locked(false)), "desk-one-hand", "set up behind the link, it proves nothing");
}

#[test]
fn a_factor_planted_behind_a_link_that_was_settled_guards_no_later_link() {
    let (mut house, anna, vera) = with_vera(true);
    reset(&mut house, &anna, "vera", 10);
    let secret =
        ask_to_enrol_one_time_codes(&mut house.store, &errand(&vera, 11), &TestBox(1), [7; 20]).unwrap();
    let random = [9; proofmark_access::RECOVERY_CODES * 10];
    let code_of_11 = secret.code_at(at(11));
    enrol_one_time_codes(&mut house.store, &errand(&vera, 11), &TestBox(1), &code_of_11, &random).unwrap();
    let boris = house.actor("boris", 12);
    confirm_person(&mut house.store, &errand(&boris, 13), OPERATOR, "vera", &[]).unwrap();
    reset(&mut house, &anna, "vera", 14);
    let id = dismissed(&mut house, &anna, 15);
    assert_eq!(code(house.no_line(|house| decide(house, &vera, &id, 17))), "desk-one-hand");
}

#[test]
fn whoever_never_accepted_an_invitation_was_nobody_else_and_is_not_let_in_by_being_opened_again() {
    let mut house = House::with_anna();
    let anna = house.actor("anna", 1);
    let invited = house.invited(&anna, "otto", OPERATOR, &[Duty::Approver], 2);
    disable_account(&mut house.store, &errand(&anna, 3), "otto").unwrap();
    let again = house.no_line(|house| disable_account(&mut house.store, &errand(&anna, 4), "otto"));
    assert_eq!(code(again), "access-not-active");
    // Nobody could have signed, so Anna is as alone as she was.
    assert!(house.invited(&anna, "ida", OPERATOR, &[Duty::Approver], 5).proposal.is_none());
    enable_account(&mut house.store, &errand(&anna, 6), "otto").unwrap();
    accept_invitation(
        &mut house.store,
        invited.link.to_text().reveal(),
        PASSWORD.into(),
        at(7),
        WITH,
        [5; 16],
    )
    .unwrap();
}

#[test]
fn an_invitation_counts_unless_its_maker_was_alone() {
    let (mut house, anna, vera) = with_vera(false);
    let invited = house.invited(&anna, "otto", OPERATOR, &[Duty::Approver], 10);
    decide(&mut house, &vera, &invited.proposal.unwrap(), 11).unwrap();
    let link = invited.link.to_text();
    accept_invitation(&mut house.store, link.reveal(), PASSWORD.into(), at(12), WITH, [5; 16]).unwrap();
    let otto = house.actor("otto", 13);
    let id = dismissed(&mut house, &anna, 14);
    assert_eq!(code(house.no_line(|house| decide(house, &otto, &id, 15))), "desk-one-hand");
    confirm_person(&mut house.store, &errand(&vera, 16), OPERATOR, "otto", &[]).unwrap();
    decide(&mut house, &otto, &id, 17).unwrap();

    let mut house = House::with_anna();
    let anna = house.actor("anna", 1);
    house.welcome(&anna, "first", OPERATOR, &[Duty::Approver], 2);
    let first = house.actor("first", 3);
    let id = dismissed(&mut house, &anna, 4);
    decide(&mut house, &first, &id, 5).unwrap();
}

#[test]
fn nobody_becomes_alone_by_closing_the_others_out_or_calling_them_themselves() {
    let change =
        Act::ChangeGrants { account: "anna".into(), grants: vec![grant(OPERATOR, Duty::Administrator)] };
    let alone = |house: &mut House, by: &Actor, minute: i64| {
        do_alone(&mut house.store, &errand(by, minute), OPERATOR, &change)
    };
    let (mut house, anna, _) = with_vera(false);
    disable_account(&mut house.store, &errand(&anna, 10), "vera").unwrap();
    assert_eq!(code(house.no_line(|house| alone(house, &anna, 11))), "access-needs-second");
    assert_eq!(code(alone(&mut house, &anna, 9 + TWO_WEEKS)), "access-needs-second");
    assert!(house.invited(&anna, "own", OPERATOR, &[Duty::Approver], 12).proposal.is_some());
    // Who is really alone works on.
    alone(&mut house, &anna, 10 + TWO_WEEKS).unwrap();

    let (mut house, anna, _) = with_vera(false);
    house.same_person("vera", "anna", 10);
    assert_eq!(code(house.no_line(|house| alone(house, &anna, 11))), "access-needs-second");
    alone(&mut house, &anna, 10 + TWO_WEEKS).unwrap();
    let (mut house, anna, _) = with_vera(false);
    house.same_person("anna", "vera", 10);
    assert_eq!(code(house.no_line(|house| alone(house, &anna, 11))), "access-needs-second");

    // Opened again it counts as it did.
    let (mut house, anna, _) = with_vera(false);
    disable_account(&mut house.store, &errand(&anna, 10), "vera").unwrap();
    enable_account(&mut house.store, &errand(&anna, 11), "vera").unwrap();
    assert_eq!(code(alone(&mut house, &anna, 20 + TWO_WEEKS)), "access-needs-second");
}

#[test]
fn a_second_factor_is_forgotten_by_two_wherever_its_owner_belongs() {
    let (mut house, anna, vera) = with_vera(false);
    let local = Actor::local("root");
    proofmark_actions::people::add_operator(&mut house.store, &errand(&local, 5), "Other", "anna").unwrap();
    let act = Act::ChangeGrants { account: "vera".into(), grants: vec![grant("other", Duty::Auditor)] };
    do_alone(&mut house.store, &errand(&local, 6), "other", &act).unwrap();
    let secret =
        ask_to_enrol_one_time_codes(&mut house.store, &errand(&vera, 15), &TestBox(1), [7; 20]).unwrap();
    let random = [9; proofmark_access::RECOVERY_CODES * 10];
    enrol_one_time_codes(&mut house.store, &errand(&vera, 15), &TestBox(1), &secret.code_at(at(15)), &random)
        .unwrap();
    let anna = house.actor(&anna.name, 16);
    // At the other operator nobody else could sign; at her own Vera could.
    let forget = Act::ForgetSecondFactor { account: "vera".into() };
    let ended = house.no_line(|house| do_alone(&mut house.store, &errand(&anna, 17), "other", &forget));
    assert_eq!(code(ended), "access-needs-second");
}

#[test]
fn what_is_said_at_one_operator_is_worth_nothing_at_another() {
    let (mut house, _, _) = with_vera(false);
    let local = Actor::local("root");
    // Vera answers for an operator of her own as well, alone; there she lets in an account, and both confirm one another.
    proofmark_actions::people::add_operator(&mut house.store, &errand(&local, 5), "Own", "vera").unwrap();
    let vera = house.actor("vera", 6);
    house.welcome(&vera, "second", "own", &[Duty::Administrator], 7);
    house.welcome(&local, "emil", OPERATOR, &[Duty::Engineer], 8);
    let grants = vec![grant(OPERATOR, Duty::Approver)];
    let act = Act::ChangeGrants { account: "second".into(), grants };
    do_alone(&mut house.store, &errand(&local, 9), OPERATOR, &act).unwrap();
    let grants = vec![grant("own", Duty::Auditor)];
    let act = Act::ChangeGrants { account: "anna".into(), grants };
    do_alone(&mut house.store, &errand(&local, 9), "own", &act).unwrap();
    let second = house.actor("second", 10);
    let duties = vec![grant(OPERATOR, Duty::Approver), grant(OPERATOR, Duty::Engineer)];
    let act = Act::ChangeGrants { account: "vera".into(), grants: duties };
    do_alone(&mut house.store, &errand(&local, 11), OPERATOR, &act).unwrap();
    let vera = house.actor("vera", 12);
    let id = dismissed(&mut house, &vera, 13);
    assert_eq!(code(house.no_line(|house| decide(house, &second, &id, 14))), "desk-one-hand");
    let confirmed = confirm_person(&mut house.store, &errand(&vera, 15), "own", "second", &[]);
    assert_eq!(code(confirmed), "desk-nothing-to-confirm", "there she was alone");
    let anna = house.actor("anna", 16);
    confirm_person(&mut house.store, &errand(&anna, 17), OPERATOR, "second", &[]).unwrap();
    decide(&mut house, &second, &id, 18).unwrap();
}
