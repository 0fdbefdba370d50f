//! That two accounts are one person's: said by two, taken back by two.

use proofmark_access::Act;
use proofmark_actions::ActionError;
use proofmark_actions::people::{
    ProposeOrder, SecondSignature, Settled, decide_proposal, do_or_propose, people, propose, same_person_with,
};
use proofmark_facts::{Actor, Duty};

use crate::house::{House, OPERATOR, code, errand};

const TWO_WEEKS: i64 = 14 * 24 * 60;

/// Anna and Boris administer, Vera approves, Emil is an engineer.
fn house() -> (House, Actor, Actor, Actor) {
    let mut house = House::with_anna();
    let local = Actor::local("root");
    house.welcome(&local, "boris", OPERATOR, &[Duty::Administrator], 2);
    house.welcome(&local, "vera", OPERATOR, &[Duty::Approver], 3);
    house.welcome(&local, "emil", OPERATOR, &[Duty::Engineer], 4);
    let [anna, boris, vera] = ["anna", "boris", "vera"].map(|name| house.actor(name, 5));
    (house, anna, boris, vera)
}

fn flag(account: &str, other: &str) -> Act {
    Act::FlagSamePerson { account: account.into(), other: other.into() }
}

fn part(house: &House, account: &str) -> Act {
    let others = same_person_with(&house.store, account).unwrap();
    Act::PartSamePerson { account: account.into(), others }
}

fn order(house: &House, act: Act) -> ProposeOrder<'static> {
    ProposeOrder { operator: OPERATOR, act, because: "so", rests_on: &[], random: house.random() }
}

/// What somebody asks for waits for a second person.
fn proposed(house: &mut House, by: &Actor, act: Act, minute: i64) -> String {
    let order = order(house, act);
    match do_or_propose(&mut house.store, &errand(by, minute), order).unwrap() {
        Settled::Proposed { proposal } => proposal,
        Settled::Done => panic!("it was done by one person alone"),
    }
}

fn sign(house: &mut House, by: &Actor, id: &str, minute: i64) -> Result<(), ActionError> {
    let signature = SecondSignature::Approve;
    decide_proposal(&mut house.store, &errand(by, minute), OPERATOR, id, signature).map(|_| ())
}

fn same(house: &House, name: &str) -> Option<String> {
    let all = people(&house.store, &errand(&Actor::local("root"), 90), OPERATOR).unwrap();
    all.into_iter().find(|one| one.account == name).unwrap().same_person_as
}

#[test]
fn two_say_it_and_two_take_it_back_each_with_one_line() {
    let (mut house, anna, boris, vera) = house();
    let id = proposed(&mut house, &anna, flag("vera", "emil"), 10);
    assert_eq!(same(&house, "vera"), None, "nothing is said yet");
    assert_eq!(code(house.no_line(|house| sign(house, &anna, &id, 11))), "access-proposal-own");
    assert_eq!(code(house.no_line(|house| sign(house, &vera, &id, 11))), "access-proposal-concerned");
    let ((), line) = house.one_line(|house| sign(house, &boris, &id, 12).unwrap());
    assert_eq!((line.action.as_str(), line.outcome.as_deref()), ("approve", Some("flag-same-person")));
    assert_eq!(same(&house, "vera").as_deref(), Some("emil"));

    let back = part(&house, "vera");
    let id = proposed(&mut house, &boris, back, 20);
    assert_eq!(code(house.no_line(|house| sign(house, &vera, &id, 21))), "access-proposal-concerned");
    let ((), line) = house.one_line(|house| sign(house, &anna, &id, 22).unwrap());
    assert_eq!(line.outcome.as_deref(), Some("part-same-person"));
    assert_eq!(same(&house, "vera"), None);
    assert_eq!(same_person_with(&house.store, "emil").unwrap(), Vec::<String>::new());
    let again = order(&house, Act::PartSamePerson { account: "vera".into(), others: vec!["emil".into()] });
    assert_eq!(
        code(house.no_line(|house| propose(&mut house.store, &errand(&boris, 23), again))),
        "ends-not-same-person"
    );
}

#[test]
fn nobody_frees_a_second_account_of_their_own() {
    let (mut house, anna, _, _) = house();
    house.same_person("vera", "anna", 10);
    let back = part(&house, "vera");
    let id = proposed(&mut house, &anna, back, 11);
    let vera = house.actor("vera", 12);
    assert_eq!(code(house.no_line(|house| sign(house, &vera, &id, 12))), "access-proposal-own");

    // Not either once nobody else could sign: the two would become two persons by one hand.
    let mut house = House::with_anna();
    let anna = house.actor("anna", 1);
    house.welcome(&Actor::local("root"), "vera", OPERATOR, &[Duty::Approver], 3);
    house.same_person("vera", "anna", 10);
    let back = part(&house, "vera");
    proposed(&mut house, &anna, back, 20 + TWO_WEEKS);
    assert_eq!(same(&house, "vera").as_deref(), Some("anna"));
}

#[test]
fn whoever_the_others_were_known_by_leaves_them_one_among_themselves() {
    let (mut house, ..) = house();
    house.same_person("emil", "vera", 10);
    house.same_person("boris", "vera", 11);
    let back = part(&house, "vera");
    let order = order(&house, back);
    let local = Actor::local("root");
    assert_eq!(
        do_or_propose(&mut house.store, &errand(&local, 12), order).unwrap(),
        Settled::Done,
        "whoever works on the machine is outside all of it"
    );
    assert_eq!(same_person_with(&house.store, "vera").unwrap(), Vec::<String>::new());
    assert_eq!(same_person_with(&house.store, "emil").unwrap(), ["boris"]);
    assert_eq!((same(&house, "boris"), same(&house, "emil")), (None, Some("boris".to_owned())));
}

#[test]
fn what_was_seen_when_it_was_proposed_must_still_be_so() {
    let (mut house, anna, boris, _) = house();
    house.same_person("vera", "emil", 10);
    let back = part(&house, "vera");
    let id = proposed(&mut house, &anna, back, 11);
    house.welcome(&Actor::local("root"), "otto", OPERATOR, &[Duty::Engineer], 12);
    house.same_person("otto", "emil", 12);
    assert_eq!(code(house.no_line(|house| sign(house, &boris, &id, 13))), "ends-same-person-moved");
}

#[test]
fn of_another_operators_people_nobody_says_anything() {
    let (mut house, anna, _, _) = house();
    let local = Actor::local("root");
    house.welcome(&local, "olga", "", &[], 6);
    proofmark_actions::people::add_operator(&mut house.store, &errand(&local, 7), "Other AG", "olga")
        .unwrap();
    let own = Actor {
        grants: anna.grants.iter().filter(|grant| !grant.operator.is_empty()).cloned().collect(),
        ..anna
    };
    let asked = order(&house, flag("emil", "olga"));
    assert_eq!(
        code(house.no_line(|house| propose(&mut house.store, &errand(&own, 8), asked))),
        "access-no-account"
    );
}
