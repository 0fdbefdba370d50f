//! Publishers of CSAF documents by what they say of themselves: found, their keys believed, their documents verified and carried.

use proofmark_facts::Sha256;
use serde_json::{Value, json};

use crate::house::{Done, House, text};
use crate::mirror::{Mirror, Says};

const NOT_THERE: Says = Says::Head("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");

/// Signed by the publisher, and by somebody else.
const FIRST: &str = include_str!("provider_documents/lamp-2026-1.json");
const FIRST_SIGNATURE: &[u8] = include_bytes!("provider_documents/lamp-2026-1.json.asc");
const SECOND: &str = include_str!("provider_documents/lamp-2026-2.json");
const FOREIGN_SIGNATURE: &[u8] = include_bytes!("provider_documents/lamp-2026-2.json.asc");

const KEY: &[u8] = include_bytes!("../../../../fuzz/seeds/openpgp/psirt.key.asc");
const OTHER_KEY: &[u8] = include_bytes!("../../../../fuzz/seeds/openpgp/sub.key.asc");
const PRINT: &str = "277b3afd6e1f51b2b23828ba6917c429b2fdcc0e";

const OLD: &str = "2026-05-01T00:00:00Z";
const NEW: &str = "2026-06-01T00:00:00Z";
const FEED: &str = "csaf-lamp";

fn run(house: &House, words: &[&str]) -> Done {
    let mut arguments = vec!["feeds"];
    arguments.extend(words);
    arguments.extend(["--allow-network", "127.0.0.1"]);
    house.run(&arguments)
}

fn sync(house: &House) -> Done {
    run(house, &["sync", "--only", FEED])
}

fn metadata(mirror: &Mirror, role: &str, distributions: &Value, print: &str) -> Vec<u8> {
    json!({"canonical_url": mirror.origin() + "/.well-known/csaf/provider-metadata.json", "metadata_version": "2.0",
        "role": role, "publisher": {"category": "vendor", "name": "Lamp PSIRT", "namespace": "https://lamp.example"},
        "list_on_CSAF_aggregators": true, "mirror_on_CSAF_aggregators": false, "last_updated": OLD,
        "public_openpgp_keys": [{"fingerprint": print.to_uppercase(), "url": mirror.url("csaf") + "key.asc"}],
        "distributions": distributions})
    .to_string()
    .into_bytes()
}

const WELL_KNOWN: &str = "/.well-known/csaf/provider-metadata.json";

/// A document in the open folder, with its digest, and a signature where it has one.
fn has_document(mirror: &Mirror, name: &str, document: &str, signature: Option<&[u8]>) {
    let at = format!("/csaf/white/{name}");
    mirror.has(&at, document.as_bytes());
    mirror.has(&format!("{at}.sha256"), format!("{}  {name}\n", Sha256::of(document.as_bytes())).as_bytes());
    match signature {
        Some(signature) => mirror.has(&format!("{at}.asc"), signature),
        None => mirror.says(&format!("{at}.asc"), &[NOT_THERE]),
    }
}

fn has_lists(mirror: &Mirror, documents: &[(&str, &str)]) {
    let index: Vec<String> = documents.iter().map(|(name, _)| format!("{name}\n")).collect();
    let changes: Vec<String> = documents.iter().map(|(name, at)| format!("\"{name}\",\"{at}\"\n")).collect();
    mirror.has("/csaf/white/index.txt", index.concat().as_bytes());
    mirror.has("/csaf/white/changes.csv", changes.concat().as_bytes());
}

/// A publisher with a folder of two documents, one signed.
fn folder(mirror: &Mirror) {
    let places = json!([{"directory_url": mirror.url("csaf") + "white/"}]);
    mirror.has(WELL_KNOWN, &metadata(mirror, "csaf_trusted_provider", &places, PRINT));
    mirror.has("/csaf/key.asc", KEY);
    has_lists(mirror, &[("2026/lamp-2026-1.json", OLD), ("2026/lamp-2026-2.json", OLD)]);
    has_document(mirror, "2026/lamp-2026-1.json", FIRST, Some(FIRST_SIGNATURE));
    has_document(mirror, "2026/lamp-2026-2.json", SECOND, None);
}

fn added(mirror: &Mirror) -> House {
    let house = House::new();
    run(&house, &["provider", "add", &mirror.origin(), "--name", FEED]).ends(0).shows(PRINT);
    mirror.asked();
    house
}

fn standing(house: &House) -> Value {
    let done = house.run(&["feeds", "status", "--format", "json"]);
    done.json()["feeds"].as_array().unwrap().iter().find(|feed| feed["name"] == FEED).unwrap().clone()
}

#[test]
fn a_publisher_is_found_and_its_documents_are_a_feed_like_the_others() {
    let mirror = Mirror::open();
    folder(&mirror);
    let house = added(&mirror);
    sync(&house).ends(0).shows("2 records, 0 before");
    let told = standing(&house);
    assert_eq!(told["csaf"], json!({"publisher": "Lamp PSIRT", "verified": 1, "unsigned": 1}));
    assert_eq!((&told["publisher"], &told["alarms"]), (&json!("Lamp PSIRT"), &json!([])));
    house.run(&["feeds", "status"]).shows("signatures verified: 1; without: 1");
    assert!(house.run(&["explain", "CVE-2026-2001"]).out.contains("CVE-2026-2001"));
    mirror.asked();
    sync(&house).ends(0).shows("up to date, 2 records");
    assert!(mirror.asked().iter().all(|path| !path.contains("lamp-2026")), "no document is fetched again");

    // What is listed anew is fetched; what shrinks too far is refused.
    has_lists(&mirror, &[("2026/lamp-2026-1.json", OLD), ("2026/lamp-2026-2.json", NEW)]);
    sync(&house).ends(0).shows("2 records, 2 before");
    has_lists(&mirror, &[("2026/lamp-2026-1.json", OLD)]);
    sync(&house).ends(1).shows("it has 1 records and had 2");
    assert_eq!(standing(&house)["alarms"], json!(["shrunk"]));

    // It is carried to where nothing is fetched, and its age is watched there too.
    let (there, bundle) = (House::new(), house.path("feeds.bundle"));
    house.run(&["feeds", "export", text(&bundle)]).ends(0);
    let key = house.run(&["ledger", "key"]).ends(0).out.lines().next().unwrap().to_owned();
    there.run(&["feeds", "import", text(&bundle), "--key", &key]).ends(0);
    let told = standing(&there);
    assert_eq!(told["csaf"]["verified"], 1);
    assert_eq!(told["every_hours"], 12);

    house.run(&["feeds", "provider", "remove", FEED]).ends(0);
    assert!(!house.home().join("feeds").join(FEED).exists());
    house.run(&["feeds", "provider", "remove", FEED]).ends(3);
}

#[test]
fn a_document_with_a_bad_signature_or_digest_is_refused() {
    let mirror = Mirror::open();
    folder(&mirror);
    let house = added(&mirror);
    for (signature, why) in [
        (FOREIGN_SIGNATURE, "by none of the keys that are known"),
        (FIRST_SIGNATURE, "it is not of this document"),
        (b"<html>".as_slice(), "it is no OpenPGP signature"),
    ] {
        has_document(&mirror, "2026/lamp-2026-2.json", SECOND, Some(signature));
        sync(&house).ends(1).shows(why);
    }
    has_document(&mirror, "2026/lamp-2026-2.json", SECOND, None);
    mirror.has("/csaf/white/2026/lamp-2026-2.json", FIRST.as_bytes());
    sync(&house).ends(1).shows("the digest that is published beside it");
    // A trusted provider's document without a digest is none; another role's need not have one.
    has_document(&mirror, "2026/lamp-2026-2.json", SECOND, None);
    mirror.says("/csaf/white/2026/lamp-2026-2.json.sha256", &[NOT_THERE]);
    sync(&house).ends(1).shows("its digest is not there");
    assert!(!house.home().join("vulnerabilities.index").exists());
    let places = json!([{"directory": {"tlp_label": "CLEAR", "url": mirror.url("csaf") + "white/"}}]);
    mirror.has(WELL_KNOWN, &metadata(&mirror, "csaf_provider", &places, PRINT));
    sync(&house).ends(0).shows("2 records, 0 before");
}

#[test]
fn a_key_that_changed_is_told_and_refused_until_it_is_accepted() {
    let mirror = Mirror::open();
    folder(&mirror);
    let house = added(&mirror);
    // Another key under the fingerprint that is accepted.
    mirror.has("/csaf/key.asc", OTHER_KEY);
    sync(&house).ends(1).shows("not the one the metadata name");
    let other = "9eee08bf30a6f46a1f8607b780940f1215ba7cab";
    let places = json!([{"directory_url": mirror.url("csaf") + "white/"}]);
    mirror.has(WELL_KNOWN, &metadata(&mirror, "csaf_trusted_provider", &places, other));
    sync(&house).ends(1).shows("the publisher's keys changed");
    run(&house, &["provider", "add", &mirror.origin(), "--name", FEED]).ends(3).tells("keys changed");
    run(&house, &["provider", "accept-keys", FEED]).ends(0).shows(other);
    sync(&house).ends(1).shows("by none of the keys that are known");
    // None any more is a change like any other: else nothing would be verified that was before.
    let none = String::from_utf8(metadata(&mirror, "csaf_trusted_provider", &places, PRINT)).unwrap();
    mirror.has(WELL_KNOWN, none.replace("public_openpgp_keys", "other").as_bytes());
    sync(&house).ends(1).shows("the publisher's keys changed");
}

#[test]
fn a_feed_is_read_and_only_what_is_for_everybody() {
    let mirror = Mirror::open();
    folder(&mirror);
    let url = mirror.url("csaf") + "white/2026/lamp-2026-1.json";
    let link = |rel: &str, end: &str| json!({"rel": rel, "href": format!("{url}{end}")});
    let feed = json!({"feed": {"id": "f", "updated": OLD, "entry": [{"id": "LAMP-2026-1", "title": "t",
        "updated": OLD, "published": OLD, "content": {"type": "application/json", "src": url},
        "link": [link("self", ""), link("hash", ".sha256"), link("signature", ".asc")]}]}});
    mirror.has("/csaf/feed-white.json", feed.to_string().as_bytes());
    let places = |label: &str| {
        json!([{"rolie": {"feeds": [
            {"tlp_label": "AMBER", "url": mirror.url("csaf") + "feed-amber.json"},
            {"tlp_label": label, "url": mirror.url("csaf") + "feed-white.json"}]}}])
    };
    mirror.has(WELL_KNOWN, &metadata(&mirror, "csaf_trusted_provider", &places("WHITE"), PRINT));
    let house = added(&mirror);
    sync(&house).ends(0).shows("one record, 0 before");
    assert_eq!(standing(&house)["csaf"]["verified"], 1);
    assert!(!mirror.asked().contains(&"/csaf/feed-amber.json".to_owned()));
    mirror.has(WELL_KNOWN, &metadata(&mirror, "csaf_trusted_provider", &places("GREEN"), PRINT));
    sync(&house).ends(1).shows("none of its feeds and folders is for everybody");
    // A feed that leads into the house, or out over an open line, is not followed.
    for (href, why) in
        [("https://10.0.0.1/x.json", "may not be reached"), ("http://lamp.example/x.json", "TLS")]
    {
        let away = feed.to_string().replace(&url, href).replace(OLD, NEW);
        mirror.has("/csaf/feed-white.json", away.as_bytes());
        mirror.has(WELL_KNOWN, &metadata(&mirror, "csaf_trusted_provider", &places("WHITE"), PRINT));
        sync(&house).ends(1).shows(why);
    }
    assert_eq!(standing(&house)["records"], 1);
}

#[test]
fn a_publisher_that_misbehaves_leaves_the_copy_that_is_held() {
    let mirror = Mirror::open();
    folder(&mirror);
    let house = added(&mirror);
    sync(&house).ends(0);
    let whole = metadata(&mirror, "csaf_trusted_provider", &json!([]), PRINT);
    let elsewhere =
        "HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/latest\r\nContent-Length: 0\r\n\r\n";
    for (says, why) in [
        (vec![NOT_THERE], "404"),
        (vec![Says::Head(elsewhere)], "may not be reached"),
        (vec![Says::Half(whole.clone(), "\"a\"".to_owned(), whole.len() / 2)], ""),
        (vec![crate::mirror::file(b"{\"role\": \"csaf_king\"}")], "is no role"),
        (
            vec![Says::Head("HTTP/1.1 503 Busy\r\nRetry-After: 7200\r\nContent-Length: 0\r\n\r\n")],
            "not asked again before",
        ),
    ] {
        mirror.says(WELL_KNOWN, &says);
        sync(&house).ends(1).shows(why);
        assert_eq!(standing(&house)["records"], 2);
    }
}

#[test]
fn a_domain_without_a_well_known_address_is_looked_for_in_order() {
    let (house, mirror) = (House::new(), Mirror::open());
    run(&house, &["provider", "add", &mirror.origin()]).ends(3).tells("says where its CSAF documents are");
    assert_eq!(mirror.asked(), [WELL_KNOWN, "/.well-known/security.txt", "/security.txt"]);
    // Over an open line nobody is asked.
    run(&house, &["provider", "add", "http://lamp.example"]).ends(3).tells("TLS");
    run(&house, &["provider", "add", "https://127.0.0.1:9", "--name", "csaf-red-hat"]).ends(2);
    assert!(house.run(&["feeds", "provider", "add", &mirror.origin()]).code != Some(0), "without permission");
    let list = include_str!("../../../../fuzz/seeds/csaf_provider/aggregator.json");
    mirror.has("/aggregator.json", list.as_bytes());
    let url = mirror.origin() + "/aggregator.json";
    run(&house, &["provider", "list", &url]).ends(0).shows("Bulb GmbH");
    let listed = run(&house, &["provider", "list", &url, "--format", "json"]).ends(0).json();
    assert_eq!(listed[0]["metadata"], "https://lamp.example/.well-known/csaf/provider-metadata.json");
    house.run(&["feeds", "sync", "--only", "csaf-nobody"]).ends(3).tells("there is no feed");
}
