//! A server of a story's own: the program serving on loopback, with people and tokens made beforehand.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use jiff::{SignedDuration, Timestamp};
use proofmark_access::Secret;
use proofmark_actions::people::{
    Errand, InviteOrder, SetUpOrder, TokenOrder, accept_invitation, invite, make_set_up_link, make_token,
    set_up,
};
use proofmark_facts::{Actor, Duty, Grant, slug};
use proofmark_store::{Place, Store};

use crate::house::{Done, House};

/// What everybody who makes a token has for a password.
pub(crate) const PASSWORD: &str = "a long enough sentence, for stories";

/// A server that answers for one operator, and a house from which it is asked.
pub(crate) struct Served {
    /// Its home.
    pub(crate) at: House,
    pub(crate) url: String,
    /// The token of an engineer and keeper of dossiers.
    pub(crate) token: String,
    pub(crate) operator: String,
    child: Child,
    drawn: u8,
}

impl Served {
    pub(crate) fn of(operator: &str) -> Self {
        Self::over(House::new(), operator)
    }

    /// The same over a home that somebody worked in before anybody was signed in.
    pub(crate) fn over(at: House, operator: &str) -> Self {
        let mut store = Store::connect(&Place::of_home(&at.home())).unwrap();
        let link = make_set_up_link(&mut store, now(), [3; 32]).unwrap().unwrap().to_text();
        let order = SetUpOrder {
            link: link.reveal(),
            account: "anna",
            display_name: "Anna",
            email: None,
            password: Secret::from(PASSWORD),
            operator: Some((operator, vec![Duty::ProductOwner, Duty::Auditor, Duty::Compliance])),
            at: now(),
            with: "proofmark story",
            salt: [1; 16],
        };
        set_up(&mut store, order).unwrap();
        drop(store);
        let mut command = at.proofmark(&["serve", "--listen", "127.0.0.1:0"]);
        let mut child = command.stderr(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        let mut said = BufReader::new(child.stderr.take().unwrap()).lines();
        let answers = said.find(|line| line.as_ref().unwrap().contains("answers at")).unwrap().unwrap();
        // Nobody reads the log; it must not fill the pipe either.
        std::thread::spawn(move || said.for_each(drop));
        let url = answers.split_whitespace().last().unwrap().to_owned();
        let id = slug(operator, "");
        let mut served = Self { at, url, token: String::new(), operator: id, child, drawn: 20 };
        served.token = served.token_with(&[Duty::ProductOwner, Duty::Auditor], SignedDuration::from_hours(1));
        served
    }

    /// A token of Anna's with some of her duties, for so long.
    pub(crate) fn token_with(&mut self, duties: &[Duty], lasts: SignedDuration) -> String {
        let grant = |duty: &Duty| Grant { operator: self.operator.clone(), duty: *duty, products: None };
        let grants = duties.iter().map(grant).collect();
        self.make_token(grants, lasts)
    }

    pub(crate) fn make_token(&mut self, grants: Vec<Grant>, lasts: SignedDuration) -> String {
        let mut store = Store::connect(&Place::of_home(&self.at.home())).unwrap();
        let local = Actor::local("root");
        // One that has run out was made before.
        let made_at = now() - SignedDuration::from_hours(48);
        let errand = Errand { by: &local, at: made_at, with: "proofmark story" };
        self.drawn += 1;
        let order = TokenOrder {
            operator: &self.operator,
            owner: "anna",
            name: "story",
            grants,
            expires_at: now() + lasts,
            random: [self.drawn; 40],
        };
        make_token(&mut store, &errand, &order).unwrap().text.reveal().to_owned()
    }

    /// Somebody else who works for the operator, with the same password.
    pub(crate) fn let_in(&mut self, name: &str, duties: &[Duty]) {
        let mut store = Store::connect(&Place::of_home(&self.at.home())).unwrap();
        let local = Actor::local("root");
        let errand = Errand { by: &local, at: now(), with: "proofmark story" };
        let grant = |duty: &Duty| Grant { operator: self.operator.clone(), duty: *duty, products: None };
        self.drawn += 1;
        let order = InviteOrder {
            operator: &self.operator,
            account: name,
            display_name: name,
            email: None,
            grants: duties.iter().map(grant).collect(),
            link: [self.drawn; 32],
            proposal: [self.drawn; 16],
        };
        let link = invite(&mut store, &errand, &order).unwrap().link.to_text();
        let word = Secret::from(PASSWORD);
        accept_invitation(&mut store, link.reveal(), word, now(), "proofmark story", [self.drawn; 16])
            .unwrap();
    }

    /// The program in this house, told to ask the server with this token.
    pub(crate) fn asking(&self, house: &House, token: &str, arguments: &[&str]) -> Command {
        let mut command = house.proofmark(arguments);
        command.args(["--server", &self.url]).env("PROOFMARK_TOKEN", token).env_remove("PROOFMARK_HOME");
        command
    }

    pub(crate) fn ask(&self, house: &House, arguments: &[&str]) -> Done {
        Done::of(self.asking(house, &self.token, arguments).output().unwrap())
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[expect(clippy::disallowed_methods, reason = "the server in the story lives by the real clock")]
fn now() -> Timestamp {
    Timestamp::now()
}
