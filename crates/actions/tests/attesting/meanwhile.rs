//! What happens in the ledger while somebody who attests is waited for: no store is held, so anything may.

use proofmark_actions::{
    CosignErrand, attestors, begin_cosigning, begin_stamp, change_attestors, checkpoint_of_size,
    cosign_checkpoint, end_cosigning, end_stamp, time_stamp, without_witness,
};
use proofmark_facts::Keeping as _;
use proofmark_trust::witness::WitnessAnswer;

use crate::authority::Authority;
use crate::site::Site;
use crate::witness::TestWitness;

const NAME: &str = "witness.example/w1";

fn witnessed() -> (Site, TestWitness) {
    let mut site = Site::new();
    let witness = TestWitness::new(site.signer.verifier_key(), site.now);
    site.add_witness(&witness.key());
    site.seal();
    (site, witness)
}

fn begun(site: &Site) -> CosignErrand {
    begin_cosigning(&site.order(), NAME, &site.store).unwrap().unwrap()
}

fn ended(site: &mut Site, errand: &CosignErrand, answer: &WitnessAnswer) -> Option<u64> {
    let done = end_cosigning(&site.order(), errand, answer, &mut site.store).unwrap();
    done.map(|done| done.size)
}

#[test]
fn a_cosignature_is_kept_for_the_checkpoint_it_was_asked_for() {
    let (mut site, witness) = witnessed();
    let errand = begun(&site);
    site.change_something();
    let answer = errand.carry(&witness).unwrap();
    assert_eq!(ended(&mut site, &errand, &answer), Some(1));
    assert_eq!(checkpoint_of_size(&site.store, 1).unwrap().signatures().len(), 2);
    assert_eq!(checkpoint_of_size(&site.store, 2).unwrap().signatures().len(), 1);
    // The answer to one request is none to another.
    site.change_something();
    let other = begun(&site);
    let error = end_cosigning(&site.order(), &other, &answer, &mut site.store).unwrap_err();
    assert!(error.to_string().contains(NAME), "{error}");
    site.seal();
    assert!(site.verified().sound, "{:?}", site.verified().faults);
}

#[test]
fn what_two_asked_for_is_kept_once_and_who_answers_late_sets_nothing_back() {
    let (mut site, witness) = witnessed();
    let (first, second) = (begun(&site), begun(&site));
    let answer = first.carry(&witness).unwrap();
    assert_eq!(ended(&mut site, &first, &answer), Some(1));
    let before = site.store.ledger_size().unwrap();
    assert_eq!(ended(&mut site, &second, &answer), None);
    assert_eq!(site.store.ledger_size().unwrap(), before);

    site.change_something();
    let late = begun(&site);
    let answer = late.carry(&witness).unwrap();
    site.change_something();
    let latest = cosign_checkpoint(&site.order(), NAME, &witness, &mut site.store).unwrap().unwrap().size;
    let asked = ended(&mut site, &late, &answer).unwrap();
    assert!(asked < latest, "{asked} {latest}");
    site.seal();
    let nothing_new = cosign_checkpoint(&site.order(), NAME, &witness, &mut site.store).unwrap();
    assert_eq!(nothing_new, None, "what reaches furthest is remembered");
    assert!(site.verified().sound, "{:?}", site.verified().faults);
}

#[test]
fn nothing_is_kept_of_a_witness_that_was_taken_out_meanwhile() {
    let (mut site, witness) = witnessed();
    let errand = begun(&site);
    let answer = errand.carry(&witness).unwrap();
    let without = without_witness(&attestors(&site.store).unwrap(), NAME);
    change_attestors(&site.order(), without, &mut site.store).unwrap();
    let before = site.store.ledger_size().unwrap();
    assert_eq!(ended(&mut site, &errand, &answer), None);
    assert_eq!(site.store.ledger_size().unwrap(), before);
}

#[test]
fn a_stamp_is_kept_for_the_checkpoint_it_was_asked_for_under_the_roots_that_are_set() {
    let Some(authority) = Authority::new() else { return };
    let mut site = Site::new();
    site.set_authority(&authority.roots());
    site.seal();
    let (first, second) = (
        begin_stamp(&site.order(), [1; 16], &site.store).unwrap().unwrap(),
        begin_stamp(&site.order(), [2; 16], &site.store).unwrap().unwrap(),
    );
    site.change_something();
    let (carried, again) = (first.carry(&authority).unwrap(), second.carry(&authority).unwrap());
    let order = site.order();
    assert_eq!(end_stamp(&order, &first, &carried, &mut site.store).unwrap().unwrap().size, 1);
    assert_eq!(end_stamp(&order, &second, &again, &mut site.store).unwrap(), None, "it is kept once");
    assert!(time_stamp(&site.store, 1).is_ok() && time_stamp(&site.store, 2).is_err());
    site.seal();
    assert!(site.verified().sound, "{:?}", site.verified().faults);

    site.change_something();
    let errand = begin_stamp(&site.order(), [3; 16], &site.store).unwrap().unwrap();
    let carried = errand.carry(&authority).unwrap();
    let mut settings = attestors(&site.store).unwrap();
    settings.authority = None;
    change_attestors(&site.order(), settings, &mut site.store).unwrap();
    assert_eq!(end_stamp(&site.order(), &errand, &carried, &mut site.store).unwrap(), None);
}
