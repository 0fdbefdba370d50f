//! PostgreSQL's programs on this machine, for tests and measurements.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Releases before this one are not promised to work.
pub(crate) const OLDEST: u32 = 15;

/// PostgreSQL refuses to run as root, so root becomes somebody else for it.
pub(crate) fn as_somebody_ordinary(directory: &Path) -> Command {
    let id = Command::new("id").arg("-u").output().unwrap();
    if id.stdout != b"0\n" {
        return Command::new("env");
    }
    let known =
        |user: &str| Command::new("id").arg(user).output().is_ok_and(|output| output.status.success());
    let user = if known("postgres") { "postgres" } else { "nobody" };
    assert!(Command::new("chown").args(["-R", user]).arg(directory).status().unwrap().success());
    let mut command = Command::new("runuser");
    command.args(["-u", user, "--"]);
    command
}

/// The newest installed release's programs.
pub(crate) fn binaries() -> Option<PathBuf> {
    let installed = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = installed.map(|folder| folder.path().join("bin")).collect();
    folders.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    let release = |folder: &PathBuf| -> Option<u32> {
        if !folder.join("initdb").is_file() {
            return None;
        }
        let said = Command::new(folder.join("postgres")).arg("--version").output().ok()?;
        let said = String::from_utf8(said.stdout).ok()?;
        said.split_whitespace().nth(2)?.split(['.', 'b', 'r', 'd']).next()?.parse().ok()
    };
    let found = folders.into_iter().filter_map(|folder| Some((release(&folder)?, folder)));
    found.filter(|(release, _)| *release >= OLDEST).max().map(|(_, folder)| folder)
}
