//! Time stamps: asked for with a number drawn at random, verified under the roots that were set, kept.

use proofmark_actions::{ActionError, shown_checkpoint, stamp_checkpoint, time_stamp};
use proofmark_facts::{Keeping as _, Sha256};
use proofmark_trust::time_stamp::{StampRoots, TimeStamp};

use crate::authority::Authority;
use crate::site::Site;

fn stamp(site: &mut Site, authority: &Authority, nonce: u8) -> Result<Option<u64>, ActionError> {
    let done = stamp_checkpoint(&site.order(), [nonce; 16], authority, &mut site.store);
    done.map(|done| done.map(|done| done.size))
}

#[test]
fn a_checkpoint_is_stamped_once_and_the_stamp_is_verified_with_the_ledger() {
    let Some(authority) = Authority::new() else { return };
    let mut site = Site::new();
    site.set_authority(&authority.roots());
    site.seal();
    assert_eq!(stamp(&mut site, &authority, 1), Ok(Some(1)));
    site.seal();
    assert_eq!(stamp(&mut site, &authority, 2), Ok(None), "its own line is nothing new");
    let (shown, note) = shown_checkpoint(&site.store).unwrap().unwrap();
    assert_eq!(shown, 1);
    let token = TimeStamp::parse(&time_stamp(&site.store, 1).unwrap()).unwrap();
    let roots = StampRoots::from_pem(&authority.roots()).unwrap();
    token.verify(&Sha256::of(note.to_string().as_bytes()).0, &roots).unwrap();
    assert!(matches!(time_stamp(&site.store, 2), Err(ActionError::NotFound(_))));
    let report = site.verified();
    assert!(report.sound, "{:?}", report.faults);
    assert_eq!(report.stamps, 1);
}

#[test]
fn what_is_old_or_of_something_else_or_of_somebody_else_is_not_kept() {
    let Some(authority) = Authority::new() else { return };
    let mut site = Site::new();
    site.set_authority(&authority.roots());
    site.seal();
    stamp(&mut site, &authority, 1).unwrap();
    let old = authority.last.borrow().clone();
    site.change_something();
    let before = site.store.ledger_size().unwrap();
    let refused = |site: &mut Site, nonce: u8, answer: Vec<u8>, says: &str| {
        *authority.instead.borrow_mut() = Some(answer);
        let error = stamp(site, &authority, nonce).unwrap_err();
        assert!(matches!(error, ActionError::Hindered(_)) && error.to_string().contains(says), "{error}");
        assert_eq!(site.store.ledger_size().unwrap(), before, "{says}");
    };
    refused(&mut site, 1, old.clone(), "something else");
    refused(&mut site, 1, b"<html>".to_vec(), "not encoded");
    // The same checkpoint in a ledger that has no stamp yet, asked with another number.
    let mut twin = Site::new();
    twin.set_authority(&authority.roots());
    twin.seal();
    *authority.instead.borrow_mut() = Some(old);
    let error = stamp(&mut twin, &authority, 9).unwrap_err();
    assert!(error.to_string().contains("number that was sent"), "{error}");
    // An authority whose root was not set.
    let other = Authority::new().unwrap();
    let error = stamp(&mut twin, &other, 1).unwrap_err();
    assert!(error.to_string().contains("trusted root"), "{error}");
    assert_eq!(twin.store.ledger_size().unwrap(), 1);
    let mut nobody = Site::new();
    nobody.seal();
    assert!(matches!(stamp(&mut nobody, &other, 1), Err(ActionError::NotFound(_))));
}
