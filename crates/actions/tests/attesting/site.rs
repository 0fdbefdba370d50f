//! A ledger over a real store, and somebody who changes things in it.

use jiff::{SignedDuration, Timestamp};
use proofmark_actions::{
    ChangeOrder, LedgerReport, attestors, change_attestors, seal_batch, verify_ledger, with_witness,
};
use proofmark_facts::{Actor, LedgerWitness, StampAuthority};
use proofmark_store::Store;
use proofmark_trust::{SignerKey, SigningKey};
use tempfile::TempDir;

pub(crate) struct Site {
    pub(crate) store: Store,
    pub(crate) signer: SignerKey,
    pub(crate) emil: Actor,
    pub(crate) now: Timestamp,
    _home: TempDir,
}

impl Site {
    pub(crate) fn new() -> Self {
        let home = TempDir::new().unwrap();
        Self {
            store: Store::open(home.path()).unwrap(),
            signer: SignerKey::new("test/ledger".parse().unwrap(), SigningKey::from_seed(&[7; 32])),
            emil: Actor::local("emil"),
            now: "2027-03-14T09:00:00Z".parse().unwrap(),
            _home: home,
        }
    }

    pub(crate) fn order(&self) -> ChangeOrder<'static> {
        // Leaked, a few bytes a test: the store is borrowed while the order is.
        let emil: &'static Actor = Box::leak(Box::new(self.emil.clone()));
        ChangeOrder { by: emil, with: "proofmark test", at: self.now }
    }

    pub(crate) fn add_witness(&mut self, key: &str) {
        let url = "https://witness.example/submit".to_owned();
        let settings =
            with_witness(&attestors(&self.store).unwrap(), LedgerWitness { key: key.to_owned(), url });
        change_attestors(&self.order(), settings, &mut self.store).unwrap();
    }

    pub(crate) fn set_authority(&mut self, roots: &str) {
        let mut settings = attestors(&self.store).unwrap();
        let url = "https://stamps.example/".to_owned();
        settings.authority = Some(StampAuthority { url, roots: roots.to_owned(), policy: None });
        change_attestors(&self.order(), settings, &mut self.store).unwrap();
    }

    /// Writes a line that is no attestation, and seals it.
    pub(crate) fn change_something(&mut self) {
        let mut settings = attestors(&self.store).unwrap();
        settings.every_minutes = 30 + settings.every_minutes % 60;
        change_attestors(&self.order(), settings, &mut self.store).unwrap();
        self.seal();
    }

    pub(crate) fn seal(&mut self) {
        seal_batch(&mut self.store, &self.signer).unwrap();
    }

    pub(crate) fn later(&mut self, minutes: i64) {
        self.now += SignedDuration::from_mins(minutes);
    }

    pub(crate) fn verified(&self) -> LedgerReport {
        verify_ledger(&self.store, Some(self.signer.verifier_key()), self.now).unwrap()
    }
}
