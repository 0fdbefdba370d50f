//! Two who do the same at once, and what moves while somebody signs.

use std::thread;
use std::time::Duration;

use proofmark_access::{Act, ProposalState};
use proofmark_actions::ActionError;
use proofmark_actions::people::{
    ProposeOrder, SecondSignature, decide_proposal, proposals, propose, withdraw_proposal,
};
use proofmark_facts::{
    Actor, Change, DecisionRecord, DecisionStatus, Duty, FindingRow, Keeping as _, LinePlace, Noun as _,
    ReleaseRows,
};
use proofmark_store::Store;

use crate::house::{House, OPERATOR, at, code, errand};

const COMPONENT: &str = "pkg:npm/left-pad@1.0.0";

/// Anna administers, Vera and Otto approve, Emil is an engineer and proposed something.
fn house() -> (House, [Actor; 2], Actor, String) {
    let mut house = House::with_anna();
    let local = Actor::local("root");
    for (name, duty) in [("vera", Duty::Approver), ("otto", Duty::Approver), ("emil", Duty::Engineer)] {
        house.welcome(&local, name, OPERATOR, &[duty], 2);
    }
    house.product("gateway");
    finding(&mut house, false);
    let [vera, otto, emil] = ["vera", "otto", "emil"].map(|name| house.actor(name, 3));
    let id = proposed(&mut house, &emil);
    (house, [vera, otto], emil, id)
}

/// The finding as it is open now, written as no action does.
fn finding(house: &mut House, exploited: bool) {
    let row = FindingRow {
        component: COMPONENT.into(),
        vulnerability: "CVE-2026-1".into(),
        aliases: Vec::new(),
        summary: String::new(),
        score: 75,
        epss: -1,
        exploited,
        status: String::new(),
        unresolved: true,
        fixed_in: "1.3.0".into(),
        opened_at: at(1),
        closed_at: None,
        closed_because: String::new(),
    };
    let last = house.store.lines(0, 10_000).unwrap().pop().unwrap().bytes;
    let write_line = |_: LinePlace| last.clone();
    let mut change = Change::of_documents("installation/test", "", Vec::new(), &write_line);
    change.rows = vec![ReleaseRows {
        operator: OPERATOR.into(),
        product: "gateway".into(),
        release: "1.0.0".into(),
        components: None,
        findings: Some(vec![row]),
    }];
    house.store.keep(&change).unwrap();
}

fn proposed(house: &mut House, by: &Actor) -> String {
    let decision = DecisionRecord {
        product: "gateway".into(),
        vulnerability: "CVE-2026-1".into(),
        component: COMPONENT.into(),
        status: DecisionStatus::NotAffected,
        justification: None,
        because: "never called".into(),
        risk_accepted: false,
        decided_by: by.name.clone(),
        decided_at: at(4),
        approved_by: None,
        expires_on: None,
        via: Vec::new(),
        mitigation: None,
        evidence: Vec::new(),
    };
    let content = serde_json::to_value(&decision).unwrap();
    let act = Act::DecideFinding { product: "gateway".into(), decision: decision.id(), content };
    let random = house.random();
    let order = ProposeOrder { operator: OPERATOR, act, because: "never called", rests_on: &[], random };
    let proposal = propose(&mut house.store, &errand(by, 4), order).unwrap();
    assert!(proposal.rests_on.iter().any(|ground| ground.finding.is_some()), "it is bound to the finding");
    proposal.id
}

/// Somebody else's write that is open: whoever wants to write waits for it, and reads what was there before.
fn open_write(house: &House) -> rusqlite::Connection {
    let other = rusqlite::Connection::open(house.directory.path().join("store.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    other
}

/// Does something in a thread of its own, which has read everything and waits to write once this comes back.
fn waiting<T: Send + 'static>(
    house: &House,
    deed: impl FnOnce(&mut Store) -> T + Send + 'static,
) -> thread::JoinHandle<T> {
    let path = house.directory.path().to_owned();
    let mut store = Store::open(&path).unwrap();
    let doing = thread::spawn(move || deed(&mut store));
    thread::sleep(Duration::from_millis(500));
    doing
}

fn approve(store: &mut Store, by: &Actor, id: &str) -> Result<(), ActionError> {
    decide_proposal(store, &errand(by, 10), OPERATOR, id, SecondSignature::Approve).map(|_| ())
}

#[test]
fn of_two_who_sign_at_once_the_second_is_told_that_it_is_decided() {
    for second in ["approve", "refuse", "withdraw"] {
        let (house, [vera, otto], emil, id) = house();
        let lock = open_write(&house);
        let both: Vec<_> = [vera, otto]
            .into_iter()
            .zip(["approve", second])
            .map(|(by, does)| {
                let (id, emil) = (id.clone(), emil.clone());
                waiting(&house, move |store| match does {
                    "approve" => approve(store, &by, &id),
                    "refuse" => {
                        let refuse = SecondSignature::Refuse("no");
                        decide_proposal(store, &errand(&by, 10), OPERATOR, &id, refuse).map(|_| ())
                    }
                    _ => withdraw_proposal(store, &errand(&emil, 10), OPERATOR, &id),
                })
            })
            .collect();
        let before = house.lines().len();
        lock.execute_batch("COMMIT").unwrap();
        let ended: Vec<_> = both.into_iter().map(|one| one.join().unwrap()).collect();
        let (done, refused): (Vec<_>, Vec<_>) = ended.into_iter().partition(Result::is_ok);
        assert_eq!((done.len(), refused.len()), (1, 1), "{second}: {refused:?}");
        for refused in refused {
            assert!(matches!(refused, Err(ActionError::Moved(_))), "{second}");
            assert_eq!(code(refused), "access-proposal-closed", "{second}");
        }
        assert_eq!(house.lines().len(), before + 1, "{second}: one of them wrote");
    }
}

#[test]
fn a_finding_that_moves_while_somebody_signs_voids_the_signature() {
    let (house, [vera, _], _, id) = house();
    let lock = open_write(&house);
    let approving = {
        let id = id.clone();
        waiting(&house, move |store| approve(store, &vera, &id))
    };
    // Exploited since: written after the signature was checked and before it is kept.
    assert_eq!(lock.execute("UPDATE finding_row SET exploited = 1", []).unwrap(), 1);
    let before = house.lines().len();
    lock.execute_batch("COMMIT").unwrap();
    assert_eq!(code(approving.join().unwrap()), "desk-finding-exploited");
    assert_eq!(house.lines().len(), before, "nothing of it is kept");
    let seen = proposals(&house.store, &errand(&Actor::local("root"), 20), OPERATOR).unwrap();
    assert_eq!(seen[0].state, ProposalState::Open);
}
