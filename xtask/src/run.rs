//! Runs a command in the workspace's root, showing what it is.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// What went wrong, for a developer to read.
pub(crate) type Complaint = String;

/// The workspace's root directory.
pub(crate) fn root() -> PathBuf {
    let manifest = env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
    Path::new(&manifest).parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// Runs `cargo` with these words and shows how long it took.
pub(crate) fn cargo(words: &[&str]) -> Result<(), Complaint> {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    run(&cargo, words)
}

/// Runs a program with these words and shows how long it took.
pub(crate) fn run(program: &str, words: &[&str]) -> Result<(), Complaint> {
    let name = Path::new(program).file_name().map_or(program.into(), std::ffi::OsStr::to_string_lossy);
    let shown = format!("{name} {}", words.join(" "));
    eprintln!("\n$ {shown}");
    let started = Instant::now();
    let status = Command::new(program)
        .args(words)
        .current_dir(root())
        .status()
        .map_err(|error| format!("`{shown}` could not be started: {error}"))?;
    eprintln!("$ {shown}: {:.1} s", started.elapsed().as_secs_f32());
    if status.success() { Ok(()) } else { Err(format!("`{shown}` failed")) }
}
