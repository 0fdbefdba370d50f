//! Measures how long the index takes to build and to answer, and how big it is, on the test data:
//! `cargo bench -p proofmark-vulndb`.
//!
//! Building is told twice: from records that are read already, and from their JSON, unpacked, as the program builds. Of several
//! rounds (`PROOFMARK_BENCH_ROUNDS`) the best counts, in time of the processor. A range is one entry of `ranges` of one
//! affected package; versions listed one by one are counted apart.
//!
//! `PROOFMARK_BENCH_COPIES` multiplies the records under other identifiers and names, to see how time and memory grow.
//! Reads `PROOFMARK_TEST_DATA` (as the tests do) and, if set, package URLs from the lines of the file
//! `PROOFMARK_BENCH_PURLS`; without it, package URLs are made of the packages and bounds of the advisories.

#![expect(clippy::print_stdout, reason = "a measurement is printed")]

#[path = "../tests/reading/mod.rs"]
mod reading;

use std::time::Instant;

use proofmark_facts::{Advisory, Component, RangeEvent};
use proofmark_formats::{Limits, read_osv_to_match};
use proofmark_vulndb::{Builder, Checked, Index, publish, walk_zip};
use reading::{COLLECTIONS, component, test_data};

/// The records of a source, each in JSON.
type Documents = (&'static str, Vec<Vec<u8>>);

/// The records of a source.
type Records = (&'static str, Vec<Advisory>);

fn main() {
    let Some(documents) = COLLECTIONS.iter().map(|name| documents(name)).collect::<Option<Vec<_>>>() else {
        return;
    };
    let all: Vec<Records> = documents.iter().map(read).collect();
    let bytes = measure_building(&documents, &all);
    measure_asking(&all, &bytes);
}

/// The unpacked records of one collection.
fn documents(name: &'static str) -> Option<Documents> {
    let archive = std::fs::File::open(test_data()?.join("advisories").join(name).join("all.zip")).ok()?;
    let mut documents = Vec::new();
    let limits = proofmark_vulndb::Limits::default();
    walk_zip(std::io::BufReader::new(archive), &limits, |_, bytes| {
        documents.push(bytes.to_vec());
        Ok::<(), std::convert::Infallible>(())
    })
    .expect("the test data can be unpacked");
    Some((name, documents))
}

/// Every record as untyped JSON, dropped at once.
fn parse((_, documents): &Documents) {
    for document in documents {
        let value: serde_json::Value = serde_json::from_slice(document).expect("the test data is JSON");
        std::hint::black_box(value);
    }
}

fn read((name, documents): &Documents) -> Records {
    let limits = Limits::default();
    (name, documents.iter().filter_map(|document| read_osv_to_match(document, &limits).value).collect())
}

fn measure_building(documents: &[Documents], all: &[Records]) -> Vec<u8> {
    let records = all.iter().map(|(_, records)| records.len()).sum::<usize>() * copies();
    let before = resident_mebibytes();
    let (mut adding, mut writing, mut bytes) = (f64::INFINITY, f64::INFINITY, Vec::new());
    for _ in 0..rounds() {
        drop(std::mem::take(&mut bytes));
        let (builder, seconds) = worked(|| gathered(all));
        adding = adding.min(seconds);
        let (written, seconds) = worked(|| builder.finish().expect("the test data fits"));
        writing = writing.min(seconds);
        bytes = written;
    }
    let memory = format!("memory from {before} MiB to {} MiB at most", peak_mebibytes());
    let seconds = adding + writing;
    println!(
        "built {records} records in {seconds:.3} s of processor time ({:.0} records/s), {:.2} MiB, {memory}",
        rate(records, seconds),
        mebibytes(bytes.len()),
    );
    println!("  taking records in {adding:.3} s ({:.0} %), writing {writing:.3} s", 100.0 * adding / seconds);

    if copies() == 1 {
        let size: usize = documents.iter().flat_map(|(_, documents)| documents).map(Vec::len).sum();
        let (mut whole, mut reading, mut parsing) = (f64::INFINITY, f64::INFINITY, f64::INFINITY);
        for _ in 0..rounds() {
            parsing = parsing.min(worked(|| documents.iter().for_each(parse)).1);
            let (same, seconds) = worked(|| built_from_json(documents));
            whole = whole.min(seconds);
            assert!(same == bytes, "the same records give the same index");
            reading = reading.min(worked(|| documents.iter().map(read).for_each(drop)).1);
        }
        println!(
            "plain parse of {:.1} MiB of JSON, a record at a time, in {parsing:.3} s of processor time",
            mebibytes(size)
        );
        println!(
            "built from {:.1} MiB of JSON in {whole:.3} s of processor time ({:.0} records/s, {:.0} MiB/s), {:.2} x the plain parse; reading alone {reading:.3} s",
            mebibytes(size),
            rate(records, whole),
            mebibytes(size) / whole,
            whole / parsing,
        );
    }
    tell_size(all, &bytes);
    bytes
}

/// How many bytes a range takes, by parts of the file.
fn tell_size(all: &[Records], bytes: &[u8]) {
    let affected = || all.iter().flat_map(|(_, records)| records).flat_map(|record| &record.affected);
    let ranges = affected().map(|affected| affected.ranges.len()).sum::<usize>() * copies();
    let versions = affected().map(|affected| affected.versions.len()).sum::<usize>() * copies();
    println!(
        "{ranges} ranges in {} claims about packages, beside them {versions} versions listed one by one: {:.1} bytes a range",
        affected().count() * copies(),
        share(bytes.len(), ranges),
    );
    let index = Index::from_bytes(bytes.to_vec()).expect("what was just written opens");
    let mut parts: Vec<(&str, usize)> = index.parts().filter(|(_, bytes)| *bytes > 0).collect();
    parts.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    for (name, bytes) in parts {
        println!("  {name:<17} {bytes:>9} bytes, {:>5.1} a range", share(bytes, ranges));
    }
}

fn measure_asking(all: &[Records], bytes: &[u8]) {
    let path = std::env::temp_dir().join(format!("proofmark-bench-{}.vulndb", std::process::id()));
    publish(&path, |out| Ok(out.write_all(bytes)?)).expect("the temporary directory can be written to");
    let (index, seconds) = timed(|| Index::open(&path).expect("what was just written opens"));
    println!("opened by memory map in {:.0} µs", seconds * 1e6);
    let (verified, seconds) = timed(|| index.verify());
    verified.expect("what was just written verifies");
    println!("verified in {:.1} ms", seconds * 1e3);

    let components = components(all);
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
    tell(&index, &components, all);
    std::fs::remove_file(&path).expect("the file just written can be removed");
}

fn rounds() -> usize {
    std::env::var("PROOFMARK_BENCH_ROUNDS").ok().and_then(|count| count.parse().ok()).unwrap_or(5)
}

/// The rows of answers that are told where they stand.
fn tell(index: &Index, components: &[Component], all: &[Records]) {
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
    let mut alone = f64::NAN;
    for threads in [1, 2] {
        let (told, seconds) = timed(|| told_where_they_stand(index, &distinct, threads));
        if threads == 1 {
            alone = seconds;
        }
        println!(
            "told {} distinct components on {threads} threads in {:.1} ms ({:.2} x one thread), {:.1} of the processor: {} vulnerabilities; {} MiB held before, {} MiB after",
            distinct.len(),
            seconds * 1e3,
            seconds / alone,
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
        Told { processor_seconds: processor_nanoseconds().map_or(0.0, seconds_of), ..told }
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

/// So many components, no two alike: a quarter are packages of the advisories, each at many versions; of the others nothing
/// is published, as of most in real lists.
fn distinct_components(all: &[Records], count: usize) -> Vec<Component> {
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

fn gathered(all: &[Records]) -> Builder {
    let mut builder = Builder::new();
    for (source, records) in all {
        for record in records {
            builder.add(record, source).expect("the test data fits");
            for copy in 1..copies() {
                builder.add(&renamed(record, copy), source).expect("the test data fits");
            }
        }
    }
    builder
}

fn built_from_json(all: &[Documents]) -> Vec<u8> {
    let (mut builder, limits) = (Builder::new(), Limits::default());
    for (source, documents) in all {
        for document in documents {
            if let Some(record) = read_osv_to_match(document, &limits).value {
                builder.add(&record, source).expect("the test data fits");
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
fn components(all: &[Records]) -> Vec<Component> {
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

/// What was done, and the time this thread had the processor for it: what others do beside it counts little.
fn worked<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = processor_nanoseconds();
    let (done, seconds) = timed(work);
    let worked = processor_nanoseconds().zip(start);
    (done, worked.map_or(seconds, |(end, start)| seconds_of(end - start)))
}

/// Linux's account of this thread; nothing elsewhere.
fn processor_nanoseconds() -> Option<u64> {
    let account = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    account.split_whitespace().next()?.parse().ok()
}

fn rate(count: usize, seconds: f64) -> f64 {
    number(count) / seconds
}

#[expect(clippy::cast_precision_loss, reason = "a rate is rounded anyway")]
fn number(count: usize) -> f64 {
    count as f64
}

#[expect(clippy::cast_precision_loss, reason = "a share is rounded anyway")]
fn share(bytes: usize, among: usize) -> f64 {
    bytes as f64 / among as f64
}

#[expect(clippy::cast_precision_loss, reason = "a time is rounded anyway")]
fn seconds_of(nanoseconds: u64) -> f64 {
    nanoseconds as f64 / 1e9
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
