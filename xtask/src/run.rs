//! Runs a command in the workspace's root, showing what it is.

use std::env;
use std::ffi::OsStr;
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
    Call::new(program, words).run()
}

/// A command to run from one of the project's directories.
#[derive(Debug)]
pub(crate) struct Call {
    command: Command,
    shown: String,
}

impl Call {
    /// In the root, with this process's environment.
    pub(crate) fn new(program: &str, words: &[&str]) -> Self {
        let name = Path::new(program).file_name().map_or(program.into(), OsStr::to_string_lossy);
        let shown = format!("{name} {}", words.join(" "));
        let mut command = Command::new(program);
        command.args(words).current_dir(root());
        Self { command, shown }
    }

    /// In this directory below the root instead.
    pub(crate) fn inside(mut self, directory: &str) -> Self {
        self.command.current_dir(root().join(directory));
        self.shown = format!("({directory}) {}", self.shown);
        self
    }

    /// With one more variable in its environment.
    pub(crate) fn with(mut self, name: &str, value: &OsStr) -> Self {
        self.command.env(name, value);
        self
    }

    /// Runs it and shows how long it took.
    pub(crate) fn run(mut self) -> Result<(), Complaint> {
        let shown = self.shown;
        eprintln!("\n$ {shown}");
        let started = Instant::now();
        let status =
            self.command.status().map_err(|error| format!("`{shown}` could not be started: {error}"))?;
        eprintln!("$ {shown}: {:.1} s", started.elapsed().as_secs_f32());
        if status.success() { Ok(()) } else { Err(format!("`{shown}` failed")) }
    }
}
