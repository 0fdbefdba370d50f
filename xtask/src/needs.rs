//! What the tests want from the system beside Rust and a C compiler, and getting it where that is allowed.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::run::{Complaint, run};

/// A program of the system's that some tests call.
struct Need {
    program: &'static str,
    package: &'static str,
    why: &'static str,
}

/// No program but a part of Python's that Debian packs apart.
const VENV: &str = "python3 -m ensurepip";

/// Each is an independent judge: without it the tests that ask it skip, saying so.
const NEEDS: &[Need] = &[
    Need { program: "pdftotext", package: "poppler-utils", why: "reads the papers' text back" },
    Need { program: "openssl", package: "openssl", why: "checks signatures without Proofmark" },
    Need { program: "unzip", package: "unzip", why: "opens evidence packs without Proofmark" },
    Need { program: "postgres", package: POSTGRES, why: "holds the store's promises on PostgreSQL too" },
    Need { program: "python3", package: "python3", why: "checks the ledger's tree without Proofmark" },
    Need { program: "chromium", package: "chromium", why: "walks the browser journeys" },
    Need { program: "node", package: "nodejs", why: "drives the browser" },
    Need { program: "npm", package: "npm", why: "installs the browser's driver" },
    Need { program: "curl", package: "curl", why: "hands component lists in as CI systems do" },
    Need { program: VENV, package: "python3-venv", why: "holds the tool that fuzzes the API" },
];

/// Debian's package of the newest PostgreSQL it has.
const POSTGRES: &str = "postgresql";

/// Installs what is missing when this user may; else says exactly what to install, and under CI stops there.
pub(crate) fn provide() -> Result<(), Complaint> {
    let missing: Vec<&Need> = NEEDS.iter().filter(|need| !is_there(need.program)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let packages: Vec<&str> = missing.iter().map(|need| need.package).collect();
    if may_install() {
        // A list that cannot be refreshed may still be fresh enough to install from.
        run("apt-get", &["update", "-q"]).unwrap_or_else(|complaint| eprintln!("{complaint}"));
        if packages.contains(&POSTGRES) {
            install(&["postgresql-common"])?;
            start_no_server()?;
        }
        return install(&packages);
    }
    let list: Vec<String> =
        missing.iter().map(|need| format!("  {} ({}): {}", need.program, need.package, need.why)).collect();
    let advice = format!(
        "some tests skip because programs are missing:\n{}\nOn Debian: sudo apt-get install {}",
        list.join("\n"),
        packages.join(" "),
    );
    if env::var_os("CI").is_some() {
        return Err(advice);
    }
    eprintln!("{advice}");
    Ok(())
}

/// Says that something is skipped and why; under CI that is not enough.
pub(crate) fn go_without(what: &str, why: &str) -> Result<(), Complaint> {
    if env::var_os("CI").is_some() {
        return Err(format!("{what} cannot run: {why}"));
    }
    eprintln!("\n{what} are skipped: {why}");
    Ok(())
}

/// Whether Python can make an environment of its own.
pub(crate) fn has_venv() -> bool {
    let mut python = Command::new("python3");
    python.args(["-c", "import ensurepip, venv"]).stderr(Stdio::null());
    python.status().is_ok_and(|status| status.success())
}

fn install(packages: &[&str]) -> Result<(), Complaint> {
    let mut words = vec!["install", "-q", "-y", "--no-install-recommends"];
    words.extend(packages);
    run("apt-get", &words)
}

/// Debian's package makes a database and starts its server by itself; the tests start their own and want no other.
fn start_no_server() -> Result<(), Complaint> {
    let path = Path::new("/etc/postgresql-common/createcluster.conf");
    let settings = fs::read_to_string(path).unwrap_or_default();
    let others = settings.lines().filter(|line| !line.contains("create_main_cluster"));
    let settings: Vec<&str> = others.chain(["create_main_cluster = false"]).collect();
    fs::write(path, settings.join("\n") + "\n")
        .map_err(|error| format!("`{}` could not be written: {error}", path.display()))
}

/// In the path, or where Debian keeps PostgreSQL's programs beside it.
fn is_there(program: &str) -> bool {
    if program == VENV { has_venv() } else { place(program).is_some() }
}

/// Where the path finds this program.
pub(crate) fn place(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
    let releases = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = releases.map(|release| release.path().join("bin")).collect();
    folders.extend(env::split_paths(&path));
    folders.iter().any(|folder| folder.join(program).is_file())
}

/// Only root, and only where Debian's package manager is.
fn may_install() -> bool {
    let id = Command::new("id").arg("-u").stderr(Stdio::null()).output();
    let root = id.is_ok_and(|output| output.stdout.starts_with(b"0\n"));
    root && Path::new("/usr/bin/apt-get").is_file()
}
