//! A newer state of the law arrives: signed, it changes the routes without a new program; anything else is refused.

use std::fs;
use std::path::{Path, PathBuf};

use proofmark_facts::Sha256;
use serde_json::Value;

use crate::check::{IMPORTER, dossier};
use crate::house::{Done, House, files_below, text};
use crate::modification::version;

const BUILT_IN: &str = include_str!("../../../law/data/states/2026-11-21.toml");

const DOSSIER: &str = r#"
proofmark = 1

[operator]
name = "Kernwerk GmbH"
established_in = "DE"
person = "legal"
activity = { develops_or_has_developed = true, markets_under_own_name = true }

[product]
name = "Kern"
kind = "software"

[product.core_functionality]
is = "Controls how programs run on a device"
category = "III.I.11"
because = "It abstracts the hardware and controls the execution of software."

[scope]
data_connection = "indirect"
supply = { on_union_market = true, price = true }

[release]
version = "1.0"

[[conformity.standards]]
reference = "ETSI EN 304 626 V1.1.1"
applied = "in-full"
covers_core_functionality = true
"#;

/// A state of this day that cites the standard for operating systems.
fn citing(as_of: &str) -> String {
    let reference = "reference = \"ETSI EN 304 626\"\n";
    let cited = format!("{reference}cited_on = \"{as_of}\"\n");
    assert!(BUILT_IN.contains(reference));
    BUILT_IN
        .replace(reference, &cited)
        .replace("as_of = \"2026-11-21\"", &format!("as_of = \"{as_of}\""))
        .replace("evidence_newest = \"2026-10-07\"", &format!("evidence_newest = \"{as_of}\""))
}

/// A publisher with a key of its own, and a maker of operating systems.
struct Publisher {
    house: House,
    key: PathBuf,
    product: PathBuf,
}

impl Publisher {
    fn new() -> Self {
        let house = House::new();
        let home = house.path("publisher");
        let printed = house.run(&["ledger", "key", "--home", text(&home)]).ends(0);
        let key = house.write("publisher.key", &printed.out);
        let product = house.write("kern/proofmark.toml", DOSSIER).parent().unwrap().to_owned();
        Self { house, key, product }
    }

    fn signed(&self, state: &str, name: &str) -> PathBuf {
        let plain = self.house.write(&format!("{name}.toml"), state);
        let signed = self.house.path(&format!("{name}.signed"));
        let home = self.house.path("publisher");
        let home = text(&home);
        self.house.run(&["law", "sign", text(&plain), "--out", text(&signed), "--home", home]).ends(0);
        signed
    }

    fn use_with_key(&self, signed: &Path) -> Done {
        self.house.run(&["law", "use", text(signed), "--key", text(&self.key), "--format", "json"])
    }

    fn assess(&self) -> Value {
        let day = "2026-12-20";
        self.house.run(&["assess", text(&self.product), "--on", day, "--format", "json"]).json()
    }

    fn in_use(&self) -> Value {
        self.house.run(&["law", "show", "--format", "json"]).ends(0).json()
    }
}

fn opens_internal_control(assessment: &Value) -> bool {
    let open = assessment["verdict"]["routes"]["open"].as_array().unwrap();
    open.iter().any(|route| route["procedure"] == "A")
}

#[test]
fn a_signed_newer_state_opens_internal_control_for_an_operating_system() {
    let publisher = Publisher::new();
    let house = &publisher.house;
    assert!(!opens_internal_control(&publisher.assess()));
    let lines = house.ledger_lines();
    let newer = citing("2026-12-15");
    let signed = publisher.signed(&newer, "newer");

    // What it would change is known before it is believed.
    let diff = ["law", "diff", "in-use", text(&signed), text(&publisher.product), "--on", "2026-12-20"];
    let shown = house.run(&diff).ends(0);
    shown.shows("standard[ETSI EN 304 626].cited_on was nothing, is 2026-12-15");
    shown.shows("opens: A");
    let json = house.run(&[&diff[..], &["--format", "json"]].concat()).ends(0).json();
    house.assert_fits("law-diff", &json);
    assert_eq!(json["products"][0]["changes"]["opened"], serde_json::json!(["A"]));
    assert_eq!(house.ledger_lines(), lines, "comparing keeps nothing");

    let used = publisher.use_with_key(&signed).ends(0).json();
    house.assert_fits("law-in-use", &used);
    assert_eq!(used["origin"]["is"], "signed");
    assert_eq!(house.ledger_lines(), lines + 1, "one action, one line");
    let assessment = publisher.assess();
    assert!(opens_internal_control(&assessment));
    assert_eq!(assessment["verdict"]["state"]["as_of"], "2026-12-15");
    assert_eq!(assessment["verdict"]["state"]["digest"], Sha256::of(newer.as_bytes()).to_string());
    let history = house.run(&["law", "history", "--format", "json"]).ends(0).json();
    house.assert_fits("law-history", &history);
    assert_eq!((history[0]["in_use"].as_bool(), history[1]["in_use"].as_bool()), (Some(false), Some(true)));

    // The publisher's next state needs no key to be named again; going back needs none either.
    let next = publisher.signed(&citing("2026-12-18"), "next");
    house.run(&["law", "use", text(&next)]).ends(0);
    assert_eq!(publisher.in_use()["name"]["as_of"], "2026-12-18");
    house.run(&["law", "use", "--built-in"]).ends(0);
    assert_eq!(publisher.in_use()["origin"]["is"], "built-in");
    assert!(!opens_internal_control(&publisher.assess()));
}

#[test]
fn every_command_here_asks_the_state_in_use() {
    let publisher = Publisher::new();
    let house = &publisher.house;
    publisher.use_with_key(&publisher.signed(&citing("2026-12-15"), "newer")).ends(0);
    let product = text(&publisher.product);
    let importers = dossier(house, IMPORTER, &[]);
    let [earlier, newer] = ["1.4.0", "1.4.1"].map(version);
    let states = || {
        [
            &["maturity", product, "--on", "2026-12-20"][..],
            &["check", text(&importers), "--on", "2028-02-01"],
            &["modification", text(&earlier), text(&newer)],
        ]
        .map(|command| house.run(&[command, &["--format", "json"]].concat()).json()["state"]["as_of"].clone())
    };
    assert_eq!(states(), ["2026-12-15"; 3].map(Value::from));
    house.run(&["law", "use", "--built-in"]).ends(0);
    assert_eq!(states(), ["2026-11-21"; 3].map(Value::from));
}

#[test]
fn what_is_not_signed_by_whom_it_should_be_is_refused_and_changes_nothing() {
    let publisher = Publisher::new();
    let house = &publisher.house;
    let newer = citing("2026-12-15");
    let signed = publisher.signed(&newer, "newer");
    let written = fs::read_to_string(&signed).unwrap();

    let refused = |file: &Path, words: &str| {
        let done = publisher.use_with_key(file);
        assert!(done.out.is_empty(), "{done:?}");
        done.ends(3).tells(words);
    };
    // A citation moved to another standard after signing.
    let tampered = written.replace("cited_on = \"2026-12-15\"", "cited_on = \"2026-12-01\"");
    assert_ne!(tampered, written);
    refused(&house.write("tampered.signed", tampered), "routes-state-tampered");
    refused(&house.write("unsigned.toml", &newer), "routes-state-not-signed");
    refused(&house.write("nonsense.signed", "nonsense"), "routes-state-not-signed");
    house.run(&["law", "use", text(&signed)]).ends(3).tells("signed, but by no key that is believed here");
    // Signed by the right key, and still no state of the law.
    let other = newer.replace("2027-12-11", "2030-12-11");
    let plain = house.write("other.toml", other);
    let home = house.path("publisher");
    house.run(&["law", "sign", text(&plain), "--home", text(&home)]).ends(3).tells("not the Regulation's");
    assert_eq!(house.ledger_lines(), 0);
    assert_eq!(publisher.in_use()["origin"]["is"], "built-in");
}

#[test]
fn a_kept_state_that_was_changed_afterwards_is_never_used() {
    let publisher = Publisher::new();
    let house = &publisher.house;
    publisher.use_with_key(&publisher.signed(&citing("2026-12-15"), "newer")).ends(0);
    let written = "cited_on = \"2026-12-15\"";
    let kept: Vec<PathBuf> = files_below(&house.home())
        .into_iter()
        .filter(|path| fs::read_to_string(path).is_ok_and(|text| text.contains(written)))
        .collect();
    assert_eq!(kept.len(), 1, "{kept:?}");
    let changed = fs::read_to_string(&kept[0]).unwrap().replace(written, "cited_on = \"2026-12-01\"");
    fs::remove_file(&kept[0]).unwrap();
    fs::write(&kept[0], changed).unwrap();
    house.run(&["law", "show"]).ends(5);
    house.run(&["assess", text(&publisher.product), "--on", "2026-12-20"]).ends(5);
    // The way back stays open.
    house.run(&["law", "use", "--built-in"]).ends(0);
    house.run(&["law", "show"]).ends(0);
}

#[test]
fn an_older_state_is_refused_unless_it_is_asked_for() {
    let publisher = Publisher::new();
    let house = &publisher.house;
    let newer = publisher.signed(&citing("2026-12-15"), "newer");
    let older = publisher.signed(&citing("2026-12-01"), "older");
    let ancient = publisher.signed(&citing("2026-11-01"), "ancient");
    publisher.use_with_key(&newer).ends(0);
    publisher.use_with_key(&older).ends(3).tells("routes-state-older");
    assert_eq!(publisher.in_use()["name"]["as_of"], "2026-12-15");
    house.run(&["law", "use", text(&older), "--older"]).ends(0);
    assert_eq!(publisher.in_use()["name"]["as_of"], "2026-12-01");
    // Older than what is built in, and in use all the same, because somebody said so.
    house.run(&["law", "use", text(&ancient)]).ends(3);
    house.run(&["law", "use", text(&ancient), "--older"]).ends(0);
    assert_eq!(publisher.in_use()["name"]["as_of"], "2026-11-01");
}

#[test]
fn nothing_needs_a_home_before_something_is_kept() {
    let house = House::new();
    let all = house.run(&["law", "show", "--all"]).ends(0);
    all.shows("nothing is computed from them");
    all.shows("Fines up to 15000000 euro or 2.5 % of worldwide annual turnover");
    assert!(all.out.lines().all(|line| line.chars().count() <= 80));
    house.run(&["law", "history"]).ends(0).shows("in use");
    house.run(&["law", "diff", "built-in", "2026-11-21"]).ends(0).shows("Nothing stands differently.");
    house.run(&["law", "use"]).ends(2);
    house.run(&["law", "use", "x", "--built-in"]).ends(2);
    assert!(!house.home().exists());
}
