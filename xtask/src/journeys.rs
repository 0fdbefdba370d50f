//! Browser journeys: what people do with `proofmark serve`, done in a headless Chromium (`browser/README.md`).

use std::env;
use std::path::PathBuf;
use std::process::Command;

use crate::needs;
use crate::run::{Call, Complaint, cargo, root};

/// Node's own test runner, `fetch`, what the browser's driver asks, and the cryptography the provider of identities asks.
const OLDEST_NODE: u32 = 20;

/// The names a Chromium goes by, Debian's first.
const CHROMIUM: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];

/// Whether pictures are kept on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pictures {
    /// Nothing in the project changes.
    No,
    /// `docs/pictures/` is written anew.
    Keep,
}

/// Walks every journey, or those of the files whose name holds this word. Skips, saying so, without a browser.
pub(crate) fn journeys(pictures: Pictures, word: Option<&str>) -> Result<(), Complaint> {
    let chromium = match equipment() {
        Ok(chromium) => chromium,
        Err(missing) => return needs::go_without("the browser journeys", &missing),
    };
    cargo(&["build", "--package", "proofmark", "--locked"])?;
    install()?;
    let files = files(word)?;
    let mut words = vec!["--test", "--test-reporter=spec"];
    words.extend(files.iter().map(String::as_str));
    let mut call = Call::new("node", &words).inside("browser");
    call = call.with("CHROMIUM", chromium.as_os_str()).with("PROOFMARK_BINARY", binary().as_os_str());
    if pictures == Pictures::Keep {
        call = call.with("PROOFMARK_PICTURES", "1".as_ref());
    }
    call.run()
}

/// The program as `cargo build` leaves it.
pub(crate) fn binary() -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    target.join("debug").join(format!("proofmark{}", env::consts::EXE_SUFFIX))
}

/// The Chromium to drive, if Node and npm are there to drive it; else what is missing.
fn equipment() -> Result<PathBuf, String> {
    let chromium = env::var_os("CHROMIUM").map(PathBuf::from);
    let chromium = chromium.or_else(|| CHROMIUM.iter().find_map(|name| needs::place(name)));
    let Some(chromium) = chromium else { return Err("no Chromium is on the path".to_owned()) };
    if needs::place("npm").is_none() {
        return Err("`npm` is not on the path".to_owned());
    }
    let version = Command::new("node").arg("--version").output();
    let version = version.map_err(|_| "`node` is not on the path".to_owned())?;
    let version = String::from_utf8_lossy(&version.stdout).trim().to_owned();
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok());
    if major.is_none_or(|major: u32| major < OLDEST_NODE) {
        return Err(format!("`node` is {version}, and {OLDEST_NODE} is the oldest that will do"));
    }
    Ok(chromium)
}

/// Puts the driver in, exactly as the lock file names it, unless it is there already. No browser is downloaded and no
/// package's own script is run.
fn install() -> Result<(), Complaint> {
    let age = |path: &str| root().join("browser").join(path).metadata().and_then(|of| of.modified()).ok();
    let installed = age("node_modules/.package-lock.json");
    if installed.is_some_and(|installed| age("package-lock.json").is_some_and(|lock| lock <= installed)) {
        return Ok(());
    }
    Call::new("npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).inside("browser").run()
}

/// The test files, in their order; the driver's own first, so that a fault in it is not taken for one of a page.
fn files(word: Option<&str>) -> Result<Vec<String>, Complaint> {
    let mut found = Vec::new();
    for folder in ["house", "journeys"] {
        let entries = root().join("browser").join(folder).read_dir();
        let entries = entries.map_err(|error| format!("`browser/{folder}` cannot be read: {error}"))?;
        let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> = names.filter(|name| name.ends_with(".test.js")).collect();
        names.sort();
        found.extend(names.into_iter().map(|name| format!("{folder}/{name}")));
    }
    if let Some(word) = word {
        found.retain(|file| file.contains(word));
    }
    if found.is_empty() { Err("no journey has that name".to_owned()) } else { Ok(found) }
}
