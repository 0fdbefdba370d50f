//! A time-stamping authority made with OpenSSL. Where there is none, the tests say so and end.
#![expect(clippy::print_stderr, reason = "whoever runs the tests should know what was not tested")]

use std::cell::RefCell;
use std::fs;
use std::path::Path;
use std::process::Command;

use proofmark_actions::Attestors;
use proofmark_text::{Text, text};
use proofmark_trust::witness::{AddCheckpoint, WitnessAnswer};
use tempfile::TempDir;

const CONFIG: &str = "[req]\ndistinguished_name=dn\nprompt=no\n[dn]\nCN=Root\n[v3]\nextendedKeyUsage=critical,timeStamping\n\
    [tsa]\ndefault_tsa=t\n[t]\nserial=serial\nsigner_cert=tsa.pem\nsigner_key=tsa.key\nsigner_digest=sha256\n\
    default_policy=1.2.3.4.1\ndigests=sha256\ness_cert_id_alg=sha256\n";

pub(crate) struct Authority {
    directory: TempDir,
    /// What is answered instead of what was asked.
    pub(crate) instead: RefCell<Option<Vec<u8>>>,
    pub(crate) last: RefCell<Vec<u8>>,
}

impl Authority {
    pub(crate) fn new() -> Option<Self> {
        if Command::new("openssl").arg("version").output().is_err() {
            eprintln!("no openssl here: time stamps are not tested");
            return None;
        }
        let directory = TempDir::new().unwrap();
        let at = directory.path();
        fs::write(at.join("config"), CONFIG).unwrap();
        fs::write(at.join("serial"), "01").unwrap();
        let key = "-newkey rsa:2048 -nodes -config config";
        openssl(
            at,
            &format!(
                "req -x509 {key} -subj /CN=Root -keyout root.key -out root.pem -days 20000 -addext basicConstraints=critical,CA:TRUE"
            ),
        );
        openssl(at, &format!("req -new {key} -subj /CN=Authority -keyout tsa.key -out tsa.csr"));
        openssl(
            at,
            "x509 -req -in tsa.csr -CA root.pem -CAkey root.key -CAcreateserial -days 10000 -extfile config -extensions v3 -out tsa.pem",
        );
        Some(Self { directory, instead: RefCell::default(), last: RefCell::default() })
    }

    pub(crate) fn roots(&self) -> String {
        fs::read_to_string(self.directory.path().join("root.pem")).unwrap()
    }
}

impl Attestors for Authority {
    fn ask_time_stamp(&self, url: &str, request: &[u8]) -> Result<Vec<u8>, Text> {
        assert_eq!(url, "https://stamps.example/");
        if let Some(answer) = self.instead.borrow().clone() {
            return Ok(answer);
        }
        let at = self.directory.path();
        fs::write(at.join("query"), request).unwrap();
        openssl(at, "ts -reply -config config -queryfile query -out answer");
        let answer = fs::read(at.join("answer")).unwrap();
        self.last.borrow_mut().clone_from(&answer);
        Ok(answer)
    }

    fn ask_witness(&self, _: &str, _: &AddCheckpoint) -> Result<WitnessAnswer, Text> {
        Err(text!("courier-url-unreadable"))
    }
}

fn openssl(at: &Path, arguments: &str) {
    let done = Command::new("openssl").args(arguments.split(' ')).current_dir(at).output().unwrap();
    assert!(done.status.success(), "openssl {arguments}: {}", String::from_utf8_lossy(&done.stderr));
}
