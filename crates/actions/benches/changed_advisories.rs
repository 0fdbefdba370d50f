//! How long it takes to find the releases to assess anew when advisories changed: the whole, beside the database's own time
//! for the rows that are read for it, and beside reading the row of every component; all in the same run.
//!
//! `cargo bench -p proofmark-actions --bench changed_advisories -- [--products N] [--releases N] [--components N]
//! [--packages N] [--database sqlite|postgres]`
//!
//! Without arguments a million components: 100 products of 20 releases of 500, of thirty thousand packages in all. With as many
//! packages as components none is in two releases. `docs/performance.md` has what was seen.
#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on should stop")]
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "the table is what this program is for")]

#[expect(dead_code, reason = "the store's own tests ask more of it")]
#[path = "../../store/tests/contract/cluster.rs"]
mod cluster;
#[path = "../../store/tests/contract/postgres_programs.rs"]
mod postgres_programs;

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use proofmark_access::OperatorRecord;
use proofmark_actions::{Owed, rescan_jobs};
use proofmark_facts::{
    Change, Component, ComponentRow, Keeping as _, Noun, ProductRecord, RecordKey, RecordWrite, ReleaseRows,
};
use proofmark_store::{Place, Store};
use proofmark_vulndb::{Builder, Changes, Index};

/// Packages with a record of theirs; what else is written into a record when it changes.
const ADVISED: usize = 5000;

/// How often each is done; the median counts.
const TIMES: usize = 5;

/// What is handed in beside it.
const HANDED_IN: usize = 10_000;

struct Size {
    products: usize,
    releases: usize,
    components: usize,
    packages: usize,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let after = |name: &str| arguments.iter().skip_while(|one| *one != name).nth(1);
    let number = |name: &str, usual: usize| after(name).map_or(usual, |value| value.parse().unwrap());
    let size = Size {
        products: number("--products", 100),
        releases: number("--releases", 20),
        components: number("--components", 500),
        packages: number("--packages", 30_000),
    };
    let home = tempfile::tempdir().unwrap();
    let mut place = Place::of_home(home.path());
    let mut shell = if after("--database").is_some_and(|database| database == "postgres") {
        let Some(cluster) = cluster::Cluster::shared() else {
            return println!("PostgreSQL is not installed");
        };
        let url = cluster.new_database("changed_advisories");
        place = place.with_database(&url).unwrap();
        Shell::Postgres(Box::new(postgres::Client::connect(&url, postgres::NoTls).unwrap()))
    } else {
        Shell::Sqlite(rusqlite::Connection::open(home.path().join("store.db")).unwrap())
    };
    let mut store = Store::connect(&place).unwrap();
    fill(&mut store, &size);
    println!(
        "## {}: {} products of {} releases of {} components, {} packages\n",
        shell.name(),
        size.products,
        size.releases,
        size.components,
        size.packages
    );
    shell.settle();
    find(&store, &mut shell);
    hand_in(&mut store, &size);
    println!("\n{}", shell.sizes());
    drop(store);
}

/// The median of several times, after one that is not counted, in wall and in processor time of this process.
fn median(mut work: impl FnMut()) -> (Duration, Duration) {
    work();
    let mut times: Vec<(Duration, Duration)> = (0..TIMES)
        .map(|_| {
            let (started, before) = (Instant::now(), processor());
            work();
            (started.elapsed(), processor().saturating_sub(before))
        })
        .collect();
    times.sort();
    times[TIMES / 2]
}

/// How long this thread was at work, as Linux counts it; nothing elsewhere.
fn processor() -> Duration {
    let read = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = read.split(' ').next().and_then(|first| first.parse().ok());
    Duration::from_nanos(nanoseconds.unwrap_or_default())
}

/// What is read to find releases: the packages, the keys of all releases, and the products.
const READ: [&str; 3] = [
    "SELECT package_key, package FROM component_package WHERE operator = 'maker' ORDER BY package_key",
    "SELECT product, release, package_keys FROM release_package WHERE operator = 'maker' ORDER BY product, release",
    "SELECT id, content FROM record WHERE operator = 'maker' AND kind = 'product' ORDER BY id",
];

/// What was read before there were such rows.
const ALL: &str = "SELECT product, release, purl FROM component_row WHERE operator = 'maker'";

fn find(store: &Store, shell: &mut Shell) {
    let (rows, rows_processor) = median(|| READ.iter().for_each(|asks| shell.read(asks, &mut |_| ())));
    let (all, _) = median(|| shell.read(ALL, &mut |_| ()));
    println!(
        "| records that changed | releases | found in | processor | the database's own answer | times | program beside it | every row asked |"
    );
    println!("|---:|---:|---:|---:|---:|---:|---:|---:|");
    for changed in [1, 1000, ADVISED] {
        let changes = index(changed).changes_since(&index(0)).unwrap();
        assert_eq!(changes.packages(), changed);
        let mut found = BTreeSet::new();
        let (took, used) = median(|| {
            let jobs = rescan_jobs(Owed::Changed(&changes), at(), store).unwrap();
            found = jobs.into_iter().map(|job| job.id).collect();
        });
        let started = Instant::now();
        assert_eq!(found, of_all_rows(shell, &changes), "what every row says");
        let asked = started.elapsed();
        println!(
            "| {changed} | {} | {} | {} | {} | {:.1} | {} | {} |",
            found.len(),
            ms(took),
            ms(used),
            ms(rows),
            took.as_secs_f64() / rows.as_secs_f64(),
            ms(took.saturating_sub(rows)),
            ms(asked)
        );
    }
    println!(
        "\nThe database's own answers: the rows that are read, {} ({} of this process); every component's, {}.",
        ms(rows),
        ms(rows_processor),
        ms(all)
    );
}

/// The same of the row of every component.
fn of_all_rows(shell: &mut Shell, changes: &Changes) -> BTreeSet<String> {
    let mut known: HashMap<String, bool> = HashMap::new();
    let mut found = BTreeSet::new();
    shell.read(ALL, &mut |[product, release, purl]| {
        let touched = known.get(&purl).copied().unwrap_or_else(|| {
            let component = Component { purl: purl.parse().ok(), ..Component::default() };
            let touched = changes.touches(&component);
            known.insert(purl, touched);
            touched
        });
        if touched {
            found.insert(format!("rescan maker {product} {release}"));
        }
    });
    found
}

/// Hands a list in for a new release, then with one component otherwise, as the store alone takes it.
fn hand_in(store: &mut Store, size: &Size) {
    let mut took = Vec::new();
    for number in 0..TIMES {
        for otherwise in [0, 1] {
            let mut components: Vec<ComponentRow> =
                (0..HANDED_IN).map(|place| component(place, place * 3 % size.packages)).collect();
            components[otherwise * 7].purl = format!("pkg:npm/of-its-own-{number}-{otherwise}@1");
            let started = Instant::now();
            keep(store, "maker", vec![], vec![of("product-00000", &format!("9.{number}"), components)]);
            took.push((otherwise, started.elapsed()));
        }
    }
    took.sort();
    let of = |place: usize| ms(took[place].1);
    println!(
        "\nThe rows of {HANDED_IN} components written: {} for a new release, {} with one of them otherwise.",
        of(TIMES / 2),
        of(TIMES + TIMES / 2)
    );
}

fn fill(store: &mut Store, size: &Size) {
    let operator = OperatorRecord::new("Maker", at(), "bench").unwrap();
    assert_eq!(operator.id, "maker");
    keep(store, "", vec![written("", &operator)], vec![]);
    for product in 0..size.products {
        let id = format!("product-{product:05}");
        let rows = (0..size.releases).map(|release| {
            let first = (product * size.releases + release) * size.components;
            let components = (0..size.components).map(|place| {
                // A release has no package twice, and another release others.
                component(place, (first + place + first / size.packages * 7) % size.packages)
            });
            of(&id, &format!("1.{release}"), components.collect())
        });
        keep(store, "maker", vec![written("maker", &record(&id))], rows.collect());
    }
}

fn record(id: &str) -> ProductRecord {
    ProductRecord {
        id: id.to_owned(),
        subject: format!("maker/{id}/00000000"),
        name: id.to_owned(),
        files: [].into(),
        created_at: at(),
        standing: None,
        archived: false,
    }
}

fn of(product: &str, release: &str, components: Vec<ComponentRow>) -> ReleaseRows {
    ReleaseRows {
        operator: "maker".to_owned(),
        product: product.to_owned(),
        release: release.to_owned(),
        components: Some(components),
        findings: None,
    }
}

fn component(place: usize, package: usize) -> ComponentRow {
    let name = format!("lib{package:07}");
    let version = format!("{}.{}.0", package % 5, place % 10);
    ComponentRow {
        place: place as u64,
        purl: format!("pkg:npm/{name}@{version}"),
        name,
        version,
        licences: "MIT".to_owned(),
        top_level: place.is_multiple_of(10),
        asked: Some(Vec::new()),
    }
}

fn written<N: Noun>(operator: &str, noun: &N) -> RecordWrite {
    let key = RecordKey { operator: operator.to_owned(), kind: N::KIND, id: noun.id() };
    RecordWrite { key, expects: None, content: Some(serde_json::to_vec(noun).unwrap()) }
}

fn keep(store: &mut Store, operator: &str, records: Vec<RecordWrite>, rows: Vec<ReleaseRows>) {
    let subject = format!("{operator}/bench/00000000");
    let mut change = Change::of_documents(&subject, operator, Vec::new(), &|place| {
        format!("{}/{}", place.index, place.sequence).into_bytes()
    });
    change.records = records;
    change.rows = rows;
    store.keep(&change).unwrap();
}

/// An index with a record for every package that has one, the first so many of which say something else. They lie as far apart
/// as can be.
fn index(otherwise: usize) -> Index {
    let mut builder = Builder::new();
    for number in 0..ADVISED {
        let other = if number < otherwise { "others" } else { "all" };
        let record = format!(
            r#"{{"schema_version":"1.6.7","id":"CVE-2026-{number:05}","modified":"2026-10-01T00:00:00Z","summary":"of {other}","affected":[{{"package":{{"ecosystem":"npm","name":"lib{:07}"}},"ranges":[{{"type":"SEMVER","events":[{{"introduced":"0"}},{{"fixed":"9.9.9"}}]}}]}}]}}"#,
            number * 3
        );
        let read = proofmark_formats::read_osv(record.as_bytes(), &proofmark_formats::Limits::default());
        builder.add(&read.value.unwrap(), "bench").unwrap();
    }
    Index::from_bytes(builder.finish().unwrap()).unwrap()
}

fn at() -> Timestamp {
    Timestamp::UNIX_EPOCH
}

fn ms(time: Duration) -> String {
    let ms = time.as_secs_f64() * 1000.0;
    if ms < 10.0 { format!("{ms:.1} ms") } else { format!("{ms:.0} ms") }
}

/// The database's own shell: statements without anything of ours around them.
enum Shell {
    Sqlite(rusqlite::Connection),
    Postgres(Box<postgres::Client>),
}

impl Shell {
    fn name(&self) -> &'static str {
        match self {
            Self::Sqlite(_) => "SQLite",
            Self::Postgres(_) => "PostgreSQL",
        }
    }

    /// Reads every column of every row; texts are handed on.
    fn read(&mut self, asks: &str, take: &mut dyn FnMut([String; 3])) {
        match self {
            Self::Sqlite(connection) => {
                let mut prepared = connection.prepare_cached(asks).unwrap();
                let columns = prepared.column_count();
                let mut rows = prepared.query([]).unwrap();
                while let Some(row) = rows.next().unwrap() {
                    let mut texts: [String; 3] = Default::default();
                    for (column, read) in texts.iter_mut().enumerate().take(columns) {
                        if let rusqlite::types::Value::Text(text) = row.get(column).unwrap() {
                            *read = text;
                        }
                    }
                    take(texts);
                }
            }
            Self::Postgres(client) => {
                for row in client.query(asks, &[]).unwrap() {
                    take(std::array::from_fn(|column| {
                        let is_text =
                            row.columns().get(column).is_some_and(|one| one.type_().name() == "text");
                        if is_text { row.get(column) } else { String::new() }
                    }));
                }
            }
        }
    }

    fn settle(&mut self) {
        match self {
            Self::Sqlite(connection) => {
                connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
            }
            Self::Postgres(client) => client.batch_execute("VACUUM ANALYZE").unwrap(),
        }
    }

    /// How large the whole is, and what of it are keys and packages.
    fn sizes(&mut self) -> String {
        let (whole, said) = match self {
            Self::Sqlite(_) => (
                "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
                [
                    "SELECT sum(length(package_keys)) FROM release_package",
                    "SELECT sum(length(package) + 13) FROM component_package",
                ],
            ),
            Self::Postgres(_) => (
                "SELECT pg_database_size(current_database())",
                [
                    "SELECT pg_total_relation_size('release_package')",
                    "SELECT pg_total_relation_size('component_package')",
                ],
            ),
        };
        let mut says = format!("The database: {:.0} MB", self.number(whole) / 1e6);
        for (asks, what) in said.iter().zip(["keys of releases", "packages"]) {
            write!(says, ", {what} {:.1} MB", self.number(asks) / 1e6).unwrap();
        }
        says
    }

    #[expect(clippy::cast_precision_loss, reason = "what is shown has three digits")]
    fn number(&mut self, asks: &str) -> f64 {
        match self {
            Self::Sqlite(connection) => {
                connection.query_row(asks, [], |row| row.get::<_, i64>(0)).unwrap() as f64
            }
            Self::Postgres(client) => client.query_one(asks, &[]).unwrap().get::<_, i64>(0) as f64,
        }
    }
}
