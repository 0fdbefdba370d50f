//! What a program took, run as a whole process several times.

use std::fs::{self, File};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::run::Complaint;

/// What the runs took.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Took {
    /// Time of the processor, user and system, of all its threads and children: the mean, as the system counts it in
    /// hundredths of a second.
    pub(crate) processor: Duration,
    /// By the clock: the median.
    pub(crate) wall: Duration,
    /// The most memory any run held, in bytes.
    pub(crate) peak: u64,
}

/// Runs a command so many times, its output each time into the same file. What it says on standard error goes nowhere.
/// A program that found something may end with any of these codes.
pub(crate) fn time(command: &mut Command, runs: u32, output: &Path, fine: &[i32]) -> Result<Took, Complaint> {
    let before = processor_time_of_children();
    let (mut walls, mut peak) = (Vec::new(), 0);
    for _ in 0..runs {
        let into = File::create(output).map_err(|error| format!("`{}`: {error}", output.display()))?;
        let shown = command.get_program().to_string_lossy().into_owned();
        let started = Instant::now();
        let child = command.stdout(into).stderr(Stdio::null()).spawn();
        let mut child = child.map_err(|error| format!("`{shown}` could not be started: {error}"))?;
        let status = loop {
            peak = peak.max(high_water(&child).unwrap_or(0));
            if let Some(status) = child.try_wait().map_err(|error| error.to_string())? {
                break status;
            }
            sleep(Duration::from_millis(1));
        };
        walls.push(started.elapsed());
        if !status.code().is_some_and(|code| fine.contains(&code)) {
            return Err(format!("`{shown}` ended with {status}"));
        }
    }
    walls.sort_unstable();
    let processor = processor_time_of_children().saturating_sub(before) / runs.max(1);
    Ok(Took { processor, wall: walls.get(walls.len() / 2).copied().unwrap_or_default(), peak })
}

/// The processor time of all child processes that ended (proc(5)); zero where there is no such file.
fn processor_time_of_children() -> Duration {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name in parentheses may have spaces; fields 16 and 17 are those of the children.
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace().skip(13).take(2);
    let hundredths: u64 = fields.filter_map(|field| field.parse::<u64>().ok()).sum();
    Duration::from_millis(10 * hundredths)
}

/// The most memory the process has held so far, in bytes, as Linux keeps it.
fn high_water(child: &Child) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kibibytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kibibytes * 1024)
}
