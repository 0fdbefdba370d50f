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
    std::fs::remove_file(&path).expect("the file just written can be removed");
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

#[expect(clippy::cast_precision_loss, reason = "a rate is rounded anyway")]
fn rate(count: usize, seconds: f64) -> f64 {
    count as f64 / seconds
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
