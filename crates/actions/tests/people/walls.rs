//! Between operators there are walls.

use proofmark_access::Act;
use proofmark_actions::people::{
    InviteOrder, SecondSignature, add_operator, decide_proposal, do_alone, invite, operators, people,
    proposals, revoke_token, tokens, workloads,
};
use proofmark_facts::{Actor, Duty};

use crate::house::{House, OPERATOR, code, errand, grant};

#[test]
fn an_administrator_of_one_operator_is_nobody_at_another() {
    let mut house = House::with_anna();
    let anna = house.actor("anna", 1);
    house.welcome(&anna, "olga", "", &[], 2);
    let (operator, line) = house
        .one_line(|house| add_operator(&mut house.store, &errand(&anna, 3), "Other AG", "olga").unwrap());
    assert_eq!((operator.id.as_str(), line.action.as_str()), ("other-ag", "add-operator"));
    let twice = house.no_line(|house| add_operator(&mut house.store, &errand(&anna, 3), "Other  AG", "olga"));
    assert_eq!(code(twice), "access-operator-taken");

    let olga = house.actor("olga", 4);
    let own = operators(&house.store, &errand(&olga, 5)).unwrap();
    assert_eq!(own.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["other-ag"]);
    assert_eq!(code(people(&house.store, &errand(&olga, 5), OPERATOR)), "access-may-not");
    assert_eq!(code(tokens(&house.store, &errand(&olga, 5), OPERATOR)), "access-may-not");
    assert_eq!(code(workloads(&house.store, &errand(&olga, 5), OPERATOR)), "access-may-not");
    assert!(proposals(&house.store, &errand(&olga, 5), OPERATOR).unwrap().is_empty());
    assert_eq!(code(revoke_token(&mut house.store, &errand(&olga, 5), OPERATOR, "0707")), "access-may-not");
    let act = Act::ChangeGrants { account: "olga".into(), grants: vec![grant(OPERATOR, Duty::Auditor)] };
    assert_eq!(code(do_alone(&mut house.store, &errand(&olga, 5), OPERATOR, &act)), "access-may-not");
    // Nor may she give duties elsewhere from home.
    assert_eq!(
        code(do_alone(&mut house.store, &errand(&olga, 5), "other-ag", &act)),
        "access-grants-malformed"
    );
    let approve = SecondSignature::Approve;
    let ended = decide_proposal(&mut house.store, &errand(&olga, 5), OPERATOR, "none", approve);
    assert_eq!(code(ended), "access-no-proposal");
    // The installation's administrator manages operators, and sees no operator's affairs without a duty there.
    assert_eq!(operators(&house.store, &errand(&anna, 6)).unwrap().len(), 2);
    assert_eq!(code(people(&house.store, &errand(&anna, 6), "other-ag")), "access-may-not");
}

#[test]
fn an_auditor_sees_people_and_changes_none() {
    let mut house = House::with_anna();
    let anna = house.actor("anna", 1);
    house.welcome(&anna, "rosa", OPERATOR, &[Duty::Auditor], 2);
    let rosa = house.actor("rosa", 3);
    assert_eq!(people(&house.store, &errand(&rosa, 4), OPERATOR).unwrap().len(), 2);
    let order = InviteOrder {
        operator: OPERATOR,
        account: "otto",
        display_name: "Otto",
        email: None,
        grants: vec![],
        link: [1; 32],
        proposal: [1; 16],
    };
    let ended = house.no_line(|house| invite(&mut house.store, &errand(&rosa, 4), &order));
    assert_eq!(code(ended), "access-may-not");
    assert_eq!(code(add_operator(&mut house.store, &errand(&rosa, 4), "X", "rosa")), "access-may-not");
}

#[test]
fn whoever_works_on_the_machine_itself_may_all() {
    let mut house = House::with_anna();
    let local = Actor::local("operator");
    let act = Act::ChangeGrants { account: "anna".into(), grants: vec![grant(OPERATOR, Duty::Auditor)] };
    let ended = do_alone(&mut house.store, &errand(&local, 1), OPERATOR, &act);
    assert_eq!(code(ended), "access-last-administrator", "but not lock everybody out");
    let (_, line) = house
        .one_line(|house| add_operator(&mut house.store, &errand(&local, 2), "Other AG", "anna").unwrap());
    assert_eq!(line.by, "operator");
}

#[test]
fn nobody_takes_in_another_operators_people() {
    let mut house = House::with_anna();
    let anna = house.actor("anna", 1);
    house.welcome(&anna, "olga", "", &[], 2);
    add_operator(&mut house.store, &errand(&anna, 3), "Other AG", "olga").unwrap();
    house.welcome(&anna, "emil", OPERATOR, &[Duty::Engineer], 4);
    let olga = house.actor("olga", 5);
    let alone = |house: &mut House, by: &Actor, act: Act| {
        do_alone(&mut house.store, &errand(by, 6), "other-ag", &act)
    };
    let takes = |account: &str| Act::ChangeGrants {
        account: account.into(),
        grants: vec![grant("other-ag", Duty::Auditor)],
    };
    // Whether there is such an account is not said either.
    for name in ["emil", "nobody"] {
        assert_eq!(code(house.no_line(|house| alone(house, &olga, takes(name)))), "access-no-account");
        let forgets = Act::ForgetSecondFactor { account: name.into() };
        assert_eq!(code(house.no_line(|house| alone(house, &olga, forgets))), "access-no-account");
    }
    assert_eq!(house.actor("emil", 7).grants, vec![grant(OPERATOR, Duty::Engineer)]);
}
