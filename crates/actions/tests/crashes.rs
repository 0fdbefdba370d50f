//! Killed at random points, on both databases: what was acknowledged is there, nothing is half done, the ledger verifies.
//!
//! The processes that are killed are this test's own program, started again for the last test alone. How many actions
//! are acknowledged before the end is told by `PROOFMARK_CRASH_ACTIONS` (120 for each database otherwise).
#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::io::{BufRead, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use jiff::Timestamp;
use proofmark_actions::{
    ChangeOrder, DecidedFinding, FilesOrder, FindingDecision, HandedFile, HoldOrder, KeptOrder, Over,
    assess_kept, decide_findings, keep_files, kept_advisories, place_hold, release_hold, subject,
    verify_ledger,
};
use proofmark_facts::{Actor, DecisionStatus, Keeping, Sha256};
use proofmark_law::StateOfTheLaw;
use proofmark_store::{Place, Store};

#[expect(
    dead_code,
    clippy::print_stderr,
    reason = "the store's own tests ask more of it, and are told what is missing"
)]
#[path = "../../store/tests/contract/cluster.rs"]
mod cluster;
#[path = "../../store/tests/contract/postgres_programs.rs"]
mod postgres_programs;

const OPERATOR: &str = "nordlicht-gmbh";

/// What the processes that are killed are told by.
const HOME: &str = "PROOFMARK_CRASH_HOME";
const DATABASE: &str = "PROOFMARK_CRASH_DATABASE";
const WRITER: &str = "PROOFMARK_CRASH_WRITER";
const SEED: &str = "PROOFMARK_CRASH_SEED";

#[test]
fn on_sqlite() {
    survives(None);
}

#[test]
fn on_postgresql() {
    if let Some(cluster) = cluster::Cluster::shared() {
        survives(Some(&cluster.new_database("crashes")));
    }
}

/// Two writers at a time, each killed after a while, until enough was acknowledged; then everything is held against it.
fn survives(database: Option<&str>) {
    let home = tempfile::tempdir().unwrap();
    let wanted: usize = std::env::var("PROOFMARK_CRASH_ACTIONS").map_or(120, |count| count.parse().unwrap());
    drop(open(home.path(), database));
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut acknowledged: Vec<(String, Sha256)> = Vec::new();
    let (mut killed, mut rounds) = (0, 0);
    while acknowledged.len() < wanted {
        rounds += 1;
        assert!(rounds < 40 + 4 * wanted, "only {} acknowledged in {rounds} rounds", acknowledged.len());
        let writers: Vec<Child> =
            (0..2).map(|writer| start(home.path(), database, writer, dice.roll())).collect();
        std::thread::sleep(Duration::from_millis(300 + dice.roll() % 900));
        for mut writer in writers {
            killed += usize::from(writer.try_wait().unwrap().is_none());
            writer.kill().unwrap_or_default();
            let output = writer.stdout.take().unwrap();
            for line in BufReader::new(output).lines() {
                // A line cut off by the kill was never acknowledged.
                let line = line.unwrap();
                let Some((subject, digest)) =
                    line.strip_prefix("kept ").and_then(|said| said.rsplit_once(' '))
                else {
                    assert!(!line.starts_with("trouble"), "{line}");
                    continue;
                };
                if let Ok(digest) = digest.parse() {
                    acknowledged.push((subject.to_owned(), digest));
                }
            }
            writer.wait().unwrap();
        }
    }
    assert!(killed > 0, "nobody was killed at work");
    hold_against(&open(home.path(), database), &acknowledged);
}

fn hold_against(store: &Store, acknowledged: &[(String, Sha256)]) {
    let lines = store.lines(0, usize::MAX).unwrap();
    let kept: std::collections::HashSet<Sha256> = lines.iter().map(|line| Sha256::of(&line.bytes)).collect();
    let lost: Vec<_> = acknowledged.iter().filter(|(_, digest)| !kept.contains(digest)).collect();
    assert!(lost.is_empty(), "{} of {} acknowledged actions are gone", lost.len(), acknowledged.len());
    let report = verify_ledger(store, None, Timestamp::UNIX_EPOCH).unwrap();
    assert!(report.sound, "{:?}", report.faults);
    assert_eq!(report.lines, lines.len() as u64);
}

fn start(home: &Path, database: Option<&str>, writer: usize, seed: u64) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "the_process_that_is_killed", "--nocapture"]);
    command.env(HOME, home).env(WRITER, writer.to_string()).env(SEED, seed.to_string());
    if let Some(database) = database {
        command.env(DATABASE, database);
    }
    command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap()
}

fn open(home: &Path, database: Option<&str>) -> Store {
    let place = Place::of_home(home);
    let place = match database {
        Some(url) => place.with_database(url).unwrap(),
        None => place,
    };
    Store::connect(&place).unwrap()
}

/// Nothing is asked of it unless a test above has started it.
#[test]
fn the_process_that_is_killed() {
    if std::env::var_os(HOME).is_none() {
        return;
    }
    let told = |name: &str| std::env::var(name).unwrap();
    let database = std::env::var(DATABASE).ok();
    let mut store = open(Path::new(&told(HOME)), database.as_deref());
    let work = Work { writer: told(WRITER), by: Actor::local(&format!("writer-{}", told(WRITER))) };
    let mut dice = Dice(told(SEED).parse().unwrap());
    work.keep_files(&mut store, dice.roll());
    for _ in 0..10_000 {
        work.something(&mut store, &mut dice);
    }
}

/// One writer's mixed work on a product of its own.
struct Work {
    writer: String,
    by: Actor,
}

impl Work {
    fn product(&self) -> String {
        format!("gateway-{}", self.writer)
    }

    fn order(&self) -> ChangeOrder<'_> {
        ChangeOrder { by: &self.by, with: "proofmark test", at: now() }
    }

    fn something(&self, store: &mut Store, dice: &mut Dice) {
        match dice.roll() % 5 {
            0 => self.keep_files(store, dice.roll()),
            1 => self.assess(store),
            2 => self.decide(store, dice.roll()),
            _ => self.hold(store, dice.roll() % 3),
        }
    }

    /// Says that the action just done was acknowledged: the last line about the product, by its digest.
    fn acknowledge(&self, store: &Store) {
        let subject = subject("Nordlicht GmbH", &format!("Gateway {}", self.writer));
        let lines = store.lines_about(&subject, store.ledger_size().unwrap()).unwrap();
        let digest = Sha256::of(&lines.last().unwrap().bytes);
        let mut out = std::io::stdout().lock();
        writeln!(out, "\nkept {subject} {digest}").unwrap();
        out.flush().unwrap();
    }

    fn keep_files(&self, store: &mut Store, number: u64) {
        let dossier = format!(
            "proofmark = 1\n[operator]\nname = \"Nordlicht GmbH\"\n[product]\nname = \"Gateway {}\"\nkind = \"software\"\n\
             [release]\nversion = \"1.0.{}\"\n",
            self.writer,
            number % 4
        );
        let file =
            |path: &str, bytes: String| HandedFile { path: path.to_owned(), bytes: bytes.into_bytes() };
        let files =
            [file("proofmark.toml", dossier), file("evidence/report.txt", format!("report {number}\n"))];
        let state = StateOfTheLaw::embedded();
        let order =
            FilesOrder { change: self.order(), operator: OPERATOR, product: None, take_away: &[], state };
        keep_files(&order, &files, store).unwrap();
        self.acknowledge(store);
    }

    fn assess(&self, store: &mut Store) {
        let product = self.product();
        let order = KeptOrder {
            change: self.order(),
            as_of: jiff::civil::date(2026, 11, 21),
            operator: OPERATOR,
            product: &product,
            release: None,
        };
        let sources = |advisories: &[String], files: &proofmark_actions::KeptFiles<'_>| {
            Ok(kept_advisories(advisories, files)?.into_iter().collect())
        };
        assess_kept(&order, &sources, StateOfTheLaw::embedded(), store).unwrap();
        self.acknowledge(store);
    }

    fn decide(&self, store: &mut Store, number: u64) {
        let product = self.product();
        let finding = DecidedFinding {
            vulnerability: format!("CVE-2026-{:04}", number % 10_000),
            component: "pkg:npm/left-pad@1.1.0".to_owned(),
        };
        let decision = FindingDecision {
            status: DecisionStatus::UnderInvestigation,
            because: format!("seen {number}"),
            ..FindingDecision::default()
        };
        // Findings that are not there are refused, and then nothing is kept.
        if decide_findings(&self.order(), OPERATOR, &product, &[finding], &decision, store).is_ok() {
            self.acknowledge(store);
        }
    }

    fn hold(&self, store: &mut Store, number: u64) {
        let product = self.product();
        let name = format!("matter {} {number}", self.writer);
        let order = HoldOrder {
            change: self.order(),
            operator: OPERATOR,
            product: Some(&product),
            name: &name,
            because: "a proceeding",
        };
        let done = place_hold(&order, store).is_ok() || {
            let id = name.replace(' ', "-");
            release_hold(&self.order(), OPERATOR, &id, Over::Anything, store).is_ok()
        };
        if done {
            self.acknowledge(store);
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "the processes of this test live in real time")]
fn now() -> Timestamp {
    Timestamp::from_millisecond(Timestamp::now().as_millisecond()).unwrap()
}

/// Numbers that look random and are the same in every run (xorshift64*).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 8
    }
}
