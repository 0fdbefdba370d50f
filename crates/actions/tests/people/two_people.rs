//! What one must not do alone.

use proofmark_access::{Act, ProposalState};
use proofmark_actions::ActionError;
use proofmark_actions::people::{
    ProposeOrder, SecondSignature, TokenOrder, decide_proposal, do_alone, make_token, people, proposals,
    propose, who_asks_in_session, who_asks_with_token, withdraw_proposal,
};
use proofmark_facts::{Actor, Duty, Keeping as _, RecordKey, RecordKind};
use serde_json::json;

use crate::house::{House, OPERATOR, WITH, at, code, errand, grant};

/// Anna administers, Vera approves, Emil is an engineer.
fn house() -> (House, Actor, Actor, Actor) {
    let mut house = House::with_anna();
    let anna = house.actor("anna", 1);
    house.welcome(&anna, "emil", OPERATOR, &[Duty::Engineer], 2);
    house.welcome(&anna, "vera", OPERATOR, &[Duty::Approver], 3);
    let (vera, emil) = (house.actor("vera", 4), house.actor("emil", 4));
    (house, anna, vera, emil)
}

fn dismiss(text: &str) -> Act {
    let content = json!({ "status": "not_affected", "because": text });
    Act::DecideFinding { product: "gateway".into(), decision: "gateway CVE-2026-1".into(), content }
}

fn decision() -> RecordKey {
    RecordKey { operator: OPERATOR.into(), kind: RecordKind::Decision, id: "gateway CVE-2026-1".into() }
}

fn proposed(house: &mut House, by: &Actor, act: Act, rests_on: &[RecordKey], minute: i64) -> String {
    let random = house.random();
    let order =
        ProposeOrder { operator: OPERATOR, act, because: "the code is never called", rests_on, random };
    let (proposal, line) =
        house.one_line(|house| propose(&mut house.store, &errand(by, minute), order).unwrap());
    assert_eq!(line.action, "propose");
    proposal.id
}

fn decide(house: &mut House, by: &Actor, id: &str, minute: i64) -> Result<(), ActionError> {
    let signature = SecondSignature::Approve;
    decide_proposal(&mut house.store, &errand(by, minute), OPERATOR, id, signature).map(|_| ())
}

#[test]
fn a_dismissal_is_done_when_a_second_person_approves_in_one_change() {
    let (mut house, _, vera, emil) = house();
    let id = proposed(&mut house, &emil, dismiss("x"), &[], 10);
    assert_eq!(house.store.record(&decision()).unwrap(), None, "nothing is done yet");
    let ((), line) = house.one_line(|house| decide(house, &vera, &id, 11).unwrap());
    assert_eq!(
        (line.by.as_str(), line.action.as_str(), line.outcome.as_deref()),
        ("vera", "approve", Some("decide-finding"))
    );
    let kinds: Vec<&str> = line.records.iter().map(|record| record.kind.as_str()).collect();
    assert_eq!(kinds, ["decision", "proposal"], "approval and act are one");
    assert!(house.store.record(&decision()).unwrap().is_some());
    assert_eq!(code(house.no_line(|house| decide(house, &vera, &id, 12))), "access-proposal-closed");
    let seen = proposals(&house.store, &errand(&emil, 12), OPERATOR).unwrap();
    assert!(matches!(&seen[0].state, ProposalState::Done { by, .. } if by == "vera"));
}

#[test]
fn nobody_approves_their_own_proposal_in_whatever_coat() {
    let (mut house, anna, vera, _) = house();
    // Anna becomes an approver too: by proposal, since Vera could sign.
    let both: Vec<_> = [Duty::Administrator, Duty::ProductOwner, Duty::Engineer, Duty::Approver]
        .into_iter()
        .map(|duty| grant(OPERATOR, duty))
        .collect();
    let change = Act::ChangeGrants { account: "anna".into(), grants: both };
    assert_eq!(
        code(house.no_line(|house| do_alone(&mut house.store, &errand(&anna, 9), OPERATOR, &change))),
        "access-needs-second"
    );
    let id = proposed(&mut house, &anna, change, &[], 10);
    assert_eq!(code(house.no_line(|house| decide(house, &anna, &id, 11))), "access-proposal-own");
    decide(&mut house, &vera, &id, 12).unwrap();
    let anna = house.actor("anna", 13);
    let id = proposed(&mut house, &anna, dismiss("x"), &[], 14);
    assert_eq!(code(house.no_line(|house| decide(house, &anna, &id, 15))), "access-proposal-own");

    // Not with a token of hers.
    let grants = vec![grant(OPERATOR, Duty::Approver)];
    let random = house.random();
    let order =
        TokenOrder { operator: OPERATOR, owner: "anna", name: "x", grants, expires_at: at(500), random };
    let token = make_token(&mut house.store, &errand(&anna, 16), &order).unwrap();
    let by_token = who_asks_with_token(&mut house.store, &token.text, at(17), WITH).unwrap();
    assert_eq!(code(house.no_line(|house| decide(house, &by_token, &id, 17))), "access-in-person");

    // Not with a second account that is known to be hers.
    house.same_person("vera", "anna", 18);
    assert_eq!(code(house.no_line(|house| decide(house, &vera, &id, 19))), "access-proposal-own");

    // And a proposal made with a token is its owner's.
    let grants = vec![grant(OPERATOR, Duty::Engineer)];
    let random = house.random();
    let order =
        TokenOrder { operator: OPERATOR, owner: "anna", name: "y", grants, expires_at: at(500), random };
    let token = make_token(&mut house.store, &errand(&anna, 20), &order).unwrap();
    let by_token = who_asks_with_token(&mut house.store, &token.text, at(21), WITH).unwrap();
    let id = proposed(&mut house, &by_token, dismiss("z"), &[], 22);
    assert_eq!(code(house.no_line(|house| decide(house, &anna, &id, 23))), "access-proposal-own");
}

#[test]
fn three_accounts_of_one_person_are_one_in_whatever_order_they_are_flagged() {
    let (mut house, _, vera, emil) = house();
    let id = proposed(&mut house, &emil, dismiss("x"), &[], 10);
    // Emil is vera, and then vera is anna: emil is still vera.
    house.same_person("emil", "vera", 11);
    house.same_person("vera", "anna", 12);
    assert_eq!(code(house.no_line(|house| decide(house, &vera, &id, 13))), "access-proposal-own");
    let flag = Act::FlagSamePerson { account: "emil".into(), other: "anna".into() };
    let again = do_alone(&mut house.store, &errand(&Actor::local("root"), 14), OPERATOR, &flag);
    assert_eq!(code(again), "access-same-person-already");
}

#[test]
fn nobody_signs_under_their_own_duties_even_when_others_propose_it() {
    let (mut house, anna, vera, _) = house();
    let more = vec![grant(OPERATOR, Duty::Approver), grant(OPERATOR, Duty::Auditor)];
    let id = proposed(&mut house, &anna, Act::ChangeGrants { account: "vera".into(), grants: more }, &[], 10);
    assert_eq!(code(house.no_line(|house| decide(house, &vera, &id, 11))), "access-proposal-concerned");
}

#[test]
fn an_approval_holds_for_one_revision() {
    let (mut house, _, vera, emil) = house();
    let first = proposed(&mut house, &emil, dismiss("first"), &[], 10);
    let second = proposed(&mut house, &emil, dismiss("second"), &[], 10);
    decide(&mut house, &vera, &first, 11).unwrap();
    assert_eq!(code(house.no_line(|house| decide(house, &vera, &second, 12))), "desk-proposal-lapsed");

    // A further record it rests on: here Emil's membership, in a release's place.
    let further = RecordKey { operator: OPERATOR.into(), kind: RecordKind::Membership, id: "emil".into() };
    let third = proposed(&mut house, &emil, dismiss("third"), std::slice::from_ref(&further), 13);
    let ((), line) = house.one_line(|house| decide(house, &vera, &third, 14).unwrap());
    let named = line.records.iter().find(|record| record.kind == "membership").unwrap();
    assert!(named.before.is_some() && named.before == named.after, "named as it was, unchanged");
    let fourth = proposed(&mut house, &emil, dismiss("fourth"), std::slice::from_ref(&further), 15);
    let act =
        Act::ChangeGrants { account: "emil".into(), grants: vec![grant(OPERATOR, Duty::SecurityResponse)] };
    do_alone(&mut house.store, &errand(&Actor::local("operator"), 16), OPERATOR, &act).unwrap();
    assert_eq!(code(house.no_line(|house| decide(house, &vera, &fourth, 17))), "access-proposal-moved");
}

#[test]
fn a_proposal_expires_is_refused_or_withdrawn() {
    let (mut house, anna, vera, emil) = house();
    let id = proposed(&mut house, &emil, dismiss("x"), &[], 10);
    assert_eq!(
        code(house.no_line(|house| decide(house, &vera, &id, 10 + 14 * 24 * 60))),
        "access-proposal-expired"
    );
    assert_eq!(
        code(withdraw_proposal(&mut house.store, &errand(&anna, 11), OPERATOR, &id)),
        "access-proposal-not-own"
    );
    let ((), line) = house
        .one_line(|house| withdraw_proposal(&mut house.store, &errand(&emil, 12), OPERATOR, &id).unwrap());
    assert_eq!(line.action, "withdraw");
    assert_eq!(code(house.no_line(|house| decide(house, &vera, &id, 13))), "access-proposal-closed");

    let id = proposed(&mut house, &emil, dismiss("y"), &[], 14);
    let refuse = |house: &mut House, because: &'static str| {
        let signature = SecondSignature::Refuse(because);
        decide_proposal(&mut house.store, &errand(&vera, 15), OPERATOR, &id, signature)
    };
    assert_eq!(code(house.no_line(|house| refuse(house, " "))), "access-because-missing");
    let (_, line) = house.one_line(|house| refuse(house, "it is called at start").unwrap());
    assert_eq!(line.action, "refuse");
    assert_eq!(house.store.record(&decision()).unwrap(), None);
}

#[test]
fn who_may_not_propose_or_approve_does_not() {
    let (mut house, anna, vera, emil) = house();
    let order = |act| ProposeOrder { operator: OPERATOR, act, because: "x", rests_on: &[], random: [1; 16] };
    let change = Act::ChangeGrants { account: "emil".into(), grants: vec![] };
    for (by, act) in [(&vera, dismiss("x")), (&emil, change.clone())] {
        let ended = house.no_line(|house| propose(&mut house.store, &errand(by, 10), order(act)));
        assert_eq!(code(ended), "access-may-not");
    }
    let id = proposed(&mut house, &emil, dismiss("x"), &[], 11);
    assert_eq!(code(house.no_line(|house| decide(house, &anna, &id, 12))), "access-may-not");
    assert_eq!(code(house.no_line(|house| decide(house, &emil, &id, 12))), "access-may-not");
    assert_eq!(
        code(house.no_line(|house| do_alone(&mut house.store, &errand(&emil, 12), OPERATOR, &dismiss("x")))),
        "access-needs-second"
    );
}

#[test]
fn an_invitation_gives_no_duties_where_a_second_person_could_sign() {
    let (mut house, anna, vera, _) = house();
    let proposal = house.welcome(&anna, "otto", OPERATOR, &[Duty::Approver], 10).unwrap();
    let session = house.session("otto", 11);
    let found = who_asks_in_session(&mut house.store, &session, at(11)).unwrap().unwrap();
    assert_eq!(found.actor.grants, []);
    assert_eq!(code(house.no_line(|house| decide(house, &anna, &proposal, 12))), "access-proposal-own");
    decide(&mut house, &vera, &proposal, 13).unwrap();
    let found = who_asks_in_session(&mut house.store, &session, at(14)).unwrap().unwrap();
    assert_eq!(found.actor.grants, [grant(OPERATOR, Duty::Approver)]);
    assert!(found.rotate, "more rights ask for another secret");
    let seen = people(&house.store, &errand(&anna, 15), OPERATOR).unwrap();
    assert_eq!(
        seen.iter().map(|one| one.account.as_str()).collect::<Vec<_>>(),
        ["anna", "emil", "otto", "vera"]
    );
}
