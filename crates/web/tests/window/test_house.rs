//! A house over a store in a directory of its own, with a clock that stands still unless it is moved.

use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use jiff::{SignedDuration, Timestamp};
use proofmark_access::{LinkSecret, Secret};
use proofmark_actions::people::{
    Errand, InviteOrder, SetUpOrder, accept_invitation, add_operator, invite, make_set_up_link, set_up,
};
use proofmark_actions::{
    ActionError, DatabaseStatus, KeptFiles, Post, StateInUse, Strongbox, VulnerabilitySource, built_in,
    kept_advisories,
};
use proofmark_facts::{Actor, Duty, Grant, Keeping, SystemOfRecord};
use proofmark_store::Store;
use proofmark_text::{Text, text};
use proofmark_trust::{SignerKey, SigningKey};
use proofmark_web::{Exhibit, Feeds, House, Issuers, StoreWork};
use tempfile::TempDir;

use crate::outside::{TestBox, TestPost};
use crate::provider::Provider;

/// What everybody in the tests signs in with.
pub(crate) const PASSWORD: &str = "a long enough sentence, for tests";

pub(crate) struct TestHouse {
    store: Mutex<Store>,
    signer: SignerKey,
    drawn: Mutex<u8>,
    minutes: AtomicI64,
    issuers: Issuers,
    /// The provider of identities this house may reach.
    pub(crate) provider: Provider,
    pub(crate) post: TestPost,
    home: TempDir,
}

impl TestHouse {
    pub(crate) fn new() -> Arc<Self> {
        let home = TempDir::new().unwrap();
        let store = Mutex::new(Store::open(home.path()).unwrap());
        let signer = SignerKey::new("proofmark-test".parse().unwrap(), SigningKey::from_seed(&[7; 32]));
        let provider = Provider::new();
        let issuers = Issuers::over(provider.clone());
        let (drawn, minutes) = (Mutex::new(1), AtomicI64::new(0));
        Arc::new(Self { store, signer, drawn, minutes, issuers, provider, post: TestPost::new(), home })
    }

    pub(crate) fn in_store<T>(&self, work: impl FnOnce(&mut dyn SystemOfRecord) -> T) -> T {
        work(&mut *self.store.lock().unwrap())
    }

    /// Where its store lies.
    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// Lets this time pass.
    pub(crate) fn wait(&self, minutes: i64) {
        self.minutes.fetch_add(minutes, Ordering::Relaxed);
    }

    /// Sets up `anna`, first administrator and everything else for `maker`.
    pub(crate) fn set_up(&self) {
        self.in_store(|store| {
            let link = make_set_up_link(store, self.now(), [3; 32]).unwrap().unwrap();
            let link = link.to_text();
            let duties = vec![Duty::Administrator, Duty::ProductOwner, Duty::SecurityResponse];
            let order = SetUpOrder {
                link: link.reveal(),
                account: "anna",
                display_name: "Anna <b>Virtanen</b>",
                email: None,
                password: Secret::from(PASSWORD),
                operator: Some(("Maker", duties)),
                at: self.now(),
                with: self.program(),
                salt: [1; 16],
            };
            set_up(store, order).unwrap();
        });
    }

    /// Adds an operator with nobody in it.
    pub(crate) fn add_operator(&self, name: &str) {
        let local = Actor::local("root");
        let errand = Errand { by: &local, at: self.now(), with: self.program() };
        self.in_store(|store| add_operator(store, &errand, name, "anna").map(drop)).unwrap();
    }

    /// Lets somebody in with one duty for one operator.
    pub(crate) fn let_in(&self, account: &str, operator: &str, duty: Duty) {
        self.let_in_with(account, Grant { operator: operator.to_owned(), duty, products: None });
    }

    /// Lets somebody in with one duty for some products of an operator.
    pub(crate) fn let_in_for(&self, account: &str, operator: &str, duty: Duty, products: &[&str]) {
        let products = Some(products.iter().map(|one| (*one).to_owned()).collect());
        self.let_in_with(account, Grant { operator: operator.to_owned(), duty, products });
    }

    fn let_in_with(&self, account: &str, grant: Grant) {
        let local = Actor::local("root");
        let errand = Errand { by: &local, at: self.now(), with: self.program() };
        let operator = grant.operator.clone();
        let operator = operator.as_str();
        let grants = vec![grant];
        let mut secret = [0; 32];
        self.draw(&mut secret).unwrap();
        self.in_store(|store| {
            let order = InviteOrder {
                operator,
                account,
                display_name: account,
                email: None,
                grants,
                link: secret,
                proposal: [5; 16],
            };
            invite(store, &errand, &order).unwrap();
            let link = LinkSecret::new(secret).to_text();
            let password = Secret::from(PASSWORD);
            accept_invitation(store, link.reveal(), password, self.now(), self.program(), [2; 16]).unwrap();
        });
    }
}

/// What a house of a test does as the test house in its field `house` does: everything but its clock, its stores, what it
/// knows of vulnerabilities and the state of the law.
macro_rules! as_the_test_house {
    () => {
        fn draw(&self, bytes: &mut [u8]) -> Result<(), proofmark_text::Text> {
            self.house.draw(bytes)
        }

        fn feeds(&self) -> Result<Option<proofmark_web::Feeds>, proofmark_actions::ActionError> {
            Ok(None)
        }

        fn database(&self) -> Result<proofmark_actions::DatabaseStatus, proofmark_actions::ActionError> {
            self.house.database()
        }

        fn in_words(&self, exhibit: &proofmark_web::Exhibit<'_>, columns: u16) -> String {
            self.house.in_words(exhibit, columns)
        }

        fn in_json(&self, exhibit: &proofmark_web::Exhibit<'_>) -> String {
            self.house.in_json(exhibit)
        }

        fn signer(&self) -> &proofmark_trust::SignerKey {
            self.house.signer()
        }

        fn strongbox(&self) -> &dyn proofmark_actions::Strongbox {
            self.house.strongbox()
        }

        fn issuers(&self) -> &proofmark_web::Issuers {
            self.house.issuers()
        }

        fn post(&self) -> &dyn proofmark_actions::Post {
            self.house.post()
        }

        fn program(&self) -> &'static str {
            "proofmark 0.0.0-test"
        }
    };
}

pub(crate) use as_the_test_house;

impl House for TestHouse {
    fn now(&self) -> Timestamp {
        let opened: Timestamp = "2028-02-01T09:00:00Z".parse().unwrap();
        opened + SignedDuration::from_mins(self.minutes.load(Ordering::Relaxed))
    }

    /// Different every time, the same in every run.
    fn draw(&self, bytes: &mut [u8]) -> Result<(), Text> {
        let mut drawn = self.drawn.lock().unwrap();
        *drawn = drawn.wrapping_add(1);
        bytes.fill(*drawn);
        Ok(())
    }

    fn with_store(&self, work: &mut StoreWork<'_>) -> Result<(), ActionError> {
        work(&mut *self.store.lock().unwrap());
        Ok(())
    }

    fn open_sources(
        &self,
        advisories: &[String],
        files: &KeptFiles<'_>,
    ) -> Result<Vec<VulnerabilitySource>, ActionError> {
        Ok(kept_advisories(advisories, files)?.into_iter().collect())
    }

    fn feeds(&self) -> Result<Option<Feeds>, ActionError> {
        Ok(None)
    }

    fn database(&self) -> Result<DatabaseStatus, ActionError> {
        Err(ActionError::NotFound(text!("web-no-feeds")))
    }

    /// How it looks is the door's: here it is what the types say of themselves.
    fn in_words(&self, exhibit: &Exhibit<'_>, columns: u16) -> String {
        format!("{columns}: {exhibit:?}")
    }

    /// With its keys in an order that only verbatim words keep.
    fn in_json(&self, _: &Exhibit<'_>) -> String {
        "{\n  \"b\": 1,\n  \"a\": 2\n}\n".to_owned()
    }

    fn signer(&self) -> &SignerKey {
        &self.signer
    }

    fn issuers(&self) -> &Issuers {
        &self.issuers
    }

    fn state_in_use(&self, _: &dyn Keeping) -> Result<StateInUse, ActionError> {
        Ok(built_in())
    }

    fn program(&self) -> &'static str {
        "proofmark 0.0.0-test"
    }

    fn post(&self) -> &dyn Post {
        &self.post
    }

    fn strongbox(&self) -> &dyn Strongbox {
        &TestBox
    }
}
