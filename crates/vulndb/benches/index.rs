//! Measures how long the index takes to build and to answer, on the test data: `cargo bench -p proofmark-vulndb`.
//!
//! `PROOFMARK_BENCH_COPIES` multiplies the records under other identifiers and names, to see how time and memory grow.
//! Reads `PROOFMARK_TEST_DATA` (as the tests do) and, if set, package URLs from the lines of the file
//! `PROOFMARK_BENCH_PURLS`; without it, package URLs are made of the packages and bounds of the advisories.

#![expect(clippy::print_stdout, reason = "a measurement is printed")]

#[path = "../tests/reading/mod.rs"]
mod reading;

use std::time::Instant;

use proofmark_facts::{Advisory, Component, RangeEvent};
use proofmark_vulndb::{Builder, Checked, Index, publish};
use reading::{COLLECTIONS, collection, component};

fn main() {
    let Some(all) =
        COLLECTIONS.iter().map(|name| Some((*name, collection(name)?))).collect::<Option<Vec<_>>>()
    else {
        return;
    };
    let records = all.iter().map(|(_, records)| records.len()).sum::<usize>() * copies();
    let before = resident_mebibytes();
    let (bytes, seconds) = timed(|| build(&all));
    println!(
        "built {records} records in {seconds:.3} s ({:.0} records/s), {:.2} MiB, memory from {before} MiB to {} MiB at most",
        rate(records, seconds),
        mebibytes(bytes.len()),
        peak_mebibytes(),
    );

    let path = std::env::temp_dir().join(format!("proofmark-bench-{}.vulndb", std::process::id()));
    publish(&path, |out| Ok(out.write_all(&bytes)?)).expect("the temporary directory can be written to");
    let (index, seconds) = timed(|| Index::open(&path).expect("what was just written opens"));
    println!("opened by memory map in {:.0} µs", seconds * 1e6);
    let (verified, seconds) = timed(|| index.verify());
    verified.expect("what was just written verifies");
    println!("verified in {:.1} ms", seconds * 1e3);

    let components = components(&all);
    for count in [10_000, 100_000, 1_000_000] {
        let asked: Vec<Component> = components.iter().cycle().take(count).cloned().collect();
        let (answers, seconds) = timed(|| index.check_distinct(&asked));
        let found: usize = answers.iter().map(|answer| answer.known().len()).sum();
        let open = answers.iter().filter(|answer| matches!(answer, Checked::Unchecked(_))).count();
        println!(
            "checked {count} components ({} distinct) in {:.1} ms ({:.0} a second): {found} vulnerabilities, {open} unchecked",
            answers.distinct().len(),
            seconds * 1e3,
            rate(count, seconds),
        );
    }
    tell(&index, &components, &all);
    std::fs::remove_file(&path).expect("the file just written can be removed");
}

/// The rows of answers that are told where they stand.
fn tell(index: &Index, components: &[Component], all: &[(&str, Vec<Advisory>)]) {
    for count in [10_000, 100_000] {
        let asked: Vec<Component> = components.iter().cycle().take(count).cloned().collect();
        let (told, seconds) = timed(|| told_where_they_stand(index, &asked, 1));
        println!(
            "told {count} components one after another, nothing copied, in {:.1} ms, {:.1} of the processor: {} vulnerabilities, {:.3} µs for each",
            seconds * 1e3,
            told.processor_seconds * 1e3,
            told.found,
            told.processor_seconds * 1e6 / number(told.found),
        );
    }
    let distinct = distinct_components(all, 1_000_000);
    let held = resident_mebibytes();
    for threads in [1, 2] {
        let (told, seconds) = timed(|| told_where_they_stand(index, &distinct, threads));
        println!(
            "told {} distinct components on {threads} threads in {:.1} ms, {:.1} of the processor: {} vulnerabilities; {} MiB held before, {} MiB after",
            distinct.len(),
            seconds * 1e3,
            told.processor_seconds * 1e3,
            told.found,
            held,
            resident_mebibytes(),
        );
    }
}

/// How much was found, and what finding it took.
#[derive(Default)]
struct Told {
    found: usize,
    processor_seconds: f64,
}

/// Asks about each component and looks at everything that is told of it, as whoever writes it out does.
fn told_where_they_stand(index: &Index, asked: &[Component], threads: usize) -> Told {
    let asking = index.asking_of(asked);
    let look = |part: &[Component]| {
        let mut told = Told::default();
        for component in part {
            let said = asking.ask(component);
            told.found += said.known().len();
            let read = said.known().map(|known| known.aliases().len() + known.matched_by().len());
            std::hint::black_box(read.sum::<usize>());
        }
        Told { processor_seconds: processor_seconds(), ..told }
    };
    std::thread::scope(|scope| {
        let parts = asked.chunks(asked.len().div_ceil(threads).max(1));
        let at_work: Vec<_> = parts.map(|part| scope.spawn(|| look(part))).collect();
        at_work.into_iter().fold(Told::default(), |all, thread| {
            let part = thread.join().expect("a measurement that cannot go on stops");
            Told {
                found: all.found + part.found,
                processor_seconds: all.processor_seconds + part.processor_seconds,
            }
        })
    })
}

/// The processor time of this thread so far, as Linux keeps it; zero elsewhere.
fn processor_seconds() -> f64 {
    // The account is brought up to date when the scheduler looks at the thread.
    std::thread::yield_now();
    let kept = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = kept.split_whitespace().next().and_then(|first| first.parse().ok());
    std::time::Duration::from_nanos(nanoseconds.unwrap_or_default()).as_secs_f64()
}

/// So many components, no two alike: a quarter are packages of the advisories, each at many versions; of the others nothing
/// is published, as of most in real lists.
fn distinct_components(all: &[(&str, Vec<Advisory>)], count: usize) -> Vec<Component> {
    let affected = all.iter().flat_map(|(_, records)| records).flat_map(|record| &record.affected);
    let of = |affected: &proofmark_facts::Affected| {
        Some(format!("pkg:{}/{}", kind(&affected.ecosystem)?, affected.name))
    };
    let mut packages: Vec<String> = affected.filter_map(of).collect();
    packages.sort_unstable();
    packages.dedup();
    let made = (0..count).map(|number| {
        let version = format!("{}.{}.{}", number % 7, number % 23, number / 5);
        if number % 4 == 0 {
            component(&format!("{}@{version}", packages[number / 4 * 7919 % packages.len()]))
        } else {
            let kind = ["npm/%40scope", "golang/github.com/example", "pypi", "cargo"][number % 4];
            component(&format!("pkg:{kind}/package-{number}@{version}"))
        }
    });
    made.filter(|component| component.purl.is_some()).collect()
}

fn copies() -> usize {
    std::env::var("PROOFMARK_BENCH_COPIES").ok().and_then(|count| count.parse().ok()).unwrap_or(1)
}

fn build(all: &[(&str, Vec<Advisory>)]) -> Vec<u8> {
    let mut builder = Builder::new();
    for (source, records) in all {
        for record in records {
            builder.add(record, source).expect("the test data fits");
            for copy in 1..copies() {
                builder.add(&renamed(record, copy), source).expect("the test data fits");
            }
        }
    }
    builder.finish().expect("the test data fits")
}

fn renamed(record: &Advisory, copy: usize) -> Advisory {
    let mark = format!("-{copy}");
    let mut renamed = record.clone();
    renamed.id.push_str(&mark);
    renamed.aliases.iter_mut().for_each(|alias| alias.push_str(&mark));
    renamed.affected.iter_mut().for_each(|affected| affected.name.push_str(&mark));
    renamed
}

/// Distinct components: real ones where there is a list, else one for each bound of each claim.
fn components(all: &[(&str, Vec<Advisory>)]) -> Vec<Component> {
    if let Some(list) = std::env::var_os("PROOFMARK_BENCH_PURLS") {
        let text = std::fs::read_to_string(list).expect("the list of package URLs can be read");
        return text.lines().map(component).filter(|component| component.purl.is_some()).collect();
    }
    let affected = all.iter().flat_map(|(_, records)| records).flat_map(|record| &record.affected);
    let mut purls: Vec<String> = affected
        .filter_map(|affected| Some((kind(&affected.ecosystem)?, affected)))
        .flat_map(|(kind, affected)| {
            let events = affected.ranges.iter().flat_map(|range| &range.events);
            events.map(move |event| {
                let (RangeEvent::Introduced(at)
                | RangeEvent::Fixed(at)
                | RangeEvent::LastAffected(at)
                | RangeEvent::Limit(at)) = event;
                format!("pkg:{kind}/{}@{at}", affected.name)
            })
        })
        .collect();
    purls.sort_unstable();
    purls.dedup();
    purls.iter().map(|purl| component(purl)).filter(|component| component.purl.is_some()).collect()
}

fn kind(ecosystem: &str) -> Option<&'static str> {
    let kinds = [("Go", "golang"), ("PyPI", "pypi"), ("crates.io", "cargo"), ("Bitnami", "bitnami")];
    kinds.into_iter().find(|(name, _)| *name == ecosystem).map(|(_, kind)| kind)
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = Instant::now();
    let done = work();
    (done, start.elapsed().as_secs_f64())
}

fn rate(count: usize, seconds: f64) -> f64 {
    number(count) / seconds
}

#[expect(clippy::cast_precision_loss, reason = "a rate is rounded anyway")]
fn number(count: usize) -> f64 {
    count as f64
}

#[expect(clippy::cast_precision_loss, reason = "a size is rounded anyway")]
fn mebibytes(bytes: usize) -> f64 {
    bytes as f64 / f64::from(1 << 20)
}

fn resident_mebibytes() -> u64 {
    status("VmRSS:")
}

fn peak_mebibytes() -> u64 {
    status("VmHWM:")
}

/// A line of Linux's account of this process; zero elsewhere.
fn status(line: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let value = status.lines().find_map(|found| found.strip_prefix(line)?.trim().strip_suffix(" kB"));
    value.and_then(|kibibytes| kibibytes.trim().parse::<u64>().ok()).unwrap_or_default() / 1024
}
