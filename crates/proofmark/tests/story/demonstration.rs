//! A demonstration: somebody who has only the program looks around, takes a pack along and verifies it; nothing stays.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use proofmark_actions::Archive;

use crate::house::{House, example, text};

const PASSWORD: &str = "a long enough sentence, for stories";

/// A demonstration that is running.
struct Demonstration {
    child: Child,
    address: String,
    /// What it said: where everything lies, and everybody's link.
    said: Vec<String>,
}

impl Demonstration {
    fn start(house: &House, more: &[&str]) -> Self {
        let mut arguments = vec!["serve", "--demo", "--listen", "127.0.0.1:0"];
        arguments.extend(more);
        let mut command = house.proofmark(&arguments);
        let mut child = command.stderr(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let mut said = Vec::new();
        while said.iter().filter(|line: &&String| line.contains("The link works once")).count() < 4 {
            said.push(lines.next().expect("it says four links before it ends").unwrap());
        }
        // Whatever it says later must not fill the pipe.
        std::thread::spawn(move || lines.for_each(drop));
        let link = said.iter().find_map(|line| line.split("http://").nth(1)).unwrap();
        let address = link.split('/').next().unwrap().to_owned();
        Self { child, address, said }
    }

    fn link_of(&self, name: &str) -> String {
        let line = self.said.iter().find(|line| line.starts_with(name)).unwrap();
        let rest = line.split(&self.address).nth(1).unwrap();
        rest.split(' ').next().unwrap().to_owned()
    }

    fn folder(&self) -> PathBuf {
        let line = self.said.iter().find_map(|line| line.strip_prefix("Everything lies in ")).unwrap();
        PathBuf::from(line.split(" and ").next().unwrap())
    }

    fn ask(&self, method: &str, path: &str, cookie: &str, body: &str) -> Heard {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nAccept: text/html\r\nCookie: {cookie}\r\nConnection: close\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            self.address,
            body.len()
        );
        stream.write_all(head.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        Heard { head, body: bytes[end + 4..].to_vec() }
    }

    /// Chooses a password by somebody's link, signs in, and gives the session.
    fn sign_in(&self, name: &str, account: &str) -> String {
        let word: String = PASSWORD.replace(' ', "+");
        let done = self.ask("POST", &self.link_of(name), "", &format!("password={word}&again={word}"));
        assert!(done.status() < 400, "{}", done.text());
        let done = self.ask("POST", "/sign-in", "", &format!("name={account}&password={word}&next=%2F"));
        assert_eq!(done.status(), 303, "{}", done.text());
        let cookies = done.head.lines().filter_map(|line| line.split_once(": "));
        let set = cookies.filter(|(name, _)| name.eq_ignore_ascii_case("set-cookie"));
        let mut all = set.filter_map(|(_, value)| value.split(';').next());
        all.find(|cookie| cookie.contains("proofmark-session=")).unwrap().to_owned()
    }

    /// Ends it as a person does, with Ctrl-C.
    fn end(mut self) {
        // Whoever answers is listening for it.
        assert_eq!(self.ask("GET", "/sign-in", "", "").status(), 200);
        let done = Command::new("kill").args(["-INT", &self.child.id().to_string()]).status().unwrap();
        assert!(done.success());
        assert_eq!(self.child.wait().unwrap().code(), Some(0));
    }
}

impl Drop for Demonstration {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

struct Heard {
    head: String,
    body: Vec<u8>,
}

impl Heard {
    fn status(&self) -> u16 {
        self.head.split(' ').nth(1).unwrap().parse().unwrap()
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// Every address of our own on a page.
fn links(page: &str, begin: &str) -> Vec<String> {
    let all = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    all.filter(|link| link.starts_with(begin)).map(|link| link.replace("&amp;", "&")).collect()
}

#[test]
fn whoever_looks_around_finds_something_on_every_page_and_nothing_stays() {
    let house = House::new();
    house.write("home/keep.txt", "mine");
    let demo = Demonstration::start(&house, &[]);
    let folder = demo.folder();
    assert!(folder.join("store.db").exists());
    let mette = demo.sign_in("Mette Holm", "mette");
    let front = demo.ask("GET", "/o/kvistmark-feltnet-a-s", &mette, "").text();
    assert!(front.contains("This is a demonstration") && front.contains("Kvistmark EG-200"), "{front}");
    let product = links(&front, "/o/kvistmark-feltnet-a-s/products/").remove(0);
    for (path, says) in [
        (product.clone(), "art14-2-a"),
        (format!("{product}/releases/1.9.0?named=openssh"), "9.2p1-2+deb12u2"),
        (format!("{product}/releases/2.0.0?named=openssh"), "9.2p1-2+deb12u3"),
        (format!("{product}/documents"), "question-of-the-market-surveillance-authority"),
        ("/o/kvistmark-feltnet-a-s/approvals".to_owned(), "not compiled into our build"),
        ("/o/kvistmark-feltnet-a-s/findings".to_owned(), "CVE-"),
        ("/o/kvistmark-feltnet-a-s/ledger".to_owned(), "place-hold"),
        ("/o/kvistmark-feltnet-a-s/people".to_owned(), "Rita Falk"),
        ("/o/dohlennest-software-gmbh".to_owned(), "Dohlennest"),
        ("/o/dohlennest-software-gmbh/documents".to_owned(), "Download the pack"),
        ("/no-such-page".to_owned(), "This is a demonstration"),
    ] {
        let seen = demo.ask("GET", &path, &mette, "");
        let page = seen.text();
        assert!(page.contains("This is a demonstration"), "{path}: {page}");
        assert!(page.contains(says), "{path}: no `{says}` in {page}");
    }
    demo.end();
    assert!(!folder.exists(), "it is gone");
    assert_eq!(fs::read(house.home().join("keep.txt")).unwrap(), b"mine");
    assert!(!house.home().join("store.db").exists(), "nobody else's home was touched");
}

#[test]
fn a_pack_taken_along_is_verified_by_a_stranger_and_says_what_the_command_line_says() {
    let house = House::new();
    let demo = Demonstration::start(&house, &[]);
    let rita = demo.sign_in("Rita Falk", "rita");
    let page = demo.ask("GET", "/o/dohlennest-software-gmbh/documents", &rita, "").text();
    let pack = links(&page, "/api/v1/").into_iter().find(|link| link.contains("/packs/")).unwrap();
    let taken = demo.ask("GET", &pack, &rita, "");
    assert_eq!(taken.status(), 200, "{}", taken.text());
    let key = demo.ask("GET", "/ledger/key", "", "").text();
    let path = house.write("taken.zip", &taken.body);
    let done = house.run(&["verify", text(&path), "--key", key.lines().next().unwrap()]).ends(0);
    done.shows("the pack is intact");
    demo.end();

    // The same input on the same day, on the command line.
    let archive = Archive::parse(&taken.body).unwrap();
    let papers = PathBuf::from("out");
    let manifest: serde_json::Value = serde_json::from_slice(archive.get("manifest.json").unwrap()).unwrap();
    let day = manifest["made_at"].as_str().unwrap()[..10].to_owned();
    let out = house.path(text(&papers));
    let folder = example("password-manager");
    let done = house.run(&["assess", text(&folder), "--on", &day, "--out", text(&out)]);
    assert!(matches!(done.code, Some(0 | 1)), "{done:?}");
    assert_same(&archive, &Archive::parse(&fs::read(out.join("evidence-pack.zip")).unwrap()).unwrap());
}

/// The same files under the same names; only ids and instants differ, in what was made.
fn assert_same(window: &Archive, line: &Archive) {
    let own = |archive: &Archive| -> Vec<String> {
        let all = archive.files().iter().map(|file| file.path.clone());
        all.filter(|path| !path.starts_with("ledger/")).collect()
    };
    assert_eq!(own(window), own(line));
    let made = ["manifest.json", "SHA256SUMS", "results/assessment.json", "papers/sbom.cdx.json"];
    for path in own(window).iter().filter(|path| !made.contains(&path.as_str())) {
        let (one, other) = (window.get(path).unwrap(), line.get(path).unwrap());
        let told = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        if Path::new(path).extension().is_some_and(|end| end == "pdf") {
            assert!(one.len().abs_diff(other.len()) < 64, "{path}");
        } else {
            assert_eq!(told(one), told(other), "{path}");
        }
    }
}

#[test]
fn a_home_in_use_another_machine_and_a_database_are_refused() {
    let house = House::new();
    house.write("used/store.db", "x");
    let used = house.path("used");
    let done = house.run(&["serve", "--demo", "--home", text(&used)]);
    assert!(done.code != Some(0) && done.err.contains("evidence-demo-home-in-use"), "{done:?}");
    let done = house.run(&["serve", "--demo", "--listen", "0.0.0.0:0"]);
    assert!(done.code != Some(0) && done.err.contains("evidence-demo-loopback"), "{done:?}");
    let done = house.run(&["serve", "--demo", "--database", "postgres://x"]);
    assert!(done.code != Some(0) && done.err.contains("evidence-demo-store"), "{done:?}");
    let empty = house.path("empty");
    let demo = Demonstration::start(&house, &["--home", text(&empty)]);
    demo.sign_in("Rita Falk", "rita");
    demo.end();
    assert!(empty.join("store.db").exists(), "a directory that was named stays");

    // And is opened again: nothing is brought in twice, and each has a new link.
    let again = Demonstration::start(&house, &["--home", text(&empty)]);
    assert!(!again.said.iter().any(|line| line.contains("Bringing the example")), "{:?}", again.said);
    for (name, account) in [("Rita Falk", "rita"), ("Ida Krog", "ida")] {
        let session = again.sign_in(name, account);
        let page = again.ask("GET", "/o/kvistmark-feltnet-a-s", &session, "").text();
        assert!(page.contains("This is a demonstration") && page.contains("Kvistmark EG-200"), "{page}");
    }
    again.end();
}
