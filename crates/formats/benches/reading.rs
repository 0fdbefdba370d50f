//! Measures reading component lists beside a plain parse of the same bytes: `cargo bench -p proofmark-formats`.
//!
//! Lists of 1,000 to 1,000,000 components are made by rule; paths behind `--` are read besides. Processor time of this
//! thread alone, medians, so that what else runs on the machine counts little; the ratios are within one run.

#![expect(clippy::print_stdout, reason = "a measurement is printed")]

mod made;

use std::time::{Duration, Instant};

use proofmark_formats::{Limits, read_sbom};

/// The longest list of those made.
const LONGEST: usize = 1_000_000;

fn main() {
    println!("| List | MiB | Plain parse | Read | Read beside the parse |");
    println!("|---|---:|---:|---:|---:|");
    let files = std::env::args().skip(1).filter(|argument| !argument.starts_with("--"));
    for path in files.collect::<Vec<_>>() {
        let bytes = std::fs::read(&path).expect("the file can be read");
        row(&path, &bytes, 7);
    }
    let longest = std::env::var("PROOFMARK_BENCH_COMPONENTS").ok().and_then(|most| most.parse().ok());
    let longest: usize = longest.unwrap_or(LONGEST);
    for (count, runs) in [(1_000, 31), (10_000, 15), (100_000, 5), (LONGEST, 3)] {
        if count <= longest {
            row(&format!("{count} components"), made::cyclonedx(count).as_bytes(), runs);
        }
    }
}

fn row(name: &str, bytes: &[u8], runs: usize) {
    // The limits of the product but for the length: a list of a million is longer than what is handed in at once.
    let limits = Limits { bytes: usize::MAX, components: 10 * LONGEST, ..Limits::default() };
    let parse =
        median(runs, || serde_json::from_slice::<serde_json::Value>(bytes).expect("the list is JSON"));
    let read = median(runs, || {
        let read = read_sbom("list.json", bytes, &limits);
        assert!(read.value.is_some(), "{:?}", read.problems.first());
        read
    });
    println!(
        "| {name} | {:.1} | {:.2} ms | {:.2} ms | {:.2} |",
        mebibytes(bytes.len()),
        parse.as_secs_f64() * 1e3,
        read.as_secs_f64() * 1e3,
        read.as_secs_f64() / parse.as_secs_f64()
    );
}

/// The median processor time of a piece of work; what it made is dropped outside of the time.
fn median<T>(runs: usize, work: impl Fn() -> T) -> Duration {
    let mut times: Vec<Duration> = (0..=runs)
        .map(|_| {
            let start = (Instant::now(), processor_time());
            let made = work();
            let time = match (start.1, processor_time()) {
                (Some(before), Some(after)) => after.saturating_sub(before),
                _ => start.0.elapsed(),
            };
            drop(made);
            time
        })
        .skip(1)
        .collect();
    times.sort_unstable();
    times[runs / 2]
}

/// The processor time of this thread so far, as Linux keeps it; `None` elsewhere.
fn processor_time() -> Option<Duration> {
    // The account is brought up to date when the scheduler looks at the thread.
    std::thread::yield_now();
    let kept = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    kept.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

#[expect(clippy::cast_precision_loss, reason = "a size is rounded anyway")]
fn mebibytes(bytes: usize) -> f64 {
    bytes as f64 / f64::from(1 << 20)
}
