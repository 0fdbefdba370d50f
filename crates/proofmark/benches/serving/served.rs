//! `proofmark serve` as it is started by anybody: the release binary, a process of its own.

use std::fs::File;
use std::net::{SocketAddr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::client::Client;
use crate::database::Database;

/// What the first administrator signs in with, in this measurement's own record.
pub(crate) const PASSWORD: &str = "a+long+enough+sentence+for+a+bench";

/// A server at work; it ends when this goes.
pub(crate) struct Served {
    child: Child,
    pub(crate) address: SocketAddr,
    /// From the start of the process to its first answer.
    pub(crate) first_answer: Duration,
    /// The link that makes the first administrator, where there is nobody yet.
    link: Option<String>,
}

impl Served {
    /// Starts it over this database and waits for its first answer, to the page where one signs in.
    pub(crate) fn start(database: &Database) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let address = SocketAddr::from(([127, 0, 0, 1], port));
        let log = database.home.join("serve.log");
        let mut command = proofmark(database);
        command
            .args(["serve", "--requests-a-minute", "1000000", "--listen", &address.to_string()])
            .stdout(Stdio::null())
            .stderr(File::create(&log).unwrap());
        let started = Instant::now();
        let child = command.spawn().unwrap();
        let first_answer = loop {
            if let Ok(answer) = Client::new(address, "").try_once("GET /sign-in", "", &[]) {
                assert_eq!(answer.status, 200);
                break started.elapsed();
            }
            assert!(
                started.elapsed() < Duration::from_mins(1),
                "the server did not start: {}",
                log.display()
            );
            std::thread::sleep(Duration::from_millis(2));
        };
        let said = std::fs::read_to_string(&log).unwrap_or_default();
        let link = said.split_whitespace().find_map(|word| word.split_once("/set-up/"));
        let link = link.map(|(_, secret)| format!("/set-up/{secret}"));
        Self { child, address, first_answer, link }
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Makes the first administrator of the operator everything belongs to.
    pub(crate) fn set_up(&self) {
        let link = self.link.as_ref().expect("a new record tells how to begin");
        let form = format!(
            "operator={}&account=anna&display_name=Anna&email=&password={PASSWORD}&form=",
            crate::material::OPERATOR
        );
        let answer = Client::new(self.address, &self.origin_header()).post(link, &form);
        assert_eq!(answer.status, 303, "{}", String::from_utf8_lossy(&answer.body));
    }

    /// Signs in; the headers of a session's requests, and the token of its forms.
    pub(crate) fn sign_in(&self, account: &str) -> (String, String) {
        let form = format!("name={account}&password={PASSWORD}&next=/&form=");
        let answer = Client::new(self.address, &self.origin_header()).post("/sign-in", &form);
        assert_eq!(answer.status, 303, "{}", String::from_utf8_lossy(&answer.body));
        let headers = format!("{}cookie: {}\r\n", self.origin_header(), answer.cookie.unwrap());
        let account = Client::new(self.address, &headers).get("/account");
        let page = String::from_utf8(account.body).unwrap();
        let token = page.split(r#"name="form" value=""#).nth(1).unwrap();
        (headers, token.split('"').next().unwrap().to_owned())
    }

    /// What a browser says of where it comes from.
    fn origin_header(&self) -> String {
        format!(
            "origin: http://{}\r\nsec-fetch-site: same-origin\r\naccept: text/html,application/json\r\n",
            self.address
        )
    }

    /// Ends it as an administrator would, and waits for it.
    pub(crate) fn stop(mut self) {
        self.end();
    }

    fn end(&mut self) {
        let id = self.child.id().to_string();
        Command::new("kill").args(["-TERM", &id]).status().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        if self.child.try_wait().unwrap().is_none() {
            self.end();
        }
    }
}

/// The program over this database.
pub(crate) fn proofmark(database: &Database) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_proofmark"));
    command.env("PROOFMARK_HOME", &database.home).env("PROOFMARK_LOG", "warn");
    if let Some(cluster) = &database.cluster {
        command.env("PROOFMARK_DATABASE", &cluster.url);
    }
    command
}
