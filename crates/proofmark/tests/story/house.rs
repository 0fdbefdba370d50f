//! A house of one's own for every story: a home nobody else uses, and the program run in it.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The day every story plays on.
pub(crate) const DAY: &str = "2026-11-21";

/// A temporary folder with a home in it.
pub(crate) struct House {
    folder: TempDir,
}

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Done {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl House {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A path in the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn home(&self) -> PathBuf {
        self.path("home")
    }

    /// The program, told where to live and to write plainly on 80 columns.
    pub(crate) fn proofmark(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_proofmark"));
        self.settle(&mut command);
        command.args(arguments).current_dir(self.folder.path());
        command
    }

    /// The same surroundings for any command.
    pub(crate) fn settle(&self, command: &mut Command) {
        command
            .env("PROOFMARK_HOME", self.home())
            .env("NO_COLOR", "1")
            .env("COLUMNS", "80")
            .env("USER", "anna");
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Done {
        Done::of(self.proofmark(arguments).output().unwrap())
    }

    /// The program with these lines on its input.
    pub(crate) fn run_with(&self, arguments: &[&str], lines: &str) -> Done {
        let mut command = self.proofmark(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // Who has heard enough closes its input; that is no fault of the story.
        let written = child.stdin.take().unwrap().write_all(lines.as_bytes());
        assert!(written.is_ok() || written.is_err_and(|error| error.kind() == ErrorKind::BrokenPipe));
        Done::of(child.wait_with_output().unwrap())
    }

    /// Assesses a directory on the day the stories play on.
    pub(crate) fn assess(&self, directory: &Path, more: &[&str]) -> Done {
        let mut arguments = vec!["assess", text(directory), "--on", DAY];
        arguments.extend(more);
        self.run(&arguments)
    }

    /// An example's papers and pack in `out`, made without a complaint.
    pub(crate) fn papers_of(&self, name: &str) -> PathBuf {
        let out = self.path("out");
        let done = self.assess(&example(name), &["--out", text(&out)]);
        assert!(matches!(done.code, Some(0 | 1)), "{done:?}");
        out
    }

    /// A pack of the password manager.
    pub(crate) fn pack(&self) -> PathBuf {
        self.papers_of("password-manager").join("evidence-pack.zip")
    }

    /// Writes a file into the folder.
    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path
    }

    /// How many lines the ledger has; none if there is no ledger.
    pub(crate) fn ledger_lines(&self) -> u64 {
        if !self.home().join("store.db").exists() {
            return 0;
        }
        let done = self.run(&["ledger", "verify", "--format", "json"]);
        assert_eq!(done.code, Some(0), "{done:?}");
        done.json()["lines"].as_u64().unwrap()
    }

    /// Holds JSON against the schema the program prints.
    pub(crate) fn assert_fits(&self, schema: &str, json: &Value) {
        let printed = self.run(&["schema", schema]);
        assert_eq!(printed.code, Some(0), "{printed:?}");
        let validator = jsonschema::draft202012::new(&printed.json()).unwrap();
        let faults: Vec<String> =
            validator.iter_errors(json).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(faults.is_empty(), "not as `{schema}` says: {faults:#?}");
    }
}

impl Done {
    pub(crate) fn of(output: Output) -> Self {
        Self {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Standard output, which must be JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// Ended with this code.
    #[track_caller]
    pub(crate) fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{self:?}");
        self
    }

    /// Said these words on standard error.
    #[track_caller]
    pub(crate) fn tells(&self, words: &str) {
        // Lines are wrapped; words are looked for as they are spoken.
        let spoken = self.err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(spoken.contains(words), "no `{words}` in: {}", self.err);
    }

    /// Showed these words on standard output.
    #[track_caller]
    pub(crate) fn shows(&self, words: &str) {
        let spoken = self.out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(spoken.contains(words), "no `{words}` in: {}", self.out);
    }
}

/// A path as the command line takes it.
pub(crate) fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// The directory of an example product.
pub(crate) fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name).canonicalize().unwrap()
}

/// Every file below a directory, sorted.
pub(crate) fn files_below(directory: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let Ok(entries) = fs::read_dir(directory) else { return files };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(files_below(&path)) } else { files.push(path) }
    }
    files.sort();
    files
}

/// The SBOM or JSON file at this path.
pub(crate) fn json_at(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

/// Says that a test could not be made here, and why.
#[expect(
    clippy::print_stdout,
    reason = "a test that is left out in silence would pass for one that was made"
)]
pub(crate) fn skipped(because: &str) {
    println!("skipped: {because}");
}
