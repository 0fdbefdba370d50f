//! What Linux knows of a process: its memory and the time it has used.

use std::fs;
use std::time::Duration;

/// How many ticks of processor time make a second (`sysconf(_SC_CLK_TCK)`: a hundred on every Linux there is).
const TICKS: u64 = 100;

/// Memory of a process in bytes.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Memory {
    /// All that is resident, files that are mapped included.
    pub(crate) resident: u64,
    /// What is its own and no file's.
    pub(crate) own: u64,
}

/// The memory of a process now.
pub(crate) fn memory(id: u32) -> Memory {
    let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let of = |name: &str| {
        let line = status.lines().find(|line| line.starts_with(name))?;
        line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kibibytes| kibibytes * 1024)
    };
    Memory { resident: of("VmRSS:").unwrap_or_default(), own: of("RssAnon:").unwrap_or_default() }
}

/// The processor time a process has used, in itself and in the system for it.
pub(crate) fn processor(id: u32) -> Duration {
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
    // The name may hold anything, spaces too: fields are counted from behind it.
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks =
        |place: usize| fields.get(place).and_then(|ticks| ticks.parse::<u64>().ok()).unwrap_or_default();
    Duration::from_millis((ticks(11) + ticks(12)) * 1000 / TICKS)
}

/// How many wanted a processor in the last minute.
pub(crate) fn load() -> String {
    fs::read_to_string("/proc/loadavg").unwrap_or_default().split(' ').next().unwrap_or_default().to_owned()
}
