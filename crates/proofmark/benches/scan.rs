//! Times `proofmark scan` as a user runs it: the release binary, as a whole process, on real advisories and on lists of 1,000
//! to 1,000,000 components that are made by rule, no two alike.
//!
//! `PROOFMARK_TEST_DATA=DIR cargo bench -p proofmark --bench scan`, where `DIR/advisories/*/all.zip` are OSV bulk exports.
//! `PROOFMARK_BENCH_COMPONENTS` is the longest list. The plain parse beside it is of the same file, read in the same run.
#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on should stop")]
#![expect(clippy::print_stdout, reason = "the table is what this program is for")]

mod measured;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use measured::{archives, best_of, command, mebibytes, mib, ms, once, packages, ratio};
use serde_json::Value;

/// One component in so many is a package of which advisories speak, at a version near one of their bounds.
const ONE_KNOWN_IN: usize = 4;

fn main() {
    let Some(archives) = archives() else {
        println!("skipped: PROOFMARK_TEST_DATA names no directory with advisories/*/all.zip");
        return;
    };
    let work = tempfile::tempdir().unwrap();
    let home = work.path().join("home");
    let mut import = command(&home);
    import.args(["feeds", "import"]).args(&archives);
    once(&mut import);
    let packages = packages(&archives);
    let most = std::env::var("PROOFMARK_BENCH_COMPONENTS").ok().and_then(|most| most.parse().ok());
    println!(
        "| Components | MiB | Findings | Wall | Processor | Peak memory | Plain parse | Beside the parse |"
    );
    println!("|---:|---:|---:|---:|---:|---:|---:|---:|");
    for (count, runs) in [(1_000, 31), (10_000, 31), (100_000, 7), (1_000_000, 3)] {
        if count > most.unwrap_or(usize::MAX) {
            break;
        }
        let file = work.path().join(format!("{count}.cdx.json"));
        fs::write(&file, list(count, &packages)).unwrap();
        row(count, &file, &home, runs);
    }
}

fn row(count: usize, file: &Path, home: &Path, runs: usize) {
    let parse = parse(file, runs);
    let mut scan = command(home);
    scan.args(["scan", "--quiet", "--format", "json"]).arg(file);
    let before = processor_time_of_children();
    let run = best_of(&mut scan, runs);
    // One more run is not among those timed.
    let processor = processor_time_of_children().saturating_sub(before) / u32::try_from(runs + 1).unwrap();
    let output = scan.stdout(Stdio::piped()).output().unwrap();
    let found = output.stdout.split(|byte| *byte == b'\n').filter(|line| line.starts_with(b"{\"component\""));
    println!(
        "| {count} | {:.1} | {} | {} | {} | {} | {} | {:.2} |",
        mebibytes(fs::metadata(file).unwrap().len()),
        found.count(),
        ms(run.wall),
        ms(processor),
        mib(run.peak),
        ms(parse),
        ratio(run.wall, parse),
    );
}

/// The median time to read the file and parse it as untyped JSON, in this process.
fn parse(file: &Path, runs: usize) -> Duration {
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let started = Instant::now();
            let value: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
            let time = started.elapsed();
            drop(value);
            time
        })
        .collect();
    times.sort_unstable();
    times[runs / 2]
}

/// The processor time of all child processes that ended, as Linux keeps it in hundredths of a second (proc(5)); zero
/// elsewhere.
fn processor_time_of_children() -> Duration {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name in parentheses may have spaces; fields 16 and 17 are those of the children.
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace().skip(13).take(2);
    let hundredths: u64 = fields.filter_map(|field| field.parse::<u64>().ok()).sum();
    Duration::from_millis(10 * hundredths)
}

/// A list as tools write it, of components of which no two are alike.
fn list(count: usize, packages: &[(String, String)]) -> String {
    let mut written =
        String::from(r#"{"bomFormat":"CycloneDX","specVersion":"1.6","version":1,"components":["#);
    for number in 0..count {
        let comma = if number == 0 { "" } else { "," };
        let version = format!("{}.{}.{}", number % 7, number % 23, number / 5);
        let purl = if number % ONE_KNOWN_IN == 0 {
            let known = number / ONE_KNOWN_IN;
            let (package, near) = &packages[known * 7919 % packages.len()];
            // Once around, the same packages come at other versions.
            if known < packages.len() { format!("{package}@{near}") } else { format!("{package}@{version}") }
        } else {
            let kind =
                ["npm/%40scope", "maven/org.example.group", "golang/github.com/example", "cargo"][number % 4];
            format!("pkg:{kind}/package-{number}@{version}")
        };
        write!(
            written,
            r#"{comma}{{"bom-ref":"{number}","type":"library","name":"package-{number}","version":"{version}","licenses":[{{"license":{{"id":"MIT"}}}}],"purl":"{purl}"}}"#
        )
        .unwrap();
    }
    written.push_str("]}");
    written
}
