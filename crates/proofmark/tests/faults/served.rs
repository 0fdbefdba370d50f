//! A running `proofmark serve`, set up by its pages, with a token to ask its API.

use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

use crate::exchange::{Answer, files, form, send};

/// How long it may take to say where it listens.
const PATIENCE: Duration = Duration::from_mins(1);

const PASSWORD: &str = "a long enough sentence, for tests";

/// A running server.
pub(crate) struct Served {
    pub(crate) address: SocketAddr,
    child: Child,
    said: Arc<Mutex<String>>,
}

/// Where a server lives, and how it is begun.
pub(crate) struct Place {
    folder: TempDir,
    /// Options of `serve` besides the address.
    pub(crate) words: Vec<String>,
    /// Shell commands before the program begins, such as limits.
    pub(crate) before: &'static str,
}

impl Place {
    /// An empty home.
    pub(crate) fn new(words: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { folder, words: words.iter().map(|&word| word.to_owned()).collect(), before: "" }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn home(&self) -> PathBuf {
        self.path("home")
    }

    /// Starts the server, and waits until it says where it listens.
    pub(crate) fn serve(&self) -> Served {
        self.serve_named("http://127.0.0.1")
    }

    /// The same, of a server that is called so.
    pub(crate) fn serve_named(&self, origin: &str) -> Served {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let script = format!("{}\nexec \"$@\"", self.before);
        let mut command = Command::new("sh");
        command
            .args(["-c", &script, "sh", env!("CARGO_BIN_EXE_proofmark"), "serve", "--listen"])
            .arg(port.to_string())
            .args(&self.words)
            .env("PROOFMARK_HOME", self.home())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let said = Arc::new(Mutex::new(String::new()));
        listen(child.stderr.take().unwrap(), Arc::clone(&said));
        let served = Served { address: port, child, said };
        served.wait_for(origin);
        served
    }

    /// Another command of the program over the same home.
    pub(crate) fn run(&self, words: &[&str]) -> std::process::Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_proofmark"));
        command.args(words).env("PROOFMARK_HOME", self.home()).output().unwrap()
    }
}

/// Keeps what the server says, so that it never waits for somebody to read it.
fn listen(pipe: ChildStderr, said: Arc<Mutex<String>>) {
    std::thread::spawn(move || {
        for line in BufReader::new(pipe).lines().map_while(Result::ok) {
            let mut said = said.lock().unwrap();
            said.push_str(&line);
            said.push('\n');
        }
    });
}

impl Served {
    /// Everything it has said.
    pub(crate) fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    /// Waits until it has said this.
    pub(crate) fn wait_for(&self, words: &str) -> String {
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            let said = self.said();
            if said.contains(words) {
                return said;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        panic!("it never said `{words}`, but:\n{}", self.said());
    }

    /// Whether it answers at all, and how long that takes.
    pub(crate) fn health(&self) -> (u16, Duration) {
        let begun = Instant::now();
        let status = send(self.address, "GET", "/healthz", &[], b"").map_or(0, |answer| answer.status);
        (status, begun.elapsed())
    }

    /// Sets the installation up, and makes a token for its API.
    pub(crate) fn set_up(&self) -> Team {
        let said = self.wait_for("/set-up/");
        let link = said.split("/set-up/").nth(1).unwrap();
        let link: String =
            link.chars().take_while(|one| one.is_ascii_alphanumeric() || "-_".contains(*one)).collect();
        let path = format!("/set-up/{link}");
        let origin = format!("http://{}", self.address);
        let post = |path: &str, cookies: &str, fields: &[(&str, &str)]| {
            let headers = [
                ("origin", origin.as_str()),
                ("cookie", cookies),
                ("content-type", "application/x-www-form-urlencoded"),
            ];
            send(self.address, "POST", path, &headers, &form(fields)).unwrap()
        };
        let person =
            [("operator", "Maker"), ("display_name", "Anna"), ("account", "anna"), ("password", PASSWORD)];
        let done = post(&path, "", &person);
        assert_eq!(done.status, 303, "{done:?}");
        let done = post("/sign-in", "", &[("name", "anna"), ("password", PASSWORD)]);
        assert_eq!(done.status, 303, "{done:?}");
        let cookies = done.cookies().join("; ");
        let page = send(self.address, "GET", "/o/maker/people", &[("cookie", &cookies)], b"").unwrap();
        assert_eq!(page.status, 200, "{page:?}");
        let form_token = between(&page.body, "name=\"form\" value=\"", "\"").to_owned();
        let fields = [
            ("form", form_token.as_str()),
            ("token_name", "tests"),
            ("days", "1"),
            ("duty", "product-owner"),
            ("duty", "security-response"),
            ("duty", "compliance"),
        ];
        let made = post("/o/maker/tokens", &cookies, &fields);
        let shown = between(&made.body, "id=\"made\"", "</").to_owned();
        let token = shown.rsplit('>').next().unwrap().trim().to_owned();
        assert!(!token.is_empty(), "{made:?}");
        Team { token, address: self.address }
    }

    /// Ends it in the middle of whatever it does (`SIGKILL`), and waits.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Ends it as an operator of machines does, and waits.
    pub(crate) fn end(mut self) {
        let asked = Command::new("kill").arg(self.child.id().to_string()).status();
        assert!(asked.unwrap().success());
        self.child.wait().unwrap();
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Whoever works there, by the API.
pub(crate) struct Team {
    token: String,
    pub(crate) address: SocketAddr,
}

impl Team {
    /// The same token, at another node.
    pub(crate) fn at(&self, address: SocketAddr) -> Self {
        Self { token: self.token.clone(), address }
    }

    pub(crate) fn get(&self, path: &str) -> std::io::Result<Answer> {
        let bearer = format!("Bearer {}", self.token);
        send(self.address, "GET", path, &[("authorization", &bearer)], b"")
    }

    /// Hands in a product of this name with its component list.
    pub(crate) fn hand_in(&self, name: &str) -> std::io::Result<Answer> {
        self.hand_in_once(name, None)
    }

    /// The same under this idempotency key.
    pub(crate) fn hand_in_once(&self, name: &str, key: Option<&str>) -> std::io::Result<Answer> {
        let dossier = DOSSIER.replace("Gateway <i>7</i>", name);
        let sbom = SBOM.replace("Gateway", name);
        let parts =
            [("dossier", "proofmark.toml", dossier.as_bytes()), ("sbom", "sbom.cdx.json", sbom.as_bytes())];
        let (media, body) = files(&parts);
        self.post("/api/v1/operators/maker/submissions", &media, &body, key)
    }

    /// Tells something in JSON under this idempotency key.
    pub(crate) fn tell_once(&self, path: &str, said: &Value, key: &str) -> std::io::Result<Answer> {
        self.post(path, "application/json", said.to_string().as_bytes(), Some(key))
    }

    fn post(&self, path: &str, media: &str, body: &[u8], key: Option<&str>) -> std::io::Result<Answer> {
        let bearer = format!("Bearer {}", self.token);
        let mut headers = vec![("authorization", bearer.as_str()), ("content-type", media)];
        headers.extend(key.map(|key| ("idempotency-key", key)));
        send(self.address, "POST", path, &headers, body)
    }

    /// The names of all products.
    pub(crate) fn products(&self) -> Vec<String> {
        let answer = self.get("/api/v1/operators/maker/products?limit=200").unwrap();
        assert_eq!(answer.status, 200, "{answer:?}");
        let items = answer.json()["items"].as_array().unwrap().clone();
        items.iter().map(|item| item["name"].as_str().unwrap().to_owned()).collect()
    }
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let from = text.find(start).unwrap_or_else(|| panic!("no `{start}` in {text}")) + start.len();
    let length = text[from..].find(end).unwrap_or_default();
    &text[from..from + length]
}

/// A dossier that is read without a complaint.
const DOSSIER: &str = include_str!("../../../web/tests/window/dossier.toml");
const SBOM: &str = include_str!("../../../web/tests/window/sbom.cdx.json");

/// Whether the ledger and everything beside it are as they were written.
pub(crate) fn assert_sound(place: &Place, words: &[&str]) {
    let mut command = vec!["ledger", "verify"];
    command.extend(words);
    let done = place.run(&command);
    assert!(
        done.status.success(),
        "{}\n{}",
        String::from_utf8_lossy(&done.stdout),
        String::from_utf8_lossy(&done.stderr)
    );
}

/// What a shell calls this path.
pub(crate) fn shown(path: &Path) -> String {
    path.display().to_string()
}
