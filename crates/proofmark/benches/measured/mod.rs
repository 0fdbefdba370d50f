//! Runs of the release binary as a whole process, with what each took, and the advisories they are about.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use proofmark_vulndb::{Limits, walk_zip};
use serde_json::Value;

/// What a run took.
pub(crate) struct Run {
    pub(crate) wall: Duration,
    /// The most memory it held, in bytes.
    pub(crate) peak: u64,
}

/// The OSV bulk exports of the test data; `None` without.
pub(crate) fn archives() -> Option<Vec<PathBuf>> {
    let data = std::env::var_os("PROOFMARK_TEST_DATA")?;
    let mut found: Vec<PathBuf> = fs::read_dir(Path::new(&data).join("advisories"))
        .ok()?
        .flatten()
        .map(|entry| entry.path().join("all.zip"))
        .filter(|path| path.is_file())
        .collect();
    found.sort();
    (!found.is_empty()).then_some(found)
}

/// Every record of an export, as untyped JSON.
pub(crate) fn each_record(archive: &Path, receive: &mut dyn FnMut(Value)) {
    let file = fs::File::open(archive).unwrap();
    let take = |_: &str, bytes: &[u8]| -> Result<(), std::fmt::Error> {
        receive(serde_json::from_slice(bytes).unwrap());
        Ok(())
    };
    walk_zip(file, &Limits::default(), take).unwrap();
}

/// Package URLs of the packages the records name, without version: each with the first version of the first range.
pub(crate) fn packages(archives: &[PathBuf]) -> Vec<(String, String)> {
    let kinds = [("Go", "golang"), ("PyPI", "pypi"), ("crates.io", "cargo")];
    let mut found: Vec<(String, String)> = Vec::new();
    for archive in archives {
        each_record(archive, &mut |record| {
            for affected in record["affected"].as_array().into_iter().flatten() {
                let package = &affected["package"];
                let kind = kinds.iter().find(|(ecosystem, _)| package["ecosystem"] == **ecosystem);
                let (Some((_, kind)), Some(name)) = (kind, package["name"].as_str()) else { continue };
                let version = affected["ranges"][0]["events"][0]["introduced"].as_str().unwrap_or("1.0.0");
                let version = if version == "0" { "1.0.0" } else { version };
                found.push((format!("pkg:{kind}/{}", name.replace('@', "%40")), version.to_owned()));
            }
        });
    }
    found.sort();
    found.dedup();
    found
}

/// The program, with a home of its own.
pub(crate) fn command(home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_proofmark"));
    command.env("PROOFMARK_HOME", home).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// The median wall time and the largest peak of several runs after one that is not counted.
pub(crate) fn best_of(command: &mut Command, runs: usize) -> Run {
    once(command);
    let mut all: Vec<Run> = (0..runs).map(|_| once(command)).collect();
    all.sort_by_key(|run| run.wall);
    let peak = all.iter().map(|run| run.peak).max().unwrap_or(0);
    Run { wall: all[runs / 2].wall, peak }
}

/// One run.
pub(crate) fn once(command: &mut Command) -> Run {
    let started = Instant::now();
    let mut child = command.spawn().unwrap();
    let mut peak = 0;
    loop {
        peak = peak.max(high_water(&child).unwrap_or(0));
        if child.try_wait().unwrap().is_some() {
            return Run { wall: started.elapsed(), peak };
        }
        sleep(Duration::from_micros(200));
    }
}

/// The most memory the process has held so far, in bytes, as Linux keeps it.
fn high_water(child: &Child) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kibibytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kibibytes * 1024)
}

pub(crate) fn ms(time: Duration) -> String {
    let milliseconds = time.as_secs_f64() * 1000.0;
    if milliseconds < 10.0 { format!("{milliseconds:.1} ms") } else { format!("{milliseconds:.0} ms") }
}

pub(crate) fn mib(bytes: u64) -> String {
    format!("{:.0} MiB", mebibytes(bytes))
}

pub(crate) fn mebibytes(bytes: u64) -> f64 {
    f64::from(u32::try_from(bytes / 1024).unwrap_or(u32::MAX)) / 1024.0
}

pub(crate) fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}
