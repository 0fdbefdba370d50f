//! A house with a store of its own, in which people come and go; every step counts the ledger's lines.

use std::cell::Cell;
use std::collections::BTreeMap;

use jiff::Timestamp;
use proofmark_access::{Act, Secret, SessionSecret};
use proofmark_actions::people::{
    Errand, InviteOrder, Invited, SetUpOrder, SignInOrder, SignInTrouble, SignedIn, accept_invitation,
    do_alone, invite, make_set_up_link, set_up, sign_in, who_asks_in_session,
};
use proofmark_actions::{ActionError, LedgerLine};
use proofmark_facts::{
    Actor, Change, Duty, Grant, Keeping as _, LinePlace, ProductRecord, Record, RecordKey, RecordKind,
    RecordWrite,
};
use proofmark_store::{Place, Store};
use tempfile::TempDir;

pub(crate) const WITH: &str = "proofmark test";
pub(crate) const OPERATOR: &str = "maker-gmbh";
pub(crate) const PASSWORD: &str = "gravel tiptoe savanna lamp";
pub(crate) const HOME: &str = "192.0.2.1";

pub(crate) struct House {
    pub(crate) store: Store,
    pub(crate) directory: TempDir,
    drawn: Cell<u8>,
}

/// So many minutes after the house was opened.
pub(crate) fn at(minute: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + 60 * minute).unwrap()
}

pub(crate) fn errand(by: &Actor, minute: i64) -> Errand<'_> {
    Errand { by, at: at(minute), with: WITH }
}

pub(crate) fn grant(operator: &str, duty: Duty) -> Grant {
    Grant { operator: operator.to_owned(), duty, products: None }
}

pub(crate) fn code<T: std::fmt::Debug>(ended: Result<T, ActionError>) -> &'static str {
    match ended.unwrap_err() {
        ActionError::Refused(problems) => problems[0].says.id(),
        ActionError::Hindered(says)
        | ActionError::Damaged(says)
        | ActionError::Forbidden(says)
        | ActionError::NotFound(says)
        | ActionError::Moved(says) => says.id(),
    }
}

pub(crate) fn trouble<T: std::fmt::Debug>(ended: Result<T, SignInTrouble>) -> &'static str {
    match ended.unwrap_err() {
        SignInTrouble::Wrong(says) | SignInTrouble::Throttled { says, .. } => says.id(),
        SignInTrouble::Action(error) => code::<()>(Err(error)),
    }
}

impl House {
    /// A house nobody has set up.
    pub(crate) fn bare() -> Self {
        Self::bare_on(None)
    }

    /// The same in this database; `None`: in a file of its own.
    fn bare_on(database: Option<&str>) -> Self {
        let directory = tempfile::tempdir().unwrap();
        let place = Place::of_home(directory.path());
        let place = match database {
            Some(url) => place.with_database(url).unwrap(),
            None => place,
        };
        let store = Store::connect(&place).unwrap();
        Self { store, directory, drawn: Cell::new(0) }
    }

    /// A house with Anna, who administers it and the operator `Maker GmbH`, and answers for its products.
    pub(crate) fn with_anna() -> Self {
        Self::with_anna_on(None)
    }

    /// The same in this database.
    pub(crate) fn with_anna_on(database: Option<&str>) -> Self {
        let mut house = Self::bare_on(database);
        let random = house.random();
        let link = make_set_up_link(&mut house.store, at(0), random).unwrap().unwrap().to_text();
        let duties = vec![Duty::Administrator, Duty::ProductOwner, Duty::Engineer];
        let order = SetUpOrder {
            link: link.reveal(),
            account: "anna",
            display_name: "Anna Lindqvist",
            email: Some("anna@maker.example"),
            password: PASSWORD.into(),
            operator: Some(("Maker GmbH", duties)),
            at: at(0),
            with: WITH,
            salt: house.random(),
        };
        set_up(&mut house.store, order).unwrap();
        house
    }

    /// Bytes nobody drew before.
    pub(crate) fn random<const N: usize>(&self) -> [u8; N] {
        self.drawn.set(self.drawn.get().wrapping_add(1));
        let mut bytes = [self.drawn.get(); N];
        bytes[0] = 0xa5;
        bytes
    }

    pub(crate) fn sign_in(
        &mut self,
        name: &str,
        password: &str,
        address: &str,
        minute: i64,
    ) -> Result<SignedIn, SignInTrouble> {
        let order = SignInOrder {
            account: name,
            password: password.into(),
            address,
            at: at(minute),
            with: WITH,
            session: self.random(),
            salt: self.random(),
        };
        sign_in(&mut self.store, &order)
    }

    pub(crate) fn session(&mut self, name: &str, minute: i64) -> SessionSecret {
        match self.sign_in(name, PASSWORD, HOME, minute).unwrap() {
            SignedIn::In(session) => session,
            SignedIn::Halfway(_) => panic!("{name} has a second factor"),
        }
    }

    /// Who asks when this person does, in a session.
    pub(crate) fn actor(&mut self, name: &str, minute: i64) -> Actor {
        let session = self.session(name, minute);
        who_asks_in_session(&mut self.store, &session, at(minute)).unwrap().unwrap().actor
    }

    pub(crate) fn invited(
        &mut self,
        by: &Actor,
        name: &str,
        operator: &str,
        duties: &[Duty],
        minute: i64,
    ) -> Invited {
        let order = InviteOrder {
            operator,
            account: name,
            display_name: "Somebody",
            email: None,
            grants: duties.iter().map(|duty| grant(operator, *duty)).collect(),
            link: self.random(),
            proposal: self.random(),
        };
        invite(&mut self.store, &errand(by, minute), &order).unwrap()
    }

    /// Invites somebody and has them come.
    pub(crate) fn welcome(
        &mut self,
        by: &Actor,
        name: &str,
        operator: &str,
        duties: &[Duty],
        minute: i64,
    ) -> Option<String> {
        let invited = self.invited(by, name, operator, duties, minute);
        let salt = self.random();
        let link = invited.link.to_text();
        accept_invitation(&mut self.store, link.reveal(), PASSWORD.into(), at(minute), WITH, salt).unwrap();
        invited.proposal
    }

    /// Whoever works on the machine says that two accounts are one person's.
    pub(crate) fn same_person(&mut self, account: &str, other: &str, minute: i64) {
        let act = Act::FlagSamePerson { account: account.into(), other: other.into() };
        do_alone(&mut self.store, &errand(&Actor::local("root"), minute), OPERATOR, &act).unwrap();
    }

    pub(crate) fn lines(&self) -> Vec<LedgerLine> {
        let kept = self.store.lines(0, 10_000).unwrap();
        kept.iter().map(|line| LedgerLine::parse(&line.bytes).unwrap()).collect()
    }

    pub(crate) fn last_line(&self) -> LedgerLine {
        self.lines().pop().unwrap()
    }

    /// Does something that must write exactly one line, and gives its action and outcome.
    pub(crate) fn one_line<T>(&mut self, deed: impl FnOnce(&mut Self) -> T) -> (T, LedgerLine) {
        let before = self.lines().len();
        let done = deed(self);
        assert_eq!(self.lines().len(), before + 1, "one action, one line");
        (done, self.last_line())
    }

    /// Does something that must leave the ledger as it is.
    pub(crate) fn no_line<T>(&mut self, deed: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.lines().len();
        let done = deed(self);
        assert_eq!(self.lines().len(), before, "nothing was done, so nothing is written");
        done
    }

    /// Adds a product as no action does.
    pub(crate) fn product(&mut self, id: &str) {
        let product = ProductRecord {
            id: id.to_owned(),
            subject: format!("{OPERATOR}/{id}"),
            name: id.to_owned(),
            files: BTreeMap::new(),
            created_at: at(0),
            standing: None,
            archived: false,
        };
        let key = RecordKey { operator: OPERATOR.into(), kind: RecordKind::Product, id: id.to_owned() };
        self.write(RecordWrite { key, expects: None, content: Some(serde_json::to_vec(&product).unwrap()) });
    }

    /// Writes a record over, as no action does.
    pub(crate) fn overwrite(&mut self, record: &Record, content: Vec<u8>) {
        let (key, expects) = (record.key.clone(), Some(record.sha256));
        self.write(RecordWrite { key, expects, content: Some(content) });
    }

    fn write(&mut self, write: RecordWrite) {
        let last = self.store.lines(0, 10_000).unwrap().pop().unwrap().bytes;
        let write_line = |_: LinePlace| last.clone();
        let mut change = Change::of_documents("installation/test", "", Vec::new(), &write_line);
        change.records = vec![write];
        self.store.keep(&change).unwrap();
    }

    /// Whether a text stands anywhere in the files of the store.
    pub(crate) fn holds(&self, text: &Secret) -> bool {
        let files = std::fs::read_dir(self.directory.path()).unwrap();
        files
            .filter_map(|file| std::fs::read(file.unwrap().path()).ok())
            .any(|bytes| bytes.windows(text.reveal().len()).any(|window| window == text.reveal().as_bytes()))
    }
}
