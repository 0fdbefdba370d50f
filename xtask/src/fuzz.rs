//! Runs the fuzz targets in turn, each for a time, and says how far each came.

use std::collections::VecDeque;
use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::thread;

use crate::run::{Call, Complaint, root};

/// How long each target runs unless somebody says otherwise: an hour.
pub(crate) const SECONDS: &str = "3600";

/// Where inputs that reached something new are kept from one run to the next, and those that broke something.
const KEPT: &str = "target/fuzz";

/// An input that takes longer than this, in seconds, or more memory than this, in MiB, counts as a fault.
const SLOWEST: &str = "-timeout=20";
const MOST_MEMORY: &str = "-rss_limit_mb=2048";

/// Builds every target without a sanitizer, which the compiler in use can do, and runs those whose name begins so.
pub(crate) fn fuzz(seconds: &str, beginning: &str) -> Result<(), Complaint> {
    if seconds.parse::<u32>().is_err() {
        return Err(format!("`{seconds}` is no number of seconds"));
    }
    let targets = targets(beginning)?;
    if targets.is_empty() {
        return Err(format!("no target's name begins with `{beginning}`"));
    }
    // Coverage is counted by flags the compiler keeps for its nightly releases.
    let build = Call::new("cargo", &["fuzz", "build", "--release", "--sanitizer", "none"]);
    build.with("RUSTC_BOOTSTRAP", "1".as_ref()).run().map_err(|complaint| {
        format!("{complaint}\ncargo-fuzz is needed: cargo install cargo-fuzz --locked")
    })?;
    let waiting = Mutex::new(VecDeque::from(targets));
    let broken = Mutex::new(Vec::new());
    let at_once = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    eprintln!("\n{:<24}{:>14}  {:>8}  ended", "target", "inputs", "edges");
    thread::scope(|scope| {
        for _ in 0..at_once {
            scope.spawn(|| {
                while let Some(target) = next(&waiting) {
                    let ended = run_one(&target, seconds);
                    eprintln!("{:<24}{}", target, ended.line);
                    if !ended.well
                        && let Ok(mut broken) = broken.lock()
                    {
                        broken.push(target);
                    }
                }
            });
        }
    });
    let broken = broken.into_inner().unwrap_or_default();
    if broken.is_empty() {
        return Ok(());
    }
    Err(format!("{} broke; what did it lies in `{KEPT}/broken`", broken.join(", ")))
}

/// The names of the targets, in their order.
fn targets(beginning: &str) -> Result<Vec<String>, Complaint> {
    let folder = root().join("fuzz/fuzz_targets");
    let entries = fs::read_dir(&folder).map_err(|error| format!("`{}`: {error}", folder.display()))?;
    let paths = entries.flatten().map(|entry| entry.path());
    let rust = paths.filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
    let names = rust.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()));
    let mut names: Vec<String> = names.filter(|name| name.starts_with(beginning)).collect();
    names.sort_unstable();
    Ok(names)
}

fn next(waiting: &Mutex<VecDeque<String>>) -> Option<String> {
    waiting.lock().ok()?.pop_front()
}

/// How the run of a target ended.
struct Ended {
    well: bool,
    line: String,
}

fn run_one(target: &str, seconds: &str) -> Ended {
    match libfuzzer(target, seconds) {
        Ok((said, well)) => Ended { well, line: line(&said, well) },
        Err(complaint) => Ended { well: false, line: format!("  {complaint}") },
    }
}

/// What the target said of its run, and whether it found nothing.
fn libfuzzer(target: &str, seconds: &str) -> Result<(String, bool), Complaint> {
    let program = program(target).ok_or("it was not built")?;
    let kept = root().join(KEPT).join(target);
    let broken = root().join(KEPT).join("broken").join(target);
    for folder in [&kept, &broken] {
        fs::create_dir_all(folder).map_err(|error| format!("`{}`: {error}", folder.display()))?;
    }
    let mut command = Command::new(program);
    command.args([&format!("-max_total_time={seconds}"), SLOWEST, MOST_MEMORY, "-print_final_stats=1"]);
    command.arg(format!("-artifact_prefix={}/", broken.display())).arg(kept);
    command.args(Some(root().join("fuzz/seeds").join(target)).filter(|seeds| seeds.is_dir()));
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let done = command.output().map_err(|error| error.to_string())?;
    Ok((String::from_utf8_lossy(&done.stderr).into_owned(), done.status.success()))
}

/// Where cargo-fuzz puts it: below the name of the machine it is built for.
fn program(target: &str) -> Option<PathBuf> {
    let machines = fs::read_dir(root().join("fuzz/target")).ok()?.flatten();
    let mut programs = machines.map(|machine| machine.path().join("release").join(target));
    programs.find(|program| Path::is_file(program))
}

/// How many inputs, how many edges of the program they reached, and how it ended.
fn line(said: &str, well: bool) -> String {
    let inputs = after(said, "stat::number_of_executed_units:").unwrap_or("?");
    let edges = said.lines().rev().find_map(|line| after(line, " cov:")).unwrap_or("?");
    let fault = said.lines().find(|line| line.contains("ERROR: libFuzzer") || line.contains("panicked at"));
    let ended = if well { "nothing found" } else { fault.unwrap_or("it ended with a fault").trim() };
    format!("{inputs:>14}  {edges:>8}  {ended}")
}

/// The word that comes after this one.
fn after<'a>(said: &'a str, word: &str) -> Option<&'a str> {
    said.split_once(word)?.1.split_whitespace().next()
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn what_a_run_came_to_is_read_from_its_last_words() {
        let went_well =
            "#2\tINITED cov: 13 ft: 14\n#900\tREDUCE cov: 210 ft: 4\nstat::number_of_executed_units: 5021\n";
        assert_eq!(
            line(went_well, true).split_whitespace().collect::<Vec<_>>().join(" "),
            "5021 210 nothing found"
        );
        let broke = "#900\tNEW cov: 7 ft: 4\nthread panicked at src/x.rs:3:1\n==1== ERROR: libFuzzer: deadly signal\n";
        assert!(line(broke, false).ends_with("thread panicked at src/x.rs:3:1"), "{}", line(broke, false));
        assert!(line("", false).contains("it ended with a fault"));
    }
}
