//! Issuing a declaration of conformity through the program: two people at the window, a pack that carries it, and the
//! command line, which looks and saves.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};

use proofmark_actions::Archive;
use proofmark_facts::Duty;
use serde_json::{Value, json};

use crate::house::{House, text};
use crate::served::{PASSWORD, Served};

const DOSSIER: &str = include_str!("../../../actions/tests/people/issuing.toml");
const SBOM: &str = r#"{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
    "metadata": {"component": {"type": "application", "bom-ref": "app", "name": "Gateway"}},
    "components": [{"type": "library", "bom-ref": "lp", "name": "left-pad", "version": "1.1.0",
      "purl": "pkg:npm/left-pad@1.1.0"}], "dependencies": [{"ref": "app", "dependsOn": ["lp"]}]}"#;
const ADVISORY: &str = r#"{"schema_version": "1.6.0", "id": "GHSA-aaaa-bbbb-cccc",
    "modified": "2026-01-01T00:00:00Z", "affected": [{"package": {"ecosystem": "npm", "name": "left-pad"},
    "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "1.0.0"}]}]}]}"#;
const FORMS: [&str; 3] = [
    "eu-declaration-of-conformity.pdf",
    "eu-declaration-of-conformity.html",
    "eu-declaration-of-conformity.json",
];

/// A person at the window: their session, and the token of its forms.
struct Person<'a> {
    served: &'a Served,
    cookie: String,
    form: String,
}

impl<'a> Person<'a> {
    fn sign_in(served: &'a Served, name: &str) -> Self {
        let mut person = Self { served, cookie: String::new(), form: String::new() };
        let word = PASSWORD.replace(' ', "+").replace(',', "%2C");
        let sent = format!("name={name}&password={word}&next=%2F");
        let (status, head, body) =
            person.send("POST", "/sign-in", "application/x-www-form-urlencoded", &sent);
        assert_eq!(status, 303, "{body}");
        let cookies = head.lines().filter_map(|line| line.split_once(": "));
        let given = cookies.filter(|(name, _)| name.eq_ignore_ascii_case("set-cookie"));
        let mut all = given.filter_map(|(_, value)| value.split(';').next());
        all.find(|cookie| cookie.contains("proofmark-session=")).unwrap().clone_into(&mut person.cookie);
        let (_, _, page) = person.send("GET", "/account", "text/html", "");
        let at = page.find(r#"name="form" value=""#).unwrap();
        person.form = page[at + 19..].chars().take(64).collect();
        person
    }

    fn send(&self, method: &str, path: &str, media: &str, body: &str) -> (u16, String, String) {
        let address = self.served.url.strip_prefix("http://").unwrap();
        let mut stream = TcpStream::connect(address).unwrap();
        let accept = if media == "application/json" { media } else { "text/html" };
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: {address}\r\nAccept: {accept}\r\nCookie: {}\r\nX-Form-Token: {}\r\n\
             Sec-Fetch-Site: same-origin\r\nConnection: close\r\nContent-Type: {media}\r\nContent-Length: {}\r\n\r\n{body}",
            self.cookie,
            self.form,
            body.len()
        );
        stream.write_all(head.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        (status, head, String::from_utf8_lossy(&bytes[end + 4..]).into_owned())
    }

    /// Says something to the API of the operator with the token of a pipeline, and gives the answer.
    fn tell_with_token(&self, place: &str, said: &Value) -> String {
        let bearer = format!("{}\r\nAuthorization: Bearer {}", "none", self.served.token);
        let program = Person { served: self.served, cookie: String::new(), form: bearer };
        let path = format!("/api/v1/operators/{}/{place}", self.served.operator);
        let (status, _, body) = program.send("POST", &path, "application/json", &said.to_string());
        assert_eq!(status, 403, "{body}");
        body
    }

    /// Says something to the API of the operator.
    #[track_caller]
    fn tell(&self, place: &str, said: &Value, status: u16) -> Value {
        let path = format!("/api/v1/operators/{}/{place}", self.served.operator);
        let (found, _, body) = self.send("POST", &path, "application/json", &said.to_string());
        assert_eq!(found, status, "{body}");
        serde_json::from_str(&body).unwrap_or_default()
    }
}

fn release(house: &House) -> PathBuf {
    let dossier = DOSSIER.replace("completed_on = 2027-01-10", "completed_on = 2026-11-01");
    house.write("gateway/sbom.cdx.json", SBOM);
    house.write("gateway/documents/risks.md", "Risks.");
    house.write("gateway/advisories/one.json", ADVISORY);
    house.write("gateway/proofmark.toml", dossier).parent().unwrap().to_owned()
}

#[test]
fn two_people_issue_it_and_the_pack_carries_it_wherever_it_is_verified() {
    let (house, mut served) = (House::new(), Served::of("Maker GmbH"));
    served.let_in("ben", &[Duty::Approver]);
    let directory = release(&house);
    served.ask(&house, &["assess", text(&directory)]).ends(0);
    let show = ["declaration", "show", "gateway", "1.0.0"];
    let save =
        |out: &Path| ["declaration", "save", "gateway", "1.0.0", "--out", text(out)].map(str::to_owned);
    let draft = served.ask(&house, &show).ends(6);
    draft.shows("Draft, not issued");
    let nowhere = house.path("nowhere");
    let none = served.ask(&house, &save(&nowhere).each_ref().map(String::as_str));
    none.tells("No declaration was issued for 1.0.0");
    assert!(none.code != Some(0) && !nowhere.exists());

    let (anna, ben) = (Person::sign_in(&served, "anna"), Person::sign_in(&served, "ben"));
    let proposal = json!({ "because": "first release",
        "signing": { "name": "Maria Maker", "function": "Managing director", "place": "Graz" } });
    let declaration = "products/gateway/releases/1.0.0/declaration";
    // What has a secret of a pipeline is no person.
    let refused = anna.tell_with_token(declaration, &proposal);
    assert!(refused.contains("access-in-person"), "{refused}");
    let proposed = anna.tell(declaration, &proposal, 202);
    let id = proposed["proposal"].as_str().unwrap();
    let approve = format!("proposals/{id}/approve");
    let own = anna.tell(&approve, &json!({}), 403);
    assert!(["access-may-not", "access-proposal-own"].contains(&own["code"].as_str().unwrap()), "{own}");
    served.ask(&house, &show).ends(6).shows("Waiting for a second person");
    ben.tell(&approve, &json!({ "because": "read" }), 200);

    let issued = served.ask(&house, &show).ends(0);
    issued.shows("Proposed by anna, approved by ben");
    // In the home the same is shown as at the server.
    let home = served.at.home();
    let here = house.run(&[&show[..], &["--home", text(&home)]].concat()).ends(0);
    assert_eq!(here.out, issued.out);
    let written = served.ask(&house, &[&show[..], &["--format", "json"]].concat()).ends(0).json();
    house.assert_fits("declaration", &written);
    let (here, there) = (house.path("here"), house.path("there"));
    let at_home = [&save(&here)[..], &["--home".to_owned(), text(&home).to_owned()]].concat();
    house.run(&at_home.iter().map(String::as_str).collect::<Vec<_>>()).ends(0);
    served.ask(&house, &save(&there).each_ref().map(String::as_str)).ends(0);

    // The pack holds what was issued, byte for byte, and a stranger verifies it.
    let papers = house.path("papers");
    served.ask(&house, &["assess", text(&directory), "--out", text(&papers)]).ends(0);
    let pack = papers.join("evidence-pack.zip");
    let key = house.write("key", served.ask(&house, &["ledger", "key"]).out);
    drop((anna, ben));
    drop(served);
    house.run(&["verify", text(&pack), "--key", text(&key)]).ends(0);
    let archive = Archive::parse(&fs::read(&pack).unwrap()).unwrap();
    for name in FORMS {
        let saved = fs::read(there.join(name)).unwrap();
        assert_eq!(archive.get(&format!("papers/{name}")).unwrap(), saved, "{name}");
        assert_eq!(fs::read(here.join(name)).unwrap(), saved, "{name}");
    }
    let html = fs::read_to_string(there.join(FORMS[1])).unwrap();
    assert!(html.contains("Maria Maker") && !html.contains("Not issued"), "{html}");
    // A byte of it changed is noticed.
    let mut bytes = fs::read(&pack).unwrap();
    let at = bytes.windows(11).position(|part| part == b"Maria Maker").unwrap_or(bytes.len() / 2);
    bytes[at] ^= 1;
    let changed = house.write("changed.zip", bytes);
    assert_ne!(house.run(&["verify", text(&changed), "--key", text(&key)]).code, Some(0));
}
