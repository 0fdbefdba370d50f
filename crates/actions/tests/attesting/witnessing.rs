//! Witnesses: asked with what they saw last, believed only with their own signature on our own checkpoint.

use proofmark_actions::{
    ActionError, COSIGN, ChangeOrder, attestation_jobs, attestations, attestors, change_attestors,
    checkpoint_of_size, cosign_checkpoint, shown_checkpoint, without_witness,
};
use proofmark_facts::{
    Actor, ActorKind, Attestation, Change, Job, Jobs as _, Keeping as _, KeptCosignature, Lane, NewJob,
    Noun as _, RecordKey, RecordKind, RecordWrite, Sha256,
};
use proofmark_trust::witness::{Cosignature, WitnessKey};
use proofmark_trust::{Checkpoint, Note};

use crate::site::Site;
use crate::witness::{Lie, TestWitness};

const NAME: &str = "witness.example/w1";

fn witnessed() -> (Site, TestWitness) {
    let mut site = Site::new();
    let witness = TestWitness::new(site.signer.verifier_key(), site.now);
    site.add_witness(&witness.key());
    site.seal();
    (site, witness)
}

fn cosign(site: &mut Site, witness: &TestWitness) -> Result<Option<u64>, ActionError> {
    let done = cosign_checkpoint(&site.order(), NAME, witness, &mut site.store);
    done.map(|done| done.map(|done| done.size))
}

#[test]
fn a_checkpoint_is_cosigned_shown_and_verified_and_its_own_line_asks_for_no_other() {
    let (mut site, witness) = witnessed();
    assert_eq!(cosign(&mut site, &witness), Ok(Some(1)));
    site.seal();
    assert_eq!(site.store.latest_checkpoint().unwrap().unwrap().0, 2, "the attestation is a line too");
    // Nothing new but the attestation itself: that would never end.
    assert_eq!(cosign(&mut site, &witness), Ok(None));
    let (shown, note) = shown_checkpoint(&site.store).unwrap().unwrap();
    assert_eq!((shown, note.signatures().len()), (1, 2));
    let note = Note::parse(note.to_string().as_bytes()).unwrap();
    let key: WitnessKey = witness.key().parse().unwrap();
    assert_eq!(Cosignature::verify(&note, &note.signatures()[1], &key).unwrap().at(), site.now);
    let own = [site.signer.verifier_key().clone()];
    assert!(Checkpoint::open(&note, "test/ledger", &own).is_ok());
    for _ in 0..3 {
        site.change_something();
    }
    assert_eq!(shown_checkpoint(&site.store).unwrap().unwrap().0, 5, "what is new is shown at once");
    assert_eq!(cosign(&mut site, &witness), Ok(Some(5)));
    assert_eq!(witness.asked.borrow().last().unwrap().0, 1, "with the proof from what it saw last");
    site.seal();
    assert_eq!(shown_checkpoint(&site.store).unwrap().unwrap().0, 5);
    assert_eq!(checkpoint_of_size(&site.store, 1).unwrap().signatures().len(), 2);
    assert_eq!(checkpoint_of_size(&site.store, 4).unwrap().signatures().len(), 1);
    assert!(matches!(checkpoint_of_size(&site.store, 99), Err(ActionError::NotFound(_))));
    let list = attestations(&site.store, 0, 1).unwrap();
    assert_eq!((list.items.len(), list.next, list.attestors[0].behind), (1, Some(1), 0));
    assert_eq!(attestations(&site.store, 1, 9).unwrap().items[0].size, 5);
    let report = site.verified();
    assert!(report.sound, "{:?}", report.faults);
    assert_eq!(report.cosignatures, 2);
}

#[test]
fn a_witness_that_saw_another_size_is_asked_again_from_there() {
    let (mut site, witness) = witnessed();
    cosign(&mut site, &witness).unwrap();
    // The witness is restored from a copy of before: it has seen nothing, we think it has.
    *witness.seen.borrow_mut() = None;
    site.change_something();
    site.change_something();
    witness.asked.borrow_mut().clear();
    assert_eq!(cosign(&mut site, &witness), Ok(Some(4)));
    assert_eq!(*witness.asked.borrow(), [(1, 2), (0, 0)]);
    assert!(site.verified().sound);
}

#[test]
fn whoever_lies_or_refuses_is_not_believed_and_nothing_is_kept() {
    for lie in [
        Lie::WrongKey,
        Lie::OtherSize,
        Lie::OtherRoot,
        Lie::Future,
        Lie::Ahead,
        Lie::Silent,
        Lie::Status(400),
        Lie::Status(403),
        Lie::Status(404),
        Lie::Status(422),
        Lie::Status(429),
        Lie::Status(500),
    ] {
        let (mut site, witness) = witnessed();
        *witness.lie.borrow_mut() = lie;
        let error = cosign(&mut site, &witness).unwrap_err();
        match lie {
            // Somebody must look: trying again changes nothing.
            Lie::Ahead | Lie::Status(422) => {
                assert!(matches!(error, ActionError::Damaged(_)), "{lie:?}: {error}");
            }
            Lie::Status(400 | 403 | 404) => {
                assert!(matches!(error, ActionError::Refused(_)), "{lie:?}: {error}");
            }
            _ => assert!(matches!(error, ActionError::Hindered(_)), "{lie:?}: {error}"),
        }
        assert_eq!(site.store.ledger_size().unwrap(), 1, "{lie:?}");
        assert_eq!(shown_checkpoint(&site.store).unwrap().unwrap().1.signatures().len(), 1, "{lie:?}");
    }
}

#[test]
fn a_log_that_was_rewritten_is_not_cosigned_by_a_witness_that_saw_it_before() {
    let (mut site, witness) = witnessed();
    cosign(&mut site, &witness).unwrap();
    // Another ledger under the same key: what a forger with the key would serve.
    let mut forged = Site::new();
    forged.later(1);
    forged.add_witness(&witness.key());
    forged.change_something();
    let error = cosign(&mut forged, &witness).unwrap_err();
    assert!(matches!(error, ActionError::Damaged(_)), "{error}");
}

#[test]
fn a_kept_cosignature_that_does_not_hold_is_named() {
    let (mut site, witness) = witnessed();
    cosign(&mut site, &witness).unwrap();
    site.change_something();
    // Somebody with the database and the key claims that the witness saw more than it did.
    let old = checkpoint_of_size(&site.store, 1).unwrap().to_string();
    let digest = Sha256::of(old.as_bytes());
    let claimed = KeptCosignature { witness: witness.key(), at: site.now, note: digest.to_string() };
    let claim = Attestation { size: 3, stamps: vec![], cosignatures: vec![claimed] };
    let key = RecordKey { operator: String::new(), kind: RecordKind::Attestation, id: claim.id() };
    let write = RecordWrite { key, expects: None, content: Some(serde_json::to_vec(&claim).unwrap()) };
    let line = format!(
        "{{\"proofmark_line\":2,\"subject\":\"installation/ledger\",\"sequence\":3,\"at\":\"2027-03-14T09:00:00Z\",\
         \"by\":\"x\",\"action\":\"cosign-checkpoint\",\"documents\":[],\"records\":[{}],\"with\":\"x\"}}\n",
        serde_json::to_string(&proofmark_actions::LineRecord::of(&write)).unwrap()
    );
    let write_line = |_| line.clone().into_bytes();
    let mut change = Change::of_documents("installation/ledger", "", vec![], &write_line);
    change.records = vec![write];
    site.store.keep(&change).unwrap();
    let report = site.verified();
    let broken = report.faults.iter().find(|fault| fault.id() == "stamps-cosignature-broken");
    assert!(broken.unwrap().to_string().contains("size 3"), "{:?}", report.faults);
}

#[test]
fn only_who_may_seal_may_change_or_ask_and_nonsense_is_refused() {
    let (mut site, witness) = witnessed();
    let nobody = Actor { name: "eve".to_owned(), kind: ActorKind::Person, grants: vec![] };
    let order = ChangeOrder { by: &nobody, ..site.order() };
    let settings = attestors(&site.store).unwrap();
    let refused = change_attestors(&order, without_witness(&settings, NAME), &mut site.store);
    assert!(matches!(refused, Err(ActionError::Forbidden(_))));
    let refused = cosign_checkpoint(&order, NAME, &witness, &mut site.store);
    assert!(matches!(refused, Err(ActionError::Forbidden(_))));
    let mut wrong = settings.clone();
    wrong.every_minutes = 0;
    wrong.witnesses[0].url = "file:///etc/passwd".to_owned();
    wrong.witnesses.push(wrong.witnesses[0].clone());
    let Err(ActionError::Refused(problems)) = change_attestors(&site.order(), wrong, &mut site.store) else {
        panic!("it was taken");
    };
    assert_eq!(problems.len(), 4, "{problems:?}");
    let unknown = cosign_checkpoint(&site.order(), "nobody.example", &witness, &mut site.store);
    assert!(matches!(unknown, Err(ActionError::NotFound(_))));
    // The same again is no change, and no line.
    let before = site.store.ledger_size().unwrap();
    change_attestors(&site.order(), settings, &mut site.store).unwrap();
    assert_eq!(site.store.ledger_size().unwrap(), before);
}

#[test]
fn a_job_comes_when_there_is_something_new_and_it_is_time_and_not_twice() {
    let (mut site, witness) = witnessed();
    let due = |site: &Site| attestation_jobs(site.now, &site.store).unwrap();
    let jobs = due(&site);
    assert_eq!((jobs.len(), jobs[0].kind.as_str(), jobs[0].lane), (1, COSIGN, Lane::Bulk));
    let add = |site: &mut Site, job: &NewJob| site.store.add_job(job).unwrap();
    add(&mut site, &jobs[0]);
    assert!(due(&site).is_empty(), "one is waiting");
    let until = site.now + std::time::Duration::from_mins(1);
    let lease = |site: &mut Site| -> Job {
        site.store.lease_job("one", &[Lane::Bulk], site.now, until).unwrap().unwrap()
    };
    let job = lease(&mut site);
    site.store.fail_job(&job.id, "one", "refused", None).unwrap();
    assert!(due(&site).is_empty(), "it was given up just now");
    site.later(60);
    assert_eq!(due(&site).len(), 1, "and comes back");
    cosign(&mut site, &witness).unwrap();
    site.seal();
    site.later(600);
    assert!(due(&site).is_empty(), "nothing new but the attestation");
    site.now -= std::time::Duration::from_mins(595);
    site.change_something();
    assert!(due(&site).is_empty(), "not so soon");
    site.later(60);
    assert_eq!(due(&site).len(), 1);
}
