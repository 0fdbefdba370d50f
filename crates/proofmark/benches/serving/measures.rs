//! What is measured of one database, in its order.

use std::collections::HashSet;
use std::fs;
use std::time::{Duration, Instant};

use jiff::Timestamp;

use crate::bare::Bare;
use crate::client::Client;
use crate::database::{Database, Shell};
use crate::filling::fill;
use crate::handing_in::{self, bring_in, hand_in, waiting};
use crate::limited::{ACCOUNT, let_in};
use crate::load::{at_rate, quantile};
use crate::material::ADVISED;
use crate::pages::{Page, pages};
use crate::process::{Memory, load, memory, processor};
use crate::random::Random;
use crate::served::Served;
use crate::size::Size;
use crate::table::{head, mib, ms, ratio, row};

/// How often the server is started, and each page asked for by itself.
const STARTS: usize = 5;
const ALONE: usize = 30;

/// How long a server that nobody asks is left alone before its memory is read.
const SETTLES: Duration = Duration::from_secs(5);

/// The same after it was asked much: every minute it closes what nobody needs and gives free memory back.
const SETTLES_AFTERWARDS: Duration = Duration::from_secs(130);

/// A page asked for by itself.
struct Alone {
    bytes: usize,
    /// At a place that nobody asked for since the server started.
    took: Duration,
    /// At the same place again, when all that is remembered of it is.
    again: Duration,
    /// Processor time of the server for one.
    processor: Duration,
    bare: Duration,
    plainly: Option<Duration>,
}

/// Fills the database if need be, serves it and prints the tables.
pub(crate) fn measure(database: &Database, size: &Size) {
    println!(
        "## {}, {} products, {} releases each, {} components each\n",
        database.name, size.products, size.releases, size.components
    );
    if database.is_filled {
        // What an earlier run left to be assessed anew would be done beside what is measured.
        bring_in(database, 0, 0);
        database.shell().run("DELETE FROM job WHERE state <> 'done'");
    } else {
        prepare(database, size);
    }
    let (served, starts) = started(database);
    std::thread::sleep(SETTLES);
    let idle = memory(served.id());
    let_in(database, size, now());
    let (headers, form) = served.sign_in("anna");
    let (limited, _) = served.sign_in(ACCOUNT);
    let mut client = Client::new(served.address, &headers);
    let pages = pages(size, &mut client);
    let who = |page: &Page| if page.limited { limited.as_str() } else { headers.as_str() };
    let headers_of: Vec<&str> = pages.iter().map(who).collect();
    let bare = Bare::start();
    let mut shell = database.shell();
    let alone: Vec<Alone> = (0..)
        .zip(&pages)
        .map(|(number, page)| {
            who(page).clone_into(&mut client.headers);
            ask_alone((number, page), &served, &mut client, &bare, &mut shell)
        })
        .collect();
    headers.clone_into(&mut client.headers);
    drop(shell);
    under_load(&pages, &alone, &served, &headers_of, &bare, size);
    let quiet = hand_in(&mut client, &form, size, 0, now().as_second());
    while_all_is_assessed_anew(database, size, &pages, &served, &headers_of, (&mut client, &form), &quiet);
    std::thread::sleep(SETTLES_AFTERWARDS);
    of_the_process(&starts, idle, memory(served.id()), database);
    served.stop();
}

/// An empty record with its first administrator and the world's advisories, filled.
fn prepare(database: &Database, size: &Size) {
    let served = Served::start(database);
    served.set_up();
    served.stop();
    bring_in(database, 0, 0);
    fill(database, &database.home.join("vulnerabilities.index"), size, now());
}

#[expect(clippy::disallowed_methods, reason = "what is filled in is as old as the server's clock says")]
fn now() -> Timestamp {
    Timestamp::now()
}

/// Starts the server several times, and leaves the last one at work.
fn started(database: &Database) -> (Served, Vec<Duration>) {
    let mut starts = Vec::new();
    loop {
        let served = Served::start(database);
        starts.push(served.first_answer);
        if starts.len() == STARTS {
            return (served, starts);
        }
        served.stop();
    }
}

fn ask_alone(
    (number, page): (u64, &Page),
    served: &Served,
    client: &mut Client,
    bare: &Bare,
    shell: &mut Shell,
) -> Alone {
    // Each page at places of its own: what another page had remembered would not be the first time.
    let mut random = Random(7 + number * 1000);
    let (mut bytes, mut first, mut again) = (0, Vec::new(), Vec::new());
    let mut known = HashSet::new();
    let before = processor(served.id());
    for _ in 0..ALONE {
        let path = page.path(&mut random);
        for _ in 0..2 {
            let started = Instant::now();
            let answer = client.get(&path);
            let took = started.elapsed();
            assert_eq!(answer.status, 200, "{path}");
            bytes = bytes.max(answer.body.len());
            if known.insert(path.clone()) { first.push(took) } else { again.push(took) }
        }
    }
    let used = processor(served.id()).saturating_sub(before);
    let mut other = Client::new(bare.address, "");
    let plain = median_of(|| drop(other.get(&format!("/{bytes}"))));
    let plainly = page.plainly.as_ref().map(|statement| {
        median_of(|| {
            shell.ask(statement);
        })
    });
    Alone {
        bytes,
        took: quantile(&first, 0.5),
        again: quantile(&again, 0.5),
        processor: used / u32::try_from(2 * ALONE).unwrap(),
        bare: plain,
        plainly,
    }
}

fn median_of(mut work: impl FnMut()) -> Duration {
    work();
    let times: Vec<Duration> = (0..9)
        .map(|_| {
            let started = Instant::now();
            work();
            started.elapsed()
        })
        .collect();
    quantile(&times, 0.5)
}

/// So many requests, each page as often as its weight says, in a mixed order.
fn plan(pages: &[Page], size: &Size, seed: u64) -> Vec<(usize, String)> {
    let deck: Vec<usize> = pages
        .iter()
        .enumerate()
        .flat_map(|(number, page)| std::iter::repeat_n(number, page.weight))
        .collect();
    let mut random = Random(seed);
    let count = usize::try_from(size.load.as_secs() * u64::from(size.rate)).unwrap();
    (0..count)
        .map(|_| {
            let page = deck[random.below(deck.len())];
            (page, pages[page].path(&mut random))
        })
        .collect()
}

fn under_load(pages: &[Page], alone: &[Alone], served: &Served, headers: &[&str], bare: &Bare, size: &Size) {
    let before_that = load_before(pages, served, headers, size);
    let planned = plan(pages, size, 11);
    let busy_before = load();
    let before = processor(served.id());
    let times = at_rate(served.address, headers, size.rate, &planned);
    let used = processor(served.id()).saturating_sub(before);
    let bare_plan: Vec<(usize, String)> =
        planned.iter().map(|(page, _)| (*page, format!("/{}", alone[*page].bytes))).collect();
    let bare_before = processor(bare.id());
    let bare_times = at_rate(bare.address, &vec![""; pages.len()], size.rate, &bare_plan);
    let bare_used = processor(bare.id()).saturating_sub(bare_before);
    println!(
        "\n{} requests a second for {} s; the machine's load was {busy_before} before and {} after. The {} s before, any \
         page (p50, p95): {before_that}.\n",
        size.rate,
        size.load.as_secs(),
        load(),
        size.load.as_secs(),
    );
    head(&[
        "page",
        "p50",
        "p95",
        "p99",
        "p95 beside the bare server's",
        "alone, for the first time",
        "alone, again",
        "processor",
        "beside the bare server",
        "beside the database's own answer",
        "bytes",
    ]);
    let of = |times: &[crate::load::Times], page: usize| -> Vec<Duration> {
        times.iter().filter(|one| one.page == page).map(|one| one.took).collect()
    };
    for (number, (page, alone)) in pages.iter().zip(alone).enumerate() {
        let (took, least) = (of(&times, number), of(&bare_times, number));
        row(&[
            page.name,
            &ms(quantile(&took, 0.5)),
            &ms(quantile(&took, 0.95)),
            &ms(quantile(&took, 0.99)),
            &ratio(quantile(&took, 0.95), quantile(&least, 0.95)),
            &ms(alone.took),
            &ms(alone.again),
            &ms(alone.processor),
            &ratio(alone.again, alone.bare),
            &alone.plainly.map_or_else(String::new, |plainly| {
                format!("{} of {}", ratio(alone.again, plainly), ms(plainly))
            }),
            &alone.bytes.to_string(),
        ]);
    }
    let all: Vec<Duration> = times.iter().map(|one| one.took).collect();
    let bare_all: Vec<Duration> = bare_times.iter().map(|one| one.took).collect();
    let count = u32::try_from(planned.len()).unwrap();
    row(&[
        "**all**",
        &ms(quantile(&all, 0.5)),
        &ms(quantile(&all, 0.95)),
        &ms(quantile(&all, 0.99)),
        &ratio(quantile(&all, 0.95), quantile(&bare_all, 0.95)),
        "",
        "",
        &ms(used / count),
        &format!("{} in processor time", ratio(used, bare_used)),
        "",
        "",
    ]);
}

/// The system reads pages of the database from the disk when they are first asked for: the same load comes before, at other
/// places.
fn load_before(pages: &[Page], served: &Served, headers: &[&str], size: &Size) -> String {
    let first = at_rate(served.address, headers, size.rate, &plan(pages, size, 10));
    let first: Vec<Duration> = first.iter().map(|one| one.took).collect();
    format!("{}, {}", ms(quantile(&first, 0.5)), ms(quantile(&first, 0.95)))
}

/// New data came in: pages are asked for and releases handed in while every release is assessed anew.
fn while_all_is_assessed_anew(
    database: &Database,
    size: &Size,
    pages: &[Page],
    served: &Served,
    headers: &[&str],
    (client, form): (&mut Client, &str),
    quiet: &[Duration],
) {
    let edition = now().as_second();
    let brought = [0, 1, ADVISED].map(|otherwise| (otherwise, bring_in(database, edition, otherwise)));
    let plan = plan(pages, size, 13);
    let (took, times, left) = std::thread::scope(|scope| {
        let asking = scope.spawn(|| at_rate(served.address, headers, size.rate, &plan));
        std::thread::sleep(Duration::from_secs(2));
        let took = hand_in(client, form, size, 1, now().as_second());
        let left = waiting(database);
        (took, asking.join().unwrap(), left)
    });
    let all: Vec<Duration> = times.iter().map(|one| one.took).collect();
    println!();
    head(&["while everything is assessed anew", "median", "longest"]);
    let median = |times: &[Duration]| ms(quantile(times, 0.5));
    let longest = |times: &[Duration]| ms(quantile(times, 1.0));
    let what = format!("{} components, {} findings", handing_in::COMPONENTS, handing_in::ADVISED);
    row(&[&format!("handing in {what}, when it is quiet"), &median(quiet), &longest(quiet)]);
    row(&[&format!("handing in {what}, meanwhile, under load"), &median(&took), &longest(&took)]);
    row(&["any page meanwhile (median, p95)", &median(&all), &ms(quantile(&all, 0.95))]);
    for (otherwise, (took, says)) in brought {
        row(&[
            &format!("bringing in data with {otherwise} records that say something else"),
            &ms(took),
            &says,
        ]);
    }
    println!("\nWhen the last was handed in, {left} releases still waited to be assessed anew.");
}

fn of_the_process(starts: &[Duration], idle: Memory, after: Memory, database: &Database) {
    println!();
    head(&["the process", ""]);
    row(&["from start to the first page (median)", &ms(quantile(starts, 0.5))]);
    row(&["memory after the start, nobody asking", &mib(idle.resident)]);
    row(&["of that its own, no file's", &mib(idle.own)]);
    row(&["memory after all this, nobody asking", &mib(after.resident)]);
    row(&["of that its own, no file's", &mib(after.own)]);
    row(&["the database on the disk", &mib(database.bytes())]);
    let binary = fs::metadata(env!("CARGO_BIN_EXE_proofmark")).map_or(0, |about| about.len());
    row(&["the program on the disk", &mib(binary)]);
    println!();
}
